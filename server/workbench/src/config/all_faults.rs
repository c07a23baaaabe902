//! Everything that is wrong with the settings, and not the first fault alone.
//!
//! What is wrong is blanked out, and the settings are read again: offsets stay, and what is read next is as it was.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rules::clock::Clock;
use rules::lint::Dictionary;
use rules::workers::Workers;

use super::source::{ConfigError, Place, places};
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
    while first.more.len() < MOST && !last.alone {
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

/// What of `text` has to go so that the fault at `range` is in it no more: "key = value", or a whole table where its heading is
/// wrong or where its keys need each other. None where `text` is no TOML.
fn statement(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let places = places(text)?;
    let heads = |line: &str| line.trim_start().starts_with('[');
    let values = Values::of(text, &places);
    let mut headings = Vec::new();
    let mut from = 0;
    for line in text.split_inclusive('\n') {
        // A line of a list over several lines may begin so too.
        if heads(line) && !values.go_over(from) {
            headings.push(from);
        }
        from += line.len();
    }
    let next = headings.iter().position(|start| *start > range.start).unwrap_or(headings.len());
    let end = headings.get(next).copied().unwrap_or(text.len());
    let heading = next.checked_sub(1).map(|at| headings[at]);
    let needed = heading.is_some_and(|start| text[start..].trim_start().starts_with("[["));
    let own = places.values().filter(|place| is_plain(text, place));
    let own = own
        .filter(|place| place.key.start <= range.start && range.start < place.value.end.max(place.key.end));
    match own.min_by_key(|place| place.key.start) {
        Some(place) if !needed => Some(place.key.start..place.value.end),
        _ => heading.map(|start| start..end),
    }
}

/// Where the values of a text lie, those that hold others included.
struct Values {
    /// Where each begins, in order.
    starts: Vec<usize>,
    /// How far the values that begin there or before it go.
    ends: Vec<usize>,
}

impl Values {
    fn of(text: &str, places: &BTreeMap<String, Place>) -> Self {
        let plain = places.values().filter(|place| is_plain(text, place));
        let mut ranges: Vec<_> = plain.map(|place| (place.value.start, place.value.end)).collect();
        ranges.sort_unstable();
        let (starts, ends): (Vec<usize>, Vec<usize>) = ranges.into_iter().unzip();
        let ends = ends.into_iter().scan(0, |most, end| {
            *most = end.max(*most);
            Some(*most)
        });
        Self { starts, ends: ends.collect() }
    }

    /// Does a value begin before byte `at` and end behind it?
    fn go_over(&self, at: usize) -> bool {
        let before = self.starts.partition_point(|start| *start < at);
        before.checked_sub(1).is_some_and(|last| at < self.ends[last])
    }
}

/// Is this "key = value", and no table with its heading or element of a list?
fn is_plain(text: &str, place: &Place) -> bool {
    text.get(place.key.end..place.value.start)
        .is_some_and(|between| between.trim_matches(['"', '\'']).trim() == "=")
}
