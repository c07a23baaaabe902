//! Keeps a fault in the program from ending a run over many files.
//!
//! The words of a panic may quote the text that was read, and with it a CPR number, so they are not shown: only the
//! place in the code is.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};

thread_local! {
    static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Makes panics silent; [`guarded`] tells where they were.
pub fn install() {
    set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        PLACE.with_borrow_mut(|last| *last = place);
    }));
}

/// What `run` returns, or the place in the code where it gave up.
pub fn guarded<T>(run: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(run)).map_err(|_| PLACE.with_borrow_mut(std::mem::take))
}

#[cfg(test)]
mod tests {
    use super::{guarded, install};

    #[test]
    fn a_fault_is_told_by_its_place_and_not_by_its_words() {
        install();
        let place = guarded(|| panic!("at \"010203-0000\"")).expect_err("a fault");
        assert!(place.contains("guard.rs") && !place.contains("010203"), "{place}");
        assert_eq!(guarded(|| 1), Ok(1));
    }
}
