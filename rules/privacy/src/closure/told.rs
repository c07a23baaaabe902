//! What a writer is told of closed matter that the outline does not read as such.

use super::lines::Line;
use super::{Passages, Reach, Reading, lines, unexplained};
use crate::closed_signs::{attachment_behind_mark, heads_attachments, is_of_attachment};
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
    if !lines.iter().any(may_say) {
        return Vec::new();
    }
    let passages = Passages::of(document, &lines);
    let reach = Reach::of_items(document, &lines, &passages);
    let marks = unexplained(document, &lines, &reach, &passages).into_iter();
    let mut told: Vec<Told> = marks
        .filter(|mark| !is_of_attachment(&text[mark.place]) || is_marked_attachment(&text[mark.place]))
        .map(|mark| {
            let is_sure = mark.is_sure && !mark.is_missed && !mark.is_of_place;
            Told { place: mark.place, matter: Matter::Line, is_sure }
        })
        .collect();
    let by_others =
        minutes.items().enumerate().filter(|(at, placed)| !placed.item.closed && reach.closed[*at]);
    told.extend(
        by_others.filter(|(_, placed)| says_something(&lines, placed.start, placed.range().end())).map(
            |(_, placed)| Told {
                place: placed.item.heading + placed.start,
                matter: Matter::Item,
                is_sure: true,
            },
        ),
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

fn may_say(line: &Line<'_>) -> bool {
    line.says.is_possible
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

/// Does a line under the heading say something, from `start` to `end`?
fn says_something(lines: &[Line<'_>], start: TextSize, end: TextSize) -> bool {
    let below = lines.iter().filter(|line| start < line.start && line.start < end && line.heads.is_none());
    below.into_iter().any(|line| !line.is_silent() && !line.says.is_possible)
}
