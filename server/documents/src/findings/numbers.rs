//! CPR numbers beside the text: in what a document holds besides its words, and in its name.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use rules::catalog;
use rules::document::{Document, Engine};
use rules::lint::{Diagnostic, Note, Rule, Settings, Severity};
use rules::privacy::Secrets;
use rules::text::{TextRange, TextSize};

use flow::{Aside, Beside, Extracted};

use super::{alone, finding, line, severity_of, spot};

/// CPR numbers beside the text, one finding for each place that holds any.
pub(super) fn beside(
    engine: &Engine,
    extracted: &Extracted,
    document: &Document,
    rule: &'static Rule,
    severity: Severity,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut told = BTreeSet::new();
    for aside in extracted.asides.iter().filter(|aside| may_hold_number(aside)) {
        // The name of a file inside is read in its place and where it is named, the description of a picture too.
        let at = if is_named_twice(aside.beside) { 0 } else { aside.at };
        if !told.insert((aside.words.as_str(), at, aside.beside as usize)) {
            continue;
        }
        let is_link = aside.beside == Beside::Link;
        let suspected = || (is_link && alone::is_suspected(&aside.words)).then_some(Severity::Hint);
        let worst = worst_inside(engine, &aside.words, rule, severity).or_else(suspected);
        let Some(worst) = worst else { continue };
        let (da, en) = spot(aside);
        let note = Note::new(
            format!("{da} ligner et CPR-nummer, som aldrig må offentliggøres"),
            format!("{en} looks like a CPR number, which must never be published"),
        );
        let range = match aside.beside {
            Beside::Author | Beside::Property | Beside::Margin | Beside::Data => {
                TextRange::empty(TextSize::new(0))
            }
            _ => line(aside, document),
        };
        found.push(finding(rule, worst, range, note));
    }
    found
}

/// What was put in is text too, and found there.
fn may_hold_number(aside: &Aside) -> bool {
    aside.words.bytes().filter(u8::is_ascii_digit).count() >= 10 && aside.beside != Beside::Inserted
}

fn is_named_twice(beside: Beside) -> bool {
    matches!(beside, Beside::Link | Beside::Data | Beside::Property | Beside::Author)
}

/// The worst that `rule` alone finds in `words`.
pub(super) fn worst_inside(
    engine: &Engine,
    words: &str,
    rule: &'static Rule,
    severity: Severity,
) -> Option<Severity> {
    let settings = Settings::new(vec![(rule, severity)]);
    let engine = Arc::new(Engine { settings, ..engine.clone() });
    Document::new(engine, words.to_owned()).diagnostics().iter().map(|diagnostic| diagnostic.severity).max()
}

/// A CPR number in the path `name`: in that of the file itself, which goes wherever the file goes, or of a folder it lies in.
pub fn in_path(engine: &Engine, name: &str) -> Option<Diagnostic> {
    let rule = catalog::rule("privacy/cpr-number")?;
    let severity = severity_of(engine, rule)?;
    let own = Path::new(name).file_name()?.to_str()?;
    let folders = Path::new(name).parent()?.iter().filter_map(|folder| folder.to_str());
    let of_file = worst_in_name(engine, own, rule, severity);
    let of_folder = || folders.filter_map(|folder| worst_in_name(engine, folder, rule, severity)).max();
    let (worst, note) = match of_file {
        Some(worst) => (
            worst,
            Note::new(
                "Filens navn ligner et CPR-nummer, som aldrig må offentliggøres; giv filen et andet navn",
                "The name of the file looks like a CPR number, which must never be published; give the file another name",
            ),
        ),
        None => (
            of_folder()?,
            Note::new(
                "Navnet på filens mappe ligner et CPR-nummer, som aldrig må offentliggøres; giv mappen et andet navn",
                "The name of the file's folder looks like a CPR number, which must never be published; give the folder another name",
            ),
        ),
    };
    Some(finding(rule, worst, TextRange::empty(TextSize::new(0)), note))
}

/// The worst of a CPR number in `name`, which stands alone.
fn worst_in_name(engine: &Engine, name: &str, rule: &'static Rule, severity: Severity) -> Option<Severity> {
    // Hardly any name has so many digits.
    if Secrets::of(name).is_empty() {
        return None;
    }
    let suspected = || alone::is_suspected(name).then_some(Severity::Hint);
    worst_inside(engine, name, rule, severity).or_else(suspected)
}
