//! What digits are by their own form, when they are as many as those of a personal number and yet none.

use super::digits::Run;

/// Is it a year of our time?
pub(crate) fn is_year(run: &Run) -> bool {
    run.len == 4 && matches!(run.digits[..2], [1, 9] | [2, 0])
}

/// Are both of these years, the first before the last: "Fra den 12. april 2026-2030"?
pub(crate) fn is_span_of_years(first: u32, last: u32) -> bool {
    const YEARS: std::ops::RangeInclusive<u32> = 1900..=2100;
    YEARS.contains(&first) && YEARS.contains(&last) && first < last
}

/// Is `number` an amount with its stop, as no personal number is written, and a year on one of its sides: "101.234, 2027"?
pub fn is_amount_and_year(number: &str) -> bool {
    let digits = |part: &str, n: usize| part.len() == n && part.bytes().all(|byte| byte.is_ascii_digit());
    let amount = |part: &str| part.split_once('.').is_some_and(|(a, b)| digits(a, 3) && digits(b, 3));
    let year = |part: &str| digits(part, 4) && (part.starts_with("19") || part.starts_with("20"));
    let parts: Vec<&str> = number.split([' ', ',', ':', ';']).filter(|part| !part.is_empty()).collect();
    matches!(parts[..], [a, b] if amount(a) && year(b) || year(a) && amount(b))
}

#[cfg(test)]
mod tests {
    use super::{is_amount_and_year, is_span_of_years};

    #[test]
    fn years_follow_each_other() {
        assert!(is_span_of_years(2026, 2030));
        assert!(!is_span_of_years(2030, 2026));
        assert!(!is_span_of_years(1961, 4285));
    }

    #[test]
    fn an_amount_has_its_stop() {
        assert!(is_amount_and_year("101.234, 2027"));
        assert!(is_amount_and_year("2027: 101.234"));
        assert!(!is_amount_and_year("101234 2027"));
        assert!(!is_amount_and_year("101.234, 4285"));
    }
}
