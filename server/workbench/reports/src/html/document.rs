//! One document on the page: what it is, its outline and its findings.

use std::cmp::Reverse;

use rules::danish::date::write_long;
use rules::document::Document;
use rules::lint::{Diagnostic, Severity};
use rules::minutes::{Head, Placed, Stage};
use rules::privacy::{Mask, shown};
use rules::text::TextRange;
use workbench::lang::Lang;

use super::agenda::{Agenda, Group, groups};
use super::finding::Card;
use super::parts::{anchor, danish};
use super::verdict::verdict;
use crate::markup::escaped;
use crate::{Checked, Tally};

/// The part of the page about one file.
pub(super) fn article(checked: &Checked<'_>, lang: Lang) -> String {
    let document = checked.document;
    let mask = document.mask(checked.diagnostics);
    let anchor = anchor(checked.path, document);
    let agenda = Agenda { document, mask: &mask, anchor: &anchor, lang };
    let groups = groups(document, checked.diagnostics);
    let heading = lang.pick("Dagsorden", "Agenda");
    format!(
        "<article aria-labelledby=\"{anchor}\">\n{}<h3>{heading}</h3>\n{}{}</article>\n",
        head(checked, &mask, &anchor, lang),
        agenda.list(&groups),
        findings(checked, &agenda, &groups, lang),
    )
}

fn head(checked: &Checked<'_>, mask: &Mask<'_>, anchor: &str, lang: Lang) -> String {
    let head = checked.document.minutes().head();
    let path = escaped(&shown(checked.path));
    let words = |range: TextRange| escaped(&mask.excerpt(range).trimmed());
    let unknown = lang.pick("Ukendt udvalg", "Unknown committee").to_owned();
    let committee = head.committee.map_or(unknown, words);
    let facts = facts(checked.document, mask, lang).join("</li>\n<li>");
    let tally = Tally::of_file(checked.diagnostics, checked.held_back);
    let ((class, verdict), danish) = (verdict(checked.diagnostics, &tally, lang), danish(lang));
    let control = checked.control.map(|control| control.line(lang)).unwrap_or_default();
    format!(
        "<header>\n<p class=\"path\">{path}</p>\n<h2 id=\"{anchor}\"{danish}>{committee}</h2>\n\
         <ul class=\"facts\">\n<li>{facts}</li>\n</ul>\n<p class=\"{class}\">{verdict}</p>\n{control}</header>\n"
    )
}

/// Kind, day, place and house style.
fn facts(document: &Document, mask: &Mask<'_>, lang: Lang) -> Vec<String> {
    let head = document.minutes().head();
    let stage = match document.context().stage {
        Stage::Agenda => lang.pick("Dagsorden", "Agenda"),
        Stage::Minutes => lang.pick("Referat", "Minutes"),
    };
    let place = head.place.map(|range| escaped(&mask.excerpt(range).trimmed()));
    let style =
        format!("{} {}", lang.pick("husstil", "style"), escaped(&shown(&document.context().house.name)));
    let known = [day(head, lang), time(head, lang), place];
    std::iter::once(stage.to_owned()).chain(known.into_iter().flatten()).chain([style]).collect()
}

/// "22. marts 2022".
fn day(head: &Head, lang: Lang) -> Option<String> {
    let (_, date) = head.date?;
    let date = date?;
    if lang == Lang::Da {
        return Some(write_long(date));
    }
    let month = usize::from(date.month().unsigned_abs()).checked_sub(1)?;
    Some(format!("{} {} {}", date.day(), ENGLISH_MONTHS.get(month)?, date.year()))
}

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "kl. 9.00".
fn time(head: &Head, lang: Lang) -> Option<String> {
    let (_, time) = head.time?;
    let (hour, minute) = (time.hour(), time.minute());
    Some(lang.pick(format!("kl. {hour}.{minute:02}"), format!("{hour:02}:{minute:02}")))
}

/// The findings, item by item.
fn findings(checked: &Checked<'_>, agenda: &Agenda<'_>, groups: &[Group<'_>], lang: Lang) -> String {
    if groups.is_empty() {
        return String::new();
    }
    let items: Vec<_> = agenda.document.minutes().items().collect();
    let mut section =
        format!("<h3>{}</h3>\n", lang.pick("Fund, de værste først", "Findings, the worst first"));
    let mut groups: Vec<&Group<'_>> = groups.iter().collect();
    groups.sort_by_key(|group| Reverse(group.findings.iter().map(|found| harm(found)).max()));
    for group in groups {
        let (place, (danish, name)) = (agenda.place(group.item), heading(agenda, group, &items));
        section.push_str(&format!("<h4 id=\"{place}\" tabindex=\"-1\"{danish}>{name}</h4>\n"));
        section.push_str("<ul class=\"findings\">\n");
        let mut findings = group.findings.clone();
        findings.sort_by_key(|found| Reverse(harm(found)));
        for finding in findings {
            section.push_str(
                &Card { document: agenda.document, checked, mask: agenda.mask, finding, lang }.text(),
            );
        }
        section.push_str("</ul>\n");
    }
    section
}

/// How much harm it does: what must not be published before what is merely wrong.
fn harm(found: &Diagnostic) -> (bool, Severity) {
    (found.rule.group() == "privacy" && found.severity >= Severity::Warning, found.severity)
}

/// What stands above the findings of an item, and its language.
fn heading(agenda: &Agenda<'_>, group: &Group<'_>, items: &[Placed<'_>]) -> (&'static str, String) {
    let Some(placed) = group.item.and_then(|at| items.get(at)) else {
        return ("", agenda.lang.pick("Før første punkt", "Before the first item").to_owned());
    };
    let (number, title) = agenda.name(placed);
    let stop = if number.is_empty() { "" } else { ". " };
    (danish(agenda.lang), format!("{number}{stop}{title}"))
}
