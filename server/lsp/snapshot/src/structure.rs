//! What an item still lacks: sections of the house, and decisions of its at-points.

mod now;

use rules::house::HouseSection;
use rules::lint::Diagnostic;
use rules::minutes::{Content, Placed, Point, Section};
use rules::syntax::SectionKind;
use rules::text::{TextRange, TextSize, is_space};

use super::document::Snapshot;
pub use now::answered_now;

/// A section that an item lacks, and where it belongs.
pub struct Missing<'a> {
    /// The section of the house.
    pub section: &'a HouseSection,
    /// Where its heading belongs, in bytes of the document.
    pub at: TextSize,
    /// Must the item have it?
    pub required: bool,
}

/// The rule about sections that an item lacks: where anything stands under an item, it alone says which are required.
const REQUIRED: &str = "structure/required-section";

/// The sections of the house that the item lacks, in the order of the house.
pub fn missing<'a>(snapshot: &'a Snapshot, placed: Placed<'_>) -> Vec<Missing<'a>> {
    let context = snapshot.document.context();
    let house = &context.house;
    let title = placed.item.title.map_or("", |title| &snapshot.text()[title + placed.start]);
    let is_written = is_written(snapshot, placed);
    let heading = placed.item.heading + placed.start;
    let rule = rules::catalog::rule(REQUIRED);
    let told: Vec<Diagnostic> = rule.map(|rule| snapshot.document.found_by(rule)).unwrap_or_default();
    let told: Vec<&Diagnostic> = told.iter().filter(|found| found.range == heading).collect();
    let has = |wanted: &HouseSection| {
        placed.item.sections.iter().any(|section| match section.title {
            Some(title) => wanted.titles.contains(&title),
            None => section.kind == wanted.kind && section.kind == SectionKind::Decision,
        })
    };
    let place_of = |section: &Section| section.title.and_then(|title| house.section(title)).map(|(at, _)| at);
    let mut found = Vec::new();
    for (order, section) in house.sections.iter().enumerate().filter(|(_, section)| !has(section)) {
        let next = placed.item.sections.iter().find(|s| place_of(s).is_some_and(|at| at > order));
        let end = trimmed(snapshot.text(), placed.range()).end();
        let at = next.map_or(end, |next| line_start(snapshot.text(), next.heading.start() + placed.start));
        let required = if is_written {
            told.iter().any(|found| found.sections.contains(&order))
        } else {
            section.is_due(context.stage) && !house.exempts(title) && !section.spares(title)
        };
        found.push(Missing { section, at, required });
    }
    found
}

/// Does anything stand under the item's heading, or is it closed? Else it is the writer's next task, and no rule speaks of it.
fn is_written(snapshot: &Snapshot, placed: Placed<'_>) -> bool {
    let below = TextRange::new(placed.item.heading.end() + placed.start, placed.range().end());
    placed.item.closed || !placed.item.sections.is_empty() || !snapshot.text()[below].trim().is_empty()
}

/// The heading to write for `section`: a decision's names body and date where the house does.
pub fn heading(snapshot: &Snapshot, section: &HouseSection) -> String {
    let context = snapshot.document.context();
    if section.kind != SectionKind::Decision {
        return section.name.clone();
    }
    let template = &context.house.decisions.heading;
    match (&context.meeting.committee, context.meeting.date) {
        (Some(body), Some(date)) => {
            let date = format!("{:02}-{:02}-{}", date.day(), date.month(), date.year());
            template.replace("{body}", body).replace("{date}", &date)
        }
        _ if template.contains('{') => section.name.clone(),
        _ => template.clone(),
    }
}

/// Does the last point of a list look like the heading of the next item: a blank line above it, a number, a capital, and
/// no "at" where the first point has one?
pub fn looks_like_heading(text: &str, placed: Placed<'_>, point: &Point) -> bool {
    let words = |point: &Point| &text[point.text + placed.start];
    let start = line_start(text, point.text.start() + placed.start);
    let above = text[..start.into()].trim_end_matches(is_space);
    let above = above.strip_suffix('\n').map(|above| above.strip_suffix('\r').unwrap_or(above));
    let stands_alone = above.is_some_and(|above| above.trim_end_matches(is_space).ends_with(['\n', '\r']));
    let first = placed.item.points().next();
    point.number.is_some()
        && stands_alone
        && words(point).starts_with(char::is_uppercase)
        && !words(point).starts_with("At ")
        && first.is_some_and(|first| words(first).starts_with("at "))
}

/// The start of the line that `at` lies on.
pub fn line_start(text: &str, at: TextSize) -> TextSize {
    let before = &text[..usize::from(at)];
    rules::text::size(&before[..before.rfind(['\n', '\r']).map_or(0, |end| end + 1)])
}

/// The heading of the decision under which nothing stands yet, in bytes of the document, of an item without at-points.
pub fn empty_decision(text: &str, placed: &Placed<'_>) -> Option<TextRange> {
    let item = placed.item;
    let decides = |section: &&Section| matches!(section.content, Content::Decision(_)) && !section.history;
    let section = item.sections.iter().find(decides).filter(|_| item.points().next().is_none())?;
    text[section.body + placed.start].trim().is_empty().then(|| section.heading + placed.start)
}

/// `place` without the blank lines at its end, so that it ends before the line of the next heading.
pub fn trimmed(text: &str, place: TextRange) -> TextRange {
    let kept = text[place].trim_end_matches(|c| is_space(c) || c == '\n' || c == '\r');
    TextRange::at(place.start(), TextSize::of(kept))
}
