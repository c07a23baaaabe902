//! Totals in tables.

use crate::facts::quantity::{is_digit_slip, is_swap};
use crate::facts::tables::{Row, Table, Value, columns};
use crate::lint::Findings;

use super::super::wording::wording;
use super::report;

/// What a row is to those below it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Head,
    Part,
    OfWhich,
    Total,
}

/// A difference up to this share of the total is a slip; a larger one is a table that adds up something else.
const SLIP: f64 = 0.101;

pub(super) fn check(text: &str, table: &Table, findings: &mut Findings) {
    let grid = Grid { text, table, kinds: kinds(text, table) };
    let mut told = Vec::new();
    for total in (0..table.rows.len()).filter(|&row| grid.kinds[row] == Kind::Total) {
        grid.check_rows(total, &mut told);
    }
    grid.check_columns(&mut told);
    for (row, column, sum) in told {
        let cell = table.rows[row].cells[column];
        if let Some(number) = cell.value.quantity() {
            report(cell.range, number.value, sum, findings);
        }
    }
}

fn kinds(text: &str, table: &Table) -> Vec<Kind> {
    let mut body = false;
    let kind = |row: &Row| {
        let label = row.cells.first().map_or(String::new(), |cell| text[cell.range].to_lowercase());
        body |= !row.is_head();
        match () {
            () if !body => Kind::Head,
            () if wording().is_total(&label) => Kind::Total,
            () if wording().is_of_which(&label) => Kind::OfWhich,
            () => Kind::Part,
        }
    };
    table.rows.iter().map(kind).collect()
}

struct Grid<'t> {
    text: &'t str,
    table: &'t Table,
    kinds: Vec<Kind>,
}

impl Grid<'_> {
    /// Looks at the row `total`, which adds up rows above it.
    fn check_rows(&self, total: usize, told: &mut Vec<(usize, usize, i64)>) {
        let plans = self.plans(total);
        let numbered = |column: &usize| {
            let value = self.table.rows[total].value(*column);
            value.quantity().is_some() && !matches!(value, Value::Percent(_))
        };
        let columns: Vec<usize> = columns(self.table).skip(1).filter(numbered).collect();
        for &column in &columns {
            if self.is_explained(total, column, &plans) {
                continue;
            }
            let shown = |plan: &&Vec<usize>| {
                columns.iter().any(|&other| other != column && self.proves(plan, total, other))
            };
            let sum = match plans.iter().find(shown) {
                Some(plan) => self.sum(plan, column),
                None if columns.len() == 1 => self.lone_sum(total, column),
                None => None,
            };
            if let Some(sum) = sum.filter(|&sum| self.is_slip(total, column, sum)) {
                told.push((total, column, sum));
            }
        }
    }

    /// The rows that `total` may add up, the likeliest first.
    fn plans(&self, total: usize) -> Vec<Vec<usize>> {
        let is = |row: usize, kind: Kind| self.kinds[row] == kind;
        let former = (0..total).rev().find(|&row| is(row, Kind::Total));
        let since: Vec<usize> =
            (former.map_or(0, |row| row + 1)..total).filter(|&row| is(row, Kind::Part)).collect();
        let mut plans = vec![since.clone()];
        if let Some(former) = former {
            plans.push(std::iter::once(former).chain(since).collect());
            plans.push((0..total).filter(|&row| is(row, Kind::Part)).collect());
            plans.push((0..total).filter(|&row| is(row, Kind::Total)).collect());
        }
        plans.retain(|plan| plan.len() >= 2);
        plans
    }

    fn number(&self, row: usize, column: usize) -> Option<i64> {
        match self.table.rows[row].value(column) {
            Value::Empty => Some(0),
            value => value.quantity().map(|quantity| quantity.value),
        }
    }

    fn sum(&self, rows: &[usize], column: usize) -> Option<i64> {
        rows.iter().map(|&row| self.number(row, column)).sum()
    }

    /// How far roundings may take the sum of `rows` from its total.
    fn tolerance(&self, rows: &[usize], total: usize, column: usize) -> i64 {
        let step = |row: usize| self.table.rows[row].value(column).quantity().map_or(0, |number| number.step);
        let finest = rows.iter().map(|&row| step(row)).max().unwrap_or(0).max(step(total));
        finest * (rows.len() as i64 + 1) / 2
    }

    /// Do `rows` make `total` in this column, more than one of them with a figure? Then the column shows the plan.
    fn proves(&self, rows: &[usize], total: usize, column: usize) -> bool {
        let figures =
            rows.iter().filter(|&&row| self.number(row, column).is_some_and(|number| number != 0)).count();
        figures >= 2 && self.adds_up(rows, total, column)
    }

    fn adds_up(&self, rows: &[usize], total: usize, column: usize) -> bool {
        let (Some(sum), Some(number)) = (self.sum(rows, column), self.number(total, column)) else {
            return false;
        };
        (sum - number).abs() <= self.tolerance(rows, total, column)
    }

    /// Is there any way in which rows above make the total: some of them, one left out, one taken off?
    fn is_explained(&self, total: usize, column: usize, plans: &[Vec<usize>]) -> bool {
        let all: Vec<usize> = (0..total).filter(|&row| self.kinds[row] != Kind::Head).collect();
        let suffixes = (0..all.len().saturating_sub(1)).map(|from| &all[from..]);
        let Some(number) = self.number(total, column) else { return true };
        let made = |rows: &[usize]| {
            let readable: Vec<usize> =
                rows.iter().copied().filter(|&row| self.number(row, column).is_some()).collect();
            let Some(sum) = self.sum(&readable, column) else { return false };
            let near = |sum: i64| (sum - number).abs() <= self.tolerance(&readable, total, column);
            near(sum)
                || readable
                    .iter()
                    .filter_map(|&row| self.number(row, column))
                    .any(|part| part != 0 && (near(sum - part) || near(sum - 2 * part)))
        };
        plans.iter().any(|plan| made(plan)) || suffixes.into_iter().any(made)
    }

    /// The sum of a table of one column of money, without subtotals and parts of parts.
    fn lone_sum(&self, total: usize, column: usize) -> Option<i64> {
        let parts: Vec<usize> = (0..total).filter(|&row| self.kinds[row] == Kind::Part).collect();
        let plain =
            (0..total).all(|row| matches!(self.kinds[row], Kind::Head | Kind::Part)) && parts.len() >= 2;
        let figure = |&row: &usize| {
            self.table.rows[row].value(column).quantity().is_some_and(|number| number.value > 0)
        };
        if !plain || !parts.iter().all(figure) || !self.is_money(total) {
            return None;
        }
        let sum = self.sum(&parts, column)?;
        let step = self.table.rows[total].value(column).quantity()?.step;
        is_digit_slip(sum, self.number(total, column)?, step).then_some(sum)
    }

    /// Do the cells or the head of the table speak of kroner?
    fn is_money(&self, total: usize) -> bool {
        self.table.rows[..=total].iter().flat_map(|row| &row.cells).any(|cell| {
            matches!(cell.value, Value::Kroner(_)) || {
                let words = self.text[cell.range].to_lowercase();
                ["kr.", "mio", "kroner", "beløb", "udgift", "pris"].iter().any(|unit| words.contains(unit))
            }
        })
    }

    fn is_slip(&self, row: usize, column: usize, sum: i64) -> bool {
        let Some(number) = self.number(row, column) else { return false };
        (sum - number).abs() as f64 <= SLIP * number.abs().max(sum.abs()) as f64 || is_swap(sum, number)
    }

    /// Looks at the last column, where its head says that it adds up those before it.
    fn check_columns(&self, told: &mut Vec<(usize, usize, i64)>) {
        let Some(head) = self.kinds.iter().rposition(|kind| *kind == Kind::Head) else { return };
        let is_total = |column: usize| {
            let words =
                self.table.rows[head].cells.get(column).map(|cell| self.text[cell.range].to_lowercase());
            words.is_some_and(|words| wording().is_total(&words))
        };
        let totals: Vec<usize> = columns(self.table).skip(1).filter(|&column| is_total(column)).collect();
        let [total] = totals[..] else { return };
        if total < 3 || total + 1 != self.table.rows[head].cells.len() {
            return;
        }
        let mut right = 0;
        let mut wrong = Vec::new();
        for row in head + 1..self.table.rows.len() {
            let cells: Option<Vec<i64>> = (1..total).map(|column| self.number(row, column)).collect();
            let (Some(cells), Some(number)) = (cells, self.table.rows[row].value(total).quantity()) else {
                continue;
            };
            let sum: i64 = cells.iter().sum();
            match (sum - number.value).abs() <= number.step * (total as i64) / 2 {
                true => right += usize::from(cells.iter().filter(|cell| **cell != 0).count() >= 2),
                false => wrong.push((row, total, sum)),
            }
        }
        let [(row, column, sum)] = wrong[..] else { return };
        if right >= 2
            && self.is_slip(row, column, sum)
            && !told.iter().any(|told| told.0 == row && told.1 == column)
        {
            told.push((row, column, sum));
        }
    }
}
