//! The digits of every script, and what else is read as one: "²", "₂", "②".

/// The value of a digit of any script.
pub(super) fn value(c: char) -> Option<u8> {
    if c.is_ascii() {
        return c.to_digit(10).map(|value| value as u8);
    }
    let zero = ZEROS.partition_point(|&zero| zero <= c).checked_sub(1).map(|at| ZEROS[at]);
    let after = zero.and_then(|zero| u8::try_from(u32::from(c) - u32::from(zero)).ok());
    after.filter(|value| *value < 10).or_else(|| raised(c)).or_else(|| framed(c))
}

/// Is `c` a small digit above or below the line, as a note has?
pub(super) fn is_raised(c: char) -> bool {
    !c.is_ascii() && raised(c).is_some()
}

/// Can a digit of some script begin with `byte`, or what stands for one in an address or a page? In Danish most letters
/// beyond ASCII begin with 0xc3, and most signs with 0xc2 or 0xe2; of these [`may_begin_sign`] asks the next byte.
pub(super) fn may_begin(byte: u8) -> bool {
    byte.is_ascii_digit() | (byte == b'%') | (byte == b'&') | (byte == 0xc2) | (byte >= 0xd9)
}

/// Can two bytes begin a digit, when the first is the commonest of signs?
pub(super) fn may_begin_sign(first: u8, second: u8) -> bool {
    match first {
        0xe2 => second > 0x80,
        _ => matches!(second, 0xb2 | 0xb3 | 0xb9),
    }
}

fn raised(c: char) -> Option<u8> {
    Some(match c {
        '¹' => 1,
        '²' => 2,
        '³' => 3,
        '\u{2070}' | '\u{2074}'..='\u{2079}' => after('\u{2070}', c),
        '\u{2080}'..='\u{2089}' => after('\u{2080}', c),
        _ => return None,
    })
}

/// A digit in a circle or brackets, or with a sign of its own behind it.
fn framed(c: char) -> Option<u8> {
    /// The one of each row, which eight more follow.
    const ONES: [char; 8] =
        ['\u{2460}', '\u{2474}', '\u{2488}', '\u{24f5}', '\u{2776}', '\u{2780}', '\u{278a}', '\u{1f102}'];
    if matches!(c, '\u{24ea}' | '\u{24ff}' | '\u{1f100}' | '\u{1f101}' | '\u{1f10b}' | '\u{1f10c}') {
        return Some(0);
    }
    ONES.iter().find(|one| (**one..=nth(**one, 8)).contains(&c)).map(|one| after(*one, c) + 1)
}

fn after(zero: char, c: char) -> u8 {
    (u32::from(c) - u32::from(zero)) as u8
}

fn nth(from: char, n: u32) -> char {
    char::from_u32(u32::from(from) + n).unwrap_or(from)
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
    use super::{may_begin, may_begin_sign, value};

    fn values(text: &str) -> Vec<u8> {
        text.chars().filter_map(value).collect()
    }

    #[test]
    fn digits_of_any_script_are_digits() {
        assert_eq!(values("0٣߅९０𝟗"), [0, 3, 5, 9, 0, 9]);
        assert_eq!(values("a½øⅣ…–⑩"), [0; 0]);
    }

    #[test]
    fn raised_and_framed_digits_are_digits() {
        assert_eq!(values("⁰¹²³⁴⁹₀₁₉"), [0, 1, 2, 3, 4, 9, 0, 1, 9]);
        assert_eq!(values("⓪①⑨⓿❶➀➈➊⓵⑴⒈🄁🄂🄊"), [0, 1, 9, 0, 1, 1, 9, 1, 1, 1, 1, 0, 1, 9]);
    }

    #[test]
    fn each_digit_is_known_by_its_first_bytes() {
        for c in ('\0'..=char::MAX).filter(|c| value(*c).is_some()) {
            let mut bytes = [0; 4];
            let bytes = c.encode_utf8(&mut bytes).as_bytes();
            let sign = matches!(bytes[0], 0xc2 | 0xe2);
            let seen = !sign || bytes.get(1).is_some_and(|second| may_begin_sign(bytes[0], *second));
            assert!(seen && may_begin(bytes[0]), "{c}");
        }
    }
}
