//! The list of rules: one group a module, one rule a file, each in the alphabetical order of its group.

mod at_points;
mod attendance;
mod dates;
mod decisions;
mod document;
mod figures;
pub(crate) mod folder;
pub(crate) use privacy::{Verdict, weighed};
mod language;
mod names;
mod privacy;
mod references;
mod spelling;
mod structure;
mod typography;

use std::sync::LazyLock;

use crate::lint::{Rule, Selection, Settings, UnknownName};

/// Every rule, group by group. Help, documentation, settings, schema and tests derive from this list.
pub static RULES: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| {
    let groups = [
        structure::RULES,
        at_points::RULES,
        decisions::RULES,
        dates::RULES,
        references::RULES,
        names::RULES,
        typography::RULES,
        spelling::RULES,
        privacy::RULES,
        language::RULES,
        document::RULES,
        figures::RULES,
        attendance::RULES,
        folder::RULES,
    ];
    groups.concat()
});

/// The rule called `name`.
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name).copied()
}

impl Default for Settings {
    fn default() -> Self {
        let on = RULES.iter().filter(|rule| rule.on);
        Self { rules: on.map(|&rule| (rule, rule.severity)).collect() }
    }
}

impl Settings {
    /// The rules of the catalog that `selection` asks for.
    ///
    /// # Errors
    /// A name that is neither a rule nor a group.
    pub fn new(selection: &Selection) -> Result<Self, UnknownName> {
        Self::among(&RULES, selection)
    }
}
