//! Runs of digits, as a reader sees them, and what stands between them.
//!
//! A reader does not see a soft hyphen or the stars of Markdown, and takes every dash for a hyphen and the digits of any
//! script for digits. So signs that nobody sees are passed over, and tags, references of HTML and escapes are one sign.

use super::scripts::{is_raised, may_begin, may_begin_sign, value};
use super::signs::{Sign, aside, is_unseen, referred, sign};
use danish::letters::next_where;
use text::{TextRange, range};

/// Digits that a reader takes for one number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    pub(super) range: TextRange,
    /// How many digits.
    pub(super) len: usize,
    /// The first of them.
    pub(super) digits: [u8; LONGEST],
}

/// Digits of the day.
const DAY: usize = 6;

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

impl Chain {
    /// Can it be a personal number, or an end of one? Most numbers of minutes are too short for any of the forms: a year
    /// and the last four digits behind a month in words are six, and four alone may be the last ones.
    pub(super) fn is_long_enough(&self) -> bool {
        const SHORTEST: usize = 6;
        const LAST: usize = 4;
        self.runs.last().is_some_and(|last| last.len == LAST)
            || self.runs.iter().map(|run| run.len).sum::<usize>() >= SHORTEST
    }
}

/// At most this many signs may stand within a personal number.
pub(super) const MOST_SIGNS: usize = 8;

/// All chains of `text`, in order.
pub(super) fn chains(text: &str) -> impl Iterator<Item = Chain> + use<'_> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (chain, end) = next_chain(text, at)?;
        at = end;
        Some(chain)
    })
}

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
    while let Some(next) = next_where(text.as_bytes(), at, may_begin) {
        let sign = text.as_bytes()[next];
        if sign.is_ascii_digit() || may_be_digit(text, next) {
            return Some(next);
        }
        at = next + passed(text, next);
    }
    None
}

/// Can what stands at byte `at`, which may begin a digit, be one indeed?
fn may_be_digit(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let first = bytes[at];
    let common =
        matches!(first, 0xc2 | 0xe2) && bytes.get(at + 1).is_some_and(|next| !may_begin_sign(first, *next));
    !common && digit(text, at).is_some()
}

/// Where the next digit stands from byte `at` to byte `end`, that of a reference or in one.
pub(super) fn next_digit(text: &str, mut at: usize, end: usize) -> Option<usize> {
    while let Some(next) = next_where(&text.as_bytes()[..end], at, may_begin) {
        if digit(text, next).is_some() {
            return Some(next);
        }
        at = next + text[next..].chars().next().map_or(1, char::len_utf8);
    }
    None
}

/// The digit at byte `at` and its bytes, as a reader of the page or of the address sees it: "1", "&#49;", "%31".
pub(super) fn digit(text: &str, at: usize) -> Option<(u8, usize)> {
    let rest = &text[at..];
    let c = rest.chars().next()?;
    match c {
        '&' => referred(rest).and_then(|(c, n)| value(c).map(|value| (value, n))),
        '%' => escaped(text, at).filter(u8::is_ascii_digit).map(|byte| (byte - b'0', 3)),
        _ => value(c).map(|value| (value, c.len_utf8())),
    }
}

/// The bytes at `at` that are read as one sign, so that no digit of "&#45;" or "%2D" counts.
fn passed(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let long = match rest.as_bytes()[0] {
        b'&' => referred(rest).map(|(_, n)| n),
        b'%' => escaped(text, at).map(|_| 3),
        _ => None,
    };
    long.or_else(|| rest.chars().next().map(char::len_utf8)).unwrap_or(1)
}

/// What "%20" or "%31" at byte `at` stands for in an address, where it is no sum of percent.
fn escaped(text: &str, at: usize) -> Option<u8> {
    /// In bytes: so far back the address may begin.
    const REACH: usize = 80;
    let bytes = text.as_bytes();
    let value = |at: usize| {
        let hex = |at: usize| bytes.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        (bytes.get(at) == Some(&b'%')).then(|| Some(hex(at + 1)? * 16 + hex(at + 2)?)).flatten()
    };
    let byte = u8::try_from(value(at)?).ok().filter(|byte| (0x20..0x40).contains(byte))?;
    let before = *bytes.get(at.checked_sub(1)?)?;
    let named = before.is_ascii_alphabetic() || matches!(before, b'=' | b'/');
    let in_row = || at.checked_sub(3).and_then(value).is_some();
    let in_address = || {
        let near = &text[text.floor_char_boundary(at.saturating_sub(REACH))..at];
        near.rsplit(char::is_whitespace).next().is_some_and(|word| word.contains(['=', '/']))
    };
    (named || in_row() || (before.is_ascii_digit() && in_address())).then_some(byte)
}

/// The digits from byte `start` on, and where they end.
pub(super) fn run(text: &str, start: usize) -> (Run, usize) {
    let mut run = Run { range: range(start, start), len: 0, digits: [0; LONGEST] };
    let (mut at, mut end) = (start, start);
    let is_small = |at: usize| text[at..].chars().next().is_some_and(is_raised);
    let begins_small = is_small(start);
    let common = |at: usize| text.as_bytes().get(at).filter(|byte| !begins_small && byte.is_ascii_digit());
    loop {
        while let Some(byte) = common(at) {
            if let Some(place) = run.digits.get_mut(run.len) {
                *place = byte - b'0';
            }
            run.len += 1;
            at += 1;
            end = at;
        }
        let Some(c) = text[at..].chars().next() else { break };
        // "010203-1234²" has the mark of a note behind it.
        if let Some((value, n)) = digit(text, at).filter(|_| is_small(at) == begins_small) {
            if let Some(place) = run.digits.get_mut(run.len) {
                *place = value;
            }
            run.len += 1;
            at += n;
            end = at;
        } else if is_unseen(c) || is_emphasis(text.as_bytes(), at) {
            at += c.len_utf8();
        } else {
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
        // Nearly always a word follows.
        if rest.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) {
            return None;
        }
        if digit(text, at).is_some() {
            // The mark of a note follows at once.
            return (at > from).then_some((gap, at));
        }
        let is_first = gap.markup == 0 && gap.line_ends == 0 && len == DAY;
        let link = aside(rest).filter(|_| is_first).map(|n| (Sign::Markup, n));
        let (sign, n) = link.or_else(|| sign(rest, len))?;
        at += n;
        match sign {
            Sign::Unseen => continue,
            Sign::Space if indents => continue,
            // The line may be quoted.
            Sign::Other if indents && rest.starts_with('>') => continue,
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

#[cfg(test)]
mod tests {
    use super::next_chain;

    /// The lengths of the runs of the first chain.
    fn runs(text: &str) -> Vec<usize> {
        next_chain(text, 0).map_or(Vec::new(), |(chain, _)| chain.runs.iter().map(|run| run.len).collect())
    }

    #[test]
    fn references_and_escapes_are_read_as_digits() {
        assert_eq!(runs("&#48;&#x31;0203-&#49;234"), [6, 4]);
        assert_eq!(runs("sag?cpr=%30%31%30%32%30%33%2D%31%32%33%34"), [6, 4]);
        assert_eq!(runs("x/010%32%303-1234"), [6, 4]);
        assert_eq!(runs("fra 12%30 til"), [2, 2]);
        for n in 50..70 {
            let before = "x".repeat(n);
            assert_eq!(runs(&format!("{before} cpr=%30%31%30%32%30%33-&#49;234")), [6, 4], "{n}");
            assert_eq!(runs(&format!("{before} &#48;10203-1234")), [6, 4], "{n}");
        }
        assert_eq!(runs("Sagen er dyr&#33; og &amp; 123456"), [6]);
    }

    #[test]
    fn the_mark_of_a_note_is_no_part_of_a_number() {
        assert_eq!(runs("010203-1234² og"), [6, 4]);
        assert_eq!(runs("⁰¹⁰²⁰³-①②③④"), [6, 4]);
    }

    #[test]
    fn signs_that_nobody_sees_part_no_run() {
        assert_eq!(runs("0102**03-12**34, **12** 34, 1***2"), [6, 4, 2, 2, 1, 1]);
        assert_eq!(runs("x 01\u{200b}02\u{ad}03\u{2060}-1234"), [6, 4]);
    }

    #[test]
    fn the_target_of_a_link_a_note_and_a_comment_are_one_sign() {
        for text in ["[010203](#note)-1234", "010203[^1]-1234", "010203<!-- x -->-1234", "010203[^note]1234"]
        {
            assert_eq!(runs(text), [6, 4], "{text}");
        }
        assert_eq!(runs("[12](#a)-1234"), [2]);
        assert_eq!(runs("010203](a)](b)-1234"), [6]);
        assert_eq!(runs("010203<!-- a\nb -->-1234"), [6]);
    }

    #[test]
    fn letters_and_distance_end_a_chain() {
        assert_eq!(runs("12 og 34"), [2]);
        assert_eq!(runs("12 - - - - - 34"), [2]);
        assert_eq!(runs("12\n                 34"), [2, 2]);
        assert_eq!(runs("12<b>&#45;&ndash;34"), [2, 2]);
        assert_eq!(runs("> 010203-\n> 1234"), [6, 4]);
        assert_eq!(runs("sag%20123456%201234"), [6, 4]);
    }
}
