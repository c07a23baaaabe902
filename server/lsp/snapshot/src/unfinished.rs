//! What is being written just now. A finding there waits until it is finished or typing rests: the next letter may end it.

use std::sync::Arc;

use rules::lint::{Diagnostic, Waits};
use rules::text::{TextRange, TextSize};

use super::document::Snapshot;
use super::occurrences;
use super::typing::{Told, Typing};

/// What is told of `snapshot` when typing begins, there or elsewhere.
pub fn told(snapshot: &Snapshot) -> Told {
    let found = match Unfinished::new(snapshot) {
        Some(unfinished) => snapshot.findings_without(&|found| unfinished.holds(found)),
        None => snapshot.findings(),
    };
    let places = found.iter().flat_map(|found| {
        // The other places of a habit are told with the first.
        let habit = found.habit.and(Some(&found.related)).into_iter().flatten().map(|related| related.range);
        habit.chain([found.range]).map(|range| (range, found.rule.name))
    });
    let mut told: Vec<_> = places.collect();
    told.sort_unstable_by_key(|(range, _)| (range.start(), range.end()));
    Arc::new(told)
}

/// How much is not told because it is being written?
pub fn held_back(snapshot: &Snapshot) -> usize {
    let Some(unfinished) = Unfinished::new(snapshot) else { return 0 };
    snapshot.count(&|found| unfinished.holds(found))
}

/// The places around the caret that are not finished.
pub struct Unfinished<'s> {
    typing: &'s Typing,
    word: TextRange,
    part: TextRange,
    /// The caret's line up to the caret, where nothing stands behind it on the line.
    open_line: Option<TextRange>,
    /// The caret's line where it has a list mark and nothing else: "3. " that Enter put in waits to be written.
    begun: Option<TextRange>,
    /// The lines that were just typed in, with the next that is written where the caret's is blank: what stands above that is not
    /// finished.
    lines: TextRange,
}

/// The line of `text` that `at` lies in, without its end.
fn line_around(text: &str, at: TextSize) -> TextRange {
    let ends = ['\n', '\r'];
    let (before, after) = text.split_at(at.into());
    let start = before.rfind(ends).map_or(0, |end| end + 1);
    let end = after.find(ends).map_or(text.len(), |len| before.len() + len);
    rules::text::range(start, end)
}

impl<'s> Unfinished<'s> {
    /// The places in `snapshot`, while it is typed in.
    pub fn new(snapshot: &'s Snapshot) -> Option<Self> {
        let typing = snapshot.typing.as_ref()?;
        let text = snapshot.text();
        let caret = TextSize::of(text).min(typing.caret);
        let (before, after) = text.split_at(caret.into());
        let begun = before.len() - before.trim_end_matches(|c: char| !c.is_whitespace()).len();
        let ahead = after.len() - after.trim_start_matches(|c: char| !c.is_whitespace()).len();
        let word = rules::text::range(before.len() - begun, before.len() + ahead);
        let minutes = snapshot.document.minutes();
        let part_at = |at: TextSize| match occurrences::item_at(&snapshot.document, at) {
            Some((_, placed)) => placed.range(),
            None => TextRange::up_to(minutes.head().len),
        };
        // Who writes an item in before another stands on the line that this begins with.
        let behind = before.trim_end_matches(char::is_whitespace);
        let part = part_at(caret).cover(part_at(TextSize::of(behind)));
        let is_line_end = after.is_empty() || after.starts_with(['\n', '\r']);
        let line = line_around(text, caret);
        let open_line = is_line_end.then(|| TextRange::new(line.start(), caret));
        let mark = text[line].trim().strip_suffix(['.', ')', '-', '–', '•', '*']);
        let begun = mark.is_some_and(|mark| mark.chars().all(|c| c.is_ascii_digit()) && mark.len() <= 2);
        let next = &text[line.end().into()..];
        let blank = next.len() - next.trim_start().len();
        let next = line_around(text, line.end() + TextSize::try_from(blank).unwrap_or_default());
        let lines =
            if text[line].trim().is_empty() { typing.lines.cover(line).cover(next) } else { typing.lines };
        Some(Self { typing, word, part, open_line, begun: begun.then_some(line), lines })
    }

    /// Does `found` wait? What was told before stays.
    pub fn holds(&self, found: &Diagnostic) -> bool {
        if self.typing.rests {
            let ends_here = self.open_line.is_some_and(|line| match found.rule.judges_end() {
                Some(Waits::Part) => self.part.contains_range(found.range),
                Some(_) => line.contains_range(found.range),
                // The word at the caret may go on.
                None => found.range.end() == self.typing.caret && found.rule.waits() == Waits::Word,
            });
            let is_begun = self.begun.is_some_and(|line| line.contains_range(found.range));
            return (ends_here || is_begun) && !self.was_told(found);
        }
        let place = match found.rule.waits() {
            Waits::Word => self.word,
            Waits::Line => self.lines,
            Waits::Part => self.part.cover(self.lines),
        };
        let mut places = found.related.iter().map(|related| related.range).chain([found.range]);
        places.any(|range| range.intersect(place).is_some()) && !self.was_told(found)
    }

    fn was_told(&self, found: &Diagnostic) -> bool {
        let place = |range: TextRange| (range.start(), range.end());
        let told = &self.typing.told;
        let from = told.partition_point(|(range, _)| place(*range) < place(found.range));
        let mut here = told[from..].iter().take_while(|(range, _)| *range == found.range);
        here.any(|(_, rule)| *rule == found.rule.name)
    }
}
