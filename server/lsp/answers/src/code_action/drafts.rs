//! Where a document begins: a skeleton for an empty one, and minutes made of an agenda.

use rules::minutes::Stage;
use rules::text::edit::Edit;
use rules::text::{TextRange, trim};
use serde_json::json;
use snapshot::document::Snapshot;
use tower_lsp::ls_types::{CodeAction, CodeActionKind, Command};
use workbench::draft::{Meeting, skeleton, style_title};

use super::Rewrite;
use crate::commands;

/// An agenda and minutes in the style that is set, for a document with nothing in it.
pub(super) fn skeletons(snapshot: &Snapshot) -> Vec<Rewrite> {
    if !trim(snapshot.text()).is_empty() {
        return Vec::new();
    }
    let (engine, lang) = (snapshot.document.engine(), snapshot.session.lang);
    let house = engine.house.as_ref().unwrap_or_else(|| engine.houses.general());
    let meeting = Meeting { first: 1, ..Meeting::default() };
    let titles = [
        (Stage::Agenda, lang.pick("Begynd en dagsorden", "Begin an agenda")),
        (Stage::Minutes, lang.pick("Begynd et referat", "Begin minutes")),
    ];
    let titles = titles.into_iter().filter(|(stage, _)| engine.stage.is_none_or(|asked| asked == *stage));
    let rewrite = |(stage, title): (Stage, &str)| {
        let words = skeleton(house, stage, &meeting).replace('\n', snapshot.line_end());
        Rewrite::new(format!("{title} ({})", style_title(house, lang)), vec![Edit::insert(0.into(), words)])
    };
    titles.map(rewrite).collect()
}

/// Minutes of this agenda, in a file beside it; offered in its head.
pub(super) fn minutes(snapshot: &Snapshot, place: TextRange) -> Option<CodeAction> {
    let document = &snapshot.document;
    let agenda = document.context().stage == Stage::Agenda && document.minutes().items().next().is_some();
    let in_head = place.start() <= document.minutes().head().len;
    if !agenda || !in_head || !snapshot.session.client.applies_edits {
        return None;
    }
    let lang = snapshot.session.lang;
    let title = lang.pick("Skriv referatet af denne dagsorden", "Write the minutes of this agenda");
    let arguments = Some(vec![json!({"uri": snapshot.uri.as_str()})]);
    let command = Command { title: title.to_owned(), command: commands::NEW_MINUTES.to_owned(), arguments };
    Some(CodeAction {
        title: title.to_owned(),
        kind: Some(CodeActionKind::REFACTOR_REWRITE),
        command: Some(command),
        ..CodeAction::default()
    })
}
