//! The words of a title, and of lines that stand near one: what they say for and against an item's heading.

mod documents;
mod groups;
mod key;
mod labels;
mod marks;
mod run_in;
mod timed;

use std::ops::Range;

use memchr::memchr3;

use super::decided;
use super::has_verb::{goes_on_behind_word, is_ordinal};
pub use super::has_verb::{has_verb, holds_sentences, is_sentence};
use danish::letters::{small, with_small};
use text::{is_space, range_of};

use super::heading_words::{WORDS, ends_in_word};
pub(crate) use documents::{closes_letter, is_of_other, opens_letter};
pub use documents::{
    heads_agenda, heads_decisions, heads_items, heads_outcomes, heads_recommendations, heads_times,
    heads_titles, names_agenda, names_other, speaks_of_meeting,
};
pub(super) use groups::{behind_letter, group};
pub(super) use key::key;
pub use labels::{added_len, label_len, shared_label_len};
pub(crate) use marks::{closed_after, closed_before, mark_at, mark_before};
use marks::{dashed_mark, mark_and_sign, mark_behind};
pub(super) use run_in::BOLD;
use run_in::{bold_run_in, closed_bold, second_column};
pub use run_in::{run_in, tells_behind_colon};
pub use timed::untimed;
pub(crate) use timed::{before_title, behind_clock, behind_kl};

/// A title without what is no part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// The bytes of the title.
    pub range: Range<usize>,
    /// Does a mark say that the item is open or closed?
    pub closed: Option<bool>,
    /// Does the text go on behind the title, on the same line?
    pub text_behind: bool,
}

/// The title in `written`: without a mark, a colon at its end, a page number, and the text that follows a colon.
pub fn read(written: &str) -> Title {
    read_of(written, false)
}

/// The same where the text behind the title goes on in the next line, so that no stop ends it here.
pub fn read_run_in(written: &str) -> Title {
    read_of(written, true)
}

fn read_of(written: &str, run_in: bool) -> Title {
    let bold = written.trim_start_matches(is_space).strip_prefix("**").and_then(bold_run_in);
    if let Some(bold) = bold.or_else(|| closed_bold(written)) {
        let range = usize::from(range_of(written, bold).start())..usize::from(range_of(written, bold).end());
        return Title { range, closed: None, text_behind: true };
    }
    let mut range = trimmed(written, 0..written.len());
    if let Some(entry) = super::contents::entry(written) {
        range.end = range.start + entry.title.trim_start_matches(is_space).len();
    }
    // The second column of a row without lines says what came of it.
    let column = written[range.clone()]
        .find('\t')
        .filter(|tab| written[range.start + tab..range.end].contains(char::is_alphabetic))
        .or_else(|| second_column(&written[range.clone()]))
        .or_else(|| behind_arrow(&written[range.clone()]));
    if let Some(tab) = column {
        range.end = range.start + written[range.start..range.start + tab].trim_end_matches(is_space).len();
    }
    let mut title = Title { range, closed: None, text_behind: column.is_some() };
    if let Some((len, closed)) = mark_at(&written[title.range.clone()]) {
        title.closed = Some(closed);
        title.range = trimmed(written, title.range.start + len..title.range.end);
        let words = &written[title.range.clone()];
        title.range.start +=
            words.len() - words.trim_start_matches(|c| is_space(c) || matches!(c, ':' | '-' | '–')).len();
    }
    if let Some((len, closed)) = mark_and_sign(&written[title.range.clone()]) {
        title.closed = Some(closed);
        title.range.start += len;
    }
    title.range.start += before_title(&written[title.range.clone()]);
    if let Some(end) = head_end(&written[title.range.clone()], run_in) {
        title.range.end = title.range.start + end;
        title.text_behind = true;
    }
    title.range.end = title.range.start + without_colon(&written[title.range.clone()]).len();
    if let Some((at, closed)) = mark_behind(&written[title.range.clone()]) {
        title.closed = Some(closed);
        title.range.end = title.range.start + at;
    } else if let Some(at) = dashed_mark(&written[title.range.clone()]) {
        title.closed = Some(true);
        title.range.end = title.range.start + at;
    }
    title.range.end = title.range.start + without_colon(&written[title.range.clone()]).len();
    title
}

/// Where an arrow parts the title from what came of it: "Nyt lydanlæg -> Godkendt."
fn behind_arrow(words: &str) -> Option<usize> {
    const ARROWS: [&str; 4] = [" -> ", " => ", " → ", " ⇒ "];
    // Few titles hold any of these.
    memchr3(b'>', 0x86, 0x87, words.as_bytes())?;
    ARROWS.iter().find_map(|arrow| words.find(arrow)).filter(|at| *at > 2)
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let outer = |c: char| is_space(c) || matches!(c, '*' | '_');
    let words = &text[range.clone()];
    let start = range.start + words.len() - words.trim_start_matches(outer).len();
    start..(range.start + words.trim_end_matches(outer).len()).max(start)
}

fn without_colon(words: &str) -> &str {
    // "Havnebus ." is how a page that was misread ends a title.
    let words = words.strip_suffix(" .").unwrap_or(words);
    words.trim_end_matches(|c: char| is_space(c) || c == ':')
}

/// Where the title ends in "Titel: sætning.", "Titel. Sætning." and "Titel – det er en sætning.": a short title with a
/// whole sentence behind it.
fn head_end(words: &str, run_in: bool) -> Option<usize> {
    if let Some(at) = outcome_end(words) {
        return Some(at);
    }
    let stopped = run_in || words.ends_with(['.', ':']);
    if !stopped && words.len() < SENTENCES && memchr3(b':', b'-', 0xe2, words.as_bytes()).is_none() {
        return None;
    }
    let folded = small(words);
    if folded.len() != words.len() || WORDS.colon.begin(&folded) {
        return None;
    }
    for (at, sign) in words.char_indices().take(TITLE).skip(3) {
        let rest = &words[at + sign.len_utf8()..];
        if sign == '.' && is_glued(&words[..at], rest) {
            return Some(at);
        }
        if !matches!(sign, ':' | '.' | '-' | '–') || !rest.starts_with(is_space) {
            continue;
        }
        let rest = rest.trim_start_matches(is_space);
        let head = &folded[..at];
        let title = head.trim_end_matches(is_space).len();
        let dashed = matches!(sign, '-' | '–');
        // "Referat fra sidst: Godkendt", "Eventuelt - intet".
        if sign != '.' && (!dashed || title < at) && decided::is_all_told(rest) {
            return Some(title);
        }
        if dashed {
            if title < at && (stopped && is_sentence(rest) || begins_with_verb(rest)) {
                return Some(title);
            }
            continue;
        }
        let told = || {
            stopped
                || words.len() >= SENTENCES && holds_sentences(rest)
                || sign == ':' && goes_on_behind_word(rest)
        };
        // "Evt. Intet at bemærke."
        if sign == '.'
            && stopped
            && rest.starts_with(char::is_uppercase)
            && WORDS.last.iter().any(|last| **last == *head)
        {
            let abbreviates = WORDS.end_in_abbreviation(&folded[..=at]);
            return Some(at + usize::from(abbreviates));
        }
        let initial = head.rsplit(is_space).next().is_some_and(|word| word.chars().count() == 1);
        let counts = || is_ordinal(&words[..at], rest);
        let short = sign == '.' && (initial || WORDS.end_in_abbreviation(&folded[..=at]) || counts());
        // "Trommesæt: 3 sæt blev vist, og det ene købes."
        let counted = || sign == ':' && rest.starts_with(|c: char| c.is_ascii_digit()) && is_sentence(rest);
        if short || !(rest.starts_with(char::is_uppercase) || counted()) || !told() {
            continue;
        }
        let known = WORDS.known.begin(head);
        let told = || run_in || rest.split(is_space).count() >= 3 || known || decided::is_all_told(rest);
        return told().then_some(at);
    }
    None
}

/// "gives til svømmeklubben": do `words` behind a dash say what happens, without who does it?
fn begins_with_verb(words: &str) -> bool {
    let (first, rest) = words.split_once(is_space).unwrap_or((words, ""));
    !rest.is_empty() && !words.ends_with('?') && WORDS.verbs.contains(first)
}

/// Does text stand behind the stop that ends a known title, with no space between: "Godkendelse af dagsorden.OK."?
fn is_glued(title: &str, rest: &str) -> bool {
    const LAST_WORD: usize = 3;
    let last = title.rsplit(is_space).next().unwrap_or("");
    let word = last.chars().count() >= LAST_WORD && last.chars().all(char::is_alphabetic);
    word && rest.starts_with(char::is_uppercase) && rest.ends_with('.') && is_known(title)
}

/// Where a known title ends before an outcome and nothing else, with no sign between: "Godkendelse af dagsorden Godkendt".
fn outcome_end(words: &str) -> Option<usize> {
    const LONGEST: usize = 90;
    if words.len() > LONGEST || !words.contains("dt") && !words.contains("at") && !words.contains("et") {
        return None;
    }
    let mut starts =
        words.match_indices(' ').filter(|(at, _)| words[at + 1..].starts_with(char::is_uppercase));
    let (at, _) = starts.next_back()?;
    let title = words[..at].trim_end_matches(is_space);
    let plain = title.ends_with(char::is_alphabetic);
    (plain && decided::is_outcome_alone(&words[at + 1..]) && is_known(title)).then_some(title.len())
}

/// A title with its text behind it is no longer, in bytes.
const TITLE: usize = 62;
/// At least this long is a title with sentences behind it, where no stop ends them, in bytes.
const SENTENCES: usize = 100;

/// Do the letters of `words` say the title once more, whole?
pub fn is_same(words: &str, title: &str) -> bool {
    fn letters(words: &str) -> impl Iterator<Item = char> {
        words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
    }
    words.len() <= title.len() + 8 && letters(words).eq(letters(title))
}

/// Does `words` begin as a title written close to its number does: "1.Temamøde", but not "1.at"?
pub(super) fn begins_title(words: &str) -> bool {
    words.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '\'' | '§' | '»' | '”'))
}

/// The bytes of the label of a case's number, "sagsnr.", at the beginning of `words`, in small letters.
pub(super) fn case_label(words: &str) -> Option<usize> {
    WORDS.case.labels.iter().filter(|label| words.starts_with(&***label)).map(|label| label.len()).max()
}

/// Does `words`, behind the number of a case, say something else of it than its title: "Dok.nr.: 5"?
pub(super) fn is_of_case(words: &str) -> bool {
    WORDS.of_case.begin(&small(head_words(words)))
}

/// The first words, as far as a label goes.
fn head_words(words: &str) -> &str {
    &words[..text::lines::floor_boundary(words, 30)]
}

/// Are `words` few and without a verb, so that their stop ends no sentence: "Godkendelse af referat."?
pub(super) fn is_stopped(words: &str) -> bool {
    const MOST_WORDS: usize = 4;
    let Some(bare) = words.strip_suffix('.').filter(|bare| bare.len() <= TITLE) else { return false };
    bare.starts_with(char::is_uppercase)
        && bare.split(is_space).count() <= MOST_WORDS
        && !bare.split(is_space).any(|word| WORDS.verbs.contains(word))
}

/// "KLAGE FRA 3. TV.": do words shout as a title does, so that their stop ends no sentence?
pub(super) fn shouts(words: &str) -> bool {
    words.len() <= TITLE
        && words.ends_with('.')
        && !words.bytes().any(|byte| byte.is_ascii_lowercase())
        && words.split(is_space).filter(|word| word.starts_with(char::is_uppercase)).nth(1).is_some()
        && !with_small(words, has_verb)
}

/// Is it a title that items have everywhere?
pub fn is_known(title: &str) -> bool {
    with_small(title, |title| WORDS.known.begin(title))
}

/// Is a line the title that comes last in most meetings, "Evt."?
pub fn is_last(words: &str) -> bool {
    with_small(words, |words| {
        WORDS.last.iter().any(|last| **last == *words.trim_end_matches([':', '.', ' ']))
    })
}

/// Is a line a word that heads what came of an item, though it has other meanings too: "Vedtagelse", "Protokol:"?
pub fn heads_outcome(line: &str) -> bool {
    const LONGEST: usize = 40;
    line.len() <= LONGEST && with_small(line.trim_end_matches([':', ' ']), |words| WORDS.head_outcome(words))
}

/// Does a line head a table of contents: "Indholdsfortegnelse"?
pub(super) fn heads_contents(words: &str) -> bool {
    words.starts_with(['I', 'i']) && with_small(head_words(words), |words| WORDS.contents.begin(words))
}

/// Does a line say that it was printed before: "Punkt 3: Havnebus (fortsat)"?
pub(super) fn is_continued(words: &str) -> bool {
    let bare = words.trim_end_matches([')', ':']);
    let tail = &bare[text::lines::floor_boundary(bare, bare.len().saturating_sub(12))..];
    tail.ends_with(['t', 'T']) && WORDS.continued.iter().any(|word| ends_in_word(&small(tail), word))
}

/// May a title go on in a line that begins as `words` do? "Bilag 1" lists what belongs to the item.
pub fn may_be_second(words: &str) -> bool {
    !with_small(head_words(words), |words| WORDS.no_second.begin(words))
}

/// Does a title go on in the next line: does it end in a small word, a hyphen or a comma?
pub fn goes_on(title: &str) -> bool {
    title.ends_with(['-', '–', ',']) || {
        let last = title.rsplit(is_space).next().unwrap_or("");
        last.len() < title.len() && WORDS.small.iter().any(|word| last.eq_ignore_ascii_case(word))
    }
}

/// Do `words`, below a title, begin with a small word that joins them to it, and tell nothing: "i den vestlige del af kommunen"?
pub fn joins_on(words: &str) -> bool {
    const FEWEST: usize = 3;
    let first = words.split(is_space).next().unwrap_or("");
    WORDS.small.iter().any(|word| **word == *first)
        && words.split(is_space).count() >= FEWEST
        && !words.contains(['.', ':', ';', '!'])
        && !has_verb(words)
}

#[cfg(test)]
mod tests {
    use super::read;

    fn title(written: &str) -> (&str, Option<bool>) {
        let title = read(written);
        (&written[title.range], title.closed)
    }

    #[test]
    fn marks_colons_and_pages_are_no_part_of_a_title() {
        for (written, closed) in [
            ("Havnebus", None),
            ("Havnebus :", None),
            ("(Åben) Havnebus", Some(false)),
            ("Havnebus (Lukket)", Some(true)),
            ("(Lukket punkt) Havnebus:", Some(true)),
            ("Havnebus ..... 4", None),
            ("Havnebus: Bussen sejler fra maj måned.", None),
        ] {
            assert_eq!(title(written), ("Havnebus", closed), "{written}");
        }
    }

    #[test]
    fn a_colon_may_belong_to_a_title() {
        for written in
            ["D-sag: Havnebus sejler hver eneste dag.", "Havnebus: nye tider", "Valg af A. Holm til nævnet."]
        {
            assert_eq!(title(written).0, written);
        }
    }
}
