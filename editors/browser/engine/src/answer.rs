//! What the page is told.

use rules::document::Document;
use rules::lint::{Applicability, Diagnostic, Fix, Note, Severity};
use rules::outline::{Outline, OutlineItem};
use rules::privacy::{Quoted, Shown, withheld};
use rules::text::TextSize;
use serde::Serialize;

use crate::offsets::Units;

/// A finding as the page shows it.
#[derive(Debug, PartialEq, Eq, Serialize)]
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
#[derive(Debug, PartialEq, Eq, Serialize)]
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
    style: String,
    style_title: String,
    stage: rules::minutes::Stage,
    /// What of it must not be published: "2 CPR-numre".
    withheld: Vec<String>,
    #[serde(skip)]
    extent: Extent,
}

/// The items of a document.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Items {
    outline: Outline,
    /// What each item of the outline comes to: "lukket · godkendt", or nothing.
    summaries: Vec<String>,
}

impl Items {
    pub(crate) fn new(document: &Document, english: bool) -> Self {
        let outline = Outline::new(document);
        let summaries = outline.items.iter().map(|item| summary(item, english)).collect();
        Self { outline, summaries }
    }
}

/// How long a text is.
#[derive(Clone, Copy, Debug)]
struct Extent {
    units: usize,
    lines: u32,
}

/// What is another than it was: findings between those before and those behind an edit, which have only moved.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct News<'s> {
    /// How many findings from the first on are the same.
    kept: usize,
    /// How many findings up to the last have moved,
    moved: usize,
    /// by so many units of the text
    units: i64,
    /// and so many lines.
    lines: i64,
    /// What stands between them.
    findings: &'s [Finding],
    style: &'s str,
    style_title: &'s str,
    stage: rules::minutes::Stage,
    withheld: &'s [String],
}

/// The words in the writer's language, with what they quote hidden where it is private.
fn words(note: &Note, quoted: &Quoted, english: bool) -> Shown {
    quoted.shown(if english { &note.en } else { &note.da })
}

impl Standing {
    pub(crate) fn new(document: &Document, units: &Units, found: &[Diagnostic], english: bool) -> Self {
        let mask = document.mask(found);
        let findings = found
            .iter()
            .map(|diagnostic| finding(document, diagnostic, &mask.about(diagnostic), units, english))
            .collect();
        let house = &document.context().house;
        Self {
            findings,
            style: house.name.clone(),
            style_title: house.title.clone(),
            stage: document.context().stage,
            withheld: withheld(found)
                .iter()
                .map(|note| if english { &note.en } else { &note.da }.to_string())
                .collect(),
            extent: Extent {
                units: units.all(),
                lines: document.lines().line_of(TextSize::of(document.text())),
            },
        }
    }

    /// What is another than it was in `old`.
    pub(crate) fn since(&self, old: &Self) -> News<'_> {
        let units = self.extent.units as i64 - old.extent.units as i64;
        let lines = i64::from(self.extent.lines) - i64::from(old.extent.lines);
        let (new, former) = (&self.findings, &old.findings);
        let kept = new.iter().zip(former).take_while(|(new, former)| new == former).count();
        let most = new.len().min(former.len()) - kept;
        let pairs = new.iter().rev().zip(former.iter().rev()).take(most);
        let moved = pairs.take_while(|(new, former)| new.is_moved(former, units, lines)).count();
        News {
            kept,
            moved,
            units,
            lines,
            findings: &new[kept..new.len() - moved],
            style: &self.style,
            style_title: &self.style_title,
            stage: self.stage,
            withheld: &self.withheld,
        }
    }
}

impl Finding {
    /// Is it `former` after a move by `units` and `lines`?
    fn is_moved(&self, former: &Self, units: i64, lines: i64) -> bool {
        let offset = |new: usize, old: usize| new as i64 == old as i64 + units;
        let change = |(new, old): (&Replacement, &Replacement)| {
            offset(new.from, old.from) && offset(new.to, old.to) && new.insert == old.insert
        };
        let fix = |(new, old): (&Remedy, &Remedy)| {
            (&new.title, new.safe, new.changes.len()) == (&old.title, old.safe, old.changes.len())
                && new.changes.iter().zip(&old.changes).all(change)
        };
        let said = |finding: &Self| (finding.severity, finding.rule, finding.fixes.len());
        said(self) == said(former)
            && offset(self.from, former.from)
            && offset(self.to, former.to)
            && i64::from(self.line) == i64::from(former.line) + lines
            && self.message == former.message
            && self.fixes.iter().zip(&former.fixes).all(fix)
    }
}

/// "lukket · godkendt": whether `item` is behind closed doors, and what the last decision on it comes to.
fn summary(item: &OutlineItem, english: bool) -> String {
    let pick =
        |(danish, english_words): (&'static str, &'static str)| if english { english_words } else { danish };
    let closed = match (item.closed, item.may_be_closed) {
        (true, _) => pick(("lukket", "closed")),
        (_, true) => pick(("måske lukket", "may be closed")),
        _ => "",
    };
    let outcomes = item.decisions.last().map(|decision| decision.outcomes.as_slice()).unwrap_or_default();
    let decided = outcomes.iter().map(|outcome| pick(outcome.words())).collect::<Vec<_>>().join(", ");
    [closed, &decided].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn finding(
    document: &Document,
    found: &Diagnostic,
    quoted: &Quoted,
    units: &Units,
    english: bool,
) -> Finding {
    let from = units.of(document.text(), found.range.start().into());
    let to = units.of(document.text(), found.range.end().into());
    let summary = found.rule.summary;
    Finding {
        from,
        to,
        line: document.lines().line_of(found.range.start()) + 1,
        severity: found.severity,
        rule: found.rule.name,
        summary: if english { summary.en } else { summary.da },
        message: words(&found.note, quoted, english),
        fixes: found.fixes.iter().map(|fix| remedy(document.text(), units, fix, quoted, english)).collect(),
    }
}

fn remedy(text: &str, units: &Units, fix: &Fix, quoted: &Quoted, english: bool) -> Remedy {
    let changes = fix.edits.iter().map(|edit| Replacement {
        from: units.of(text, edit.range().start().into()),
        to: units.of(text, edit.range().end().into()),
        insert: edit.text().to_owned(),
    });
    Remedy {
        title: words(&fix.title, quoted, english),
        safe: fix.applicability == Applicability::Safe,
        changes: changes.collect(),
    }
}
