//! Laws of the scanners on random texts, above all texts made of what they look for.

use proptest::prelude::*;
use text::TextRange;

use super::abbreviations::wrong_forms;
use super::clock::times;
use super::date::{dates, weekday_from};
use super::letters::{border_after, border_before, fold};
use super::sentences::sentences;
use super::words::words;

const PIECES: [&str; 66] = [
    "den ",
    "d. ",
    "d ",
    "D.",
    "tirsdag",
    "Onsdag ",
    "søndag,",
    "marts",
    "Maj",
    " maj ",
    "januar",
    "jan.",
    "sept.",
    " ",
    "\u{a0}",
    "\u{202f}",
    "\t",
    "\n",
    "\r\n",
    ".",
    ",",
    "-",
    "–",
    "/",
    ":",
    " og ",
    " til ",
    "til og med ",
    "kl.",
    "Kl. ",
    "KL ",
    "klokken ",
    "8",
    "8.",
    "31",
    "2021",
    "1.283",
    "08-03-2021",
    "7/3",
    "2022-06-07",
    "å",
    "a\u{30a}",
    "Ærø",
    "bl.a.",
    "ca.",
    "mio.kr",
    "cand.scient.",
    "A",
    "J.",
    "§",
    "”",
    "(",
    ")",
    "?",
    "!",
    "...",
    "…",
    "'",
    "’",
    "😀",
    "\u{301}",
    "%",
    "kr.",
    "2000",
    "00",
    "99",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => proptest::sample::select(PIECES.as_slice()).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// The ranges lie in the text, between characters, hold something, and follow each other.
fn check_order(text: &str, ranges: impl Iterator<Item = TextRange>) {
    let mut end = 0.into();
    for range in ranges {
        assert!(range.start() >= end && !text[range].is_empty(), "{range:?} in {text:?}");
        end = range.end();
    }
}

fn check(text: &str) {
    check_order(text, dates(text).map(|date| date.range));
    check_order(text, times(text).map(|time| time.range));
    check_order(text, words(text).map(|word| word.range));
    check_order(text, sentences(text));
    check_order(text, wrong_forms(text).map(|wrong| wrong.range));
    for offset in 0..=text.len() as u32 + 1 {
        border_before(text, offset.into());
        border_after(text, offset.into());
    }
    fold(text);
}

fn check_parts(text: &str) {
    for date in dates(text) {
        assert_eq!(text[date.day_range].parse(), Ok(date.day));
        assert!(date.range.contains_range(date.day_range));
        assert!(date.shared || date.range.contains_range(date.month_range));
        assert!(
            date.weekday.is_none_or(|weekday| weekday_from(&text[weekday.range]) == Some(weekday.weekday))
        );
        assert!(date.ordinal_stop.is_none_or(|stop| &text[stop] == "."));
        assert!(date.year_range.is_none_or(|year| text[year].parse::<i16>().is_ok()));
        assert!(date.date().is_none() || date.exists());
    }
    for time in times(text) {
        assert!(time.range.contains_range(time.digits_range));
        assert!(time.time().is_none() || time.exists());
    }
    for sentence in sentences(text) {
        assert_eq!(text[sentence].trim(), &text[sentence]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn no_text_makes_a_scanner_fail(text in ".{0,60}") {
        check(&text);
    }

    #[test]
    fn the_parts_of_a_mention_are_what_they_say(text in text()) {
        check(&text);
        check_parts(&text);
    }
}
