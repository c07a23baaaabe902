//! Puts in a line of decision for each at-point that has none, to be filled in.

use std::collections::BTreeMap;

use rules::minutes::{Content, Decision, Marker, Outcome, Placed, Point, Section, Statement};
use rules::text::edit::Edit;
use rules::text::{TextRange, TextSize};
use snapshot::answered::{Answered, answered};
use snapshot::document::Snapshot;
use snapshot::structure::trimmed;
use snapshot::{occurrences, outcomes};
use workbench::lang::Lang;

use super::Rewrite;

/// A line for each point that the decision of the item at `place` lacks, in its place among the others and left open: what
/// was decided only the writer knows.
pub(super) fn undecided(snapshot: &Snapshot, place: TextRange) -> Vec<Rewrite> {
    let Some((_, placed)) = occurrences::item_at(&snapshot.document, place.start()) else {
        return Vec::new();
    };
    let touches = |section: &&Section| {
        (TextRange::new(section.heading.start(), section.body.end()) + placed.start)
            .intersect(place)
            .is_some()
    };
    let decides =
        |section: &Section| matches!(section.content, Content::Recommendation(_) | Content::Decision(_));
    // At a fault elsewhere in the item nobody looks for this.
    if !placed.item.sections.iter().filter(touches).any(decides) {
        return Vec::new();
    }
    answered(snapshot.text(), &placed, snapshot.missed())
        .iter()
        .filter_map(|answered| lines(snapshot, placed, answered))
        .collect()
}

fn lines(snapshot: &Snapshot, placed: Placed<'_>, answered: &Answered<'_>) -> Option<Rewrite> {
    let (section, decision) = answered.decision?;
    let named = decision.named_points();
    let open: Vec<u32> = answered.undecided().into_iter().map(|point| answered.name_of(point)).collect();
    // What stands there already, without its words, is only to be filled in.
    let lacking: Vec<u32> = open.into_iter().filter(|point| !named.contains(point)).collect();
    if lacking.is_empty() || answered.recommendation.points.len() == 1 {
        return None;
    }
    let lang = snapshot.session.lang;
    let manner = Manner::of(&snapshot.text()[placed.range()], placed, decision);
    let named_all = |and: &str, to: &str| {
        let quoted: Vec<String> =
            lacking.iter().map(|point| format!("\"{}\"", manner.answer(*point))).collect();
        let in_a_row = lacking.len() > 2 && lacking.windows(2).all(|pair| pair[0] + 1 == pair[1]);
        listed(&quoted, in_a_row, and, to)
    };
    let title = match lacking.len() {
        1 => lang.pick(
            format!("Indsæt {} for det at-punkt, der mangler en beslutning", named_all("og", "til")),
            format!("Insert {} for the at-point that has no decision", named_all("and", "to")),
        ),
        n => lang.pick(
            format!("Indsæt {} for de {n} at-punkter, der mangler en beslutning", named_all("og", "til")),
            format!("Insert {} for the {n} at-points that have no decision", named_all("and", "to")),
        ),
    };
    let edits = placed_lines(snapshot, placed, (section, decision), (&manner, &lacking));
    Some(Rewrite::new(title, edits))
}

/// How the line of a point begins: "Ad 2.", "Ad b)" where the points have letters, "2. at-punkt blev" where those beside it say so.
enum Manner {
    Numbered,
    Lettered,
    /// The words before the number and behind it.
    Around(String, String),
}

impl Manner {
    /// That of the answers in `decision`, of the item with this `text`.
    fn of(text: &str, placed: Placed<'_>, decision: &Decision) -> Self {
        if placed.item.points().any(|point| point.marker == Marker::Letter) {
            return Self::Lettered;
        }
        decision.decided().filter_map(|statement| around(text, statement)).last().unwrap_or(Self::Numbered)
    }

    fn answer(&self, point: u32) -> String {
        let letter = u8::try_from(point.saturating_sub(1)).ok().filter(|at| *at < 26);
        match (self, letter) {
            (Self::Lettered, Some(at)) => format!("Ad {})", char::from(b'a' + at)),
            (Self::Around(before, behind), _) => format!("{before}{point}{behind}"),
            _ => format!("Ad {point}."),
        }
    }
}

/// The manner of a line that begins with one number and its word: "2. at-punkt blev godkendt".
fn around(text: &str, statement: &Statement) -> Option<Manner> {
    /// What goes on to what became of the point.
    const VERBS: [&str; 3] = ["blev", "bliver", "er"];
    let [answer] = &statement.answers[..] else { return None };
    let [point] = answer.points.points[..] else { return None };
    let place = answer.points.range;
    let words = &text[place];
    let digits = point.to_string();
    let at = words.find(&digits).filter(|_| place.start() == statement.range.start())?;
    if !words.to_lowercase().contains("punkt") {
        return None;
    }
    let behind = &text[TextRange::new(place.end(), statement.range.end())];
    let verb = behind.split_whitespace().next().filter(|word| VERBS.contains(word));
    let sign = behind.chars().next().filter(|c| matches!(c, ':' | '.'));
    let tail = verb.map(|verb| format!(" {verb}")).or(sign.map(String::from)).unwrap_or_default();
    Some(Manner::Around(words[..at].to_owned(), format!("{}{tail}", &words[at + digits.len()..])))
}

/// The first `to` the last of `quoted`, or each of them where they are not `in_a_row`.
fn listed(quoted: &[String], in_a_row: bool, and: &str, to: &str) -> String {
    match quoted {
        [first, .., last] if in_a_row => format!("{first} {to} {last}"),
        [rest @ .., last] if !rest.is_empty() => format!("{} {and} {last}", rest.join(", ")),
        quoted => quoted.concat(),
    }
}

/// Each line before the first that answers a later point, else at the end of the decision.
fn placed_lines(
    snapshot: &Snapshot,
    placed: Placed<'_>,
    (section, decision): (&Section, &Decision),
    (manner, lacking): (&Manner, &[u32]),
) -> Vec<Edit> {
    let end = snapshot.line_end();
    let body = TextRange::new(section.heading.start(), section.body.end()) + placed.start;
    let last = trimmed(snapshot.text(), body).end();
    // Answers that blank lines part stay parted.
    let said = section.body + placed.start;
    let said = snapshot.text()[TextRange::new(said.start(), last.max(said.start()))].trim();
    let is_parted = said.contains(&format!("{end}{end}"));
    let gap = if is_parted { format!("{end}{end}") } else { end.to_owned() };
    let mut places: BTreeMap<(TextSize, bool), Vec<u32>> = BTreeMap::new();
    for &point in lacking {
        let later = decision.decided().find(|statement| {
            let leads =
                statement.answers.first().filter(|a| a.points.range.start() == statement.range.start());
            leads.and_then(|answer| answer.points.points.first()).is_some_and(|first| *first > point)
        });
        let at = later.map_or((last, true), |later| (later.range.start() + placed.start, false));
        places.entry(at).or_default().push(point);
    }
    let edit = |((at, is_end), points): ((TextSize, bool), Vec<u32>)| {
        let lines: Vec<String> = points.iter().map(|point| manner.answer(*point)).collect();
        let lines = lines.join(&gap);
        Edit::insert(
            at,
            match is_end {
                false => format!("{lines}{gap}"),
                true if decision.statements.is_empty() => format!("{end}{end}{lines}"),
                true => format!("{gap}{lines}"),
            },
        )
    };
    places.into_iter().map(edit).collect()
}

/// "Ad 2. Drøftet.", in the words of the house where it has some, else in those of the point, which stand at `said`; whoever is to send
/// something may as well say that it was approved.
pub(crate) fn lines_for(
    snapshot: &Snapshot,
    (name, point): (u32, &Point),
    said: TextRange,
    alone: bool,
) -> Vec<String> {
    let outcome = point.asks.first().copied().unwrap_or(Outcome::Approved);
    let own = of_house(snapshot, outcome).is_none().then(|| outcome.answer(&snapshot.text()[said])).flatten();
    let first = own.map_or_else(|| wording(snapshot, outcome), str::to_owned);
    let also = (outcome == Outcome::Forwarded).then(|| wording(snapshot, Outcome::Approved));
    let all = [first].into_iter().chain(also);
    all.map(|words| if alone { words } else { format!("Ad {name}. {words}") }).collect()
}

/// The words of the house for `outcome`.
fn of_house(snapshot: &Snapshot, outcome: Outcome) -> Option<&str> {
    let house = &snapshot.document.context().house;
    let words = house.decisions.wording.iter().find(|(own, _)| *own == outcome);
    words.map(|(_, words)| words.as_str())
}

/// The words of the house for `outcome`, as a sentence.
pub(crate) fn wording(snapshot: &Snapshot, outcome: Outcome) -> String {
    if let Some(words) = of_house(snapshot, outcome) {
        return words.to_owned();
    }
    let word = outcomes::word(outcome, Lang::Da);
    let mut chars = word.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    format!("{}{}.", first.collect::<String>(), chars.as_str())
}
