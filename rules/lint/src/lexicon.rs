//! The wrong words that lists know of: found for all rules in one pass, each with its entry.
//!
//! The lists are data, `rules/data/lists/known_errors.toml`, the wrong forms in
//! `rules/data/lists/abbreviations.toml` and the pairs in `rules/data/lists/compounds.toml`, read once when they are first
//! needed. A rule only chooses the kinds that are its own.

mod list;
mod phrases;

use std::borrow::Cow;
use std::sync::LazyLock;

use serde::Deserialize;

use list::List;
use text::{TextRange, is_space};

pub use phrases::{Border, Case, Hit, Phrase, Phrases};

/// Why a form is wrong; the lists say so in the order of `rules/data/lists/known_errors.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// "b.la.".
    Abbreviation,
    /// Two words that are one with a hyphen: "step-up møde".
    Compound,
    /// One word taken for another: "fuldt op på".
    Confusion,
    /// A form that does not fit its neighbours: "har kunne få".
    Grammar,
    /// Two words in one: "idag".
    Joined,
    /// "standart".
    Misspelling,
    /// The name of a place or an office.
    Name,
    /// A spelling that has left the dictionary: "linie".
    OldSpelling,
    /// One word in two: "arbejds gruppe".
    Split,
}

impl Kind {
    /// The kind that the list calls so.
    fn called(name: &str) -> Option<Self> {
        let name = serde::de::value::StrDeserializer::<serde::de::value::Error>::new(name);
        Self::deserialize(name).ok()
    }
}

/// Words in both languages, from a list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Why {
    /// Danish.
    #[serde(borrow)]
    pub da: Cow<'static, str>,
    /// English.
    #[serde(borrow)]
    pub en: Cow<'static, str>,
}

/// A form that is wrong in any text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The form.
    pub form: Cow<'static, str>,
    /// What it should be; more than one when only the writer knows.
    pub right: Vec<Cow<'static, str>>,
    /// What kind of fault it is.
    pub kind: Kind,
    /// What is wrong with it, where that is not plain to see.
    pub why: Option<Why>,
    /// May its last word be the first part of a compound whose rest follows?
    pub alone: bool,
    /// May the words stand in some right sentence, so that the writer decides?
    pub doubtful: bool,
    /// The year since which it is wrong.
    pub since: Option<i16>,
    /// Words before it in the clause with which it is right: "følger fuldt op på planen".
    pub unless: Vec<Cow<'static, str>>,
}

/// A wrong form in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongWord {
    /// Where it stands.
    pub range: TextRange,
    /// What it is.
    pub wrong: &'static Wrong,
    case: Case,
}

impl WrongWord {
    /// What to write instead in `text`, with the capitals and the no-break spaces that stand there.
    pub fn rights(&self, text: &str) -> Vec<String> {
        let spaces: Vec<char> = text[self.range].chars().filter(|c| is_space(*c)).collect();
        self.wrong.right.iter().map(|right| with_spaces(&self.case.apply(right), &spaces)).collect()
    }
}

/// `right` with these spaces, if it has as many.
fn with_spaces(right: &str, spaces: &[char]) -> String {
    if right.matches(' ').count() != spaces.len() {
        return right.to_owned();
    }
    let mut spaces = spaces.iter();
    right.chars().map(|c| if c == ' ' { *spaces.next().unwrap_or(&' ') } else { c }).collect()
}

/// The wrong words of `text`, whose runs of letters are given, in order; none overlaps another.
pub(super) fn wrong_words(text: &str, runs: &[TextRange]) -> Vec<WrongWord> {
    let hits = WRONG.phrases.find(text, runs).into_iter();
    hits.map(|hit| WrongWord { range: hit.range, wrong: WRONG.wrong(hit.phrase), case: hit.case }).collect()
}

static WRONG: LazyLock<List> = LazyLock::new(List::read);

#[cfg(test)]
mod tests {
    use super::{Kind, WRONG, Wrong, WrongWord};
    use crate::runs::runs;

    fn wrong_words(text: &str) -> Vec<WrongWord> {
        super::wrong_words(text, &runs(text))
    }

    /// All wrong forms of the lists, with what is told of them.
    fn all() -> impl Iterator<Item = &'static Wrong> {
        (0..WRONG.len()).map(|nth| WRONG.wrong(nth))
    }

    #[test]
    fn lists_agree_where_both_know_a_form() {
        let mut known = std::collections::HashMap::new();
        for wrong in all() {
            let other = known.entry(&wrong.form).or_insert(wrong);
            assert_eq!((&other.right, other.kind), (&wrong.right, wrong.kind), "{}", wrong.form);
        }
    }

    #[test]
    fn each_form_is_found_as_it_may_be_written() {
        for wrong in all().filter(|wrong| wrong.kind != Kind::Abbreviation) {
            let capitals = Some(wrong.form.to_uppercase()).filter(|_| wrong.kind != Kind::Compound);
            let capital: String = {
                let mut letters = wrong.form.chars();
                letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
            };
            for form in [wrong.form.to_string(), capital].into_iter().chain(capitals) {
                // Two forms may be the same in capitals.
                let found = wrong_words(&form);
                let [word] = found[..] else { panic!("{form}") };
                assert_eq!(word.wrong.form.to_uppercase(), wrong.form.to_uppercase(), "{form}");
            }
        }
    }

    #[test]
    fn no_right_form_is_wrong_itself() {
        for wrong in all() {
            for right in &wrong.right {
                let found = wrong_words(right);
                assert!(found.is_empty(), "{} -> {right}: {}", wrong.form, found[0].wrong.form);
            }
        }
    }

    #[test]
    fn the_right_form_keeps_capitals_and_no_break_spaces() {
        let right = |text: &str| wrong_words(text)[0].rights(text).join("|");
        assert_eq!(right("Det er høj standart."), "høj standard");
        assert_eq!(right("Idag mødes vi."), "I dag");
        assert_eq!(right("DET ER HØJ STANDART"), "HØJ STANDARD");
        assert_eq!(right("Der er fuldt\u{a0}op på sagen."), "fulgt\u{a0}op på sagen");
        assert_eq!(right("prisen er 3 mio.kr i alt"), "mio. kr.");
    }
}
