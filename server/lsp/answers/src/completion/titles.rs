//! After the number of the next item: the titles that most meetings have, and this one has not yet.

use rules::house::usual_titles;
use rules::text::{TextRange, is_space};
use serde_json::Value;
use tower_lsp::ls_types::CompletionItemKind;

use rules::minutes::{Content, Placed, Section, Stage};
use snapshot::structure::line_start;

use super::{Cursor, MEANT, Offer, goes_on};

/// The titles that go on from what is typed.
pub(super) fn offers(cursor: &Cursor<'_>) -> Vec<Offer> {
    let document = &cursor.snapshot.document;
    let above = |placed: &Placed<'_>| placed.item.heading.start() + placed.start < cursor.line;
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

/// The beginning of the next item, in the form of the one above: "## 4. ". Below the last item, or where its heading is begun.
pub(super) fn next_item(cursor: &Cursor<'_>) -> Option<Offer> {
    let document = &cursor.snapshot.document;
    let text = document.text();
    let is_above = |placed: &Placed<'_>| placed.item.heading.start() + placed.start < cursor.line;
    let former = document.minutes().items().take_while(is_above).last()?;
    let next = former.item.number?.0.checked_add(1)?;
    let mut numbers = document.minutes().items().filter_map(|placed| placed.item.number);
    let begins = numbered(text, former, next)?;
    let typed = cursor.typed.trim_end_matches(is_space);
    let is_begun = begins.starts_with(cursor.typed) && begins.trim_end_matches(is_space) != typed;
    // One letter or two begin any word.
    let letters = typed.chars().filter(|c| c.is_alphabetic()).count();
    let is_meant = letters == 0 || letters >= MEANT || typed.starts_with('#');
    // Right below its text the text of the item goes on, and below an unfinished list its next entry.
    let apart = typed.starts_with('#') || cursor.stands_apart() && cursor.line_above().is_some();
    let is_due = is_meant && apart && (!typed.is_empty() || ends(cursor, former));
    if !is_begun || !is_due || numbers.any(|(number, _)| number == next) {
        return None;
    }
    let closes = if begins.contains("**") { "$0**" } else { "" };
    Some(Offer {
        label: begins.trim_end_matches(is_space).to_owned(),
        detail: cursor.snapshot.session.lang.pick("nyt punkt", "new item").to_owned(),
        text: format!("{begins}{closes}"),
        place: TextRange::new(cursor.line, cursor.at),
        kind: CompletionItemKind::KEYWORD,
        more: Value::Null,
    })
}

/// Has the item come to its end: does it have a decision, or in an agenda at least text under its heading, and leads nothing to more?
fn ends(cursor: &Cursor<'_>, placed: Placed<'_>) -> bool {
    let text = cursor.snapshot.text();
    let below = TextRange::new(placed.item.heading.end() + placed.start, placed.range().end());
    let words = text[below].trim();
    let is_empty = |section: &Section| text[section.body + placed.start].trim().is_empty();
    let is_agenda = cursor.snapshot.document.context().stage == Stage::Agenda;
    !words.is_empty()
        && !words.ends_with([',', ':', ';'])
        && placed.item.sections.last().is_none_or(|last| !is_empty(last))
        && (is_agenda || placed.item.sections.is_empty() || decides(placed))
}

/// Is something decided in the item?
fn decides(placed: Placed<'_>) -> bool {
    placed.item.sections.iter().any(|section| matches!(section.content, Content::Decision(_)))
}

/// Is the next item the likeliest to follow: is its heading begun, or the one above decided?
pub(super) fn is_next_due(cursor: &Cursor<'_>) -> bool {
    !cursor.typed.trim().is_empty() || cursor.item.is_some_and(decides)
}

/// The heading of `placed` up to its title, with the number `next`.
fn numbered(text: &str, placed: Placed<'_>, next: u32) -> Option<String> {
    let (number, digits) = placed.item.number?;
    let (title, digits) = (placed.item.title? + placed.start, digits + placed.start);
    let start = line_start(text, digits.start());
    let lead = text.get(start.into()..title.start().into())?;
    let is_plain =
        lead.chars().filter(|c| c.is_alphanumeric()).count() <= LONGEST && !lead.contains(['\n', '\r']);
    let written = number.to_string();
    (is_plain && lead.matches(&written).count() == 1).then(|| lead.replace(&written, &next.to_string()))
}

/// "Dagsordenspunkt 12" has no more letters and digits.
const LONGEST: usize = 18;

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
