//! The zones of a head or an item, and the gate: what a rule found outside prose and headings is dropped, and what it
//! would write there is refused, unless it declares the zone.

use std::sync::LazyLock;

use serde::Deserialize;

use super::diagnostic::Diagnostic;
use super::rule::Check;
use super::view::PartView;
use crate::minutes::{Item, StatementKind};
use crate::syntax::{Block, Class, Flag, SectionKind};
use crate::text::{TextRange, TextSize, is_space};
use crate::zones::{Shape, Zone, ZoneSet, Zones, zones};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Motions {
    headings: Vec<String>,
}

/// "beslutningsforslag fra": how a heading over a motion begins, in small letters.
static MOTIONS: LazyLock<Vec<String>> = LazyLock::new(|| crate::data::read::<Motions>("motions").headings);

/// The zones of the `text` of `item` or of a head: what its letters tell, its remarks, motions and lists of files.
pub(crate) fn of_part(text: &str, item: Option<&Item>, blocks: &[Block], markdown: bool) -> Zones {
    let mut headings = Vec::new();
    let mut known = Vec::new();
    let mut motion = None;
    let mut at = TextSize::new(0);
    for block in blocks {
        if block.begins_section() || block.mark.heading > 0 || block.has_item_word() {
            headings.push(at);
            known.extend(motion.take().map(|start| (Zone::Motion, TextRange::new(start, at))));
        } else if let Some(zone) = unread(block) {
            known.push((zone, block.line() + at));
        } else if names_attachment(&text[block.words() + at]) {
            known.push((Zone::FileName, block.words() + at));
        } else if motion.is_none() && heads_motion(&text[block.words() + at], block) {
            motion = Some(at);
        }
        at += block.len;
    }
    known.extend(motion.map(|start| (Zone::Motion, TextRange::new(start, at))));
    zones(text, Shape { markdown, headings: &headings }).and(known).and(item.into_iter().flat_map(told))
}

/// The zone of a block that is read whole.
fn unread(block: &Block) -> Option<Zone> {
    match block.class {
        Class::Code => Some(Zone::Code),
        Class::Comment => Some(Zone::Comment),
        _ => None,
    }
}

/// "Bilag 1A. Notat": the number of an attachment and its title, as the file is called.
fn names_attachment(words: &str) -> bool {
    let Some(rest) = words.strip_prefix("Bilag ") else { return false };
    let label = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let after = rest[label..].trim_start_matches(is_space);
    (1..=3).contains(&label)
        && rest.starts_with(|c: char| c.is_ascii_digit())
        && after.starts_with(['.', ':', '-', '–'])
        && !words.ends_with('.')
}

/// Do `words` stand over somebody's motion: "BESLUTNINGSFORSLAG FRA LISTE Ø"?
fn heads_motion(words: &str, block: &Block) -> bool {
    const LONGEST: usize = 120;
    let begins = |heading: &String| {
        words.get(..heading.len()).is_some_and(|start| {
            let first = |words: &str| words.as_bytes().first().map(u8::to_ascii_lowercase);
            first(start) == first(heading) && (start == heading || start.to_lowercase() == *heading)
        })
    };
    block.class == Class::Text
        && words.len() <= LONGEST
        && !block.is(Flag::FullStop)
        && words.starts_with(char::is_uppercase)
        && MOTIONS.iter().any(begins)
}

/// The zones that are known once an item is understood.
fn told(item: &Item) -> impl Iterator<Item = (Zone, TextRange)> + '_ {
    let attachments =
        item.sections_of(SectionKind::Attachments).map(|section| (Zone::FileName, section.body));
    let statements = item.decisions().flat_map(|(_, decision)| &decision.statements);
    let remarks = statements.filter(|statement| statement.kind == StatementKind::Quoted);
    attachments.chain(remarks.map(|statement| (Zone::Quotation, statement.range)))
}

/// Lets `finding` through as far as it keeps to the zones that its rule declares; `at` says which zones a
/// range touches. A finding about a whole passage may reach over a zone, its fixes may not.
pub(crate) fn admits(finding: &mut Diagnostic, at: impl Fn(TextRange) -> ZoneSet) -> bool {
    let rule = finding.rule;
    if rule.zones == ZoneSet::ALL {
        return true;
    }
    // What a municipality looks for may stand anywhere; what it would write may not.
    let speaks = if matches!(rule.check, Check::Custom(_)) { ZoneSet::ALL } else { rule.zones };
    let one = TextSize::new(1);
    let (start, end) = (finding.range.start(), finding.range.end());
    let ends = if finding.range.is_empty() {
        at(finding.range)
    } else {
        at(TextRange::at(start, one)).with(at(TextRange::new(end - one, end)))
    };
    if !ends.lies_in(speaks) {
        return false;
    }
    finding.fixes.retain(|fix| fix.edits.iter().all(|edit| at(edit.range()).lies_in(rule.zones)));
    true
}

impl PartView<'_> {
    /// The kinds of zone that `range` touches.
    pub fn zones_at(&self, range: TextRange) -> ZoneSet {
        let zones = self.zones().at(range);
        let Some((start, block)) = self.block_at(range.start()) else { return zones };
        let words = block.words() + start;
        let row = matches!(block.class, Class::Table | Class::ContentsEntry);
        // Three spaces stand in columns, and so do tabs.
        let cell = row || words.contains_range(range) && self.text[self.near(words, range)].contains("   ");
        let mark = range.start() < words.start() && !words.is_empty();
        let touched = [(cell, Zone::Table), (mark, Zone::ListMark)];
        touched.into_iter().filter(|(is, _)| *is).fold(zones, |set, (_, zone)| set.with(ZoneSet::of(&[zone])))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::of_part;
    use crate::document::{Document, Engine};
    use crate::zones::Zone;

    /// The words of the first item that lie in zones of the kind `zone`.
    fn seen(text: &str, zone: Zone) -> Vec<String> {
        let document = Document::new(Arc::new(Engine::default()), text.to_owned());
        let placed = document.minutes().items().next().expect("an item");
        let text = &document.text()[placed.range()];
        let zones = of_part(text, Some(placed.item), placed.blocks, false);
        zones.of(zone).map(|range| text[range].to_owned()).collect()
    }

    #[test]
    fn a_motion_reaches_to_the_next_section() {
        let text = "1. Havnen\n\nSagsfremstilling\n\nBESLUTNINGSFORSLAG FRA LISTE Ø\n\nVi forslås at hhv.\n\nLise Holm, \
                    Århus Byråd\n\nBeslutning\n\nForkastet.\n";
        assert_eq!(
            seen(text, Zone::Motion),
            ["BESLUTNINGSFORSLAG FRA LISTE Ø\n\nVi forslås at hhv.\n\nLise Holm, Århus Byråd\n\n"]
        );
        assert_eq!(
            seen("1. Havn\n\nResume\n\nBeslutningsforslag fra Ø blev drøftet.\n", Zone::Motion),
            [""; 0]
        );
    }

    #[test]
    fn a_remark_without_marks_is_a_quotation() {
        let text = "1. Havnen\n\nBeslutning\n\nGodkendt.\n\nØ fremsatte følgende protokolbemærkning:\n\nVi mener, at \
                    havnen skal bevares for byen.\n";
        assert_eq!(seen(text, Zone::Quotation), ["Vi mener, at havnen skal bevares for byen."]);
    }

    #[test]
    fn a_line_that_numbers_an_attachment_names_a_file() {
        let text = "1. Havnen\n\nResume\n\nBilag 1A. Fjordby Kommune notat\n\nBilag 2 viser havnen.\n";
        assert_eq!(seen(text, Zone::FileName), ["Bilag 1A. Fjordby Kommune notat"]);
    }

    #[test]
    fn attachments_are_names_of_files() {
        let text = "1. Havnen\n\nBeslutning\n\nGodkendt.\n\nBilag\n\nFjordby Kommune notat\n";
        assert_eq!(seen(text, Zone::FileName), ["Fjordby Kommune notat\n"]);
    }
}
