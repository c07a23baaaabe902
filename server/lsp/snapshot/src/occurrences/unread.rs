//! What in the decisions of an item may name one of its points and cannot follow a new number.

use std::cell::RefCell;

use rules::document::Document;
use rules::minutes::{
    Counted, Named, StatementKind, Whose, item_references_where, unread as unread_in, whose,
};
use rules::text::{TextRange, range_of};

use super::{body, in_item, points};

/// Where decisions of the item at place `i` may name one of `moved`, the numbers of points, in words that nothing here
/// reads. Nobody gives these points other numbers before it is written another way.
pub fn unread(document: &Document, i: usize, moved: &[u32]) -> Vec<TextRange> {
    let Some(placed) = document.minutes().items().nth(i) else { return Vec::new() };
    let (text, start) = (document.text(), placed.start);
    let mut known: Vec<TextRange> =
        in_item(document, i).into_iter().filter(|o| !o.defines).map(|o| o.place).collect();
    known.extend(points::doubtful(document, placed));
    // The last point stays the last, whatever its number.
    known.extend(points::likely(document, i, placed).into_iter().map(|o| o.place));
    for (_, decision) in placed.item.decisions() {
        // A vote counts people, and what somebody says in quotation marks is left as it was said.
        let others = decision.statements.iter().filter(|statement| {
            matches!(statement.kind, StatementKind::Vote | StatementKind::Quoted | StatementKind::Attendance)
        });
        known.extend(others.map(|statement| statement.range + start));
        let sides = decision.votes.iter().flat_map(|vote| [&vote.aye, &vote.nay, &vote.abstain]);
        known.extend(sides.flatten().filter_map(|side| Some(side.count?.1 + start)));
    }
    let named = Named { points: moved, lettered: points::is_lettered(placed) };
    let lines = points::decided(placed).flat_map(|place| {
        let body = &text[place];
        body.lines().map(move |line| range_of(body, line) + place.start())
    });
    lines
        .filter_map(|line| {
            let inside = known.iter().filter_map(|place| Some(place.intersect(line)? - line.start()));
            let mut inside: Vec<TextRange> = inside.collect();
            inside.extend(foreign(document, line));
            Some(unread_in(&text[line], &inside, named)? + line.start())
        })
        .collect()
}

/// Numbers of items in `line` that are those of another meeting or paper, in bytes of the line.
fn foreign(document: &Document, line: TextRange) -> Vec<TextRange> {
    let (text, own) = (document.text(), body(document));
    let words = &text[line];
    let found = RefCell::new(Vec::new());
    item_references_where(words, own, &|reference| {
        if whose(text, reference.range + line.start(), Counted::Item, own) == Whose::Elsewhere {
            found.borrow_mut().push(reference.range);
        }
        false
    });
    found.into_inner()
}
