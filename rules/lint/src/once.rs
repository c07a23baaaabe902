//! One place, one finding; one habit, one finding.
//!
//! Two rules may see one fault, as in "stk.2", where a space is missing after an abbreviation and in a reference to a
//! law. Then the rule that explains it best tells it: what they would write at one place decides, not their names. And
//! what a writer does throughout a file, such as spaces at the end of lines, is one matter to decide; a thousand lines
//! about it would hide the rest.

use rustc_hash::FxHashMap;

use super::rule::{Diagnostic, Related};
use super::severity::Severity;
use super::words::Note;
use text::TextRange;
use text::edit::Edit;

/// At most this many places of a habit are named.
const MOST_RELATED: usize = 100;

/// Tells each habit in `found` once, at its first place; the others are related, and one fix mends them all.
pub fn gather<F: AsRef<Diagnostic> + AsMut<Diagnostic>>(found: &mut Vec<F>) {
    let mut first: FxHashMap<(&str, &str, Severity), usize> = FxHashMap::default();
    let mut gathered: Vec<F> = Vec::with_capacity(found.len());
    let mut counts: Vec<usize> = Vec::new();
    for mut finding in found.drain(..) {
        let diagnostic = finding.as_ref();
        let key = diagnostic.habit.map(|habit| (diagnostic.rule.name, habit.note.da, diagnostic.severity));
        match key.and_then(|key| first.get(&key).copied()) {
            Some(at) => {
                counts[at] += 1;
                join(gathered[at].as_mut(), finding.as_mut());
            }
            None => {
                first.extend(key.map(|key| (key, gathered.len())));
                gathered.push(finding);
                counts.push(1);
            }
        }
    }
    for (finding, &count) in gathered.iter_mut().zip(&counts).filter(|(_, count)| **count > 1) {
        tell(finding.as_mut(), count);
    }
    *found = gathered;
}

/// Adds one more place to a habit.
fn join(first: &mut Diagnostic, other: &mut Diagnostic) {
    if first.related.len() < MOST_RELATED {
        first.related.push(Related { range: other.range, note: other.note.clone() });
    }
    match (first.fixes.first_mut(), other.fixes.first_mut()) {
        (Some(fix), Some(other)) => {
            fix.applicability = fix.applicability.min(other.applicability);
            fix.edits.append(&mut other.edits);
        }
        (None, Some(_)) => first.fixes.append(&mut other.fixes),
        (_, None) => {}
    }
}

fn tell(diagnostic: &mut Diagnostic, count: usize) {
    let Some(habit) = diagnostic.habit else { return };
    let counted = |text: &str| text.replace("{n}", &count.to_string());
    diagnostic.note = Note::new(counted(habit.note.da), counted(habit.note.en));
    diagnostic.fixes.truncate(1);
    for fix in &mut diagnostic.fixes {
        fix.title = habit.fix.into();
        fix.edits.sort();
        fix.edits.dedup();
    }
}

/// Leaves of several findings about one place the one that explains it best; `sorted` is in the order of the text.
pub fn told_once<F: AsRef<Diagnostic>>(sorted: &mut Vec<F>) {
    let mut dropped = vec![false; sorted.len()];
    let mut open: Vec<usize> = Vec::new();
    for at in 0..sorted.len() {
        let next = sorted[at].as_ref();
        open.retain(|&former| sorted[former].as_ref().range.end() > next.range.start());
        for &former in &open {
            match worse(sorted[former].as_ref(), next) {
                Some(Worse::First) => dropped[former] = true,
                Some(Worse::Second) => dropped[at] = true,
                None => {}
            }
        }
        if is_local(next) {
            open.push(at);
        }
    }
    let mut dropped = dropped.into_iter();
    sorted.retain(|_| !dropped.next().unwrap_or(false));
}

/// A finding that spans more is about something that goes on over other faults.
const LONGEST: u32 = 120;

fn is_local(diagnostic: &Diagnostic) -> bool {
    u32::from(diagnostic.range.len()) <= LONGEST
}

/// Which of two findings can go.
enum Worse {
    First,
    Second,
}

fn worse(first: &Diagnostic, second: &Diagnostic) -> Option<Worse> {
    let one_rule = first.rule == second.rule;
    // A rule may come to one fault by two ways, as by a listed word and by the grammar.
    if one_rule && first.range == second.range && first.note == second.note {
        return Some(Worse::Second);
    }
    let (a, b) = (standing(first), standing(second));
    let same = if one_rule {
        first.severity != second.severity
    } else {
        collide(first, second)
            || is_sign_in_name(first, second)
            || is_sign_in_name(second, first)
            || tell_of_one_point(first, second)
    };
    match a.cmp(&b) {
        _ if !same => None,
        std::cmp::Ordering::Greater => Some(Worse::Second),
        std::cmp::Ordering::Less => Some(Worse::First),
        std::cmp::Ordering::Equal => (!one_rule).then_some(Worse::Second),
    }
}

/// A name that is misspelt is told as such, and not once more for the sign that is wrong in it.
fn is_sign_in_name(name: &Diagnostic, sign: &Diagnostic) -> bool {
    let is =
        |diagnostic: &Diagnostic, group| diagnostic.rule.group() == group && !diagnostic.fixes.is_empty();
    is(name, "names") && is(sign, "typography") && name.range.contains_range(sign.range)
}

/// Do two rules on decisions point from one place at one point that was recommended?
fn tell_of_one_point(first: &Diagnostic, second: &Diagnostic) -> bool {
    const GROUP: &str = "decisions";
    let both = first.rule.group() == GROUP && second.rule.group() == GROUP;
    let holds = first.range.contains_range(second.range) || second.range.contains_range(first.range);
    let points = |other: TextRange| second.related.iter().any(|own| own.range == other);
    both && holds && first.related.iter().any(|own| points(own.range))
}

/// Would both write at one place?
fn collide(first: &Diagnostic, second: &Diagnostic) -> bool {
    let (Some(a), Some(b)) = (first.fixes.first(), second.fixes.first()) else { return false };
    a.edits.iter().any(|a| b.edits.iter().any(|b| overlap(a, b)))
}

fn overlap(a: &Edit, b: &Edit) -> bool {
    let inside = |whole: TextRange, part: TextRange| {
        part.is_empty() && whole.start() <= part.start() && part.start() <= whole.end()
    };
    let (a, b) = (a.range(), b.range());
    a.intersect(b).is_some_and(|both| !both.is_empty()) || inside(a, b) || inside(b, a)
}

/// What matters more comes first, then what knows more of the words: a name, a word, a date, a sign.
fn standing(diagnostic: &Diagnostic) -> (bool, u8, Severity) {
    let knows = match (diagnostic.rule.name, diagnostic.rule.group()) {
        ("names/near-duplicate", _) => 3,
        // What the document says of a word is more than that a dictionary lacks it.
        ("spelling/unknown-word", _) => 2,
        (_, "privacy") => 6,
        (_, "names") => 5,
        (_, "spelling") => 4,
        (_, "typography" | "custom") => 1,
        _ => 2,
    };
    (diagnostic.severity >= Severity::Warning, knows, diagnostic.severity)
}
