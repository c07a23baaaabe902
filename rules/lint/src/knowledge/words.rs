//! The long words of a document, how often each occurs, and which of them is a slip in writing another.
//!
//! Words that are one letter apart share their first half or their last half, except for two letters changed about
//! in the very middle. So each word is filed under both halves, and its neighbours are found by seven look-ups; an
//! edit costs the words it touched. (Filing each word under all words that are one letter shorter, as spelling
//! correctors do, finds the same with six times the memory.) A word that is gone keeps its place until many are.
//!
//! A half that very many words share is not searched, so no text can make this slow. Real minutes are far from that:
//! the fullest half in 9 MB of Danish text is shared by some 40 words.

mod halves;

use rustc_hash::FxHashMap;

use halves::Half;

use super::facts::{Facts, LONGEST, LongWord, small_letters};
use danish::slips::is_slip;
use text::range;

/// A word that may be what another was meant to be stands at least so often.
const USUAL: u32 = 2;

/// A half that more words share is not searched for what a word was meant to be.
const CROWD: u32 = 300;

/// A word that occurs once and is a slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slip {
    /// The part it stands in.
    pub(super) part: u32,
    /// The word that was meant.
    usual: u32,
}

#[derive(Clone, Debug)]
struct Word {
    hash: u64,
    /// Where its letters begin in `letters`.
    start: u32,
    len: u8,
    /// Is it among those whose count changed since the last settling?
    touched: bool,
    count: u32,
    /// The sum of the parts it occurs in, with multiplicity: of one occurrence, the part.
    parts: u32,
    /// The next word with the same half.
    next: [u32; 2],
}

#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    letters: Vec<u8>,
    words: Vec<Word>,
    by_hash: FxHashMap<u64, u32>,
    by_half: FxHashMap<u32, Half>,
    gone: usize,
    /// Did a half become a crowd, or cease to be one, since the last settling?
    crowds_changed: bool,
    /// Words whose count changed since the last settling, with the count they had.
    touched: Vec<(u32, u32)>,
    slips: FxHashMap<u64, Slip>,
}

impl Words {
    /// Adds the words of `part`.
    pub(super) fn add(&mut self, facts: &Facts, text: &str, part: u32) {
        self.by_hash.reserve(facts.words.len());
        self.by_half.reserve(facts.words.len());
        for word in &facts.words {
            let id = match self.by_hash.get(&word.hash) {
                Some(&id) => id,
                None => self.file(word, text),
            };
            let known = self.touch(id);
            known.count += 1;
            known.parts = known.parts.wrapping_add(part);
            if known.count == 1 {
                self.gone -= 1;
                self.comes_or_goes(id, 1);
            }
        }
    }

    /// Takes the words of `part` away again.
    pub(super) fn remove(&mut self, facts: &Facts, part: u32) {
        for word in &facts.words {
            let Some(&id) = self.by_hash.get(&word.hash) else { continue };
            let known = self.touch(id);
            known.count -= 1;
            known.parts = known.parts.wrapping_sub(part);
            if known.count == 0 {
                self.gone += 1;
                self.comes_or_goes(id, -1);
            }
        }
    }

    /// A word whose count is about to change.
    fn touch(&mut self, id: u32) -> &mut Word {
        let word = &mut self.words[id as usize];
        if !word.touched {
            word.touched = true;
            self.touched.push((id, word.count));
        }
        word
    }

    /// The slip that the word of this hash is.
    pub(super) fn slip(&self, hash: u64) -> Option<&Slip> {
        self.slips.get(&hash)
    }

    pub(super) fn has_slips(&self) -> bool {
        !self.slips.is_empty()
    }

    /// The word that was meant, in small letters.
    pub(super) fn usual(&self, slip: &Slip) -> String {
        self.letters_of(slip.usual).iter().copied().map(char::from).collect()
    }

    /// Finds out which words are slips now; gives the parts where that changed, sorted.
    pub(super) fn settle(&mut self) -> Vec<u32> {
        let mut concerned = self.concerned();
        concerned.sort_unstable();
        concerned.dedup();
        let mut parts: Vec<u32> = concerned.into_iter().flat_map(|id| self.judge(id)).collect();
        parts.sort_unstable();
        if self.gone > 1000 + self.words.len() / 2 {
            self.forget();
        }
        parts
    }

    /// The words that must be judged anew. It does no harm to name more of them, so when that takes long, it is all.
    fn concerned(&mut self) -> Vec<u32> {
        let touched = std::mem::take(&mut self.touched);
        touched.iter().for_each(|(id, _)| self.words[*id as usize].touched = false);
        if std::mem::take(&mut self.crowds_changed) || touched.len() > self.words.len() / 4 {
            return self.doubtful();
        }
        let mut concerned = Vec::new();
        let mut steps = 0;
        for &(id, former) in &touched {
            concerned.push(id);
            // A word that stays where it was in number says nothing new about its neighbours.
            if former != self.words[id as usize].count {
                steps += self.neighbours(id, u32::MAX, |neighbour| concerned.push(neighbour));
            }
            if steps > self.patience() {
                return self.doubtful();
            }
        }
        concerned
    }

    /// The words that may be slips, which stand beside a usual word, and those that were slips.
    fn doubtful(&self) -> Vec<u32> {
        let mut doubtful: Vec<u32> =
            self.slips.keys().filter_map(|hash| self.by_hash.get(hash).copied()).collect();
        let everyone = 0..self.words.len() as u32;
        let mut steps = 0;
        for id in everyone.clone().filter(|&id| self.words[id as usize].count >= USUAL) {
            steps += self.neighbours(id, u32::MAX, |neighbour| doubtful.push(neighbour));
            if steps > self.patience() {
                return everyone.collect();
            }
        }
        doubtful
    }

    /// How many steps are taken to find out which words are concerned.
    fn patience(&self) -> usize {
        10_000 + 10 * self.words.len()
    }

    /// Judges one word anew; gives the parts where its judgement changed.
    fn judge(&mut self, id: u32) -> Vec<u32> {
        let word = &self.words[id as usize];
        let (hash, part) = (word.hash, word.parts);
        let slip = if word.count == 1 { self.usual_of(id).map(|usual| Slip { part, usual }) } else { None };
        let former = match slip {
            Some(slip) => self.slips.insert(hash, slip),
            None => self.slips.remove(&hash),
        };
        if former == slip {
            return Vec::new();
        }
        former.iter().chain(&slip).map(|slip| slip.part).collect()
    }

    /// The word that `id` is a slip of: the most frequent, then the first by its letters.
    fn usual_of(&self, id: u32) -> Option<u32> {
        let rare = self.letters_of(id);
        let mut best: Option<u32> = None;
        self.neighbours(id, CROWD, |neighbour| {
            let count = self.words[neighbour as usize].count;
            if count < USUAL || !is_slip(rare, self.letters_of(neighbour)) {
                return;
            }
            let better = best.is_none_or(|best| {
                let former = self.words[best as usize].count;
                (count, self.letters_of(best)) > (former, self.letters_of(neighbour))
            });
            if better {
                best = Some(neighbour);
            }
        });
        best
    }

    fn letters_of(&self, id: u32) -> &[u8] {
        let word = &self.words[id as usize];
        &self.letters[word.start as usize..][..usize::from(word.len)]
    }

    /// Files a word that is new, with a count of 0.
    fn file(&mut self, word: &LongWord, text: &str) -> u32 {
        let mut letters = [0; LONGEST];
        let end = (word.start + word.len) as usize;
        let letters = small_letters(text[range(word.start as usize, end)].as_bytes(), &mut letters);
        let letters = letters.unwrap_or_default();
        let id = self.words.len() as u32;
        self.gone += 1;
        let start = self.letters.len() as u32;
        self.letters.extend_from_slice(letters);
        let next = self.chain(letters, id);
        let len = letters.len() as u8;
        self.words.push(Word { hash: word.hash, start, len, touched: false, count: 0, parts: 0, next });
        self.by_hash.insert(word.hash, id);
        id
    }

    /// Files anew the words that are still there.
    fn forget(&mut self) {
        let former = std::mem::take(self);
        for (id, word) in former.words.iter().enumerate().filter(|(_, word)| word.count > 0) {
            let new = self.words.len() as u32;
            let letters = former.letters_of(id as u32);
            let start = self.letters.len() as u32;
            self.letters.extend_from_slice(letters);
            let next = self.chain(letters, new);
            self.words.push(Word { start, next, ..word.clone() });
            self.by_hash.insert(word.hash, new);
            self.comes_or_goes(new, 1);
        }
        self.crowds_changed = false;
        for (hash, slip) in former.slips {
            let usual = self.by_hash[&former.words[slip.usual as usize].hash];
            self.slips.insert(hash, Slip { usual, ..slip });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CROWD, Facts, Words};
    use crate::runs::runs;
    use minutes::Head;

    fn facts_of(text: &str) -> Facts {
        Facts::of_head(text, &Head::default(), &runs(text))
    }

    /// The slips of the last of `parts`, which are added one after the other.
    fn settled(parts: &[&str]) -> (Words, Vec<Facts>) {
        let facts: Vec<Facts> = parts.iter().map(|text| facts_of(text)).collect();
        let mut words = Words::default();
        for (at, (facts, text)) in facts.iter().zip(parts).enumerate() {
            words.add(facts, text, at as u32);
            words.settle();
        }
        (words, facts)
    }

    fn slips(words: &Words) -> Vec<String> {
        words.slips.values().map(|slip| words.usual(slip)).collect()
    }

    #[test]
    fn a_slip_is_told_with_its_part() {
        let (words, _) = settled(&["daginstitution daginstitution", "og", "daginsttution"]);
        assert_eq!(words.slips.values().map(|slip| slip.part).collect::<Vec<_>>(), [2]);
        assert_eq!(slips(&words), ["daginstitution"]);
    }

    #[test]
    fn the_most_frequent_word_was_meant() {
        let (words, _) = settled(&["fjervarmeselskab", "fjernvarmeselskab fjernvarmeselskab"]);
        assert_eq!(slips(&words), ["fjernvarmeselskab"]);
    }

    #[test]
    fn letters_changed_about_in_the_middle_are_found() {
        let (words, _) = settled(&["fortovskantsten fortovskantsten", "fortovksantsten"]);
        assert_eq!(slips(&words), ["fortovskantsten"]);
    }

    #[test]
    fn what_is_taken_away_is_forgotten() {
        let (mut words, facts) =
            settled(&["daginstitution daginstitution", "daginsttution", "daginstitution"]);
        words.remove(&facts[0], 0);
        assert_eq!(words.settle(), [1]);
        assert!(!words.has_slips());
    }

    #[test]
    fn words_that_are_gone_make_room() {
        let (mut words, facts) = settled(&["daginstitution daginstitution", "daginsttution"]);
        for n in 0..5000_u32 {
            let text: String = n.to_string().bytes().map(|digit| char::from(digit + 49)).collect();
            let text = format!("ordetderskrives{text}");
            let typed = facts_of(&text);
            words.add(&typed, &text, 9);
            words.settle();
            words.remove(&typed, 9);
            words.settle();
        }
        assert!(words.words.len() < 3000 && slips(&words) == ["daginstitution"]);
        words.remove(&facts[0], 0);
        words.settle();
        assert!(!words.has_slips());
    }

    #[test]
    fn a_crowd_is_not_searched() {
        let crowd: String = (0..=CROWD).map(|n| format!("daginst{} ", letters(n))).collect();
        let (mut words, _) = settled(&["daginstitution daginstitution daginsttution"]);
        assert!(words.has_slips());
        let facts = facts_of(&crowd);
        words.add(&facts, &crowd, 7);
        words.settle();
        assert!(!words.has_slips());
        words.remove(&facts, 7);
        words.settle();
        assert_eq!(slips(&words), ["daginstitution"]);
    }

    /// Seven letters that tell `n` from other numbers.
    fn letters(n: u32) -> String {
        (0..7).map(|place| char::from(b'a' + (n >> (2 * place) & 3) as u8)).collect()
    }
}
