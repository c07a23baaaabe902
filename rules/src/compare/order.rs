//! Items that stand in another order: the fewest that must be moved to put the others right.

use super::{Change, Kind, Line, Pair};

pub(super) fn compare(items: &mut [Pair]) {
    let lines: Vec<(usize, u32)> = items
        .iter()
        .enumerate()
        .filter_map(|(at, pair)| Some((at, pair.agenda.as_ref().and(pair.minutes.as_ref())?.line)))
        .collect();
    let kept = rising(&lines);
    for (at, _) in lines.iter().filter(|(at, _)| !kept.contains(at)) {
        let pair = &mut items[*at];
        let told = |place: &Option<super::Place>| {
            let place = place.as_ref()?;
            Some(Line { line: place.line, text: place.title.clone().unwrap_or_default() })
        };
        let (agenda, minutes) = (told(&pair.agenda), told(&pair.minutes));
        pair.changes.push(Change { kind: Kind::Order, agenda, minutes });
    }
    // Where items came, went or moved, the others have other numbers by that.
    if kept.len() == lines.len() && lines.len() == items.len() {
        items.iter_mut().for_each(renumbered);
    }
}

fn renumbered(pair: &mut Pair) {
    let digits = |place: &super::Place| {
        place.number.as_ref().map(|number| number.trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
    };
    let (Some(agenda), Some(minutes)) = (&pair.agenda, &pair.minutes) else { return };
    if let (Some(old), Some(new)) = (digits(agenda), digits(minutes))
        && old != new
    {
        let (agenda, minutes) =
            (Line { line: agenda.line, text: old }, Line { line: minutes.line, text: new });
        let change = Change { kind: Kind::ItemRenumbered, agenda: Some(agenda), minutes: Some(minutes) };
        pair.changes.insert(0, change);
    }
}

/// The longest row of items whose lines rise.
fn rising(lines: &[(usize, u32)]) -> Vec<usize> {
    let mut best: Vec<(usize, Option<usize>)> = Vec::new();
    for (at, (_, line)) in lines.iter().enumerate() {
        let former =
            (0..at).filter(|&other| lines[other].1 < *line).max_by_key(|&other| (best[other].0, other));
        best.push((former.map_or(1, |other| best[other].0 + 1), former));
    }
    let mut kept = Vec::new();
    let mut last = (0..best.len()).max_by_key(|&at| best[at].0);
    while let Some(at) = last {
        kept.push(lines[at].0);
        last = best[at].1;
    }
    kept
}
