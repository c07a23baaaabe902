//! What is being written just now. A finding there waits until it is finished or typing rests: the next letter may end it.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use rules::lint::{Diagnostic, Waits};
use rules::text::{TextRange, TextSize};

use super::document::Snapshot;
use super::occurrences;

/// Where somebody writes.
#[derive(Clone, Debug)]
pub(crate) struct Typing {
    /// The caret, behind what was written last.
    pub(crate) caret: TextSize,
    /// The lines that were just typed in.
    pub(crate) lines: TextRange,
    /// What was told before: it stays in sight as long as it is true.
    pub(crate) told: Told,
}

/// Findings by their rule and words, as hashes: their places move with the text.
pub(crate) type Told = Arc<HashSet<u64, BuildHasherDefault<DefaultHasher>>>;

/// What is told of `snapshot` when typing begins.
pub(crate) fn told(snapshot: &Snapshot) -> Told {
    Arc::new(snapshot.findings().iter().map(|found| key(snapshot, found)).collect())
}

fn key(snapshot: &Snapshot, found: &Diagnostic) -> u64 {
    let mut hasher = DefaultHasher::new();
    (found.rule.name, &snapshot.text()[found.range]).hash(&mut hasher);
    hasher.finish()
}

/// The places around the caret that are not finished.
pub(crate) struct Unfinished<'s> {
    snapshot: &'s Snapshot,
    typing: &'s Typing,
    word: TextRange,
    part: TextRange,
}

impl<'s> Unfinished<'s> {
    /// The places in `snapshot`, while it is typed in.
    pub(crate) fn new(snapshot: &'s Snapshot) -> Option<Self> {
        let typing = snapshot.typing.as_ref()?;
        let text = snapshot.text();
        let caret = TextSize::of(text).min(typing.caret);
        let (before, after) = text.split_at(caret.into());
        let begun = before.len() - before.trim_end_matches(|c: char| !c.is_whitespace()).len();
        let ahead = after.len() - after.trim_start_matches(|c: char| !c.is_whitespace()).len();
        let word = rules::text::range(before.len() - begun, before.len() + ahead);
        let minutes = snapshot.document.minutes();
        let part = match occurrences::item_at(&snapshot.document, caret) {
            Some((_, placed)) => placed.range(),
            None => TextRange::up_to(minutes.head().len),
        };
        Some(Self { snapshot, typing, word, part })
    }

    /// Does `found` wait? What was told before stays.
    pub(crate) fn holds(&self, found: &Diagnostic) -> bool {
        let place = match found.rule.waits() {
            Waits::Word => self.word,
            Waits::Line => self.typing.lines,
            Waits::Part => self.part.cover(self.typing.lines),
        };
        let mut places = found.related.iter().map(|related| related.range).chain([found.range]);
        places.any(|range| range.intersect(place).is_some())
            && !self.typing.told.contains(&key(self.snapshot, found))
    }
}
