//! Digits first: "12. Titel", "12) Titel", "12 - Titel", "12/2025 Titel".

use super::bare::bare;
use super::joined::behind_joined;
use super::others::{coded_behind, decimal, lettered, of_all};
use super::worded::ordinal;
use super::yearly::yearly;
use super::{NumberForm, Numbered, found, number_at, spaces};
use crate::mark::{is_counted, speaks_of_range};
use crate::title::begins_title;
use text::is_space;

/// "12. Titel" and its kin. `cut` is where bold ends behind the number.
pub(super) fn digits_first(line: &str, start: usize, end: usize, cut: Option<usize>) -> Option<Numbered> {
    let number = number_at(line, start)?;
    let rest = &line[number.0.end..end];
    // "**12** Titel".
    if cut == Some(number.0.end) {
        return bare(line, number, end, 2 + spaces(rest.get(2..)?));
    }
    if let Some(title) = behind_joined(line, number.0.end, end) {
        let form = match rest.as_bytes()[0] {
            b')' => NumberForm::Paren,
            _ => NumberForm::Stop,
        };
        return Some(found(form, number, title..end));
    }
    if let Some(found) = coded_behind(line, &number, end) {
        return Some(found);
    }
    let gap = spaces(rest);
    let Some(sign) = rest[gap..].chars().next() else {
        return Some(found(NumberForm::Alone, number, end..end));
    };
    let at = number.0.end + gap + sign.len_utf8();
    let after = |len: usize| {
        let title = at + len;
        let bold = usize::from(cut.is_some_and(|cut| cut == title)) * 2;
        let title = title + bold;
        title + spaces(&line[title.min(end)..end])
    };
    let next = line[at..end].chars().next();
    let digit_next = next.is_some_and(|c| c.is_ascii_digit());
    let apart = line[at..end].starts_with(|c| is_space(c) || c == '*');
    let words = |title: usize| line.get(title..end).unwrap_or("");
    let (form, title) = match sign {
        '.' if matches!(next, Some(')' | ':')) || next == Some('-') && begins_title(words(after(1))) => {
            (NumberForm::Other, after(1))
        }
        // "1). Titel", "1): Titel"
        ')' if matches!(next, Some('.' | ':')) && begins_title(words(after(1))) => {
            (NumberForm::Paren, after(1))
        }
        ')' => (NumberForm::Paren, after(0)),
        // "1\\." is how Markdown writes a number that begins no list.
        '\\' if next == Some('.') => (NumberForm::Stop, after(1)),
        '\\' if next == Some(')') => (NumberForm::Paren, after(1)),
        '.' if gap == 0 && is_capital_letter(words(after(0))) => {
            return lettered(line, &number, number.0.end + 1, end);
        }
        '.' if !digit_next && gap <= 1 && (apart || next.is_none() || begins_title(words(after(0)))) => {
            (NumberForm::Stop, after(0))
        }
        '.' if digit_next && gap == 0 => return decimal(line, &number, end),
        '/' if digit_next && gap == 0 => {
            return yearly(line, &number, end, '/', false).or_else(|| of_all(line, number, end));
        }
        ':' if !digit_next => (NumberForm::Colon, after(0)),
        ',' if gap == 0 && apart && begins_title(words(after(0))) => (NumberForm::Other, after(0)),
        '/' | ']' | '|' | '·' if !digit_next => (NumberForm::Other, after(0)),
        '>' | '»' | '•' | '→' | '=' | '~' if apart && begins_title(words(after(0))) => {
            (NumberForm::Other, after(0))
        }
        '\u{fe0f}' | '\u{20e3}' => {
            let keycap = rest.trim_start_matches(['\u{fe0f}', '\u{20e3}']);
            (NumberForm::Other, end - keycap.len() + spaces(keycap))
        }
        '°' | 'º' if begins_title(words(after(0))) => (NumberForm::Other, after(0)),
        '-' if digit_next && gap == 0 => return yearly(line, &number, end, '-', false),
        '-' | '–' | '—' if gap > 0 && apart || gap == 0 && begins_word(words(after(0))) => {
            (NumberForm::Dash, after(0))
        }
        'a'..='z' if gap == 0 => return lettered(line, &number, number.0.end, end),
        // "3 a. Titel", "3 a Titel"; "3 i Titel" and "5 m Kabel" are no parts.
        'a'..='e' if gap == 1 && next.is_some_and(|c| is_space(c) || matches!(c, '.' | ')' | ':')) => {
            return lettered(line, &number, number.0.end + 1, end);
        }
        '.' if gap == 0 && next.is_some_and(|c| c.is_ascii_lowercase()) => {
            return lettered(line, &number, number.0.end + 1, end);
        }
        _ => return bare(line, number, end, gap),
    };
    let title_words = words(title);
    if form == NumberForm::Stop
        && let Some(found) = ordinal(line, &number, title, end)
    {
        return Some(found);
    }
    let counts = matches!(form, NumberForm::Stop | NumberForm::Paren)
        && (is_counted(title_words) || speaks_of_range(title_words));
    let empty = title_words.is_empty();
    // "4." above a section is an item whose title is missing.
    let bare_number = empty && matches!(form, NumberForm::Stop | NumberForm::Paren | NumberForm::Colon);
    ((!empty || bare_number) && !counts).then(|| found(form, number, title.min(end)..end))
}

/// "A. Titel" behind "4.": a letter that counts parts, with a sign of its own.
fn is_capital_letter(words: &str) -> bool {
    let bytes = words.as_bytes();
    bytes.first().is_some_and(|letter| matches!(letter, b'A'..=b'L'))
        && bytes.get(1).is_some_and(|sign| matches!(sign, b'.' | b')' | b':'))
        && words[2..].starts_with(is_space)
}

/// "1-Havnebus", but not "3-F'er" and "5-HT".
fn begins_word(words: &str) -> bool {
    let mut letters = words.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}
