//! What a copy shows where a line that may close something is allowed to stand.

use rustc_hash::FxHashMap;

use crate::document::Document;
use crate::minutes::Placed;
use crate::text::{TextRange, TextSize};

/// The text of each item of a document.
pub(super) struct Shown<'d> {
    document: &'d Document,
    /// By its number: what stands below the heading.
    numbered: FxHashMap<u32, Vec<TextRange>>,
}

impl<'d> Shown<'d> {
    pub(super) fn of(document: &'d Document) -> Self {
        let mut numbered: FxHashMap<u32, Vec<TextRange>> = FxHashMap::default();
        for placed in document.minutes().items() {
            if let Some((number, _)) = placed.item.number {
                numbered.entry(number).or_default().push(below_heading(&placed));
            }
        }
        Self { document, numbered }
    }

    /// The first and last lines, from 1, of what the line at `place` may close: what stands below it in its item, and the
    /// text of other items with the numbers `meant`.
    pub(super) fn by(&self, place: TextRange, meant: &[u32]) -> Vec<(u32, u32)> {
        let minutes = self.document.minutes();
        let own = minutes.item_at(place.start()).map(|item| minutes.item(item));
        let others = meant.iter().filter_map(|number| self.numbered.get(number)).flatten().copied();
        let others = others.filter(|text| own.is_none_or(|own| !own.range().contains(text.start())));
        let rest = match own {
            Some(own) => Some(TextRange::new(place.end(), own.range().end().max(place.end()))),
            // Nobody can say which items a line of the head speaks of.
            None if meant.is_empty() => Some(TextRange::new(place.end(), TextSize::of(self.document.text()))),
            None => None,
        };
        rest.into_iter().chain(others).filter_map(|text| self.lines(text)).collect()
    }

    /// The same for a heading at `place` that opens again: what stands below it.
    pub(super) fn below(&self, place: TextRange) -> Option<(u32, u32)> {
        self.by(place, &[]).first().copied()
    }

    /// The first and last lines of `place` that say something.
    fn lines(&self, place: TextRange) -> Option<(u32, u32)> {
        let text = &self.document.text()[place];
        let (first, last) = (text.len() - text.trim_start().len(), text.trim_end().len());
        let line = |at: usize| {
            let at = place.start() + TextSize::try_from(at).unwrap_or_default();
            self.document.lines().line_of(at) + 1
        };
        (first < last).then(|| (line(first), line(last - 1)))
    }
}

fn below_heading(placed: &Placed<'_>) -> TextRange {
    let heading = placed.item.heading.end() + placed.start;
    TextRange::new(heading, placed.range().end().max(heading))
}
