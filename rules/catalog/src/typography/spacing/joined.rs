//! A word glued to what stands before it: "Afbud:Ida", "1hold".

use danish::lexicon::{Readings, readings};
use danish::spelling::is_known;
use lint::PartView;
use text::{TextRange, range};

/// In letters: a shorter word before a colon may be a sign or the name of a drive.
const SHORTEST: usize = 4;

/// Is a name or a sentence glued to the colon at byte `at`, behind a word of the language?
pub(super) fn is_glued_to_colon(view: &PartView<'_>, at: usize) -> bool {
    let (before, after) = (&view.text[..at], &view.text[at + 1..]);
    let word = &before[before.trim_end_matches(char::is_alphabetic).len()..];
    let lead = &before[..before.len() - word.len()];
    let next = &after[..after.len() - after.trim_start_matches(char::is_alphabetic).len()];
    let mut letters = next.chars();
    let capital = letters.next().is_some_and(char::is_uppercase)
        && letters.clone().count() > 1
        && letters.all(char::is_lowercase);
    // "Kilde:Vejledning/1", "a.Felt:Navn", "Felt:Navn:Type" are addresses of some program.
    let apart = lead.is_empty() || lead.ends_with([' ', '\u{a0}', '\n', '\t', '•', '(']);
    let goes_on = after[next.len()..].starts_with([':', '/', '\\', '_', '=', '(', '@', '.', '-'])
        && !ends_sentence(&after[next.len()..]);
    capital
        && apart
        && !goes_on
        && word.chars().count() >= SHORTEST
        && word.chars().skip(1).all(char::is_lowercase)
        && is_known(&word.to_lowercase())
        && view.is_prose(range(at - word.len(), at + 1 + next.len()))
}

/// Does a full stop at the beginning of `rest` end the sentence there?
fn ends_sentence(rest: &str) -> bool {
    rest.strip_prefix('.').is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\n', '\r']))
}

/// Where the word begins that is glued to the number of what it counts: "1hold", "2gæster".
pub(super) fn counted(view: &PartView<'_>, run: TextRange) -> Option<usize> {
    const MOST_DIGITS: usize = 3;
    const FEWEST_LETTERS: usize = 4;
    let word = &view.text[run];
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let noun = &word[digits..];
    let small = noun.chars().count() >= FEWEST_LETTERS && noun.chars().all(char::is_lowercase);
    if digits == 0 || digits > MOST_DIGITS || !small || !readings(noun).any(Readings::PLURAL) {
        return None;
    }
    let (before, after) = (view.char_before(run.start().into()), view.char_after(run.end().into()));
    let joined = |c: Option<char>| c.is_some_and(|c| matches!(c, '-' | '–' | '/' | '_' | '.' | '@' | ','));
    let goes_on = matches!(after, Some('-' | '–' | '/' | '_' | '@' | '('));
    (!joined(before) && !goes_on && view.is_prose(run)).then(|| usize::from(run.start()) + digits)
}

/// Where the digits begin that are glued to a word which counts on: "første10 måneder", "næste3 uger". A noun with digits may be a name.
pub(super) fn counting(view: &PartView<'_>, run: TextRange) -> Option<usize> {
    const MOST_DIGITS: usize = 3;
    let word = &view.text[run];
    let lead = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let n_digits = word.len() - lead.len();
    if !(1..=MOST_DIGITS).contains(&n_digits) || !LEADS_TO_NUMBER.contains(&lead) {
        return None;
    }
    let after = &view.text[run.end().into()..];
    let noun = after.strip_prefix(' ').map_or("", |rest| letters_of(rest));
    (readings(noun).any(Readings::PLURAL) && view.is_prose(run))
        .then(|| usize::from(run.start()) + lead.len())
}

/// Words before the number of what is counted.
const LEADS_TO_NUMBER: &[&str] = &[
    "alle",
    "cirka",
    "de",
    "foregående",
    "første",
    "kommende",
    "næste",
    "omkring",
    "seneste",
    "sidste",
    "tidligere",
    "yderligere",
];

fn letters_of(text: &str) -> &str {
    &text[..text.len() - text.trim_start_matches(char::is_alphabetic).len()]
}
