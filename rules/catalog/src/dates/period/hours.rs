//! Hours of one day: "borgermøde kl. 21.00-19.00".

use jiff::civil::Time;

use lint::{Findings, PartView};

use super::{BEGINS, MESSAGE};

/// What ends the next day does so before noon, unless it begins in the morning.
const NOON: i8 = 12;

pub(super) fn check(view: &PartView<'_>, findings: &mut Findings) {
    if view.item.is_none() {
        return;
    }
    for pair in view.times().windows(2) {
        let [from, to] = pair else { continue };
        let between = &view.text[usize::from(from.range.end())..usize::from(to.range.start())];
        let joined = to.range_partner || matches!(between.trim(), "til" | "-" | "–");
        let (Some(begin), Some(end)) = (from.time(), to.time()) else { continue };
        if joined && is_backwards(begin, end) && !view.is_quoted(from.range) && view.is_prose(from.range) {
            findings.report(to.range, MESSAGE).related(from.range, BEGINS);
        }
    }
}

fn is_backwards(begin: Time, end: Time) -> bool {
    end < begin && (end.hour() >= NOON || begin.hour() <= NOON + 2 && end.hour() >= 6)
}
