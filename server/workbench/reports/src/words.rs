//! What severities and outcomes are called.

use rules::lint::Severity;
use rules::minutes::Outcome;
use workbench::lang::Lang;

/// The name of a severity.
pub(super) fn severity(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => lang.pick("fejl", "error"),
        Severity::Warning => lang.pick("advarsel", "warning"),
        Severity::Info => lang.pick("bemærkning", "remark"),
        Severity::Hint => lang.pick("vink", "hint"),
    }
}

/// What was decided; `None` for words that name no outcome.
pub fn outcome_word(outcome: Outcome, lang: Lang) -> Option<&'static str> {
    let (da, en) = outcome.words();
    (outcome != Outcome::Other).then(|| lang.pick(da, en))
}
