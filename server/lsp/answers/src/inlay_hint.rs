//! Small words between the words: that an at-point is not decided, and, where the setting `hints` asks for all, the
//! weekday of a bare date, the party of a member and that a point is decided.

use rules::danish::date::{dates, weekday_name};
use rules::minutes::{Placed, Stage};
use rules::syntax::{Block, Class};
use rules::text::{TextRange, TextSize};
use snapshot::config::Beside;
use snapshot::document::Snapshot;
use snapshot::occurrences::{self, Target};
use snapshot::structure;
use tower_lsp::ls_types::{InlayHint, InlayHintLabel, InlayHintTooltip};

use super::hover::english;
use super::hover::register::register;

/// Answers with the hints in `within`.
pub fn hints(snapshot: &Snapshot, within: TextRange) -> Vec<InlayHint> {
    let wanted = snapshot.session.settings.hints;
    if wanted == Beside::Off || snapshot.is_left_alone() {
        return Vec::new();
    }
    let minutes = snapshot.document.minutes();
    let mut hints = Vec::new();
    if wanted == Beside::All {
        hints = weekdays(snapshot, minutes.head_blocks(), TextSize::new(0), within);
    }
    for placed in minutes.items().filter(|placed| placed.range().intersect(within).is_some()) {
        if wanted == Beside::All {
            hints.extend(weekdays(snapshot, placed.blocks, placed.start, within));
        }
        if snapshot.document.context().stage == Stage::Minutes {
            hints.extend(decided(snapshot, placed, within));
        }
    }
    if wanted == Beside::All {
        hints.extend(parties(snapshot, within));
    }
    hints
}

/// The party behind the name of a member that is written without it.
fn parties(snapshot: &Snapshot, within: TextRange) -> Vec<InlayHint> {
    let text = snapshot.text();
    let mut hints = Vec::new();
    for member in register(snapshot).members {
        let Some(party) = &member.party else { continue };
        for occurrence in occurrences::of(&snapshot.document, &Target::Name(member.name.clone())) {
            let end = occurrence.place.end();
            let rest = text[usize::from(end)..].trim_start_matches(['s', ' ', '\u{a0}']);
            if within.contains_inclusive(end) && !rest.starts_with('(') {
                hints.push(hint(snapshot, end, format!("({party})"), None));
            }
        }
    }
    hints
}

fn weekdays(snapshot: &Snapshot, blocks: &[Block], start: TextSize, within: TextRange) -> Vec<InlayHint> {
    let mut at = start;
    let mut hints = Vec::new();
    for block in blocks {
        let words = block.words() + at;
        at += block.len;
        let read = !matches!(block.class, Class::Furniture | Class::Comment | Class::CaseNumber);
        if !read || words.intersect(within).is_none() {
            continue;
        }
        // Every decision of a meeting repeats its date; its weekday stands at the head.
        let meeting = if block.begins_section() { snapshot.document.context().meeting.date } else { None };
        for found in dates(&snapshot.text()[words]).filter(|found| found.weekday.is_none() && !found.shared) {
            if let Some(date) = found.date().filter(|date| Some(*date) != meeting) {
                let weekday = weekday_name(date.weekday());
                let label = format!("({})", snapshot.session.lang.pick(weekday, english(weekday)));
                hints.push(hint(snapshot, found.range.end() + words.start(), label, None));
            }
        }
    }
    hints
}

fn decided(snapshot: &Snapshot, placed: Placed<'_>, within: TextRange) -> Vec<InlayHint> {
    let lang = snapshot.session.lang;
    let mut hints = Vec::new();
    for answered in structure::answered_now(snapshot, &placed) {
        for point in &answered.recommendation.points {
            let end = point.text.end() + placed.start;
            if !within.contains_inclusive(end) {
                continue;
            }
            let (label, tooltip) = if answered.is_decided(point) {
                if snapshot.session.settings.hints != Beside::All {
                    continue;
                }
                ("✓", lang.pick("Afgjort i beslutningen", "Decided"))
            } else {
                ("?", lang.pick("Ikke afgjort i beslutningen", "Not decided"))
            };
            hints.push(hint(snapshot, end, label.to_owned(), Some(tooltip)));
        }
    }
    hints
}

fn hint(snapshot: &Snapshot, at: TextSize, label: String, tooltip: Option<&str>) -> InlayHint {
    InlayHint {
        position: snapshot.position(at),
        label: InlayHintLabel::String(label),
        kind: None,
        text_edits: None,
        tooltip: tooltip.map(|words| InlayHintTooltip::String(words.to_owned())),
        padding_left: Some(true),
        padding_right: None,
        data: None,
    }
}
