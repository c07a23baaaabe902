//! What only the whole document can say: in which zone a finding lies, who meets, and which lines may speak of closed matter.

use std::sync::Arc;

use super::Document;
use confidential::closure::{ClosedMatter, Line, Reading, SaidOfClosed, Standing, lines};
use facts::register::{Register, Said};
use lint::{Keeps, Told, of_part};
use minutes::Placed;
use syntax::Block;
use text::{TextRange, TextSize};
use zones::ZoneSet;

impl Document {
    /// Who was there, who may vote, and who acted.
    pub fn register(&self) -> Register {
        let head = self.head.said.get_or_init(|| {
            let head = self.minutes.head();
            Arc::new(Said::of_head(&self.text[..head.len.into()], head))
        });
        let items = self.minutes.items().enumerate().map(|(at, placed)| &**self.said_of(at, &placed));
        Register::merged(
            &self.text,
            &self.minutes,
            &self.context.meeting,
            std::iter::once(&**head).chain(items),
        )
    }

    /// What the item at place `at` says of those who meet.
    pub(super) fn said_of(&self, at: usize, placed: &Placed<'_>) -> &Arc<Said> {
        let read = || Arc::new(Said::of_item(&self.text[placed.range()], placed.item));
        self.items[at].said.get_or_init(read)
    }

    /// How each item stands: open, closed, or not to be told; as the copy to publish has it.
    pub fn standings(&self) -> Vec<Standing> {
        self.closed_matter().standings.clone()
    }

    /// What is closed, read once for all who ask; an edit asks again for what each line of its part says.
    pub fn closed_matter(&self) -> &ClosedMatter {
        self.closed.get_or_init(|| {
            let reading = Reading::new(&self.text, &self.minutes);
            // Nearly every text is done with here, and has no line looked at twice.
            let said = self.parts_of_closed();
            let bears = said.iter().any(|part| part.bears());
            let none = if bears { None } else { ClosedMatter::none(reading) };
            Arc::new(none.unwrap_or_else(|| ClosedMatter::of(reading, &lines(reading, &said))))
        })
    }

    /// The lines with what each may say of closed matter.
    pub fn lines_of_closed(&self) -> Vec<Line<'_>> {
        lines(Reading::new(&self.text, &self.minutes), &self.parts_of_closed())
    }

    /// What the lines of the head and of each item may say of closed matter.
    fn parts_of_closed(&self) -> Vec<&SaidOfClosed> {
        let read = |at: TextSize, blocks: &[Block]| SaidOfClosed::of(&self.text[at.into()..], blocks);
        let of_head = || read(TextSize::new(0), self.minutes.head_blocks());
        let head = self.head.said_of_closed.get_or_init(of_head);
        let mut parts = Vec::with_capacity(1 + self.items.len());
        parts.push(head);
        for (placed, part) in self.minutes.items().zip(&self.items) {
            parts.push(part.said_of_closed.get_or_init(|| read(placed.start, placed.blocks)));
        }
        parts
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
            Arc::new(of_part(text, item.map(|placed| &**placed.item), blocks, self.context.markdown))
        });
        let within = range.intersect(TextRange::at(start, len)).unwrap_or(TextRange::empty(range.start()));
        zones.at(within - start)
    }
}

impl Keeps for Document {
    fn register(&self) -> Register {
        Self::register(self)
    }

    fn told_of_closed(&self) -> Vec<Told> {
        self.closed_matter().told.clone()
    }
}
