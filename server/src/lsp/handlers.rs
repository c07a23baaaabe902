//! What the server can do: one feature per file, each a plain function over a snapshot.

mod carried;
pub(crate) mod code_action;
pub(crate) mod code_lens;
pub(crate) mod command;
mod compare;
pub(crate) mod completion;
pub(crate) mod diagnostics;
pub(crate) mod document_link;
pub(crate) mod file_rename;
mod fix_folder;
pub(crate) mod folding;
pub(crate) mod formatting;
pub(crate) mod hover;
pub(crate) mod inlay_hint;
pub(crate) mod navigation;
pub(crate) mod of_folder;
pub(crate) mod on_type;
mod partner;
pub(crate) mod rename;
pub(crate) mod selection;
pub(crate) mod symbols;
pub(crate) mod tokens;
pub(crate) mod workspace;
pub(crate) mod workspace_symbol;
