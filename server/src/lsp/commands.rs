//! Commands that an editor may run by name; the names are as they stand in `editors/README.md`.

/// Reads settings and documents again, for clients that watch nothing.
pub(crate) const RELOAD: &str = "referent.reload";

/// The house styles.
pub(crate) const STYLES: &str = "referent.styles";

/// A skeleton of an agenda or of minutes.
pub(crate) const NEW: &str = "referent.new";

/// Minutes of an agenda that is open.
pub(crate) const NEW_MINUTES: &str = "referent.newMinutes";

/// What there is to say of a document in a line.
pub(crate) const STATUS: &str = "referent.status";

/// The next at-point that is not decided, behind a position.
pub(crate) const NEXT_UNDECIDED: &str = "referent.nextUndecided";

/// Every command.
pub(crate) const NAMES: [&str; 6] = [RELOAD, STYLES, NEW, NEW_MINUTES, STATUS, NEXT_UNDECIDED];
