//! Puts in a section that the house requires and the item lacks.

use rules::text::TextRange;
use rules::text::edit::Edit;
use snapshot::document::Snapshot;
use snapshot::{occurrences, structure};

use super::Rewrite;
use crate::manner::Manner;

/// One action for each required section that the item at `place` lacks.
pub(super) fn missing(snapshot: &Snapshot, place: TextRange) -> Vec<Rewrite> {
    let Some((_, placed)) = occurrences::item_at(&snapshot.document, place.start()) else {
        return Vec::new();
    };
    // At a fault in the words of the item nobody looks for this.
    let mut headings =
        placed.item.sections.iter().map(|section| section.heading).chain([placed.item.heading]);
    let at_heading = headings.any(|heading| (heading + placed.start).intersect(place).is_some());
    if !at_heading && !is_blank(snapshot.text(), place) {
        return Vec::new();
    }
    let manner = Manner::of(snapshot, placed);
    let end = snapshot.line_end();
    let missing = structure::missing(snapshot, placed).into_iter().filter(|missing| missing.required);
    missing
        .map(|missing| {
            let heading = manner.write(&structure::heading(snapshot, missing.section));
            let behind = snapshot.text()[..missing.at.into()].ends_with(['\n', '\r']);
            let words = if behind {
                format!("{heading}{end}{end}{end}")
            } else {
                format!("{end}{end}{heading}{end}{end}")
            };
            let name = &missing.section.name;
            let lang = snapshot.session.lang;
            let title =
                lang.pick(format!("Indsæt afsnittet \"{name}\""), format!("Insert the section \"{name}\""));
            Rewrite::new(title, vec![Edit::insert(missing.at, words)])
        })
        .collect()
}

/// Does `place` lie on a line where nothing stands?
fn is_blank(text: &str, place: TextRange) -> bool {
    let ends = |c: char| matches!(c, '\n' | '\r');
    let (before, after) = (&text[..usize::from(place.start())], &text[usize::from(place.end())..]);
    let start = before.rfind(ends).map_or(0, |end| end + 1);
    let rest = &after[..after.find(ends).unwrap_or(after.len())];
    before[start..].trim().is_empty() && text[place].trim().is_empty() && rest.trim().is_empty()
}
