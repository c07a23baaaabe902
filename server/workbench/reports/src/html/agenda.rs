//! The outline of a document: its items, and what was decided.

use std::fmt::Write;

use rules::confidential::closure::Standing;
use rules::document::Document;
use rules::lint::{Diagnostic, Severity};
use rules::minutes::{Placed, Stage};
use rules::privacy::{Mask, shown};
use workbench::lang::Lang;

use super::parts::{capital, danish, look};
use crate::markup::escaped;
use crate::words::{outcome_word, severity};

/// The findings of the head (`None`) or of an item, by its place among the items.
pub(super) struct Group<'a> {
    /// Which item.
    pub(super) item: Option<usize>,
    /// The findings, in the order of the text.
    pub(super) findings: Vec<&'a Diagnostic>,
}

/// The findings of `document`, item by item.
pub(super) fn groups<'a>(document: &Document, findings: &'a [Diagnostic]) -> Vec<Group<'a>> {
    let starts: Vec<_> = document.minutes().items().map(|placed| placed.start).collect();
    let mut groups: Vec<Group<'_>> = Vec::new();
    for finding in findings {
        let item = starts.partition_point(|start| *start <= finding.range.start()).checked_sub(1);
        match groups.last_mut() {
            Some(last) if last.item == item => last.findings.push(finding),
            _ => groups.push(Group { item, findings: vec![finding] }),
        }
    }
    groups
}

/// Writes the outline of one document.
pub(super) struct Agenda<'a> {
    /// The document.
    pub(super) document: &'a Document,
    /// What must not be shown of it.
    pub(super) mask: &'a Mask<'a>,
    /// What its places on the page begin with.
    pub(super) anchor: &'a str,
    /// The language.
    pub(super) lang: Lang,
}

impl Agenda<'_> {
    /// The list of items.
    pub(super) fn list(&self, groups: &[Group<'_>]) -> String {
        let mut list = String::new();
        let standings = self.document.standings();
        for (at, (placed, standing)) in self.document.minutes().items().zip(standings).enumerate() {
            let group = groups.iter().find(|group| group.item == Some(at));
            list.push_str(&self.row((&placed, standing), group));
        }
        if list.is_empty() {
            let nothing =
                self.lang.pick("Ingen punkter er fundet i teksten.", "No items are found in the text.");
            return format!("<p class=\"quiet\">{nothing}</p>\n");
        }
        format!("<ol class=\"items\">\n{list}</ol>\n")
    }

    /// Number and title of an item. The number names the item in every report, so it is shown even where all of the
    /// heading is a finding about privacy.
    pub(super) fn name(&self, placed: &Placed<'_>) -> (String, String) {
        let number = placed.item.number.map(|(_, range)| &self.document.text()[range + placed.start]);
        let title = placed.item.title.map(|range| self.mask.excerpt(range + placed.start));
        let untitled = || self.lang.pick("(uden titel)", "(no title)").to_owned();
        (
            escaped(&shown(number.unwrap_or_default())),
            title.map_or_else(untitled, |title| escaped(&title.trimmed())),
        )
    }

    /// The name of the place where the findings of an item are shown.
    pub(super) fn place(&self, item: Option<usize>) -> String {
        match item {
            Some(at) => format!("{}-{}", self.anchor, at + 1),
            None => format!("{}-0", self.anchor),
        }
    }

    fn row(&self, (placed, standing): (&Placed<'_>, Standing), group: Option<&Group<'_>>) -> String {
        let (number, title) = self.name(placed);
        let danish = danish(self.lang);
        let mut row = format!(
            "<li><span class=\"number\">{number}</span> <span class=\"title\"><span{danish}>{title}</span>"
        );
        let closed = self.lang.pick("lukket", "closed");
        if standing.is_closed() && !title.to_lowercase().contains(closed) {
            let _ = write!(row, " <span class=\"closed\">{closed}</span>");
        }
        row.push_str("</span>");
        let _ = write!(row, " <span class=\"outcome\">{}</span>", self.outcome(placed));
        if let Some(group) = group {
            let _ = write!(row, " {}", self.link(group));
        }
        row + "</li>\n"
    }

    /// What was decided here; what earlier meetings decided is not.
    fn outcome(&self, placed: &Placed<'_>) -> String {
        let mut words: Vec<&str> = Vec::new();
        let decisions = placed.item.decisions().filter(|(section, _)| !section.history);
        for outcome in decisions.flat_map(|(_, decision)| decision.outcomes()) {
            words.extend(outcome_word(outcome, self.lang).filter(|word| !words.contains(word)));
        }
        match (words.is_empty(), self.document.context().stage) {
            (false, _) => capital(&words.join(", ")),
            (true, Stage::Agenda) => String::new(),
            (true, Stage::Minutes) => {
                let none = self.lang.pick("ingen kendt beslutning", "no known decision");
                format!("<span class=\"none\" title=\"{none}\" role=\"img\" aria-label=\"{none}\">–</span>")
            }
        }
    }

    /// "▲ 2", which leads to the findings.
    fn link(&self, group: &Group<'_>) -> String {
        let n = group.findings.len();
        let worst = group.findings.iter().map(|finding| finding.severity).max().unwrap_or(Severity::Hint);
        let (class, sign) = look(worst);
        let words = match n {
            1 => severity(worst, self.lang).to_owned(),
            _ => format!(
                "{} {}",
                self.lang.pick("fund, det alvorligste:", "findings, the worst:"),
                severity(worst, self.lang)
            ),
        };
        format!(
            "<a class=\"count {class}\" href=\"#{}\"><span aria-hidden=\"true\">{sign}</span> {n} \
             <span class=\"spoken\">{words}</span></a>",
            self.place(group.item)
        )
    }
}
