//! How many digits a text holds: what few digits say is nobody's number.

/// A text with fewer digits names nobody by number.
pub const FEWEST_DIGITS: usize = 6;

/// Could a number that names a person stand in `text`?
pub fn has_digits(text: &str) -> bool {
    text.bytes().filter(u8::is_ascii_digit).nth(FEWEST_DIGITS - 1).is_some()
}
