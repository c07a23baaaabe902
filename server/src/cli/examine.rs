//! Reads one file and finds what counts in it.

use std::sync::Arc;

use files::clock;
use files::settings::Resolver;
use files::sidecar;
use files::{Named, Origin, Rooms};
use rules::document::Document;
use workbench::findings::Encoding;
use workbench::findings::FindingFilter;
use workbench::problem::Problem;
use workbench::survive;

/// A file that was read, with what its findings are held against.
pub(super) struct Examined {
    /// The text, understood.
    pub(super) document: Document,
    /// How its bytes were read.
    pub(super) encoding: Encoding,
    /// What its findings are held against.
    pub(super) filter: FindingFilter,
    /// The severity that fails, by its settings.
    pub(super) fail_on: Option<workbench::config::FailOn>,
    /// What its settings switch off of privacy.
    pub(super) silenced: Vec<&'static str>,
    /// Rules that gave up on the text and were left out: what is found is not all there is.
    pub(super) left_out: Vec<Problem>,
}

impl Examined {
    /// Reads `file`, with the settings that hold for it.
    pub(super) fn new(file: &Named, resolver: &Arc<Resolver>) -> Result<Self, Problem> {
        let path = match &file.origin {
            Origin::File(path) | Origin::Found(path) => path.clone(),
            Origin::Stdin => file.name.clone().into(),
        };
        let located = resolver.locate(&path)?;
        let source = files::read_named(file, located.config.limits)?;
        let beside = sidecar(&path, &file.name, &Rooms::default(), &located.config.rules)?;
        let ranks = source.ranks();
        let filter = FindingFilter::new(&located, source.encoding, beside, clock::now().date())
            .of_document(source.extracted);
        let again = source.text.clone();
        let (document, faulty) = survive::read(&filter.engine, source.text, ranks, || again)
            .map_err(|place| Problem::internal_in(&file.name, &place))?;
        Ok(Self {
            document,
            encoding: source.encoding,
            filter,
            fail_on: located.config.fail_on,
            silenced: located.config.silenced(&located.name),
            left_out: faulty.into_iter().map(|rule| survive::left_out(rule).at(&file.name)).collect(),
        })
    }

    /// The findings that count, by place and then by rule.
    pub(super) fn count(&self, name: &str) -> Vec<workbench::named::Named> {
        self.filter.count(&self.document, name)
    }
}
