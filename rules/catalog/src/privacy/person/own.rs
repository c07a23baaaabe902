//! Says a sentence that a private matter is that of the person it names: "Karen Bruun har diabetes"?
//!
//! Between the name and the matter stand only a verb of having and small words; before the verb at most a bracket of commas:
//! "Karen Bruun, Engvej 3, har fået konstateret diabetes". Everything else may be a programme, a talk or somebody's work.

use danish::letters::small;
use text::{TextRange, is_space};

use super::{Fact, whole, wording};

/// Words before the verb that stand between commas: "Havnegade 3, 1. th.".
const BRACKET: usize = 8;

/// The matter of health or need that `sentence` says `person` has.
pub(super) fn fact(sentence: &str, person: TextRange) -> Option<Fact> {
    let lower = small(sentence);
    let health = wording().health.iter().filter(|word| !wording().of_absence.contains(word));
    let health = health.map(|word| (word, Fact::Health));
    let social = wording().social.iter().map(|word| (word, Fact::Social));
    let mut found: Vec<(TextRange, Fact)> = health
        .chain(social)
        .flat_map(|(word, fact)| whole(&lower, word).map(move |at| (at, fact)).collect::<Vec<_>>())
        .filter(|(at, fact)| at.start() >= person.end() && is_own(&lower, person, *at, *fact))
        .collect();
    found.sort_by_key(|(at, _)| at.start());
    found.first().map(|(_, fact)| *fact)
}

fn is_own(lower: &str, person: TextRange, matter: TextRange, fact: Fact) -> bool {
    let between = &lower[usize::from(person.end())..usize::from(matter.start())];
    let behind = &lower[matter.end().into()..];
    if between.contains(['.', ';', ':', '?', '(', ')', '"', '”'].as_slice()) && !is_bracket(between)
        || behind.starts_with(['-', '‑', '/'])
        || is_work(behind, fact)
    {
        return false;
    }
    let words: Vec<&str> = words(between).collect();
    let all_small = |words: &[&str]| words.iter().all(|word| has(&wording().between, word));
    let verb = words.iter().rposition(|word| has(&wording().has, word));
    match verb {
        Some(verb) => {
            let before = &words[..verb];
            let bracket = between.trim_start_matches(is_space).starts_with(',') && before.len() <= BRACKET;
            let others = before.iter().any(|word| has(&wording().of_others, word));
            (before.is_empty() || bracket && !others || all_small(before)) && all_small(&words[verb + 1..])
        }
        // "bevilger Karen Bruun hjemmehjælp"
        None => {
            let last = self::words(&lower[..person.start().into()]).last();
            last.is_some_and(|word| has(&wording().grants, word)) && all_small(&words)
        }
    }
}

/// "Havnegade 3, 1. th.": the only stops are those of a floor or an abbreviation between commas.
fn is_bracket(between: &str) -> bool {
    between.trim_start_matches(is_space).starts_with(',')
        && !between.contains([';', ':', '?', '(', ')', '"', '”'])
}

/// Do the words behind the matter say that it is somebody's work or subject: "har demens som speciale", "har angst for højder"? An
/// offence has its own words there: "straffet for hærværk".
fn is_work(behind: &str, fact: Fact) -> bool {
    let clause = behind.split([',', '.', ';']).next().unwrap_or("");
    let next = words(clause).next().filter(|_| matches!(fact, Fact::Health));
    next.is_some_and(|word| has(&wording().of_work_next, word))
        || words(clause).any(|word| has(&wording().of_work, word))
}

fn has(list: &[String], word: &str) -> bool {
    list.iter().any(|own| own == word)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty())
}
