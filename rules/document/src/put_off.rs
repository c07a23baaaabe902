//! Rules of the whole meeting that wait until nobody types: they read all of it, which a key must not wait for.

use std::sync::Arc;

use super::{Document, Redone};
use lint::Diagnostic;
use text::edit::Edit;
use text::{TextRange, TextSize, size};

/// What rules of the whole meeting must do again.
#[derive(Clone, Debug, Default)]
pub(super) struct PutOff {
    /// The edit that is being followed, if they are to wait: the bytes it replaced, and by how many.
    edit: Option<(TextRange, TextSize)>,
    /// Is there anything for them to do?
    is_due: bool,
}

impl Document {
    /// Follows `edit` as [`edit`](Self::edit) does, but rules of the whole meeting wait for [`settle`](Self::settle): what they found
    /// moves along until then, and what was found in the words that are replaced is gone.
    pub fn edit_first(&mut self, edit: &Edit) -> Option<Redone> {
        self.put_off.edit = Some((edit.range(), size(edit.text())));
        let redone = self.follow(edit);
        self.put_off.edit = None;
        self.move_listed();
        redone
    }

    /// Lets the rules that wait run; says whether there were any.
    pub fn settle(&mut self) -> bool {
        let is_due = std::mem::take(&mut self.put_off.is_due);
        if is_due {
            self.lint_minutes();
        }
        is_due
    }

    /// Lets the rules of the whole meeting wait, where they are to; what they found moves along.
    pub(super) fn put_off(&mut self) -> bool {
        let Some((range, inserted)) = self.put_off.edit else { return false };
        self.found.retain(|found| is_beside(found, range));
        self.found.iter_mut().for_each(|found| Arc::make_mut(found).follow(range, inserted));
        self.put_off.is_due = true;
        true
    }
}

/// Does no place of `found` begin or end inside `range`?
fn is_beside(found: &Diagnostic, range: TextRange) -> bool {
    let inside = |at: TextSize| range.start() < at && at < range.end();
    let related = found.related.iter().map(|related| related.range);
    let edits = found.fixes.iter().flat_map(|fix| &fix.edits).map(Edit::range);
    related.chain(edits).chain([found.range]).all(|place| !inside(place.start()) && !inside(place.end()))
}
