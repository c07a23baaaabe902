//! Dates that are broken at the end of a line.

use rules::danish::date::month_from;

/// "torsdag den 3." and "september 2026", "mandag den" and "26. maj 2026": is a date broken between two lines?
pub(super) fn is_broken(before: &str, next: &str) -> bool {
    let mut last = before.split_whitespace().rev();
    let mut first = next.split_whitespace();
    let (Some(end), Some(begin)) = (last.next(), first.next()) else { return false };
    let names_month = |word: &str| month_from(word.trim_end_matches(|c: char| !c.is_alphabetic())).is_some();
    if is_day(end) {
        return last.next().is_some_and(leads_to_day) && names_month(begin);
    }
    // "26. januar" and "2026."
    if names_month(end) && is_year(begin) {
        return last.next().is_some_and(is_day);
    }
    leads_to_day(end) && is_day(begin) && first.next().is_some_and(names_month)
}

fn is_day(word: &str) -> bool {
    let day = word.strip_suffix('.').and_then(|day| day.parse::<u8>().ok());
    day.is_some_and(|day| (1..=31).contains(&day))
}

fn is_year(word: &str) -> bool {
    let digits = word.trim_end_matches(['.', ',', ')', ':']);
    digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit()) && digits.starts_with(['1', '2'])
}

/// "den", "d.", "torsdag".
fn leads_to_day(word: &str) -> bool {
    let small = word.to_lowercase();
    matches!(small.as_str(), "den" | "d.") || small.ends_with("dag")
}

#[cfg(test)]
mod tests {
    use super::is_broken;

    #[test]
    fn a_date_goes_on_in_the_next_line() {
        for (before, next) in [
            ("Mødedato: Torsdag den 3.", "september 2026"),
            ("pinsedag, mandag den", "26. maj 2026."),
            ("Mødet d. 14.", "april, kl. 16"),
            ("Onsdag 7.", "oktober 2026"),
            ("Fristen er tirsdag den 26. januar", "2026."),
            ("fra 1. maj", "2026, når"),
        ] {
            assert!(is_broken(before, next), "{before} / {next}");
        }
        for (before, next) in [
            ("Dagsordenens punkt 3.", "september 2026"),
            ("som vedtaget den", "2. at planen sendes"),
            ("Det sker i maj", "2026 bliver et godt år"),
            ("Taget til efterretning den 3.", "Marsvin"),
            ("", "maj"),
        ] {
            assert!(!is_broken(before, next), "{before} / {next}");
        }
    }
}
