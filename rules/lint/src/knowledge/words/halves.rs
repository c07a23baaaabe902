//! Words by their halves: where a word is filed, and which words are one change away from it.

use super::{CROWD, LONGEST, Words};
use danish::slips::one_change;

/// The words that share a half.
#[derive(Clone, Copy, Debug)]
pub(super) struct Half {
    /// The last one that was filed; the others hang on it.
    first: u32,
    /// How many of them are in the document.
    live: u32,
}

/// No word.
const NONE: u32 = u32::MAX;

/// The words of a document.
impl Words {
    /// Puts word `id` before the others with the same halves; gives those.
    pub(super) fn chain(&mut self, letters: &[u8], id: u32) -> [u32; 2] {
        halves(letters).map(|half| match self.by_half.get_mut(&half) {
            Some(half) => std::mem::replace(&mut half.first, id),
            None => {
                self.by_half.insert(half, Half { first: id, live: 0 });
                NONE
            }
        })
    }

    /// Counts that word `id` is in the document now, or is not any more.
    pub(super) fn comes_or_goes(&mut self, id: u32, by: i32) {
        for half in halves(self.letters_of(id)) {
            let Some(half) = self.by_half.get_mut(&half) else { continue };
            let crowded = half.live > CROWD;
            half.live = half.live.saturating_add_signed(by);
            self.crowds_changed |= crowded != (half.live > CROWD);
        }
    }

    /// All words that are one change away from word `id` and share a half with at most `most` words; gives how many
    /// words were looked at.
    pub(super) fn neighbours(&self, id: u32, most: u32, mut found: impl FnMut(u32)) -> usize {
        let word = self.letters_of(id);
        let mut buffer = [0; LONGEST];
        let swapped = &mut buffer[..word.len()];
        swapped.copy_from_slice(word);
        swapped.swap(word.len() / 2 - 1, word.len() / 2);
        let mut look = |side, len, letters: &[u8]| match self.by_half.get(&half(side, len, letters)) {
            Some(half) if half.live <= most => self.walk(side, half.first, word, &mut found),
            _ => 0,
        };
        let mut steps = look(0, word.len(), &swapped[..word.len() / 2]);
        for len in word.len() - 1..=word.len() + 1 {
            let front = len / 2;
            steps += look(0, len, &word[..front]);
            steps += look(1, len, &word[front + word.len() - len..]);
        }
        steps
    }

    /// Shows the words from `first` on that are one change away from `word`; gives how many there are in all.
    fn walk(&self, side: usize, first: u32, word: &[u8], found: &mut impl FnMut(u32)) -> usize {
        let mut steps = 0;
        let mut id = first;
        while id != NONE {
            let other = &self.words[id as usize];
            if other.count > 0 && one_change(word, self.letters_of(id)).is_some() {
                found(id);
            }
            id = other.next[side];
            steps += 1;
        }
        steps
    }
}

/// The keys of the two halves of a word.
fn halves(letters: &[u8]) -> [u32; 2] {
    let (front, back) = letters.split_at(letters.len() / 2);
    [half(0, letters.len(), front), half(1, letters.len(), back)]
}

/// The key of a half: which one, of how long a word, and its letters.
fn half(side: usize, len: usize, letters: &[u8]) -> u32 {
    use std::hash::Hasher;
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write(letters);
    hasher.write_usize(len * 2 + side);
    let hash = hasher.finish();
    (hash ^ (hash >> 32)) as u32
}
