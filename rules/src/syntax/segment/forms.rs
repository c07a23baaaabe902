//! What the headings of a document have in common.

use super::candidates::{Candidate, Found, is_section};
use super::{ItemForm, Segment};
use crate::syntax::block::{Block, Class, Flag};
use crate::syntax::sign::Sign;

/// The form of the series `lines`.
pub(super) fn of_series(lines: &[usize], candidates: &[Candidate]) -> ItemForm {
    let Some(first) = lines.first().map(|&at| &candidates[at]) else { return ItemForm::None };
    let ranked = lines.iter().filter(|&&at| candidates[at].rank > 0).count() * 2 > lines.len();
    let rank = lines.iter().map(|&at| candidates[at].rank).find(|rank| *rank > 0);
    match rank.filter(|_| ranked) {
        Some(rank) if !first.numbering.form.has_word() => ItemForm::Markdown(rank),
        _ if first.numbering.form.has_word() => ItemForm::Word,
        _ => ItemForm::Number,
    }
}

/// Do the numbers stand below the titles?
pub(super) fn are_below(found: &Found, candidates: &[Candidate], lines: &[usize]) -> bool {
    let followed = |&&at: &&usize| candidates[at].signs.has(Sign::SectionFollows);
    let strong = lines.iter().filter(followed).count();
    let n = found.below.len();
    n >= 2 && n * 2 >= strong || n == 1 && strong <= 1
}

/// Among headings of one Markdown rank that have numbers, one without is an item where a section stands below it.
pub(super) fn with_unnumbered(mut items: Vec<Segment>, form: ItemForm, blocks: &[Block]) -> Vec<Segment> {
    let (ItemForm::Markdown(rank), Some(first)) = (form, items.first().map(|item| item.first)) else {
        return items;
    };
    let numbered = items.len();
    for (at, block) in blocks.iter().enumerate().skip(first + 1) {
        let alike = block.mark.heading == rank && block.numbering.is_none() && block.class == Class::Text;
        let followed = blocks.get(at + 1).is_some_and(|next| is_section(next) && next.mark.heading != rank);
        if alike && (followed || block.is(Flag::Closed)) {
            items.push(Segment::new(at));
        }
    }
    if items.len() - numbered > numbered {
        items.truncate(numbered);
    }
    items.sort_by_key(|item| item.first);
    items
}
