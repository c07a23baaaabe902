//! A house style learned from a municipality's own minutes: what they have in common, with the count that it rests on.
//!
//! [`Lessons`] takes in one document after the other and counts; [`Lessons::style`] writes what nearly all of them do
//! as a style in TOML that a secretary can read and mend. What only some do is left out, so that the next document is
//! held to nothing that its sisters were not.

mod order;
mod patterns;
mod written;

use std::collections::BTreeMap;

use self::patterns::{decision_heading, item_heading, labelled_date, labelled_place};
use crate::danish::clock::{Separator, times};
use crate::document::Document;
use crate::house::{House, form_name};
use crate::minutes::{Content, Item, Marker, Outcome, Placed, Section, StatementKind};
use crate::syntax::{CaseNumberForm, SectionKind};
use crate::text::trim;

/// How often each value was seen.
#[derive(Clone, Debug)]
struct Counts<T>(BTreeMap<T, usize>);

impl<T> Default for Counts<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T: Ord> Counts<T> {
    fn add(&mut self, value: T) {
        *self.0.entry(value).or_default() += 1;
    }

    fn total(&self) -> usize {
        self.0.values().sum()
    }

    /// The commonest value, and how often it was seen; of two the first in order.
    fn most(&self) -> Option<(&T, usize)> {
        let most = self.0.values().max()?;
        self.0.iter().find(|(_, n)| *n == most).map(|(value, n)| (value, *n))
    }
}

/// What is known of one section.
#[derive(Clone, Debug)]
struct Lesson {
    kind: SectionKind,
    /// In how many items it stands.
    items: usize,
    /// In how many of those something stands under it.
    filled: usize,
    /// Does it quote what earlier meetings decided?
    history: bool,
}

/// What documents of one house teach.
#[derive(Clone, Debug, Default)]
pub struct Lessons {
    documents: usize,
    /// Items that are cases: open, with a title and sections.
    cases: usize,
    sections: BTreeMap<String, Lesson>,
    /// The sections of each case, in their order.
    rows: Vec<Vec<String>>,
    forms: Counts<&'static str>,
    item_headings: Counts<String>,
    decision_headings: Counts<String>,
    dated: usize,
    markers: Counts<&'static str>,
    /// Points, and how many of them begin with a small "at".
    points: (usize, usize),
    /// Recommendations with a list, and how many of them say who recommends.
    lead_ins: (usize, usize),
    wordings: BTreeMap<Outcome, Counts<String>>,
    case_numbers: Counts<&'static str>,
    separators: Counts<char>,
    head: Counts<&'static str>,
    dates: Counts<String>,
    places: Counts<String>,
}

impl Lessons {
    /// Takes in `document`.
    pub fn add(&mut self, document: &Document) {
        let (text, minutes) = (document.text(), document.minutes());
        self.documents += 1;
        self.forms.add(form_name(minutes.form()));
        self.add_head(document);
        let general = document.engine().houses.general();
        for placed in minutes.items().filter(|placed| is_case(text, placed, general)) {
            self.cases += 1;
            let own = &text[placed.range()];
            let number = placed.item.case_number.and_then(|(_, form)| number_form(form));
            number.into_iter().for_each(|form| self.case_numbers.add(form));
            item_heading(own, placed.item).into_iter().for_each(|form| self.item_headings.add(form));
            self.add_sections(document, placed.item);
            self.add_points(own, placed.item);
            self.add_decisions(own, placed.item);
        }
        let prose = times(&text[usize::from(minutes.head().len)..]).filter(|time| time.kl.is_some());
        for separator in prose.filter_map(|time| time.minute.map(|_| time.separator)) {
            match separator {
                Separator::Stop => self.separators.add('.'),
                Separator::Colon => self.separators.add(':'),
                _ => {}
            }
        }
    }

    /// How many documents were taken in.
    pub fn documents(&self) -> usize {
        self.documents
    }

    /// How many of their items were cases, from which a style can be learned.
    pub fn cases(&self) -> usize {
        self.cases
    }

    fn add_head(&mut self, document: &Document) {
        let (text, head) = (document.text(), document.minutes().head());
        let said = [
            ("committee", head.committee.is_some()),
            ("date", head.date.is_some()),
            ("time", head.time.is_some()),
            ("place", head.place.is_some()),
            ("contents", head.contents_heading.is_some()),
        ];
        said.into_iter().filter(|(_, said)| *said).for_each(|(detail, _)| self.head.add(detail));
        labelled_date(text, head).into_iter().for_each(|line| self.dates.add(line));
        labelled_place(text, head).into_iter().for_each(|line| self.places.add(line));
    }

    fn add_sections(&mut self, document: &Document, item: &Item) {
        let vocabulary = document.engine().houses.vocabulary();
        let (mut seen, mut row): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        let mut past = false;
        for section in &item.sections {
            past |= section.history;
            let title = section.title.map(|id| vocabulary.title_of(id));
            let name = match title {
                Some(title) => title.name.trim_end_matches(':').to_owned(),
                None if section.kind == SectionKind::Decision => DECISION.to_owned(),
                None => continue,
            };
            if seen.contains(&name) {
                continue;
            }
            seen.push(name.clone());
            // Behind what earlier meetings said, sections keep an order of their own.
            if !past {
                row.push(name.clone());
            }
            let (kind, history) = (section.kind, section.history);
            let new = Lesson { kind, items: 0, filled: 0, history };
            let lesson = self.sections.entry(name).or_insert(new);
            lesson.items += 1;
            lesson.filled += usize::from(is_filled(section));
        }
        self.rows.push(row);
    }

    fn add_points(&mut self, text: &str, item: &Item) {
        for recommendation in item.recommendations().filter(|own| own.is_listed()) {
            self.lead_ins.0 += 1;
            self.lead_ins.1 += usize::from(recommendation.sender.is_some());
            for point in &recommendation.points {
                self.markers.add(marker_name(point.marker));
                self.points.0 += 1;
                self.points.1 += usize::from(text[point.text].starts_with("at "));
            }
        }
    }

    fn add_decisions(&mut self, text: &str, item: &Item) {
        for (section, decision) in item.decisions() {
            self.decision_headings.add(decision_heading(text, section, decision));
            self.dated += usize::from(decision.body.is_some() && decision.date.is_some());
            let [statement] = decision.statements.as_slice() else { continue };
            if let (StatementKind::Decided, [outcome]) = (statement.kind, decision.outcomes().as_slice()) {
                self.wordings.entry(*outcome).or_default().add(trim(&text[statement.range]).to_owned());
            }
        }
    }
}

/// The heading of a decision that names neither body nor day.
const DECISION: &str = "Beslutning";

/// An open item with a title and sections, of a kind that the general style holds to its sections.
fn is_case(text: &str, placed: &Placed<'_>, general: &House) -> bool {
    let title = placed.item.title.map(|title| &text[title + placed.start]);
    !placed.item.closed
        && !placed.item.sections.is_empty()
        && title.is_some_and(|title| !general.exempts(title))
}

fn is_filled(section: &Section) -> bool {
    !section.body.is_empty()
        && match &section.content {
            Content::Decision(decision) => !decision.statements.is_empty(),
            _ => !section.blocks.is_empty(),
        }
}

fn marker_name(marker: Marker) -> &'static str {
    match marker {
        Marker::Number => "number",
        Marker::Bullet => "bullet",
        Marker::Letter => "letter",
        Marker::None | Marker::Inline => "none",
    }
}

fn number_form(form: CaseNumberForm) -> Option<&'static str> {
    match form {
        CaseNumberForm::Kle => Some("kle"),
        CaseNumberForm::YearSlash => Some("year-slash"),
        CaseNumberForm::YearDash => Some("year-dash"),
        CaseNumberForm::Long => Some("long"),
        CaseNumberForm::Other => None,
    }
}
