//! Items whose number is a slip: it stands twice, or runs backwards, where all else is as in the series.
//!
//! A series never runs backwards, or a list in a case would be one. But a secretary who puts in an item and forgets to
//! count on has written an item all the same.

use super::candidate::{Candidate, follows};
use syntax::numbered::NumberForm;
use syntax::sign::Sign;

/// Puts into the series `lines` the candidates that only their number keeps out.
pub(super) fn insert(lines: &mut Vec<usize>, candidates: &[Candidate]) {
    let (Some(&first), true) = (lines.first(), lines.len() >= 2) else { return };
    let items = || lines.iter().map(|&at| &candidates[at]);
    // Titles that meetings everywhere have are worth more than others, and those are items too.
    let least = items().filter(|item| item.signs.has(Sign::SectionFollows)).map(|item| item.score);
    let mean = items().map(|item| item.score).sum::<f32>() / lines.len() as f32;
    let usual = least.fold(mean - LESS, f32::min);
    let mut model = candidates[first];
    // The first often stands apart from the head, where the others have no blank line before them.
    let apart = lines.iter().filter(|&&at| candidates[at].signs.has(Sign::BlankBefore)).count();
    let usual_blank = lines.len() < MANY || apart * 2 > lines.len();
    if !usual_blank {
        model.signs = model.signs.without(Sign::BlankBefore);
    }
    let mut all = Vec::with_capacity(lines.len());
    let mut chosen = lines.iter().copied().peekable();
    // The slip may stand before the line that the series has.
    let near = |at: &usize| {
        let own = &candidates[*at].numbering;
        *own == model.numbering || own.value == 1 && model.numbering.value == 2
    };
    let from = (0..first).rev().take_while(near).last();
    let mut end = from.map_or(model.end, |_| 0);
    // "1 Budget" among "2. Skolen" and "3. Havnen": one more such sign is no slip.
    let mut other_sign = None;
    for (at, candidate) in candidates.iter().enumerate().skip(from.unwrap_or(first)) {
        if chosen.next_if_eq(&at).is_some() {
            all.push(at);
            end = candidate.end;
            continue;
        }
        let around = Around {
            former: all.last().map(|&at| &candidates[at]),
            next: chosen.peek().map(|&at| &candidates[at]),
            row: [at.checked_sub(1), Some(at + 1)].map(|at| at.and_then(|at| candidates.get(at))),
            chosen: [all.last().copied(), chosen.peek().copied()],
            at,
            other_sign,
        };
        let slips = around.is_followed(candidate, usual)
            || around.is_bare(candidate)
            || around.stands_twice(candidate)
            || around.comes_last(candidate);
        let fills = around.fills_gap(candidate, &model);
        let one = is_like(candidate, &model, around.former) && slips || fills;
        if one && (candidate.block > end || all.is_empty()) {
            if fills {
                other_sign = Some(candidate.numbering.form);
            }
            all.push(at);
            end = candidate.end;
        }
    }
    *lines = all;
}

/// This much less than the others a line may be worth.
const LESS: f32 = 1.0;

/// So many items show what is usual among them.
const MANY: usize = 3;

/// What is no item, whatever its number.
const AGAINST: [Sign; 5] =
    [Sign::InList, Sign::AgainLater, Sign::PrintedTwice, Sign::ContentsLine, Sign::Continuation];

/// Does all but the number of `candidate` say that it is one of the series?
fn is_like(candidate: &Candidate, model: &Candidate, former: Option<&Candidate>) -> bool {
    candidate.numbering.form == model.numbering.form
        && candidate.rank == model.rank
        && candidate.indent == model.indent
        && (candidate.below_heading
            || candidate.signs.has(Sign::BlankBefore) == model.signs.has(Sign::BlankBefore))
        && (candidate.key == 0 || former.is_none_or(|former| candidate.key != former.key))
        && !AGAINST.iter().any(|sign| candidate.signs.has(*sign))
}

/// What stands before and behind a candidate.
struct Around<'c> {
    at: usize,
    /// The items of the series on either side.
    former: Option<&'c Candidate>,
    next: Option<&'c Candidate>,
    /// The places of those.
    chosen: [Option<usize>; 2],
    /// The candidates on either side.
    row: [Option<&'c Candidate>; 2],
    /// The sign of an item that has another than the series.
    other_sign: Option<NumberForm>,
}

impl Around<'_> {
    /// "2 Havnebus" between "1. Budget" and "3. Skolen": the one number that is missing, of which only the sign is another.
    fn fills_gap(&self, candidate: &Candidate, model: &Candidate) -> bool {
        const SAID: [Sign; 3] = [Sign::SmallLetter, Sign::Sentence, Sign::DateOrAmount];
        let own = candidate.numbering;
        let before = self.former.map_or(own.value == 1, |former| former.numbering.value + 1 == own.value);
        let behind = match self.next {
            Some(next) => own.value.checked_add(1) == Some(next.numbering.value),
            None => {
                let again = self.other_sign == Some(own.form) && self.row[1].is_none();
                candidate.signs.has(Sign::KnownTitle) || again && candidate.signs.has(Sign::BlankBefore)
            }
        };
        let forms = [own.form, model.numbering.form];
        let kin = forms.iter().all(|form| form.is_plain()) || forms.iter().all(|form| form.has_word());
        before
            && behind
            && forms[0] != forms[1]
            && kin
            && candidate.rank == model.rank
            && candidate.indent == model.indent
            && (candidate.signs.has(Sign::BlankBefore) || !model.signs.has(Sign::BlankBefore))
            && !AGAINST.iter().chain(&SAID).any(|sign| candidate.signs.has(*sign))
    }

    fn is_followed(&self, candidate: &Candidate, usual: f32) -> bool {
        let followed =
            candidate.signs.has(Sign::SectionFollows) || candidate.signs.has(Sign::CaseNumberFollows);
        self.former.is_some() && followed && candidate.score >= usual
    }

    /// "Punkt 4: Eventuelt" with nothing below it.
    fn is_bare(&self, candidate: &Candidate) -> bool {
        self.former.is_some()
            && candidate.signs.has(Sign::BlankBefore)
            && candidate.signs.has(Sign::WordMarker)
            && self.next.is_none_or(|next| next.block == candidate.end + 1)
    }

    /// "5. Eventuelt" behind "3. Havnen", the last number of all, with one left out before it.
    fn comes_last(&self, candidate: &Candidate) -> bool {
        const SAID: [Sign; 5] =
            [Sign::SmallLetter, Sign::Outcome, Sign::Sentence, Sign::DateOrAmount, Sign::AtPoint];
        let [before, behind] = self.row;
        let [former, _] = self.chosen;
        let left_out = self.former.is_some_and(|former| {
            former.numbering.value.checked_add(2) == Some(candidate.numbering.value)
                && former.signs.has(Sign::BlankBefore)
        });
        left_out
            && self.next.is_none()
            && behind.is_none()
            && before.is_some()
            && former == self.at.checked_sub(1)
            && candidate.signs.has(Sign::BlankBefore)
            && candidate.signs.has(Sign::Capital)
            && !SAID.iter().any(|sign| candidate.signs.has(*sign))
    }

    /// Has an item on either side the same number, and is this no row of a list of its own?
    fn stands_twice(&self, candidate: &Candidate) -> bool {
        const SAID: [Sign; 4] = [Sign::SmallLetter, Sign::Outcome, Sign::Sentence, Sign::DateOrAmount];
        let same =
            |other: Option<&Candidate>| other.is_some_and(|other| other.numbering == candidate.numbering);
        let [before, behind] = self.row;
        let [former, next] = self.chosen;
        let counts_on = before.is_some_and(|row| former != self.at.checked_sub(1) && follows(row, candidate))
            || behind.is_some_and(|row| next != Some(self.at + 1) && follows(candidate, row));
        let apart = self.next.is_none_or(|next| next.block > candidate.end + 1);
        (same(self.former) || same(self.next))
            && (candidate.signs.has(Sign::BlankBefore) || candidate.below_heading)
            && candidate.row_of.is_none()
            && !counts_on
            && apart
            && !SAID.iter().any(|sign| candidate.signs.has(*sign))
    }
}
