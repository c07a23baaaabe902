//! Numbers that count within a year: "12/2025: Titel", "25-041 Titel", "1/2024-25".

use std::ops::Range;

use super::{NumberForm, Numbered, found, number_at};
use crate::title::{self, begins_title};
use text::is_space;

/// Of which year a number of two digits may be.
const YEARS: std::ops::RangeInclusive<u16> = 14..=49;

/// "9/2025: Titel", "2025/9 Titel", and behind a word "17/21 Titel", "2025-17: Titel": a number, and the year that it is one of.
pub(super) fn yearly(
    line: &str,
    first: &(Range<usize>, u16),
    end: usize,
    sign: char,
    worded: bool,
) -> Option<Numbered> {
    let second = number_at(line, first.0.end + 1)?;
    // "Pkt 01/09/24 Titel" is the first of September.
    if sign == '/'
        && worded
        && second.1 <= 12
        && line[second.0.end..end].starts_with('/')
        && let Some(third) = number_at(line, second.0.end + 1).filter(|third| matches!(third.0.len(), 2 | 4))
    {
        return titled(line, NumberForm::Yearly(true), (first.0.start..third.0.end, first.1), end);
    }
    if let Some(end_of_season) = season_end(line, &second).filter(|_| sign == '/') {
        let form = if worded { NumberForm::Yearly(true) } else { NumberForm::OfYear((second.1 % 100) as u8) };
        return titled(line, form, (first.0.start..end_of_season, first.1), end);
    }
    let (len, year) = (first.0.len(), |number: u16| (1990..2100).contains(&number));
    let short = |number: &(Range<usize>, u16)| number.0.len() == 2 && YEARS.contains(&number.1);
    let form = NumberForm::Yearly(worded);
    let (value, form) = match () {
        () if sign == '/' && second.0.len() == 4 && year(second.1) && len < 4 => (first.1, form),
        // "3-2026 Titel" is the third of 2026.
        () if sign == '-' && second.0.len() == 4 && year(second.1) && len < 4 => (first.1, form),
        () if len == 4 && year(first.1) && second.0.len() < 4 => (second.1, form),
        // "Sag 3/25" is the third of 2025, and "Sag 17/21" the 21st of 2017.
        () if sign == '/' && worded && short(&second) && !short(first) => (first.1, form),
        () if sign == '/' && worded && len == 2 && second.0.len() < 4 => (second.1, form),
        // "Pkt. 3-25" is the third of 2025.
        () if sign == '-' && worded && short(&second) && len < 4 && first.1 < second.1 => (first.1, form),
        // "Sag 25-041" is the 41st of 2025, and so is "25-041 Titel".
        () if sign == '-' && short(first) && second.0.len() > 2 && !year(second.1) => match worded {
            true => (second.1, form),
            false => (second.1, NumberForm::OfYear(u8::try_from(first.1).unwrap_or(0))),
        },
        // "3/25 Titel" is the third of 2025; of "25/24" the lines around it tell.
        () if sign == '/' && short(&second) && !short(first) && len < 4 => {
            (first.1, NumberForm::OfYear(u8::try_from(second.1).unwrap_or(0)))
        }
        () if sign == '/' && short(first) && second.0.len() < 4 => {
            (second.1, NumberForm::OfYear(u8::try_from(first.1).unwrap_or(0)))
        }
        () => return None,
    };
    // "2/2026-3 Titel" is the third of the second meeting of the year.
    let third = line[second.0.end..end].starts_with('-').then(|| number_at(line, second.0.end + 1)).flatten();
    let third = third.filter(|_| sign == '/' && len.max(second.0.len()) == 4);
    let (second, value) = third.map_or((second, value), |third| (third.clone(), third.1));
    titled(line, form, (first.0.start..second.0.end, value), end)
}

/// `number` with the title behind it, where that is one and says nothing else of a case.
fn titled(line: &str, form: NumberForm, number: (Range<usize>, u16), end: usize) -> Option<Numbered> {
    let rest = &line[number.0.end..end];
    let title = rest.trim_start_matches(|c: char| is_space(c) || matches!(c, ':' | '.' | '-' | '–' | ')'));
    // "Sag nr. 1/2024-25", with its title below.
    let below = form == NumberForm::Yearly(true) && title.is_empty();
    let fits = below || title.len() < rest.len() && begins_title(title) && !title::is_of_case(title);
    fits.then(|| found(form, number, end - title.len()..end))
}

/// Where the season ends whose first year is `first`: "24-25", "2024-25", "2024/2025".
fn season_end(line: &str, first: &(Range<usize>, u16)) -> Option<usize> {
    let behind =
        line[first.0.end..].starts_with(['-', '/']).then(|| number_at(line, first.0.end + 1)).flatten()?;
    let next = (first.1 + 1) % 100 == behind.1 % 100;
    let whole = matches!((first.0.len(), behind.0.len()), (2, 2) | (4, 2) | (4, 4));
    (next && whole).then_some(behind.0.end)
}
