//! `privacy/cpr-number`: a personal number, in any form and anywhere.
//!
//! Ten digits whose first six are a day. Modulus 11 is not asked for: numbers given out since 2007 may fail it. A
//! hyphen makes the number certain, and so does a word like "cpr"; ten bare digits may be many other things, so
//! they are only a warning, and the words in front decide. It looks at quotations, tables and file names as well.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::data;
use crate::lint::{Check, Example, Findings, Fixes, PartView, Rule, Severity, Text};
use crate::text::{TextRange, is_space, range};
use crate::zones::ZoneSet;

pub(in crate::catalog) static RULE: Rule = Rule {
    name: "privacy/cpr-number",
    summary: Text { da: "Et CPR-nummer", en: "A CPR number (personal number)" },
    why: Text {
        da: "Et personnummer er en fortrolig oplysning og må aldrig offentliggøres. Datatilsynet har flere gange kritiseret \
             kommuner, hvis referater og bilag indeholdt personnumre.",
        en: "A personal number is confidential and must never be published. The data protection authority has criticised \
             municipalities more than once whose minutes and attachments held personal numbers.",
    },
    source: "databeskyttelsesloven § 11",
    severity: Severity::Error,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::ALL,
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Tilskud\n\nSagsfremstilling\n\nAnsøgeren (010203-1234) søger om tilskud \
                 til en forening.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Tilskud\n\nSagsfremstilling\n\nAnsøgeren søger om tilskud til en \
                forening.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

/// `data/cpr.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    personal: Vec<String>,
    other: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| data::read("cpr"));

fn check(view: &PartView<'_>, findings: &mut Findings) {
    let mut at = 0;
    while let Some(digits) = next_run(view.text.as_bytes(), at) {
        at = digits.end().into();
        let Some(number) = Number::read(view.text, digits) else { continue };
        at = number.range.end().into();
        if let Some(severity) = number.severity(view) {
            findings.report(number.range, NOTE).at_most(severity);
        }
    }
}

const NOTE: Text = Text {
    da: "Det ligner et CPR-nummer, som aldrig må offentliggøres",
    en: "This looks like a CPR number, which must never be published",
};

/// The next run of six or more digits from byte `at` on. Every such run covers a byte in six.
fn next_run(bytes: &[u8], mut at: usize) -> Option<TextRange> {
    loop {
        let probe = at + 5;
        if !bytes.get(probe)?.is_ascii_digit() {
            at = probe + 1;
            continue;
        }
        let start = bytes[..probe].iter().rposition(|b| !b.is_ascii_digit()).map_or(0, |before| before + 1);
        let len = bytes[start..].iter().take_while(|b| b.is_ascii_digit()).count();
        if len >= 6 {
            return Some(range(start, start + len));
        }
        at = start + len;
    }
}

/// Ten digits that may be a CPR number.
struct Number {
    range: TextRange,
    joint: Joint,
    /// The last four digits.
    serial: u16,
}

/// What stands between the day and the serial.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Hyphen,
    /// A space, or a hyphen with spaces around it.
    Space,
    None,
}

impl Number {
    fn read(text: &str, first: TextRange) -> Option<Self> {
        let (start, end) = (usize::from(first.start()), usize::from(first.end()));
        let (joint, serial) = match end - start {
            10 => (Joint::None, start + 6),
            6 => joint(&text[end..]).map(|(joint, len)| (joint, end + len))?,
            _ => return None,
        };
        let last = text.as_bytes().get(serial..serial + 4)?;
        if !last.iter().all(u8::is_ascii_digit) || !is_day(&text[start..start + 6]) {
            return None;
        }
        let number = Self {
            range: range(start, serial + 4),
            joint,
            serial: last.iter().fold(0, |sum, digit| sum * 10 + u16::from(digit - b'0')),
        };
        number.stands_alone(text).then_some(number)
    }

    /// Is the number no part of a longer one, of a case number or a decimal?
    fn stands_alone(&self, text: &str) -> bool {
        let mut before = text[..self.range.start().into()].chars().rev();
        let mut after = text[self.range.end().into()..].chars();
        let glue = |c: char| matches!(c, '.' | ',' | '-' | '–' | '/' | ':');
        let starts = match before.next() {
            None => true,
            Some(c) if c.is_alphanumeric() => self.follows_cpr(text),
            Some(c) if glue(c) => !before.next().is_some_and(|c| c.is_ascii_digit()),
            Some(c) if is_space(c) && self.joint == Joint::Space => {
                !before.next().is_some_and(|c| c.is_ascii_digit())
            }
            Some(c) => !matches!(c, '+' | '=' | '%' | '#'),
        };
        let ends = match after.next() {
            None => true,
            Some(c) if c.is_alphanumeric() => false,
            Some(c) if glue(c) => !after.next().is_some_and(|c| c.is_ascii_digit()),
            Some(c) if is_space(c) && self.joint == Joint::Space => {
                !after.next().is_some_and(|c| c.is_ascii_digit())
            }
            Some(_) => true,
        };
        starts && ends
    }

    /// "CPR0102031234.pdf"
    fn follows_cpr(&self, text: &str) -> bool {
        let before = &text.as_bytes()[..self.range.start().into()];
        before.len() >= 3 && before[before.len() - 3..].eq_ignore_ascii_case(b"cpr")
    }

    /// How certain it is; `None` when the words in front say that it is something else.
    fn severity(&self, view: &PartView<'_>) -> Option<Severity> {
        let line = view.line_at(self.range);
        let before = &view.text[TextRange::new(line.start(), self.range.start())];
        let before = before[before.floor_char_boundary(before.len().saturating_sub(80))..].to_lowercase();
        if names_another(&before, self.joint) {
            return None;
        }
        if WORDS.personal.iter().any(|word| before.contains(word.as_str())) {
            return Some(Severity::Error);
        }
        let in_address = view.text[word_around(view.text, self.range)].contains("://");
        // "190116-2022" may be a case number.
        let like_year = (1900..2100).contains(&self.serial);
        // Production units are numbered from 1001000000 on.
        let like_unit = self.joint == Joint::None && view.text[self.range].starts_with("10");
        match self.joint {
            Joint::Hyphen if like_year || in_address => Some(Severity::Warning),
            Joint::Hyphen => Some(Severity::Error),
            _ if in_address || self.counts_something(view.text) => None,
            _ if like_year || like_unit || view.is_opaque(self.range) => Some(Severity::Hint),
            _ => Some(Severity::Warning),
        }
    }

    /// Does a unit follow: "010203 1234 kr."?
    fn counts_something(&self, text: &str) -> bool {
        let after = text[self.range.end().into()..].trim_start_matches(is_space);
        let unit = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        after.starts_with('%') || matches!(unit, "kr" | "kroner" | "pct" | "m2" | "m²" | "m3" | "kWh" | "stk")
    }
}

/// What parts the six digits from the four, and its bytes.
fn joint(rest: &str) -> Option<(Joint, usize)> {
    let gap = |text: &str| text.len() - text.trim_start_matches(is_space).len();
    let before = gap(rest);
    let hyphen = rest[before..].chars().next().filter(|c| matches!(c, '-' | '\u{2010}' | '\u{2011}' | '–'));
    let Some(hyphen) = hyphen else {
        return (1..=3).contains(&before).then_some((Joint::Space, before));
    };
    let sign = before + hyphen.len_utf8();
    let after = gap(&rest[sign..]);
    let joint = if before + after == 0 { Joint::Hyphen } else { Joint::Space };
    (before + after <= 6).then_some((joint, sign + after))
}

/// Are six digits a day, month and year? The century is not known, so 29 February needs only a year that divides by 4.
fn is_day(digits: &str) -> bool {
    let part = |at: usize| digits.get(at..at + 2).and_then(|part| part.parse::<i8>().ok());
    let (Some(day), Some(month), Some(year)) = (part(0), part(2), part(4)) else { return false };
    let leap = if year % 4 == 0 { 2000 } else { 2001 };
    jiff::civil::Date::new(leap, month, day).is_ok()
}

/// Do the words in front name another kind of number: "sagsnr.", "P-nr.:", "konto nr."?
fn names_another(before: &str, joint: Joint) -> bool {
    let parts = |c: char| is_space(c) || matches!(c, ':' | '(' | ')' | ',' | ';');
    // In a list of such numbers the word stands before the first of them.
    let listed = |word: &str| {
        matches!(word, "" | "og" | "samt") || word.bytes().filter(u8::is_ascii_digit).count() == 10
    };
    let mut words = before.split(parts).rev().filter(|word| !listed(word));
    let last = words.next().unwrap_or("");
    let numbered = matches!(last, "nr." | "nr" | "nummer" | "numre" | "id" | "no.");
    let named = if numbered { words.next().unwrap_or("") } else { last };
    // "I sagen 010203-1234" may well be a person's.
    let case = named.starts_with("sag") && (numbered || joint == Joint::None);
    case || WORDS.other.iter().any(|other| named.starts_with(other.as_str()))
}

fn word_around(text: &str, at: TextRange) -> TextRange {
    let (start, end) = (usize::from(at.start()), usize::from(at.end()));
    let from = text.floor_char_boundary(start.saturating_sub(200));
    let to = text.floor_char_boundary((end + 200).min(text.len()));
    let start = text[from..start].rfind(char::is_whitespace).map_or(from, |found| from + found);
    let end = text[end..to].find(char::is_whitespace).map_or(to, |found| end + found);
    range(start, end)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::fixture::check;
    use crate::lint::Severity;

    fn severities(text: &str) -> Vec<Severity> {
        let document = crate::fixture::document("generel", &RULE, text);
        document.diagnostics().iter().map(|diagnostic| diagnostic.severity).collect()
    }

    #[test]
    fn flags_a_number_wherever_it_stands() {
        check(
            &RULE,
            "
Byrådet
Afbud: Ole Holm, 010203-1234
                 ^^^^^^^^^^^ Det ligner et CPR-nummer

Punkt 1: Ansøgning fra 311299-4321
                       ^^^^^^^^^^^

En ansøger (010203-1234), en anden 010203–1234 og ”hendes nummer er 290204-0000”.
            ^^^^^^^^^^^
                                   ^^^^^^^^^^^
                                                                    ^^^^^^^^^^^
| Ole | 010203-1234 | Tilskud |
        ^^^^^^^^^^^

Bilag

Bilag 1: ansøgning_010203-1234.pdf
                   ^^^^^^^^^^^
",
        );
    }

    #[test]
    fn a_hyphen_or_a_word_makes_it_certain() {
        assert_eq!(severities("Punkt 1: A\n\n(010203-1234)\n"), [Severity::Error]);
        assert_eq!(
            severities("Punkt 1: A\n\ncpr.nr. 0102031234 og CPR-nummer: 010203 1234\n"),
            [Severity::Error; 2]
        );
        assert_eq!(
            severities("Punkt 1: A\n\nOle Holm 0102031234 og Ida Holm 010203 1234\n"),
            [Severity::Warning; 2]
        );
        assert_eq!(severities("Punkt 1: A\n\narkiv 190116-2022\n"), [Severity::Warning]);
        assert_eq!(
            severities("Punkt 1: A\n\nenhed 1003041234 og scan 2206071230.pdf\n"),
            [Severity::Hint; 2]
        );
    }

    #[test]
    fn the_message_repeats_no_digit() {
        let document = crate::fixture::document("generel", &RULE, "Punkt 1: A\n\n(010203-1234)\n");
        for found in document.diagnostics() {
            assert!(!found.note.da.contains(|c: char| c.is_ascii_digit()), "{found:?}");
            assert!(!found.note.en.contains(|c: char| c.is_ascii_digit()), "{found:?}");
        }
    }

    #[test]
    fn ignores_what_is_no_day() {
        check(
            &RULE,
            "Punkt 1: A\n\n320203-1234, 011303-1234, 290203-1234, 010203-123, 010203-12345 og 1010203-1234.\n",
        );
    }

    #[test]
    fn a_label_of_something_else_does_not_hide_it() {
        let text = "Punkt 1: A\n\nOle Holm, telefon 12345678, 010203-1234, sagen 010203-1234\n";
        assert_eq!(severities(text), [Severity::Error; 2]);
    }

    #[test]
    fn ignores_numbers_of_cases_phones_companies_and_accounts() {
        check(
            &RULE,
            "
Punkt 1: A

Sagsnr.: 010203-1234, sag nr. 0102031234, dok.nr. 0102031234
85.02.02-P35-12-22, 330-2018-3619, 21-014448, 2020-016062, 20/33839
tlf. 4510203040, P-numre 1003041234, 1003041235 og 1103041235, P-nr.: 1003041234, EAN 5790001020304, CVR-nr. 10203040
konto 0102031234, faktura 0102031234, matr.nr. 0102031234
https://www.example.dk/?id=0102031234
",
        );
    }

    #[test]
    fn ignores_parts_of_longer_numbers_and_amounts() {
        check(
            &RULE,
            "
Punkt 1: A

1.010203-1234, 010203-1234-5, 010203-1234.5, 12 010203 1234, 010203 1234 5678, 010203 1234 kr.
0102031234,50 og 0102031234%, A0102031234, 010203-1234K
",
        );
    }
}
