//! The list of rules: one group a module, one rule a file, each in the alphabetical order of its group.

mod at_points;
mod attendance;
mod dates;
mod decisions;
mod document;
mod figures;
pub mod folder;
mod language;
mod names;
mod privacy;
mod references;
mod spelling;
mod structure;
mod typography;

use std::sync::LazyLock;

use lint::{Rule, Settings};

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

/// The rules that run where nobody asks for others.
pub fn standard() -> Settings {
    let on = RULES.iter().filter(|rule| rule.on);
    Settings::new(on.map(|&rule| (rule, rule.severity)).collect())
}
