//! A number that no sign parts from its title: "12 Titel", "12Titel".

use crate::heading_words;
use std::ops::Range;

use super::{NumberForm, Numbered, digits, found};
use crate::title::{self, begins_title, behind_clock};
use text::is_space;

pub(super) fn bare(line: &str, number: (Range<usize>, u16), end: usize, gap: usize) -> Option<Numbered> {
    let title = number.0.end + gap;
    // "1     16.00   Velkomst"
    let timed = behind_clock(&line[title..end])
        .filter(|rest| gap > 0 && rest.starts_with("  "))
        .map(|rest| rest.trim_start_matches(is_space))
        .filter(|rest| begins_title(rest));
    let title = timed.map_or(title, |rest| end - rest.len());
    let words = &line[title..end];
    // "3D-print" and "5G" are words; "114Spørgsmål" has its number glued on.
    let glued =
        || words.chars().nth(1).is_some_and(char::is_lowercase) && words.starts_with(char::is_uppercase);
    let fits = match gap {
        0 => glued(),
        _ => {
            begins_title(words)
                || title::mark_at(words).is_some()
                || counts_things(words)
                || is_known_in_small(words)
                || behind_code(words).is_some_and(begins_title)
        }
    };
    fits.then(|| found(NumberForm::Bare, number, title..end))
}

/// "3 besøg på plejehjemmet": a number with small letters behind it, which only the lines around it can tell to be that of a title.
pub fn in_small(line: &str) -> Option<Numbered> {
    let number = super::number_at(line, 0)?;
    let rest = line[number.0.end..].strip_prefix(' ')?.trim_start_matches(is_space);
    let title = line.len() - rest.len();
    let counts = heading_words::words().counted.begin(rest) || crate::mark::is_counted(rest);
    (rest.starts_with(char::is_lowercase) && !counts)
        .then(|| found(NumberForm::Bare, number, title..line.len()))
}

/// What follows "(B)", the letters for what kind of item it is.
fn behind_code(words: &str) -> Option<&str> {
    const LONGEST: usize = 3;
    let (code, rest) = words.strip_prefix('(')?.split_once(')')?;
    let letters = (1..=LONGEST).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_uppercase());
    rest.strip_prefix(' ').filter(|_| letters)
}

/// "godkendelse af referat", a title that meetings have, in small letters.
fn is_known_in_small(words: &str) -> bool {
    const LONGEST: usize = 60;
    words.len() <= LONGEST
        && words.starts_with(char::is_lowercase)
        && heading_words::words().known.begin(words)
}

/// "80 nye boliger", a title that begins with digits: words follow, the first of which is no unit, no month and no number.
fn counts_things(words: &str) -> bool {
    const LONGEST: usize = 4;
    const SHORTEST_WORD: usize = 2;
    let n = digits(words);
    let mut rest = words.get(n..).unwrap_or("").split(' ').skip(1);
    let small = |word: &str| {
        word.chars().count() > SHORTEST_WORD && word.chars().all(|c| c.is_lowercase() && c.is_alphabetic())
    };
    (1..=LONGEST).contains(&n)
        && words[n..].starts_with(' ')
        && rest.next().is_some_and(|word| small(word) && !heading_words::words().counted.begin(word))
        && rest.next().is_some_and(|word| word.starts_with(char::is_alphabetic))
}
