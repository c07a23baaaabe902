//! Totals in tables.

mod across;
mod totals;

use std::borrow::Cow;

use facts::quantity::{Quantity, is_shift, is_swap, is_typing_slip};
use facts::tables::{Row, Table, Value};
use lint::{Findings, Severity, Text};

use super::super::wording::{holds, wording};
use super::{Reckoned, report};

/// What a row is to those below it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Head,
    Part,
    OfWhich,
    Total,
    /// "Resultat": what is left of income less expenses.
    Result,
}

/// A difference up to this share of the total is a slip; a larger one is a table that adds up something else, or a slip of
/// the hand.
const NEAR: f64 = 0.101;

/// A cell that should hold another figure.
#[derive(Clone, Copy)]
struct Wrong {
    row: usize,
    column: usize,
    /// What it should hold.
    sum: i64,
    /// The row of the part that may be the wrong one instead.
    part: Option<usize>,
    from: Reckoned,
    sure: bool,
}

pub(super) fn check(text: &str, tables: &[Table], findings: &mut Findings) {
    let mut told = Vec::new();
    let joined = with_totals(text, tables);
    let tables: &[Table] = &joined;
    for table in tables {
        let grid = Grid::new(text, table);
        let mut wrong = Vec::new();
        for total in 0..table.rows.len() {
            match grid.kinds[total] {
                Kind::Total => grid.check_total(total, &mut wrong),
                Kind::Result => grid.check_result(total, &mut wrong),
                Kind::Head | Kind::Part | Kind::OfWhich => {}
            }
        }
        grid.check_across(&mut wrong);
        grid.drop_followers(&mut wrong);
        for wrong in wrong {
            told.push(table.rows[wrong.row].cells[wrong.column].range);
            tell(table, wrong, findings);
        }
    }
    totals::check_results(text, tables, &told, findings);
}

/// The tables, each with the row "I alt" that stands behind an empty line below it.
fn with_totals<'t>(text: &str, tables: &'t [Table]) -> Cow<'t, [Table]> {
    let is_total = |table: &Table| {
        let [row] = &table.rows[..] else { return false };
        row.cells.first().is_some_and(|cell| wording().is_whole(&text[cell.range].to_lowercase()))
    };
    if !tables.iter().skip(1).any(is_total) {
        return Cow::Borrowed(tables);
    }
    let mut joined: Vec<Table> = Vec::new();
    for table in tables {
        let before =
            joined.last_mut().filter(|before| is_total(table) && is_right_above(text, before, table));
        match before {
            Some(before) => before.rows.extend(table.rows.iter().cloned()),
            None => joined.push(table.clone()),
        }
    }
    Cow::Owned(joined)
}

/// Does nothing stand between the rows of one table and the one row of the other, which has as many cells?
fn is_right_above(text: &str, table: &Table, total: &Table) -> bool {
    let cells = |row: Option<&Row>| row.map(|row| row.cells.len());
    let end = |row: Option<&Row>| Some(usize::from(row?.cells.last()?.range.end()));
    let start = total.rows.first().and_then(|row| Some(usize::from(row.cells.first()?.range.start())));
    let between = end(table.rows.last()).zip(start).and_then(|(from, to)| text.get(from..to));
    let empty = |words: &str| words.chars().all(|c| c.is_whitespace() || matches!(c, '|' | '*'));
    table.rows.len() > 2
        && cells(table.rows.last()) == cells(total.rows.first())
        && between.is_some_and(empty)
        && table.rows.iter().all(|row| {
            row.cells.first().is_none_or(|cell| !wording().is_total(&text[cell.range].to_lowercase()))
        })
}

fn tell(table: &Table, wrong: Wrong, findings: &mut Findings) {
    let cell = table.rows[wrong.row].cells[wrong.column];
    let Some(number) = cell.value.quantity() else { return };
    let mut report = report(cell.range, number.value, wrong.sum, wrong.from, findings);
    if !wrong.sure {
        report = report.at_most(Severity::Hint);
    }
    if let Some(part) = wrong.part.and_then(|row| table.rows[row].cells.get(wrong.column)) {
        report.related(
            part.range,
            Text {
                da: "Måske er det dette tal, der er forkert",
                en: "Perhaps this is the figure that is wrong",
            },
        );
    }
}

struct Grid<'t> {
    text: &'t str,
    table: &'t Table,
    kinds: Vec<Kind>,
}

impl<'t> Grid<'t> {
    fn new(text: &'t str, table: &'t Table) -> Self {
        let mut grid = Self { text, table, kinds: Vec::new() };
        let mut body = false;
        for row in 0..table.rows.len() {
            body |= !table.rows[row].is_head();
            let kind = if body { grid.kind(row) } else { Kind::Head };
            grid.kinds.push(kind);
        }
        grid
    }

    /// What the row is, when those above it are known.
    fn kind(&self, row: usize) -> Kind {
        let label = self.label(row);
        match () {
            () if wording().is_total(&label) => Kind::Total,
            () if wording().is_of_which(&label) => Kind::OfWhich,
            () if wording().is_result(&label) => Kind::Result,
            // "Indtægter" below its parts, as its columns show.
            () if wording().is_group(&label) && self.adds_up_somewhere(row) => Kind::Total,
            () => Kind::Part,
        }
    }

    /// A part that its row shows to be wrong makes the total of its column wrong as well: that is one slip.
    fn drop_followers(&self, wrong: &mut Vec<Wrong>) {
        let parts: Vec<Wrong> = wrong.iter().copied().filter(|one| one.from == Reckoned::Row).collect();
        let apart = |one: &Wrong| Some(one.sum - self.number(one.row, one.column)?);
        let totals: Vec<Wrong> = wrong.iter().copied().filter(|one| one.from == Reckoned::Parts).collect();
        // A wrong total makes what follows from it in its row wrong by as much.
        wrong.retain(|one| {
            let explains = |total: &&Wrong| {
                let by = apart(one).zip(apart(total)).is_some_and(|(one, total)| one.abs() == total.abs());
                by && total.row == one.row && total.column != one.column
            };
            one.from != Reckoned::Row || !totals.iter().any(|total| explains(&total))
        });
        wrong.retain(|total| {
            let explains = |part: &&Wrong| {
                let is = (self.number(part.row, part.column), self.number(total.row, total.column));
                let (Some(part_is), Some(total_is)) = is else { return false };
                part.column == total.column
                    && part.row != total.row
                    && total.sum - part_is + part.sum == total_is
            };
            total.from != Reckoned::Parts || !parts.iter().any(|part| explains(&part))
        });
    }

    fn adds_up_somewhere(&self, row: usize) -> bool {
        let parts = self.since_total(row);
        parts.len() >= 2 && self.numbered(row).iter().any(|&column| self.proves(&plain(&parts), row, column))
    }

    /// The words at the start of a row, in small letters.
    fn label(&self, row: usize) -> String {
        let cells = &self.table.rows[row].cells;
        // A number of its own may stand before the name: "| 1 | Bus | 100 |".
        let named = cells.iter().take(2).find(|cell| cell.value == Value::Text);
        named.or(cells.first()).map_or(String::new(), |cell| self.text[cell.range].to_lowercase())
    }

    /// The parts between the total before `row` and `row` itself.
    fn since_total(&self, row: usize) -> Vec<usize> {
        let former = (0..row).rev().find(|&row| matches!(self.kinds[row], Kind::Total | Kind::Result));
        (former.map_or(0, |row| row + 1)..row).filter(|&row| self.kinds[row] == Kind::Part).collect()
    }

    /// The columns in which `row` has a figure that is no percentage.
    fn numbered(&self, row: usize) -> Vec<usize> {
        let cells = self.table.rows[row].cells.iter().enumerate().skip(1);
        let figure = |value: Value| value.quantity().is_some() && !matches!(value, Value::Percent(_));
        cells.filter(|(_, cell)| figure(cell.value)).map(|(column, _)| column).collect()
    }

    fn value(&self, row: usize, column: usize) -> Value {
        self.table.rows[row].value(column)
    }

    fn number(&self, row: usize, column: usize) -> Option<i64> {
        match self.value(row, column) {
            Value::Empty => Some(0),
            value => value.quantity().map(|quantity| quantity.value),
        }
    }

    fn sum(&self, plan: &Plan, column: usize) -> Option<i64> {
        plan.iter().map(|&(row, sign)| Some(sign * self.number(row, column)?)).sum()
    }

    /// How far roundings may take the sum of a plan from its total.
    fn tolerance(&self, plan: &Plan, total: usize, column: usize) -> i64 {
        let step = |row: usize| self.value(row, column).quantity().map_or(0, |number| number.step);
        let finest = plan.iter().map(|&(row, _)| step(row)).max().unwrap_or(0).max(step(total));
        finest * (plan.len() as i64 + 1) / 2
    }

    /// Does the plan make `total` in this column, more than one of its rows with a figure? Then the column shows the plan.
    fn proves(&self, plan: &Plan, total: usize, column: usize) -> bool {
        let figures =
            plan.iter().filter(|&&(row, _)| self.number(row, column).is_some_and(|number| number != 0));
        figures.count() >= 2 && self.adds_up(plan, total, column)
    }

    fn adds_up(&self, plan: &Plan, total: usize, column: usize) -> bool {
        let (Some(sum), Some(number)) = (self.sum(plan, column), self.number(total, column)) else {
            return false;
        };
        (sum - number).abs() <= self.tolerance(plan, total, column)
    }

    /// Is the difference between `sum` and the cell a slip: a small one, or one of the hand, in the total or in a part?
    fn is_slip(&self, plan: &Plan, row: usize, column: usize, sum: i64) -> bool {
        let Some(number) = self.number(row, column) else { return false };
        (sum - number).abs() as f64 <= NEAR * number.abs().max(sum.abs()) as f64
            || is_typing_slip(sum, number)
            || self.wrong_part(plan, column, number - sum).is_some()
    }

    /// The one row whose figure becomes right when two of its digits change places, or by a nought, when the total lies
    /// `apart` from the sum.
    fn wrong_part(&self, plan: &Plan, column: usize, apart: i64) -> Option<usize> {
        let mut rows = plan.iter().filter(|&&(row, sign)| {
            let Some(number) = self.number(row, column) else { return false };
            let right = number + sign * apart;
            right > 0 && number > 0 && (is_swap(number, right) || is_shift(number, right))
        });
        let row = rows.next().map(|&(row, _)| row);
        row.filter(|_| rows.next().is_none())
    }
}

/// Rows that make a total, each with the sign it goes into it with.
type Plan = Vec<(usize, i64)>;

/// Rows that are added.
fn plain(rows: &[usize]) -> Plan {
    rows.iter().map(|&row| (row, 1)).collect()
}

/// Do the cells speak of kroner?
fn is_money(text: &str, rows: &[Row]) -> bool {
    rows.iter().flat_map(|row| &row.cells).any(|cell| {
        matches!(cell.value, Value::Kroner(_)) || wording().is_money(&text[cell.range].to_lowercase())
    })
}

/// The step of a figure in the cell, or of ones.
fn step(value: Value) -> i64 {
    value.quantity().unwrap_or(Quantity::whole(0)).step
}
