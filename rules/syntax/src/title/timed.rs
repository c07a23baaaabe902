//! Times beside a title: "(15 min.)", "[19.05-19.30]", "Kl. 9.15".
//!
//! Behind the title they are part of it as it is printed, and nothing by which titles are known or compared.

use crate::heading_words::WORDS;
use danish::letters::{small, with_small};
use text::is_space;

/// `title` without the times beside it.
pub fn untimed(title: &str) -> &str {
    let title = untimed_end(&title[before_title(title)..]);
    behind_time(title).unwrap_or(title)
}

/// What follows "Kl. 9.15", "9.10-9.15:" or "kl. 9:" at the beginning of `title`, where that is a title.
fn behind_time(title: &str) -> Option<&str> {
    let kl = behind_kl(title);
    let clock = kl.unwrap_or(title).trim_start_matches(is_space);
    let hour = || {
        let rest = clock.trim_start_matches(|c: char| c.is_ascii_digit());
        (kl.is_some() && (1..=2).contains(&(clock.len() - rest.len()))).then_some(rest)
    };
    let rest = behind_clock(clock).or_else(hour)?;
    let until = rest.trim_start_matches(is_space).strip_prefix(['-', '–']);
    let until = until.map(|rest| rest.trim_start_matches(is_space)).and_then(behind_clock);
    let behind = until.unwrap_or(rest);
    let title = behind.trim_start_matches(|c: char| is_space(c) || matches!(c, ':' | '-' | '–' | '|'));
    (title.len() < behind.len() && super::begins_title(title)).then_some(title)
}

/// What follows "kl.", in letters of any size, at the start of `words`.
pub(crate) fn behind_kl(words: &str) -> Option<&str> {
    let (kl, rest) = words.split_at_checked(2)?;
    let stop = rest.strip_prefix('.').or_else(|| rest.starts_with(' ').then_some(rest))?;
    kl.eq_ignore_ascii_case("kl").then_some(stop)
}

/// What follows "14.00" at the start of `words`.
pub(crate) fn behind_clock(words: &str) -> Option<&str> {
    let bytes = words.as_bytes();
    let hours = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let minutes = bytes.get(hours + 1..hours + 3)?;
    let of_clock =
        minutes[0] < b'6' && minutes.iter().all(u8::is_ascii_digit) && (hours < 2 || bytes[..2] < b"24"[..]);
    let whole = (1..=2).contains(&hours) && matches!(bytes[hours], b'.' | b':') && of_clock;
    let rest = words.get(hours + 3..).filter(|_| whole)?;
    (!rest.starts_with(|c: char| c.is_ascii_digit() || c == '.')).then_some(rest)
}

/// The bytes of "(15 min.) " or "(kl. 9.15): ", which stands between the number and the title.
pub(crate) fn before_title(title: &str) -> usize {
    let close = title.strip_prefix(['(', '[']).and_then(|rest| rest.find([')', ']']));
    let Some(close) = close else { return 0 };
    let signs = |c: char| is_space(c) || matches!(c, ':' | '-' | '–');
    let rest = title[close + 2..].trim_start_matches(signs);
    if is_duration(&title[1..=close]) && !rest.is_empty() { title.len() - rest.len() } else { 0 }
}

/// `title` without "(15 min.)" at its end, and without who presents it behind that: "Skolens tal (15 min.) v/ Anne".
fn untimed_end(title: &str) -> &str {
    let (Some(open), Some(close)) = (title.rfind(['(', '[']), title.rfind([')', ']'])) else { return title };
    let behind = title[close + 1..].trim_start_matches(is_space);
    let presents =
        || with_small(behind, |behind| WORDS.presents.iter().any(|word| behind.starts_with(&**word)));
    let timed = (1..close).contains(&open)
        && (behind.is_empty() || presents())
        && is_duration(&title[open + 1..close]);
    if timed { title[..open].trim_end_matches(is_space) } else { title }
}

/// Do `words`, in brackets, say how long an item takes or when it begins: "15 min.", "kl. 17.00-17.15"?
fn is_duration(words: &str) -> bool {
    const LONGEST: usize = 24;
    if words.len() > LONGEST || !words.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let folded = small(words);
    let mut units = folded.split(|c: char| !c.is_alphabetic()).filter(|unit| !unit.is_empty());
    units.all(|unit| WORDS.durations.iter().any(|own| **own == *unit))
        && (words.contains(char::is_alphabetic) || words.split(['-', '–']).all(|time| is_clock(time.trim())))
}

/// "19.05", "9:30".
fn is_clock(words: &str) -> bool {
    let Some((hours, minutes)) = words.split_once(['.', ':']) else { return false };
    let below = |digits: &str, most: u8| digits.parse::<u8>().is_ok_and(|n| n < most);
    let figures = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    figures(hours) && figures(minutes) && minutes.len() == 2 && below(hours, 24) && below(minutes, 60)
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::untimed;

    #[test]
    fn when_an_item_begins_and_who_presents_it_does_not_tell_a_title_apart() {
        for written in [
            "Havnebus (19.05)",
            "Havnebus [18.00-18.05]",
            "Havnebus (45 min.) v/ Anne",
            "Havnebus (kl. 17) ved formanden",
            "Kl. 9.15 Havnebus",
            "9.10-9.15 Havnebus",
            "kl. 9: Havnebus",
            "kl. 9.10 – 9.15: Havnebus",
            "KL. 9.15: Havnebus",
        ] {
            assert_eq!(untimed(written), "Havnebus", "{written}");
            assert_eq!(&written[read(written).range], written);
        }
        for written in [
            "Havnebus (2025)",
            "Havnebus (1.250)",
            "Havnebus (linje 9) v/ Anne",
            "Havnebus (25.30)",
            "Kl. 9 mødes vi",
            "9.15 tager bussen af sted",
            "9.500 Kroner",
        ] {
            assert_eq!(untimed(written), written);
        }
    }

    #[test]
    fn a_time_between_the_number_and_the_title_is_no_part_of_it() {
        for written in [
            "(19:05) Havnebus",
            "[10 min.] Havnebus",
            "(kl. 9.15): Havnebus",
            "(10 min.) - Havnebus",
            "[9.10-9.20]: Havnebus",
        ] {
            assert_eq!(&written[read(written).range], "Havnebus", "{written}");
        }
    }
}
