//! After the number of the next item: the titles that most meetings have, and this one has not yet.

use rules::house::usual_titles;
use rules::text::is_space;
use serde_json::Value;
use tower_lsp::ls_types::CompletionItemKind;

use super::{Cursor, Offer, goes_on};

/// The titles that go on from what is typed.
pub(super) fn offers(cursor: &Cursor<'_>) -> Vec<Offer> {
    let document = &cursor.snapshot.document;
    let above =
        |placed: &rules::minutes::Placed<'_>| placed.item.heading.start() + placed.start < cursor.line;
    let former = document.minutes().items().take_while(above).last();
    let next = former.and_then(|placed| placed.item.number).map_or(1, |(number, _)| number.saturating_add(1));
    if number(cursor.typed) != Some(next) {
        return Vec::new();
    }
    let text = document.text();
    let titles = document
        .minutes()
        .items()
        .filter_map(|placed| Some(text[placed.item.title? + placed.start].to_lowercase()));
    let there: Vec<String> = titles.collect();
    let typed = text[cursor.words()].to_lowercase();
    let wanted = |title: &&String| goes_on(title, &typed) && !there.contains(&title.to_lowercase());
    let offer = |title: &String| Offer {
        label: title.clone(),
        detail: String::new(),
        text: title.clone(),
        place: cursor.words(),
        kind: CompletionItemKind::TEXT,
        more: Value::Null,
    };
    usual_titles().iter().filter(wanted).map(offer).collect()
}

/// The number in "3. Ev" or "## 3. Ev".
fn number(typed: &str) -> Option<u32> {
    let (number, rest) = typed.trim_start_matches(|c| is_space(c) || c == '#').split_once('.')?;
    rest.starts_with(is_space).then(|| number.parse().ok())?
}
