//! Forms of abbreviations that are wrong in any text, and where a text has them.
//!
//! Every wrong form starts with a short run of letters. One look at the length and first letter of a word tells for
//! nearly all of them that no wrong form starts there; an automaton over all forms was twice as slow.

use std::collections::HashMap;
use std::sync::LazyLock;

use text::TextRange;

use super::{Abbreviation, Abbreviations, abbreviations, capitalised, may_start};
use crate::letters::{char_at, clip, is_word_part, range};

/// The wrong forms of abbreviations in a text, in order.
///
/// A form without its last stop is found only where none follows.
pub fn wrong_forms(text: &str) -> WrongForms<'_> {
    static FINDER: LazyLock<Finder> = LazyLock::new(|| Finder::new(abbreviations()));
    WrongForms { text: clip(text), offset: 0, finder: &FINDER }
}

/// A wrong form of an abbreviation in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongForm {
    /// Where it stands.
    pub range: TextRange,
    /// What it should have been; its form is written small.
    pub abbreviation: &'static Abbreviation,
    /// Is it written with a capital first letter, which the right form should keep?
    pub capital: bool,
}

/// Iterator over the wrong forms in a text, made by [`wrong_forms`].
#[derive(Clone, Debug)]
pub struct WrongForms<'t> {
    text: &'t str,
    offset: usize,
    finder: &'static Finder,
}

impl Iterator for WrongForms<'_> {
    type Item = WrongForm;

    fn next(&mut self) -> Option<WrongForm> {
        let bytes = self.text.as_bytes();
        loop {
            let rest = &bytes[self.offset..];
            let start = self.offset + rest.iter().position(u8::is_ascii_alphabetic)?;
            let rest = &bytes[start..];
            let length = rest.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(rest.len());
            self.offset = start + length;
            if let Some(found) = self.finder.at(self.text, start, length) {
                self.offset = found.range.end().into();
                return Some(found);
            }
        }
    }
}

/// All wrong forms, by the letters they start with.
#[derive(Debug)]
struct Finder {
    /// The longest first.
    by_letters: HashMap<String, Vec<(String, &'static Abbreviation)>>,
    /// For each first byte, one bit for each number of letters that a wrong form starts with.
    lengths: [u32; 256],
}

impl Finder {
    fn new(list: &'static Abbreviations) -> Finder {
        let mut finder = Finder { by_letters: HashMap::new(), lengths: [0; 256] };
        for entry in list {
            for wrong in &entry.wrong {
                finder.add(wrong.clone(), entry);
                // "Mia" is a name and "Ca" an element: without a stop only small letters are certain.
                if wrong.contains('.') {
                    finder.add(capitalised(wrong), entry);
                }
            }
        }
        for forms in finder.by_letters.values_mut() {
            forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
        }
        finder
    }

    fn add(&mut self, form: String, owner: &'static Abbreviation) {
        let n_letters = form.bytes().take_while(u8::is_ascii_alphabetic).count();
        if let Some(first) = form.bytes().next() {
            self.lengths[usize::from(first)] |= 1 << n_letters.min(31);
            self.by_letters.entry(form[..n_letters].to_owned()).or_default().push((form, owner));
        }
    }

    /// The wrong form that starts with the `n_letters` letters from `start` on.
    fn at(&self, text: &str, start: usize, n_letters: usize) -> Option<WrongForm> {
        let first = text.as_bytes()[start];
        if n_letters > 31 || self.lengths[usize::from(first)] & (1 << n_letters) == 0 {
            return None;
        }

        let forms = self.by_letters.get(&text[start..start + n_letters])?;
        let rest = &text[start..];
        let (form, abbreviation) =
            forms.iter().find(|(form, _)| rest.starts_with(form.as_str()) && may_end(rest, form))?;
        may_start(text, start).then(|| WrongForm {
            range: range(start, start + form.len()),
            abbreviation,
            capital: first.is_ascii_uppercase(),
        })
    }
}

fn may_end(rest: &str, form: &str) -> bool {
    let Some(next) = char_at(rest, form.len()) else { return true };
    let stop_follows = next == '.' && !form.ends_with('.');
    !stop_follows && !is_word_part(next) && !matches!(next, '-' | '/' | '@' | '_' | '\'' | '’')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(text: &str) -> Vec<(&str, &str)> {
        wrong_forms(text).map(|found| (&text[found.range], found.abbreviation.form.as_str())).collect()
    }

    #[test]
    fn every_wrong_form_starts_with_letters() {
        for entry in abbreviations() {
            assert!(
                entry.wrong.iter().all(|wrong| wrong.starts_with(|char: char| char.is_ascii_alphabetic()))
            );
        }
    }

    #[test]
    fn wrong_forms_are_found_with_the_right_one() {
        assert_eq!(wrong("Det er b.la. dyrt"), [("b.la.", "bl.a.")]);
        assert_eq!(wrong("50 pct af ca 10 mio.kr"), [("pct", "pct."), ("ca", "ca."), ("mio.kr", "mio. kr.")]);
        assert_eq!(wrong("orientering af adm. dir Tove"), [("adm. dir", "adm. dir.")]);
        assert_eq!(wrong("(jfr. bilag 1)"), [("jfr.", "jf.")]);
        assert_eq!(wrong("F.eks på Ærø"), [("F.eks", "f.eks.")]);
        assert!(wrong_forms("F.eks på Ærø").all(|found| found.capital));
    }

    #[test]
    fn right_forms_are_not_wrong() {
        for text in
            ["bl.a. ca. f.eks. fx pct. mio. kr. m.fl. mfl. mv. m.v. osv. jf.", "(mio. kr.)", "adm. dir."]
        {
            assert_eq!(wrong(text), [], "in {text:?}");
        }
    }

    #[test]
    fn parts_of_words_and_addresses_are_not_wrong() {
        for text in
            ["caféen", "på Mia Hansens vegne", "nr-felt", "www.nr.dk", "blå", "afdæk", "cå", "ca\u{30a}"]
        {
            assert_eq!(wrong(text), [], "in {text:?}");
        }
    }
}
