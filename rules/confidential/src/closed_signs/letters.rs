//! Letters that look like ours, as ours, and signs that show nothing, left out.

use std::borrow::Cow;

/// `line` without signs that show nothing, and with letters of other alphabets and wide ones as ours.
pub(super) fn plain_letters(line: &str) -> Cow<'_, str> {
    // "æ", "ø" and "å" begin with none of these bytes.
    let may_be_odd = |byte: u8| {
        (byte == 0xc2) | (byte == 0xc4) | (byte == 0xe2) | (byte == 0xef) | (byte.wrapping_sub(0xcd) < 5)
    };
    // No early end, so that many bytes are looked at in one step.
    let odd = line.bytes().fold(0, |odd, byte| odd | u8::from(may_be_odd(byte)));
    if odd == 0 || !line.chars().any(|c| !c.is_ascii() && is_odd(c)) {
        return Cow::Borrowed(line);
    }
    Cow::Owned(line.chars().filter(|c| !shows_nothing(*c)).map(own_letter).collect())
}

fn is_odd(c: char) -> bool {
    shows_nothing(c) || own_letter(c) != c
}

/// Does `c` show nothing, whatever stands around it?
fn shows_nothing(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// The letter that `c` looks like.
fn own_letter(c: char) -> char {
    match c {
        'а' => 'a',
        'е' => 'e',
        'о' => 'o',
        'к' | 'ĸ' | 'κ' => 'k',
        'т' | 'τ' => 't',
        'р' => 'p',
        'с' => 'c',
        'υ' => 'u',
        'К' | 'Κ' => 'K',
        'Е' | 'Ε' => 'E',
        'Т' | 'Τ' => 'T',
        'І' => 'I',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{a0}' | '\u{2007}' | '\u{202f}' => ' ',
        _ => c,
    }
}
