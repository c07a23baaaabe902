//! Amounts of money in running text: "2,5 mio. kr.", "1.283.980 kr.", "250.000,-", "DKK 40.000", "300 t.kr.".

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::quantity::Quantity;
use danish::letters::next_digit;
use text::needle::Needle;
use text::{TextRange, is_space, range};

/// An amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The number with its unit.
    pub range: TextRange,
    /// The number alone.
    pub number: TextRange,
    /// In kroner.
    pub kroner: Quantity,
    /// How many kroner the unit written has: a million for "mio. kr.".
    pub unit: i64,
}

impl Amount {
    /// Is the number of `text` the same as that of `other`, in another unit, and written so precisely that it is hardly so by chance?
    /// Then the unit is what is wrong.
    pub fn is_same_number(&self, text: &str, other: &Self) -> bool {
        self.unit != other.unit && text[self.number] == text[other.number] && is_precise(&text[self.number])
    }
}

/// Is the number written with a decimal or four digits, so that two amounts hardly share it by chance?
pub fn is_precise(number: &str) -> bool {
    number.contains(',') || number.bytes().filter(u8::is_ascii_digit).count() >= 4
}

/// How amounts are written: `amounts.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAmounts {
    units: BTreeMap<String, Vec<String>>,
    sentence: Sentence,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sentence {
    ends: Vec<String>,
}

struct Wording {
    /// The units, the longest first; what stands before and after them is a border of words.
    units: Vec<(String, i64)>,
    ends: Vec<String>,
}

fn wording() -> &'static Wording {
    static WORDING: LazyLock<Wording> = LazyLock::new(|| {
        let written: RawAmounts = data::read("amounts");
        let size = |kroner: &str| kroner.parse().expect("a number of kroner, as a test of the list shows");
        let mut units: Vec<(String, i64)> = written
            .units
            .into_iter()
            .flat_map(|(kroner, words)| words.into_iter().map(move |word| (word, size(&kroner))))
            .collect();
        units.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        Wording { units, ends: written.sentence.ends }
    });
    &WORDING
}

/// Does `words` before an amount end as a sentence does, not as the label of a row: "Budgettet er"?
pub(super) fn ends_as_sentence(words: &str) -> bool {
    let words = words.trim_end_matches(|c| is_space(c) || c == '.').to_lowercase();
    let end = |word: &String| {
        words.strip_suffix(&**word).is_some_and(|rest| rest.is_empty() || rest.ends_with(is_space))
    };
    wording().ends.iter().any(end)
}

/// How many kroner the unit `words` is: "mio. kr.".
pub(super) fn unit_size(words: &str) -> Option<i64> {
    let (len, size) = unit(words)?;
    (len == words.len()).then_some(size)
}

/// The amounts of `text`, in order.
pub fn amounts(text: &str) -> Vec<Amount> {
    static SIGNS: [Needle; 4] =
        [Needle::new("kr"), Needle::new("mio"), Needle::new(",-"), Needle::new("DKK")];
    if !SIGNS.iter().any(|sign| sign.is_in(text)) {
        return Vec::new();
    }
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_digit(bytes, at) {
        match amount(text, start) {
            Some(amount) => {
                at = amount.range.end().into();
                found.push(amount);
            }
            None => {
                at = start
                    + bytes[start..]
                        .iter()
                        .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
                        .count()
            }
        }
    }
    found
}

/// Is a sum in `line`, with a unit or without: "8.450.000,-", "2.450.000"?
pub fn has_sum(line: &str) -> bool {
    let is_sum = |word: &str| is_in_groups(word.trim_matches(|c: char| !c.is_ascii_digit()));
    line.split(is_space).any(is_sum) || !amounts(line).is_empty()
}

/// "2.450.000": digits in groups of three.
pub fn is_in_groups(word: &str) -> bool {
    let mut groups = word.split('.');
    let is_group = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let first = groups.next().is_some_and(|first| (1..=3).contains(&first.len()) && is_group(first));
    let mut behind = groups.peekable();
    first && behind.peek().is_some() && behind.all(|group| group.len() == 3 && is_group(group))
}

/// The amount whose number begins at byte `start` of `text`.
fn amount(text: &str, start: usize) -> Option<Amount> {
    let before = text[..start].chars().next_back();
    if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '/' | '_')) {
        return None;
    }
    let (number, len) = Quantity::read(&text[start..])?;
    let end = start + len;
    let rest = &text[end..];
    let gap = rest.len() - rest.trim_start_matches(is_space).len();
    if let Some((unit, size)) = unit(&rest[gap..]) {
        let kroner = number.times(size)?;
        return Some(Amount {
            range: range(start, end + gap + unit),
            number: range(start, end),
            kroner,
            unit: size,
        });
    }
    if let Some(after) = rest.strip_prefix(",-").or_else(|| rest.strip_prefix(",–")) {
        let len = rest.len() - after.len();
        // "2.400.000,- kr."
        let gap = after.len() - after.trim_start_matches(is_space).len();
        let unit = unit(&after[gap..]).filter(|(_, size)| *size == 1).map_or(0, |(len, _)| gap + len);
        return Some(Amount {
            range: range(start, end + len + unit),
            number: range(start, end),
            kroner: number,
            unit: 1,
        });
    }
    let lead = text[..start].trim_end_matches(is_space);
    let word = ["kr.", "DKK", "kr"].into_iter().find(|word| lead.ends_with(word))?;
    let from = lead.len() - word.len();
    let free = !lead[..from].ends_with(|c: char| c.is_alphanumeric() || c == '.')
        && !lead[..from].trim_end_matches(is_space).ends_with(|c: char| c.is_ascii_digit() || c == '.');
    free.then_some(Amount { range: range(from, end), number: range(start, end), kroner: number, unit: 1 })
}

/// The unit that begins `rest`: its bytes, and how many kroner it is.
fn unit(rest: &str) -> Option<(usize, i64)> {
    // Behind most numbers stands something else.
    if !rest.starts_with(['m', 't', 'k', 'd', 'M', 'T', 'K', 'D']) {
        return None;
    }
    let begins = |word: &str| {
        rest.as_bytes().get(..word.len()).is_some_and(|bytes| bytes.eq_ignore_ascii_case(word.as_bytes()))
    };
    let (word, size) = wording().units.iter().find(|(word, _)| begins(word))?;
    let glued = !word.ends_with('.') && rest[word.len()..].starts_with(char::is_alphanumeric);
    (!glued).then_some((word.len(), *size))
}

#[cfg(test)]
mod tests {
    use super::amounts;
    use crate::quantity::written;

    fn read(text: &str) -> Vec<(String, &str)> {
        amounts(text).iter().map(|amount| (written(amount.kroner.value), &text[amount.range])).collect()
    }

    #[test]
    fn amounts_are_values() {
        assert_eq!(
            read("Der gives 2,5 mio. kr., 1.283.980 kr. og 300 t.kr. samt 250.000,- og DKK 40.000."),
            [
                ("2.500.000".to_owned(), "2,5 mio. kr."),
                ("1.283.980".to_owned(), "1.283.980 kr."),
                ("300.000".to_owned(), "300 t.kr."),
                ("250.000".to_owned(), "250.000,-"),
                ("40.000".to_owned(), "DKK 40.000"),
            ]
        );
    }

    #[test]
    fn years_and_other_numbers_are_no_amounts() {
        assert_eq!(read("I 2026 købes 412 krukker til § 79 for 3 kr. 5 øre."), [("3".to_owned(), "3 kr.")]);
    }
}
