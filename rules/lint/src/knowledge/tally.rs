//! How often each name is mentioned in a document, and by which signs it is known to be right.

use rustc_hash::FxHashMap;

use super::facts::{Mention, Sign};
use super::{bodies, towns};

/// A name that is said so often is known.
pub(super) const OFTEN: u32 = 3;

/// A name with its mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// With single spaces.
    pub(super) name: Box<str>,
    /// What names of this kind are compared by.
    pub(super) skeleton: Box<str>,
    counts: [u32; 4],
}

/// The names of one kind in a document.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    entries: FxHashMap<u64, Entry>,
    /// By how much the counts of a name changed since the last settling, all signs in one number.
    touched: FxHashMap<u64, i128>,
}

impl Entry {
    fn new(name: &str, skeleton: fn(&str) -> String) -> Self {
        let name = bodies::spaced(name);
        Self { skeleton: skeleton(&name).into(), name: name.into(), counts: [0; 4] }
    }

    pub(super) fn all(&self) -> u32 {
        self.counts.iter().sum()
    }

    pub(super) fn count(&self, sign: Sign) -> u32 {
        self.counts[sign as usize]
    }

    pub(super) fn is_town(&self) -> bool {
        towns::town(&self.name).is_some()
    }
}

impl Tally {
    /// Counts the mentions of a part whose text is `text`; names are compared by what `skeleton` makes of them.
    pub(super) fn add(&mut self, mentions: &[Mention], text: &str, skeleton: fn(&str) -> String) {
        for mention in mentions {
            let new = || Entry::new(&text[mention.range()], skeleton);
            let entry = self.entries.entry(mention.key).or_insert_with(new);
            entry.counts[mention.sign as usize] += 1;
            *self.touched.entry(mention.key).or_default() += weight(mention.sign);
        }
    }

    /// Takes the mentions of a part away again.
    pub(super) fn remove(&mut self, mentions: &[Mention]) {
        for mention in mentions {
            let Some(entry) = self.entries.get_mut(&mention.key) else { continue };
            entry.counts[mention.sign as usize] -= 1;
            *self.touched.entry(mention.key).or_default() -= weight(mention.sign);
        }
    }

    /// Did any count change since this was asked last?
    pub(super) fn settle(&mut self) -> bool {
        let mut changed = false;
        for (key, by) in std::mem::take(&mut self.touched) {
            changed |= by != 0;
            if self.entries.get(&key).is_some_and(|entry| entry.all() == 0) {
                self.entries.remove(&key);
            }
        }
        changed
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (u64, &Entry)> {
        self.entries.iter().map(|(&key, entry)| (key, entry))
    }
}

/// One mention, in a place of its own for each sign.
fn weight(sign: Sign) -> i128 {
    1 << (32 * sign as u32)
}
