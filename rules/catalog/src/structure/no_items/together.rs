//! Items that run together on a line, which is read as one item at most: "1. Velkomst 2. Budget 3. Evt."

use lint::{Findings, MinutesView, Note};
use minutes::Placed;
use segment::{following, run_on};
use syntax::Block;
use text::{TextRange, TextSize, range};

/// Tells of the numbers that count on inside the lines of a text without items.
pub(super) fn in_text(view: &MinutesView<'_>, findings: &mut Findings) -> bool {
    let blocks = view.minutes.blocks();
    let Some(row) = run_on(view.text, blocks) else { return false };
    let (block, digits) = &row.places[0];
    findings.report(range(digits.start, digits.end) + start_of(blocks, *block), note(row.first, row.last));
    true
}

/// Tells of the first heading that holds the numbers which should follow it, where no item below has them.
pub(super) fn in_headings(view: &MinutesView<'_>, findings: &mut Findings) -> bool {
    let items: Vec<Placed<'_>> = view.minutes.items().collect();
    for (at, Placed { item, start, blocks }) in items.iter().enumerate() {
        let Some((number, _)) = item.number else { continue };
        let next = items.get(at + 1).and_then(|next| next.item.number).map(|(next, _)| next);
        // Running text is not read: an edit there would leave the finding as it was.
        let heading = headed(blocks, item.heading.end());
        let row = following(&view.text[TextRange::at(*start, item.len)], &blocks[..heading], number);
        let Some((block, digits)) = row.places.first() else { continue };
        if next.is_none_or(|next| row.last < next) {
            let place = range(digits.start, digits.end) + *start + start_of(blocks, *block);
            findings.report(place, note(row.first, row.last));
            return true;
        }
    }
    false
}

/// How many of `blocks` begin before `end`, where the heading ends.
fn headed(blocks: &[Block], end: TextSize) -> usize {
    let starts = blocks.iter().scan(TextSize::new(0), |at, block| {
        let own = *at;
        *at += block.len;
        Some(own)
    });
    starts.take_while(|start| *start < end).count()
}

/// Where block `at` of `blocks` begins.
fn start_of(blocks: &[Block], at: usize) -> TextSize {
    blocks[..at].iter().map(|block| block.len).fold(TextSize::new(0), |sum, len| sum + len)
}

fn note(first: u32, last: u32) -> Note {
    let (numbers, numbers_en) = match first == last {
        true => {
            (format!("Nummer {first} med sin titel står"), format!("Number {first} with its title stands"))
        }
        false => (
            format!("Numrene {first}-{last} med titler står"),
            format!("Numbers {first}-{last} with titles stand"),
        ),
    };
    Note::new(
        format!(
            "{numbers} inde i en linje, hvor der læses højst ét punkt, så de er ikke set efter; sæt hvert nummer med sin titel \
             på en linje for sig, \"{first}. Budget\"; \"referent outline --why\" viser, hvordan linjerne er læst"
        ),
        format!(
            "{numbers_en} inside a line, where at most one item is read, so they were not looked at; put each number with its title \
             on a line of its own, \"{first}. Budget\"; \"referent outline --why\" shows how the lines were read"
        ),
    )
}
