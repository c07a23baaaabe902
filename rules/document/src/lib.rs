//! A text with its lines, its minutes and its findings: the one door for command line and server.
//!
//! [`Document::new`] reads and lints all of a text. [`Document::edit`] follows an edit and does again only what the
//! edit touched; the result is the same, which property tests over random edits check.

mod choice;
pub mod decisions;
#[cfg(feature = "fixture")]
pub mod fixture;
mod follow;
mod listed;
pub mod outline;
mod part;
mod put_off;
pub mod repair;
mod survey;

use std::mem::take;
use std::sync::{Arc, OnceLock};

use part::{Due, Linter, Part};
use put_off::PutOff;

use confidential::closure::ClosedMatter;
use house::{Choice, House, Houses};
use lint::{Context, Diagnostic, Dictionary, Knowledge, MinutesView, Names, Options, Rule, Settings};
use minutes::{Item, Minutes, Placed, Reread, Stage};
use privacy::{Mask, Secrets};
use syntax::Ranks;
use text::clock::Clock;
use text::edit::Edit;
use text::lines::Lines;
use text::size;
use text::workers::Workers;

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
    /// The names that the configuration gives.
    pub names: Arc<Names>,
    /// What the configuration sets for single rules.
    pub options: Arc<Options>,
    /// A dictionary whose words `spelling/unknown-word` takes for right beside its own.
    pub dictionary: Option<Arc<Dictionary>>,
    /// Among whom a long document is divided.
    pub workers: Workers,
    /// By what to tell that a rule of somebody's own takes too long.
    pub clock: Clock,
}

impl Default for Engine {
    fn default() -> Self {
        Self {
            houses: Houses::standard(),
            settings: catalog::standard(),
            house: None,
            stage: None,
            names: Arc::default(),
            options: Arc::default(),
            dictionary: None,
            workers: Workers::default(),
            clock: Clock::default(),
        }
    }
}

impl Engine {
    /// The same, which only reads.
    #[must_use]
    pub fn without_rules(&self) -> Self {
        Self { settings: Settings::new(Vec::new()), ..self.clone() }
    }
}

/// A text, understood and linted.
#[derive(Clone, Debug)]
pub struct Document {
    engine: Arc<Engine>,
    text: String,
    lines: Lines,
    minutes: Minutes,
    choice: Choice,
    context: Arc<Context>,
    knowledge: Knowledge,
    head: Part,
    items: Vec<Part>,
    /// What rules of the outline found.
    outline: Vec<Arc<Diagnostic>>,
    /// What rules of the whole meeting found.
    found: Vec<Arc<Diagnostic>>,
    /// Found when something of the text is shown.
    secrets: OnceLock<Secrets>,
    /// What is closed in the text as it stands; read when it is asked for.
    closed: OnceLock<Arc<ClosedMatter>>,
    put_off: PutOff,
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
        Self::with_ranks(engine, text, Ranks::default())
    }

    /// Reads and lints `text`, of whose lines its document says `ranks`.
    pub fn with_ranks(engine: Arc<Engine>, text: String, ranks: Ranks) -> Self {
        let vocabulary = engine.houses.vocabulary();
        let minutes = Minutes::divided(&text, vocabulary, ranks, engine.workers);
        let choice = engine.choose(&text, &minutes);
        let context = Arc::new(engine.context(&text, &minutes, &choice));
        let mut new = Self {
            lines: Lines::new(&text),
            text,
            minutes,
            choice,
            context,
            knowledge: Knowledge::default(),
            head: Part::default(),
            items: Vec::new(),
            outline: Vec::new(),
            found: Vec::new(),
            secrets: OnceLock::new(),
            closed: OnceLock::new(),
            put_off: PutOff::default(),
            engine,
        };
        new.lint();
        new
    }

    /// The document as it is with no rules, and without what they left in it: the text is not read again for it.
    #[must_use]
    pub fn without_rules(mut self) -> Self {
        self.engine = Arc::new(self.engine.without_rules());
        self.knowledge = Knowledge::default();
        self.head = Part::default();
        self.items = Vec::new();
        self.lint();
        self
    }

    /// Follows `edit`. An edit out of range or inside a character is refused: `None`, and nothing is changed.
    pub fn edit(&mut self, edit: &Edit) -> Option<Redone> {
        let redone = self.follow(edit)?;
        self.settle();
        self.move_listed();
        Some(redone)
    }

    fn follow(&mut self, edit: &Edit) -> Option<Redone> {
        let range = edit.range();
        self.text.get(usize::from(range.start())..usize::from(range.end()))?;
        let inserted = size(edit.text());
        let words_before = self.holds_words(range);
        reserve(&mut self.text, inserted.into());
        self.text.replace_range(usize::from(range.start())..usize::from(range.end()), edit.text());
        self.lines.edit(&self.text, range, inserted);
        self.closed = OnceLock::new();
        if let Some(secrets) = self.secrets.get_mut() {
            secrets.follow(&self.text, range, inserted);
        }
        let vocabulary = self.engine.houses.vocabulary();
        if let Some(typed) = self.minutes.type_in(&self.text, range, inserted, vocabulary) {
            return Some(self.follow_typing(typed, (range, inserted), words_before));
        }
        if self.minutes.type_in_head(&self.text, range, inserted, vocabulary) {
            return Some(self.follow_head());
        }
        let old_items: Vec<Arc<Item>> = self.minutes.items().map(|placed| placed.item.clone()).collect();
        let old_head = self.minutes.head().clone();
        let (minutes, reread, typed) = std::mem::replace(&mut self.minutes, Minutes::new("", vocabulary))
            .follow(&self.text, range, inserted, vocabulary);
        self.minutes = minutes;
        let former = self.exchange_context(true);
        if let Some(typed) = typed.filter(|_| former == self.context) {
            return Some(Redone { reread, ..self.follow_typing(typed, (range, inserted), words_before) });
        }
        let same_frame = former.frame == self.context.frame;
        if !same_frame || !Arc::ptr_eq(&old_head, self.minutes.head()) {
            self.lint_head();
        }
        let items_linted = self.lint_items(&old_items, same_frame);
        self.ask_again(&former);
        self.lint_names();
        self.lint_outline();
        self.lint_minutes();
        Some(Redone { reread, items_linted })
    }

    /// What the document says of the lines of its text, as they stand now.
    pub fn ranks(&self) -> &Ranks {
        self.minutes.ranks()
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where its lines begin.
    pub fn lines(&self) -> &Lines {
        &self.lines
    }

    /// Where private numbers stand in it.
    pub fn secrets(&self) -> &Secrets {
        self.secrets.get_or_init(|| Secrets::in_document(&self.text))
    }

    /// Hides its personal numbers, and what the privacy rules among `diagnostics` found in it.
    pub fn mask(&self, diagnostics: &[Diagnostic]) -> Mask<'_> {
        self.mask_of(diagnostics)
    }

    /// The same, of findings that lie elsewhere.
    pub fn mask_of<'d>(&self, diagnostics: impl IntoIterator<Item = &'d Diagnostic>) -> Mask<'_> {
        Mask::new(&self.text, self.secrets(), diagnostics)
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

    /// What `rule` finds in the text, by place: one that reads single items whether it is switched on or not.
    ///
    /// A statement of fact ("2 of 3 points are decided") must not change with what the user wants to be told.
    pub fn found_by(&self, rule: &'static Rule) -> Vec<Diagnostic> {
        if self.engine.settings.rules.iter().any(|(own, _)| std::ptr::eq(*own, rule)) {
            let parts = self.minutes.items().zip(&self.items);
            let of = |(placed, part): (Placed<'_>, &Part)| {
                let found = part.found.iter().filter(|found| std::ptr::eq(found.rule, rule));
                found.map(|found| found.clone().shifted(placed.start)).collect::<Vec<_>>()
            };
            let whole = self.outline.iter().chain(&self.found);
            let whole = whole.filter(|found| std::ptr::eq(found.rule, rule)).map(|found| (**found).clone());
            return parts.flat_map(of).chain(whole).collect();
        }
        let alone = [(rule, rule.severity)];
        let linter = self.linter().only(&alone);
        let of = |placed: Placed<'_>| {
            let part = linter.item(&self.text[placed.range()], &placed);
            part.diagnostics().map(|found| found.clone().shifted(placed.start)).collect::<Vec<_>>()
        };
        self.minutes.items().flat_map(of).collect()
    }

    /// Lints all of it for the first time.
    fn lint(&mut self) {
        self.lint_head();
        self.lint_items(&[], true);
        self.lint_names();
        self.lint_outline();
        self.lint_minutes();
    }

    fn linter(&self) -> Linter<'_> {
        Linter::new(&self.engine, &self.context)
    }

    fn lint_head(&mut self) {
        let head = self.minutes.head();
        let text = &self.text[..head.len.into()];
        let (linted, facts) = self.linter().linted_head(text, head, self.minutes.head_blocks());
        if let Some(former) = self.head.counted.take() {
            self.knowledge.remove(&former);
        }
        let counted = facts.map(|facts| self.knowledge.add(facts, text));
        self.head = Part { counted, ..linted };
    }

    /// Lints the items that are not among `old_items`, or all when the context changed; says how many those were.
    fn lint_items(&mut self, old_items: &[Arc<Item>], same_context: bool) -> usize {
        let mut former: Vec<Option<Part>> = take(&mut self.items).into_iter().map(Some).collect();
        let mut due = Vec::new();
        let mut old = 0;
        for placed in self.minutes.items() {
            // Items keep their order, so the old one is looked for from where the last was found.
            let at = old_items[old..].iter().position(|item| Arc::ptr_eq(item, placed.item));
            let kept = at.and_then(|at| {
                old += at + 1;
                former[old - 1].take()
            });
            let counted = kept.as_ref().is_some_and(|part| part.counted.is_some());
            if !same_context || kept.is_none() {
                due.push(Due { at: self.items.len(), placed, counted });
            }
            self.items.push(kept.unwrap_or_default());
        }
        let linter = Linter::new(&self.engine, &self.context);
        let text = &self.text;
        let bytes = |due: &Due<'_>| due.placed.item.len.into();
        let linted = self.engine.workers.map(&due, bytes, |due| linter.linted(text, due));
        for (due, (linted, facts)) in due.iter().zip(linted) {
            let part = &mut self.items[due.at];
            let counted = match facts {
                Some(facts) => Some(self.knowledge.add(facts, &text[due.placed.range()])),
                None => part.counted.take(),
            };
            // What was read of its text alone stays true of it.
            let (said, said_of_closed) = (take(&mut part.said), take(&mut part.said_of_closed));
            *part = Part { counted, said, said_of_closed, ..linted };
        }
        let linted = due.len();
        for counted in former.into_iter().flatten().filter_map(|part| part.counted) {
            self.knowledge.remove(&counted);
        }
        linted
    }

    /// Lints the names of parts that are new, and of parts about whose names the document changed its mind.
    fn lint_names(&mut self) {
        let changes = self.knowledge.settle(&self.engine.names);
        let linter = Linter::new(&self.engine, &self.context);
        let head = &self.text[..self.minutes.head().len.into()];
        if self.head.must_be_named(&changes) {
            let named = linter.names(head, None, self.minutes.head_blocks(), &self.head, &self.knowledge);
            self.head.set_named(named);
        }
        let due = (0..self.items.len()).filter(|&at| self.items[at].must_be_named(&changes));
        let due: Vec<(usize, Placed<'_>)> = due.map(|at| (at, self.minutes.item(at))).collect();
        let (items, knowledge, text) = (&self.items, &self.knowledge, &self.text);
        let named = self.engine.workers.map(
            &due,
            |(_, placed)| placed.item.len.into(),
            |(at, placed)| {
                linter.names(&text[placed.range()], Some(placed.item), placed.blocks, &items[*at], knowledge)
            },
        );
        for ((at, _), named) in due.iter().zip(named) {
            self.items[*at].set_named(named);
        }
    }

    fn lint_outline(&mut self) {
        let found = self.linter().outline(&self.view());
        self.outline = found.into_iter().map(Arc::new).collect();
    }

    fn lint_minutes(&mut self) {
        if self.put_off() {
            return;
        }
        let found = self.linter().minutes(&self.view());
        self.found = found.into_iter().map(Arc::new).collect();
    }

    fn view(&self) -> MinutesView<'_> {
        let counted = std::iter::once(&self.head).chain(&self.items).filter_map(|part| part.counted.as_ref());
        let vocabulary = self.engine.houses.vocabulary();
        MinutesView::new(&self.text, &self.minutes, &self.context, vocabulary, counted.collect(), self)
    }
}

/// Makes room for `more` bytes in `text`: for some typing to come, and not for as much again as there is.
fn reserve(text: &mut String, more: usize) {
    if text.capacity() - text.len() < more {
        text.reserve_exact(more + text.len() / 16);
    }
}
