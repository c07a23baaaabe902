//! In a document with nothing in it: the skeleton of an agenda or of minutes, in the style of the house.

use rules::house::House;
use rules::minutes::Stage;
use rules::text::trim;
use serde_json::Value;
use tower_lsp::ls_types::CompletionItemKind;
use workbench::draft::{Meeting, skeleton, style_title, template};
use workbench::lang::Lang;

use super::{Cursor, Offer};

/// A skeleton of each stage in the style that is set, or in every style where none is.
pub(super) fn offers(cursor: &Cursor<'_>) -> Vec<Offer> {
    let snapshot = cursor.snapshot;
    let typed = &snapshot.text()[cursor.words()];
    if !snapshot.may_be_begun() || trim(snapshot.text()) != trim(typed) {
        return Vec::new();
    }
    let engine = snapshot.document.engine();
    let houses: Vec<&House> = match &engine.house {
        Some(house) => vec![house],
        None => engine.houses.iter().map(AsRef::as_ref).collect(),
    };
    let lang = snapshot.session.lang;
    let (agenda, minutes) = (lang.pick("Dagsorden", "Agenda"), lang.pick("Referat", "Minutes"));
    let stages = [(Stage::Agenda, agenda), (Stage::Minutes, minutes)];
    let stages = stages.into_iter().filter(|(stage, _)| engine.stage.is_none_or(|asked| asked == *stage));
    let all = stages.flat_map(|stage| houses.iter().map(move |house| (*house, stage)));
    // Emacs writes what all offers begin with, "Dagsorden: ", and asks again.
    let typed = typed.to_lowercase();
    let fitting = all.filter(|(house, stage)| label(house, *stage, lang).to_lowercase().starts_with(&typed));
    fitting.map(|(house, stage)| offer(cursor, house, stage)).collect()
}

fn label(house: &House, (_, word): (Stage, &str), lang: Lang) -> String {
    format!("{word}: {}", style_title(house, lang))
}

fn offer(cursor: &Cursor<'_>, house: &House, (stage, word): (Stage, &str)) -> Offer {
    let meeting = Meeting { first: 1, ..Meeting::default() };
    let text = match cursor.snapshot.session.client.snippets {
        true => template(house, stage, &meeting),
        false => skeleton(house, stage, &meeting),
    };
    Offer {
        label: label(house, (stage, word), cursor.snapshot.session.lang),
        detail: String::new(),
        text: text.replace('\n', cursor.snapshot.line_end()),
        place: cursor.words(),
        // Snippets are left out where an editor is set to offer none in prose, and this is a whole document.
        kind: CompletionItemKind::FILE,
        more: Value::Null,
    }
}
