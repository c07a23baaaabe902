//! Lines that head a decision by what they name, or by the outcome that stands right below.

use syntax::{Block, Sign, before_decision, title};

/// "Udvalgets beslutning i mødet den 4. april 2022", "Beslutning fra Byrådet, 4. april 2022, pkt. 12".
pub(super) fn names_decision(heading: &str) -> bool {
    let bare = heading.trim_end_matches([':', '.', ' ']);
    bare.contains(" beslutning ")
        || before_decision(bare).is_some()
        || bare.starts_with("Beslutning ")
        || bare.starts_with("BESLUTNING ")
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
