//! What was looked up lately. A text says the same words again and again, and a look-up walks every letter of a word,
//! for a compound once for each place where it may be cut. What a word may be never changes, so nothing here can be out
//! of date; it is of the thread, so that nobody waits for anybody.

use std::cell::RefCell;
use std::hash::Hasher;
use std::thread::LocalKey;

use rustc_hash::FxHasher;

use super::Readings;

/// Longer words are looked up each time, in bytes.
const LONGEST: usize = 27;

/// How many words are remembered, as a power of two; a word has one place and drives out who had it.
const BITS: u32 = 13;

/// The answers to one question about words.
pub(super) type Memo = RefCell<Vec<Place>>;

#[derive(Clone, Copy)]
pub(super) struct Place {
    /// 0 where nobody has been.
    len: u8,
    word: [u8; LONGEST],
    readings: Readings,
}

const EMPTY: Place = Place { len: 0, word: [0; LONGEST], readings: Readings::NONE };

/// What `find` says of `word`, which is asked only if `memo` does not know.
pub(super) fn remembered(
    memo: &'static LocalKey<Memo>,
    word: &str,
    find: impl FnOnce(&str) -> Readings,
) -> Readings {
    let mut key = [0; LONGEST];
    let Some(start) = key.get_mut(..word.len()).filter(|start| !start.is_empty()) else { return find(word) };
    start.copy_from_slice(word.as_bytes());
    let at = place(&key);
    let known = memo.with_borrow(|places| places.get(at).copied()).unwrap_or(EMPTY);
    if usize::from(known.len) == word.len() && known.word == key {
        return known.readings;
    }
    let readings = find(word);
    memo.with_borrow_mut(|places| {
        places.resize(1 << BITS, EMPTY);
        places[at] = Place { len: word.len() as u8, word: key, readings };
    });
    readings
}

fn place(key: &[u8; LONGEST]) -> usize {
    let mut hasher = FxHasher::default();
    hasher.write(key);
    hasher.finish() as usize & ((1 << BITS) - 1)
}

#[cfg(test)]
mod tests {
    use super::{Memo, Readings, remembered};

    thread_local!(static MEMO: Memo = const { Memo::new(Vec::new()) });

    #[test]
    fn a_word_is_asked_for_once() {
        let mut asked = 0;
        for _ in 0..3 {
            let found = remembered(&MEMO, "plan", |_| {
                asked += 1;
                Readings::COMMON
            });
            assert_eq!(found, Readings::COMMON);
        }
        assert_eq!(asked, 1);
    }

    #[test]
    fn many_words_and_long_ones_have_their_own_answers() {
        for _ in 0..2 {
            for n in 0..20_000_u32 {
                let word = format!("{}{n}", "x".repeat(n as usize % 40));
                assert_eq!(remembered(&MEMO, &word, |_| Readings::from_bits(n)), Readings::from_bits(n));
            }
        }
    }
}
