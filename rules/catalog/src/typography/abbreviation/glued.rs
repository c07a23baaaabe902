//! A stop with a letter or digit right after it: "stk.1", "pr.sms", "1.kvartal".

use danish::abbreviations::abbreviations;
use danish::date::month_from;
use danish::letters::is_word_part;
use danish::lexicon::{Readings, readings_of_compound};
use text::{TextRange, range};

/// Abbreviations that a number follows.
const NUMBERED: &[&str] = &[
    "stk.", "nr.", "pkt.", "kap.", "ca.", "pr.", "inkl.", "ekskl.", "max.", "maks.", "min.", "litr.", "kr.",
];

/// Abbreviations that a word follows.
const WORDED: &[&str] = &[
    "pr.", "ca.", "jf.", "inkl.", "ekskl.", "vedr.", "evt.", "ift.", "iht.", "ifm.", "hhv.", "mht.", "pga.",
    "dvs.", "pct.", "stk.", "mio.", "mia.", "adm.", "bl.a.", "f.eks.",
];

/// How the names of files and pages end.
const ENDINGS: &[&str] =
    &["dk", "com", "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "jpg", "png", "msg", "txt", "zip"];

/// The abbreviation or ordinal number whose stop is at byte `stop`, with the word that is glued to it.
pub(super) fn around(text: &str, stop: usize) -> Option<TextRange> {
    let rest = &text[stop + 1..];
    let word = &rest[..rest.find(|c| !is_word_part(c)).unwrap_or(rest.len())];
    let digit = text[..stop].ends_with(|c: char| c.is_ascii_digit());
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    // "nr.15.24"
    let numbered = number(word) && rest[word.len()..].strip_prefix('.').is_some_and(number);
    if ENDINGS.contains(&word) || (is_address(&rest[word.len()..]) && !numbered) {
        return None;
    }
    let start = if digit { ordinal(text, stop, word) } else { abbreviation(text, stop, word) }?;
    Some(range(start, stop + 1 + word.len()))
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
    (!longer && !compound && follows.contains(&form)).then_some(start)
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
