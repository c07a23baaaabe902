//! What the minutes changed in what the agenda recommends, from either of the two.

use std::path::Path;
use std::sync::Arc;

use rules::compare::Comparison;
use rules::document::{Document, Engine};
use rules::lint::Settings;
use rules::minutes::Stage;
use rules::privacy::shown;
use serde::Deserialize;
use serde_json::{Value, json};
use snapshot::document::Snapshot;
use snapshot::uri;
use tower_lsp::ls_types::Uri;
use workbench::compared::{self, Compared};

use super::partner;
use crate::events::Workspace;

/// What is to be compared.
#[derive(Debug, Deserialize)]
pub(super) struct Wanted {
    /// A document that is open: the agenda or the minutes.
    pub(super) uri: Uri,
    /// The other one; the one beside it that belongs to it when this is left out.
    with: Option<Uri>,
}

/// Compares the document of `snapshot` with the other one.
///
/// # Errors
/// There is no other one, or it cannot be read.
pub(super) fn compare(workspace: &Workspace, snapshot: &Snapshot, wanted: &Wanted) -> Result<Value, String> {
    let lang = snapshot.session.lang;
    let is_agenda = snapshot.document.context().stage == Stage::Agenda;
    let partner =
        if is_agenda { partner::minutes_of(&snapshot.uri) } else { partner::agenda_of(&snapshot.uri) };
    let is_itself = |other: &Uri| *other == snapshot.uri || uri::path(other) == uri::path(&snapshot.uri);
    let other = wanted.with.clone().or(partner).ok_or_else(|| {
        let (danish, english) = match is_agenda {
            true => ("der ligger intet referat ved siden af dagsordenen", "no minutes lie beside the agenda"),
            false => {
                ("der ligger ingen dagsorden ved siden af referatet", "no agenda lies beside the minutes")
            }
        };
        lang.pick(danish, english).to_owned()
    })?;
    if is_itself(&other) {
        let why =
            ("et dokument kan ikke sammenlignes med sig selv", "a document cannot be compared with itself");
        return Err(lang.pick(why.0, why.1).to_owned());
    }
    let other_text = text_of(workspace, &other, snapshot)?;
    let here = (&snapshot.uri, snapshot.text().to_owned());
    let there = (&other, other_text);
    let (agenda, minutes) = if is_agenda { (here, there) } else { (there, here) };
    let read = |text: String, stage| {
        let engine = (**snapshot.document.engine()).clone();
        Document::new(
            Arc::new(Engine { settings: Settings::new(Vec::new()), stage: Some(stage), ..engine }),
            text,
        )
    };
    let names = (name(agenda.0), name(minutes.0));
    let comparison = Comparison::new(&read(agenda.1, Stage::Agenda), &read(minutes.1, Stage::Minutes));
    let compared = Compared { agenda: &names.0, minutes: &names.1, comparison: &comparison };
    Ok(json!({
        "text": String::from(shown(&compared::text(&compared, lang))),
        "changed": comparison.changes_recommendation(),
        "agenda": agenda.0,
        "minutes": minutes.0,
    }))
}

/// The text of the document at `uri`, as the editor has it where it is open.
fn text_of(workspace: &Workspace, uri: &Uri, beside: &Snapshot) -> Result<String, String> {
    let open = |snapshot: &&Snapshot| snapshot.uri == *uri || uri::path(&snapshot.uri) == uri::path(uri);
    if let Some(snapshot) = workspace.open.iter().find(open) {
        return Ok(snapshot.text().to_owned());
    }
    let lang = beside.session.lang;
    let name = name(uri);
    let missing = || lang.pick(format!("{name} er her ikke"), format!("{name} is not here"));
    let path = uri::path(uri).ok_or_else(missing)?;
    // A client may name any file; what lies elsewhere on the disk is nobody's agenda.
    let (place, here) = (files::true_path(&path), uri::path(&beside.uri).map(|here| files::true_path(&here)));
    let is_beside =
        here.as_deref().and_then(Path::parent).is_some_and(|folder| place.parent() == Some(folder));
    if !is_beside && !beside.project.rooms.have(&place) {
        return Err(lang.pick(
            format!("{name} ligger hverken ved siden af dokumentet eller i en åben mappe"),
            format!("{name} lies neither beside the document nor in an open folder"),
        ));
    }
    let limits = workspace.projects.resolver().limits(&path);
    match files::read(&path, &name, limits) {
        Ok(source) => Ok(source.text),
        Err(problem) => Err(problem.text(lang).to_owned()),
    }
}

/// The name of the file at `uri`.
fn name(uri: &Uri) -> String {
    let path = uri::path(uri);
    path.and_then(|path| Some(path.file_name()?.to_string_lossy().into_owned()))
        .unwrap_or_else(|| uri.to_string())
}
