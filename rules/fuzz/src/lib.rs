//! The laws that every text must keep, asked of random texts by the targets beside this file.

use std::sync::{Arc, LazyLock};

use rules::document::{Document, Engine};
use rules::house::Houses;
use rules::lint::custom::{self, Definition, Matcher};
use rules::lint::{Applicability, Diagnostic, Note, Selection, Settings, Severity};
use rules::outline::Outline;
use rules::publish::{Allowed, Publication};
use rules::repair::repair;
use rules::syntax::Ranks;
use rules::text::TextRange;
use rules::text::edit::{Edit, Edits};
use rules::text::lines::floor_boundary;
use rules::text::range;

/// Texts longer than this (bytes) find nothing that shorter ones do not.
pub const LONGEST: usize = 20_000;

/// A text for what is read with a style or a pattern of random words.
const SAMPLE: &str = include_str!("../../../tests/minutes/odense-skole.txt");

static ENGINE: LazyLock<Arc<Engine>> = LazyLock::new(Arc::default);

/// A document of the text that these bytes are.
#[must_use]
pub fn document(bytes: &[u8]) -> Document {
    Document::new(ENGINE.clone(), String::from_utf8_lossy(bytes).into_owned())
}

/// Every range that a finding, its fixes or the outline names lies on character boundaries inside the text.
pub fn ranges_lie_in_the_text(document: &Document) {
    for diagnostic in document.diagnostics() {
        lies_in(document, diagnostic.range);
        for related in &diagnostic.related {
            lies_in(document, related.range);
        }
        for fix in &diagnostic.fixes {
            // To apply each to the whole text would cost more than to find it.
            fix.edits.iter().for_each(|edit| lies_in(document, edit.range()));
            assert!(Edits::new(fix.edits.clone()).is_some(), "{}: edits that overlap", diagnostic.rule.name);
        }
    }
    Outline::new(document);
}

/// Whatever a text says of closed matter, what may be published of it can be told: a copy with its edits in the text, or refusals.
pub fn a_copy_or_refusals(text: &str) {
    let publication = Publication::new(&ENGINE, text, Ranks::default(), &Allowed::default());
    for closed in &publication.closed {
        assert!(text.get(std::ops::Range::<usize>::from(*closed)).is_some(), "{closed:?} is not in the text");
    }
}

fn lies_in(document: &Document, range: TextRange) {
    assert!(
        document.text().get(std::ops::Range::<usize>::from(range)).is_some(),
        "{range:?} is not in the text"
    );
}

/// What is put in a text: where, and how much goes, both as shares of the text out of 65,535.
#[derive(Clone, Debug, arbitrary::Arbitrary)]
pub struct Change {
    from: u16,
    gone: u8,
    new: String,
}

/// A document that follows `changes` is the document of the text they lead to.
pub fn an_edited_document_is_a_fresh_one(mut edited: Document, changes: &[Change]) {
    for change in changes {
        let edit = Edit::replace(place(edited.text(), change), change.new.clone());
        edited.edit(&edit).expect("the edit lies between characters");
        let fresh = Document::new(ENGINE.clone(), edited.text().to_owned());
        assert_eq!(edited.minutes(), fresh.minutes());
        assert_eq!(edited.lines(), fresh.lines());
        assert_eq!(edited.context(), fresh.context());
        assert_eq!(edited.diagnostics(), fresh.diagnostics());
    }
}

fn place(text: &str, change: &Change) -> TextRange {
    let start = floor_boundary(text, text.len() * usize::from(change.from) / usize::from(u16::MAX));
    range(start, floor_boundary(text, start + usize::from(change.gone)))
}

/// Fixes settle, a second run changes nothing, and safe ones keep the line ends and the byte-order mark. That one
/// mended fault leaves no worse finding is tried in `tests/fixes.rs`: among many, "den den 14. marts" hides that the
/// weekday before it is wrong until it is mended.
pub fn fixes_settle(bytes: &[u8], least: Applicability) {
    let before = document(bytes);
    let all = |_: &Document, found: Vec<Diagnostic>| found;
    let Ok(repaired) = repair(&ENGINE, before.text(), least, &all) else { return };
    let again = repair(&ENGINE, &repaired.text, least, &all).expect("a settled text settles");
    assert_eq!(again.text, repaired.text, "a second run changes nothing");
    if least == Applicability::Safe {
        assert_eq!(before.text().starts_with('\u{feff}'), repaired.text.starts_with('\u{feff}'));
        assert_eq!(before.text().matches('\r').count(), repaired.text.matches('\r').count());
    }
}

/// A house style of any words is refused with a reason, or texts can be read with it.
pub fn a_style_is_refused_or_works(bytes: &[u8]) {
    let mut houses = (*Houses::standard()).clone();
    let Ok(house) = houses.add("style.toml", &String::from_utf8_lossy(bytes)) else { return };
    let engine = Engine { houses: Arc::new(houses), house: Some(house), ..Engine::default() };
    ranges_lie_in_the_text(&Document::new(Arc::new(engine), SAMPLE.to_owned()));
}

/// A pattern of any words is refused with a reason, or makes a rule.
pub fn a_pattern_is_refused_or_works(bytes: &[u8]) {
    let definition = Definition {
        name: "pattern".to_owned(),
        severity: Severity::Warning,
        message: Note { da: "Fundet".into(), en: "Found".into() },
        matcher: Matcher::Pattern(String::from_utf8_lossy(bytes).into_owned()),
        replacement: None,
        scope: Vec::new(),
        ok: Vec::new(),
        bad: Vec::new(),
    };
    let Ok(rule) = custom::rule(&definition) else { return };
    let settings = Settings::among(&[rule], &Selection::default()).expect("nothing is selected by name");
    let engine = Engine { settings, ..Engine::default() };
    ranges_lie_in_the_text(&Document::new(Arc::new(engine), SAMPLE.to_owned()));
}
