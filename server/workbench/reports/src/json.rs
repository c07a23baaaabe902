//! The report for programs: one JSON document, one line for each file.

use rules::lint::{Applicability, Diagnostic, Fix, Severity};
use rules::minutes::Stage;
use rules::privacy::{Quoted, Shown, printable, shown};
use serde::Serialize;
use workbench::lang::Lang;
use workbench::named::Items;

use super::place::{Places, Span};
use super::source::with_place;
use super::{Checked, Tally};

/// What stands before the first file.
pub(super) const OPENING: &str = "{\"version\":1,\"files\":[\n";

/// What stands between two files.
pub(super) const BETWEEN: &str = ",\n";

#[derive(Serialize)]
struct File<'a> {
    path: &'a str,
    style: &'a str,
    stage: Stage,
    diagnostics: Vec<Finding>,
}

/// One finding, with what must not be shown already hidden.
#[derive(Serialize)]
pub(super) struct Finding {
    pub(super) rule: &'static str,
    pub(super) severity: Severity,
    pub(super) message: Shown,
    /// Where it stands in the document that the text was taken out of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) source: Option<documents::Place>,
    pub(super) range: Span,
    pub(super) item: Option<Shown>,
    pub(super) fingerprint: String,
    pub(super) related: Vec<Related>,
    pub(super) fixes: Vec<Remedy>,
}

impl Finding {
    /// The message, and where the finding stands in its document, for formats that have no field for it.
    pub(super) fn told(&self, lang: Lang) -> Shown {
        with_place(&self.message, self.source.as_ref(), lang)
    }
}

/// Another place that explains it.
#[derive(Serialize)]
pub(super) struct Related {
    pub(super) range: Span,
    pub(super) message: Shown,
}

/// What may be done about it.
#[derive(Serialize)]
pub(super) struct Remedy {
    pub(super) title: Shown,
    pub(super) applicability: Applicability,
    pub(super) edits: Vec<Replacement>,
}

/// One edit; bytes from the start.
#[derive(Serialize)]
pub(super) struct Replacement {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) text: String,
}

/// The part of one file.
pub(super) fn file(checked: &Checked<'_>, lang: Lang) -> String {
    let context = checked.document.context();
    let file = File {
        path: checked.path,
        style: &context.house.name,
        stage: context.stage,
        diagnostics: findings(checked, lang),
    };
    text_of(&file)
}

/// What stands after the last file.
pub(super) fn closing(tally: &Tally) -> String {
    format!("\n],\"unread\":{},\"summary\":{}}}\n", text_of(&tally.not_read), text_of(tally))
}

/// The findings of one file.
pub(super) fn findings(checked: &Checked<'_>, lang: Lang) -> Vec<Finding> {
    let mask = checked.document.mask(checked.diagnostics);
    let items = Items::new(checked.document);
    let mut places = Places::new(checked.document);
    // Related places jump back and forth, so they count from each other and not from the findings.
    let mut related_places = Places::new(checked.document);
    let finding = |(diagnostic, fingerprint): (&Diagnostic, &String)| {
        let item = items.at(diagnostic.range.start());
        let quoted = mask.about(diagnostic);
        let words = |words: &str| quoted.shown(words);
        Finding {
            rule: diagnostic.rule.name,
            severity: diagnostic.severity,
            message: words(lang.note(&diagnostic.note)),
            source: super::source::place(checked, diagnostic.range.start()),
            range: places.span(diagnostic.range),
            item: item.number.map(shown),
            fingerprint: fingerprint.clone(),
            related: diagnostic
                .related
                .iter()
                .map(|other| Related {
                    range: related_places.span(other.range),
                    message: words(lang.note(&other.note)),
                })
                .collect(),
            fixes: diagnostic.fixes.iter().filter_map(|fix| remedy(fix, &quoted, lang)).collect(),
        }
    };
    checked.diagnostics.iter().zip(checked.fingerprints).map(finding).collect()
}

/// The fix, unless it would write what must not be shown.
fn remedy(fix: &Fix, quoted: &Quoted, lang: Lang) -> Option<Remedy> {
    if fix.edits.iter().any(|edit| quoted.forbids(edit.text())) {
        return None;
    }
    let edits = fix.edits.iter().map(|edit| {
        let range = edit.range();
        Replacement { start: range.start().into(), end: range.end().into(), text: edit.text().to_owned() }
    });
    Some(Remedy {
        title: quoted.shown(lang.note(&fix.title)),
        applicability: fix.applicability,
        edits: edits.collect(),
    })
}

/// `value` on one line.
pub(super) fn text_of(value: &impl Serialize) -> String {
    let text =
        serde_json::to_string(value).expect("plain structs with text keys can always be written as JSON");
    unchanging(text)
}

/// `json` without signs that could rewrite the terminal it is shown on: they are written by their number, which a reader of
/// JSON takes for the same.
pub fn unchanging(json: String) -> String {
    let changes = |c: char| !c.is_ascii() && printable(c) != c;
    if !json.contains(changes) {
        return json;
    }
    json.chars()
        .map(|c| if changes(c) { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() })
        .collect()
}
