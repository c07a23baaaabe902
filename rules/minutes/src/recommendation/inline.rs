//! Points that stand in the sentence of the lead-in.

use super::verb;
use text::is_space;

/// The clauses of "Direktionen indstiller, at planen godkendes, og at udvalget drøfter den."
pub(super) fn clauses(words: &str) -> Option<Vec<&str>> {
    let (at, verb) = verb(words)?;
    let after = &words[at + verb.len()..];
    let begin = clause_start(after, 0)?;
    // "indstiller til Byrådet, at": the receiver may stand between, but no other sentence.
    if after[..begin].contains(['.', '!', '?']) {
        return None;
    }
    let mut clauses = Vec::new();
    let mut from = begin;
    let mut search = begin + 2;
    while let Some(next) = clause_start(after, search) {
        let before = &after[from..next];
        if is_complete(before) {
            clauses.push(close(before));
            from = next;
        }
        search = next + 2;
    }
    clauses.push(close(&after[from..]));
    Some(clauses)
}

/// Where the next "at" that begins a clause stands: after a comma, or first.
fn clause_start(text: &str, from: usize) -> Option<usize> {
    let mut search = from;
    while let Some(at) = text[search..].find("at").map(|at| search + at) {
        search = at + 2;
        let before = text[..at].trim_end_matches(is_space);
        let spaced = before.len() < at;
        let word_ends = text[at + 2..].starts_with(is_space);
        let joined = before.ends_with([',', ';', ':'])
            || before.is_empty()
            || ["og", "samt"]
                .iter()
                .any(|w| before.strip_suffix(w).is_some_and(|rest| rest.ends_with(is_space)));
        let first = from == 0 && spaced;
        if word_ends && spaced && (joined || first) {
            return Some(at);
        }
    }
    None
}

/// Is a clause whole, so that the next "at" begins another point and not its object?
fn is_complete(clause: &str) -> bool {
    // "at det godkendes, at …", "at Movia meddeles, at …": the next clause is what is approved or told.
    let opens = clause.split(is_space).filter(|word| !word.is_empty()).nth(1);
    let words = clause.trim_end_matches(|c: char| is_space(c) || matches!(c, ',' | ';' | ':'));
    let words = ["og", "samt"].iter().find_map(|w| words.strip_suffix(w)).unwrap_or(words);
    let words = words.trim_end_matches(|c: char| is_space(c) || matches!(c, ',' | ';'));
    let last = words.rsplit(is_space).next().unwrap_or("");
    let told =
        matches!(opens, Some("det" | "der")) && clause.split(is_space).count() <= 4 || last == "meddeles";
    let passive = last.len() > 4 && last.ends_with("es") && last.chars().all(char::is_lowercase) && !told;
    // "at der gives 5.000 kr., og at …": no object clause follows an amount or a year.
    let is_figure =
        matches!(last, "kr." | "kr" | "pct." | "%") || last.ends_with(|c: char| c.is_ascii_digit());
    let has_verb = words.split(is_space).any(|word| word.len() > 4 && word.ends_with("es"));
    passive
        || is_figure && has_verb
        || words.ends_with("til efterretning")
        || words.ends_with("til orientering")
}

/// A clause without the comma and the "og" that lead to the next.
fn close(clause: &str) -> &str {
    let words = clause.trim_end_matches(is_space);
    let words = [" og", " samt"].iter().find_map(|w| words.strip_suffix(w)).unwrap_or(words);
    words.trim_end_matches(|c: char| is_space(c) || matches!(c, ',' | ';'))
}
