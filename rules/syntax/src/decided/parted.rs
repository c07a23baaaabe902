//! A line of an item taken apart into its sentences, each with its place.

use super::{WRITTEN, behind_arrow, is_outcome_alone};
use crate::heading_words;
use danish::letters::with_small;
use text::is_space;

/// The sentences of `words`, each with its place.
pub(super) fn parted(words: &str) -> impl Iterator<Item = (&str, Place)> {
    let bare = words.trim_start_matches(['*', '_']);
    let line = behind_arrow(bare);
    let marked = line.len() < bare.len();
    let line = line.strip_suffix(".-").map_or(line, |bare| &line[..=bare.len()]);
    let mut rest = Some(line).filter(|line| !line.is_empty());
    // "»Beslutning fra Byrådet, 3. maj: Udsat.«" is all of it somebody else's.
    let whole = is_quotation(line);
    let mut quoted = false;
    let mut counted = false;
    // Some write all of their minutes with small letters.
    let small = line.starts_with(char::is_lowercase) && !line.starts_with("at ");
    std::iter::from_fn(move || {
        // "Areal 112 ha. **Beslutning:** Godkendt."
        let own = rest?.trim_start_matches(['*', '_']);
        let sentence = first_sentence(own);
        // "**Vedtaget.**" and "_Godkendt._"
        let emphasis = sentence.len() - sentence.trim_end_matches(['*', '_']).len();
        let bare = &sentence[..sentence.len() - emphasis];
        let sentence =
            if bare.ends_with(['.', '!', '?']) || emphasis == sentence.len() { bare } else { sentence };
        let behind = own[sentence.len()..].trim_start_matches(|c| is_space(c) || matches!(c, '*' | '_'));
        rest = Some(behind).filter(|behind| !behind.is_empty());
        let place = Place {
            first: own.len() == line.len() || counted,
            last: rest.is_none(),
            quoted: quoted || whole,
            marked,
            small,
        };
        counted = (place.first || counted) && only_counts(sentence);
        quoted ^= rest.is_some() && turns_quotation(sentence);
        Some((sentence, place))
    })
}

/// Where a sentence stands in its line.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) first: bool,
    pub(super) last: bool,
    /// Does it begin inside a quotation?
    pub(super) quoted: bool,
    /// Does an arrow stand before the line?
    pub(super) marked: bool,
    /// Does the line begin with a small letter?
    pub(super) small: bool,
}

/// The bytes of the first sentence of `words`.
fn first_sentence(words: &str) -> &str {
    let ends = |&(at, end): &(usize, usize)| {
        const OF_ORDINAL: usize = 2;
        let word = words[..at].rsplit(is_space).next().unwrap_or("");
        let digits = word.bytes().rev().take_while(u8::is_ascii_digit).count();
        // "2. Behandling", but "siden 1962. Drøftet." and "i uge 42. Godkendt."
        let figure = (1..=OF_ORDINAL).contains(&digits)
            && !is_outcome_alone(first_words(&words[end + 1..]))
            && !only_counts(&words[..=at]);
        let behind = &words[end + 1..];
        // "kr. 312.000", "kl. 17".
        let counts = behind.starts_with(|c: char| c.is_ascii_digit()) && BEFORE_FIGURES.contains(&word);
        let goes_on = behind.starts_with(char::is_lowercase) || counts;
        let abbreviates = |word: &str| heading_words::words().end_in_abbreviation(word);
        !figure && !goes_on && !with_small(&words[at - word.len()..=at], abbreviates)
    };
    stops(words).take(4).find(ends).map_or(words, |(_, end)| &words[..end])
}

/// Their stop ends no sentence before a figure.
const BEFORE_FIGURES: [&str; 7] = ["kr", "kl", "Kl", "stk", "ca", "side", "tlf"];

/// `words` up to the first stop.
fn first_words(words: &str) -> &str {
    stops(words).next().map_or(words, |(_, end)| &words[..end])
}

/// What opens and closes a quotation.
pub(super) const QUOTES: [char; 8] = ['"', '”', '“', '„', '»', '«', '’', '\''];

/// Where a stop with a space behind it stands in `words`, and where its sentence ends: a mark of quotation may stand between.
fn stops(words: &str) -> impl Iterator<Item = (usize, usize)> {
    memchr::memchr3_iter(b'.', b'!', b'?', words.as_bytes()).filter_map(|at| {
        let behind = &words[at + 1..];
        let rest = behind.strip_prefix(QUOTES).unwrap_or_else(|| behind.trim_start_matches(['*', '_']));
        rest.starts_with(' ').then(|| (at, words.len() - rest.len()))
    })
}

/// Does a mark of quotation open `line` and close it, and none between?
fn is_quotation(line: &str) -> bool {
    let inner = line.strip_prefix(&QUOTES[..6]).map(|rest| rest.trim_end_matches('.'));
    inner.and_then(|rest| rest.strip_suffix(&QUOTES[..6])).is_some_and(|inner| !inner.contains(&QUOTES[..6]))
}

/// "For 19, imod 11.": does a sentence say nothing but how many voted for what?
fn only_counts(sentence: &str) -> bool {
    const LONGEST: usize = 60;
    let words = |said: &str| {
        let mut words = said.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.all(|word| word.bytes().all(|byte| byte.is_ascii_digit()) || WRITTEN.counts.contains(word))
    };
    sentence.len() <= LONGEST
        && sentence.bytes().any(|byte| byte.is_ascii_digit())
        && with_small(sentence, words)
}

/// Does an odd number of marks open or close a quotation in `words`?
fn turns_quotation(words: &str) -> bool {
    words.chars().filter(|c| QUOTES[..6].contains(c)).count() % 2 == 1
}

/// Does a sentence begin `words`: with a capital letter, a figure or a quotation?
pub(crate) fn begins_sentence(words: &str) -> bool {
    words.trim_start_matches(QUOTES).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}
