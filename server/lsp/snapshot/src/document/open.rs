//! How an open document follows what is typed, and the settings it is held to.

use std::sync::Arc;

use rules::document::Engine;
use rules::folder::FolderFinding;
use rules::text::edit::Edit;
use rules::text::{TextRange, TextSize, range};
use tower_lsp::ls_types::{Range, TextDocumentContentChangeEvent};
use workbench::guard::guarded;

use super::{Open, set_aside, survived};
use crate::changes::{difference, edit_of, replace};
use crate::projects::Project;
use crate::typing::{self, Told, Typing};
use crate::unfinished::{self, held_back};

/// At most this many changes in one message are followed one by one; more are followed as one edit that covers them all.
const FEW: usize = 4;

impl Open {
    /// Makes `changes`, each in the text that the one before it left.
    pub fn change(&mut self, changes: Vec<TextDocumentContentChangeEvent>) {
        // What is in sight when typing begins stays in sight.
        let mut told = match &self.now.typing {
            // Who begins elsewhere has seen what was told in the meantime.
            Some(typing) if typing.rests || self.begins_elsewhere(&changes) => unfinished::told(&self.now),
            Some(typing) => typing.told.clone(),
            None if self.now.session.tells_later() => unfinished::told(&self.now),
            None => Told::default(),
        };
        let many = changes.len() > FEW;
        let before = many.then(|| self.now.rope.clone());
        for change in changes {
            let edit = edit_of(&self.now.rope, self.now.session.encoding, change);
            if replace(&mut self.now.rope, &edit) && !many {
                self.understand(&edit, &mut told);
            }
        }
        if let Some(before) = before {
            let edit = difference(&before, &self.now.rope);
            self.understand(&edit, &mut told);
        }
    }

    /// Ends the typing: what waited for it may be told, but how the line ends at a caret that `stays` there. Says whether
    /// anything waited.
    pub fn end_typing(&mut self, stays: bool) -> bool {
        self.typed = None;
        let held = held_back(&self.now);
        if let Some(typing) = &mut self.now.typing {
            typing.rests = true;
        }
        let left = if stays { held_back(&self.now) } else { 0 };
        if left == 0 {
            self.now.typing = None;
        }
        left < held
    }

    /// Does the first of `changes` stand on another line than the last one that was typed in?
    fn begins_elsewhere(&self, changes: &[TextDocumentContentChangeEvent]) -> bool {
        let range = changes.first().and_then(|change| change.range);
        let typing = self.now.typing.as_ref();
        let elsewhere = |(range, typing): (Range, &Typing)| {
            !typing.lines.contains_inclusive(self.now.text_range(range).start())
        };
        range.zip(typing).is_some_and(elsewhere)
    }

    /// Holds the document to `project`; says whether it was read again, to be linted with something else.
    pub fn hold_to(&mut self, project: Project) -> bool {
        let former = std::mem::replace(&mut self.now.project, Arc::new(project));
        self.now.found = Arc::default();
        if !former.filter.of_folder.is_empty() {
            self.set_together(former.filter.of_folder.clone());
        }
        let engine = self.now.project.filter.engine.clone();
        let other = !Arc::ptr_eq(&former.filter.engine, &engine);
        if other {
            self.read_again(&engine);
        }
        other
    }

    /// Takes over what the document shows together with others of its folder; says whether that is something else.
    pub fn hold_together(&mut self, found: Vec<FolderFinding>) -> bool {
        let names =
            |found: &[FolderFinding]| -> Vec<_> { found.iter().map(|f| (f.range, f.rule.name)).collect() };
        if names(&found) == names(&self.now.project.filter.of_folder) {
            return false;
        }
        self.set_together(found);
        true
    }

    fn set_together(&mut self, found: Vec<FolderFinding>) {
        let project = Arc::make_mut(&mut self.now.project);
        Arc::make_mut(&mut project.filter).of_folder = found;
        self.now.found = Arc::default();
    }

    /// Reads and lints all of the text with `engine`.
    pub fn read_again(&mut self, wanted: &Arc<Engine>) {
        let is_long = self.now.is_long();
        let now = &mut self.now;
        let engine = if is_long { &now.project.filter.engine } else { wanted };
        let (document, faults) = survived(engine, String::from(&now.rope), &now.rope);
        let (document, kept) = if is_long { set_aside(&now.project, document) } else { (document, None) };
        now.document = Arc::new(document);
        now.found = Arc::default();
        now.kept = kept;
        self.faults.extend(faults);
    }

    /// Follows `edit` in the document, which has the text from before it.
    fn understand(&mut self, edit: &Edit, told: &mut Told) {
        // What was found in the text as it was says nothing of places in this one.
        self.now.kept = self.now.kept.take().map(|_| Arc::default());
        self.now.found = Arc::default();
        let document = Arc::make_mut(&mut self.now.document);
        if !matches!(guarded(|| document.edit(edit)), Ok(Some(_))) {
            let engine = document.engine().clone();
            self.read_again(&engine);
        }
        typing::follow(told, edit);
        if !self.now.project.filter.of_folder.is_empty() {
            let moved = |found: &FolderFinding| {
                Some(FolderFinding { range: typing::moved(found.range, edit)?, ..found.clone() })
            };
            self.set_together(self.now.project.filter.of_folder.iter().filter_map(moved).collect());
        }
        let written = TextRange::at(edit.range().start(), TextSize::of(edit.text()));
        let lines = self.lines_at(written);
        self.now.typing = Some(Typing { caret: written.end(), lines, told: told.clone(), rests: false });
    }

    /// The whole lines that `place` touches.
    fn lines_at(&self, place: TextRange) -> TextRange {
        let rope = &self.now.rope;
        let line = |offset: TextSize| rope.byte_to_line(usize::from(offset).min(rope.len_bytes()));
        let (first, last) = (line(place.start()), line(place.end()));
        range(rope.line_to_byte(first), rope.line_to_byte((last + 1).min(rope.len_lines())))
    }
}
