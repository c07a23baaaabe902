//! Sums of money in whatever writing, by which closed matter is known again: "3.450.000 kr.", "3,45 millioner", "tre millioner fire
//! hundrede og halvtreds tusinde kroner".

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::danish::letters::small;

use crate::facts::amounts::amounts;
use crate::facts::quantity::Quantity;
use crate::text::is_space;

/// `number_words.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    counts: HashMap<String, i64>,
    scales: HashMap<String, i64>,
    between: Between,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Between {
    joins: Vec<String>,
    comma: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| data::read("number_words"));

/// A number of words that is less than this is none to know a case by.
const LEAST: i64 = 1_000;
/// A larger one is no sum of money, in kroner.
const MOST: i64 = 1_000_000_000_000;

/// The sums in `line`, as values of [`Quantity`].
pub(super) fn sums(line: &str) -> Vec<i64> {
    let mut sums: Vec<i64> = amounts(line).iter().map(|amount| amount.kroner.value).collect();
    sums.extend(in_words(line));
    sums
}

/// Numbers with a word in them: "3,45 millioner", "tre komma fire fem mio.".
fn in_words(line: &str) -> Vec<i64> {
    let lower = small(line);
    if !WORDS.scales.keys().any(|scale| lower.contains(scale.as_str())) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut number = Number::default();
    for word in lower.split(|c| is_space(c) || matches!(c, '(' | ')' | '-' | '–')) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if !number.take(bare) || word.ends_with([',', ';', ':', '!', '?']) {
            found.extend(std::mem::take(&mut number).value());
            if !word.ends_with(',') {
                number.take(bare);
            }
        }
    }
    found.extend(number.value());
    found
}

/// A number that is being read.
#[derive(Default)]
struct Number {
    /// What is multiplied by the next scale, as a value of [`Quantity`].
    now: i64,
    total: i64,
    /// The worth of the next decimal, behind a comma.
    decimal: Option<i64>,
    /// Was a word read, and a scale among them?
    begun: bool,
    scaled: bool,
}

impl Number {
    /// Takes `word` as the next part; `false` where it is none.
    fn take(&mut self, word: &str) -> bool {
        if word.is_empty() {
            return self.begun;
        }
        if let Some(value) = figure(word) {
            // Figures stand first.
            let first = !self.begun;
            (self.now, self.begun) = (if first { value } else { self.now }, true);
            return first;
        }
        if self.begun && WORDS.between.joins.iter().any(|join| join == word) {
            return true;
        }
        if self.begun && WORDS.between.comma.iter().any(|comma| comma == word) {
            self.decimal = Some(Quantity::ONE / 10);
            return true;
        }
        let Some(parts) = parts(word) else { return false };
        parts.into_iter().all(|part| self.add(part))
    }

    fn add(&mut self, part: Part) -> bool {
        self.begun = true;
        match part {
            Part::Count(count) => match self.decimal {
                Some(worth) => {
                    self.now += count * worth;
                    self.decimal = Some(worth / 10);
                }
                None => self.now += count * Quantity::ONE,
            },
            Part::Scale(scale) => {
                self.decimal = None;
                self.scaled = true;
                let one = if self.now == 0 { Quantity::ONE } else { self.now };
                let Some(scaled) = one.checked_mul(scale).filter(|scaled| scaled / Quantity::ONE < MOST)
                else {
                    return false;
                };
                // "fire hundrede" goes on: "fire hundrede og halvtreds tusinde".
                if scale < LEAST {
                    self.now = scaled;
                } else {
                    (self.total, self.now) = (self.total.saturating_add(scaled), 0);
                }
            }
        }
        true
    }

    fn value(self) -> Option<i64> {
        let value = self.total.saturating_add(self.now);
        (self.scaled && value >= LEAST * Quantity::ONE).then_some(value)
    }
}

#[derive(Clone, Copy)]
enum Part {
    Count(i64),
    Scale(i64),
}

/// "3,45", "3.450"
fn figure(word: &str) -> Option<i64> {
    let (number, len) = Quantity::read(word)?;
    (len == word.len()).then_some(number.value)
}

/// The parts of `word`, which may be several written together: "femhundredetusinde", "femogtyve".
fn parts(word: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut rest = word;
    while !rest.is_empty() {
        let own = WORDS.counts.iter().map(|(own, count)| (own, Part::Count(*count)));
        let scales = WORDS.scales.iter().map(|(own, scale)| (own, Part::Scale(*scale)));
        let next = own
            .chain(scales)
            .filter(|(own, _)| rest.starts_with(own.as_str()))
            .max_by_key(|(own, _)| own.len());
        match next {
            Some((own, part)) => {
                parts.push(part);
                rest = &rest[own.len()..];
            }
            None if !parts.is_empty() => {
                rest = WORDS.between.joins.iter().find_map(|join| rest.strip_prefix(join.as_str()))?
            }
            None => return None,
        }
    }
    (!parts.is_empty()).then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::sums;
    use crate::facts::quantity::Quantity;

    fn kroner(line: &str) -> Vec<i64> {
        sums(line).into_iter().map(|value| value / Quantity::ONE).collect()
    }

    #[test]
    fn a_sum_is_known_in_any_writing() {
        for line in [
            "3.450.000 kr.",
            "3,45 mio. kr.",
            "3,45 millioner afsættes.",
            "3,45 mio. afsættes",
            "tre millioner fire hundrede og halvtreds tusinde kroner",
            "tre komma fire fem mio. kr.",
            "tre millioner firehundredeoghalvtredstusinde",
            "Prisen er 3450 tusinde.",
        ] {
            assert!(kroner(line).contains(&3_450_000), "{line}: {:?}", kroner(line));
        }
        assert_eq!(kroner("femogtyve tusinde kroner"), [25_000]);
        assert_eq!(kroner("et hundrede tusind"), [100_000]);
    }

    #[test]
    fn other_numbers_are_no_sums() {
        for line in
            ["tre børn og fire voksne", "fem hundrede gæster", "en mio", "Punkt 3 og 4", "I 2026 kom 12."]
        {
            let found = kroner(line);
            assert!(found.is_empty() || found == [1_000_000], "{line}: {found:?}");
        }
    }
}
