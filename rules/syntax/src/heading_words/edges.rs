//! Words that lines begin with or end in, found by their first or their last letter.

/// This many bytes a word may begin with or end in.
const BYTES: usize = 256;

/// Beginnings of lines, by their first byte; "forslag*" lets the last word go on.
#[derive(Debug)]
pub(crate) struct Beginnings(Box<[Vec<Beginning>]>);

/// Words, and whether the last of them may go on.
type Beginning = (Box<str>, bool);

impl From<Vec<Box<str>>> for Beginnings {
    fn from(written: Vec<Box<str>>) -> Self {
        let mut by_first = vec![Vec::new(); BYTES];
        for entry in written {
            let (words, open) = entry.strip_suffix('*').map_or((&*entry, false), |words| (words, true));
            let first = words.as_bytes().first().copied().unwrap_or(0);
            by_first[usize::from(first)].push((words.into(), open));
        }
        Self(by_first.into())
    }
}

impl Beginnings {
    /// Does `words`, in small letters, begin with one of these?
    pub(crate) fn begin(&self, words: &str) -> bool {
        self.behind(words).is_some()
    }

    /// May `words`, in letters of any size, begin with one of these, as far as the first two bytes tell?
    pub(crate) fn may_begin(&self, words: &[u8]) -> bool {
        let [first, second, ..] = words else { return !words.is_empty() };
        let second = second.to_ascii_lowercase();
        let own = |begin: &str| begin.as_bytes().get(1).is_none_or(|own| *own == second);
        !first.is_ascii()
            || !second.is_ascii()
            || self.0[usize::from(first.to_ascii_lowercase())].iter().any(|(begin, _)| own(begin))
    }

    /// What follows the first of these that `words`, in small letters, begins with.
    pub(crate) fn behind<'w>(&self, words: &'w str) -> Option<&'w str> {
        let all = &self.0[usize::from(*words.as_bytes().first()?)];
        // Most words are told apart by their second letter.
        let second = words.as_bytes().get(1);
        all.iter().filter(|(begin, _)| begin.len() < 2 || begin.as_bytes().get(1) == second).find_map(
            |(begin, open)| {
                words.strip_prefix(&**begin).filter(|rest| {
                    *open
                        || begin.ends_with(|c: char| !c.is_alphanumeric())
                        || !rest.starts_with(char::is_alphanumeric)
                })
            },
        )
    }
}

/// Words that lines end in, by their last byte.
#[derive(Debug)]
pub(crate) struct Endings(Box<[Vec<Box<str>>]>);

impl From<Vec<Box<str>>> for Endings {
    fn from(written: Vec<Box<str>>) -> Self {
        let mut by_last = vec![Vec::new(); BYTES];
        for word in written {
            let last = word.as_bytes().last().copied().unwrap_or(0);
            by_last[usize::from(last)].push(word);
        }
        Self(by_last.into())
    }
}

impl Endings {
    /// Is the last word of `words`, in small letters, one of these?
    pub(crate) fn end(&self, words: &str) -> bool {
        let Some(last) = words.as_bytes().last() else { return false };
        let former = |words: &str| words.len().checked_sub(2).map(|at| words.as_bytes()[at]);
        let own = former(words);
        let alike = |word: &str| word.len() < 2 || former(word) == own;
        self.0[usize::from(*last)].iter().any(|word| alike(word) && ends_in_word(words, word))
    }

    /// Can a line that ends in the byte `last` of a letter, small or not, end in one of these?
    pub(crate) fn may_end(&self, last: u8) -> bool {
        let small = if last.is_ascii() { last.to_ascii_lowercase() } else { last | 0x20 };
        !self.0[usize::from(small)].is_empty()
    }
}

/// Is `word` the last word of `words`?
pub(crate) fn ends_in_word(words: &str, word: &str) -> bool {
    words.strip_suffix(word).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
}
