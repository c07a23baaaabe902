//! What one item names in another: "punkt 2, at-punkt 3", "bilag 2 til punkt 3".

use std::collections::HashMap;

use rules::document::Document;
use rules::minutes::{
    AttachmentOwner, ItemReference, Placed, attachment_item, attachment_owner, point_references,
};
use rules::text::{TextRange, TextSize, is_space};

use super::{Occurrence, Target, Wanted, attachments, body, by_number, ordinal, written};

/// At most this many bytes beside "punkt 2" are looked at.
const NEAR: usize = 60;

/// All that is named with the item that it stands in.
#[derive(Default)]
pub(super) struct Crossing {
    /// In the order of the text.
    pub(super) occurrences: Vec<Occurrence>,
    /// The words for the items and for what is named in them.
    places: Vec<TextRange>,
}

impl Crossing {
    /// The places in `document`.
    pub(super) fn of(document: &Document, wanted: Wanted) -> Self {
        let items: Vec<Placed<'_>> = document.minutes().items().collect();
        let by_number = by_number(&items);
        let mut found = Self::default();
        found.points(document, &items, &by_number, wanted);
        found.attachments(document, &items, &by_number, wanted);
        found
    }

    /// Is `place` among the words for an item, or for what is named in it?
    pub(super) fn covers(&self, place: TextRange) -> bool {
        self.places.iter().any(|known| known.intersect(place).is_some_and(|both| !both.is_empty()))
    }

    fn points(
        &mut self,
        document: &Document,
        items: &[Placed<'_>],
        by_number: &HashMap<u32, usize>,
        wanted: Wanted,
    ) {
        let text = document.text();
        for ItemReference { range, numbers, certain, .. } in wanted.references(document) {
            let [(number, _)] = numbers[..] else { continue };
            let Some((place, points)) = point_beside(text, range) else { continue };
            self.places.extend([range, place]);
            let Some(&i) = by_number.get(&number).filter(|_| certain) else { continue };
            if items[i].item.recommendations().next().is_none() {
                continue;
            }
            for point in points {
                let number = written(text, place, point).or_else(|| ordinal(text, place, point));
                let target = Target::Point(i, 0, point);
                self.occurrences.push(Occurrence { target, place, number, defines: false });
            }
        }
    }

    fn attachments(
        &mut self,
        document: &Document,
        items: &[Placed<'_>],
        by_number: &HashMap<u32, usize>,
        wanted: Wanted,
    ) {
        let text = document.text();
        for placed in items {
            for reference in &placed.item.attachment_references {
                let place = reference.range + placed.start;
                let Some(item) = attachment_item(text, place) else { continue };
                if !wanted.has(place, std::iter::once(item)) {
                    continue;
                }
                let owner = attachment_owner(text, place, body(document));
                let AttachmentOwner::Numbered(item) = owner else { continue };
                if let Some(&i) = by_number.get(&item).filter(|_| reference.certain) {
                    self.occurrences.extend(attachments::named(text, |_| i, reference, place));
                }
            }
        }
    }
}

/// The at-points named right behind the item at `item` ("punkt 2, at-punkt 3") or before it ("3. at-punkt under punkt 2").
fn point_beside(text: &str, item: TextRange) -> Option<(TextRange, Vec<u32>)> {
    let (start, end) = (usize::from(item.start()), usize::from(item.end()));
    let behind = &text[end..text.floor_char_boundary((end + NEAR).min(text.len()))];
    let behind = behind.lines().next().unwrap_or_default();
    let words = behind.strip_prefix("'s").or(behind.strip_prefix('s')).unwrap_or(behind);
    let words = words.trim_start_matches([',', '.']).trim_start_matches(is_space);
    if let Some(point) = point_references(words).into_iter().next().filter(|p| p.range.start() == 0.into()) {
        let from = item.end() + TextSize::of(&behind[..behind.len() - words.len()]);
        return Some((point.range + from, point.points));
    }
    let ahead = &text[text.floor_char_boundary(start.saturating_sub(NEAR))..start];
    let ahead = ahead.rsplit(['\n', '\r']).next().unwrap_or_default();
    let words = ahead.trim_end_matches(is_space);
    let words = ["under", "i", "til", "på"].iter().find_map(|word| words.strip_suffix(word))?;
    let words = words.strip_suffix(is_space)?.trim_end_matches(is_space);
    let point = point_references(words).into_iter().next_back()?;
    let from = item.start() - TextSize::of(ahead);
    (point.range.end() == TextSize::of(words)).then(|| (point.range + from, point.points))
}
