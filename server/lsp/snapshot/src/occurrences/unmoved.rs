//! Code, comments, addresses and names of files: what looks like a reference there is none, and stays as it is.

use std::collections::HashMap;

use rules::document::Document;
use rules::text::{TextRange, TextSize, range};
use rules::zones::{Shape, Zone, ZoneSet, Zones, zones};

use super::Occurrence;

const UNMOVED: ZoneSet =
    ZoneSet::of(&[Zone::Code, Zone::Comment, Zone::Markup, Zone::Address, Zone::FileName]);

/// What is no prose, found for each item when something in it is asked for.
pub(super) struct Unmoved<'d> {
    document: &'d Document,
    /// The items, in order.
    items: Vec<TextRange>,
    /// The zones of those that were asked about, by where they begin.
    zones: HashMap<TextSize, Zones>,
}

impl<'d> Unmoved<'d> {
    pub(super) fn of(document: &'d Document) -> Self {
        let items = document.minutes().items().map(|placed| placed.range()).collect();
        Self { document, items, zones: HashMap::new() }
    }

    /// Leaves out of `found` what stands in none of the document's prose.
    pub(super) fn left_out(&mut self, found: &mut Vec<Occurrence>) {
        found.retain(|occurrence| occurrence.defines || !self.has(occurrence.place));
    }

    /// Does `place` stand in code, in a comment or in an address?
    pub(super) fn has(&mut self, place: TextRange) -> bool {
        let text = self.document.text();
        let head = range(0, self.document.minutes().head().len.into());
        let at = self.items.partition_point(|item| item.end() <= place.start());
        let part = self.items.get(at).copied().filter(|item| item.contains_range(place)).unwrap_or(head);
        if !part.contains_range(place) || !may_hold(&text[part]) {
            return false;
        }
        let markdown = self.document.minutes().is_markdown();
        let found = || zones(&text[part], Shape { markdown, headings: &[] });
        let zones = self.zones.entry(part.start()).or_insert_with(found);
        !zones.at(place - part.start()).is_apart_from(UNMOVED)
    }
}

/// Can `text` hold one of them, as far as its signs tell?
fn may_hold(text: &str) -> bool {
    memchr::memchr3(b'`', b'~', b'<', text.as_bytes()).is_some()
        || text.contains("://")
        || text.contains(".pdf")
}
