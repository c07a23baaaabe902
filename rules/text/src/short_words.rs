//! Short words as numbers, and what tells in a few instructions that a word is none of a list.

/// The longest word that a number holds whole, in bytes.
pub const LONGEST: usize = 16;

/// The bytes of `word`, in small letters, as one number; of a longer word the first ones.
pub fn key(word: &str) -> u128 {
    let mut letters = [0; LONGEST];
    let len = word.len().min(LONGEST);
    letters[..len].copy_from_slice(&word.as_bytes()[..len]);
    letters.make_ascii_lowercase();
    if !letters.is_ascii() {
        // Capitals of Latin-1 stand behind their lead byte.
        for at in 1..len {
            if letters[at - 1] == 0xc3 && matches!(letters[at], 0x80..=0x96 | 0x98..=0x9e) {
                letters[at] |= 0x20;
            }
        }
    }
    u128::from_le_bytes(letters)
}

/// How the words of a list begin and end.
#[derive(Debug)]
pub struct Edges {
    /// For each pair of a last byte and a length, one bit for each first byte, of which five bits tell letters apart.
    ends: [[u32; LONGEST + 1]; 32],
}

impl Edges {
    /// Those of `words`.
    pub fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut ends = [[0; LONGEST + 1]; 32];
        for word in words {
            if let Some((last, first)) = edges(word.as_bytes())
                && let Some(firsts) = ends[last].get_mut(word.len())
            {
                *firsts |= 1 << first;
            }
        }
        Self { ends }
    }

    /// May `word` be listed, as far as its ends and its length tell?
    pub fn may_hold(&self, word: &[u8]) -> bool {
        edges(word).is_some_and(|(last, first)| {
            self.ends[last].get(word.len()).is_some_and(|firsts| firsts >> first & 1 != 0)
        })
    }
}

/// What five bits tell of the last and the first byte, the same for capitals: those of "Æ" and "æ" differ in another bit.
fn edges(word: &[u8]) -> Option<(usize, u8)> {
    const LETTER: u8 = 0b1_1111;
    Some((usize::from(word.last()? & LETTER), word.first()? & LETTER))
}

#[cfg(test)]
mod tests {
    use super::{Edges, LONGEST, key};

    #[test]
    fn capitals_make_no_other_word() {
        assert_eq!(key("Ålborg"), key("ÅLBORG"));
        assert_ne!(key("på"), key("pæ"));
    }

    #[test]
    fn a_list_holds_its_words_and_few_others() {
        let edges = Edges::of(["også", "fra"]);
        assert!(edges.may_hold("Også".as_bytes()) && edges.may_hold(b"FRA"));
        assert!(!edges.may_hold(b"budget") && !edges.may_hold(b"") && !edges.may_hold(&[b'a'; LONGEST + 1]));
    }
}
