//! The lessons as a style in TOML.

use std::fmt::Write;

use super::order::order;
use super::{Counts, DECISION, Lesson, Lessons};
use crate::syntax::SectionKind;

/// At least this many of a hundred make a rule, and so many a habit.
const RULE: usize = 97;
const HABIT: usize = 85;
/// Fewer cases prove nothing.
const FEW: usize = 5;
/// A section of fewer cases is a chance.
const SEEN: usize = 3;
/// At least this many sections tell a house, when they stand in this share of its cases.
const SIGNS: usize = 4;
const SIGN: usize = 50;

/// Are `n` of `of` at least `share` of a hundred, and are there enough of them?
fn most(n: usize, of: usize, share: usize) -> bool {
    of >= FEW && n * 100 >= of * share
}

impl Lessons {
    /// The style called `name`, with comments in Danish or English.
    pub fn style(&self, name: &str, danish: bool) -> String {
        let mut toml = Toml { text: String::new(), danish };
        toml.comment(
            &format!(
                "Lært af {} dokumenter med {} sager; tallene siger, hvor mange en linje bygger på.",
                self.documents, self.cases
            ),
            &format!(
                "Learned from {} documents with {} cases; the numbers say on how many a line rests.",
                self.documents, self.cases
            ),
        );
        toml.line(&format!("name = {}", quoted(name)));
        toml.line("extends = \"generel\"");
        self.heading(&mut toml);
        self.case_number(&mut toml);
        self.time(&mut toml);
        self.all_sections(&mut toml);
        self.points(&mut toml);
        self.decisions(&mut toml);
        self.head(&mut toml);
        self.signs(&mut toml);
        toml.text
    }

    fn heading(&self, toml: &mut Toml) {
        if let Some((form, n)) = self.item_headings.most() {
            toml.counted(&format!("item_heading = {}", quoted(form)), n, self.item_headings.total());
        }
    }

    fn case_number(&self, toml: &mut Toml) {
        let Some((form, n)) = self.case_numbers.most() else { return };
        if most(n, self.case_numbers.total(), RULE) {
            let required = n == self.cases;
            toml.counted(
                &format!("case_number = {{ form = \"{form}\", required = {required} }}"),
                n,
                self.cases,
            );
        }
    }

    fn time(&self, toml: &mut Toml) {
        if let Some((sign, n)) = self.separators.most()
            && most(n, self.separators.total(), RULE)
        {
            toml.counted(&format!("time_separator = \"{sign}\""), n, self.separators.total());
        }
    }

    fn all_sections(&self, toml: &mut Toml) {
        let mut ordered = order(&self.rows);
        let past = self.sections.iter().filter(|(_, lesson)| lesson.history);
        ordered.extend(past.map(|(name, _)| (name.as_str(), true)));
        for (name, anywhere) in ordered {
            let Some(lesson) = self.sections.get(name).filter(|lesson| lesson.items >= SEEN) else {
                continue;
            };
            toml.line("");
            toml.counted("[[section]]", lesson.items, self.cases);
            toml.line(&format!("title = {}", quoted(name)));
            toml.line(&format!("kind = {}", quoted(&kind_name(lesson.kind))));
            let required = self.required(lesson);
            if required != "never" {
                toml.line(&format!("required = \"{required}\""));
            }
            if lesson.items >= FEW && lesson.filled == lesson.items {
                toml.line("text = true");
            }
            if anywhere {
                toml.line("anywhere = true");
            }
        }
    }

    fn required(&self, lesson: &Lesson) -> &'static str {
        let decides = lesson.kind == SectionKind::Decision;
        match lesson.items {
            n if most(n, self.cases, 100) && !decides => "always",
            n if most(n, self.cases, RULE) && decides => "minutes",
            n if most(n, self.cases, HABIT) => "usual",
            _ => "never",
        }
    }

    fn points(&self, toml: &mut Toml) {
        toml.line("\n[points]");
        if let Some((marker, n)) = self.markers.most()
            && most(n, self.markers.total(), RULE)
        {
            toml.counted(&format!("marker = \"{marker}\""), n, self.markers.total());
        }
        for (key, (of, n)) in [("lead_word", self.points), ("lead_in", self.lead_ins)] {
            if most(n, of, RULE) {
                toml.counted(&format!("{key} = true"), n, of);
            }
        }
    }

    fn decisions(&self, toml: &mut Toml) {
        toml.line("\n[decisions]");
        if let Some((heading, n)) = self.decision_headings.most() {
            toml.counted(&format!("heading = {}", quoted(heading)), n, self.decision_headings.total());
        }
        let usual = |counts: &Counts<String>| {
            let (words, n) = counts.most()?;
            (n >= 3 && n * 2 >= counts.total()).then(|| (words.clone(), n, counts.total()))
        };
        let mut begun = false;
        for (outcome, counts) in &self.wordings {
            let Some((words, n, of)) = usual(counts) else { continue };
            if !std::mem::replace(&mut begun, true) {
                toml.line("\n[decisions.wording]");
            }
            let outcome = serde_json::to_value(outcome).ok();
            let outcome = outcome.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default();
            toml.counted(&format!("{outcome} = {}", quoted(&words)), n, of);
        }
    }

    fn head(&self, toml: &mut Toml) {
        toml.line("\n[head]");
        let said = |detail: &str| self.head.0.get(detail).copied().unwrap_or(0);
        let details = ["committee", "date", "time", "place"];
        let all: Vec<String> =
            details.into_iter().filter(|detail| said(detail) == self.documents).map(quoted).collect();
        if !all.is_empty() {
            toml.counted(&format!("required = [{}]", all.join(", ")), self.documents, self.documents);
        }
        for (key, counts) in [("date", &self.dates), ("place", &self.places)] {
            if let Some((line, n)) = counts.most()
                && n * 2 > self.documents
            {
                toml.counted(&format!("{key} = {}", quoted(line)), n, self.documents);
            }
        }
        if said("contents") == self.documents {
            toml.counted("contents = true", self.documents, self.documents);
        }
    }

    /// How the next document is known for one of the house: by its sections that not every house has.
    fn signs(&self, toml: &mut Toml) {
        let own = |(name, lesson): &(&String, &Lesson)| {
            let common = lesson.kind == SectionKind::Recommendation || name.as_str() == DECISION;
            !common && most(lesson.items, self.cases, SIGN)
        };
        let mut signs: Vec<(&String, &Lesson)> = self.sections.iter().filter(own).collect();
        signs.sort_by_key(|(name, lesson)| (std::cmp::Reverse(lesson.items), *name));
        signs.truncate(SIGNS);
        if signs.len() < 2 {
            return;
        }
        toml.line("\n[signs]");
        if let Some((form, n)) = self.forms.most().filter(|(_, n)| *n == self.documents) {
            toml.counted(&format!("form = \"{form}\""), n, self.documents);
        }
        let decided = self.decision_headings.total();
        if most(self.dated, decided, RULE) || most(decided - self.dated, decided, RULE) {
            toml.counted(&format!("dated_decisions = {}", self.dated * 2 > decided), self.dated, decided);
        }
        toml.line(&format!("needs = {}", signs.len().min(3)));
        let titles: Vec<String> = signs.iter().map(|(name, _)| format!("[{}]", quoted(name))).collect();
        toml.line(&format!("titles = [{}]", titles.join(", ")));
    }
}

/// A text that grows line by line.
struct Toml {
    text: String,
    danish: bool,
}

impl Toml {
    fn line(&mut self, words: &str) {
        let _ = writeln!(self.text, "{words}");
    }

    fn comment(&mut self, da: &str, en: &str) {
        let words = if self.danish { da } else { en };
        self.line(&format!("# {words}"));
    }

    fn counted(&mut self, words: &str, n: usize, of: usize) {
        let between = if self.danish { "af" } else { "of" };
        self.line(&format!("{words}  # {n} {between} {of}"));
    }
}

fn kind_name(kind: SectionKind) -> String {
    let name = serde_json::to_value(kind).ok();
    name.as_ref().and_then(serde_json::Value::as_str).unwrap_or("other").to_owned()
}

/// `words` as TOML writes them.
fn quoted(words: &str) -> String {
    toml::Value::String(words.to_owned()).to_string()
}
