//! A dictionary in Hunspell's form, for rules that ask whether a word exists.
//!
//! The core reads no files: the caller hands over the two texts of a dictionary. With the feature `spelling` they are
//! read by the crate `spellbook`; without it there is no way to make a dictionary, and no rule finds one. The Danish
//! dictionary (Stavekontrolden) is put in order on the way, see `dictionary/order.rs`.
//!
//! A word costs some 200 µs when it is a compound nobody has asked for before, so answers are kept.

#[cfg(feature = "spelling")]
mod order;

use std::sync::{Mutex, PoisonError};

use rustc_hash::FxHashMap;

/// Answers are forgotten when there are so many.
const MOST_ANSWERS: usize = 200_000;

/// A dictionary. Two dictionaries are equal when they are the same one.
pub struct Dictionary {
    #[cfg(feature = "spelling")]
    words: spellbook::Dictionary,
    /// What was asked before; only speed depends on it.
    answers: Mutex<FxHashMap<Box<str>, bool>>,
    /// Without the feature nobody can make this.
    #[cfg(not(feature = "spelling"))]
    never: std::convert::Infallible,
}

/// Texts that are no dictionary.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the dictionary cannot be read: {0}")]
pub struct DictionaryError(pub String);

impl Dictionary {
    /// Reads a dictionary from the texts of its `.aff` and `.dic` files.
    ///
    /// # Errors
    /// Texts that are not in Hunspell's form.
    #[cfg(feature = "spelling")]
    pub fn new(aff: &str, dic: &str) -> Result<Self, DictionaryError> {
        let (aff, dic) = order::in_order(aff, dic);
        match spellbook::Dictionary::new(&aff, &dic) {
            Ok(words) => Ok(Self { words, answers: Mutex::default() }),
            Err(error) => Err(DictionaryError(error.to_string())),
        }
    }

    /// Is `word`, as it is written, a word or a compound of words?
    pub fn knows(&self, word: &str) -> bool {
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(&known) = answers.get(word) {
            return known;
        }
        let known = self.looks_up(word);
        if answers.len() >= MOST_ANSWERS {
            answers.clear();
        }
        answers.insert(word.into(), known);
        known
    }

    #[cfg(feature = "spelling")]
    fn looks_up(&self, word: &str) -> bool {
        self.words.check(word)
    }

    #[cfg(not(feature = "spelling"))]
    fn looks_up(&self, _: &str) -> bool {
        match self.never {}
    }
}

impl PartialEq for Dictionary {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Dictionary {}

impl std::fmt::Debug for Dictionary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Dictionary")
    }
}

#[cfg(all(test, feature = "spelling"))]
mod tests {
    use super::Dictionary;

    const AFF: &str = "SET UTF-8\nFLAG num\nCOMPOUNDFLAG 10\nTRY esrntlia\nSFX 1 Y 1\nSFX 1 0 er .\n";

    #[test]
    fn words_forms_and_compounds_are_known() {
        let dictionary = Dictionary::new(AFF, "2\nskole/1,10\nbolig/10\n").expect("a dictionary");
        for word in ["skole", "Skole", "skoleer", "boligskole"] {
            assert!(dictionary.knows(word), "{word}");
        }
        assert!(!dictionary.knows("skolle") && !dictionary.knows("skolle"));
    }

    #[test]
    fn other_texts_are_refused() {
        assert!(Dictionary::new("FLAG num\nSFX 1 Y x\n", "1\nskole\n").is_err());
    }
}
