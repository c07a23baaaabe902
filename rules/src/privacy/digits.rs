//! Runs of digits, as a reader sees them, and what stands between them.
//!
//! A reader does not see a soft hyphen or the stars of Markdown, and takes every dash for a hyphen and the digits of any
//! script for digits. So signs that nobody sees are passed over, and tags, references of HTML and escapes are one sign.

use crate::text::{TextRange, range};

/// Digits that a reader takes for one number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    pub(super) range: TextRange,
    /// How many digits.
    pub(super) len: usize,
    /// The first of them.
    pub(super) digits: [u8; LONGEST],
}

/// Longer runs are no part of a personal number.
pub(super) const LONGEST: usize = 10;

/// What stands between two runs.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Gap {
    /// Signs that are seen; those that begin a line count for nothing, since a line may be indented.
    pub(super) signs: usize,
    pub(super) dashes: usize,
    pub(super) spaces: usize,
    pub(super) line_ends: usize,
    /// Signs that only Markdown and HTML read.
    pub(super) markup: usize,
    pub(super) others: usize,
}

/// Runs with nothing but a few signs between them.
#[derive(Debug, Default)]
pub(super) struct Chain {
    pub(super) runs: Vec<Run>,
    /// What follows each run but the last.
    pub(super) gaps: Vec<Gap>,
}

/// So many signs may stand within a personal number.
pub(super) const MOST_SIGNS: usize = 8;

/// The next chain from byte `at` on, and the byte to go on from.
pub(super) fn next_chain(text: &str, at: usize) -> Option<(Chain, usize)> {
    let mut chain = Chain::default();
    let mut at = first_digit(text, at)?;
    loop {
        let (run, end) = run(text, at);
        chain.runs.push(run);
        let Some((gap, next)) = gap(text, end, run.len) else { return Some((chain, end)) };
        chain.gaps.push(gap);
        at = next;
    }
}

/// Where the next digit stands that is no part of a reference such as "&#45;".
fn first_digit(text: &str, mut at: usize) -> Option<usize> {
    /// Most text has no digit, and a whole stretch of bytes is asked for one at once.
    const STRETCH: usize = 64;
    let bytes = text.as_bytes();
    while at < bytes.len() {
        let end = text.ceil_char_boundary((at + STRETCH).min(bytes.len()));
        if bytes[at..end].iter().fold(false, |any, &byte| any | may_be_digit(byte)) {
            for (i, c) in text[at..end].char_indices() {
                let after_mark = text[..at + i].ends_with("&#") || text[..at + i].ends_with("&#x");
                if value(c).is_some() && !after_mark && !is_escaped(text, at + i) {
                    return Some(at + i);
                }
            }
        }
        at = end;
    }
    None
}

/// Does a digit of some script begin with `byte`? In Danish most letters beyond ASCII begin with 0xc3, and most signs with
/// 0xe2.
fn may_be_digit(byte: u8) -> bool {
    byte.is_ascii_digit() || (byte >= 0xd9 && byte != 0xe2)
}

/// Is the digit at byte `at` a part of "%20" or "%2D" in an address, which is no sum of percent?
fn is_escaped(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let mark = match (at.checked_sub(1).map(|i| bytes[i]), at.checked_sub(2).map(|i| bytes[i])) {
        (Some(b'%'), _) => at - 1,
        (_, Some(b'%')) => at - 2,
        _ => return false,
    };
    let letter_before =
        mark > 0 && (bytes[mark - 1].is_ascii_alphabetic() || matches!(bytes[mark - 1], b'=' | b'/'));
    letter_before
        && matches!(bytes.get(mark + 1), Some(b'2' | b'3'))
        && bytes.get(mark + 2).is_some_and(u8::is_ascii_hexdigit)
}

/// The digits from byte `start` on, and where they end.
pub(super) fn run(text: &str, start: usize) -> (Run, usize) {
    let mut run = Run { range: range(start, start), len: 0, digits: [0; LONGEST] };
    let mut end = start;
    for (i, c) in text[start..].char_indices() {
        if let Some(value) = value(c) {
            if let Some(place) = run.digits.get_mut(run.len) {
                *place = value;
            }
            run.len += 1;
            end = start + i + c.len_utf8();
        } else if !is_unseen(c) && !is_emphasis(text.as_bytes(), start + i) {
            break;
        }
    }
    run.range = range(start, end);
    (run, end)
}

/// Is the star at byte `at` one of two within a number: "0102**03-12**34"?
fn is_emphasis(bytes: &[u8], at: usize) -> bool {
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let two =
        |at: usize| bytes.get(at..at + 2) == Some(b"**") && digit(at.checked_sub(1)) && digit(Some(at + 2));
    two(at) || at.checked_sub(1).is_some_and(two)
}

/// What stands from byte `from` to the next run, and where that begins, if it is near.
fn gap(text: &str, from: usize, len: usize) -> Option<(Gap, usize)> {
    let mut gap = Gap::default();
    let mut at = from;
    let mut indents = false;
    while gap.signs <= MOST_SIGNS && gap.line_ends <= 2 {
        let rest = &text[at..];
        let c = rest.chars().next()?;
        if value(c).is_some() {
            return Some((gap, at));
        }
        let (sign, n) = sign(rest, len)?;
        at += n;
        match sign {
            Sign::Unseen => continue,
            Sign::Space if indents => continue,
            Sign::Space => gap.spaces += 1,
            Sign::Dash => gap.dashes += 1,
            Sign::LineEnd => gap.line_ends += 1,
            Sign::Markup => gap.markup += 1,
            Sign::Other => gap.others += 1,
        }
        gap.signs += 1;
        indents = sign == Sign::LineEnd;
    }
    None
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Unseen,
    Space,
    Dash,
    LineEnd,
    Markup,
    Other,
}

/// The sign at the start of `rest`, which follows `len` digits, and its bytes; `None` for a letter.
fn sign(rest: &str, len: usize) -> Option<(Sign, usize)> {
    let c = rest.chars().next()?;
    let long = match c {
        '&' => reference(rest),
        '<' => tag(rest).map(|n| (Sign::Markup, n)),
        '%' if len == 6 => escape(rest),
        '\r' if rest.starts_with("\r\n") => Some((Sign::LineEnd, 2)),
        _ => None,
    };
    if long.is_some() {
        return long;
    }
    let kind = match c {
        _ if is_unseen(c) => Sign::Unseen,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Sign::LineEnd,
        _ if c.is_whitespace() => Sign::Space,
        '*' | '`' | '\\' | '~' => Sign::Markup,
        _ if is_dash(c) => Sign::Dash,
        _ if c.is_alphanumeric() => return None,
        _ => Sign::Other,
    };
    Some((kind, c.len_utf8()))
}

/// "&ndash;", "&#45;": what it stands for, as far as that matters here.
fn reference(rest: &str) -> Option<(Sign, usize)> {
    let end = rest.bytes().take(10).position(|byte| byte == b';')?;
    let name = &rest[1..end];
    let whole = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#');
    let number = match name.strip_prefix('#') {
        Some(hex) if hex.starts_with(['x', 'X']) => u32::from_str_radix(&hex[1..], 16).ok(),
        Some(decimal) => decimal.parse().ok(),
        None => None,
    };
    let kind = match (name, number.and_then(char::from_u32)) {
        ("nbsp" | "ensp" | "emsp" | "thinsp", _) => Sign::Space,
        ("ndash" | "mdash" | "minus" | "hyphen" | "dash", _) => Sign::Dash,
        ("shy" | "zwj" | "zwnj" | "lrm" | "rlm", _) => Sign::Unseen,
        (_, Some(c)) if is_dash(c) => Sign::Dash,
        (_, Some(c)) if c.is_whitespace() => Sign::Space,
        (_, Some(c)) if is_unseen(c) => Sign::Unseen,
        _ => Sign::Other,
    };
    whole.then_some((kind, end + 1))
}

/// "`<b>`", "`</span>`".
fn tag(rest: &str) -> Option<usize> {
    let opens = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    let end = rest.bytes().take(80).position(|byte| matches!(byte, b'>' | b'\n'))?;
    (opens && rest.as_bytes()[end] == b'>').then_some(end + 1)
}

/// "%20" and "%2D" in an address.
fn escape(rest: &str) -> Option<(Sign, usize)> {
    match rest.get(..3)? {
        "%20" => Some((Sign::Space, 3)),
        "%2D" | "%2d" => Some((Sign::Dash, 3)),
        _ => None,
    }
}

/// Does `c` look like a hyphen?
pub(super) fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{58a}' | '\u{5be}' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2043}'
                | '\u{207b}'
                | '\u{208b}'
                | '\u{2212}'
                | '\u{2500}'
                | '\u{2e3a}'
                | '\u{2e3b}'
                | '\u{301c}'
                | '\u{fe31}'
                | '\u{fe32}'
                | '\u{fe58}'
                | '\u{fe63}'
                | '\u{ff0d}'
                | '\u{30fc}'
                | '\u{2796}'
                | '\u{af}'
                | '\u{2c9}'
    )
}

/// Is `c` a sign that nobody sees, or one that is drawn upon the sign before it?
pub(super) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{20d0}'..='\u{20f0}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{e0000}'..='\u{e01ef}')
        || (c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}'))
}

/// The value of a digit of any script.
pub(super) fn value(c: char) -> Option<u8> {
    if c.is_ascii() {
        return c.to_digit(10).map(|value| value as u8);
    }
    let zero = ZEROS.partition_point(|&zero| zero <= c).checked_sub(1).map(|at| ZEROS[at])?;
    u8::try_from(u32::from(c) - u32::from(zero)).ok().filter(|value| *value < 10)
}

/// The zero of each script that Unicode has digits of (general category Nd), after ASCII; nine more digits follow each.
#[rustfmt::skip]
const ZEROS: &[char] = &[
    '\u{660}', '\u{6f0}', '\u{7c0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}', '\u{be6}', '\u{c66}',
    '\u{ce6}', '\u{d66}', '\u{de6}', '\u{e50}', '\u{ed0}', '\u{f20}', '\u{1040}', '\u{1090}', '\u{17e0}',
    '\u{1810}', '\u{1946}', '\u{19d0}', '\u{1a80}', '\u{1a90}', '\u{1b50}', '\u{1bb0}', '\u{1c40}', '\u{1c50}',
    '\u{a620}', '\u{a8d0}', '\u{a900}', '\u{a9d0}', '\u{a9f0}', '\u{aa50}', '\u{abf0}', '\u{ff10}', '\u{104a0}',
    '\u{10d30}', '\u{11066}', '\u{110f0}', '\u{11136}', '\u{111d0}', '\u{112f0}', '\u{11450}', '\u{114d0}',
    '\u{11650}', '\u{116c0}', '\u{11730}', '\u{118e0}', '\u{11950}', '\u{11c50}', '\u{11d50}', '\u{11da0}',
    '\u{16a60}', '\u{16ac0}', '\u{16b50}', '\u{1d7ce}', '\u{1d7d8}', '\u{1d7e2}', '\u{1d7ec}', '\u{1d7f6}',
    '\u{1e140}', '\u{1e2f0}', '\u{1e950}', '\u{1fbf0}',
];

#[cfg(test)]
mod tests {
    use super::{next_chain, value};

    /// The lengths of the runs of the first chain.
    fn runs(text: &str) -> Vec<usize> {
        next_chain(text, 0).map_or(Vec::new(), |(chain, _)| chain.runs.iter().map(|run| run.len).collect())
    }

    #[test]
    fn digits_of_any_script_are_digits() {
        assert_eq!("0٣߅९０𝟗".chars().map(value).collect::<Vec<_>>(), [0, 3, 5, 9, 0, 9].map(Some));
        assert_eq!("a²½ø".chars().filter_map(value).count(), 0);
    }

    #[test]
    fn signs_that_nobody_sees_part_no_run() {
        assert_eq!(runs("0102**03-12**34, **12** 34, 1***2"), [6, 4, 2, 2, 1, 1]);
        assert_eq!(runs("x 01\u{200b}02\u{ad}03\u{2060}-1234"), [6, 4]);
    }

    #[test]
    fn letters_and_distance_end_a_chain() {
        assert_eq!(runs("12 og 34"), [2]);
        assert_eq!(runs("12 - - - - - 34"), [2]);
        assert_eq!(runs("12\n                 34"), [2, 2]);
        assert_eq!(runs("12<b>&#45;&ndash;34"), [2, 2]);
        assert_eq!(runs("sag%20123456%201234"), [6, 4]);
    }
}
