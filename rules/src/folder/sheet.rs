//! What is needed of one document to compare it with the others of its folder.

use jiff::civil::Date;

use crate::compare::{likeness, plain};
use crate::danish::date::dates;
use crate::danish::sentences::sentences;
use crate::document::Document;
use crate::minutes::{Item, Stage};
use crate::text::{TextRange, TextSize, range, range_of};

/// A document, as far as others of its folder are concerned.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Who met.
    pub committee: Option<String>,
    /// Where the name stands.
    pub committee_range: Option<TextRange>,
    /// When.
    pub date: Option<Date>,
    /// Where the day stands.
    pub date_range: Option<TextRange>,
    /// Is it an agenda?
    pub is_agenda: bool,
    /// In the order of the text.
    pub items: Vec<SheetItem>,
    /// Does an item approve the minutes of another meeting?
    pub approves_minutes: bool,
    /// The cases that are to come again.
    pub taken_up: Vec<TakenUp>,
}

/// An item.
#[derive(Clone, Debug)]
pub struct SheetItem {
    /// Its number, and where it stands.
    pub number: Option<(u32, TextRange)>,
    title: String,
    case_number: Option<String>,
}

/// A case that is to be taken up again on a day.
#[derive(Clone, Debug)]
pub struct TakenUp {
    /// The item that says so.
    pub item: usize,
    /// When; the next meeting where no day is named.
    pub day: Option<Date>,
    /// Where the day, or "næste møde", stands.
    pub range: TextRange,
}

/// Words of a sentence that sends a case to another meeting of the same body.
const AGAIN: &[&str] = &[
    "genoptages",
    "tages op igen",
    "tages igen op",
    "behandles igen",
    "udsat til",
    "udsættes til",
    "udsatte sagen til",
    "udskydes til",
    "udskudt til",
    "genfremlægges",
    "vender tilbage",
];

/// What the next meeting is called.
const NEXT: &[&str] = &["næste møde", "næste ordinære møde", "næstkommende møde", "det kommende møde"];

impl SheetItem {
    /// Is it about the case that `other` is about?
    pub fn is_about(&self, other: &Self) -> bool {
        let same_case = self.case_number.is_some() && self.case_number == other.case_number;
        same_case || self.title == other.title || likeness(&self.title, &other.title) >= 0.4
    }
}

impl Sheet {
    /// Reads `document`.
    pub fn of(document: &Document) -> Self {
        let (text, head, meeting) = (document.text(), document.minutes().head(), &document.context().meeting);
        let mut sheet = Self {
            committee: meeting.committee.clone(),
            committee_range: head.committee,
            date: meeting.date,
            date_range: head.date.map(|(range, _)| range),
            is_agenda: document.context().stage == Stage::Agenda,
            items: Vec::new(),
            approves_minutes: false,
            taken_up: Vec::new(),
        };
        for placed in document.minutes().items() {
            let words = |range: TextRange| &text[range + placed.start];
            let title = placed.item.title.map(|title| plain(words(title))).unwrap_or_default();
            let minutes = ["referat", "protokol"].iter().any(|word| title.contains(word));
            sheet.approves_minutes |=
                minutes && ["godkend", "underskr"].iter().any(|word| title.contains(word));
            sheet.items.push(SheetItem {
                number: placed.item.number.map(|(number, range)| (number, range + placed.start)),
                title,
                case_number: placed.item.case_number.map(|(range, _)| words(range).to_owned()),
            });
            sheet.read_again(text, placed.item, placed.start);
        }
        sheet
    }

    /// The days on which the item is to come again, from its own decisions or from a text without sections.
    fn read_again(&mut self, text: &str, item: &Item, start: TextSize) {
        let Some(meeting) = self.date else { return };
        let decisions =
            item.decisions().filter(|(section, _)| !section.history).map(|(section, _)| section.body);
        let bodies = decisions.chain(item.sections.is_empty().then_some(item.intro));
        for body in bodies {
            let words = &text[body + start];
            for sentence in sentences(words) {
                let sentence = &words[sentence];
                let lower = sentence.to_lowercase();
                if !AGAIN.iter().any(|again| lower.contains(again)) || !lower.contains("møde") {
                    continue;
                }
                let next = NEXT
                    .iter()
                    .find_map(|next| Some(range(lower.find(next)?, lower.find(next)? + next.len())));
                // Small letters may take other bytes than capitals; then nothing is said of the place.
                if let Some(next) = next.filter(|_| lower.len() == sentence.len()) {
                    let range = range_of(text, &sentence[next]);
                    self.taken_up.push(TakenUp { item: self.items.len() - 1, day: None, range });
                    continue;
                }
                let mut days = dates(sentence)
                    .filter_map(|found| Some((found.date().filter(|day| *day > meeting)?, found.range)));
                if let (Some((day, range)), None) = (days.next(), days.next()) {
                    let range = range_of(text, &sentence[range]);
                    self.taken_up.push(TakenUp { item: self.items.len() - 1, day: Some(day), range });
                }
            }
        }
    }
}
