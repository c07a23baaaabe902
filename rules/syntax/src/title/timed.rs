//! Times in brackets beside a title, which are no part of it: "(15 min.)", "[19.05-19.30]".

use crate::heading_words::WORDS;
use danish::letters::{small, with_small};
use text::is_space;

/// The bytes of "(15 min.)" and the spaces behind it, which `title` begins with.
pub(super) fn timed(title: &str) -> usize {
    let close = title.strip_prefix(['(', '[']).and_then(|rest| rest.find([')', ']']));
    let Some(close) = close else { return 0 };
    let behind = &title[close + 2..];
    let rest = behind.trim_start_matches(is_space);
    if is_duration(&title[1..=close]) && !rest.is_empty() { title.len() - rest.len() } else { 0 }
}

/// `title` without "(15 min.)" at its end, and without who presents it behind that: "Skolens tal (15 min.) v/ Anne".
pub(super) fn untimed(title: &str) -> &str {
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

    #[test]
    fn when_an_item_begins_and_who_presents_it_is_no_part_of_a_title() {
        for written in [
            "Havnebus (19.05)",
            "(19:05) Havnebus",
            "Havnebus [18.00-18.05]",
            "[10 min.] Havnebus",
            "(19.05-19.30) Havnebus",
            "Havnebus (45 min.) v/ Anne",
            "Havnebus (kl. 17) ved formanden",
        ] {
            assert_eq!(&written[read(written).range], "Havnebus", "{written}");
        }
        for written in
            ["Havnebus (2025)", "Havnebus (1.250)", "Havnebus (linje 9) v/ Anne", "Havnebus (25.30)"]
        {
            assert_eq!(&written[read(written).range], written);
        }
    }
}
