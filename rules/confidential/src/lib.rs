//! What of minutes is closed: the lines that say so, what they close, and what the lines under a closed item tell of the case.
//!
//! One reading of it serves the outline, the rules and the copy that is published. Which words say it stands in
//! `rules/data/lists/closed.toml`.

pub mod closed;
pub mod closed_signs;
pub mod closure;
pub mod telling_title;
