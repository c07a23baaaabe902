//! Ranges of numbers and times with spaces in them.

use super::{Dash, Found};
use danish::letters::is_word_part;
use lint::PartView;
use text::{TextRange, is_space};

/// "42- 43", "2024 -2026" and "3 -5 år".
pub(super) fn half_spaced(view: &PartView<'_>, dash: &Dash<'_>) -> Option<Found> {
    let (found, right) = numbers(dash)?;
    // In "42- 43" the hyphen cannot be a minus; in "2 -4 grader" it may be one.
    let counts_up = || are_years(&right, dash.sign) || measures_time(&view.text[found.end().into()..]);
    let certain = dash.spaced().1 || (counts_up() && !beside_amounts(view, found));
    certain.then_some((found, right))
}

/// "§§ 44 - 45".
pub(super) fn spaced(dash: &Dash<'_>) -> Option<Found> {
    let lead = dash.before.trim_end_matches(is_space).trim_end_matches(|c: char| c.is_ascii_digit());
    lead.trim_end_matches(is_space).ends_with("§§").then(|| numbers(dash)).flatten()
}

/// "kl. 17 -19" and "kl. 17 - 19".
pub(super) fn times(view: &PartView<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for pair in view.times().windows(2) {
        if pair[0].kl.is_none() || !pair[1].range_partner || pair[1].kl.is_some() {
            continue;
        }
        let gap = &view.text[TextRange::new(pair[0].range.end(), pair[1].range.start())];
        let sign = gap.trim_matches(is_space);
        let whole = pair[0].digits_range.cover(pair[1].digits_range);
        if matches!(sign, "-" | "–") && sign != gap && view.is_prose(whole) {
            let (from, to) = (&view.text[pair[0].digits_range], &view.text[pair[1].digits_range]);
            found.push((whole, format!("{from}{sign}{to}")));
        }
    }
    found
}

/// Two numbers that rise and are part of nothing longer.
fn numbers(dash: &Dash<'_>) -> Option<Found> {
    let digit = |c: char| c.is_ascii_digit();
    let left = dash.before.trim_end_matches(is_space);
    let right = dash.after.trim_start_matches(is_space);
    let (lead, rest) = (left.trim_end_matches(digit), right.trim_start_matches(digit));
    let (first, second) = (&left[lead.len()..], &right[..right.len() - rest.len()]);
    let joined = |c: char| is_word_part(c) || matches!(c, '-' | '–' | '/' | ':');
    let longer =
        lead.ends_with(|c: char| joined(c) || matches!(c, '.' | ',' | '+')) || rest.starts_with(joined);
    let time = ["kl.", "kl"].iter().any(|word| lead.trim_end_matches(is_space).ends_with(word));
    let ends = !longer && !time && !is_decimal(rest) && rises(first, second);
    ends.then(|| (dash.around(first.len(), second.len()), format!("{first}{}{second}", dash.sign)))
}

/// Does a number go on with decimals or thousands?
fn is_decimal(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next().is_some_and(|c| matches!(c, '.' | ',')) && chars.next().is_some_and(|c| c.is_ascii_digit())
}

/// Can these be the ends of a range: "8" and "12", "2024" and "2026"?
fn rises(first: &str, second: &str) -> bool {
    let number = |digits: &str| digits.parse::<u32>().ok();
    let near = second.len() == first.len() || second.len() == first.len() + 1;
    first.len() <= 4 && near && number(first).is_some() && number(first) < number(second)
}

/// "3 -5 år": no time is negative.
fn measures_time(after: &str) -> bool {
    const UNITS: [&str; 6] = ["år", "måneder", "uger", "dage", "timer", "minutter"];
    let unit = after.trim_start_matches(is_space).split(|c: char| !is_word_part(c)).next();
    unit.is_some_and(|unit| UNITS.contains(&unit))
}

/// "2024-2026"
fn are_years(right: &str, sign: &str) -> bool {
    right
        .split(sign)
        .all(|digits| digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20")))
}

/// Does the line hold numbers with a minus, or nothing but numbers, so that "-43" may be negative?
fn beside_amounts(view: &PartView<'_>, whole: TextRange) -> bool {
    let Some(line) = view.line_of(whole) else { return true };
    let before = &view.text[TextRange::new(line.start(), whole.start())];
    let after = &view.text[TextRange::new(whole.end(), line.end())];
    let minus = |text: &str| {
        let mut signs = text.match_indices(" -");
        signs.any(|(at, sign)| text[at + sign.len()..].starts_with(|c: char| c.is_ascii_digit()))
    };
    minus(before) || minus(after) || !before.chars().chain(after.chars()).any(char::is_alphabetic)
}
