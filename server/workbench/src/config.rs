//! `referent.toml`: checked, and what it says for each document.
//!
//! Settings are not merged with those of folders further up; `extends` names what they build on. What was asked for
//! beside the files, on the command line or by an editor, comes as an [`Overlay`] and wins. Which file holds for a document,
//! and how it is read, is a matter of whoever has a disk: the [`Lender`].
//!
//! Order, the later wins: what is built in, the file that is extended, the file, its profile, its overrides, the overlay.

mod add_word;
mod all_faults;
mod checked;
mod complaint;
mod custom;
mod dictionary;
mod house;
mod insertion;
mod layers;
mod options;
mod schema;
mod selection;
mod show;
mod silenced;
mod source;
mod sources;
mod suppression;
mod switch_off;
mod walking;
mod written;

use std::fmt::Debug;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rules::clock::Clock;
use rules::lint::{Dictionary, Severity};
use rules::minutes::Stage;
use rules::workers::Workers;

use crate::problem::Problem;

pub use add_word::add_word;
pub use checked::Config;
pub use insertion::added;
pub use schema::schema;
pub use selection::unknown_rule;
pub use show::show;
pub(crate) use source::Source;
pub use source::{ConfigError, Fault};
pub use suppression::Suppression;
pub use switch_off::{new_settings, switch_off};
pub use walking::{EXTENSIONS, Walking};
pub use written::FailOn;
pub(crate) use written::Sidecar;

/// What a file of settings is called.
pub const NAME: &str = "referent.toml";

/// What was asked for beside the files; it wins over them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overlay {
    /// Only these rules.
    pub select: Vec<String>,
    /// Not these rules.
    pub ignore: Vec<String>,
    /// Severities by rule or group; `None` is off.
    pub severity: Vec<(String, Option<Severity>)>,
    /// The name of a house style, or a .toml file.
    pub style: Option<String>,
    /// Agenda or minutes.
    pub stage: Option<Stage>,
    /// The profile.
    pub profile: Option<String>,
    /// Does somebody wait at every letter? Then a rule of their own that takes too long gives up.
    pub hurries: bool,
}

/// A document with the settings that hold for it.
#[derive(Clone, Debug)]
pub struct Located {
    /// The settings of its folder.
    pub config: Arc<Config>,
    /// The name that patterns are held against: from the folder of the settings, where it lies below that.
    pub name: PathBuf,
}

/// A file that was read.
#[derive(Clone, Debug)]
pub struct Side {
    /// Where it lies, without links.
    pub path: PathBuf,
    /// What it says.
    pub text: String,
}

/// What settings are read with: the files that they name, and what a machine lends those who work by them.
pub trait Lender: Debug + Send + Sync {
    /// Reads the file of settings that `written` names from `folder`; `name` is what it is called in a complaint.
    ///
    /// # Errors
    /// Why it cannot be read.
    fn settings(&self, folder: &Path, written: &Path, name: &str) -> Result<Side, Problem>;

    /// The text of the house style that `written` names from `folder`; `name` is what it is called in a complaint.
    ///
    /// # Errors
    /// Why it cannot be read.
    fn style(&self, folder: &Path, written: &Path, name: &str) -> Result<String, Problem>;

    /// The dictionary whose `.dic` file is `file`.
    ///
    /// # Errors
    /// Why it cannot be read.
    fn dictionary(&self, file: &Path) -> Result<Arc<Dictionary>, Problem>;

    /// What the file at `path` is called for people.
    fn name(&self, path: &Path) -> String;

    /// Who divides the work on a long document.
    fn workers(&self) -> Workers;

    /// What tells how long a rule has taken.
    fn clock(&self) -> Clock;
}

/// A complaint about what was asked for beside the files, or a file that cannot be read at all.
pub fn overlay_error(problem: Problem) -> ConfigError {
    ConfigError(Box::new(Fault {
        path: PathBuf::new(),
        name: String::new(),
        range: None,
        place: None,
        problem,
        more: Vec::new(),
        alone: false,
    }))
}

/// Can `text` be read as settings?
///
/// # Errors
/// What is wrong with it, and where.
pub fn can_be_read(text: &str) -> Result<(), ConfigError> {
    Source::read::<written::RawConfig>(Path::new(NAME), NAME, text.to_owned()).map(|_| ())
}
