//! Where a rule is documented.

use rules::catalog;
use rules::manual::anchor;

/// Where the program is developed.
pub(super) const HOME: &str = env!("CARGO_PKG_REPOSITORY");

/// The address of what is written about `rule`; a rule of the user's own has none.
pub(super) fn address(rule: &str) -> Option<String> {
    catalog::rule(rule).map(|rule| format!("{HOME}/blob/main/rules/RULES.md#{}", anchor(rule.name)))
}
