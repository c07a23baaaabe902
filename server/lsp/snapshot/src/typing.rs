//! Where somebody writes, and what was told before.

use std::sync::Arc;

use rules::text::edit::Edit;
use rules::text::{TextRange, TextSize};

/// Where somebody writes.
#[derive(Clone, Debug)]
pub struct Typing {
    /// The caret, behind what was written last.
    pub caret: TextSize,
    /// The lines that were just typed in.
    pub lines: TextRange,
    /// What was told before: it stays in sight as long as it is true.
    pub told: Told,
    /// Does the writer rest? Then all is told but how the line or the item ends at the caret, which is where it goes on.
    pub rests: bool,
}

/// Findings by their places, which follow the text, and rules; in the order of the text.
pub type Told = Arc<Vec<(TextRange, &'static str)>>;

/// Moves what was `told` with the text; what `edit` reaches into is no longer what was told.
pub fn follow(told: &mut Told, edit: &Edit) {
    let kept = |range: &mut TextRange| moved(*range, edit).map(|moved| *range = moved).is_some();
    Arc::make_mut(told).retain_mut(|(range, _)| kept(range));
}

/// Where `range` is after `edit`; nowhere when that reaches into it.
pub fn moved(range: TextRange, edit: &Edit) -> Option<TextRange> {
    let (old, new) = (edit.range(), TextSize::of(edit.text()));
    match range {
        _ if range.end() <= old.start() => Some(range),
        _ if range.start() >= old.end() => Some(TextRange::at(range.start() + new - old.len(), range.len())),
        _ => None,
    }
}
