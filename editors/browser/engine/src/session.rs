//! One document and the styles it may be in.

use std::sync::Arc;

use documents::{Beside, Fault};
use rules::document::{Document, Engine};
use rules::house::Houses;
use rules::lint::{Applicability, Diagnostic};
use rules::repair::repair;
use rules::text::edit::Edit;
use rules::text::range;
use serde_json::{Value, json};

use crate::answer::Standing;
use crate::offsets::byte;
use crate::request::{Change, How, Request};

/// Rules about how a file is stored; the text of a document read in has no such form of its own.
const ABOUT_FILES: &[&str] = &["typography/trailing-whitespace"];

/// What the page works on.
#[derive(Debug)]
pub struct Session {
    houses: Arc<Houses>,
    document: Document,
    how: How,
}

impl Default for Session {
    fn default() -> Self {
        let engine = Engine::default();
        Self {
            houses: engine.houses.clone(),
            document: Document::new(Arc::new(engine), String::new()),
            how: How::default(),
        }
    }
}

impl Session {
    /// Answers `request`, which speaks of `file`. What cannot be read is answered with `{"error": …}`.
    pub fn answer(&mut self, request: &[u8], file: &[u8]) -> String {
        let answer = match serde_json::from_slice::<Request>(request) {
            Ok(request) => self.take(request, file).unwrap_or_else(|error| json!({ "error": error })),
            Err(error) => json!({ "error": error.to_string() }),
        };
        answer.to_string()
    }

    fn take(&mut self, request: Request, file: &[u8]) -> Result<Value, String> {
        match request {
            Request::Styles => Ok(self.styles()),
            Request::AddStyle { name } => self.add_style(&name, file),
            Request::Open { text, how } => self.open(text, how),
            Request::Edit { changes } => Ok(self.edit(&changes)),
            Request::Read { name } => self.read(&name, file),
            Request::FixAll => self.fix_all(),
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
        self.how = how;
        let engine =
            Engine { houses: self.houses.clone(), house, stage: self.how.stage, ..Engine::default() };
        self.document = Document::new(Arc::new(engine), text);
        Ok(self.standing())
    }

    fn edit(&mut self, changes: &[Change]) -> Value {
        for change in changes {
            let text = self.document.text();
            let place = range(byte(text, change.from), byte(text, change.to.max(change.from)));
            // Both ends lie between characters, so no edit is refused.
            let _ = self.document.edit(&Edit::replace(place, change.insert.clone()));
        }
        self.standing()
    }

    fn standing(&self) -> Value {
        let standing = Standing::new(&self.document, &self.findings(&self.document), self.how.english);
        serde_json::to_value(standing).unwrap_or_default()
    }

    fn findings(&self, document: &Document) -> Vec<Diagnostic> {
        let mut found = document.diagnostics();
        if self.how.from_document {
            found.retain(|diagnostic| !ABOUT_FILES.contains(&diagnostic.rule.name));
        }
        found
    }

    fn read(&self, name: &str, file: &[u8]) -> Result<Value, String> {
        match documents::read(file, name) {
            None => Ok(json!({"text": plain(file), "document": false})),
            Some(Err(fault)) => Err(self.fault(fault)),
            Some(Ok(extracted)) => {
                let left_out =
                    |beside| extracted.asides.iter().filter(|aside| aside.beside == beside).count();
                Ok(json!({
                    "text": extracted.text,
                    "document": true,
                    "comments": left_out(Beside::Comment),
                    "hidden": left_out(Beside::Hidden),
                    "changes": left_out(Beside::Deleted) + left_out(Beside::Inserted),
                }))
            }
        }
    }

    fn fix_all(&self) -> Result<Value, String> {
        let counted = |document: &Document, _| self.findings(document);
        let repaired = repair(self.document.engine(), self.document.text(), Applicability::Safe, &counted);
        let repaired =
            repaired.map_err(|_| self.pick("rettelserne faldt ikke til ro", "the fixes did not settle"))?;
        Ok(json!({"text": repaired.text, "made": repaired.made.values().sum::<usize>()}))
    }

    fn pick(&self, da: &str, en: &str) -> String {
        if self.how.english { en } else { da }.to_owned()
    }

    fn fault(&self, fault: Fault) -> String {
        match fault {
            Fault::Encrypted => {
                self.pick("filen er beskyttet med en adgangskode", "the file is protected by a password")
            }
            Fault::Damaged(_) => self.pick("filen er beskadiget", "the file is damaged"),
            Fault::TooLarge | Fault::TooDeep => self
                .pick("filen er større, end et referat kan være", "the file is larger than minutes can be"),
            Fault::NoText => self.pick(
                "filen rummer billeder af sider og ingen tekst",
                "the file holds pictures of pages and no text",
            ),
            Fault::Foreign(kind) => format!(
                "{} ({kind})",
                self.pick(
                    "filen er et dokument af en anden slags; gem det som .docx eller .pdf",
                    "the file is a document of another kind; save it as .docx or .pdf"
                )
            ),
            other => other.to_string(),
        }
    }
}

/// The text of a file that is no document: UTF-8, else Windows-1252.
fn plain(file: &[u8]) -> String {
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    match std::str::from_utf8(file) {
        Ok(text) => text.to_owned(),
        Err(_) => documents::windows_1252::text(file),
    }
}

fn explain(rule: &str) -> Value {
    let Some(rule) = rules::catalog::rule(rule) else { return Value::Null };
    json!({"da": {"summary": rule.summary.da, "why": rule.why.da}, "en": {"summary": rule.summary.en, "why": rule.why.en}})
}

#[cfg(test)]
mod tests {
    use super::Session;
    use serde_json::{Value, json};

    const TEXT: &str = "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget 🙂\n\nIndstilling\n\nDirektionen indstiller,\n\n\
                        1. at budgettet godkendes,\n2. At planen godkendes.\n\nBeslutning\n\nGodkendt.\n";

    fn ask(session: &mut Session, request: &Value) -> Value {
        serde_json::from_str(&session.answer(request.to_string().as_bytes(), b"")).expect("an answer is JSON")
    }

    fn rules(answer: &Value) -> Vec<&str> {
        answer["findings"].as_array().expect("findings").iter().filter_map(|f| f["rule"].as_str()).collect()
    }

    #[test]
    fn a_text_is_linted_and_its_outline_told() {
        let mut session = Session::default();
        let answer = ask(&mut session, &json!({"ask": "open", "text": TEXT}));
        assert_eq!(rules(&answer), ["at-points/lead-word"]);
        let finding = &answer["findings"][0];
        let units: Vec<u16> = TEXT.encode_utf16().collect();
        let at = |name: &str| finding[name].as_u64().expect("an offset") as usize;
        assert_eq!(String::from_utf16_lossy(&units[at("from")..at("to")]), "At");
        assert_eq!(answer["outline"]["items"][0]["title"], "Budget 🙂");
    }

    #[test]
    fn edits_are_followed_as_if_the_text_were_new() {
        let mut session = Session::default();
        ask(&mut session, &json!({"ask": "open", "text": TEXT}));
        let at = TEXT[..TEXT.find("At planen").expect("the point")].encode_utf16().count();
        let edit = json!({"ask": "edit", "changes": [{"from": at, "to": at + 2, "insert": "at"}]});
        let edited = ask(&mut session, &edit);
        assert_eq!(rules(&edited), Vec::<&str>::new());
        let anew = json!({"ask": "open", "text": TEXT.replace("At planen", "at planen")});
        assert_eq!(edited, ask(&mut Session::default(), &anew));
    }

    #[test]
    fn everything_safe_is_fixed_at_once() {
        let mut session = Session::default();
        ask(&mut session, &json!({"ask": "open", "text": TEXT}));
        let answer = ask(&mut session, &json!({"ask": "fixAll"}));
        assert_eq!(answer["text"], TEXT.replace("At planen", "at planen"));
    }

    #[test]
    fn what_cannot_be_read_is_an_error_and_the_text_stays() {
        let mut session = Session::default();
        ask(&mut session, &json!({"ask": "open", "text": TEXT}));
        assert!(ask(&mut session, &json!({"ask": "nothing"}))["error"].is_string());
        assert!(
            ask(&mut session, &json!({"ask": "open", "text": "", "style": "atlantis"}))["error"].is_string()
        );
        assert_eq!(
            rules(&ask(&mut session, &json!({"ask": "edit", "changes": []}))),
            ["at-points/lead-word"]
        );
    }

    #[test]
    fn pages_are_read_and_damaged_files_are_told() {
        let mut session = Session::default();
        let request = json!({"ask": "read", "name": "a.html"}).to_string();
        let page = session.answer(request.as_bytes(), "<h1>Møde</h1><p>Godkendt.</p>".as_bytes());
        assert!(page.contains("Godkendt."), "{page}");
        let request = json!({"ask": "read", "name": "a.docx"}).to_string();
        assert!(session.answer(request.as_bytes(), b"PK\x03\x04 and no more").contains("error"));
    }
}
