//! Errors about privacy that settings switch off: that is the house's to decide, and never without a word.

use std::path::Path;

use rules::lint::{Rule, Selection, Settings, Severity};

use super::Config;

/// The group that nobody switches off unseen.
const GROUP: &str = "privacy";

impl Config {
    /// What is switched off of privacy for the document called `name`: the whole group, or the rules by name. Nothing is where
    /// others were merely selected.
    pub fn silenced(&self, name: &Path) -> Vec<&'static str> {
        let asked = self.selection(&self.holding(name));
        let severity = asked.severity.iter().filter(|(_, severity)| severity.is_some()).cloned().collect();
        let all = Selection { select: asked.select.clone(), ignore: Vec::new(), severity };
        let (all, kept) = (self.errors(&all), self.running(&asked));
        let gone: Vec<&str> =
            all.iter().filter(|rule| !kept.contains(&rule.name)).map(|rule| rule.name).collect();
        if gone.len() > 1 && gone.len() == all.len() { vec![GROUP] } else { gone }
    }

    /// What is chosen for a document that these overrides hold for.
    pub(super) fn selection(&self, holding: &[usize]) -> Selection {
        let mut chosen = self.chosen.clone();
        for &n in holding {
            chosen.add(&self.overrides[n].lint);
        }
        chosen.with(&self.overlay)
    }

    fn errors(&self, asked: &Selection) -> Vec<&'static Rule> {
        let rules = Settings::among(&self.rules, asked).map(|settings| settings.rules).unwrap_or_default();
        let is_error = |(rule, severity): &(&'static Rule, Severity)| {
            rule.group() == GROUP && *severity == Severity::Error
        };
        rules.into_iter().filter(is_error).map(|(rule, _)| rule).collect()
    }

    fn running(&self, asked: &Selection) -> Vec<&'static str> {
        let rules = Settings::among(&self.rules, asked).map(|settings| settings.rules).unwrap_or_default();
        rules.into_iter().map(|(rule, _)| rule.name).collect()
    }
}
