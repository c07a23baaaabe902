//! The word lists and house styles that are part of the program.
//!
//! They are written in `lists/*.toml` and `houses/*.toml`, where a secretary could correct them. TOML takes long to
//! read, a third of the time that a small document takes from start to end, so `build.rs` packs them.

#[allow(missing_docs, reason = "`lists/closed.toml` says what each of its lists is for")]
pub mod closed;
mod packed;

use packed::Packed;
use serde::Deserialize;

/// The lists by name, packed. A `static`, since every crate that reads one would get its own copy of a `const`.
static LISTS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/data.rs"));

/// A line for each error of `lists/known_errors.toml`, parted by tabs: its kind, the bytes of [`KNOWN_ERRORS`] that are the error
/// from the first to the one behind the last, the first right form, and the wrong forms. At a start the thousands of forms are
/// read, and an error only when it is found.
pub static KNOWN_FORMS: &str = include_str!(concat!(env!("OUT_DIR"), "/known_forms.txt"));

/// The errors of `lists/known_errors.toml`, each packed, one behind the other.
pub static KNOWN_ERRORS: &str = include_str!(concat!(env!("OUT_DIR"), "/known_errors.txt"));

/// Reads the list called `name`, which is part of the program, so that its words may stay where they lie.
pub fn read<T: Deserialize<'static>>(name: &str) -> T {
    unpacked(list(name))
}

/// Reads what is packed in the program.
pub fn unpacked<T: Deserialize<'static>>(list: &'static str) -> T {
    const OWN: &str = "the lists are part of the program, and tests read them all";
    let mut packed = Packed::new(list);
    let read = T::deserialize(&mut packed).expect(OWN);
    assert!(packed.is_read(), "{OWN}");
    read
}

/// The list called `name`, packed. It has no type to be built for, so that the lists lie in the program once.
fn list(name: &str) -> &'static str {
    LISTS.iter().find(|(list, _)| *list == name).map(|(_, list)| *list).expect("a list of the program")
}
