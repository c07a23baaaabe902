//! What the items leave out: sections and text before the first, lines that count on and were not read as headings.

use super::{is_of_head, lines};
use lint::{Findings, MinutesView, Note, Text};
use minutes::Placed;
use syntax::numbered::{Within, numbers_within};
use syntax::{Block, Class, Flag, Sign};
use text::{TextRange, TextSize};

/// Tells of sections that stand before the first item, and so in none.
pub(super) fn outside(view: &MinutesView<'_>, findings: &mut Findings) {
    let lines = lines(view.minutes.head_blocks());
    let heads_section =
        |(block, _): &&(&Block, TextRange)| block.numbering.is_none() && block.begins_section();
    let mut sections = lines.iter().filter(heads_section);
    if let (Some((_, place)), Some(_)) = (sections.next(), sections.next()) {
        findings.report(
            *place,
            Text {
                da: "Afsnittene herfra og til det første punkt ligger i intet punkt og er ikke set efter; giv dem en \
                     overskrift som de andre punkters, eller sig formen i en husstil (item_heading)",
                en: "The sections from here to the first item lie in no item and were not looked at; give them a heading \
                     like that of the other items, or name the form in a house style (item_heading)",
            },
        );
    }
}

/// Tells of a line that names the next number with a word for an item, and was not read as one: "~ Pkt. 3 ~ Broen" below "Pkt. 2
/// Havnen".
pub(super) fn named_next(view: &MinutesView<'_>, findings: &mut Findings) -> bool {
    const LONGEST: u32 = 120;
    for Placed { item, start, blocks } in view.minutes.items() {
        let Some((number, _)) = item.number else { continue };
        let mut at = start;
        let mut parted = false;
        for (place, block) in blocks.iter().enumerate() {
            let words = block.words() + at;
            at += block.len;
            let apart = std::mem::replace(&mut parted, block.is(Flag::BlankAfter));
            let may_head = place > 0 && apart && block.class == Class::Text && !block.is(Flag::FullStop);
            if !may_head || u32::from(block.words().len()) > LONGEST {
                continue;
            }
            let next = |own: &Within| own.worded && own.heads_title() && own.value == number + 1;
            if numbers_within(&view.text[words]).iter().any(next) {
                findings.report(
                    words,
                    Note::new(
                        format!(
                            "Linjen nævner punkt {} lige efter punkt {number}, men ligner ikke de andre overskrifter og er ikke læst som \
                             et punkt; skriv den som dem, eller sig formen i en husstil (item_heading)",
                            number + 1
                        ),
                        format!(
                            "The line names item {} right after item {number}, but is unlike the other headings and was not read as an \
                             item; write it as they are, or name the form in a house style (item_heading)",
                            number + 1
                        ),
                    ),
                );
                return true;
            }
        }
    }
    false
}

/// Tells of text before the first item that is more than all that stands in items.
pub(super) fn told_before(view: &MinutesView<'_>, head: &[(&Block, TextRange)], findings: &mut Findings) {
    const MUCH: usize = 8;
    let told = |block: &Block| block.is(Flag::FullStop) && !matches!(block.class, Class::Label(_));
    // The rows of an agenda may end in stops, and tell nothing.
    let is_row = |block: &Block| block.mark.kind.is_list() || block.numbering.is_some();
    let tells = |line: &&(&Block, TextRange)| told(line.0) && !is_row(line.0) && !is_of_head(view, line);
    let before: Vec<TextRange> = head.iter().filter(tells).map(|line| line.1).collect();
    let within = view.minutes.items().flat_map(|placed| placed.blocks).filter(|block| told(block)).count();
    if before.len() >= MUCH
        && before.len() > within
        && let Some(first) = before.first()
    {
        findings.report(
            *first,
            Text {
                da: "Teksten herfra og til det første punkt ligger i intet punkt og er ikke set efter; giv den en overskrift som de \
                     andre punkters, eller sig formen i en husstil (item_heading)",
                en: "The text from here to the first item lies in no item and was not looked at; give it a heading like that of the \
                     other items, or name the form in a house style (item_heading)",
            },
        );
    }
}

/// Tells of the first line with a number that the items leave out: "3) Broen" between "2. Havnen" and "4. Skolen".
pub(super) fn passed_over(view: &MinutesView<'_>, findings: &mut Findings) -> bool {
    let mut former = Some(0);
    let head = view.minutes.head_blocks();
    let mut above: (TextSize, &[Block]) = (0.into(), head);
    for Placed { item, start, blocks } in view.minutes.items() {
        let number = item.number.map(|(number, _)| number);
        if let (Some(former), Some(number)) = (former, number)
            && number == former + 2
            && let Some(line) = counting(above, former + 1, number)
        {
            findings.report(
                line,
                Note::new(
                    format!(
                        "Linjen har nummer {}, som punkterne springer over, men ligner ikke de andre overskrifter og er ikke læst \
                         som et punkt; skriv den som dem, eller sig formen i en husstil (item_heading)",
                        former + 1
                    ),
                    format!(
                        "The line has number {}, which the items leave out, but is unlike the other headings and was not read as \
                         an item; write it as they are, or name the form in a house style (item_heading)",
                        former + 1
                    ),
                ),
            );
            return true;
        }
        (former, above) = (number, (start, blocks));
    }
    false
}

/// The one line of `blocks` that has number `wanted`, where no other has the `next`: then both are rows of a list.
fn counting((start, blocks): (TextSize, &[Block]), wanted: u32, next: u32) -> Option<TextRange> {
    let mut at = start;
    let mut found = None;
    for (place, block) in blocks.iter().enumerate() {
        let words = block.words() + at;
        at += block.len;
        let Some(own) = block.numbering.filter(|own| !own.form.is_rare()).map(|own| u32::from(own.value))
        else {
            continue;
        };
        // The heading of the item above has its own number.
        let row = own + 1 == wanted && (place > 0 || start == 0.into());
        if row || own == next || own == wanted && found.is_some() {
            return None;
        }
        let titled =
            !block.shows(Sign::Sentence) && !block.shows(Sign::DateOrAmount) && block.shows(Sign::Capital);
        if own == wanted && titled {
            found = Some(words);
        }
    }
    found
}
