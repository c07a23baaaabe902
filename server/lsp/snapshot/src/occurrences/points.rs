//! The at-points of an item, the decisions that answer them, and where else the item names them.

use rules::document::Document;
use rules::minutes::{
    Answer, Content, Counted, Marker, Naming, Placed, Recommendation, Section, Whose, is_led,
    item_references, letter_references, place_references, point_references, whose,
};
use rules::text::{TextRange, TextSize};

use super::{Crossing, Occurrence, Target, body, digits, ordinal, written};

/// The points of the item at place `i`, and all in the item that names them.
pub(super) fn within(
    document: &Document,
    i: usize,
    placed: Placed<'_>,
    crossing: &Crossing,
    found: &mut Vec<Occurrence>,
) {
    let lists = Lists::of(placed);
    if lists.0.is_empty() {
        return;
    }
    let (text, start) = (document.text(), placed.start);
    for (n, (_, recommendation)) in lists.0.iter().enumerate() {
        defined(text, start, (i, n), recommendation, found);
    }
    let mut named = numbered(document, placed);
    let answered = named.len();
    for reference in point_references(&text[placed.range()]) {
        let place = reference.range + start;
        let apart = |(answer, _): &(TextRange, _)| answer.intersect(place).is_none_or(TextRange::is_empty);
        if named[..answered].iter().all(apart)
            && whose(text, place, Counted::Point, body(document)) == Whose::Here
        {
            named.push((place, reference.points));
        }
    }
    named.extend(conditions(text, placed).into_iter().map(|(place, _, number)| (place, vec![number])));
    let written =
        |place: TextRange, point: u32| written(text, place, point).or_else(|| ordinal(text, place, point));
    let numbered = named.into_iter().flat_map(|(place, points)| {
        points.into_iter().map(move |point| (place, point, written(place, point)))
    });
    let lettered = lettered(document, placed).into_iter().flat_map(|(place, letters)| {
        letters.into_iter().map(move |(point, letter)| (place, point, Some(letter)))
    });
    for (place, point, number) in numbered.chain(lettered) {
        let Some(list) = lists.at(place.start() - start).filter(|_| !crossing.covers(place)) else {
            continue;
        };
        found.push(Occurrence { target: Target::Point(i, list, point), place, number, defines: false });
    }
}

/// What names points of the item by their places in the list: "sidste at-punkt". A reader is led there; no number follows.
pub(super) fn likely(document: &Document, i: usize, placed: Placed<'_>) -> Vec<Occurrence> {
    let (text, start) = (document.text(), placed.start);
    let lists = Lists::of(placed);
    let mut found = Vec::new();
    for (n, (_, recommendation)) in lists.0.iter().enumerate() {
        let names = recommendation.names();
        let n_points = u32::try_from(names.len()).unwrap_or(u32::MAX);
        for reference in place_references(&text[placed.range()], n_points) {
            let place = reference.range + start;
            let is_own = lists.at(reference.range.start()) == Some(n)
                && whose(text, place, Counted::Point, body(document)) == Whose::Here;
            let named = reference
                .points
                .iter()
                .filter_map(|at| names.get(usize::try_from(*at).ok()?.checked_sub(1)?));
            found.extend(named.filter(|_| is_own).map(|name| {
                let target = Target::Point(i, n, *name);
                Occurrence { target, place, number: None, defines: false }
            }));
        }
    }
    found
}

/// The points of a recommendation of the item that its decisions surely name, and where.
pub(super) fn answered(document: &Document, placed: Placed<'_>) -> Vec<(TextRange, Vec<u32>)> {
    let mut found = numbered(document, placed);
    let points = |letters: Vec<(u32, TextRange)>| letters.into_iter().map(|(point, _)| point).collect();
    let lettered = lettered(document, placed).into_iter();
    found.extend(lettered.map(|(place, letters)| (place, points(letters))));
    found
}

/// Those that they name by their numbers.
fn numbered(document: &Document, placed: Placed<'_>) -> Vec<(TextRange, Vec<u32>)> {
    let names = names(placed);
    let answers = placed.item.decisions().flat_map(|(_, decision)| decision.answers());
    let sure = answers.filter(|answer| {
        answer.points.naming != Naming::Perhaps || may_answer(document, placed, answer, &names) == Some(true)
    });
    sure.map(|answer| (answer.points.range + placed.start, answer.points.points.clone())).collect()
}

/// Points, each with its letter.
type Lettered = Vec<(u32, TextRange)>;

/// What the item names by letters, where its points have letters: in decisions also at the start of a line, "a) Godkendt.".
fn lettered(document: &Document, placed: Placed<'_>) -> Vec<(TextRange, Lettered)> {
    if !is_lettered(placed) {
        return Vec::new();
    }
    let text = document.text();
    let decided: Vec<TextRange> = decided(placed).collect();
    let leads = |place: TextRange| decided.iter().any(|body| body.contains_range(place));
    let own = lists(placed);
    letter_references(&text[placed.range()], true)
        .into_iter()
        .map(|reference| (reference.range + placed.start, reference))
        .filter(|(place, reference)| reference.led || leads(*place))
        .filter(|(place, _)| !own.iter().any(|list| list.contains_range(*place)))
        .filter(|(place, _)| {
            leads(*place) || whose(text, *place, Counted::Item, body(document)) == Whose::Here
        })
        .map(|(place, reference)| {
            let moved = reference.letters.into_iter().map(|(point, letter)| (point, letter + placed.start));
            (place, moved.collect())
        })
        .collect()
}

/// Have the points of the item letters?
pub(super) fn is_lettered(placed: Placed<'_>) -> bool {
    placed.item.points().any(|point| point.marker == Marker::Letter)
}

/// The lines of the lists of points, in bytes of the document.
fn lists(placed: Placed<'_>) -> Vec<TextRange> {
    let marks = placed.item.points().map(|point| point.mark + placed.start);
    marks.filter(|mark| !mark.is_empty()).collect()
}

/// The bodies of the item's decisions, in bytes of the document.
pub(super) fn decided(placed: Placed<'_>) -> impl Iterator<Item = TextRange> {
    placed.item.decisions().map(move |(section, _)| section.body + placed.start)
}

/// Where decisions of the item name what may be a point of its recommendation or an item: "Udsat, jf. punkt 3".
pub(super) fn doubtful(document: &Document, placed: Placed<'_>) -> Vec<TextRange> {
    let names = names(placed);
    let answers = placed.item.decisions().flat_map(|(_, decision)| decision.answers());
    let unsure = answers.filter(|answer| {
        answer.points.naming == Naming::Perhaps && may_answer(document, placed, answer, &names) == Some(false)
    });
    unsure.map(|answer| answer.points.range + placed.start).collect()
}

fn names(placed: Placed<'_>) -> Vec<u32> {
    placed.item.recommendations().flat_map(Recommendation::names).collect()
}

/// Is "punkt 2" in a decision a point of the item: surely, perhaps, or not at all?
fn may_answer(document: &Document, placed: Placed<'_>, answer: &Answer, names: &[u32]) -> Option<bool> {
    let place = answer.points.range + placed.start;
    let is_named = answer.points.points.iter().all(|point| names.contains(point));
    let here = || whose(document.text(), place, Counted::Item, body(document)) == Whose::Here;
    (is_named && here()).then(|| !is_led(document.text(), place))
}

/// The recommendations of an item, each with its section.
struct Lists<'i>(Vec<(&'i Section, &'i Recommendation)>);

impl<'i> Lists<'i> {
    fn of(placed: Placed<'i>) -> Self {
        let sections = placed.item.sections.iter();
        Self(
            sections
                .filter_map(|section| match &section.content {
                    Content::Recommendation(recommendation) => Some((section, recommendation)),
                    _ => None,
                })
                .collect(),
        )
    }

    /// The list whose points are meant at `at` of the item: the last before it, else the first.
    fn at(&self, at: TextSize) -> Option<usize> {
        let above = self.0.iter().rposition(|(section, _)| section.heading.start() <= at);
        above.or((!self.0.is_empty()).then_some(0))
    }
}

/// The points of a recommendation, which is the `list.1`th of the item at place `list.0`.
fn defined(
    text: &str,
    start: TextSize,
    list: (usize, usize),
    recommendation: &Recommendation,
    found: &mut Vec<Occurrence>,
) {
    for (point, name) in recommendation.points.iter().zip(recommendation.names()) {
        let number = point.number.map(|(_, range)| digits(text, range + start));
        let words = point.text + start;
        let place = number.map_or(words, |number| number.cover(words));
        let target = Target::Point(list.0, list.1, name);
        found.push(Occurrence { target, place, number, defines: true });
    }
}

/// Where a point names another of its list as "punkt 1": "at bevillingen gives, hvis punkt 1 godkendes". Each with the
/// recommendation's place in the item and the number.
pub(super) fn conditions(text: &str, placed: Placed<'_>) -> Vec<(TextRange, usize, u32)> {
    const CONDITIONS: [&str; 7] = ["hvis", "såfremt", "forudsat", "forudsat at", "at", "ifald", "når"];
    let mut found = Vec::new();
    for (n, recommendation) in placed.item.recommendations().enumerate() {
        let names = recommendation.names();
        for (point, own) in recommendation.points.iter().zip(&names) {
            let words = &text[point.text + placed.start];
            for reference in item_references(words, "").into_iter().filter(|reference| reference.certain) {
                let [(number, _)] = reference.numbers[..] else { continue };
                let before = words[..reference.range.start().into()].trim_end();
                let is_condition = CONDITIONS
                    .iter()
                    .any(|word| before.strip_suffix(word).is_some_and(|rest| rest.ends_with([' ', ','])));
                if is_condition && number != *own && names.contains(&number) {
                    found.push((reference.range + point.text.start() + placed.start, n, number));
                }
            }
        }
    }
    found
}
