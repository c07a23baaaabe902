//! What goes on after a line with a word before its number: "Ad 2." after "Ad 1. Godkendt.", "Bilag 2:" after "Bilag 1: Kort".

use rules::danish::letters::number_of;
use rules::minutes::{Content, Marker};
use rules::text::edit::Edit;
use rules::text::{TextRange, is_space, trim};
use snapshot::document::Snapshot;
use snapshot::{occurrences, structure};

use super::line_at;

/// What stands before the number of the point that a line answers. "Ad hoc-udvalg 1" answers none.
const AD: [&str; 9] =
    ["ad", "ad.", "ad punkt", "ad pkt.", "ad nr.", "ad at-punkt", "punkt", "pkt.", "at-punkt"];

/// What stands between the number and the words of an answer: "Ad 1. Godkendt", "Ad 1 – Godkendt"; behind "Ad" it may be
/// nothing.
fn sign(after: &str, head: &str) -> Option<&'static str> {
    let signs = [".", ":", ")", " –", " -"];
    let written = signs.into_iter().find(|sign| after.starts_with(sign));
    written.or_else(|| (head.starts_with("ad") && after.starts_with(is_space)).then_some(""))
}

/// What goes on after the line `before`, if that answers at-points: the next one, unless it is answered.
pub(super) fn answer(snapshot: &Snapshot, before: TextRange, here: TextRange) -> Option<Vec<Edit>> {
    let text = snapshot.text();
    let line = &text[before];
    let (head, rest) = line.split_at(line.find(|c: char| c.is_ascii_digit())?);
    let (last, end) = numbers(rest)?;
    let marks = |c: char| is_space(c) || matches!(c, '*' | '-' | '•');
    let names = trim(head).trim_start_matches(marks).replace(is_space, " ").to_lowercase();
    let sign = sign(&rest[end..], &names)?;
    let words = &rest[end + sign.len()..];
    // "**Ad 1.** Godkendt."
    let strong = if head.trim_start_matches(is_space).starts_with("**") { "**" } else { "" };
    let words = words.strip_prefix(strong)?;
    if !AD.contains(&names.as_str()) || !(words.is_empty() || words.starts_with(is_space)) {
        return None;
    }
    let (_, placed) = occurrences::item_at(&snapshot.document, before.start())?;
    let inside = before.start() - placed.start;
    let decided =
        placed.item.decisions().filter(|(section, _)| section.body.contains_inclusive(inside)).last()?;
    if trim(words).is_empty() {
        // One that Enter put in below an answer ends them; "Ad 1." alone goes on in the next line.
        let above = structure::line_start(text, before.start());
        let above = text[..above.into()].lines().next_back().unwrap_or_default();
        let answered = above.split_once(|c: char| c.is_ascii_digit()).filter(|(start, _)| *start == head);
        let has_words = answered.is_some_and(|(_, rest)| rest.contains(char::is_alphabetic));
        return has_words.then(|| vec![Edit::delete(before)]);
    }
    let lists = placed.item.recommendations().map(|list| list.names());
    let next = lists.flatten().find(|name| *name > last)?;
    let is_due = !decided.1.named_points().contains(&next) && trim(&text[here]).is_empty();
    is_due.then(|| vec![Edit::replace(here, format!("{head}{next}{sign}{strong} "))])
}

/// "Ad b) " after "Ad a) Godkendt.", while the list has such a point that no line answers.
pub(super) fn lettered_answer(snapshot: &Snapshot, before: TextRange, here: TextRange) -> Option<Vec<Edit>> {
    let text = snapshot.text();
    let line = text[before].trim_start_matches(is_space);
    let rest = line.strip_prefix("Ad ").or_else(|| line.strip_prefix("ad "))?;
    let (letter, rest) = rest.split_at_checked(1)?;
    let sign = rest.chars().next().filter(|sign| ['.', ':', ')'].contains(sign))?;
    let next = letter.bytes().next().filter(u8::is_ascii_lowercase)? + 1;
    let (_, placed) = occurrences::item_at(&snapshot.document, before.start())?;
    let n_lettered = placed.item.points().filter(|point| point.marker == Marker::Letter).count();
    let prefix = &text[before][..text[before].len() - rest.len() - 1];
    let lead = format!("{prefix}{}{sign}", char::from(next));
    if trim(&rest[sign.len_utf8()..]).is_empty() {
        let former = format!("{prefix}{}{sign}", char::from(next - 2));
        return ends_list(text, before, &former);
    }
    let is_due = number_of(next).is_some_and(|number| number as usize <= n_lettered)
        && !text[placed.range()].contains(&format!("\n{lead}"))
        && !trim(&rest[sign.len_utf8()..]).is_empty()
        && trim(&text[here]).is_empty();
    is_due.then(|| vec![Edit::replace(here, lead + " ")])
}

/// The line `before` is empty but for its mark: it is taken away where the line above it begins with `former` and goes on.
fn ends_list(text: &str, before: TextRange, former: &str) -> Option<Vec<Edit>> {
    let start = structure::line_start(text, before.start());
    let above = text[..start.into()].lines().next_back().unwrap_or_default();
    let has_words = above.strip_prefix(former).is_some_and(|words| words.contains(char::is_alphanumeric));
    has_words.then(|| vec![Edit::delete(before)])
}

/// "Bilag 2 - " after "Bilag 1 - Tegning", at the end of the list.
pub(super) fn attachment(snapshot: &Snapshot, before: TextRange, line: u32) -> Option<Vec<Edit>> {
    let (text, here) = (snapshot.text(), line_at(snapshot, line));
    let words = text[before].strip_prefix("Bilag ")?;
    let (number, end) = numbers(words)?;
    let rest = &words[end..];
    let sign = [":", " -", " –", "."].iter().find(|sign| rest.starts_with(**sign))?;
    let (_, placed) = occurrences::item_at(&snapshot.document, before.start())?;
    let inside = before.start() - placed.start;
    let listed = placed.item.sections.iter().any(|section| {
        matches!(section.content, Content::Attachments(_)) && section.body.contains_inclusive(inside)
    });
    if listed && trim(&rest[sign.len()..]).is_empty() {
        return ends_list(text, before, &format!("Bilag {}{sign}", number.checked_sub(1)?));
    }
    let next = format!("Bilag {}", number + 1);
    let is_due = listed
        && !trim(&rest[sign.len()..]).is_empty()
        && trim(&text[here]).is_empty()
        && !text[placed.range()].contains(&format!("\n{next}"));
    is_due.then(|| vec![Edit::replace(here, format!("{next}{sign} "))])
}

/// The last of the numbers at the start of `text`, "1", "1 og 2", "1.-3", and where it ends.
fn numbers(text: &str) -> Option<(u32, usize)> {
    let number = |text: &str| {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        Some((text[..digits].parse::<u32>().ok()?, digits))
    };
    let (mut last, mut end) = number(text)?;
    loop {
        let spaced = text[end..].strip_prefix('.').unwrap_or(&text[end..]).trim_start_matches(is_space);
        let next = ["og", "samt", "til", "-", "–", ","].iter().find_map(|joint| spaced.strip_prefix(joint));
        let next = next.map(|next| next.trim_start_matches(is_space));
        let Some((next, (value, digits))) = next.and_then(|next| Some((next, number(next)?))) else {
            return Some((last, end));
        };
        (last, end) = (value, text.len() - next.len() + digits);
    }
}
