//! What the command line, the language server and a page in a browser all stand on: words in two languages, what is wrong
//! outside the texts, rules about more than the text, names of findings, drafts.
//!
//! No files, no clock, no environment, no threads: what lies on a disk is given as text.

pub mod baseline;
pub mod compared;
pub mod config;
pub mod draft;
pub mod findings;
pub mod foreign;
pub mod globs;
pub mod guard;
pub mod lang;
pub mod limits;
pub mod named;
pub mod outside;
pub mod page;
pub mod passages;
pub mod paths;
pub mod problem;
pub mod survive;
