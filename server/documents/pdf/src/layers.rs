//! Layers of a document that are off: what is painted in them nobody sees until they are put on.

use std::collections::HashSet;

use pdf_extract::{Dictionary, Document, Object, ObjectId};

use super::pictures::{entry, resolved};

/// The layers that are off as the document is opened.
#[derive(Debug, Default)]
pub(super) struct Layers(HashSet<ObjectId>);

impl Layers {
    /// Those of `document`.
    pub(super) fn of(document: &Document) -> Self {
        let off = || {
            let all = entry(document, document.catalog().ok()?, b"OCProperties")?;
            let shown = entry(document, all, b"D")?;
            let mut off: HashSet<ObjectId> = HashSet::new();
            if shown.get(b"BaseState").and_then(Object::as_name).is_ok_and(|state| state == b"OFF") {
                off.extend(references(document, all, b"OCGs"));
                let on = references(document, shown, b"ON");
                off.retain(|layer| !on.contains(layer));
            }
            off.extend(references(document, shown, b"OFF"));
            Some(off)
        };
        Self(off().unwrap_or_default())
    }

    /// Is none off?
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Is what is marked with `layer` off: a layer, or several with a rule for them?
    pub(super) fn hides(&self, document: &Document, layer: &Object) -> bool {
        if self.is_empty() {
            return false;
        }
        if layer.as_reference().is_ok_and(|id| self.0.contains(&id)) {
            return true;
        }
        let Ok(rule) = resolved(document, layer).as_dict() else { return false };
        let of = references(document, rule, b"OCGs");
        // An expression may turn round what it names.
        if of.is_empty() || rule.has(b"VE") {
            return false;
        }
        let is_off = |id: &ObjectId| self.0.contains(id);
        match rule.get(b"P").and_then(Object::as_name).unwrap_or(b"AnyOn") {
            b"AllOn" => of.iter().any(is_off),
            b"AnyOff" => !of.iter().any(is_off),
            b"AllOff" => !of.iter().all(is_off),
            _ => of.iter().all(is_off),
        }
    }
}

/// The objects that `dictionary` names under `key`, one or several.
fn references(document: &Document, dictionary: &Dictionary, key: &[u8]) -> Vec<ObjectId> {
    let Ok(named) = dictionary.get(key) else { return Vec::new() };
    match resolved(document, named) {
        Object::Array(all) => all.iter().filter_map(|one| one.as_reference().ok()).collect(),
        _ => named.as_reference().into_iter().collect(),
    }
}
