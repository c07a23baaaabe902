//! Findings with what they are known by.

mod fingerprint;
mod items;

use std::sync::Arc;

use rules::document::Document;
use rules::lint::Diagnostic;

pub use fingerprint::hash;
use items::ItemName;
pub use items::Items;

/// A finding with what it is known by.
#[derive(Clone, Debug)]
pub struct Named {
    /// The finding; the document holds it too.
    pub diagnostic: Arc<Diagnostic>,
    /// Stays when the text around it changes.
    pub fingerprint: String,
    /// The number of the item it lies in, as written.
    pub item: Option<String>,
}

impl AsRef<Diagnostic> for Named {
    fn as_ref(&self) -> &Diagnostic {
        &self.diagnostic
    }
}

impl AsMut<Diagnostic> for Named {
    fn as_mut(&mut self) -> &mut Diagnostic {
        Arc::make_mut(&mut self.diagnostic)
    }
}

/// Names all the findings of `document`, which come in their order. It is done before any is left out, since equal ones
/// are told apart by their number.
pub fn named(document: &Document, diagnostics: Vec<Arc<Diagnostic>>) -> Vec<Named> {
    let items = Items::new(document);
    let mut fingerprints = fingerprint::Fingerprints::new(document);
    let name = |diagnostic: Arc<Diagnostic>| {
        let item = items.at(diagnostic.range.start());
        let fingerprint = fingerprints.next(&diagnostic, item);
        Named { diagnostic, fingerprint, item: item.number.map(str::to_owned) }
    };
    diagnostics.into_iter().map(name).collect()
}
