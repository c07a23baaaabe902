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
