//! The attachments that an item lists, and where it names them.

use rules::minutes::{Attachment, AttachmentOwner, Content, Placed, attachment_owner};
use rules::text::{TextRange, TextSize, range_of};

use super::{Occurrence, Target, written};

/// The attachments of the item at place `i`, and its own references to them.
pub(super) fn within(text: &str, i: usize, placed: Placed<'_>, found: &mut Vec<Occurrence>) {
    let start = placed.start;
    let first = found.len();
    for section in &placed.item.sections {
        if let Content::Attachments(list) = &section.content {
            listed(text, start, i, list, found);
        }
    }
    let listed: Vec<TextRange> = found[first..].iter().map(|listed| listed.place).collect();
    for reference in &placed.item.attachment_references {
        let place = reference.range + start;
        // The line of the list itself is no reference.
        if listed.iter().any(|line| line.contains_range(place))
            || attachment_owner(text, place) != AttachmentOwner::Item
        {
            continue;
        }
        for &number in &reference.numbers {
            let target = Target::Attachment(i, number);
            found.push(Occurrence { target, place, number: written(text, place, number), defines: false });
        }
    }
}

/// The attachments in `list`, each where it stands.
fn listed(text: &str, start: TextSize, i: usize, list: &[Attachment], found: &mut Vec<Occurrence>) {
    for attachment in list {
        if let Some(number) = attachment.number {
            let own = attachment.range + start;
            let written = written(text, own, number).or_else(|| mark_before(text, own, number));
            let place = written.map_or(own, |mark| mark.cover(own));
            let target = Target::Attachment(i, number);
            found.push(Occurrence { target, place, number: written, defines: true });
        }
    }
}

/// The `number` that stands as a mark of a list before `place`: the "2" in "2. Tidsplan".
fn mark_before(text: &str, place: TextRange, number: u32) -> Option<TextRange> {
    let line = &text[..usize::from(place.start())];
    let lead = &line[line.rfind(['\n', '\r']).map_or(0, |end| end + 1)..];
    let mark = lead.trim().trim_end_matches(['.', ')', ':']);
    (mark == number.to_string()).then(|| range_of(text, mark))
}
