//! What an item holds that items have: lines that stand as headings do, below each of which something is decided; and items
//! that are nothing but titles, before one that holds all that was decided.

use super::is_of_head;
use lint::{Findings, MinutesView, Note, Text};
use minutes::Stage;
use syntax::{Block, Class, Flag, NumberForm, Sign, decided};
use text::{TextRange, TextSize};

/// So many lines with a decision below each are no chance.
const FEWEST: usize = 2;
/// Of lines that only stand apart, so many.
const ALONE: usize = 3;
/// A longer line heads nothing, in bytes.
const LONGEST: u32 = 70;

/// Tells of the lines in an item, or before the first, that stand as headings do and are decided on one by one.
pub(super) fn decided_apart(view: &MinutesView<'_>, findings: &mut Findings) -> bool {
    let head = view.minutes.head_blocks();
    let before = headings(view, (0.into(), head), 0);
    if !before.is_empty() {
        tell(findings, &before, None);
        return true;
    }
    for placed in view.minutes.items() {
        let own = 1 + usize::from(placed.blocks.first().is_some_and(|block| block.shows(Sign::NoTitle)));
        let within = headings(view, (placed.start, placed.blocks), own);
        if !within.is_empty() {
            tell(findings, &within, placed.item.number.map(|(number, _)| number));
            return true;
        }
    }
    false
}

/// How a line heads others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Numbered(NumberForm),
    Ranked(u8),
    Bold,
    Capitals,
    Alone,
}

/// How `block` heads others, if it does; `apart` says that a blank line stands above it.
fn look(block: &Block, apart: bool) -> Option<Look> {
    let form = block.numbering.map(|own| match own.form {
        // "1.2" and "2.1" count alike.
        NumberForm::Decimal(_) => NumberForm::Decimal(0),
        NumberForm::Coded(_) => NumberForm::Coded(0),
        form => form,
    });
    match (form, block.mark.heading) {
        (Some(form), _) => Some(Look::Numbered(form)),
        (None, rank) if rank > 0 => Some(Look::Ranked(rank)),
        _ if block.is(Flag::Bold) => Some(Look::Bold),
        _ if block.is(Flag::Capitals) => Some(Look::Capitals),
        _ => (apart && block.shows(Sign::TitleLike) && !block.is(Flag::BlankAfter)).then_some(Look::Alone),
    }
}

/// The lines of `blocks` behind the first `own` that look alike, as headings do, and have a decision below before the next.
fn headings(view: &MinutesView<'_>, (start, blocks): (TextSize, &[Block]), own: usize) -> Vec<TextRange> {
    let mut at = start;
    // The heading that is open, and those of its look that were decided on.
    let mut open: Option<(Look, (&Block, TextRange))> = None;
    let mut found: Vec<(Look, TextRange)> = Vec::new();
    let mut parted = false;
    for (place, block) in blocks.iter().enumerate() {
        let words = block.words() + at;
        at += block.len;
        let apart = std::mem::replace(&mut parted, block.is(Flag::BlankAfter));
        if place < own || matches!(block.class, Class::Comment | Class::Code) {
            continue;
        }
        let told = blocks.get(place + 1).is_some_and(|below| below.numbering.is_none());
        let heads = look(block, apart).filter(|_| told && heads(block, &view.text[words]));
        if let Some(look) = heads {
            open = Some((look, (block, words)));
        } else if decides(block)
            && let Some((look, line)) = open.take()
            // Only the head of the document says who met.
            && (own > 0 || !is_of_head(view, &line))
        {
            found.push((look, line.1));
        }
    }
    let Some((model, _)) = found.first().copied() else { return Vec::new() };
    let few = if model == Look::Alone { ALONE } else { FEWEST };
    let lines: Vec<TextRange> =
        found.into_iter().filter(|(look, _)| *look == model).map(|(_, words)| words).collect();
    if lines.len() < few { Vec::new() } else { lines }
}

/// Has a line the words of a heading that is none of a section, a list or a proposal?
fn heads(block: &Block, words: &str) -> bool {
    block.class == Class::Text
        && !block.is(Flag::Stopped)
        && u32::from(block.words().len()) <= LONGEST
        && !block.shows(Sign::SaysOutcome)
        && !block.shows(Sign::LabelsDecision)
        && !block.shows(Sign::LabelsRecommendation)
        && !block.shows(Sign::LeadIn)
        && !block.shows(Sign::DateOrAmount)
        && !block.shows(Sign::Outcome)
        && !block.shows(Sign::AtPoint)
        && !block.shows(Sign::SmallLetter)
        && decided::worded(words) == 0
}

/// Does a line, or a label of it, say what came of something?
fn decides(block: &Block) -> bool {
    block.numbering.is_none()
        && (block.shows(Sign::SaysOutcome)
            || block.shows(Sign::LabelsDecision)
            || block.class == Class::Decision)
}

fn tell(findings: &mut Findings, lines: &[TextRange], item: Option<u32>) {
    let (place, place_en) = match item {
        Some(number) => (format!("tekst i punkt {number}"), format!("text of item {number}")),
        None => ("tekst uden for punkterne".to_owned(), "text outside the items".to_owned()),
    };
    let n = lines.len();
    let mut report = findings.report(
        lines[0],
        Note::new(
            format!(
                "{n} linjer herfra står som overskrifter med hver sin beslutning, men er læst som {place}, så beslutningerne \
                 hører ikke til deres egne punkter; skriv linjerne som de andre overskrifter, eller sig formen i en husstil \
                 (item_heading)"
            ),
            format!(
                "{n} lines from here stand as headings with a decision each, but were read as {place_en}, so the decisions do not \
                 belong to items of their own; write the lines like the other headings, or name the form in a house style \
                 (item_heading)"
            ),
        ),
    );
    for line in lines[1..].iter().take(super::NAMED) {
        report =
            report.related(*line, Text { da: "Denne linje står som den", en: "This line stands like it" });
    }
}

/// Tells of items without a line of text, the last of which holds all that was decided: a list of the items was read as them.
pub(super) fn bare_list(view: &MinutesView<'_>, findings: &mut Findings) -> bool {
    const ITEMS: usize = 3;
    let minutes = view.head().stage.is_none_or(|(_, stage)| stage == Stage::Minutes);
    let items: Vec<_> = view.minutes.items().collect();
    let (Some(first), Some(last)) = (items.first(), items.last()) else { return false };
    let bare = |blocks: &[Block]| blocks.len() == 1;
    let all = items.len() >= ITEMS && items[..items.len() - 1].iter().all(|placed| bare(placed.blocks));
    if !minutes || !all || last.blocks.iter().filter(|block| decides(block)).count() < FEWEST {
        return false;
    }
    findings.report(
        first.item.heading + first.start,
        Text {
            da: "Punkterne herfra står uden tekst, og det sidste har alle beslutningerne: listen over punkter er læst som \
                 punkterne, og beslutningerne hører ikke til deres egne; skriv overskrifterne over teksten som i listen, eller \
                 sig formen i en husstil (item_heading)",
            en: "The items from here have no text, and the last has all the decisions: the list of items was read as the items, \
                 and the decisions do not belong to their own; write the headings above the text as in the list, or name the \
                 form in a house style (item_heading)",
        },
    );
    true
}
