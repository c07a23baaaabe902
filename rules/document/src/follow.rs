//! What is linted again after an edit: the part it lies in, and of the rest what reads something that changed.
//!
//! A rule of parts or items that asked who meets, or whether this is an agenda, runs again where it asked when the
//! answer changes. A rule of the whole meeting says what it reads of running text, and as long as that only moves, so do
//! its findings.

use std::sync::Arc;

use super::part::{Due, Linter, Part};
use super::{Document, Redone};
use lint::{Check, Context, Reads, Rule};
use minutes::{Item, Recommendation, Reread, Typed, Vote};
use syntax::SectionKind;
use text::edit::moved;
use text::lines::floor_boundary;
use text::{TextRange, TextSize};

/// An edit: `range` of the old text was replaced by so many bytes.
type Replaced = (TextRange, TextSize);

impl Document {
    /// Lints again what an edit inside one paragraph touched; `range` was replaced by `inserted` bytes.
    pub(super) fn follow_typing(
        &mut self,
        typed: Typed,
        (range, inserted): (TextRange, TextSize),
        words_before: bool,
    ) -> Redone {
        let former = self.exchange_context(!typed.same_outline);
        let same_context = former == self.context;
        let mut items_linted = 1;
        let old = self.lint_item(typed.item);
        if former.frame != self.context.frame {
            self.lint_head();
            let items: Vec<Arc<Item>> = self.minutes.items().map(|placed| placed.item.clone()).collect();
            items_linted = self.lint_items(&items, false);
        }
        self.ask_again(&former);
        self.lint_names();
        if same_context && typed.same_outline {
            self.outline.iter_mut().for_each(|found| Arc::make_mut(found).follow(range, inserted));
            let news = self.news(&typed, &old, (range, inserted), words_before);
            self.follow_minutes(&news, (range, inserted));
        } else {
            self.lint_outline();
            self.lint_minutes();
        }
        Redone { reread: Reread { blocks: 1, items: vec![typed.item] }, items_linted }
    }

    /// Lints again what an edit inside one line of the head touched.
    pub(super) fn follow_head(&mut self) -> Redone {
        let former = self.exchange_context(true);
        self.lint_head();
        let mut items_linted = 0;
        if former.frame != self.context.frame {
            let items: Vec<Arc<Item>> = self.minutes.items().map(|placed| placed.item.clone()).collect();
            items_linted = self.lint_items(&items, false);
        }
        self.ask_again(&former);
        self.lint_names();
        self.lint_outline();
        self.lint_minutes();
        Redone { reread: Reread { blocks: 1, items: Vec::new() }, items_linted }
    }

    /// Finds out anew what holds for the document, the house as well if `choose`; gives what held before.
    pub(super) fn exchange_context(&mut self, choose: bool) -> Arc<Context> {
        if choose {
            self.choice = self.engine.choose(&self.text, &self.minutes);
        }
        let context = self.engine.context(&self.text, &self.minutes, &self.choice);
        if context == *self.context {
            return self.context.clone();
        }
        std::mem::replace(&mut self.context, Arc::new(context))
    }

    /// Lets those rules of parts and items run again that read of the meeting what was otherwise in the `former` context.
    pub(super) fn ask_again(&mut self, former: &Context) {
        if *former == *self.context {
            return;
        }
        let (contexts, settings) = ((former, &*self.context), &self.engine.settings);
        let linter = Linter::new(&self.engine, &self.context);
        let rules = self.head.askers(settings, contexts);
        if !rules.is_empty() {
            let head = &self.text[..self.minutes.head().len.into()];
            let again =
                linter.only(&rules).knowing(self.head.zones.get()).head(head, self.minutes.head_blocks());
            self.head.take_over(again, &rules);
        }
        let due = self.items.iter().enumerate().map(|(at, part)| (at, part.askers(settings, contexts)));
        let due: Vec<_> = due.filter(|(_, rules)| !rules.is_empty()).collect();
        let (text, minutes, items) = (&self.text, &self.minutes, &self.items);
        let again = self.engine.workers.map(
            &due,
            |(at, _)| minutes.item(*at).item.len.into(),
            |(at, rules)| {
                let placed = minutes.item(*at);
                linter.only(rules).knowing(items[*at].zones.get()).item(&text[placed.range()], &placed)
            },
        );
        for ((at, rules), again) in due.iter().zip(again) {
            self.items[*at].take_over(again, rules);
        }
    }

    /// Lints the item at place `at`, whose text changed; gives what was known of it before.
    fn lint_item(&mut self, at: usize) -> Part {
        let linter = Linter::new(&self.engine, &self.context);
        let due = Due { at, placed: self.minutes.item(at), counted: false };
        if let Some(former) = &self.items[at].counted {
            self.knowledge.remove(former);
        }
        let (linted, facts) = linter.linted(&self.text, &due);
        let counted = facts.map(|facts| self.knowledge.add(facts, &self.text[due.placed.range()]));
        std::mem::replace(&mut self.items[at], Part { counted, ..linted })
    }

    /// Does any rule of the whole meeting look for words that stand around `range`?
    pub(super) fn holds_words(&self, range: TextRange) -> bool {
        /// A rule may look at the line before its words, and at so many bytes behind them.
        const REACH: usize = 200;
        let text = &self.text;
        let before = text[..range.start().into()].rfind('\n').unwrap_or(0);
        let end = usize::from(range.end());
        let end = memchr::memchr(b'\n', &text.as_bytes()[end..]).map_or(text.len(), |at| end + at);
        let near =
            &text[floor_boundary(text, before.saturating_sub(REACH))..floor_boundary(text, end + REACH)];
        let mut reads = self.minutes_rules().map(|(_, reads)| reads);
        reads.any(|reads| {
            reads.words.iter().any(|word| word.is_in(near))
                || reads.lines.is_some_and(|holds| near.lines().any(holds))
        })
    }

    fn minutes_rules(&self) -> impl Iterator<Item = (&'static Rule, Reads)> + '_ {
        self.engine.settings.rules.iter().filter_map(|(rule, _)| match rule.check {
            Check::Minutes(_, reads) => Some((*rule, reads)),
            _ => None,
        })
    }

    /// What rules of the whole meeting read that is another now, after an edit within a paragraph of an item of which
    /// `old` was known.
    fn news(&self, typed: &Typed, old: &Part, edit: Replaced, words_before: bool) -> News {
        let (range, inserted) = edit;
        let placed = self.minutes.item(typed.item);
        let own = (range - placed.start, inserted);
        let said = || {
            let former = old.said.get()?;
            let now = self.said_of(typed.item, &placed);
            Some(former.moved(own.0, own.1) == **now)
        };
        let abbreviations = |part: &Part| {
            part.counted.as_ref().map_or(Vec::new(), |counted| counted.facts.abbreviations().to_vec())
        };
        let former = abbreviations(old).into_iter().map(|place| moved(place, own.0, own.1));
        let line = TextRange::at(typed.block.start() - placed.start, typed.block.len());
        let now = abbreviations(&self.items[typed.item]);
        let beside = now.iter().any(|place| line.contains_range(*place));
        let recommends = placed.item.sections_of(SectionKind::Recommendation);
        News {
            register: said() != Some(true),
            votes: !same_votes(&typed.old, placed.item, own),
            abbreviations: beside || !former.eq(now.iter().copied()),
            points: recommends.into_iter().any(|section| section.body.intersect(line).is_some())
                || !same_points(&typed.old, placed.item, own),
            words: words_before || self.holds_words(TextRange::at(range.start(), inserted)),
        }
    }

    /// Lets the rules of the whole meeting run again that read one of the `news`; the findings of the others move.
    fn follow_minutes(&mut self, news: &News, (range, inserted): Replaced) {
        let due: Vec<_> = self.minutes_rules().filter(|(_, reads)| news.concern(*reads)).collect();
        if !due.is_empty() && self.put_off() {
            return;
        }
        self.found.iter_mut().for_each(|found| Arc::make_mut(found).follow(range, inserted));
        if due.is_empty() {
            return;
        }
        let runs = |rule: &'static Rule| due.iter().any(|(own, _)| std::ptr::eq(*own, rule));
        let rules: Vec<_> =
            self.engine.settings.rules.iter().copied().filter(|(rule, _)| runs(rule)).collect();
        self.found.retain(|found| !runs(found.rule));
        let again = Linter::new(&self.engine, &self.context).only(&rules).minutes(&self.view());
        self.found.extend(again.into_iter().map(Arc::new));
    }
}

/// What changed of what rules of the whole meeting may read.
struct News {
    register: bool,
    votes: bool,
    abbreviations: bool,
    points: bool,
    words: bool,
}

impl News {
    fn concern(&self, reads: Reads) -> bool {
        self.register && reads.register
            || self.votes && reads.votes
            || self.abbreviations && reads.abbreviations
            || self.points && reads.points
            || self.words && (!reads.words.is_empty() || reads.lines.is_some())
    }
}

/// Are the votes the same, but for having moved?
fn same_votes(old: &Item, new: &Item, (range, inserted): Replaced) -> bool {
    let votes = |item: &Item| -> Vec<Vote> {
        item.decisions().flat_map(|(_, decision)| decision.votes.iter().cloned()).collect()
    };
    let former = votes(old).into_iter().map(|vote| vote.moved(range, inserted));
    former.eq(votes(new))
}

/// Are the points of the recommendations the same, but for having moved?
fn same_points(old: &Item, new: &Item, (range, inserted): Replaced) -> bool {
    let places = |item: &Item| -> Vec<TextRange> {
        let each = |own: &Recommendation| {
            let points = own.points.iter().map(|point| point.text);
            own.lead_in.into_iter().chain(own.more_lead_ins.iter().copied()).chain(points).collect::<Vec<_>>()
        };
        item.recommendations().flat_map(each).collect()
    };
    let former = places(old).into_iter().map(|place| moved(place, range, inserted));
    former.eq(places(new))
}
