//! A fixed text to look for in many others.

use std::sync::OnceLock;

use memchr::memmem::Finder;

/// A fixed text, made ready once: parts of a document are short, and making ready costs as much as a search.
#[derive(Debug)]
pub struct Needle {
    words: &'static str,
    finder: OnceLock<Finder<'static>>,
}

impl Needle {
    /// Looks for `words`.
    pub const fn new(words: &'static str) -> Self {
        Self { words, finder: OnceLock::new() }
    }

    /// What it looks for.
    pub const fn words(&self) -> &'static str {
        self.words
    }

    /// Where it stands in `text`, in bytes; the places do not overlap.
    pub fn find_iter(&self, text: &str) -> impl Iterator<Item = usize> {
        self.finder().find_iter(text.as_bytes())
    }

    /// Does it stand in `text`?
    pub fn is_in(&self, text: &str) -> bool {
        self.finder().find(text.as_bytes()).is_some()
    }

    fn finder(&self) -> &Finder<'static> {
        self.finder.get_or_init(|| Finder::new(self.words))
    }
}

#[cfg(test)]
mod tests {
    use super::Needle;

    #[test]
    fn places_are_in_order_and_apart() {
        static SPACES: Needle = Needle::new("  ");
        assert_eq!(SPACES.find_iter("a   b    ø  ").collect::<Vec<_>>(), [1, 5, 7, 11]);
        assert!(SPACES.is_in("  ") && !SPACES.is_in(" "));
    }
}
