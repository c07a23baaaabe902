//! What only the whole document can say of a finding: in which zone it lies.

use super::Document;
use crate::facts::register::Register;
use crate::lint::of_part;
use crate::text::{TextRange, TextSize};
use crate::zones::ZoneSet;

impl Document {
    /// Who was there, who may vote, and who acted.
    pub fn register(&self) -> Register {
        Register::of(&self.text, &self.minutes, &self.context.meeting)
    }

    /// The kinds of zone that `range` touches.
    pub(super) fn zones_at(&self, range: TextRange) -> ZoneSet {
        let (part, item) = match self.minutes.item_at(range.start()) {
            None => (&self.head, None),
            Some(at) => (&self.items[at], Some(self.minutes.item(at))),
        };
        let (start, len) = item
            .map_or((TextSize::new(0), self.minutes.head().len), |placed| (placed.start, placed.item.len));
        let zones = part.zones.get_or_init(|| {
            let blocks = item.map_or(self.minutes.head_blocks(), |placed| placed.blocks);
            let text = &self.text[TextRange::at(start, len)];
            of_part(text, item.map(|placed| &**placed.item), blocks, self.context.markdown)
        });
        let within = range.intersect(TextRange::at(start, len)).unwrap_or(TextRange::empty(range.start()));
        zones.at(within - start)
    }
}
