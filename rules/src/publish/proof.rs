//! The copy, read anew as a document of its own: nothing closed may be left to take out of it.

use super::Allowed;
use super::plan::Plan;
use crate::document::Document;
use crate::house::ClosedDecision;
use crate::lint::Severity;
use crate::text::TextRange;

/// What of the copy would be taken out if a copy were made of it, and what `privacy/closed-item` finds in it.
pub(super) fn left(copy: &Document) -> Vec<TextRange> {
    let plan = Plan::of(copy, &Allowed::Nothing);
    let closed = plan.withheld.iter().filter(|withheld| withheld.kind.is_of_closed());
    let mut left: Vec<TextRange> = closed.map(|withheld| withheld.edit.range()).collect();
    if copy.context().house.decisions.closed != ClosedDecision::All {
        let found = copy.diagnostics().into_iter();
        let found = found
            .filter(|found| found.rule.name == "privacy/closed-item" && found.severity >= Severity::Warning);
        left.extend(found.map(|found| found.range));
    }
    left
}
