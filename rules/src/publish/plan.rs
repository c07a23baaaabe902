//! What is to be taken out of a document, and what keeps its copy from being given away.

use super::again::{Again, Gone};
use super::allowed::{Allowed, Refusal, Why};
use super::reading;
use super::shown::Shown;
use super::{Apart, ClosedItem, Kind, Withheld, closed, comments, definitions, private};
use crate::confidential::closed_signs::{is_possible, whole};
use crate::confidential::closure::{self, Line, Numbered, Passages, Place, Reach, Unexplained};
use crate::document::Document;
use crate::minutes::Placed;
use crate::text::edit::Edit;
use crate::text::{TextRange, TextSize};

/// A plan for a copy.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) withheld: Vec<Withheld>,
    pub(super) refusals: Vec<Refusal>,
    pub(super) overridden: Vec<Refusal>,
    pub(super) closed: Vec<TextRange>,
    /// For each item of the document: is it closed, or may it be, or has it a closed passage?
    pub(super) held: Vec<bool>,
    pub(super) items: Vec<ClosedItem>,
    pub(super) names: Vec<String>,
    pub(super) people: Vec<String>,
}

impl Plan {
    /// The plan for a copy of `document` where lines are `allowed`.
    pub(super) fn of(document: &Document, allowed: &Allowed) -> Self {
        let opens = |place: TextRange| allowed.names(line_of(document, place));
        let lines = document.lines_of_closed();
        let read = document.closed_matter();
        let opened = allowed.names_any().then(|| opened(document, &lines, &read.passages, &opens));
        let (reach, marks) =
            opened.as_ref().map_or((&read.reach, &read.unexplained), |(reach, marks)| (reach, marks));
        let passages = &read.passages;
        let mut withheld = Apart::default();
        for place in &reach.places {
            closed::withhold(document, place, &mut withheld);
        }
        for passage in passages.all() {
            let passage = closed::between_blanks(document.text(), passage);
            withheld.add(document, Edit::delete(passage), Kind::ClosedPassage);
        }
        entries(document, &lines, reach, &mut withheld);
        let mut plan = Self::default();
        plan.refuse(document, &lines, (reach, passages, marks), &mut withheld, allowed);
        let gone: Vec<TextRange> = withheld.all.iter().map(|withheld| withheld.edit.range()).collect();
        for definition in definitions::unused(document.text(), &gone) {
            withheld.add(document, Edit::delete(definition), Kind::ClosedText);
        }
        for comment in comments::comments(document) {
            let edit = match is_only_mark(document, reach, comment) {
                true => Edit::replace(comment, MARK),
                false => Edit::delete(comment),
            };
            withheld.add(document, edit, Kind::Comment);
        }
        for number in private::numbers(document) {
            withheld.add(document, private::hidden(document.text(), number), Kind::PrivateNumber);
        }
        plan.withheld = withheld.all;
        plan.withheld.sort_by_key(|withheld| withheld.edit.range().start());
        plan.closed =
            reach.places.iter().map(|place| TextRange::new(place.start, place.under.end())).collect();
        plan.held = held(document, reach, passages);
        plan.items = items(document, reach);
        plan
    }

    /// Gathers what keeps the copy from being given away; what stands again by itself goes too.
    fn refuse(
        &mut self,
        document: &Document,
        lines: &[Line<'_>],
        (reach, passages, marks): (&Reach, &Passages, &[Unexplained]),
        withheld: &mut Apart,
        allowed: &Allowed,
    ) {
        let shown = Shown::of(document);
        for place in &reach.doubts {
            let shows = shown.below(*place).into_iter().collect();
            self.add(Refusal { shows, ..refusal(document, *place, (Why::Heading, true)) }, allowed);
        }
        for found in marks {
            let refusal = refusal(document, found.place, (Why::Mark, found.is_sure));
            let shows = shown.by(found.place, &found.items);
            self.add(Refusal { items: found.items.clone(), shows, ..refusal }, allowed);
        }
        let gone = Gone::of(document, lines, reach, &withheld.all);
        self.names.clone_from(&gone.names);
        self.people.clone_from(&gone.people);
        let left = |place: TextRange| passages.left(document.text(), place).into_owned();
        for found in gone.again(lines, reach, &withheld.all, &left) {
            match found {
                Again::Line(place) => withheld.add(document, Edit::delete(place), Kind::ClosedText),
                Again::Within(place) => self.add(refusal(document, place, (Why::Repeated, true)), allowed),
                Again::Name(place) => self.add(refusal(document, place, (Why::Name, true)), allowed),
                Again::Figure(place) => self.add(refusal(document, place, (Why::Figure, true)), allowed),
            }
        }
    }

    fn add(&mut self, refusal: Refusal, allowed: &Allowed) {
        let list = if allowed.covers(&refusal) { &mut self.overridden } else { &mut self.refusals };
        list.push(refusal);
    }
}

/// What is closed where headings on lines that are allowed open again, and what speaks of closed matter outside of it.
fn opened(
    document: &Document,
    lines: &[Line<'_>],
    passages: &Passages,
    opens: &dyn Fn(TextRange) -> bool,
) -> (Reach, Vec<Unexplained>) {
    let reach = closure::reach(reading(document), lines, passages, opens);
    let marks = closure::unexplained(reading(document), lines, &reach, passages);
    (reach, marks)
}

/// Stands for a comment that alone said that its item is closed.
const MARK: &str = "(Lukket)";

/// Is `comment` the only sign on the heading of a closed item that it is one: "## 1. Grundsalg <!-- lukket -->"?
fn is_only_mark(document: &Document, reach: &Reach, comment: TextRange) -> bool {
    let heads = |place: &&Place| place.start < comment.start() && comment.end() < place.under.start();
    let Some(place) = reach.places.iter().filter(|place| place.item.is_some()).find(heads) else {
        return false;
    };
    let text = document.text();
    let before = &text[TextRange::new(place.start, comment.start())];
    let behind = &text[TextRange::new(comment.end(), place.under.start())];
    is_possible(&text[comment]) && !is_possible(before) && !is_possible(behind)
}

/// The rows of a table of contents that bear the number of a closed item and another title.
fn entries(document: &Document, lines: &[Line<'_>], reach: &Reach, withheld: &mut Apart) {
    let items: Vec<Placed<'_>> = document.minutes().items().collect();
    let first = items.first().map(|first| first.start);
    let said = Numbered::of(reading(document));
    for line in lines.iter().take_while(|line| first.is_some_and(|first| line.start < first)) {
        let Some(number) = line.number() else { continue };
        let numbered = || {
            items
                .iter()
                .zip(&reach.closed)
                .filter(|(placed, _)| placed.item.number.is_some_and(|(own, _)| own == number))
        };
        let is_closed = numbered().next().is_some() && numbered().all(|(_, closed)| *closed);
        let has_other_title = said.said_by(line, |_| true).next().is_none();
        // "Punkt 2 behandles for lukkede døre" is no row of the contents.
        let is_sentence = whole(line.words).is_some();
        if is_closed && has_other_title && !is_sentence && !reach.holds(line.place()) {
            closed::withhold_entry(document, line, withheld);
        }
    }
}

/// Which items of `document` are closed, or may be, by their own heading, by another line with their title or by what they stand
/// under, or have a closed passage.
fn held(document: &Document, reach: &Reach, passages: &Passages) -> Vec<bool> {
    let is_closed = |(i, placed): (usize, Placed<'_>)| {
        let heading = placed.item.heading + placed.start;
        placed.item.closed || reach.closed.get(i).is_some_and(|closed| *closed) || reach.holds(heading)
    };
    let mut held: Vec<bool> = document.minutes().items().enumerate().map(is_closed).collect();
    for place in passages.all() {
        if let Some(item) = document.minutes().item_at(place.start()) {
            held[item] = true;
        }
    }
    held
}

fn items(document: &Document, reach: &Reach) -> Vec<ClosedItem> {
    let of = |place: &Place| {
        let placed = document.minutes().item(place.item?);
        let number = placed.item.number.map(|(_, digits)| document.text()[digits + placed.start].to_owned());
        let title = closed::title_left(document, place).map(|title| document.text()[title].to_owned());
        let line = document.lines().line_of(placed.item.heading.start() + placed.start) + 1;
        Some(ClosedItem { number, title, line })
    };
    reach.places.iter().filter_map(of).collect()
}

fn line_of(document: &Document, place: TextRange) -> u32 {
    document.lines().line_of(place.start()) + 1
}

fn refusal(document: &Document, place: TextRange, (why, is_sure): (Why, bool)) -> Refusal {
    let words = document.text()[place].to_owned();
    Refusal { line: line_of(document, place), why, is_sure, words, items: Vec::new(), shows: Vec::new() }
}

/// What stands at `place` of the copy that `edits`, which are in order, make of the document, as a line of that.
pub(super) fn of_copy(document: &Document, edits: &[Edit], copy: &Document, place: TextRange) -> Refusal {
    let words = copy.text()[place].lines().next().unwrap_or_default();
    let line = document.lines().line_of(before(edits, place.start())) + 1;
    Refusal {
        line,
        why: Why::Left,
        is_sure: true,
        words: words.to_owned(),
        items: Vec::new(),
        shows: Vec::new(),
    }
}

/// Where what stands at `at` of the copy stood before the `edits`.
fn before(edits: &[Edit], at: TextSize) -> TextSize {
    let (mut copied, mut read) = (TextSize::new(0), TextSize::new(0));
    for edit in edits {
        let kept = edit.range().start() - read;
        if at < copied + kept {
            break;
        }
        copied += kept + TextSize::of(edit.text());
        read = edit.range().end();
        if at < copied {
            return edit.range().start();
        }
    }
    read + (at - copied)
}

#[cfg(test)]
mod tests {
    use super::before;
    use crate::text::edit::Edit;
    use crate::text::range;

    #[test]
    fn a_place_of_the_copy_is_found_again_in_the_document() {
        // "abc[defg]hij[kl]mn", of which the brackets were taken out and the second left "X".
        let edits = [Edit::delete(range(3, 7)), Edit::replace(range(10, 12), "X")];
        let found = |at: usize| usize::from(before(&edits, range(at, at).start()));
        assert_eq!([0, 2, 3, 5, 6, 7, 8].map(found), [0, 2, 7, 9, 10, 12, 13]);
    }
}
