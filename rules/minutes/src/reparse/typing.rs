//! The commonest edit by far: letters inside the words of one paragraph.
//!
//! Such an edit changes one block and the item around it, and moves what stands behind. Nothing else is looked at, so
//! a letter costs the same in a meeting of three items and in an archive of ten thousand. Where it may do more, make
//! a heading or a list, join two lines, end a comment, it is left to the loop that follows every edit.

use std::sync::Arc;

use memchr::memchr2;

use crate::{Content, Item, Minutes, Section, build, head};
use segment::ItemForm;
use syntax::{Block, CaseNumberForm, Class, Flag, Label, Sign, Vocabulary, scan};
use text::{TextRange, TextSize};
use zones::verbatim::{FRONT_MATTER_LINES, may_open_front_matter};

/// An edit inside one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The place of the item that was read again, counted from 0.
    pub item: usize,
    /// Are headings, numbers and sections of the item as they were, and did only its running text change?
    pub same_outline: bool,
    /// The paragraph that was edited, as it is now.
    pub block: TextRange,
    /// The item as it was before.
    pub old: Arc<Item>,
}

/// The first blocks of an item hold its title and case number.
const FIRST_BLOCKS: usize = 6;

/// The paragraph around an edit.
struct Paragraph {
    item: usize,
    /// Its place in the row of blocks.
    block: usize,
    start: TextSize,
}

impl Minutes {
    /// Follows an edit that lies within one paragraph: `text` is the text with `range` (bytes of the old text)
    /// replaced by `inserted` bytes. `None`, and nothing is done, for any other edit.
    pub fn type_in(
        &mut self,
        text: &str,
        range: TextRange,
        inserted: TextSize,
        vocabulary: &Vocabulary,
    ) -> Option<Typed> {
        let paragraph = self.paragraph(range)?;
        if paragraph.block <= FRONT_MATTER_LINES && may_open_front_matter(text) {
            return None;
        }
        let old = &self.blocks[paragraph.block];
        let rank = self.ranks.of(paragraph.start);
        let new = scan::ranked(text, paragraph.start.into(), vocabulary, rank);
        let words = &text[new.words() + paragraph.start];
        if new.len + range.len() != old.len + inserted
            || !is_like(&new, old)
            || may_change_others(words)
            || begins_meeting(&new)
        {
            return None;
        }
        self.ranks.edit(range, inserted);
        let (old, old_item) = (*old, self.items[paragraph.item].clone());
        self.blocks[paragraph.block] = new;
        for start in &mut self.starts[paragraph.item + 1..] {
            *start = *start + inserted - range.len();
        }
        let place = TextRange::at(self.starts[paragraph.item], old_item.len + inserted - range.len());
        let blocks = self.blocks_of(paragraph.item);
        let item = build::item(&text[place], blocks, &self.segments[paragraph.item], self.form, vocabulary);
        let start = paragraph.start - place.start();
        let same_outline = same_outline(&old_item, &item)
            && !holds_outline(&old_item, TextRange::at(start, old.len))
            && !holds_outline(&item, TextRange::at(start, new.len));
        self.items[paragraph.item] = Arc::new(item);
        let block = TextRange::at(paragraph.start, new.len);
        Some(Typed { item: paragraph.item, same_outline, block, old: old_item })
    }

    /// Follows an edit that lies within one line of the head, of which nothing but the head can tell; as
    /// [`type_in`](Self::type_in) otherwise. `false`, and nothing is done, for any other edit.
    pub fn type_in_head(
        &mut self,
        text: &str,
        range: TextRange,
        inserted: TextSize,
        vocabulary: &Vocabulary,
    ) -> bool {
        let Some((at, start)) = self.head_line(range).filter(|_| !may_open_front_matter(text)) else {
            return false;
        };
        let old = self.blocks[at];
        let new = scan::ranked(text, start.into(), vocabulary, self.ranks.of(start));
        let words = &text[new.words() + start];
        let like = matches!(new.class, Class::Text | Class::Label(_)) && new.is_shaped_like(&old);
        // Where a title stands twice, one of the places may be no heading.
        let alone = |key: u32| {
            key == 0 || self.blocks.iter().enumerate().all(|(other, block)| other == at || block.key != key)
        };
        if new.len + range.len() != old.len + inserted
            || !like
            || may_change_others(words)
            || !alone(old.key)
            || !alone(new.key)
            || !is_as_steady(&new, &old)
            || begins_meeting(&new) && self.meets_again()
        {
            return false;
        }
        self.ranks.edit(range, inserted);
        self.blocks[at] = new;
        for start in &mut self.starts {
            *start = *start + inserted - range.len();
        }
        let end = self.starts[0];
        self.head = Arc::new(head::read(&text[..end.into()], self.head_blocks(), vocabulary));
        true
    }

    /// What was typed in the item at place `at`, when all others are those of `old` and nothing but its running text
    /// changed; `place` has been read again.
    pub(super) fn typed(
        &self,
        old: &[Arc<Item>],
        at: usize,
        place: TextRange,
        (range, inserted): (TextRange, TextSize),
    ) -> Option<Typed> {
        let others = |(i, (old, new)): (usize, (&Arc<Item>, &Arc<Item>))| i == at || Arc::ptr_eq(old, new);
        let placed = self.item(at);
        let own = TextRange::at(placed.start, old.get(at)?.len);
        let former = TextRange::new(place.start(), (place.end() + range.len()).checked_sub(inserted)?);
        let tail = |item: &Item| item.len - item.end;
        let same = old.len() == self.items.len()
            && tail(&old[at]) == tail(placed.item)
            && own.contains_range(range)
            && placed.range().contains_range(place)
            && old.iter().zip(&self.items).enumerate().all(others)
            && same_outline(&old[at], placed.item)
            && !holds_outline(&old[at], former - placed.start)
            && !holds_outline(placed.item, place - placed.start);
        same.then(|| Typed { item: at, same_outline: true, block: place, old: old[at].clone() })
    }

    /// The place in the row of blocks, and in the text, of a line of the head that holds `range` and has nothing near it
    /// that could be an item.
    fn head_line(&self, range: TextRange) -> Option<(usize, TextSize)> {
        const NEAR: usize = 4;
        let told_by_number = matches!(self.form, ItemForm::Word | ItemForm::Number | ItemForm::Markdown(_));
        let blocks = self.head_blocks();
        let mut start = TextSize::new(0);
        let at = blocks.iter().position(|block| {
            let holds = range.start() < start + block.len;
            start += if holds { TextSize::new(0) } else { block.len };
            holds
        })?;
        let near = blocks.get(at.saturating_sub(NEAR)..at + NEAR)?;
        let words = blocks[at].words() + start;
        let within = words.contains_range(range) && words.end() < start + blocks[at].len;
        let plain = near.iter().all(|block| block.numbering.is_none() && block.mark.heading == 0);
        // What the lines above say tells whether a letter has items.
        let letter = blocks.iter().any(|block| block.is(Flag::OpensLetter));
        (told_by_number && within && plain && !letter && !self.items.is_empty()).then_some((at, start))
    }

    /// May the head of another meeting stand behind this one?
    fn meets_again(&self) -> bool {
        let dated = |block: &Block| matches!(block.class, Class::Text | Class::Label(Label::Date));
        self.blocks[self.head_blocks().len()..].iter().any(|block| dated(block) && begins_meeting(block))
    }

    fn paragraph(&self, range: TextRange) -> Option<Paragraph> {
        let item = self.starts.partition_point(|start| *start <= range.start()).checked_sub(1)?;
        // The items of a document without titles are told by their words.
        if self.form == ItemForm::Untitled {
            return None;
        }
        let mut start = self.starts[item];
        for (at, block) in self.blocks_of(item).iter().enumerate() {
            let end = start + block.len;
            if range.start() < end {
                let words = block.words() + start;
                // Where nothing ends the line, the end of the text itself moves.
                let within = words.contains_range(range) && words.end() < end;
                let block = self.segments[item].first + at;
                return (within && at >= FIRST_BLOCKS).then_some(Paragraph { item, block, start });
            }
            start = end;
        }
        None
    }
}

/// Are both running text of the same form, so that nothing around them changes?
fn is_like(new: &Block, old: &Block) -> bool {
    matches!(new.class, Class::Text | Class::At)
        && new.mark.heading == 0
        // "Evt.: Intet." may be an item.
        && !new.is(Flag::RunInKnown)
        && new.is_shaped_like(old)
        && new.same_signs(old)
}

/// Can both lines, of the head, be titles that stand alone, or can neither?
fn is_as_steady(new: &Block, old: &Block) -> bool {
    [Sign::OfHead, Sign::KnownTitle, Sign::TitleLike, Sign::LeadIn]
        .iter()
        .all(|sign| new.shows(*sign) == old.shows(*sign))
        && [Flag::Colon, Flag::Capitals].iter().all(|flag| new.is(*flag) == old.is(*flag))
}

/// May the line be of the head of another meeting, which its day tells?
fn begins_meeting(block: &Block) -> bool {
    block.shows(Sign::OfHead)
}

/// May a line of these words underline the line above it, or be two lines?
fn may_change_others(words: &str) -> bool {
    let first = words.bytes().next();
    let rule = first.is_some_and(|first| matches!(first, b'-' | b'=') && words.bytes().all(|b| b == first));
    rule || memchr2(b'\n', b'\r', words.as_bytes()).is_some()
}

/// Do the items have the same headings, numbers and sections?
fn same_outline(old: &Item, new: &Item) -> bool {
    let form = |of: Option<(TextRange, CaseNumberForm)>| of.map(|(range, form)| (range.len(), form));
    // Named one by one, so that a new field must be decided on.
    let Item {
        len: _,
        end: _,
        heading,
        number,
        title,
        closed,
        case_number,
        intro: _,
        sections,
        decided_in_prose,
        reported,
        bare_outcomes,
        near_headings,
        attachment_references: _,
    } = old;
    *heading == new.heading
        && *title == new.title
        && number.map(|(number, _)| number) == new.number.map(|(number, _)| number)
        && form(*case_number) == form(new.case_number)
        && (*closed, *decided_in_prose, *reported) == (new.closed, new.decided_in_prose, new.reported)
        && near_headings.len() == new.near_headings.len()
        && bare_outcomes.len() == new.bare_outcomes.len()
        && sections.len() == new.sections.len()
        && sections.iter().zip(&new.sections).all(|(old, new)| same_section(old, new))
}

fn same_section(old: &Section, new: &Section) -> bool {
    let content = match (&old.content, &new.content) {
        (Content::Prose, Content::Prose) | (Content::Recommendation(_), Content::Recommendation(_)) => true,
        (Content::Decision(old), Content::Decision(new)) => {
            let day = |date: Option<(TextRange, _)>| date.map(|(range, day)| (range.len(), day));
            old.body.map(TextRange::len) == new.body.map(TextRange::len) && day(old.date) == day(new.date)
        }
        (Content::Attachments(old), Content::Attachments(new)) => old.len() == new.len(),
        _ => false,
    };
    let Section { kind, title, history, heading, body: _, blocks: _, content: _ } = old;
    content
        && (*kind, *title, *history) == (new.kind, new.title, new.history)
        && heading.len() == new.heading.len()
}

/// Does something of the outline stand in `place`?
fn holds_outline(item: &Item, place: TextRange) -> bool {
    let own = [Some(item.heading), item.title, item.case_number.map(|(range, _)| range)];
    let near = item.near_headings.iter().map(|near| near.range);
    own.into_iter().flatten().chain(near).any(|range| place.contains(range.start()))
}
