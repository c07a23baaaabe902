//! The minutes of a meeting as a secretary sees them: head, items, sections, recommendations, decisions.
//!
//! # Glossary
//!
//! | Danish | here |
//! |---|---|
//! | referat, dagsorden | minutes, agenda: the two [`Stage`]s |
//! | punkt, sag | [`Item`] |
//! | afsnit | [`Section`] |
//! | indstilling | [`Recommendation`] |
//! | at-punkt | [`Point`] |
//! | beslutning | [`Decision`] |
//! | protokolbemærkning, ændringsforslag | [`Remark`] |
//! | afstemning | [`Vote`] |
//! | bilag | attachment |
//! | udvalg, byråd | body; the one that meets is the committee |
//! | husstil | house style |
//!
//! Each item is read from its own text alone and counts its offsets from its own start, so it stays as it is while
//! something else is edited. [`Minutes`] holds the row of blocks and the items over it, and follows edits.

mod attachments;
mod build;
mod closing;
mod decision;
mod head;
mod heading;
mod listed;
mod meeting;
mod near_heading;
mod over_outcome;
mod prose_decision;
mod recommendation;
mod remark;
mod reparse;
mod vote;

use std::sync::Arc;

pub use attachments::Attachment;
pub use decision::{Answer, Decision, Statement, StatementKind};
pub use head::{ContentsEntry, Head, Published, Stage, says_meeting};
pub use listed::listed_titles;
pub use meeting::Meeting;
pub use near_heading::NearHeading;
pub use prose_decision::told as told_decisions;
pub use recommendation::{LetteredPart, Marker, Point, Recommendation, is_numbered_lead_in};
pub use references::{
    AttachmentOwner, AttachmentReference, Counted, ItemReference, LetterReference, Mark, Named, Naming,
    Outcome, PointReference, Whose, attachment_item, attachment_owner, cardinal, enumerate, is_led,
    item_references, item_references_where, letter_references, lettered_lines, ordinal_word,
    place_references, point_references, unread, whose,
};
pub use remark::{Remark, RemarkKind};
pub use reparse::Reread;
pub use reparse::Typed;
pub use vote::{Side, Vote};

use segment::{ItemForm, Segment};
use syntax::{Block, CaseNumberForm, Ranks, SectionKind, TitleId};
use text::{TextRange, TextSize};

/// A whole document, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Minutes {
    blocks: Vec<Block>,
    /// What the document says of its lines beside their words.
    ranks: Ranks,
    form: ItemForm,
    markdown: bool,
    segments: Vec<Segment>,
    head: Arc<Head>,
    /// Where each item begins.
    starts: Vec<TextSize>,
    items: Vec<Arc<Item>>,
}

/// One item of the agenda; offsets are bytes from its own start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Bytes of the item, to the start of the next or the end of the text.
    pub len: TextSize,
    /// Where it ends itself: before the head of another meeting in the same text.
    pub end: TextSize,
    /// The line of the heading; for an item without a title, the heading of its first section.
    pub heading: TextRange,
    /// The number as written, and its digits.
    pub number: Option<(u32, TextRange)>,
    /// The title without its number; `None` when the line has none or there is no line.
    pub title: Option<TextRange>,
    /// Is the item treated behind closed doors?
    pub closed: bool,
    /// The case number and its form.
    pub case_number: Option<(TextRange, CaseNumberForm)>,
    /// "Fraværende: …" and other lines before the first section lie here.
    pub intro: TextRange,
    /// In the order of the text.
    pub sections: Vec<Section>,
    /// Does a line say what was decided, or that the item was taken off, without the heading of a decision?
    pub decided_in_prose: bool,
    /// Does a line tell what somebody said or did at the meeting, in an item without sections?
    pub reported: bool,
    /// Lines that say an outcome and nothing else, in an item without the heading of a decision.
    pub bare_outcomes: Vec<(TextRange, Vec<Outcome>)>,
    /// Lines that stand as a heading and are a letter or two from a title.
    pub near_headings: Vec<NearHeading>,
    /// "jf. bilag 2", in the order of the text.
    pub attachment_references: Vec<AttachmentReference>,
}

/// A section of an item: a heading and what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is about.
    pub kind: SectionKind,
    /// The title that the vocabulary knows; `None` for a decision's heading with a body or a date.
    pub title: Option<TitleId>,
    /// Does it quote what earlier meetings decided?
    pub history: bool,
    /// The heading without its marks and trailing spaces.
    pub heading: TextRange,
    /// What stands under it, to the start of the next section.
    pub body: TextRange,
    /// The blocks of the body, counted from the first block of the item.
    pub blocks: std::ops::Range<usize>,
    /// What the body says.
    pub content: Content,
}

/// What a section's body says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Text of no particular form.
    Prose,
    /// Who recommends what.
    Recommendation(Recommendation),
    /// What was decided.
    Decision(Decision),
    /// The attachments listed.
    Attachments(Vec<Attachment>),
}

impl Item {
    /// The recommendations of the item.
    pub fn recommendations(&self) -> impl Iterator<Item = &Recommendation> {
        self.sections.iter().filter_map(|section| match &section.content {
            Content::Recommendation(recommendation) => Some(recommendation),
            _ => None,
        })
    }

    /// All at-points of the item, in the order of the text.
    pub fn points(&self) -> impl Iterator<Item = &Point> {
        self.recommendations().flat_map(|recommendation| &recommendation.points)
    }

    /// The decisions of the item with their sections.
    pub fn decisions(&self) -> impl Iterator<Item = (&Section, &Decision)> {
        self.sections.iter().filter_map(|section| match &section.content {
            Content::Decision(decision) => Some((section, decision)),
            _ => None,
        })
    }

    /// The section whose heading or text holds the byte `at` of the item. An item may have thousands, as where meetings
    /// are glued together, so they are not walked through.
    pub fn section_at(&self, at: TextSize) -> Option<&Section> {
        let behind = self.sections.partition_point(|section| section.heading.start() <= at);
        let section = self.sections.get(behind.checked_sub(1)?)?;
        (at < section.body.end().max(section.heading.end())).then_some(section)
    }

    /// The sections of one kind.
    pub fn sections_of(&self, kind: SectionKind) -> impl Iterator<Item = &Section> {
        self.sections.iter().filter(move |section| section.kind == kind)
    }
}

/// An item where it stands in its document.
#[derive(Clone, Copy, Debug)]
pub struct Placed<'m> {
    /// The item.
    pub item: &'m Arc<Item>,
    /// Where it begins, in bytes of the document.
    pub start: TextSize,
    /// Its blocks.
    pub blocks: &'m [Block],
}

impl Placed<'_> {
    /// The bytes of the document that the item takes.
    pub fn range(&self) -> TextRange {
        TextRange::at(self.start, self.item.len)
    }
}

impl Minutes {
    /// What the document says of the lines of its text.
    pub fn ranks(&self) -> &Ranks {
        &self.ranks
    }

    /// How the items begin.
    pub fn form(&self) -> ItemForm {
        self.form
    }

    /// Is the text Markdown, by its headings or its code?
    pub fn is_markdown(&self) -> bool {
        self.markdown
    }

    /// The head of the meeting; its offsets are those of the document.
    pub fn head(&self) -> &Arc<Head> {
        &self.head
    }

    /// The row of blocks.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The blocks of the head.
    pub fn head_blocks(&self) -> &[Block] {
        &self.blocks[..self.segments.first().map_or(self.blocks.len(), |segment| segment.first)]
    }

    /// The items with their places.
    pub fn items(&self) -> impl Iterator<Item = Placed<'_>> + Clone {
        (0..self.items.len()).map(|i| self.item(i))
    }

    /// The item at place `i`, counted from 0.
    pub fn item(&self, i: usize) -> Placed<'_> {
        Placed { item: &self.items[i], start: self.starts[i], blocks: self.blocks_of(i) }
    }

    /// The place of the item that holds the byte `at`; `None` in the head.
    pub fn item_at(&self, at: TextSize) -> Option<usize> {
        self.starts.partition_point(|start| *start <= at).checked_sub(1)
    }

    fn blocks_of(&self, i: usize) -> &[Block] {
        let to = self.segments.get(i + 1).map_or(self.blocks.len(), |next| next.first);
        &self.blocks[self.segments[i].first..to]
    }
}
