//! The votes of a decision, read as its paragraphs go by.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::super::outcome::{self, Outcome};
use super::super::vote::{
    Side, Vote, Which, abstained, alone, counted, divided, scored, side, side_line, tally, wording,
};
use super::Reader;
use crate::danish::sentences::sentences;
use crate::text::{TextRange, TextSize};

impl Reader<'_, '_> {
    /// Takes what a paragraph says of a vote; `true` when it is about nothing else.
    pub(super) fn votes(&mut self, words: TextRange) -> bool {
        let line = &self.text[words];
        if self.listed_voter(words) {
            return true;
        }
        self.listing = None;
        if !is_about_votes(line) {
            return false;
        }
        if let Some(vote) = tally(line).filter(|_| is_positive(&outcome::decided(line))) {
            self.end_vote();
            let mut vote = vote.shifted(words.start());
            // What another sentence decides is not the result: "Med 3 stemmer for og 4 imod faldt planen. Et nyt forslag blev vedtaget."
            let counts = [&vote.aye, &vote.nay].into_iter().flatten().filter_map(|side| side.count);
            let counted: Option<TextRange> =
                counts.map(|(_, at)| at - words.start()).reduce(TextRange::cover);
            let own = counted.and_then(|counted| sentences(line).find(|one| one.contains_range(counted)));
            let outcomes = outcome::decided(line);
            let outcome = outcomes.iter().find(|(_, at)| own.is_none_or(|own| at.end() <= own.end()));
            vote.result = outcome.map(|&(outcome, at)| (outcome, at + words.start()));
            self.vote = Some(vote);
            return false;
        }
        if let Some(vote) = divided(line) {
            self.end_vote();
            self.vote = Some(vote.shifted(words.start()));
            return false;
        }
        let mut begins = false;
        for sentence in sentences(line) {
            if let Some(vote) = counted(&line[sentence]).or_else(|| scored(&line[sentence])) {
                self.end_vote();
                let result = outcome_of(&vote, &line[sentence]);
                let mut vote = vote.shifted(words.start() + sentence.start());
                vote.result = result.map(|(outcome, at)| (outcome, at + words.start() + sentence.start()));
                self.vote = Some(vote);
                continue;
            }
            let Some((which, after)) = side_line(&line[sentence]) else {
                if let Some(abstained) = abstained(&line[sentence]) {
                    self.side(Which::Abstain, abstained.shifted(words.start() + sentence.start()));
                    continue;
                }
                if let Some(vote) = alone(&line[sentence]).filter(|_| self.vote.is_none()) {
                    self.vote = Some(vote.shifted(words.start() + sentence.start()));
                }
                continue;
            };
            begins |= sentence.start() == 0.into();
            let at = words.start() + sentence.start() + TextSize::of(&line[sentence][..after]);
            self.side(which, side(&line[sentence][after..]).shifted(at));
        }
        begins
    }

    fn side(&mut self, which: Which, side: Side) {
        self.listing = (side.count.is_none() && side == Side::default()).then_some(which);
        if !self.vote.get_or_insert_default().add(which, side.clone()) {
            self.end_vote();
            self.vote.get_or_insert_default().add(which, side);
        }
    }

    /// "For stemte:" and under it "Anne Holm (V)", each on a line.
    fn listed_voter(&mut self, words: TextRange) -> bool {
        let line = &self.text[words];
        let (Some(which), Some(vote)) = (self.listing, &mut self.vote) else { return false };
        let voter = side(line);
        let one = voter.people == 1 && voter.names.len() == 1 && voter.parties.is_empty() && line.len() < 60;
        if let Some(side) = vote.side_mut(which)
            && one
        {
            side.extend(voter.shifted(words.start()));
        }
        one
    }

    /// "Dermed blev ændringsforslaget vedtaget." right after the sides of a vote tells what came of it.
    pub(super) fn result(&mut self, words: TextRange) {
        let Some(vote) = &mut self.vote else { return };
        // "Godkendt med 31 stemmer imod 14" has its result; the names may follow it, and nothing else between.
        if let Some((_, place)) = vote.result {
            if !words.contains_range(place) {
                self.end_vote();
            }
            return;
        }
        let line = &self.text[words];
        let concludes = wording().concluding.iter().any(|word| line.starts_with(&**word));
        // After a vote on somebody's proposal, "Dermed blev indstillingen godkendt" may well mean that this fell.
        let counter = || {
            self.decision.statements.iter().any(|former| {
                former.range.end() <= words.start() && self.text[former.range].contains("orslag")
            })
        };
        if concludes
            && let [(outcome, place)] = outcome::decided(line)[..]
            && (line.contains("orslag") || line.contains("ndring") || !counter())
        {
            vote.result = Some((outcome, place + words.start()));
        }
        self.end_vote();
    }

    pub(super) fn end_vote(&mut self) {
        self.listing = None;
        self.decision.votes.extend(self.vote.take());
    }
}

/// Is a look for votes worth while?
fn is_about_votes(line: &str) -> bool {
    static WORDS: LazyLock<AhoCorasick> = LazyLock::new(|| {
        let words = ["stem", "Stem", "For", "Imod", "Undlod", "Blankt"];
        AhoCorasick::new(words).expect("a few short words make an automaton")
    });
    WORDS.is_match(line)
}

/// What the sentence that counts `vote` says came of it, where it cannot be meant of anything else: "Et ændringsforslag fik 2 stemmer
/// for og 5 imod, hvorefter indstillingen blev godkendt".
fn outcome_of(vote: &Vote, sentence: &str) -> Option<(Outcome, TextRange)> {
    let count = |side: &Option<Side>| side.as_ref().and_then(|side| side.count).map(|(n, _)| n);
    let carried = count(&vote.aye)? > count(&vote.nay)?;
    let outcomes = outcome::decided(sentence);
    let [one] = outcomes[..] else { return None };
    // "Forslaget faldt med 49 stemmer for og 19 imod" can be meant of nothing else.
    let first = vote.aye.as_ref()?.count?.1.start().min(vote.nay.as_ref()?.count?.1.start());
    let own = one.1.end() <= first && sentence[TextRange::new(one.1.end(), first)].trim() == "med";
    (is_positive(&outcomes) == carried || own).then_some(one)
}

fn is_positive(outcomes: &[(Outcome, TextRange)]) -> bool {
    let positive = |(outcome, _): &(Outcome, TextRange)| {
        matches!(outcome, Outcome::Approved | Outcome::Adopted | Outcome::Recommended)
    };
    !outcomes.is_empty() && outcomes.iter().all(positive)
}
