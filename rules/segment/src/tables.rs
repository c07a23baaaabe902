//! Items that are the rows of a table, with their titles in its first column and no numbers: "| Punkt | Beslutning |".

use std::borrow::Cow;

use super::Segment;
use super::candidates::Found;
use syntax::block::{Block, Class};
use syntax::numbered::is_time;
use syntax::title;
use text::{TextSize, is_space};

/// At least this many rows make a table of items.
const FEWEST: usize = 2;
/// So many titles behind times and nothing else must be known, or one among so many.
const KNOWN: usize = 2;
const MANY: usize = 3;
/// A longer cell is no title, in bytes.
const LONGEST: usize = 100;

/// The first table in `text` whose header says that its rows are items.
pub(super) fn rows(text: &str, blocks: &[Block], found: &Found) -> Option<Vec<usize>> {
    // Where sections have headings of their own, a table stands in one.
    if !found.sections.is_empty() {
        return None;
    }
    let mut start = TextSize::new(0);
    let mut within = false;
    let mut tables = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        let table = block.class == Class::Table;
        if table && !within {
            tables.push((at, start));
        }
        within = table;
        start += block.len;
    }
    tables.into_iter().find_map(|(at, start)| items(text, blocks, at, start))
}

/// `blocks` with the rows of each table read as its header says, where that names a column of titles behind another than that of the
/// numbers: "| Nr. | Sagsnr. | Emne |".
pub(super) fn as_titled<'b>(text: &str, blocks: &'b [Block]) -> Cow<'b, [Block]> {
    let mut titled = Cow::Borrowed(blocks);
    let (mut start, mut column) = (TextSize::new(0), None);
    for (at, block) in blocks.iter().enumerate() {
        let line = &text[block.line() + start];
        start += block.len;
        if block.class != Class::Table {
            column = None;
            continue;
        }
        let Some(own) = column.replace(column.unwrap_or_else(|| column_titled(line))).filter(|own| *own > 0)
        else {
            continue;
        };
        if let Some(row) = block.titled_in(line, own) {
            titled.to_mut()[at] = row;
        }
    }
    titled
}

/// The column of a header that titles stand in, counted from 1; 0 where it is the first behind that of the numbers, or unnamed.
fn column_titled(header: &str) -> u8 {
    const FIRST: usize = 2;
    let at = named_cells(header).skip(FIRST).position(title::heads_titles);
    let next = named_cells(header).nth(1).is_some_and(title::heads_titles);
    at.filter(|_| !next).and_then(|at| u8::try_from(at + FIRST + 1).ok()).unwrap_or(0)
}

/// Tells each of `items` that is a row of a table which of its columns says what was recommended, and which has its title.
pub(super) fn mark_columns(text: &str, blocks: &[Block], items: &mut [Segment]) {
    if !items.iter().any(|item| blocks[item.first].class == Class::Table) {
        return;
    }
    let mut items = items.iter_mut().peekable();
    let (mut start, mut columns) = (TextSize::new(0), None);
    for (at, block) in blocks.iter().enumerate() {
        if block.class != Class::Table {
            columns = None;
        } else if columns.is_none() {
            let header = &text[block.line() + start];
            columns = Some((column_asked(header), column_titled(header)));
        }
        while let Some(item) = items.next_if(|item| item.first <= at) {
            (item.asked, item.titled_in) = columns.unwrap_or((0, 0));
        }
        start += block.len;
    }
}

/// The column of a header that says what was recommended, counted from 1.
fn column_asked(header: &str) -> u8 {
    let header = header.trim_start_matches(is_space);
    // A bar stands before the first cell.
    let bar = usize::from(header.starts_with('|'));
    let at = named_cells(header).position(title::heads_recommendations);
    at.and_then(|at| u8::try_from(at + 1 + bar).ok()).unwrap_or(0)
}

/// Does the header of the table that block `row` lies in name a column of titles and one of what came of them: "Nr. | Emne | Beslutning"?
pub(super) fn says_items(text: &str, blocks: &[Block], row: usize) -> bool {
    let above = blocks[..row].iter().rev().take_while(|block| block.class == Class::Table).count();
    let start: TextSize = blocks[..row - above].iter().map(|block| block.len).sum();
    let header = &text[blocks[row - above].line() + start];
    above > 0
        && named_cells(header).any(title::heads_titles)
        && named_cells(header).any(title::heads_outcomes)
}

/// The cells of a header.
fn named_cells(header: &str) -> impl Iterator<Item = &str> {
    let header = header.trim_start_matches(is_space);
    let (sign, header) = header.strip_prefix('|').map_or(('\t', header), |rest| ('|', rest));
    header.split(sign).map(|cell| cell.trim_matches(|c| is_space(c) || c == '*'))
}

fn items(text: &str, blocks: &[Block], header: usize, start: TextSize) -> Option<Vec<usize>> {
    let words = |at: usize, start: TextSize| &text[blocks[at].line() + start];
    let names: Vec<&str> = cells(words(header, start)).collect();
    let timed = names.first().is_some_and(|name| title::heads_times(name));
    let [first, others @ ..] = &names[usize::from(timed)..] else { return None };
    if !title::heads_items(first) || others.is_empty() && !timed {
        return None;
    }
    let mut rows = Vec::new();
    let mut known = 0;
    let mut start = start + blocks[header].len;
    for (at, block) in blocks.iter().enumerate().skip(header + 1) {
        if block.class != Class::Table {
            break;
        }
        if let Some(cell) = title_cell(words(at, start)) {
            known += usize::from(title::is_known(cell));
            rows.push(at);
        }
        start += block.len;
    }
    let told = others.iter().any(|name| title::heads_decisions(name));
    // A programme has times too.
    let enough =
        if others.is_empty() { known >= KNOWN || known > 0 && rows.len() >= MANY } else { told || known > 0 };
    (rows.len() >= FEWEST && enough).then_some(rows)
}

/// The cells of a row, without those that are empty.
fn cells(line: &str) -> impl Iterator<Item = &str> {
    let sign = if line.trim_start_matches(is_space).starts_with('|') { '|' } else { '\t' };
    let cells = line.split(sign).map(|cell| cell.trim_matches(|c| is_space(c) || c == '*'));
    cells.filter(|cell| !cell.is_empty())
}

/// The title in a row: its first cell, where that is not empty, or the one behind the time.
pub fn title_cell(line: &str) -> Option<&str> {
    let inner = line.trim_start_matches(is_space);
    let (sign, inner) = inner.strip_prefix('|').map_or(('\t', inner), |inner| ('|', inner));
    let mut cells = inner.split(sign).map(|cell| cell.trim_matches(|c| is_space(c) || c == '*'));
    let cell = cells.find(|cell| !is_time(cell))?;
    (cell.starts_with(char::is_uppercase) && cell.len() <= LONGEST).then_some(cell)
}
