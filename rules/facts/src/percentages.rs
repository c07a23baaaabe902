//! Percentages in running text: "40 %", "2,5 pct.", "12 procent".

use super::quantity::Quantity;
use text::needle::Needle;
use text::{TextRange, is_space, range};

/// A percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Percentage {
    /// The number with its sign.
    pub range: TextRange,
    /// The number alone.
    pub number: TextRange,
    /// Its value.
    pub percent: Quantity,
}

/// The percentages of `text`, in order.
pub fn percentages(text: &str) -> Vec<Percentage> {
    static SIGNS: [Needle; 3] = [Needle::new("%"), Needle::new("procent"), Needle::new("pct")];
    let mut found = Vec::new();
    for sign in &SIGNS {
        let at = sign.find_iter(text);
        found.extend(
            at.filter_map(|at| percentage(text, at, sign.words()).or_else(|| named(text, at, sign.words()))),
        );
    }
    found.sort_by_key(|found: &Percentage| found.range.start());
    found
}

/// The percentage whose sign begins at byte `at`.
fn percentage(text: &str, at: usize, sign: &str) -> Option<Percentage> {
    let before = text[..at].trim_end_matches(is_space);
    let digits =
        before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.')).len();
    let start = before.len() - digits;
    let (percent, len) = Quantity::read(&text[start..])?;
    let after = &text[at + sign.len()..];
    // "procentpoint", "10-15 %".
    let glued = after.starts_with(char::is_alphabetic)
        || after.trim_start_matches(['.', '-', ' ']).starts_with("point");
    let ranged = text[..start]
        .chars()
        .next_back()
        .is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '–' | '/'));
    let whole = len == digits && !glued && !ranged;
    whole.then_some(Percentage {
        range: range(start, at + sign.len()),
        number: range(start, start + len),
        percent,
    })
}

/// "en svarprocent på 40", "svarprocenten var 40": the number behind a word that says what it is, which begins before byte `at`.
fn named(text: &str, at: usize, sign: &str) -> Option<Percentage> {
    let behind = text[at..]
        .strip_prefix(sign)
        .filter(|_| sign == "procent" && text[..at].ends_with(char::is_alphabetic))?;
    let behind = behind.strip_prefix("en").unwrap_or(behind);
    let number =
        [" på ", " er ", " var ", " blev ", " bliver "].iter().find_map(|link| behind.strip_prefix(link))?;
    let (percent, len) = Quantity::read(number)?;
    let start = text.len() - number.len();
    let rest = number[len..].trim_start_matches(is_space);
    let signed =
        rest.starts_with(['%', '-', '–', '/']) || rest.starts_with("pct") || rest.starts_with("procent");
    let place = range(start, start + len);
    (!signed).then_some(Percentage { range: place, number: place, percent })
}

#[cfg(test)]
mod tests {
    use super::percentages;

    #[test]
    fn percentages_are_values() {
        let text = "40 %, 2,5 pct. og 12 procent, men 10-15 %, 3 procentpoint og 2 pct. point.";
        let found: Vec<&str> = percentages(text).iter().map(|found| &text[found.range]).collect();
        assert_eq!(found, ["40 %", "2,5 pct", "12 procent"]);
        let text = "Svarprocenten var 40, stemmeprocenten er 35,5 %, og en procent på 12 er ingen.";
        let found: Vec<&str> = percentages(text).iter().map(|found| &text[found.range]).collect();
        assert_eq!(found, ["40", "35,5 %"]);
    }
}
