//! A character on a page, as a person would hold it.

/// A character on a page, in points from the upper left corner.
#[derive(Clone, Debug)]
pub(super) struct Character {
    pub(super) x: f64,
    pub(super) end: f64,
    /// The line it stands on.
    pub(super) y: f64,
    /// Its size.
    pub(super) size: f64,
    /// Which of the pieces that the page was painted in.
    pub(super) run: u32,
    pub(super) text: String,
}

/// Is anything of it seen?
pub(super) fn is_shown(character: &Character) -> bool {
    !character.text.trim().is_empty()
}
