//! What was looked up lately. A text says the same words again and again, and a look-up walks every letter of a word,
//! for a compound once for each place where it may be cut. What a word may be never changes, so nothing here can be out
//! of date; it is of the thread, so that nobody waits for anybody.

use std::cell::RefCell;
use std::hash::Hasher;
use std::thread::LocalKey;

use rustc_hash::FxHasher;

/// Longer words are looked up each time, in bytes.
const LONGEST: usize = 27;

/// How many words are remembered, as a power of two; a word has one place and drives out who had it.
const BITS: u32 = 14;

/// The answers to one question about words.
pub(super) type Memo<T> = RefCell<Vec<Place<T>>>;

#[derive(Clone, Copy, Default)]
pub(super) struct Place<T> {
    /// 0 where nobody has been.
    len: u8,
    word: [u8; LONGEST],
    answer: T,
}

/// What `find` says of `word`, which is asked only if `memo` does not know.
pub(super) fn remembered<T: Copy + Default>(
    memo: &'static LocalKey<Memo<T>>,
    word: &str,
    find: impl FnOnce(&str) -> T,
) -> T {
    let bytes = word.as_bytes();
    if bytes.is_empty() || bytes.len() > LONGEST {
        return find(word);
    }
    let at = place(bytes);
    let known = memo.with_borrow(|places| {
        let place = places.get(at)?;
        (usize::from(place.len) == bytes.len() && place.word[..bytes.len()] == *bytes).then_some(place.answer)
    });
    known.unwrap_or_else(|| {
        let answer = find(word);
        let mut word = [0; LONGEST];
        word[..bytes.len()].copy_from_slice(bytes);
        memo.with_borrow_mut(|places| {
            places.resize_with(1 << BITS, Place::default);
            places[at] = Place { len: bytes.len() as u8, word, answer };
        });
        answer
    })
}

fn place(word: &[u8]) -> usize {
    let mut hasher = FxHasher::default();
    hasher.write(word);
    hasher.finish() as usize & ((1 << BITS) - 1)
}

#[cfg(test)]
mod tests {
    use super::{Memo, remembered};

    thread_local!(static MEMO: Memo<usize> = const { Memo::new(Vec::new()) });

    #[test]
    fn a_word_is_asked_for_once() {
        let mut asked = 0;
        for _ in 0..3 {
            let found = remembered(&MEMO, "plan", |_| {
                asked += 1;
                7
            });
            assert_eq!(found, 7);
        }
        assert_eq!(asked, 1);
    }

    #[test]
    fn many_words_and_long_ones_have_their_own_answers() {
        for _ in 0..2 {
            for n in 0..20_000 {
                let word = format!("{}{n}", "x".repeat(n % 40));
                assert_eq!(remembered(&MEMO, &word, |_| n), n);
            }
        }
    }
}
