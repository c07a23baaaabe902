//! The at-points of an item, the decisions that answer them, and where else the item names them.

use rules::danish::letters::number_of;
use rules::document::Document;
use rules::minutes::{
    Answer, Content, Counted, Marker, Naming, Placed, Recommendation, Section, Statement, Whose, is_led,
    item_references, point_references, whose,
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
    let mut named = answered(document, placed);
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
    for (place, points) in named {
        let Some(list) = lists.at(place.start() - start).filter(|_| !crossing.covers(place)) else {
            continue;
        };
        for point in points {
            let number = written(text, place, point).or_else(|| ordinal(text, place, point));
            let number = number.or_else(|| letter(text, place, point));
            let target = Target::Point(i, list, point);
            found.push(Occurrence { target, place, number, defines: false });
        }
    }
}

/// The points of a recommendation of the item that its decisions surely name, and where.
pub(super) fn answered(document: &Document, placed: Placed<'_>) -> Vec<(TextRange, Vec<u32>)> {
    let names = names(placed);
    let answers = placed.item.decisions().flat_map(|(_, decision)| decision.answers());
    let sure = answers.filter(|answer| {
        answer.points.naming != Naming::Perhaps || may_answer(document, placed, answer, &names) == Some(true)
    });
    let mut found: Vec<(TextRange, Vec<u32>)> =
        sure.map(|answer| (answer.points.range + placed.start, answer.points.points.clone())).collect();
    found.extend(lettered(document.text(), placed));
    found
}

/// "Ad a)" and "Ad b:" at the start of what decisions say, where the points have letters.
fn lettered(text: &str, placed: Placed<'_>) -> Vec<(TextRange, Vec<u32>)> {
    if !placed.item.points().any(|point| point.marker == Marker::Letter) {
        return Vec::new();
    }
    let statements = placed.item.decisions().flat_map(|(_, decision)| &decision.statements);
    let answer = |statement: &Statement| {
        let place = statement.range + placed.start;
        let rest = ["Ad ", "ad "].iter().find_map(|word| text[place].strip_prefix(word))?;
        let number = rest.bytes().next().filter(u8::is_ascii_lowercase).and_then(number_of)?;
        let end = "Ad ".len() + 1;
        rest[1..]
            .starts_with([')', '.', ':'])
            .then(|| (TextRange::at(place.start(), TextSize::of(&text[place][..end])), vec![number]))
    };
    statements.filter_map(answer).collect()
}

/// The letter that ends `place`, where it is the one for `number`: "b" in "Ad b".
fn letter(text: &str, place: TextRange, number: u32) -> Option<TextRange> {
    let last = text[place].bytes().next_back().filter(u8::is_ascii_lowercase)?;
    let is_own = number_of(last) == Some(number) && text[place].to_lowercase().starts_with("ad ");
    is_own.then(|| TextRange::new(place.end() - TextSize::of("a"), place.end()))
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
