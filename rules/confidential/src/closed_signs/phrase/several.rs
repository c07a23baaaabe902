//! Phrases about several items: which of them, or how many.

use rustc_hash::FxHashSet;

use super::super::plain::plain;
use super::super::vocabulary::digits_of;
use super::{WORDS, has_stem, parts, read, words};
use danish::letters::small;

/// "Sager: 26 lukket, 4 åbne": is it told how many are in either state?
pub(super) fn counts_states(lower: &str) -> bool {
    let all: Vec<&str> = words(lower).collect();
    let counted = |set: &FxHashSet<String>| {
        all.windows(2).any(|pair| pair[0].bytes().all(|byte| byte.is_ascii_digit()) && set.contains(pair[1]))
    };
    counted(&WORDS.open) && counted(&WORDS.closed) && !lower.contains('.') | lower.ends_with('.')
}

/// The numbers of the items that a clause of `line` says are closed: "Rådet besluttede, at punkt 3 er lukket".
pub fn named(line: &str) -> Vec<u32> {
    let lower = small(&plain(line));
    if lower.len() > LONGEST_NAMING || !has_stem(&lower) {
        return Vec::new();
    }
    let mut before = None;
    for (at, c) in lower.char_indices() {
        let begins = c.is_alphabetic() && !before.is_some_and(char::is_alphanumeric);
        before = Some(c);
        let clause = &lower[at..];
        let mut first = words(clause);
        let is_item = begins
            && first.next().is_some_and(|word| WORDS.items.contains(word))
            && first.next().is_some_and(|number| {
                number == "nr"
                    || number.starts_with(|c: char| c.is_ascii_digit())
                    || digits_of(number).is_some()
            });
        if is_item
            && let Some(phrase) = parts(clause).next().and_then(read)
            && !phrase.numbers.is_empty()
        {
            return phrase.numbers;
        }
    }
    Vec::new()
}

/// In a longer line no item is looked for that it names, in bytes.
const LONGEST_NAMING: usize = 600;

/// "4 sager er lukket", "punkterne er lukkede": is a state told of several, and nothing of doors, of the public or of what
/// follows?
pub(super) fn is_state_of_several(words: &[&str]) -> bool {
    let own = &*WORDS;
    let state = |three: &[&str]| {
        own.several.contains(three[0])
            && matches!(three[1], "er" | "var" | "blev" | "bliver")
            && own.closed.contains(three[2])
            && three[2].starts_with("lukke")
    };
    let sets = [&own.following, &own.shutting, &own.public, &own.only];
    words.windows(3).any(state) && !sets.into_iter().any(|set| words.iter().any(|word| set.contains(*word)))
}

/// The numbers of items in `words`: "punkt 3 og 4", "pkt 3-5".
pub(super) fn numbers(words: &[&str]) -> Vec<u32> {
    let own = &*WORDS;
    let mut numbers = Vec::new();
    let (mut counts, mut named) = (false, false);
    for word in words {
        let is_number = word.starts_with(|c: char| c.is_ascii_digit());
        if counts && let Some(case) = case_number(word) {
            numbers.push(case);
        } else if counts && is_number {
            let mut ends = word.split(['-', '–']).filter_map(|end| end.parse::<u32>().ok());
            let (first, last) = (ends.next(), ends.next_back());
            let span = first.map(|first| first..=last.unwrap_or(first).min(first + LONGEST_SPAN));
            numbers.extend(span.into_iter().flatten());
        } else if !(counts && matches!(*word, "og" | "samt" | "til" | "nr")) {
            // "Følgende punkter behandles i lukket møde: 3-4"
            counts = own.items.contains(*word)
                || named && (own.meetings.contains(*word) || own.closed.contains(*word));
            named |= own.items.contains(*word);
        }
    }
    numbers
}

/// `words` with the number of an item in digits: "punkt to", "punkt nr. to".
pub(super) fn counted<'w>(words: impl Iterator<Item = &'w str>) -> Vec<&'w str> {
    let (mut former, mut counts) = ("", false);
    let digits = |word: &'w str| {
        let before = std::mem::replace(&mut former, word);
        let is_item = WORDS.single.contains(before) || WORDS.several.contains(before) || before == "nr";
        counts = is_item || counts && (matches!(before, "og" | "samt") || digits_of(before).is_some());
        if counts { digits_of(word).unwrap_or(word) } else { word }
    };
    words.map(digits).collect()
}

/// The numbers that stand behind words for items in `line`, whatever it says of them: "Punkt 2 var et lukket punkt".
pub fn item_numbers(line: &str) -> Vec<u32> {
    numbers(&counted(words(&small(&plain(line)))))
}

/// The numbers of the items that `line` says are the open ones, and nothing else: "Offentlige punkter: 1 og 3".
pub fn open_numbers(line: &str) -> Vec<u32> {
    const MOST_LABEL: usize = 4;
    const LONGEST_LABEL: usize = 40;
    let Some((label, behind)) = line.split_once(':').filter(|(label, _)| label.len() <= LONGEST_LABEL) else {
        return Vec::new();
    };
    let (label, behind) = (small(&plain(label)), small(&plain(behind)));
    let label: Vec<&str> = words(&label).collect();
    let is_open = |word: &str| WORDS.open.contains(word) || WORDS.public.contains(word);
    let is_label = label.len() <= MOST_LABEL
        && label.iter().any(|word| is_open(word))
        && label.iter().any(|word| WORDS.several.contains(*word))
        && label
            .iter()
            .all(|word| is_open(word) || WORDS.items.contains(*word) || matches!(*word, "på" | "de"));
    let is_own = |word: &str| {
        matches!(word, "og" | "samt" | "til" | "punkt" | "punkterne")
            || word.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '–'))
    };
    if !is_label || !words(&behind).all(is_own) {
        return Vec::new();
    }
    numbers(&std::iter::once("punkt").chain(words(&behind)).collect::<Vec<_>>())
}

/// "22-1234": the number of a case, which begins with its year and is no span of items, as one that no item has.
fn case_number(word: &str) -> Option<u32> {
    let (first, last) = word.split_once(['-', '–'])?;
    let ends: (u32, u32) = (first.parse().ok()?, last.parse().ok()?);
    let is_span = ends.0 < ends.1 && ends.1 - ends.0 <= LONGEST_SPAN;
    (!is_span).then(|| format!("{first}{last}").parse().ok())?
}

/// No span of items is longer.
const LONGEST_SPAN: u32 = 50;
