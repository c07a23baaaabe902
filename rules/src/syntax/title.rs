//! The words of a title, and of lines that stand near one: what they say for and against an item's heading.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;
use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::danish::letters::small;
use crate::data;
use crate::text::is_space;

/// Beginnings of lines, by their first byte; "forslag*" lets the last word go on.
#[derive(Debug)]
pub(super) struct Beginnings(FxHashMap<u8, Vec<(Box<str>, bool)>>);

impl From<Vec<Box<str>>> for Beginnings {
    fn from(written: Vec<Box<str>>) -> Self {
        let mut by_first: FxHashMap<u8, Vec<(Box<str>, bool)>> = FxHashMap::default();
        for entry in written {
            let (words, open) = entry.strip_suffix('*').map_or((&*entry, false), |words| (words, true));
            let first = words.as_bytes().first().copied().unwrap_or(0);
            by_first.entry(first).or_default().push((words.into(), open));
        }
        Self(by_first)
    }
}

impl Beginnings {
    /// Does `words`, in small letters, begin with one of these?
    pub(super) fn begin(&self, words: &str) -> bool {
        let Some(first) = words.as_bytes().first() else { return false };
        self.0.get(first).is_some_and(|all| {
            all.iter().any(|(begin, open)| {
                words.strip_prefix(&**begin).is_some_and(|rest| {
                    *open
                        || begin.ends_with(|c: char| !c.is_alphanumeric())
                        || !rest.starts_with(char::is_alphanumeric)
                })
            })
        })
    }
}

#[derive(Deserialize)]
struct Written {
    titles: WrittenTitles,
    counted: Counted,
    outcomes: Outcomes,
    abbreviations: Abbreviations,
    above: WrittenAbove,
    inside: Inside,
    marks: Marks,
    case: Case,
}

#[derive(Debug, Deserialize)]
struct Case {
    labels: Vec<Box<str>>,
    #[serde(default)]
    other: Vec<Box<str>>,
}

#[derive(Deserialize)]
struct WrittenTitles {
    known: Vec<Box<str>>,
    usual: Vec<Box<str>>,
    colon: Vec<Box<str>>,
}

#[derive(Deserialize)]
struct Counted {
    after: Vec<Box<str>>,
}

#[derive(Deserialize)]
struct Outcomes {
    said: Vec<Box<str>>,
}

#[derive(Deserialize)]
struct Abbreviations {
    ends: Vec<Box<str>>,
}

#[derive(Deserialize)]
struct WrittenAbove {
    agenda: Vec<Box<str>>,
    agenda_holds: Vec<Box<str>>,
    contents: Vec<Box<str>>,
    head: Vec<Box<str>>,
    unfinished: Vec<Box<str>>,
    lead_in: Vec<Box<str>>,
    small: Vec<Box<str>>,
}

#[derive(Debug, Deserialize)]
struct Inside {
    decision: Vec<Box<str>>,
    alone: Vec<Box<str>>,
    recommendation: Vec<Box<str>>,
}

#[derive(Deserialize)]
struct Marks {
    open: Vec<Box<str>>,
    closed: Vec<Box<str>>,
}

/// The words, compiled once.
#[derive(Debug)]
pub(super) struct Words {
    pub(super) known: Beginnings,
    pub(super) usual: Beginnings,
    colon: Beginnings,
    pub(super) counted: Beginnings,
    outcomes: Beginnings,
    pub(super) agenda: Beginnings,
    pub(super) agenda_holds: Vec<Finder<'static>>,
    contents: Beginnings,
    pub(super) head: Beginnings,
    abbreviations: Vec<Box<str>>,
    pub(super) unfinished: Vec<Box<str>>,
    pub(super) lead_in: Vec<Finder<'static>>,
    small: Vec<Box<str>>,
    inside: Inside,
    marks: Vec<(Box<str>, bool)>,
    case: Case,
    of_case: Beginnings,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let Written { titles, counted, outcomes, abbreviations, above, inside, marks, mut case } =
        data::read("item_headings");
    let open = marks.open.into_iter().map(|mark| (mark, false));
    Words {
        known: titles.known.into(),
        usual: titles.usual.into(),
        colon: titles.colon.into(),
        counted: counted.after.into(),
        outcomes: outcomes.said.into(),
        agenda: above.agenda.into(),
        agenda_holds: finders(&above.agenda_holds),
        contents: above.contents.into(),
        head: above.head.into(),
        abbreviations: abbreviations.ends,
        unfinished: above.unfinished,
        lead_in: finders(&above.lead_in),
        small: above.small,
        inside,
        of_case: std::mem::take(&mut case.other).into(),
        case,
        marks: open.chain(marks.closed.into_iter().map(|mark| (mark, true))).collect(),
    }
});

fn finders(words: &[Box<str>]) -> Vec<Finder<'static>> {
    words.iter().map(|word| Finder::new(&**word).into_owned()).collect()
}

pub(super) fn words() -> &'static Words {
    &WORDS
}

impl Words {
    /// Does `words`, in small letters, say an outcome in one of its first five words?
    pub(super) fn say_outcome(&self, words: &str) -> bool {
        let mut at = 0;
        for word in words.split(' ').take(5) {
            if self.outcomes.begin(&words[at..]) {
                return true;
            }
            at += word.len() + 1;
        }
        false
    }

    /// Does a line, in small letters, begin with the label of a decision, or is it "Referat" and nothing else?
    pub(super) fn label_decision(&self, words: &str) -> bool {
        labels(&self.inside.decision, words)
            || self.inside.alone.iter().any(|name| words.trim_end_matches([':', ' ', '*']) == &**name)
    }

    /// Does a line, in small letters, begin with the label of a recommendation?
    pub(super) fn label_recommendation(&self, words: &str) -> bool {
        labels(&self.inside.recommendation, words)
    }

    /// Does `words`, in small letters, end in a stop that ends no sentence?
    pub(super) fn end_in_abbreviation(&self, words: &str) -> bool {
        self.abbreviations.iter().any(|end| ends_in_word(words, end))
    }
}

/// Does one of `names` stand before a colon and some text?
fn labels(names: &[Box<str>], words: &str) -> bool {
    names.iter().any(|name| {
        words
            .strip_prefix(&**name)
            .and_then(|rest| rest.trim_start_matches(is_space).strip_prefix(':'))
            .is_some_and(|rest| rest.contains(char::is_alphanumeric))
    })
}

/// Is `word` the last word of `words`?
pub(super) fn ends_in_word(words: &str, word: &str) -> bool {
    words.strip_suffix(word).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
}

/// The mark "(Åben)" or "(Lukket)" that `title` begins with: its bytes, and whether it says closed.
pub(super) fn mark(title: &str) -> Option<(usize, bool)> {
    let rest = title.strip_prefix('(')?;
    let close = rest.char_indices().take(20).find(|(_, c)| *c == ')')?.0 + 2;
    let folded = small(&title[..close]);
    let (_, closed) = WORDS.marks.iter().find(|(mark, _)| **mark == *folded)?;
    Some((close, *closed))
}

/// The mark that `title` ends with: where it begins, and whether it says closed.
fn mark_behind(title: &str) -> Option<(usize, bool)> {
    let open = title.ends_with(')').then(|| title.rfind('('))??;
    let (len, closed) = mark(&title[open..])?;
    (open + len == title.len() && open > 0).then_some((open, closed))
}

/// A title without what is no part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Title {
    /// The bytes of the title.
    pub(crate) range: Range<usize>,
    /// Does a mark say that the item is open or closed?
    pub(crate) closed: Option<bool>,
    /// Does the text go on behind the title, on the same line?
    pub(crate) text_behind: bool,
}

/// The title in `written`: without a mark, a colon at its end, a page number, and the text that follows a colon.
pub(crate) fn read(written: &str) -> Title {
    let mut range = trimmed(written, 0..written.len());
    if let Some(entry) = super::contents::entry(written) {
        range.end = range.start + entry.title.trim_start_matches(is_space).len();
    }
    let mut title = Title { range, closed: None, text_behind: false };
    if let Some((len, closed)) = mark(&written[title.range.clone()]) {
        title.closed = Some(closed);
        title.range = trimmed(written, title.range.start + len..title.range.end);
    }
    if let Some(end) = head_end(&written[title.range.clone()]) {
        title.range.end = title.range.start + end;
        title.text_behind = true;
    }
    title.range.end = title.range.start + without_colon(&written[title.range.clone()]).len();
    if let Some((at, closed)) = mark_behind(&written[title.range.clone()]) {
        title.closed = Some(closed);
        title.range.end = title.range.start + at;
        title.range.end = title.range.start + without_colon(&written[title.range.clone()]).len();
    }
    title
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let outer = |c: char| is_space(c) || matches!(c, '*' | '_');
    let words = &text[range.clone()];
    let start = range.start + words.len() - words.trim_start_matches(outer).len();
    start..(range.start + words.trim_end_matches(outer).len()).max(start)
}

fn without_colon(words: &str) -> &str {
    words.trim_end_matches(|c: char| is_space(c) || c == ':')
}

/// Where the title ends in "Titel: sætning." and "Titel. Sætning.": a short title with a whole sentence behind it.
fn head_end(words: &str) -> Option<usize> {
    if !words.ends_with(['.', ':']) {
        return None;
    }
    let folded = small(words);
    if folded.len() != words.len() || WORDS.colon.begin(&folded) {
        return None;
    }
    for (at, sign) in words.char_indices().take(62).skip(3) {
        let rest = &words[at + sign.len_utf8()..];
        if !matches!(sign, ':' | '.') || !rest.starts_with(is_space) {
            continue;
        }
        let rest = rest.trim_start_matches(is_space);
        let head = &folded[..at];
        let initial = head.rsplit(is_space).next().is_some_and(|word| word.chars().count() == 1);
        let short = sign == '.' && (initial || WORDS.end_in_abbreviation(&folded[..=at]));
        if short || !rest.starts_with(char::is_uppercase) {
            continue;
        }
        let known = WORDS.known.begin(head);
        return (rest.split(is_space).count() >= 3 || known).then_some(at);
    }
    None
}

/// Do the letters of `words` say the title once more, whole?
pub(crate) fn is_same(words: &str, title: &str) -> bool {
    fn letters(words: &str) -> impl Iterator<Item = char> {
        words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
    }
    words.len() <= title.len() + 8 && letters(words).eq(letters(title))
}

/// Does `words` begin as a title written close to its number does: "1.Temamøde", but not "1.at"?
pub(super) fn begins_title(words: &str) -> bool {
    words.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '\'' | '§' | '»' | '”'))
}

/// Is `name`, in small letters, a label of the number of a case: "sagsnr."?
pub(super) fn labels_case(name: &str) -> bool {
    WORDS.case.labels.iter().any(|label| **label == *name.trim_end_matches(is_space))
}

/// Does `words`, behind the number of a case, say something else of it than its title: "Dok.nr.: 5"?
pub(super) fn is_of_case(words: &str) -> bool {
    WORDS.of_case.begin(&small(head_words(words)))
}

/// The first words, as far as a label goes.
fn head_words(words: &str) -> &str {
    &words[..crate::text::lines::floor_boundary(words, 30)]
}

/// Does a line head a table of contents: "Indholdsfortegnelse"?
pub(super) fn heads_contents(words: &str) -> bool {
    words.starts_with(['I', 'i']) && WORDS.contents.begin(&small(words))
}

/// Does a title go on in the next line: does it end in a small word, a hyphen or a comma?
pub(super) fn goes_on(title: &str) -> bool {
    title.ends_with(['-', '–', ',']) || {
        let last = title.rsplit(is_space).next().unwrap_or("");
        last.len() < title.len() && WORDS.small.iter().any(|word| last.eq_ignore_ascii_case(word))
    }
}

/// The letters and digits that `words` begins with, as one number to compare with; 0 for fewer than four of them.
pub(super) fn key(words: &str) -> u32 {
    const LETTERS: usize = 20;
    let mut hash: u32 = 0x811c_9dc5;
    let mut n = 0;
    for c in words.chars().filter(|c| c.is_alphanumeric()).take(LETTERS) {
        let c = if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) };
        hash = (hash ^ u32::from(c)).wrapping_mul(0x0100_0193);
        n += 1;
    }
    if n < 4 { 0 } else { hash | 1 }
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
