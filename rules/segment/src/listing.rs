//! The lines of the table of contents.

use rustc_hash::FxHashSet;

use syntax::block::Block;
use syntax::sign::Sign;

/// Which lines stand in the table of contents: those below its heading, up to one that comes again, or two lines that
/// are no entries.
#[derive(Default)]
pub(super) struct Contents {
    pub(super) on: bool,
    seen: FxHashSet<(u32, u16)>,
    other: u8,
}

impl Contents {
    /// Is `block` a line of the contents?
    pub(super) fn holds(&mut self, block: &Block) -> bool {
        if block.shows(Sign::HeadsContents) {
            *self = Self { on: true, ..Self::default() };
            return false;
        }
        let entry = block.shows(Sign::ContentsLine);
        if self.on {
            self.other = if block.numbering.is_some() || entry { 0 } else { self.other + 1 };
            let key = (block.key, block.numbering.map_or(0, |numbering| numbering.value));
            self.on = self.other < 2 && !(block.key != 0 && self.seen.contains(&key));
            self.seen.insert(key);
        }
        self.on || entry
    }
}
