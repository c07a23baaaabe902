//! The word lists and house styles that are part of the program.
//!
//! They are written in `lists/*.toml` and `houses/*.toml`, where a secretary could correct them. TOML takes long to
//! read, a third of the time that a small document takes from start to end, so `build.rs` makes them into JSON.

#[allow(missing_docs, reason = "`lists/closed.toml` says what each of its lists is for")]
pub mod closed;

use serde::Deserialize;

/// The lists by name, as JSON. A `static`, since every crate that reads one would get its own copy of a `const`.
static LISTS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/data.rs"));

/// Reads the list called `name`, which is part of the program, so that its words may stay where they lie.
pub fn read<T: Deserialize<'static>>(name: &str) -> T {
    serde_json::from_str(json(name)).expect("the lists are part of the program, and tests read them all")
}

/// The list called `name`, as JSON. It has no type to be built for, so that the lists lie in the program once.
fn json(name: &str) -> &'static str {
    LISTS.iter().find(|(list, _)| *list == name).map(|(_, json)| *json).expect("a list of the program")
}
