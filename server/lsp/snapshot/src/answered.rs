//! Which at-points of an item its decision answers, and with which of its sentences.

use rules::danish::sentences::sentences;
use rules::document::Document;
use rules::facts::asides::{is_aside, is_pending, speaks_of_rest};
use rules::facts::deciding::{Deciding, asks_plainly, begun, deciding};
use rules::minutes::{
    Answer, Content, Decision, Marker, Outcome, Placed, Point, Recommendation, Section, Statement,
    StatementKind, letter_references, lettered_lines,
};
use rules::text::{TextRange, TextSize};

/// A recommendation of an item with the decision that answers it.
pub struct Answered<'i> {
    /// What is recommended.
    pub recommendation: &'i Recommendation,
    /// The section and the decision; the first that stands after the recommendation, else the first of the item.
    pub decision: Option<(&'i Section, &'i Decision)>,
    /// What decisions call the points.
    names: Vec<u32>,
    /// The text of the item.
    text: &'i str,
    /// What decides something in the decision.
    deciding: Deciding<'i>,
    /// Does the decision tell what somebody reported, and nothing else?
    only_told: bool,
    /// The points that are answered by their letters, and where: "a. Godkendt."
    letters: Vec<(u32, &'i Statement)>,
    /// Where the first of them is named, in bytes of the item.
    first_letter: TextSize,
    /// Does the decision speak of all the points that it does not name?
    decides_rest: bool,
    /// The points that are named, and nothing is said of: "Ad 2.", "Ad 2. Afventer."
    pending: Vec<u32>,
    /// The points that a rule says are not decided, in bytes of the item.
    missed: Vec<TextRange>,
}

/// The rule about points that the decision is silent on.
pub const UNDECIDED: &str = "decisions/undecided-at-point";

/// The points that `decisions/undecided-at-point` says are not decided, in bytes of the document, whether it is switched
/// on or not. What stands beside a point must not say otherwise.
pub fn missed(document: &Document) -> Vec<TextRange> {
    let Some(rule) = rules::catalog::rule(UNDECIDED) else { return Vec::new() };
    let found = document.found_by(rule).into_iter();
    found.flat_map(|finding| finding.related).map(|related| related.range).collect()
}

/// The recommendations of an item of `text` with their decisions; `missed` are the points that a rule says are not decided.
pub fn answered<'i>(text: &'i str, placed: &Placed<'i>, missed: &[TextRange]) -> Vec<Answered<'i>> {
    let (item, whole) = (placed.item, placed.range());
    let within = missed.iter().filter(|point| whole.contains_range(**point));
    let missed: Vec<TextRange> = within.map(|point| *point - placed.start).collect();
    let words = |statement: &Statement| &text[statement.range + placed.start];
    let mut found = Vec::new();
    for (i, section) in item.sections.iter().enumerate() {
        let Content::Recommendation(recommendation) = &section.content else { continue };
        let decides = |section: &&Section| matches!(section.content, Content::Decision(_));
        let chosen = item.sections[i..].iter().find(decides).or_else(|| item.sections.iter().find(decides));
        let decision = chosen.and_then(|section| match &section.content {
            Content::Decision(decision) => Some((section, decision)),
            _ => None,
        });
        let read = decision.map(|(_, decision)| deciding(&text[whole], item, decision)).unwrap_or_default();
        let deciding = &read.statements;
        let only_told =
            deciding.is_empty() && decision.is_some_and(|(_, decision)| only_tells(decision, &words));
        let decides_rest = deciding.iter().any(|statement| decides_rest(words(statement), statement));
        let begun = decision.map(|(_, decision)| begun(&text[whole], decision)).unwrap_or_default();
        let pending = begun.into_iter().flat_map(|begun| begun.points).collect();
        let by_letters = recommendation.points.iter().any(|point| point.marker == Marker::Letter);
        let letters = letters(deciding, by_letters, &words);
        let first_letter = letters.first().map_or(TextSize::new(0), |(_, statement)| {
            let named = letter_references(words(statement), true).into_iter().next();
            statement.range.start() + named.map_or(TextSize::new(0), |named| named.range.start())
        });
        let (names, missed) = (recommendation.names(), missed.clone());
        found.push(Answered {
            recommendation,
            decision,
            names,
            text: &text[whole],
            deciding: read,
            only_told,
            letters,
            first_letter,
            decides_rest,
            pending,
            missed,
        });
    }
    found
}

/// Does `decision` tell what somebody reported, and nothing else?
fn only_tells<'t>(decision: &Decision, words: &dyn Fn(&Statement) -> &'t str) -> bool {
    let statements = decision.statements.iter();
    let said = statements
        .filter(|statement| statement.kind != StatementKind::Attendance && !is_pending(words(statement)));
    let mut said = said.peekable();
    said.peek().is_some() && said.all(|statement| is_aside(words(statement)))
}

/// Does a sentence of `statement`, whose words are `words`, say what becomes of all that is not named?
fn decides_rest(words: &str, statement: &Statement) -> bool {
    let outcomes = || {
        let named = statement.answers.iter().flat_map(|answer| &answer.outcomes);
        named.chain(&statement.outcomes).map(|(_, place)| *place - statement.range.start())
    };
    let mut all = sentences(words);
    all.any(|one| speaks_of_rest(&words[one]) && outcomes().any(|place| one.contains_range(place)))
}

/// The points that `deciding` answers by letters, each with its statement; where the points have none, those of lines that
/// run from "a".
fn letters<'i, 't>(
    deciding: &[&'i Statement],
    lettered: bool,
    words: &dyn Fn(&Statement) -> &'t str,
) -> Vec<(u32, &'i Statement)> {
    let named = deciding.iter().filter(|_| lettered).flat_map(|statement| {
        let all = letter_references(words(statement), true).into_iter().flat_map(|named| named.letters);
        all.map(|(point, _)| (point, *statement))
    });
    let named: Vec<(u32, &Statement)> = named.collect();
    if !named.is_empty() {
        return named;
    }
    lettered_lines(deciding.iter().map(|statement| words(statement)))
        .into_iter()
        .zip(deciding.iter().filter(|statement| begins_with_letter(words(statement))).copied())
        .collect()
}

fn begins_with_letter(line: &str) -> bool {
    line.starts_with(|c: char| c.is_ascii_lowercase()) && line[1..].starts_with(['.', ')'])
}

impl<'i> Answered<'i> {
    /// What decisions call `point`: its number where the numbers grow, else its place.
    pub fn name_of(&self, point: &Point) -> u32 {
        let at = usize::try_from(point.index).ok().and_then(|index| index.checked_sub(1));
        at.and_then(|at| self.names.get(at)).copied().unwrap_or(point.index)
    }

    /// The same without what the decision says at `place`, in bytes of the item.
    pub fn but_for(mut self, place: TextRange) -> Self {
        self.deciding = self.deciding.but_for(place);
        self
    }

    /// The point that decisions call `name`.
    pub fn point_called(&self, name: u32) -> Option<&Point> {
        let at = self.names.iter().position(|own| *own == name)?;
        self.recommendation.points.get(at)
    }

    /// Is `point` decided? A decision that names no point decides them all, and so does what one says of no point in
    /// particular ("Godkendt, idet 2. at-punkt udgår"); a line that is begun ("Ad 2.") decides nothing.
    pub fn is_decided(&self, point: &Point) -> bool {
        if self.decision.is_none() || self.missed.contains(&point.text) {
            return false;
        }
        let name = self.name_of(point);
        // "Indstillingen blev godkendt. Ad 2." decides it all the same.
        if self.pending.contains(&name) && self.deciding.of_all().is_none() && !self.decides_rest {
            return false;
        }
        if self.deciding.statements.is_empty() {
            // "Formanden orienterede" is all there is to say where a report was to be taken note of.
            let asks_for_report = |asked: &Outcome| *asked == Outcome::Noted;
            return self.only_told && !point.asks.is_empty() && point.asks.iter().all(asks_for_report);
        }
        if !self.letters.is_empty() {
            return self.by_letter(point).is_some() || self.decides_all_first();
        }
        let answers = || self.deciding.statements.iter().flat_map(|statement| &statement.answers);
        if answers().next().is_none() {
            return !self.is_only_discussed(point);
        }
        answers().any(|answer| answer.points.points.contains(&name))
            || self.decides_rest
            || self.deciding.of_all().is_some()
            || self.of_point(point).is_some()
            || !asks_plainly(point) && self.deciding.says_more(self.text)
    }

    /// What decides `point`, if anything does: what names it and says what became of it, else what is said of all.
    pub fn said_of(&self, point: &Point) -> Option<&'i Statement> {
        if !self.is_decided(point) {
            return None;
        }
        let name = self.name_of(point);
        let names = |answer: &&Answer| answer.points.points.contains(&name);
        let says =
            |statement: &Statement| statement.answers.iter().filter(names).any(|a| !a.outcomes.is_empty());
        let deciding = || self.deciding.statements.iter().copied();
        deciding()
            .find(|statement| says(statement))
            .or_else(|| self.by_letter(point))
            .or_else(|| self.of_point(point))
            .or_else(|| self.deciding.of_all())
            .or_else(|| deciding().find(|statement| statement.answers.iter().any(|a| names(&a))))
            .or_else(|| deciding().find(|statement| statement.kind == StatementKind::Decided))
            .or_else(|| self.decision.and_then(|(_, decision)| decision.decided().next()))
    }

    /// The statement that answers `point` in its own words.
    fn of_point(&self, point: &Point) -> Option<&'i Statement> {
        self.deciding.of_point(self.text, &self.text[point.text])
    }

    /// "Godkendt, dog ikke litra b": is something decided before any letter is named?
    fn decides_all_first(&self) -> bool {
        let (Some((_, lettered)), Some(first)) = (self.letters.first(), self.deciding.statements.first())
        else {
            return false;
        };
        let decided = first.outcomes.first().map(|(_, place)| place.start());
        decided.is_some_and(|decided| {
            decided < self.first_letter || first.range.start() < lettered.range.start()
        })
    }

    /// The statement that begins with the letter of `point`: "a) Godkendt."
    fn by_letter(&self, point: &Point) -> Option<&'i Statement> {
        self.letters.iter().find(|(letter, _)| *letter == point.index).map(|(_, statement)| *statement)
    }

    /// Is all that was decided that the matter was discussed, where `point` asks for something else? "Udvalget drøftede
    /// sagen" grants no money.
    fn is_only_discussed(&self, point: &Point) -> bool {
        let mut outcomes =
            self.deciding.statements.iter().flat_map(|statement| &statement.outcomes).peekable();
        let asks_more =
            |asked: &Outcome| !matches!(asked, Outcome::Discussed | Outcome::Noted | Outcome::Other);
        outcomes.peek().is_some()
            && outcomes.all(|(outcome, _)| *outcome == Outcome::Discussed)
            && !point.asks.is_empty()
            && point.asks.iter().all(asks_more)
    }

    /// The points that are not decided.
    pub fn undecided(&self) -> Vec<&Point> {
        self.recommendation.points.iter().filter(|point| !self.is_decided(point)).collect()
    }
}
