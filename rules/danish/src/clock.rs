//! Times of day: "kl. 15.30", "klokken 8", "16:45:00", "kl. 19.00-23.55".
//!
//! A time is read where "kl." says so, or where a colon stands between hours and minutes. "15.30" alone may be a sum
//! or a section, and is left alone; so are ratios and scales ("1:10", "50:50", "1:1000").

mod digits;

use jiff::civil::Time;
use text::TextRange;

use crate::letters::{after_digits, before_spaces, clip, is_capitalised, next_digit, range, word_before};

use digits::{Clock, may_end, may_start};

/// A time of day mentioned in a text, together with how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeMention {
    /// The whole mention, from "kl." on, if it is there.
    pub range: TextRange,
    /// The digits, with the signs between them.
    pub digits_range: TextRange,
    /// The hour, 0 to 99 (the text may be wrong).
    pub hour: u8,
    /// The minute, 0 to 99; always written with two digits.
    pub minute: Option<u8>,
    /// The second, 0 to 99; always written with two digits.
    pub second: Option<u8>,
    /// What stands between hour and minute.
    pub separator: Separator,
    /// The "kl." in front.
    pub kl: Option<Kl>,
    /// Is this the second half of a range, as in "kl. 17-19"?
    pub range_partner: bool,
}

/// What stands between hour and minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// "15.30"
    Stop,
    /// "15:30"
    Colon,
    /// "15" or "1530"
    None,
}

/// The word that introduces a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kl {
    /// How it is written.
    pub form: KlForm,
    /// The word, with its stop.
    pub range: TextRange,
    /// Is it written with a capital, as at the start of a line?
    pub capital: bool,
}

/// The forms of the word that introduces a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KlForm {
    /// "kl. 15.30"
    Kl,
    /// "kl 15.30"
    NoStop,
    /// "kl.15.30", "kl15.30"
    Glued,
    /// "klokken 15.30"
    Written,
}

impl TimeMention {
    /// Is there such a time? "kl. 24.00" is, as the end of the day.
    pub fn exists(&self) -> bool {
        self.time().is_some() || self.is_end_of_day()
    }

    /// The time, if the day has it; none for "kl. 24.00", which belongs to the next day.
    pub fn time(&self) -> Option<Time> {
        let part = |number: u8| i8::try_from(number).ok();
        Time::new(part(self.hour)?, part(self.minute.unwrap_or(0))?, part(self.second.unwrap_or(0))?, 0).ok()
    }

    fn is_end_of_day(&self) -> bool {
        self.hour == 24 && self.minute.unwrap_or(0) == 0 && self.second.unwrap_or(0) == 0
    }
}

/// All times of a text, in order; none overlaps another.
pub fn times(text: &str) -> Times<'_> {
    Times { text: clip(text), offset: 0, partner: None }
}

/// Iterator over the times of a text, made by [`times`].
#[derive(Clone, Debug)]
pub struct Times<'t> {
    text: &'t str,
    offset: usize,
    partner: Option<TimeMention>,
}

impl Iterator for Times<'_> {
    type Item = TimeMention;

    fn next(&mut self) -> Option<TimeMention> {
        if let Some(partner) = self.partner.take() {
            return Some(partner);
        }

        loop {
            let start = next_digit(self.text.as_bytes(), self.offset)?;
            self.offset = after_digits(self.text.as_bytes(), start);
            let Some((first, partner)) = self.read(start) else { continue };
            self.partner = partner;
            self.offset = partner.unwrap_or(first).range.end().into();
            return Some(first);
        }
    }
}

impl Times<'_> {
    fn read(&self, start: usize) -> Option<(TimeMention, Option<TimeMention>)> {
        let kl = kl_before(self.text, start);
        // Most numbers are neither introduced nor followed by a colon.
        if kl.is_none() && self.text.as_bytes().get(self.offset) != Some(&b':') {
            return None;
        }

        let clock = Clock::read(self.text, start)?;
        let partner = clock.partner(self.text, kl.is_some());
        let ends = partner.is_some() || may_end(self.text, clock.end);
        let certain = match kl {
            Some(kl) => clock.fits(kl, &self.text[kl.range]),
            None => may_start(self.text, start) && clock.stands_alone(partner),
        };
        (ends && certain)
            .then(|| (clock.mention(kl, false), partner.map(|partner| partner.mention(None, true))))
    }
}

fn kl_before(text: &str, start: usize) -> Option<Kl> {
    let end = before_spaces(text, start);
    let has_stop = text[..end].ends_with('.');
    let word = word_before(text, end - usize::from(has_stop));
    let word_start = end - usize::from(has_stop) - word.len();

    let form = match (word.len(), has_stop) {
        (2, _) if !word.eq_ignore_ascii_case("kl") => return None,
        (2, _) if end == start => KlForm::Glued,
        (2, true) => KlForm::Kl,
        (2, false) => KlForm::NoStop,
        (7, false) if end < start && word.eq_ignore_ascii_case("klokken") => KlForm::Written,
        _ => return None,
    };
    let before = &text[..word_start];
    // A hyphen may stand between two times: "kl. 9.30-kl. 11.00".
    let joined =
        before.strip_suffix('-').is_some_and(|before| before.ends_with(|char: char| char.is_ascii_digit()));
    let stands_free = joined || !before.ends_with(['.', '-', '_', '/', '@']);
    stands_free.then(|| Kl { form, range: range(word_start, end), capital: is_capitalised(word) })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The times of a text, each as written and with what it means.
    fn read(text: &str) -> Vec<(&str, u8, Option<u8>)> {
        times(text).map(|found| (&text[found.range], found.hour, found.minute)).collect()
    }

    fn only(text: &str) -> TimeMention {
        let found: Vec<_> = times(text).collect();
        assert_eq!(found.len(), 1, "times in {text:?}: {found:?}");
        found[0]
    }

    fn none(text: &str) {
        assert_eq!(read(text), [], "in {text:?}");
    }

    #[test]
    fn kl_introduces_a_time() {
        assert_eq!(read("Mødet slutter kl. 15.30."), [("kl. 15.30", 15, Some(30))]);
        assert_eq!(read("kl.\u{a0}8"), [("kl.\u{a0}8", 8, None)]);
        assert_eq!(read("klokken 8 på Ærø"), [("klokken 8", 8, None)]);
        assert_eq!(read("kl. 8-tiden"), [("kl. 8", 8, None)]);
        assert_eq!(read("kl. 0830"), [("kl. 0830", 8, Some(30))]);
        none("15.30");
        none("uklokkelig 8");
        none("onkl. 8");
    }

    #[test]
    fn the_forms_of_kl_are_told_apart() {
        let form = |text: &'static str| only(text).kl.map(|kl| (kl.form, kl.capital, &text[kl.range]));
        assert_eq!(form("kl. 15.30"), Some((KlForm::Kl, false, "kl.")));
        assert_eq!(form("Kl. 15.30"), Some((KlForm::Kl, true, "Kl.")));
        assert_eq!(form("kl 15.30"), Some((KlForm::NoStop, false, "kl")));
        assert_eq!(form("kl.15.30"), Some((KlForm::Glued, false, "kl.")));
        assert_eq!(form("klokken 15.30"), Some((KlForm::Written, false, "klokken")));
    }

    #[test]
    fn kommunernes_landsforening_is_no_clock() {
        none("Ifølge KL. 98 kommuner har svaret.");
        none("KL 2022");
        none("kl 2022");
        assert_eq!(read("KL. 15.30"), [("KL. 15.30", 15, Some(30))]);
    }

    #[test]
    fn a_colon_needs_no_kl() {
        let found = only("19-11-2019 16:45:00");
        assert_eq!((found.hour, found.minute, found.second), (16, Some(45), Some(0)));
        assert_eq!((found.separator, found.kl), (Separator::Colon, None));
        assert_eq!(read("Mandag, 14 september, 2020 - 17:30").len(), 1);
        assert_eq!(read("Tid: 9:30"), [("9:30", 9, Some(30))]);
    }

    #[test]
    fn ratios_and_scales_are_no_times() {
        for text in ["1:10", "1:1000", "50:50", "1:500", "3:16", "12:345", "10:20:30:40", "a12:30", "12:30b"]
        {
            none(text);
        }
    }

    #[test]
    fn the_second_half_of_a_range_is_a_time() {
        assert_eq!(read("kl. 17-19"), [("kl. 17", 17, None), ("19", 19, None)]);
        assert_eq!(read("kl. 19.00-23.55")[1], ("23.55", 23, Some(55)));
        assert_eq!(read("kl. 16-17.30")[1], ("17.30", 17, Some(30)));
        assert_eq!(read("kl. 7.30-10.")[1], ("10", 10, None));
        assert_eq!(read("kl. 8.00 - 9.00")[1], ("9.00", 9, Some(0)));
        assert_eq!(read("kl. 11.30 \u{2013} 16.00")[1], ("16.00", 16, Some(0)));
        assert_eq!(read("kl. 17 -19")[1], ("19", 19, None));
        assert_eq!(read("fra kl. 16.00 til 17.00")[1], ("17.00", 17, Some(0)));
        assert_eq!(read("9:30-11:00")[1], ("11:00", 11, Some(0)));
        assert_eq!(read("kl. 9.30-kl. 11.00")[1], ("kl. 11.00", 11, Some(0)));
        assert_eq!(read("kl. 9.00 til kl. 10.00")[1], ("kl. 10.00", 10, Some(0)));
        let partners: Vec<_> = times("kl. 17-19").map(|found| found.range_partner).collect();
        assert_eq!(partners, [false, true]);
    }

    #[test]
    fn what_follows_a_time_need_not_be_its_partner() {
        assert_eq!(read("Slut kl. 21.30 - 3 punkter udsat").len(), 1);
        assert_eq!(read("kl. 17.30 - Lukket møde").len(), 1);
        none("kl. 17-1900000");
        none("kl. 17,5");
    }

    #[test]
    fn a_time_may_be_wrong() {
        assert!(!only("kl. 25.30").exists());
        assert!(!only("kl. 12.60").exists());
        assert!(only("kl. 23.59").exists());
        assert_eq!(only("kl. 12.60").time(), None);
        assert_eq!(only("kl. 8").time(), Some(jiff::civil::time(8, 0, 0, 0)));
    }

    #[test]
    fn the_end_of_the_day_exists() {
        assert!(only("kl. 24.00").exists());
        assert!(!only("kl. 24.01").exists());
        assert_eq!(only("kl. 24.00").time(), None);
    }
}
