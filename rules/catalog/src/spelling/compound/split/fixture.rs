//! A line of a case, and whether anything in it is told.

use crate::spelling::compound::RULE;
use document::fixture::check;

/// Nothing in `line` is told.
pub(super) fn silent(line: &str) {
    check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n"));
}

/// The first place of `words` in `line` is told, and nothing else.
pub(super) fn told(line: &str, words: &str) {
    let before = line.find(words).expect("the words stand in the line");
    let marks = [" ".repeat(line[..before].chars().count()), "^".repeat(words.chars().count())].concat();
    check(&RULE, &format!("\n1. Skoler\n\n{line}\n{marks}\n"));
}
