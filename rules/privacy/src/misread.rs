//! A personal number in which a scanner or a hand took a letter for a digit: "O10203-1234", "0l0203-I234".

use super::digits::{Chain, LONGEST};
use super::number::{Joint, Number, WORDS, follows_word, is_personal, number};
use super::signs::is_dash;
use text::range;

/// With fewer digits it is a word or a code.
const FEWEST: usize = 8;
/// Digits of the day.
const DAY: usize = 6;

/// The number that a run of `chain` is part of: six signs that stand for digits, a hyphen and four more. Without the hyphen a
/// word such as "CPR" must stand in front.
pub(super) fn misread(text: &str, chain: &Chain) -> Option<Number> {
    let bytes = text.as_bytes();
    let touches = |at: usize| bytes.get(at).is_some_and(|byte| letter(char::from(*byte)).is_some());
    let touched = |start: usize, end: usize| start.checked_sub(1).is_some_and(touches) || touches(end);
    // "010203-l234": the chain ends before the hyphen.
    let is_near = |end: usize| {
        text[end..].chars().next().is_some_and(|sign| is_dash(sign) && touches(end + sign.len_utf8()))
    };
    let run = chain.runs.iter().find(|run| {
        let (start, end) = (usize::from(run.range.start()), usize::from(run.range.end()));
        touched(start, end) || is_near(end)
    })?;
    let at = usize::from(run.range.start());
    let before = text[..at].trim_end_matches(is_part);
    let whole = &text[before.len()..];
    let whole = &whole[..whole.len() - whole.trim_start_matches(is_part).len()];
    let ends = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let behind = &text[before.len() + whole.len()..];
    if whole.len() > 2 * LONGEST || !ends(before.chars().next_back()) || !ends(behind.chars().next()) {
        return None;
    }
    let digits: Vec<u8> = whole.chars().filter_map(value).collect();
    let n_letters = whole.chars().filter(|c| letter(*c).is_some()).count();
    let dash = whole.chars().position(is_dash);
    let n_dashes = whole.chars().filter(|c| is_dash(*c)).count();
    let is_shaped = match n_dashes {
        0 => follows_word(text, before.len()),
        1 => dash == Some(DAY),
        _ => false,
    };
    let digits: [u8; LONGEST] = digits.try_into().ok()?;
    let is_one = is_shaped && n_letters > 0 && n_letters + FEWEST <= LONGEST;
    number(digits, range(before.len(), before.len() + whole.len()), Joint::Misread).filter(|_| is_one)
}

/// "740318-4R12": a substitute number may have letters among the last four. A word such as "CPR" must stand before it on the line,
/// or one for substitutes behind it.
pub(super) fn substitute(text: &str, chain: &Chain) -> Option<Number> {
    /// Signs behind the hyphen.
    const LAST: usize = 4;
    let run = chain.runs.iter().find(|run| run.len == DAY && is_lettered(text, run.range.end().into()))?;
    let start = usize::from(run.range.start());
    let dash = text[usize::from(run.range.end())..].chars().next().filter(|c| is_dash(*c))?;
    let end = usize::from(run.range.end()) + dash.len_utf8() + LAST;
    let is_apart =
        !text[..start].ends_with(char::is_alphanumeric) && !text[end..].starts_with(char::is_alphanumeric);
    let is_called = || follows_word(text, start) || names_substitute(&text[end..]);
    if !is_apart || !is_called() {
        return None;
    }
    let mut digits = [0; LONGEST];
    let all = text[start..end].chars().filter(|c| !is_dash(*c)).map(|c| value(c).unwrap_or(0));
    digits.iter_mut().zip(all).for_each(|(digit, read)| *digit = read);
    number(digits, range(start, end), Joint::Misread)
}

/// Do a hyphen and four signs stand at byte `end`, digits and capitals, of both some?
fn is_lettered(text: &str, end: usize) -> bool {
    const LAST: usize = 4;
    let mut behind = text[end..].chars();
    let is_parted = behind.next().is_some_and(is_dash);
    let last: Vec<char> = behind.take(LAST).collect();
    is_parted
        && last.len() == LAST
        && last.iter().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase())
        && last.iter().any(char::is_ascii_uppercase)
        && last.iter().any(char::is_ascii_digit)
}

/// ", dvs. erstatnings-cpr"
fn names_substitute(behind: &str) -> bool {
    /// In bytes.
    const NEAR: usize = 48;
    let near = &behind[..text::lines::floor_boundary(behind, NEAR)];
    let line = near.split('\n').next().unwrap_or_default().to_lowercase();
    is_personal(&line) || WORDS.substitutes.iter().any(|word| line.contains(word.as_str()))
}

/// Does `c`, at byte `at` of a personal number in `text`, stand for a digit that a reader knows: the letter in "O10203-1234"?
pub fn stands_for_digit(text: &str, at: usize, c: char) -> bool {
    let looks = |c: char| c.is_ascii_digit() || is_dash(c) || letter(c).is_some();
    let of_word = |c: &char| c.is_alphanumeric() || is_dash(*c);
    let (before, behind) = (&text[..at], &text[at + c.len_utf8()..]);
    let around = || before.chars().rev().take_while(of_word).chain(behind.chars().take_while(of_word));
    // The last letters of "april" look like digits, and the first do not.
    letter(c).is_some() && around().any(|c| c.is_ascii_digit()) && around().all(looks)
}

/// The digit that a letter looks like.
fn letter(c: char) -> Option<u8> {
    match c {
        'O' | 'o' => Some(0),
        'I' | 'l' | 'i' => Some(1),
        _ => None,
    }
}

fn value(c: char) -> Option<u8> {
    let digit = c.to_digit(10).and_then(|digit| u8::try_from(digit).ok());
    digit.or_else(|| letter(c))
}

fn is_part(c: char) -> bool {
    value(c).is_some() || is_dash(c)
}

#[cfg(test)]
mod tests {
    use super::super::mask::shown;
    use super::super::recogniser::numbers;

    #[test]
    fn a_letter_that_looks_like_a_digit_is_one() {
        for text in ["0l0203-1234", "O10203-1234", "010203-l234", "01O2O3-1234", "010203–I23o"] {
            let found: Vec<_> = numbers(text).map(|number| &text[number.range]).collect();
            assert_eq!(found, [text]);
            assert!(!shown(text).as_str().contains(char::is_alphanumeric), "{text}");
        }
        assert_eq!(numbers("cpr nr 0102o31234").count(), 1);
    }

    #[test]
    fn a_substitute_number_may_have_letters_behind_the_hyphen() {
        for text in [
            "740318-4R12, dvs. erstatnings-cpr",
            "CPR-nr. 740318-4R12",
            "Erstatningscpr: 610203-AB12",
            "010203-1A23 (administrativt nummer)",
        ] {
            assert_eq!(numbers(text).count(), 1, "{text}");
        }
        for text in
            ["Vare 740318-4R12", "CPR-kontoret, rum 740399-4R12", "cpr 740318-4R123", "CPR-nr. 740318-1234X"]
        {
            assert!(!numbers(text).any(|number| text[number.range].contains('R')), "{text}");
        }
    }

    #[test]
    fn letters_of_words_stand_for_no_digit() {
        for (text, at) in [("12. april 2026", 8), ("til 4", 2), ("1 il", 2), ("Oslo 3", 3)] {
            let c = text[at..].chars().next().expect("a letter stands there");
            assert!(!super::stands_for_digit(text, at, c), "{text} {c}");
        }
        assert!(
            super::stands_for_digit("O10203-l234", 0, 'O') && super::stands_for_digit("O10203-l234", 7, 'l')
        );
    }

    #[test]
    fn a_word_and_a_code_are_none() {
        for text in ["l 0203-1234 i", "0102o31234", "Oli203-1234", "01l203-1234-2", "il-10", "3l3203-1234"] {
            assert_eq!(numbers(text).count(), 0, "{text}");
        }
    }
}
