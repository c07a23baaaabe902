//! Sentences that say that a text may not go where others read it: "Punktet er ikke med i den version, der lægges på Aula".
//!
//! The sentence must be about the text that it stands beside, or about nothing: "Billeder af børn må ikke offentliggøres" is a
//! rule about pictures.

use std::sync::LazyLock;

use super::denied::is_denied;
use super::vocabulary::{said, words};
use danish::letters::small;
use data::closed::{Outlets, closed};
use text::holds_words;

static WORDS: LazyLock<&Outlets> = LazyLock::new(|| &closed().outlets);

/// The text is named within so many words from the beginning.
const SUBJECT: usize = 3;
/// Without a subject "not" stands within so many words, and the outlet within as many again and as many more.
const FIRST: usize = 2;
const NEAR: usize = 4;
/// A sentence without a subject is no longer, in words.
const FEW_WORDS: usize = 12;

/// Does a sentence of `line`, which holds an outlet, say so?
pub(super) fn is_kept_from_others(line: &str) -> bool {
    said(line).iter().any(|said| parts(said).any(is_kept) && !is_denied(said) && !awaits_approval(said, line))
}

/// "Referatet skrives på mødet. Det må ikke sættes på hjemmesiden, før det er godkendt": the minutes wait for their approval.
fn awaits_approval(sentence: &str, line: &str) -> bool {
    sentence.trim_start().starts_with("det ")
        && WORDS.approved.iter().any(|phrase| holds_words(sentence, phrase))
        && holds_words(&small(line), "referatet")
}

/// "Restancer – ikke til beboerbladet": what stands behind a dash, in brackets or behind a label is said by itself.
fn parts(sentence: &str) -> impl Iterator<Item = &str> {
    let signs = [": ", " – ", " - "];
    let parts = sentence.split(['(', ')', '[', ']']).flat_map(move |part| part.split(signs[0]));
    parts.flat_map(move |part| part.split(signs[1])).flat_map(move |part| part.split(signs[2]))
}

fn is_kept(sentence: &str) -> bool {
    let own = &*WORDS;
    let all: Vec<&str> = words(sentence).collect();
    // "lægges ud"
    let goes_out = |at: usize| {
        let next = all.get(at + 1).filter(|next| matches!(**next, "ud" | "op" | "rundt"));
        next.is_some_and(|next| own.outlets.contains(&format!("{} {next}", all[at])))
    };
    let is_outlet = |at: usize| own.outlets.contains(all[at]) || goes_out(at);
    let Some(not) = all.iter().position(|word| own.not.contains(*word)) else { return false };
    // "Dette må ikke", "at dette ikke må"
    let is_pointed = || {
        let points = |at: usize| own.pointing.contains(all[at]);
        not > 1 && points(not - 2) && own.modal.contains(all[not - 1])
            || not > 0 && points(not - 1) && all.get(not + 1).is_some_and(|next| own.modal.contains(*next))
    };
    let about_text = all.iter().take(SUBJECT).any(|word| own.texts.contains(*word)) || is_pointed();
    if about_text {
        // "Indholdet deles ikke".
        let before = not.checked_sub(1).is_some_and(|verb| is_outlet(verb) && own.verbs.contains(all[verb]));
        // "Punktet er ikke færdigt og sendes til udvalget."
        return before || (not + 1..all.len()).take_while(|at| all[*at] != "og").any(is_outlet);
    }
    // "Offentliggøres først efter salget"
    let is_late = not == 1 && own.late.contains(all[not]) && own.published.contains(all[0]);
    let is_alone = not < FIRST && all[..not].iter().all(|word| own.small.contains(*word));
    all.len() <= FEW_WORDS && (is_late || is_alone && (not + 1..all.len()).take(NEAR).any(is_outlet))
}

#[cfg(test)]
mod tests {
    use super::is_kept_from_others;

    #[test]
    fn a_text_may_be_kept_from_others() {
        for line in [
            "Dette punkt udgår af det referat, der omdeles til beboerne.",
            "Dette afsnit må ikke komme på opslagstavlen i opgangen.",
            "Punktet er ikke med i den version, der lægges på Aula.",
            "Bemærk: Indhold deles ikke med forældrekredsen.",
            "Restancer – ikke til beboerbladet",
            "Det indskærpes, at dette ikke må nå avisen.",
            "Navne udeladt i den omdelte udgave.",
            "Listen rundsendes ikke.",
            "Embargo: må ikke citeres eller videregives.",
            "Må ikke hænges op.",
            "Indholdet må ikke gengives i nyhedsbrevet.",
            "Teksten herunder streges, før referatet omdeles.",
            "Ovenstående skrives ikke i det referat, som sendes til lejerne.",
        ] {
            assert!(is_kept_from_others(line), "{line}");
        }
    }

    #[test]
    fn minutes_may_wait_for_their_approval() {
        for line in [
            "Referatet skrives på mødet. Det må ikke sættes på hjemmesiden, før det er godkendt.",
            "Referatet godkendes som sidste punkt. Det må ikke sættes på hjemmesiden ikke-godkendt",
            "Referatet sendes til alle. Det må ikke komme på Facebook, inden det er godkendt.",
        ] {
            assert!(!is_kept_from_others(line), "{line}");
        }
        for line in [
            "Det må ikke sættes på hjemmesiden, før det er godkendt.",
            "Referatet er sendt. Dette må ikke sættes på hjemmesiden, før det er godkendt.",
            "Referatet er sendt. Det må ikke sættes på hjemmesiden.",
        ] {
            assert!(is_kept_from_others(line), "{line}");
        }
    }

    #[test]
    fn other_things_may_be_kept_as_well() {
        for line in [
            "Billeder af børn må ikke offentliggøres uden forældrenes samtykke.",
            "Regnskabet må ikke offentliggøres før 1. maj.",
            "Teksten på hjemmesiden er ikke rettet.",
            "Ikke alle forældre har læst referatet på Aula.",
            "Punktet er ikke afsluttet.",
            "Cykler må ikke stå i opgangen.",
            "Må ikke stå tom.",
            "Punktet er ikke færdigt og sendes til udvalget.",
        ] {
            assert!(!is_kept_from_others(line), "{line}");
        }
    }
}
