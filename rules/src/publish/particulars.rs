//! Words by which closed matter is known again though they name nobody: an address, a firm, a figure.

use crate::privacy::closed::{is_firm, is_place};
use crate::text::{is_space, range_of};

/// Fewer digits make no figure that is one case's own.
const DIGITS: usize = 5;

/// "Kirkevej 12", "Nordlys Vind ApS", "2.450.000" in `line`.
pub(super) fn particulars(line: &str) -> Vec<&str> {
    let words: Vec<&str> = line
        .split(|c: char| is_space(c) || matches!(c, '|' | '(' | ')'))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .collect();
    let figures = words.iter().copied().filter(|word| is_figure(word));
    let pairs =
        words.windows(2).filter(|pair| is_street(pair[0], pair[1]) || is_named_firm(pair[0], pair[1]));
    let joined = pairs.map(|pair| &line[range_of(line, pair[0]).cover(range_of(line, pair[1]))]);
    figures.chain(joined).collect()
}

/// Is one of these an address: "Kirkevej 12"?
pub(super) fn is_address(particular: &str) -> bool {
    particular.rsplit_once(is_space).is_some_and(|(street, number)| is_street(street, number))
}

fn is_street(street: &str, number: &str) -> bool {
    let small = number.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    street.starts_with(char::is_uppercase)
        && is_place(street)
        && (1..=3).contains(&small.len())
        && small.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_named_firm(name: &str, form: &str) -> bool {
    name.starts_with(char::is_uppercase) && is_firm(form)
}

/// "2.450.000": digits in groups.
fn is_figure(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_digit() || c == '.')
        && word.contains('.')
        && word.bytes().filter(u8::is_ascii_digit).count() >= DIGITS
        && word.rsplit('.').next().is_some_and(|group| group.len() == 3)
}

#[cfg(test)]
mod tests {
    use super::particulars;

    #[test]
    fn an_address_a_firm_and_a_figure_are_known_again() {
        let of = |line| particulars(line);
        assert_eq!(of("Kommunen sælger Kirkevej 12 til Tømrer Dam."), ["Kirkevej 12"]);
        assert_eq!(of("Bud fra Nordlys Vind ApS på 2.450.000 kr."), ["2.450.000", "Vind ApS"]);
        assert!(of("Punkt 2, bilag 3, den 12.05.2026 kl. 16.30 og uge 12").is_empty());
    }
}
