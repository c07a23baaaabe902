//! Everything that is wrong with the settings, and not the first fault alone.
//!
//! What is wrong is blanked out, and the settings are read again: offsets stay, and what is read next is as it was.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rules::clock::Clock;
use rules::lint::Dictionary;
use rules::workers::Workers;

use super::source::{ConfigError, statement};
use super::{Lender, Side};
use crate::problem::Problem;

/// Nobody mends more at a time.
const MOST: usize = 20;

/// `first` with the faults that are found behind it when `read` is asked again, each time without those that are known.
pub(super) fn with_all<T>(
    first: ConfigError,
    lender: &Arc<dyn Lender>,
    read: impl Fn(Arc<dyn Lender>) -> Result<T, ConfigError>,
) -> ConfigError {
    let ConfigError(mut first) = first;
    let mut gone: Vec<(PathBuf, Range<usize>)> = Vec::new();
    let mut last = (*first).clone();
    while first.more.len() < MOST {
        let Some(range) = last.range.clone() else { break };
        let without = Without { lender: lender.clone(), gone: gone.clone() };
        let Some(blank) = without.text(&last.path).and_then(|text| statement(&text, range)) else { break };
        gone.push((last.path.clone(), blank));
        let Err(ConfigError(next)) = read(Arc::new(Without { gone: gone.clone(), ..without })) else { break };
        // What nobody can place, or what was told, ends the search: without the one profile there is still none of that name.
        if next.range.is_none() || next.problem == last.problem {
            break;
        }
        last = *next;
        first.more.push(last.clone());
    }
    ConfigError(first)
}

/// Lends files of settings without some of their bytes.
#[derive(Debug)]
struct Without {
    lender: Arc<dyn Lender>,
    /// The file, and the bytes.
    gone: Vec<(PathBuf, Range<usize>)>,
}

impl Without {
    /// The text of the file of settings at `path`, as far as it is lent.
    fn text(&self, path: &Path) -> Option<String> {
        let folder = crate::paths::folder_of(path);
        let name = path.file_name().map_or(path, Path::new);
        self.settings(folder, name, "").ok().map(|side| side.text)
    }
}

impl Lender for Without {
    fn settings(&self, folder: &Path, written: &Path, name: &str) -> Result<Side, Problem> {
        let mut side = self.lender.settings(folder, written, name)?;
        for (_, range) in self.gone.iter().filter(|(path, _)| *path == side.path) {
            let Some(words) = side.text.get(range.clone()) else { continue };
            // A sign of several bytes leaves as many spaces.
            let blank: String = words
                .bytes()
                .map(|byte| if matches!(byte, b'\n' | b'\r') { char::from(byte) } else { ' ' })
                .collect();
            side.text.replace_range(range.clone(), &blank);
        }
        Ok(side)
    }

    fn style(&self, folder: &Path, written: &Path, name: &str) -> Result<String, Problem> {
        self.lender.style(folder, written, name)
    }

    fn dictionary(&self, file: &Path) -> Result<Arc<Dictionary>, Problem> {
        self.lender.dictionary(file)
    }

    fn name(&self, path: &Path) -> String {
        self.lender.name(path)
    }

    fn workers(&self) -> Workers {
        self.lender.workers()
    }

    fn clock(&self) -> Clock {
        self.lender.clock()
    }
}
