//! The attachments that an item lists, and where it names them.

use rules::document::Document;
use rules::minutes::{Attachment, AttachmentOwner, AttachmentReference, Content, Placed, attachment_owner};
use rules::text::{TextRange, TextSize, range, range_of};

use super::{Occurrence, Target, body, ordinal, written};

/// The attachments of the item at place `i`, and its own references to them.
pub(super) fn within(document: &Document, i: usize, placed: Placed<'_>, found: &mut Vec<Occurrence>) {
    let text = document.text();
    for attachment in lists(placed) {
        listed(text, placed.start, i, attachment, found);
    }
    for (reference, place) in references(placed) {
        if reference.certain && attachment_owner(text, place, body(document)) == AttachmentOwner::Item {
            found.extend(named(text, i, reference, place));
        }
    }
}

/// What the item at place `i` may name of its own list, where the words beside it do not say whose it is: "planen, jf. bilag 2" is that
/// of the plan or the item's. A reader is led there; what changes a number asks first.
pub(super) fn likely(document: &Document, i: usize, placed: Placed<'_>) -> Vec<Occurrence> {
    let text = document.text();
    let mut own = Vec::new();
    lists(placed).for_each(|attachment| listed(text, placed.start, i, attachment, &mut own));
    let unsure = references(placed).filter(|(reference, place)| {
        reference.certain && attachment_owner(text, *place, body(document)) == AttachmentOwner::Likely
    });
    let named = unsure.flat_map(|(reference, place)| named(text, i, reference, place));
    named.filter(|named| own.iter().any(|listed| listed.target == named.target)).collect()
}

/// Does the item name an attachment at `at`, whoever's it is?
pub(super) fn is_named(placed: Placed<'_>, at: TextSize) -> bool {
    references(placed).any(|(_, place)| place.contains_inclusive(at))
}

/// The places that may name `target`, an attachment of the item at place `i`, and may mean something else.
pub(super) fn doubtful(document: &Document, i: usize, placed: Placed<'_>, target: &Target) -> Vec<TextRange> {
    let text = document.text();
    let unsure = references(placed).filter(|(reference, place)| {
        match attachment_owner(text, *place, body(document)) {
            AttachmentOwner::Likely | AttachmentOwner::Perhaps => true,
            AttachmentOwner::Item => !reference.certain,
            AttachmentOwner::Numbered(_) | AttachmentOwner::Elsewhere => false,
        }
    });
    let occurrences = unsure.flat_map(|(reference, place)| named(text, i, reference, place));
    occurrences.filter(|occurrence| occurrence.target == *target).filter_map(|o| o.number).collect()
}

/// What `reference`, at `place`, names of the item at place `i`.
pub(super) fn named(
    text: &str,
    i: usize,
    reference: &AttachmentReference,
    place: TextRange,
) -> impl Iterator<Item = Occurrence> {
    let numbered = reference.numbers.iter().map(move |&number| {
        let digits = written(text, place, number).or_else(|| ordinal(text, place, number));
        (Target::Attachment(i, number), digits)
    });
    let end = usize::from(place.end());
    let lettered = reference
        .letter
        .and_then(order)
        .map(|at| (Target::LetteredAttachment(i, at), Some(range(end - 1, end))));
    let all = numbered.chain(lettered);
    all.map(move |(target, number)| Occurrence { target, place, number, defines: false })
}

/// The references of the item to attachments but for the lines of its list.
fn references(placed: Placed<'_>) -> impl Iterator<Item = (&AttachmentReference, TextRange)> {
    let listed: Vec<TextRange> = lists(placed).map(|attachment| attachment.range).collect();
    let all = placed.item.attachment_references.iter();
    let own = all.filter(move |reference| !listed.iter().any(|line| line.contains_range(reference.range)));
    own.map(move |reference| (reference, reference.range + placed.start))
}

fn lists(placed: Placed<'_>) -> impl Iterator<Item = &Attachment> {
    let lists = placed.item.sections.iter().filter_map(|section| match &section.content {
        Content::Attachments(list) => Some(list),
        _ => None,
    });
    lists.flatten()
}

/// `attachment` where it stands.
fn listed(text: &str, start: TextSize, i: usize, attachment: &Attachment, found: &mut Vec<Occurrence>) {
    let own = attachment.range + start;
    let (target, number) = match (attachment.number, attachment.letter) {
        (Some(number), _) => {
            let written = written(text, own, number).or_else(|| mark_before(text, own, number));
            (Target::Attachment(i, number), written)
        }
        (None, Some(letter)) => {
            let Some(at) = order(letter) else { return };
            let word = text[own].find(|c: char| !c.is_alphabetic()).unwrap_or_default();
            let place =
                text[own][word..].find(letter).map(|at| range(word + at, word + at + 1) + own.start());
            (Target::LetteredAttachment(i, at), place)
        }
        (None, None) => return,
    };
    let place = number.map_or(own, |mark| mark.cover(own));
    found.push(Occurrence { target, place, number, defines: true });
}

/// 1 for "A".
fn order(letter: char) -> Option<u32> {
    u32::from(letter).checked_sub(u32::from('A')).map(|at| at + 1)
}

/// The `number` that stands as a mark of a list before `place`: the "2" in "2. Tidsplan".
fn mark_before(text: &str, place: TextRange, number: u32) -> Option<TextRange> {
    let line = &text[..usize::from(place.start())];
    let lead = &line[line.rfind(['\n', '\r']).map_or(0, |end| end + 1)..];
    let mark = lead.trim().trim_end_matches(['.', ')', ':']);
    (mark == number.to_string()).then(|| range_of(text, mark))
}
