//! A decision: its body and date, what was said of which at-point, votes and remarks.

mod answers;
mod votes;

pub(super) use votes::{bare_outcome, outcome_of, tallied};

use jiff::civil::Date;

use super::remark::{Remark, RemarkKind, announcement, begins_quote, speaks_of_motion, tells_of_attendance};
use super::vote::{Vote, Which};
use references::outcome::{self, Outcome};
use references::{Naming, PointReference, decision_references};
use syntax::{Block, Class, Flag, Label, says_over};
use text::{TextRange, TextSize, is_space, range};

/// What a body decided in an item; offsets are those of the item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// The body named in the heading.
    pub body: Option<TextRange>,
    /// The date in the heading, and the day it names if that exists.
    pub date: Option<(TextRange, Option<Date>)>,
    /// The paragraphs, in the order of the text.
    pub statements: Vec<Statement>,
    /// Votes that were counted or named.
    pub votes: Vec<Vote>,
    /// Protocol remarks and amendments.
    pub remarks: Vec<Remark>,
}

/// A paragraph of a decision; offsets are those of the item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The words.
    pub range: TextRange,
    /// What kind of paragraph it is.
    pub kind: StatementKind,
    /// The at-points it names, each with the outcomes said of them.
    pub answers: Vec<Answer>,
    /// Outcomes said of no point in particular.
    pub outcomes: Vec<(Outcome, TextRange)>,
}

/// What a paragraph of a decision is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatementKind {
    /// What was decided.
    Decided,
    /// Who was elected and nothing else, told in prose.
    Elected,
    /// Who was absent, came, left, took part.
    Attendance,
    /// Announces a remark or an amendment.
    Announcement,
    /// Somebody's own words.
    Quoted,
    /// A line of a vote.
    Vote,
}

impl StatementKind {
    /// Does such a paragraph decide?
    pub fn decides(self) -> bool {
        matches!(self, Self::Decided | Self::Elected)
    }
}

/// What a decision says of some at-points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The points; its range is in bytes of the item.
    pub points: PointReference,
    /// What is said of them.
    pub outcomes: Vec<(Outcome, TextRange)>,
}

/// A line that ends the minutes is no longer, in bytes.
const LONGEST_CLOSING: u32 = 120;

/// Reads the decision in `blocks`, the first of which begins at `start` of the item's `text`.
pub(super) fn read(text: &str, blocks: &[Block], start: TextSize) -> Decision {
    let mut decision = Decision::default();
    let mut reader = Reader {
        text,
        decision: &mut decision,
        quoting: None,
        remark: None,
        vote: None,
        listing: None,
        answered: None,
    };
    let mut at = start;
    for block in without_group(blocks) {
        let line = TextRange::at(at, block.line().len());
        let words = block.words() + at;
        at += block.len;
        // "Underskrifter:" below the last "Beslutning:" ends the minutes and decides nothing.
        if u32::from(words.len()) <= LONGEST_CLOSING && block.numbering.is_none() && says_over(&text[words]) {
            break;
        }
        if !matches!(
            block.class,
            Class::Furniture | Class::Comment | Class::Code | Class::Blank | Class::Part { .. }
        ) {
            reader.paragraph(block, words.start(), whole(text, line, words));
        }
    }
    reader.close();
    decision
}

/// Without the heading of the next group of items, "Orienteringssager", which stands apart at their end.
fn without_group(blocks: &[Block]) -> &[Block] {
    match blocks {
        [rest @ .., above, last] if last.is(Flag::Group) && above.is(Flag::BlankAfter) => {
            &blocks[..rest.len() + 1]
        }
        _ => blocks,
    }
}

/// The words with their list number, which may answer an at-point, without indentation.
fn whole(text: &str, line: TextRange, words: TextRange) -> TextRange {
    let indent = text[line].len() - text[line].trim_start_matches(is_space).len();
    TextRange::new((line.start() + TextSize::of(&text[line][..indent])).min(words.start()), words.end())
}

struct Reader<'t, 'd> {
    text: &'t str,
    decision: &'d mut Decision,
    /// The closing mark that ends the quotation being read.
    quoting: Option<char>,
    /// The remark whose words may follow.
    remark: Option<Remark>,
    /// The vote whose other sides or result may follow.
    vote: Option<Vote>,
    /// The side whose people may follow, each on a line.
    listing: Option<Which>,
    /// Which statement is the last that answers any point.
    answered: Option<usize>,
}

impl Reader<'_, '_> {
    /// Takes up a paragraph whose `words` begin with the mark of a list or a label; its own begin at `own`.
    fn paragraph(&mut self, block: &Block, own: TextSize, words: TextRange) {
        let line = &self.text[words];
        if self.quoting.is_some() || begins_quote(line) {
            self.quoted(words);
            return;
        }
        if self.votes(words) {
            self.push(words, StatementKind::Vote);
            return;
        }
        if let Some((kind, author)) = announcement(line) {
            self.close();
            let author = author.map(|range| range + words.start());
            self.remark = Some(Remark { kind, announcement: words, author, text: None });
            self.push(words, StatementKind::Announcement);
            return;
        }
        let lead = matches!(line, "Fra:" | "Til:");
        let kind =
            if is_attendance(block, line) { StatementKind::Attendance } else { StatementKind::Decided };
        if !lead && kind == StatementKind::Decided && self.is_own_words(line) {
            // A remark without quotation marks: its first paragraph at least is its own.
            self.note_remark(words);
            self.push(words, StatementKind::Quoted);
            return;
        }
        if !lead {
            self.close_if_read();
        }
        self.push(words, kind);
        self.forget_label(own);
        self.result(words);
        // "godkendt, idet det præciseres, - at udvalget drøfter måltal": a condition of the decision decides nothing.
        if block.class == Class::At
            && let Some(statement) = self.decision.statements.last_mut()
            && statement.answers.is_empty()
        {
            statement.outcomes.clear();
        }
    }

    /// "Besluttet: Godkendt." names one outcome; "Besluttet: Bo køber grus." has it in its label alone.
    fn forget_label(&mut self, own: TextSize) {
        if let Some(statement) = self.decision.statements.last_mut()
            && statement.outcomes.iter().any(|(_, at)| at.start() >= own)
        {
            statement.outcomes.retain(|(_, at)| at.start() >= own);
        }
    }

    /// Can a paragraph without quotation marks be the words of the remark announced? A list or a decision is not.
    fn is_own_words(&self, line: &str) -> bool {
        self.remark.as_ref().is_some_and(|remark| {
            // "Ø fremsatte følgende forslag til beslutning:": what follows is the motion, until somebody votes on it.
            let own = remark.kind == RemarkKind::Remark
                || self.text[remark.announcement].contains(" følgende ") && !speaks_of_motion(line);
            remark.text.is_none() && own && decision_references(line).is_empty() && line.len() > 20
        })
    }

    fn quoted(&mut self, words: TextRange) {
        self.end_vote();
        let line = self.text[words].trim_end_matches(is_space);
        let closing = match self.quoting {
            Some(closing) => closing,
            None => closing_mark(line.chars().next().unwrap_or('”')),
        };
        let body = line.trim_end_matches(['.', ',', ';']);
        let opened = self.quoting.is_none();
        let ends = body.ends_with(closing) && (!opened || body.chars().count() > 1);
        // A quotation of one paragraph often lacks its closing mark; the next announcement ends it at the latest.
        self.quoting = (!ends).then_some(closing);
        self.note_remark(words);
        self.push(words, StatementKind::Quoted);
    }

    fn note_remark(&mut self, words: TextRange) {
        if let Some(remark) = &mut self.remark {
            remark.text = Some(remark.text.map_or(words, |range| range.cover(words)));
        }
    }

    fn close_if_read(&mut self) {
        if self.remark.as_ref().is_some_and(|remark| remark.text.is_some()) {
            self.close();
        }
    }

    fn close(&mut self) {
        self.end_vote();
        self.decision.remarks.extend(self.remark.take());
    }

    fn push(&mut self, words: TextRange, kind: StatementKind) {
        let (answers, mut outcomes) = match kind {
            StatementKind::Decided => answers::said(&self.text[words], words.start()),
            StatementKind::Announcement => (answers::said(&self.text[words], words.start()).0, Vec::new()),
            _ => (Vec::new(), Vec::new()),
        };
        if answers.is_empty()
            && let Some(answer) = self.open_answer()
        {
            answer.outcomes.append(&mut outcomes);
        }
        if !answers.is_empty() {
            self.answered = Some(self.decision.statements.len());
        }
        self.decision.statements.push(Statement { range: words, kind, answers, outcomes });
    }

    /// "Ad 1" on a line of its own is answered by the first outcome of the paragraphs below it.
    fn open_answer(&mut self) -> Option<&mut Answer> {
        let statement = self.decision.statements.get_mut(self.answered?)?;
        let end = statement.range.end();
        let alone = |answer: &Answer| end - answer.points.range.end() <= TextSize::of(".:");
        let [answer] = &mut statement.answers[..] else { return None };
        (answer.outcomes.is_empty()
            && alone(answer)
            && answer.points.range.start() == statement.range.start())
        .then_some(answer)
    }
}

fn closing_mark(opening: char) -> char {
    match opening {
        '“' | '”' => '”',
        '„' => '“',
        '»' => '«',
        '«' => '»',
        '‘' | '’' => '’',
        other => other,
    }
}

/// "Fraværende: …", "Ole Hansen deltog ikke i mødet.", "Afbud fra …".
fn is_attendance(block: &Block, line: &str) -> bool {
    if matches!(block.class, Class::Label(Label::Absent | Label::Participants)) || line.starts_with("Afbud") {
        return true;
    }
    tells_of_attendance(line) && outcome::decided(line).is_empty()
}

impl Decision {
    /// The paragraphs that decide.
    pub fn decided(&self) -> impl Iterator<Item = &Statement> {
        self.statements.iter().filter(|statement| statement.kind.decides())
    }

    /// The answers to at-points, those that an amendment replaces included.
    pub fn answers(&self) -> impl Iterator<Item = &Answer> {
        self.statements.iter().flat_map(|statement| &statement.answers)
    }

    /// The at-points that are named, each once, rising.
    pub fn named_points(&self) -> Vec<u32> {
        let mut points: Vec<u32> =
            self.answers().flat_map(|answer| answer.points.points.iter().copied()).collect();
        points.sort_unstable();
        points.dedup();
        points
    }

    /// Forgets references that may mean something else than an at-point, where `means` says that they do. What was
    /// said of them was then said of no point in particular.
    pub(super) fn forget(&mut self, means: impl Fn(&PointReference) -> bool) {
        for statement in &mut self.statements {
            let other =
                |answer: &mut Answer| answer.points.naming == Naming::Perhaps && means(&answer.points);
            let other: Vec<Answer> = statement.answers.extract_if(.., other).collect();
            if !other.is_empty() {
                statement.outcomes.extend(other.into_iter().flat_map(|answer| answer.outcomes));
                statement.outcomes.sort_by_key(|(_, place)| place.start());
            }
        }
    }

    /// Gives back room that nothing stands in: decisions are kept for long, and most lists in them have one entry.
    pub(super) fn settle(&mut self) {
        self.statements.shrink_to_fit();
        for statement in &mut self.statements {
            statement.answers.shrink_to_fit();
            statement.outcomes.shrink_to_fit();
            statement.answers.iter_mut().for_each(|answer| answer.outcomes.shrink_to_fit());
        }
    }

    /// The outcomes, each once, in the order of the text; `Other` when the words name none.
    pub fn outcomes(&self) -> Vec<Outcome> {
        self.outcomes_of(|_| true)
    }

    /// Those of the paragraphs that `decide`.
    pub fn outcomes_of(&self, decide: impl Fn(&Statement) -> bool) -> Vec<Outcome> {
        let mut found: Vec<(TextRange, Outcome)> = Vec::new();
        for statement in self.decided().filter(|statement| decide(statement)) {
            found.extend(statement.outcomes.iter().map(|&(o, at)| (at, o)));
            found.extend(statement.answers.iter().flat_map(|a| &a.outcomes).map(|&(o, at)| (at, o)));
        }
        found.sort_by_key(|(at, _)| at.start());
        let mut outcomes: Vec<Outcome> = Vec::new();
        for (_, outcome) in found {
            if !outcomes.contains(&outcome) {
                outcomes.push(outcome);
            }
        }
        if outcomes.is_empty() && self.decided().any(decide) {
            outcomes.push(Outcome::Other);
        }
        outcomes
    }

    /// Does it say who was elected and nothing else?
    pub fn only_elects(&self) -> bool {
        let mut statements = self.statements.iter().peekable();
        statements.peek().is_some() && statements.all(|statement| statement.kind == StatementKind::Elected)
    }

    /// Does the decision say anything at all, attendance aside?
    pub fn is_silent(&self) -> bool {
        self.statements.iter().all(|statement| statement.kind == StatementKind::Attendance)
    }

    /// The bytes of all paragraphs together; empty at 0 when there are none.
    pub fn text_range(&self) -> TextRange {
        let mut ranges = self.statements.iter().map(|statement| statement.range);
        let Some(first) = ranges.next() else { return range(0, 0) };
        ranges.fold(first, TextRange::cover)
    }
}
