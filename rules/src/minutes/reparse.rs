//! From text to [`Minutes`], in full and after an edit: one loop, with more or less to reuse.
//!
//! Two things are reused. A block depends on its own lines and on the line after it, so blocks that end well before
//! the edit stay, and from the first old block border after the edit on, all old blocks stay. An item depends on its
//! own text, blocks and form, so an item that lies whole on either side of the changed blocks stays. Where items
//! begin is decided anew each time: that is a walk over small records.

use std::sync::Arc;

use super::{Item, Minutes, build, head};
use crate::syntax::scan::{self, COMMENT_LINES};
use crate::syntax::segment::{Segment, Segments, segment};
use crate::syntax::{Block, Vocabulary};
use crate::text::{TextRange, TextSize};

/// What an edit made necessary to read again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reread {
    /// Blocks read from the text.
    pub blocks: usize,
    /// The places of the items read again, counted from 0.
    pub items: Vec<usize>,
}

impl Minutes {
    /// Reads `text`.
    pub fn new(text: &str, vocabulary: &Vocabulary) -> Self {
        let nothing = Self {
            blocks: Vec::new(),
            form: crate::syntax::segment::ItemForm::None,
            segments: Vec::new(),
            head: Arc::new(head::Head::default()),
            items: Vec::new(),
        };
        let everything = TextRange::empty(TextSize::new(0));
        nothing.edited(text, everything, crate::text::size(text), vocabulary).0
    }

    /// Reads `text`, which is the text of `self` with `range` (bytes of the old text) replaced by `inserted` bytes.
    pub fn edited(
        mut self,
        text: &str,
        range: TextRange,
        inserted: TextSize,
        vocabulary: &Vocabulary,
    ) -> (Self, Reread) {
        let old_starts = self.item_starts();
        let changed = rescan(&mut self.blocks, text, range, inserted, vocabulary);
        let Segments { form, items: segments } = segment(text, &self.blocks, vocabulary);
        let mut reread = Reread { blocks: changed.new.len(), items: Vec::new() };
        let old = Old {
            starts: old_starts,
            items: self.items,
            segments: self.segments,
            same_form: form == self.form,
        };
        let delta = i64::from(u32::from(inserted)) - i64::from(u32::from(range.len()));
        let mut items = Vec::with_capacity(segments.len());
        let bounds = Bounds::new(&self.blocks, &segments, text);
        for (i, item) in segments.iter().enumerate() {
            let (from, to) = (item.first, segments.get(i + 1).map_or(self.blocks.len(), |next| next.first));
            let place = TextRange::new(bounds.0[i], bounds.0[i + 1]);
            let reused = if to <= changed.new.start {
                old.item(place, 0, item)
            } else if from >= changed.new.end {
                old.item(place, delta, item)
            } else {
                None
            };
            items.push(reused.unwrap_or_else(|| {
                reread.items.push(i);
                Arc::new(build::item(&text[place], &self.blocks[from..to], item, form, vocabulary))
            }));
        }
        let head_end = bounds.0[0];
        let head_blocks = segments.first().map_or(self.blocks.len(), |segment| segment.first);
        let kept = head_blocks <= changed.new.start && self.head.len == head_end && !items.is_empty();
        let head = if kept {
            self.head
        } else {
            Arc::new(head::read(&text[..head_end.into()], &self.blocks[..head_blocks], vocabulary))
        };
        (Self { blocks: self.blocks, form, segments, head, items }, reread)
    }

    fn item_starts(&self) -> Vec<TextSize> {
        self.items().map(|placed| placed.start).collect()
    }
}

/// The items before the edit, to be taken over where nothing of theirs changed.
struct Old {
    starts: Vec<TextSize>,
    items: Vec<Arc<Item>>,
    segments: Vec<Segment>,
    same_form: bool,
}

impl Old {
    /// The old item that lay `delta` bytes before `place`, when it was as long and read in the same way.
    fn item(&self, place: TextRange, delta: i64, segment: &Segment) -> Option<Arc<Item>> {
        let start = u32::try_from(i64::from(u32::from(place.start())) - delta).ok()?;
        let at = self.starts.binary_search(&start.into()).ok()?;
        let former = &self.segments[at];
        let same = self.same_form
            && self.items[at].len == place.len()
            && (former.above, former.titled, former.closed_part)
                == (segment.above, segment.titled, segment.closed_part);
        same.then(|| self.items[at].clone())
    }
}

/// Where each item begins, and where the last one ends; the head ends where the first begins.
struct Bounds(Vec<TextSize>);

impl Bounds {
    fn new(blocks: &[Block], segments: &[Segment], text: &str) -> Self {
        let mut bounds = Vec::with_capacity(segments.len() + 1);
        let mut at = TextSize::new(0);
        let mut done = 0;
        for segment in segments {
            at = blocks[done..segment.first].iter().fold(at, |at, block| at + block.len);
            done = segment.first;
            bounds.push(at);
        }
        bounds.push(crate::text::size(text));
        Self(bounds)
    }
}

/// Which blocks were read from the text, in the new row.
struct Changed {
    new: std::ops::Range<usize>,
}

/// Brings the row of blocks up to date with an edit.
fn rescan(
    blocks: &mut Vec<Block>,
    text: &str,
    range: TextRange,
    inserted: TextSize,
    vocabulary: &Vocabulary,
) -> Changed {
    let (first, from) = first_touched(blocks, range.start());
    let mut start = from;
    let edit_end = range.start() + inserted;
    let mut old = first;
    let mut old_start = start;
    let mut fresh = Vec::new();
    let end = crate::text::size(text);
    while start < end {
        if start >= edit_end + TextSize::new(1) {
            // The place of this border in the old text.
            let before = start - inserted + range.len();
            while old < blocks.len() && old_start < before {
                old_start += blocks[old].len;
                old += 1;
            }
            if old < blocks.len() && old_start == before {
                break;
            }
        }
        let block = scan::block(text, start.into(), vocabulary);
        start += block.len;
        fresh.push(block);
    }
    let last = if start < end { old } else { blocks.len() };
    // Blocks before the edit that came out as they were are not news for their items.
    let mut same = 0;
    let mut until = from;
    for (block, former) in fresh.iter().zip(&blocks[first..last]) {
        until += block.len;
        if block != former || until > range.start() {
            break;
        }
        same += 1;
    }
    let new = first + same..first + fresh.len();
    blocks.splice(first..last, fresh);
    Changed { new }
}

/// The first block that an edit at `offset` may change, and where it begins. The line before the edit may be
/// underlined by it, and a comment may have been opened some lines earlier.
fn first_touched(blocks: &[Block], offset: TextSize) -> (usize, TextSize) {
    let mut at = TextSize::new(0);
    let mut touched = 0;
    while touched < blocks.len() && at + blocks[touched].len < offset {
        at += blocks[touched].len;
        touched += 1;
    }
    for _ in 0..COMMENT_LINES {
        if touched == 0 {
            break;
        }
        touched -= 1;
        at -= blocks[touched].len;
    }
    (touched, at)
}
