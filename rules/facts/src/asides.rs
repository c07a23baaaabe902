//! Sentences of a decision that tell what somebody said or wanted: "Formanden orienterede om sagen", "Mette Krog (C) kan
//! ikke godkende punkt 2". They decide nothing.

use std::sync::LazyLock;

use serde::Deserialize;

use super::people::people;
use danish::sentences::sentences;
use text::is_space;

/// `rules/data/lists/asides.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    speakers: Vec<String>,
    verbs: Vec<String>,
    pending: Vec<String>,
    to_come: Vec<String>,
    rest: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| data::read("asides"));

/// Does every sentence of `paragraph` tell what somebody said or wanted?
pub fn is_aside(paragraph: &str) -> bool {
    let mut any = false;
    let all = sentences(paragraph).all(|sentence| {
        any = true;
        tells(&paragraph[sentence])
    });
    any && all
}

/// Does `paragraph` hold the place of a decision that nobody has made: "TBD", "Beslutning følger.", a question?
pub fn is_pending(paragraph: &str) -> bool {
    let mut any = false;
    let all = sentences(paragraph).all(|sentence| {
        any = true;
        let sentence = paragraph[sentence].trim_end_matches(is_space).to_lowercase();
        let words = sentence.trim_matches(|c: char| !c.is_alphanumeric() && c != '…');
        let to_come = WORDS.to_come.iter().any(|begin| words.starts_with(begin.as_str()));
        sentence.ends_with('?') || to_come || WORDS.pending.iter().any(|known| known == words)
    });
    any && all
}

/// Does `paragraph` speak of all points that it does not name: "Resten udsat", "I øvrigt godkendt"?
pub fn speaks_of_rest(paragraph: &str) -> bool {
    let mut words = paragraph.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    words.any(|word| WORDS.rest.contains(&word))
}

fn tells(sentence: &str) -> bool {
    let sentence = sentence.trim_start_matches(|c| is_space(c) || matches!(c, '-' | '–' | '•' | '*'));
    behind_speaker(sentence).is_some_and(|rest| {
        let rest = rest.trim_start_matches(is_space).to_lowercase();
        let ends = |after: &str| !after.starts_with(char::is_alphanumeric);
        WORDS.verbs.iter().any(|verb| rest.strip_prefix(verb.as_str()).is_some_and(ends))
    })
}

/// A speaker is named in so many bytes.
const NEAR: usize = 100;

/// What follows the speaker that `sentence` begins with.
fn behind_speaker(sentence: &str) -> Option<&str> {
    let word = sentence.split(is_space).next()?;
    if WORDS.speakers.iter().any(|speaker| *speaker == word.to_lowercase()) {
        return Some(&sentence[word.len()..]);
    }
    let near = &sentence[..sentence.floor_char_boundary(NEAR.min(sentence.len()))];
    let person = people(near).into_iter().next()?;
    let lead = &sentence[..person.range.start().into()];
    // "Borgmester Asta Brink": a title alone may stand before the name.
    let begins = lead.split(is_space).filter(|word| !word.is_empty()).count() <= 1 && !lead.contains(',');
    begins.then(|| &sentence[person.range.end().into()..])
}

#[cfg(test)]
mod tests {
    use super::{is_aside, is_pending, speaks_of_rest};

    #[test]
    fn the_place_of_a_decision_is_no_decision() {
        for text in [
            "TBD",
            "Beslutning følger.",
            "[udfyldes]",
            "Afventer",
            "Godkendes det?",
            "Skal godkendes på næste møde.",
        ] {
            assert!(is_pending(text), "{text}");
        }
        for text in ["Godkendt.", "", "Udvalget afventer en rapport.", "Hvad koster det? Godkendt.", "Udsat."]
        {
            assert!(!is_pending(text), "{text}");
        }
        assert!(speaks_of_rest("Ad 1. Godkendt. Resten udsat.") && !speaks_of_rest("Ad 1. Godkendt."));
    }

    #[test]
    fn what_somebody_says_decides_nothing() {
        for text in [
            "Formanden orienterede om sagen.",
            "Mette Krog (C) kan ikke godkende punkt 2.",
            "Anne Holm foreslog, at punkt 1 godkendes.",
            "Borgmester Asta Brink (A) redegjorde for forløbet. Bo Berg (V) spurgte til prisen.",
        ] {
            assert!(is_aside(text), "{text}");
        }
        for text in [
            "",
            "Godkendt.",
            "Udvalget kunne ikke godkende indstillingen.",
            "Formanden orienterede om sagen. Godkendt.",
            "Anne Holm (A) blev valgt.",
            "Forvaltningen arbejder videre med sagen.",
            "Indstillingen blev tiltrådt.",
        ] {
            assert!(!is_aside(text), "{text}");
        }
    }
}
