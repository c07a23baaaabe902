//! The agenda item that a finding lies in.

use rules::document::Document;
use rules::text::{TextRange, TextSize};

/// The items of a document, by where they begin.
pub struct Items<'d> {
    text: &'d str,
    all: Vec<(TextSize, Option<TextRange>, Option<TextRange>)>,
}

/// What an item is called; each part as it is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ItemName<'d> {
    /// "66".
    pub number: Option<&'d str>,
    /// "Godkendelse af dagsorden".
    pub(super) title: Option<&'d str>,
}

impl<'d> Items<'d> {
    /// The items of `document`.
    pub fn new(document: &'d Document) -> Self {
        let items = document.minutes().items().map(|placed| {
            let number = placed.item.number.map(|(_, range)| range + placed.start);
            (placed.start, number, placed.item.title.map(|range| range + placed.start))
        });
        Self { text: document.text(), all: items.collect() }
    }

    /// The item that `offset` lies in; nameless in the head.
    pub fn at(&self, offset: TextSize) -> ItemName<'d> {
        let after = self.all.partition_point(|(start, ..)| *start <= offset);
        let Some((_, number, title)) = after.checked_sub(1).map(|at| self.all[at]) else {
            return ItemName::default();
        };
        ItemName {
            number: number.map(|range| &self.text[range]),
            title: title.map(|range| &self.text[range]),
        }
    }
}
