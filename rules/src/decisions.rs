//! Every decision of a document as a row: what `referent register` lists of a folder.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use crate::document::Document;
use crate::facts::people::people;
use crate::minutes::{Decision, Outcome, Placed, Side, Stage, listed_titles, told_decision};
use crate::text::{TextRange, TextSize};

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// When it was made.
    pub date: Option<Date>,
    /// The body that made it.
    pub body: Option<String>,
    /// The number of the item, as written.
    pub item: Option<String>,
    /// The title of the item.
    pub title: Option<String>,
    /// The case number, as written.
    pub case_number: Option<String>,
    /// The at-points that it names, each once, rising.
    pub at_points: Vec<u32>,
    /// Each once, in the order of the text.
    pub outcomes: Vec<Outcome>,
    /// Votes for, where they are counted.
    pub votes_for: Option<u32>,
    /// Votes against.
    pub votes_against: Option<u32>,
    /// Who abstained.
    pub abstentions: Option<u32>,
    /// What it says, on one line.
    pub text: String,
    /// Who voted how, by name or party.
    #[serde(skip)]
    pub voters: Vec<Voter>,
}

/// Somebody who voted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voter {
    /// A person's name or a party.
    pub name: String,
    /// Is it a person?
    pub person: bool,
    /// "yes", "no" or "abstain".
    pub option: &'static str,
}

/// The decisions of those items of `document` that are not `closed`, in the order of the text; an agenda has none.
pub fn decisions(document: &Document, closed: &[bool]) -> Vec<Row> {
    if document.context().stage == Stage::Agenda {
        return Vec::new();
    }
    let minutes = document.minutes();
    let listed = listed_titles(document.text(), minutes, document.engine().houses.vocabulary());
    let items = minutes.items().zip(listed).enumerate();
    items
        .filter(|(at, _)| !is_closed(closed, *at))
        .flat_map(|(_, (placed, listed))| {
            let decisions = placed.item.decisions().filter(|(section, _)| !section.history);
            let rows: Vec<Row> =
                decisions.map(|(_, decision)| row(document, &placed, decision, listed)).collect();
            if rows.is_empty() { told(document, &placed, listed).into_iter().collect() } else { rows }
        })
        .collect()
}

/// Is item `at` among those that are `closed`?
fn is_closed(closed: &[bool], at: usize) -> bool {
    closed.get(at).copied().unwrap_or_default()
}

/// The items of minutes that are not `closed` and in which no decision can be read, though they say something; an agenda has none.
pub fn undecided(document: &Document, closed: &[bool]) -> usize {
    if document.context().stage == Stage::Agenda {
        return 0;
    }
    let text = document.text();
    let silent = |placed: &Placed<'_>| {
        let item = placed.item;
        let says = item.sections.iter().any(|section| !section.history)
            || !text[item.intro + placed.start].trim().is_empty();
        let decided = item.decisions().any(|(section, _)| !section.history);
        says && !decided && told(document, placed, None).is_none()
    };
    let items = document.minutes().items().enumerate();
    items.filter(|(at, placed)| !is_closed(closed, *at) && silent(placed)).count()
}

/// What the item says was decided, where it has no heading for it.
fn told(document: &Document, placed: &Placed<'_>, listed: Option<TextRange>) -> Option<Row> {
    let text = &document.text()[TextRange::at(placed.start, placed.item.len)];
    told_decision(text, placed.item, document.context().meeting.committee.as_deref())
        .map(|decision| row(document, placed, &decision, listed))
}

fn row(document: &Document, placed: &Placed<'_>, decision: &Decision, listed: Option<TextRange>) -> Row {
    let words = |range: TextRange| document.text()[range + placed.start].to_owned();
    let meeting = &document.context().meeting;
    let item = placed.item;
    // Of several votes the last is on what was decided.
    let vote = decision.votes.last();
    let count = |side: fn(&crate::minutes::Vote) -> &Option<Side>| {
        vote.and_then(|vote| side(vote).as_ref()?.count).map(|(n, _)| n)
    };
    Row {
        date: decision.date.and_then(|(_, day)| day).or(meeting.date),
        body: decision.body.map(words).or_else(|| meeting.committee.clone()),
        item: item.number.map(|(_, range)| words(range)),
        title: listed.map(|title| document.text()[title].to_owned()).or_else(|| item.title.map(words)),
        case_number: item.case_number.map(|(range, _)| words(range)),
        at_points: decision.named_points(),
        outcomes: decision.outcomes(),
        votes_for: count(|vote| &vote.aye),
        votes_against: count(|vote| &vote.nay),
        abstentions: count(|vote| &vote.abstain),
        text: one_line(document, placed.start, decision),
        voters: voters(document, placed.start, decision),
    }
}

fn one_line(document: &Document, start: TextSize, decision: &Decision) -> String {
    let words = decision
        .statements
        .iter()
        .flat_map(|statement| document.text()[statement.range + start].split_whitespace());
    words.collect::<Vec<_>>().join(" ")
}

fn voters(document: &Document, start: TextSize, decision: &Decision) -> Vec<Voter> {
    let Some(vote) = decision.votes.last() else { return Vec::new() };
    let sides = [(&vote.aye, "yes"), (&vote.nay, "no"), (&vote.abstain, "abstain")];
    let mut seen = BTreeSet::new();
    let mut voters = Vec::new();
    for (side, option) in sides {
        let Some(side) = side.as_ref().filter(|side| !side.unsure) else { continue };
        for &place in side.parties.iter().chain(&side.names) {
            let name = document.text()[place + start].to_owned();
            let person = people(&name).len() == 1;
            if seen.insert(name.clone()) {
                voters.push(Voter { name, person, option });
            }
        }
    }
    voters
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::decisions;
    use crate::document::{Document, Engine};
    use crate::minutes::Outcome;

    #[test]
    fn a_decision_told_in_prose_is_a_row_and_silence_is_counted() {
        let text = "Referat af generalforsamling\n10. marts 2026\n\n1. Regnskab\n\nKassereren gennemgik regnskabet. Regnskabet blev godkendt med 39 stemmer for og 6 imod.\n\n\
                    2. Takster\n\nBestyrelsen foreslog, at taksten godkendes. Der blev talt længe.\n\n3. Eventuelt\n\nBeslutning\n\nGodkendt.\n";
        let document = Document::new(Arc::new(Engine::default()), text.to_owned());
        let rows = decisions(&document, &[]);
        assert_eq!((rows[0].votes_for, rows[0].votes_against), (Some(39), Some(6)));
        assert_eq!((rows.len(), rows[0].outcomes.clone()), (2, vec![Outcome::Approved]));
        assert_eq!(super::undecided(&document, &[]), 1);
    }

    #[test]
    fn a_decision_is_a_row() {
        let text = "Kulturudvalget\n10. marts 2026\n\n4. Hal\n\nSagsnr. 26/1042\n\nIndstilling\n\nCentret indstiller, at hallen bygges.\n\nBeslutning\n\nIndstillingen blev \
                    godkendt.\n\nFor: 4 (A og F)\n\nImod: 1 (Bo Lindt (V))\n\n5. Eventuelt\n";
        let rows = decisions(&Document::new(Arc::new(Engine::default()), text.to_owned()), &[]);
        assert_eq!(rows.len(), 1);
        let row = &rows[0];
        assert_eq!(row.date.map(|date| date.to_string()).as_deref(), Some("2026-03-10"));
        assert_eq!(
            (row.body.as_deref(), row.item.as_deref(), row.case_number.as_deref()),
            (Some("Kulturudvalget"), Some("4"), Some("26/1042"))
        );
        assert_eq!((row.votes_for, row.votes_against, row.abstentions), (Some(4), Some(1), None));
        assert_eq!(row.outcomes, [Outcome::Approved]);
        assert_eq!(row.text, "Indstillingen blev godkendt. For: 4 (A og F) Imod: 1 (Bo Lindt (V))");
        let voters: Vec<(&str, bool, &str)> =
            row.voters.iter().map(|voter| (&*voter.name, voter.person, voter.option)).collect();
        assert_eq!(voters, [("A", false, "yes"), ("F", false, "yes"), ("Bo Lindt", true, "no")]);
    }
}
