//! A line with a number that could be the heading of an item.

use syntax::numbered::{NumberForm, Numbering};
use syntax::sign::{Sign, Signs};

/// A line that could be the heading of an item.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) block: usize,
    /// The block with the title: the next one where the number stands alone.
    pub(super) end: usize,
    pub(super) numbering: Numbering,
    pub(super) indent: u8,
    pub(super) rank: u8,
    pub(super) bold: bool,
    pub(super) in_cell: bool,
    /// Does it stand right below the heading of a section that has nothing else below it?
    pub(super) below_heading: bool,
    pub(super) signs: Signs,
    pub(super) score: f32,
    pub(super) key: u32,
    /// How many headings of sections stand before it, up to what is enough.
    pub(super) sections: u8,
    /// Where the part of the meeting begins that it lies in, counted from 1; 0 for none.
    pub(super) part: u32,
    /// Where the meeting begins that it belongs to, where a text holds several; counted from 1, 0 for the first.
    pub(super) meeting: u32,
    /// The place of the candidate before it, when both are rows of one list.
    pub(super) row_of: Option<u32>,
}

/// What is no heading beside the series, whatever its number.
pub(super) const AGAINST: [Sign; 10] = [
    Sign::InList,
    Sign::AgainLater,
    Sign::PrintedTwice,
    Sign::ContentsLine,
    Sign::Continuation,
    Sign::SmallLetter,
    Sign::Sentence,
    Sign::DateOrAmount,
    Sign::AtPoint,
    Sign::Outcome,
];

/// Is the number of `candidate` the next after that of `former`?
pub(super) fn follows(former: &Candidate, candidate: &Candidate) -> bool {
    let (own, next) = (former.numbering, candidate.numbering);
    // "2.1" comes after "1.3".
    let turns = || next.value == 1 && own.form != next.form && own.form.is_like(next.form);
    own.form.follows(own.value, next.value) || turns()
}

/// May a number of this form, of which there are few, be that of an item beside the series?
pub(super) fn may_number(form: NumberForm) -> bool {
    matches!(form, NumberForm::Lettered | NumberForm::Coded(_) | NumberForm::Letter | NumberForm::RomanBare)
}
