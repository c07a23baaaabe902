//! One item from its text and its blocks.

use super::heading::{self, Heading};
use super::near_heading::near_headings;
use super::{Content, Item, Section, attachments, decision, prose_decision, recommendation};
use crate::syntax::segment::{ItemForm, Segment};
use crate::syntax::{Block, Class, Flag, SectionKind, Vocabulary, decision_heading};
use crate::text::{TextRange, TextSize, size};

/// Reads the item that `text` and `blocks` are. It depends on nothing else, so it need not be read again until one
/// of them changes.
pub(super) fn item(
    text: &str,
    blocks: &[Block],
    segment: &Segment,
    form: ItemForm,
    vocabulary: &Vocabulary,
) -> Item {
    let Heading { line, number, title, closed, case_number, after } =
        heading::read(text, blocks, segment, form);
    let mut sections = sections(text, blocks, after, vocabulary);
    forget_other_points(&mut sections);
    let intro_end = sections.first().map_or(size(text), |section| section.heading.start());
    Item {
        len: size(text),
        heading: line,
        number,
        title,
        closed,
        case_number,
        intro: TextRange::new(after.1.min(intro_end), intro_end),
        decided_in_prose: prose_decision::is_told(text, blocks),
        near_headings: near_headings(text, blocks, after.1.min(intro_end), &sections, vocabulary),
        sections,
        attachment_references: attachments::references(text),
    }
}

/// "Punkt 3 blev flyttet frem" means an item of the agenda where the recommendation has no third point.
fn forget_other_points(sections: &mut [Section]) {
    let mut points = 0;
    for section in &*sections {
        if let Content::Recommendation(recommendation) = &section.content
            && recommendation.is_listed()
        {
            points += recommendation.points.len();
        }
    }
    for section in sections {
        if let Content::Decision(decision) = &mut section.content {
            decision.forget(|named| {
                named.points.first().is_none_or(|&first| points < 2 || first as usize > points)
            });
        }
    }
}

/// A section whose end is not known yet.
struct Open {
    at: usize,
    kind: SectionKind,
    title: Option<crate::syntax::TitleId>,
    history: bool,
    heading: TextRange,
    body: TextSize,
}

fn sections(text: &str, blocks: &[Block], after: (usize, TextSize), vocabulary: &Vocabulary) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut open: Option<Open> = None;
    let mut start = after.1;
    for (at, block) in blocks.iter().enumerate().skip(after.0) {
        let heading = block.words() + start;
        let end = start + block.len;
        let begun = match block.class {
            Class::Section(id) => {
                let title = vocabulary.title_of(id);
                Some((title.kind, Some(id), title.history))
            }
            Class::Decision => Some((SectionKind::Decision, None, false)),
            Class::BodyDate if decides(open.as_ref(), &sections, blocks, at) => {
                Some((SectionKind::Decision, None, false))
            }
            _ => None,
        };
        if let Some((kind, title, history)) = begun {
            if let Some(former) = open.take() {
                sections.push(close(text, blocks, former, at, start, vocabulary));
            }
            open = Some(Open { at, kind, title, history, heading, body: end });
        }
        start = end;
    }
    if let Some(last) = open {
        sections.push(close(text, blocks, last, blocks.len(), start, vocabulary));
    }
    // Items are kept for long, and most have few sections.
    sections.shrink_to_fit();
    sections
}

/// Is "Byrådet, 4. april 2022" the heading of a decision here? Not where earlier meetings are quoted, nor before
/// anything has been recommended or decided.
fn decides(open: Option<&Open>, sections: &[Section], blocks: &[Block], at: usize) -> bool {
    // "Eventuelt" has nothing but its decision.
    let Some(open) = open else {
        return at.checked_sub(1).is_some_and(|former| blocks[former].is(Flag::BlankAfter));
    };
    let lone =
        at.checked_sub(1).is_none_or(|former| blocks[former].is(Flag::BlankAfter) || former == open.at);
    let ripe = |kind| matches!(kind, SectionKind::Recommendation | SectionKind::Decision);
    !open.history && lone && (ripe(open.kind) || sections.iter().any(|section| ripe(section.kind)))
}

fn close(
    text: &str,
    blocks: &[Block],
    open: Open,
    end: usize,
    end_offset: TextSize,
    vocabulary: &Vocabulary,
) -> Section {
    let inner = &blocks[open.at + 1..end];
    let content = match open.kind {
        SectionKind::Recommendation => Content::Recommendation(recommendation::read(text, inner, open.body)),
        SectionKind::Decision => {
            let mut decision = decision::read(text, inner, open.body);
            if let Some(heading) = decision_heading(&text[open.heading], vocabulary) {
                decision.body = heading.body.map(|range| range + open.heading.start());
                decision.date = heading.date.map(|(range, day)| (range + open.heading.start(), day));
            }
            Content::Decision(decision)
        }
        SectionKind::Attachments => Content::Attachments(attachments::list(text, inner, open.body)),
        _ => Content::Prose,
    };
    Section {
        kind: open.kind,
        title: open.title,
        history: open.history,
        heading: open.heading,
        body: TextRange::new(open.body, end_offset),
        blocks: open.at + 1..end,
        content,
    }
}
