//! Rows of tables that speak of closed matter, or seem to: heads of columns, opening hours, an answer under "Åben".

use super::{Guard, Line};
use crate::closed_signs::{is_column_of_closed, is_column_of_open, is_possible, names_days};
use danish::letters::small;
use data::closed::closed;
use syntax::Class;

/// A cell with "Nej" or "Ja" is no longer, in bytes, with a sign behind the word.
const LONGEST_ANSWER: usize = 12;

/// For each line of a table where that begins, for each other line itself.
fn tops(lines: &[Line<'_>]) -> Vec<usize> {
    let mut top = 0;
    let of = |(at, line): (usize, &Line<'_>)| {
        let goes_on = at > 0 && [line, &lines[at - 1]].iter().all(|line| line.block.class == Class::Table);
        top = if goes_on { top } else { at };
        top
    };
    lines.iter().enumerate().map(of).collect()
}

impl Guard<'_, '_> {
    /// Is it the first row of a table, where one cell names both kinds: "Åben/lukket"?
    pub(super) fn is_head_of_column(&self, at: usize, row: &str) -> bool {
        if at.checked_sub(1).is_some_and(|above| self.lines[above].block.class == Class::Table) {
            return false;
        }
        let names_both = |cell: &str| {
            let lower = small(cell);
            lower.contains("lukket") && (lower.contains("åben") || lower.contains("offentlig"))
        };
        let cells = || row.split(['|', '\t']).map(small).map(|cell| cell.trim().to_owned());
        let in_two =
            cells().any(|cell| is_column_of_open(&cell)) && cells().any(|cell| is_column_of_closed(&cell));
        let others: Vec<&str> = row.split('|').filter(|cell| !names_both(cell)).collect();
        let in_one = others.len() < row.split('|').count() && !others.iter().any(|cell| is_possible(cell));
        in_two || in_one
    }

    /// Is it a row of a table whose columns are days?
    pub(super) fn is_of_hours(&self, at: usize) -> bool {
        self.first_row(at).is_some_and(|top| names_days(&self.document.text()[top.block.line() + top.start]))
    }

    /// Is it a row of a table of tasks or risks, in which "Lukket" says that they are done with?
    pub(super) fn is_of_tasks(&self, at: usize) -> bool {
        let top = &self.lines[self.top(at)];
        let row = small(&self.document.text()[top.block.line() + top.start]);
        let names = |columns: &[String]| {
            let mut cells = row.split(['|', '\t']).map(|cell| cell.trim().trim_matches(['*', ':', '.']));
            cells.any(|cell| columns.iter().any(|own| own == cell))
        };
        names(&closed().signs.task_columns) && !names(&closed().signs.item_columns)
    }

    fn top(&self, at: usize) -> usize {
        self.tops.get_or_init(|| tops(self.lines))[at]
    }

    /// The first row of the table in which line `at` is another.
    fn first_row(&self, at: usize) -> Option<&Line<'_>> {
        let top = self.top(at);
        (top < at).then(|| &self.lines[top])
    }

    /// Does a cell say "L" under "Å/L"?
    pub(super) fn bears_letter_of_column(&self, at: usize) -> bool {
        let cells = |line: &Line<'_>| {
            let row = self.document.text()[line.block.line() + line.start].split(['|', '\t']);
            row.map(|cell| cell.trim().trim_matches(['.', '*']).to_owned()).collect::<Vec<_>>()
        };
        let is_letter = |(head, cell): (&String, &String)| {
            cell == "L" && closed().signs.letter_labels.contains(&small(head))
        };
        let line = &self.lines[at];
        line.block.class == Class::Table
            && self.first_row(at).is_some_and(|top| cells(top).iter().zip(&cells(line)).any(is_letter))
    }

    /// Does a cell say "Nej" under "Åben"?
    pub(super) fn says_no(&self, at: usize) -> bool {
        if self.lines[at].block.class != Class::Table {
            return false;
        }
        let cells = |line: &Line<'_>| {
            let row = small(&self.document.text()[line.block.line() + line.start]);
            row.split(['|', '\t'])
                .map(|cell| cell.trim().trim_end_matches(['?', '.', '*']).to_owned())
                .collect::<Vec<_>>()
        };
        // Most cells say more than that.
        let row = &self.document.text()[self.lines[at].block.line() + self.lines[at].start];
        if !row.split(['|', '\t']).any(|cell| (1..=LONGEST_ANSWER).contains(&cell.trim().len())) {
            return false;
        }
        // And most tables have no such column.
        let top = self.first_row(at).filter(|top| top.says.may_be || top.written.may_be);
        let Some(top) = top.map(cells) else { return false };
        let no = |(head, cell): (&String, &String)| {
            let (open, shut) = (is_column_of_open(head), is_column_of_closed(head));
            open && matches!(cell.as_str(), "nej" | "n" | "-")
                || shut && matches!(cell.as_str(), "ja" | "j" | "x" | "✓")
        };
        top.iter().zip(&cells(&self.lines[at])).any(no)
    }
}
