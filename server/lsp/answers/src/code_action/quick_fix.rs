//! The fixes of the findings at a place.

use rules::lint::{Applicability, Diagnostic};
use rules::text::TextRange;
use rules::text::edit::Edit;
use snapshot::answered::UNDECIDED;
use snapshot::document::Snapshot;
use snapshot::edits::workspace_edit;
use tower_lsp::ls_types::{self as lsp, CodeAction, CodeActionKind, NumberOrString};

use super::{Rewrite, decisions, renumber};
use crate::diagnostics;

/// Every fix of every finding that touches `place`; the best one is preferred.
pub(super) fn actions(snapshot: &Snapshot, place: TextRange, shown: &[lsp::Diagnostic]) -> Vec<CodeAction> {
    let found = snapshot.findings();
    let mut actions = Vec::new();
    let mut preferred = false;
    let mut here: Vec<_> = found.iter().filter(|found| found.range.intersect(place).is_some()).collect();
    // What only touches the place is a neighbour's, and its cure is not the first.
    here.sort_by_key(|found| found.range.intersect(place).is_none_or(TextRange::is_empty));
    for diagnostic in here {
        let quoted = snapshot.document.mask(std::slice::from_ref(diagnostic)).about(diagnostic);
        if let Some(rewrite) = renumbered(snapshot, diagnostic) {
            actions.push(bound(snapshot, diagnostic, rewrite, shown));
            continue;
        }
        // The fix of the rule alone would leave the answers behind, and let them answer other points.
        if diagnostic.rule.name == NUMBERING {
            continue;
        }
        for fix in &diagnostic.fixes {
            let best = !preferred && fix.applicability == Applicability::Safe;
            preferred |= best;
            actions.push(CodeAction {
                title: quoted.shown(snapshot.session.lang.note(&fix.title)).into(),
                kind: Some(CodeActionKind::QUICKFIX),
                diagnostics: Some(vec![as_shown(snapshot, diagnostic, shown)]),
                edit: Some(workspace_edit(snapshot, &fix.edits)),
                is_preferred: best.then_some(true),
                ..CodeAction::default()
            });
        }
        actions.extend(decided(snapshot, diagnostic, shown));
        actions
            .extend(masked(snapshot, diagnostic).map(|rewrite| bound(snapshot, diagnostic, rewrite, shown)));
    }
    prefer_sole(&mut actions);
    // Editors show them as they come, and Enter takes the first.
    actions.sort_by_key(|action| action.is_preferred != Some(true));
    actions
}

/// Of one finding with one cure that is preferred: whoever asks for a cure there can mean no other.
fn prefer_sole(actions: &mut [CodeAction]) {
    if let [only] = actions
        && !GUESSES.iter().any(|rule| is_of(only, rule))
    {
        only.is_preferred = Some(true);
    }
}

/// Rules whose cure is a guess: what was decided, where a quotation ends and whether a number may stand, only the writer knows.
const GUESSES: [&str; 3] = [UNDECIDED, "typography/quotes", CPR];

/// The rule about personal numbers.
const CPR: &str = "privacy/cpr-number";

/// Hides the digits of a personal number, as a copy to be published has them.
fn masked(snapshot: &Snapshot, diagnostic: &Diagnostic) -> Option<Rewrite> {
    if diagnostic.rule.name != CPR {
        return None;
    }
    let mask = snapshot.document.mask(std::slice::from_ref(diagnostic));
    let hidden = mask.excerpt(diagnostic.range).as_str().to_owned();
    let title = snapshot.session.lang.pick("Skjul cifrene i nummeret", "Hide the digits of the number");
    let is_in_text = !diagnostic.range.is_empty() && hidden != snapshot.text()[diagnostic.range];
    is_in_text.then(|| Rewrite::new(title, vec![Edit::replace(diagnostic.range, hidden)]))
}

/// Is `action` the cure of a finding of `rule`?
fn is_of(action: &CodeAction, rule: &str) -> bool {
    let code = NumberOrString::String(rule.to_owned());
    action.diagnostics.iter().flatten().any(|finding| finding.code.as_ref() == Some(&code))
}

/// The words that the fixes of the findings at `place` put in, without the blank lines around them.
pub(super) fn put_in(snapshot: &Snapshot, place: TextRange) -> Vec<String> {
    let found = snapshot.findings();
    let here = found.iter().filter(|found| found.range.intersect(place).is_some());
    let edits = here.flat_map(|found| &found.fixes).flat_map(|fix| &fix.edits);
    let put_in = edits.filter(|edit| edit.range().is_empty()).map(|edit| edit.text().trim().to_owned());
    put_in.filter(|words| !words.is_empty()).collect()
}

/// The lines that end the finding of an at-point without a decision. None of them is preferred: which decision was made
/// only the writer knows, so nothing may put one in unseen.
fn decided(snapshot: &Snapshot, diagnostic: &Diagnostic, shown: &[lsp::Diagnostic]) -> Vec<CodeAction> {
    if diagnostic.rule.name != UNDECIDED {
        return Vec::new();
    }
    let rewrites = decisions::undecided(snapshot, diagnostic.range).into_iter();
    rewrites.map(|rewrite| bound(snapshot, diagnostic, rewrite, shown)).collect()
}

/// The rule about the numbers of at-points.
const NUMBERING: &str = "at-points/numbering";

/// Numbers that run, where they do not: with all that refers to them, which a rule of one part cannot see.
fn renumbered(snapshot: &Snapshot, diagnostic: &Diagnostic) -> Option<Rewrite> {
    match diagnostic.rule.name {
        NUMBERING if diagnostic.fixes.is_empty() => None,
        NUMBERING => renumber::points(snapshot, diagnostic.range),
        "structure/item-number" => renumber::items(snapshot, diagnostic.range),
        _ => None,
    }
}

/// `rewrite` as what ends the finding.
fn bound(
    snapshot: &Snapshot,
    diagnostic: &Diagnostic,
    rewrite: Rewrite,
    shown: &[lsp::Diagnostic],
) -> CodeAction {
    CodeAction {
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![as_shown(snapshot, diagnostic, shown)]),
        ..rewrite.offered(snapshot)
    }
}

/// The fix of `finding` to make when only one can be made.
pub(super) fn best(snapshot: &Snapshot, finding: &lsp::Diagnostic) -> Option<CodeAction> {
    let place = snapshot.text_range(finding.range);
    let all = actions(snapshot, place, std::slice::from_ref(finding));
    let mut own =
        all.into_iter().filter(|action| action.diagnostics.as_deref() == Some(std::slice::from_ref(finding)));
    let first = own.next()?;
    if first.is_preferred == Some(true) {
        return Some(first);
    }
    Some(own.find(|action| action.is_preferred == Some(true)).unwrap_or(first))
}

/// The finding as the client has it, so that it knows which one the action ends.
pub(super) fn as_shown(
    snapshot: &Snapshot,
    diagnostic: &Diagnostic,
    shown: &[lsp::Diagnostic],
) -> lsp::Diagnostic {
    let range = snapshot.range(diagnostic.range);
    let same = |shown: &&lsp::Diagnostic| {
        shown.range == range && shown.code == Some(NumberOrString::String(diagnostic.rule.name.to_owned()))
    };
    shown.iter().find(same).cloned().unwrap_or_else(|| diagnostics::one(snapshot, diagnostic))
}
