//! Numbers whose digits stand under each other, as they do in narrow boxes and down a margin.
//!
//! Digits under each other are a column of a table as a rule, so only those that a hyphen divides are taken for one number;
//! and they stay on the page as they are.

use super::glyph::Glyph;

/// A sign stands so many of its sizes below the one before.
const STEP: std::ops::Range<f64> = 0.5..2.5;

/// And no further to a side.
const ASIDE: f64 = 0.7;

/// The numbers among the letters `painted` on a page.
pub(super) fn numbers(painted: &[Glyph]) -> Vec<String> {
    let mut found = Vec::new();
    let mut said = String::new();
    let mut last: Option<&Glyph> = None;
    for letter in painted.iter().filter(|letter| !letter.text.trim().is_empty()) {
        if !last.is_some_and(|last| is_below(last, letter)) {
            found.extend(is_number(&said).then(|| said.clone()));
            said.clear();
        }
        said.push_str(&letter.text);
        last = Some(letter);
    }
    found.extend(is_number(&said).then_some(said));
    found
}

fn is_below(above: &Glyph, letter: &Glyph) -> bool {
    let down = (above.from.1 - letter.from.1) / letter.size.max(1.0);
    STEP.contains(&down) && (above.from.0 - letter.from.0).abs() < ASIDE * letter.size
}

fn is_number(said: &str) -> bool {
    let n_digits = said.bytes().filter(u8::is_ascii_digit).count();
    n_digits >= 10 && said.contains(['-', '–', '\u{2010}'])
}
