//! Items without headings: told by their sections alone, with a title where a lone line can be one.

use super::{Segment, lone};
use danish::date;
use syntax::block::{Block, Class, Flag};
use syntax::vocabulary::{LineMark, SectionKind, Vocabulary};
use syntax::{body_name, decision_heading};
use text::{TextSize, trim};

/// Items told by their sections alone: after a decision, the next section begins a new item.
pub(super) fn untitled(
    text: &str,
    blocks: &[Block],
    sections: &[usize],
    vocabulary: &Vocabulary,
) -> Vec<Segment> {
    let offsets = offsets(blocks);
    let kind = |at: usize| match blocks[at].class {
        Class::Section(id) => vocabulary.title_of(id).kind,
        _ => SectionKind::Decision,
    };
    let trailing = |kind| matches!(kind, SectionKind::Attachments | SectionKind::Communication);
    let last = sections.iter().rev().map(|&at| kind(at)).find(|kind| !trailing(*kind));
    let decision_first = kind(sections[0]) == SectionKind::Decision && last != Some(SectionKind::Decision);
    let opener = opener(blocks, sections, vocabulary);
    let mut items: Vec<Segment> = Vec::new();
    let mut decided: Option<usize> = None;
    // Where nothing is decided yet, a title stands above the section that the first item begins with.
    let begins_again = |at: usize, items: &[Segment]| {
        blocks[at].class == blocks[sections[0]].class
            && items[0].titled
            && with_title(text, blocks, &offsets, at, vocabulary, true).titled
    };
    for &at in sections {
        let is_decision = kind(at) == SectionKind::Decision;
        let begins = if items.is_empty() {
            true
        } else if decision_first {
            is_decision
                && decided
                    .is_none_or(|former| same_decision(text, blocks, &offsets, (former, at), vocabulary))
        } else if is_decision {
            decided.is_some_and(|former| same_decision(text, blocks, &offsets, (former, at), vocabulary))
        } else {
            let opens = opener.is_none_or(|opener| blocks[at].class == opener);
            decided.is_some() && opens && kind(at) != SectionKind::Attachments || begins_again(at, &items)
        };
        if begins {
            // A title stands before the next one as it stood before the first.
            let trusted = items.first().is_none_or(|first| first.titled);
            items.push(with_title(text, blocks, &offsets, at, vocabulary, trusted));
            decided = None;
        }
        if is_decision {
            decided = Some(at);
        } else if decision_first {
            decided = None;
        }
    }
    put_in_capitals(&mut items, blocks);
    items
}

/// Where all titles are in capitals, other lines in capitals with text below are titles of items without a section.
fn put_in_capitals(items: &mut Vec<Segment>, blocks: &[Block]) {
    let capitals = |at: usize| blocks[at].is(Flag::Capitals) && blocks[at].is(Flag::BlankAfter);
    let Some(first) = items.first().map(|item| item.first) else { return };
    if items.len() < 2 || !items.iter().all(|item| item.titled && capitals(item.first)) {
        return;
    }
    let heads = |at: usize| capitals(at) && blocks[at].class == Class::Text && lone::stands_alone(blocks, at);
    let told =
        |at: usize| blocks.get(at + 1).is_some_and(|below| below.class == Class::Text && !heads(at + 1));
    let own: Vec<usize> = items.iter().map(|item| item.first).collect();
    let others = (first + 1..blocks.len()).filter(|at| own.binary_search(at).is_err());
    items.extend(others.filter(|&at| heads(at) && told(at)).map(Segment::new));
    items.sort_by_key(|item| item.first);
}

/// The section that every item begins with, where some stand behind each decision: what stands behind the last one, and
/// begins no item, belongs to the item that was decided there as behind the others.
fn opener(blocks: &[Block], sections: &[usize], vocabulary: &Vocabulary) -> Option<Class> {
    let decides = |class: &Class| match class {
        Class::Section(id) => vocabulary.title_of(*id).kind == SectionKind::Decision,
        _ => true,
    };
    let classes: Vec<Class> = sections.iter().map(|&at| blocks[at].class).collect();
    let runs: Vec<&[Class]> = classes.split(decides).filter(|run| !run.is_empty()).collect();
    let (first, rest) = runs.split_first()?;
    let (last, between) = rest.split_last()?;
    let (opener, behind) = (first[0], last[0]);
    let is_behind = !classes.last().is_some_and(decides) && !last.contains(&opener);
    let alike = |run: &&[Class]| run[0] == behind && run.contains(&opener);
    (!decides(&classes[0]) && is_behind && !between.is_empty() && between.iter().all(alike)).then_some(opener)
}

fn offsets(blocks: &[Block]) -> Vec<TextSize> {
    let mut at = TextSize::new(0);
    blocks
        .iter()
        .map(|block| {
            let start = at;
            at += block.len;
            start
        })
        .collect()
}

/// Two decisions in a row belong to two items when they are of the same body on the same day.
fn same_decision(
    text: &str,
    blocks: &[Block],
    offsets: &[TextSize],
    pair: (usize, usize),
    vocabulary: &Vocabulary,
) -> bool {
    let read = |at: usize| {
        let line = &text[blocks[at].words() + offsets[at]];
        decision_heading(line, vocabulary).map(|h| (h.body.map(|r| &line[r]), h.date.map(|(_, day)| day)))
    };
    read(pair.0) == read(pair.1)
}

/// The item whose first section is block `at`, with the lone line above it as its title if that can be one.
fn with_title(
    text: &str,
    blocks: &[Block],
    offsets: &[TextSize],
    at: usize,
    vocabulary: &Vocabulary,
    trusted: bool,
) -> Segment {
    let mut title = at;
    let mut furniture = false;
    while title > 0 {
        title -= 1;
        match blocks[title].class {
            Class::Furniture => furniture = true,
            Class::LineMark(LineMark::Open | LineMark::Closed) | Class::CaseNumber => {}
            _ => break,
        }
    }
    let block = &blocks[title];
    let above = title.checked_sub(1).map(|at| blocks[at]);
    let alone = block.is(Flag::BlankAfter) && above.is_none_or(|b| b.is(Flag::BlankAfter));
    let placed =
        trusted || furniture || above.is_some_and(|b| b.class == Class::Furniture) || block.mark.heading > 0;
    let shaped =
        title < at && block.class == Class::Text && block.is(Flag::Capital) && !block.is(Flag::Stopped);
    let plain = !block.is(Flag::Long) && !block.mark.kind.is_list();
    let words = || &text[block.words() + offsets[title]];
    if shaped && plain && alone && placed && is_title(words(), vocabulary) {
        Segment::new(title)
    } else {
        Segment { titled: false, ..Segment::new(at) }
    }
}

/// Can `words` be a title? The name of a body, a date, "Referat" belong to the head of the meeting.
fn is_title(words: &str, vocabulary: &Vocabulary) -> bool {
    let words = trim(words);
    let head = ["Referat", "REFERAT", "Dagsorden", "DAGSORDEN", "Beslutningsprotokol", "Protokol"];
    !head.iter().any(|word| words.starts_with(word))
        && body_name(words, vocabulary).is_none()
        && (words.len() > 60 || date::dates(words).next().is_none())
}
