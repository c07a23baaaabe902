//! One document and the styles it may be in.

use std::sync::Arc;

use rules::compare::{Comparison, Line};
use rules::document::{Document, Engine};
use rules::house::Houses;
use rules::lint::{Applicability, Diagnostic, Settings, Text, gather};
use rules::minutes::{Outcome, Stage};
use rules::privacy::{Shown, shown};
use rules::repair::repair;
use rules::syntax::Ranks;
use rules::text::edit::Edit;
use rules::text::range;
use serde_json::{Value, json};

use crate::answer::{Items, Now, Standing};
use crate::moved::Touched;
use crate::offsets::Units;
use crate::paper::{self, Paper};
use crate::request::{Change, How, Request};

/// What the page works on.
#[derive(Debug)]
pub struct Session {
    houses: Arc<Houses>,
    document: Document,
    /// Where its places are in the page's units.
    units: Units,
    /// What the page was told of it last.
    told: Option<Standing>,
    /// And of its items.
    told_items: Option<Items>,
    how: How,
    /// The file that was read last, until a text is opened that is not out of it.
    paper: Option<Paper>,
    /// The file that the last answer made.
    made: Vec<u8>,
}

impl Default for Session {
    fn default() -> Self {
        let engine = Engine::default();
        Self {
            houses: engine.houses.clone(),
            document: Document::new(Arc::new(engine), String::new()),
            units: Units::default(),
            told: None,
            told_items: None,
            how: How::default(),
            paper: None,
            made: Vec::new(),
        }
    }
}

impl Session {
    /// Answers `request`, which speaks of `file`. What cannot be done is answered with `{"error": …}`.
    pub fn answer(&mut self, request: &[u8], file: &[u8]) -> String {
        let answer = match serde_json::from_slice::<Request>(request) {
            Ok(request) => self.take(request, file).unwrap_or_else(|error| json!({ "error": error })),
            Err(error) => json!({ "error": error.to_string() }),
        };
        answer.to_string()
    }

    /// The file that the last answer made, which is given once.
    pub fn made(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.made)
    }

    fn take(&mut self, request: Request, file: &[u8]) -> Result<Value, String> {
        match request {
            Request::Styles => Ok(self.styles()),
            Request::AddStyle { name } => self.add_style(&name, file),
            Request::Open { text, how } => self.open(text, how),
            Request::Edit { changes, news } => Ok(self.edit(&changes, news)),
            Request::Settle => Ok(self.settle()),
            Request::Outline { news } => Ok(self.outline(news)),
            Request::Read { name } => self.read(&name, file),
            Request::FixAll => self.fix_all(),
            Request::Annotate { date } => self.annotate(&date, file),
            Request::Compare { name } => self.compare(&name, file),
            Request::Words => Ok(self.words()),
            Request::Explain { rule } => Ok(explain(&rule)),
        }
    }

    fn styles(&self) -> Value {
        self.houses.iter().map(|house| json!({"name": house.name, "title": house.title})).collect()
    }

    fn add_style(&mut self, name: &str, file: &[u8]) -> Result<Value, String> {
        let text = std::str::from_utf8(file)
            .map_err(|_| self.pick("stilen er ikke UTF-8", "the style is not UTF-8"))?;
        let mut houses = (*self.houses).clone();
        let house = houses.add(name, text).map_err(|error| error.to_string())?;
        self.houses = Arc::new(houses);
        Ok(json!({"name": house.name, "title": house.title}))
    }

    fn open(&mut self, text: String, how: How) -> Result<Value, String> {
        let house = match &how.style {
            None => None,
            Some(name) => Some(self.houses.get(name).cloned().ok_or_else(|| {
                self.pick("der er ingen husstil af det navn", "there is no house style of that name")
            })?),
        };
        if !how.from_document {
            self.paper = None;
        }
        let ranks = self.ranks_of(&text);
        self.how = how;
        let engine =
            Engine { houses: self.houses.clone(), house, stage: self.how.stage, ..Engine::default() };
        self.document = Document::with_ranks(Arc::new(engine), text, ranks);
        self.units = Units::new(self.document.text());
        (self.told, self.told_items) = (None, None);
        Ok(self.standing(None))
    }

    /// What the file that was read says of the lines of `text`, which is out of it; nothing where it went another way.
    fn ranks_of(&self, text: &str) -> Ranks {
        match &self.paper {
            Some(_) if self.document.text() == text => self.document.ranks().clone(),
            Some(paper) if paper.extracted.text == text => paper.extracted.ranks(),
            _ => Ranks::default(),
        }
    }

    fn edit(&mut self, changes: &[Change], news: bool) -> Value {
        let mut touched = Touched::nothing(self.document.text().len());
        let is_typed = news && is_typed(changes);
        for change in changes {
            let (text, units) = (self.document.text(), &self.units);
            let (from, to) = (units.byte(text, change.from), units.byte(text, change.to.max(change.from)));
            touched = touched.and(Touched::new(from, to, text.len()));
            let edit = Edit::replace(range(from, to), change.insert.clone());
            // Both ends lie between characters, so no edit is refused.
            let _ = match is_typed {
                true => self.document.edit_first(&edit),
                false => self.document.edit(&edit),
            };
            if let Some(paper) = &mut self.paper {
                paper.follow(&edit);
            }
            self.units.edit(self.document.text(), from..to, change.insert.len());
        }
        self.standing(news.then_some(touched))
    }

    fn settle(&mut self) -> Value {
        let nothing = Touched::nothing(self.document.text().len());
        if self.document.settle() { self.standing(Some(nothing)) } else { Value::Null }
    }

    /// How the document stands; only the news since it was told last, where what edits have touched since is given.
    fn standing(&mut self, touched: Option<Touched>) -> Value {
        let found = self.findings(&self.document);
        let now =
            Now { document: &self.document, units: &self.units, found: &found, english: self.how.english };
        let told = match (&mut self.told, touched) {
            (Some(told), Some(touched)) => serde_json::to_value(told.follow(&now, touched)),
            (told, _) => serde_json::to_value(told.insert(Standing::new(&now))),
        };
        told.unwrap_or_default()
    }

    /// The items of the document; nothing where only `news` are wanted and there are none.
    fn outline(&mut self, news: bool) -> Value {
        let now = Items::new(&self.document, self.how.english);
        if news && self.told_items.as_ref() == Some(&now) {
            return Value::Null;
        }
        serde_json::to_value(self.told_items.insert(now)).unwrap_or_default()
    }

    fn findings(&self, document: &Document) -> Vec<Arc<Diagnostic>> {
        let mut found = document.listed();
        if let Some(paper) = &self.paper {
            found = paper.findings(document, found);
        }
        found.splice(..0, documents::findings::in_path(document.engine(), &self.how.name).map(Arc::new));
        told_once(found)
    }

    fn read(&mut self, name: &str, file: &[u8]) -> Result<Value, String> {
        self.paper = None;
        match documents::read(file, name) {
            None => Ok(json!({"text": paper::plain(file), "document": false})),
            Some(Err(fault)) => {
                let [da, en] = paper::refused(fault);
                Err(self.pick(&da, &en))
            }
            Some(Ok(extracted)) => {
                let text = extracted.text.clone();
                self.paper = Some(Paper { extracted });
                self.document = Document::new(self.document.engine().clone(), String::new());
                Ok(json!({"text": text, "document": true}))
            }
        }
    }

    /// The Word file `file` as it was opened, with what is found in it; the text on the page may have gone on since.
    fn annotate(&mut self, date: &str, file: &[u8]) -> Result<Value, String> {
        let name = &self.how.name;
        let copy = match documents::read(file, name) {
            Some(Ok(extracted)) => {
                let text = extracted.text.clone();
                let ranks = extracted.ranks();
                let document = Document::with_ranks(self.document.engine().clone(), text, ranks);
                let found = told_once(Paper { extracted }.findings(&document, document.listed()));
                paper::annotated(file, name, &document, &found, date, self.how.english)
            }
            Some(Err(fault)) => Some(Err(fault)),
            None => None,
        };
        match copy {
            None => Err(self.pick(
                "kun en Word-fil kan få fundene skrevet ind; gem dokumentet som .docx",
                "the findings can be written into a Word file only; save the document as .docx",
            )),
            Some(Err(fault)) => {
                let [da, en] = paper::refused(fault);
                Err(self.pick(&da, &en))
            }
            Some(Ok(copy)) => {
                self.made = copy;
                Ok(json!({"made": true}))
            }
        }
    }

    /// What the text, as minutes, changed in the agenda `file`.
    fn compare(&self, name: &str, file: &[u8]) -> Result<Value, String> {
        let (agenda, ranks) = match documents::read(file, name) {
            None => (paper::plain(file), Ranks::default()),
            Some(Ok(extracted)) => {
                let ranks = extracted.ranks();
                (extracted.text, ranks)
            }
            Some(Err(fault)) => {
                let [da, en] = paper::refused(fault);
                return Err(self.pick(&da, &en));
            }
        };
        let read = |text: String, ranks, stage| {
            let settings = Settings::new(Vec::new());
            let engine = Engine { settings, stage: Some(stage), ..(**self.document.engine()).clone() };
            Document::with_ranks(Arc::new(engine), text, ranks)
        };
        let minutes = read(self.document.text().to_owned(), self.document.ranks().clone(), Stage::Minutes);
        let comparison = Comparison::new(&read(agenda, ranks, Stage::Agenda), &minutes);
        let said = |text: Text| if self.how.english { text.en } else { text.da };
        let side = |line: &Option<Line>| line.as_ref().map(|line| (line.line, shown(&line.text)));
        let items = comparison.items.iter().filter(|pair| pair.differs()).map(|pair| {
            let changes = pair.changes.iter().map(|change| {
                json!({"what": said(change.kind.told()), "agenda": side(&change.agenda), "minutes": side(&change.minutes)})
            });
            let name: Shown = shown(&pair.name());
            let line = pair.minutes.as_ref().map(|place| place.line);
            json!({"name": name, "line": line, "whole": pair.whole().map(said), "changes": changes.collect::<Vec<_>>()})
        });
        Ok(json!({"verdict": said(comparison.verdict()), "items": items.collect::<Vec<_>>()}))
    }

    /// What is often written next in a document of this house: headings of sections, and decisions.
    fn words(&self) -> Value {
        let usual =
            [Outcome::Approved, Outcome::Noted, Outcome::Discussed, Outcome::Recommended, Outcome::Postponed];
        let decisions = usual.map(|outcome| {
            let mut word = outcome.words().0.chars();
            word.next().into_iter().flat_map(char::to_uppercase).chain(word).chain(['.']).collect::<String>()
        });
        json!({"sections": self.headings(), "decisions": decisions})
    }

    /// The headings of sections: those of the house, and those that the items of the document have, for a house may ask for few.
    fn headings(&self) -> Vec<&str> {
        let house = &self.document.context().house.sections;
        let mut headings: Vec<&str> = house.iter().map(|section| section.name.as_str()).collect();
        for placed in self.document.minutes().items() {
            for section in &placed.item.sections {
                let written = &self.document.text()[section.heading + placed.start];
                let heading = written.trim_matches(|c: char| !c.is_alphabetic());
                // One with a date is that of one meeting.
                let is_usual = !heading.is_empty() && !heading.contains(char::is_numeric);
                if is_usual && !headings.contains(&heading) {
                    headings.push(heading);
                }
            }
        }
        headings
    }

    fn fix_all(&self) -> Result<Value, String> {
        let counted =
            |document: &Document, _| self.findings(document).into_iter().map(Arc::unwrap_or_clone).collect();
        let repaired = repair(self.document.engine(), self.document.text(), Applicability::Safe, &counted);
        let repaired =
            repaired.map_err(|_| self.pick("rettelserne faldt ikke til ro", "the fixes did not settle"))?;
        Ok(json!({"text": repaired.text, "made": repaired.made.values().sum::<usize>()}))
    }

    fn pick(&self, da: &str, en: &str) -> String {
        if self.how.english { en } else { da }.to_owned()
    }
}

/// Are `changes` what somebody types, and no text that is put in or mended throughout?
fn is_typed(changes: &[Change]) -> bool {
    const MOST: usize = 32;
    let bytes = |change: &Change| change.to.saturating_sub(change.from).saturating_add(change.insert.len());
    changes.iter().map(bytes).fold(0, usize::saturating_add) <= MOST
}

/// A finding that the document may hold as well; it is copied where it is changed.
struct Shared(Arc<Diagnostic>);

impl AsRef<Diagnostic> for Shared {
    fn as_ref(&self) -> &Diagnostic {
        &self.0
    }
}

impl AsMut<Diagnostic> for Shared {
    fn as_mut(&mut self) -> &mut Diagnostic {
        Arc::make_mut(&mut self.0)
    }
}

/// What the writer does throughout is one finding, as the program tells it.
fn told_once(found: Vec<Arc<Diagnostic>>) -> Vec<Arc<Diagnostic>> {
    let mut found: Vec<Shared> = found.into_iter().map(Shared).collect();
    gather(&mut found);
    found.into_iter().map(|found| found.0).collect()
}

fn explain(rule: &str) -> Value {
    let Some(rule) = rules::catalog::rule(rule) else { return Value::Null };
    json!({"da": {"summary": rule.summary.da, "why": rule.why.da}, "en": {"summary": rule.summary.en, "why": rule.why.en}})
}

#[cfg(test)]
mod tests;
