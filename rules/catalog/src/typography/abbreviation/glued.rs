//! A stop with a letter or digit right after it: "stk.1", "pr.sms", "1.kvartal", "uge.12".

use std::sync::LazyLock;

use danish::abbreviations::abbreviations;
use danish::date::month_from;
use danish::letters::is_word_part;
use danish::lexicon::{Readings, readings_of_compound};
use danish::spelling::is_known;
use rustc_hash::FxHashSet;
use serde::Deserialize;
use text::{TextRange, is_space, range};

#[derive(Deserialize)]
struct NumberedNouns {
    apart: FxHashSet<Box<str>>,
}

/// Nouns before a number, which no stop stands between.
static NUMBERED_NOUNS: LazyLock<NumberedNouns> = LazyLock::new(|| data::read("numbered_things"));

/// Abbreviations that a number follows.
const NUMBERED: &[&str] = &[
    "stk.", "nr.", "pkt.", "kap.", "ca.", "pr.", "inkl.", "ekskl.", "max.", "maks.", "min.", "litr.", "kr.",
];

/// Abbreviations that a word follows.
const WORDED: &[&str] = &[
    "pr.", "ca.", "jf.", "inkl.", "ekskl.", "vedr.", "evt.", "ift.", "iht.", "ifm.", "hhv.", "mht.", "pga.",
    "dvs.", "pct.", "stk.", "mio.", "mia.", "adm.", "bl.a.", "f.eks.", "kr.",
];

/// How the names of files and pages end.
const ENDINGS: &[&str] =
    &["dk", "com", "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "jpg", "png", "msg", "txt", "zip"];

/// The abbreviation or ordinal number whose stop is at byte `stop`, with the word that is glued to it, and how that is written.
pub(super) fn around(text: &str, stop: usize) -> Option<(TextRange, String)> {
    let rest = &text[stop + 1..];
    let word = &rest[..rest.find(|c| !is_word_part(c)).unwrap_or(rest.len())];
    let apart = |start: usize, stop_sign: &str| {
        let right = format!("{}{stop_sign} {word}", &text[start..stop]);
        (range(start, stop + 1 + word.len()), right)
    };
    if let Some(start) = numbered(text, stop, word) {
        return Some(apart(start, ""));
    }
    if let Some(start) = dated(text, stop) {
        return Some(apart(start, "."));
    }
    let digit = text[..stop].ends_with(|c: char| c.is_ascii_digit());
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    // "nr.15.24"
    let numbered = number(word) && rest[word.len()..].strip_prefix('.').is_some_and(number);
    if ENDINGS.contains(&word) || (is_address(&rest[word.len()..]) && !numbered) {
        return None;
    }
    let start = if digit { ordinal(text, stop, word) } else { abbreviation(text, stop, word) }?;
    Some(apart(start, "."))
}

/// Where the noun begins that has a stop and no space before its number: "uge.12", "bilag.3". Where a noun of many follows, the stop may
/// end a sentence: "Se bilag.12 elever har svaret".
fn numbered(text: &str, stop: usize, word: &str) -> Option<usize> {
    const MOST_DIGITS: usize = 2;
    let start = text[..stop].trim_end_matches(char::is_alphabetic).len();
    let number = word.len() <= MOST_DIGITS && word.bytes().all(|byte| byte.is_ascii_digit());
    let after = &text[stop + 1 + word.len()..];
    let next = after.trim_start_matches(' ');
    let next = &next[..next.len() - next.trim_start_matches(char::is_alphabetic).len()];
    let counts = readings_of_compound(next).any(Readings::PLURAL)
        || after.starts_with(['.', ',', '-', '/', '%']) && {
            after[1..].starts_with(|c: char| c.is_ascii_digit())
        };
    let named = number && NUMBERED_NOUNS.apart.contains(&*text[start..stop].to_lowercase());
    (named && !counts && text[..start].ends_with([' ', '(', '\n'])).then_some(start)
}

/// Where "d." begins before a date in numbers: "d.1.11.", "d.24/12".
fn dated(text: &str, stop: usize) -> Option<usize> {
    let before = text[..stop].strip_suffix('d')?;
    let (day, rest) = number(&text[stop + 1..])?;
    let (month, rest) = number(rest.strip_prefix(['.', '/'])?)?;
    let alone = before.is_empty() || before.ends_with([' ', '\u{a0}', '(', '\n', ',', '/']);
    let date = (1..=31).contains(&day) && (1..=12).contains(&month);
    (alone && date && !rest.starts_with(|c: char| c.is_alphabetic())).then_some(before.len())
}

/// The number of one or two digits that `text` begins with, and what is behind it.
fn number(text: &str) -> Option<(u32, &str)> {
    const MOST_DIGITS: usize = 2;
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let value = text[..digits].parse().ok().filter(|_| digits <= MOST_DIGITS)?;
    Some((value, &text[digits..]))
}

/// Where the abbreviation begins that ends at `stop`, if `word` cannot be part of it.
fn abbreviation(text: &str, stop: usize, word: &str) -> Option<usize> {
    let found = abbreviations().before(text, stop + 1)?;
    let form = found.form.as_str();
    let start = stop + 1 - form.len();
    // "cand.jur." is longer than "cand.".
    let longer = abbreviations().at(text, start).is_some_and(|longest| longest.form.len() > form.len());
    let number = word.starts_with(|c: char| c.is_ascii_digit());
    let follows = if number { NUMBERED } else { WORDED };
    // "pct.point" is "procentpoint", one word.
    let compound = matches!(form, "pct.") && word.starts_with("point");
    // "500 kr.for en plads", "500 kr.Det er": but "Kr.Hyllinge" is a place.
    let begins = |word: &str| {
        let small = word.to_lowercase();
        word.chars().skip(1).all(char::is_lowercase) && word.chars().count() > 1 && is_known(&small)
    };
    let money = form == "kr."
        && text[..start].trim_end_matches(is_space).ends_with(|c: char| c.is_ascii_digit() || c == '.');
    let counted = form != "kr." || number || money && (word.starts_with(char::is_lowercase) || begins(word));
    (!longer && !compound && counted && follows.contains(&form)).then_some(start)
}

/// Where the number of "1.kvartal" begins. The names of months are the business of the rules on dates.
fn ordinal(text: &str, stop: usize, word: &str) -> Option<usize> {
    let before = text[..stop].trim_end_matches(|c: char| c.is_ascii_digit());
    let ordinal = matches!(stop - before.len(), 1 | 2) && before.ends_with([' ', '\u{a0}', '(', '”']);
    let small = word.chars().count() > 2 && word.chars().all(char::is_lowercase);
    // "1.behandlet" is a verb, and whether it is an ordinal at all only the writer knows.
    let counted = readings_of_compound(word);
    let noun = counted.any(Readings::NOUN) && !counted.any(Readings::PARTICIPLE | Readings::PAST);
    (ordinal && small && noun && month_from(word).is_none()).then_some(before.len())
}

/// Does a word go on with `rest` as addresses do: "nr.dk/a", "a.b@c"?
fn is_address(rest: &str) -> bool {
    let mut chars = rest.chars();
    match chars.next() {
        Some('/' | '@' | '_') => true,
        Some('.') => chars.next().is_some_and(is_word_part),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::typography::abbreviation::RULE;
    use document::fixture::{check, check_fix};

    #[test]
    fn a_number_and_a_word_stand_apart_from_what_leads_to_them() {
        check_fix(
            &RULE,
            "1. Skoler\n\nDet er i uge.12 og uge 13, se bilag.3. Mødet er d.1.11. og d.24/12, det koster 500 kr.for en plads.\n",
            "1. Skoler\n\nDet er i uge 12 og uge 13, se bilag 3. Mødet er d. 1.11. og d. 24/12, det koster 500 kr. for en plads.\n",
        );
        check_fix(
            &RULE,
            "1. Skoler\n\nProjektet koster 500 kr.Det er dyrt, og møderne er (d.3.4.2022) i salen.\n",
            "1. Skoler\n\nProjektet koster 500 kr. Det er dyrt, og møderne er (d. 3.4.2022) i salen.\n",
        );
    }

    #[test]
    fn ignores_sentences_that_end_there_and_other_numbers() {
        for line in [
            "Se det sidste bilag.12 elever har svaret. Det sker den uge.3 børn kommer.",
            "Vi mødtes hos Kr.Hansen, og filen hedder d.1.11.txt.",
            "Se bilag.3.4 og punkt 2.1, og d.40.20 er ingen dato.",
        ] {
            check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n"));
        }
    }
}
