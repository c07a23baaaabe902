//! What a writer is told of closed matter that the outline does not read as such.

use super::lines::Line;
use super::{Passages, Reading, behind_title, lines, reach, says_little, unexplained};
use crate::closed_signs::{attachment_behind_mark, heads_attachments, is_of_attachment, is_possible};
use minutes::Placed;
use syntax::Class;
use text::{TextRange, TextSize};

/// What is closed though no heading says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// A line that says it, and nothing says of what.
    Line,
    /// An item, by what another line says of it.
    Item,
    /// A passage of an open item.
    Passage,
    /// A line that may head another item, or belong to the closed one above.
    Heading,
}

/// A place that a writer must look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// The line, the heading of the item, or the first line of the passage.
    pub place: TextRange,
    /// What is closed.
    pub matter: Matter,
    /// Can nothing else be meant?
    pub is_sure: bool,
}

/// Those of `document`, in its order.
pub fn told(document: Reading<'_>) -> Vec<Told> {
    let (text, minutes) = (document.text(), document.minutes());
    let lines = lines(document);
    if !lines.iter().any(|line| line.bears_on_closed() || may_say(line)) {
        return Vec::new();
    }
    let passages = Passages::of(document, &lines);
    let reach = reach(document, &lines, &passages, &|_| false);
    let marks = unexplained(document, &lines, &reach, &passages).into_iter();
    let mut told: Vec<Told> = marks
        .filter(|mark| !is_of_attachment(&text[mark.place]) || is_marked_attachment(&text[mark.place]))
        .map(|mark| Told { place: mark.place, matter: Matter::Line, is_sure: mark.is_surely_told() })
        .collect();
    let first = minutes.items().next().map(|placed| placed.start);
    let by_lines = reach
        .places
        .iter()
        .filter(|place| place.item.is_none() && first.is_some_and(|first| first < place.start));
    told.extend(by_lines.filter(|place| says_something(&lines, place.start, place.under.end())).filter_map(
        |place| {
            let line = lines.iter().find(|line| line.start == place.start)?;
            Some(Told { place: line.place(), matter: Matter::Passage, is_sure: true })
        },
    ));
    told.extend(reach.doubts.iter().map(|place| Told {
        place: *place,
        matter: Matter::Heading,
        is_sure: false,
    }));
    let by_others =
        minutes.items().enumerate().filter(|(at, placed)| !placed.item.closed && reach.closed[*at]);
    told.extend(
        by_others
            .filter(|(_, placed)| {
                let below = says_something(&lines, placed.start, placed.range().end());
                below || tells_in_row(document, placed)
            })
            .map(|(_, placed)| Told {
                place: placed.item.heading + placed.start,
                matter: Matter::Item,
                is_sure: true,
            }),
    );
    let first_line = |passage: TextRange| {
        let inside =
            |line: &&Line<'_>| line.place().start() < passage.end() && passage.start() < line.place().end();
        let line = lines.iter().find(inside)?.place();
        line.intersect(passage).filter(|place| !reach.holds(*place))
    };
    told.extend(passages.all().filter_map(first_line).map(|place| Told {
        place,
        matter: Matter::Passage,
        is_sure: true,
    }));
    told.sort_by_key(|told| (told.place.start(), told.place.end()));
    told.dedup_by_key(|told| told.place.start());
    told
}

pub(super) fn may_say(line: &Line<'_>) -> bool {
    line.says.is_possible
        || line.written.is_possible
        || may_mark_attachment(line)
        || matches!(line.block.class, Class::Part { closed: true } | Class::Comment | Class::Code)
}

/// "Lukkede bilag", "Lukket bilag: Aftale Holm.pdf": does the line say it of attachments and of no item?
fn is_marked_attachment(line: &str) -> bool {
    heads_attachments(line) || attachment_behind_mark(line).is_some()
}

/// "Aftale Holm.pdf (lukket bilag)": marks of attachments close no item, and are looked for by themselves.
fn may_mark_attachment(line: &Line<'_>) -> bool {
    line.says.may_be && (line.words.ends_with([')', ']']) || line.words.contains("ilag"))
}

/// Does a row of a table tell something behind the title of its item, but for the mark and an outcome?
fn tells_in_row(document: Reading<'_>, placed: &Placed<'_>) -> bool {
    let Some(title) = placed.item.title.filter(|title| title.end() < placed.item.heading.end()) else {
        return false;
    };
    let behind = &document.text()[TextRange::new(title.end(), placed.item.heading.end()) + placed.start];
    behind.contains(['|', '\t'])
        && behind_title(behind).any(|(_, cell)| !says_little(cell) && !is_possible(cell))
}

/// Does a line under the heading say something, from `start` to `end`?
fn says_something(lines: &[Line<'_>], start: TextSize, end: TextSize) -> bool {
    let below = lines.iter().filter(|line| start < line.start && line.start < end && line.heads.is_none());
    below.into_iter().any(|line| !line.is_silent() && !line.says.is_possible)
}
