//! Safe fixes, made until nothing is left to fix: what "fix all" and formatting do.

use std::sync::Arc;

use rules::document::Document;
use rules::lint::{Applicability, Diagnostic, Rule};
use rules::repair::{Repaired, repair_document};
use rules::text::edit::Edit;
use rules::text::{TextRange, range};
use similar::{DiffTag, TextDiff};
use snapshot::document::Snapshot;

/// The edits that make every safe fix of a finding that counts and is of a rule that is `wanted`; empty when there is nothing to do, or
/// when the fixes do not come to an end.
pub fn settle(snapshot: &Snapshot, wanted: &dyn Fn(&Rule) -> bool) -> Vec<Edit> {
    // Reading the text again to find that there is nothing to do would take its time.
    if !snapshot.has_any(&|found| is_safe(found) && wanted(found.rule)) {
        return Vec::new();
    }
    let (document, project) = (&snapshot.document, &snapshot.project);
    let counted = |document: &Document| -> Vec<Diagnostic> {
        let findings = project.filter.findings(document, &project.name).into_iter();
        findings.filter(|found| is_safe(found) && wanted(found.rule)).map(Arc::unwrap_or_clone).collect()
    };
    // What is mended is read again, by no more rules than that takes.
    let mut engine = (**document.engine()).clone();
    engine.settings.rules.retain(|(rule, _)| wanted(rule));
    match repair_document((**document).clone(), &Arc::new(engine), Applicability::Safe, &counted) {
        Ok(Repaired { edits: Some(edits), .. }) => in_order(document.text(), edits),
        Ok(repaired) if !repaired.made.is_empty() => differences(document.text(), &repaired.text),
        _ => Vec::new(),
    }
}

/// `edits`, in the order of the `text`, each without what it leaves as it is.
fn in_order(text: &str, mut edits: Vec<Edit>) -> Vec<Edit> {
    edits.sort();
    edits.iter().map(|edit| narrowed(&text[edit.range()], edit.text(), edit.range().start().into())).collect()
}

/// May there be anything for [`settle`] to do? Tells without doing it.
pub fn may_settle(snapshot: &Snapshot) -> bool {
    snapshot.has_any(&is_safe)
}

/// May it mend anything of what stands on the lines of `place`?
pub fn may_settle_at(snapshot: &Snapshot, place: TextRange) -> bool {
    let lines = snapshot.document.lines();
    let (first, last) = (lines.line_of(place.start()), lines.line_of(place.end()));
    let place = TextRange::new(lines.start_of(first), lines.range_of(last).end());
    snapshot
        .has_any(&|found| is_safe(found) && found.range.intersect(place).is_some_and(|both| !both.is_empty()))
}

fn is_safe(diagnostic: &Diagnostic) -> bool {
    diagnostic.fixes.iter().any(|fix| fix.applicability == Applicability::Safe && !fix.edits.is_empty())
}

/// The lines of `old` that differ from `new`, each cut down to what really does.
fn differences(old: &str, new: &str) -> Vec<Edit> {
    let diff = TextDiff::from_lines(old, new);
    let starts = |slices: &mut dyn Iterator<Item = &str>| {
        let mut starts = vec![0];
        for slice in slices {
            starts.push(starts[starts.len() - 1] + slice.len());
        }
        starts
    };
    let (olds, news) = (starts(&mut diff.iter_old_slices()), starts(&mut diff.iter_new_slices()));
    let mut edits = Vec::new();
    for op in diff.ops().iter().filter(|op| op.tag() != DiffTag::Equal) {
        let (from, to) = (olds[op.old_range().start], olds[op.old_range().end]);
        let words = &new[news[op.new_range().start]..news[op.new_range().end]];
        edits.push(narrowed(&old[from..to], words, from));
    }
    edits
}

/// The edit that makes `new` of `old`, which begins at `from`: what is alike at both ends stays.
fn narrowed(old: &str, new: &str, from: usize) -> Edit {
    let head: usize =
        old.chars().zip(new.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let (old_rest, new_rest) = (&old[head..], &new[head..]);
    let alike = old_rest.chars().rev().zip(new_rest.chars().rev()).take_while(|(a, b)| a == b);
    let tail: usize = alike.map(|(a, _)| a.len_utf8()).sum();
    Edit::replace(range(from + head, from + old.len() - tail), &new[head..new.len() - tail])
}

#[cfg(test)]
mod tests {
    use rules::text::edit::Edits;

    use super::differences;

    #[test]
    fn differences_are_as_small_as_they_can_be() {
        let (old, new) = ("a\næble og pære\r\nb\n", "a\næble samt pære\r\nb\nc\n");
        let edits = differences(old, new);
        assert_eq!(edits.iter().map(rules::text::edit::Edit::text).collect::<Vec<_>>(), ["samt", "c\n"]);
        assert_eq!(Edits::new(edits).and_then(|edits| edits.apply(old)).as_deref(), Some(new));
    }
}
