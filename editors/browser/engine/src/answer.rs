//! What the page is told.

use rules::document::Document;
use rules::lint::{Applicability, Diagnostic, Fix, Note, Severity};
use rules::minutes::Item;
use rules::outline::Outline;
use rules::privacy::{Quoted, Shown, withheld};
use serde::Serialize;

use crate::offsets::Utf16;

/// A finding as the page shows it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Finding {
    from: usize,
    to: usize,
    line: u32,
    severity: Severity,
    rule: &'static str,
    summary: &'static str,
    message: Shown,
    fixes: Vec<Remedy>,
}

/// What may be done about a finding.
#[derive(Debug, Serialize)]
pub(crate) struct Remedy {
    title: Shown,
    safe: bool,
    changes: Vec<Replacement>,
}

/// A change in the text as it is, in UTF-16 units.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Replacement {
    from: usize,
    to: usize,
    insert: String,
}

/// How a document stands.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Standing {
    findings: Vec<Finding>,
    outline: Outline,
    style: String,
    style_title: String,
    stage: rules::minutes::Stage,
    /// What of it must not be published: "2 CPR-numre".
    withheld: Vec<String>,
    /// What each item of the outline comes to: "godkendt", or nothing.
    outcomes: Vec<String>,
}

/// The words in the writer's language, with what they quote hidden where it is private.
fn words(note: &Note, quoted: &Quoted, english: bool) -> Shown {
    quoted.shown(if english { &note.en } else { &note.da })
}

impl Standing {
    pub(crate) fn new(document: &Document, found: &[Diagnostic], english: bool) -> Self {
        let text = document.text();
        let mut units = Utf16::new(text);
        let mask = document.mask(found);
        // Findings come by place, so the text is walked through once.
        let findings = found
            .iter()
            .map(|diagnostic| finding(document, diagnostic, &mask.about(diagnostic), &mut units, english))
            .collect();
        let house = &document.context().house;
        Self {
            findings,
            outline: Outline::new(document),
            style: house.name.clone(),
            style_title: house.title.clone(),
            stage: document.context().stage,
            outcomes: document.minutes().items().map(|placed| outcome(placed.item, english)).collect(),
            withheld: withheld(found)
                .iter()
                .map(|note| if english { &note.en } else { &note.da }.to_string())
                .collect(),
        }
    }
}

/// What the last decision on `item` says.
fn outcome(item: &Item, english: bool) -> String {
    let outcomes = item.decisions().last().map(|(_, decision)| decision.outcomes()).unwrap_or_default();
    let words = outcomes.iter().map(|outcome| if english { outcome.words().1 } else { outcome.words().0 });
    words.collect::<Vec<_>>().join(", ")
}

fn finding(
    document: &Document,
    found: &Diagnostic,
    quoted: &Quoted,
    units: &mut Utf16<'_>,
    english: bool,
) -> Finding {
    let from = units.of(found.range.start().into());
    let to = units.of(found.range.end().into());
    let summary = found.rule.summary;
    Finding {
        from,
        to,
        line: document.lines().line_of(found.range.start()) + 1,
        severity: found.severity,
        rule: found.rule.name,
        summary: if english { summary.en } else { summary.da },
        message: words(&found.note, quoted, english),
        fixes: found.fixes.iter().map(|fix| remedy(document.text(), fix, quoted, english)).collect(),
    }
}

fn remedy(text: &str, fix: &Fix, quoted: &Quoted, english: bool) -> Remedy {
    let mut units = Utf16::new(text);
    let changes = fix.edits.iter().map(|edit| Replacement {
        from: units.of(edit.range().start().into()),
        to: units.of(edit.range().end().into()),
        insert: edit.text().to_owned(),
    });
    Remedy {
        title: words(&fix.title, quoted, english),
        safe: fix.applicability == Applicability::Safe,
        changes: changes.collect(),
    }
}
