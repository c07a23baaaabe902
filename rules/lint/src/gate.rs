//! The gate: what a rule found outside prose and headings is dropped, and what it would write there is refused, unless it
//! declares the zone.

use std::sync::Arc;

use super::fix::{Applicability, Fix};
use super::prose::stands_in_columns;
use super::rule::{Check, Diagnostic, Fixes, Rule};
use super::severity::Severity;
use super::view::PartView;
use danish::wording::speaks_of_wording;
use syntax::Class;
use text::{TextRange, TextSize};
use zones::names;
use zones::{Zone, ZoneSet};

/// Where a rule may always speak, and no fix is safe.
const DOUBT: ZoneSet = ZoneSet::of(&[Zone::Doubt]);

/// Where no fix is safe: what a table means by its signs, only the writer knows.
const UNSAFE: ZoneSet = ZoneSet::of(&[Zone::Doubt, Zone::Table]);

/// Lets `finding` through as far as it keeps to the zones that its rule declares; `at` says which zones a
/// range touches. A finding about a whole passage may reach over a zone, its fixes may not.
fn admits(finding: &mut Diagnostic, at: impl Fn(TextRange) -> ZoneSet) -> bool {
    let rule = finding.rule;
    if rule.zones == ZoneSet::ALL {
        return true;
    }
    if !may_speak(finding, &at) {
        return false;
    }
    finding.fixes.retain_mut(|fix| {
        let admitted = applicability(rule, fix, &at);
        fix.applicability = admitted.unwrap_or(fix.applicability);
        admitted.is_some()
    });
    true
}

/// The same for a finding that is kept as it is: a copy, where something of it must go.
pub fn admitted(finding: &Arc<Diagnostic>, at: impl Fn(TextRange) -> ZoneSet) -> Option<Arc<Diagnostic>> {
    let rule = finding.rule;
    let stays = |fix: &Fix| applicability(rule, fix, &at) == Some(fix.applicability);
    if rule.zones == ZoneSet::ALL || may_speak(finding, &at) && finding.fixes.iter().all(stays) {
        return Some(finding.clone());
    }
    let mut own = Diagnostic::clone(finding);
    admits(&mut own, at).then(|| Arc::new(own))
}

/// May the rule of `finding` speak where it begins and ends?
fn may_speak(finding: &Diagnostic, at: impl Fn(TextRange) -> ZoneSet) -> bool {
    let rule = finding.rule;
    // What a municipality looks for may stand anywhere; what it would write may not.
    let speaks = if matches!(rule.check, Check::Custom(_)) { ZoneSet::ALL } else { rule.zones.with(DOUBT) };
    let one = TextSize::new(1);
    let (start, end) = (finding.range.start(), finding.range.end());
    let ends = if finding.range.is_empty() {
        at(finding.range)
    } else {
        at(TextRange::at(start, one)).with(at(TextRange::new(end - one, end)))
    };
    ends.lies_in(speaks)
}

/// Who may apply `fix` of `rule`; nobody, where it would write in a zone that the rule does not declare.
fn applicability(rule: &Rule, fix: &Fix, at: impl Fn(TextRange) -> ZoneSet) -> Option<Applicability> {
    // A rule that declares doubt changes nothing that anybody reads.
    let doubtful = if rule.zones.has(Zone::Doubt) { ZoneSet::NONE } else { UNSAFE };
    let touched = fix.edits.iter().fold(ZoneSet::NONE, |set, edit| set.with(at(edit.range())));
    let own = if touched.is_apart_from(doubtful) { fix.applicability } else { Applicability::Unsafe };
    touched.lies_in(rule.zones.with(DOUBT)).then_some(own)
}

impl PartView<'_> {
    /// Lets `finding` through as far as it keeps to the zones of its rule. In a sentence that speaks of a wording it is no more
    /// than a suggestion: what looks like a slip may be what the sentence is about.
    pub fn admits(&self, finding: &mut Diagnostic) -> bool {
        if !admits(finding, |range| self.zones_at(range)) {
            return false;
        }
        let rule = finding.rule;
        let mends =
            matches!(rule.fixes, Fixes::Safe) && rule.zones != ZoneSet::ALL && !rule.zones.has(Zone::Doubt);
        let form = mends && !finding.fixes.is_empty() && finding.severity < Severity::Error;
        if form && speaks_of_wording(self.text, finding.range) {
            finding.severity = Severity::Hint;
            finding.fixes.iter_mut().for_each(|fix| fix.applicability = Applicability::Unsafe);
        }
        true
    }

    /// The kinds of zone that `range` touches.
    pub fn zones_at(&self, range: TextRange) -> ZoneSet {
        let zones = self.zones().at(range);
        let Some((start, block)) = self.block_at(range.start()) else { return zones };
        let words = block.words() + start;
        let row = matches!(block.class, Class::Table | Class::ContentsEntry);
        let cell =
            row || words.contains_range(range) && stands_in_columns(&self.text[self.near(words, range)]);
        let mark = range.start() < words.start() && !words.is_empty();
        let name = names::is_in_name(self.text, words.start().into(), range.start().into());
        let foreign = names::are_foreign(self.runs_in(self.near(words, range)));
        let touched = [(cell, Zone::Table), (mark, Zone::ListMark), (name || foreign, Zone::Doubt)];
        touched.into_iter().filter(|(is, _)| *is).fold(zones, |set, (_, zone)| set.with(ZoneSet::of(&[zone])))
    }
}
