//! After the number of the next item: the titles that most meetings have, and this one has not yet.

use rules::house::usual_titles;
use rules::text::{TextRange, is_space};
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
    // Right under an entry of a list goes its next one.
    let above = cursor.line_above().filter(|line| !text[*line].trim().is_empty());
    let heads = |line: TextRange| {
        let mut headings = document.minutes().items().map(|placed| placed.item.heading + placed.start);
        headings.any(|heading| heading.intersect(line).is_some())
    };
    if above.is_some_and(|line| !heads(line)) {
        return Vec::new();
    }
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

/// The number in "3. Ev", "## 3. Ev", "3) Ev" or "Punkt 3: Ev".
fn number(typed: &str) -> Option<u32> {
    let words = typed.trim_start_matches(|c| is_space(c) || c == '#');
    let named = ["Punkt ", "Pkt. "].iter().find_map(|word| words.strip_prefix(word));
    let words = named.unwrap_or(words);
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = words.split_at(digits);
    let signs: &[&str] = if named.is_some() { &[":", ".", " –", " -"] } else { &[".", ")"] };
    let rest = signs.iter().find_map(|sign| rest.strip_prefix(sign))?;
    rest.starts_with(is_space).then(|| number.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn the_number_of_an_item_stands_before_its_title() {
        for typed in ["3. Ev", "## 3. Ev", "3) ", "## Punkt 3: ", "Punkt 3 – Ev", "Pkt. 3. Ev"] {
            assert_eq!(number(typed), Some(3), "{typed}");
        }
        for typed in ["3", "3.", "3 Ev", "Bilag 3: ", "3: Ev"] {
            assert_eq!(number(typed), None, "{typed}");
        }
    }
}
