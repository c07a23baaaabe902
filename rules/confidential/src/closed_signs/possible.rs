//! Lines that may speak of closed matter in a way that is no usual mark. They keep a copy from being written, and no more.

#[cfg(test)]
mod tests;

use super::WORDS;
use super::denied::{has_year, is_denied, says_done};
use super::gate::Held;
use super::general::without_general;
use super::leaving::says_who_left;
use super::lettered::{is_lettered, is_spaced, is_starred, legend};
use super::lone::{is_initials, is_lone_section, is_voter};
use super::markup::has_closed_tag;
use super::meetings::is_of_meetings;
use super::named::names_closed;
use super::outlet::is_kept_from_others;
use super::people::tells_of_people;
use super::phrase::{is_for_few, is_marked, is_unticked, tells, whole};
use super::plain::plain;
use super::secrecy::says_secret;
use super::slip::{is_slip, is_slip_in_bracket};
use super::vocabulary::{is_day, is_of_meeting, said, words};
use super::{Strength, is_sign, strength};
use danish::letters::small;
use data::closed::closed;
use syntax::closed::says_closed;
use text::lines::floor_boundary;
use text::{holds_words, is_space};

/// A line of no more words says something of what stands around it.
const FEW_WORDS: usize = 4;

/// "Lukket: Nej"
pub(super) fn is_answered_no(line: &str) -> bool {
    line.split_once(':').is_some_and(|(label, answer)| {
        let answer = answer.trim_matches(|c| is_space(c) || matches!(c, '.' | '*' | '_'));
        small(answer) == "nej" && names_closed(label)
    })
}

/// Does `line`, which holds `held`, speak of it? Most lines hold no word of closed matter and no odd sign, and are done with
/// when those were looked for.
pub(super) fn speaks(line: &str, held: Held) -> bool {
    held.has(Held::WORD) && says_in_words(line, held)
        || held.has(Held::GOING) && says_who_left(line)
        || held.has(Held::OUTLET) && is_kept_from_others(line)
        || held.has(Held::SECRET) && says_secret(line)
        || has_odd_sign(line)
}

fn says_in_words(line: &str, held: Held) -> bool {
    !is_unticked(line) && says_in_any_words(line, held)
}

fn says_in_any_words(line: &str, held: Held) -> bool {
    is_sign(line)
        || says_closed(line) && !small(line).contains("bilag") && !is_opening(&small(line))
        || cells(line).any(is_mark_cell)
        || says_it(line, held)
        || tells(line) && !small(line).contains("bilag")
        || begins_with_mark(line)
        || is_heading_of_closed(line)
        || tells_of_people(line)
        || is_spaced(line)
        || is_ticked(line)
        || legend(line).is_some()
}

/// What says it without a whole word: a letter, a star, a section, a word with a slip.
pub(super) fn has_odd_sign(line: &str) -> bool {
    is_lettered(line)
        || cells(line).any(|cell| is_letter_of_closed(cell) || is_lettered(cell))
        || brackets(line)
            .any(|inner| is_odd_bracket(inner) && !is_initials(line, inner) && !is_voter(line, inner))
        || behind_dash(line).is_some_and(|last| is_for_few(&small(last)))
        || is_slip(line)
        || is_broken(line)
        || is_starred(line)
        || is_lone_section(line)
}

/// "Luk-", "Køb af grund (luk-": a mark that the end of the line cuts in two.
fn is_broken(line: &str) -> bool {
    begin_of_broken(line).is_some()
}

/// Do the last word of `line` and the first of `next` make a mark, or is `line` not cut in two?
pub fn may_go_on_as_mark(line: &str, next: &str) -> bool {
    let Some(begin) = begin_of_broken(line) else { return true };
    let rest = next.trim_start_matches(is_space);
    let rest = &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())];
    let word = small(&format!("{}{rest}", begin.trim_end_matches('-').replace('-', "")));
    WORDS.first.iter().chain(&WORDS.strong).any(|mark| word.starts_with(mark.trim_end_matches('.')))
        || word.starts_with("ikkeoffentlig")
}

/// What a mark begins with that the end of `line` cuts in two.
fn begin_of_broken(line: &str) -> Option<&str> {
    let bare = line.trim_end_matches(is_space);
    if !bare.ends_with('-') {
        return None;
    }
    let begin = bare.rfind(|c: char| is_space(c) || matches!(c, '(' | '[')).map_or(0, |at| at + 1);
    let before = bare[..begin].trim_end_matches(is_space);
    let stands = before.ends_with(['(', '[', ':', '-', '–']) || !before.contains(char::is_alphabetic);
    let is_part = || WORDS.broken.iter().any(|part| *part == small(&bare[begin..]));
    (stands && is_part()).then_some(&bare[begin..])
}

/// `- [x] 2. Lukket: Opsigelse`, "☑ Fortroligt: Salg": is the heading behind a tick, and behind a number, marked?
fn is_ticked(line: &str) -> bool {
    let bare = line.trim_start_matches(|c: char| is_space(c) || matches!(c, '-' | '*' | '+'));
    let Some(rest) = ["[x]", "[X]", "☑", "☒", "✔", "✓", "✅"].iter().find_map(|tick| bare.strip_prefix(tick))
    else {
        return false;
    };
    let rest = rest.trim_start_matches(|c: char| {
        is_space(c) || matches!(c, '\u{fe0f}' | '.' | ')') || c.is_ascii_digit()
    });
    is_marked(rest)
}

/// Can `line` mean nothing but that something is closed? Slips, stars, letters and headings may mean something else.
pub fn says_surely(line: &str) -> bool {
    if has_closed_tag(line) {
        return true;
    }
    let line = plain(line);
    let rest = without_general(&line);
    let line = rest.as_deref().unwrap_or(&line).trim_matches(is_space);
    strength(line) == Some(Strength::Mark)
        || cells(line).any(is_mark_cell)
        || says_it(line, Held::of(line))
        || tells(line)
        || begins_with_mark(line)
        || is_spaced(line)
        || brackets(line).any(|inner| WORDS.shortened.iter().any(|short| *short == small(inner)))
        || WORDS.pictures.iter().any(|picture| line.contains(picture.as_str()))
}

/// A longer line is no heading of these words, in bytes.
const LONGEST_HEADING: usize = 60;
/// What stands in a bracket as a mark is no longer, in bytes.
const LONGEST_BRACKET: usize = 160;

/// The cells of a row of a table, with bars, tabs or semicolons between them; none where the line is no row.
fn cells(line: &str) -> impl Iterator<Item = &str> {
    // Most lines hold none of these.
    let may_be = memchr::memchr3(b'|', b'\t', b';', line.as_bytes()).is_some();
    let sign = [('|', 2), ('\t', 1), (';', 3)].into_iter().filter(|_| may_be);
    let sign =
        sign.filter(|(sign, least)| line.matches(*sign).count() >= *least).map(|(sign, _)| sign).next();
    sign.into_iter().flat_map(move |sign| line.split(sign))
}

/// "| Mandag | Lukket |": a row of opening hours, which has no number.
pub(super) fn is_row_of_days(row: &str) -> bool {
    if !row.contains(['|', '\t']) {
        return false;
    }
    let lower = small(row);
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.next().is_some_and(is_day)
}

/// Are two cells of `row` names of days?
pub fn names_days(row: &str) -> bool {
    let lower = small(row);
    lower.split(['|', '\t']).filter(|cell| is_day(cell.trim_matches(is_space))).count() > 1
}

/// A cell that says "Lukket" and nothing else, or before what it says; a cell that is a heading with a mark.
fn is_mark_cell(cell: &str) -> bool {
    let cell = cell.trim_matches(|c: char| is_space(c) || matches!(c, '*' | '_' | '"' | '`'));
    let lower = small(cell);
    let bare = lower.trim_end_matches('.');
    WORDS.bracketed.iter().chain(&WORDS.phrases).any(|mark| bare == mark.as_str())
        || bare == "lukkede"
        || begins_with_mark(cell)
        || is_sign(cell)
}

/// "| L |", "| 2L |": a cell of the letter alone.
fn is_letter_of_closed(cell: &str) -> bool {
    let cell = cell.trim_matches(|c: char| is_space(c) || matches!(c, '*' | '_' | '"' | '`' | '.'));
    matches!(cell, "L" | "l" | "2L" | "2l")
}

/// "Lukkede bilag", "Personsag": a heading of these words alone.
pub(super) fn is_heading_of_closed(line: &str) -> bool {
    // "Bilag (lukkede): Aftale.pdf"
    let line = match line.split_once(": ") {
        Some((label, _)) if line.contains("ilag") => label,
        _ => line,
    };
    if line.len() > LONGEST_HEADING {
        return false;
    }
    let lower = small(line);
    let words = lower.trim_matches(|c: char| !c.is_alphabetic());
    let words = ["punkt", "pkt", "ad", "sag"]
        .iter()
        .find_map(|word| words.strip_prefix(word))
        .map_or(words, |rest| rest.trim_start_matches(|c: char| !c.is_alphabetic()));
    // "Bilag (lukkede)" as "bilag lukkede".
    let bare = || {
        words
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    WORDS.headings.iter().any(|heading| words == heading)
        || words.starts_with("bilag") && WORDS.headings.contains(&bare())
}

/// Is `title` what an item is about, and no mark: "Tavshedspligt"?
pub fn is_topic(title: &str) -> bool {
    let lower = small(title);
    let words = lower.trim_matches(|c: char| !c.is_alphabetic());
    WORDS.topics.iter().any(|topic| words == topic)
}

/// Is `title` about the doors of some house: "Lukkede døre på plejehjem"? Cases are treated "for" and "bag" such doors.
pub fn is_about_doors(title: &str) -> bool {
    let lower = small(title);
    let Some((before, behind)) = lower.split_once("lukkede døre ") else { return false };
    let is_treated = before.split_whitespace().next_back().is_some_and(|last| matches!(last, "for" | "bag"));
    let place = ["på ", "hos ", "i "].iter().find_map(|lead| behind.strip_prefix(lead));
    !is_treated && place.is_some_and(|place| !place.split_whitespace().next().is_none_or(is_of_meetings))
}

/// Is `title` about rules: "Ændring af forretningsorden"?
pub fn is_about_rules(title: &str) -> bool {
    let lower = small(title);
    WORDS.rules.iter().any(|rules| lower.contains(rules.as_str()))
}

/// "Offentlighed: ingen", "Ingen omtale før salget", "Der var ingen tilhørere til stede under punktet": is what there is none of the public?
pub fn shuts_out(line: &str) -> bool {
    whole(line).is_some() || says_who_left(line) || says_secret(line)
}

/// "2. Lukkede punkter": does a heading speak of items, and not of one?
pub fn is_heading_of_several(heading: &str) -> bool {
    let lower = small(heading);
    ["lukkede", "fortrolige", "ikke-offentlige", "ikke offentlige"]
        .iter()
        .any(|several| holds_words(&lower, several))
}

/// Does the column under `head` say of each item whether it is open, or whether it is closed?
pub fn is_column_of_open(head: &str) -> bool {
    WORDS.open_columns.iter().any(|column| column == head)
}

/// The same for "Lukket".
pub fn is_column_of_closed(head: &str) -> bool {
    WORDS.closed_columns.iter().any(|column| column == head)
}

/// A sentence that says it of an item, or of anything where nothing else can be meant.
fn says_it(line: &str, held: Held) -> bool {
    let (anywhere, may_be_said) = (held.has(Held::ANYWHERE), held.has(Held::SAID));
    if !anywhere && !may_be_said {
        return false;
    }
    let lower = small(line);
    // What one sentence denies another may say.
    let holds = |said: &str| {
        WORDS.anywhere.iter().any(|phrase| holds_words(said, phrase) && !means_other(said, phrase))
    };
    if anywhere && holds(&lower) && said(line).iter().any(|said| holds(said) && !is_denied(said)) {
        return true;
    }
    // "Den blev behandlet som lukket punkt den 4. marts og er nu åben."
    let says = |said: &String| {
        !WORDS.reopened.iter().any(|phrase| holds_words(said, phrase))
            && said.split(['.', '!', '?', '\t', '|']).any(of_sentence)
    };
    may_be_said && said(line).iter().any(says)
}

/// "Der ikke lægges op til flere møder": does `phrase` go on, wherever it stands in `said`, to mean something else?
fn means_other(said: &str, phrase: &str) -> bool {
    let others = WORDS.otherwise.iter().filter(|other| other.starts_with(phrase));
    let n_others: usize = others.map(|other| said.matches(other.as_str()).count()).sum();
    n_others > 0 && n_others >= said.matches(phrase).count()
}

fn of_sentence(sentence: &str) -> bool {
    let said = || WORDS.said.iter().any(|phrase| holds_words(sentence, phrase));
    let about = || {
        let mut words = sentence.split(|c: char| !c.is_alphanumeric());
        words.any(|word| WORDS.about.iter().any(|about| about == word))
    };
    // "Karaktererne offentliggøres ikke."
    let of_others = || {
        let first = words(sentence).next().unwrap_or_default();
        let is_own = is_of_meeting(first) || closed().outlets.texts.contains(first);
        sentence.contains("offentliggør") && !is_own
    };
    let few = sentence.split(is_space).filter(|word| !word.is_empty()).count() <= FEW_WORDS && !of_others();
    let denied = is_denied(sentence) || has_year(sentence) || sentence.contains("bilag");
    // "Sagen er lukket i systemet": the phrase itself is known by its words.
    let done = !says_done(sentence);
    let of_record = sentence.split_once("til referat").is_none_or(|(before, _)| denies_at_end(before));
    !denied && done && of_record && said() && (about() || few && !says_done(sentence))
}

/// "Indlægget blev ikke ført" before "til referat": is it said there that it was not? What a later clause denies is another matter.
fn denies_at_end(before: &str) -> bool {
    const NEAR: usize = 4;
    before
        .split(is_space)
        .filter(|word| !word.is_empty())
        .rev()
        .take(NEAR)
        .any(|word| closed().outlets.not.contains(word))
}

/// "Lukket. Hun er syg.", "(Fortroligt) Hun er syg", however long the paragraph is.
fn begins_with_mark(line: &str) -> bool {
    let lower = small(line);
    let words = lower.trim_start_matches(|c: char| !c.is_alphabetic());
    // "FORTR.: Kasse", "Luk. punkt: Løn"
    let label = words.split_once(':').map(|(label, _)| label.trim_end_matches('.'));
    if label.is_some_and(|label| WORDS.shortened.iter().any(|short| short == label)) {
        return true;
    }
    let Some(rest) = WORDS.before_text.iter().find_map(|mark| words.strip_prefix(mark.as_str())) else {
        return false;
    };
    let rest = [" punkt", " sag", " møde"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let rest = rest.trim_start_matches(is_space);
    let shut = WORDS
        .shut
        .iter()
        .any(|word| holds_words(rest.trim_start_matches(|c: char| !c.is_alphanumeric()), word))
        || is_opening(rest);
    let shut = shut && rest.split(is_space).count() <= MOST_OPENING;
    rest.is_empty() || rest.starts_with(['.', ':', ')', ']', '-', '–', '—', ',']) && !shut
}

/// A line about hours that says when something is shut has no more words.
const MOST_OPENING: usize = 8;

/// "24.-26. december", "fredag": days on which something is shut.
pub(super) fn is_opening(rest: &str) -> bool {
    rest.split(is_space).count() <= MOST_OPENING
        && WORDS.opening.iter().any(|word| rest.contains(word.as_str()))
}

/// What stands in brackets.
fn brackets(line: &str) -> impl Iterator<Item = &str> {
    // Most lines hold none of these.
    let line = if memchr::memchr3(b'(', b'[', b'{', line.as_bytes()).is_some() { line } else { "" };
    line.match_indices(['(', '[', '{']).filter_map(|(at, open)| {
        let inner = &line[at + open.len()..];
        // Of a bracket that nothing closes no more is looked at, which keeps many of them linear.
        let inner = &inner[..floor_boundary(inner, LONGEST_BRACKET)];
        inner
            .split([')', ']', '}'])
            .next()
            .map(|inner| inner.trim_matches(|c: char| is_space(c) || matches!(c, '.' | '*' | '_')))
    })
}

/// What stands behind the last dash between spaces: "Salg - kun forretningsudvalget".
fn behind_dash(line: &str) -> Option<&str> {
    // Most lines hold no dash; of those beyond ASCII this is the first byte.
    memchr::memchr2(b'-', b'\xe2', line.as_bytes())?;
    [" - ", " – ", " — "]
        .iter()
        .filter_map(|dash| line.rsplit_once(dash))
        .map(|(_, last)| last)
        .min_by_key(|last| last.len())
}

/// "(L)", "(§ 10)", "(Luket)".
fn is_odd_bracket(inner: &str) -> bool {
    let lower = small(inner);
    // "l" in small letters is a litre, or the first point of some.
    let lettered = |letters: &String| *lower == **letters && (letters.len() > 1 || inner.starts_with('L'));
    // "(lukk. punkt)"
    let of_item = || {
        let (first, item) = lower.split_once([' ', '.'])?;
        let item = item.trim_matches(|c: char| !c.is_alphabetic());
        (first.len() > 1 && WORDS.letters.iter().any(|own| own == first))
            .then(|| WORDS.joined.iter().any(|own| own == item))
    };
    WORDS.letters.iter().any(lettered)
        || of_item() == Some(true)
        || WORDS.begins.iter().any(|begin| lower.starts_with(begin.as_str()))
        || is_for_few(&lower)
        || is_slip_in_bracket(&lower)
}
