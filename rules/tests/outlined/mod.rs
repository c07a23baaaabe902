//! What the outline tests read of a text.

use std::sync::Arc;

use rules::document::{Document, Engine};
use rules::outline::{Outline, OutlineItem};

/// `text`, read with the rules that run by default.
pub(crate) fn document(text: &str) -> Document {
    Document::new(Arc::new(Engine::default()), text.to_owned())
}

/// The items of `text`, each as "number title".
pub(crate) fn items(text: &str) -> Vec<String> {
    let shown = |item: &OutlineItem| {
        let number = item.number.as_deref().unwrap_or("-").to_owned();
        number + " " + item.title.as_deref().unwrap_or("-")
    };
    Outline::new(&document(text)).items.iter().map(shown).collect()
}
