//! A vote as the whole of a decision tells it. Half a vote that is written as if it were all of it is a wrong one: "For stemte 6,
//! imod stemte 2" is 6 to 2, or nothing.

use facts::people::people;

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
        || !tells(&vote, vote.abstentions, "abstain") && has(&["undlod", "undlader"]);
    (!half).then_some(vote)
}

/// Is a side of the vote told, by its count or by who voted so?
fn tells(vote: &Counted, count: Option<u32>, option: &str) -> bool {
    count.is_some() || vote.voters.iter().any(|voter| voter.option == option)
}

/// "Iben Skovsgaard og Bo Lindt undlod at stemme."
fn abstainers(said: &str, vote: &mut Counted) {
    for sentence in said.split(". ") {
        let Some(at) = sentence.find(" undlod") else { continue };
        let found = people(&sentence[..at]);
        let ends = found.windows(2).all(|pair| {
            let between = &sentence[pair[0].range.end().into()..pair[1].range.start().into()];
            matches!(between.trim(), "," | "og")
        });
        let (Some(first), Some(last)) = (found.first(), found.last()) else { continue };
        // Whoever else the sentence names before or behind them might have abstained as well.
        let all = sentence[..first.range.start().into()].trim().is_empty()
            && sentence[last.range.end().into()..at].trim().is_empty();
        if ends && all {
            vote.abstentions = u32::try_from(found.len()).ok();
            vote.voters.extend(found.iter().map(|person| Voter {
                name: sentence[person.name].to_owned(),
                person: true,
                option: "abstain",
            }));
        }
    }
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
        ] {
            assert_eq!(votes(decision), counts, "{decision}");
        }
    }
}
