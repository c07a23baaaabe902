//! Documents that are of no meeting, though their lines count on: statutes, budgets, press releases, answers, questionnaires.
//!
//! A document is of none where it says so in one of its first lines, or where its headings are those of such documents, and nothing
//! in it is of a meeting: no word for minutes or an agenda, nobody who came, no decision.

use super::attendees::names_somebody;
use super::{ItemForm, Segment, Segments};
use syntax::block::{Block, Class, Flag};
use syntax::sign::Sign;
use syntax::title;
use syntax::vocabulary::{Label, SectionKind, Vocabulary};
use text::TextSize;

/// A document names itself in one of so many lines.
const FIRST: usize = 4;
/// At least this many headings of other documents say that this is one, and one in so many.
const TITLES: usize = 2;
const ONE_IN: usize = 3;

/// Do `segments`, the items found in `blocks`, only look like those of a meeting?
pub(super) fn are_of_other(
    text: &str,
    blocks: &[Block],
    segments: &Segments,
    numbered: bool,
    vocabulary: &Vocabulary,
) -> bool {
    let Some(first) = segments.items.first() else { return false };
    if segments.form == ItemForm::Word {
        return false;
    }
    if are_people(text, blocks, segments) {
        return true;
    }
    let said = |block: &&Block| {
        !matches!(block.class, Class::Blank | Class::Comment | Class::Code | Class::Furniture)
    };
    let head = &blocks[..first.first];
    // Where nothing stands above the items, the first of them may be the name.
    let named_in = if head.iter().any(|block| said(&block)) { FIRST } else { 1 };
    // "Tilbud på asfalt er kommet." may be said under the first of them.
    let top = blocks[..=first.first].iter().filter(said).take(named_in);
    let named =
        top.clone().filter(|block| block.numbering.is_none()).any(|block| block.is(Flag::OtherDocument));
    let heading = |item: &&Segment| blocks[item.first + usize::from(item.above)].is(Flag::OtherTitle);
    let foreign = segments.items.iter().filter(heading).count();
    let foreign = numbered && foreign >= TITLES && foreign * ONE_IN >= segments.items.len();
    (named || foreign || is_letter(text, blocks, segments))
        && !head.iter().any(|block| is_of_meeting(block, named))
        && !blocks.iter().any(|block| decides(block, vocabulary))
}

/// Are the items rows right below each other, each of them somebody and where they come from: "1. Agnete Bro, Vestskolen"?
fn are_people(text: &str, blocks: &[Block], segments: &Segments) -> bool {
    const FEWEST: usize = 3;
    let (Some(first), Some(last)) = (segments.items.first(), segments.items.last()) else { return false };
    let (from, to) = (first.first, last.first + 1);
    let n = segments.items.len();
    let agenda = blocks[..from].iter().any(|block| block.shows(Sign::Agenda));
    if agenda
        || n < FEWEST
        || to - from != n
        || blocks[from..to].iter().any(|block| block.shows(Sign::KnownTitle))
    {
        return false;
    }
    let mut start: TextSize = blocks[..from].iter().map(|block| block.len).sum();
    blocks[from..to].iter().all(|block| {
        let line = &text[block.line() + start];
        start += block.len;
        line.contains(", ") && names_somebody(line)
    })
}

/// Does "Kære beboer" stand above `segments` and "Med venlig hilsen" below them, and no title among them that meetings have, nor a word of
/// a meeting above?
fn is_letter(text: &str, blocks: &[Block], segments: &Segments) -> bool {
    let known = |item: &Segment| blocks[item.first + usize::from(item.above)].shows(Sign::KnownTitle);
    let Some(first) = segments.items.first().filter(|_| !segments.items.iter().any(known)) else {
        return false;
    };
    let (head, body) = blocks.split_at(first.first);
    let mut start = TextSize::new(0);
    let mut lines = head.iter().map(|block| {
        start += block.len;
        &text[block.words() + (start - block.len)]
    });
    head.iter().any(|block| block.is(Flag::OpensLetter))
        && body.iter().any(|block| block.is(Flag::ClosesLetter))
        && !lines.any(title::speaks_of_meeting)
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
