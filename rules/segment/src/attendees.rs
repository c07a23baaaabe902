//! Numbered lists of people below "Deltagere:", whose rows are no items.

use std::cell::LazyCell;

use super::titles::indentation;
use syntax::block::{Block, Class};
use syntax::numbered::numbered;
use syntax::sign::Sign;
use syntax::vocabulary::Label;
use text::{TextSize, is_space};

/// A name has so many words at most.
const MOST_WORDS: usize = 5;

/// The blocks of `text` that are rows of such lists, in their order.
pub(super) fn rows(text: &str, blocks: &[Block]) -> Vec<usize> {
    let starts = LazyCell::new(|| {
        let next = |start: &mut TextSize, block: &Block| Some(std::mem::replace(start, *start + block.len));
        blocks.iter().scan(TextSize::new(0), next).collect::<Vec<_>>()
    });
    let mut rows = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        if !matches!(block.class, Class::Label(Label::Participants | Label::Absent)) {
            continue;
        }
        let counts = |(n, block): &(usize, &Block)| {
            let own = block.numbering.filter(|own| own.form.is_plain());
            own.is_some_and(|own| usize::from(own.value) == n + 1)
        };
        let n = blocks[at + 1..].iter().enumerate().take_while(counts).count();
        let is_name = |at: usize| {
            let line = &text[blocks[at].line() + starts[at]];
            !blocks[at].shows(Sign::KnownTitle) && names_somebody(line)
        };
        if n > 0 && (at + 1..=at + n).all(is_name) {
            rows.extend(at + 1..=at + n);
        }
    }
    rows
}

/// "1. Ida Krog", "2. Bo Holm (suppleant)", "3. Kaj af Toft, kasserer".
pub(super) fn names_somebody(line: &str) -> bool {
    let Some(own) = numbered(line, indentation(line)) else { return false };
    let title = &line[own.title];
    let name = title.split([',', '(', '–', ':']).next().unwrap_or_default().trim_end_matches(is_space);
    let words = || name.split(is_space).filter(|word| !word.is_empty());
    let is_part = |word: &str| word.starts_with(char::is_uppercase) || matches!(word, "von" | "van" | "de");
    (2..=MOST_WORDS).contains(&words().count())
        && words().all(is_part)
        && words().next_back().is_some_and(|last| last.starts_with(char::is_uppercase))
        && !name.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::names_somebody;

    #[test]
    fn rows_are_names_or_titles() {
        for line in
            ["1. Ida Krog", "2) Bo Holm (suppleant)", "3. Kaj von Toft, kasserer", "4. Ida-Marie B. Holm"]
        {
            assert!(names_somebody(line), "{line}");
        }
        for line in ["1. Økonomi", "2. Valg af Bo Holm", "3. Nyt fra Ida Krog", "4. Budget 2022", "Ida Krog"]
        {
            assert!(!names_somebody(line), "{line}");
        }
    }
}
