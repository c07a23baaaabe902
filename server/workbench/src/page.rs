//! By what a page is known that the program has written itself.

/// What every page says that the program writes. A page that only speaks of a "referent" is that of somebody who takes minutes.
pub const MADE_BY: &str = "<meta name=\"generator\" content=\"referent\">";

/// Is `head` what a page begins with that the program has written itself?
pub fn is_own_page(head: &str) -> bool {
    head.contains(MADE_BY)
}
