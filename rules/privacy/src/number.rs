//! Where ten digits can be a personal number.
//!
//! Six digits that are a day and four more, with up to eight signs between. Beside a word like "CPR" the digits may stand
//! in any groups, and the year may have its century.

#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use serde::Deserialize;

use super::dated::dated;
use super::digits::{Chain, Gap, LONGEST, MOST_SIGNS, Run, chains};
use super::distant::by_word;
use super::labelled::labelled;
use super::misread::{misread, substitute};
use super::near::near_before;
use super::table::{Columns, columns};
use super::written::by_month;
use text::needles::Needles;
use text::{TextRange, is_space};

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

/// What may be a personal number in `text`, in its order.
pub fn numbers(text: &str) -> impl Iterator<Item = Number> + use<'_> {
    chains(text).filter(Chain::is_long_enough).flat_map(move |chain| in_chain(text, &chain))
}

/// What may be a personal number in `chain`, which stands in `text`.
pub(super) fn in_chain(text: &str, chain: &Chain) -> Vec<Number> {
    let mut found = of_chain(text, chain);
    found.extend(by_word(text, chain));
    if let Some(whole) = misread(text, chain).or_else(|| substitute(text, chain)) {
        found.retain(|part| {
            part.range.end() <= whole.range.start() || whole.range.end() <= part.range.start()
        });
        found.push(whole);
        found.sort_by_key(|number| number.range.start());
    }
    found
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
    personal: Vec<String>,
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

fn of_chain(text: &str, chain: &Chain) -> Vec<Number> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < chain.runs.len() {
        let found_here = mirrored(text, chain, i).or_else(|| plain(text, chain, i));
        let found_here = found_here.or_else(|| dated(text, chain, i)).or_else(|| grouped(text, chain, i));
        match found_here.or_else(|| by_month(text, chain, i)).or_else(|| labelled(text, chain, i)) {
            Some((number, n_runs)) => {
                found.push(number);
                i += n_runs;
            }
            None => i += 1,
        }
    }
    found
}

/// Ten digits, or six and four.
fn plain(text: &str, chain: &Chain, i: usize) -> Option<(Number, usize)> {
    let first = &chain.runs[i];
    if first.len == LONGEST {
        return number(first.digits, first.range, Joint::None).map(|number| (number, 1));
    }
    let (gap, last) = (chain.gaps.get(i)?, chain.runs.get(i + 1)?);
    if first.len != 6 || last.len != 4 || gap.signs > MOST_SIGNS {
        return None;
    }
    let digits = joined(&[*first, *last])?;
    let joint = if is_signed(text, first, last) { Joint::Sign } else { joint(gap) };
    number(digits, first.range.cover(last.range), joint).map(|number| (number, 2))
}

/// Ten digits in other groups, or twelve that begin with day, month and a year of four digits.
fn grouped(text: &str, chain: &Chain, i: usize) -> Option<(Number, usize)> {
    /// Signs between two parts of a date.
    const MOST_WITHIN: usize = 3;
    let mut sum = chain.runs[i].len;
    let mut n_runs = 1;
    while sum < LONGEST {
        let (gap, next) = (chain.gaps.get(i + n_runs - 1)?, chain.runs.get(i + n_runs)?);
        let most = if sum >= 6 { MOST_SIGNS } else { MOST_WITHIN };
        if gap.signs > most || gap.line_ends > 1 || plain(text, chain, i + n_runs).is_some() {
            return None;
        }
        sum += next.len;
        n_runs += 1;
    }
    let runs = &chain.runs[i..i + n_runs];
    let digits = match sum {
        LONGEST => joined(runs)?,
        12 => without_century(runs)?,
        _ => return None,
    };
    let range = runs[0].range.cover(runs[n_runs - 1].range);
    // "12.03.2020: 54.318"
    let longer = chain.gaps.get(i + n_runs - 1).is_some_and(|gap| gap.signs <= 1 && gap.line_ends == 0);
    if longer && runs[n_runs - 1].len != 4 {
        return None;
    }
    let shape = shape(text, runs, &chain.gaps[i..i + n_runs - 1]);
    let number = number(digits, range, if shape == Shape::Signed { Joint::Sign } else { Joint::Other })?;
    let called = || follows_word(text, usize::from(range.start())) || precedes_word(text, range.end().into());
    let named = || is_plain(text, runs) && called();
    let titled = || columns(text, range) == Some(Columns::Personal);
    (shape != Shape::Other || named() || titled()).then_some((number, n_runs))
}

/// Do nothing but the signs of a date and of a list stand between `runs`, and is their end no year and stray digits?
fn is_plain(text: &str, runs: &[Run]) -> bool {
    let day_alone = matches!(runs, [.., year, last] if year.len == 4 && last.len == 2);
    let sign = |pair: &[Run]| {
        let between = &text[TextRange::new(pair[0].range.end(), pair[1].range.start())];
        !between.contains(['§', '%', '(', '"'])
    };
    !day_alone && runs.windows(2).all(sign)
}

/// How the parts of a date and what follows it are joined.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// "01.02.03-1234", "01 02 03 - 1234", "01021903-1234"
    Signed,
    /// "01.02/03-1234"
    Dated,
    Other,
}

fn shape(text: &str, runs: &[Run], gaps: &[Gap]) -> Shape {
    let lens: Vec<usize> = runs.iter().map(|run| run.len).collect();
    let sign = |at: usize| &text[TextRange::new(runs[at].range.end(), runs[at + 1].range.start())];
    match (&lens[..], gaps) {
        ([8, 4], [last]) if joint(last) == Joint::Hyphen => Shape::Signed,
        // "26 03 49 - 15 77"
        ([2, 2, 2, 2, 2], [.., last, _]) if last.dashes == 1 && last.others == 0 => {
            let spaced = [0, 1, 3].into_iter().all(|at| sign(at).chars().all(is_space));
            if spaced { Shape::Signed } else { Shape::Other }
        }
        ([2, 2, 2 | 4, 4], [first, second, last]) => {
            let dashed = joint(first) == Joint::Hyphen && joint(second) == Joint::Hyphen;
            let alike = sign(0) == sign(1);
            let signed = dashed || alike && matches!(sign(0), "." | "/");
            match joint(last) {
                Joint::Hyphen if signed => Shape::Signed,
                Joint::Hyphen => Shape::Dated,
                Joint::Space if alike && sign(0) == " " && last.dashes == 1 => Shape::Signed,
                _ => Shape::Other,
            }
        }
        _ => Shape::Other,
    }
}

/// "010203/1234", "010203 -- 1234"
fn is_signed(text: &str, day: &Run, serial: &Run) -> bool {
    let between = &text[TextRange::new(day.range.end(), serial.range.start())];
    let bracket =
        between.trim_matches(is_space) == "(" && text[usize::from(serial.range.end())..].starts_with(')');
    let quoted = between.starts_with(is_quote) && matches!(between.trim_matches(is_quote), "-" | "–");
    bracket
        || quoted
        || matches!(between, "/" | "." | "_" | "·" | ":")
        || matches!(between.trim_matches(is_space), "--" | "––" | "/")
}

/// "\"010203\"-\"1234\"" has each half in marks of its own.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '”' | '“' | '»' | '«' | '\'' | '’' | '‘')
}

/// "4321-302010" behind a sign that turns the direction, which a reader sees as "010203-1234".
fn mirrored(text: &str, chain: &Chain, i: usize) -> Option<(Number, usize)> {
    /// In bytes.
    const NEAR: usize = 80;
    let mut n_runs = 0;
    let mut sum = 0;
    while sum < LONGEST {
        sum += chain.runs.get(i + n_runs)?.len;
        n_runs += 1;
    }
    let runs = &chain.runs[i..i + n_runs];
    let mut digits = joined(runs)?;
    let start = usize::from(runs[0].range.start());
    let before = &text[text.floor_char_boundary(start.saturating_sub(NEAR))..start];
    if before.rfind('\u{202e}')? < before.rfind(['\u{202c}', '\n']).unwrap_or(0) {
        return None;
    }
    digits.reverse();
    let range = runs[0].range.cover(runs[n_runs - 1].range);
    let between = chain.gaps[i..i + n_runs - 1].last().map_or(Joint::None, joint);
    number(digits, range, between).map(|number| (number, n_runs))
}

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

/// Is the word right behind byte `at` one that says what the number is: "(cpr)", ", cpr-nr."?
fn precedes_word(text: &str, at: usize) -> bool {
    /// In bytes.
    const NEAR: usize = 24;
    let near = &text[at..text.floor_char_boundary((at + NEAR).min(text.len()))];
    let behind = near.trim_start_matches([' ', '(', ',', '[', '=']).to_lowercase();
    let word = behind.split(|c: char| c.is_whitespace() || matches!(c, ')' | ']' | ',')).next();
    let bare = word.unwrap_or_default().trim_end_matches(['.', ':']);
    let stem = ["-nr", "nr", "-nummer", "nummer"].iter().find_map(|end| bare.strip_suffix(end));
    WORDS.personal.iter().any(|personal| personal == bare || Some(personal.as_str()) == stem)
}

/// Does such a word, or one for a birth, stand near before byte `at`?
pub fn names_personal(text: &str, at: usize) -> bool {
    let near = near_before(text, at);
    // "f. 5.3.62-1234" may begin its line.
    let begins = |word: &str| near.trim_start() == word.trim_start();
    is_personal(&near) || WORDS.born.iter().any(|word| near.contains(word.as_str()) || begins(word))
}
