//! What a writer is told of closed matter that the outline does not read as such.

use super::lines::Line;
use super::{ClosedMatter, HeadingLine, Reading, says_little};
use crate::closed_signs::{attachment_behind_mark, heads_attachments, is_of_attachment, is_possible};
use lint::{Matter, Told};
use minutes::Placed;
use syntax::Class;
use text::{TextRange, TextSize};

/// What of `document`, with these `lines`, is told where this was `read` of it; in its order.
pub(super) fn told(document: Reading<'_>, lines: &[Line<'_>], read: &ClosedMatter) -> Vec<Told> {
    let (text, minutes, reach) = (document.text(), document.minutes(), &read.reach);
    let marks = read.unexplained.iter();
    let mut told: Vec<Told> = marks
        .filter(|mark| !is_of_attachment(&text[mark.place]) || is_marked_attachment(&text[mark.place]))
        .map(|mark| Told { place: mark.place, matter: Matter::Line, is_sure: mark.is_surely_told() })
        .collect();
    let first = minutes.items().next().map(|placed| placed.start);
    let by_lines = reach
        .places
        .iter()
        .filter(|place| place.item.is_none() && first.is_some_and(|first| first < place.start));
    let by_lines = by_lines.filter(|place| says_something(lines, place.start, place.under.end()));
    told.extend(by_lines.filter_map(|place| {
        let line = line_at(lines, place.start)?;
        Some(Told { place: line.place(), matter: Matter::Passage, is_sure: true })
    }));
    told.extend(reach.doubts.iter().map(|place| Told {
        place: *place,
        matter: Matter::Heading,
        is_sure: false,
    }));
    let by_others =
        minutes.items().enumerate().filter(|(at, placed)| !placed.item.closed && reach.closed[*at]);
    let by_others = by_others.filter(|(_, placed)| {
        let below = says_something(lines, placed.start, placed.range().end());
        below || tells_on_line(document, placed)
    });
    let below_closed =
        minutes.items().enumerate().filter(|(at, placed)| !placed.item.closed && !reach.closed[*at]).filter(
            |(_, placed)| {
                is_point_of_closed(document, read, placed) && tells_of_case(document, lines, placed)
            },
        );
    told.extend(by_others.chain(below_closed).map(|(_, placed)| Told {
        place: placed.item.heading + placed.start,
        matter: Matter::Item,
        is_sure: true,
    }));
    let first_line = |passage: TextRange| {
        let inside =
            |line: &&Line<'_>| line.place().start() < passage.end() && passage.start() < line.place().end();
        let line = lines[index_at(lines, passage.start())..].iter().find(inside)?.place();
        line.intersect(passage).filter(|place| !reach.holds(*place))
    };
    told.extend(read.passages.all().filter_map(first_line).map(|place| Told {
        place,
        matter: Matter::Passage,
        is_sure: true,
    }));
    told.sort_by_key(|told| (told.place.start(), told.place.end()));
    told.dedup_by_key(|told| told.place.start());
    told
}

/// "2.1. Rektor", "a) Pedel" below "2. Personalesager (Lukket)": is it read as an item, and a part of one that is closed?
fn is_point_of_closed(document: Reading<'_>, read: &ClosedMatter, placed: &Placed<'_>) -> bool {
    let text = document.text();
    let heading = placed.item.heading + placed.start;
    let behind = read.reach.places.partition_point(|place| place.start <= heading.start());
    let Some(place) = behind.checked_sub(1).map(|at| &read.reach.places[at]) else { return false };
    let Some(closed) = place.item.filter(|_| heading.end() <= place.under.end()) else { return false };
    let above = document.minutes().item(closed);
    let number = above.item.number.map(|(_, digits)| &text[digits + above.start]);
    let own = text[heading].trim_start_matches(['#', '*', '_', ' ']);
    let is_below = number
        .and_then(|number| own.strip_prefix(number)?.strip_prefix('.'))
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()));
    let mut letters = own.chars();
    let is_lettered =
        letters.next().is_some_and(char::is_alphabetic) && matches!(letters.next(), Some('.' | ')'));
    let in_doubt = |doubt: &TextRange| place.start < doubt.start() && doubt.start() <= heading.start();
    place.start < heading.start() && (is_below || is_lettered) && !read.reach.doubts.iter().any(in_doubt)
}

/// Does a line under the heading, or the heading itself, say what may not be published?
fn tells_of_case(document: Reading<'_>, lines: &[Line<'_>], placed: &Placed<'_>) -> bool {
    let from = lines.partition_point(|line| line.start <= placed.start);
    let below = lines[from..].iter().take_while(|line| line.start < placed.range().end());
    let says = |line: &Line<'_>| {
        let is_heading = matches!(line.block.class, Class::Section(_) | Class::Decision | Class::Label(_));
        line.heads.is_none() && !line.is_silent() && !is_heading && !says_little(line.words)
    };
    below.into_iter().any(says) || tells_on_line(document, placed)
}

/// The place in `lines` of the one that begins at `start`, or last before it.
fn index_at(lines: &[Line<'_>], start: TextSize) -> usize {
    lines.partition_point(|line| line.start <= start).saturating_sub(1)
}

/// The line that begins at `start`.
fn line_at<'l, 'd>(lines: &'l [Line<'d>], start: TextSize) -> Option<&'l Line<'d>> {
    lines.get(index_at(lines, start)).filter(|line| line.start == start)
}

/// "Lukkede bilag", "Lukket bilag: Aftale Holm.pdf": does the line say it of attachments and of no item?
fn is_marked_attachment(line: &str) -> bool {
    heads_attachments(line) || attachment_behind_mark(line).is_some()
}

/// Does the line of the heading tell something besides the title, the mark and an outcome?
fn tells_on_line(document: Reading<'_>, placed: &Placed<'_>) -> bool {
    let line = HeadingLine::of(&document.text()[placed.range()], placed.item);
    let told = line.and_then(|line| Some(&document.text()[line.reveals()?.1 + placed.start]));
    told.is_some_and(|told| !is_possible(told))
}

/// Does a line under the heading say something, from `start` to `end`?
fn says_something(lines: &[Line<'_>], start: TextSize, end: TextSize) -> bool {
    let from = lines.partition_point(|line| line.start <= start);
    let below = lines[from..].iter().take_while(|line| line.start < end);
    below.filter(|line| line.heads.is_none()).any(|line| !line.is_silent() && !line.says.is_possible)
}
