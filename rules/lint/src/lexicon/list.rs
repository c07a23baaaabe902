//! The lists of wrong forms: all forms are read at the first question, and what is told of one when it is first found.

use std::borrow::Cow;
use std::sync::OnceLock;

use serde::Deserialize;

use super::{Border, Kind, Phrase, Phrases, Why, Wrong};
use danish::abbreviations::abbreviations;
use danish::compounds::compounds;

/// The wrong forms of all lists.
pub(super) struct List {
    /// The forms, in the order of the lists; of two alike the first is found.
    pub(super) phrases: Phrases,
    sources: Vec<Source>,
    /// What is told of those that were found.
    told: Vec<OnceLock<Box<Wrong>>>,
}

/// Where a form is from.
enum Source {
    /// The bytes of `KNOWN_ERRORS` that tell of it, and which of their forms it is.
    Error { from: usize, to: usize, nth: usize },
    /// A form that explains itself.
    Plain { form: &'static str, right: &'static str, kind: Kind },
}

impl List {
    /// Reads all forms.
    pub(super) fn read() -> Self {
        let mut new = Building::default();
        data::KNOWN_FORMS
            .lines()
            .for_each(|line| new.add_error(line).expect("the program was built with whole lines"));
        for abbreviation in abbreviations() {
            for form in &abbreviation.wrong {
                new.add_plain(form, &abbreviation.form, Kind::Abbreviation);
            }
        }
        compounds().pairs().for_each(|(form, right)| new.add_plain(form, right, Kind::Compound));
        let told = new.sources.iter().map(|_| OnceLock::new()).collect();
        Self { phrases: Phrases::new(new.phrases), sources: new.sources, told }
    }

    /// What is told of the form in place `nth`.
    pub(super) fn wrong(&self, nth: usize) -> &Wrong {
        self.told[nth].get_or_init(|| Box::new(self.sources[nth].read()))
    }

    /// How many forms the lists have.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.sources.len()
    }
}

/// The lists as far as they are read.
#[derive(Default)]
struct Building {
    phrases: Vec<Phrase>,
    sources: Vec<Source>,
}

impl Building {
    /// Adds the forms of an error, which is a line of `KNOWN_FORMS`.
    fn add_error(&mut self, line: &'static str) -> Option<()> {
        let mut parts = text::parts(line, b'\t').map(|(_, part)| part);
        let kind = Kind::called(parts.next()?)?;
        let (from, to) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        let right = parts.next()?;
        for (nth, form) in parts.enumerate() {
            self.phrases.push(phrase(form, right, kind));
            self.sources.push(Source::Error { from, to, nth });
        }
        Some(())
    }

    fn add_plain(&mut self, form: &'static str, right: &'static str, kind: Kind) {
        self.phrases.push(phrase(form, right, kind));
        self.sources.push(Source::Plain { form, right, kind });
    }
}

fn phrase(text: &'static str, right: &str, kind: Kind) -> Phrase {
    match kind {
        // "Mia" is a name, and so are more: without a stop only small letters are certain, but for a few words.
        Kind::Abbreviation => Phrase {
            text,
            capital: text.contains(['.', ','])
                || abbreviations().get(right).is_some_and(|right| right.capital),
            capitals: false,
            border: Border::Abbreviation,
        },
        // "MED UDVALG" may be a heading with the word "med".
        Kind::Compound => Phrase { text, capital: true, capitals: false, border: Border::Word },
        _ => Phrase { text, capital: true, capitals: true, border: Border::Word },
    }
}

/// An error of the list as `build.rs` makes it.
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

/// Words of the list, which stay where they lie.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
struct Listed<'l>(#[serde(borrow)] Cow<'l, str>);

impl Source {
    fn read(&self) -> Wrong {
        match *self {
            Self::Error { from, to, nth } => {
                let error: KnownError = data::unpacked(&data::KNOWN_ERRORS[from..to]);
                let right = if error.pairs { &error.right[nth..=nth] } else { &error.right[..] };
                let right = right.iter().map(|Listed(right)| right.clone()).collect();
                let Listed(form) = error.wrong[nth].clone();
                let KnownError { kind, why, alone, doubtful, since, unless, .. } = error;
                let unless = unless.into_iter().map(|Listed(word)| word).collect();
                Wrong { form, right, kind, why, alone, doubtful, since, unless }
            }
            Self::Plain { form, right, kind } => Wrong {
                form: form.into(),
                right: vec![right.into()],
                kind,
                why: None,
                alone: false,
                doubtful: false,
                since: None,
                unless: Vec::new(),
            },
        }
    }
}
