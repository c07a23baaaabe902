//! The sentences of a part that may be proofread: the secretary's own prose, and no headings, tables, lists of
//! attachments or remarks, which are somebody else's words.
//!
//! A sentence may go on over a line end. Where the lines are surely wrapped it is one sentence; where nothing tells, each
//! line is read alone and knows that it may be cut, so that no rule takes what stands first in it for a subject.

use super::over_lines::is_text;
use super::view::PartView;
use danish::clauses::Sentence;
use danish::sentences::{may_go_on, sentences};
use syntax::{Block, Class, Flag, MarkKind};
use text::{TextRange, TextSize};
use zones::ZoneSet;

/// Longer sentences, in tokens, are lists that lost their lines.
const LONGEST: usize = 80;

/// Shorter ones say nothing that can be read.
const SHORTEST: usize = 3;

/// A part with more bytes is no minutes, and its sentences would take more memory than its text.
const LONGEST_PART: usize = 1 << 20;

/// A line, and what tells whether a sentence goes on over its borders.
struct Line {
    words: TextRange,
    /// Is it prose to be proofread?
    is_prose: bool,
    /// Does a list mark or a number stand before it?
    is_marked: bool,
    /// Is it a heading, so that nothing goes on behind it?
    is_heading: bool,
    /// Does a blank line follow?
    is_last: bool,
}

impl<'a> PartView<'a> {
    /// The sentences that may be proofread; found once for all rules.
    pub fn sentences(&self) -> &[Sentence<'a>] {
        self.sentences.get_or_init(|| {
            if self.text.len() > LONGEST_PART {
                return Vec::new();
            }
            let lines: Vec<Line> =
                self.placed_blocks().map(|(start, block)| self.line(start, block)).collect();
            let mut all = Vec::new();
            let mut at = 0;
            while at < lines.len() {
                let goes_on = |i: usize| !lines[i - 1].is_last && lines[i].is_prose && !lines[i].is_marked;
                let mut end = at + 1;
                while lines[at].is_prose && end < lines.len() && goes_on(end) {
                    end += 1;
                }
                if lines[at].is_prose {
                    let cut = (self.is_cut(&lines, at), self.is_cut(&lines, end));
                    all.extend(self.sentences_of(lines[at].words.cover(lines[end - 1].words), cut));
                }
                at = end;
            }
            all
        })
    }

    fn line(&self, start: TextSize, block: &Block) -> Line {
        let words = block.words() + start;
        let is_heading = block.mark.heading > 0 || stands_alone(block) || self.is_heading(words);
        Line {
            words,
            is_prose: is_text(block) && !is_heading && self.may_be_proofread(words),
            is_marked: block.mark.kind != MarkKind::None,
            is_heading,
            is_last: block.is(Flag::BlankAfter),
        }
    }

    /// May a sentence go on over the border before the line at `i`?
    fn is_cut(&self, lines: &[Line], i: usize) -> bool {
        let Some(line) = lines.get(i).filter(|line| !line.is_heading) else { return false };
        let words = &self.text[line.words];
        match i.checked_sub(1).map(|before| &lines[before]) {
            Some(before) if !before.is_heading && !before.is_last && !line.is_marked => {
                may_go_on(&self.text[before.words], words)
            }
            _ => words.starts_with(char::is_lowercase),
        }
    }

    /// The sentences of the lines at `lines`, which may be cut at both ends.
    fn sentences_of(&self, lines: TextRange, cut: (bool, bool)) -> Vec<Sentence<'a>> {
        let text = self.reading();
        let parts: Vec<TextRange> = sentences(&text[lines]).map(|part| part + lines.start()).collect();
        let is_cut = |i: usize| {
            let (before, part) = (parts[i - 1], parts[i]);
            let gap = &text[TextRange::new(before.end(), part.start())];
            gap.contains(['\n', '\r']) && may_go_on(&text[before], &text[part])
        };
        let one = |i: usize| {
            let before = if i == 0 { cut.0 } else { is_cut(i) };
            let behind = if i + 1 == parts.len() { cut.1 } else { is_cut(i + 1) };
            Sentence::new(text, parts[i]).cut(before, behind)
        };
        let all = (0..parts.len()).map(one);
        all.filter(|sentence| (SHORTEST..=LONGEST).contains(&sentence.len())).collect()
    }

    /// Is `line` running text from its first letter on? Zones inside it are for the engine to keep rules out of.
    fn may_be_proofread(&self, line: TextRange) -> bool {
        let start = TextRange::at(line.start(), line.len().min(TextSize::new(1)));
        let cells = memchr::memchr2(b'\t', b'|', self.text[line].as_bytes()).is_some();
        !cells && self.zones_at(start).lies_in(ZoneSet::NONE)
    }
}

/// Is the line a heading, or something else that no sentence goes on over?
fn stands_alone(block: &Block) -> bool {
    let open = matches!(block.class, Class::Table | Class::Code | Class::Furniture | Class::ContentsEntry);
    !is_text(block) && !open
}
