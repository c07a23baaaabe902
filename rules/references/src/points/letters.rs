//! The letters of points as decisions name them: "Ad a)", "Ad b) og c) udsat", "Litra b", "punkt a", "a) Godkendt."

use super::super::numbers::letter_joint;
use super::answers;
use super::leads::before_letter;
use text::{TextRange, is_space, range};

/// Points with letters that are named in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterReference {
    /// Each point, 1 for "a", with its letter.
    pub letters: Vec<(u32, TextRange)>,
    /// From the word to the last letter, in bytes of the text given.
    pub range: TextRange,
    /// Does a word say that it is a point: "Ad a", "litra b"?
    pub led: bool,
}

/// The letters that `text` names behind a word that says so, in its order; with `leading` also those that a line or a
/// sentence of a decision begins with.
pub fn letter_references(text: &str, leading: bool) -> Vec<LetterReference> {
    let mut found: Vec<LetterReference> = Vec::new();
    let mut from = 0;
    let (mut begins, mut bordered) = (true, true);
    for (at, c) in text.char_indices() {
        if at >= from && bordered {
            let rest = &text[at..];
            let led = before_letter(rest).and_then(|lead| Some((lead, list(&rest[lead..], true)?)));
            let bare = || list(rest, false).filter(|_| leading && begins).map(|letters| (0, letters));
            if let Some((lead, letters)) = led.or_else(bare) {
                let place =
                    |(number, here): (u32, TextRange)| (number, here + range(at + lead, at + lead).start());
                let letters: Vec<(u32, TextRange)> = letters.into_iter().map(place).collect();
                let end = letters.last().map_or(at, |(_, place)| place.end().into());
                found.push(LetterReference { letters, range: range(at, end), led: lead > 0 });
                from = end;
            }
        }
        bordered = !c.is_alphanumeric() && c != '-';
        begins = matches!(c, '.' | ';' | ',' | '\n' | '|')
            || begins && (is_space(c) || matches!(c, '-' | '•' | '*'));
    }
    found
}

/// The places of the letters that `lines` begin with, where they run from "a" over several lines.
pub fn lettered_lines<'t>(lines: impl Iterator<Item = &'t str>) -> Vec<u32> {
    let letter = |line: &str| {
        let (letter, rest) = line.split_at_checked(1)?;
        rest.starts_with(['.', ')']).then(|| letter.bytes().next())?.filter(u8::is_ascii_lowercase)
    };
    let letters: Vec<u8> = lines.filter_map(letter).collect();
    let runs = letters.len() > 1 && letters.iter().zip(b'a'..).all(|(letter, next)| *letter == next);
    if runs { (1..=letters.len() as u32).collect() } else { Vec::new() }
}

/// The letters at the start of `text`; without a word before them each has a parenthesis, or a stop and an answer behind.
fn list(text: &str, led: bool) -> Option<Vec<(u32, TextRange)>> {
    let mut letters = vec![letter(text, 0, led)?];
    let mut end = 1;
    while let Some(joint) = letter_joint(&text[end..])
        && let Some(next) = letter(text, end + joint, true)
    {
        letters.push(next);
        end += joint + 1;
    }
    let after = &text[end..];
    let closed = after.starts_with(')') || after.starts_with('.') && answers(after);
    (led || closed).then_some(letters)
}

/// The letter at byte `at`; "i" and "å" are words where no sign follows.
fn letter(text: &str, at: usize, led: bool) -> Option<(u32, TextRange)> {
    let rest = &text[at..];
    let letter = rest.bytes().next().filter(u8::is_ascii_lowercase)?;
    let mut after = rest[1..].chars();
    let sign = after.next();
    let signed = matches!(sign, Some(')' | '.' | ':'));
    // "f.eks." is no letter.
    let abbreviates = sign == Some('.') && after.next().is_some_and(char::is_alphanumeric);
    let apart = sign.is_none_or(|c| !c.is_alphanumeric()) && !abbreviates;
    (apart && (signed || led && letter != b'i')).then(|| (u32::from(letter - b'a') + 1, range(at, at + 1)))
}

#[cfg(test)]
mod tests {
    use super::letter_references;

    fn named(text: &str) -> Vec<Vec<u32>> {
        let all = letter_references(text, true).into_iter();
        all.map(|reference| reference.letters.into_iter().map(|(number, _)| number).collect()).collect()
    }

    #[test]
    fn letters_are_named_in_many_ways() {
        for (text, points) in [
            ("Ad a) Godkendt. Ad b) og c) udsat.", vec![vec![1], vec![2, 3]]),
            ("Ad a: Godkendt. Ad b: Udsat.", vec![vec![1], vec![2]]),
            ("Ad a og b) Godkendt. Ad c) Udsat.", vec![vec![1, 2], vec![3]]),
            ("Litra a godkendt. Litra b og c udsat.", vec![vec![1], vec![2, 3]]),
            ("Punkt a godkendt, punkt b og c udsat.", vec![vec![1], vec![2, 3]]),
            ("At-punkt a blev godkendt, at-punkt b udsat.", vec![vec![1], vec![2]]),
            ("a) Godkendt. b) Udsat.", vec![vec![1], vec![2]]),
            ("Ad a-b) Godkendt.", vec![vec![1, 2]]),
        ] {
            assert_eq!(named(text), points, "{text}");
        }
    }

    #[test]
    fn other_letters_are_none() {
        for text in [
            "Godkendt, f.eks. med lån.",
            "Punkt i planen udgår.",
            "Ad hoc-udvalget godkendt.",
            "A og V stemte for.",
            "d. 5. maj",
        ] {
            assert!(named(text).is_empty(), "{text}");
        }
    }
}
