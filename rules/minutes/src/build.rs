//! One item from its text and its blocks.

mod cells;
mod decided_words;
mod earlier;
mod excerpt;
mod outcomes;

use self::excerpt::Excerpt;
use self::outcomes::{bare_outcomes, outcome_in_heading};
use super::head;
use super::heading::{self, Heading};
use super::near_heading::near_headings;
use super::over_outcome::{heads_outcome, is_own_decision, names_decision, stands_over_outcome};
use super::{Content, Item, Section, attachments, decision, prose_decision, recommendation};
use references::attachment_references;
use segment::{ItemForm, Segment};
use syntax::{Block, Class, Flag, Label, NumberForm, SectionKind, Sign, Vocabulary, decision_heading};
use text::{TextRange, TextSize, size};

/// Reads the item that `text` and `blocks` are. It depends on nothing else, so it need not be read again until one
/// of them changes.
pub(super) fn item(
    text: &str,
    blocks: &[Block],
    segment: &Segment,
    form: ItemForm,
    vocabulary: &Vocabulary,
) -> Item {
    let whole = size(text);
    let (own, tail) = blocks.split_at(blocks.len() - usize::from(segment.tail).min(blocks.len()));
    let end = whole - tail.iter().map(|block| block.len).sum::<TextSize>();
    let (text, blocks) = (&text[..end.into()], own);
    let Heading { line, number, title, told, closed, case_number, after } =
        heading::read(text, blocks, segment, form, vocabulary);
    let mut sections = sections(text, blocks, after, vocabulary);
    forget_other_points(&mut sections);
    // Of a row with more columns the cells tell.
    let behind = outcome_in_heading(text, line, told.or(title)).filter(|_| segment.asked == 0);
    let bare_outcomes = bare_outcomes(text, blocks, after, (&sections, behind, segment.asked), vocabulary);
    let intro_end = sections.first().map_or(size(text), |section| section.heading.start());
    Item {
        len: whole,
        end,
        heading: line,
        number,
        title,
        closed,
        case_number,
        intro: TextRange::new(after.1.min(intro_end), intro_end),
        decided_in_prose: !bare_outcomes.is_empty() || prose_decision::is_told(text, blocks),
        reported: sections.is_empty() && head::reports(text, blocks, after),
        bare_outcomes,
        near_headings: near_headings(text, blocks, after.1.min(intro_end), &sections, vocabulary),
        sections,
        attachment_references: attachment_references(text),
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
            decision.settle();
        }
    }
}

/// A section whose end is not known yet.
struct Open {
    at: usize,
    kind: SectionKind,
    title: Option<syntax::TitleId>,
    history: bool,
    heading: TextRange,
    body: TextSize,
    /// The block of the heading and where it begins, when its words belong to the body: a label with its text behind
    /// it, a lead-in without a heading.
    own: Option<(Block, TextSize)>,
}

fn sections(text: &str, blocks: &[Block], after: (usize, TextSize), vocabulary: &Vocabulary) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut open: Option<Open> = None;
    let mut start = after.1;
    let mut excerpt = Excerpt::default();
    let indent = blocks.first().map_or(0, |block| block.mark.indent);
    for (at, block) in blocks.iter().enumerate().skip(after.0) {
        let heading = block.words() + start;
        let end = start + block.len;
        let begun = match block.class {
            _ if excerpt.holds(block, indent) || text.starts_with('#') && is_indented(blocks, at) => None,
            // "Kommunalbestyrelsens beslutning." right under "Lovgrundlag" is what stands there.
            Class::Section(_) | Class::Decision | Class::BodyDate
                if block.is(Flag::FullStop)
                    && !text[heading].contains(|c: char| c.is_ascii_digit())
                    && open.as_ref().is_some_and(|open| open.body == start) =>
            {
                None
            }
            Class::Section(_) | Class::Decision if is_value(text, blocks, (at, start), vocabulary) => None,
            Class::Section(id) => {
                let title = vocabulary.title_of(id);
                Some((title.kind, Some(id), title.history))
            }
            Class::Decision => Some((SectionKind::Decision, None, false)),
            // At the top of a page stand the meeting and what goes on there.
            Class::BodyDate if blocks.get(at + 1).is_some_and(heads_page) => None,
            Class::BodyDate
                if decides(
                    open.as_ref(),
                    &sections,
                    (blocks, at),
                    names_decision(&text[heading]) || stands_over_outcome(blocks, at),
                ) || open.as_ref().is_none_or(|open| !open.history)
                    && is_own_decision(&text[heading], (blocks, at), vocabulary) =>
            {
                Some((SectionKind::Decision, None, false))
            }
            Class::Text if block.is(Flag::RunIn) => run_in(&text[heading], open.as_ref(), vocabulary),
            Class::Text
                if heads_outcome(&text[heading], blocks, at)
                    && open.as_ref().is_none_or(|open| !open.history) =>
            {
                Some((SectionKind::Decision, None, false))
            }
            Class::Text => inside(blocks, at, (open.as_ref(), &sections)),
            _ => None,
        };
        if let Some((kind, title, history)) = begun {
            let (heading, own) = own_words(block, heading, &text[heading], title.is_none());
            let body = own.map_or(end, |own| (own.words().start() + start).min(end).max(heading.end()));
            if let Some(former) = open.take() {
                sections.push(close(text, blocks, former, at, start, vocabulary));
            }
            open = Some(Open { at, kind, title, history, heading, body, own: own.map(|own| (own, start)) });
        }
        start += block.len;
    }
    if let Some(last) = open {
        sections.push(close(text, blocks, last, blocks.len(), start, vocabulary));
    }
    earlier::leave(text, &mut sections);
    // Items are kept for long, and most have few sections.
    sections.shrink_to_fit();
    sections
}

/// Does block `at` begin so far in, behind a blank line, that it is code where "#" marks the headings?
fn is_indented(blocks: &[Block], at: usize) -> bool {
    const CODE: u8 = 4;
    let block = &blocks[at];
    block.mark.heading == 0
        && block.mark.indent >= CODE
        && at.checked_sub(1).is_some_and(|former| blocks[former].is(Flag::BlankAfter))
}

/// "Beslutning." right under "Punkttype", and under another word that stands alone on its line: the value of that.
fn is_value(text: &str, blocks: &[Block], (at, start): (usize, TextSize), vocabulary: &Vocabulary) -> bool {
    const LONGEST_LABEL: u32 = 16;
    let Some(above) = at.checked_sub(1).map(|above| &blocks[above]) else { return false };
    if above.class == Class::Label(Label::ItemType) {
        let words = &text[above.words() + (start - above.len)];
        return !words[vocabulary.label_len(words)..].contains(char::is_alphabetic);
    }
    let label = |above: &Block| {
        let plain = above.class == Class::Text && above.numbering.is_none() && !above.mark.kind.is_list();
        plain
            && !above.is(Flag::BlankAfter)
            && !above.is(Flag::Stopped)
            && above.shows(Sign::TitleLike)
            && above.shows(Sign::Short)
            && u32::from(above.words().len()) <= LONGEST_LABEL
    };
    blocks[at].is(Flag::FullStop) && label(above)
}

type Begun = (SectionKind, Option<syntax::TitleId>, bool);

/// Does a line only stand at the top of a page: its number, or a heading once more?
fn heads_page(block: &Block) -> bool {
    block.is(Flag::Continued) || block.numbering.is_some_and(|own| own.form == NumberForm::Alone)
}

/// "Sagsfremstilling: Bussen …" begins a section where no heading has begun one.
fn run_in(line: &str, open: Option<&Open>, vocabulary: &Vocabulary) -> Option<Begun> {
    let headed = open.is_some_and(|open| open.own.is_none());
    let title = vocabulary.run_in(line).filter(|_| !headed)?;
    Some((vocabulary.title_of(title).kind, None, false))
}

/// The section that a line begins inside an item though it is no known title: "Referat", "Beslutning: Godkendt", or
/// the lead-in of a recommendation that has no heading.
fn inside(blocks: &[Block], at: usize, (open, sections): (Option<&Open>, &[Section])) -> Option<Begun> {
    let block = &blocks[at];
    let quoted = open.is_some_and(|open| open.history);
    // "Referat:" that a form prints under "Eventuelt", with nothing behind it or below.
    let empty = || block.is(Flag::Colon) && at + 1 == blocks.len();
    if block.shows(Sign::LabelsDecision) && !quoted && !empty() {
        return Some((SectionKind::Decision, None, false));
    }
    if block.shows(Sign::LabelsRecommendation) && !quoted {
        return Some((SectionKind::Recommendation, None, false));
    }
    let first = block.shows(Sign::LeadIn)
        && open.is_none()
        && !sections.iter().any(|section| section.kind == SectionKind::Recommendation);
    let listed = blocks.get(at + 1).is_some_and(|next| next.class == Class::At || next.mark.kind.is_list());
    (first && listed).then_some((SectionKind::Recommendation, None, false))
}

/// The heading in `words`, the place of `line`, and the block of what belongs to the body: what stands behind a label,
/// or all of a lead-in.
fn own_words(block: &Block, words: TextRange, line: &str, untitled: bool) -> (TextRange, Option<Block>) {
    if !untitled || block.class != Class::Text {
        return (words, None);
    }
    let labels = block.shows(Sign::LabelsDecision) || block.shows(Sign::LabelsRecommendation);
    if !labels && !block.is(Flag::RunIn) {
        return (words, block.shows(Sign::LeadIn).then_some(*block));
    }
    // "**Beslutning.** Vi venter: bussen kører."
    let bold =
        [".**", "**."].iter().filter_map(|sign| line.find(sign)).min().filter(|_| line.starts_with("**"));
    let behind = bold.or_else(|| line.find(':')).and_then(|colon| {
        let text = colon + 1 + line[colon + 1..].find(char::is_alphanumeric)?;
        Some((TextSize::of(line[..colon].trim_end_matches('*')), TextSize::of(&line[..text])))
    });
    match behind {
        Some((label, text)) => {
            let stars = TextSize::of(&line[..line.len() - line.trim_start_matches(['*', '_']).len()]);
            (
                TextRange::new(words.start() + stars, words.start() + label.max(stars)),
                Some(block.behind(text)),
            )
        }
        None => (words, None),
    }
}

/// Is "Byrådet, 4. april 2022" the heading of a decision here? Not where earlier meetings are quoted, nor before
/// anything has been recommended or decided. One that is `named` a decision needs no blank line above it.
fn decides(open: Option<&Open>, sections: &[Section], (blocks, at): (&[Block], usize), named: bool) -> bool {
    // "Eventuelt" has nothing but its decision.
    let Some(open) = open else {
        // Below the case number it may say who meets; then the first section follows at once.
        let next = blocks[at + 1..].iter().find(|block| block.class != Class::Blank);
        let heads = named || !next.is_some_and(|next| matches!(next.class, Class::Section(_)));
        return heads && at.checked_sub(1).is_some_and(|former| blocks[former].is(Flag::BlankAfter));
    };
    let lone =
        at.checked_sub(1).is_none_or(|former| blocks[former].is(Flag::BlankAfter) || former == open.at);
    let ripe = |kind| matches!(kind, SectionKind::Recommendation | SectionKind::Decision);
    let asked = || ripe(open.kind) || sections.iter().any(|section| ripe(section.kind));
    // "Skoleudvalget, den 6. maj 2025, pkt. 31:" ends an item that says nothing of what was recommended.
    let last = || {
        let heads = |block: &Block| block.begins_section() || block.class == Class::BodyDate;
        lone && blocks[at].is(Flag::Colon) && !blocks[at + 1..].iter().any(heads)
    };
    !open.history && (lone || named) && (asked() || last())
}

fn close(
    text: &str,
    blocks: &[Block],
    open: Open,
    end: usize,
    end_offset: TextSize,
    vocabulary: &Vocabulary,
) -> Section {
    let row: Vec<Block>;
    let (inner, from) = match open.own {
        Some((own, start)) => {
            row = std::iter::once(own).chain(blocks[open.at + 1..end].iter().copied()).collect();
            (&row[..], start)
        }
        None => (&blocks[open.at + 1..end], open.body),
    };
    let content = match open.kind {
        SectionKind::Recommendation => Content::Recommendation(recommendation::read(text, inner, from)),
        SectionKind::Decision => {
            let mut decision = decision::read(text, inner, from);
            if let Some(heading) = decision_heading(&text[open.heading], vocabulary) {
                decision.body = heading.body.map(|range| range + open.heading.start());
                decision.date = heading.date.map(|(range, day)| (range + open.heading.start(), day));
            }
            Content::Decision(decision)
        }
        SectionKind::Attachments => Content::Attachments(attachments::list(text, inner, from)),
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
