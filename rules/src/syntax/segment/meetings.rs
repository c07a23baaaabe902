//! Several meetings in one text: where the head of another one stands, numbers may begin at 1 again.

use super::candidates::Candidate;
use crate::danish::date::dates;
use crate::syntax::block::{Block, Class};
use crate::syntax::sign::Sign;
use crate::syntax::vocabulary::Label;
use crate::text::TextSize;

/// So many lines above its first item a head is looked for.
const HEAD: usize = 10;
/// A longer line is none of a head, in bytes.
const LONGEST: u32 = 160;

/// Lets numbers begin anew at candidates of `text` that stand below the head of another meeting.
pub(super) fn mark(text: &str, blocks: &[Block], candidates: &mut [Candidate]) {
    let mut heads: Option<Heads> = None;
    let (mut counted, mut meeting) = (false, 0);
    for at in 0..candidates.len() {
        let candidate = candidates[at];
        let anew = candidate.numbering.value <= 1 && !candidate.signs.has(Sign::InList);
        if anew && counted {
            let heads = heads.get_or_insert_with(|| Heads::new(text, blocks, candidates[0].block));
            let above = candidates[at - 1].end + 1..candidate.block;
            let from = above.start.max(above.end.saturating_sub(HEAD));
            if let Some(head) = (from..above.end).find(|&line| heads.begin_at(line)) {
                meeting = head as u32 + 1;
            }
        }
        counted |= candidate.numbering.value > 1;
        candidates[at].meeting = meeting;
        candidates[at].part = candidate.part.max(meeting);
    }
}

/// The lines of the first head that name a day.
struct Heads<'t> {
    text: &'t str,
    blocks: &'t [Block],
    starts: Vec<TextSize>,
    /// What each line says beside the day, and the day.
    lines: Vec<(String, String)>,
}

impl<'t> Heads<'t> {
    fn new(text: &'t str, blocks: &'t [Block], first: usize) -> Self {
        let next = |start: &mut TextSize, block: &Block| {
            let own = *start;
            *start += block.len;
            Some(own)
        };
        let starts = blocks.iter().scan(TextSize::new(0), next).collect();
        let mut heads = Self { text, blocks, starts, lines: Vec::new() };
        heads.lines = (0..first.min(HEAD)).filter_map(|at| heads.read(at)).collect();
        heads
    }

    /// Does block `at` say what the first head says, of another day?
    fn begin_at(&self, at: usize) -> bool {
        let Some((words, day)) = self.read(at) else { return false };
        self.lines.iter().any(|(own, own_day)| *own == words && *own_day != day)
    }

    fn read(&self, at: usize) -> Option<(String, String)> {
        let block = &self.blocks[at];
        let dated =
            matches!(block.class, Class::Text | Class::Label(Label::Date)) && block.shows(Sign::OfHead);
        if block.numbering.is_some() || !dated || u32::from(block.words().len()) > LONGEST {
            return None;
        }
        let words = &self.text[block.words() + self.starts[at]];
        let day = dates(words).next()?;
        let before = words[..usize::from(day.range.start())].chars();
        let before: String = before.filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
        (before.len() > 3).then(|| (before, words[day.range].to_owned()))
    }
}
