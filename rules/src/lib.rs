//! What a careful colleague would remark on in the minutes of a Danish municipal committee.
//!
//! The core is pure: text in, findings out. It knows no files, clock, environment or protocol, and starts no threads.
//! Any text has a tree; what can fail is what somebody gives beside it: a house style, a selection of rules, a rule of
//! their own, an option, a dictionary.
//!
//! ```
//! use std::sync::Arc;
//! use rules::document::{Document, Engine};
//!
//! let text = "Byrådet\n4. april 2022\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n";
//! let document = Document::new(Arc::new(Engine::default()), text.to_owned());
//! let item = document.minutes().items().next().expect("one item");
//! assert_eq!(item.item.number.map(|(n, _)| n), Some(1));
//! ```

pub mod compare;
pub mod folder;
pub mod lessons;
pub mod manual;
pub mod publish;

// The crates below, under the names that they had as rooms of this one.
pub use document::{decisions, outline, repair};
pub use text::{clock, workers};
pub use {
    catalog, confidential, danish, document, facts, house, lint, minutes, privacy, segment, syntax, text,
    zones,
};
