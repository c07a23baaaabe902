//! What the server answers about one document: a feature a file, each a plain function over a snapshot.

mod carried;
pub mod code_action;
pub mod code_lens;
pub mod commands;
pub mod completion;
pub mod diagnostics;
pub mod document_link;
pub mod file_rename;
pub mod fixes;
pub mod folding;
pub mod formatting;
pub mod hover;
pub mod inlay_hint;
mod manner;
pub mod navigation;
mod numbering;
pub mod on_type;
pub mod raw_findings;
pub mod rename;
pub mod selection;
pub mod symbols;
pub mod tokens;
