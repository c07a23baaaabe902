//! Cells of tables that say an outcome: in the row of an item, and behind the word for a decision.

use super::decided_words::decided_outcomes;
use references::outcome::Outcome;
use syntax::{Block, Class, decided, title};
use text::{TextRange, is_space, range_of};

/// In a table whose rows are items, the cells behind the title that say an outcome and nothing else; that in
/// column `asked` says what was recommended.
pub(super) fn cell_outcomes(text: &str, blocks: &[Block], asked: u8) -> Vec<(TextRange, Vec<Outcome>)> {
    const LONGEST: usize = 60;
    const MOST_WORDS: usize = 5;
    let row = blocks.first().filter(|block| block.class == Class::Table);
    let Some(line) = row.map(|row| &text[row.line()]) else { return Vec::new() };
    let cells = line.split(['|', '\t']).map(|cell| cell.trim_matches(|c| is_space(c) || c == '*'));
    let own = (1..).zip(cells).filter(|(at, _)| *at != usize::from(asked));
    let mut behind = own.map(|(_, cell)| cell).filter(|cell| !cell.is_empty());
    // "| 12. Titel | Godkendt |" has its title in the cell of the number.
    if behind.next().is_some_and(|first| first.bytes().all(|byte| !byte.is_ascii_alphabetic())) {
        behind.next();
    }
    let says = |cell: &&str| {
        let short = cell.len() <= LONGEST && cell.split(is_space).count() <= MOST_WORDS;
        cell.starts_with(char::is_uppercase) && (short || decided::says_outcome(cell))
    };
    let told = behind.filter(says).map(|cell| (range_of(text, cell), decided_outcomes(cell)));
    told.filter(|(_, outcomes)| !outcomes.is_empty()).collect()
}

/// "| Beslutning | Godkendt |": the cell behind the word for a decision, in a row of two that says an outcome.
pub(super) fn labelled_cell(row: &str) -> Option<(&str, Vec<Outcome>)> {
    let mut cells =
        row.strip_prefix('|')?.split('|').map(|cell| cell.trim_matches(|c| is_space(c) || c == '*'));
    let (name, said) = (cells.next()?, cells.next()?);
    let alone = cells.all(str::is_empty) && title::heads_decisions(name);
    let outcomes =
        if alone && said.starts_with(char::is_uppercase) { decided_outcomes(said) } else { Vec::new() };
    (!outcomes.is_empty()).then_some((said, outcomes))
}
