//! What is left: "Puljen er på 315.000 kr. Der er givet 140.000 kr. Der er derfor 175.000 kr. tilbage."

use facts::quantity::{is_shift, is_swap, is_typing_slip};
use lint::Findings;

use super::super::wording::{begins_with, ends_in, holds, wording};
use super::spoken::Spoken;
use super::{Reckoned, report};

/// No more amounts than these are added and taken off.
const MOST: usize = 5;

impl Spoken<'_> {
    /// An amount that is said to be left, and is not what the amounts before it leave.
    pub(super) fn check_left(&self, findings: &mut Findings) {
        for (at, left) in self.amounts.iter().enumerate() {
            let rest = ends_in(self.gap(at), &wording().rest_leads);
            let explained = holds(self.gap(at + 1), &wording().explained);
            if !rest && !begins_with(self.gap(at + 1), &wording().left) || explained {
                continue;
            }
            let before: Vec<i64> =
                self.before.iter().chain(&self.amounts[..at]).map(|amount| amount.kroner.value).collect();
            let [.., one, other] = before[..] else { continue };
            let value = left.kroner.value;
            let from = before.len().saturating_sub(MOST);
            if before.len() > MOST || leaves(&before[from..], value) {
                continue;
            }
            let should = (one - other).abs();
            let follows = holds(self.words, &wording().follows);
            let swapped = |should: i64| is_swap(should, value) || is_shift(should, value);
            // "375.000 kr., det vil sige 300.000 kr. og moms på 75.000 kr. Staten giver 250.000 kr., vi de resterende 152.000 kr."
            let of_any = || before[..before.len() - 1].iter().find(|&&whole| swapped((whole - other).abs()));
            let should = of_any().filter(|_| rest).map_or(should, |whole| (whole - other).abs());
            let slip = swapped(should);
            // What else was taken off makes less, and never more.
            let more = before.len() == 2 && one > other && value > should;
            if slip || (follows || more) && is_typing_slip(should, value) {
                report(left.number, value / left.unit, should / left.unit, Reckoned::Left, findings);
            }
        }
    }
}

/// Do some of `amounts`, added or taken off, leave `value`?
fn leaves(amounts: &[i64], value: i64) -> bool {
    let Some((first, rest)) = amounts.split_first() else { return value == 0 };
    [0, *first, -first].iter().any(|one| leaves(rest, value - one))
}
