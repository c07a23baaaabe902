//! An open document: its text as the editor has it, and the same text understood.
//!
//! The rope answers where a position lies and is copied for a request in no time; `rules::Document` holds what the text
//! means. An edit is made in both. A request gets a [`Snapshot`]; while one is in use, the next edit copies what it
//! changes, and else nothing is copied.

mod open;

use std::sync::{Arc, OnceLock};
use std::time::Instant;

use ropey::Rope;
use rules::document::{Document, Engine};
use rules::lint::Diagnostic;
use rules::privacy::Shown;
use rules::syntax::Ranks;
use rules::text::{TextRange, TextSize};
use tower_lsp::ls_types::{DidChangeTextDocumentParams, Position, Range, Uri};
use workbench::findings::Encoding as Stored;
use workbench::named::Named;
use workbench::survive::{self, EVERYTHING, Survived};

use super::answered;
use super::changes::{edit_of, replace};
use super::kept::Kept;
use super::kind;
use super::outcomes::Decided;
use super::piece::Piece;
use super::position::{self, Encoding};
use super::projects::Project;
use super::session::Session;
use super::typing::Typing;

/// A document at one moment; nothing in it ever changes.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// Its address.
    pub uri: Uri,
    /// The client's version; `None` when the text comes from the disk.
    pub version: Option<i32>,
    /// Ours: no two states of a session share one.
    pub epoch: u64,
    /// The text.
    pub rope: Rope,
    /// The text, understood.
    pub document: Arc<Document>,
    /// What is being written; what is found there is not told yet.
    pub typing: Option<Typing>,
    /// What it is linted with and held against.
    pub project: Arc<Project>,
    /// What was found when it was last opened or saved, while it is too long to be linted at every edit.
    kept: Option<Findings>,
    /// What was found in this state of it.
    found: Arc<Found>,
    /// What its decisions come to.
    pub decided: Decided,
    /// The outline of its items, as it goes on the wire.
    pub outlined: Kept<Piece>,
    /// With whom we talk.
    pub session: Arc<Session>,
}

/// Findings that the document holds too.
pub type Findings = Arc<Vec<Arc<Diagnostic>>>;

/// What a state of a document holds, made when it is first asked for: who types, and who looks, asks many times.
#[derive(Debug, Default)]
struct Found {
    /// Each place of a habit by itself.
    each: OnceLock<Vec<Named>>,
    /// Every habit told once.
    gathered: OnceLock<Findings>,
    missed: OnceLock<Vec<TextRange>>,
    /// Does it read like minutes?
    reads: OnceLock<bool>,
}

/// A document that the editor has open.
#[derive(Debug)]
pub struct Open {
    /// As it is now.
    pub now: Snapshot,
    /// What the client calls its language.
    pub language: String,
    /// How the bytes of its file are to be read.
    pub stored: Stored,
    /// When it was last typed in; `None` once what is missing there is told.
    pub typed: Option<Instant>,
    /// Is something to be told that was not told yet?
    pub untold: bool,
    /// What was last pushed.
    pub told: Option<Pushed>,
    /// Rules that gave up on this text and were left out.
    pub faults: Vec<&'static str>,
}

/// Findings that a client was sent.
#[derive(Clone, Copy, Debug)]
pub struct Pushed {
    /// The version that they are those of.
    pub version: Option<i32>,
    /// A hash of them.
    pub hash: u64,
    /// Has the client surely taken them? One that was already a letter further may have dropped them for their version.
    pub taken: bool,
}

/// Up to here a line is counted through faster than the rope is asked; an outline asks tens of thousands of times.
const LONG_LINE: TextSize = TextSize::new(2000);

impl Snapshot {
    /// Reads and lints `text`.
    pub fn new(uri: Uri, text: String, project: Arc<Project>, session: Arc<Session>) -> Self {
        let rope = Rope::from_str(&text);
        let is_long = text.len() > session.settings.longest;
        let (document, _) = survived(&project.filter.engine, text, &rope);
        let (document, kept) = if is_long { set_aside(&project, document) } else { (document, None) };
        let (document, found) = (Arc::new(document), Arc::default());
        let (decided, outlined) = Default::default();
        Self {
            uri,
            version: None,
            epoch: 0,
            rope,
            document,
            typing: None,
            project,
            kept,
            found,
            decided,
            outlined,
            session,
        }
    }

    /// Is the text too long to be linted at every edit?
    pub fn is_long(&self) -> bool {
        self.rope.len_bytes() > self.session.settings.longest
    }

    /// Is nothing to be told of it: do the settings leave it out, or is it a text of another kind that an editor sends?
    pub fn is_left_alone(&self) -> bool {
        self.project.excluded || self.is_of_another_kind()
    }

    /// May minutes be begun in it, although it does not read like any yet?
    pub fn may_be_begun(&self) -> bool {
        !self.project.excluded && !self.project.tells_of_files
    }

    /// Is it a text of another kind that an editor sends, so that others answer what is asked about it?
    pub fn is_of_another_kind(&self) -> bool {
        let reads = || *self.found.reads.get_or_init(|| kind::reads_like_minutes(&self.document));
        self.project.tells_of_files || self.project.by_content && !reads()
    }

    /// The findings that count.
    pub fn findings(&self) -> Findings {
        if self.is_left_alone() {
            return Arc::default();
        }
        if let Some(kept) = &self.kept {
            return kept.clone();
        }
        let gathered = || Arc::new(self.project.filter.gathered(self.fresh()));
        self.found.gathered.get_or_init(gathered).clone()
    }

    /// The same without those that `wait`, which are not counted among the places of a habit either.
    pub fn findings_without(&self, wait: &dyn Fn(&Diagnostic) -> bool) -> Findings {
        if let Some(kept) = self.kept.as_ref().filter(|_| !self.is_left_alone()) {
            return Arc::new(kept.iter().filter(|found| !wait(found)).cloned().collect());
        }
        if self.is_left_alone() || self.found.gathered.get().is_some() && !self.has_any(wait) {
            return self.findings();
        }
        // A copy of every finding costs more than all else at a key, so there is one, and what it gives is kept.
        let mut told = self.fresh();
        let n_found = told.len();
        told.retain(|named| !wait(&named.diagnostic));
        let waits = told.len() < n_found;
        let gathered = Arc::new(self.project.filter.gathered(told));
        if !waits {
            let _ = self.found.gathered.set(gathered.clone());
        }
        gathered
    }

    /// Is there a finding that is `wanted`?
    pub fn has_any(&self, wanted: &dyn Fn(&Diagnostic) -> bool) -> bool {
        match &self.kept {
            _ if self.is_left_alone() => false,
            Some(kept) => kept.iter().any(|found| wanted(found)),
            None => self.each().iter().any(|named| wanted(&named.diagnostic)),
        }
    }

    /// How many findings are `wanted`, each place of a habit by itself?
    pub(crate) fn count(&self, wanted: &dyn Fn(&Diagnostic) -> bool) -> usize {
        match &self.kept {
            _ if self.is_left_alone() => 0,
            Some(kept) => kept.iter().filter(|found| wanted(found)).count(),
            None => self.each().iter().filter(|named| wanted(&named.diagnostic)).count(),
        }
    }

    fn each(&self) -> &[Named] {
        self.found.each.get_or_init(|| self.fresh())
    }

    fn fresh(&self) -> Vec<Named> {
        self.project.filter.each(&self.document, &self.project.name)
    }

    /// The at-points that are not decided.
    pub fn missed(&self) -> &[TextRange] {
        self.found.missed.get_or_init(|| answered::missed(&self.document))
    }

    /// The rules that were left out although they are switched on, because they gave up on the text.
    pub fn left_out(&self) -> Vec<&'static str> {
        if self.is_long() {
            return Vec::new();
        }
        let ran = &self.document.engine().settings.rules;
        if ran.is_empty() && self.project.filter.engine.settings.rules.len() > 1 {
            return vec![EVERYTHING];
        }
        let missing = self.project.filter.engine.settings.rules.iter().filter(|rule| !ran.contains(rule));
        missing.map(|(rule, _)| rule.name).collect()
    }

    /// The text.
    pub fn text(&self) -> &str {
        self.document.text()
    }

    /// The text at `range` as it may be shown.
    pub fn shown(&self, range: TextRange) -> Shown {
        self.document.mask(&[]).excerpt(range)
    }

    /// The position of `offset`.
    pub fn position(&self, offset: TextSize) -> Position {
        let (lines, encoding) = (self.document.lines(), self.session.encoding);
        let line = lines.line_of(offset);
        if offset - lines.start_of(line).min(offset) > LONG_LINE {
            return position::position(&self.rope, encoding, offset.into());
        }
        let place = lines.position(self.text(), offset, encoding.unit());
        Position::new(place.line, place.col)
    }

    /// The range between two positions that `range` covers.
    pub fn range(&self, range: TextRange) -> Range {
        Range::new(self.position(range.start()), self.position(range.end()))
    }

    /// The offset of `position`.
    pub fn offset(&self, position: Position) -> TextSize {
        let offset = position::offset(&self.rope, self.session.encoding, position);
        TextSize::new(u32::try_from(offset).unwrap_or(u32::MAX))
    }

    /// The bytes of `range`.
    pub fn text_range(&self, range: Range) -> TextRange {
        position::text_range(&self.rope, self.session.encoding, range)
    }

    /// The line end that the document uses: that of its first line.
    pub fn line_end(&self) -> &'static str {
        let text = self.text();
        match text.find(['\n', '\r']) {
            Some(at) if text[at..].starts_with("\r\n") => "\r\n",
            Some(at) if text[at..].starts_with('\r') => "\r",
            _ => "\n",
        }
    }
}

/// A file of settings that the editor has open: it counts before the one on the disk.
#[derive(Debug)]
pub struct SettingsFile {
    /// The client's version.
    pub version: i32,
    /// The text.
    pub rope: Rope,
}

impl SettingsFile {
    /// Follows what was typed.
    pub fn change(&mut self, params: DidChangeTextDocumentParams, encoding: Encoding) {
        self.version = params.text_document.version;
        for change in params.content_changes {
            let edit = edit_of(&self.rope, encoding, change);
            replace(&mut self.rope, &edit);
        }
    }
}

/// What was found in a `document` that is too long to be linted at every edit, and the document as it is followed from
/// then on. The text is not read twice for it.
fn set_aside(project: &Project, document: Document) -> (Document, Option<Findings>) {
    let found = project.filter.findings(&document, &project.name);
    (document.without_rules(), Some(Arc::new(found)))
}

/// Reads and lints `text`, which `rope` has too. Should the reading itself give up, the editor still has its text and the
/// server stays up.
fn survived(engine: &Arc<Engine>, text: String, rope: &Rope) -> Survived {
    let nothing = |_| (Document::new(Arc::new(engine.without_rules()), String::new()), Vec::new());
    survive::read(engine, text, Ranks::default(), || String::from(rope)).unwrap_or_else(nothing)
}
