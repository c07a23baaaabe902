//! Which item of the minutes is which of the agenda.

use super::{Side, likeness, plain, shared_words};
use crate::minutes::Content;

/// As sure as two items must be the same to be taken for one.
const SURE: f64 = 1.0;

/// Recommendations as alike as this are one.
const ALIKE: f64 = 0.8;

/// Fewer words than this may be alike by chance: "Ingen bemærkninger".
const FEWEST: usize = 8;

/// With so much of its words in the minutes, a text of the agenda is repeated there.
const REPEATED: f64 = 0.75;

/// The items in pairs, in the order of the agenda, those of the minutes alone last.
pub(super) fn matched<'d>(
    before: &[Side<'d>],
    after: &[Side<'d>],
) -> Vec<(Option<Side<'d>>, Option<Side<'d>>)> {
    let mut sure: Vec<(f64, usize, usize)> = Vec::new();
    for (old, a) in before.iter().enumerate() {
        for (new, m) in after.iter().enumerate() {
            let weight = weight(a, m);
            if weight >= SURE {
                sure.push((weight, old, new));
            }
        }
    }
    // The surest first; of equally sure ones those that stand alike in their documents.
    sure.sort_by(|a, b| {
        b.0.total_cmp(&a.0).then_with(|| a.1.abs_diff(a.2).cmp(&b.1.abs_diff(b.2))).then(a.1.cmp(&b.1))
    });
    let mut partner: Vec<Option<usize>> = vec![None; before.len()];
    let mut taken = vec![false; after.len()];
    for (_, old, new) in sure {
        if partner[old].is_none() && !taken[new] {
            (partner[old], taken[new]) = (Some(new), true);
        }
    }
    let of_agenda = before.iter().zip(&partner).map(|(side, new)| (Some(*side), new.map(|new| after[new])));
    let added = after.iter().zip(&taken).filter(|(_, taken)| !**taken).map(|(side, _)| (None, Some(*side)));
    of_agenda.chain(added).collect()
}

/// How sure it is that two items are one: a case number tells most, then the title, then the number.
fn weight(a: &Side<'_>, m: &Side<'_>) -> f64 {
    let words = |side: &Side<'_>| side.item.title.map(|title| plain(side.words(title)));
    let case = |side: &Side<'_>| side.item.case_number.map(|(place, _)| side.words(place).to_owned());
    let title = match (words(a), words(m)) {
        (Some(one), Some(other)) if one == other => 1.5,
        (Some(one), Some(other)) => likeness(&one, &other),
        (None, None) => 0.5,
        _ => 0.0,
    };
    let number = |side: &Side<'_>| side.item.number.map(|(number, _)| number);
    let same_number = number(a) == number(m) && number(a).is_some();
    let same_case = match (case(a), case(m)) {
        (Some(one), Some(other)) if one == other => 2.0,
        (Some(_), Some(_)) => -0.5,
        _ => 0.0,
    };
    // Another title over the same recommendation is another title of the same item.
    let recommended = |side: &Side<'_>| {
        let points = side.item.points().map(|point| plain(side.words(point.text)));
        points.collect::<Vec<_>>().join(" ")
    };
    let same_words = same_number && {
        let (one, other) = (recommended(a), recommended(m));
        !one.is_empty() && likeness(&one, &other) >= ALIKE
    };
    let same_words = same_words || same_number && tells_the_same(a, m);
    let number = if same_number { 0.5 } else { 0.0 };
    title + same_case + number + if same_words { 0.75 } else { 0.0 }
}

/// Do the minutes have the agenda's text of the item, or nearly? They may tell what was said below it.
fn tells_the_same(a: &Side<'_>, m: &Side<'_>) -> bool {
    let told = |side: &Side<'_>| {
        let others = side.item.sections.iter().filter(|section| matches!(section.content, Content::Prose));
        let bodies = std::iter::once(side.item.intro).chain(others.map(|section| section.body));
        plain(&bodies.map(|body| side.words(body)).collect::<Vec<_>>().join(" "))
    };
    let (shared, n_words, _) = shared_words(&told(a), &told(m));
    n_words >= FEWEST && f64::from(shared) >= REPEATED * n_words as f64
}
