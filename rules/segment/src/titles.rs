//! Titles over two lines: which of the items of a series go on in the line below.

use std::cell::OnceCell;

use danish::date::dates;
use rustc_hash::FxHashMap;

use super::Segment;
use super::candidate::Candidate;
use super::kinds::is_section;
use syntax::block::{Block, Class, Flag};
use syntax::decided;
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
        numbering: Some(candidates[at].numbering),
        further: titles.further(&candidates[at]),
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
/// At most this many lines follow the first.
const MOST_LINES: usize = 4;
/// A line is full where it is so much of the longest.
const FULL: (u32, u32) = (3, 5);
/// At least so much farther in than the title stands what is a column of its own.
const COLUMN: u8 = 12;

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
    /// How many lines behind its first the title of `candidate` goes on in.
    fn further(&self, candidate: &Candidate) -> u8 {
        if self.runs_in(candidate) || self.has_column(candidate) {
            return 0;
        }
        if self.goes_on(candidate) && !self.is_last(candidate) {
            1.max(self.paragraph(candidate))
        } else {
            self.paragraph(candidate)
        }
    }

    /// Is it "Evt.", which goes on in no line, however small the letters of that are?
    fn is_last(&self, candidate: &Candidate) -> bool {
        let line = &self.text[self.blocks[candidate.end].line() + self.starts()[candidate.end]];
        title::is_last(line.rsplit(is_space).next().unwrap_or(line))
    }

    /// Can `next` be what a title goes on in?
    fn can_go_on(next: &Block) -> bool {
        next.class == Class::Text
            && next.numbering.is_none()
            && !is_section(next)
            && !next.shows(Sign::CaseNumber)
            // "fra mødet den / 5. oktober": a number that counts something begins no row.
            && (!next.mark.kind.is_list() || next.mark.kind.is_number())
            && !next.is(Flag::FullStop)
            && !next.shows(Sign::SaysOutcome)
            && !next.shows(Sign::LabelsRecommendation)
            && !next.shows(Sign::LabelsDecision)
    }

    fn goes_on(&self, candidate: &Candidate) -> bool {
        let (first, Some(next)) = (&self.blocks[candidate.end], self.blocks.get(candidate.end + 1)) else {
            return false;
        };
        let ends = first.is(Flag::BlankAfter) || first.is(Flag::Stopped) && !first.shows(Sign::CommaEnd);
        if ends || candidate.numbering.form == NumberForm::Row {
            return false;
        }
        if self.is_period(candidate.end + 1) {
            return true;
        }
        if self.asks_for_more(candidate) {
            return true;
        }
        if self.is_wrapped(candidate.end) {
            return true;
        }
        let shouts = first.is(Flag::Capitals) && next.is(Flag::Capitals);
        if !(Self::can_go_on(next) || shouts && Self::begins_with_i(next)) {
            return false;
        }
        // "til efterretning" below a title is no more of it.
        let words = || &self.text[next.words() + self.starts()[candidate.end + 1]];
        if next.shows(Sign::SmallLetter) && decided::is_all_told(words()) {
            return false;
        }
        let alone = next.is(Flag::BlankAfter) || self.is_followed(candidate.end + 1);
        let (len, small) = (u32::from(first.words().len()), next.shows(Sign::SmallLetter));
        let open = first.shows(Sign::GoesOn);
        let short = u32::from(next.words().len()) < SECOND;
        // A line that was too short for the next word goes on under its own first word.
        let hangs = next.mark.indent > first.mark.indent + 1
            && len > HANGS
            && title::may_be_second(&self.text[next.words() + self.starts()[candidate.end + 1]]);
        len > FIRST && short && (open || small || hangs) && alone
            // "1. Ansøgning om / dispensation ved Strandvejen", with nothing else below or a section right there.
            || small && short && (open && alone || self.is_followed(candidate.end + 1))
            || open && len > SHORT_FIRST && (small || self.is_day(candidate.end + 1))
            || small && short && self.hangs_on(candidate)
            || shouts && (len > FIRST || self.is_open(candidate.end))
            || candidate.signs.has(Sign::ListedBefore) && self.is_listed_whole(candidate)
    }

    /// "… ny skolestruktur / i den vestlige del af kommunen": does the next line begin with a word that joins it to the title, and
    /// say no more than a title could, with a sentence below that begins anew?
    fn hangs_on(&self, candidate: &Candidate) -> bool {
        let at = candidate.end + 1;
        let anew =
            self.blocks.get(at + 1).is_none_or(|below| below.is(Flag::Capital) && !below.mark.kind.is_list());
        let next = &self.text[self.blocks[at].words() + self.starts()[at]];
        u32::from(self.blocks[candidate.end].words().len()) > SHORT_FIRST && anew && title::joins_on(next)
    }

    /// "Meddelelser fra / formand og kirkeværge.", "Ansøgning om midler, / Brøns Kirke": does the title end in a word or a comma that
    /// another follows, and the next line tell nothing, with what an item has below it?
    fn asks_for_more(&self, candidate: &Candidate) -> bool {
        const SHORTEST: usize = 12;
        let at = candidate.end + 1;
        let (first, next) = (&self.blocks[candidate.end], &self.blocks[at]);
        let words = || &self.text[next.words() + self.starts()[at]];
        let plain = next.class == Class::Text
            && next.numbering.is_none()
            && !is_section(next)
            && !next.mark.kind.is_list()
            && !next.shows(Sign::SaysOutcome)
            && !next.shows(Sign::LabelsDecision)
            && !next.shows(Sign::LeadIn);
        if !first.shows(Sign::GoesOn)
            || !plain
            || u32::from(next.words().len()) >= SECOND
            || title::has_verb(words())
        {
            return false;
        }
        let anew = |below: &Block| {
            !below.shows(Sign::SmallLetter) && (below.numbering.is_some() || !below.mark.kind.is_list())
        };
        let below = self.blocks.get(at + 1);
        if next.shows(Sign::SmallLetter) {
            return next.is(Flag::BlankAfter) || below.is_none_or(anew);
        }
        // Behind a comma only what is told of the item shows that its title is whole.
        let came = |below: &Block| {
            below.shows(Sign::SaysOutcome) || below.shows(Sign::LabelsDecision) || is_section(below)
        };
        usize::from(first.words().len()) > SHORTEST
            && next.shows(Sign::TitleLike)
            && first.is(Flag::Capital)
            && below.is_some_and(came)
    }

    /// Was the line of block `at` broken before a small word? It was where it is as long with that as the lines below are, or where
    /// the word stands under the first of the title, and the text begins anew below.
    fn is_wrapped(&self, at: usize) -> bool {
        const LOOKED_AT: usize = 8;
        let (first, Some(next)) = (&self.blocks[at], self.blocks.get(at + 1)) else { return false };
        let below = self.blocks.get(at + 2);
        let len = u32::from(first.words().len());
        if len <= FIRST
            || !next.shows(Sign::SmallLetter)
            || !Self::can_go_on(next)
            || first.is(Flag::Stopped)
            || next.mark.indent < first.mark.indent
            || below.is_some_and(|below| below.shows(Sign::SmallLetter))
        {
            return false;
        }
        let second = &self.text[next.words() + self.starts()[at + 1]];
        if title::has_verb(second) || decided::is_all_told(second) {
            return false;
        }
        let text = |below: &Block| {
            below.class == Class::Text && below.numbering.is_none() && !below.mark.kind.is_list()
        };
        if next.mark.indent > first.mark.indent && below.is_some_and(text) {
            return true;
        }
        let word = second.split(is_space).next().unwrap_or("");
        let lines = self.blocks[at + 1..].iter().take(LOOKED_AT);
        let longest = lines.map(|block| u32::from(block.words().len())).max().unwrap_or(0);
        (HANGS..SECOND).contains(&longest) && len > HANGS && len + 1 + word.len() as u32 > longest
    }

    /// "I DEN ØSTLIGE DEL" is no first item in Roman numbers below a title in capitals.
    fn begins_with_i(next: &Block) -> bool {
        let one = next.numbering.is_some_and(|own| own.form == NumberForm::RomanBare && own.value == 1);
        one && next.class == Class::Text && !next.is(Flag::Stopped)
    }

    /// Does the title in block `at`, with or without a number, end in a word that another follows?
    fn is_open(&self, at: usize) -> bool {
        title::goes_on(&self.text[self.blocks[at].words() + self.starts()[at]])
    }

    /// Is block `at` a year, or from one to another, and nothing else: "2025-2029"?
    fn is_period(&self, at: usize) -> bool {
        const LONGEST: u32 = 12;
        let block = &self.blocks[at];
        if u32::from(block.words().len()) > LONGEST || !block.is(Flag::BlankAfter) && !self.is_followed(at) {
            return false;
        }
        let words = self.text[block.line() + self.starts()[at]].trim_matches(is_space);
        let years = words.split(['-', '–', '/']).map(|year| year.trim_matches(is_space));
        years.clone().count() <= 2
            && years.enumerate().all(|(n, year)| {
                let long = year.len() == 4 || n > 0 && year.len() == 2;
                long && year.bytes().all(|byte| byte.is_ascii_digit())
            })
            && words.starts_with(['1', '2'])
    }

    /// Is block `at` a day and nothing else: "fra mødet den / 5. oktober 2015"?
    fn is_day(&self, at: usize) -> bool {
        let words = &self.text[self.blocks[at].line() + self.starts()[at]];
        dates(words)
            .next()
            .is_some_and(|day| usize::from(day.range.len()) == words.trim_matches(is_space).len())
    }

    /// Does what stands only below the heading of an item come right behind block `at`?
    fn is_followed(&self, at: usize) -> bool {
        self.blocks.get(at + 1).is_none_or(|after| {
            is_section(after)
                || after.shows(Sign::CaseNumber)
                || matches!(after.class, Class::Label(Label::CaseNumber))
        })
    }

    /// How many lines the title goes on in where it is a paragraph of its own: no line ends a sentence, the first break
    /// stands in the middle of one, and the others in lines that are full.
    fn paragraph(&self, candidate: &Candidate) -> u8 {
        let (at, first) = (candidate.end, &self.blocks[candidate.end]);
        let inner = |block: &Block| !block.is(Flag::FullStop) && !block.is(Flag::Colon);
        let open = !first.is(Flag::BlankAfter) && inner(first) && first.shows(Sign::GoesOn);
        let small = self.blocks.get(at + 1).is_some_and(|next| next.shows(Sign::SmallLetter));
        if candidate.numbering.form == NumberForm::Row
            || first.is(Flag::BlankAfter)
            || !(open || small && inner(first))
        {
            return 0;
        }
        let below = self.blocks[at + 1..].iter().take(MOST_LINES);
        let Some(last) = below
            .clone()
            .position(|block| block.is(Flag::BlankAfter))
            .or_else(|| (0..below.len()).find(|further| self.is_followed(at + 1 + further)))
        else {
            return 0;
        };
        let lines = &self.blocks[at..=at + 1 + last];
        let longest = lines.iter().map(|block| u32::from(block.words().len())).max().unwrap_or(0);
        let full = |block: &Block| u32::from(block.words().len()) * FULL.1 >= longest * FULL.0;
        let (inside, end) = (&lines[..lines.len() - 1], &lines[lines.len() - 1]);
        let whole = lines[1..].iter().all(Self::can_go_on)
            && inside.iter().all(|block| full(block) && inner(block))
            && longest > FIRST
            && longest < SECOND
            && !end.is(Flag::Stopped)
            && !self.holds_sentences(at + 1, lines.len() - 1)
            && !decided::is_all_told(&self.text[end.words() + self.starts()[at + lines.len() - 1]]);
        if whole { u8::try_from(lines.len() - 1).unwrap_or(0) } else { 0 }
    }

    /// Does a sentence end in one of `n` blocks from `at` on?
    fn holds_sentences(&self, at: usize, n: usize) -> bool {
        let ends = |at: usize| title::holds_sentences(&self.text[self.blocks[at].line() + self.starts()[at]]);
        (at..at + n).any(ends)
    }

    /// Does a second column stand beside the title, and go on below itself?
    fn has_column(&self, candidate: &Candidate) -> bool {
        let (first, Some(next)) = (&self.blocks[candidate.end], self.blocks.get(candidate.end + 1)) else {
            return false;
        };
        next.mark.indent > first.mark.indent + COLUMN && candidate.end == candidate.block && {
            let line = &self.text[first.line() + self.starts()[candidate.end]];
            let from = numbered(line, indentation(line)).map_or(0, |found| found.title.start);
            title::read(&line[from..]).text_behind
        }
    }

    /// Does the text of the item begin behind a stop in the line of the title, and go on in the next: "1. Havnen. Kommunen betaler"?
    fn runs_in(&self, candidate: &Candidate) -> bool {
        let (first, Some(next)) = (&self.blocks[candidate.end], self.blocks.get(candidate.end + 1)) else {
            return false;
        };
        let open = !first.is(Flag::BlankAfter) && !first.is(Flag::Stopped) && first.mark.heading == 0;
        let told = next.class == Class::Text
            && (next.numbering.is_none() || next.shows(Sign::SmallLetter))
            && !next.mark.kind.is_list()
            && !next.shows(Sign::LabelsDecision)
            && !next.is(Flag::RunIn)
            && next.is(Flag::FullStop);
        let form = candidate.numbering.form;
        open && told && form != NumberForm::Row && candidate.end == candidate.block && {
            let start = self.starts()[candidate.end];
            let line = &self.text[first.line() + start];
            let from = numbered(line, indentation(line)).map_or(0, |found| found.title.start);
            title::holds_sentences(&line[from..])
                || next.shows(Sign::SmallLetter) && title::tells_behind_colon(&line[from..])
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

pub(super) fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches(|c| is_space(c) || c == '#').len()
}
