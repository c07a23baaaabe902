//! An amount "til Strandens Beboerhus", and the row of a table whose label that is.

use facts::amounts::Amount;
use facts::quantity::{is_shift, is_swap};
use facts::tables::{Cell, Row, Table, Value, may_hold_table, tables};
use lint::PartView;
use syntax::SectionKind;

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
    settled.into_iter().filter_map(|amount| odd(view, &tables, amount)).collect()
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
    let scales = [1, 1_000, 1_000_000];
    if row.cells.iter().any(|cell| scales.iter().any(|scale| worth(cell).saturating_mul(*scale) == value)) {
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
