//! A comma or a full stop that stands twice: "Ida, , Bo", "i morgen.."

use lint::PartView;
use text::{TextRange, range};

/// The two signs that begin with the one at `at`, if one of them is too many.
pub(super) fn around(view: &PartView<'_>, at: usize) -> Option<TextRange> {
    let bytes = view.text.as_bytes();
    let sign = bytes[at];
    let next = |n: usize| bytes.get(at + n).copied();
    let end = match (sign, next(1), next(2)) {
        (b',', Some(b','), _) => at + 2,
        (b',', Some(b' '), Some(b',')) => at + 3,
        (b'.', Some(b'.'), _) => at + 2,
        _ => return None,
    };
    let word = view.text[..at].chars().rev().take_while(|c| c.is_alphabetic()).count();
    // Three stops leave something out, and two in a path or a number mean something else.
    let alone = view.char_after(end).is_none_or(char::is_whitespace);
    let enough = if sign == b'.' { word >= SHORTEST } else { word > 0 };
    let found = range(at, end);
    (alone && enough && view.is_prose(found)).then_some(found)
}

/// A shorter word before a stop may be an abbreviation, in letters.
const SHORTEST: usize = 4;
