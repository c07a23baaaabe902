//! Reads one file and finds what counts in it.

use std::sync::Arc;

use rules::document::Document;

use crate::config::Resolver;
use crate::files::{self, Encoding, Named, Origin};
use crate::findings::{Desk, sidecar};
use crate::problem::Problem;
use crate::report;

/// A file that was read, with what its findings are held against.
pub(super) struct Examined {
    /// The text, understood.
    pub(super) document: Document,
    /// How its bytes were read.
    pub(super) encoding: Encoding,
    /// What its findings are held against.
    pub(super) desk: Desk,
    /// The severity that fails, by its settings.
    pub(super) fail_on: Option<crate::config::FailOn>,
}

impl Examined {
    /// Reads `file`, with the settings that hold for it.
    pub(super) fn new(file: &Named, resolver: &Arc<Resolver>) -> Result<Self, Problem> {
        let path = match &file.origin {
            Origin::File(path) | Origin::Found(path) => path.clone(),
            Origin::Stdin => file.name.clone().into(),
        };
        let located = resolver.locate(&path)?;
        let source = files::read_named(file)?;
        let beside = sidecar(&path, &file.name, &located.config.rules)?;
        let desk = Desk::new(&located, source.encoding, beside).of_document(source.extracted);
        Ok(Self {
            document: Document::new(desk.engine.clone(), source.text),
            encoding: source.encoding,
            desk,
            fail_on: located.config.fail_on,
        })
    }

    /// The findings that count, by place and then by rule.
    pub(super) fn count(&self, name: &str) -> Vec<report::Named> {
        self.desk.count(&self.document, name)
    }
}
