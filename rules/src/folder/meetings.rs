//! Which documents are meetings of one committee, and which committee is only spelt otherwise.

use std::collections::BTreeMap;

use super::Sheet;

/// The meetings of each committee by date; of several documents of one day the minutes, and otherwise the first.
pub(super) fn of_committees(sheets: &[Sheet]) -> Vec<Vec<usize>> {
    let mut days: BTreeMap<String, BTreeMap<_, usize>> = BTreeMap::new();
    // A name that is only written otherwise takes no meeting out of the row.
    let usual: BTreeMap<usize, &str> = misspelt(sheets).into_iter().collect();
    for (at, sheet) in sheets.iter().enumerate() {
        let (Some(own), Some(date)) = (sheet.committee.as_deref(), sheet.date) else { continue };
        let committee = usual.get(&at).copied().unwrap_or(own);
        let meetings = days.entry(committee.to_lowercase()).or_default();
        let better = |other: &usize| sheets[*other].is_agenda && !sheet.is_agenda;
        if meetings.get(&date).is_none_or(better) {
            meetings.insert(date, at);
        }
    }
    days.into_values().map(|meetings| meetings.into_values().collect()).collect()
}

/// A name shorter than this may be another committee's.
const SHORTEST: usize = 10;

/// The sheets whose committee is almost that of many others, with the usual name.
pub(super) fn misspelt(sheets: &[Sheet]) -> Vec<(usize, &str)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in sheets.iter().filter_map(|sheet| sheet.committee.as_deref()) {
        *counts.entry(name).or_default() += 1;
    }
    let usual = |name: &str| {
        let own = counts[name];
        let mut others = counts.iter().filter(|(other, count)| **count > own * 2 && is_near(name, other));
        others.next().map(|(other, _)| *other)
    };
    let named = sheets.iter().enumerate().filter_map(|(at, sheet)| Some((at, sheet.committee.as_deref()?)));
    named.filter_map(|(at, name)| Some((at, usual(name)?))).collect()
}

/// Are two names one, but for capitals, signs, or two letters? "Teknikudvalg 1" and "Teknikudvalg 2" are two.
fn is_near(one: &str, other: &str) -> bool {
    let letters =
        |name: &str| name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let digits = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
    let (a, b) = (letters(one), letters(other));
    one != other
        && a.chars().count() >= SHORTEST
        && digits(one) == digits(other)
        && crate::text::near::is_near(&a, &b, 2)
}
