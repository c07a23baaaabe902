//! What the page is told.

use std::ops::Range;
use std::sync::Arc;

use rules::document::Document;
use rules::lint::{Diagnostic, Note};
use rules::minutes::Stage;
use rules::outline::{Outline, OutlineItem};
use rules::privacy::{Mask, withheld};
use rules::text::TextSize;
use serde::Serialize;

use crate::finding::Finding;
use crate::moved::{Extent, Moved, Touched};
use crate::offsets::Units;

/// How a document stands.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Standing {
    findings: Vec<Finding>,
    style: String,
    style_title: String,
    stage: Stage,
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

/// What is another than it was: findings between those before and those behind an edit, which have only moved.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct News<'s> {
    /// How many findings from the first on are the same,
    kept: usize,
    /// and how many up to the last.
    moved: usize,
    /// What of the text was edited, as it was before.
    from: usize,
    to: usize,
    /// What lies behind it moved by so many units
    units: i64,
    /// and so many lines.
    lines: i64,
    /// What stands between the findings that are the same.
    findings: &'s [Finding],
    style: &'s str,
    style_title: &'s str,
    stage: Stage,
    withheld: &'s [String],
}

/// A document, and what is found in it now.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Now<'n> {
    pub(crate) document: &'n Document,
    /// Where its places are in the page's units.
    pub(crate) units: &'n Units,
    pub(crate) found: &'n [Arc<Diagnostic>],
    pub(crate) english: bool,
}

impl Now<'_> {
    fn each(&self) -> impl Iterator<Item = &Diagnostic> + Clone {
        self.found.iter().map(|found| &**found)
    }

    fn extent(&self) -> Extent {
        let text = self.document.text();
        let lines = self.document.lines().line_of(TextSize::of(text));
        Extent { bytes: text.len(), units: self.units.all(), lines }
    }

    fn finding(&self, mask: &Mask<'_>, found: &Diagnostic) -> Finding {
        Finding::new(self.document, self.units, found, &mask.about(found), self.english)
    }

    /// What of it must not be published.
    fn withheld(&self) -> Vec<String> {
        let said = |note: &Note| if self.english { &note.en } else { &note.da }.to_string();
        withheld(self.each()).iter().map(said).collect()
    }
}

impl Standing {
    pub(crate) fn new(now: &Now<'_>) -> Self {
        let mask = now.document.mask_of(now.each());
        let house = &now.document.context().house;
        Self {
            findings: now.each().map(|found| now.finding(&mask, found)).collect(),
            style: house.name.clone(),
            style_title: house.title.clone(),
            stage: now.document.context().stage,
            withheld: now.withheld(),
            extent: now.extent(),
        }
    }

    /// Stands as the document does `now`, which edits have `touched`; gives what is another than it was.
    pub(crate) fn follow(&mut self, now: &Now<'_>, touched: Touched) -> News<'_> {
        let extent = now.extent();
        let moved = Moved::new(touched, now.document.text(), now.units, [self.extent, extent]);
        let mask = now.document.mask_of(now.each());
        let is_still = |(former, found): (&Finding, &Arc<Diagnostic>)| {
            former.is_still(found, &mask.about(found), &moved, now.english)
        };
        let (former, found) = (&self.findings, now.found);
        let kept = former.iter().zip(found).take_while(|pair| is_still(*pair)).count();
        let most = former.len().min(found.len()) - kept;
        let last = former.iter().rev().zip(found.iter().rev()).take(most);
        let n_last = last.take_while(|pair| is_still(*pair)).count();
        let made = kept..found.len() - n_last;
        let new: Vec<Finding> = found[made.clone()].iter().map(|found| now.finding(&mask, found)).collect();
        self.findings.splice(kept..self.findings.len() - n_last, new);
        for (at, (finding, found)) in self.findings.iter_mut().zip(found).enumerate() {
            if !made.contains(&at) {
                finding.follow(found, &moved);
            }
        }
        let house = &now.document.context().house;
        self.style.clone_from(&house.name);
        self.style_title.clone_from(&house.title);
        (self.stage, self.withheld, self.extent) = (now.document.context().stage, now.withheld(), extent);
        self.news(&moved, made, n_last)
    }

    fn news(&self, moved: &Moved, made: Range<usize>, n_last: usize) -> News<'_> {
        let (from, to) = moved.stretch();
        News {
            kept: made.start,
            moved: n_last,
            from,
            to,
            units: moved.units,
            lines: moved.lines,
            findings: &self.findings[made],
            style: &self.style,
            style_title: &self.style_title,
            stage: self.stage,
            withheld: &self.withheld,
        }
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
