//! Abbreviations: the known ones, how they are found in a text, and the forms of them that are wrong anywhere.
//!
//! The list is data, `rules/data/lists/abbreviations.toml`, read once when it is first needed. An abbreviation is found as
//! it is written there or with a capital first letter; "KL." or "PR" in capitals is something else.

mod wrong;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::letters::{char_at, char_before, is_space, is_word_part};

pub use wrong::{WrongForm, WrongForms, wrong_forms};

/// An abbreviation and what is known of it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Abbreviation {
    /// The right form: "bl.a."
    pub form: String,
    /// What it stands for. Abbreviations with the same meaning are right side by side ("fx", "f.eks.").
    pub meaning: String,
    /// Forms that are wrong in any text: "b.la.".
    #[serde(default)]
    pub wrong: Vec<String>,
    /// May a wrong form of it begin a sentence, with a capital? "Mia" is a name.
    #[serde(default)]
    pub capital: bool,
    /// Does its stop end no sentence, even before a capital letter?
    #[serde(default = "yes")]
    pub mid_sentence: bool,
    /// Is it an ordinary word without its stop ("min.")? Then it counts only where the sentence clearly goes on.
    #[serde(default)]
    pub also_word: bool,
}

fn yes() -> bool {
    true
}

/// All known abbreviations.
#[derive(Debug)]
pub struct Abbreviations {
    entries: Vec<Abbreviation>,
    /// Index of each form, and of the form with a capital first letter.
    by_form: FxHashMap<String, usize>,
    /// In bytes, of the forms without a space.
    longest: usize,
}

/// The known abbreviations.
pub fn abbreviations() -> &'static Abbreviations {
    static ABBREVIATIONS: LazyLock<Abbreviations> = LazyLock::new(Abbreviations::load);
    &ABBREVIATIONS
}

impl Abbreviations {
    fn load() -> Abbreviations {
        #[derive(Deserialize)]
        struct File {
            abbreviation: Vec<Abbreviation>,
        }

        let file: File = data::read("abbreviations");
        let entries = file.abbreviation;
        let mut by_form = FxHashMap::with_capacity_and_hasher(2 * entries.len(), Default::default());
        for (index, entry) in entries.iter().enumerate() {
            by_form.insert(entry.form.clone(), index);
            // "T." and "D." are initials.
            let n_letters = entry.form.chars().filter(|char| *char != '.').count();
            if n_letters > 1 {
                by_form.insert(capitalised(&entry.form), index);
            }
        }
        let words = entries.iter().filter(|entry| !entry.form.contains(' '));
        let longest = words.map(|entry| entry.form.len()).max().unwrap_or(0);
        Abbreviations { entries, by_form, longest }
    }

    /// The abbreviations in the order of the list.
    pub fn iter(&self) -> std::slice::Iter<'_, Abbreviation> {
        self.entries.iter()
    }

    /// The abbreviation with this form, possibly with a capital first letter.
    pub fn get(&self, form: &str) -> Option<&Abbreviation> {
        self.by_form.get(form).map(|index| &self.entries[*index])
    }

    /// The longest abbreviation that stands in `text` from the byte `start` on, stops included.
    pub fn at(&self, text: &str, start: usize) -> Option<&Abbreviation> {
        let rest = text.get(start..)?;
        if !may_start(text, start) {
            return None;
        }

        let mut found = None;
        for (index, byte) in rest.bytes().enumerate().take(self.longest) {
            match byte {
                b'.' => found = self.ending(rest, index + 1).or(found),
                _ if byte.is_ascii_alphabetic() || !byte.is_ascii() => {}
                _ => break,
            }
        }
        found
    }

    /// The longest abbreviation whose last stop ends at the byte `end` of `text`.
    pub fn before(&self, text: &str, end: usize) -> Option<&Abbreviation> {
        let before = text.get(..end)?;
        let mut found = None;
        for (start, char) in before.char_indices().rev().take(self.longest) {
            if !is_word_part(char) && char != '.' {
                break;
            }
            if may_start(text, start) {
                found = self.get(&before[start..]).or(found);
            }
        }
        found
    }

    fn ending(&self, rest: &str, end: usize) -> Option<&Abbreviation> {
        let abbreviation = self.get(&rest[..end])?;
        let glued = char_at(rest, end).is_some_and(|char| is_word_part(char) && !char.is_ascii_digit());
        let counts = !glued && (!abbreviation.also_word || goes_on(&rest[end..]));
        counts.then_some(abbreviation)
    }
}

impl<'a> IntoIterator for &'a Abbreviations {
    type Item = &'a Abbreviation;
    type IntoIter = std::slice::Iter<'a, Abbreviation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// May an abbreviation start here? Not inside a word, an address or a compound.
fn may_start(text: &str, start: usize) -> bool {
    !char_before(text, start)
        .is_some_and(|char| is_word_part(char) || matches!(char, '.' | '-' | '/' | '@' | '_' | '\'' | '’'))
}

/// Does the sentence clearly go on after this stop: with a small letter, a digit or a comma?
fn goes_on(rest: &str) -> bool {
    let next = rest.trim_start_matches(is_space).chars().next();
    next.is_some_and(|char| {
        char.is_lowercase() || char.is_ascii_digit() || matches!(char, ',' | ';' | ':' | ')')
    })
}

fn capitalised(form: &str) -> String {
    let mut chars = form.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_read_and_long_enough() {
        assert!(abbreviations().iter().count() > 200);
    }

    #[test]
    fn every_form_stands_once_and_none_is_also_wrong() {
        let mut seen = std::collections::HashSet::new();
        for entry in abbreviations() {
            assert!(seen.insert(&entry.form), "{} stands twice", entry.form);
            assert!(!entry.also_word || entry.wrong.is_empty(), "{} is also a word", entry.form);
        }
        for entry in abbreviations() {
            for wrong in &entry.wrong {
                assert!(seen.insert(wrong), "{wrong} stands twice");
            }
        }
    }

    #[test]
    fn an_abbreviation_is_found_small_or_with_a_capital() {
        let form = |form: &str| abbreviations().get(form).map(|entry| entry.form.as_str());
        assert_eq!(form("bl.a."), Some("bl.a."));
        assert_eq!(form("Bl.a."), Some("bl.a."));
        assert_eq!(form("KL."), None);
        assert_eq!(form("bl.a"), None);
    }

    #[test]
    fn the_longest_abbreviation_counts() {
        let at = |text: &str| abbreviations().at(text, 0).map(|entry| entry.form.clone());
        assert_eq!(at("cand.scient.pol. Hansen").as_deref(), Some("cand.scient.pol."));
        assert_eq!(at("cand.ukendt.").as_deref(), None);
        assert_eq!(at("matr.nr.7").as_deref(), Some("matr.nr."));
        let before = |text: &str| abbreviations().before(text, text.len()).map(|entry| entry.form.clone());
        assert_eq!(before("hos cand.scient.pol.").as_deref(), Some("cand.scient.pol."));
        assert_eq!(before("(jf.").as_deref(), Some("jf."));
        assert_eq!(before("uca.").as_deref(), None);
    }

    #[test]
    fn an_ordinary_word_at_the_end_of_a_sentence_is_no_abbreviation() {
        let at = |text: &str| abbreviations().at(text, 0).is_some();
        assert!(at("min. 10 dage"));
        assert!(at("min. ti dage"));
        assert!(!at("min. Det er din."));
        assert!(!at("min."));
        assert!(!at("nr.dk"));
    }
}
