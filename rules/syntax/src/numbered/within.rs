//! Numbers in the middle of a line before what could be a title: "1. Økonomi 2. Havnen 3. Evt.", as where line ends were lost.

use std::ops::Range;

use super::worded::word_behind;
use super::{digits, spaces};
use crate::mark::is_counted;
use crate::title::begins_title;
use text::is_space;

/// A number in a line that an item could begin with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Within {
    /// The number.
    pub value: u32,
    /// Does a word for an item stand before it: "Punkt 3: Veje"?
    pub worded: bool,
    /// Does a stop, a bracket or a colon stand behind it: "3. Veje"?
    pub signed: bool,
    /// Does a capital letter follow: "3 Veje"?
    pub capital: bool,
    /// Is it joined to the number before it: "Punkt 3 og 4. Veje"?
    pub joined: bool,
    /// Where its digits stand, in bytes of the line.
    pub place: Range<usize>,
}

/// A longer number counts no items.
const LONGEST: usize = 3;

/// The numbers of `line` that stand apart and before a word.
pub fn numbers_within(line: &str) -> Vec<Within> {
    let bytes = line.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = danish::letters::next_digit(bytes, at) {
        let end = start + digits(&line[start..]);
        at = end;
        let before = line[..start].trim_end_matches(is_space);
        let worded = word_behind(before);
        let parted = start == 0 || before.len() < start || line[..start].ends_with(['(', '*', '#']);
        if end - start > LONGEST || !parted && !worded {
            continue;
        }
        let (Some((signed, title)), Ok(value)) =
            (title_behind(&line[end..], worded), line[start..end].parse())
        else {
            continue;
        };
        let joined = [" og", ",", " samt", " &"].iter().any(|joint| before.ends_with(joint));
        let capital = begins_title(title);
        found.push(Within { value, worded, signed, capital, joined, place: start..end });
    }
    found
}

impl Within {
    /// Does it stand before a title as one that begins a line does: "3. Veje", "Punkt 3 Veje"?
    pub fn heads_title(&self) -> bool {
        self.capital && (self.signed || self.worded)
    }
}

/// What stands behind a number and its sign, where it begins with a word that the number does not count.
fn title_behind(rest: &str, worded: bool) -> Option<(bool, &str)> {
    let signs = rest.len() - rest.trim_start_matches(['.', ')', ':']).len();
    let behind = &rest[signs..];
    let title = behind.trim_start_matches(|c| is_space(c) || worded && matches!(c, '-' | '–'));
    let title = title.trim_start_matches('*');
    let word = begins_title(title) || title.starts_with(char::is_alphabetic) && !is_counted(title);
    (spaces(behind) > 0 && signs < 2 && word).then_some((signs > 0, title))
}

#[cfg(test)]
mod tests {
    use super::numbers_within;

    fn numbers(line: &str) -> Vec<u32> {
        numbers_within(line).into_iter().filter(|own| own.heads_title()).map(|own| own.value).collect()
    }

    #[test]
    fn titles_in_one_line_are_seen_by_their_numbers() {
        assert_eq!(numbers("Referat: 1. Økonomi Der er penge. 2. Havnen Intet. 3. Evt."), [1, 2, 3]);
        assert_eq!(numbers("1) Velkomst   2) Budget"), [1, 2]);
        assert_eq!(numbers("Punkt 3: Veje Godkendt. Pkt. 4 Stier Drøftet."), [3, 4]);
    }

    #[test]
    fn a_number_without_sign_or_capital_is_told_as_such() {
        let weak = numbers_within("Dagsorden: 1 valg af ordstyrer 2 siden sidst");
        assert_eq!(
            weak.iter().map(|own| (own.value, own.signed, own.capital)).collect::<Vec<_>>(),
            [(1, false, false), (2, false, false)]
        );
    }

    #[test]
    fn days_amounts_and_references_are_none() {
        for line in [
            "Mødet er den 4. maj kl. 19.00 i 2. sal",
            "Der er 12 Medlemmer",
            "se pkt. 4, og pkt. 5 blev udsat",
            "3.000 kr. og 2.5 Mio",
            "Hal 2. maj",
        ] {
            assert!(numbers(line).is_empty(), "{line}");
        }
    }
}
