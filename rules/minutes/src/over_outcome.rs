//! Lines that head a decision by what they name, or by the outcome that stands right below.

use syntax::{Block, Class, Flag, SectionKind, Sign, Vocabulary, before_decision, decision_heading, title};

/// "Udvalgets beslutning i mødet den 4. april 2022", "Beslutning fra Byrådet, 4. april 2022, pkt. 12".
pub(super) fn names_decision(heading: &str) -> bool {
    let bare = heading.trim_end_matches([':', '.', ' ']);
    bare.contains(" beslutning ")
        || before_decision(bare).is_some()
        || bare.starts_with("Beslutning ")
        || bare.starts_with("BESLUTNING ")
}

/// Does "Bestyrelsens beslutning" stand alone on its line, with no day of an earlier meeting, at the end of its item?
/// What another body decided stands before the item's own sections.
pub(super) fn is_own_decision(
    heading: &str,
    (blocks, at): (&[Block], usize),
    vocabulary: &Vocabulary,
) -> bool {
    let bare = heading.trim_end_matches([':', '.', ' ']);
    let named = before_decision(bare).is_some() && !bare.bytes().any(|byte| byte.is_ascii_digit());
    let goes_on = |block: &Block| match block.class {
        Class::Section(id) => vocabulary.title_of(id).kind != SectionKind::Attachments,
        Class::Decision | Class::BodyDate => true,
        _ => block.shows(Sign::LabelsDecision),
    };
    // It may stand right below the last sentence of the case, or the title.
    let ended = |former: &Block| former.is(Flag::FullStop) || former.numbering.is_some();
    let apart = at
        .checked_sub(1)
        .map(|former| &blocks[former])
        .is_none_or(|former| former.is(Flag::BlankAfter) || !blocks[at].is(Flag::FullStop) && ended(former));
    named && apart && !blocks[at + 1..].iter().any(goes_on)
}

/// "Vedtagelse" and the like head a decision where nothing but an outcome stands below.
pub(super) fn heads_outcome(line: &str, blocks: &[Block], at: usize) -> bool {
    let block = &blocks[at];
    block.numbering.is_none()
        && !block.mark.kind.is_list()
        && stands_over_outcome(blocks, at)
        && title::heads_outcome(line)
}

/// Does what stands right below block `at` say an outcome and nothing else: "Godkendt.", "Ad 1. Godkendt."?
pub(super) fn stands_over_outcome(blocks: &[Block], at: usize) -> bool {
    blocks.get(at + 1).is_some_and(|below| {
        below.shows(Sign::SaysOutcome) || below.numbering.is_some() && below.shows(Sign::Outcome)
    })
}

/// "Beslutning fra Byrådet, 3. maj 2024, pkt. 4:": does a line tell of the decision of an earlier meeting?
pub(super) fn tells_earlier(line: &str, vocabulary: &Vocabulary) -> bool {
    decision_heading(line, vocabulary).is_some_and(|heading| heading.earlier)
}
