//! Which candidates are rows of a list, and not headings.

use super::candidate::{Candidate, follows};
use super::kinds::{is_aside, is_section};
use syntax::block::{Block, Class, Flag};
use syntax::numbered::NumberForm;
use syntax::sign::Sign;

/// What a line says that is no title.
const SAID: [Sign; 4] = [Sign::AtPoint, Sign::Outcome, Sign::SmallLetter, Sign::Sentence];

/// Marks the rows of lists among `candidates`; the first heading of a section is block `first_section`.
pub(super) fn mark(blocks: &[Block], first_section: usize, candidates: &mut [Candidate]) {
    let heads = vec![None; NumberForm::count()];
    Lists { blocks, first_section, running: false, seen_item: false, heads }.mark(candidates);
}

/// Which candidates are rows of a list: below the heading of a section, or below "Forsøget har to dele:".
struct Lists<'b> {
    blocks: &'b [Block],
    first_section: usize,
    running: bool,
    seen_item: bool,
    /// The latest number of each form that stands in no list.
    heads: Vec<Option<u16>>,
}

impl Lists<'_> {
    fn mark(&mut self, candidates: &mut [Candidate]) {
        let mut former: Option<(usize, Candidate)> = None;
        for (at, place) in candidates.iter_mut().enumerate() {
            let candidate = *place;
            self.running = self.runs_on(former.map(|(_, former)| former), &candidate);
            let row_of = former.filter(|(_, former)| {
                self.is_tight(former, &candidate)
                    && candidate.block == former.end + 1
                    && (self.is_next_line(former, &candidate) || self.has_same_gap(former, &candidate))
            });
            place.row_of = row_of.map(|(at, _)| at as u32);
            place.signs.set(Sign::InList, self.running);
            // "9999 Vestermark" in an address is no item.
            let is_code = candidate.signs.has(Sign::BigNumber) && candidate.signs.has(Sign::WeakMarker);
            if !self.running && !is_code && !candidate.signs.has(Sign::ContentsLine) {
                self.seen_item = true;
                self.heads[candidate.numbering.form.code()] = Some(candidate.numbering.value);
            }
            former = Some((at, *place));
        }
    }

    /// Is `candidate` the next row of the list that `former` is in, as far as form, number and place say?
    fn is_tight(&self, former: &Candidate, candidate: &Candidate) -> bool {
        // "2. Budget" above a section, behind "1. at dagsordenen godkendes" farther in or with the full stop that ends a list, or
        // behind the answer "1. Godkendt.".
        let stops = |row: &Candidate| self.blocks[row.end].is(Flag::FullStop);
        let is_over = stops(former) && !stops(candidate);
        let behind = former.signs.has(Sign::AtPoint) && (candidate.indent < former.indent || is_over)
            || former.signs.has(Sign::Outcome);
        let heads = behind
            && !SAID.iter().any(|sign| candidate.signs.has(*sign))
            && candidate.signs.has(Sign::SectionFollows)
            && candidate.signs.has(Sign::BlankBefore);
        !heads
            && former.numbering.form == candidate.numbering.form
            && follows(former, candidate)
            && candidate.indent.abs_diff(former.indent) < 3
            && candidate.rank == former.rank
    }

    /// Does `candidate` stand as far from what is above it as `former` does?
    fn has_same_gap(&self, former: &Candidate, candidate: &Candidate) -> bool {
        let gap = self.is_next_line(former, candidate) || candidate.signs.has(Sign::BlankBefore);
        gap == (former.signs.has(Sign::BlankBefore) || former.block == 0)
    }

    fn is_next_line(&self, former: &Candidate, candidate: &Candidate) -> bool {
        candidate.block == former.end + 1 && !self.blocks[former.end].is(Flag::BlankAfter)
    }

    fn runs_on(&self, former: Option<Candidate>, candidate: &Candidate) -> bool {
        if let Some(former) = &former {
            // The title of an item may stand on its next line, and that may itself look like one that begins.
            let between = self.blocks.get(former.end + 1..candidate.block).unwrap_or_default();
            let short = || between.len() <= 2 && !between.iter().any(is_section);
            let placed = || self.is_next_line(former, candidate) || self.has_same_gap(former, candidate);
            if self.running && self.is_tight(former, candidate) && placed() && short() {
                return true;
            }
            let goes_on = former.signs.has(Sign::InList)
                && follows(former, candidate)
                && !candidate.signs.has(Sign::BlankBefore)
                && !between.is_empty()
                && !between.iter().any(is_section);
            if goes_on {
                return true;
            }
        }
        self.begins(candidate)
    }

    /// Does a list begin with `candidate`?
    fn begins(&self, candidate: &Candidate) -> bool {
        let Some(at) = (0..candidate.block).rev().find(|&at| !is_aside(&self.blocks[at])) else {
            return false;
        };
        let above = &self.blocks[at];
        // "Til orientering:" above a group of items.
        if candidate.part as usize == at + 1 {
            return false;
        }
        let early = !self.seen_item && candidate.block < self.first_section;
        let agenda = above.shows(Sign::Agenda) && (early || above.shows(Sign::Short));
        let section =
            is_section(above) && !matches!(above.class, Class::Label(_)) && !self.counts_on(candidate);
        let row = candidate.numbering.form != NumberForm::Alone;
        let own = candidate.numbering;
        let next = self.heads[own.form.code()].is_some_and(|former| own.form.follows(former, own.value));
        let leads = above.shows(Sign::LeadsList) && !((early || next) && self.is_told(candidate));
        !agenda && row && candidate.rank == 0 && (section || leads)
    }

    /// Is `candidate`, right below the bare heading of a section, the item after the one that leaves the section empty? It
    /// counts on, with or without a jump, where the rows of a list begin with 1.
    fn counts_on(&self, candidate: &Candidate) -> bool {
        let own = candidate.numbering;
        let former = self.heads[own.form.code()];
        let later = own.value > 1 && former.is_some_and(|former| former <= own.value);
        let marked = candidate.signs.has(Sign::OpenMark) && self.seen_item;
        candidate.below_heading && (later || marked) && !SAID.iter().any(|sign| candidate.signs.has(*sign))
    }

    /// Does a sentence stand right below `candidate`, which stands apart, as rows of a list do not?
    fn is_told(&self, candidate: &Candidate) -> bool {
        let next = self.blocks.get(candidate.end + 1);
        let sentence = |next: &Block| {
            next.numbering.is_none()
                && next.class == Class::Text
                && !next.mark.kind.is_list()
                && next.is(Flag::Capital)
                && next.is(Flag::FullStop)
        };
        candidate.signs.has(Sign::BlankBefore)
            && !self.blocks[candidate.end].is(Flag::BlankAfter)
            && next.is_some_and(sentence)
    }
}
