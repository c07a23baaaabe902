//! What minutes changed in what the agenda recommended, item by item and at-point by at-point.
//!
//! Both documents are read as they always are; nothing here looks at a file. Items are matched by case number, by title
//! and by number, at-points by their words. All that a recommendation and a case text say in both is compared, whatever line
//! it stands on and however it is written ("2,4 %" is "2,4 pct."): only where nothing differs is nothing told.

mod asked;
mod decided;
mod head;
mod items;
mod lines;
mod order;
mod phrases;
mod plain;
mod points;
mod recommended;
mod said;
mod texts;
mod words;

use serde::Serialize;

use self::said::valued;
use crate::document::Document;
use crate::minutes::{Content, Item};
use crate::privacy::{Mask, Secrets, Shown};
use crate::text::{TextRange, TextSize};
use syntax::title::untimed;

/// Two documents, compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// What the heads say of the meeting, where they differ.
    pub head: Vec<Change>,
    /// In the order of the agenda; those that only the minutes have come last.
    pub items: Vec<Pair>,
    /// Do the minutes repeat none of what the agenda recommends, and tell only what was decided?
    #[serde(skip)]
    pub leaves_out_recommendations: bool,
}

/// An item as both documents have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pair {
    /// In the agenda.
    pub agenda: Option<Place>,
    /// In the minutes.
    pub minutes: Option<Place>,
    /// In the order of the text.
    pub changes: Vec<Change>,
    /// Does the item recommend anything, in either document?
    #[serde(skip)]
    pub recommends: bool,
    /// Has the agenda a text on the item that the minutes have not at all?
    #[serde(skip)]
    pub leaves_out: bool,
}

/// An item where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// As written.
    pub number: Option<String>,
    /// Without its number.
    pub title: Option<String>,
    /// The line of its heading, from 1.
    pub line: u32,
}

/// A difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What it is.
    pub kind: Kind,
    /// In the agenda.
    pub agenda: Option<Line>,
    /// In the minutes.
    pub minutes: Option<Line>,
}

/// The kinds of difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Another title.
    Title,
    /// An at-point with other words.
    AtPointChanged,
    /// An at-point that only the minutes have.
    AtPointAdded,
    /// An at-point that only the agenda has.
    AtPointRemoved,
    /// An at-point with another number.
    Renumbered,
    /// Another amount of money.
    Amount,
    /// Another date.
    Date,
    /// An attachment that only the minutes have.
    AttachmentAdded,
    /// An attachment that only the agenda has.
    AttachmentRemoved,
    /// The decision answers what the agenda says, and the minutes do not.
    DecisionAnswersAgenda,
    /// Another figure than an amount or a date.
    Figure,
    /// Somebody else recommends.
    Recommender,
    /// What was decided is not what was recommended.
    DecisionDiffers,
    /// The item stands in another place among the others.
    Order,
    /// Another body meets.
    Body,
    /// The meeting is of another day.
    MeetingDate,
    /// The meeting begins at another time.
    MeetingTime,
    /// The meeting is held somewhere else.
    MeetingPlace,
    /// The item has another number.
    ItemRenumbered,
    /// Nobody can tell by the words of the decision whether it is what was recommended.
    DecisionUnclear,
    /// The decision says more than a plain yes to what was recommended.
    DecisionQualified,
    /// The decision answers some at-points and names not the others.
    DecisionPartial,
    /// The minutes have no decision on the item.
    DecisionMissing,
    /// Other words around the at-points: who is to decide, or what is asked.
    Recommendation,
    /// A sentence or a row of a table with other words.
    Text,
    /// A sentence or a row of a table that only the minutes have.
    TextAdded,
    /// A sentence or a row of a table that only the agenda has.
    TextRemoved,
}

/// Words where they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// From 1.
    pub line: u32,
    /// The words.
    pub text: String,
}

impl Kind {
    /// Is the recommendation another one by this?
    pub fn changes_recommendation(self) -> bool {
        matches!(
            self,
            Self::AtPointChanged
                | Self::AtPointAdded
                | Self::AtPointRemoved
                | Self::Renumbered
                | Self::Recommendation
        )
    }
}

impl Comparison {
    /// Compares `minutes` with the `agenda` before them.
    pub fn new(agenda: &Document, minutes: &Document) -> Self {
        // A number may go on over the end of a line or of a sentence, so it is looked for in the whole.
        let [old, new] = [agenda, minutes].map(|document| Secrets::in_document(document.text()));
        let (before, after) = (Side::all(agenda, &old), Side::all(minutes, &new));
        let recommends = |side: &Side<'_>| side.item.points().next().is_some();
        let leaves_out_recommendations = before.iter().any(recommends) && !after.iter().any(recommends);
        // Minutes without any list of attachments took none of them out.
        let lists = lines::lists_attachments;
        let leaves_out_attachments = before.iter().any(lists) && !after.iter().any(lists);
        let left_out = LeftOut {
            recommendations: leaves_out_recommendations,
            attachments: leaves_out_attachments,
            unheaded: !after.iter().any(Side::asks_unheaded),
        };
        let items = items::matched(&before, &after).into_iter().map(|(before, after)| {
            let both = before.as_ref().zip(after.as_ref());
            let (changes, leaves_out) =
                both.map_or((Vec::new(), false), |(before, after)| changes(before, after, left_out));
            Pair {
                changes,
                leaves_out: leaves_out || leaves_out_attachments,
                recommends: [&before, &after]
                    .into_iter()
                    .flatten()
                    .any(|side| recommends(side) || side.asks_unheaded()),
                agenda: before.map(|side| side.place()),
                minutes: after.map(|side| side.place()),
            }
        });
        let mut items: Vec<Pair> = items.collect();
        order::compare(&mut items);
        Self { head: head::compare((agenda, &old), (minutes, &new)), items, leaves_out_recommendations }
    }

    /// Has the agenda texts on items that the minutes do not repeat?
    pub fn leaves_out_texts(&self) -> bool {
        self.items.iter().any(|pair| pair.leaves_out)
    }

    /// Is there anything to tell?
    pub fn differs(&self) -> bool {
        !self.head.is_empty() || self.items.iter().any(Pair::differs)
    }

    /// Does a decision differ from what was recommended?
    pub fn decides_otherwise(&self) -> bool {
        self.items.iter().flat_map(|pair| &pair.changes).any(|change| change.kind == Kind::DecisionDiffers)
    }

    /// Is there an item of which nobody can say that what was recommended was decided, and no more?
    pub fn leaves_open(&self) -> bool {
        let open = |kind: Kind| {
            matches!(
                kind,
                Kind::DecisionUnclear
                    | Kind::DecisionQualified
                    | Kind::DecisionPartial
                    | Kind::DecisionMissing
            )
        };
        self.items.iter().flat_map(|pair| &pair.changes).any(|change| open(change.kind))
    }

    /// Was a recommendation changed, or did it come or go with its item?
    pub fn changes_recommendation(&self) -> bool {
        let changed = |pair: &Pair| {
            pair.recommends && pair.whole().is_some()
                || pair.changes.iter().any(|change| change.kind.changes_recommendation())
        };
        self.items.iter().any(changed)
    }

    /// Is no item in both documents, though both have items?
    pub fn is_of_others(&self) -> bool {
        !self.items.is_empty()
            && self.items.iter().all(|pair| pair.agenda.is_none() || pair.minutes.is_none())
    }
}

/// What the minutes have nowhere, though the agenda has it.
#[derive(Clone, Copy)]
struct LeftOut {
    recommendations: bool,
    /// Those that stand below no heading.
    unheaded: bool,
    attachments: bool,
}

/// What differs, and whether the minutes leave a text of the agenda out.
fn changes(before: &Side<'_>, after: &Side<'_>, left_out: LeftOut) -> (Vec<Change>, bool) {
    let mut changes = Vec::new();
    if let (Some(old), Some(new)) = (before.item.title, after.item.title)
        && valued(untimed(before.words(old))) != valued(untimed(after.words(new)))
    {
        changes.push(Change {
            kind: Kind::Title,
            agenda: Some(before.line(old)),
            minutes: Some(after.line(new)),
        });
    }
    if !left_out.recommendations {
        points::compare(before, after, &mut changes);
    }
    let leaves_out = texts::compare(before, after, !left_out.unheaded, &mut changes);
    if !left_out.attachments {
        lines::attachments(before, after, &mut changes);
    }
    decided::compare(before, after, &mut changes);
    (changes, leaves_out)
}

/// An item in one of the documents.
#[derive(Clone, Copy, Debug)]
struct Side<'d> {
    document: &'d Document,
    /// What must not be shown of it.
    secrets: &'d Secrets,
    item: &'d Item,
    start: TextSize,
}

impl<'d> Side<'d> {
    fn all(document: &'d Document, secrets: &'d Secrets) -> Vec<Self> {
        document
            .minutes()
            .items()
            .map(|placed| Self { document, secrets, item: placed.item, start: placed.start })
            .collect()
    }

    /// Does it recommend below a line that says so and no heading?
    fn asks_unheaded(&self) -> bool {
        let prose = |section: &crate::minutes::Section| {
            matches!(section.content, Content::Prose) && asked::asks(self.words(section.body))
        };
        asked::asks(self.words(self.item.intro)) || self.item.sections.iter().any(prose)
    }

    /// The words at `range` of the item.
    fn words(&self, range: TextRange) -> &'d str {
        &self.document.text()[range + self.start]
    }

    fn line(&self, range: TextRange) -> Line {
        let line = self.document.lines().line_of(range.start() + self.start) + 1;
        Line { line, text: self.shown(range).on_one_line().to_string() }
    }

    /// The words at `range` of the item, as they may be shown.
    fn shown(&self, range: TextRange) -> Shown {
        Mask::by_form(self.document.text(), self.secrets).excerpt(range + self.start)
    }

    fn place(&self) -> Place {
        let words = |range: TextRange| self.shown(range).to_string();
        Place {
            number: self.item.number.map(|(_, range)| words(range)),
            title: self.item.title.map(words),
            line: self.document.lines().line_of(self.item.heading.start() + self.start) + 1,
        }
    }
}

/// Words as they are compared: in small letters, with single spaces, without a sign at the end.
pub(crate) fn plain(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    let joined = words.join(" ").to_lowercase();
    joined
        .trim_end_matches([',', '.', ';', ':'])
        .trim_end_matches(" og")
        .trim_end_matches([',', ' '])
        .to_owned()
}

/// From 0 to 1, how alike two texts are: by the words that both have, so that long ones are compared quickly.
pub(crate) fn likeness(one: &str, other: &str) -> f64 {
    let (shared, one, other) = shared_words(one, other);
    if one + other == 0 { 1.0 } else { 2.0 * f64::from(shared) / (one + other) as f64 }
}

/// How many words two texts share, and how many each has.
fn shared_words(one: &str, other: &str) -> (u32, usize, usize) {
    let words = |text: &str| {
        let mut words: Vec<String> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        words.sort_unstable();
        words
    };
    let (one, other) = (words(one), words(other));
    let (mut at, mut shared) = (0, 0);
    for word in &one {
        while other.get(at).is_some_and(|next| next < word) {
            at += 1;
        }
        if other.get(at) == Some(word) {
            (at, shared) = (at + 1, shared + 1);
        }
    }
    (shared, one.len(), other.len())
}

#[cfg(test)]
mod tests;
