//! Sentences of a decision that tell what somebody said or wanted: "Formanden orienterede om sagen", "Mette Krog (C) kan
//! ikke godkende punkt 2". They decide nothing.

use std::sync::LazyLock;

use serde::Deserialize;

use super::people::people;
use danish::sentences::sentences;
use text::{TextSize, is_space};

/// `rules/data/lists/asides.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    speakers: Vec<String>,
    verbs: Vec<String>,
    pending: Vec<String>,
    to_come: Vec<String>,
    pub(super) hanging: Vec<String>,
    rest: Vec<String>,
    bodies: Vec<String>,
    courtesies: Vec<String>,
    closing: Vec<String>,
    pub(super) turns: Vec<String>,
    pub(super) motions: Vec<String>,
    pub(super) motion_again: Vec<String>,
    pub(super) voting: Vec<String>,
    pub(super) besides: Vec<String>,
    pub(super) covering: Vec<String>,
    pub(super) factions: Vec<String>,
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| data::read("asides"));

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

/// Does `paragraph` end the meeting, or tell what is filed with the item: "Mødet sluttede kl. 10.45.", "Bilag: 1. Kort"?
pub fn closes_or_files(paragraph: &str) -> bool {
    let lower = paragraph.trim_start_matches(is_space).to_lowercase();
    WORDS.closing.iter().any(|begin| lower.starts_with(begin.as_str()))
}

/// Does `paragraph` speak of all points that it does not name: "Resten udsat", "I øvrigt godkendt"?
pub fn speaks_of_rest(paragraph: &str) -> bool {
    let mut words = paragraph.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    words.any(|word| WORDS.rest.contains(&word))
}

/// Does `sentence` tell what somebody said or wanted?
pub(super) fn tells(sentence: &str) -> bool {
    let sentence = sentence.trim_start_matches(|c| is_space(c) || matches!(c, '-' | '–' | '•' | '*'));
    behind_speaker(sentence).is_some_and(|rest| begins_with(rest, &WORDS.verbs)) || is_courtesy(sentence)
}

/// Do `words` end as the name of a body does: "udvalget", "Børne- og Kulturudvalget"?
pub fn ends_in_body(words: &str) -> bool {
    let lower = words.to_lowercase();
    WORDS.bodies.iter().any(|body| lower.ends_with(body.as_str()))
}

/// "Udvalget takkede for oplægget."
fn is_courtesy(sentence: &str) -> bool {
    let word = sentence.split(is_space).next().unwrap_or_default();
    ends_in_body(word) && begins_with(&sentence[word.len()..], &WORDS.courtesies)
}

fn begins_with(rest: &str, words: &[String]) -> bool {
    let rest = rest.trim_start_matches(is_space).to_lowercase();
    let ends = |after: &str| !after.starts_with(char::is_alphanumeric);
    words.iter().any(|word| rest.strip_prefix(word.as_str()).is_some_and(ends))
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
    let mut named = people(near).into_iter();
    let first = named.next()?;
    let lead = &sentence[..first.range.start().into()];
    // "Borgmester Asta Brink": a title alone may stand before the name.
    let begins = lead.split(is_space).filter(|word| !word.is_empty()).count() <= 1 && !lead.contains(',');
    // "Bo Lindt og Ida Juul ønskede": several may speak as one.
    let joined = |end: TextSize, start: TextSize| {
        let between = near.get(usize::from(end)..usize::from(start)).unwrap_or(".");
        matches!(between.trim_matches(is_space), "," | "og" | "samt")
    };
    let mut end = first.range.end();
    for other in named {
        if !joined(end, other.range.start()) {
            break;
        }
        end = other.range.end();
    }
    begins.then(|| &sentence[end.into()..])
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
            "Karsten Høgh og Lone Vad ønskede sagen belyst.",
            "Udvalget takkede for oplægget.",
            "Kulturrådet roser de frivillige.",
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
