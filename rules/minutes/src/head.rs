//! The head of a meeting: who meets, when and where, and the table of contents.

mod body;
mod contents;
mod document_word;
mod hours;
mod line;
mod loose_date;
mod opening;
mod organisation;
mod place;
mod row;
mod writing;

pub(super) use document_word::reports;
use document_word::{document_word, goes_on_as_minutes, is_document_word, is_of_another};
use jiff::civil::{Date, Time};
use line::{has_foreign_label, has_own_label, is_bare_day, is_of_document, is_period, next_label};
use loose_date::loose_date;
use organisation::Names;
use serde::{Deserialize, Serialize};
pub use syntax::says_meeting;

use danish::{clock, date};
use syntax::{Block, Class, Flag, Label, Vocabulary, title};
use text::{TextRange, TextSize, is_space, range_of, size};
use writing::{Writing, precedes_writing_day};
use zones::ends_letter;

/// Is a document written before the meeting or after it?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// "Dagsorden".
    Agenda,
    /// "Referat".
    Minutes,
}

/// "Referat", "Referat af bestyrelsesmøde onsdag den 6. maj 2020": does a line below a list of people say what the document is?
fn begins_document(line: &str) -> bool {
    is_document_word(line) || document_word(line).0.is_some() && date::dates(line).next().is_some()
}

/// "Indkaldelse", and below it "til møde i Beboerforeningen Skrænten": does a line ask people to a meeting, and name none of them?
fn invites(line: &str) -> bool {
    line.get(..4).is_some_and(|word| word.eq_ignore_ascii_case("til ")) && says_meeting(line)
}

/// The head of a meeting; offsets are those of the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Bytes of the head, to the first item.
    pub len: TextSize,
    /// The body that meets, as written.
    pub committee: Option<TextRange>,
    /// The day of the meeting: its place, and the day if it exists.
    pub date: Option<(TextRange, Option<Date>)>,
    /// Every meeting date in the head: the title may say another than the label.
    pub dates: Vec<(TextRange, Date)>,
    /// When the meeting begins.
    pub time: Option<(TextRange, Time)>,
    /// Where it is held.
    pub place: Option<TextRange>,
    /// What the head calls the document.
    pub stage: Option<(TextRange, Stage)>,
    /// Does it say who came, as one knows afterwards?
    pub attended: bool,
    /// Does it say who was there, which nobody writes beforehand, as excuses and who takes the minutes may be?
    pub present: bool,
    /// When the agenda was published.
    pub published_agenda: Option<Published>,
    /// When the minutes were published.
    pub published_minutes: Option<Published>,
    /// The lines under "Deltagere", "Medlemmer".
    pub participants: Vec<TextRange>,
    /// The lines under "Fraværende", "Afbud".
    pub absent: Vec<TextRange>,
    /// The heading of the table of contents.
    pub contents_heading: Option<TextRange>,
    /// The lines of the table of contents.
    pub contents: Vec<ContentsEntry>,
}

/// A day and hour of publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    /// The date as written.
    pub range: TextRange,
    /// The day.
    pub date: Date,
    /// The hour, when printed.
    pub time: Option<Time>,
}

/// A line of the table of contents; offsets are those of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentsEntry {
    /// The whole line.
    pub line: TextRange,
    /// The number before the title.
    pub number: Option<u32>,
    /// The title without number, leaders and page.
    pub title: TextRange,
    /// Do dotted leaders follow? Without them a long title may have been cut off to fit the line.
    pub leaders: bool,
}

/// Reads the head that `text` and `blocks` are.
pub(super) fn read(text: &str, blocks: &[Block], vocabulary: &Vocabulary) -> Head {
    let mut reader = Reader {
        text,
        vocabulary,
        head: Head { len: size(text), ..Head::default() },
        label: None,
        names_below: false,
        present_below: false,
        label_says_meeting: false,
        below_title: false,
        titled: false,
        signed: false,
        writing: Writing::No,
        dated_by: Dated::No,
        rows: false,
        parted: false,
        names: Names::default(),
    };
    let mut at = TextSize::new(0);
    for block in blocks {
        reader.block(block, block.words() + at, at);
        at += block.len;
    }
    let named = reader.head.committee.or(reader.names.best());
    reader.head.committee = named.filter(|name| name.len() <= LONGEST_NAME.into());
    reader.head
}

/// A paragraph that begins with the name of a body is no name: no name is longer, in bytes.
const LONGEST_NAME: u32 = 200;

/// How sure the day of the meeting is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Dated {
    No,
    /// "Viborg, den 15. november 2007": when the minutes were written, unless nothing else is said. So is a line of a
    /// date alone that stands below no title, and a date behind a word of another matter.
    Letter,
    /// "Dato:" above the line that names the document, as at the top of a letter.
    Letterhead,
    Title,
    Label,
}

struct Reader<'t> {
    text: &'t str,
    vocabulary: &'t Vocabulary,
    head: Head,
    /// A label whose value has not come yet, or whose list goes on.
    label: Option<Label>,
    /// Does a line above say "Til stede:", and the names follow?
    names_below: bool,
    /// Do those say who was there?
    present_below: bool,
    /// Is the label one of a meeting: "Mødedato:"?
    label_says_meeting: bool,
    /// Does the line above name the document, the body or a meeting?
    below_title: bool,
    /// Was such a line seen?
    titled: bool,
    /// Does a line above end a letter? Who signs it does not meet.
    signed: bool,
    /// What the line above says of the writing of the text.
    writing: Writing,
    dated_by: Dated,
    /// Are all lines of the contents so far rows of a list, and does a blank line follow the last?
    rows: bool,
    parted: bool,
    /// The names of associations, one of which may have met where no committee is named.
    names: Names,
}

impl Reader<'_> {
    fn block(&mut self, block: &Block, words: TextRange, start: TextSize) {
        self.attendance(block, words);
        match block.class {
            _ if self.named_place(block.line() + start) => {}
            Class::Label(label) => self.label(label, words),
            Class::Table if self.row(words) => {}
            Class::Text if self.listed(block, words) => {}
            // "DAGSORDEN" on top is what the document is called; further down it heads the list of items.
            Class::Contents
                if self.head.committee.is_none()
                    && self.head.date.is_none()
                    && document_word(&self.text[words]).0.is_some() =>
            {
                self.title_line(words);
            }
            Class::Contents => {
                self.head.contents_heading.get_or_insert(words);
                self.label = None;
            }
            Class::ContentsEntry => self.contents_entry(block, words, start),
            Class::Text | Class::At | Class::CaseNumber | Class::Table | Class::BodyDate => {
                if self.head.contents_heading.is_some()
                    && !self.names_day(block, words)
                    && !self.awaits_value()
                {
                    self.contents_line(block, words, start);
                    self.parted = block.is(Flag::BlankAfter);
                } else if self.label == Some(Label::Absent) && has_own_label(&self.text[words]) {
                    self.label = None;
                } else if self.label.is_some()
                    && (begins_document(&self.text[words]) || invites(&self.text[words]))
                {
                    self.label = None;
                    self.title_line(words);
                } else if let Some(label) = self.label {
                    self.value(label, words);
                } else if block.mark.kind.is_number()
                    && date::dates(&self.text[words]).all(|day| day.year.is_none())
                {
                    // "3. Der er arbejdsdag den 4. maj fra kl. 10": such a row tells of no meeting but who meets.
                    self.committee(&self.text[words], &self.text[words], false);
                } else {
                    self.title_line(words);
                }
            }
            _ => self.label = None,
        }
        let list = matches!(self.label, Some(Label::Participants | Label::Absent));
        if block.is(Flag::BlankAfter) && self.label.is_some() && !list && self.has_value() {
            self.label = None;
        }
    }

    /// "Dagsorden", and below it "Torsdag den 20. august 2026 kl. 12.30", where no line above says the day.
    fn names_day(&self, block: &Block, words: TextRange) -> bool {
        const LONGEST: usize = 80;
        let line = &self.text[words];
        // "DAGSORDEN", below it "til møde tirsdag den 2. december 2025 kl. 15", or "for ordinært møde" above the day.
        let day = || {
            let day = date::dates(line).next().filter(|day| day.year.is_some());
            let meets = says_meeting(line) && !block.is(Flag::FullStop);
            day.is_some_and(|day| day.range.start() == 0.into()) || meets
        };
        self.head.date.is_none()
            && self.head.contents.is_empty()
            && block.numbering.is_none()
            && line.len() <= LONGEST
            && day()
    }

    /// "Dagsorden", below it "Sted" and on the next line "Rådhuset": such a list has not begun yet.
    fn awaits_value(&self) -> bool {
        let is_value = |label| matches!(label, Label::Date | Label::Time | Label::Place | Label::Committee);
        self.head.contents.is_empty() && self.label.is_some_and(is_value)
    }

    fn has_value(&self) -> bool {
        match self.label {
            Some(Label::Date) => self.dated_by == Dated::Label,
            Some(Label::Place) => self.head.place.is_some(),
            Some(Label::Committee) => self.head.committee.is_some(),
            Some(Label::PublishedAgenda) => self.head.published_agenda.is_some(),
            Some(Label::PublishedMinutes) => self.head.published_minutes.is_some(),
            _ => true,
        }
    }

    fn label(&mut self, label: Label, words: TextRange) {
        let line = &self.text[words];
        let taken = self.vocabulary.label_len(line);
        let value = row::whole(&line[taken.min(line.len())..]);
        self.label = Some(label);
        self.label_says_meeting = says_meeting(&line[..taken.min(line.len())]);
        // "Mødedato: 02-05-2024 Mødetid: 17:00 Mødested: Kantinen".
        let names = matches!(label, Label::Participants | Label::Absent);
        let next = next_label(value, self.vocabulary).filter(|_| !names);
        let own = next
            .map_or(value, |(_, at)| value[..at].trim_end_matches(|c| is_space(c) || ",;|-–".contains(c)));
        if !own.is_empty() {
            self.value(label, range_of(self.text, own));
        }
        if let Some((next, at)) = next {
            self.label(next, range_of(self.text, &value[at..]));
        }
    }

    fn value(&mut self, label: Label, words: TextRange) {
        let line = &self.text[words];
        match label {
            Label::Date => {
                let letterhead = !self.titled && !self.label_says_meeting && is_bare_day(line);
                self.date(words, if letterhead { Dated::Letterhead } else { Dated::Label });
                self.time(words, false);
                self.bare_time(words);
            }
            Label::Time => {
                // "Tid: Torsdag den 8. december 2022 kl. 16.00".
                self.date(words, Dated::Label);
                self.time(words, true);
                self.bare_time(words);
            }
            Label::Place => {
                self.head.place.get_or_insert(words);
            }
            Label::Committee => {
                self.head.committee.get_or_insert(words);
            }
            Label::PublishedAgenda => self.head.published_agenda = published(line, words),
            Label::PublishedMinutes => self.head.published_minutes = published(line, words),
            Label::Participants => self.head.participants.push(words),
            Label::Absent => self.head.absent.push(words),
            Label::EndTime | Label::CaseNumber | Label::Officer | Label::ItemType => {}
        }
        if !matches!(label, Label::Participants | Label::Absent) {
            self.label = None;
        }
    }

    /// A line without a label: "Referat til mødet i Byrådet den 28. september 2015 kl. 19:00 i byrådssalen".
    fn title_line(&mut self, words: TextRange) {
        let whole = words;
        let Some(words) = self.opening(whole) else { return };
        let line = &self.text[words];
        self.writing = self.writing.of(line);
        if self.writing != Writing::No || is_of_another(line) {
            return;
        }
        self.signed |= ends_letter(line);
        if self.signed {
            return;
        }
        let (stage, rest) = document_word(line);
        let behind = &self.text[whole];
        let stage = stage.map(|own| match own {
            Stage::Agenda if behind.len() > line.len() && goes_on_as_minutes(behind) => Stage::Minutes,
            own => own,
        });
        if let Some(stage) = stage {
            self.stage(words, stage);
        }
        let dated = date::dates(line).next();
        self.committee(line, rest, dated.is_some());
        if !title::names_other(line) {
            self.organisation(words);
        }
        let titles = stage.is_some()
            || says_meeting(line)
            || self.head.committee.is_some_and(|name| words.contains_range(name));
        let named = self.head.committee.is_some_and(|name| words.contains_range(name));
        let place = place::of_line(line, self.head.date.is_some() && !named);
        self.head.place = self.head.place.or_else(|| place.map(|place| range_of(self.text, place)));
        let is_title = titles || self.below_title || !is_of_document(line);
        let sureness = if is_title { Dated::Title } else { Dated::Letter };
        self.date(words, sureness);
        self.below_title = titles;
        self.titled |= titles;
        // The hour of another day is that of another meeting.
        let own = |day: Date| self.head.date.is_none_or(|(_, own)| own == Some(day));
        // So is the one behind "Sendt:".
        let of_other = !titles && has_foreign_label(line);
        if !of_other && date::dates(line).filter_map(|found| found.date()).all(own) {
            self.time(words, false);
        }
    }

    fn date(&mut self, words: TextRange, sureness: Dated) {
        let line = &self.text[words];
        let of_meeting =
            |found: &date::DateMention| !precedes_writing_day(&line[..found.range.start().into()]);
        let Some(found) = date::dates(line).find(|found| found.year.is_some() && of_meeting(found)) else {
            let loose =
                loose_date(line).filter(|(range, _)| !precedes_writing_day(&line[..range.start().into()]));
            if let Some((range, day)) = loose.filter(|_| self.head.date.is_none()) {
                self.head.date = Some((range + words.start(), Some(day)));
            }
            return;
        };
        let range = found.range + words.start();
        if let Some(day) = found.date().filter(|_| sureness > Dated::Letter) {
            self.head.dates.push((range, day));
        }
        // "for perioden 1. maj - 31. december 2005" is no meeting.
        let sureness = if is_period(line) { Dated::Letter } else { sureness };
        if self.dated_by < sureness {
            self.head.date = Some((range, found.date()));
            self.dated_by = sureness;
        }
    }
}

fn published(line: &str, words: TextRange) -> Option<Published> {
    let found = date::dates(line).next()?;
    let date = found.date()?;
    let time = clock::times(line).next().and_then(|found| found.time());
    Some(Published { range: found.range + words.start(), date, time })
}
