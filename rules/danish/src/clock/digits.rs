//! The digits of a time: what they mean, whether they can be a time, and the second half of a range.

use super::{Kl, KlForm, Separator, TimeMention};
use crate::letters::{after_digits, after_spaces, char_at, char_before, is_word_part, number, range};

/// The digits of a time.
#[derive(Clone, Copy)]
pub(super) struct Clock {
    start: usize,
    pub(super) end: usize,
    hour: u8,
    minute: Option<u8>,
    second: Option<u8>,
    separator: Separator,
}

impl Clock {
    pub(super) fn read(text: &str, start: usize) -> Option<Clock> {
        let end = after_digits(text.as_bytes(), start);
        let value = number(&text[start..end])?;
        let clock = Clock { start, end, hour: 0, minute: None, second: None, separator: Separator::None };
        match end - start {
            1..=2 => Some(Clock { hour: value as u8, ..clock }.with_minute(text)),
            4 => Some(Clock { hour: (value / 100) as u8, minute: Some((value % 100) as u8), ..clock }),
            _ => None,
        }
    }

    fn with_minute(self, text: &str) -> Clock {
        let separator = match text.as_bytes().get(self.end) {
            Some(b'.') => Separator::Stop,
            Some(b':') => Separator::Colon,
            _ => return self,
        };
        let Some((minute, end)) = two_digits(text, self.end + 1) else { return self };
        let clock = Clock { minute: Some(minute), end, separator, ..self };
        match two_digits(text, end + 1) {
            Some((second, second_end)) if text.as_bytes()[end] == text.as_bytes()[self.end] => {
                Clock { second: Some(second), end: second_end, ..clock }
            }
            _ => clock,
        }
    }

    /// The second half of "17-19", "19.00-23.55", "8.00 - 9.00", "16.00 til 17.00".
    pub(super) fn partner(self, text: &str, introduced: bool) -> Option<Clock> {
        let sign = after_spaces(text, self.end);
        let rest = &text[sign..];
        let length = match rest.as_bytes() {
            [b'-', ..] => 1,
            [0xe2, 0x80, 0x93, ..] => 3,
            [b't', b'i', b'l', ..] if sign > self.end => 3,
            _ => return None,
        };
        let start = after_spaces(text, sign + length);
        let spaced = sign > self.end && start > sign + length;
        let glued_word = rest.starts_with("til") && start == sign + length;
        if glued_word || !text[start..].starts_with(|char: char| char.is_ascii_digit()) {
            return None;
        }

        let clock = Clock::read(text, start).filter(|clock| may_end(text, clock.end))?;
        let same_kind = clock.minute.is_some() && clock.separator == self.separator;
        // "Mødet slut kl. 21 - 3 punkter udsat" holds no range; nor do ratios.
        let runs_on = clock.minute.is_none() && (self.hour..=24).contains(&clock.hour);
        let certain =
            same_kind || (runs_on && (!spaced || self.minute.is_none())) || (introduced && clock.has_sign());
        (certain && (introduced || clock.minute.is_none() || clock.exists())).then_some(clock)
    }

    fn has_sign(self) -> bool {
        self.separator != Separator::None
    }

    fn exists(self) -> bool {
        self.mention(None, false).exists()
    }

    /// "KL. 98 kommuner" speaks of Kommunernes Landsforening; "kl 2022" is no time.
    pub(super) fn fits(self, kl: Kl, word: &str) -> bool {
        let all_capitals = word.starts_with("KL");
        let four_digits = self.minute.is_some() && kl.form == KlForm::NoStop;
        self.has_sign() || !(all_capitals || four_digits)
    }

    /// Without "kl." only what can hardly be a ratio: "16:45", "9:30".
    pub(super) fn stands_alone(self, partner: Option<Clock>) -> bool {
        let two_digits = matches!(self.end - self.start, 5 | 8);
        let likely = two_digits || (self.hour >= 5 && self.minute.is_some_and(|minute| minute % 5 == 0));
        self.separator == Separator::Colon
            && self.exists()
            && (likely || partner.is_some_and(Clock::has_sign))
    }

    pub(super) fn mention(self, kl: Option<Kl>, range_partner: bool) -> TimeMention {
        let start = kl.map_or(self.start, |kl| kl.range.start().into());
        TimeMention {
            range: range(start, self.end),
            digits_range: range(self.start, self.end),
            hour: self.hour,
            minute: self.minute,
            second: self.second,
            separator: self.separator,
            kl,
            range_partner,
        }
    }
}

/// Exactly two digits at `start`, and where they end.
fn two_digits(text: &str, start: usize) -> Option<(u8, usize)> {
    let digits = text.as_bytes().get(start..start + 2)?;
    let whole = digits.iter().all(u8::is_ascii_digit)
        && !text.as_bytes().get(start + 2).is_some_and(u8::is_ascii_digit);
    whole.then(|| ((digits[0] - b'0') * 10 + digits[1] - b'0', start + 2))
}

pub(super) fn may_start(text: &str, start: usize) -> bool {
    let glue = |char: char| is_word_part(char) || ".,:-–_/\\@=+#&%§$€".contains(char);
    !char_before(text, start).is_some_and(glue)
}

pub(super) fn may_end(text: &str, end: usize) -> bool {
    let next = char_at(text, end);
    let after_next = next.and_then(|next| char_at(text, end + next.len_utf8()));
    match next {
        Some('.' | ',' | ':' | '-' | '–' | '/') => !after_next.is_some_and(|char| char.is_ascii_digit()),
        Some(char) => !is_word_part(char) && !"_\\@=+#&%§$€".contains(char),
        None => true,
    }
}
