//! The built server, driven over its real pipes as three editors do.

mod actions;
mod client;
mod diagnostics;
mod drafts;
mod editors;
mod faults;
mod features;
mod folder;
mod frames;
mod logs;
mod memory;
mod navigation;
mod outline;
mod parity;
mod people;
mod places;
mod projects;
mod quiet;
mod robustness;
mod settings;
mod suppress;
mod sync;
