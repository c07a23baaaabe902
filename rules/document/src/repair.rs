//! Applies fixes to a text, again and again until none is left.
//!
//! A fix is made whole or not at all. Of two that touch the same bytes the one that begins first is made, and the
//! other waits for the next pass, when it is found anew in the changed text. A set of fixes that does not come to rest
//! is refused: rules that undo each other must not decide what the minutes say.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::{Document, Engine};
use lint::{Applicability, Diagnostic, Fix};
use text::edit::{Edit, Edits};

/// At most this many passes are made before fixes are taken to go in a circle.
pub const MOST_PASSES: usize = 10;

/// A text whose fixes have been made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repaired {
    /// The text after all fixes.
    pub text: String,
    /// How many fixes of each rule were made.
    pub made: BTreeMap<&'static str, usize>,
    /// The edits, in no order, where they were all made at once.
    pub edits: Option<Vec<Edit>>,
    /// What is left to find in `text`.
    pub left: Vec<Diagnostic>,
}

/// Fixes that go in a circle; the text stays as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the fixes of {} did not settle after {MOST_PASSES} passes", rules.join(", "))]
pub struct Unsettled {
    /// The rules whose fixes were still being made in the last pass.
    pub rules: Vec<&'static str>,
}

/// Which of the findings in a document count; others may be added.
pub type Counted<'a> = &'a dyn Fn(&Document, Vec<Diagnostic>) -> Vec<Diagnostic>;

/// Makes the fixes that are at least as safe as `least`, of the findings that `counted` leaves.
///
/// # Errors
/// Fixes that still change the text after [`MOST_PASSES`] passes.
pub fn repair(
    engine: &Arc<Engine>,
    text: &str,
    least: Applicability,
    counted: Counted<'_>,
) -> Result<Repaired, Unsettled> {
    let document = Document::new(engine.clone(), text.to_owned());
    repair_document(document, engine, least, &|document| counted(document, document.diagnostics()))
}

/// The same for a `document` that is read already, of the findings that `counted` finds in it. Where many fixes are made, what they
/// made is read anew by `engine`.
///
/// # Errors
/// As [`repair`].
pub fn repair_document(
    mut document: Document,
    engine: &Arc<Engine>,
    least: Applicability,
    counted: &dyn Fn(&Document) -> Vec<Diagnostic>,
) -> Result<Repaired, Unsettled> {
    let mut made: BTreeMap<&'static str, usize> = BTreeMap::new();
    let mut only: Option<Vec<Edit>> = None;
    let mut pass = 0;
    loop {
        let found = counted(&document);
        let chosen = choose(&found, least);
        if chosen.is_empty() {
            return Ok(Repaired { text: document.text().to_owned(), made, edits: only, left: found });
        }
        let edits: Vec<Edit> = chosen.iter().flat_map(|(_, fix)| fix.edits.clone()).collect();
        only = (pass == 0).then(|| edits.clone());
        let changed = (pass < MOST_PASSES).then(|| changed(document, engine, edits)).flatten();
        let Some(changed) = changed else {
            let mut rules: Vec<&'static str> = chosen.iter().map(|(rule, _)| *rule).collect();
            rules.sort_unstable();
            rules.dedup();
            return Err(Unsettled { rules });
        };
        (document, pass) = (changed, pass + 1);
        for (rule, _) in chosen {
            *made.entry(rule).or_insert(0) += 1;
        }
    }
}

/// `document` after `edits`: a few are followed, which costs what they touch.
fn changed(mut document: Document, engine: &Arc<Engine>, mut edits: Vec<Edit>) -> Option<Document> {
    const FEW: usize = 16;
    let all = Edits::new(edits.clone())?;
    if edits.len() > FEW {
        return Some(Document::new(engine.clone(), all.apply(document.text())?));
    }
    edits.sort();
    for edit in edits.iter().rev() {
        document.edit(edit)?;
    }
    Some(document)
}

/// Fixes that can be made together, in the order of their places: the best fix of each finding, but none that touches
/// what an earlier one touches.
fn choose(found: &[Diagnostic], least: Applicability) -> Vec<(&'static str, &Fix)> {
    let mut fixes: Vec<(&'static str, &Fix)> = found
        .iter()
        .filter_map(|diagnostic| {
            let fix =
                diagnostic.fixes.iter().find(|fix| fix.applicability >= least && !fix.edits.is_empty())?;
            Some((diagnostic.rule.name, fix))
        })
        .collect();
    fixes.sort_by(|(a, x), (b, y)| x.edits.cmp(&y.edits).then(a.cmp(b)));
    let mut taken: BTreeMap<u32, u32> = BTreeMap::new();
    fixes.retain(|(_, fix)| {
        let free = fix.edits.iter().all(|edit| is_free(&taken, edit));
        if free {
            taken.extend(
                fix.edits.iter().map(|edit| (u32::from(edit.range().start()), u32::from(edit.range().end()))),
            );
        }
        free
    });
    fixes
}

/// Does `edit` touch none of the taken ranges, not even at their borders? Two insertions at one place would depend on
/// their order, and an edit beside another was made for a text that is no longer there.
fn is_free(taken: &BTreeMap<u32, u32>, edit: &Edit) -> bool {
    let (start, end) = (u32::from(edit.range().start()), u32::from(edit.range().end()));
    let before = taken.range(..=end).next_back();
    before.is_none_or(|(_, &taken_end)| taken_end < start)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::repair;
    use crate::Engine;
    use lint::Applicability;

    #[test]
    fn safe_fixes_are_made_and_the_rest_is_left() {
        let text = "1. Budget\r\n\r\nIndstilling\r\n\r\nVi indstiller,\r\n\r\n- at A drøftes,\r\n- At B godkendes,\r\n- C\r\n";
        let repaired = repair(&Arc::new(Engine::default()), text, Applicability::Safe, &|_, mut found| {
            found.retain(|finding| finding.rule.name == "at-points/lead-word");
            found
        });
        let repaired = repaired.expect("fixes that settle");
        assert!(repaired.text.contains("- at B godkendes,\r\n"));
        assert_eq!(repaired.made.get("at-points/lead-word"), Some(&1));
        assert!(repaired.left.iter().any(|finding| finding.rule.name == "at-points/lead-word"));
    }
}
