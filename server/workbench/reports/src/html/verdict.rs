//! The verdict on a document: may it be published as it is?

use rules::lint::Diagnostic;
use rules::privacy::withheld;
use workbench::lang::Lang;

use super::parts::counts;
use crate::Tally;

/// The verdict and its class: what must not be published first, else the counts.
pub(super) fn verdict(found: &[Diagnostic], tally: &Tally, lang: Lang) -> (&'static str, String) {
    let counts = counts(tally, lang);
    let secrets = withheld(found);
    if !secrets.is_empty() {
        let secrets: Vec<&str> = secrets.iter().map(|note| lang.note(note)).collect();
        let must_not = lang.pick("Må ikke offentliggøres", "Must not be published");
        return ("verdict stop", format!("<strong>{must_not}: {}</strong> ({counts})", secrets.join(", ")));
    }
    (if found.is_empty() { "verdict clean" } else { "verdict" }, counts)
}
