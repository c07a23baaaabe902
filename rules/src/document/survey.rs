//! What only the whole document can say of a finding: in which zone it lies, and whether another tells the same.

use super::Document;
use crate::lint::{Diagnostic, of_part};
use crate::text::{TextRange, TextSize};
use crate::zones::ZoneSet;

impl Document {
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

/// A name that is misspelt is told as such, and not once more for the sign that is wrong in it.
pub(super) fn told_once(sorted: &mut Vec<Diagnostic>) {
    let is =
        |diagnostic: &Diagnostic, group| diagnostic.rule.group() == group && !diagnostic.fixes.is_empty();
    let names: Vec<TextRange> = sorted.iter().filter(|d| is(d, "names")).map(|d| d.range).collect();
    if names.is_empty() {
        return;
    }
    sorted.retain(|diagnostic| {
        let before = names.partition_point(|name| name.start() <= diagnostic.range.start());
        let within = before > 0 && names[before - 1].contains_range(diagnostic.range);
        !(within && is(diagnostic, "typography"))
    });
}
