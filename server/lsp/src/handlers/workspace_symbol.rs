//! Items of all meetings by their words: "fleksjob" finds every time it was on the agenda.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use answers::symbols::item_name;
use files::{Stamp, stamp};
use ropey::Rope;
use rules::danish::date::write_long;
use rules::minutes::Minutes;
use rules::privacy::{Mask, Secrets, Shown, shown};
use rules::syntax::Vocabulary;
use rules::text::{TextRange, range};
use snapshot::position::{Encoding, position};
use snapshot::uri;
use tower_lsp::ls_types::{Location, Range, SymbolInformation, SymbolKind, Uri, WorkspaceSymbolResponse};
use workbench::limits::Limits;

use super::workspace;
use crate::client::ClientNotifier;
use crate::events::Workspace;

/// No list of this length is read to its end.
const MOST_SYMBOLS: usize = 500;

/// The items of the files that were read before.
#[derive(Debug, Default)]
pub(crate) struct Index(Mutex<HashMap<PathBuf, Read>>);

/// A file as it was when it was read, and its items.
type Read = (Option<Stamp>, Vec<Entry>);

/// An item of a meeting.
#[derive(Clone, Debug)]
struct Entry {
    name: Shown,
    /// Committee and date.
    meeting: Shown,
    range: Range,
}

/// Answers with the items whose title or meeting holds every word of `query`.
pub(crate) fn symbols(
    workspace: &Workspace,
    index: &Index,
    query: &str,
    notifier: &ClientNotifier,
) -> WorkspaceSymbolResponse {
    let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    let fits = |entry: &Entry| {
        let all = format!("{} {}", entry.name, entry.meeting).to_lowercase();
        words.iter().all(|word| all.contains(word.as_str()))
    };
    let encoding = workspace.session.encoding;
    let mut found = Vec::new();
    for snapshot in &workspace.open {
        for entry in entries(snapshot.text(), snapshot.document.minutes(), &snapshot.rope, encoding) {
            found.extend(fits(&entry).then(|| symbol(snapshot.uri.clone(), entry)));
        }
    }
    let is_open =
        |uri: &Uri| workspace.open.iter().any(|snapshot| uri::path(&snapshot.uri) == uri::path(uri));
    for file in workspace::minutes(workspace, notifier) {
        let Some(uri) = Uri::from_file_path(&file).filter(|uri| !is_open(uri)) else { continue };
        if found.len() < MOST_SYMBOLS {
            let engine = workspace.projects.engine(&file);
            let entries = index.entries(file, engine.houses.vocabulary(), encoding);
            found.extend(entries.into_iter().filter(fits).map(|entry| symbol(uri.clone(), entry)));
        }
    }
    found.truncate(MOST_SYMBOLS);
    found.into()
}

impl Index {
    /// The items of `file`, read again only when it has changed.
    fn entries(&self, file: PathBuf, vocabulary: &Vocabulary, encoding: Encoding) -> Vec<Entry> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let now = stamp(&file);
        if let Some((then, entries)) = known.get(&file)
            && *then == now
        {
            return entries.clone();
        }
        let text = files::read(&file, "", Limits::default()).map(|source| source.text).unwrap_or_default();
        let minutes = Minutes::new(&text, vocabulary);
        let entries = entries(&text, &minutes, &Rope::from_str(&text), encoding);
        known.insert(file, (now, entries.clone()));
        entries
    }
}

fn entries(text: &str, minutes: &Minutes, rope: &Rope, encoding: Encoding) -> Vec<Entry> {
    let head = minutes.head();
    let secrets = Secrets::in_document(text);
    let mask = Mask::by_form(text, &secrets);
    let committee = head.committee.map(|place| mask.excerpt(place)).unwrap_or_default();
    let date = head.date.and_then(|(_, date)| date).map(write_long).unwrap_or_default();
    let meeting = shown(format!("{committee} {date}").trim());
    let place = |place: TextRange| {
        let at = |offset: usize| position(rope, encoding, offset);
        Range::new(at(place.start().into()), at(place.end().into()))
    };
    let mut found = Vec::new();
    if !meeting.is_empty() {
        let range = place(head.committee.unwrap_or(range(0, 0)));
        found.push(Entry { name: meeting.clone(), meeting: Shown::default(), range });
    }
    for placed in minutes.items() {
        let name = item_name(text, &mask, placed.item, placed.start);
        let range = place(placed.item.heading + placed.start);
        found.push(Entry { name, meeting: meeting.clone(), range });
    }
    found
}

fn symbol(uri: Uri, entry: Entry) -> SymbolInformation {
    #[expect(deprecated, reason = "the struct cannot be made without its deprecated field")]
    SymbolInformation {
        name: entry.name.into(),
        kind: if entry.meeting.is_empty() { SymbolKind::MODULE } else { SymbolKind::CLASS },
        tags: None,
        deprecated: None,
        location: Location::new(uri, entry.range),
        container_name: Some(entry.meeting.into()).filter(|meeting: &String| !meeting.is_empty()),
    }
}
