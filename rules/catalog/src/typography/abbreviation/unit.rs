//! A unit glued to its number: "25.000kr", "8stk.".

use danish::letters::is_word_part;
use lint::PartView;
use text::{TextRange, range};

/// Units that are abbreviations and stand behind a number.
const UNITS: [(&str, &str); 4] = [("kr", "kr."), ("stk", "stk."), ("mio", "mio."), ("mia", "mia.")];

/// The number and the unit that is glued to it at the end of the letters and digits at `run`, and how they are written.
pub(super) fn around(view: &PartView<'_>, run: TextRange) -> Option<(TextRange, String)> {
    let text = view.text;
    let word = &text[run];
    let &(unit, right) = UNITS.iter().find(|(unit, _)| word.ends_with(unit))?;
    let digits = &word[..word.len() - unit.len()];
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let before = &text[..run.start().into()];
    let number = before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    // "A4.25kr" is the name of something, and so may be "x-25kr".
    let free = !number.ends_with(|c: char| is_word_part(c) || matches!(c, '-' | '/' | '_' | '@'));
    let end = usize::from(run.end());
    let stop = usize::from(text[end..].starts_with('.'));
    let goes_on = text[end + stop..].starts_with(is_word_part) || text[end..].starts_with(['-', '/', '@']);
    let written = &text[number.len()..end - unit.len()];
    (free && !goes_on && written.starts_with(|c: char| c.is_ascii_digit()))
        .then(|| (range(number.len(), end + stop), format!("{written} {right}")))
}
