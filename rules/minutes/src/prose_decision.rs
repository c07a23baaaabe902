//! Decisions that are told in prose, without a heading of their own; which sentences tell one, `syntax/decided.rs` says.

use super::decision::tallied;
use super::outcome::{self, Outcome};
use super::vote::counted;
use super::{Content, Decision, Item, Statement, StatementKind};
use syntax::Block;
use syntax::decided::{self, Said};
use text::{TextRange, TextSize, is_space, range_of};

/// Does a line of the item say what was decided, or that the item was taken off the agenda?
pub(super) fn is_told(text: &str, blocks: &[Block]) -> bool {
    let mut at = TextSize::new(0);
    blocks.iter().any(|block| {
        let words = &text[block.words() + at];
        at += block.len;
        decided::tells(words)
    })
}

/// The decision of an item that has no heading for it: the sentences that say what came of it, and what was voted. `text` is
/// that of the item. Nothing where a section of its own decides, or where the item tells of a case: what it says may have been
/// decided elsewhere. `committee` is who met.
pub fn told(text: &str, item: &Item, committee: Option<&str>) -> Option<Decision> {
    let plain = |content: &Content| matches!(content, Content::Attachments(_) | Content::Recommendation(_));
    if !item.sections.iter().all(|section| plain(&section.content)) {
        return None;
    }
    let mut decision = Decision::default();
    let behind = item.bare_outcomes.iter().map(|(line, _)| *line);
    let below = behind.filter(|line| !item.intro.contains_range(*line));
    let outside = below.filter(|line| !text[*line].is_empty()).map(|line| &text[line]);
    for line in text[item.intro].lines().chain(outside) {
        let line = line.trim_start_matches(|c| is_space(c) || matches!(c, '-' | '•' | '*')).trim_end();
        // "1. Tre ansøgninger blev imødekommet": a row says what came of a thing, where it has a verb.
        let row = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let row = row.strip_prefix(['.', ')']).filter(|row| row.len() < line.len()).map(str::trim_start);
        for (words, said) in decided::sentences(row.unwrap_or(line)) {
            let said = if row.is_some() && said == Said::Outcome { Said::Other } else { said };
            let met = || committee.is_some_and(|committee| decided::met_as(words, committee));
            let said = if said == Said::ByCouncil && !met() { Said::Other } else { said };
            decision.tell(text, words, said);
        }
    }
    (!decision.statements.is_empty()).then_some(decision)
}

impl Decision {
    /// Takes up the sentence `words` of `text` where it decides or tells of a vote.
    fn tell(&mut self, text: &str, words: &str, said: Said) {
        let place = range_of(text, words);
        let vote = counted(words).or_else(|| tallied(words)).filter(|_| words.contains("stem"));
        let outcomes = if said == Said::Other { Vec::new() } else { outcome::decided(words) };
        // "Indstillingen følges" names no outcome, and may speak of anything.
        let decides = said != Said::Other && (said != Said::Outcome || !outcomes.is_empty());
        if vote.is_none() && !decides {
            return;
        }
        if let Some(vote) = vote {
            let mut vote = vote.shifted(place.start());
            vote.result = sole(&outcomes, place.start());
            self.votes.push(vote);
        }
        let outcomes = outcomes.into_iter().map(|(outcome, at)| (outcome, at + place.start())).collect();
        self.statements.push(Statement {
            range: place,
            kind: StatementKind::Decided,
            answers: Vec::new(),
            outcomes,
        });
    }
}

fn sole(outcomes: &[(Outcome, TextRange)], start: TextSize) -> Option<(Outcome, TextRange)> {
    let [(outcome, at)] = outcomes else { return None };
    Some((*outcome, *at + start))
}
