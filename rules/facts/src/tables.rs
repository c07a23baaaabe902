//! Tables as grids: rows of cells, divided by tabs, by Markdown's bars, or by spaces.
//!
//! A table that lost its borders is no table here: where nobody can tell a column, nothing is added up.

use std::ops::Range;

mod aligned;

use super::amounts::unit_size;
use super::quantity::Quantity;
use syntax::{Block, Class, Flag};
use text::{TextRange, TextSize, is_space, range_of};

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// In the order of the text, those of the head included.
    pub rows: Vec<Row>,
    form: Form,
}

/// What parts the columns of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Form {
    /// Tabs or bars.
    #[default]
    Marked,
    /// Spaces.
    Spaced,
}

impl Table {
    /// Ends the table where the next row is of another form.
    fn close_unless(&mut self, form: Form, tables: &mut Vec<Self>) {
        if self.form != form {
            tables.push(std::mem::take(self));
            self.form = form;
        }
    }
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// From left to right.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its words, without spaces and bold marks around them.
    pub range: TextRange,
    /// What it holds.
    pub value: Value,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing, or a dash.
    Empty,
    /// A number.
    Number(Quantity),
    /// A number of kroner, by its own unit.
    Kroner(Quantity),
    /// A percentage.
    Percent(Quantity),
    /// Anything else.
    Text,
}

impl Value {
    /// The number, whatever its unit.
    pub fn quantity(self) -> Option<Quantity> {
        match self {
            Self::Number(quantity) | Self::Kroner(quantity) | Self::Percent(quantity) => Some(quantity),
            Self::Empty | Self::Text => None,
        }
    }
}

impl Row {
    /// What the cell in `column` holds; nothing when there is none.
    pub fn value(&self, column: usize) -> Value {
        self.cells.get(column).map_or(Value::Empty, |cell| cell.value)
    }

    /// Does this row name columns: no number in it but years?
    pub fn is_head(&self) -> bool {
        self.cells.iter().all(|cell| match cell.value {
            Value::Number(number) => is_year(number),
            Value::Kroner(_) | Value::Percent(_) => false,
            Value::Empty | Value::Text => true,
        })
    }
}

/// Is this a year, as a table's head has it?
pub fn is_year(number: Quantity) -> bool {
    number.step == Quantity::whole(1).step
        && (Quantity::whole(1950).value..=Quantity::whole(2099).value).contains(&number.value)
}

/// The tables of `text`, which `blocks` are; the first begins at 0.
pub fn tables(text: &str, blocks: &[Block]) -> Vec<Table> {
    let mut tables = Vec::new();
    let mut table = Table::default();
    let mut at = TextSize::new(0);
    for block in blocks {
        // With its indentation and mark: empty cells stand before the first words, and "- PL" takes something off.
        let line = block.line() + at;
        at += block.len;
        if block.class == Class::Code {
            tables.push(std::mem::take(&mut table));
            fenced(text, line, &mut tables);
            continue;
        }
        if block.class == Class::Table {
            table.close_unless(Form::Marked, &mut tables);
            table.rows.extend(row(text, line));
        } else if let Some(row) = spaced_row(text, line, block) {
            table.close_unless(Form::Spaced, &mut tables);
            table.rows.push(row);
        } else if !is_inside(block, &table) {
            tables.push(std::mem::take(&mut table));
        }
        if block.is(Flag::BlankAfter) {
            tables.push(std::mem::take(&mut table));
        }
    }
    tables.push(table);
    tables.retain(|table| !table.rows.is_empty());
    tables.retain(|table| table.form == Form::Marked || is_even(table));
    tables
}

/// May `blocks` hold a table?
pub fn may_hold_table(text: &str, blocks: &[Block]) -> bool {
    let mut at = TextSize::new(0);
    let mut rows = 0;
    for block in blocks {
        let words = block.words() + at;
        at += block.len;
        if matches!(block.class, Class::Table | Class::Code) {
            return true;
        }
        let row = may_be_spaced(block) && aligned::may_be_row(&text[words]);
        rows = if row { rows + 1 } else { 0 };
        if rows == 3 {
            return true;
        }
    }
    false
}

/// The tables of a block between fences, whose lines keep their spaces.
fn fenced(text: &str, block: TextRange, tables: &mut Vec<Table>) {
    let mut table = Table { form: Form::Spaced, ..Table::default() };
    for line in text[block].lines() {
        let row = aligned::may_be_row(line).then(|| aligned::row(text, range_of(text, line))).flatten();
        match row {
            Some(row) => table.rows.push(row),
            None => {
                tables.push(std::mem::replace(&mut table, Table { form: Form::Spaced, ..Table::default() }))
            }
        }
    }
    tables.push(table);
}

/// Can this block be a row whose columns are parted by spaces?
fn may_be_spaced(block: &Block) -> bool {
    // "Bus        100      10" ends as a row of the contents does.
    let class =
        matches!(block.class, Class::Text | Class::Label(_) | Class::Section(_) | Class::ContentsEntry);
    class && !block.is(Flag::Long)
}

fn spaced_row(text: &str, line: TextRange, block: &Block) -> Option<Row> {
    (may_be_spaced(block) && aligned::may_be_row(&text[line])).then(|| aligned::row(text, line)).flatten()
}

/// Have all rows with figures the same number of cells? Else an empty cell moved the others, and nobody knows a column.
fn is_even(table: &Table) -> bool {
    let mut cells = table.rows.iter().filter(|row| !row.is_head()).map(|row| row.cells.len());
    let first = cells.next();
    cells.all(|other| Some(other) == first)
}

/// "Driftsudgifter:" on a line of its own, between the rows of a table.
fn is_inside(block: &Block, table: &Table) -> bool {
    !table.rows.is_empty() && !block.is(Flag::Long) && block.class == Class::Text && !block.is(Flag::FullStop)
}

fn row(text: &str, line: TextRange) -> Option<Row> {
    let words = &text[line];
    let bars = words.trim_start_matches(is_space).starts_with('|');
    let cells: Vec<&str> = match bars {
        // One bar at each end; an empty first cell has its own.
        true => {
            let inner = words.trim_matches(is_space);
            let inner = inner.strip_prefix('|').unwrap_or(inner);
            inner.strip_suffix('|').unwrap_or(inner).split('|').collect()
        }
        false => words.split('\t').collect(),
    };
    // "|---|---:|" parts the head of a Markdown table from its body.
    if bars && cells.iter().all(|cell| cell.chars().all(|c| matches!(c, '-' | ':' | ' '))) {
        return None;
    }
    let cell = |words: &str| {
        let words = words.trim_matches(|c| is_space(c) || c == '*');
        Cell { range: range_of(text, words), value: value(words) }
    };
    Some(Row { cells: cells.into_iter().map(cell).collect() })
}

/// What the words of a cell are worth.
pub fn value(words: &str) -> Value {
    if words.is_empty() || words.chars().all(|c| matches!(c, '-' | '–' | '—' | '.')) {
        return Value::Empty;
    }
    let signs: &[char] = &['-', '−', '–', '+'];
    let bracketed = words.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let plain = bracketed.unwrap_or(words);
    let negative = bracketed.is_some() || plain.starts_with(['-', '−', '–']);
    let plain = plain.trim_start_matches(signs).trim_start_matches(is_space);
    let kroner = plain.strip_prefix("kr.").map(|rest| rest.trim_start_matches(is_space));
    let plain = kroner.unwrap_or(plain);
    let Some((mut number, len)) = Quantity::read(plain) else { return Value::Text };
    if negative {
        number.value = -number.value;
    }
    if kroner.is_some() && len == plain.len() {
        return Value::Kroner(number);
    }
    kind(number, plain[len..].trim_matches(|c| is_space(c) || c == '*'))
}

fn kind(number: Quantity, unit: &str) -> Value {
    let unit = unit.to_lowercase();
    match &*unit {
        "" => Value::Number(number),
        "%" | "pct." | "procent" | "pct" => Value::Percent(number),
        ",-" => Value::Kroner(number),
        "m²" | "m2" | "stk." | "timer" | "ha" | "km" | "elever" | "børn" | "boliger" => {
            Value::Number(number)
        }
        _ => unit_size(&unit).and_then(|size| number.times(size)).map_or(Value::Text, Value::Kroner),
    }
}

/// The columns of a table, counted from 0, its labels included.
pub fn columns(table: &Table) -> Range<usize> {
    0..table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{Value, tables, value};
    use crate::quantity::written;
    use syntax::{Ranks, Vocabulary};
    use text::workers::Workers;

    fn grid(text: &str) -> Vec<Vec<String>> {
        let blocks = syntax::row::blocks(text, Vocabulary::common(), &Ranks::default(), Workers::default());
        let tables = tables(text, &blocks);
        let rows = tables.iter().flat_map(|table| &table.rows);
        rows.map(|row| row.cells.iter().map(|cell| text[cell.range].to_owned()).collect()).collect()
    }

    #[test]
    fn tabs_and_bars_make_cells() {
        assert_eq!(grid("Løn\t1\t2\nI alt\t1\t2\n"), [["Løn", "1", "2"], ["I alt", "1", "2"]]);
        assert_eq!(grid("| Løn | 1 |\n|---|---:|\n| **I alt** | **1** |\n"), [["Løn", "1"], ["I alt", "1"]]);
        assert_eq!(grid("| | 1 |\n|---|---|\n| a | |\n"), [["", "1"], ["a", ""]]);
        assert_eq!(
            grid("Post       2026     2027\nBus        100      10\nTog        200      20\nI alt      300      40\n").len(),
            4
        );
        assert_eq!(grid("\t2025\t2026\nLøn\t1\t2\n"), [["", "2025", "2026"], ["Løn", "1", "2"]]);
    }

    #[test]
    fn cells_have_values() {
        let number = |words: &str| value(words).quantity().map(|quantity| written(quantity.value));
        assert_eq!(number("-1.283,5"), Some("-1.283,5".into()));
        assert_eq!(number("(250)"), Some("-250".into()));
        assert_eq!(number("2,5 mio. kr."), Some("2.500.000".into()));
        assert_eq!((value("–"), value("2025/2026"), value("§ 79")), (Value::Empty, Value::Text, Value::Text));
        assert!(matches!(value("40 %"), Value::Percent(_)));
    }
}
