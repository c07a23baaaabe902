//! Rules, the views they read, and the findings they make.
//!
//! A rule is one `static` with one function. It sees an item, a part of the text or the whole meeting through a view
//! that cannot change anything, and reports findings in offsets of what it was given. Which rules run, and how severe
//! they are, is decided in [`Settings`]; a rule never asks.

mod called;
mod context;
pub mod custom;
mod diagnostic;
mod dictionary;
mod findings;
pub mod fix;
mod knowledge;
pub mod lexicon;
mod names;
mod once;
mod options;
mod proof;
mod prose;
mod rule;
mod running_text;
mod runs;
mod settings;
mod view;
mod zones;

pub use called::{about, called};
pub(crate) use context::Asks;
pub use context::{Asked, Context, Frame};
pub use diagnostic::{Diagnostic, Note, Related, Severity};
pub use dictionary::{Dictionary, DictionaryError};
pub use findings::{Findings, Report};
pub use fix::{Applicability, Fix};
pub(crate) use knowledge::{Changes, Counted, Knowledge, people_in};
pub use knowledge::{Facts, Slip, Slips};
pub use names::{Member, Names, Party};
pub(crate) use once::told_once;
pub use once::{Habit, gather};
pub use options::{Allowed, Choice, OptionError, Options, RuleOption, Value};
pub use rule::{Check, Example, Fixes, Reads, Rule, Text, Waits};
pub use settings::{Selection, Settings, UnknownName, known};
pub(crate) use view::KeepsRegister;
pub use view::{ItemView, MinutesView, NamesView, PartView};
pub(crate) use zones::{admits, admitted, of_part};
