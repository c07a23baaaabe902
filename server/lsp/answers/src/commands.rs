//! Commands that an editor may run by name; the names are as they stand in `editors/README.md`.

/// Reads settings and documents again, for clients that watch nothing.
pub const RELOAD: &str = "referent.reload";

/// The house styles.
pub const STYLES: &str = "referent.styles";

/// A skeleton of an agenda or of minutes.
pub const NEW: &str = "referent.new";

/// Minutes of an agenda that is open.
pub const NEW_MINUTES: &str = "referent.newMinutes";

/// What there is to say of a document in a line.
pub const STATUS: &str = "referent.status";

/// The next at-point that is not decided, behind a position.
pub const NEXT_UNDECIDED: &str = "referent.nextUndecided";

/// Every safe fix in all minutes of the open folders.
pub const FIX_ALL_IN_FOLDER: &str = "referent.fixAllInFolder";

/// What the minutes changed in what the agenda recommends.
pub const COMPARE: &str = "referent.compareWithAgenda";

/// A word that is right in this house.
pub const ADD_TO_VOCABULARY: &str = "referent.addToVocabulary";

/// Does a document that has not said what it is read like minutes?
pub const TREAT_AS_MINUTES: &str = "referent.treatAsMinutes";

/// An edit of ours, for editors that know code actions only as commands.
pub const APPLY: &str = "referent.applyEdit";

/// Every command.
pub const NAMES: [&str; 11] = [
    RELOAD,
    STYLES,
    NEW,
    NEW_MINUTES,
    STATUS,
    NEXT_UNDECIDED,
    FIX_ALL_IN_FOLDER,
    COMPARE,
    ADD_TO_VOCABULARY,
    TREAT_AS_MINUTES,
    APPLY,
];
