//! "24/24 Titel": which of two numbers is that of the item, and which the year that it is one of.

use super::candidates::Candidate;
use syntax::numbered::NumberForm;

/// Reads "24/25" as the 24th of 2025 where the lines around it say so, and otherwise as the 25th of 2024.
pub(super) fn settle(rare: &mut [Candidate]) {
    let mut counts = [(0_u16, 0_u16); 100];
    for candidate in rare.iter() {
        let NumberForm::OfYear(year) = candidate.numbering.form else { continue };
        if let Some(own) = counts.get_mut(usize::from(year)) {
            own.0 += 1;
        }
        if let Some(other) = counts.get_mut(usize::from(candidate.numbering.value)) {
            other.1 += 1;
        }
    }
    // What stands in every line is the year, on whichever side of the stroke.
    let says = |year: usize| counts.get(year).map_or(0, |own| own.0.max(own.1));
    for candidate in rare {
        let NumberForm::OfYear(year) = candidate.numbering.form else { continue };
        let value = candidate.numbering.value;
        if says(usize::from(value)) > says(usize::from(year)) && (14..50).contains(&value) {
            candidate.numbering.form = NumberForm::OfYear(u8::try_from(value).unwrap_or(0));
            candidate.numbering.value = u16::from(year);
        }
    }
}
