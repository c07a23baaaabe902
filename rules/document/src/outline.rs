//! A meeting as a tree of plain values: what `referent outline` prints and what others read. Private numbers are hidden
//! in its words.

use jiff::civil::{Date, Time};
use serde::Serialize;

use crate::Document;
use crate::decisions::{outcomes_of, told};
use confidential::closure::Standing;
use facts::deciding::{begun, deciding};
use minutes::{Content, Decision, Item, Marker, Outcome, Placed, Section, Stage, Statement, listed_titles};
use privacy::{Mask, Shown, shown};
use segment::{Evidence, evidence};
use syntax::{SectionKind, decided};
use text::{TextRange, TextSize};

/// The meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outline {
    /// The house style.
    pub style: String,
    /// Agenda or minutes.
    pub stage: Stage,
    /// The body that meets.
    pub committee: Option<Shown>,
    /// "2020-09-14".
    pub date: Option<Date>,
    /// "17:30".
    pub time: Option<String>,
    /// Where.
    pub place: Option<Shown>,
    /// In the order of the text.
    pub items: Vec<OutlineItem>,
}

/// An item of the agenda. Lines count from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OutlineItem {
    /// As written.
    pub number: Option<Shown>,
    /// Without its number.
    pub title: Option<Shown>,
    /// The line of the heading.
    pub line: u32,
    /// The last line before the next item.
    pub end_line: u32,
    /// Behind closed doors?
    pub closed: bool,
    /// May it be: does a line of it, or about it, say what may mean that? It is left out where not.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub may_be_closed: bool,
    /// As written.
    pub case_number: Option<Shown>,
    /// In the order of the text.
    pub sections: Vec<OutlineSection>,
    /// In the order of the text.
    pub at_points: Vec<OutlinePoint>,
    /// In the order of the text.
    pub decisions: Vec<OutlineDecision>,
}

/// A line that could be the heading of an item.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Candidate {
    /// Counted from 1.
    pub line: u32,
    /// As read; empty for a line without one.
    pub number: String,
    /// The words of the line.
    pub text: Shown,
    /// What speaks for and against it.
    pub why: Vec<Reason>,
    /// Is it the heading of an item?
    #[serde(skip)]
    pub chosen: bool,
}

/// A sign, and how much it counts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reason {
    /// Its name: "number-follows".
    pub sign: String,
    /// Above 0 it speaks for an item.
    pub weight: f64,
}

/// Every line of `document` that could be the heading of an item, and why it is one or not; where it has no items, also the lines
/// without numbers that came near.
pub fn candidates(document: &Document) -> Vec<Candidate> {
    let (text, minutes) = (document.text(), document.minutes());
    let mask = document.mask(&[]);
    let mut starts = Vec::with_capacity(minutes.blocks().len());
    let mut at = TextSize::new(0);
    for block in minutes.blocks() {
        starts.push(at);
        at += block.len;
    }
    let read = |evidence: Evidence| {
        let (start, block) = (starts[evidence.block], &minutes.blocks()[evidence.block]);
        Candidate {
            line: document.lines().line_of(start) + 1,
            number: evidence.numbering.map_or(String::new(), |numbering| numbering.value.to_string()),
            text: mask.excerpt(block.line() + start).on_one_line(),
            why: evidence
                .signs
                .into_iter()
                .map(|(sign, weight)| Reason { sign, weight: (f64::from(weight) * 100.0).round() / 100.0 })
                .collect(),
            chosen: evidence.chosen,
        }
    };
    let vocabulary = document.engine().houses.vocabulary();
    evidence(text, minutes.blocks(), vocabulary).into_iter().map(read).collect()
}

/// A section of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OutlineSection {
    /// What it is about.
    pub kind: SectionKind,
    /// As written.
    pub heading: Shown,
    /// The line of the heading.
    pub line: u32,
}

/// An at-point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OutlinePoint {
    /// The place in its recommendation, from 1.
    pub index: u32,
    /// The line it begins on.
    pub line: u32,
    /// What stands before it.
    pub marker: Marker,
    /// Its words.
    pub text: Shown,
    /// Its parts under letters.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sub: Vec<OutlineSubPoint>,
}

/// A part of an at-point, under a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OutlineSubPoint {
    /// "2a".
    pub label: String,
    /// The line it begins on.
    pub line: u32,
    /// Its words.
    pub text: Shown,
}

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OutlineDecision {
    /// The line of the heading.
    pub line: u32,
    /// The body named in the heading.
    pub body: Option<Shown>,
    /// The day named in the heading.
    pub date: Option<Date>,
    /// Each once, in the order of the text.
    pub outcomes: Vec<Outcome>,
    /// The at-points that are answered by name, each once, rising.
    pub at_points: Vec<u32>,
}

impl Outline {
    /// The outline of `document`.
    pub fn new(document: &Document) -> Self {
        let mask = document.mask(&[]);
        let head = document.minutes().head();
        let headed = has_headings(document);
        let vocabulary = document.engine().houses.vocabulary();
        let listed = listed_titles(document.text(), document.minutes(), vocabulary);
        let words = |range: Option<TextRange>| range.map(|range| mask.excerpt(range));
        Self {
            style: document.context().house.name.clone(),
            stage: document.context().stage,
            committee: words(head.committee),
            date: head.date.and_then(|(_, day)| day),
            time: head.time.map(|(_, time)| clock(time)),
            place: words(head.place),
            items: document
                .minutes()
                .items()
                .zip(listed)
                .zip(document.standings())
                .map(|((placed, listed), standing)| {
                    let own = item(document, (&mask, headed), &placed);
                    let (closed, may_be_closed) = (standing.is_closed(), standing == Standing::Doubtful);
                    OutlineItem { title: words(listed).or(own.title), closed, may_be_closed, ..own }
                })
                .collect(),
        }
    }
}

fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

fn item(document: &Document, (mask, headed): (&Mask<'_>, bool), placed: &Placed<'_>) -> OutlineItem {
    let (item, start) = (placed.item, placed.start);
    let text = document.text();
    let words = |range: TextRange| mask.excerpt(range + start);
    let line = |offset: TextSize| document.lines().line_of(offset + start) + 1;
    let last = start + item.end;
    let open_line = last == text::size(text) && !text.ends_with(['\n', '\r']);
    let end_line = (document.lines().line_of(last) + u32::from(open_line)).max(line(item.heading.start()));
    let told = told(document, placed);
    // Where decisions have headings, a line without one is text, unless it is an outcome and nothing else in an item without
    // sections; who was elected is for the register alone.
    let alone = |decision: &Decision| {
        let own = |statement: &Statement| decided::is_outcome_line(&text[statement.range + start]);
        item.sections.is_empty() && decision.statements.iter().all(own)
    };
    let told = told.iter().filter(|own| !own.only_elects() && (!headed || alone(own)));
    OutlineItem {
        number: item.number.map(|(n, range)| match spells_number(&text[range + start]) {
            true => shown(&n.to_string()),
            false => words(range),
        }),
        title: item.title.map(|range| words(range).on_one_line()),
        line: line(item.heading.start()),
        end_line,
        closed: item.closed,
        may_be_closed: false,
        case_number: item.case_number.map(|(range, _)| words(range)),
        sections: item
            .sections
            .iter()
            .map(|s| OutlineSection {
                kind: s.kind,
                heading: words(s.heading),
                line: line(s.heading.start()),
            })
            .collect(),
        at_points: item
            .points()
            .map(|p| OutlinePoint {
                index: p.index,
                line: line(p.text.start()),
                marker: p.marker,
                text: words(p.text),
                sub: p
                    .lettered
                    .iter()
                    .map(|part| OutlineSubPoint {
                        label: format!("{}{}", p.number.map_or(p.index, |(number, _)| number), part.letter),
                        line: line(part.text.start()),
                        text: words(part.text),
                    })
                    .collect(),
            })
            .collect(),
        decisions: item
            .sections
            .iter()
            .filter_map(|s| match &s.content {
                Content::Decision(decision) => Some((decision, s.heading.start())),
                _ => None,
            })
            .chain(told.map(|decision| (decision, decision.start().unwrap_or_default())))
            .map(|(decision, at)| OutlineDecision {
                line: line(at),
                body: decision.body.map(words),
                date: decision.date.and_then(|(_, day)| day),
                outcomes: outcomes_of(document, placed, decision),
                at_points: answered(&document.text()[placed.range()], item, decision),
            })
            .collect(),
    }
}

/// The at-points that `decision` answers, each once, rising; a line that is begun and no more ("Ad 2.") answers none. `text` is that
/// of the item.
fn answered(text: &str, item: &Item, decision: &Decision) -> Vec<u32> {
    let begun = begun(text, decision);
    let mut points = decision.named_points();
    // Numbers in one column of a page and the answers in the next are answered all the same.
    if begun.is_empty() || deciding(text, item, decision).of_all().is_some() {
        return points;
    }
    points.retain(|point| !begun.iter().any(|begun| begun.points.contains(point)));
    points
}

/// Is a number written as a word: "Første punkt", and not with the letters of "iv."?
fn spells_number(number: &str) -> bool {
    let roman = number.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
    !roman
        && number.len() > 1
        && number.chars().all(char::is_alphabetic)
        && number.contains(char::is_lowercase)
}

/// Do the decisions of `document` stand under headings, in half of the items or more?
fn has_headings(document: &Document) -> bool {
    let headed = |section: &Section| section.kind == SectionKind::Decision && section.title.is_some();
    let items = document.minutes().items();
    let (n, all) = items
        .fold((0, 0), |(n, all), placed| (n + usize::from(placed.item.sections.iter().any(headed)), all + 1));
    n > 0 && n * 2 >= all
}
