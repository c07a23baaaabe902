//! Decisions that are told in prose, without a heading of their own.

use super::outcome::{self, Outcome};
use super::vote::counted;
use super::{Content, Decision, Item, Statement, StatementKind};
use crate::danish::sentences::sentences;
use crate::syntax::Block;
use crate::text::{TextRange, TextSize, range_of};

const DECIDED: &[&str] =
    &["Referat:", "Beslutning:", "Beslutning -", "Beslutning –", "Besluttet", "Det blev besluttet", "BESLUT"];
const TAKEN_OFF: &[&str] = &["Punktet ", "Sagen ", "Udsat", "Udgå", "Udgik", "Aflyst", "Taget af", "Trukket"];
// Without the first letter, which may be a capital.
const HOW: &[&str] =
    &["dgår", "dgik", "dgået", "dsat", "dsættes", "flyst", "f dagsordenen", "rukket", "ortfald"];

/// In bytes: a longer line that begins with "Sagen" tells a story.
const LONGEST: usize = 160;

/// Does a line of the item say what was decided, or that the item was taken off the agenda?
pub(super) fn is_told(text: &str, blocks: &[Block]) -> bool {
    let mut at = TextSize::new(0);
    blocks.iter().any(|block| {
        let words = &text[block.words() + at];
        at += block.len;
        tells(words)
    })
}

fn tells(words: &str) -> bool {
    // Most lines are told apart by their first letter.
    if !matches!(words.as_bytes(), [b'A' | b'B' | b'D' | b'P' | b'R' | b'S' | b'T' | b'U', ..]) {
        return false;
    }
    let begins = |any: &[&str]| any.iter().any(|beginning| words.starts_with(beginning));
    let taken_off =
        || words.len() <= LONGEST && begins(TAKEN_OFF) && HOW.iter().any(|how| words.contains(how));
    begins(DECIDED) || taken_off()
}

/// The decision of an item that has no heading for it: the sentences above its sections that say what came of it, and what was
/// voted. `text` is that of the item. Nothing where a section of its own decides, or where the item tells of a case: what it says
/// may have been decided elsewhere.
pub fn told(text: &str, item: &Item) -> Option<Decision> {
    let plain = item.sections.iter().all(|section| matches!(section.content, Content::Attachments(_)));
    if !plain {
        return None;
    }
    let mut decision = Decision::default();
    for line in text[item.intro].lines().map(str::trim).filter(|line| !line.is_empty()) {
        for sentence in sentences(line) {
            let words = &line[sentence];
            let place = range_of(text, words);
            let vote = counted(words).filter(|_| words.contains("stem"));
            let outcomes = if says_done(words) { outcome::decided(words) } else { Vec::new() };
            if vote.is_none() && outcomes.is_empty() {
                continue;
            }
            if let Some(vote) = vote {
                let mut vote = vote.shifted(place.start());
                vote.result = sole(&outcomes, place.start());
                decision.votes.push(vote);
            }
            let outcomes = outcomes.into_iter().map(|(outcome, at)| (outcome, at + place.start())).collect();
            decision.statements.push(Statement {
                range: place,
                kind: StatementKind::Decided,
                answers: Vec::new(),
                outcomes,
            });
        }
    }
    (!decision.statements.is_empty()).then_some(decision)
}

fn sole(outcomes: &[(Outcome, TextRange)], start: TextSize) -> Option<(Outcome, TextRange)> {
    let [(outcome, at)] = outcomes else { return None };
    Some((*outcome, *at + start))
}

/// Does a sentence say that something was decided now: "Regnskabet blev godkendt.", "Godkendt uden bemærkninger."?
fn says_done(words: &str) -> bool {
    const DONE: &[&str] =
        &[" blev ", " er godkendt", " faldt", "besluttede", "vedtog ", "godkendte ", "tog ", "bortfaldt"];
    const ELSEWHERE: &[&str] = &[
        "tidligere",
        "sidste",
        "forrige",
        " i 19",
        " i 20",
        "skal ",
        "kan ",
        "hvis ",
        "når ",
        "foreslog",
        "foreslår",
        "søgt",
    ];
    let lower = words.to_lowercase();
    let begins = outcome::decided(words).first().is_some_and(|(_, at)| at.start() == TextSize::new(0));
    (begins || DONE.iter().any(|word| lower.contains(word)))
        && !ELSEWHERE.iter().any(|word| lower.contains(word))
}

#[cfg(test)]
mod tests {
    use super::tells;

    #[test]
    fn decisions_and_what_took_their_place_are_told() {
        for words in
            ["Beslutning: Godkendt.", "BESLUTTET", "Sagen udgik.", "Punktet blev taget af dagsordenen"]
        {
            assert!(tells(words), "{words}");
        }
        for words in ["Sagen er ny.", "Beslutningen ventes i maj.", "Det er udsat."] {
            assert!(!tells(words), "{words}");
        }
    }
}
