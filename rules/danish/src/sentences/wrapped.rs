//! Lines that a sentence goes on over.

use super::{WRAPPED_LINE, is_list_letter};
use crate::abbreviations::abbreviations;
use crate::date::{month_from, weekday_from};
use crate::letters::{is_word_part, word_before};
use crate::tokens::Classes;

/// Words that stand between others: no entry of a list begins with one.
const JOINING: Classes = Classes::PREPOSITION
    .or(Classes::SUBORDINATOR)
    .or(Classes::AUXILIARY)
    .or(Classes::THE_COMMON)
    .or(Classes::THE_NEUTER)
    .or(Classes::THE_PLURAL);

/// Does the sentence that `before` ends in go on in `after`, the line below?
///
/// A small letter alone does not tell: the entries of a list begin with it too. Either the line is so long that a program or
/// the edge of a page broke it, or the words at its end want others: "Mødet er mandag / den 4. maj", "kl. / 15.30".
pub fn goes_on(before: &str, after: &str) -> bool {
    let last = word_before(before, before.len());
    let short = || {
        let stop = before.ends_with('.').then(|| abbreviations().before(before, before.len()));
        stop.flatten().is_some_and(|found| found.mid_sentence)
    };
    match after.chars().next() {
        Some(first) if first.is_lowercase() => {
            let next = first_word(after);
            let is_open = before.ends_with([',', ')', '"', '”']) || !last.is_empty() || short();
            is_open && !is_list_letter(after) && (is_broken(before, last) || Classes::of(next).any(JOINING))
                || month_from(next).is_some() && ends_in_day(before)
        }
        Some(first) if first.is_ascii_digit() => is_small(last) || wants_number(last) || short(),
        // ", at": the sign belongs to the line above.
        Some(',' | ';') => !last.is_empty(),
        _ => false,
    }
}

/// Is the line `before`, whose last word is `last`, broken, or are its last words no end?
fn is_broken(before: &str, last: &str) -> bool {
    let figures = last.bytes().all(|byte| byte.is_ascii_digit()) && before.len() > last.len();
    before.len() >= WRAPPED_LINE || figures || is_small(last) || weekday_from(last).is_some()
}

/// "frist den 31."
fn ends_in_day(before: &str) -> bool {
    let Some(before) = before.strip_suffix('.') else { return false };
    let day = word_before(before, before.len());
    let is_day = matches!(day.len(), 1 | 2) && day.bytes().all(|byte| byte.is_ascii_digit());
    is_day && before.len() > day.len()
}

/// Is `word` one of those that hold sentences together?
fn is_small(word: &str) -> bool {
    Classes::of(word).any(Classes::ANY)
}

/// "kl", "stk": an abbreviation without its stop.
fn wants_number(word: &str) -> bool {
    let whole = [word, "."].concat();
    !word.is_empty() && abbreviations().before(&whole, whole.len()).is_some()
}

fn first_word(line: &str) -> &str {
    line.split(|char| !is_word_part(char)).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::goes_on;

    #[test]
    fn a_line_that_ends_in_the_middle_of_its_words_goes_on() {
        for (before, after) in [
            ("Mødet er mandag", "den 14. april 2026 i salen."),
            ("Der er frist den 31.", "juni 2026."),
            ("Der er frist den", "31. juni 2026."),
            ("Udvalget beslutter at", "afsætter beløbet."),
            ("Udvalget mødes kl", "15.30 i lokalet"),
            ("Udvalget mødes kl.", "15.30 i lokalet"),
            ("Det gælder de 12", "årige."),
            ("Det er aftalt", ", at formanden deltager"),
            ("Forvaltningen har fået en henvendelse fra foreningen", "hallen ligger ved"),
        ] {
            assert!(goes_on(before, after), "{before:?} / {after:?}");
        }
    }

    #[test]
    fn lines_of_a_list_and_whole_sentences_end() {
        for (before, after) in [
            ("borde", "stole"),
            ("Nye borde", "nye stole"),
            ("Mødet er slut.", "Referent: Ole"),
            ("Mødet er slut.", "derefter var der kaffe"),
            ("Til stede", "Ole Dahl"),
            ("Følgende vælges:", "ole dahl"),
            ("Der købes", "a) borde"),
            ("Borde", "12 stole"),
            ("31.", "maj"),
        ] {
            assert!(!goes_on(before, after), "{before:?} / {after:?}");
        }
    }
}
