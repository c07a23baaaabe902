//! In a comment that suppresses something: the names of the rules.

use rules::text::{TextRange, TextSize, is_space};
use serde_json::Value;
use tower_lsp::ls_types::CompletionItemKind;
use workbench::findings::is_markdown;
use workbench::outside::all_rules;

use super::{Cursor, Offer};

/// The rules whose names go on from what is typed behind "<!-- referent: ignore", but for those that stand there.
pub(super) fn offers(cursor: &Cursor<'_>) -> Vec<Offer> {
    let snapshot = cursor.snapshot;
    let Some(named) = named(cursor.typed).filter(|_| is_markdown(&snapshot.project.name)) else {
        return Vec::new();
    };
    let typed = named.rsplit([' ', ',', '\u{a0}']).next().unwrap_or_default();
    let place = TextRange::new(cursor.at - TextSize::of(typed), cursor.at);
    let there: Vec<&str> = named[..named.len() - typed.len()].split([',', ' ']).collect();
    // A rule is known by its own word as well: "weekday" of "dates/weekday".
    let fits = |name: &str| name.starts_with(typed) || name.split('/').any(|part| part.starts_with(typed));
    let mut rules = all_rules();
    rules.retain(|rule| fits(rule.name) && !there.contains(&rule.name));
    let offer = |rule: &rules::lint::Rule| Offer {
        label: rule.name.to_owned(),
        detail: snapshot.session.lang.text(rule.summary).to_owned(),
        text: rule.name.to_owned(),
        place,
        kind: CompletionItemKind::REFERENCE,
        more: Value::Null,
    };
    rules.into_iter().map(offer).collect()
}

/// What stands behind the order of a comment, before its reason.
fn named(line: &str) -> Option<&str> {
    let (_, comment) = line.rsplit_once("<!--")?;
    let order = comment.trim_start_matches(is_space).strip_prefix("referent:")?.trim_start_matches(is_space);
    let rest = ["ignore-file", "ignore-item", "ignore"].iter().find_map(|word| order.strip_prefix(word))?;
    let names = rest.trim_start_matches(is_space);
    let is_open = names.len() < rest.len() && !comment.contains("-->");
    (is_open && !names.contains(['–', '—']) && !names.contains(" - ")).then_some(names)
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn rules_stand_between_the_order_and_the_reason() {
        assert_eq!(named("<!-- referent: ignore "), Some(""));
        assert_eq!(named("a <!-- referent: ignore-file dates/weekday, pr"), Some("dates/weekday, pr"));
        for line in [
            "<!-- referent: ignore",
            "<!-- referent: ignore a – b",
            "<!-- TODO ",
            "<!-- referent: ignore a --> b",
        ] {
            assert_eq!(named(line), None, "{line}");
        }
    }
}
