//! Danish word forms with all their readings: word class, gender, number, definiteness, tense.
//!
//! The forms are Stavekontrolden's (see `data/NOTICE.md`). They lie in an automaton that is part of the program and is
//! used where it lies: nothing is read or built at the start, and a look-up walks the letters of one word. The value of
//! a form is the number of a set of readings, of which there are some hundred.

mod readings;

use std::sync::LazyLock;

pub use readings::Readings;

/// The number of sets, the sets of four bytes each, the automaton: all little-endian.
static DATA: &[u8] = include_bytes!("../data/danish.lexicon");

/// A lexicon in the form that the generator writes.
#[derive(Clone, Debug)]
pub struct Lexicon<'d> {
    sets: &'d [u8],
    forms: fst::Map<&'d [u8]>,
}

/// The Danish lexicon.
pub fn danish() -> &'static Lexicon<'static> {
    static DANISH: LazyLock<Lexicon<'static>> =
        LazyLock::new(|| Lexicon::new(DATA).expect("the generated file is whole, which a test proves"));
    &DANISH
}

impl<'d> Lexicon<'d> {
    /// A lexicon over `data`; `None` if that is none.
    pub fn new(data: &'d [u8]) -> Option<Self> {
        let (count, rest) = data.split_first_chunk::<4>()?;
        let count = usize::try_from(u32::from_le_bytes(*count)).ok()?;
        let (sets, forms) = rest.split_at_checked(count.checked_mul(4)?)?;
        Some(Self { sets, forms: fst::Map::new(forms).ok()? })
    }

    /// All readings of `form`, written as it stands; none if the form is unknown.
    pub fn readings(&self, form: &str) -> Readings {
        let set = self.forms.get(form).and_then(|set| usize::try_from(set).ok());
        let bytes = set.and_then(|set| self.sets.get(set * 4..)?.first_chunk::<4>());
        bytes.map_or(Readings::NONE, |bytes| Readings::from_bits(u32::from_le_bytes(*bytes)))
    }

    /// How many forms there are.
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// Are there no forms?
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// The forms, for a search among them.
    pub fn forms(&self) -> &fst::Map<&'d [u8]> {
        &self.forms
    }
}

#[cfg(test)]
mod tests {
    use super::{DATA, Lexicon, Readings, danish};

    #[test]
    fn the_generated_file_is_whole_and_small() {
        assert!(Lexicon::new(DATA).is_some_and(|lexicon| lexicon.forms.as_fst().verify().is_ok()));
        assert!(DATA.len() <= 1_500_000, "{}", DATA.len());
        assert!(danish().len() > 600_000, "{}", danish().len());
    }

    #[test]
    fn forms_have_all_their_readings() {
        let readings = |form| danish().readings(form);
        assert_eq!(readings("håndterer"), Readings::PRESENT);
        assert_eq!(readings("møde"), Readings::INFINITIVE | Readings::NEUTER);
        assert_eq!(readings("situationen"), Readings::DEFINITE_COMMON);
        assert_eq!(readings("udvalg"), Readings::NEUTER | Readings::PLURAL);
        assert_eq!(readings("treårige"), Readings::ADJECTIVE_E);
        assert_eq!(readings("håndterre"), Readings::NONE);
    }

    #[test]
    fn what_is_no_lexicon_is_refused() {
        for data in [&[][..], &[1, 0, 0], &[9, 0, 0, 0, 1, 2, 3, 4], &[255, 255, 255, 255]] {
            assert!(Lexicon::new(data).is_none());
        }
    }
}
