//! Documents that are of no meeting, though their lines count on: statutes, budgets, press releases, answers, questionnaires.
//!
//! A document is of none where it says so in one of its first lines, or where its headings are those of such documents, and nothing
//! in it is of a meeting: no word for minutes or an agenda, nobody who came, no decision.

use super::{ItemForm, Segment, Segments};
use syntax::block::{Block, Class, Flag};
use syntax::sign::Sign;
use syntax::vocabulary::{Label, SectionKind, Vocabulary};

/// A document names itself in one of so many lines.
const FIRST: usize = 4;
/// At least this many headings of other documents say that this is one, and one in so many.
const TITLES: usize = 2;
const ONE_IN: usize = 3;

/// Do `segments`, the items found in `blocks`, only look like those of a meeting?
pub(super) fn are_of_other(
    blocks: &[Block],
    segments: &Segments,
    numbered: bool,
    vocabulary: &Vocabulary,
) -> bool {
    let Some(first) = segments.items.first() else { return false };
    if segments.form == ItemForm::Word {
        return false;
    }
    let said = |block: &&Block| {
        !matches!(block.class, Class::Blank | Class::Comment | Class::Code | Class::Furniture)
    };
    let head = &blocks[..first.first];
    // Where nothing stands above the items, the first of them may be the name.
    let top = blocks.iter().filter(said).take(if head.iter().any(|block| said(&block)) { FIRST } else { 1 });
    let named =
        top.clone().filter(|block| block.numbering.is_none()).any(|block| block.is(Flag::OtherDocument));
    let heading = |item: &&Segment| blocks[item.first + usize::from(item.above)].is(Flag::OtherTitle);
    let foreign = segments.items.iter().filter(heading).count();
    let foreign = numbered && foreign >= TITLES && foreign * ONE_IN >= segments.items.len();
    (named || foreign)
        && !head.iter().any(|block| is_of_meeting(block, named))
        && !blocks.iter().any(|block| decides(block, vocabulary))
}

/// Does a line of the head show that there was a meeting, or is to be?
fn is_of_meeting(block: &Block, named: bool) -> bool {
    let who = matches!(block.class, Class::Label(Label::Absent | Label::Participants | Label::Officer));
    let word = block.shows(Sign::Agenda) && !block.is(Flag::OtherDocument);
    who || word || !named && (block.shows(Sign::OfHead) || matches!(block.class, Class::Label(_)))
}

/// Is a line the heading of a decision or of what was recommended?
fn decides(block: &Block, vocabulary: &Vocabulary) -> bool {
    match block.class {
        Class::Decision => true,
        Class::Section(id) if block.numbering.is_none() => {
            matches!(vocabulary.title_of(id).kind, SectionKind::Decision | SectionKind::Recommendation)
        }
        _ => false,
    }
}
