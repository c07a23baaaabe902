//! Titles over two lines: which of the items of a series go on in the line below.

use std::cell::OnceCell;

use rustc_hash::FxHashMap;

use super::Segment;
use super::candidates::{Candidate, is_section};
use syntax::block::{Block, Class, Flag};
use syntax::numbered::{NumberForm, numbered};
use syntax::sign::Sign;
use syntax::title;
use syntax::vocabulary::Label;
use text::{TextSize, is_space};

/// The items that the series `lines` begins.
pub(super) fn segments(
    text: &str,
    blocks: &[Block],
    lines: &[usize],
    candidates: &[Candidate],
) -> Vec<Segment> {
    let titles = Titles { text, blocks, candidates, starts: OnceCell::new(), rows: OnceCell::new() };
    let segment = |&at: &usize| Segment {
        numbered: true,
        goes_on: titles.goes_on(&candidates[at]) && !titles.runs_in(&candidates[at]),
        run_in: titles.runs_in(&candidates[at]),
        ..Segment::new(candidates[at].block)
    };
    lines.iter().map(segment).collect()
}

/// A shorter first line needs no second, and a longer second is a paragraph, in bytes.
const FIRST: u32 = 30;
const SHORT_FIRST: u32 = 20;
const HANGS: u32 = 45;
const SECOND: u32 = 110;

struct Titles<'t> {
    text: &'t str,
    blocks: &'t [Block],
    candidates: &'t [Candidate],
    /// Where each block begins; made when it is first asked for.
    starts: OnceCell<Vec<TextSize>>,
    /// The first candidate of each title and number.
    rows: OnceCell<FxHashMap<(u32, u16), usize>>,
}

impl Titles<'_> {
    fn goes_on(&self, candidate: &Candidate) -> bool {
        let (first, Some(next)) = (&self.blocks[candidate.end], self.blocks.get(candidate.end + 1)) else {
            return false;
        };
        let ends = first.is(Flag::BlankAfter) || first.is(Flag::Stopped) && !first.shows(Sign::CommaEnd);
        let plain = next.class == Class::Text
            && next.numbering.is_none()
            && !is_section(next)
            && !next.shows(Sign::CaseNumber)
            && !next.mark.kind.is_list()
            && !next.is(Flag::FullStop)
            && !next.shows(Sign::SaysOutcome);
        if ends || !plain || candidate.numbering.form == NumberForm::Row {
            return false;
        }
        let after = self.blocks.get(candidate.end + 2);
        let alone = next.is(Flag::BlankAfter)
            || after.is_none_or(|after| {
                is_section(after)
                    || after.shows(Sign::CaseNumber)
                    || matches!(after.class, Class::Label(Label::CaseNumber))
            });
        let (len, small) = (u32::from(first.words().len()), next.shows(Sign::SmallLetter));
        let open = first.shows(Sign::GoesOn);
        let short = u32::from(next.words().len()) < SECOND;
        // A line that was too short for the next word goes on under its own first word.
        let hangs = next.mark.indent > first.mark.indent + 1 && len > HANGS;
        len > FIRST && short && (open || small || hangs) && alone
            || open && len > SHORT_FIRST && small
            || candidate.signs.has(Sign::ListedBefore) && self.is_listed_whole(candidate)
    }

    /// Does the text of the item begin behind a stop in the line of the title, and go on in the next: "1. Havnen. Kommunen betaler"?
    fn runs_in(&self, candidate: &Candidate) -> bool {
        let (first, Some(next)) = (&self.blocks[candidate.end], self.blocks.get(candidate.end + 1)) else {
            return false;
        };
        let open = !first.is(Flag::BlankAfter) && !first.is(Flag::Stopped) && first.mark.heading == 0;
        let told = next.class == Class::Text
            && next.numbering.is_none()
            && !next.mark.kind.is_list()
            && next.is(Flag::FullStop);
        let form = candidate.numbering.form;
        open && told && form != NumberForm::Row && candidate.end == candidate.block && {
            let start = self.starts()[candidate.end];
            let line = &self.text[first.line() + start];
            let from = numbered(line, indentation(line)).map_or(0, |found| found.title.start);
            title::holds_sentences(&line[from..])
        }
    }

    fn starts(&self) -> &[TextSize] {
        self.starts.get_or_init(|| {
            let next = |start: &mut TextSize, block: &Block| {
                let own = *start;
                *start += block.len;
                Some(own)
            };
            self.blocks.iter().scan(TextSize::new(0), next).collect()
        })
    }

    /// Does the agenda, or the table of contents, have both lines in one?
    fn is_listed_whole(&self, candidate: &Candidate) -> bool {
        let title = |candidate: &Candidate| (candidate.key, candidate.numbering.value);
        let rows = self.rows.get_or_init(|| {
            self.candidates.iter().enumerate().rev().map(|(at, row)| (title(row), at)).collect()
        });
        let row = rows.get(&title(candidate)).map(|&at| &self.candidates[at]);
        let Some(row) = row.filter(|row| row.block < candidate.block) else { return false };
        let both = self.letters(candidate.end, 2);
        let listed = self.letters(row.end, 2);
        listed.starts_with(&both) && self.letters(row.end, 1).len() > self.letters(candidate.end, 1).len()
    }

    /// Letters and digits of `n` blocks from `at` on, the first without its number.
    fn letters(&self, at: usize, n: usize) -> String {
        let mut start = self.starts()[at];
        let mut letters = String::new();
        for (i, block) in self.blocks[at..].iter().take(n).enumerate() {
            let line = &self.text[block.line() + start];
            let from = if i == 0 {
                numbered(line, indentation(line)).map_or(0, |found| found.title.start)
            } else {
                0
            };
            let words = &line[from..];
            let words = &words[title::read(words).range];
            letters.extend(words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase));
            start += block.len;
        }
        letters
    }
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches(|c| is_space(c) || c == '#').len()
}
