//! Where a finding stands in the document that its text was taken out of, in words.
//!
//! Lines and columns count in the text as it was read; who looks for the place in Word needs the page and the heading.

use documents::Place;

use super::Checked;
use rules::privacy::{Shown, shown};
use rules::text::TextSize;
use workbench::lang::Lang;

/// The place of byte `offset` of the text in its document, if it has one.
pub(super) fn place(checked: &Checked<'_>, offset: TextSize) -> Option<Place> {
    let mut place = checked.source?.place(offset.into())?;
    for heading in &mut place.headings {
        *heading = shown(heading).into();
    }
    place.element = place.element.map(|element| shown(&element).into());
    Some(place)
}

/// "side 3, afsnit 17 under "Punkt 2: Budget"".
pub(super) fn words(place: &Place, lang: Lang) -> String {
    let mut parts = Vec::new();
    if let Some(page) = place.page {
        parts.push(format!("{} {page}", lang.pick("side", "page")));
    }
    if let Some(line) = place.line {
        parts.push(format!("{} {line}", lang.pick("kildens linje", "source line")));
    }
    match (&place.element, place.paragraph) {
        (Some(element), _) => parts.push(element.clone()),
        (None, Some(paragraph)) => parts.push(format!("{} {paragraph}", lang.pick("afsnit", "paragraph"))),
        (None, None) => {}
    }
    if let Some(cell) = place.table {
        let (table, row) = lang.pick(("tabel", "række"), ("table", "row"));
        parts.push(format!("{table} {}, {row} {}", cell.number, cell.row));
    }
    let mut words = parts.join(", ");
    if let Some(heading) = place.headings.last() {
        words.push_str(&format!(" {} \"{heading}\"", lang.pick("under", "under")));
    }
    words
}

/// `message` with the place after it, for formats that have no field for it.
pub(super) fn with_place(message: &Shown, place: Option<&Place>, lang: Lang) -> Shown {
    match place {
        Some(place) => shown(&format!("{message} ({})", words(place, lang))),
        None => message.clone(),
    }
}
