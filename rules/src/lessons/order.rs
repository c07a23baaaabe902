//! The order of sections that most items keep, and the sections that keep none.

use std::collections::BTreeMap;

/// The names in `rows` in the order that most rows keep, each with whether it must be let stand anywhere.
pub(super) fn order(rows: &[Vec<String>]) -> Vec<(&str, bool)> {
    let before = pairs(rows);
    let mut places: BTreeMap<&str, (f64, usize)> = BTreeMap::new();
    for row in rows {
        for (at, name) in row.iter().enumerate() {
            let place = places.entry(name).or_default();
            place.0 += (at as f64 + 0.5) / row.len() as f64;
            place.1 += 1;
        }
    }
    let mut names: Vec<&str> = places.keys().copied().collect();
    let mean = |name: &str| places.get(name).map_or(0.0, |(sum, n)| sum / *n as f64);
    names.sort_by(|a, b| mean(a).total_cmp(&mean(b)));
    settle(&mut names, &before);
    let free = free(&names, &before, &places);
    names.into_iter().zip(free).collect()
}

type Pairs<'r> = BTreeMap<(&'r str, &'r str), usize>;

/// How often one name stands somewhere before another.
fn pairs(rows: &[Vec<String>]) -> Pairs<'_> {
    let mut before = Pairs::new();
    for row in rows {
        for (at, name) in row.iter().enumerate() {
            for later in &row[at + 1..] {
                *before.entry((name.as_str(), later.as_str())).or_default() += 1;
            }
        }
    }
    before
}

/// Moves each name before those that it mostly stands before: an insertion sort, which ends whatever the counts are.
fn settle(names: &mut [&str], before: &Pairs<'_>) {
    let count = |a: &str, b: &str| before.get(&(a, b)).copied().unwrap_or(0);
    for end in 1..names.len() {
        let mut at = end;
        while at > 0 && count(names[at], names[at - 1]) > count(names[at - 1], names[at]) {
            names.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// A name out of order in more than one of so many places keeps no order.
const SLIPS: usize = 25;
/// At least this often two must stand in one order to keep it.
const FEW: usize = 5;

/// Which of `names` stand on either side of others too often for a slip.
fn free(names: &[&str], before: &Pairs<'_>, places: &BTreeMap<&str, (f64, usize)>) -> Vec<bool> {
    let mut free = vec![false; names.len()];
    loop {
        let wrong = |at: usize| -> usize {
            let others = (0..names.len()).filter(|&other| !free[other] && other != at);
            let against = |other: usize| {
                let pair = if at < other { (names[other], names[at]) } else { (names[at], names[other]) };
                before.get(&pair).copied().unwrap_or(0)
            };
            others.map(against).sum()
        };
        let worst = (0..names.len()).filter(|&at| !free[at]).max_by_key(|&at| wrong(at));
        let seen = |at: usize| places.get(names[at]).map_or(0, |(_, n)| *n);
        match worst.filter(|&at| wrong(at) * SLIPS > seen(at)) {
            Some(at) => free[at] = true,
            None => break,
        }
    }
    // Two that hardly ever stand in the same item have shown no order.
    let seen = |at: usize| places.get(names[at]).map_or(0, |(_, n)| *n);
    let mut former: Option<usize> = None;
    for at in 0..names.len() {
        let Some(last) = former.filter(|_| !free[at]) else {
            former = former.or((!free[at]).then_some(at));
            continue;
        };
        if before.get(&(names[last], names[at])).copied().unwrap_or(0) < FEW {
            let rarer = if seen(at) < seen(last) { at } else { last };
            free[rarer] = true;
        }
        former = if free[at] { Some(last) } else { Some(at) };
    }
    free
}

#[cfg(test)]
mod tests {
    use super::order;

    fn rows(rows: &[&str]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.split(' ').map(str::to_owned).collect()).collect()
    }

    #[test]
    fn the_order_is_that_of_most_rows() {
        let rows =
            rows(&["resume sag beslutning", "sag økonomi beslutning", "resume økonomi", "beslutning bilag"]);
        let names: Vec<&str> = order(&rows).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["resume", "sag", "økonomi", "beslutning", "bilag"]);
    }

    #[test]
    fn a_section_that_wanders_may_stand_anywhere() {
        let rows = rows(&["a b c", "a b c", "b a c", "a b c", "b c a"]);
        assert_eq!(order(&rows).into_iter().filter(|(_, free)| *free).count(), 1);
    }
}
