//! Decisions that are told in prose, without a heading of their own; which sentences tell one, `syntax/decided.rs` says.

use super::decision::{bare_outcome, outcome_of, tallied};
use super::outcome::{self, Outcome};
use super::vote::{Vote, alone, counted, side, side_line};
use super::{Content, Decision, Item, Statement, StatementKind};
use danish::sentences::sentences;
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
    let mut open = Open::default();
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
        if line.len() >= SHORTEST_VOTE {
            sentences(line).for_each(|sentence| open.hear(&mut decision, text, &line[sentence]));
        }
    }
    open.close(&mut decision);
    (!decision.statements.is_empty()).then_some(decision)
}

/// "For: 1".
const SHORTEST_VOTE: usize = "For: 1".len();

/// The sides of a vote that stand one under the other, "For: 1", "Imod: 3", until what came of it follows.
#[derive(Default)]
struct Open {
    vote: Option<Vote>,
}

impl Open {
    /// Takes up the sentence `words` where it tells of a side; any other ends the vote.
    fn hear(&mut self, decision: &mut Decision, text: &str, words: &str) {
        if let Some((which, after)) = side_line(words) {
            let side = side(&words[after..]).shifted(range_of(text, &words[after..]).start());
            if !self.vote.get_or_insert_default().add(which, side.clone()) {
                self.close(decision);
                self.vote.get_or_insert_default().add(which, side);
            }
            return;
        }
        self.close(decision);
        // "For: 1. Imod: 3. Forslaget blev vedtaget."
        if let Some(vote) = decision.votes.last_mut().filter(|vote| vote.result.is_none())
            && vote.last_place().is_some_and(|at| is_right_before(text, at, words))
            && let Some((outcome, at)) = bare_outcome(words)
        {
            let place = range_of(text, words);
            let told = (outcome, at + place.start());
            vote.result = Some(told);
            if !decision.statements.iter().any(|statement| statement.range.contains_range(told.1)) {
                decision.statements.push(Statement::decided(place, vec![told]));
            }
        }
    }

    fn close(&mut self, decision: &mut Decision) {
        decision.votes.extend(self.vote.take());
    }
}

/// Does no sentence stand between the one that holds `vote` and `words`?
fn is_right_before(text: &str, vote: TextRange, words: &str) -> bool {
    let start = usize::from(range_of(text, words).start());
    let Some(between) = text.get(usize::from(vote.end())..start) else { return false };
    let between = between.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '-' | '•' | '*'));
    !between.contains(". ") && !between.contains(['\n', ':'])
}

impl Statement {
    /// What was decided at `range`, of no point in particular.
    fn decided(range: TextRange, outcomes: Vec<(Outcome, TextRange)>) -> Self {
        Self { range, kind: StatementKind::Decided, answers: Vec::new(), outcomes }
    }
}

impl Decision {
    /// Takes up the sentence `words` of `text` where it decides or tells of a vote.
    fn tell(&mut self, text: &str, words: &str, said: Said) {
        let place = range_of(text, words);
        let vote = counted(words).or_else(|| tallied(words)).or_else(|| alone(words));
        let vote = vote.filter(|_| words.contains("stem"));
        let outcomes = if said == Said::Other { Vec::new() } else { outcome::decided(words) };
        // "Indstillingen følges" names no outcome, and may speak of anything.
        let decides = said != Said::Other && (said != Said::Outcome || !outcomes.is_empty());
        if vote.is_none() && !decides {
            return;
        }
        if let Some(vote) = vote {
            let result = outcome_of(&vote, words);
            let mut vote = vote.shifted(place.start());
            vote.result = result.map(|(outcome, at)| (outcome, at + place.start()));
            self.votes.push(vote);
        }
        let outcomes = outcomes.into_iter().map(|(outcome, at)| (outcome, at + place.start())).collect();
        self.statements.push(Statement::decided(place, outcomes));
    }
}
