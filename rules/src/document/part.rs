//! The head and the items of a document, each with what was found in it, and how a rule is run over them.

use std::sync::{Arc, OnceLock};

use super::Engine;
use crate::lint::{
    Changes, Check, Context, Counted, Diagnostic, Facts, Findings, ItemView, Knowledge, MinutesView,
    NamesView, PartView, Slips, admits,
};
use crate::minutes::{Item, Placed};
use crate::syntax::Block;
use crate::zones::Zones;

/// The head or an item, linted; findings are in offsets of the part.
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    /// What rules of items and parts found.
    pub(super) found: Arc<Vec<Diagnostic>>,
    /// What rules of names found; `None` when they must run first.
    pub(super) named: Option<Arc<Vec<Diagnostic>>>,
    /// What it says of names; `None` when no rule asks for them.
    pub(super) counted: Option<Counted>,
    /// What in it is no prose; found when rules of the whole document ask.
    pub(super) zones: OnceLock<Zones>,
}

impl Part {
    pub(super) fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.found.iter().chain(self.named.iter().flat_map(|named| named.iter()))
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
    /// Does any rule ask what the document knows of names?
    pub(super) asks_for_names: bool,
}

impl<'e> Linter<'e> {
    pub(super) fn new(engine: &'e Engine, context: &'e Context) -> Self {
        let asks_for_names = engine.settings.rules.iter().any(|(rule, _)| rule.group() == "names");
        Self { engine, context, asks_for_names }
    }

    /// What rules of parts and items find in an item of the document `text`, and its facts when they must be counted.
    pub(super) fn linted(&self, text: &str, due: &Due<'_>) -> (Arc<Vec<Diagnostic>>, Option<Facts>) {
        let text = &text[due.placed.range()];
        let found = Arc::new(self.item(text, &due.placed));
        let asked = !due.counted && self.asks_for_names;
        (found, asked.then(|| Facts::of_item(text, due.placed.item)))
    }

    /// What rules of parts find in the text of a head.
    pub(super) fn head(&self, text: &str, blocks: &[Block]) -> Vec<Diagnostic> {
        let view = PartView::new(text, None, blocks, self.context);
        self.run_in(&view, |check, findings| match check {
            Check::Part(check) => check(&view, findings),
            Check::Custom(custom) => custom.check(&view, findings, self.engine.clock),
            _ => {}
        })
    }

    /// What rules of parts and of items find in `text`.
    pub(super) fn item(&self, text: &str, placed: &Placed<'_>) -> Vec<Diagnostic> {
        let part = PartView::new(text, Some(placed.item), placed.blocks, self.context);
        let view = ItemView {
            text,
            item: placed.item,
            blocks: placed.blocks,
            context: self.context,
            vocabulary: self.engine.houses.vocabulary(),
        };
        self.run_in(&part, |check, findings| match check {
            Check::Item(check) => check(&view, findings),
            Check::Part(check) => check(&part, findings),
            Check::Custom(custom) => custom.check(&part, findings, self.engine.clock),
            _ => {}
        })
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
        let view = NamesView {
            part: PartView::new(text, item, blocks, self.context),
            slips: Slips::new(text, &counted.facts, knowledge),
        };
        Some(Arc::new(self.run_in(&view.part, |check, findings| {
            if let Check::Names(check) = check {
                check(&view, findings);
            }
        })))
    }

    /// What rules of the outline find.
    pub(super) fn outline(&self, view: &MinutesView<'_>) -> Vec<Diagnostic> {
        self.run(|check, findings| {
            if let Check::Outline(check) = check {
                check(view, findings);
            }
        })
    }

    /// What rules of whole meetings find.
    pub(super) fn minutes(&self, view: &MinutesView<'_>) -> Vec<Diagnostic> {
        self.run(|check, findings| {
            if let Check::Minutes(check) = check {
                check(view, findings);
            }
        })
    }

    /// Runs the rules over a part and lets through what keeps to their zones.
    fn run_in(&self, part: &PartView<'_>, check: impl FnMut(Check, &mut Findings)) -> Vec<Diagnostic> {
        let mut all = self.run(check);
        all.retain_mut(|finding| admits(finding, |range| part.zones_at(range)));
        all
    }

    fn run(&self, mut check: impl FnMut(Check, &mut Findings)) -> Vec<Diagnostic> {
        let mut all = Vec::new();
        for &(rule, severity) in &self.engine.settings.rules {
            let mut findings = Findings::new(rule, severity);
            check(rule.check, &mut findings);
            all.extend(findings.take());
        }
        all
    }
}
