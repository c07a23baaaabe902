//! Numbers that the lines around them tell: "24/24 Titel", of which either may be the year, "3/4 Titel", the third of four or the
//! fourth of the third meeting, and "i. Titel", a letter or a Roman number.

use super::candidate::Candidate;
use syntax::numbered::NumberForm;

/// Reads the numbers of `rare` as the others say that stand with them.
pub(super) fn settle(rare: &mut [Candidate]) {
    of_years(rare);
    of_meetings(rare);
    letters(rare);
    fifths(rare);
    times(rare);
}

/// Reads "27.05" behind "27.04" as the fifth, and not as a time.
fn fifths(rare: &mut [Candidate]) {
    const FIFTH: u16 = 5;
    let mut former = None;
    for own in rare.iter_mut().map(|own| &mut own.numbering) {
        if let Some((NumberForm::Decimal(group), 4)) = former
            && own.form == NumberForm::Timed
            && own.value == u16::from(group) * 12 + 1
        {
            (own.form, own.value) = (NumberForm::Decimal(group), FIFTH);
        }
        former = Some((own.form, own.value));
    }
}

/// Reads "17.15" as a time where it stands among others: "17.00" is no number, and parts are not counted "17.15", "17.30".
fn times(rare: &mut [Candidate]) {
    if !rare.iter().any(|own| own.numbering.form == NumberForm::Timed) && !are_times(rare) {
        return;
    }
    for own in rare.iter_mut().map(|own| &mut own.numbering) {
        if let NumberForm::Decimal(hour) = own.form
            && hour < 24
            && (10..60).contains(&own.value)
            && own.value % 5 == 0
        {
            (own.form, own.value) = (NumberForm::Timed, u16::from(hour) * 12 + own.value / 5);
        }
    }
}

/// Could all the numbers of two parts be times of one evening, each later than the one before, none of which counts on?
fn are_times(rare: &[Candidate]) -> bool {
    const FEWEST: usize = 3;
    let parts = rare.iter().filter_map(|own| match own.numbering.form {
        NumberForm::Decimal(hour) => Some((u16::from(hour), own.numbering.value)),
        _ => None,
    });
    let times: Vec<(u16, u16)> = parts.collect();
    let clock = |&(hour, minute): &(u16, u16)| {
        (7..24).contains(&hour) && (10..60).contains(&minute) && minute % 5 == 0
    };
    times.len() >= FEWEST && times.iter().all(clock) && times.is_sorted_by(|own, next| own < next)
}

/// Reads "3/4" as the fourth of the third meeting where more lines begin with 3 than are of four.
fn of_meetings(rare: &mut [Candidate]) {
    let mut counts = [(0_u16, 0_u16); 100];
    let pair = |candidate: &Candidate| match candidate.numbering.form {
        NumberForm::OfAll(all) => Some((usize::from(candidate.numbering.value), usize::from(all))),
        NumberForm::OfMeeting(first) => Some((usize::from(first), usize::from(candidate.numbering.value))),
        _ => None,
    };
    for (first, second) in rare.iter().filter_map(pair) {
        if first < counts.len() && second < counts.len() {
            counts[first].0 += 1;
            counts[second].1 += 1;
        }
    }
    for candidate in rare.iter_mut() {
        let NumberForm::OfAll(all) = candidate.numbering.form else { continue };
        let first = candidate.numbering.value;
        let count = |number: usize| counts.get(number).copied().unwrap_or_default();
        if let Ok(meeting) = u8::try_from(first)
            && count(usize::from(first)).0 > count(usize::from(all)).1
        {
            candidate.numbering.form = NumberForm::OfMeeting(meeting);
            candidate.numbering.value = u16::from(all);
        }
    }
}

/// Reads "i." behind "h." as the ninth letter.
fn letters(rare: &mut [Candidate]) {
    let mut former = None;
    for candidate in rare {
        let own = &mut candidate.numbering;
        let letter = match (own.form, own.value) {
            (NumberForm::SmallRoman, 1) => Some(9),
            (NumberForm::SmallRoman, 5) => Some(22),
            (NumberForm::SmallRoman, 10) => Some(24),
            _ => None,
        };
        if let Some(letter) = letter.filter(|letter| former == Some(letter - 1)) {
            (own.form, own.value) = (NumberForm::SmallLetter, letter);
        }
        former = (own.form == NumberForm::SmallLetter).then_some(own.value);
    }
}

/// Reads "24/25" as the 24th of 2025 where the lines around it say so, and otherwise as the 25th of 2024.
fn of_years(rare: &mut [Candidate]) {
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
