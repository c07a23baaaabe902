//! Numbers that are not written in digits alone: "IV.", "C)", "7.2".

use std::ops::Range;

use super::yearly::yearly;
use super::{LETTERS, NumberForm, Numbered, digits_first, found, number_at, spaces};
use crate::frame::framed_number;
use crate::title::begins_title;
use text::is_space;

/// The letters that say of which kind an item is: closed ("lukket", "fortrolig") or open ("åben").
const LETTERS_OF_KIND: [char; 3] = ['L', 'F', 'Å'];

/// "IV. Titel", and "IV Titel", "IV: Titel".
pub(super) fn roman(line: &str, start: usize, end: usize) -> Option<Numbered> {
    let len = line[start..end].bytes().take_while(|b| matches!(b, b'I' | b'V' | b'X')).count();
    if len > 5 {
        return None;
    }
    let behind = &line[start + len..end];
    let number = || (start..start + len, roman_value(&line.as_bytes()[start..start + len]));
    let Some(rest) = behind.strip_prefix(['.', ')']) else {
        let rest = behind.strip_prefix(':').unwrap_or(behind);
        let title = end - rest.trim_start_matches(|c| is_space(c) || matches!(c, '-' | '–')).len();
        let fits = rest.starts_with(is_space) && begins_title(&line[title..end]);
        return fits.then(|| found(NumberForm::RomanBare, number(), title..end));
    };
    let title = end - rest.len() + spaces(rest);
    (rest.starts_with(is_space) && title < end).then(|| found(NumberForm::Roman, number(), title..end))
}

/// "iv. Titel", "iv) Titel", and "(iv) Titel" behind its bracket.
pub(super) fn small_roman(line: &str, start: usize, end: usize) -> Option<Numbered> {
    const LONGEST: usize = 5;
    let len = line[start..end].bytes().take_while(|b| matches!(b, b'i' | b'v' | b'x')).count();
    let rest = line[start + len..end].strip_prefix(['.', ')'])?;
    let title = end - rest.len() + spaces(rest);
    let fits = (1..=LONGEST).contains(&len) && rest.starts_with(is_space) && begins_title(&line[title..end]);
    let value = || roman_value(&line.as_bytes()[start..start + len].to_ascii_uppercase());
    fits.then(|| found(NumberForm::SmallRoman, (start..start + len, value()), title..end))
}

/// The value of a Roman number of few letters.
pub(super) fn roman_value(letters: &[u8]) -> u16 {
    let (sum, _) = letters.iter().rev().fold((0_i32, 0), |(sum, last), digit| {
        let digit = match digit {
            b'I' => 1,
            b'V' => 5,
            _ => 10,
        };
        (if digit < last { sum - digit } else { sum + digit }, last.max(digit))
    });
    u16::try_from(sum).unwrap_or(0)
}

/// "C. Titel", "C: Titel" and "c) Titel", but not "C. A. Holm".
pub(super) fn letter(line: &str, start: usize, end: usize) -> Option<Numbered> {
    let bytes = line.as_bytes();
    let (first, sign) = (*bytes.get(start)?, *bytes.get(start + 1).filter(|_| start + 1 < end)?);
    // "C Titel", where others count on from it.
    let bare = sign == b' ' && matches!(first, b'A'..=b'L');
    if bare {
        let title = start + 2 + spaces(&line[start + 2..end]);
        if begins_title(&line[title..end]) {
            return Some(of_letter(first, start, title..end));
        }
    }
    if !matches!(sign, b'.' | b')' | b':') || first.is_ascii_lowercase() && sign == b':' {
        return None;
    }
    let rest = &line[start + 2..end];
    let title = end - rest.len() + spaces(rest);
    let initial = bytes.get(title + 1) == Some(&b'.');
    let fits = rest.starts_with(is_space) && begins_title(&line[title..end]) && !initial;
    fits.then(|| of_letter(first, start, title..end))
}

/// "B1. Titel", "B1 Titel", "B.1 Titel": a letter for the kind of item, and its number among those.
pub(super) fn coded(line: &str, start: usize, end: usize) -> Option<Numbered> {
    let letter = line[start..end].chars().next().filter(|letter| letter.is_uppercase())?;
    let second = line[start + letter.len_utf8()..end].chars().next().filter(|letter| letter.is_uppercase());
    let behind = start + letter.len_utf8() + second.map_or(0, char::len_utf8);
    // "Å1" and "L1" are the first of the open and of the closed, and so may "LP1" be.
    let letter = u8::try_from(u32::from(letter)).ok()?;
    let sign = usize::from(line[behind..end].starts_with(['.', '-']));
    let number = number_at(line, behind + sign).filter(|(place, _)| place.len() <= 2)?;
    let rest = &line[number.0.end..end];
    let rest = rest.strip_prefix(['.', ')', ':']).unwrap_or(rest);
    let title = end - rest.len() + spaces(rest);
    let fits = rest.starts_with(is_space) && begins_title(&line[title..end]);
    fits.then(|| found(NumberForm::Coded(letter), (start..number.0.end, number.1), title..end))
}

/// "HB 24/01 Titel": the letters of the body, and its number of the year.
pub(super) fn of_body(line: &str, start: usize, end: usize) -> Option<Numbered> {
    let letters = line[start..end].bytes().take_while(u8::is_ascii_uppercase).count();
    let at = start + letters + 1;
    let parted = (2..=4).contains(&letters) && line[start + letters..end].starts_with(' ');
    let number = parted.then(|| number_at(line, at)).flatten()?;
    let sign = line[number.0.end..end].chars().next().filter(|sign| matches!(sign, '/' | '-'))?;
    yearly(line, &number, end, sign, true).filter(|own| !own.title.is_empty())
}

/// "5L. Titel", "6L Titel": the number, and the letter for the open or the closed items behind it.
pub(super) fn coded_behind(line: &str, number: &(Range<usize>, u16), end: usize) -> Option<Numbered> {
    let letter = line[number.0.end..end].chars().next().filter(|letter| letter.is_uppercase())?;
    let behind = number.0.end + letter.len_utf8();
    let rest = &line[behind..end];
    let parted = rest.strip_prefix(['.', ')', ':']);
    let title = end - parted.unwrap_or(rest).trim_start_matches(is_space).len();
    let fits = (parted.is_some() || LETTERS_OF_KIND.contains(&letter))
        && parted.unwrap_or(rest).starts_with(is_space)
        && begins_title(&line[title..end]);
    let form = NumberForm::Coded(u8::try_from(u32::from(letter)).ok()?);
    fits.then(|| found(form, (number.0.start..behind, number.1), title..end))
}

/// "(c) Titel".
pub(super) fn letter_in_parens(line: &str, start: usize, end: usize) -> Option<Numbered> {
    let bytes = line.as_bytes();
    let first = *bytes.get(start + 1).filter(|byte| byte.is_ascii_alphabetic())?;
    let rest = line[start + 2..end].strip_prefix(')')?;
    let title = end - rest.len() + spaces(rest);
    let fits = rest.starts_with(is_space) && begins_title(&line[title..end]);
    fits.then(|| of_letter(first, start + 1, title..end))
}

fn of_letter(letter: u8, at: usize, title: Range<usize>) -> Numbered {
    let form = if letter.is_ascii_lowercase() { NumberForm::SmallLetter } else { NumberForm::Letter };
    found(form, (at..at + 1, u16::from(letter.to_ascii_lowercase() - b'a') + 1), title)
}

/// "(12) Titel", "(12.) Titel".
pub(super) fn in_parens(line: &str, start: usize, end: usize) -> Option<Numbered> {
    let number = number_at(line, start + 1)?;
    let rest =
        line[number.0.end..end].strip_prefix(')').or_else(|| line[number.0.end..end].strip_prefix(".)"))?;
    let rest = rest.strip_prefix([':', '.']).unwrap_or(rest);
    let title = end - rest.len() + spaces(rest);
    (title < end).then(|| found(NumberForm::InParens, number, title..end))
}

/// "-12- Titel", "<12> Titel", ">> 12 << Titel".
pub(super) fn in_frame(line: &str, start: usize, end: usize) -> Option<Numbered> {
    let (place, title) = framed_number(&line[start..end])?;
    let number = number_at(line, start + place.start).filter(|own| own.0.end == start + place.end)?;
    let title = start + title..end;
    begins_title(&line[title.clone()]).then(|| found(NumberForm::Other, number, title))
}

/// "(L) 52. Titel": the letter for the open or the closed items, and the number behind it.
pub(super) fn behind_letter(line: &str, start: usize, end: usize) -> Option<Numbered> {
    let letter = line[start + 1..end].chars().next().filter(|letter| LETTERS_OF_KIND.contains(letter))?;
    let rest = line[start + 1 + letter.len_utf8()..end].strip_prefix([')', ']'])?;
    let at = end - rest.trim_start_matches(is_space).len();
    let digits = rest.starts_with(is_space) && line[at..].starts_with(|c: char| c.is_ascii_digit());
    let own = digits.then(|| digits_first(line, at, end, None)).flatten()?;
    (own.numbering.form.is_plain() && begins_title(&line[own.title.clone()])).then_some(own)
}

/// "§ 12. Titel", and "§ 12." with its title on the next line.
pub(super) fn paragraph(line: &str, start: usize, end: usize) -> Option<Numbered> {
    let at = start + "§".len();
    let number = number_at(line, at + spaces(&line[at..end]))?;
    let rest = &line[number.0.end..end];
    let rest = rest.strip_prefix(['.', ':', ')']).unwrap_or(rest);
    let title = end - rest.len() + spaces(rest);
    (rest.starts_with(is_space) || rest.is_empty()).then(|| found(NumberForm::Paragraph, number, title..end))
}

/// `[12] Titel`.
pub(super) fn in_brackets(line: &str, start: usize, end: usize) -> Option<Numbered> {
    let number = number_at(line, start + 1)?;
    let rest = line[number.0.end..end].strip_prefix(']')?;
    let title = number.0.end + 1 + spaces(rest);
    let fits = rest.starts_with(is_space) && begins_title(&line[title..end]);
    fits.then(|| found(NumberForm::InParens, number, title..end))
}

/// "7.2 Titel" and "7.2. Titel"; "7.0 Titel" is the seventh whole.
pub(super) fn decimal(line: &str, first: &(Range<usize>, u16), end: usize) -> Option<Numbered> {
    let (second, value) = number_at(line, first.0.end + 1).filter(|(place, _)| place.len() <= 2)?;
    // "14.00" and "9.05" are times; "27.01" is the first of that meeting or year, since nobody meets so exactly.
    let hour = first.1 < 24 || value == 0;
    if second.len() == 2 && line[second.clone()].starts_with('0') && value % 5 == 0 && hour {
        return None;
    }
    let whole = u8::try_from(first.1).ok()?;
    let rest = &line[second.end..end];
    let rest = rest.strip_prefix(['.', ')', ':']).unwrap_or(rest);
    // "4.1. – Titel"
    let words = rest.trim_start_matches(is_space);
    let dashed = ["- ", "– "].iter().find_map(|dash| words.strip_prefix(dash));
    let title = end - dashed.map_or(words.len(), |words| words.trim_start_matches(is_space).len());
    let fits = rest.starts_with(is_space) && (begins_title(&line[title..end]) || is_share(&line[title..end]));
    let (form, value) =
        if value == 0 { (NumberForm::Whole, first.1) } else { (NumberForm::Decimal(whole), value) };
    fits.then(|| found(form, (first.0.start..second.end, value), title..end))
}

/// "5 %-midler", "80 nye plejeboliger": does a title begin with a figure and the word for what it counts?
fn is_share(title: &str) -> bool {
    let words = title.trim_start_matches(|c: char| c.is_ascii_digit());
    let counted = words.trim_start_matches(is_space);
    let whole = counted.strip_prefix("%-").unwrap_or(counted);
    let letters = whole.chars().take_while(|c| c.is_lowercase()).count();
    words.len() < title.len() && counted.len() < words.len() && letters > 3
}

/// "2.a Titel", "2.a. Titel", "2b) Titel", "2.A. Titel": the letter stands at byte `at`.
pub(super) fn lettered(line: &str, first: &(Range<usize>, u16), at: usize, end: usize) -> Option<Numbered> {
    let letter = line.as_bytes().get(at).filter(|byte| byte.is_ascii_alphabetic())?.to_ascii_lowercase();
    let rest = &line[at + 1..end];
    let rest = rest.strip_prefix(['.', ')', ':']).unwrap_or(rest);
    let title = end - rest.len() + spaces(rest);
    let value = first.1.checked_mul(LETTERS).filter(|_| first.1 < 100)? + u16::from(letter - b'a') + 1;
    let fits = rest.starts_with(is_space) && begins_title(&line[title..end]);
    fits.then(|| found(NumberForm::Lettered, (first.0.start..at + 1, value), title..end))
}

/// "2/4 Titel", the second of four, and "7/2 Titel", the second of the seventh meeting.
pub(super) fn of_all(line: &str, number: (Range<usize>, u16), end: usize) -> Option<Numbered> {
    let all = number_at(line, number.0.end + 1).filter(|(place, _)| place.len() <= 2)?;
    let rest = &line[all.0.end..end];
    let title = rest.trim_start_matches(|c: char| is_space(c) || matches!(c, ':' | '.' | '-' | '–' | ')'));
    let at = end - title.len();
    let fits = title.len() < rest.len() && begins_title(title) && number.1 > 0 && all.1 > 0;
    let (first, second) = (u8::try_from(number.1).ok().filter(|_| fits)?, u8::try_from(all.1).ok()?);
    let whole = number.0.start..all.0.end;
    let own = match first <= second {
        true => found(NumberForm::OfAll(second), number, at..end),
        false => found(NumberForm::OfMeeting(first), (whole.clone(), all.1), at..end),
    };
    Some(Numbered { whole: Some(whole), ..own })
}
