//! What tells one attachment from another where it is no plain number: "bilag A", "bilag A og B", "bilag 2.1".

use std::fmt;
use std::ops::Range;

use text::is_space;

/// What an attachment is called by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// "2" in "Bilag 2".
    Number(u32),
    /// "B" in "Bilag B".
    Letter(char),
    /// "2.1" in "Bilag 2.1": the first of item 2.
    Part(u32, u32),
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Letter(letter) => letter.fmt(f),
            Self::Part(item, number) => write!(f, "{item}.{number}"),
        }
    }
}

/// What a line of the list of attachments begins with: "Bilag 2: Tidsplan", "Bilag B - Tidsplan", "Bilag 2.1: Tilbud".
pub fn attachment_label(line: &str) -> Option<Mark> {
    let rest = line.get(..5).filter(|word| word.eq_ignore_ascii_case("bilag")).map(|_| &line[5..])?;
    part(rest)
        .map(|(mark, _)| mark)
        .or_else(|| numbered(rest).map(Mark::Number))
        .or_else(|| letter(rest).map(|(mark, _)| mark))
}

fn numbered(rest: &str) -> Option<u32> {
    let rest = rest.trim_start_matches(|c| is_space(c) || c == '.');
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    (1..=3).contains(&digits).then(|| rest[..digits].parse().ok()).flatten()
}

/// " B" after "bilag", and the place of the letter.
fn letter(text: &str) -> Option<(Mark, Range<usize>)> {
    let spaced = text.trim_start_matches(is_space);
    let mut chars = spaced.chars();
    let letter = chars.next().filter(char::is_ascii_uppercase)?;
    let alone = chars.next().is_none_or(|next| !next.is_alphanumeric() && next != '-');
    let at = text.len() - spaced.len();
    // "bilag I" is a word in capitals, as in a line of them.
    (alone && at > 0).then_some((Mark::Letter(letter), at..at + 1))
}

/// " 2.1" after "bilag", and the place of the numbers; a date, an amount and a time are none.
fn part(text: &str) -> Option<(Mark, Range<usize>)> {
    let spaced = text.trim_start_matches(is_space);
    let at = text.len() - spaced.len();
    let (item, rest) = short_number(spaced)?;
    let (number, rest) = short_number(rest.strip_prefix('.')?)?;
    let ends = !rest.starts_with(|c: char| c.is_alphanumeric() || c == '%');
    let goes_on =
        rest.strip_prefix(['.', ',', ':']).is_some_and(|more| more.starts_with(|c: char| c.is_ascii_digit()));
    (at > 0 && ends && !goes_on).then(|| (Mark::Part(item, number), at..text.len() - rest.len()))
}

/// A number of one or two digits, and what follows it.
fn short_number(text: &str) -> Option<(u32, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let number = (1..=2).contains(&digits).then(|| text[..digits].parse().ok()).flatten()?;
    Some((number, &text[digits..]))
}

/// " A og B", " 2.1, 2.2" after the word: what is named, each with its place.
pub(super) fn marks(text: &str) -> Option<Vec<(Mark, Range<usize>)>> {
    type Read = fn(&str) -> Option<(Mark, Range<usize>)>;
    let of: Read = if letter(text).is_some() { letter } else { part };
    let mut found = vec![of(text)?];
    loop {
        let end = found[found.len() - 1].1.end;
        let next = joint(&text[end..]).and_then(|joint| {
            let from = end + joint;
            let (mark, place) = of(&text[from..])?;
            Some((mark, from + place.start..from + place.end))
        });
        let Some(next) = next else { return Some(found) };
        found.push(next);
    }
}

/// The bytes of what joins two marks, up to the space before the second: ",", " og", " samt bilag".
fn joint(text: &str) -> Option<usize> {
    const JOINTS: [&str; 6] = [",", "og", "samt", "eller", "&", "+"];
    let spaced = text.trim_start_matches(is_space);
    let rest = JOINTS.iter().find_map(|joint| spaced.strip_prefix(joint))?;
    Some(text.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::{Mark, attachment_label, marks};

    fn named(text: &str) -> Vec<String> {
        marks(text).into_iter().flatten().map(|(mark, place)| format!("{mark}={}", &text[place])).collect()
    }

    #[test]
    fn letters_and_parts_are_listed_one_by_one() {
        assert_eq!(named(" A"), ["A=A"]);
        assert_eq!(named(" A og B tilsammen"), ["A=A", "B=B"]);
        assert_eq!(named(" A, B samt D."), ["A=A", "B=B", "D=D"]);
        assert_eq!(named(" 2.1 om prisen"), ["2.1=2.1"]);
        assert_eq!(named(" 2.1 og 12.2."), ["2.1=2.1", "12.2=12.2"]);
    }

    #[test]
    fn words_amounts_and_days_are_none() {
        for text in
            ["A", " Af", " A4", " A-kasse", " 3.000 kr.", " 2.1.2026", " 2.15,5", " 2.1%", " 2", " og B"]
        {
            assert_eq!(named(text), [] as [&str; 0], "{text}");
        }
    }

    #[test]
    fn a_line_of_the_list_begins_with_its_mark() {
        assert_eq!(attachment_label("Bilag 2: Tidsplan"), Some(Mark::Number(2)));
        assert_eq!(attachment_label("BILAG 12 - Kort"), Some(Mark::Number(12)));
        assert_eq!(attachment_label("Bilag B - Tidsplan"), Some(Mark::Letter('B')));
        assert_eq!(attachment_label("Bilag 2.1: Tilbud"), Some(Mark::Part(2, 1)));
        assert_eq!(attachment_label("Bilag til sagen"), None);
    }
}
