//! Rows that add up those above them, and what is left of income less expenses.

use facts::quantity::{Quantity, is_digit_slip, is_typing_slip};
use facts::tables::{Table, Value};
use lint::Findings;
use text::TextRange;

use super::{Grid, Kind, Plan, Wrong, holds, is_money, plain, step, wording};
use crate::figures::sum::{Reckoned, report};

/// From here on a total that differs in one digit from its two parts hardly does so by chance.
const LARGE: i64 = 100;

impl Grid<'_> {
    /// Looks at the row `total`, which adds up rows above it.
    pub(super) fn check_total(&self, total: usize, wrong: &mut Vec<Wrong>) {
        let plans = self.plans(total);
        let columns = self.numbered(total);
        for &column in &columns {
            if self.is_explained(total, column, &plans) {
                continue;
            }
            let shown = |plan: &&Plan| {
                columns.iter().any(|&other| other != column && self.proves(plan, total, other))
            };
            if let Some(plan) = plans.iter().find(shown) {
                self.note(plan, Reckoned::Parts, (total, column), wrong);
            } else if columns.len() == 1 {
                wrong.extend(self.lone(total, column, &plans));
            }
        }
    }

    /// Looks at a row "Resultat", where another column shows what is taken from what.
    pub(super) fn check_result(&self, result: usize, wrong: &mut Vec<Wrong>) {
        let above: Vec<usize> = (0..result).filter(|&row| self.kinds[row] == Kind::Total).collect();
        if let [one] = above[..] {
            self.check_result_of_one(result, one, wrong);
        }
        let [.., income, expenses] = above[..] else {
            self.check_result_of_pair(result, wrong);
            return;
        };
        let columns = self.numbered(result);
        for sign in [1, -1] {
            let plan = vec![(income, 1), (expenses, sign)];
            let right = columns.iter().filter(|&&column| self.proves(&plan, result, column)).count();
            // A wrong total above is told, and makes this one wrong as well.
            let told = |column: usize| {
                wrong.iter().any(|told| told.column == column && [income, expenses].contains(&told.row))
            };
            let columns: Vec<usize> =
                columns.iter().copied().filter(|&column| right > 0 && !told(column)).collect();
            for column in columns {
                if !self.adds_up(&plan, result, column) {
                    self.note(&plan, Reckoned::Left, (result, column), wrong);
                }
            }
        }
    }

    /// "Udgifter i alt 300, Indtægter -50, Resultat 250": a total and the one row below it, in a table of one column of money.
    fn check_result_of_one(&self, result: usize, total: usize, wrong: &mut Vec<Wrong>) {
        let columns = self.numbered(result);
        let ([column], true) = (&columns[..], total + 2 == result) else { return };
        let (one, other) = ((total, 1), (total + 1, 1));
        let money = is_money(self.text, &self.table.rows[..=result]);
        let told = wrong.iter().any(|told| told.column == *column);
        let (Some(first), Some(second), Some(number)) =
            (self.number(total, *column), self.number(total + 1, *column), self.number(result, *column))
        else {
            return;
        };
        let ways = if second < 0 { vec![first + second] } else { vec![first + second, first - second] };
        let explained =
            ways.iter().any(|way| (way.abs() - number.abs()).abs() <= step(self.value(result, *column)));
        // A sign before one of them says how they go together; else income and expenses do.
        let plan = if second < 0 { vec![one, other] } else { vec![one, (other.0, -1)] };
        let slip = self
            .sum(&plan, *column)
            .is_some_and(|sum| is_typing_slip(sum, number) && sum.signum() == number.signum());
        if money && !told && !explained && slip {
            self.note(&plan, Reckoned::Left, (result, *column), wrong);
        }
    }

    /// Notes that the cell is not what `plan` makes, when the difference looks like a slip.
    fn note(&self, plan: &Plan, from: Reckoned, (row, column): (usize, usize), wrong: &mut Vec<Wrong>) {
        let (Some(sum), Some(number)) = (self.sum(plan, column), self.number(row, column)) else { return };
        if self.is_slip(plan, row, column, sum) {
            let part = self.wrong_part(plan, column, number - sum);
            wrong.push(Wrong { row, column, sum, part, from, sure: true });
        }
    }

    /// The rows that `total` may add up, the likeliest first.
    fn plans(&self, total: usize) -> Vec<Plan> {
        let is = |row: usize, kind: Kind| self.kinds[row] == kind;
        let former = (0..total).rev().find(|&row| is(row, Kind::Total));
        let since = self.since_total(total);
        let mut plans = vec![plain(&since)];
        if let Some(former) = former {
            plans.push(std::iter::once(former).chain(since).map(|row| (row, 1)).collect());
            plans.push((0..total).filter(|&row| is(row, Kind::Part)).map(|row| (row, 1)).collect());
            plans.push((0..total).filter(|&row| is(row, Kind::Total)).map(|row| (row, 1)).collect());
        }
        plans.retain(|plan| plan.len() >= 2);
        plans
    }

    /// Is there any way in which rows above make the total: some of them, one left out, one taken off?
    fn is_explained(&self, total: usize, column: usize, plans: &[Plan]) -> bool {
        // A total stands for the parts above it, and both together are counted twice.
        let totals = (0..total).any(|row| self.kinds[row] == Kind::Total);
        let rows = |kinds: &[Kind]| -> Plan {
            (0..total).filter(|&row| kinds.contains(&self.kinds[row])).map(|row| (row, 1)).collect()
        };
        let alls = match totals {
            true => vec![rows(&[Kind::Part, Kind::OfWhich]), rows(&[Kind::Total, Kind::Result])],
            false => vec![rows(&[Kind::Part, Kind::OfWhich, Kind::Result])],
        };
        let suffixes = alls.iter().flat_map(|all| (0..all.len().saturating_sub(1)).map(|from| &all[from..]));
        let Some(number) = self.number(total, column) else { return true };
        // "Antal 20, Pris 35, I alt 700".
        if let [(first, _), (second, _)] = plans.first().map_or(&[][..], |plan| &plan[..])
            && let (Some(one), Some(other)) = (self.number(*first, column), self.number(*second, column))
            && i128::from(one) * i128::from(other)
                == i128::from(number) * i128::from(Quantity::whole(1).value)
        {
            return true;
        }
        let made = |plan: &[(usize, i64)]| {
            let readable: Plan =
                plan.iter().copied().filter(|&(row, _)| self.number(row, column).is_some()).collect();
            let Some(sum) = self.sum(&readable, column) else { return false };
            let near = |sum: i64| (sum - number).abs() <= self.tolerance(&readable, total, column);
            near(sum)
                || readable
                    .iter()
                    .filter_map(|&(row, _)| self.number(row, column))
                    .any(|part| part != 0 && (near(sum - part) || near(sum - 2 * part)))
        };
        let mut suffixes = suffixes;
        plans.iter().any(|plan| made(plan)) || suffixes.any(made)
    }

    /// Is `total` that of expenses, below one of income that is right, so that the parts between them are its own?
    fn is_apart(&self, total: usize, column: usize) -> bool {
        let Some(former) = (0..total).rev().find(|&row| self.kinds[row] == Kind::Total) else { return false };
        let parts = plain(&self.since_total(former));
        let words = wording();
        let pair = self.is_of(former, &words.income, &words.expenses)
            && self.is_of(total, &words.expenses, &words.income)
            || self.is_of(former, &words.expenses, &words.income)
                && self.is_of(total, &words.income, &words.expenses);
        pair && parts.len() >= 2 && self.adds_up(&parts, former, column)
    }

    /// Does the label of `row` hold one of `words`, and none of `not`?
    fn is_of(&self, row: usize, words: &[String], not: &[String]) -> bool {
        let label = self.label(row);
        holds(&label, words) && !holds(&label, not)
    }

    /// "Indtægter 220.000, Udgifter 190.000, Overskud 30.000": the two rows above are what the result is of, and no totals of others.
    fn check_result_of_pair(&self, result: usize, wrong: &mut Vec<Wrong>) {
        let Some(income) = result.checked_sub(2) else { return };
        let expenses = result - 1;
        let words = wording();
        let pair = self.is_of(income, &words.income, &words.expenses)
            && self.is_of(expenses, &words.expenses, &words.income);
        // Parts above were added up in the two rows, or something else goes into the result.
        let alone = (0..income).all(|row| self.kinds[row] == Kind::Head);
        if !pair || !alone {
            return;
        }
        for column in self.numbered(result) {
            let (Some(first), Some(second), Some(number)) =
                (self.number(income, column), self.number(expenses, column), self.number(result, column))
            else {
                continue;
            };
            let left = first.abs() - second.abs();
            let near = |sum: i64| (sum.abs() - number.abs()).abs() <= step(self.value(result, column)) * 2;
            let slip = is_digit_slip(left.abs(), number.abs(), step(self.value(result, column)))
                || is_typing_slip(left.abs(), number.abs());
            let told = wrong.iter().any(|told| told.column == column);
            if first != 0 && second != 0 && !near(left) && !near(first + second) && slip && !told {
                wrong.push(Wrong {
                    row: result,
                    column,
                    sum: left,
                    part: None,
                    from: Reckoned::Left,
                    sure: true,
                });
            }
        }
    }

    /// A total of one column, which no other column shows to be added: of money without parts of parts, or under a label that
    /// can mean nothing else.
    fn lone(&self, total: usize, column: usize, plans: &[Plan]) -> Option<Wrong> {
        let whole = wording().is_whole(&self.label(total));
        let money = is_money(self.text, &self.table.rows[..=total]);
        let figure = |&(row, _): &(usize, i64)| {
            self.value(row, column).quantity().is_some_and(|number| number.value != 0)
        };
        let taken_off = |plan: &Plan| plan.iter().any(|&(row, _)| self.number(row, column) < Some(0));
        let no_parts = (0..total).all(|row| self.kinds[row] != Kind::OfWhich);
        let since = plain(&self.since_total(total));
        let apart = since.len() >= 2 && self.is_apart(total, column);
        let plans: Vec<&Plan> = match apart {
            true => vec![&since],
            false => plans.iter().collect(),
        };
        let plans: Vec<&Plan> = plans.into_iter().filter(|plan| plan.iter().all(figure)).collect();
        let plain = (0..total).all(|row| matches!(self.kinds[row], Kind::Head | Kind::Part));
        let number = self.number(total, column)?;
        let slips = |plan: &&&Plan| {
            let Some(sum) = self.sum(plan, column) else { return false };
            let step = step(self.value(total, column));
            is_digit_slip(sum, number, step)
                || is_typing_slip(sum, number)
                || self.wrong_part(plan, column, number - sum).is_some()
        };
        let (plan, slip) = match plans.iter().find(slips) {
            Some(plan) => (*plan, true),
            None => (*plans.first()?, false),
        };
        // Of two parts that count something, a small total may well count a third.
        let typed =
            number.abs() >= Quantity::whole(LARGE).value && is_typing_slip(self.sum(plan, column)?, number);
        // "Timer i alt" below hours.
        let counted = plan.len() >= 3 && slip && wording().is_all_of_one(&self.label(total));
        let many = whole && (plan.len() >= 3 || typed) || counted;
        let readable = plain || slip && plans.len() <= 2;
        let sum = self.sum(plan, column)?;
        let part = self.wrong_part(plan, column, number - sum);
        // "Statstilskud -150.000" is taken off; where it is all but alone, the signs may mean income.
        let sure = !taken_off(plan) || whole && slip && plan.len() >= 3 && sum > 0 && number > 0;
        (no_parts && sure && readable && (money && slip || many && number > 0 && (slip || money)))
            .then_some(Wrong { row: total, column, sum, part, from: Reckoned::Parts, sure: slip })
    }
}

/// "Resultat" of one column, below "Indtægter i alt" and "Udgifter i alt" of tables before it.
pub(super) fn check_results(text: &str, tables: &[Table], told: &[TextRange], findings: &mut Findings) {
    let (mut income, mut expenses) = (None, None);
    for table in tables {
        for row in &table.rows {
            let label = row.cells.first().map_or(String::new(), |cell| text[cell.range].to_lowercase());
            let cells = row.cells.iter().skip(1).filter(|cell| cell.value != Value::Empty);
            let [cell] = cells.collect::<Vec<_>>()[..] else { continue };
            let Some(number) = cell.value.quantity() else { continue };
            if wording().is_total(&label) && label.contains("indtægt") {
                income = Some(number.value).filter(|_| !told.contains(&cell.range));
            } else if wording().is_total(&label) && label.contains("udgift") {
                expenses = Some(number.value).filter(|_| !told.contains(&cell.range));
            } else if let (true, Some(income), Some(expenses)) =
                (wording().is_result(&label), income, expenses)
            {
                let left = income - expenses.abs();
                let slip =
                    is_digit_slip(left, number.value, number.step) || is_typing_slip(left, number.value);
                if left.abs() != number.value.abs() && left > 0 && slip && !told.contains(&cell.range) {
                    report(cell.range, number.value, left, Reckoned::Left, findings);
                }
            }
        }
    }
}
