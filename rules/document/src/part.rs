//! The head and the items of a document, each with what was found in it, and how a rule is run over them.

use std::sync::{Arc, OnceLock};

use super::Engine;
use confidential::closure::SaidOfClosed;
use facts::register::Said;
use lint::{
    Asked, Asks, Changes, Check, Context, Counted, Diagnostic, Facts, Findings, ItemView, Knowledge,
    MinutesView, NamesView, PartView, Reading, Rule, Settings, Severity, Slips, custom,
};
use minutes::{Head, Item, Placed};
use syntax::Block;
use text::TextSize;
use zones::Zones;

/// The findings of a part by place, in offsets of the text as long as the part begins at the first of the two.
pub(super) type Listed = OnceLock<(TextSize, Vec<Arc<Diagnostic>>)>;

/// The head or an item, linted; findings are in offsets of the part.
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    /// What rules of items and parts found.
    pub(super) found: Arc<Vec<Diagnostic>>,
    /// What rules of names found; `None` when they must run first.
    pub(super) named: Option<Arc<Vec<Diagnostic>>>,
    /// What it says of names; `None` when no rule asks for them.
    pub(super) counted: Option<Counted>,
    /// What in it is no prose; found when rules ask.
    pub(super) zones: OnceLock<Arc<Zones>>,
    /// Which rules asked what of the meeting.
    pub(super) asks: Vec<(&'static Rule, Asks)>,
    /// What it says of those who meet; found when rules of the whole document ask.
    pub(super) said: OnceLock<Arc<Said>>,
    /// What its lines may say of closed matter; found when rules of the whole document ask.
    pub(super) said_of_closed: OnceLock<SaidOfClosed>,
    /// What was found in it, as it was listed last.
    pub(super) listed: Listed,
}

impl Part {
    pub(super) fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.found.iter().chain(self.named.iter().flat_map(|named| named.iter()))
    }

    /// The rules in `settings` that asked something of the meeting that another one answers differently.
    pub(super) fn askers(
        &self,
        settings: &Settings,
        (one, other): (&Context, &Context),
    ) -> Vec<(&'static Rule, Severity)> {
        let differ = self.asks.iter().filter(|(_, asks)| asks.differ(one, other));
        let running =
            |rule: &'static Rule| settings.rules.iter().copied().find(|(own, _)| std::ptr::eq(*own, rule));
        differ.filter_map(|(rule, _)| running(rule)).collect()
    }

    /// Takes over what `again`, linted with `rules` alone, says of them.
    pub(super) fn take_over(&mut self, again: Self, rules: &[(&'static Rule, Severity)]) {
        let others = |rule: &'static Rule| !rules.iter().any(|(own, _)| std::ptr::eq(*own, rule));
        let kept = self.found.iter().filter(|found| others(found.rule)).cloned();
        self.found = Arc::new(kept.chain(again.found.iter().cloned()).collect());
        self.listed = Listed::new();
        self.asks.retain(|(rule, _)| others(rule));
        self.asks.extend(again.asks);
    }

    /// Takes over what rules of names found.
    pub(super) fn set_named(&mut self, named: Option<Arc<Vec<Diagnostic>>>) {
        let none = |found: &Option<Arc<Vec<Diagnostic>>>| found.as_ref().is_none_or(|found| found.is_empty());
        if !none(&self.named) || !none(&named) {
            self.listed = Listed::new();
        }
        self.named = named;
    }

    pub(super) fn must_be_named(&self, changes: &Changes) -> bool {
        let changed = || self.counted.as_ref().is_some_and(|counted| changes.concern(counted));
        self.named.is_none() || (!changes.is_empty() && changed())
    }
}

/// An item that is to be linted.
pub(super) struct Due<'m> {
    /// Its place among the items, counted from 0.
    pub(super) at: usize,
    pub(super) placed: Placed<'m>,
    /// Are its names counted already?
    pub(super) counted: bool,
}

/// The rules that run, and what they may know.
#[derive(Clone, Copy)]
pub(super) struct Linter<'e> {
    engine: &'e Engine,
    context: &'e Context,
    rules: &'e [(&'static Rule, Severity)],
    /// What is no prose in the part that is linted, where that is known.
    zones: Option<&'e Arc<Zones>>,
    /// Does any rule ask what the document knows of names?
    pub(super) asks_for_names: bool,
}

impl<'e> Linter<'e> {
    pub(super) fn new(engine: &'e Engine, context: &'e Context) -> Self {
        let asks_for_names = engine.settings.rules.iter().any(|(rule, _)| rule.group() == "names");
        Self { engine, context, rules: &engine.settings.rules, zones: None, asks_for_names }
    }

    /// The same for a part whose zones are known.
    pub(super) fn knowing(self, zones: Option<&'e Arc<Zones>>) -> Self {
        Self { zones, ..self }
    }

    /// The same with these rules alone.
    pub(super) fn only(self, rules: &'e [(&'static Rule, Severity)]) -> Self {
        Self { rules, ..self }
    }

    /// An item of the document `text`, linted, and its facts when they must be counted.
    pub(super) fn linted(&self, text: &str, due: &Due<'_>) -> (Part, Option<Facts>) {
        let text = &text[due.placed.range()];
        let asked = !due.counted && self.asks_for_names;
        let facts = |view: &PartView<'_>| Facts::of_item(text, due.placed.item, view.runs());
        self.read(text, &due.placed, |view| asked.then(|| facts(view)))
    }

    /// What rules of parts find in the text of a head.
    pub(super) fn head(&self, text: &str, blocks: &[Block]) -> Part {
        self.read_head(text, blocks, |_| ()).0
    }

    /// The same, and its facts when they must be counted.
    pub(super) fn linted_head(&self, text: &str, head: &Head, blocks: &[Block]) -> (Part, Option<Facts>) {
        let facts = |view: &PartView<'_>| Facts::of_head(text, head, view.runs());
        self.read_head(text, blocks, |view| self.asks_for_names.then(|| facts(view)))
    }

    fn read_head<M>(&self, text: &str, blocks: &[Block], more: impl FnOnce(&PartView<'_>) -> M) -> (Part, M) {
        let context = Asked::new(self.context);
        let kept = Reading::new();
        let view = PartView::new(text, None, blocks, &context);
        let view = view.over_lines(&kept).with_zones(self.zones.cloned());
        let part = self.part(&view, |check, findings| match check {
            Check::Part(check) => check(&view, findings),
            Check::Custom(custom) => custom::check(custom, &view, findings, self.engine.clock),
            _ => {}
        });
        (part, more(&view))
    }

    /// What rules of parts and of items find in `text`.
    pub(super) fn item(&self, text: &str, placed: &Placed<'_>) -> Part {
        self.read(text, placed, |_| ()).0
    }

    /// The same, and what `more` makes of what the rules have read.
    fn read<M>(&self, text: &str, placed: &Placed<'_>, more: impl FnOnce(&PartView<'_>) -> M) -> (Part, M) {
        let context = Asked::new(self.context);
        let kept = Reading::new();
        let part = PartView::new(text, Some(placed.item), placed.blocks, &context);
        let part = part.over_lines(&kept).with_zones(self.zones.cloned());
        let view = ItemView {
            text,
            item: placed.item,
            blocks: placed.blocks,
            context: &context,
            vocabulary: self.engine.houses.vocabulary(),
        };
        let found = self.part(&part, |check, findings| match check {
            Check::Item(check) => check(&view, findings),
            Check::Part(check) => check(&part, findings),
            Check::Custom(custom) => custom::check(custom, &part, findings, self.engine.clock),
            _ => {}
        });
        (found, more(&part))
    }

    fn part(&self, view: &PartView<'_>, mut check: impl FnMut(Check, &mut Findings)) -> Part {
        let mut asks = Vec::new();
        let check = |rule: &'static Rule, findings: &mut Findings| {
            check(rule.check, findings);
            let asked = view.context.take();
            asks.extend(asked.any().then_some((rule, asked)));
        };
        let found = self.run(check, |finding| view.admits(finding));
        let zones = view.known_zones().map_or_else(OnceLock::new, OnceLock::from);
        Part { found: Arc::new(found), zones, asks, ..Part::default() }
    }

    /// What rules of names find in the part of this text.
    pub(super) fn names(
        &self,
        text: &str,
        item: Option<&Item>,
        blocks: &[Block],
        part: &Part,
        knowledge: &Knowledge,
    ) -> Option<Arc<Vec<Diagnostic>>> {
        let Some(counted) = &part.counted else { return Some(Arc::default()) };
        let context = Asked::new(self.context);
        let view = NamesView {
            part: PartView::new(text, item, blocks, &context).with_zones(part.zones.get().cloned()),
            slips: Slips::new(text, &counted.facts, knowledge),
        };
        let check = |rule: &'static Rule, findings: &mut Findings| {
            if let Check::Names(check) = rule.check {
                check(&view, findings);
            }
        };
        let found = self.run(check, |finding| view.part.admits(finding));
        debug_assert!(!context.take().any(), "rules of names are not run again for another meeting");
        Some(Arc::new(found))
    }

    /// What rules of the outline find.
    pub(super) fn outline(&self, view: &MinutesView<'_>) -> Vec<Diagnostic> {
        let check = |rule: &'static Rule, findings: &mut Findings| {
            if let Check::Outline(check) = rule.check {
                check(view, findings);
            }
        };
        self.run(check, |_| true)
    }

    /// What rules of whole meetings find.
    pub(super) fn minutes(&self, view: &MinutesView<'_>) -> Vec<Diagnostic> {
        let check = |rule: &'static Rule, findings: &mut Findings| {
            if let Check::Minutes(check, _) = rule.check {
                check(view, findings);
            }
        };
        self.run(check, |_| true)
    }

    /// What `check` finds with each rule and `admits` lets through. A severity that somebody has set for a rule holds for all of its
    /// findings, also where one is less certain than others.
    fn run(
        &self,
        mut check: impl FnMut(&'static Rule, &mut Findings),
        admits: impl FnMut(&mut Diagnostic) -> bool,
    ) -> Vec<Diagnostic> {
        let mut all = Vec::new();
        for &(rule, severity) in self.rules {
            let mut findings = Findings::new(rule, severity);
            check(rule, &mut findings);
            // Hardly any rule finds anything.
            if !findings.is_empty() {
                all.extend(findings.take());
            }
        }
        all.retain_mut(admits);
        for finding in &mut all {
            finding.severity = self.engine.settings.set(finding.rule).unwrap_or(finding.severity);
        }
        all
    }
}
