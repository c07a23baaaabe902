//! The word lists and house styles that are part of the program.
//!
//! They are written in `lists/*.toml` and `houses/*.toml`, where a secretary could correct them. TOML takes long to
//! read, a third of the time that a small document takes from start to end, so `build.rs` makes them into JSON.

#[allow(missing_docs, reason = "`lists/closed.toml` says what each of its lists is for")]
pub mod closed;

use serde::Deserialize;

/// The lists by name, as JSON.
const LISTS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/data.rs"));

/// Reads the list called `name`, which is part of the program, so that its words may stay where they lie.
pub fn read<T: Deserialize<'static>>(name: &str) -> T {
    let (_, json) = LISTS.iter().find(|(list, _)| *list == name).expect("a list of the program");
    serde_json::from_str(json).expect("the lists are part of the program, and tests read them all")
}
