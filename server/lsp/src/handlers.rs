//! What takes more than one document, or speaks to the client on the way.

pub(crate) mod command;
mod compare;
mod fix_folder;
pub(crate) mod of_folder;
mod partner;
pub(crate) mod workspace;
pub(crate) mod workspace_symbol;
