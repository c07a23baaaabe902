//! What the documents of the open folders show together, where the settings ask for it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use files::{Stamp, stamp};
use rules::document::{Document, Engine};
use rules::folder::{FolderFinding, Sheet, compare};
use rules::lint::Settings;
use snapshot::document::Snapshot;
use snapshot::{kind, uri};
use workbench::guard::guarded;

use crate::events::{Together, Workspace};

/// The sheets of the files that were read before.
#[derive(Debug, Default)]
pub(crate) struct Sheets(Mutex<HashMap<PathBuf, Read>>);

/// A file as it was when it was read, and its sheet; none where it is no minutes.
type Read = (Option<Stamp>, Option<Sheet>);

/// The findings by file; and those of the open documents, which may be none.
pub(crate) fn findings(
    workspace: &Workspace,
    files: &[PathBuf],
    sheets: &Sheets,
) -> (HashMap<PathBuf, Vec<FolderFinding>>, Together) {
    let open: HashMap<PathBuf, &Snapshot> =
        workspace.open.iter().filter_map(|open| Some((uri::path(&open.uri)?, open))).collect();
    let mut read: Vec<(&PathBuf, Sheet)> = Vec::new();
    for file in files {
        let sheet = match open.get(file) {
            Some(snapshot) => asks(&snapshot.project.filter.engine).then(|| Sheet::of(&snapshot.document)),
            None => sheets.of(workspace, file),
        };
        read.extend(sheet.map(|sheet| (file, sheet)));
    }
    let (names, read): (Vec<&PathBuf>, Vec<Sheet>) = read.into_iter().unzip();
    let mut found: HashMap<PathBuf, Vec<FolderFinding>> = HashMap::new();
    for finding in compare(&read) {
        found.entry(names[finding.sheet].clone()).or_default().push(finding);
    }
    let own = |(file, open): (&PathBuf, &&Snapshot)| {
        (open.uri.clone(), open.epoch, found.get(file).cloned().unwrap_or_default())
    };
    let together = open.iter().map(own).collect();
    (found, together)
}

/// Is a rule of folders among those that `engine` runs?
fn asks(engine: &Engine) -> bool {
    engine.settings.rules.iter().any(|(rule, _)| rule.group() == "folder")
}

impl Sheets {
    /// The sheet of `file`, read again only when it has changed; none where nobody asks for it, or it is no minutes.
    fn of(&self, workspace: &Workspace, file: &Path) -> Option<Sheet> {
        let engine = workspace.projects.engine(file);
        if !asks(&engine) {
            return None;
        }
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let now = stamp(file);
        if let Some((then, sheet)) = known.get(file)
            && *then == now
        {
            return sheet.clone();
        }
        let sheet = guarded(|| {
            let source = files::read(file, "", workspace.projects.resolver().limits(file)).ok()?;
            let reading = Engine { settings: Settings::new(Vec::new()), ..(*engine).clone() };
            let document = Document::new(Arc::new(reading), source.text);
            let is_minutes = kind::is_named(file) || kind::reads_like_minutes(&document);
            is_minutes.then(|| Sheet::of(&document))
        });
        let sheet = sheet.ok().flatten();
        known.insert(file.to_owned(), (now, sheet.clone()));
        sheet
    }
}
