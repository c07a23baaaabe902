//! The built server, driven over its real pipes as three editors do.

mod actions;
mod answered;
mod asked_for;
mod attachments;
mod begun;
mod client;
mod completion;
mod cures;
mod diagnostics;
mod drafts;
mod editors;
mod faults;
mod features;
mod folder;
mod followed;
mod frames;
mod logs;
mod memory;
mod navigation;
mod offers;
mod outline;
mod parity;
mod people;
mod places;
#[path = "../planted_numbers/mod.rs"]
mod planted_numbers;
mod private;
mod projects;
mod quiet;
mod references;
mod renamed;
mod renumbered;
mod robustness;
mod sentences;
mod settings;
#[path = "../../../rules/tests/random/settled.rs"]
mod settled;
mod stated;
mod suppress;
mod sync;
mod typed_again;
mod written_over;
