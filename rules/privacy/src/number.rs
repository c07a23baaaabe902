//! A personal number as a value: its place, its form, the words that name one.

use std::sync::LazyLock;

use serde::Deserialize;

use super::digits::{Gap, LONGEST, Run};
use super::near::near_before;
use text::TextRange;
use text::needles::Needles;

/// What may be a personal number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// From its first digit to its last.
    pub range: TextRange,
    /// What stands between day and serial number.
    pub joint: Joint,
    /// The last four digits.
    pub serial: u16,
    /// Are the first six digits a day of the calendar?
    pub is_day: bool,
    /// Has the day 60 added to it, as in a substitute number?
    pub substitute: bool,
    /// The fifth digit and the sixth.
    pub year: u8,
}

impl Number {
    /// Can it be a day of these years with an hour, or with the day and month that end a period? A personal number of
    /// such a form belongs to somebody born before 1937.
    pub fn is_moment(&self) -> bool {
        let (first, last) = (self.serial / 100, self.serial % 100);
        let clock = first < 24 && last < 60;
        let day = (1..=31).contains(&first) && (1..=12).contains(&last);
        (10..=36).contains(&self.year) && (clock || day)
    }

    /// Is it a day on which somebody was born who lives, in a year that no case, order or meeting of these minutes has? Which
    /// century it is, the seventh digit tells.
    pub(super) fn is_birth(&self) -> bool {
        /// Numbers of cases begin with later years and earlier ones.
        const YEARS: std::ops::RangeInclusive<u8> = 27..=89;
        /// From this year on 4 and 9 stand for the last century.
        const OLD: u8 = 37;
        let can_be = match self.serial / 1000 {
            0..=3 => true,
            4 | 9 => self.year >= OLD,
            _ => false,
        };
        self.is_day && !self.substitute && YEARS.contains(&self.year) && can_be
    }

    /// Do its digits in `text` fit each other?
    pub fn is_checked(&self, text: &str) -> bool {
        are_checked(&text[self.range])
    }

    /// Is it a day and a time of day in `text`, and nobody's number? Whoever has such a number was born before 1937, and the digits
    /// of all of those fit each other.
    pub(super) fn is_only_moment(&self, text: &str) -> bool {
        let is_clock = self.serial / 100 < 24 && self.serial % 100 < 60;
        self.is_moment() && is_clock && !self.substitute && !self.is_checked(text)
    }
}

/// Do the ten digits in `words` fit each other by the check digit (modulus 11) that all personal numbers had up to 2007? One in
/// eleven that are given out by chance does.
pub(super) fn are_checked(words: &str) -> bool {
    const WEIGHTS: [u32; 10] = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
    let digits: Vec<u32> = words.chars().filter_map(|c| c.to_digit(10)).collect();
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    digits.len() == WEIGHTS.len() && sum.is_multiple_of(11)
}

/// What stands between the day and the serial number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// A hyphen or dash.
    Hyphen,
    /// Spaces, or a hyphen with spaces around it.
    Space,
    /// Nothing that is seen.
    None,
    /// The end of a line, behind a hyphen.
    HyphenLine,
    /// The end of a line.
    Line,
    /// A single sign such as a slash, or two hyphens; or the day itself has hyphens.
    Sign,
    /// A word such as "cpr".
    Word,
    /// A hyphen, or nothing, and letters stand for digits: "O10203-1234".
    Misread,
    /// Something else, or the digits are not six and four.
    Other,
}

/// Is `words`, in small letters, about personal numbers: "cpr-nr."?
pub fn is_personal(words: &str) -> bool {
    let act = |at: usize| WORDS.acts.iter().any(|act| words[at..].starts_with(act.as_str()));
    PERSONAL
        .find_iter(words)
        .any(|found| !act(found.end) && !counts(&words[found.start..found.end], &words[found.end..]))
}

/// "person nr. 3"
fn counts(name: &str, after: &str) -> bool {
    let number = after.trim_start_matches(['.', ' ', ':']);
    let n_digits = number.len() - number.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    name.starts_with("person") && (1..=3).contains(&n_digits)
}

/// What `rules/data/lists/cpr.toml` says of words that name a personal number.
#[derive(Deserialize)]
pub(super) struct Words {
    pub(super) personal: Vec<String>,
    pub(super) within: Vec<String>,
    pub(super) joining: Vec<String>,
    acts: Vec<String>,
    pub(super) last: Vec<String>,
    pub(super) running: Vec<String>,
    pub(super) bare_columns: Vec<String>,
    pub(super) born: Vec<String>,
    pub(super) own_things: Vec<String>,
    pub(super) substitutes: Vec<String>,
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| data::read("cpr"));

static PERSONAL: LazyLock<Needles> = LazyLock::new(|| Needles::new(&WORDS.personal));

pub(super) fn joined(runs: &[Run]) -> Option<[u8; LONGEST]> {
    let mut digits = [0; LONGEST];
    let all = runs.iter().flat_map(|run| run.digits.iter().take(run.len));
    let mut n = 0;
    for &digit in all {
        *digits.get_mut(n)? = digit;
        n += 1;
    }
    (n == LONGEST).then_some(digits)
}

/// "01.02.1903-1234"
pub(super) fn without_century(runs: &[Run]) -> Option<[u8; LONGEST]> {
    let all: Vec<u8> = runs.iter().flat_map(|run| run.digits.iter().take(run.len).copied()).collect();
    let is_serial = runs.last()?.len == 4;
    let [d, e, m, n, 1 | 2, 8 | 9 | 0, rest @ ..] = all.as_slice() else { return None };
    let [y, z, serial @ ..] = rest else { return None };
    let serial: [u8; 4] = serial.try_into().ok()?;
    let [s, t, u, v] = serial;
    is_serial.then_some([*d, *e, *m, *n, *y, *z, s, t, u, v])
}

pub(super) fn number(digits: [u8; LONGEST], range: TextRange, joint: Joint) -> Option<Number> {
    let part = |at: usize| digits[at] * 10 + digits[at + 1];
    let (day, month, year) = (part(0), part(2), part(4));
    let substitute = day > 60;
    let day = if substitute { day - 60 } else { day };
    if !(1..=31).contains(&day) || !(1..=12).contains(&month) {
        return None;
    }
    let serial = digits[6..].iter().fold(0, |sum, digit| sum * 10 + u16::from(*digit));
    Some(Number { range, joint, serial, is_day: is_day(day, month, year), substitute, year })
}

/// The century is not known, so 29 February needs only a year that divides by 4.
fn is_day(day: u8, month: u8, year: u8) -> bool {
    let leap = if year.is_multiple_of(4) { 2000 } else { 2001 };
    jiff::civil::Date::new(leap, month as i8, day as i8).is_ok()
}

pub(super) fn joint(gap: &Gap) -> Joint {
    match (gap.line_ends, gap.dashes, gap.spaces + gap.markup) {
        _ if gap.others > 0 => Joint::Other,
        (1, 1, _) => Joint::HyphenLine,
        (1, 0, _) => Joint::Line,
        (0, 1, _) if gap.spaces == 0 => Joint::Hyphen,
        (0, 1, _) | (0, 0, 1..) => Joint::Space,
        (0, 0, 0) => Joint::None,
        _ => Joint::Other,
    }
}

/// Does a word like "CPR" stand near before byte `at`?
pub(super) fn follows_word(text: &str, at: usize) -> bool {
    is_personal(&near_before(text, at))
}

/// Does such a word, or one for a birth, stand near before byte `at`?
pub fn names_personal(text: &str, at: usize) -> bool {
    let near = near_before(text, at);
    // "f. 5.3.62-1234" may begin its line.
    let begins = |word: &str| near.trim_start() == word.trim_start();
    is_personal(&near) || WORDS.born.iter().any(|word| near.contains(word.as_str()) || begins(word))
}
