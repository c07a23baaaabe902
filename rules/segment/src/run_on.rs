//! Items that run together: several numbers with titles on one line, as where the lines of a printed page were lost.
//!
//! A block is a line, so such items cannot be told apart. They are told of, since nothing found would look like health.

use std::ops::Range;

use syntax::block::{Block, Class};
use syntax::numbered::{Within, numbers_within};
use text::{TextRange, TextSize};

/// Numbers that count on inside lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunOn {
    /// The first number.
    pub first: u32,
    /// The last.
    pub last: u32,
    /// Each number's block, and where its digits stand in the line, in bytes of that.
    pub places: Vec<(usize, Range<usize>)>,
}

/// Fewer numbers are no row of items; where they have no sign behind them, or no capital letter, more are asked for.
const FEWEST: usize = 3;
const FEWEST_WEAK: usize = 6;

/// The longest unbroken row of numbers before titles in `blocks`, of which two at least share a line.
pub fn run_on(text: &str, blocks: &[Block]) -> Option<RunOn> {
    longest(text, blocks, FEWEST, Within::heads_title)
        .or_else(|| longest(text, blocks, FEWEST_WEAK, |_| true))
}

fn longest(text: &str, blocks: &[Block], fewest: usize, counts: impl Fn(&Within) -> bool) -> Option<RunOn> {
    let mut rows = Rows { open: None, best: None, fewest };
    each(text, blocks, |at, own| {
        if counts(&own) {
            rows.take(at, own);
        }
    });
    rows.close();
    rows.best
}

/// The numbers that count on from `last` inside the lines of `blocks`, the item that has it: what was meant to follow it.
pub fn following(text: &str, blocks: &[Block], last: u32) -> RunOn {
    let lines = TextRange::up_to(blocks.iter().map(|block| block.len).sum());
    let mut found = Vec::new();
    // Hardly any heading holds the number of the next.
    if text[lines].contains(&(last + 1).to_string()) {
        each(text, blocks, |at, own| found.push((at, own)));
    }
    let strong = counted_on(&found, last, Within::heads_title);
    if !strong.places.is_empty() {
        return strong;
    }
    let weak = counted_on(&found, last, |own| !own.signed && !own.worded);
    // The item itself is the first of them.
    if weak.places.len() + 1 >= FEWEST_WEAK { weak } else { strong }
}

fn counted_on(found: &[(usize, Within)], last: u32, counts: impl Fn(&Within) -> bool) -> RunOn {
    let mut row = RunOn { first: last + 1, last, places: Vec::new() };
    for (at, own) in found {
        if counts(own) && own.value == row.last + 1 && own.place.start > 0 && !own.joined {
            row.last = own.value;
            row.places.push((*at, own.place.clone()));
        }
    }
    row
}

/// Tells each number of the lines of `blocks` that are text, with its block.
fn each(text: &str, blocks: &[Block], mut tell: impl FnMut(usize, Within)) {
    let mut start = TextSize::new(0);
    for (at, block) in blocks.iter().enumerate() {
        let line = &text[block.line() + start];
        start += block.len;
        let unread = matches!(
            block.class,
            Class::Code | Class::Comment | Class::Table | Class::ContentsEntry | Class::At
        );
        if !unread {
            numbers_within(line).into_iter().for_each(|own| tell(at, own));
        }
    }
}

/// A row that goes on, and what all its numbers have: a sign behind them, a word before them.
struct Open {
    row: RunOn,
    signed: bool,
    worded: bool,
}

struct Rows {
    open: Option<Open>,
    best: Option<RunOn>,
    fewest: usize,
}

impl Rows {
    fn take(&mut self, block: usize, own: Within) {
        let alike = |open: &Open| {
            // "Dagsorden: 1 valg 2 siden sidst": the word before the first heads the list.
            let bare = !open.signed && !own.signed && !own.worded;
            own.value == open.row.last + 1 && (bare || open.signed && own.signed || open.worded && own.worded)
        };
        if let Some(open) = self.open.as_mut().filter(|open| alike(open)) {
            open.signed &= own.signed;
            // "1. Dagsorden 2. Veje": the word before the second is the title of the first.
            open.worded &= own.worded;
            open.row.last = own.value;
            open.row.places.push((block, own.place));
        } else if own.value == 1 {
            self.close();
            let row = RunOn { first: 1, last: 1, places: vec![(block, own.place)] };
            self.open = Some(Open { row, signed: own.signed, worded: own.worded });
        }
    }

    fn close(&mut self) {
        let Some(Open { row, .. }) = self.open.take() else { return };
        let shared = row.places.windows(2).any(|pair| pair[0].0 == pair[1].0);
        let longest = self.best.as_ref().is_none_or(|best| row.places.len() > best.places.len());
        if shared && row.places.len() >= self.fewest && longest {
            self.best = Some(row);
        }
    }
}
