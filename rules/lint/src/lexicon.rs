//! The wrong words that lists know of: found for all rules in one pass, each with its entry.
//!
//! The lists are data, `rules/data/lists/known_errors.toml`, the wrong forms in
//! `rules/data/lists/abbreviations.toml` and the pairs in `rules/data/lists/compounds.toml`, read once when they are first
//! needed. A rule only chooses the kinds that are its own.

mod phrases;

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use danish::abbreviations::abbreviations;
use danish::compounds::compounds;
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
    let (wrongs, phrases) = &*WRONG;
    phrases
        .find(text, runs)
        .into_iter()
        .map(|hit| WrongWord { range: hit.range, wrong: &wrongs[hit.phrase], case: hit.case })
        .collect()
}

static WRONG: LazyLock<(Vec<Wrong>, Phrases)> = LazyLock::new(|| {
    let mut wrongs = known_errors();
    wrongs.extend(wrong_abbreviations());
    wrongs.extend(pairs());
    let mut seen = FxHashSet::default();
    wrongs.retain(|wrong| seen.insert(wrong.form.clone()));
    let phrases = Phrases::new(wrongs.iter().map(phrase).collect());
    (wrongs, phrases)
});

fn phrase(wrong: &Wrong) -> Phrase<'_> {
    match wrong.kind {
        // "Mia" is a name, and so are more: without a stop only small letters are certain, but for a few words.
        Kind::Abbreviation => Phrase {
            text: &wrong.form,
            capital: wrong.form.contains(['.', ','])
                || abbreviations().get(&wrong.right[0]).is_some_and(|right| right.capital),
            capitals: false,
            border: Border::Abbreviation,
        },
        // "MED UDVALG" may be a heading with the word "med".
        Kind::Compound => Phrase { text: &wrong.form, capital: true, capitals: false, border: Border::Word },
        _ => Phrase { text: &wrong.form, capital: true, capitals: true, border: Border::Word },
    }
}

/// Words of the list, which stay where they lie.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
struct Listed<'l>(#[serde(borrow)] Cow<'l, str>);

/// An entry of the list as `build.rs` makes it.
#[derive(Deserialize)]
struct KnownError {
    #[serde(borrow)]
    wrong: Vec<Listed<'static>>,
    #[serde(borrow)]
    right: Vec<Listed<'static>>,
    #[serde(default)]
    pairs: bool,
    kind: Kind,
    why: Option<Why>,
    #[serde(default)]
    alone: bool,
    #[serde(default)]
    doubtful: bool,
    since: Option<i16>,
    #[serde(borrow, default)]
    unless: Vec<Listed<'static>>,
}

fn known_errors() -> Vec<Wrong> {
    #[derive(Deserialize)]
    #[serde(bound = "'de: 'static")]
    struct File {
        error: Vec<KnownError>,
    }

    let file: File = data::read("known_errors");
    let mut wrongs = Vec::new();
    for error in file.error {
        for (i, Listed(form)) in error.wrong.iter().cloned().enumerate() {
            let right = if error.pairs { &error.right[i..=i] } else { &error.right[..] };
            let right = right.iter().map(|Listed(right)| right.clone()).collect();
            let KnownError { kind, ref why, alone, doubtful, since, ref unless, .. } = error;
            let unless = unless.iter().map(|Listed(word)| word.clone()).collect();
            wrongs.push(Wrong { form, right, kind, why: why.clone(), alone, doubtful, since, unless });
        }
    }
    wrongs
}

fn wrong_abbreviations() -> Vec<Wrong> {
    let mut wrongs = Vec::new();
    for abbreviation in abbreviations() {
        for form in &abbreviation.wrong {
            wrongs.push(plain(form, &abbreviation.form, Kind::Abbreviation));
        }
    }
    wrongs
}

fn pairs() -> impl Iterator<Item = Wrong> {
    compounds().pairs().map(|(form, right)| plain(form, right, Kind::Compound))
}

/// An entry that explains itself.
fn plain(form: &'static str, right: &'static str, kind: Kind) -> Wrong {
    Wrong {
        form: form.into(),
        right: vec![right.into()],
        kind,
        why: None,
        alone: false,
        doubtful: false,
        since: None,
        unless: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{WRONG, WrongWord, known_errors, wrong_abbreviations};
    use crate::runs::runs;

    fn wrong_words(text: &str) -> Vec<WrongWord> {
        super::wrong_words(text, &runs(text))
    }

    #[test]
    fn both_lists_agree_where_both_know_a_form() {
        let errors = known_errors();
        for wrong in wrong_abbreviations() {
            let other = errors.iter().find(|error| error.form == wrong.form);
            assert!(other.is_none_or(|error| error.right == wrong.right), "{}", wrong.form);
        }
    }

    #[test]
    fn no_right_form_is_wrong_itself() {
        for wrong in &WRONG.0 {
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
