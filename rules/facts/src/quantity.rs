//! Numbers as Danes write them, as exact values: "1.283.980", "15,68", "-2,5", "(1.200)".

use text::is_space;

/// How many of the smallest unit make one.
const ONE: i64 = 10_000;

/// A number as an exact value, and how finely it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// In ten-thousandths.
    pub value: i64,
    /// What one more in the last digit written is worth: 0,1 for "2,5", 1 for "250".
    pub step: i64,
}

impl Quantity {
    /// The value of one.
    pub const ONE: i64 = ONE;

    /// Reads the number that begins `text`, without a sign; gives it and its bytes. A stop parts thousands and a comma
    /// decimals; what is written otherwise is no number that anybody can be sure of.
    pub fn read(text: &str) -> Option<(Self, usize)> {
        let bytes = text.as_bytes();
        let digits = |at: usize| bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let mut end = digits(0);
        if end == 0 || end > 12 {
            return None;
        }
        let mut value: i64 = text[..end].parse().ok()?;
        let grouped = end <= 3 && bytes[0] != b'0';
        while grouped && let Some(gap) = thousands_gap(&text[end..]) {
            value = value.checked_mul(1000)?.checked_add(text[end + gap..end + gap + 3].parse().ok()?)?;
            end += gap + 3;
        }
        value = value.checked_mul(ONE)?;
        let mut step = ONE;
        if bytes.get(end) == Some(&b',') {
            let decimals = digits(end + 1);
            if decimals > 4 {
                return None;
            }
            if decimals > 0 {
                step = ONE / 10_i64.pow(decimals as u32);
                value += text[end + 1..end + 1 + decimals].parse::<i64>().ok()? * step;
                end += 1 + decimals;
            }
        }
        // "1.5" and "1.2345" are versions, sections, or a slip that another rule tells.
        let cut = bytes.get(end) == Some(&b'.') && digits(end + 1) > 0
            || bytes.get(end) == Some(&b',') && digits(end + 1) > 0;
        (!cut).then_some((Self { value, step }, end))
    }

    /// The same number of units of `size`: "2,5" of a million.
    pub fn times(self, size: i64) -> Option<Self> {
        Some(Self { value: self.value.checked_mul(size)?, step: self.step.checked_mul(size)? })
    }

    /// A whole number of ones.
    pub fn whole(n: i64) -> Self {
        Self { value: n.saturating_mul(ONE), step: ONE }
    }

    /// As a number to reckon shares and growth with.
    pub fn as_f64(self) -> f64 {
        self.value as f64 / ONE as f64
    }

    /// Does `other` say the same as far as the coarser of the two is written?
    pub fn agrees_with(self, other: Self) -> bool {
        (self.value - other.value).abs() <= self.step.max(other.step) / 2
    }
}

/// The bytes between a group of thousands and the next: a stop or one space before three digits and no more.
fn thousands_gap(rest: &str) -> Option<usize> {
    let gap = rest.chars().next().filter(|c| *c == '.' || (is_space(*c) && *c != '\t'))?.len_utf8();
    let digits = rest[gap..].bytes().take_while(u8::is_ascii_digit).count();
    (digits == 3).then_some(gap)
}

/// Writes `value` as a Dane would: "1.300.000", "473,6".
pub fn written(value: i64) -> String {
    let whole = (value / ONE).unsigned_abs().to_string();
    let mut text = String::new();
    if value < 0 {
        text.push('-');
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    let rest = format!("{:04}", (value % ONE).unsigned_abs());
    let decimals = rest.trim_end_matches('0');
    if !decimals.is_empty() {
        text.push(',');
        text.push_str(decimals);
    }
    text
}

/// Could one wrong digit, or two that changed places, make `a` into `b`? Both are whole multiples of `step`.
pub fn is_digit_slip(a: i64, b: i64, step: i64) -> bool {
    let mut left = ((a - b) / step.max(1)).unsigned_abs();
    if left == 0 {
        return false;
    }
    while left.is_multiple_of(10) {
        left /= 10;
    }
    left < 10 || left.is_multiple_of(9) && left / 9 < 10
}

/// Could a hand that typed `a` have typed `b` by one slip: a wrong digit, two that changed places, a nought too many or too
/// few?
pub fn is_typing_slip(a: i64, b: i64) -> bool {
    a != b && (is_one_digit(a, b) || is_swap(a, b) || is_shift(a, b))
}

/// Is the one ten, a hundred or a thousand times the other: 60.000 and 600.000?
pub fn is_shift(a: i64, b: i64) -> bool {
    let (small, big) = (a.abs().min(b.abs()), a.abs().max(b.abs()));
    small > 0 && [10, 100, 1_000].iter().any(|times| small.checked_mul(*times) == Some(big))
}

/// Are `a` and `b` written with the same digits but for one: 15.000 and 16.000?
pub fn is_one_digit(a: i64, b: i64) -> bool {
    let (a, b) = (a.unsigned_abs().to_string(), b.unsigned_abs().to_string());
    a.len() == b.len() && a.bytes().zip(b.bytes()).filter(|(a, b)| a != b).count() == 1
}

/// Are `a` and `b` the same digits with two neighbours exchanged: 450.000 and 540.000?
pub fn is_swap(a: i64, b: i64) -> bool {
    // The same digits in another order are apart by a number of nines, as hardly any two numbers are.
    if !a.unsigned_abs().abs_diff(b.unsigned_abs()).is_multiple_of(9) {
        return false;
    }
    let (a, b) = (a.unsigned_abs().to_string(), b.unsigned_abs().to_string());
    let apart: Vec<usize> =
        (0..a.len().min(b.len())).filter(|&at| a.as_bytes()[at] != b.as_bytes()[at]).collect();
    let [first, second] = apart[..] else { return false };
    let (a, b) = (a.as_bytes(), b.as_bytes());
    a.len() == b.len() && second == first + 1 && a[first] == b[second] && a[second] == b[first]
}

#[cfg(test)]
mod tests {
    use super::{Quantity, is_digit_slip, is_swap, written};

    fn read(text: &str) -> Option<(String, i64, usize)> {
        Quantity::read(text).map(|(number, len)| (written(number.value), number.step, len))
    }

    #[test]
    fn danish_numbers_have_exact_values() {
        assert_eq!(read("1.283.980 kr."), Some(("1.283.980".into(), 10_000, 9)));
        assert_eq!(read("2,5 mio."), Some(("2,5".into(), 1_000, 3)));
        assert_eq!(read("1 200 000"), Some(("1.200.000".into(), 10_000, 9)));
        assert_eq!(read("2026"), Some(("2.026".into(), 10_000, 4)));
        assert_eq!(read("300, og"), Some(("300".into(), 10_000, 3)));
    }

    #[test]
    fn what_is_written_otherwise_is_no_number() {
        assert_eq!(read("1.5"), None);
        assert_eq!(read("14.09.2020"), None);
        assert_eq!(read("kr."), None);
    }

    #[test]
    fn slips_of_a_digit_are_told_from_other_differences() {
        assert!(is_digit_slip(1_200, 1_300, 1) && is_digit_slip(4_376, 4_736, 1));
        assert!(!is_digit_slip(1_200, 1_377, 1) && !is_digit_slip(5, 5, 1));
        assert!(is_swap(450_000, 540_000) && !is_swap(450_000, 460_000) && !is_swap(450, 4_500));
    }
}
