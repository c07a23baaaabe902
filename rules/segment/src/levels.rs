//! Agendas of two levels: "1. Formalia" above "1.1 Referat", "2. Orientering" above "a. Fra formanden".
//!
//! The series is one of the two levels, and the lines of the other are items as well where each has its place: a head
//! stands right above its first part, and parts have text of their own below them. Letters list anything, so something
//! must have come of the half of them.

use rustc_hash::FxHashSet;

use super::candidates::{AGAINST, Candidate, is_section};
use syntax::block::{Block, Class, Flag};
use syntax::numbered::NumberForm;
use syntax::sign::Sign;

/// At least so many parts below so many heads make a level.
const PARTS: usize = 3;
const HEADS: usize = 2;

/// Do most of the heads stand right above their first part, "1. Formalia" above "1.1 Referat", and the others above none?
pub(super) fn are_heads(heads: &[Candidate], parts: &[Candidate]) -> bool {
    let value = |head: &Candidate| u8::try_from(head.numbering.value).ok();
    let group = |part: &Candidate| match part.numbering.form {
        NumberForm::Decimal(group) => Some(group),
        _ => None,
    };
    let right_above = |head: &&Candidate| {
        let below = parts.binary_search_by_key(&(head.end + 1), |part| part.block);
        below.is_ok_and(|below| group(&parts[below]) == value(head))
    };
    let groups: FxHashSet<u8> = parts.iter().filter_map(group).collect();
    let alone = |head: &&Candidate| value(head).is_none_or(|value| !groups.contains(&value));
    let above = heads.iter().filter(right_above).count();
    let keys: FxHashSet<u32> = parts.iter().map(|part| part.key).collect();
    above >= HEADS
        && above * 3 >= heads.len() * 2
        && above + heads.iter().filter(alone).count() >= heads.len()
        // "2.1 Baggrund" and "3.1 Baggrund" are sections.
        && keys.len() * 4 >= parts.len() * 3
}

/// The places in `others` of the lines of the level that the series `lines` of `candidates` is not.
pub(super) fn put_in(
    lines: &[usize],
    candidates: &[Candidate],
    others: &[Candidate],
    blocks: &[Block],
) -> Vec<usize> {
    let series: Vec<&Candidate> = lines.iter().map(|&line| &candidates[line]).collect();
    match series.first().map(|first| first.numbering.form) {
        Some(NumberForm::Decimal(_)) => heads(&series, others),
        Some(form) if form.is_plain() || form.has_word() => lettered(&series, others, blocks),
        _ => Vec::new(),
    }
}

/// The heads above "1.1", "2.1" and so on, and those that stand between them with no parts.
fn heads(parts: &[&Candidate], others: &[Candidate]) -> Vec<usize> {
    let group = |part: &Candidate| match part.numbering.form {
        NumberForm::Decimal(group) => u16::from(group),
        _ => 0,
    };
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return Vec::new() };
    let mut found: Vec<usize> = Vec::new();
    // Where one head without parts is missing, those behind it are too.
    let mut missed = false;
    // Behind the last part one head may follow.
    for wanted in group(first)..=group(last) + 1 {
        let after = parts.partition_point(|part| group(part) < wanted);
        let from = after.checked_sub(1).map_or(0, |former| parts[former].end + 1);
        let own = parts.get(after).filter(|part| group(part) == wanted);
        if own.is_none() && (missed || found.is_empty()) {
            continue;
        }
        let to = parts.get(after).map_or(usize::MAX, |part| part.block);
        let model = found.first().map(|&at| &others[at]);
        let alike = |other: &Candidate| {
            model.is_none_or(|model| {
                (
                    model.numbering.form,
                    model.rank,
                    model.bold,
                    model.indent,
                    model.signs.has(Sign::BlankBefore),
                ) == (
                    other.numbering.form,
                    other.rank,
                    other.bold,
                    other.indent,
                    other.signs.has(Sign::BlankBefore),
                )
            })
        };
        let start = others.partition_point(|other| other.block < from);
        let within = (start..others.len()).take_while(|&at| others[at].block < to).filter(|&at| {
            let other = &others[at];
            other.numbering.value == wanted
                && !other.numbering.form.is_rare()
                && alike(other)
                && !AGAINST.iter().any(|sign| other.signs.has(*sign))
        });
        // The head is the nearest line above its part; one without parts is the first that can be.
        let mut within = within;
        let head = if own.is_some() { within.last() } else { within.next() };
        // The first stands right above its part: "7. bestyrelsesmøde" far above "7.1" heads nothing.
        let head = head.filter(|&at| !found.is_empty() || others[at].end + 1 == to);
        missed = head.is_none();
        found.extend(head);
    }
    if found.len() < HEADS { Vec::new() } else { found }
}

/// "a. Fra formanden", "b. Fra kommunen" below each of several items, with text of their own.
fn lettered(series: &[&Candidate], others: &[Candidate], blocks: &[Block]) -> Vec<usize> {
    let is_letter =
        |own: &Candidate| matches!(own.numbering.form, NumberForm::SmallLetter | NumberForm::Letter);
    let mut heads = 0;
    let mut found: Vec<usize> = Vec::new();
    for (i, item) in series.iter().enumerate() {
        let end = series.get(i + 1).map_or(blocks.len(), |next| next.block);
        let start = others.partition_point(|other| other.block <= item.end);
        let rows = (start..others.len()).take_while(|&at| others[at].block < end);
        let rows: Vec<usize> = rows.filter(|&at| is_letter(&others[at])).collect();
        let Some(&first) = rows.first() else { continue };
        let model = &others[first];
        let counts = |(n, at): (usize, &usize)| {
            let own = &others[*at];
            let told = blocks
                .get(own.end + 1)
                .filter(|below| below.numbering.is_none() && !below.mark.kind.is_list());
            usize::from(own.numbering.value) == n + 1
                && own.numbering.form == model.numbering.form
                && own.indent == model.indent
                && own.end + 1 < end
                && told.is_some_and(|below| {
                    matches!(below.class, Class::Text | Class::Section(_) | Class::Decision)
                })
                && !own.signs.has(Sign::Sentence)
                && !blocks[own.end].is(Flag::Stopped)
                && !AGAINST.iter().any(|sign| *sign != Sign::InList && own.signs.has(*sign))
        };
        if model.block != item.end + 1 || !rows.iter().enumerate().all(counts) {
            return Vec::new();
        }
        heads += 1;
        found.extend(rows);
    }
    let decided = |at: usize, end: usize| {
        let decides =
            |own: &Block| own.shows(Sign::SaysOutcome) || own.shows(Sign::LabelsDecision) || is_section(own);
        blocks[at + 1..end].iter().any(decides)
    };
    let ends = found.iter().skip(1).map(|&at| others[at].block).chain([blocks.len()]);
    let item_end = |at: usize| {
        series.get(series.partition_point(|item| item.block <= at)).map_or(blocks.len(), |next| next.block)
    };
    let n_decided = found
        .iter()
        .zip(ends)
        .filter(|(at, end)| decided(others[**at].end, item_end(others[**at].block).min(*end)))
        .count();
    if heads >= HEADS && found.len() >= PARTS && n_decided * 2 >= found.len() { found } else { Vec::new() }
}
