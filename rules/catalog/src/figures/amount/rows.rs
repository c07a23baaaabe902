//! An amount "til Strandens Beboerhus", and the row of a table whose label that is.

use facts::amounts::Amount;
use facts::quantity::{is_shift, is_swap};
use facts::tables::{Cell, Row, Table, Value, may_hold_table, tables};
use lint::PartView;
use syntax::SectionKind;

use super::super::wording::wording;
use super::{Odd, kind, link};

/// Shorter names stand in many sentences.
const SHORTEST: usize = 8;

/// Amounts of the recommendation and the decision for somebody whom a row of a table names with another one.
pub(super) fn unlike_row(view: &PartView<'_>, amounts: &[Amount]) -> Vec<Odd> {
    let settles = |amount: &&Amount| {
        matches!(kind(view, amount), Some(SectionKind::Recommendation | SectionKind::Decision))
            && !link::is_changed(view, amount)
    };
    let settled: Vec<&Amount> = amounts.iter().filter(settles).collect();
    if settled.is_empty() || !may_hold_table(view.text, view.blocks) {
        return Vec::new();
    }
    let tables = tables(view.text, view.blocks);
    let other = |amount: &Amount| odd(view, &tables, amount).or_else(|| of_total(view, &tables, amount));
    settled.into_iter().filter_map(other).collect()
}

/// "at der overføres 2,8 mio. kr.", where the one table of the item comes to 8.200 thousand.
fn of_total(view: &PartView<'_>, tables: &[Table], amount: &Amount) -> Option<Odd> {
    let is_whole = |row: &&Row| {
        row.cells.first().is_some_and(|cell| wording().is_whole(&view.text[cell.range].to_lowercase()))
    };
    let mut totals = tables.iter().flat_map(|table| &table.rows).filter(is_whole);
    let (total, None) = (totals.next()?, totals.next()) else { return None };
    let cell = total.cells.last()?;
    let value = amount.kroner.value;
    let at_scale = |cell: &Cell, scale: i64| {
        cell.value.quantity().map_or(0, |number| number.value.abs().saturating_mul(scale))
    };
    let stands = |cell: &Cell| SCALES.iter().any(|scale| at_scale(cell, *scale) == value);
    let known = tables.iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells).any(stands);
    let scale = SCALES.iter().find(|scale| is_swap(at_scale(cell, **scale), value))?;
    (!known && digits(value) >= FEWEST_DIGITS).then(|| Odd {
        range: amount.range,
        kroner: value,
        twin: cell.range,
        twin_kroner: at_scale(cell, *scale),
        sure: false,
    })
}

/// A table may be in kroner, thousands or millions.
const SCALES: [i64; 3] = [1, 1_000, 1_000_000];

/// With fewer digits that tell two numbers apart, one is easily the other with two of them exchanged.
const FEWEST_DIGITS: usize = 2;

/// How many digits `value` has before the noughts at its end.
fn digits(value: i64) -> usize {
    value.to_string().trim_end_matches('0').len()
}

fn odd(view: &PartView<'_>, tables: &[Table], amount: &Amount) -> Option<Odd> {
    let line = view.line_at(amount.range);
    let after = view.text[usize::from(amount.range.end())..usize::from(line.end())].trim_start();
    let name = after.strip_prefix("til ")?;
    let names = |row: &&Row| {
        row.cells.iter().any(|cell| {
            let words = &view.text[cell.range];
            cell.value == Value::Text && words.len() >= SHORTEST && name.starts_with(words)
        })
    };
    let mut rows = tables.iter().flat_map(|table| &table.rows).filter(names);
    let (row, None) = (rows.next()?, rows.next()) else { return None };
    let value = amount.kroner.value;
    let worth = |cell: &Cell| match cell.value {
        Value::Number(number) | Value::Kroner(number) => number.value,
        _ => 0,
    };
    if row.cells.iter().any(|cell| SCALES.iter().any(|scale| worth(cell).saturating_mul(*scale) == value)) {
        return None;
    }
    let like = |cell: &&Cell| is_swap(worth(cell), value) || is_shift(worth(cell), value);
    let mut twins = row.cells.iter().filter(like);
    let (twin, None) = (twins.next()?, twins.next()) else { return None };
    Some(Odd {
        range: amount.range,
        kroner: value,
        twin: twin.range,
        twin_kroner: worth(twin),
        sure: is_swap(worth(twin), value),
    })
}
