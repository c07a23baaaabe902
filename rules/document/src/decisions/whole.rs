//! A vote as the whole of a decision tells it. Half a vote that is written as if it were all of it is a wrong one: "For stemte 6,
//! imod stemte 2" is 6 to 2, or nothing.

use danish::sentences::sentences;
use facts::factions::led;

use super::{Counted, Voter};

/// Completes `vote` from the words `said` of its decision; gives `None` where they tell more of it than could be read.
pub(super) fn whole(said: &str, mut vote: Counted) -> Option<Counted> {
    let plain = without_brackets(&said.to_lowercase());
    if vote.votes_for.is_some() && !tells(&vote, vote.votes_against, "no") {
        vote.votes_against = number_behind(&plain, "imod stemte ");
    }
    if vote.votes_against.is_some() && !tells(&vote, vote.votes_for, "yes") {
        vote.votes_for = number_behind(&plain, "for stemte ");
    }
    if !tells(&vote, vote.abstentions, "abstain") {
        abstainers(said, &mut vote);
    }
    let has = |words: &[&str]| words.iter().any(|word| plain.contains(word));
    let half = !tells(&vote, vote.votes_for, "yes")
        && has(&["stemte for", "stemmer for", "for stemte", "for: "])
        || !tells(&vote, vote.votes_against, "no")
            && has(&["imod", " mod 1 ", " stemmer mod ", " stemme mod "])
        || !tells(&vote, vote.abstentions, "abstain") && tells_of_abstainers(&plain);
    (!half).then_some(vote)
}

/// Is a side of the vote told, by its count or by who voted so?
fn tells(vote: &Counted, count: Option<u32>, option: &str) -> bool {
    count.is_some() || vote.voters.iter().any(|voter| voter.option == option)
}

/// "Iben Skovsgaard og Bo Lindt undlod at stemme.", "(Ø) og (F) undlod at tage stilling."
fn abstainers(said: &str, vote: &mut Counted) {
    let verbs = ["undlod", "undlader"].map(str::to_owned);
    for sentence in sentences(said).map(|sentence| &said[sentence]) {
        let Some((who, _)) = led(sentence, &verbs).filter(|(_, behind)| !is_of_part(&sentence[*behind..]))
        else {
            continue;
        };
        // How many a party has is not known.
        let people = who.iter().all(|one| one.person).then_some(who.len());
        vote.abstentions = people.and_then(|n| u32::try_from(n).ok());
        vote.voters.extend(who.iter().map(|one| Voter {
            name: sentence[one.name].split_whitespace().collect::<Vec<_>>().join(" "),
            person: one.person,
            option: "abstain",
        }));
        return;
    }
}

/// "undlod at tage stilling til indstillingspunkt 1": who abstains on a part has voted on the others.
fn is_of_part(behind: &str) -> bool {
    behind.contains("punkt") || behind.contains("pkt")
}

/// Does `said` tell of some who abstained on all of it?
fn tells_of_abstainers(said: &str) -> bool {
    let of_all = |sentence: &str| {
        ["undlod", "undlader"]
            .iter()
            .any(|verb| sentence.find(verb).is_some_and(|at| !is_of_part(&sentence[at..])))
    };
    sentences(said).any(|sentence| of_all(&said[sentence]))
}

fn number_behind(plain: &str, words: &str) -> Option<u32> {
    let behind = &plain[plain.find(words)? + words.len()..];
    let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
    let ends = !behind[digits..].starts_with(|c: char| c.is_alphanumeric() || c == '%');
    behind[..digits].parse().ok().filter(|_| ends)
}

/// What stands in brackets says who they were.
fn without_brackets(text: &str) -> String {
    let mut depth = 0;
    let outside = text.chars().filter(|c| {
        depth += i32::from(*c == '(');
        let out = depth == 0;
        depth -= i32::from(*c == ')' && depth > 0);
        out
    });
    outside.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::{Document, Engine};

    fn votes(decision: &str) -> [Option<u32>; 3] {
        let text = format!("Kulturudvalget\n10. marts 2026\n\n1. Hal\n\nBeslutning\n\n{decision}\n");
        let document = Document::new(Arc::new(Engine::default()), text);
        let rows = crate::decisions::decisions(&document, &[]);
        [rows[0].votes_for, rows[0].votes_against, rows[0].abstentions]
    }

    #[test]
    fn a_vote_is_whole_or_nothing() {
        for (decision, counts) in [
            ("For stemte 6, imod stemte 2. Vedtaget.", [Some(6), Some(2), None]),
            ("For stemte 3 (A og F), imod stemte 1 (V). Vedtaget.", [Some(3), Some(1), None]),
            ("Godkendt med 4 stemmer for. Iben Skov undlod at stemme.", [Some(4), None, Some(1)]),
            ("Godkendt med 4 stemmer for. Iben Skov og Bo Lindt undlod at stemme.", [Some(4), None, Some(2)]),
            ("For stemte 6, imod stemte 2. De øvrige undlod at stemme. Vedtaget.", [None; 3]),
            ("For stemte 6. Flere stemte imod. Vedtaget.", [None; 3]),
            ("Godkendt med 3 stemmer for og 1 imod.", [Some(3), Some(1), None]),
            ("For: 3 (A, C og F). Imod: 1 (V). Undlod: 1 (O). Godkendt.", [Some(3), Some(1), Some(1)]),
            ("Godkendt. Imod: 1 (V)", [None, Some(1), None]),
            (
                "Med stemmerne 8 for og 1 imod godkendte udvalget planen. (F) undlod at tage stilling.",
                [Some(8), Some(1), None],
            ),
            ("Med stemmerne 9 for godkendte udvalget planen.", [Some(9), None, None]),
            (
                "Med stemmerne 9 for godkendte udvalget planen. (F) undlod at tage stilling til indstillingspunkt 1.",
                [Some(9), None, None],
            ),
            ("Godkendt. Iben T. Skov (F) undlod at tage stilling.", [None, None, Some(1)]),
            ("Godkendt. Udvalget undlod at tage stilling til farven.", [None; 3]),
        ] {
            assert_eq!(votes(decision), counts, "{decision}");
        }
    }
}
