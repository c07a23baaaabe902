//! The findings of a document in one list. An edit makes those of its part anew; the others stay as they are, and move along
//! where they lie behind it.

use std::cmp::Ordering;
use std::sync::Arc;

use super::Document;
use super::part::Part;
use lint::{Diagnostic, admitted, told_once};
use text::TextSize;

impl Document {
    /// The findings, by place and then by rule, in offsets of the text; those of a habit are not gathered yet.
    pub fn listed(&self) -> Vec<Arc<Diagnostic>> {
        let mut all = self.head.listed(TextSize::new(0)).to_vec();
        for (placed, part) in self.minutes.items().zip(&self.items) {
            all.extend_from_slice(part.listed(placed.start));
        }
        let whole = self.outline.iter().chain(&self.found);
        all.extend(whole.filter_map(|found| admitted(found, |range| self.zones_at(range))));
        all.sort_by(|a, b| in_order(a, b));
        told_once(&mut all);
        all
    }

    /// The same, to be changed.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        self.listed().into_iter().map(Arc::unwrap_or_clone).collect()
    }

    /// Lets the findings that are listed begin where their parts begin after an edit.
    pub(super) fn move_listed(&mut self) {
        for (placed, part) in self.minutes.items().zip(&mut self.items) {
            part.move_listed(placed.start);
        }
    }
}

impl Part {
    /// Its findings by place, where it begins at `start`.
    fn listed(&self, start: TextSize) -> &[Arc<Diagnostic>] {
        let list = || {
            let placed = self.diagnostics().map(|found| Arc::new(found.clone().shifted(start)));
            let mut listed: Vec<Arc<Diagnostic>> = placed.collect();
            listed.sort_by(|a, b| in_order(a, b));
            (start, listed)
        };
        let (at, listed) = self.listed.get_or_init(list);
        debug_assert_eq!(*at, start, "what is listed moves with every edit");
        listed
    }

    fn move_listed(&mut self, start: TextSize) {
        let Some((at, listed)) = self.listed.get_mut().filter(|(at, _)| *at != start) else { return };
        for found in listed {
            Arc::make_mut(found).shift(*at, start);
        }
        *at = start;
    }
}

fn in_order(a: &Diagnostic, b: &Diagnostic) -> Ordering {
    (a.range.start(), a.rule.name, a.range.end()).cmp(&(b.range.start(), b.rule.name, b.range.end()))
}
