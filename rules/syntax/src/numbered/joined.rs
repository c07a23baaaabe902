//! Several numbers before one title: "2 og 3. Titel", "Punkt 6, 7 og 8: Titel".

use std::ops::Range;

use super::{WRITTEN, digits, spaces};
use crate::title::begins_title;
use text::is_space;

/// So many digits has each of the further numbers at most.
const DIGITS: usize = 3;

/// Where the title begins that stands behind further numbers, when the first of them ends at byte `at`.
pub(super) fn behind_joined(line: &str, at: usize, end: usize) -> Option<usize> {
    let mut last = None;
    let mut rest = line.get(at..end)?;
    loop {
        let behind = rest.strip_prefix(['.', ')']).unwrap_or(rest).trim_start_matches(is_space);
        let Some(number) = behind_joint(behind).map(|number| number.trim_start_matches(is_space)) else {
            break;
        };
        let n = digits(number);
        if !(1..=DIGITS).contains(&n) {
            break;
        }
        rest = &number[n..];
        last = Some(rest);
    }
    // A sign ends the last number, or "2 og 3 Klasser" would be one.
    let signs = last?;
    let title = signs
        .trim_start_matches(|c: char| is_space(c) || matches!(c, '.' | ':' | ')' | '-' | '–' | '—' | '|'));
    let sign = signs[..signs.len() - title.len()].contains(|c: char| !is_space(c));
    let at = end - title.len();
    (sign && spaces(&line[at..end]) == 0 && begins_title(title)).then_some(at)
}

/// What follows the sign or the word that joins two numbers.
pub(super) fn behind_joint(words: &str) -> Option<&str> {
    let joints = WRITTEN.numbers.joints.iter();
    joints.filter_map(|joint| words.strip_prefix(&**joint)).find(|rest| rest.starts_with(is_space))
}

/// The numbers that the heading `line` names behind its `first`, which ends at byte `at`, each with its place: "Punkt 2 og 3:
/// Veje", "3. Regnskab og 4. Budget". Each is the next.
pub fn further_numbers(line: &str, at: usize, first: u32) -> Vec<(u32, Range<usize>)> {
    let mut found: Vec<(u32, Range<usize>)> = Vec::new();
    let (mut last, mut behind, mut from) = (first, at, at);
    let digit = |from: usize| line.get(from..)?.find(|c: char| c.is_ascii_digit()).map(|start| from + start);
    while let Some(start) = digit(from) {
        let end = start + digits(&line[start..]);
        from = end;
        let joined = || {
            let between = line[behind..start].trim_start_matches(['.', ')']).trim_start_matches(is_space);
            behind_joint(between).is_some_and(|rest| rest.trim_start_matches(is_space).is_empty())
        };
        let titled = || {
            let title = line[end..].strip_prefix(['.', ')', ':']).unwrap_or_default();
            title.starts_with(is_space) && begins_title(title.trim_start_matches(is_space))
        };
        let apart = line[..start].ends_with(is_space);
        if apart && line[start..end].parse() == Ok(last + 1) && (joined() || titled()) {
            (last, behind) = (last + 1, end);
            found.push((last, start..end));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::further_numbers;

    fn further(line: &str) -> Vec<u32> {
        let at = line.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
        further_numbers(line, at + 1, 2).into_iter().map(|(number, _)| number).collect()
    }

    #[test]
    fn a_heading_may_name_several_numbers() {
        assert_eq!(further("Punkt 2 og 3: Veje og stier"), [3]);
        assert_eq!(further("2., 3. og 4. Valg"), [3, 4]);
        assert_eq!(further("2. Regnskab og 3. Budget"), [3]);
        assert_eq!(further("2) Regnskab, 3) Budget, 4) Valg"), [3, 4]);
    }

    #[test]
    fn other_numbers_in_a_heading_are_part_of_its_title() {
        for line in [
            "2. Lokalplan 3",
            "2. Budget for 3. kvartal",
            "2. Etape 5. Nord",
            "2. Takst 1.3",
            "2. Klub3. Hal",
        ] {
            assert!(further(line).is_empty(), "{line}");
        }
    }
}
