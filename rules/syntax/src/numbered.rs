//! A line that begins with a number, as the heading of an item may: the form of the number, and where the title is.

mod bare;
mod bold;
mod dressed;
mod glued;
mod joined;
mod others;
mod plain;
mod rows;
#[cfg(test)]
mod tests;
mod timed;
mod within;
mod worded;
mod yearly;

use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

pub use self::bare::in_small;
use self::bold::{behind_bullet, bold_run_in, without_bold};
use self::glued::{behind_entry, behind_heading};
pub use self::joined::further_numbers;
use self::others::{
    behind_letter, coded, in_brackets, in_frame, in_parens, letter, letter_in_parens, of_body, paragraph,
    roman, small_roman,
};
use self::plain::digits_first;
use self::rows::row;
pub use self::rows::{is_time, row_with};
use self::timed::{behind_bracketed_time, behind_time, counted_behind_time};
pub use self::within::{Within, numbers_within};
use self::worded::{behind_mark, behind_title, in_words, worded};
use super::frame::framed_count;
use super::title;
use text::is_space;

/// How a number stands before a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NumberForm {
    /// "12. Titel".
    Stop,
    /// "12) Titel".
    Paren,
    /// `(12) Titel`, `[12] Titel`.
    InParens,
    /// "12: Titel", "12 : Titel".
    Colon,
    /// "12 - Titel", "12 – Titel".
    Dash,
    /// "12/ Titel", "12] Titel", "12.) Titel".
    Other,
    /// "12 Titel", "12Titel".
    Bare,
    /// "12", with the title on the next line, as where the cells of a table became lines.
    Alone,
    /// "§ 12. Titel".
    Paragraph,
    /// "IV. Titel".
    Roman,
    /// A row of a table whose first cell is the number.
    Row,
    /// "III Titel", "III: Titel": a Roman number that no stop ends.
    RomanBare,
    /// "C. Titel", "C) Titel", "C: Titel"; its value is the place in the alphabet.
    Letter,
    /// "c) Titel", "c. Titel", "(c) Titel".
    SmallLetter,
    /// "iv. Titel", "iv) Titel".
    SmallRoman,
    /// "7.2 Titel", of the seventh meeting or part.
    Decimal(u8),
    /// "12.0 Titel".
    Whole,
    /// "2.a Titel", "2b) Titel", where numbers of more than one letter are items; its value counts letters too.
    Lettered,
    /// "Sag 12/2025: Titel", "12/2025 Titel", "Sagsnr. 25/12 Titel": a number of the year, with a word before it or none.
    Yearly(bool),
    /// "25/4 Titel", the fourth of that year, where no word before it says that this is no date.
    OfYear(u8),
    /// "2/4 Titel", the second of four.
    OfAll(u8),
    /// "7/2 Titel", of the seventh meeting.
    OfMeeting(u8),
    /// "17.00-17.30 Titel": no number, but when the item begins; its value counts up from midnight.
    Timed,
    /// "B1. Titel", the first of the items under that letter.
    Coded(u8),
    /// "> 1. Titel", where a mail is answered between its lines.
    Quoted,
    /// "Titel (punkt 12)".
    Behind,
    /// "Åbent 12: Titel", "Lukket 13".
    Marked,
    /// As a house style says.
    Named,
    /// "Punkt 12: Titel", "Ad 12. Titel": the place of the word among those that are known.
    Word(u8),
}

/// The number of a line and its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Numbering {
    /// The form.
    pub form: NumberForm,
    /// The number.
    pub value: u16,
}

/// A line taken apart; ranges are bytes of the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered {
    /// What counts, and in which form.
    pub numbering: Numbering,
    /// The number as written.
    pub number: Range<usize>,
    /// What follows it, with its mark and its colon; empty where the title stands on the next line.
    pub title: Range<usize>,
    /// The number with what it is one of, where it is written alone: "3/4".
    pub(crate) whole: Option<Range<usize>>,
    /// Does the number stand in the middle of the line, behind the last entry of the contents?
    pub(crate) glued: bool,
}

#[derive(Deserialize)]
struct RawForms {
    word: Vec<WordForm>,
    numbers: InWords,
}

/// Numbers in words, each place of the row with the forms of one number: "første", "andet".
#[derive(Deserialize)]
struct InWords {
    ordinal: Vec<Vec<Box<str>>>,
    cardinal: Vec<Vec<Box<str>>>,
    /// What joins more numbers to the first: "Punkt 6, 7 og 8".
    joints: Vec<Box<str>>,
}

#[derive(Deserialize)]
struct WordForm {
    names: Vec<Box<str>>,
    #[serde(default)]
    title_below: bool,
    /// May what was said stand in the place of the title: "Ad 3. Der mangler en nøgle."?
    #[serde(default)]
    reports: bool,
    /// Is it of an item that was put in later?
    #[serde(default)]
    added: bool,
    /// Does it number items only where nothing else does: "Ansøgning 1: Titel"?
    #[serde(default)]
    rare: bool,
}

static WRITTEN: LazyLock<RawForms> = LazyLock::new(|| data::read("item_headings"));

/// In [`NumberForm::Lettered`] "2.a" is two times this and one.
pub const LETTERS: u16 = 32;

/// "**12.**", a number in bold with its title behind it, is no longer, in bytes.
const NUMBER_ALONE: usize = 8;
/// At least this long is what is told behind bold, in bytes.
const TOLD: usize = 4;

/// At most this many digits has the number of an item.
const DIGITS: usize = 4;

impl NumberForm {
    /// Does a word stand before the number?
    pub fn has_word(self) -> bool {
        matches!(self, Self::Word(_) | Self::Marked | Self::Named | Self::Yearly(true))
    }

    /// Are these digits with a sign behind them, or none?
    pub fn is_plain(self) -> bool {
        matches!(self, Self::Stop | Self::Paren | Self::Colon | Self::Dash | Self::Other | Self::Bare)
    }

    /// Does it usually number the parts of an item, or something else, and items only where nothing else does?
    pub fn is_rare(self) -> bool {
        if let Self::Word(at) = self {
            return WRITTEN.word[usize::from(at)].rare;
        }
        matches!(
            self,
            Self::Letter
                | Self::SmallLetter
                | Self::RomanBare
                | Self::Decimal(_)
                | Self::Lettered
                | Self::OfYear(_)
                | Self::OfAll(_)
                | Self::OfMeeting(_)
                | Self::SmallRoman
                | Self::Timed
                | Self::Coded(_)
                | Self::Quoted
                | Self::Behind
        )
    }

    /// Does number `next` come after number `own` of this form?
    pub fn follows(self, own: u16, next: u16) -> bool {
        let turns = || next % LETTERS == 1 && own / LETTERS + 1 == next / LETTERS;
        match self {
            Self::Timed => own < next,
            _ => own.checked_add(1) == Some(next) || self == Self::Lettered && turns(),
        }
    }

    /// Is it the same way of writing a number as `other`: "1.2 Titel" and "2.1 Titel"?
    pub fn is_like(self, other: Self) -> bool {
        self == other
            || matches!((self, other), (Self::Coded(_), Self::Coded(_)))
            || matches!((self, other), (Self::Decimal(own), Self::Decimal(next)) if own < u8::MAX && own + 1 == next)
    }

    /// Does the word say that the item came later, and counts apart from the others: "Ekstrapunkt 5"?
    pub fn is_added(self) -> bool {
        let Self::Word(at) = self else { return false };
        WRITTEN.word[usize::from(at)].added
    }

    /// May what was said stand in the place of the title: "Ad 3. Der mangler en nøgle."?
    pub fn may_report(self) -> bool {
        let Self::Word(at) = self else { return false };
        WRITTEN.word[usize::from(at)].reports
    }

    /// May the title stand on the next line?
    pub fn may_stand_alone(self) -> bool {
        let Self::Word(at) = self else { return false };
        WRITTEN.word[usize::from(at)].title_below
    }

    /// The form as one number, for a table of forms.
    pub fn code(self) -> usize {
        match self {
            Self::Stop => 0,
            Self::Paren => 1,
            Self::InParens => 2,
            Self::Colon => 3,
            Self::Dash => 4,
            Self::Other => 5,
            Self::Bare => 6,
            Self::Paragraph => 7,
            Self::Roman => 8,
            Self::Row => 9,
            Self::RomanBare => 10,
            Self::Letter => 11,
            Self::SmallLetter => 12,
            Self::Decimal(_) => 13,
            Self::Whole => 14,
            Self::Yearly(worded) => 15 + usize::from(worded),
            Self::OfYear(_) => 17,
            Self::Behind => 18,
            Self::Lettered => 19,
            Self::Alone => 20,
            Self::Marked => 21,
            Self::Named => 22,
            Self::OfAll(_) => 23,
            Self::Timed => 24,
            Self::Coded(_) => 25,
            Self::Quoted => 26,
            Self::OfMeeting(_) => 27,
            Self::SmallRoman => 28,
            Self::Word(at) => 29 + usize::from(at),
        }
    }

    /// How many forms there are.
    pub fn count() -> usize {
        29 + WRITTEN.word.len()
    }
}

impl Numbered {
    /// The number as written, where it is one of `form`: of "3/4" that is all of it, or the first of two.
    pub fn number_as(&self, form: NumberForm) -> Range<usize> {
        match (form, &self.whole) {
            (NumberForm::OfMeeting(_), Some(whole)) => whole.clone(),
            _ => self.number.clone(),
        }
    }
}

/// Takes apart `line`, whose words begin at byte `start`, behind indentation and the signs of a Markdown heading.
pub fn numbered(line: &str, start: usize) -> Option<Numbered> {
    let end = line.trim_end_matches(is_space).len().max(start);
    if let Some(found) = bold_run_in(line, start, end) {
        return Some(found);
    }
    let (start, end, cut) = without_bold(line, start, end);
    let first = *line.as_bytes().get(start).filter(|_| start < end)?;
    let found = match first {
        b'-' | b'=' | b'+' | b':' | b'<' | b'>' | 0xe2
            if let Some(inner) = framed_count(&line[start..end]) =>
        {
            return numbered(&line[..start + inner.end], start + inner.start);
        }
        b'-' | b'*' | b'=' | b'<' | b'>' | 0xe2 if let Some(found) = in_frame(line, start, end) => {
            Some(found)
        }
        b'0'..=b'9' => row(line, start, end)
            .or_else(|| counted_behind_time(line, start, end))
            .or_else(|| digits_first(line, start, end, cut))
            .or_else(|| behind_time(line, start, end)),
        b'k' | b'K' if let Some(found) = behind_time(line, start, end) => Some(found),
        b'|' => row(line, start, end),
        b'(' | b'[' if let Some((len, _)) = title::mark_at(&line[start..end]) => {
            behind_bullet(line, start + len + spaces(&line[start + len..end]), end)
        }
        b'(' | b'[' if let Some(found) = behind_letter(line, start, end) => Some(found),
        b'(' | b'[' if let Some(found) = behind_bracketed_time(line, start, end) => Some(found),
        b'(' => in_parens(line, start, end)
            .or_else(|| letter_in_parens(line, start, end))
            .or_else(|| worded::in_brackets(line, start, end)),
        b'[' => in_brackets(line, start, end).or_else(|| worded::in_brackets(line, start, end)),
        b'-' | b'*' => behind_bullet(line, after_bullet(line, start, 1)?, end),
        0xc2 if line[start..].starts_with('§') => paragraph(line, start, end),
        0xc2 if line[start..].starts_with('·') => behind_bullet(line, after_bullet(line, start, 2)?, end),
        0xc3 => behind_mark(line, start, end).or_else(|| coded(line, start, end)),
        0xe2 if line[start..].starts_with('•') => behind_bullet(line, after_bullet(line, start, 3)?, end),
        b'I' | b'V' | b'X' => roman(line, start, end).or_else(|| worded(line, start, end)),
        b'i' | b'v' | b'x' if let Some(found) = small_roman(line, start, end) => Some(found),
        b'#' => digits_first(line, start + 1, end, cut),
        b'<' | b'>' => return dressed::undressed(line, start, end),
        b'L' | b'l' if let Some(found) = behind_mark(line, start, end) => Some(found),
        _ if first.is_ascii_alphabetic() => worded(line, start, end)
            .or_else(|| letter(line, start, end))
            .or_else(|| coded(line, start, end))
            .or_else(|| of_body(line, start, end))
            .or_else(|| in_words(line, start, end)),
        _ => None,
    };
    match found {
        Some(found) => Some(behind_entry(line, &found).unwrap_or(found)),
        None => behind_heading(line, start, end).or_else(|| behind_title(line, start, end)),
    }
}

fn after_bullet(line: &str, start: usize, len: usize) -> Option<usize> {
    let rest = &line[start + len..];
    rest.starts_with(is_space).then(|| start + len + spaces(rest))
}

fn spaces(text: &str) -> usize {
    text.len() - text.trim_start_matches(is_space).len()
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// The number at byte `at`, when it is none too long.
fn number_at(line: &str, at: usize) -> Option<(Range<usize>, u16)> {
    let len = digits(&line[at..]);
    (1..=DIGITS).contains(&len).then(|| (at..at + len, line[at..at + len].parse().unwrap_or(u16::MAX)))
}

fn found(form: NumberForm, number: (Range<usize>, u16), title: Range<usize>) -> Numbered {
    let numbering = Numbering { form, value: number.1 };
    Numbered { numbering, number: number.0, title, whole: None, glued: false }
}
