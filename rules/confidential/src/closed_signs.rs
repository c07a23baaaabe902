//! Lines that speak of closed matter by their own words: as a heading or a mark does, in a sentence, by a sign.
//!
//! An item whose mark is written in a way that nobody thought of is read as open, and all of it would be published. So
//! whatever could be such a mark is one here; `closure` asks what stands around it.

mod columns;
mod denied;
mod elsewhere;
mod gate;
mod general;
mod leaving;
mod lettered;
mod letters;
mod lone;
mod markup;
mod meetings;
mod named;
mod outlet;
mod passage;
mod people;
mod phrase;
mod plain;
mod possible;
mod secrecy;
mod slip;
mod speech;
#[cfg(test)]
mod tests;
mod titles;
mod vocabulary;

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::closed::tells_who_took_part;
use danish::letters::small;
use data::closed::{Signs, closed};
use syntax::closed::describes;
use text::{holds_words, is_space};

pub use columns::are_states;
pub use denied::says_none;
pub use elsewhere::{count_told, leading_number, tells_of_some};
pub use general::{speaks_in_general, speaks_of_own, tells_of_others};
pub use lettered::legend;
pub use lone::{bears_letter_of_list, is_lone_section, is_pictured, letters_behind_names, without_letters};
pub use meetings::{is_of_meetings, names_place, reopens};
pub use named::names_closed;
pub use passage::{
    Border, attachment_behind_mark, before_any_mark, before_attachment_mark, before_mark, behind_mark,
    border, is_told_in_brackets, marks_attachment,
};
pub use people::is_of_people;
pub(crate) use phrase::is_unticked;
pub use phrase::{Phrase, is_marked, is_marked_row, is_of_closed, item_numbers, named, open_numbers, whole};
pub use possible::{
    is_about_doors, is_about_rules, is_column_of_closed, is_column_of_open, is_heading_of_several, is_topic,
    may_go_on_as_mark, names_days, says_surely, shuts_out,
};
pub use secrecy::{enjoins_silence, may_mark_heading, may_mark_item};
pub use slip::bears_slip;
pub use speech::{Speech, is_possible, may_speak};
pub use titles::{ends_closed_part, introduces, is_about_closed, is_word_named};

static WORDS: LazyLock<&Signs> = LazyLock::new(|| &closed().signs);

/// How surely a line speaks of closed matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// It may mean something else: "Lukket ungdomsklub".
    Doubtful,
    /// It is a usual mark: "(Lukket)", "Punkter for lukkede døre".
    Mark,
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
    strength(line).is_some()
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

/// Longer lines are no headings, in bytes.
const LONGEST: usize = 160;
/// The stop behind a number stands before this byte.
const BEYOND_NUMBER: usize = 20;
/// At least this many words make a sentence.
const SENTENCE: usize = 6;

/// Does `line` speak of closed matter as a heading or a mark does, and how surely?
fn strength(line: &str) -> Option<Strength> {
    if line.len() > LONGEST || !STEMS.is_match(line) {
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
        return None;
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
    let numbered = labels_number(words).then_some(Strength::Doubtful);
    first(words, line).max(last(words, line)).max(between(words)).max(bracket).max(picture).max(numbered)
}

/// "Åben Lukket: 2 Økonomi": the label of the closed ones before a number, which is no day.
fn labels_number(words: &str) -> bool {
    let is_number = |rest: &str| {
        let rest = rest.trim_start_matches(is_space);
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        (1..=2).contains(&digits) && !rest[digits..].starts_with(['.', '/', '-', '–', ':'])
    };
    let behind = |mark: &String| {
        let labels = words.match_indices(mark.as_str());
        labels.into_iter().any(|(at, mark)| {
            words[..at].ends_with(is_space)
                && words[at + mark.len()..].strip_prefix(':').is_some_and(is_number)
        })
    };
    WORDS.first.iter().any(behind) && !possible::is_opening(words)
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
        let behind = &lower[at + open.len()..];
        let (inner, rest) = behind.split_once([')', ']', '}']).unwrap_or((behind, ""));
        if describes(lower, at, lower.len() - rest.len()) {
            return None;
        }
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

/// "Lukket", "Lukket i 2025", "Lukket ned": may a shop or a hall be shut, as nothing behind the word names what is treated?
pub(crate) fn may_be_shut(cell: &str) -> bool {
    let words = small(cell.trim_matches(|c: char| !c.is_alphanumeric()));
    begins_closed(&words).is_some_and(|(mark, rest)| {
        let next = rest.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
        mark.starts_with("lukke") && next.is_none_or(|next| !WORDS.treated.iter().any(|own| own == next))
    })
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
    let is_title = |next: &str| next.starts_with(char::is_uppercase) && next.contains(char::is_lowercase);
    // "Lukket Facebookgruppe"
    let is_thing = |next: &str| {
        let bare = small(next.trim_end_matches(|c: char| !c.is_alphabetic()));
        WORDS.shut_things.iter().any(|end| bare.ends_with(end.as_str()) && !WORDS.treated.contains(&bare))
    };
    words.nth(1).is_some_and(|next| is_title(next) && !is_thing(next))
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
