//! Columns that follow from others in every row: a total, a difference, a price times a number, a share of the whole.

use facts::quantity::{Quantity, is_typing_slip};
use facts::tables::{Value, columns};

use super::{Grid, Kind, Reckoned, Wrong, holds, plain, step, wording};

/// More columns than these are not tried with each other.
const MOST: usize = 12;

/// How a column follows from two others.
#[derive(Clone, Copy)]
enum How {
    Less,
    Times,
}

impl Grid<'_> {
    /// Looks at each column that follows from others in most rows.
    pub(super) fn check_across(&self, wrong: &mut Vec<Wrong>) {
        let Some(head) = self.kinds.iter().rposition(|kind| *kind == Kind::Head) else { return };
        let n_columns = columns(self.table).end;
        if n_columns == 2 {
            self.check_hundred_alone(wrong);
        }
        if !(3..=MOST).contains(&n_columns) {
            return;
        }
        self.check_total_column(head, wrong);
        for column in 1..n_columns {
            let words = self.head_words(head, column);
            if wording().is_difference(&words) {
                self.check_pairs(head, column, How::Less, wrong);
            } else if wording().is_money(&words) || wording().is_total(&words) {
                self.check_pairs(head, column, How::Times, wrong);
            }
        }
        self.check_shares(head, wrong);
    }

    fn head_words(&self, head: usize, column: usize) -> String {
        let cell = self.table.rows[head].cells.get(column);
        cell.map_or(String::new(), |cell| self.text[cell.range].to_lowercase())
    }

    /// The last column, where its head says that it adds up those before it.
    fn check_total_column(&self, head: usize, wrong: &mut Vec<Wrong>) {
        let is_total = |column: &usize| wording().is_total(&self.head_words(head, *column));
        let totals: Vec<usize> = columns(self.table).skip(1).filter(is_total).collect();
        let [total] = totals[..] else { return };
        if total < 3 || total + 1 != self.table.rows[head].cells.len() {
            return;
        }
        self.settle(head, total, 2, wrong, |row| {
            let cells: Option<Vec<i64>> = (1..total).map(|column| self.number(row, column)).collect();
            let cells = cells?;
            let told = cells.iter().filter(|cell| **cell != 0).count() >= 2;
            let step = self.value(row, total).quantity()?.step;
            Some((cells.iter().sum(), told, step * total as i64 / 2))
        });
    }

    /// The column `of`, where two others make it.
    fn check_pairs(&self, head: usize, of: usize, how: How, wrong: &mut Vec<Wrong>) {
        let n_columns = columns(self.table).end;
        for first in (1..n_columns).filter(|&first| first != of) {
            for second in (1..n_columns).filter(|&second| second != of && second != first) {
                if matches!(how, How::Times) && second < first {
                    continue;
                }
                let before = wrong.len();
                let least = if self.says_how(head, (first, second), how) { 2 } else { 3 };
                self.settle(head, of, least, wrong, |row| {
                    let a = self.value(row, first).quantity()?;
                    let b = self.value(row, second).quantity()?;
                    Some(made(how, a, b))
                });
                if wrong.len() > before {
                    return;
                }
            }
        }
    }

    /// Do the heads say how the columns go together: a number and a price of one, or a difference?
    fn says_how(&self, head: usize, (first, second): (usize, usize), how: How) -> bool {
        let (one, other) = (self.head_words(head, first), self.head_words(head, second));
        let priced = |counts: &str, prices: &str| {
            holds(counts, &wording().counts)
                && holds(prices, &wording().prices)
                && !holds(counts, &wording().prices)
        };
        match how {
            How::Less => true,
            How::Times => priced(&one, &other) || priced(&other, &one),
        }
    }

    /// Tells the rows in which `column` is not what `reckon` makes of the others, where it is in at least `least` rows and in
    /// more than twice as many as those in which it is not.
    fn settle(
        &self,
        head: usize,
        column: usize,
        least: usize,
        wrong: &mut Vec<Wrong>,
        reckon: impl Fn(usize) -> Option<(i64, bool, i64)>,
    ) {
        let (mut right, mut odd) = (0, Vec::new());
        for row in head + 1..self.table.rows.len() {
            let (Some((sum, counts, tolerance)), Some(number)) =
                (reckon(row), self.value(row, column).quantity())
            else {
                continue;
            };
            match (sum - number.value).abs() <= tolerance {
                true => right += usize::from(counts),
                false => odd.push(Wrong { row, column, sum, part: None, from: Reckoned::Row, sure: true }),
            }
        }
        let few = odd.len() == 1 || odd.len() == 2 && right >= 3;
        if right < least || !few {
            return;
        }
        for odd in odd {
            let told = wrong.iter().any(|told| (told.row, told.column) == (odd.row, odd.column));
            if !told && self.is_slip(&Vec::new(), odd.row, column, odd.sum) {
                wrong.push(odd);
            }
        }
    }

    /// A column of percentages of a column of figures, whose total is their sum.
    fn check_shares(&self, head: usize, wrong: &mut Vec<Wrong>) {
        let percent = |column: &usize| {
            let cells = (head + 1..self.table.rows.len()).map(|row| self.value(row, *column));
            let cells: Vec<Value> = cells.filter(|value| value.quantity().is_some()).collect();
            cells.len() >= 3 && cells.iter().all(|value| matches!(value, Value::Percent(_)))
        };
        let Some(column) = columns(self.table).skip(1).find(percent) else { return };
        let Some(total) = (head + 1..self.table.rows.len()).find(|&row| self.kinds[row] == Kind::Total)
        else {
            return;
        };
        let hundred = Quantity::whole(100).value;
        if self.number(total, column) != Some(hundred) {
            return;
        }
        for of in (1..columns(self.table).end).filter(|&of| of != column) {
            let Some(whole) = self.number(total, of).filter(|whole| *whole > 0) else { continue };
            let before = wrong.len();
            self.settle_shares(head, (of, column), whole, wrong);
            if wrong.len() > before {
                return;
            }
        }
        self.check_hundred(total, column, wrong);
    }

    /// A column of shares by itself, above a total of 100 %: "Børn 40 %, Unge 25 %, Voksne 45 %".
    fn check_hundred_alone(&self, wrong: &mut Vec<Wrong>) {
        const COLUMN: usize = 1;
        let mut totals = (0..self.table.rows.len()).filter(|&row| self.kinds[row] == Kind::Total);
        let (Some(total), None) = (totals.next(), totals.next()) else { return };
        let parts = self.since_total(total);
        let shares =
            parts.iter().chain([&total]).all(|&row| matches!(self.value(row, COLUMN), Value::Percent(_)));
        let ten = Quantity::whole(10).value;
        let hundred = Quantity::whole(100).value;
        let Some(sum) = self.sum(&plain(&parts), COLUMN) else { return };
        let apart = (sum - hundred).abs();
        // Ten or twenty are a digit of one of the shares; of several answers to one question each may be more.
        let slip = apart > 0 && apart <= 3 * ten && apart % ten == 0;
        if shares && parts.len() >= 3 && self.number(total, COLUMN) == Some(hundred) && slip {
            wrong.push(Wrong {
                row: total,
                column: COLUMN,
                sum,
                part: None,
                from: Reckoned::Parts,
                sure: true,
            });
        }
    }

    /// Shares above a total of 100 % that make more, where one digit explains it; of several answers to one question they may.
    fn check_hundred(&self, total: usize, column: usize, wrong: &mut Vec<Wrong>) {
        let parts = plain(&self.since_total(total));
        let (Some(sum), Some(hundred)) = (self.sum(&parts, column), self.number(total, column)) else {
            return;
        };
        let tolerance = self.tolerance(&parts, total, column);
        let step = step(self.value(total, column)).max(1);
        let slip = |part: i64| {
            let right = part - (sum - hundred);
            let near = (-tolerance / step..=tolerance / step).map(|steps| right + steps * step);
            near.into_iter().any(|right| right > 0 && is_typing_slip(part, right))
        };
        let mut values = parts.iter().filter_map(|&(row, _)| self.number(row, column));
        if parts.len() >= 3 && sum > hundred + tolerance && values.any(slip) {
            wrong.push(Wrong { row: total, column, sum, part: None, from: Reckoned::Parts, sure: false });
        }
    }

    fn settle_shares(&self, head: usize, (of, column): (usize, usize), whole: i64, wrong: &mut Vec<Wrong>) {
        let hundred = Quantity::whole(100).value;
        let told = wrong.iter().any(|wrong| wrong.column == of);
        if told {
            return;
        }
        let before = wrong.len();
        self.settle(head, column, 3, wrong, |row| {
            let part = self.number(row, of)?;
            let step = self.value(row, column).quantity()?.step;
            let share = (part as f64 / whole as f64 * hundred as f64).round() as i64;
            Some((share, part != 0, step / 2 + 1))
        });
        // As finely as the column is written.
        for wrong in &mut wrong[before..] {
            let step = self.value(wrong.row, column).quantity().map_or(1, |number| number.step);
            wrong.sum = (wrong.sum + step / 2) / step * step;
        }
    }
}

/// What the two figures make, whether that says anything, and how far roundings may take it away.
fn made(how: How, a: Quantity, b: Quantity) -> (i64, bool, i64) {
    let one = Quantity::whole(1).value;
    match how {
        How::Less => (a.value - b.value, a.value != b.value && b.value != 0, a.step.max(b.step)),
        How::Times => {
            let product = (i128::from(a.value) * i128::from(b.value) / i128::from(one)) as i64;
            (product, a.value != 0 && b.value != one && a.value != one, one / 2)
        }
    }
}
