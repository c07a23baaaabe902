//! What an item recommends, against which a decision is held.

use super::Side;
use super::lines::Values;
use super::phrases::WORDS;
use crate::minutes::Content;

/// What an item recommends, and all that it says beside its decisions.
pub(super) struct Recommended {
    /// Of the points alone.
    points: Values,
    /// Of the item in either document.
    known: Values,
    /// The points, in small letters.
    pub(super) text: String,
    /// The words and numbers of the points.
    words: Vec<String>,
}

impl Recommended {
    pub(super) fn of(asking: &Side<'_>, sides: [&Side<'_>; 2]) -> Self {
        let points: Vec<&str> = asking.item.points().map(|point| asking.words(point.text)).collect();
        let points = points.join("\n");
        let mut said = String::new();
        for side in sides {
            let sections = side.item.sections.iter();
            let others = sections.filter(|section| !matches!(section.content, Content::Decision(_)));
            others.for_each(|section| said = format!("{said}\n{}", side.words(section.body)));
        }
        let text = points.to_lowercase();
        let words = text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
        Self { points: Values::of(&points), known: Values::of(&said), text, words }
    }

    /// Does a word of the points begin as this one, which may be bent otherwise? A number is the same or another.
    pub(super) fn knows(&self, word: &str) -> bool {
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            return self.words.iter().any(|known| known == word);
        }
        let stem: String = word.chars().take(4).collect();
        self.words.iter().any(|known| known.starts_with(&stem))
    }

    /// Does a decision in the words `said` name another amount, another day, or something else to be done?
    pub(super) fn is_left_by(&self, said: &str) -> bool {
        let is_new = |own: &[i64], known: &[i64]| own.iter().any(|value| !known.contains(value));
        let values = Values::of(said);
        let qualified = WORDS.qualifying.iter().filter_map(|word| said.find(&**word)).min();
        let qualified = Values::of(&said[qualified.unwrap_or(said.len())..]);
        !self.points.amounts.is_empty() && is_new(&values.amounts, &self.known.amounts)
            || !self.points.dates.is_empty() && is_new(&qualified.dates, &self.known.dates)
            || self.is_other(said)
    }

    /// Is what follows "besluttede at" another thing than any point asks for?
    fn is_other(&self, said: &str) -> bool {
        let Some(at) = WORDS.deciding.iter().find_map(|word| Some(said.find(&**word)? + word.len())) else {
            return false;
        };
        let clause = said[at..].split(['.', ',', ';', '\n']).next().unwrap_or_default();
        let mut words = clause.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 3);
        let Some(first) = words.next() else { return false };
        if WORDS.agreeing_verbs.iter().any(|verb| clause.starts_with(&**verb)) {
            return false;
        }
        let (mut n_words, mut n_new) = (1, usize::from(!self.knows(first)));
        for word in words {
            n_words += 1;
            n_new += usize::from(!self.knows(word));
        }
        !self.knows(first) || n_new * 2 >= n_words
    }
}
