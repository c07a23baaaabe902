//! Titles with their text behind them on the line: in bold, before a colon, in a column of their own.

use super::{TITLE, begins_title, behind_clock, behind_kl};
use crate::heading_words::WORDS;
use danish::letters::with_small;
use text::is_space;

/// The title that `words` begins with, up to a colon with text behind it, or in bold: "**Halfordeling.** Bold vil …".
pub fn run_in(words: &str) -> Option<&str> {
    const LONGEST: usize = 40;
    const MOST_WORDS: usize = 4;
    if let Some(bold) = words.strip_prefix("**") {
        return bold_run_in(bold);
    }
    if let Some(italic) = ['*', '_'].iter().find_map(|sign| italic_run_in(words, *sign)) {
        return Some(italic);
    }
    let colon = memchr::memchr(b':', &words.as_bytes()[..words.len().min(LONGEST)])?;
    let (title, behind) = (&words[..colon], &words[colon + 1..]);
    let plain = title.chars().all(|c| c.is_alphabetic() || is_space(c) || matches!(c, '.' | '-' | '/' | '&'));
    let fits = plain && title.starts_with(char::is_uppercase) && title.split(is_space).count() <= MOST_WORDS;
    (fits && behind.starts_with(is_space) && behind.contains(char::is_alphanumeric)).then_some(title)
}

/// Does a sentence begin behind a short title and its colon, to end in the next line: "Husorden: Forslag om flere"?
pub fn tells_behind_colon(words: &str) -> bool {
    const FEWEST: usize = 2;
    let behind = run_in(words).map(|title| words[title.len() + 1..].trim_matches(is_space));
    behind.is_some_and(|behind| {
        behind.starts_with(char::is_uppercase) && behind.split(is_space).count() >= FEWEST
    })
}

/// The title in `words` whose bold began before their number: "**3. Halfordeling:** Bold vil …".
pub(super) fn closed_bold(words: &str) -> Option<&str> {
    const LONGEST: usize = 160;
    let title = BOLD.into_iter().find_map(|sign| {
        let end = words[..text::lines::floor_boundary(words, LONGEST)].find(sign)?;
        (words.matches(sign).count() % 2 == 1).then_some(&words[..end])
    })?;
    let bare = bare(title);
    let fits = bare.len() + 2 >= title.trim_end_matches(is_space).len() && begins_title(bare);
    (fits && words[title.len() + 2..].contains(char::is_alphanumeric)).then_some(bare)
}

/// `title` without the sign that ends it; the stop of "Evt." is part of the word.
fn bare(title: &str) -> &str {
    let words = title.trim_end_matches(|c| is_space(c) || c == ':');
    let abbreviates = words.ends_with('.') && with_small(words, |words| WORDS.end_in_abbreviation(words));
    if abbreviates { words } else { words.trim_end_matches(|c| is_space(c) || matches!(c, '.' | ':')) }
}

/// What bold begins and ends with.
pub(crate) const BOLD: [&str; 2] = ["**", "__"];

/// The title in `words`, which begin in bold, where text follows that is not.
pub(super) fn bold_run_in(words: &str) -> Option<&str> {
    let end = words.bytes().take(TITLE).position(|byte| byte == b'*')?;
    let (title, behind) = (&words[..end], words[end..].strip_prefix("**")?);
    let bare = bare(title);
    let sign = bare.len() < title.len() || behind.starts_with([':', '.', ' ']);
    let told = behind.trim_start_matches(|c: char| is_space(c) || matches!(c, ':' | '.' | '-' | '–'));
    let fits = sign && bare.starts_with(char::is_uppercase) && told.starts_with(char::is_alphanumeric);
    fits.then_some(bare)
}

/// The title in `words`, which begin in italics, with a colon inside them or behind: "*Siden sidst*: Bo har …".
fn italic_run_in(words: &str, sign: char) -> Option<&str> {
    let inner = words.strip_prefix(sign)?;
    let end = inner.bytes().take(TITLE).position(|byte| byte == sign as u8)?;
    let (title, behind) = (&inner[..end], &inner[end + 1..]);
    let bare = title.trim_end_matches(|c| is_space(c) || c == ':');
    let told = behind.strip_prefix(':').or_else(|| (bare.len() < title.len()).then_some(behind))?;
    let fits = bare.starts_with(char::is_uppercase) && told.starts_with(is_space);
    (fits && told.contains(char::is_alphanumeric)).then_some(bare)
}

/// Where a second column begins, which a gap of spaces parts from the title: "Kirkegården          Hækken klippes."
pub(super) fn second_column(words: &str) -> Option<usize> {
    const GAP: &str = "    ";
    // The second line of a title may stand farther in.
    let words = words.lines().next()?;
    let at = words.find(GAP)?;
    let behind = words[at..].trim_start_matches(is_space);
    let told =
        behind.contains(char::is_lowercase) && (behind.starts_with(char::is_uppercase) || is_day(behind));
    (at > 2 && (told || is_when(behind) || lasts(behind) || matches!(behind, "-" | "–"))).then_some(at)
}

/// Do `words` say when an item begins, and nothing else: "kl. 16.00", "16.00-16.15"?
fn is_when(words: &str) -> bool {
    let clock = behind_kl(words).unwrap_or(words);
    let of_clock = |part: &str| behind_clock(part.trim_matches(is_space)).is_some_and(str::is_empty);
    clock.split(['-', '–']).all(of_clock)
}

/// Do `words` begin with how long an item takes: "20 min   O"?
fn lasts(words: &str) -> bool {
    let unit = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let word = unit.trim_start_matches(is_space).split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    unit.len() < words.len() && WORDS.durations.iter().any(|own| **own == *word)
}

/// Do `words` begin with a day: "19. januar, 20. april"?
fn is_day(words: &str) -> bool {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let month = rest.strip_prefix('.').map(|rest| rest.trim_start_matches(is_space));
    let name = |rest: &str| rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    rest.len() < words.len() && month.is_some_and(|rest| danish::date::is_month(&rest[..name(rest)]))
}
