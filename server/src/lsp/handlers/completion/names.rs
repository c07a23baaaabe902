//! Names that the document knows: the committee, those who take part, the parties that voted.

use rules::text::trim;
use serde_json::Value;
use tower_lsp::ls_types::CompletionItemKind;

use super::{Cursor, Offer};

/// Names that go on from the capital letter before the cursor.
pub(super) fn offers(cursor: &Cursor<'_>) -> Vec<Offer> {
    let place = cursor.word();
    let snapshot = cursor.snapshot;
    let typed = &snapshot.text()[place];
    if !typed.starts_with(char::is_uppercase) || place.start() < cursor.line {
        return Vec::new();
    }
    let text = snapshot.text();
    let head = snapshot.document.minutes().head();
    let people = head.participants.iter().chain(&head.absent).flat_map(|&line| text[line].split([',', ';']));
    let people = people.map(|name| trim(name.split('(').next().unwrap_or(name)));
    let bodies = head.committee.map(|place| &text[place]).into_iter();
    let mut names: Vec<&str> = bodies.chain(people).collect();
    for placed in snapshot.document.minutes().items() {
        for (_, decision) in placed.item.decisions() {
            names.extend(decision.body.map(|body| &text[body + placed.start]));
        }
    }
    names.retain(|name| name.starts_with(typed) && *name != typed);
    names.sort_unstable();
    names.dedup();
    let offer = |name: &str| Offer {
        label: name.to_owned(),
        detail: String::new(),
        text: name.to_owned(),
        place,
        kind: CompletionItemKind::CONSTANT,
        more: Value::Null,
    };
    names.into_iter().map(offer).collect()
}
