//! Files that are no text: boxes of other programs, drawings, photographs. What stands in them as text is found by the
//! form of a personal number, since everything around it may be anything.

use memchr::{memchr_iter, memmem};

use crate::digits::has_digits;
use crate::flow::{Beside, Flow};

/// What a PNG begins with.
pub(crate) const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// What the boxes begin with that Word puts files of other programs in.
const BOX: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// As many letters are told on each side of a number.
const AROUND: usize = 40;

/// Are `bytes` a box with streams of another program?
pub(crate) fn is_box(bytes: &[u8]) -> bool {
    bytes.starts_with(BOX)
}

/// The archive in the box `bytes`, from where it begins: a document of today's Word or Excel is put in as it is.
pub(crate) fn archive_in(bytes: &[u8]) -> Option<&[u8]> {
    memmem::find(bytes, b"PK\x03\x04").map(|at| &bytes[at..])
}

/// Tells `flow` of what in `bytes` has the form of a personal number with its hyphen, as text of one or of two bytes a letter.
/// Ten digits in a row are too often something else where nothing around them is known.
pub(crate) fn tell(bytes: &[u8], flow: &mut Flow) {
    for hyphen in memchr_iter(b'-', bytes) {
        for width in [1, 2] {
            if let Some(words) = number_at(bytes, hyphen, width) {
                flow.aside(Beside::Data, words);
            }
        }
    }
}

/// The number whose hyphen stands at `hyphen`, with the letters around it, each of `width` bytes.
fn number_at(bytes: &[u8], hyphen: usize, width: usize) -> Option<String> {
    // Of two bytes, the first says the letter and the other is 0.
    let letter = |steps: isize| {
        let at = hyphen.checked_add_signed(steps * width as isize)?;
        let rest = bytes.get(at + 1..at + width)?;
        bytes
            .get(at)
            .copied()
            .filter(|byte| rest.iter().all(|byte| *byte == 0) && (b' '..0x7f).contains(byte))
    };
    let is_digit = |steps: isize| letter(steps).is_some_and(|letter| letter.is_ascii_digit());
    let is_number = (-6..=-1).chain(1..=4).all(is_digit) && !is_digit(-7) && !is_digit(5);
    letter(0).filter(|_| is_number)?;
    let around = AROUND as isize;
    let from = (-around..0).rev().take_while(|steps| letter(*steps).is_some()).last()?;
    Some((from..=around).map_while(letter).map(char::from).collect())
}

/// Tells `flow` of the notes that programs put into the picture in `bytes`, which nobody sees on it.
pub(crate) fn tell_picture(bytes: &[u8], flow: &mut Flow) {
    let mut rest = bytes.get(PNG.len()..).unwrap_or_default();
    while let Some((head, after)) = rest.split_first_chunk::<8>() {
        let [a, b, c, d, kind @ ..] = *head;
        let len = u32::from_be_bytes([a, b, c, d]) as usize;
        let Some(said) = after.get(..len) else { return };
        if matches!(&kind, b"tEXt" | b"iTXt") {
            let said = String::from_utf8_lossy(said).replace('\0', " ");
            said.lines()
                .filter(|line| has_digits(line))
                .for_each(|line| flow.aside(Beside::Data, line.trim()));
        }
        rest = after.get(len + PNG_CHECK..).unwrap_or_default();
    }
}

/// In bytes: the sum behind each part of a PNG.
const PNG_CHECK: usize = 4;
