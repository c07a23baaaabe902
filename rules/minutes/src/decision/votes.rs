//! The votes of a decision, read as its paragraphs go by.

use std::sync::LazyLock;

use super::super::vote::{
    Side, Vote, Which, abstained, alone, counted, divided, led, named, scored, side, side_line, tally,
    wording,
};
use super::{Reader, StatementKind};
use danish::letters::small;
use danish::sentences::sentences;
use references::outcome::{self, Outcome};
use text::needles::Needles;
use text::{TextRange, TextSize, is_space, range};

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
        if let Some(vote) = tallied(line) {
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
            let behind = own.and_then(|own| sentences(line).find(|one| one.start() >= own.end()));
            if let Some(sentence) = behind.filter(|_| outcome.is_none()) {
                self.concluded(sentence + words.start(), words.start());
            }
            return false;
        }
        if let Some(vote) = divided(line).or_else(|| named(line)) {
            self.end_vote();
            self.vote = Some(vote.shifted(words.start()));
            return false;
        }
        let mut begins = false;
        let mut decides = false;
        for sentence in sentences(line) {
            if let Some(vote) = counted(&line[sentence]).or_else(|| scored(&line[sentence])) {
                self.end_vote();
                let result = outcome_of(&vote, &line[sentence]);
                let mut vote = vote.shifted(words.start() + sentence.start());
                vote.result = result.map(|(outcome, at)| (outcome, at + words.start() + sentence.start()));
                self.vote = Some(vote);
                continue;
            }
            let Some((which, after)) = side_of(&line[sentence]) else {
                if let Some(abstained) = abstained(&line[sentence]) {
                    self.side(Which::Abstain, abstained.shifted(words.start() + sentence.start()));
                    continue;
                }
                let place = sentence + words.start();
                if let Some(vote) = alone(&line[sentence]).filter(|_| self.vote.is_none()) {
                    self.vote = Some(vote.shifted(place.start()));
                } else if self.vote.is_some() && sentence.start() > 0.into() {
                    decides |= !outcome::decided(&line[sentence]).is_empty();
                    self.concluded(place, words.start());
                }
                continue;
            };
            begins |= sentence.start() == 0.into() && side_line(line).is_some();
            for (which, side) in led(&line[sentence], which, after) {
                self.side(which, side.shifted(words.start() + sentence.start()));
            }
        }
        // "For: 3 (A, C og F). Imod: 1 (V). Godkendt." is more than a line of a vote.
        begins && !decides
    }

    /// Takes `sentence` as what came of the vote that is all that stands before it: "For: 2. Imod: 3. Indstillingen blev godkendt."
    /// The paragraph, which is not among the statements yet, begins at `paragraph`.
    fn concluded(&mut self, sentence: TextRange, paragraph: TextSize) {
        let Some(at) = self.vote.as_ref().and_then(Vote::place).map(TextRange::start) else { return };
        let begins = |start: TextSize| {
            let lead = &self.text[TextRange::new(start, at.max(start))];
            // "Skriftlig afstemning: ", "Ved hemmelig afstemning blev der afgivet ".
            let plain = |lead: &str| !lead.contains(|c: char| c.is_ascii_digit()) && !lead.contains(" om ");
            let ballot = lead.len() <= BALLOT && lead.contains("fstemning") && plain(lead);
            (lead.len() <= LEAD || ballot) && !lead.contains("orslag") && !lead.contains("ndring")
        };
        let mut formers =
            self.decision.statements.iter().filter(|former| former.range.end() <= sentence.start());
        let told = formers.all(|former| match former.kind {
            StatementKind::Attendance => true,
            StatementKind::Vote => begins(former.range.start()),
            StatementKind::Decided => {
                former.outcomes.is_empty() && former.answers.is_empty() && begins(former.range.start())
            }
            _ => false,
        });
        let first = at < paragraph || begins(paragraph);
        let one =
            bare_outcome(&self.text[sentence]).filter(|_| told && first && self.decision.votes.is_empty());
        if let (Some(vote), Some((outcome, place))) = (&mut self.vote, one) {
            vote.result.get_or_insert((outcome, place + sentence.start()));
        }
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
        let Some(vote) = &self.vote else { return };
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
        let told = concludes && (line.contains("orslag") || line.contains("ndring") || !counter());
        let one = match outcome::decided(line)[..] {
            [(outcome, place)] if told => Some((outcome, place + words.start())),
            _ => None,
        };
        let within = vote.place().is_some_and(|at| words.contains_range(at));
        if let Some(vote) = self.vote.as_mut().filter(|_| one.is_some()) {
            vote.result = one;
        } else if !concludes && !within {
            self.concluded(words, words.start());
        }
        // What came of it may stand on the next line.
        if concludes || !within {
            self.end_vote();
        }
    }

    pub(super) fn end_vote(&mut self) {
        self.listing = None;
        self.decision.votes.extend(self.vote.take());
    }
}

/// The side that a sentence tells of, perhaps behind what was voted on: "Forslaget fra V: For: 2 (V og O)".
fn side_of(sentence: &str) -> Option<(Which, usize)> {
    let behind = |(at, colon): (usize, &str)| {
        let from = at + colon.len();
        side_line(&sentence[from..]).map(|(which, after)| (which, from + after))
    };
    side_line(sentence).or_else(|| sentence.match_indices(": ").find_map(behind))
}

/// At most this many bytes may stand before the first number of a vote with which a decision begins: "Ved afstemning: ".
const LEAD: usize = 16;

/// The same, where they tell of a ballot.
const BALLOT: usize = 64;

/// The outcome that `sentence` is, and nothing else: "Godkendt.", "Indstillingen blev forkastet.". A bare "Afvist." may be what was
/// recommended.
pub(crate) fn bare_outcome(sentence: &str) -> Option<(Outcome, TextRange)> {
    let [(outcome, place)] = outcome::decided(sentence)[..] else { return None };
    let before = small(&sentence[..place.start().into()]);
    let before = before.trim_matches(|c| is_space(c) || c == '-');
    let ends = sentence[place.end().into()..].trim_end_matches(is_space);
    let whole = matches!(ends, "" | ".") && wording().concluded.iter().any(|lead| lead == before);
    // "Forkastet." may be meant of another motion than "Forslaget faldt.".
    let turned = outcome == Outcome::Rejected && !sentence[place].contains(' ');
    (whole && !(turned && before.is_empty())).then_some((outcome, place))
}

/// The vote of a line that tells two counts and what came of it: "godkendt med 31 stemmer imod 14", "forkastet med 14 stemmer mod 21".
pub(crate) fn tallied(line: &str) -> Option<Vote> {
    let mut vote = tally(line)?;
    let rejected = is_rejected(line, &vote);
    if !rejected && !is_positive(&outcome::decided(line)) {
        return None;
    }
    let n = |side: &Option<Side>| side.as_ref().and_then(|side| side.count).map(|(n, _)| n);
    // "forkastet med 39 stemmer imod 5": those who rejected it are told first, and they were more.
    if rejected && n(&vote.aye) > n(&vote.nay) {
        std::mem::swap(&mut vote.aye, &mut vote.nay);
    }
    // "med 14 stemmer for, 6 imod og 1 blank".
    vote.abstain = vote.abstain.or_else(|| counted(line)?.abstain);
    Some(vote)
}

/// Does `line` say that what was voted on was rejected, "med 14 stemmer mod 21", and not who was for it?
fn is_rejected(line: &str, vote: &Vote) -> bool {
    let count = |side: &Option<Side>| side.as_ref().and_then(|side| side.count).map(|(_, at)| at);
    let (Some(first), Some(second)) = (count(&vote.aye), count(&vote.nay)) else { return false };
    let between = &line[TextRange::new(first.end(), second.start())];
    !between.contains(" for") && matches!(outcome::decided(line)[..], [(Outcome::Rejected, _)])
}

/// Is a look for votes worth while?
fn is_about_votes(line: &str) -> bool {
    static WORDS: LazyLock<Needles> = LazyLock::new(|| {
        let words = ["stem", "Stem", "For", "Imod", "Undlod", "undlod", "Blankt", "blank", " imod"];
        Needles::new(words)
    });
    WORDS.are_in(line)
}

/// What the sentence that counts `vote` says came of it, where it cannot be meant of anything else: "Et ændringsforslag fik 2 stemmer
/// for og 5 imod, hvorefter indstillingen blev godkendt".
pub(crate) fn outcome_of(vote: &Vote, sentence: &str) -> Option<(Outcome, TextRange)> {
    let count = |side: &Option<Side>| side.as_ref().and_then(|side| side.count).map(|(n, _)| n);
    let carried = count(&vote.aye)? > count(&vote.nay)?;
    let outcomes = outcome::decided(sentence);
    if outcomes.is_empty() && !carried {
        return fallen(sentence);
    }
    let [one] = outcomes[..] else { return None };
    // "Forslaget faldt med 49 stemmer for og 19 imod" can be meant of nothing else.
    let first = vote.aye.as_ref()?.count?.1.start().min(vote.nay.as_ref()?.count?.1.start());
    let own = one.1.end() <= first && is_of_it(&sentence[TextRange::new(one.1.end(), first)]);
    (is_positive(&outcomes) == carried || own).then_some(one)
}

/// "Faldt med 30 stemmer for og 44 imod": the word that says of a count that the motion was lost.
fn fallen(sentence: &str) -> Option<(Outcome, TextRange)> {
    let folded = small(sentence);
    wording().fallen.iter().find_map(|word| {
        let at = folded.find(&**word).filter(|at| !folded[..*at].ends_with(char::is_alphanumeric))?;
        let ends = !folded[at + word.len()..].starts_with(char::is_alphanumeric);
        ends.then(|| (Outcome::Rejected, range(at, at + word.len())))
    })
}

/// "med", "forslaget med": does the count right behind an outcome tell of nothing else?
fn is_of_it(between: &str) -> bool {
    let mut words = between.split_whitespace().rev();
    let object = |word: &str| matches!(word, "forslaget" | "indstillingen" | "det" | "dette");
    words.next() == Some("med") && words.next().is_none_or(object) && words.next().is_none()
}

fn is_positive(outcomes: &[(Outcome, TextRange)]) -> bool {
    let positive = |(outcome, _): &(Outcome, TextRange)| {
        matches!(outcome, Outcome::Approved | Outcome::Adopted | Outcome::Recommended)
    };
    !outcomes.is_empty() && outcomes.iter().all(positive)
}
