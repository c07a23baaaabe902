//! Every decision of a document as a row: what `referent register` lists of a folder.

mod members;
mod own;
mod whole;

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use crate::Document;
use facts::asides::closes_or_files;
use facts::deciding::deciding;
use facts::people::people;
use minutes::{Decision, Item, Outcome, Placed, Side, Stage, Vote, listed_titles, told_decisions};
use text::{TextRange, TextSize};

pub use members::{Member, members};
use own::{is_on_disqualification, is_said_by_some, own_points};

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
    /// Each vote, in the order of the text, where there was more than one; the counts above are those of the last.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub votes: Vec<Counted>,
    /// What it says, on one line.
    pub text: String,
    /// Who voted how, by name or party.
    #[serde(skip)]
    pub voters: Vec<Voter>,
}

/// A vote of several.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counted {
    /// What came of it, where the minutes say so right there.
    pub outcome: Option<Outcome>,
    /// Votes for, where they are counted.
    pub votes_for: Option<u32>,
    /// Votes against.
    pub votes_against: Option<u32>,
    /// Who abstained.
    pub abstentions: Option<u32>,
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
            let headed = told_here(placed.item).map(|decision| row(document, &placed, decision, listed));
            let headed: Vec<Row> = headed.collect();
            let told = told(document, &placed);
            headed
                .into_iter()
                .chain(told.iter().map(|decision| row(document, &placed, decision, listed)))
                .collect::<Vec<_>>()
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
            || !text[item.intro + placed.start].trim().is_empty()
            || has_cells(text, placed);
        says && told_here(item).next().is_none() && told(document, placed).is_empty()
    };
    let items = document.minutes().items().enumerate();
    items.filter(|(at, placed)| !is_closed(closed, *at) && silent(placed)).count()
}

/// The decisions of an item that say something, here and now.
fn told_here(item: &Item) -> impl Iterator<Item = &Decision> {
    let here = item.decisions().filter(|(section, _)| !section.history);
    here.map(|(_, decision)| decision).filter(|decision| !decision.statements.is_empty())
}

/// "| 2 | Nyt tag | Det billigste tilbud vælges. |": is the item a row of a table, with words behind its title?
fn has_cells(text: &str, placed: &Placed<'_>) -> bool {
    let Some(title) = placed.item.title else { return false };
    let behind = &text[TextRange::new(title.end() + placed.start, placed.start + placed.item.len)];
    let behind = behind.lines().next().unwrap_or_default();
    behind.trim_start_matches([' ', '*']).starts_with(['|', '\t']) && behind.contains(char::is_alphabetic)
}

/// What the item says was decided, where it has no heading for it: the same for the register and the outline.
pub(crate) fn told(document: &Document, placed: &Placed<'_>) -> Vec<Decision> {
    if told_here(placed.item).next().is_some() {
        return Vec::new();
    }
    let text = &document.text()[TextRange::at(placed.start, placed.item.len)];
    told_decisions(text, placed.item, document.context().meeting.committee.as_deref())
}

fn row(document: &Document, placed: &Placed<'_>, decision: &Decision, listed: Option<TextRange>) -> Row {
    let words = |range: TextRange| document.text()[range + placed.start].to_owned();
    let meeting = &document.context().meeting;
    let item = placed.item;
    // Of several votes the last is on what was decided.
    let text = &document.text()[placed.range()];
    let own = decision.votes.iter().filter(|vote| !is_on_disqualification(text, decision, vote));
    let mut votes: Vec<Counted> = own.map(|vote| counted(document, placed.start, vote)).collect();
    let last = votes.last().cloned();
    let outcomes = decision.outcomes();
    // "Forkastet med 3 stemmer mod 7. Indstillingen blev godkendt": the count is none of what was adopted.
    let positive =
        |outcome: &Outcome| matches!(outcome, Outcome::Approved | Outcome::Adopted | Outcome::Recommended);
    let of_all = votes.len() > 1
        || !(outcomes.contains(&Outcome::Rejected) && outcomes.iter().any(positive))
        || last.as_ref().and_then(|vote| vote.outcome).is_some_and(|outcome| positive(&outcome));
    if votes.len() < 2 && of_all {
        votes.clear();
    }
    let said = one_line(document, placed, decision);
    let last = last.filter(|_| of_all);
    // Nobody may be counted, and yet be named: "Godkendt. Bo Lindt (V) undlod at stemme."
    let last = match decision.votes.is_empty() {
        true => Some(Counted::default()),
        false => last,
    };
    let last = if votes.is_empty() { last.and_then(|vote| whole::whole(&said, vote)) } else { last };
    let count = |of: fn(&Counted) -> Option<u32>| last.as_ref().and_then(of);
    Row {
        date: decision.date.and_then(|(_, day)| day).or(meeting.date),
        body: decision.body.map(words).or_else(|| body(document)),
        item: item.number.map(|(_, range)| words(range)),
        title: listed.map(|title| document.text()[title].to_owned()).or_else(|| item.title.map(words)),
        case_number: item.case_number.map(|(range, _)| words(range)),
        at_points: own_points(text, decision),
        outcomes: outcomes_of(document, placed, decision),
        votes_for: count(|vote| vote.votes_for),
        votes_against: count(|vote| vote.votes_against),
        abstentions: count(|vote| vote.abstentions),
        votes,
        text: said,
        voters: last.map(|vote| vote.voters).unwrap_or_default(),
    }
}

/// The body that meets, as the head has it: the same for the register and the outline.
pub fn body(document: &Document) -> Option<String> {
    let head = document.minutes().head().committee.map(|place| document.text()[place].to_owned());
    head.or_else(|| document.context().meeting.committee.clone())
}

/// What was decided on the matter itself: the same for the register and the outline.
pub(crate) fn outcomes_of(document: &Document, placed: &Placed<'_>, decision: &Decision) -> Vec<Outcome> {
    let all = decision.outcomes();
    // One outcome, or none, is that of the matter.
    if all.len() < 2 { all } else { of_matter(document, placed, decision).unwrap_or(all) }
}

/// The outcomes without what one of them said beside the decision, and without motions that fell; `None` where nothing is left.
fn of_matter(document: &Document, placed: &Placed<'_>, decision: &Decision) -> Option<Vec<Outcome>> {
    let text = &document.text()[placed.range()];
    let matter = deciding(text, placed.item, decision);
    let mut found: Vec<(Outcome, TextRange)> = Vec::new();
    for statement in decision.decided() {
        let answers = statement.answers.iter().flat_map(|answer| &answer.outcomes);
        let own = statement
            .outcomes
            .iter()
            .chain(answers)
            .filter(|(_, at)| matter.speaks_of(*at) && !is_said_by_some(text, decision, *at));
        found.extend(own.filter(|found| !is_of_another(document, placed, found)));
    }
    found.sort_by_key(|(_, at)| at.start());
    let mut outcomes: Vec<Outcome> = Vec::new();
    for (outcome, _) in found {
        if !outcomes.contains(&outcome) {
            outcomes.push(outcome);
        }
    }
    (!outcomes.is_empty()).then_some(outcomes)
}

/// "Dagsordenen blev godkendt. Punkt 9 udgår.": is another item taken off or put off, by its number?
fn is_of_another(document: &Document, placed: &Placed<'_>, (outcome, at): &(Outcome, TextRange)) -> bool {
    /// In bytes, between the number and what becomes of it.
    const NEAR: usize = 24;
    let dealt = *outcome == Outcome::Discussed && document.text()[*at + placed.start].ends_with("behandlet");
    if !matches!(outcome, Outcome::Withdrawn | Outcome::Postponed) && !dealt {
        return false;
    }
    let before = &document.text()[placed.range()][..at.start().into()];
    let near = before[before.floor_char_boundary(before.len().saturating_sub(NEAR + 10))..].to_lowercase();
    let behind = ["punkt ", "punkt nr. ", "pkt. ", "pkt ", "sag ", "sag nr. ", "sagen nr. "]
        .iter()
        .filter_map(|word| Some(near.rfind(word)? + word.len()))
        .max();
    let Some(rest) = behind.map(|at| &near[at..]).filter(|rest| rest.len() <= NEAR) else { return false };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let Ok(number) = rest[..digits].parse::<u32>() else { return false };
    let is_own = placed.item.number.is_some_and(|(own, _)| own == number);
    let is_point = number as usize <= placed.item.points().count();
    !is_own && !is_point && !rest[digits..].contains(['.', ';', '\n'])
}

fn counted(document: &Document, start: TextSize, vote: &Vote) -> Counted {
    let count = |side: &Option<Side>| side.as_ref()?.count.map(|(n, _)| n);
    Counted {
        outcome: vote.result.map(|(outcome, _)| outcome),
        votes_for: count(&vote.aye),
        votes_against: count(&vote.nay),
        abstentions: count(&vote.abstain),
        voters: voters(document, start, vote),
    }
}

fn one_line(document: &Document, placed: &Placed<'_>, decision: &Decision) -> String {
    let headings: Vec<TextRange> = placed.item.decisions().map(|(section, _)| section.heading).collect();
    let text = |range: TextRange| &document.text()[range + placed.start];
    let said = decision.statements.iter().enumerate();
    // "Mødet sluttede kl. 10.45." below the last decision belongs to none.
    let said = said.filter(|(at, statement)| *at == 0 || !closes_or_files(text(statement.range)));
    let words = said.flat_map(|(_, statement)| {
        let words = text(statement.range);
        // "Beslutning: Godkendt", "**Beslutning:** Godkendt": the label is none of what was decided.
        let label = headings.iter().find_map(|heading| unlabelled(words, statement.range, *heading));
        label.unwrap_or(words).split_whitespace()
    });
    words.collect::<Vec<_>>().join(" ")
}

/// `words`, which stand at `statement`, without the label at `heading` that they begin with and the marks around it.
fn unlabelled(words: &str, statement: TextRange, heading: TextRange) -> Option<&str> {
    let start = heading.start().checked_sub(statement.start())?;
    let marks = words.get(..start.into()).filter(|marks| marks.chars().all(|c| matches!(c, '*' | '_')))?;
    let end = heading.end().checked_sub(statement.start()).filter(|_| heading.end() < statement.end())?;
    let behind = words.get(end.into()..)?.trim_start_matches([':', ' ']);
    Some(behind.strip_prefix(marks).unwrap_or(behind).trim_start_matches([':', ' ']))
}

fn voters(document: &Document, start: TextSize, vote: &Vote) -> Vec<Voter> {
    let sides = [(&vote.aye, "yes"), (&vote.nay, "no"), (&vote.abstain, "abstain")];
    let mut seen = BTreeSet::new();
    let mut voters = Vec::new();
    for (side, option) in sides {
        let Some(side) = side.as_ref().filter(|side| !side.unsure) else { continue };
        for &place in side.parties.iter().chain(&side.names) {
            // A name may stand with a space that does not break.
            let name = document.text()[place + start].split_whitespace().collect::<Vec<_>>().join(" ");
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
    use crate::{Document, Engine};
    use minutes::Outcome;

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
    fn the_label_of_a_decision_is_none_of_what_it_says() {
        for (line, said) in [
            ("Beslutning: Planen sendes i høring.", "Planen sendes i høring."),
            ("**Beslutning:** Planen sendes i høring.", "Planen sendes i høring."),
            ("**Beslutning**: Planen sendes i høring.", "Planen sendes i høring."),
            ("*Beslutning:* **Godkendt.**", "**Godkendt.**"),
        ] {
            let text =
                format!("Kulturudvalget\n10. marts 2026\n\n## 4. Hal\n\nHallen er gammel.\n\n{line}\n");
            let rows = decisions(&Document::new(Arc::new(Engine::default()), text), &[]);
            assert_eq!(rows.iter().map(|row| &*row.text).collect::<Vec<_>>(), [said], "{line}");
        }
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

    #[test]
    fn votes_are_rows_of_their_own_and_what_others_decide_is_none() {
        let rows = |decision: &str| {
            let text = format!("Kulturudvalget\n10. marts 2026\n\n1. Hal\n\nBeslutning\n\n{decision}\n");
            decisions(&Document::new(Arc::new(Engine::default()), text), &[])
        };
        for (decision, votes) in [
            ("For: 3 (A, C og F). Imod: 1 (V). Undlod: 1 (O). Godkendt.", (Some(3), Some(1), Some(1))),
            ("3 for, 2 imod og 0 undlod. Godkendt.", (Some(3), Some(2), Some(0))),
            ("Godkendt med 14 stemmer for, 6 imod og 1 blank.", (Some(14), Some(6), Some(1))),
        ] {
            let row = &rows(decision)[0];
            assert_eq!((row.votes_for, row.votes_against, row.abstentions), votes, "{decision}");
            assert_eq!(row.outcomes, [Outcome::Approved], "{decision}");
        }
        let row = &rows("Forkastet med 14 stemmer mod 21.")[0];
        assert_eq!(
            (row.votes_for, row.votes_against, row.outcomes[0]),
            (Some(14), Some(21), Outcome::Rejected)
        );
        let row = &rows("Udvalget anbefaler over for Byrådet, at planen vedtages.")[0];
        assert_eq!(row.outcomes, [Outcome::Recommended]);
        let two = "Forslag fra V: For: 2 (V og O). Imod: 3 (A, C og F). Forslaget blev forkastet.\n\nIndstillingen blev godkendt med 3 \
                   stemmer for og 2 imod.";
        let counts: Vec<_> =
            rows(two)[0].votes.iter().map(|vote| (vote.votes_for, vote.votes_against)).collect();
        assert_eq!(counts, [(Some(2), Some(3)), (Some(3), Some(2))]);
        assert_eq!(rows("")[..], []);
    }
}
