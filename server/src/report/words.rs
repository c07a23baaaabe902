//! What severities and outcomes are called.

use rules::lint::Severity;
use rules::minutes::Outcome;

use crate::lang::Lang;

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
pub(crate) fn outcome_word(outcome: Outcome, lang: Lang) -> Option<&'static str> {
    let (da, en) = match outcome {
        Outcome::Approved => ("godkendt", "approved"),
        Outcome::Noted => ("taget til efterretning", "noted"),
        Outcome::Discussed => ("drøftet", "discussed"),
        Outcome::Recommended => ("anbefalet", "recommended"),
        Outcome::Adopted => ("vedtaget", "adopted"),
        Outcome::Rejected => ("forkastet", "rejected"),
        Outcome::Postponed => ("udsat", "postponed"),
        Outcome::Returned => ("sendt tilbage", "returned"),
        Outcome::Forwarded => ("sendt videre", "forwarded"),
        Outcome::Withdrawn => ("taget af dagsordenen", "withdrawn"),
        Outcome::Lapsed => ("bortfaldet", "lapsed"),
        Outcome::Other => return None,
    };
    Some(lang.pick(da, en))
}
