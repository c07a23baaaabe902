//! Where ten digits can be a personal number.
//!
//! Six digits that are a day and four more, with up to eight signs between. Beside a word like "CPR" the digits may stand
//! in any groups, and the year may have its century.

#[cfg(test)]
mod tests;

use super::dated::dated;
use super::digits::{Chain, Gap, LONGEST, MOST_SIGNS, Run, chains};
use super::distant::by_word;
use super::labelled::labelled;
use super::misread::{misread, substitute};
use super::number::{Joint, Number, WORDS, follows_word, joined, joint, number, without_century};
use super::table::{Columns, columns};
use super::written::by_month;
use text::{TextRange, is_space};

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
    let is_shaped = match shape {
        Shape::Other => false,
        // "12.05.21 1430" is a day and an hour.
        Shape::Spaced => number.is_birth(),
        _ => true,
    };
    (is_shaped || named() || titled()).then_some((number, n_runs))
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
    /// "01.02.53 1234"
    Spaced,
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
                Joint::Space if signed && lens[2] == 2 && last.dashes == 0 && last.spaces == 1 => {
                    Shape::Spaced
                }
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
