//! Numbers with a word before or behind them: "Punkt 12: Titel", "12. punkt: Titel", "Sag 12/2025: Titel".

use std::ops::Range;

use super::{NumberForm, Numbered, WORDS, WordForm, found, number_at, spaces};
use crate::syntax::title::{self, begins_title};
use crate::text::is_space;

/// "Punkt 12: Titel", "Sag nr. 12", whatever stands between word, number and title.
pub(super) fn worded(line: &str, start: usize, end: usize) -> Option<Numbered> {
    let (at, form, len) = word_at(&line[start..end])?;
    let rest = &line[start + len..end];
    let colon = rest.len() - rest.trim_start_matches(is_space).trim_start_matches(':').len();
    let gap = colon + spaces(&rest[colon..]);
    if gap == 0 && !line[..start + len].ends_with('.') {
        return None;
    }
    let number = number_at(line, start + len + gap)?;
    // "Punkt: 1", with the title on the next line.
    if rest[..gap].contains(':') && number.0.end < end {
        return None;
    }
    if line[number.0.end..end].starts_with('/') {
        return yearly(line, &number, end, true);
    }
    after_word(line, number, end, (at, form))
}

/// The word for an item that `words` begin with, its form, and its bytes; of two the longest.
fn word_at(words: &str) -> Option<(u8, &'static WordForm, usize)> {
    let first = words.as_bytes().first()?.to_ascii_lowercase();
    WORDS.iter().enumerate().find_map(|(at, form)| {
        let begins = |name: &&Box<str>| {
            name.as_bytes()[0] == first
                && words.get(..name.len()).is_some_and(|word| word.eq_ignore_ascii_case(name))
                && words[name.len()..]
                    .trim_start_matches(|c| is_space(c) || c == ':')
                    .starts_with(|c: char| c.is_ascii_digit())
        };
        form.names.iter().find(begins).map(|name| (at as u8, form, name.len()))
    })
}

/// "Åbent punkt 12: Titel", "Lukket punkt 13".
pub(super) fn behind_mark(line: &str, start: usize, end: usize) -> Option<Numbered> {
    let len = title::mark_before(&line[start..end])?;
    let start = start + len + spaces(&line[start + len..end]);
    worded(line, start, end)
}

/// "12. punkt: Titel".
pub(super) fn ordinal(line: &str, number: &(Range<usize>, u16), at: usize, end: usize) -> Option<Numbered> {
    let words = line.get(at..end).filter(|words| words.starts_with(['p', 'P', 'e', 'E', 's', 'S']))?;
    let (form, name) = WORDS.iter().enumerate().find_map(|(form, word)| {
        let begins = |name: &&Box<str>| words.get(..name.len()).is_some_and(|own| own.eq_ignore_ascii_case(name));
        word.names.iter().find(begins).map(|name| (form as u8, name))
    })?;
    let rest = &words[name.len()..];
    let title = rest.trim_start_matches(is_space).strip_prefix([':', '-', '–', '.'])?.trim_start_matches(is_space);
    begins_title(title).then(|| found(NumberForm::Word(form), number.clone(), end - title.len()..end))
}

/// "9/2025: Titel", "2025/9 Titel", and behind a word "17/21 Titel": a number, and the year that it is one of.
pub(super) fn yearly(line: &str, first: &(Range<usize>, u16), end: usize, worded: bool) -> Option<Numbered> {
    let second = number_at(line, first.0.end + 1)?;
    let (len, year) = (first.0.len(), |number: u16| (1990..2100).contains(&number));
    let value = match () {
        () if second.0.len() == 4 && year(second.1) && len < 4 => first.1,
        () if len == 4 && year(first.1) && second.0.len() < 4 => second.1,
        () if worded && len == 2 && second.0.len() < 4 => second.1,
        () => return None,
    };
    let rest = &line[second.0.end..end];
    let title = rest.trim_start_matches(|c: char| is_space(c) || matches!(c, ':' | '.' | '-' | '–' | ')'));
    let words = &line[end - title.len()..end];
    let fits = title.len() < rest.len() && begins_title(words) && !title::is_of_case(words);
    let number = (first.0.start..second.0.end, value);
    fits.then(|| found(NumberForm::Yearly(worded), number, end - title.len()..end))
}

fn after_word(
    line: &str,
    number: (Range<usize>, u16),
    end: usize,
    (at, form): (u8, &WordForm),
) -> Option<Numbered> {
    let rest = line.get(number.0.end..end)?;
    // "Punkt 1.3", "pkt. 2-4", "Punkt 3a" count something else.
    let sign = rest.chars().next();
    let joined = |c: char| matches!(c, '.' | '/' | '-' | '–' | ',');
    let inner = sign.is_some_and(joined)
        && rest[sign.map_or(0, char::len_utf8)..].starts_with(|c: char| c.is_ascii_digit());
    if inner || sign.is_some_and(|c| c.is_alphanumeric()) || rest.starts_with('/') {
        return None;
    }
    let mut title = number.0.end + spaces(rest);
    while let Some(sign) = line[title..end].chars().next()
        && matches!(sign, '.' | ':' | ')' | '-' | '–' | '—' | '|' | '•' | '·')
    {
        title += sign.len_utf8();
    }
    title += spaces(&line[title..end]);
    (title < end || form.title_below).then(|| found(NumberForm::Word(at), number, title..end))
}
