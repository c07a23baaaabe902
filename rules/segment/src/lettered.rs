//! Items that were put in between two of a series: "2a. Hjælpemidler" between "2. Høringer" and "3. Budget".
//!
//! Letters behind a number count the parts of an item too. So these are items only where they stand as the items around
//! them do, count on from the first letter, and have what those have below them.

use super::candidate::{AGAINST, Candidate};
use syntax::block::{Block, Class, Flag};
use syntax::numbered::{LETTERS, NumberForm, Numbering};
use syntax::sign::Sign;

/// The places in `others` of the lines that belong to the series `lines` of `candidates`.
pub(super) fn put_in(
    lines: &[usize],
    candidates: &[Candidate],
    others: &[Candidate],
    blocks: &[Block],
) -> Vec<usize> {
    let followed =
        |own: &Candidate| own.signs.has(Sign::SectionFollows) || own.signs.has(Sign::CaseNumberFollows);
    let series = || lines.iter().map(|&line| &candidates[line]);
    let sectioned = series().filter(|own| followed(own)).count() * 2 > lines.len();
    let mut found: Vec<usize> = Vec::new();
    for (at, own) in others.iter().enumerate().filter(|(_, own)| own.numbering.form == NumberForm::Lettered) {
        let (number, letter) = (own.numbering.value / LETTERS, own.numbering.value % LETTERS);
        let former = series().take_while(|item| item.block < own.block).last();
        let next = series().find(|item| item.block > own.block);
        let counts_on = match found.last().map(|&last| others[last].numbering.value) {
            Some(last) if last / LETTERS == number => last + 1 == own.numbering.value,
            _ => letter == 1,
        };
        let alike = |item: &Candidate| {
            item.numbering.form.is_plain()
                && item.numbering.value == number
                && (item.indent, item.rank, item.bold) == (own.indent, own.rank, own.bold)
        };
        let stands = if sectioned { followed(own) } else { stands_apart(own, blocks) };
        if former.is_some_and(alike)
            && next.is_none_or(|next| next.numbering.value > number)
            && counts_on
            && stands
            && !AGAINST.iter().any(|sign| own.signs.has(*sign))
        {
            found.push(at);
        }
    }
    found
}

/// "l. Valg af dirigent" above "2. Beretning": the first of `series`, where a page was misread and the letter stands for its number.
pub(super) fn misread_one(series: &[Candidate], others: &[Candidate]) -> Option<Candidate> {
    const PLACE_OF_L: u16 = 12;
    let next = series.first().filter(|own| own.numbering.form.is_plain() && own.numbering.value == 2)?;
    let own = others.iter().take_while(|own| own.block < next.block).last()?;
    let letter = own.numbering == Numbering { form: NumberForm::SmallLetter, value: PLACE_OF_L };
    let alike = (own.indent, own.rank, own.bold) == (next.indent, next.rank, next.bold);
    let titled = alike && own.signs.has(Sign::Capital) && !own.signs.has(Sign::Sentence);
    let numbering = Numbering { value: 1, ..next.numbering };
    (letter && titled).then_some(Candidate { numbering, ..*own })
}

/// Has a line a blank one above it and text right below?
fn stands_apart(own: &Candidate, blocks: &[Block]) -> bool {
    let below = blocks.get(own.end + 1);
    let told = |below: &Block| {
        matches!(below.class, Class::Text | Class::Section(_) | Class::Decision)
            && below.numbering.is_none()
            && !below.mark.kind.is_list()
            && below.is(Flag::Capital)
    };
    own.signs.has(Sign::BlankBefore) && below.is_some_and(told)
}
