//! Dates and times of day.

mod cues;
mod deadline;
mod format;
mod holiday;
mod invalid;
mod meeting;
mod meeting_times;
mod period;
mod publication;
mod time;
mod weekday;

use lint::Rule;
use text::is_space;

pub(super) static RULES: &[&Rule] = &[
    &deadline::RULE,
    &format::RULE,
    &holiday::RULE,
    &invalid::RULE,
    &meeting::RULE,
    &meeting_times::RULE,
    &period::RULE,
    &publication::RULE,
    &time::RULE,
    &weekday::RULE,
];

/// What of the words `before` a date stands before the sign or the "og" that joins another day to it: "den 7" of "den 7-".
fn joined_before(before: &str) -> Option<&str> {
    let before = before.trim_end_matches(is_space);
    let rest = before.strip_suffix(['-', '–', '/']).or_else(|| before.strip_suffix(" og"))?;
    Some(rest.trim_end_matches(is_space))
}
