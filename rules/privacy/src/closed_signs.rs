//! Lines that speak of closed matter as a heading or a mark does, where no item is read as closed.
//!
//! An item whose mark is written in a way that nobody thought of is read as open, and all of it would be published. So
//! whatever could be such a mark must lie in a closed item, repeat its title, or head a part of the meeting that has one.

mod gate;
mod general;
mod leaving;
mod lettered;
mod lone;
mod markup;
mod named;
mod outlet;
mod passage;
mod phrase;
mod plain;
mod possible;
mod slip;
mod speech;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::closed::tells_who_took_part;
use danish::letters::small;
use data::closed::{Signs, closed};
use minutes::{Minutes, Placed};
use syntax::{Block, Class, Label, LineMark};
use text::{TextRange, TextSize, holds_words, is_space};

pub use general::{speaks_in_general, speaks_of_own, tells_of_others};
pub use lettered::legend;
pub use lone::{bears_letter_of_list, is_lone_section, is_pictured, letters_behind_names, without_letters};
pub use named::names_closed;
pub use passage::{
    Border, attachment_behind_mark, before_any_mark, before_attachment_mark, before_mark, behind_mark,
    border, is_told_in_brackets,
};
pub(crate) use phrase::is_unticked;
pub use phrase::{
    is_marked, is_marked_row, is_of_closed, is_of_meetings, named, names_place, reopens, whole,
};
pub use possible::{
    is_about_doors, is_about_rules, is_column_of_closed, is_column_of_open, is_heading_of_several,
    is_of_people, is_topic, names_days, says_none, says_surely,
};
pub use slip::bears_slip;
pub use speech::{Speech, is_possible, may_speak};

static WORDS: LazyLock<&Signs> = LazyLock::new(|| &closed().signs);

/// How surely a line speaks of closed matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// It may mean something else: "Lukket ungdomsklub".
    Doubtful,
    /// It is a usual mark: "(Lukket)", "Punkter for lukkede døre".
    Mark,
}

/// The lines of `text`, read as `minutes`, that speak of closed matter and that no closed item explains.
pub fn unexplained(text: &str, minutes: &Minutes) -> Vec<(TextRange, Strength)> {
    let closed = Closed::of(text, minutes);
    let has_items = minutes.items().next().is_some();
    let mut found = Vec::new();
    let mut start = TextSize::new(0);
    for (at, block) in minutes.blocks().iter().enumerate() {
        let place = block.line() + start;
        start += block.len;
        let line = &text[place];
        if is_passed_over(block) || closed.holds(place) {
            continue;
        }
        let Some(strength) = strength(line, block.class, has_items).or_else(|| told(line)) else { continue };
        // "Åbent punkt" and "Lukket punkt" side by side head the columns of a form.
        if block.class == CLOSED && beside(minutes.blocks(), at).any(|block| block.class == OPEN) {
            continue;
        }
        let heads_closed = matches!(block.class, Class::Part { .. }) && closed.follows(minutes, at, start);
        if !heads_closed && !closed.repeats(line) && !is_above_none(text, minutes, at, start) {
            found.push((block.words() + (start - block.len), strength));
        }
    }
    found
}

/// Does the next line that says something say that there are none: "Ingen." under "Lukkede punkter"? It is looked for from `start`.
fn is_above_none(text: &str, minutes: &Minutes, at: usize, mut start: TextSize) -> bool {
    for block in &minutes.blocks()[at + 1..] {
        let words = &text[block.words() + start];
        if !words.is_empty() {
            return says_none(words);
        }
        start += block.len;
    }
    false
}

const OPEN: Class = Class::LineMark(LineMark::Open);
const CLOSED: Class = Class::LineMark(LineMark::Closed);

/// The blocks on either side of block `at`.
fn beside(blocks: &[Block], at: usize) -> impl Iterator<Item = &Block> {
    [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| blocks.get(at))
}

/// The stems, which few lines hold, in small letters and in capitals: "Ø" is no "ø" to it.
static STEMS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let stems = WORDS.stems.iter().flat_map(|stem| [stem.clone(), stem.to_uppercase()]);
    let finder = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .prefilter(false)
        // It reads all of a text, and its words are few.
        .kind(Some(AhoCorasickKind::DFA))
        .build(stems);
    finder.expect("a few words make an automaton")
});

/// Is `line`, wherever it stands, such a sign?
pub fn is_sign(line: &str) -> bool {
    strength(line, Class::Text, true).is_some()
}

/// Does `line` head closed attachments: "Lukkede bilag"?
pub(crate) fn heads_attachments(line: &str) -> bool {
    is_of_attachment(line) && possible::is_heading_of_closed(&plain::plain(line))
}

/// Does `line` speak of an attachment, which is marked by itself and closes no item?
pub(crate) fn is_of_attachment(line: &str) -> bool {
    let line = small(line);
    WORDS.attachments.iter().any(|word| line.contains(word.as_str()))
}

fn is_passed_over(block: &Block) -> bool {
    matches!(
        block.class,
        Class::Code
            | Class::Comment
            | Class::Blank
            | Class::Label(Label::Absent | Label::Participants | Label::Officer)
    )
}

/// The closed items of a text.
struct Closed<'t> {
    /// In order.
    places: Vec<TextRange>,
    titles: Vec<&'t str>,
}

impl<'t> Closed<'t> {
    fn of(text: &'t str, minutes: &Minutes) -> Self {
        let closed = || minutes.items().filter(|placed| placed.item.closed);
        let title = |placed: Placed<'_>| placed.item.title.map(|title| &text[title + placed.start]);
        Self {
            places: closed().map(|placed| TextRange::at(placed.start, placed.item.len)).collect(),
            titles: closed().filter_map(title).filter(|title| title.len() >= SHORTEST).collect(),
        }
    }

    fn holds(&self, place: TextRange) -> bool {
        let behind = self.places.partition_point(|closed| closed.start() <= place.start());
        behind.checked_sub(1).is_some_and(|at| place.end() <= self.places[at].end())
    }

    /// Does `line` say the title of one of them: in the table of contents, in what is approved?
    fn repeats(&self, line: &str) -> bool {
        self.titles.iter().any(|title| line.contains(title))
    }

    /// Does a closed item stand under the heading of a part, block `at`, or nothing at all? The next block begins at `start`.
    fn follows(&self, minutes: &Minutes, at: usize, start: TextSize) -> bool {
        let mut end = start;
        let mut says_something = false;
        for block in &minutes.blocks()[at + 1..] {
            if matches!(block.class, Class::Part { .. }) {
                break;
            }
            end += block.len;
            says_something |= !is_passed_over(block) && !matches!(block.class, Class::Furniture);
        }
        !says_something || self.places.iter().any(|closed| start <= closed.start() && closed.start() < end)
    }
}

/// A shorter title says too little to be known again, in bytes.
const SHORTEST: usize = 6;

/// Longer lines are no headings, in bytes; rows of tables may be longer.
const LONGEST: usize = 160;
const LONGEST_ROW: usize = 500;
/// The stop behind a number stands before this byte.
const BEYOND_NUMBER: usize = 20;
/// At least this many words make a sentence.
const SENTENCE: usize = 6;

/// Does `line` speak of closed matter as a heading or a mark does, and how surely?
fn strength(line: &str, class: Class, has_items: bool) -> Option<Strength> {
    let longest = if class == Class::Table { LONGEST_ROW } else { LONGEST };
    if line.len() > longest || !STEMS.is_match(line) {
        return None;
    }
    let lower = small(line);
    let has = |words: &[String]| words.iter().any(|word| lower.contains(word.as_str()));
    if has(&WORDS.opposite) || tells_who_took_part(&lower) {
        return None;
    }
    let words = lower.trim_matches(|c: char| is_space(c) || matches!(c, '#' | '*' | '_' | '`' | '|'));
    let own = WORDS.subjects.iter().any(|subject| words.starts_with(subject.as_str()));
    if has(&WORDS.told) && own {
        return Some(Strength::Mark);
    }
    if is_prose(words, line) {
        return (has(&WORDS.told) && !has_items).then_some(Strength::Mark);
    }
    if counts_closed(words) {
        return Some(Strength::Doubtful);
    }
    let of_attachment = has(&WORDS.attachments);
    let bracket = bracket(&lower, of_attachment);
    if bracket == Some(Strength::Mark) || WORDS.phrases.iter().any(|phrase| holds_words(&lower, phrase)) {
        return Some(Strength::Mark);
    }
    if of_attachment {
        return None;
    }
    let picture = has(&WORDS.pictures).then_some(Strength::Doubtful);
    first(words, line).max(last(words, line)).max(between(words)).max(bracket).max(picture)
}

/// "Fortrolighedsgrad: Høj", "Punktet sløres før offentliggørelse.": a line that says it of its own item and says nothing else.
fn told(line: &str) -> Option<Strength> {
    let phrase = if STEMS.is_match(line) { whole(line)? } else { return None };
    let of_item = !phrase.of_place && !phrase.of_meeting && !phrase.of_rest && phrase.numbers.is_empty();
    of_item.then_some(Strength::Mark)
}

/// "Referatet indeholder ét lukket punkt.": a sentence that counts the closed items, which the copy at hand may lack.
fn counts_closed(words: &str) -> bool {
    let begins = WORDS
        .of_document
        .iter()
        .any(|word| words.strip_prefix(word.as_str()).is_some_and(|rest| rest.starts_with(is_space)));
    let number = |word: &str| {
        WORDS.counts.iter().any(|own| own == word) || word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let mut former = "";
    let counted = words.split(is_space).any(|word| {
        let before = std::mem::replace(&mut former, word);
        WORDS.first.iter().any(|mark| mark == word) && !before.is_empty() && number(before)
    });
    begins && counted && words.ends_with('.')
}

/// A sentence, or a line out of the middle of some.
fn is_prose(words: &str, line: &str) -> bool {
    let n_words = words.split(is_space).count();
    let stopped = words.ends_with(['.', ',', ';', '?', '!']) && !words.ends_with(").");
    let inner = || {
        let at = line.floor_char_boundary(BEYOND_NUMBER);
        line[at..].match_indices(". ").any(|(stop, _)| line[at + stop + 2..].starts_with(char::is_uppercase))
    };
    let begins_small = || {
        let bare = line.trim_start_matches(is_space);
        // "b) Udlejning (lukket)".
        let is_lettered = bare.chars().nth(1).is_some_and(|second| matches!(second, ')' | '.'));
        bare.starts_with(char::is_lowercase) && !is_lettered
    };
    n_words >= SENTENCE && (stopped || inner() || begins_small())
}

/// Does a bracket in `lower` hold the mark, with or without a reason, or begin with its words?
fn bracket(lower: &str, of_attachment: bool) -> Option<Strength> {
    let of = |(at, open): (usize, &str)| {
        let inner = &lower[at + open.len()..];
        let inner = inner.split([')', ']', '}']).next().unwrap_or(inner);
        let inner = inner.trim_matches(|c: char| is_space(c) || matches!(c, '.' | '*' | '_'));
        let rest = WORDS.bracketed.iter().filter_map(|mark| inner.strip_prefix(mark.as_str()));
        let rest =
            rest.filter(|rest| !rest.starts_with(char::is_alphanumeric)).min_by_key(|rest| rest.len())?;
        let bare = rest.trim_start_matches(is_space);
        // "Biblioteket (lukket i juli)".
        let shut = WORDS.shut.iter().any(|word| holds_words(bare, word) && bare.starts_with(word.as_str()));
        if shut && !WORDS.reasons.iter().any(|reason| bare.starts_with(reason.as_str())) {
            return None;
        }
        let of_item = !of_attachment || WORDS.of_items.iter().any(|word| inner.contains(word.as_str()));
        let whole = bare.is_empty()
            || bare.starts_with([',', ';', ':', '-', '–', '§'])
            || WORDS.reasons.iter().any(|reason| bare.starts_with(reason.as_str()));
        of_item.then_some(if whole { Strength::Mark } else { Strength::Doubtful })
    };
    lower.match_indices(['(', '[', '{']).filter_map(of).max()
}

/// "Lukket: Køb", "Lukket 4 Ny hal", "Lukkede emner", "Punkt 5 Lukket Køb"; not "Lukket kloakering af Engvej".
fn first(words: &str, line: &str) -> Option<Strength> {
    let words = words.trim_start_matches(|c: char| !c.is_alphabetic());
    let item = ["punkt", "pkt.", "pkt", "sag", "ad"].iter().find_map(|word| words.strip_prefix(word));
    let behind = item.map(|rest| rest.trim_start_matches(|c: char| !c.is_alphabetic()));
    let words = behind.filter(|rest| begins_closed(rest).is_some()).unwrap_or(words);
    let (mark, rest) = begins_closed(words)?;
    let bare = rest.trim_start_matches(|c: char| is_space(c) || c == '.');
    let marks = bare.is_empty()
        || bare.starts_with([':', '-', '–', '—'])
        || bare.starts_with(|c: char| c.is_ascii_digit())
        // "Lukket B. Forlig".
        || bare.starts_with(char::is_alphabetic) && bare.chars().nth(1).is_some_and(|c| matches!(c, '.' | ')' | ':'));
    if marks {
        // "Lukket: 24.-26. december".
        return (!possible::is_opening(bare)).then_some(Strength::Mark);
    }
    let treated =
        WORDS.treated.iter().any(|word| bare.split(|c: char| !c.is_alphanumeric()).next() == Some(word));
    (treated || is_title_behind(mark, line)).then_some(Strength::Doubtful)
}

/// The word of closed matter that `words` begins with, and what follows.
fn begins_closed(words: &str) -> Option<(&str, &str)> {
    let rest = WORDS.first.iter().filter_map(|word| words.strip_prefix(word.as_str()));
    let rest = rest.filter(|rest| !rest.starts_with(char::is_alphanumeric)).min_by_key(|rest| rest.len())?;
    Some((&words[..words.len() - rest.len()], rest))
}

/// Does a title of its own begin behind the word `mark` of `line`? Danish has a capital in the middle of a title for names alone.
fn is_title_behind(mark: &str, line: &str) -> bool {
    let mut words = line
        .split(is_space)
        .skip_while(|word| small(word.trim_matches(|c: char| !c.is_alphabetic())) != mark);
    words.nth(1).is_some_and(|next| next.starts_with(char::is_uppercase) && next.contains(char::is_lowercase))
}

/// "Køb, lukket", "Status: Lukket", "Sagsnr. 12-34 Lukket".
fn last(words: &str, line: &str) -> Option<Strength> {
    let words = words.trim_end_matches(|c: char| !c.is_alphanumeric());
    let word = WORDS.last.iter().find(|word| words.ends_with(word.as_str()))?;
    let before = &words[..words.len() - word.len()];
    if before.ends_with(char::is_alphanumeric) {
        return None;
    }
    let bare = before.trim_end_matches(is_space);
    // "Fredag: lukket".
    if bare.ends_with(':') && WORDS.opening.iter().any(|word| bare.contains(word.as_str())) {
        return None;
    }
    if bare.ends_with([',', '-', '–', '—', '/', ':', '|', '\t']) {
        return Some(Strength::Mark);
    }
    let capital = line.split(is_space).rfind(|word| word.contains(char::is_alphabetic)).is_some_and(|word| {
        word.trim_start_matches(|c: char| !c.is_alphabetic()).starts_with(char::is_uppercase)
    });
    (capital && line.contains(char::is_lowercase)).then_some(Strength::Doubtful)
}

/// "Punkt 4 - lukket - Køb".
fn between(words: &str) -> Option<Strength> {
    let mut parts = words.split(['-', '–', '—', '|', '/']).map(|part| part.trim_matches(is_space));
    parts.any(|part| WORDS.last.iter().any(|word| part == word)).then_some(Strength::Mark)
}
