//! Dates and times of day.

mod format;
mod invalid;
mod meeting;
mod publication;
mod time;
mod weekday;

use crate::lint::Rule;

pub(super) static RULES: &[&Rule] =
    &[&format::RULE, &invalid::RULE, &meeting::RULE, &publication::RULE, &time::RULE, &weekday::RULE];
