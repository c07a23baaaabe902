//! `names/abbreviation`: an abbreviation in capitals that the document never writes out, or writes out in two ways.
//!
//! "RawAbbreviations out" means that the words before its brackets have its letters in order: "Økonomiforvaltningen (ØKF)".
//! Abbreviations that everybody knows, and those of the configured vocabulary, need nothing.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use lint::{Check, Example, Findings, Fixes, MinutesView, Note, Reads, Rule, Severity, Text};
use text::{TextRange, is_space, range};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "names/abbreviation",
    summary: Text {
        da: "En forkortelse med store bogstaver bliver ikke skrevet ud, eller på to måder",
        en: "An abbreviation in capitals is never written out, or in two ways",
    },
    why: Text {
        da: "Borgere og nye medlemmer kender ikke forvaltningens forkortelser. Skriv navnet ud første gang og \
             forkortelsen i parentes: \"Økonomiforvaltningen (ØKF)\".",
        en: "Citizens and new members do not know the administration's abbreviations. Write the name out the first \
             time, with the abbreviation in brackets: \"Økonomiforvaltningen (ØKF)\".",
    },
    source: "",
    severity: Severity::Hint,
    on: false,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nBeslutning\n\nGodkendt, idet ØKF følger op.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nBeslutning\n\nGodkendt, idet Økonomiforvaltningen (ØKF) \
                følger op.\n",
    },
    check: Check::Minutes(check, Reads { abbreviations: true, ..Reads::OUTLINE }),
};

#[derive(Deserialize)]
struct RawAbbreviations {
    known: FxHashSet<Box<str>>,
}

static WRITTEN: LazyLock<RawAbbreviations> = LazyLock::new(|| data::read("known_abbreviations"));

/// An abbreviation of the document.
#[derive(Default)]
struct Abbreviation<'t> {
    /// Where it stands first.
    first: TextRange,
    /// The words that it is short for.
    meanings: Vec<(TextRange, &'t str)>,
}

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    let mut found: FxHashMap<&str, Abbreviation<'_>> = FxHashMap::default();
    let vocabulary = &view.context.names.vocabulary;
    for (start, facts) in view.facts() {
        for &place in facts.abbreviations() {
            let place = place + start;
            let word = &view.text[place];
            if WRITTEN.known.contains(word)
                || vocabulary.iter().any(|known| known == word)
                || shouted(view.text, place)
                || is_party(view.text, place)
            {
                continue;
            }
            let entry =
                found.entry(word).or_insert_with(|| Abbreviation { first: place, ..Default::default() });
            entry.meanings.extend(meaning(view.text, place).map(|meaning| (place, meaning)));
        }
    }
    let mut found: Vec<(&str, Abbreviation<'_>)> = found.into_iter().collect();
    found.sort_unstable_by_key(|(_, abbreviation)| abbreviation.first.start());
    for (word, abbreviation) in found {
        report(word, &abbreviation, findings);
    }
}

fn report(word: &str, abbreviation: &Abbreviation<'_>, findings: &mut Findings) {
    let Some((_, first)) = abbreviation.meanings.first() else {
        let note = Note::new(
            format!("{word} er ikke skrevet ud noget sted i dokumentet"),
            format!("{word} is not written out anywhere in the document"),
        );
        findings.report(abbreviation.first, note);
        return;
    };
    let first_letters = first.to_lowercase();
    for (place, other) in &abbreviation.meanings[1..] {
        let other_letters = other.to_lowercase();
        let inflected =
            other_letters.starts_with(&first_letters) || first_letters.starts_with(&other_letters);
        if !inflected {
            let note = Note::new(
                format!("{word} er også skrevet ud som \"{first}\""),
                format!("{word} is also written out as \"{first}\""),
            );
            findings.report(*place, note);
        }
    }
}

/// "Bo Lund (LA)": the letters behind a name say for whom somebody sits, unless they are its own.
fn is_party(text: &str, word: TextRange) -> bool {
    let before =
        text[..word.start().into()].strip_suffix('(').map(|before| before.trim_end_matches(is_space));
    let name = before.and_then(|before| before.rsplit(|c: char| !c.is_alphabetic() && c != '-').next());
    let closed = text[word.end().into()..].starts_with(')');
    closed
        && name.is_some_and(|name| name.starts_with(char::is_uppercase))
        && text[word].chars().count() <= LONGEST_PARTY
        && meaning(text, word).is_none()
}

/// In letters.
const LONGEST_PARTY: usize = 3;

/// Is the word part of a line in capitals, or of a code: "ÅBEN DAGSORDEN", "A-B", "BR 366"?
fn shouted(text: &str, word: TextRange) -> bool {
    let before = text[..word.start().into()].trim_end_matches(is_space);
    let after = text[word.end().into()..].trim_start_matches(is_space);
    let last = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let next = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let capitals = |word: &str| word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    let digits = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let roman = text[word].chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'M'));
    capitals(last) || capitals(next) || digits(next) || roman || after.starts_with(['/', '&'])
}

/// The words before the brackets around `word`, when its letters stand in them in order.
fn meaning(text: &str, word: TextRange) -> Option<&str> {
    let before = text[..word.start().into()].strip_suffix('(')?.trim_end_matches(is_space);
    text[word.end().into()..].strip_prefix(')')?;
    let letters: Vec<char> = text[word].chars().flat_map(char::to_lowercase).collect();
    let mut left = letters.len();
    for (at, c) in before.char_indices().rev().take(120) {
        if matches!(c, '.' | ';' | ':' | '\n' | '(' | ')') {
            return None;
        }
        if left > 0 && c.to_lowercase().eq([letters[left - 1]]) {
            left -= 1;
        }
        let begins = before[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        if left == 0 && begins && c.to_lowercase().eq([letters[0]]) {
            return Some(&text[range(at, before.len())]);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::check;

    #[test]
    fn ignores_the_letters_of_parties() {
        check(
            &RULE,
            "1. Budget\n\nForslagsstillere: Bo Lund (LA), Ida Friis (DN) og Per Dam (DD). Imod stemte KF og NB.\n",
        );
        check(
            &RULE,
            "\n1. Budget\n\nCentret skrev til BIF (by og fritid).\n                  ^^^ BIF er ikke skrevet ud\n",
        );
    }

    #[test]
    fn flags_the_first_place_of_one_that_is_never_written_out() {
        check(
            &RULE,
            "
1. Budget

BIU fik besked, og BIU svarede EU og KL.
^^^ BIU er ikke skrevet ud
",
        );
    }

    #[test]
    fn flags_one_that_is_written_out_in_two_ways() {
        check(
            &RULE,
            "
1. Budget

Økonomiforvaltningen (ØKF) og Økonomisk Kontor i Forvaltningen (ØKF)
                                                                ^^^ ØKF er også skrevet ud som
",
        );
    }

    #[test]
    fn ignores_what_is_written_out_and_what_is_no_abbreviation() {
        check(
            &RULE,
            "
1. Budget

ØKF skriver. Styrelsen for Arbejdsmarked og Rekruttering (STAR) svarer, og Økonomiforvaltningens (ØKF) brev kom.
STAR og ØKF mødes i Økonomiforvaltningen (ØKF).

2. ÅBEN DAGSORDEN

Afsnit III og IV, BR 366/07, A-huset.
",
        );
    }
}
