//! What the words in front of ten digits say that they are.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::near::near_before;
use crate::number::{Joint, Number, is_personal, names_personal};
use crate::table::{Columns, column_title, columns, in_cell};
use danish::lexicon::{Readings, readings_of_compound};

/// What `rules/data/lists/cpr.toml` says besides what the recogniser reads of it.
#[derive(Deserialize)]
pub(super) struct Words {
    persons: Vec<String>,
    persons_alone: Vec<String>,
    person_endings: Vec<String>,
    pub(super) acts_of_people: Vec<String>,
    pub(super) nouns_like_verbs: Vec<String>,
    pub(super) papers: Vec<String>,
    pub(super) personal_papers: Vec<String>,
    pub(super) letters: Vec<String>,
    pub(super) given: Vec<String>,
    pub(super) own_cases: Vec<String>,
    pub(super) openings: Vec<String>,
    pub(super) surnames: Vec<String>,
    pub(super) matters: Vec<String>,
    pub(super) leads: Vec<String>,
    other: Vec<String>,
    logins: Vec<String>,
    production: Vec<String>,
    cases: Vec<String>,
    case_words: Vec<String>,
    registers: Vec<String>,
    pub(super) registered: Vec<String>,
    codes: Vec<String>,
    money: Vec<String>,
    endings: Vec<String>,
    own_numbers: Vec<String>,
    loose: Vec<String>,
    substitutes: Vec<String>,
    talks: Vec<String>,
    pub(super) numbered: Vec<String>,
    fillers: Vec<String>,
    cards: Vec<String>,
    phones: Vec<String>,
    pub(super) scanners: Vec<String>,
    pub(super) units: Vec<String>,
    pub(super) clocks: Vec<String>,
    pub(super) days: Vec<String>,
    birth_labels: Vec<String>,
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| data::read("cpr"));

/// What stands in front of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// "CPR-nr.:"
    Personal,
    /// "tlf."
    Phone,
    /// "borgersag", "patientnr."
    OwnCase,
    /// "sagsnr.", "journalnr.", which some offices fill with a person's number.
    Case,
    /// "P-nr.:", "konto nr.", "dato/løbenr.:"
    Other,
    /// A word for personal numbers stands in the same paragraph, near before or right after.
    Near,
    /// Nothing that says what it is.
    None,
}

impl Label {
    /// What is in front of `number`.
    pub(super) fn before(text: &str, number: &Number) -> Self {
        /// At most this many words back a number is named.
        const NEAR: usize = 6;
        let near = near_before(text, number.range.start().into());
        // What stands in other cells of a table is about those.
        let before =
            in_cell(text, number.range.start().into()).map_or_else(|| near.clone(), str::to_lowercase);
        // "[Sagen](010203-1234.pdf)": the words of a link are none for the name of its file.
        let before = if before.ends_with("](") { String::new() } else { before };
        // "Cpr-/cvr-nr.: ", "?cpr="
        let mut wholes = before.split(char::is_whitespace).rev().filter(|word| !is_listed(word));
        let last = wholes.next().unwrap_or("");
        let last_of_all = if is_numbered(last) { wholes.next().unwrap_or("") } else { "" };
        if [last, last_of_all].into_iter().any(|word| is_personal(word) || begins(&WORDS.cards, word)) {
            return Self::Personal;
        }
        let bare = before.trim_end_matches(|c: char| !c.is_alphanumeric());
        if WORDS.birth_labels.iter().any(|label| bare.ends_with(label.as_str())) {
            return Self::Personal;
        }
        let parts = |c: char| !c.is_alphanumeric() && !matches!(c, '.' | '-');
        let words: Vec<&str> =
            without_country(&before).split(parts).rev().filter(|word| !is_listed(word)).take(NEAR).collect();
        match columns(text, number.range) {
            Some(Columns::Personal) => return Self::Personal,
            Some(Columns::Other) => return Self::Other,
            _ => {}
        }
        let column = column_title(text, number.range.start().into()).to_lowercase();
        if is_personal(&column) {
            return Self::Personal;
        }
        if is_other(column.trim(), false, number.joint) {
            return Self::Other;
        }
        if leads_from_word(&words) || is_bare_number_word(text, number) && is_personal(&after(text, number)) {
            return Self::Near;
        }
        // "Jour. nr."; "Han er død. Nr. 010203-1234" is two sentences.
        let label =
            text[..usize::from(number.range.start())].trim_end_matches(|c: char| !c.is_alphanumeric());
        // "Udvalget drøftede sagen. 0102031234 har klaget": the sentence is over.
        let named =
            named(&words, label.ends_with("nr")).filter(|(word, numbered)| *numbered || !ends_sentence(word));
        if named.is_some_and(|(word, _)| begins(&WORDS.cases, word)) && is_personal(&after(text, number)) {
            return Self::Near;
        }
        // "Fødselsdato og løbenr.: 260349 løbenr. 1577"
        let of_birth = || number.joint == Joint::Word && names_personal(text, number.range.start().into());
        match named {
            // "Telefonsamtale med 010203-1234"
            Some((word, false)) if is_talk(word) => Self::None,
            Some((word, _)) if begins(&WORDS.phones, word) => Self::Phone,
            Some((word, _)) if begins(&WORDS.logins, word) && number.joint == Joint::Hyphen => Self::Case,
            Some((word, _)) if numbers_person(word) && number.joint == Joint::Hyphen => Self::OwnCase,
            Some((word, _)) if word.starts_with("løb") && of_birth() => Self::Near,
            Some((word, _)) if number.substitute && numbers_substitute(word) => Self::Near,
            Some((word, _)) if begins(&WORDS.own_cases, word) && number.joint == Joint::Hyphen => {
                Self::OwnCase
            }
            Some((word, _)) if begins(&WORDS.production, word) && number.joint == Joint::Hyphen => Self::Near,
            Some((word, numbered)) if is_other(word, numbered, number.joint) => {
                // Production units are numbered from 1001000000 on.
                let unit = begins(&WORDS.production, word) && text[number.range].starts_with('1');
                // The numbers of a register fit the check digit by chance alone.
                let is_counted = begins(&WORDS.registers, word) && !number.is_checked(text);
                let case = begins(&WORDS.cases, word) && number.joint == Joint::Hyphen && !is_counted;
                let person = begins(&WORDS.production, word) && !unit || case;
                if person { Self::Case } else { Self::Other }
            }
            _ if is_personal(&near) || is_personal(&after(text, number)) => Self::Near,
            _ => Self::None,
        }
    }
}

/// "Cpr nr er", "Oplyst cpr nr var": does a word for personal numbers stand before, and nothing but small words, verbs and "nr."
/// behind it? `words` come from behind.
fn leads_from_word(words: &[&str]) -> bool {
    let Some(at) = words.iter().position(|word| is_personal(word)) else { return false };
    let is_small =
        |word: &&str| is_numbered(word) || readings_of_compound(word).any(Readings::OTHER | Readings::VERB);
    words[..at].iter().all(is_small)
}

/// "Nr. 010203-1234 (cpr)": does its line begin with the word that says no more than that a number follows?
fn is_bare_number_word(text: &str, number: &Number) -> bool {
    let before = &text[..usize::from(number.range.start())];
    let line = before.rsplit('\n').next().unwrap_or_default().trim();
    line.starts_with(char::is_uppercase) && is_numbered(&line.to_lowercase())
}

/// "sagen.": a word of the language with a stop, and no short form.
fn ends_sentence(word: &str) -> bool {
    /// A shorter one may be a short form, in letters.
    const SHORTEST: usize = 5;
    word.strip_suffix('.')
        .is_some_and(|bare| bare.chars().count() >= SHORTEST && !readings_of_compound(bare).is_none())
}

/// "tlf. +49 ", without the code of the country.
fn without_country(before: &str) -> &str {
    let digits = before.trim_end_matches([' ', '\u{a0}', ')']);
    let sign = digits.trim_end_matches(|c: char| c.is_ascii_digit());
    let short = (1..=3).contains(&(digits.len() - sign.len()));
    sign.strip_suffix('+').or_else(|| sign.strip_suffix("(+")).filter(|_| short).unwrap_or(before)
}

/// The word that says what is numbered, and whether "nr." or the like follows it; `words` come from behind. That word may end in
/// a stop where it `may_be_short`: "dok. nr."
fn named<'w>(words: &[&'w str], may_be_short: bool) -> Option<(&'w str, bool)> {
    /// In bytes, with the stop.
    const SHORT: usize = 8;
    let is_filler = |word: &&&str| WORDS.fillers.iter().any(|filler| filler == **word);
    let mut rest = words.iter().skip_while(is_filler);
    let last = rest.next()?;
    if !is_numbered(last) {
        // "Nummeret på måleren er 010203-1234"
        let numbered = rest.find(|word| !is_filler(word)).is_some_and(|word| is_numbered(word));
        return Some((last, numbered));
    }
    // "Hun har fået det nye nummer 010203-1234"
    let mut may_be_short = may_be_short;
    let mut rest = rest.take_while(|word| {
        let is_short = std::mem::take(&mut may_be_short) && word.len() <= SHORT;
        is_short || !word.ends_with('.') || is_numbered(word)
    });
    rest.find(|word| !is_filler(word) && (is_person(word) || is_noun(word))).map(|word| (*word, true))
}

fn is_other(word: &str, numbered: bool, joint: Joint) -> bool {
    if begins(&WORDS.logins, word) {
        return true;
    }
    if word.is_empty() || is_person(word) || is_personal(word) {
        return false;
    }
    // "I sagen 010203-1234" may well be a person's.
    let case = word.starts_with("sag") && (numbered || matches!(joint, Joint::None | Joint::Sign));
    let named = WORDS.endings.iter().any(|end| word.len() > end.len() && word.ends_with(end.as_str()));
    // "Udbetalt 4.500 kr. 010203-1234 fik afslag"
    let sum = joint != Joint::Hyphen && WORDS.money.iter().any(|money| money == word);
    let code = sum || WORDS.codes.iter().any(|code| code == word);
    let production = joint != Joint::Hyphen && begins(&WORDS.production, word);
    case || named || code || production || (numbered && is_noun(word)) || begins(&WORDS.other, word)
}

/// Does a label stand before `number` that names it loosely, so that a person's may follow: "id", "konto", "ref."?
pub(super) fn follows_loose(text: &str, number: &Number) -> bool {
    let is_loose = |word: &str| {
        let bare = word.trim_end_matches(['.', ':']);
        WORDS.loose.iter().any(|own| own == bare) || numbers_person(word)
    };
    label_of(text, number).is_some_and(|word| is_loose(&word))
}

/// "Sag 141055-2218": does the word for a case, and none for its number, stand right before?
pub(super) fn follows_case(text: &str, number: &Number) -> bool {
    let before = near_before(text, number.range.start().into());
    let last = before.split(|c: char| !c.is_alphanumeric()).rfind(|word| !word.is_empty());
    last.is_some_and(|last| WORDS.case_words.iter().any(|word| word == last))
        && !follows_program(text, number)
}

/// "KMD Sag 141055-2218": do capitals name the program that gave the case its number?
fn follows_program(text: &str, number: &Number) -> bool {
    /// In bytes.
    const NEAR: usize = 40;
    let start = usize::from(number.range.start());
    let near = &text[text.floor_char_boundary(start.saturating_sub(NEAR))..start];
    let mut words = near.split(|c: char| !c.is_alphanumeric()).rev().filter(|word| !word.is_empty());
    words.nth(1).is_some_and(|word| word.len() > 1 && word.chars().all(char::is_uppercase))
}

/// Does `word` begin as a paper about one person does: "ansøgning"?
pub(super) fn is_of_paper_word(word: &str) -> bool {
    begins(&WORDS.papers, word) || begins(&WORDS.personal_papers, word)
}

/// "Lånernummer 0102031234"
pub(super) fn follows_own_number(text: &str, number: &Number) -> bool {
    label_of(text, number).is_some_and(|word| numbers_person(&word))
}

/// The word that names `number`, in small letters.
fn label_of(text: &str, number: &Number) -> Option<String> {
    let before = near_before(text, number.range.start().into());
    let parts = |c: char| !c.is_alphanumeric() && !matches!(c, '.' | '-');
    let is_filler = |word: &&str| is_listed(word) || WORDS.fillers.iter().any(|filler| filler == *word);
    before.split(parts).rev().find(|word| !is_filler(word)).map(str::to_owned)
}

/// Does a word before `number` name another kind of number, though more words stand between?
pub(super) fn is_another(text: &str, number: &Number) -> bool {
    const NEAR: usize = 6;
    let before = near_before(text, number.range.start().into());
    let mut words = before.split(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '-')).rev().take(NEAR);
    words.any(|word| begins(&WORDS.phones, word) || is_other(word, false, number.joint))
}

/// Does `word`, in small letters, mean a person: "borgeren", "skoleelever"?
pub(super) fn is_person(word: &str) -> bool {
    /// A shorter word ends too many others: "motor" is no "far".
    const COMPOUND: usize = 4;
    let ends = |ending: &str| WORDS.person_endings.iter().any(|known| known == ending);
    let alone = |person: &String| word.strip_prefix(person.as_str()).is_some_and(ends);
    let last = |person: &String| {
        let Some(at) = word.rfind(person.as_str()) else { return false };
        (at == 0 || person.chars().count() >= COMPOUND) && ends(&word[at + person.len()..])
    };
    WORDS.persons.iter().any(last) || WORDS.persons_alone.iter().any(alone)
}

/// "patientnr.", "klient-id": the number of a person, who has no other.
fn numbers_person(word: &str) -> bool {
    let ends = WORDS.endings.iter().filter_map(|end| word.strip_suffix(end.as_str()));
    ends.into_iter().any(|stem| {
        let stem = stem.trim_end_matches('-');
        WORDS.own_numbers.iter().any(|own| own == stem || stem.strip_suffix('s') == Some(own))
    })
}

/// "erstatningsnummer": that of somebody who has no other.
fn numbers_substitute(word: &str) -> bool {
    begins(&WORDS.substitutes, word) && WORDS.endings.iter().any(|end| word.ends_with(end.as_str()))
}

/// "telefonsamtale", "journalnotat": what is about somebody, by its last part.
fn is_talk(word: &str) -> bool {
    WORDS.talks.iter().any(|talk| word.ends_with(talk.as_str()))
}

/// "tilbud" in "tilbud nr.": a word and no number or sign, and no verb or adjective, as in "gælder nr.", "det nye nummer".
fn is_noun(word: &str) -> bool {
    /// In letters: "for" and "om" are nouns too.
    const SMALL_WORD: usize = 4;
    let readings = readings_of_compound(word);
    let noun = readings.is_none() || readings.any(Readings::NOUN);
    let small_word = readings.any(Readings::OTHER) && word.chars().count() <= SMALL_WORD;
    word.chars().filter(|c| c.is_alphabetic()).count() > 1 && noun && !small_word
}

pub(super) fn is_numbered(word: &str) -> bool {
    let bare = word.trim_end_matches([':', '=', ',']);
    WORDS.numbered.iter().any(|numbered| numbered == bare)
}

fn begins(list: &[String], word: &str) -> bool {
    list.iter().any(|beginning| word.starts_with(beginning.as_str()))
}

/// In a list of such numbers the word stands before the first of them.
fn is_listed(word: &str) -> bool {
    matches!(word, "" | "og" | "samt" | "-" | "–" | "/" | ":" | "=" | "." | "is")
        || word.chars().filter(char::is_ascii_digit).count() == 10
}

/// "010203-1234 (CPR)", "010203-1234, cpr)": what follows on the line.
fn after(text: &str, number: &Number) -> String {
    /// In bytes.
    const NEAR: usize = 40;
    let end = usize::from(number.range.end());
    let after = &text[end..text.floor_char_boundary((end + NEAR).min(text.len()))];
    // "(f. 010203-1234, cpr)"
    let line = after.trim_start_matches([',', ';', ' ']).split(['\n', '.', ',', ';']).next().unwrap_or("");
    // What follows further on may be the label of the next number.
    let own = line.find(|c: char| c.is_ascii_digit()).map_or(line, |_| "");
    own.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::Label;
    use crate::recogniser::numbers;

    #[test]
    fn the_first_line_of_a_table_says_what_stands_in_a_column() {
        let label = |text: &str| Label::before(text, &numbers(text).last().expect("a number"));
        let table = |title: &str| {
            format!("| Navn | {title} | By |\n|---|---|---|\n| A | 2 | b |\n| Ole | 0102031234 | b |")
        };
        assert_eq!(label(&table("CPR")), Label::Personal);
        assert_eq!(label(&table("Sagsnr.")), Label::Other);
        assert_eq!(label(&table("Oplysning")), Label::None);
    }
}
