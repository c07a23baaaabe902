//! A finding as the page shows it, and how it goes along with edits elsewhere.

use rules::document::Document;
use rules::lint::{Applicability, Diagnostic, Fix, Note, Severity};
use rules::privacy::{Quoted, Shown};
use rules::text::TextRange;
use serde::Serialize;

use crate::moved::{Moved, by};
use crate::offsets::Units;

/// A finding as the page shows it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Finding {
    #[serde(flatten)]
    place: Place,
    line: u32,
    severity: Severity,
    rule: &'static str,
    summary: &'static str,
    message: Shown,
    fixes: Vec<Remedy>,
    /// Are its words those of the rule, with nothing hidden in them?
    #[serde(skip)]
    plain: bool,
}

/// What may be done about a finding.
#[derive(Debug, Serialize)]
struct Remedy {
    title: Shown,
    safe: bool,
    changes: Vec<Replacement>,
}

/// A change in the text as it is.
#[derive(Debug, Serialize)]
struct Replacement {
    #[serde(flatten)]
    place: Place,
    insert: String,
}

/// Words of the text.
#[derive(Debug, Serialize)]
struct Place {
    /// In units of the page.
    from: usize,
    to: usize,
    #[serde(skip)]
    bytes: TextRange,
}

impl Place {
    fn new(text: &str, units: &Units, bytes: TextRange) -> Self {
        let [from, to] = [bytes.start(), bytes.end()].map(|at| units.of(text, at.into()));
        Self { from, to, bytes }
    }

    /// Goes where the text at it went, `now`; gives whether its start moved along.
    fn follow(&mut self, moved: &Moved, now: TextRange) -> bool {
        let (first, last) = moved.moves(self.bytes).unwrap_or_default();
        self.bytes = now;
        if first {
            self.from = by(self.from, moved.units);
        }
        if last {
            self.to = by(self.to, moved.units);
        }
        first
    }
}

impl Finding {
    /// What is said of `found` in `document`, whose places are counted in `units`; what it quotes is hidden where it is private.
    pub(crate) fn new(
        document: &Document,
        units: &Units,
        found: &Diagnostic,
        quoted: &Quoted,
        english: bool,
    ) -> Self {
        let text = document.text();
        let summary = found.rule.summary;
        let message = quoted.shown(words(&found.note, english));
        let remedy = |fix: &Fix| Remedy {
            title: quoted.shown(words(&fix.title, english)),
            safe: fix.applicability == Applicability::Safe,
            changes: fix
                .edits
                .iter()
                .map(|edit| Replacement {
                    place: Place::new(text, units, edit.range()),
                    insert: edit.text().to_owned(),
                })
                .collect(),
        };
        let fixes: Vec<Remedy> = found.fixes.iter().map(remedy).collect();
        let is_title = |(shown, fix): (&Remedy, &Fix)| *shown.title == *words(&fix.title, english);
        Self {
            place: Place::new(text, units, found.range),
            line: document.lines().line_of(found.range.start()) + 1,
            severity: found.severity,
            rule: found.rule.name,
            summary: if english { summary.en } else { summary.da },
            plain: quoted.hides_nothing()
                && *message == *words(&found.note, english)
                && fixes.iter().zip(&found.fixes).all(is_title),
            message,
            fixes,
        }
    }

    /// Is `found`, of which this is `quoted`, the same finding after the text has `moved`? Then the page need not be told.
    pub(crate) fn is_still(&self, found: &Diagnostic, quoted: &Quoted, moved: &Moved, english: bool) -> bool {
        let is_plain = self.plain && quoted.hides_nothing();
        let is_said = |own: &Shown, note: &Note| {
            let words = words(note, english);
            if is_plain { **own == *words } else { *own == quoted.shown(words) }
        };
        let remedy = |(own, fix): (&Remedy, &Fix)| {
            own.safe == (fix.applicability == Applicability::Safe)
                && own.changes.len() == fix.edits.len()
                && is_said(&own.title, &fix.title)
                && own.changes.iter().zip(&fix.edits).all(|(change, edit)| {
                    moved.leads(change.place.bytes, edit.range()) && change.insert == edit.text()
                })
        };
        (self.severity, self.rule, self.fixes.len()) == (found.severity, found.rule.name, found.fixes.len())
            && moved.leads(self.place.bytes, found.range)
            && is_said(&self.message, &found.note)
            && self.fixes.iter().zip(&found.fixes).all(remedy)
    }

    /// Goes where `found` stands, which is the same finding after the text has `moved`.
    pub(crate) fn follow(&mut self, found: &Diagnostic, moved: &Moved) {
        if self.place.follow(moved, found.range) {
            self.line = by(self.line as usize, moved.lines) as u32;
        }
        for (own, fix) in self.fixes.iter_mut().zip(&found.fixes) {
            for (change, edit) in own.changes.iter_mut().zip(&fix.edits) {
                change.place.follow(moved, edit.range());
            }
        }
    }
}

/// The words in the writer's language.
fn words(note: &Note, english: bool) -> &str {
    if english { &note.en } else { &note.da }
}
