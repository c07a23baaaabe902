//! Who meets, and when, where only the page headers of a document say so.

use std::sync::Arc;

use documents::{Beside, Extracted};
use rules::document::{Document, Engine};
use rules::lint::Settings;
use rules::minutes::Meeting;

/// The meeting that `document`, which was read from `extracted`, is of; what its text does not say is what its page headers do.
pub(super) fn meeting(document: &Document, extracted: Option<&Extracted>) -> Meeting {
    let said = document.context().meeting.clone();
    let Some(extracted) = extracted.filter(|_| said.committee.is_none() || said.date.is_none()) else {
        return said;
    };
    let margins = extracted.asides.iter().filter(|aside| aside.beside == Beside::Margin);
    let lines: Vec<&str> = margins.map(|aside| aside.words.trim()).collect();
    let engine = Engine { settings: Settings::new(Vec::new()), ..(**document.engine()).clone() };
    let above = Document::new(Arc::new(engine), lines.join("\n"));
    let Meeting { committee, date } = above.context().meeting.clone();
    Meeting { committee: said.committee.or(committee), date: said.date.or(date) }
}
