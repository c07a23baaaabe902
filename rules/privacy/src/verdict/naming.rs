//! What the word right before a number says that it is: a thing that has numbers, or a person.
//!
//! Danish sets the number of a thing right behind its noun: "kontrakt 010203-1234", "prøve 010203-1234", and no list
//! holds all such nouns. So a noun that means no person makes the number that thing's, unless a preposition parts them:
//! "ansøgning fra 010203-1234". A number without a hyphen is somebody's only where a person is named beside it.

#[cfg(test)]
mod tests;

use super::label::{WORDS, is_numbered, is_person};
use crate::number::Number;
use danish::lexicon::{Readings, readings, readings_of_compound};
use lint::people_in;
use text::{TextRange, range};

/// Forms that may stand before the number of a person, "gælder 010203-1234", and are seldom nouns as well.
const VERB_BEFORE: Readings = Readings::VERB.without(Readings::IMPERATIVE).without(Readings::PAST);

/// Is `number` that of a thing, by the noun right before it?
pub(super) fn is_of_thing(text: &str, number: &Number) -> bool {
    let before = without_former(near(text, number));
    let joined = before.trim_end_matches(['_', '-']);
    let is_glued = joined.len() < before.len();
    let words = joined.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '=' | '#' | '.'));
    let word = &words[words.trim_end_matches(is_part).len()..];
    let rest = &words[..words.len() - word.len()];
    let small = word.to_lowercase();
    let is_opening = begins_sentence(rest) && WORDS.openings.contains(&small);
    let is_persons = || is_person(&small) || names_person(&small, rest) || is_surname(word);
    if word.chars().count() < 2 || is_persons() || is_opening || precedes_act(text, number) {
        return false;
    }
    // "Nummeret 010203-1234": no thing is named, or its label would be. "4.500 kr. 010203-1234": the amount is over.
    if is_numbered(&small) || WORDS.units.contains(&small) {
        return false;
    }
    if begins(&WORDS.personal_papers, &small) || is_heading(rest, &before[words.len()..]) {
        return false;
    }
    // "Bilag: 0102031234_ansøgning.pdf": the word is none of the name's.
    if is_of_paper(text, number) || begins_file(text, number) {
        return false;
    }
    if is_glued || is_file_name(text, number) {
        let of_paper = |word: &str| is_paper(word) || begins(&WORDS.letters, word);
        // "Ansøgning fra 010203-1234.pdf"
        let former = rest.trim_end().rsplit(|c: char| !is_part(c)).next().unwrap_or("").to_lowercase();
        let of_person = of_paper(&small)
            || is_named_after(joined)
            || is_lead(&small) && of_paper(&former)
            || names_paper(joined);
        return is_file_name(text, number) && !of_person;
    }
    let noun = small.rsplit('-').next().unwrap_or(&small);
    is_acronym(word) || is_noun_of_thing(word, noun, rest)
}

/// Stands a word alone on its line, behind `rest` and with `after` before the number, so that it is a heading: "Bilag"?
fn is_heading(rest: &str, after: &str) -> bool {
    after.contains('\n')
        && (rest.is_empty() || rest.ends_with('\n') || rest.trim_start_matches(['#', ' ']).is_empty())
}

/// Do the words before a number in a file's name end with that of a person, "Holm_Ole_"? One of its words is none of the
/// language's, as those of "Teknisk Notat" are.
fn is_named_after(before: &str) -> bool {
    let words: Vec<&str> =
        before.split(['_', ' ', '-', '\n', ':']).filter(|word| !word.is_empty()).rev().take(2).collect();
    are_names(&words) || words.first().is_some_and(|last| is_surname(last))
}

/// "Klage_over_støj_": is one of the words before a number in a file's name that of a paper about a person?
fn names_paper(before: &str) -> bool {
    let name = before.rsplit(['\n', ':', '/', '\\']).next().unwrap_or(before);
    name.split(['_', ' ', '-']).any(|word| is_paper(&word.to_lowercase()))
}

/// Does what only somebody does follow `number`: "050483-2314 har klaget"?
fn precedes_act(text: &str, number: &Number) -> bool {
    /// In bytes.
    const NEAR: usize = 40;
    let end = usize::from(number.range.end());
    let near = &text[end..text.floor_char_boundary((end + NEAR).min(text.len()))];
    let words: Vec<&str> = near.split_whitespace().collect();
    let behind = words.join(" ").to_lowercase();
    near.starts_with(text::is_space)
        && WORDS.acts_of_people.iter().any(|act| {
            behind.strip_prefix(act.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
}

/// "Jensen", "Overgaard": a name by itself.
fn is_surname(word: &str) -> bool {
    let mut letters = word.chars();
    let titled = letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase);
    let small = word.to_lowercase();
    titled && (WORDS.surnames.contains(&small) || small.ends_with("sen") && readings(&small).is_none())
}

fn are_names(words: &[&str]) -> bool {
    let unknown = |word: &&str| readings(&word.to_lowercase()).is_none() && word.chars().count() > 2;
    ends_with_name(words) && words.iter().any(unknown)
}

fn is_paper(word: &str) -> bool {
    begins(&WORDS.papers, word) || begins(&WORDS.personal_papers, word)
}

/// Is `number` part of the name of a paper about one person: "lægeerklæring 0102031234", "udtalelse_0102031234.pdf"?
pub(super) fn is_of_paper(text: &str, number: &Number) -> bool {
    let before = near(text, number);
    let joined = before.trim_end_matches(['_', '-']);
    let bare = joined.trim_end_matches(' ');
    let word = bare[bare.trim_end_matches(is_part).len()..].to_lowercase();
    let named = || is_paper(&word) || is_named_after(joined);
    if begins(&WORDS.personal_papers, &word) || (is_file_name(text, number) && named()) {
        return true;
    }
    let end = usize::from(number.range.end());
    let near = &text[end..text.floor_char_boundary(end + LONGEST_NAME)];
    let line = near.split('\n').next().unwrap_or("");
    let Some(rest) = line.strip_prefix(['_', '-', ' ']) else { return false };
    let word = &rest[..rest.len() - rest.trim_start_matches(is_part).len()];
    let named = || is_paper(&word.to_lowercase()) && rest[word.len()..].starts_with(['.', '_', ' ']);
    ends_as_file(rest) && (named() || begins_with_name(rest))
}

/// Does the name of a file begin with `number`, behind a label or at the start of a line: "Bilag 1: 010203-1234.pdf"?
pub(super) fn begins_file(text: &str, number: &Number) -> bool {
    let before = near(text, number).trim_end_matches([' ', '\t', '\u{a0}', '"', '(', '[', '<']);
    let line = before.rsplit('\n').next().unwrap_or("");
    let is_first = matches!(line, "" | "-" | "*" | "–") || line.ends_with([':', '•', '|', ';', ',']);
    // "Mail: 0102031234@fjordby.dk"
    let is_mailbox = text[usize::from(number.range.end())..].starts_with('@');
    is_first && !is_mailbox && is_file_name(text, number)
}

/// Does a paper about one person stand right before `number`, and is a person told of on the rest of the line: "Klagen
/// 010203-1234 fra en borger"? By itself it may be the number of an application.
pub(super) fn is_of_somebodys_paper(text: &str, number: &Number) -> bool {
    const NEAR: usize = 6;
    let before = near(text, number).trim_end_matches([' ', '\u{a0}', '\n']);
    let behind = text[usize::from(number.range.end())..].split(['\n', ';', '?', '!']).next().unwrap_or("");
    let mut words = behind.split_whitespace().take(NEAR);
    is_paper(&before[before.trim_end_matches(is_part).len()..].to_lowercase())
        && words.any(|word| is_person(&trimmed(word).to_lowercase()))
}

/// In bytes: a longer name of a file is none.
const LONGEST_NAME: usize = 160;

/// Does the first word of `line`, or the whole of it, end as a file's name does?
fn ends_as_file(line: &str) -> bool {
    let ending = |name: &str| {
        let ending = name.trim_end_matches('.').rsplit_once('.').map_or("", |(_, ending)| ending);
        (2..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    ending(line.trim_end()) || line.split_whitespace().next().is_some_and(ending)
}

/// "Hun har nummer ", "borgeren med nummer ": a number, and whose it is.
fn names_person(word: &str, before: &str) -> bool {
    const NEAR: usize = 3;
    let numbered = WORDS.numbered.iter().any(|numbered| numbered.trim_end_matches('.') == word);
    let mut words = before.split_whitespace().rev().take(NEAR);
    numbered && words.any(|word| is_person(&trimmed(word).to_lowercase()))
}

/// Does the name of a person follow: "Klage 010203-1234 fra Ida Holm", "010203-1234, Ida Holm"?
pub(super) fn precedes_name(text: &str, number: &Number) -> bool {
    /// In bytes.
    const NEAR: usize = 60;
    let end = usize::from(number.range.end());
    let near = &text[end..text.floor_char_boundary((end + NEAR).min(text.len()))];
    let line = near.split(['\n', '\r']).next().unwrap_or("");
    let after = line.trim_start_matches([' ', ',', '(', '-', '–', ':', ')']);
    let lead = after.split(' ').next().unwrap_or("");
    let after = if is_lead(&lead.to_lowercase()) { &after[lead.len()..] } else { after };
    let words: Vec<&str> = after.split_whitespace().take(2).collect();
    let ended = words.first().is_some_and(|word| word.ends_with(['.', ',', ';', ':']));
    let reversed: Vec<&str> = words.into_iter().rev().collect();
    line.len() > after.len() && !ended && ends_with_name(&reversed)
}

/// "Holm_Ole.pdf": does the name of a file begin with that of a person?
fn begins_with_name(name: &str) -> bool {
    let bare = name.split('.').next().unwrap_or(name);
    let words: Vec<&str> = bare.split(['_', '-', ' ']).filter(|word| !word.is_empty()).take(2).collect();
    are_names(&words)
}

/// Does its sentence tell of an entry in the land register, and of no person?
pub(super) fn is_registered(text: &str, number: &Number) -> bool {
    let before = near(text, number);
    let sentence = before.rsplit([';', '\n', '?', '!']).next().unwrap_or("").to_lowercase();
    let mut words = sentence.split(|c: char| !c.is_alphanumeric());
    words.any(|word| begins(&WORDS.registered, word)) && !is_of_person(text, number)
}

fn is_noun_of_thing(word: &str, small: &str, rest: &str) -> bool {
    /// In letters.
    const SMALL_WORD: usize = 4;
    let readings = readings_of_compound(small);
    // "man" and "siden" are nouns too.
    let small_word = readings.any(Readings::OTHER) && small.chars().count() <= SMALL_WORD || is_lead(small);
    if !readings.any(Readings::NOUN) || small_word {
        return false;
    }
    if !word.starts_with(char::is_uppercase) {
        return WORDS.nouns_like_verbs.iter().any(|noun| noun == small) || !readings.any(VERB_BEFORE);
    }
    // Elsewhere a capital makes it a name: "Ole Skov 010203-1234".
    let former = rest.trim_end().rsplit(char::is_whitespace).next().unwrap_or("");
    begins_sentence(rest) || is_acronym(former)
}

/// Is a person named beside `number`: by a word for one, by a name, or as what a case is about?
pub(super) fn is_of_person(text: &str, number: &Number) -> bool {
    /// At most this many words back a person may be named.
    const NEAR: usize = 6;
    names_somebody(text, number, NEAR)
}

/// Does a word like "til" or "fra" stand right before `number`: "bevilget til 010203 - 1234"?
pub(super) fn follows_lead(text: &str, number: &Number) -> bool {
    let last = near(text, number).rsplit(char::is_whitespace).find(|word| !word.is_empty()).unwrap_or("");
    is_lead(&trimmed(last).to_lowercase())
}

/// Does a word stand right before `number` that says no more than that a number follows: "Nummeret 010203:1234"?
pub(super) fn follows_number_word(text: &str, number: &Number) -> bool {
    let last = near(text, number).rsplit(char::is_whitespace).find(|word| !word.is_empty()).unwrap_or("");
    is_numbered(&last.to_lowercase())
}

/// Is a person named right beside `number`, with no verb between: "Klageren, 010203-1234"?
pub(super) fn follows_person(text: &str, number: &Number) -> bool {
    names_somebody(text, number, 1) || precedes_name(text, number) || is_of_paper(text, number)
}

fn names_somebody(text: &str, number: &Number, n_words: usize) -> bool {
    let before = without_count(without_former(near(text, number)));
    let sentence = before.rsplit([';', '\n', '?', '!']).next().unwrap_or("");
    let words = sentence.split_whitespace().rev().filter(|word| !trimmed(word).is_empty());
    let words: Vec<&str> = words.take(n_words.max(2)).collect();
    let small: Vec<String> = words.iter().map(|word| trimmed(word).to_lowercase()).collect();
    // "Ib Toft (": the lists of names know the short ones.
    let is_short = |name: TextRange| {
        let first = sentence[name].split(' ').next().unwrap_or_default();
        first.chars().count() == 2 && !sentence[usize::from(name.end())..].contains(char::is_alphanumeric)
    };
    small.iter().take(n_words).any(|word| is_person(word))
        || is_about(&small)
        || ends_with_name(&words)
        || people_in(sentence).any(is_short)
}

/// "sagen om", "en underretning fra"; `words` come from behind.
fn is_about(words: &[String]) -> bool {
    let [last, former, ..] = words else { return false };
    // "Fuldmagten gælder for"
    let is_given = words.get(2).is_some_and(|paper| is_paper(paper)) && WORDS.given.contains(former);
    is_lead(last) && is_given
        || is_lead(last)
            && (begins(&WORDS.matters, former) || is_paper(former) || begins(&WORDS.letters, former))
}

fn is_lead(word: &str) -> bool {
    WORDS.leads.iter().any(|lead| lead.trim_end_matches('.') == word)
}

/// "Ole Holm, ", "Ole Holm ("; `words` come from behind.
fn ends_with_name(words: &[&str]) -> bool {
    /// Longer nouns are no surnames: "Fjordby Sparekasse".
    const LONGEST_NOUN: usize = 6;
    let is_name = |word: &&&str| {
        let bare = trimmed(word);
        bare.chars().count() > 2
            && bare.starts_with(char::is_uppercase)
            && bare.chars().skip(1).all(|c| c.is_lowercase() || matches!(c, '-' | '\''))
    };
    let mut words = words.iter().filter(|word| !trimmed(word).is_empty());
    let (Some(last), Some(first)) = (words.next().filter(is_name), words.next().filter(is_name)) else {
        return false;
    };
    let last = trimmed(last).to_lowercase();
    let is_noun = readings_of_compound(&last).any(Readings::NOUN) && last.chars().count() > LONGEST_NOUN;
    let is_noun = is_noun && !WORDS.surnames.contains(&last);
    !is_noun && !first.ends_with(['.', ',', ':', ';'])
}

/// "Barn 2/" as "Barn": which of several it is.
fn without_count(before: &str) -> &str {
    let rest = before.strip_suffix(['/', ':', '-', '–']).unwrap_or(before);
    let counted = rest.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_count = rest.len() < before.len() && (1..=2).contains(&(rest.len() - counted.len()));
    if is_count && counted.ends_with([' ', '.']) { counted } else { before }
}

/// `before` without the numbers of the same list: "kontrakt 010203-1234, 020304-1234 og ".
fn without_former(before: &str) -> &str {
    let mut rest = before;
    loop {
        let mut end = rest.trim_end_matches(|c: char| {
            c.is_whitespace() || matches!(c, ',' | ';' | '/' | '-' | '–' | '+' | '&')
        });
        for word in [" og", " samt", " til", " eller"] {
            end = end.strip_suffix(word).unwrap_or(end).trim_end_matches([',', ' ']);
        }
        let former = end.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '–' | ' '));
        let digits = end[former.len()..].bytes().filter(u8::is_ascii_digit).count();
        if digits != 10 {
            return rest;
        }
        rest = former;
    }
}

/// What stands before `number` in its paragraph.
fn near<'t>(text: &'t str, number: &Number) -> &'t str {
    /// In bytes.
    const NEAR: usize = 120;
    let end = usize::from(number.range.start());
    let before = &text[range(text.floor_char_boundary(end.saturating_sub(NEAR)), end)];
    before.rfind("\n\n").map_or(before, |at| &before[at + 2..])
}

/// Is `number` part of the name of a file, and has the check digit that personal numbers had up to 2007: "referat
/// 0101701234.docx"? One in some three hundred numbers of other things does.
pub(super) fn is_checked_file(text: &str, number: &Number) -> bool {
    number.is_checked(text) && is_file_name(text, number)
}

/// Is the number part of the name of a file: "plan-010203-1234_ny.pdf"?
fn is_file_name(text: &str, number: &Number) -> bool {
    let after = &text[usize::from(number.range.end())..];
    // "010203-1234@fjordby.dk" is an address.
    if after.starts_with('@') {
        return false;
    }
    let name = after.split(|c: char| c.is_whitespace() || matches!(c, ')' | ',' | '"')).next().unwrap_or("");
    ends_as_file(name)
}

/// "KMD", "WorkZone"
fn is_acronym(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 2 && capitals >= 2 && !word.contains('-') && (capitals < letters || letters <= 6)
}

/// Does `before` end where a sentence or a line begins?
fn begins_sentence(before: &str) -> bool {
    let line = before.trim_end_matches([' ', '\t', '\u{a0}']);
    line.is_empty()
        || line.ends_with(['\n', '.', '!', '?', ':', '-', '*', '|', '#', '>', '(', '"', '”', '»', '•'])
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '&')
}

fn trimmed(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn begins(list: &[String], word: &str) -> bool {
    list.iter().any(|beginning| word.starts_with(beginning.as_str()))
}
