//! From text to [`Minutes`], in full and after an edit: one loop, with more or less to reuse.
//!
//! Two things are reused. A block depends on its own lines and on the line after it, so blocks that end well before
//! the edit stay, and from the first old block border after the edit on, all old blocks stay. An item depends on its
//! own text, blocks and form, so an item that lies whole on either side of the changed blocks stays. Where items
//! begin is decided anew each time: that is a walk over small records. Only letters typed inside a paragraph, the
//! commonest edit, take a shorter way ([`typing`]).

mod typing;

use std::sync::Arc;

pub use typing::Typed;

use super::{Item, Minutes, build, head};
use segment::{Segment, Segments, segment};
use syntax::row;
use syntax::{Block, Class, Ranks, Vocabulary, scan};
use text::workers::Workers;
use text::{TextRange, TextSize};
use zones::verbatim::{FRONT_MATTER_LINES, may_open_front_matter};

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
        Self::divided(text, vocabulary, Ranks::default(), Workers::default())
    }

    /// Reads `text`, of whose lines the document says `ranks`, and which is divided among `workers` when it is long.
    pub fn divided(text: &str, vocabulary: &Vocabulary, ranks: Ranks, workers: Workers) -> Self {
        let nothing = Self {
            blocks: row::blocks(text, vocabulary, &ranks, workers),
            ranks,
            form: segment::ItemForm::None,
            markdown: false,
            segments: Vec::new(),
            head: Arc::new(head::Head::default()),
            starts: Vec::new(),
            items: Vec::new(),
        };
        let place = TextRange::up_to(text::size(text));
        let changed = Changed { new: 0..nothing.blocks.len(), place, is_text: false };
        nothing.understood(text, &changed, 0, vocabulary, workers).0
    }

    /// Reads `text`, which is the text of `self` with `range` (bytes of the old text) replaced by `inserted` bytes.
    pub fn edited(
        self,
        text: &str,
        range: TextRange,
        inserted: TextSize,
        vocabulary: &Vocabulary,
    ) -> (Self, Reread) {
        let (new, reread, _) = self.follow(text, range, inserted, vocabulary);
        (new, reread)
    }

    /// The same, and what was typed where nothing but the running text of one item changed.
    pub fn follow(
        mut self,
        text: &str,
        range: TextRange,
        inserted: TextSize,
        vocabulary: &Vocabulary,
    ) -> (Self, Reread, Option<Typed>) {
        self.ranks.edit(range, inserted);
        let changed = rescan(&mut self.blocks, text, &self.ranks, (range, inserted), vocabulary);
        let delta = i64::from(u32::from(inserted)) - i64::from(u32::from(range.len()));
        let (form, head, items) = (self.form, self.head.clone(), self.items.clone());
        let (new, reread) = self.understood(text, &changed, delta, vocabulary, Workers::default());
        let same_frame = new.form == form && Arc::ptr_eq(&new.head, &head) && changed.is_text;
        let typed = match reread.items[..] {
            [at] if same_frame => new.typed(&items, at, changed.place, (range, inserted)),
            _ => None,
        };
        (new, reread, typed)
    }

    /// Items and head over the blocks of `text`. What does not touch the blocks that `changed` is taken over from
    /// before, where it lay `delta` bytes earlier if it lies behind them.
    fn understood(
        self,
        text: &str,
        changed: &Changed,
        delta: i64,
        vocabulary: &Vocabulary,
        workers: Workers,
    ) -> (Self, Reread) {
        let Segments { form, items: segments } = segment(text, &self.blocks, vocabulary);
        let markdown = row::is_markdown(text, &self.blocks);
        let same_form = form == self.form;
        let old = Old { starts: self.starts, items: self.items, segments: self.segments, same_form };
        let bounds = Bounds::new(&self.blocks, &segments, text);
        let blocks_of = |i: usize| {
            let to = segments.get(i + 1).map_or(self.blocks.len(), |next: &Segment| next.first);
            segments[i].first..to
        };
        let mut items: Vec<Option<Arc<Item>>> = Vec::with_capacity(segments.len());
        let mut reread = Reread { blocks: changed.new.len(), items: Vec::new() };
        for (i, item) in segments.iter().enumerate() {
            let blocks = blocks_of(i);
            let reused = if blocks.end <= changed.new.start {
                old.item(bounds.of(i), 0, item)
            } else if blocks.start >= changed.new.end {
                old.item(bounds.of(i), delta, item)
            } else {
                None
            };
            if reused.is_none() {
                reread.items.push(i);
            }
            items.push(reused);
        }
        let bytes = |&i: &usize| usize::from(bounds.of(i).len());
        let built = workers.map(&reread.items, bytes, |&i| {
            let blocks = &self.blocks[blocks_of(i)];
            Arc::new(build::item(&text[bounds.of(i)], blocks, &segments[i], form, vocabulary))
        });
        for (&i, item) in reread.items.iter().zip(built) {
            items[i] = Some(item);
        }
        let items: Vec<Arc<Item>> = items.into_iter().flatten().collect();
        let head_end = bounds.0[0];
        let head_blocks = segments.first().map_or(self.blocks.len(), |segment| segment.first);
        let kept = head_blocks <= changed.new.start && self.head.len == head_end && !items.is_empty();
        let head = if kept {
            self.head
        } else {
            Arc::new(head::read(&text[..head_end.into()], &self.blocks[..head_blocks], vocabulary))
        };
        let mut starts = bounds.0;
        starts.truncate(segments.len());
        (
            Self { blocks: self.blocks, ranks: self.ranks, form, markdown, segments, head, starts, items },
            reread,
        )
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
            && Segment { first: segment.first, ..*former } == *segment;
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
        bounds.push(text::size(text));
        Self(bounds)
    }

    /// The bytes of item `i`.
    fn of(&self, i: usize) -> TextRange {
        TextRange::new(self.0[i], self.0[i + 1])
    }
}

/// Which blocks were read from the text, in the new row.
struct Changed {
    new: std::ops::Range<usize>,
    /// The bytes of the new text that they take.
    place: TextRange,
    /// Are they running text, block for block, as they were before?
    is_text: bool,
}

/// Brings the row of blocks up to date with an edit.
fn rescan(
    blocks: &mut Vec<Block>,
    text: &str,
    ranks: &Ranks,
    (range, inserted): (TextRange, TextSize),
    vocabulary: &Vocabulary,
) -> Changed {
    let (first, from) = first_touched(blocks, text, range.start());
    let mut start = from;
    let edit_end = range.start() + inserted;
    let mut old = first;
    let mut old_start = start;
    let mut fresh = Vec::new();
    let end = text::size(text);
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
        let block = scan::ranked(text, start.into(), vocabulary, ranks.of(start));
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
    let before: TextSize = fresh[..same].iter().map(|block| block.len).sum();
    let is_text = fresh.len() == last - first
        && fresh.iter().zip(&blocks[first..last]).skip(same).all(|(new, old)| is_running_text(new, old));
    let place = TextRange::new(from + before, start);
    // Room for some typing to come, and not for as many blocks again.
    if blocks.capacity() - blocks.len() < fresh.len() {
        blocks.reserve_exact(fresh.len() + blocks.len() / 16);
    }
    blocks.splice(first..last, fresh);
    Changed { new, place, is_text }
}

/// Are both blocks running text of the same kind?
fn is_running_text(new: &Block, old: &Block) -> bool {
    matches!(new.class, Class::Text | Class::At)
        && new.class == old.class
        && new.mark.heading == 0
        && old.mark.heading == 0
}

/// The first block that an edit at `offset` of what is now `text` may change, and where it begins. The line before the
/// edit may be underlined by it, and front matter may have been opened some lines earlier.
fn first_touched(blocks: &[Block], text: &str, offset: TextSize) -> (usize, TextSize) {
    let mut at = TextSize::new(0);
    let mut touched = 0;
    while touched < blocks.len() && at + blocks[touched].len < offset {
        at += blocks[touched].len;
        touched += 1;
    }
    if touched <= FRONT_MATTER_LINES && may_open_front_matter(text) {
        return (0, TextSize::new(0));
    }
    if touched > 0 {
        touched -= 1;
        at -= blocks[touched].len;
    }
    (touched, at)
}
