//! Where what an edit left alone stands after it.

use rules::text::TextRange;

use crate::offsets::Units;

/// What edits touched, as one stretch of bytes: it begins so far from the start of the text and ends so far from its end,
/// before them and after.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Touched {
    head: usize,
    tail: usize,
}

impl Touched {
    /// Nothing of a text of `len` bytes: both what is before and what is behind it are all of that.
    pub(crate) fn nothing(len: usize) -> Self {
        Self { head: len, tail: len }
    }

    /// Bytes `from` to `to` of a text of `len` as it stood when they were changed.
    pub(crate) fn new(from: usize, to: usize, len: usize) -> Self {
        Self { head: from, tail: len.saturating_sub(to) }
    }

    /// What either touched, and what lies between.
    pub(crate) fn and(self, other: Self) -> Self {
        Self { head: self.head.min(other.head), tail: self.tail.min(other.tail) }
    }
}

/// How long a text is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Extent {
    pub(crate) bytes: usize,
    pub(crate) units: usize,
    pub(crate) lines: u32,
}

/// How what lies around a touched stretch has moved.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moved {
    /// Where the stretch begins, in bytes and in units of the page.
    from: (usize, usize),
    /// Where it ended before the edits.
    to: (usize, usize),
    /// By so much moved what lies behind it, in bytes,
    bytes: i64,
    /// in units of the page
    pub(crate) units: i64,
    /// and in lines.
    pub(crate) lines: i64,
}

impl Moved {
    /// By edits that `touched` a text as long as `before`; `text` is what they left, with its `units`, as long as `now`.
    pub(crate) fn new(touched: Touched, text: &str, units: &Units, [before, now]: [Extent; 2]) -> Self {
        let tail = now.units - units.of(text, now.bytes - touched.tail);
        Self {
            from: (touched.head, units.of(text, touched.head)),
            to: (before.bytes - touched.tail, before.units - tail),
            bytes: now.bytes as i64 - before.bytes as i64,
            units: now.units as i64 - before.units as i64,
            lines: i64::from(now.lines) - i64::from(before.lines),
        }
    }

    /// The stretch as it was before the edits, in units of the page.
    pub(crate) fn stretch(&self) -> (usize, usize) {
        (self.from.1, self.to.1)
    }

    /// Do the start and the end of `range` move along? Nothing where the edits touched one of them.
    pub(crate) fn moves(&self, range: TextRange) -> Option<(bool, bool)> {
        let (start, end): (usize, usize) = (range.start().into(), range.end().into());
        let ((from, _), (to, _)) = (self.from, self.to);
        // What is written just before a word or just behind it is no part of it.
        let first = if start >= to { Some(true) } else { (start <= from).then_some(false) }?;
        let last = if end <= from { Some(false) } else { (end >= to).then_some(true) }?;
        (!first || last).then_some((first, last))
    }

    /// Does `range` stand at `now` after the edits?
    pub(crate) fn leads(&self, range: TextRange, now: TextRange) -> bool {
        let stands = |moves: bool, at: u32, now: u32| {
            i64::from(at) + if moves { self.bytes } else { 0 } == i64::from(now)
        };
        self.moves(range).is_some_and(|(first, last)| {
            stands(first, range.start().into(), now.start().into())
                && stands(last, range.end().into(), now.end().into())
        })
    }
}

/// `place` moved by so much.
pub(crate) fn by(place: usize, moved: i64) -> usize {
    place.saturating_add_signed(moved as isize)
}
