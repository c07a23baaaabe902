//! What a copy that is published is searched for besides: words that only ever mean that something is not public, wherever
//! they stand and however they are written.
//!
//! Nobody can list how minutes mark what is closed. What is nearly a mark holds the copy back; what may be one in the
//! middle of a text is told, for a person to look at.

use super::resumed::resumed;
use super::{WORDS, lines, strength};
use crate::danish::letters::small;
use crate::danish::lexicon::readings;
use crate::danish::sentences::sentences;
use crate::minutes::Minutes;
use crate::privacy::digits::is_unseen;
use crate::syntax::Class;
use crate::text::{TextRange, is_space};

/// What is done about a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Wary {
    /// A person looks at it in the copy.
    Look,
    /// No copy is made.
    Hold,
}

/// The lines of `text`, read as `minutes`, that may speak of closed matter and that no closed item explains.
pub(crate) fn wary_lines(text: &str, minutes: &Minutes) -> Vec<(TextRange, Wary)> {
    let mut found = lines(text, minutes, wary);
    found.extend(resumed(text, minutes).into_iter().map(|place| (place, Wary::Hold)));
    found.sort_by_key(|(place, _)| place.start());
    found.dedup_by_key(|(place, _)| place.start());
    found
}

/// Does `line`, which stands beside the text, hold a copy back?
pub(crate) fn is_sign(line: &str) -> bool {
    wary(line, Class::Text, true) == Some(Wary::Hold)
}

/// Does `text`, in which no item was found, speak of what is closed at all?
pub(crate) fn speaks_of_closed(text: &str) -> bool {
    let lower = small(text);
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    words.any(|word| WORDS.first.iter().any(|first| first == word))
}

/// In words: what is shorter is no running text, and without a stop it is a heading.
const SHORT: usize = 7;
const HEADING: usize = 12;

fn wary(line: &str, class: Class, has_items: bool) -> Option<Wary> {
    let clean: String = line.chars().filter(|c| !is_unseen(*c)).map(plain).collect();
    if strength(&clean, class, has_items).is_some() {
        return Some(Wary::Hold);
    }
    let lower = small(&clean);
    let has = |words: &[String]| words.iter().any(|word| lower.contains(word.as_str()));
    if has(&WORDS.opposite) || has(&WORDS.lawful) {
        return None;
    }
    if numbers_closed(&clean) || has_closed_cell(&clean) || names_kind(&clean, &lower) || is_slip(&lower) {
        return Some(Wary::Hold);
    }
    if sentences(&clean).any(|sentence| tells(&small(&clean[sentence]))) {
        return Some(Wary::Hold);
    }
    let at_end = |phrase: &String| lower.match_indices(phrase.as_str()).any(|(at, _)| in_bracket(&lower, at));
    if has(&WORDS.never_public) || WORDS.never_public.iter().any(at_end) {
        let n_words = lower.split(is_space).filter(|word| !word.is_empty()).count();
        let short = n_words <= SHORT || (n_words <= HEADING && !lower.trim_end().ends_with(['.', ',']));
        let marks = short || WORDS.never_public.iter().any(at_end);
        return Some(if marks { Wary::Hold } else { Wary::Look });
    }
    (has(&WORDS.looked_at) || is_lettered(&clean) || begins_with_mark(&lower)).then_some(Wary::Look)
}

/// `c` as a reader sees it: letters of full width, and those of another script that look like ours.
fn plain(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{435}' => 'e',
        '\u{43a}' => 'k',
        '\u{442}' => 't',
        _ => c,
    }
}

/// A sentence that says it of an item or a meeting, however long it is.
fn tells(sentence: &str) -> bool {
    let words = sentence.trim_start_matches(|c: char| !c.is_alphanumeric());
    let subject = WORDS
        .subjects
        .iter()
        .chain(&WORDS.subjects_of_copy)
        .any(|subject| words.starts_with(subject.as_str()));
    let told = WORDS.told.iter().chain(&WORDS.told_of_copy).any(|told| words.contains(told.as_str()));
    subject && told
}

/// Does byte `at` lie in a bracket?
fn in_bracket(lower: &str, at: usize) -> bool {
    let open = lower[..at].rfind(['(', '[', '{']);
    open.is_some_and(|open| !lower[open..at].contains([')', ']', '}']))
}

/// "L2.", "LP 3.", "2L.", "Pkt. L2:": the number says that its item is closed.
fn numbers_closed(line: &str) -> bool {
    let bare = line.trim_start_matches(|c: char| is_space(c) || matches!(c, '#' | '*' | '|'));
    let bare = ["Punkt ", "Pkt. ", "Pkt ", "Sag ", "Ad "]
        .iter()
        .find_map(|kind| bare.strip_prefix(kind))
        .unwrap_or(bare);
    let stopped =
        |rest: &str| rest.strip_prefix(['.', ':', ')']).is_some_and(|rest| rest.starts_with(is_space));
    let digits = |rest: &str| rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let n = digits(bare);
    if (1..=3).contains(&n) {
        let rest = bare[n..].trim_start_matches(' ');
        return rest.strip_prefix('L').is_some_and(stopped);
    }
    let rest = ["LP", "LS", "LD", "L"].iter().find_map(|mark| bare.strip_prefix(mark));
    rest.map(|rest| rest.trim_start_matches([' ', '-'])).is_some_and(|rest| {
        let n = digits(rest);
        (1..=3).contains(&n) && stopped(&rest[n..])
    })
}

/// "2. Afsked (L)", which may be a member's list as well.
fn is_lettered(line: &str) -> bool {
    let bare = line.trim_start_matches(|c: char| is_space(c) || matches!(c, '#' | '*'));
    let numbered = bare.starts_with(|c: char| c.is_ascii_digit());
    numbered && ["(L)", "[L]", "(l)"].iter().any(|mark| bare.contains(mark))
}

/// "2. Lukket kloakering"
fn begins_with_mark(lower: &str) -> bool {
    let words = lower.trim_start_matches(|c: char| !c.is_alphabetic());
    let numbered = words.len() < lower.len();
    numbered
        && WORDS
            .first
            .iter()
            .any(|word| words.strip_prefix(word.as_str()).is_some_and(|rest| rest.starts_with(' ')))
}

/// "| 2 | Organist | Lukket | Hun rejser. |": a cell that says nothing else, or begins with it and a stop.
fn has_closed_cell(line: &str) -> bool {
    let sign = match () {
        () if line.trim_start().starts_with('|') => '|',
        () if line.contains('\t') => '\t',
        () => ';',
    };
    let mut cells = line.split(sign);
    line.contains(sign)
        && cells.any(|cell| {
            let cell = small(cell);
            let cell = cell
                .trim_matches(|c: char| is_space(c) || matches!(c, '*' | '_' | '.' | '(' | ')' | '[' | ']'));
            let counted = cell.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' '));
            let ends = |rest: &str| {
                rest.is_empty()
                    || rest.starts_with([':', '.', ')', ']', '-', '–'])
                    || rest.starts_with(" -")
                    || rest.starts_with(" –")
            };
            let reasoned = |rest: &str| {
                let rest = rest.trim_start_matches(is_space);
                WORDS.reasons.iter().any(|reason| rest.strip_prefix(reason.as_str()).is_some_and(ends))
            };
            let marks = |rest: &str| ends(rest) || reasoned(rest);
            WORDS.bracketed.iter().filter_map(|mark| counted.strip_prefix(mark.as_str())).any(marks)
        })
}

/// "Punkt 5 Lukket Jordkøb", "Pkt. 2: Fortrolig Orientering", "2. Lukket budget for havnen ...", "Lukket. Hun er syg."
fn names_kind(line: &str, lower: &str) -> bool {
    let counted = |c: char| {
        c.is_ascii_digit()
            || is_space(c)
            || matches!(c, '.' | ':' | '-' | '–' | ')' | '(' | '#' | '*' | '[' | '§')
    };
    let bare = lower.trim_start_matches(counted);
    let kind = WORDS.kinds.iter().filter_map(|kind| bare.strip_prefix(kind.as_str()));
    let rest = kind
        .map(|rest| rest.trim_start_matches(counted))
        .find(|rest| rest.len() + 2 < bare.len())
        .unwrap_or(bare);
    let numbered = rest.len() < lower.len();
    let Some(word) = WORDS.last.iter().find(|word| rest.starts_with(word.as_str())) else { return false };
    let after = &rest[word.len()..];
    let stopped =
        after.starts_with(['.', ':', ')', ']']) || after.starts_with(" -") || after.starts_with(" –");
    let capital = || {
        line.len() == lower.len()
            && line[line.len() - after.len()..].trim_start().starts_with(char::is_uppercase)
    };
    stopped || (numbered && after.starts_with(is_space) && capital())
}

/// "(Luket)", "(L u k k e t)": a bracket at the end, one letter or more spaces away from the mark.
fn is_slip(lower: &str) -> bool {
    let bare = lower.trim_end_matches(|c: char| is_space(c) || matches!(c, '.' | '*' | ':'));
    let Some(inner) = bare.strip_suffix([')', ']']).and_then(|rest| rest.rsplit(['(', '[']).next()) else {
        return false;
    };
    let joined: String = inner.chars().filter(|c| c.is_alphabetic()).collect();
    WORDS.last.iter().any(|mark| {
        let near = joined.chars().count().abs_diff(mark.chars().count()) <= 1;
        // "(takket)" is another word.
        let unknown = readings(&joined).is_none() || joined == "lukke" || joined == *mark;
        unknown && near && strsim::osa_distance(&joined, mark) <= 1
    })
}

#[cfg(test)]
mod tests {
    use super::{Wary, wary};
    use crate::syntax::Class;

    fn of(line: &str) -> Option<Wary> {
        wary(line, Class::Text, true)
    }

    #[test]
    fn what_only_ever_means_closed_holds_the_copy_back() {
        for line in [
            "2. Budget for havnen (ej til offentliggørelse)",
            "2. Budget for havnen (undtaget fra aktindsigt)",
            "2. Budget for havnen (jf. styrelseslovens § 10)",
            "2. Budget for havnen (Åben: Nej)",
            "Må ikke offentliggøres.",
            "Nedenstående punkter må ikke offentliggøres",
            "De følgende punkter er lukkede",
            "Dørene blev lukket",
            "Tilhørerne forlod mødet",
            "Punkt 3 og 4 behandles for lukkede døre.",
            "Hun er syg. Punktet blev behandlet for lukkede døre.",
            "Punkter mærket med * er lukkede.",
            "L2. Budget for havnen",
            "LP 3. Budget for havnen",
            "Pkt. 2L: Budget for havnen",
            "Punkt 5 Lukket Jordkøb ved motorvejen",
            "Pkt. 2 Lukket: Budget",
            "| 2 | Organist | Lukket | Hun rejser. |",
            "| 2 | Lukket punkt. Hun ekskluderes | |",
            "2. Afsked (Luk\u{ad}ket)",
            "2. Afsked (L u k k e t)",
            "2. Afsked (Luket)",
            "Lukket. Hun er syg. Hun rejser.",
            "Closed session",
            "(confidential)",
        ] {
            assert_eq!(of(line), Some(Wary::Hold), "{line}");
        }
    }

    #[test]
    fn what_may_be_told_of_other_things_is_looked_at() {
        for line in [
            "Personalet er omfattet af tavshedspligt og får en ny vejledning om den i løbet af sommeren",
            "3. Personsag",
            "2. Afsked (L)",
            "2. Lukket kloakering af Strandvejen",
        ] {
            assert_eq!(of(line), Some(Wary::Look), "{line}");
        }
    }

    #[test]
    fn open_matter_is_passed_over() {
        for line in [
            "2. Skolen lukkes",
            "L 125 Forslag til lov om havne",
            "Bilag 3: Notat om åbningstider",
            "Svømmehallen holder lukket i juli.",
            "Lån og låneloft 2. halvår",
            "2. Lokalplan (lokket)",
            "Skema; lukkedage; åbent",
            "Offentlig høring",
        ] {
            assert_eq!(of(line), None, "{line}");
        }
    }
}
