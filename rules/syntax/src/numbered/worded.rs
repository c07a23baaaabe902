//! Numbers with a word before or behind them: "Punkt 12: Titel", "12. punkt: Titel", "Sag 12/2025: Titel".

use std::ops::Range;
use std::sync::LazyLock;

use super::joined::{behind_joined, behind_joint};
use super::others::{coded, coded_behind, decimal, letter as lettered, roman_value};
use super::yearly::yearly;
use super::{DIGITS, NumberForm, Numbered, WRITTEN, WordForm, found, number_at, spaces};
use crate::title::{self, begins_title};
use danish::letters::small;
use text::is_space;

/// "Punkt 12: Titel", "Sag nr. 12", whatever stands between word, number and title.
pub(super) fn worded(line: &str, start: usize, end: usize) -> Option<Numbered> {
    let (at, form, len) = word_at(line.get(start..end)?)?;
    let rest = &line[start + len..end];
    let colon = rest.len() - rest.trim_start_matches(is_space).trim_start_matches(':').len();
    let gap = colon + spaces(&rest[colon..]);
    // "Punkt10- Titel" lacks its space; "nr3" is a name.
    let glued = form.title_below && rest.starts_with(|c: char| c.is_ascii_digit());
    if gap == 0 && !line[..start + len].ends_with('.') && !glued {
        return None;
    }
    // "Punkt L1: Titel", "Punkt 5L: Titel".
    if let Some(found) = coded(line, start + len + gap, end) {
        return Some(found);
    }
    let number = counted(line, start + len + gap, end)?;
    if let Some(found) = coded_behind(line, &number, end).filter(|_| form.title_below) {
        return Some(found);
    }
    // "Pkt. 4.1. Titel", "Sag 4.1 Titel".
    if line[number.0.end..end].starts_with('.')
        && form.title_below
        && let Some(found) = decimal(line, &number, end)
    {
        return Some(found);
    }
    // "Punkt: 1", with the title on the next line or behind it.
    if let Some(sign) = line[number.0.end..end].chars().next().filter(|sign| matches!(sign, '/' | '-'))
        && let Some(found) = yearly(line, &number, end, sign, true)
        && (form.title_below || !found.title.is_empty())
    {
        return Some(found);
    }
    after_word(line, number, end, (at, form))
}

/// "[Punkt 12] Titel", "(pkt. 12) Titel", whose bracket is at byte `start`.
pub(super) fn in_brackets(line: &str, start: usize, end: usize) -> Option<Numbered> {
    let close = if line[start..].starts_with('[') { ']' } else { ')' };
    let (at, _, len) = word_at(line.get(start + 1..end)?)?;
    let word = start + 1 + len;
    let number = number_at(line, word + spaces(&line[word..end]))?;
    let rest = line[number.0.end..end].strip_prefix(close)?;
    let title = behind_signs(line, end - rest.len(), end);
    begins_title(&line[title..end]).then(|| found(NumberForm::Word(at), number, title..end))
}

/// The words by their first letter, each with its form.
static BY_LETTER: LazyLock<[Vec<(&'static str, u8)>; 26]> = LazyLock::new(|| {
    let mut by_letter = [const { Vec::new() }; 26];
    for (form, word) in WRITTEN.word.iter().enumerate() {
        for name in &word.names {
            if let Some(letter) = letter(name) {
                by_letter[letter].push((&**name, form as u8));
            }
        }
    }
    by_letter
});

/// Do `words` end in a word for an item, "punkt", before its number?
pub(super) fn word_behind(words: &str) -> bool {
    const LONGEST: usize = 24;
    let bare = words.strip_suffix(':').unwrap_or(words);
    let tail = &bare[text::lines::floor_boundary(bare, bare.len().saturating_sub(LONGEST))..];
    let names = |name: &str| {
        tail.get(tail.len().saturating_sub(name.len())..).is_some_and(|own| {
            own.eq_ignore_ascii_case(name) && !tail[..tail.len() - own.len()].ends_with(char::is_alphanumeric)
        })
    };
    WRITTEN.word.iter().filter(|form| form.title_below).any(|form| form.names.iter().any(|name| names(name)))
}

/// The place in the alphabet of the letter that `words` begin with.
fn letter(words: &str) -> Option<usize> {
    let first = words.as_bytes().first().map(u8::to_ascii_lowercase)?;
    first.is_ascii_lowercase().then(|| usize::from(first - b'a'))
}

/// The word for an item that `words` begin with, its form, and its bytes.
fn word_at(words: &str) -> Option<(u8, &'static WordForm, usize)> {
    // Most words are told apart by their second letter.
    let second = |words: &str| words.as_bytes().get(1).map(|byte| byte | 0x20);
    let own = second(words);
    let begins = |(name, _): &&(&'static str, u8)| {
        second(name) == own
            && words.get(..name.len()).is_some_and(|word| word.eq_ignore_ascii_case(name))
            && begins_number(words[name.len()..].trim_start_matches(|c| is_space(c) || c == ':'))
    };
    let (name, form) = BY_LETTER[letter(words)?].iter().find(begins)?;
    Some((*form, &WRITTEN.word[usize::from(*form)], name.len()))
}

/// Do digits begin `words`, or a letter, a Roman number or a word that a sign ends: "A:", "II.", "to:"?
fn begins_number(words: &str) -> bool {
    let coded = || {
        let mut letters = words.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(|c| c.is_ascii_digit())
    };
    words.starts_with(|c: char| c.is_ascii_digit())
        || lettered_len(words) > 0
        || cardinal(words).is_some()
        || coded()
}

/// The number of the word that `words` begins with, when a colon ends it, and the bytes it takes: "to:".
fn cardinal(words: &str) -> Option<(u16, usize)> {
    const LONGEST: usize = 8;
    let len = words.as_bytes().iter().take(LONGEST).position(|byte| *byte == b':')?;
    let word = words.get(..len)?.trim_end_matches(is_space);
    place(&WRITTEN.numbers.cardinal, word).map(|value| (value, word.len()))
}

/// Which of `numbers` is `word`, counted from 1?
fn place(numbers: &[Vec<Box<str>>], word: &str) -> Option<u16> {
    let is = |own: &str| own.len() == word.len() && small(word) == own;
    numbers.iter().position(|forms| forms.iter().any(|own| is(own))).map(|at| at as u16 + 1)
}

/// "Første punkt: Titel", "Andet punkt – Titel".
pub(super) fn in_words(line: &str, start: usize, end: usize) -> Option<Numbered> {
    const LONGEST: usize = 10;
    let words = &line[start..end];
    // Most lines are told apart by their first letter.
    if !words.starts_with(['F', 'A', 'T', 'S', 'O', 'N', 'E']) {
        return None;
    }
    let len = words.bytes().take(LONGEST).position(|byte| byte == b' ')?;
    let behind = &words[len + 1..];
    if !behind.starts_with(['p', 'P', 'e', 'E', 's', 'S']) {
        return None;
    }
    let value = place(&WRITTEN.numbers.ordinal, &words[..len])?;
    ordinal(line, &(start..start + len, value), start + len + 1, end)
}

/// The bytes of the letter or Roman number that `words` begins with, when a colon, a stop or a bracket ends it.
fn lettered_len(words: &str) -> usize {
    // "Ad a. Valg", "Punkt b) Regnskab".
    let small = words.starts_with(|c: char| c.is_ascii_lowercase()) && words[1..].starts_with(['.', ')']);
    if small && words[2..].starts_with(is_space) {
        return 1;
    }
    let len = words.bytes().take_while(u8::is_ascii_uppercase).count();
    let roman = words[..len].bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    // "Punkt A", with its title below.
    // "Tillægspunkt C (lukket): Titel"
    let marked = || words[len..].starts_with(" (") && title::mark_at(&words[len + 1..]).is_some();
    let ends = words[len..].starts_with([':', '.', ')']) || words.len() == len || len == 1 && marked();
    if ends && (len == 1 || roman && len < 5) { len } else { 0 }
}

/// The number at byte `at`, in digits, letters or Roman.
fn counted(line: &str, at: usize, end: usize) -> Option<(Range<usize>, u16)> {
    let words = &line[at..end];
    if let Some((value, len)) = cardinal(words) {
        return Some((at..at + len, value));
    }
    let len = lettered_len(words);
    let letters = &words.as_bytes()[..len];
    match letters {
        [] => number_at(line, at),
        _ if letters.iter().all(|letter| matches!(letter, b'I' | b'V' | b'X')) => {
            Some((at..at + len, roman_value(letters)))
        }
        _ => Some((at..at + len, u16::from(letters[0].to_ascii_uppercase() - b'A') + 1)),
    }
}

/// "Åbent punkt 12: Titel", "Lukket punkt 13", "Åbent 12 Titel".
pub(super) fn behind_mark(line: &str, start: usize, end: usize) -> Option<Numbered> {
    let len = title::mark_before(&line[start..end])?;
    let behind = line[start + len..end].trim_start_matches(|c| is_space(c) || c == ':');
    let start = end - behind.len();
    let by_letter = || {
        let own = lettered(line, start, end).filter(|own| own.numbering.form == NumberForm::Letter)?;
        Some(found(NumberForm::Stop, (own.number, own.numbering.value), own.title))
    };
    super::behind_bullet(line, start, end).or_else(by_letter).or_else(|| {
        let number = number_at(line, start)?;
        let title = behind_signs(line, number.0.end, end);
        let fits = title > number.0.end && begins_title(&line[title..end]);
        fits.then(|| found(NumberForm::Marked, number, title..end))
    })
}

/// What may stand between a number and its title.
const SIGNS: [char; 14] = ['.', ':', ')', '-', '–', '—', '|', '•', '·', '=', '~', '>', '»', '→'];

/// The byte behind the signs that stand between a number and its title: ": ", ". – ", " | ".
fn behind_signs(line: &str, mut at: usize, end: usize) -> usize {
    loop {
        let rest = &line[at..end];
        // "**Punkt 3** – Titel": bold ends behind the number.
        let rest = rest.strip_prefix("**").filter(|_| line[..at].contains("**")).unwrap_or(rest);
        let sign = rest.trim_start_matches(is_space);
        let bare = sign.trim_start_matches(SIGNS);
        // "Punkt 3, 4 og 5" names more than one.
        let parted = bare
            .strip_prefix([',', ';', '/'])
            .filter(|title| begins_title(title.trim_start_matches(is_space)));
        let next = end - parted.unwrap_or(bare).len();
        if next == at || bare.len() == sign.len() && parted.is_none() {
            return end - sign.len();
        }
        at = next;
    }
}

/// "12. punkt: Titel".
pub(super) fn ordinal(line: &str, number: &(Range<usize>, u16), at: usize, end: usize) -> Option<Numbered> {
    let words = line.get(at..end).filter(|words| words.starts_with(['p', 'P', 'e', 'E', 's', 'S']))?;
    let (form, name) = WRITTEN.word.iter().enumerate().find_map(|(form, word)| {
        let begins = |name: &&str| words.get(..name.len()).is_some_and(|own| own.eq_ignore_ascii_case(name));
        word.names.iter().map(|name| &**name).find(begins).map(|name| (form as u8, name))
    })?;
    // "Første punkt på dagsordenen: Budget".
    let rest = &words[name.len()..];
    let rest = rest.strip_prefix(" på dagsordenen").unwrap_or(rest);
    let title =
        rest.trim_start_matches(is_space).strip_prefix([':', '-', '–', '.'])?.trim_start_matches(is_space);
    begins_title(title).then(|| found(NumberForm::Word(form), number.clone(), end - title.len()..end))
}

/// "Titel (punkt 12)", "Titel (pkt. 12)".
pub(super) fn behind_title(line: &str, start: usize, end: usize) -> Option<Numbered> {
    const LONGEST: usize = 24;
    let words = line.get(start..end)?.strip_suffix(')')?;
    let digits = words.bytes().rev().take_while(u8::is_ascii_digit).count();
    // Most brackets hold something else.
    if !(1..=DIGITS).contains(&digits) {
        return None;
    }
    let open = words.bytes().rev().take(LONGEST).position(|byte| byte == b'(')?;
    let open = words.len() - open;
    let (_, form, len) = word_at(&words[open..])?;
    let number = number_at(line, start + words.len() - digits)?;
    let between = &words[open + len..words.len() - digits];
    let title = words[..open - 1].trim_end_matches(is_space);
    let fits = form.title_below && between.chars().all(|c| is_space(c) || c == '.') && begins_title(title);
    fits.then(|| found(NumberForm::Behind, number, start..start + title.len()))
}

/// A word behind a number has so many letters at least, or it is a part: "Punkt 3a".
const GLUED: usize = 4;

/// Do more numbers follow the first, and no title: "Punkt 6, 7, 8", "Pkt. 6 og 7 tages på næste møde"?
fn names_more(rest: &str) -> bool {
    let mut rest = rest;
    let mut more = 0;
    while let Some(behind) = behind_joint(rest.trim_start_matches(is_space)) {
        let number = behind.trim_start_matches(is_space);
        let left = number.trim_start_matches(|c: char| c.is_ascii_digit());
        // "Punkt 4, 2. behandling af budgettet".
        if left.len() == number.len() || left.starts_with(|c: char| c.is_alphabetic() || c == '/') {
            break;
        }
        let stop = left.strip_prefix('.').unwrap_or(left);
        if stop.len() < left.len() && !stop.is_empty() {
            break;
        }
        (rest, more) = (stop, more + 1);
    }
    let rest = rest.trim_start_matches(is_space);
    more > 0
        && (rest.is_empty() || rest.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';' | '(')))
}

/// "Punkt 9a: Titel", "Punkt 9.a Titel", an item that was put in: where its number ends and its title begins.
fn added(line: &str, number: usize, end: usize) -> Option<(usize, usize)> {
    let letter = number + usize::from(line[number..end].starts_with('.'));
    let rest = line[letter..end].strip_prefix(|c: char| c.is_ascii_lowercase())?;
    let parted = rest.starts_with(|c: char| is_space(c) || matches!(c, ':' | '.' | ')'));
    let title = behind_signs(line, letter + 1, end);
    (parted && begins_title(&line[title..end])).then_some((letter + 1, title))
}

fn after_word(
    line: &str,
    number: (Range<usize>, u16),
    end: usize,
    (at, form): (u8, &WordForm),
) -> Option<Numbered> {
    if let Some((letter, title)) = added(line, number.0.end, end) {
        return Some(found(NumberForm::Word(at), (number.0.start..letter, number.1), title..end));
    }
    let rest = line.get(number.0.end..end)?;
    // "Punkt 1.3", "pkt. 2-4", "Punkt 3a blev udsat" count something else.
    let sign = rest.chars().next();
    let joined = |c: char| matches!(c, '.' | '/' | '-' | '–' | ',');
    let inner = sign.is_some_and(joined)
        && rest[sign.map_or(0, char::len_utf8)..].starts_with(|c: char| c.is_ascii_digit());
    // "Punkt 1ordstyrer" lacks its space.
    let glued = rest.chars().take_while(|c| c.is_alphabetic()).count() >= GLUED;
    if inner
        || names_more(rest)
        || sign.is_some_and(|c| c.is_alphanumeric()) && !glued
        || rest.starts_with('/') && !rest[1..].starts_with(is_space)
    {
        return None;
    }
    let behind = || behind_signs(line, number.0.end, end);
    let title = behind_joined(line, number.0.end, end).unwrap_or_else(behind);
    (title < end || form.title_below).then(|| found(NumberForm::Word(at), number, title..end))
}
