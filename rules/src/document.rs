//! A text with its lines, its minutes and its findings: the one door for command line and server.
//!
//! [`Document::new`] reads and lints all of a text. [`Document::edit`] follows an edit and does again only what the
//! edit touched; the result is the same, which property tests over random edits check.

use std::sync::Arc;

use crate::house::{Choice, House, Houses, choose};
use crate::lint::{Check, Context, Diagnostic, Findings, ItemView, Meeting, MinutesView, PartView, Settings};
use crate::minutes::{Item, Minutes, Outcome, Reread, Stage};
use crate::syntax::{Block, without_period};
use crate::text::edit::Edit;
use crate::text::lines::Lines;
use crate::text::{TextRange, size};

/// What a document is read and linted with; shared by all documents of one configuration.
#[derive(Clone, Debug)]
pub struct Engine {
    /// The house styles and their vocabulary.
    pub houses: Arc<Houses>,
    /// The rules that run.
    pub settings: Settings,
    /// The style asked for; `None` finds it by its signs.
    pub house: Option<Arc<House>>,
    /// The stage asked for; `None` finds it in the text.
    pub stage: Option<Stage>,
}

impl Default for Engine {
    fn default() -> Self {
        Self { houses: Houses::standard(), settings: Settings::default(), house: None, stage: None }
    }
}

/// The findings in the text of one part, in offsets of that part.
type Found = Arc<Vec<Diagnostic>>;

/// A text, understood and linted.
#[derive(Clone, Debug)]
pub struct Document {
    engine: Arc<Engine>,
    text: String,
    lines: Lines,
    minutes: Minutes,
    choice: Choice,
    context: Arc<Context>,
    head_found: Found,
    item_found: Vec<Found>,
    found: Vec<Diagnostic>,
}

/// What an edit made necessary to do again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redone {
    /// What was read again.
    pub reread: Reread,
    /// How many items were linted again.
    pub items_linted: usize,
}

impl Document {
    /// Reads and lints `text`.
    pub fn new(engine: Arc<Engine>, text: String) -> Self {
        let vocabulary = engine.houses.vocabulary();
        let minutes = Minutes::new(&text, vocabulary);
        let choice = engine.choose(&text, &minutes);
        let context = Arc::new(engine.context(&text, &minutes, &choice));
        let mut new = Self {
            lines: Lines::new(&text),
            text,
            minutes,
            choice,
            context,
            head_found: Found::default(),
            item_found: Vec::new(),
            found: Vec::new(),
            engine,
        };
        new.lint_head();
        new.lint_items(&[], &[]);
        new.lint_minutes();
        new
    }

    /// Follows `edit`. An edit out of range or inside a character is refused: `None`, and nothing is changed.
    pub fn edit(&mut self, edit: &Edit) -> Option<Redone> {
        let range = edit.range();
        self.text.get(usize::from(range.start())..usize::from(range.end()))?;
        self.text.replace_range(usize::from(range.start())..usize::from(range.end()), edit.text());
        let inserted = size(edit.text());
        self.lines.edit(&self.text, range, inserted);
        let vocabulary = self.engine.houses.vocabulary();
        let former = std::mem::take(&mut self.item_found);
        let old_items: Vec<Arc<Item>> = self.minutes.items().map(|placed| placed.item.clone()).collect();
        let old_head = self.minutes.head().clone();
        let (minutes, reread) = std::mem::replace(&mut self.minutes, Minutes::new("", vocabulary))
            .edited(&self.text, range, inserted, vocabulary);
        self.minutes = minutes;
        self.choice = self.engine.choose(&self.text, &self.minutes);
        let context = self.engine.context(&self.text, &self.minutes, &self.choice);
        let same_context = context == *self.context;
        if !same_context {
            self.context = Arc::new(context);
        }
        if !same_context || !Arc::ptr_eq(&old_head, self.minutes.head()) {
            self.lint_head();
        }
        let (old_items, former) = if same_context { (old_items, former) } else { Default::default() };
        let items_linted = self.lint_items(&old_items, &former);
        self.lint_minutes();
        Some(Redone { reread, items_linted })
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where its lines begin.
    pub fn lines(&self) -> &Lines {
        &self.lines
    }

    /// The text, understood.
    pub fn minutes(&self) -> &Minutes {
        &self.minutes
    }

    /// The house style it is held to, and why.
    pub fn choice(&self) -> &Choice {
        &self.choice
    }

    /// House, stage and meeting.
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// What it is read and linted with.
    pub fn engine(&self) -> &Arc<Engine> {
        &self.engine
    }

    /// The findings, by place and then by rule, in offsets of the text.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let mut all: Vec<Diagnostic> = (*self.head_found).clone();
        for (placed, found) in self.minutes.items().zip(&self.item_found) {
            all.extend(found.iter().cloned().map(|diagnostic| diagnostic.shifted(placed.start)));
        }
        all.extend(self.found.iter().cloned());
        all.sort_by(|a, b| {
            (a.range.start(), a.rule.name, a.range.end()).cmp(&(b.range.start(), b.rule.name, b.range.end()))
        });
        all
    }

    fn lint_head(&mut self) {
        let head = &self.text[..self.minutes.head().len.into()];
        self.head_found = Arc::new(self.lint_part(head, None, self.minutes.head_blocks()));
    }

    /// Lints the items that are not among `old_items`; says how many those were.
    fn lint_items(&mut self, old_items: &[Arc<Item>], former: &[Found]) -> usize {
        let mut linted = 0;
        let mut found = Vec::with_capacity(self.minutes.items().count());
        let mut old = 0;
        for placed in self.minutes.items() {
            // Items keep their order, so the old one is looked for from where the last was found.
            let kept = old_items[old..].iter().position(|item| Arc::ptr_eq(item, placed.item));
            if let Some(at) = kept {
                old += at + 1;
                found.push(former[old - 1].clone());
                continue;
            }
            linted += 1;
            let text = &self.text[TextRange::at(placed.start, placed.item.len)];
            let mut all = self.lint_part(text, Some(placed.item), placed.blocks);
            let view = ItemView {
                text,
                item: placed.item,
                blocks: placed.blocks,
                context: &self.context,
                vocabulary: self.engine.houses.vocabulary(),
            };
            for &(rule, severity) in &self.engine.settings.rules {
                if let Check::Item(check) = rule.check {
                    let mut findings = Findings::new(rule, severity);
                    check(&view, &mut findings);
                    all.extend(findings.take());
                }
            }
            found.push(Arc::new(all));
        }
        self.item_found = found;
        linted
    }

    fn lint_part(&self, text: &str, item: Option<&Item>, blocks: &[Block]) -> Vec<Diagnostic> {
        let view = PartView::new(text, item, blocks, &self.context);
        let mut all = Vec::new();
        for &(rule, severity) in &self.engine.settings.rules {
            if let Check::Part(check) = rule.check {
                let mut findings = Findings::new(rule, severity);
                check(&view, &mut findings);
                all.extend(findings.take());
            }
        }
        all
    }

    fn lint_minutes(&mut self) {
        let view = MinutesView {
            text: &self.text,
            minutes: &self.minutes,
            context: &self.context,
            vocabulary: self.engine.houses.vocabulary(),
        };
        let mut all = Vec::new();
        for &(rule, severity) in &self.engine.settings.rules {
            if let Check::Minutes(check) = rule.check {
                let mut findings = Findings::new(rule, severity);
                check(&view, &mut findings);
                all.extend(findings.take());
            }
        }
        self.found = all;
    }
}

impl Engine {
    fn choose(&self, text: &str, minutes: &Minutes) -> Choice {
        match &self.house {
            Some(house) => Choice { house: house.clone(), signs: Vec::new() },
            None => choose(text, minutes, &self.houses),
        }
    }

    fn context(&self, text: &str, minutes: &Minutes, choice: &Choice) -> Context {
        let head = minutes.head();
        let committee = head.committee.map(|range| without_period(&text[range]).to_owned());
        let date = head.date.and_then(|(_, day)| day);
        Context {
            house: choice.house.clone(),
            stage: self.stage.unwrap_or_else(|| stage(minutes)),
            meeting: Meeting { committee, date },
        }
    }
}

/// Agenda or minutes, by what was decided and by what the head calls the document.
fn stage(minutes: &Minutes) -> Stage {
    let decided = minutes.items().any(|placed| {
        placed
            .item
            .decisions()
            .any(|(_, decision)| decision.outcomes().iter().any(|outcome| *outcome != Outcome::Other))
    });
    match minutes.head().stage {
        Some((_, stage)) if !decided => stage,
        _ if decided => Stage::Minutes,
        _ => Stage::Agenda,
    }
}
