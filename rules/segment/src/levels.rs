//! Agendas of two levels whose series is the lower: "1. Formalia" above "1.1 Referat". A head is an item as well where it
//! stands right above its first part.

use rustc_hash::FxHashSet;

use super::candidate::{AGAINST, Candidate};
use syntax::block::{Block, Flag};
use syntax::numbered::NumberForm;
use syntax::sign::Sign;

/// At least so many heads make a level.
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

/// The places in `others` of the heads of the parts that the series `lines` of `candidates` is, if it is one of parts.
pub(super) fn put_in(
    lines: &[usize],
    candidates: &[Candidate],
    others: &[Candidate],
    blocks: &[Block],
) -> Vec<usize> {
    let series: Vec<&Candidate> = lines.iter().map(|&line| &candidates[line]).collect();
    match series.first().map(|first| first.numbering.form) {
        Some(NumberForm::Decimal(_) | NumberForm::Coded(_)) => heads(&series, others, blocks),
        _ => Vec::new(),
    }
}

/// The heads above "1.1", "2.1" and so on, and those that stand between them with no parts.
fn heads(parts: &[&Candidate], others: &[Candidate], blocks: &[Block]) -> Vec<usize> {
    let group = |part: &Candidate| match part.numbering.form {
        NumberForm::Decimal(group) => u16::from(group),
        NumberForm::Coded(letter) => u16::from(letter).saturating_sub(u16::from(b'A') - 1),
        _ => 0,
    };
    let coded = parts.iter().any(|part| matches!(part.numbering.form, NumberForm::Coded(_)));
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return Vec::new() };
    let mut found: Vec<usize> = Vec::new();
    let parted = parts.iter().filter(|part| part.signs.has(Sign::BlankBefore)).count() * 2 > parts.len();
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
                    parted && model.signs.has(Sign::BlankBefore),
                ) == (
                    other.numbering.form,
                    other.rank,
                    other.bold,
                    other.indent,
                    parted && other.signs.has(Sign::BlankBefore),
                )
            })
        };
        let start = others.partition_point(|other| other.block < from);
        let within = (start..others.len()).take_while(|&at| others[at].block < to).filter(|&at| {
            let other = &others[at];
            other.numbering.value == wanted
                && if coded {
                    other.numbering.form == NumberForm::Letter
                } else {
                    !other.numbering.form.is_rare()
                }
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
    if found.len() < HEADS {
        return Vec::new();
    }
    // "A. Orienteringssager" says of what kind those below it are.
    found.retain(|&at| !coded || !blocks[others[at].block].is(Flag::Group));
    found
}
