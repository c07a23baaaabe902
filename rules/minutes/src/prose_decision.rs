//! Decisions that are told in prose, without a heading of their own; which sentences tell one, `syntax/decided.rs` says.
//!
//! An item may decide on several things, each for itself: "Forslag 1: Hunde. Forkastet med 12 stemmer for og 31 imod. Forslag 2:
//! Cykler. Vedtaget." Each is a decision of its own, with the votes that were cast on it and no others.

mod paragraph;
mod sides;

use self::paragraph::{Paragraph, paragraphs, whole};
use super::decision::{outcome_of, tallied};
use super::vote::{Vote, alone, counted};
use super::{Content, Decision, Item, Statement, StatementKind};
use references::outcome::{self, Outcome};
use syntax::decided::{self, Said};
use syntax::title;
use syntax::{Block, Class, is_bullet};
use text::{TextRange, TextSize, is_space, range_of};

/// Does a line of the item say what was decided, or that the item was taken off the agenda?
pub(super) fn is_told(text: &str, blocks: &[Block]) -> bool {
    let mut at = TextSize::new(0);
    blocks.iter().any(|block| {
        let words = &text[block.words() + at];
        at += block.len;
        // "Beslutning:" alone is the heading of what was decided, and does not say it.
        let heads = matches!(block.class, Class::Section(_) | Class::Decision) && words.ends_with(':');
        !heads && decided::tells(words)
    })
}

/// The decisions of an item that has no heading for them, in the order of the text: the sentences that say what came of it, and
/// what was voted. `text` is that of the item. Nothing where a section of its own decides, or where the item tells of a case:
/// what it says may have been decided elsewhere. `committee` is who met.
pub fn told(text: &str, item: &Item, committee: Option<&str>) -> Vec<Decision> {
    let plain = |content: &Content| matches!(content, Content::Attachments(_) | Content::Recommendation(_));
    if !item.sections.iter().all(|section| plain(&section.content)) {
        return Vec::new();
    }
    if item.title.is_some_and(|title| decided::heads_signatures(&text[title])) {
        return Vec::new();
    }
    let last = item.title.is_some_and(|title| title::is_last(&text[title]));
    let mut reader = Reader { text, committee, last, parts: Vec::new(), leads: false, open: None };
    for paragraph in paragraphs(text, item) {
        reader.paragraph(&paragraph);
        reader.sides(&paragraph);
    }
    reader.close();
    reader.decisions()
}

/// What is decided on one thing.
#[derive(Default)]
struct Part {
    /// Does it begin with the name or the number of a proposal?
    proposal: Option<TextRange>,
    /// Is that a row of a list?
    row: bool,
    decision: Decision,
}

impl Part {
    /// May what follows in other paragraphs say what came of it?
    fn is_open(&self) -> bool {
        self.proposal.is_some() && !self.row && !self.decides()
    }

    fn tell(&mut self, range: TextRange, kind: StatementKind, outcomes: Vec<(Outcome, TextRange)>) {
        self.decision.statements.push(Statement { range, kind, answers: Vec::new(), outcomes });
    }

    fn decides(&self) -> bool {
        self.decision.statements.iter().any(|statement| !statement.outcomes.is_empty())
    }

    fn only_votes(&self) -> bool {
        !self.decides() && !self.decision.votes.is_empty()
    }

    fn add(&mut self, other: Decision) {
        self.decision.votes.extend(other.votes);
        self.decision.statements.extend(other.statements);
    }
}

struct Reader<'t> {
    text: &'t str,
    committee: Option<&'t str>,
    /// Is it the item "Eventuelt"?
    last: bool,
    parts: Vec<Part>,
    /// Did the last sentence lead to a list of what was decided?
    leads: bool,
    /// The vote whose sides stand one under the other.
    open: Option<Vote>,
}

impl Reader<'_> {
    fn paragraph(&mut self, paragraph: &Paragraph) {
        let line = paragraph.words.trim_start_matches(|c| is_space(c) || is_bullet(c));
        let label = decided::label_len(line);
        let row = line[label..].trim_start_matches(is_space);
        let marked = label > 0 || line.len() < paragraph.words.len();
        if self.leads && (marked || line.starts_with("at ")) {
            self.point(paragraph, row);
            return;
        }
        self.leads = false;
        // "1. Tre ansøgninger blev imødekommet": a row says what came of a thing, where it has a verb.
        let numbered = label > 0 && !line.starts_with(char::is_alphabetic);
        let from = self.parts.len().saturating_sub(1);
        let told = self.told(from);
        let mut first = true;
        for (words, said) in decided::sentences(if numbered { row } else { line }) {
            let label = if first { label } else { decided::worded(words) };
            if label > 0 {
                let named = range_of(&paragraph.words, words);
                let start = if first { range_of(&paragraph.words, line).start() } else { named.start() };
                let name = TextRange::new(start, named.end());
                self.begin(paragraph, name, numbered && first);
            } else if first && self.parts.last().is_none_or(|part| !part.is_open()) {
                self.parts.push(Part::default());
            }
            let met = || self.committee.is_some_and(|committee| decided::met_as(words, committee));
            let said = match said {
                Said::Outcome if numbered && first => Said::Other,
                Said::ByCouncil if !met() => Said::Other,
                _ if self.last && decided::signs(words) => Said::Other,
                said => said,
            };
            self.sentence(paragraph, words, said);
            first = false;
        }
        // A row may begin with a small letter: "a) orgel: afslag".
        if first && numbered {
            self.begin(paragraph, range_of(&paragraph.words, line), true);
            self.sentence(paragraph, row, Said::Other);
        }
        let decides = told < self.told(from);
        if paragraph.says_outcome && !decides {
            self.outcome(paragraph);
        }
        self.leads = decides && line.ends_with([',', ':']);
    }

    /// How many sentences decided so far in the parts from `from` on, of which a paragraph goes on with the last.
    fn told(&self, from: usize) -> usize {
        self.parts[from..].iter().map(|part| part.decision.statements.len()).sum()
    }

    /// Begins what is decided on one proposal, named at `name`; one of a `row` ends with it.
    fn begin(&mut self, paragraph: &Paragraph, name: TextRange, row: bool) {
        self.parts.push(Part { proposal: Some(paragraph.place(name)), row, ..Part::default() });
    }

    /// Takes up a cell that says an outcome.
    fn outcome(&mut self, paragraph: &Paragraph) {
        let placed = |(outcome, at)| (outcome, paragraph.place(at));
        let outcomes = outcome::decided(&paragraph.words).into_iter().map(placed).collect();
        let mut part = Part::default();
        part.tell(paragraph.place(whole(&paragraph.words)), StatementKind::Decided, outcomes);
        self.parts.push(part);
    }

    /// Takes up the sentence `words` where it decides or tells of a vote.
    fn sentence(&mut self, paragraph: &Paragraph, words: &str, said: Said) {
        let start = range_of(&paragraph.words, words).start();
        let votes = words.contains("stem");
        let vote =
            votes.then(|| counted(words).or_else(|| tallied(words)).or_else(|| alone(words))).flatten();
        let named = self.parts.last().is_some_and(|part| part.proposal.is_some());
        let outcomes = match said {
            Said::Other => of_proposal(words, named, vote.as_ref()),
            _ => outcome::decided(words),
        };
        // "Indstillingen følges" names no outcome, and may speak of anything.
        // "Punktet blev ikke drøftet" says that nothing came of it.
        let denied = outcomes.is_empty() && words.contains(" blev ikke ");
        let decides = !outcomes.is_empty() || !denied && !matches!(said, Said::Other | Said::Outcome);
        if vote.is_none() && !decides {
            return;
        }
        let place = |at: TextRange| paragraph.place(at + start);
        let Some(part) = self.parts.last_mut() else { return };
        // What is decided is told with its name: "Forslag 1: Hunde. Forkastet".
        let told = place(whole(words));
        if let Some(name) =
            part.proposal.filter(|name| part.decision.statements.is_empty() && !name.contains_range(told))
        {
            let kind = StatementKind::Announcement;
            part.decision.statements.push(Statement {
                range: name,
                kind,
                answers: Vec::new(),
                outcomes: Vec::new(),
            });
        }
        if let Some(mut vote) = vote {
            vote.result = outcome_of(&vote, words);
            part.decision.votes.push(vote.placed(&place));
        }
        let range = part.proposal.filter(|name| name.contains_range(told)).unwrap_or(told);
        let elected = said == Said::Elected;
        let kind = if elected { StatementKind::Elected } else { StatementKind::Decided };
        part.tell(range, kind, outcomes.into_iter().map(|(outcome, at)| (outcome, place(at))).collect());
    }

    /// Takes up a point of what was decided: "Det blev besluttet, 1) at godkende vedtægten, 2) at afvise ansøgningen."
    fn point(&mut self, paragraph: &Paragraph, words: &str) {
        let Some(part) = self.parts.last_mut() else { return };
        let start = range_of(&paragraph.words, words).start();
        let asked = outcome::asked(words);
        let outcomes: Vec<(Outcome, TextRange)> =
            asked.first().map(|&(outcome, at)| (outcome, paragraph.place(at + start))).into_iter().collect();
        // The points say more than that something was decided.
        if !outcomes.is_empty() {
            for statement in &mut part.decision.statements {
                statement.outcomes.retain(|(outcome, _)| *outcome != Outcome::Adopted);
            }
        }
        // "Valgt blev:" above those who were.
        let kind = part.decision.statements.last().map_or(StatementKind::Decided, |lead| lead.kind);
        part.tell(paragraph.place(whole(&paragraph.words)), kind, outcomes);
        self.leads = !words.ends_with('.');
    }

    /// The decisions; a vote goes with what came of it, which may stand in the paragraph below or above.
    fn decisions(self) -> Vec<Decision> {
        let mut kept: Vec<Part> = Vec::new();
        let says = |part: &Part| !part.decision.statements.is_empty();
        for part in self.parts.into_iter().filter(|part| says(part) || part.only_votes()) {
            match kept.last_mut() {
                Some(former)
                    if former.only_votes() && part.proposal.is_none() && part.decision.votes.is_empty() =>
                {
                    let sole = part.decision.outcomes();
                    if let ([_], Some(vote)) = (&sole[..], former.decision.votes.last_mut()) {
                        let first =
                            part.decision.statements.iter().find_map(|statement| statement.outcomes.first());
                        vote.result = vote.result.or(first.copied());
                    }
                    former.add(part.decision);
                }
                Some(former)
                    if part.only_votes() && part.proposal.is_none() && former.decision.votes.is_empty() =>
                {
                    former.add(part.decision);
                }
                _ => kept.push(part),
            }
        }
        kept.into_iter().filter(says).map(|part| part.decision).collect()
    }
}

/// What a sentence says came of the thing it names, or that the one before names: "D1. Kompost - forkastet.", "Vedtaget med 12
/// stemmer."; where it counts a `vote`, what that says.
fn of_proposal(words: &str, named: bool, vote: Option<&Vote>) -> Vec<(Outcome, TextRange)> {
    if let Some(one) = vote.and_then(|vote| outcome_of(vote, words)) {
        return vec![one];
    }
    let first = |said: &str| {
        let told = outcome::decided(said).into_iter().next().filter(|(_, at)| at.start() == TextSize::new(0));
        told.map(|(outcome, at)| (outcome, at + range_of(words, said).start()))
    };
    let behind = decided::behind_name(words).and_then(first);
    // "Orglet: bevilget 20.000 kr." says so without a number, but "Orglet: bevilges" may be a wish.
    let shown = |&(_, at): &(Outcome, TextRange)| {
        named || vote.is_some() || !words[at].ends_with(['s', 'r', 'e']) && decided::names_own(words)
    };
    let own = behind.filter(shown).or_else(|| first(words).filter(|_| named));
    own.into_iter().collect()
}

impl Decision {
    /// Where it says what came of the thing.
    pub fn start(&self) -> Option<TextSize> {
        let first = |statement: &Statement| {
            statement.outcomes.first().map_or(statement.range.start(), |(_, at)| at.start())
        };
        self.decided().map(first).min()
    }
}
