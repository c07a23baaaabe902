//! Votes whose sides stand one under the other, "For: 1", "Imod: 3", until what came of them follows.

use super::super::StatementKind;
use super::super::decision::bare_outcome;
use super::super::vote::{Vote, led, named, side_line};
use super::paragraph::Paragraph;
use super::{Part, Reader};
use danish::sentences::sentences;
use text::{TextRange, range_of};

/// "For: 1".
const SHORTEST: usize = "For: 1".len();

impl Reader<'_> {
    /// Takes up what `paragraph` tells of sides.
    pub(super) fn sides(&mut self, paragraph: &Paragraph) {
        if let Some(vote) = named(&paragraph.words) {
            self.close();
            self.open = Some(vote.placed(&|at| paragraph.place(at)));
            self.close();
            return;
        }
        if paragraph.words.len() >= SHORTEST {
            sentences(&paragraph.words).for_each(|sentence| self.hear(paragraph, &paragraph.words[sentence]));
        }
    }

    /// Takes up the sentence `words` where it tells of a side; any other ends the vote.
    fn hear(&mut self, paragraph: &Paragraph, words: &str) {
        if let Some((which, after)) = side_line(words) {
            let start = range_of(&paragraph.words, words).start();
            for (which, side) in led(words, which, after) {
                let mut one = Vote::default();
                one.add(which, side.shifted(start));
                let mut one = one.placed(&|at| paragraph.place(at));
                let Some(side) = one.side_mut(which).take() else { continue };
                if !self.open.get_or_insert_default().add(which, side.clone()) {
                    self.close();
                    self.open.get_or_insert_default().add(which, side);
                }
            }
            return;
        }
        self.close();
        self.result(paragraph, words);
    }

    /// "For: 1. Imod: 3. Forslaget blev vedtaget."
    fn result(&mut self, paragraph: &Paragraph, words: &str) {
        let place = range_of(&paragraph.words, words);
        let start = paragraph.place(place);
        let text = self.text;
        let Some(part) = self.parts.last_mut() else { return };
        if let Some(vote) = part.decision.votes.last_mut().filter(|vote| vote.result.is_none())
            && vote.last_place().is_some_and(|at| is_right_before(text, at, start))
            && let Some((outcome, at)) = bare_outcome(words)
        {
            let told = (outcome, paragraph.place(at + place.start()));
            vote.result = Some(told);
            let known = |own: &super::Statement| own.kind.decides() && own.range.contains_range(told.1);
            if !part.decision.statements.iter().any(known) {
                part.tell(start, StatementKind::Decided, vec![told]);
            }
        }
    }

    /// The vote whose sides were told belongs to what was decided last, or to what follows.
    pub(super) fn close(&mut self) {
        let Some(vote) = self.open.take() else { return };
        if self.parts.is_empty() {
            self.parts.push(Part::default());
        }
        if let Some(part) = self.parts.last_mut() {
            part.decision.votes.push(vote);
        }
    }
}

/// Does no sentence stand between the one that holds `vote` and `words`?
fn is_right_before(text: &str, vote: TextRange, words: TextRange) -> bool {
    let Some(between) = text.get(usize::from(vote.end())..usize::from(words.start())) else { return false };
    let between = between.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '-' | '•' | '*'));
    !between.contains(". ") && !between.contains(['\n', ':'])
}
