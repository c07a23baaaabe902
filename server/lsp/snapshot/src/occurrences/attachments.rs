//! The attachments that are listed, by an item or once for all of them, and where they are named.

use rules::document::Document;
use rules::minutes::{
    Attachment, AttachmentOwner, AttachmentReference, Content, Mark, Placed, attachment_owner,
};
use rules::text::{TextRange, TextSize, is_space, range, range_of};

use super::{Occurrence, Target, body, ordinal, written};

/// What each item of a document lists.
struct Lists<'d> {
    items: Vec<(Placed<'d>, Vec<Entry>)>,
}

/// An attachment where it is listed.
#[derive(Clone, Copy)]
struct Entry {
    mark: Mark,
    /// Its line, in bytes of the document.
    line: TextRange,
}

impl<'d> Lists<'d> {
    fn of(document: &'d Document) -> Self {
        let text = document.text();
        Self { items: document.minutes().items().map(|placed| (placed, entries(text, placed))).collect() }
    }

    fn has(&self, i: usize, mark: Mark) -> bool {
        self.items[i].1.iter().any(|entry| entry.mark == mark)
    }

    /// The item that lists what the one at place `i` calls by `mark`: mostly itself. Where it lists nothing, a paper may have one list
    /// for all at its end; and "2.1" is the same in all of it.
    fn owner(&self, i: usize, mark: Mark) -> usize {
        let is_part = matches!(mark, Mark::Part(..));
        if self.has(i, mark) || !is_part && !self.items[i].1.is_empty() {
            return i;
        }
        let mut others = (0..self.items.len()).filter(|&other| self.has(other, mark));
        match (others.next(), others.next()) {
            (Some(only), None) if is_part || self.closes(only) => only,
            _ => i,
        }
    }

    /// Does what `owner` has mean `target` surely? What is only named beside a paper does where it is listed.
    fn is_sure(&self, owner: AttachmentOwner, target: &Target) -> bool {
        let listed = |target: &Target| matches!(*target, Target::Attachment(i, mark) if self.has(i, mark));
        owner == AttachmentOwner::Item || owner == AttachmentOwner::Listed && listed(target)
    }

    /// Is the list of the item at place `i` the only one, and at the end?
    fn closes(&self, i: usize) -> bool {
        i + 1 == self.items.len() && self.items[..i].iter().all(|(_, entries)| entries.is_empty())
    }

    /// The references to the attachment that the item at place `i` calls by `mark`, each with the place of the item it stands in.
    fn references_to(&self, i: usize, mark: Mark) -> Vec<(usize, &AttachmentReference, TextRange)> {
        let mut found = Vec::new();
        for (k, (placed, entries)) in self.items.iter().enumerate() {
            let mut named = references(*placed, entries).filter(|(own, _)| names(own, mark)).peekable();
            if named.peek().is_some() && self.owner(k, mark) == i {
                found.extend(named.map(|(own, place)| (k, own, place)));
            }
        }
        found
    }
}

/// Does the reference name `mark`?
fn names(reference: &AttachmentReference, mark: Mark) -> bool {
    match mark {
        Mark::Number(number) => reference.numbers.contains(&number),
        _ => reference.marks.iter().any(|(own, _)| *own == mark),
    }
}

/// The attachments that an item lists: under a heading of their own, or else in lines that begin with what they are called by.
fn entries(text: &str, placed: Placed<'_>) -> Vec<Entry> {
    let headed =
        lists(placed).filter_map(|own| Some(Entry { mark: own.mark?, line: own.range + placed.start }));
    let mut found: Vec<Entry> = headed.collect();
    if lists(placed).next().is_none() {
        found.extend(placed.item.attachment_references.iter().filter_map(|own| labelled(text, placed, own)));
    }
    found
}

/// "Bilag A: Regnskab" on a line of its own, where no heading stands above.
fn labelled(text: &str, placed: Placed<'_>, reference: &AttachmentReference) -> Option<Entry> {
    let mark = match (&reference.numbers[..], &reference.marks[..]) {
        (&[number], []) => Mark::Number(number),
        ([], &[(mark, _)]) => mark,
        _ => return None,
    };
    let place = reference.range + placed.start;
    let before = &text[..place.start().into()];
    let lead = &before[before.rfind(LINE_ENDS).map_or(0, |at| at + 1)..];
    let is_first = lead.chars().all(|c| is_space(c) || matches!(c, '-' | '*' | '•' | '–'));
    let after = &text[place.end().into()..];
    let rest = after[..after.find(LINE_ENDS).unwrap_or(after.len())].trim_end();
    let parted = rest.starts_with(':') || [" -", " –"].iter().any(|sign| rest.starts_with(sign));
    let line = TextRange::new(place.start(), place.end() + TextSize::of(rest));
    let is_entry = is_first && text[place].starts_with('B') && (parted || rest.is_empty());
    is_entry.then_some(Entry { mark, line })
}

const LINE_ENDS: [char; 2] = ['\n', '\r'];

/// The attachments of the item at place `i`, and its references to attachments.
pub(super) fn within(document: &Document, i: usize, found: &mut Vec<Occurrence>) {
    let (text, all) = (document.text(), Lists::of(document));
    let Some((placed, entries)) = all.items.get(i) else { return };
    found.extend(entries.iter().map(|entry| listed(text, i, *entry)));
    for (reference, place) in references(*placed, entries).filter(|(reference, _)| reference.certain) {
        let owner = attachment_owner(text, place, body(document));
        let named = named(text, |mark| all.owner(i, mark), reference, place);
        found.extend(named.filter(|named| all.is_sure(owner, &named.target)));
    }
}

/// What other items surely name of `target`.
pub(super) fn from_others(document: &Document, target: &Target) -> Vec<Occurrence> {
    let Target::Attachment(i, _) = *target else { return Vec::new() };
    references_to(document, target, |all, k, certain, owner| k != i && certain && all.is_sure(owner, target))
}

/// What the item at place `i` may name of a list, where the words beside it do not say whose it is: "loven gælder, jf. bilag 2" is
/// that of the law or the item's. A reader is led there; what changes a number asks first.
pub(super) fn likely(document: &Document, i: usize) -> Vec<Occurrence> {
    unsure(document, i, &[AttachmentOwner::Likely, AttachmentOwner::Beside])
}

/// What the item at place `i` may name of a list, and no reader is led to: "bilag 2 på hjemmesiden".
pub(super) fn perhaps(document: &Document, i: usize) -> Vec<Occurrence> {
    unsure(document, i, &[AttachmentOwner::Perhaps])
}

/// What the item at place `i` names of a list, where one of `wanted` is known of whose it is.
fn unsure(document: &Document, i: usize, wanted: &[AttachmentOwner]) -> Vec<Occurrence> {
    let (text, all) = (document.text(), Lists::of(document));
    let Some((placed, entries)) = all.items.get(i) else { return Vec::new() };
    let unsure = references(*placed, entries).filter(|(reference, place)| {
        reference.certain && wanted.contains(&attachment_owner(text, *place, body(document)))
    });
    let named =
        unsure.flat_map(|(reference, place)| named(text, |mark| all.owner(i, mark), reference, place));
    named.filter(|named| matches!(named.target, Target::Attachment(of, mark) if all.has(of, mark))).collect()
}

/// What most likely names `target`.
pub(super) fn likely_of(document: &Document, target: &Target) -> Vec<Occurrence> {
    let is_likely = |owner| matches!(owner, AttachmentOwner::Likely | AttachmentOwner::Beside);
    references_to(document, target, |_, _, certain, owner| certain && is_likely(owner))
}

/// What names `target`, an attachment, from the items and with the certainty that are `wanted`.
fn references_to(
    document: &Document,
    target: &Target,
    wanted: impl Fn(&Lists<'_>, usize, bool, AttachmentOwner) -> bool,
) -> Vec<Occurrence> {
    let Target::Attachment(i, mark) = *target else { return Vec::new() };
    let (text, all) = (document.text(), Lists::of(document));
    let mut found = Vec::new();
    for (k, reference, place) in all.references_to(i, mark) {
        if wanted(&all, k, reference.certain, attachment_owner(text, place, body(document))) {
            found.extend(named(text, |_| i, reference, place).filter(|named| named.target == *target));
        }
    }
    found
}

/// Does the item name an attachment at `at`, whoever's it is?
pub(super) fn is_named(document: &Document, placed: Placed<'_>, at: TextSize) -> bool {
    let entries = entries(document.text(), placed);
    references(placed, &entries).any(|(_, place)| place.contains_inclusive(at))
}

/// The places that may name `target`, an attachment, and may mean something else.
pub(super) fn doubtful(document: &Document, target: &Target) -> Vec<TextRange> {
    let unsure = |all: &Lists<'_>, _: usize, certain: bool, owner: AttachmentOwner| match owner {
        AttachmentOwner::Likely | AttachmentOwner::Beside | AttachmentOwner::Perhaps => true,
        AttachmentOwner::Item | AttachmentOwner::Listed => !certain || !all.is_sure(owner, target),
        AttachmentOwner::Numbered(_) | AttachmentOwner::Elsewhere => false,
    };
    references_to(document, target, unsure).into_iter().filter_map(|named| named.number).collect()
}

/// What the item at place `i` may name: each attachment by what it is called by, and its line in bytes of the document.
pub fn named_in(document: &Document, i: usize) -> Vec<(Mark, TextRange)> {
    let all = Lists::of(document);
    let entries =
        all.items.iter().enumerate().flat_map(|(k, (_, entries))| entries.iter().map(move |e| (k, e)));
    let own = entries.filter(|(k, entry)| i < all.items.len() && all.owner(i, entry.mark) == *k);
    own.map(|(_, entry)| (entry.mark, entry.line)).collect()
}

/// What `reference`, at `place`, names; `owner` lists what it calls by a mark.
pub(super) fn named(
    text: &str,
    owner: impl Fn(Mark) -> usize,
    reference: &AttachmentReference,
    place: TextRange,
) -> impl Iterator<Item = Occurrence> {
    let numbered = reference.numbers.iter().map(move |&number| {
        let digits = written(text, place, number).or_else(|| ordinal(text, place, number));
        (Mark::Number(number), digits)
    });
    let start = reference.range.start();
    let marked = reference.marks.iter().map(move |&(mark, own)| (mark, Some(own - start + place.start())));
    numbered.chain(marked).map(move |(mark, number)| {
        let target = Target::Attachment(owner(mark), mark);
        Occurrence { target, place, number, defines: false }
    })
}

/// The references of the item to attachments but for the lines of its list.
fn references<'d>(
    placed: Placed<'d>,
    entries: &[Entry],
) -> impl Iterator<Item = (&'d AttachmentReference, TextRange)> {
    let all = placed.item.attachment_references.iter();
    let moved = all.map(move |reference| (reference, reference.range + placed.start));
    moved.filter(|(_, place)| !entries.iter().any(|entry| entry.line.contains_range(*place)))
}

fn lists(placed: Placed<'_>) -> impl Iterator<Item = &Attachment> {
    let lists = placed.item.sections.iter().filter_map(|section| match &section.content {
        Content::Attachments(list) => Some(list),
        _ => None,
    });
    lists.flatten()
}

/// An attachment of the item at place `i` where it is listed.
fn listed(text: &str, i: usize, Entry { mark, line }: Entry) -> Occurrence {
    let number = match mark {
        Mark::Number(number) => written(text, line, number).or_else(|| mark_before(text, line, number)),
        Mark::Letter(_) | Mark::Part(..) => {
            let word = text[line].find(|c: char| !c.is_alphabetic()).unwrap_or_default();
            let words = mark.to_string();
            let at = text[line][word..].find(&words).map(|at| word + at);
            at.map(|at| range(at, at + words.len()) + line.start())
        }
    };
    let place = number.map_or(line, |mark| mark.cover(line));
    Occurrence { target: Target::Attachment(i, mark), place, number, defines: true }
}

/// The `number` that stands as a mark of a list before `place`: the "2" in "2. Tidsplan".
fn mark_before(text: &str, place: TextRange, number: u32) -> Option<TextRange> {
    let line = &text[..usize::from(place.start())];
    let lead = &line[line.rfind(LINE_ENDS).map_or(0, |end| end + 1)..];
    let mark = lead.trim().trim_end_matches(['.', ')', ':']);
    (mark == number.to_string()).then(|| range_of(text, mark))
}
