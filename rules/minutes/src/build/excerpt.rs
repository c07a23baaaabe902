//! Items of another meeting that an item prints, set farther in.

use syntax::Block;

/// Lines farther in than their item, below the heading of an item of somebody else's: "Pkt. 7. Cykelsti".
#[derive(Default)]
pub(super) struct Excerpt {
    indent: Option<u8>,
}

impl Excerpt {
    pub(super) fn holds(&mut self, block: &Block, own: u8) -> bool {
        let indent = block.mark.indent;
        if block.has_item_word() && indent > own.saturating_add(1) {
            self.indent = Some(indent);
        } else if self.indent.is_some_and(|former| indent < former) {
            self.indent = None;
        }
        self.indent.is_some()
    }
}
