//! Lines that a sentence goes on over: where it surely does, and where it may.

use crate::abbreviations::abbreviations;
use crate::date::{dates, month_from, weekday_from};
use crate::letters::{is_space, is_word_part, word_before};
use crate::tokens::Classes;

/// Lines shorter than this, in bytes, were not broken by a wrapping program.
const WRAPPED_LINE: usize = 50;

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
            is_open && !begins_entry(after) && (is_broken(before, last) || Classes::of(next).any(JOINING))
                || month_from(next).is_some() && ends_in_day(before)
        }
        Some(first) if first.is_ascii_digit() => {
            (is_small(last) || wants_number(last) || short()) && !begins_entry(after)
        }
        // ", at": the sign belongs to the line above.
        Some(',' | ';') => !last.is_empty(),
        _ => false,
    }
}

/// May a sentence that `before` ends in go on in `after`, the line below? True where nothing tells.
pub fn may_go_on(before: &str, after: &str) -> bool {
    let words = before.trim_end_matches([')', ']', '"', '”', '“', '’', '\'', '»', '«', '*', '_']);
    let short = abbreviations().before(words, words.len()).is_some_and(|found| found.mid_sentence);
    let ends = words.ends_with(['.', '!', '?', '…']) && !short && !is_initial(words);
    !ends || after.starts_with(char::is_lowercase)
}

/// Does `words` end in the first letter of a name: "J."?
fn is_initial(words: &str) -> bool {
    let mut last = words.chars().rev().skip(1);
    last.next().is_some_and(char::is_uppercase) && last.next().is_none_or(|before| !before.is_alphanumeric())
}

/// Does `line` begin as the entry of a list does, "a) …" or "2. …"? "31. juni 2026" is a date.
pub fn begins_entry(line: &str) -> bool {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let letter = line.chars().next().filter(|c| digits == 0 && c.is_alphabetic()).map_or(0, char::len_utf8);
    let Some(behind) = line[digits + letter..].strip_prefix([')', '.']) else { return false };
    match digits {
        0 => letter > 0 && behind.starts_with(is_space),
        // "15.30", "31. juni"
        _ => !behind.starts_with(|c: char| c.is_ascii_digit()) && !begins_with_date(line),
    }
}

fn begins_with_date(line: &str) -> bool {
    let line = line.lines().next().unwrap_or_default();
    dates(line).next().is_some_and(|date| usize::from(date.range.start()) == 0)
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
    use super::{begins_entry, goes_on, may_go_on};

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
            ("Udvalget beslutter at", "1. godkende planen"),
            ("Der stemmes om", "2) nye borde"),
        ] {
            assert!(!goes_on(before, after), "{before:?} / {after:?}");
        }
    }

    #[test]
    fn where_nothing_tells_a_sentence_may_go_on() {
        for (before, after) in
            [("Til stede", "Ole Dahl"), ("Tak til J.", "Dahl for"), ("jf.", "Lov om"), ("Slut.", "derefter")]
        {
            assert!(may_go_on(before, after), "{before:?} / {after:?}");
        }
        assert!(!may_go_on("Mødet er slut.", "Ole Dahl"));
        assert!(!may_go_on("(Mødet er slut.)", "Ole Dahl"));
    }

    #[test]
    fn entries_of_a_list_are_told_from_dates_and_numbers() {
        for line in ["a) borde", "b. stole", "2. Godkende", "12) Borde"] {
            assert!(begins_entry(line), "{line}");
        }
        for line in ["31. juni 2026.", "15.30 i salen", "12 stole", "og borde", "4. maj", "f.eks. borde"] {
            assert!(!begins_entry(line), "{line}");
        }
    }
}
