//! Lines with a number that could be the headings of items, and what stands around each.

use rustc_hash::FxHashMap;

use super::candidate::Candidate;
use super::kinds::{is_aside, is_bare_heading, is_below_heading, is_section};
use super::listing::Contents;
use super::{attendees, groups, lists, nested, small};
use syntax::block::{Block, Class, Flag};
use syntax::numbered::{NumberForm, Numbering};
use syntax::sign::{Sign, Signs};
use syntax::vocabulary::{Label, LineMark, SectionKind, Vocabulary};

/// At least this many of the titles below numbers that stand alone are known.
const KNOWN: usize = 2;

/// More headings of sections before the first item make no difference.
const ENOUGH: u8 = 4;

/// What the row of blocks holds that may matter for its items.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) candidates: Vec<Candidate>,
    /// Those whose form numbers items only where no other does.
    pub(super) rare: Vec<Candidate>,
    /// Headings of sections.
    pub(super) sections: Vec<usize>,
    /// Numbers below titles.
    pub(super) below: Vec<usize>,
    /// Where the open and closed parts of the meeting begin.
    pub(super) parts: Vec<(usize, bool)>,
    pub(super) contents: Option<usize>,
    /// Headings over groups of items.
    pub(super) groups: Vec<usize>,
    /// Lines of a table of contents: the keys of their titles, with the first of each.
    pub(super) entries: FxHashMap<u32, usize>,
    /// Is there a line that a heading without a number could be?
    pub(super) ranked: bool,
    /// Is there one with the number of a case before its title?
    pub(super) cased: bool,
}

/// Gathers what matters in `blocks`.
pub(super) fn gather(text: &str, blocks: &[Block], vocabulary: &Vocabulary) -> Found {
    let attendees = attendees::rows(text, blocks);
    let groups = groups::heads(blocks);
    let mut walk = Walk {
        blocks,
        vocabulary,
        groups: &groups,
        found: Found::default(),
        strong: 0,
        part: 0,
        grouped: false,
        numbered: Default::default(),
    };
    let mut contents = Contents::default();
    let mut first_section = None;
    for (at, block) in blocks.iter().enumerate() {
        if matches!(block.class, Class::Comment | Class::Code) {
            continue;
        }
        if contents.holds(block) && block.numbering.is_none() && block.key != 0 {
            walk.found.entries.entry(block.key).or_insert(at);
        }
        walk.note(at, block);
        first_section = first_section.or_else(|| is_section(block).then_some(at));
        let Some(numbering) = block.numbering.filter(|_| groups.binary_search(&at).is_err()) else {
            continue;
        };
        if attendees.binary_search(&at).is_ok() || groups::heads_part(blocks, at) {
            continue;
        }
        let own = if numbering.form.is_rare() { &walk.found.rare } else { &walk.found.candidates };
        if block.is(Flag::Continued) && own.iter().any(|former| former.numbering == numbering) {
            continue;
        }
        let Some(mut candidate) = walk.candidate(at, block, numbering) else { continue };
        let listed = contents.on && !candidate.signs.has(Sign::SectionFollows);
        candidate
            .signs
            .set(Sign::ContentsLine, block.shows(Sign::ContentsLine) && block.mark.heading == 0 || listed);
        let rare = numbering.form.is_rare();
        if !rare && let Some(numbered) = walk.numbered.get_mut(usize::from(candidate.rank)) {
            numbered.add(&candidate, blocks);
        }
        let own = if rare { &mut walk.found.rare } else { &mut walk.found.candidates };
        own.push(candidate);
    }
    for (at, numbering) in small::missing(text, blocks, &walk.found.candidates) {
        walk.put_in(at, numbering);
    }
    let Walk { mut found, .. } = walk;
    found.groups = groups;
    forget_pages(&mut found.candidates);
    let first_section = first_section.unwrap_or(blocks.len());
    for candidates in [&mut found.candidates, &mut found.rare] {
        lists::mark(blocks, first_section, candidates);
        nested::mark(candidates);
    }
    found
}

/// Numbers alone on their lines are those of pages, unless different titles stand below, some of which are known.
fn forget_pages(candidates: &mut Vec<Candidate>) {
    let alone = |candidate: &&Candidate| candidate.numbering.form == NumberForm::Alone;
    let mut keys: Vec<u32> = candidates.iter().filter(alone).map(|candidate| candidate.key).collect();
    let known = candidates.iter().filter(alone).filter(|candidate| candidate.signs.has(Sign::KnownTitle));
    // Or all of them count on, and have below the title what only items have.
    let followed =
        |own: &Candidate| own.signs.has(Sign::SectionFollows) || own.signs.has(Sign::CaseNumberFollows);
    let mut former = None;
    let counts_on = |own: &Candidate| {
        let next = former.is_none_or(|former: u16| former.checked_add(1) == Some(own.numbering.value));
        former = Some(own.numbering.value);
        next && followed(own)
    };
    let whole = keys.len() >= KNOWN && candidates.iter().filter(alone).all(counts_on);
    let (n, enough) = (keys.len(), known.count() >= KNOWN || whole);
    keys.sort_unstable();
    keys.dedup();
    if n > 0 && !(enough && keys.len() == n) {
        candidates.retain(|candidate| candidate.numbering.form != NumberForm::Alone);
    }
}

struct Walk<'b> {
    blocks: &'b [Block],
    vocabulary: &'b Vocabulary,
    /// Where the headings of groups stand.
    groups: &'b [usize],
    found: Found,
    strong: u8,
    part: u32,
    /// Does the heading of a group stand above the first number?
    grouped: bool,
    /// What the numbered headings of each rank have shown.
    numbered: [groups::Numbered; 7],
}

impl Walk<'_> {
    fn note(&mut self, at: usize, block: &Block) {
        self.found.ranked |= block.numbering.is_none() && (block.mark.heading > 0 || block.is(Flag::Bold));
        self.found.cased |= block.is(Flag::Cased);
        // Between the items of an agenda "Til orientering" and a list may stand in one of them.
        let may_part = block.is(Flag::AddedGroup) || self.grouped || self.found.candidates.is_empty();
        if may_part && self.groups.binary_search(&at).is_ok() {
            (self.part, self.grouped) = (at as u32 + 1, true);
        } else if groups::heads_rank(self.blocks, at, &self.numbered) {
            self.part = at as u32 + 1;
        }
        match block.class {
            Class::Section(_) | Class::Decision => {
                self.found.sections.push(at);
                let strong = block.numbering.is_none() && self.is_strong(block);
                self.strong = (self.strong + u8::from(strong)).min(ENOUGH);
            }
            Class::Contents => self.found.contents = self.found.contents.or(Some(at)),
            Class::Part { closed } => {
                self.part = at as u32 + 1;
                self.found.parts.push((at, closed));
            }
            Class::LineMark(mark @ (LineMark::Open | LineMark::Closed)) if self.heads_part(at, block) => {
                self.part = at as u32 + 1;
                self.found.parts.push((at, mark == LineMark::Closed));
            }
            Class::ItemBelow(_) if at > 0 => self.found.below.push(at - 1),
            _ => {}
        }
    }

    /// Puts in the line that bears the missing number, with all else as the one before it has.
    fn put_in(&mut self, at: usize, numbering: Numbering) {
        let Some(candidate) = self.candidate(at, &self.blocks[at], numbering) else { return };
        let own = &mut self.found.candidates;
        let place = own.partition_point(|other| other.block < at);
        let Some(former) = place.checked_sub(1).map(|former| own[former]) else { return };
        // That it is missing says more than its letter.
        let signs = candidate.signs.without(Sign::SmallLetter);
        own.insert(place, Candidate { signs, sections: former.sections, part: former.part, ..candidate });
    }

    /// Does "LUKKET" stand apart above a heading, and not below one?
    fn heads_part(&self, at: usize, block: &Block) -> bool {
        let above = at.checked_sub(1).map(|at| &self.blocks[at]);
        let below = self.blocks.get(at + 1);
        block.is(Flag::BlankAfter)
            && above.is_some_and(|above| {
                above.is(Flag::BlankAfter)
                    && (above.numbering.is_none() && above.mark.heading == 0 || self.heads_last(at, block))
            })
            && below.is_some_and(|below| below.numbering.is_some())
    }

    /// Does "LUKKET PUNKT" stand over the last number of all, where no other item has such a mark?
    fn heads_last(&self, at: usize, block: &Block) -> bool {
        let marks =
            |block: &&Block| matches!(block.class, Class::LineMark(LineMark::Open | LineMark::Closed));
        let behind = self.blocks[at + 1..].iter().filter(|block| block.numbering.is_some());
        block.is(Flag::Capitals)
            && behind.take(2).count() == 1
            && self.blocks.iter().filter(marks).take(2).count() == 1
    }

    /// A section that an item must stand above.
    fn is_strong(&self, block: &Block) -> bool {
        use SectionKind::{
            Assessment, Background, Case, Decision, Problem, Recommendation, Solution, Summary, Theme,
        };
        let Class::Section(id) = block.class else { return true };
        let title = self.vocabulary.title_of(id);
        let own = matches!(title.kind, Case | Decision | Recommendation | Summary | Theme);
        own || title.history || matches!(title.kind, Assessment | Background | Problem | Solution)
    }

    fn candidate(&self, at: usize, block: &Block, numbering: Numbering) -> Option<Candidate> {
        let mut signs = block.signs();
        signs.set(Sign::OpenMark, signs.has(Sign::OpenMark) || block.is(Flag::Closed));
        let (mut end, mut key) = (at, block.key);
        if block.shows(Sign::NoTitle) {
            let place = self.below_marks(at + 1);
            let next = self.blocks.get(place)?;
            let below = numbering.form.may_stand_alone()
                || block.mark.heading > 0
                || self.stands_above_title(at, block, numbering.form);
            let topic = matches!(next.class, Class::Section(id) if self.vocabulary.may_be_title(id));
            let title = topic && next.numbering.is_none() || can_be_title(next, numbering.form);
            if below && title && !next.shows(Sign::CaseNumber) {
                (end, key) = (place, next.key);
                signs.set(Sign::Capital, next.is(Flag::Capital));
                signs.set(Sign::KnownTitle, next.shows(Sign::KnownTitle));
                signs.set(Sign::OpenMark, signs.has(Sign::OpenMark) || next.is(Flag::Closed));
            } else if numbering.form == NumberForm::Alone || !self.stands_above_section(at, block) {
                return None;
            }
        }
        self.around(&mut signs, (at, end), block, numbering);
        Some(Candidate {
            block: at,
            end,
            numbering,
            indent: block.mark.indent,
            rank: block.mark.heading,
            bold: block.is(Flag::Bold),
            in_cell: block.is(Flag::InCell),
            below_heading: at.checked_sub(1).is_some_and(|above| is_bare_heading(&self.blocks[above])),
            signs,
            score: 0.0,
            key,
            sections: self.strong,
            part: self.part,
            meeting: 0,
            row_of: None,
        })
    }

    /// The first block from `at` on that is no mark: "Åben sag" may stand between a number and its title.
    fn below_marks(&self, at: usize) -> usize {
        const MOST: usize = 2;
        let marks = self.blocks[at.min(self.blocks.len())..].iter().take(MOST);
        at + marks.take_while(|block| matches!(block.class, Class::LineMark(_))).count()
    }

    /// Does a number stand alone on its line, apart from what is above, with a title right below it?
    fn stands_above_title(&self, at: usize, block: &Block, form: NumberForm) -> bool {
        let parted = at.checked_sub(1).is_none_or(|above| self.blocks[above].is(Flag::BlankAfter));
        let stands = matches!(
            form,
            NumberForm::Stop
                | NumberForm::Paren
                | NumberForm::Colon
                | NumberForm::Alone
                | NumberForm::Paragraph
                | NumberForm::Yearly(true)
        );
        stands
            && parted
            && (!block.is(Flag::BlankAfter) || form != NumberForm::Alone)
            && self.blocks.get(at + 1).is_some_and(|next| {
                next.shows(Sign::TitleLike) || form != NumberForm::Alone && next.is_stopped_title()
            })
    }

    /// "4." above a section is an item whose title is missing; "2." right under "1. at …" is a point being written.
    fn stands_above_section(&self, at: usize, block: &Block) -> bool {
        let stop = block.mark.kind.is_number() || block.numbering.is_some_and(|own| own.form.has_word());
        let above = at.checked_sub(1).map(|at| &self.blocks[at]);
        let listed = above.is_some_and(|above| above.mark.kind.is_list() && !above.is(Flag::BlankAfter));
        let below = |next: &Block| {
            is_below_heading(next)
                || next.shows(Sign::CaseNumber)
                || matches!(next.class, Class::Label(Label::CaseNumber))
        };
        stop && !listed && self.blocks.get(at + 1).is_some_and(below)
    }

    fn around(&self, signs: &mut Signs, (at, end): (usize, usize), block: &Block, numbering: Numbering) {
        let above = at.checked_sub(1).map(|at| &self.blocks[at]);
        let blank_before =
            above.is_none_or(|above| above.is(Flag::BlankAfter) || above.class == Class::Blank);
        let mut down = self.blocks[end + 1..].iter().filter(|block| !is_aside(block)).take(3).peekable();
        signs.set(Sign::Base, true);
        signs.set(Sign::BlankBefore, blank_before);
        signs.set(Sign::BlankAfter, self.blocks[end].is(Flag::BlankAfter) || end + 1 == self.blocks.len());
        let statute = numbering.form == NumberForm::Paragraph;
        signs.set(Sign::Statute, statute && down.clone().any(|block| block.shows(Sign::Subparagraph)));
        let key = self.blocks[end].key;
        if down.peek().is_some_and(|next| next.key == key && key != 0 && next.numbering.is_none()) {
            signs.set(Sign::TitleRepeated, true);
            down.next();
        }
        let first = down.next();
        // "Sagsnr. 25/12 Havnebus" may stand below the heading that it is the case of.
        let other = |own: Numbering| matches!(own.form, NumberForm::Yearly(true) | NumberForm::Alone);
        let own = |block: &Block| block.numbering.is_some_and(|own| !other(own));
        let numbered = first.is_some_and(own);
        let section = !numbered && [first, down.next()].into_iter().flatten().any(is_below_heading);
        signs.set(Sign::SectionFollows, section);
        let cased = |block: &Block| {
            block.numbering.is_none() && block.shows(Sign::CaseNumber)
                || matches!(block.class, Class::Label(Label::CaseNumber))
        };
        signs.set(Sign::CaseNumberFollows, first.is_some_and(cased));
        signs.set(Sign::NamedForm, numbering.form == NumberForm::Named);
        signs.set(Sign::WordMarker, numbering.form.has_word());
        signs.set(Sign::MarkdownHeading, block.mark.heading > 0);
        signs.set(Sign::Bold, block.mark.heading == 0 && block.is(Flag::Bold));
        signs.set(Sign::WeakMarker, numbering.form == NumberForm::Bare && !signs.has(Sign::OpenMark));
        signs.set(Sign::TableRow, numbering.form == NumberForm::Row);
        signs.set(Sign::Deep, block.mark.heading >= 4 || block.mark.indent >= 12);
        let broken = !blank_before
            && block.mark.heading == 0
            && above.is_some_and(|above| {
                above.shows(Sign::Unfinished)
                    && above.numbering.is_none()
                    && !is_section(above)
                    && !is_aside(above)
            });
        signs.set(Sign::Continuation, broken);
    }
}

/// Can `block` be the title whose number stands alone above it?
fn can_be_title(block: &Block, form: NumberForm) -> bool {
    // "Dagsorden" below "Ad 1." is its title.
    let words = matches!(block.class, Class::Text | Class::Contents);
    block.numbering.is_none_or(|own| own.form != form) && !is_section(block) && words
}
