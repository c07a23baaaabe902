//! What the lines of an item say was decided, where no section does.

use super::super::Section;
use super::super::over_outcome::tells_earlier;
use super::cells::{cell_outcomes, labelled_cell};
use super::decided_words::decided_outcomes;
use references::outcome::Outcome;
use syntax::decided;
use syntax::{Block, Class, Flag, SectionKind, Sign, Vocabulary};
use text::{TextRange, TextSize, range_of};

/// The lines that say an outcome and nothing else, where the item has no section but what was recommended; below a list of
/// attachments only those that say who decided.
pub(super) fn bare_outcomes(
    text: &str,
    blocks: &[Block],
    after: (usize, TextSize),
    (sections, behind, asked): (&[Section], Option<&str>, u8),
    vocabulary: &Vocabulary,
) -> Vec<(TextRange, Vec<Outcome>)> {
    let attached = |section: &Section| section.kind == SectionKind::Attachments;
    let other = |section: &Section| section.kind != SectionKind::Recommendation && !attached(section);
    if sections.iter().any(other) {
        return Vec::new();
    }
    let attached = sections.iter().any(attached);
    let mut found = cell_outcomes(text, blocks, asked);
    if let Some(said) = behind.filter(|_| found.is_empty()) {
        found.push((range_of(text, said), decided_outcomes(said)));
        found.retain(|(_, outcomes)| !outcomes.is_empty());
    }
    let (mut start, mut quoted) = (after.1, false);
    for block in &blocks[after.0..] {
        if block.class == Class::Table {
            found.extend(
                labelled_cell(&text[block.words() + start])
                    .map(|(cell, outcomes)| (range_of(text, cell), outcomes)),
            );
        }
        if block.shows(Sign::SaysOutcome) && !quoted {
            let words = block.words() + start;
            let outcomes = decided_outcomes(&text[words]);
            // "Godkendes." under "Indstilling" is what is asked for.
            let listed = block.mark.kind.is_list();
            let asked = sections
                .iter()
                .any(|section| section.body.start() == start || listed && section.body.contains(start));
            let told =
                !attached || decided::sentences(&text[words]).any(|(own, _)| decided::says_who_decides(own));
            if !outcomes.is_empty() && !asked && told {
                found.push((words, outcomes));
            }
        }
        quoted = block.class == Class::BodyDate && tells_earlier(&text[block.words() + start], vocabulary)
            || quoted && !block.is(Flag::BlankAfter);
        start += block.len;
    }
    found
}

/// "1. Referat fra sidst: Godkendt", "Ad 2 Godkendt.": what the line of the heading says was decided.
pub(super) fn outcome_in_heading(text: &str, line: TextRange, title: Option<TextRange>) -> Option<&str> {
    let title = title.filter(|title| line.contains_range(*title))?;
    let words = &text[TextRange::new(title.end(), line.end())];
    // "1.  Ny ovn        Formand     Godkendt": columns that spaces set apart.
    let column = || decided::outcome_behind(words.rsplit_once("  ")?.1);
    let behind = decided::outcome_behind(words).or_else(column);
    let told = |title: &&str| {
        decided::is_outcome_line(title) || title.ends_with('.') && decided::says_outcome(title)
    };
    behind.or_else(|| Some(&text[title]).filter(told))
}
