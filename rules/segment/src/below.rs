//! Items below others: "2.1 Vandkvalitet" below "2. Drift", "A1. Seniorpolitik" below "A.", "a) Legatet" below "III.".
//!
//! Such lines count the parts of anything. They are items where each carries what an item does: a title on a line of its
//! own, and text or sections below it. Numbers that repeat that of their head say by themselves what they are parts of.
//! Letters list anything, so something must have come of most of them, or they stand as their heads do: as far out, with a
//! blank line before and a sentence below.

use super::candidate::{AGAINST, Candidate};
use super::candidates::Found;
use super::kinds::is_section;
use syntax::block::{Block, Class, Flag};
use syntax::numbered::{NumberForm, numbered};
use syntax::sign::Sign;
use syntax::vocabulary::Vocabulary;
use text::{TextSize, is_space};

/// Letters have so many rows at least, and a head so many lines of text above its first part at most.
const ROWS: usize = 2;
/// At least so many heads have letters below them where some are items by the company of others, and so many of those.
const HEADS: usize = 2;
const FEWEST: usize = 3;
const LEAD: usize = 3;
/// A longer line is a sentence, if its end stands on the next, in bytes.
const LONGEST_TITLE: u32 = 45;
/// Of so many sections below heads, parts must have some too.
const SECTIONED: usize = 2;

/// The candidates at the places `lines`, and all others of `found` that may count parts of them, both in the order of the text.
pub(super) fn apart(found: &Found, lines: &[usize]) -> (Vec<Candidate>, Vec<Candidate>) {
    let rare = |own: &Candidate| own.numbering.form.is_rare();
    let rest = |at: &usize| rare(&found.candidates[*at]) && lines.binary_search(at).is_err();
    let rest = (0..found.candidates.len()).filter(rest).map(|at| found.candidates[at]);
    let mut pool: Vec<Candidate> = rest.chain(found.rare.iter().filter(|own| rare(own)).copied()).collect();
    if pool.is_empty() {
        return (Vec::new(), pool);
    }
    pool.sort_by_key(|own| own.block);
    let series = lines.iter().map(|&line| found.candidates[line]).collect();
    (series, pool)
}

/// Where the parts are looked for.
pub(super) struct Parts<'t> {
    pub(super) text: &'t str,
    pub(super) blocks: &'t [Block],
    pub(super) vocabulary: &'t Vocabulary,
}

/// How the number of a part says what it is a part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tie {
    /// "2.1" and "2b" below "2", "A1" below "A".
    Named,
    /// "a" below anything but letters.
    Letter,
}

/// The parts of one head.
struct Group {
    rows: Vec<Candidate>,
    /// Are they items whatever the others are?
    sure: bool,
    lettered: bool,
    /// Of how many of them a line or a label says what came.
    decided: usize,
}

impl Parts<'_> {
    /// The candidates of `pool`, in the order of the text, that are items below those of `series`.
    pub(super) fn of(&self, series: &[Candidate], pool: &[Candidate]) -> Vec<Candidate> {
        let ends = || series.iter().skip(1).map(|next| next.block).chain([self.blocks.len()]);
        let rows = |head: &Candidate, end: usize| {
            let from = pool.partition_point(|own| own.block <= head.end);
            let to = pool.partition_point(|own| own.block < end);
            self.rows(head, pool.get(from..to).unwrap_or_default(), end)
        };
        let mut groups: Vec<Group> =
            series.iter().zip(ends()).filter_map(|(head, end)| rows(head, end)).collect();
        // Letters below several heads are items where something came of the half of them.
        let lettered = || groups.iter().filter(|group| group.lettered);
        let (n, decided) =
            lettered().fold((0, 0), |(n, decided), group| (n + group.rows.len(), decided + group.decided));
        if lettered().count() < HEADS || n < FEWEST || decided * 2 < n {
            groups.retain(|group| group.sure);
        }
        if groups.is_empty() || self.are_sections(&groups) {
            return Vec::new();
        }
        let sectioned = |own: &&Candidate| own.signs.has(Sign::SectionFollows);
        let found: Vec<Candidate> = groups.into_iter().flat_map(|group| group.rows).collect();
        let heads = series.iter().filter(sectioned).count();
        if heads * SECTIONED > series.len()
            && found.iter().filter(sectioned).count() * SECTIONED < found.len()
        {
            return Vec::new();
        }
        found
    }

    /// The parts of `head` among `own`, which all lie in it; `end` is the block behind it.
    fn rows(&self, head: &Candidate, own: &[Candidate], end: usize) -> Option<Group> {
        let (first, tie) = own.iter().find_map(|own| Some((own, tie(head, own)?)))?;
        // "**5.1 Forslag**" below "## 5. Ny havn" heads what the document calls no heading.
        if head.rank > 0 && first.rank == 0 && first.bold {
            return None;
        }
        let rows: Vec<Candidate> = own
            .iter()
            .filter(|own| tie_of(head, own) == Some(tie) && own.numbering.form.is_like(first.numbering.form))
            .copied()
            .collect();
        let lead = self.blocks.get(head.end + 1..first.block).unwrap_or_default();
        let bare = match tie {
            Tie::Named => lead.len() <= LEAD,
            Tie::Letter => lead.is_empty() && rows.len() >= ROWS,
        };
        let leads = |block: &Block| {
            is_section(block)
                || block.numbering.is_some()
                || block.shows(Sign::LeadsList)
                || block.shows(Sign::SaysOutcome)
        };
        let counts =
            rows.iter().enumerate().all(|(n, row)| step(head, row) == Some(n + 1) && fits(first, row));
        if !bare || !counts || lead.iter().any(leads) || rows.iter().any(|row| self.is_row(row, tie)) {
            return None;
        }
        let ends = rows.iter().skip(1).map(|next| next.block).chain([end]);
        let sections = rows.iter().zip(ends.clone()).filter(|(row, end)| self.has_section(row, *end)).count();
        let told = rows.iter().zip(ends).filter(|(row, end)| self.is_told(row, *end, tie)).count();
        // Of named parts one may be empty, as "Eventuelt" is.
        let empty = usize::from(tie == Tie::Named && rows.len() > ROWS);
        let whole = told + empty >= rows.len() && (sections == 0 || sections * 2 > rows.len());
        let stands = || {
            let parted = |row: &Candidate| row.signs.has(Sign::BlankBefore);
            rows[0].indent == head.indent && parted(head) && rows.iter().skip(1).all(parted)
        };
        let decided = self.n_decided(&rows, end);
        // "5.1 Forslag" above "5.2 Beslutning" counts the sections.
        if tie == Tie::Named && rows.len() == 1 && sections > 0 {
            return None;
        }
        let sure = tie == Tie::Named || decided * 2 > rows.len() || stands();
        whole.then_some(Group { rows, sure, lettered: tie == Tie::Letter, decided })
    }

    /// Is the line a row of a list, a sentence, or the heading of a section?
    fn is_row(&self, row: &Candidate, tie: Tie) -> bool {
        let block = &self.blocks[row.end];
        let against = |sign: &&Sign| **sign != Sign::InList && row.signs.has(**sign);
        let stopped = block.is(Flag::Stopped) && !(tie == Tie::Named && block.is(Flag::Colon));
        row.signs.has(Sign::Sentence)
            || stopped && !block.shows(Sign::KnownTitle)
            || AGAINST.iter().any(|sign| against(&sign))
    }

    /// Does text that an item could have stand right below `row`?
    fn is_told(&self, row: &Candidate, end: usize, tie: Tie) -> bool {
        let Some(below) = self.blocks.get(row.end + 1).filter(|_| row.end + 1 < end) else { return false };
        let long = u32::from(below.words().len()) > LONGEST_TITLE;
        let ended = below.is(Flag::Stopped) || tie == Tie::Named && long;
        let sentence = below.is(Flag::Capital) && ended && !below.mark.kind.is_list();
        below.numbering.is_none()
            && (is_section(below)
                || below.shows(Sign::LabelsDecision)
                || below.shows(Sign::SaysOutcome)
                || below.class == Class::Text && sentence)
    }

    /// Of how many `rows` does a line or a label say what came of them?
    fn n_decided(&self, rows: &[Candidate], end: usize) -> usize {
        let ends = rows.iter().skip(1).map(|next| next.block).chain([end]);
        let decides =
            |own: &Block| own.shows(Sign::SaysOutcome) || own.shows(Sign::LabelsDecision) || is_section(own);
        let below = |(row, end): (&Candidate, usize)| self.blocks.get(row.end + 1..end).unwrap_or_default();
        rows.iter().zip(ends).filter(|own| below(*own).iter().any(decides)).count()
    }

    fn has_section(&self, row: &Candidate, end: usize) -> bool {
        self.blocks.get(row.end + 1..end).unwrap_or_default().iter().any(|block| block.begins_section())
    }

    /// Are the parts the sections of their heads: "2.1 Baggrund" and "3.1 Baggrund", or "2.1 Baggrund" and "2.2 Beslutning"?
    fn are_sections(&self, groups: &[Group]) -> bool {
        let rows = || groups.iter().flat_map(|group| &group.rows);
        let mut keys: Vec<u32> = rows().map(|row| row.key).collect();
        let n = keys.len();
        keys.sort_unstable();
        keys.dedup();
        if keys.len() * 4 < n * 3 {
            return true;
        }
        let mut starts: Vec<TextSize> = Vec::with_capacity(self.blocks.len());
        let mut at = TextSize::new(0);
        for block in self.blocks {
            starts.push(at);
            at += block.len;
        }
        let names = |row: &&Candidate| {
            let line = &self.text[self.blocks[row.block].line() + starts[row.block]];
            let words = line.len() - line.trim_start_matches(|c| is_space(c) || c == '#').len();
            let title = numbered(line, words).map_or("", |found| &line[found.title]);
            self.vocabulary.title(title).is_some_and(|title| !self.vocabulary.is_topic(title))
        };
        rows().filter(names).count() * 3 > n
    }
}

/// How `own` could be a part of `head`.
fn tie(head: &Candidate, own: &Candidate) -> Option<Tie> {
    tie_of(head, own).filter(|_| step(head, own) == Some(1))
}

fn tie_of(head: &Candidate, own: &Candidate) -> Option<Tie> {
    let lettered = |form: NumberForm| {
        matches!(form, NumberForm::Letter | NumberForm::SmallLetter | NumberForm::Lettered)
    };
    match own.numbering.form {
        NumberForm::Decimal(_) | NumberForm::Coded(_) | NumberForm::Lettered => {
            step(head, own).map(|_| Tie::Named)
        }
        NumberForm::Letter | NumberForm::SmallLetter => {
            (!lettered(head.numbering.form) && head.rank <= own.rank).then_some(Tie::Letter)
        }
        _ => None,
    }
}

/// The how manieth part of `head` is `own`, as its number says?
fn step(head: &Candidate, own: &Candidate) -> Option<usize> {
    let (number, value) = (head.numbering.value, own.numbering.value);
    let letter = |letter: u8| u16::from(letter).checked_sub(u16::from(b'A') - 1);
    let part = match own.numbering.form {
        NumberForm::Decimal(group) => u16::from(group) == number,
        NumberForm::Coded(group) => {
            head.numbering.form == NumberForm::Letter && letter(group) == Some(number)
        }
        NumberForm::Lettered => value / syntax::numbered::LETTERS == number,
        NumberForm::Letter | NumberForm::SmallLetter => true,
        _ => false,
    };
    let value =
        if own.numbering.form == NumberForm::Lettered { value % syntax::numbered::LETTERS } else { value };
    part.then_some(usize::from(value))
}

/// Do two rows stand alike?
fn fits(first: &Candidate, row: &Candidate) -> bool {
    (first.rank, first.bold, first.in_cell) == (row.rank, row.bold, row.in_cell)
        && first.indent.abs_diff(row.indent) <= 1
}
