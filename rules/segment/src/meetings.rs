//! Several meetings in one text: where the head of another one stands, numbers may begin at 1 again.

use super::Segment;
use super::candidate::Candidate;
use danish::date::dates;
use syntax::block::{Block, Class, Flag};
use syntax::sign::Sign;
use syntax::vocabulary::Label;
use text::{TextSize, is_space};

/// At most this many lines above its first item a head is looked for.
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
            let head = (from..above.end).find(|&line| heads.begin_at(line));
            let named = || above.end.checked_sub(1).filter(|&line| heads.names_meeting(line));
            if let Some(head) = head.or_else(named) {
                meeting = head as u32 + 1;
            }
        }
        counted |= candidate.numbering.value > 1;
        candidates[at].meeting = meeting;
        candidates[at].part = candidate.part.max(meeting);
    }
}

/// Sets the head of each further meeting apart from the item before it.
pub(super) fn set_apart(items: &mut [Segment], candidates: &[Candidate], blocks: &[Block]) {
    if candidates.iter().all(|candidate| candidate.meeting == 0) {
        return;
    }
    let first = items.first().map_or(0, |item| item.first);
    let opening: Vec<u32> = blocks[..first].iter().map(|block| block.key).filter(|key| *key != 0).collect();
    for at in 1..items.len() {
        let (former, next) = (items[at - 1].first, items[at].first);
        let own = candidates.partition_point(|candidate| candidate.block < next);
        let Some(dated) =
            candidates.get(own).and_then(|candidate| (candidate.meeting as usize).checked_sub(1))
        else {
            continue;
        };
        if dated <= former || dated >= next {
            continue;
        }
        // Above the day stands who meets, as above the first.
        let heads = |&line: &usize| !blocks[line].is(Flag::BlankAfter) || opening.contains(&blocks[line].key);
        let own = former + 1 + usize::from(items[at - 1].above);
        let above = (own..dated).rev().take_while(heads).last();
        items[at - 1].tail = (next - above.unwrap_or(dated)).try_into().unwrap_or(0);
    }
}

/// The lines of the first head that name a day.
struct Heads<'t> {
    text: &'t str,
    blocks: &'t [Block],
    starts: Vec<TextSize>,
    /// The block of the first item, before which the first head stands.
    first: usize,
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
        let mut heads = Self { text, blocks, starts, first, lines: Vec::new() };
        heads.lines = (0..first.min(HEAD)).filter_map(|at| heads.read(at)).collect();
        heads
    }

    /// Does block `at` say what the first head says, of another day?
    fn begin_at(&self, at: usize) -> bool {
        let Some((words, day)) = self.read(at) else { return false };
        let alone = || words.is_empty() && at > 0 && self.opens(&self.blocks[at - 1]);
        (!words.is_empty() || alone())
            && self.lines.iter().any(|(own, own_day)| *own == words && *own_day != day)
    }

    /// Is it a line of the first head, once more?
    fn opens(&self, block: &Block) -> bool {
        let same = |own: &Block| own.key == block.key && own.words().len() == block.words().len();
        block.key != 0 && self.blocks[..self.first].iter().take(HEAD).any(same)
    }

    /// "Menighedsrådsmøde:", one word that stands alone above the first item.
    fn names_meeting(&self, at: usize) -> bool {
        // No longer than what the key of a title tells apart.
        const LONGEST_NAME: u32 = 20;
        let block = &self.blocks[at];
        let parted = at.checked_sub(1).is_none_or(|above| self.blocks[above].is(Flag::BlankAfter));
        let short = u32::from(block.words().len()) <= LONGEST_NAME;
        if block.numbering.is_some()
            || block.key == 0
            || !parted
            || !short
            || !matches!(block.class, Class::Text | Class::Label(_))
        {
            return false;
        }
        let words = self.text[block.words() + self.starts[at]].trim_end_matches(':');
        words.len() > "møde".len() && words.ends_with("møde") && !words.contains(is_space)
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
        let alone = before.is_empty() && words[..usize::from(day.range.start())].is_empty();
        (before.len() > 3 || alone).then(|| (before, words[day.range].to_owned()))
    }
}
