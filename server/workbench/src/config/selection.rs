//! Which rules run: what files, profile, overrides and overlay say together.

use std::collections::BTreeMap;

use rules::lint::{Rule, Selection, UnknownName, known};

use super::Overlay;
use super::source::{ConfigError, Source};
use super::written::{Folder, Level, Lint, OverrideLint};
use crate::problem::Problem;

/// What is said so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Chosen {
    select: Vec<String>,
    ignore: Vec<String>,
    severity: BTreeMap<String, Level>,
}

impl Chosen {
    /// Puts what `lint` says in the place of what was said.
    pub(super) fn replace(&mut self, lint: &Lint) {
        self.select = lint.select.clone().unwrap_or(std::mem::take(&mut self.select));
        self.ignore = lint.ignore.clone().unwrap_or(std::mem::take(&mut self.ignore));
        self.severity.extend(lint.severity.clone());
    }

    /// Takes in what the files of a folder are compared for; a severity that is set for such a rule stays.
    pub(super) fn compare(&mut self, folder: Folder) {
        for (rule, asked) in folder.rules() {
            if !asked {
                self.severity.insert(rule.to_owned(), Level::Off);
                continue;
            }
            self.severity.entry(rule.to_owned()).or_insert(Level::Warning);
            if !self.select.is_empty() {
                self.select.push(rule.to_owned());
            }
        }
    }

    /// Adds what `lint` says for some of the files.
    pub(super) fn add(&mut self, lint: &OverrideLint) {
        self.select = lint.select.clone().unwrap_or(std::mem::take(&mut self.select));
        self.ignore.extend(lint.ignore.clone().unwrap_or_default());
        self.severity.extend(lint.severity.clone());
    }

    /// With what was asked for beside the files: a rule that is named there runs, whatever the files say.
    pub(super) fn with(mut self, overlay: &Overlay) -> Selection {
        if !overlay.select.is_empty() {
            let asked = |name: &str| overlay.select.iter().any(|asked| covers(name, asked));
            self.ignore.retain(|name| !asked(name));
            self.severity.retain(|name, level| *level != Level::Off || !asked(name));
            self.select = overlay.select.clone();
        }
        self.ignore.extend(overlay.ignore.clone());
        let mut severity: Vec<_> =
            self.severity.into_iter().map(|(name, level)| (name, level.severity())).collect();
        // The more special name is the later, and wins.
        severity.sort_by_key(|(name, _)| (name != "all", name.contains('/')));
        severity.extend(overlay.severity.clone());
        Selection { select: self.select, ignore: self.ignore, severity }
    }
}

/// Is `asked` the rule or group `name`, or a rule of it?
fn covers(name: &str, asked: &str) -> bool {
    asked == name || asked.strip_prefix(name).is_some_and(|rest| rest.starts_with('/'))
}

/// Are all names in the table `key` of `source` those of rules or groups?
pub(super) fn check(
    source: &Source,
    key: &str,
    lists: [&Option<Vec<String>>; 2],
    severity: &BTreeMap<String, Level>,
    rules: &[&'static Rule],
) -> Result<(), ConfigError> {
    for (list, names) in ["select", "ignore"].iter().zip(lists) {
        for (i, name) in names.iter().flatten().enumerate() {
            known(name, rules)
                .map_err(|error| source.error(&format!("{key}.{list}[{i}]"), unknown_rule(&error)))?;
        }
    }
    for name in severity.keys() {
        known(name, rules)
            .map_err(|error| source.key_error(&format!("{key}.severity.{name}"), unknown_rule(&error)))?;
    }
    Ok(())
}

/// A name that is neither a rule nor a group.
pub fn unknown_rule(error: &UnknownName) -> Problem {
    let name = &error.name;
    let (da, en) = match error.nearest {
        Some(nearest) => (format!("mente du \"{nearest}\"?"), format!("did you mean \"{nearest}\"?")),
        None => ("se dem med \"referent rules\"".to_owned(), "see them with \"referent rules\"".to_owned()),
    };
    Problem::new(
        format!("ingen regel eller gruppe hedder \"{name}\"; {da}"),
        format!("no rule or group is called \"{name}\"; {en}"),
    )
}

#[cfg(test)]
mod tests {
    use super::{Chosen, covers};
    use crate::config::Overlay;
    use crate::config::written::{Folder, Level, Lint};

    #[test]
    fn a_rule_that_is_asked_for_runs() {
        let mut chosen = Chosen::default();
        let ignore = Some(vec!["dates".to_owned(), "names".to_owned()]);
        let severity = [("dates/weekday".to_owned(), Level::Off)].into();
        chosen.replace(&Lint { ignore, severity, ..Lint::default() });
        let overlay = Overlay { select: vec!["dates/weekday".to_owned()], ..Overlay::default() };
        let selection = chosen.with(&overlay);
        assert_eq!(selection.ignore, ["names"]);
        assert!(selection.severity.is_empty());
        assert!(
            covers("dates", "dates/time") && !covers("dates", "datestamps") && !covers("dates/time", "dates")
        );
    }

    #[test]
    fn what_a_folder_is_compared_for_is_asked_for() {
        let select = Some(vec!["dates".to_owned()]);
        let mut chosen = Chosen::default();
        chosen.replace(&Lint { select, ..Lint::default() });
        chosen.compare(Folder {
            running_number: Some(true),
            committee_name: Some(false),
            ..Folder::default()
        });
        let selection = chosen.with(&Overlay::default());
        assert_eq!(selection.select, ["dates", "folder/running-number"]);
        let severities: Vec<(&str, bool)> =
            selection.severity.iter().map(|(name, severity)| (&**name, severity.is_some())).collect();
        assert_eq!(severities, [("folder/committee-name", false), ("folder/running-number", true)]);
    }

    #[test]
    fn the_more_special_name_wins() {
        let mut chosen = Chosen::default();
        let severity =
            ["at-points", "all", "at-points/marker"].map(|name| (name.to_owned(), Level::Hint)).into();
        chosen.replace(&Lint { severity, ..Lint::default() });
        let names: Vec<String> =
            chosen.with(&Overlay::default()).severity.into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["all", "at-points", "at-points/marker"]);
    }
}
