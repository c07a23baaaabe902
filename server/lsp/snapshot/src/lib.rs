//! A document as the editor has it at one moment: its text understood, its findings, its settings, what is being typed, where
//! each thing in it stands and what names it. Nothing here speaks to a client.

pub mod answered;
pub mod changes;
pub mod config;
pub mod document;
pub mod edits;
pub mod kept;
pub mod kind;
pub mod occurrences;
pub mod outcomes;
pub mod phrases;
pub mod piece;
pub mod position;
pub mod projects;
pub mod session;
pub mod structure;
pub mod typing;
pub mod unfinished;
pub mod uri;
