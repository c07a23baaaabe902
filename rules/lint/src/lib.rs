//! Rules, the views they read, and the findings they make.
//!
//! A rule is one `static` with one function. It sees an item, a part of the text or the whole meeting through a view
//! that cannot change anything, and reports findings in offsets of what it was given. Which rules run, and how severe
//! they are, is decided in [`Settings`]; a rule never asks.

mod called;
mod closed;
mod context;
pub mod custom;
mod dictionary;
pub mod fix;
mod gate;
mod knowledge;
pub mod lexicon;
mod names;
mod once;
mod options;
mod over_lines;
mod part_zones;
mod proof;
mod prose;
mod rule;
mod running_text;
mod runs;
mod settings;
mod severity;
mod view;
mod words;
mod wrapped;
mod written_out;

pub use called::{about, called};
pub use closed::{Matter, Told};
pub use context::Asks;
pub use context::{Asked, Context, Frame};
pub use dictionary::{Dictionary, DictionaryError};
pub use fix::{Applicability, Fix, Habit};
pub use gate::admitted;
pub use knowledge::{Changes, Counted, Knowledge, people_in};
pub use knowledge::{Facts, Slip, Slips};
pub use names::{Member, Names, Party};
pub use once::gather;
pub use once::told_once;
pub use options::{Allowed, Choice, OptionError, Options, RuleOption, Value};
pub use part_zones::of_part;
pub use rule::{Check, Diagnostic, Example, Findings, Fixes, Reads, Related, Report, Rule, Waits};
pub use settings::{Selection, Settings, UnknownName, known};
pub use severity::Severity;
pub use view::Keeps;
pub use view::{ItemView, MinutesView, NamesView, PartView, Reading};
pub use words::{Language, Note, Text};
