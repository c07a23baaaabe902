//! What of a closed item stands elsewhere: its sentences in a list of decisions, its people, its attachments.

use super::{Kind, Withheld, closed::is_telling};
use crate::danish::sentences::sentences;
use crate::document::Document;
use crate::privacy::closed::names_in;
use crate::text::{TextRange, range, range_of};

/// Where sentences of closed items stand again outside them, word for word: those that tell of a person or an amount, since
/// "Sagen har ingen økonomiske konsekvenser." is said of any case.
pub(super) fn repeated(document: &Document, withheld: &[Withheld]) -> Vec<TextRange> {
    /// In bytes: what is shorter may well be said of something else, and the name of a file less than a sentence.
    const SHORTEST: usize = 40;
    const SHORTEST_FILE: usize = 16;
    let text = document.text();
    let is_file = |piece: &str| {
        piece.len() >= SHORTEST_FILE
            && [".pdf", ".docx", ".doc", ".xlsx"].iter().any(|end| piece.ends_with(end))
    };
    let told = pieces(text, withheld)
        .filter(|piece| (piece.len() >= SHORTEST || is_file(piece)) && is_telling(piece));
    let mut told: Vec<&str> = told.collect();
    told.sort_unstable();
    told.dedup();
    let places =
        told.iter().flat_map(|piece| text.match_indices(piece).map(|(at, _)| range(at, at + piece.len())));
    places.collect()
}

/// The sentences and lines that were taken out.
fn pieces<'t>(text: &'t str, withheld: &[Withheld]) -> impl Iterator<Item = &'t str> {
    let gone = withheld.iter().filter(|one| matches!(one.kind, Kind::ClosedText | Kind::ClosedDecision));
    let lines = gone.flat_map(|one| text[one.edit.range()].lines().map(str::trim)).collect::<Vec<_>>();
    lines.into_iter().flat_map(|line| {
        let parts =
            sentences(line).map(|sentence| line[sentence].trim()).filter(|part| part.len() < line.len());
        parts.chain([line]).collect::<Vec<_>>()
    })
}

/// The lines of `copy`, made of `document`, that speak of one of its closed items or name somebody from its title.
pub(super) fn left(copy: &str, document: &Document) -> Vec<TextRange> {
    let closed = || document.minutes().items().filter(|placed| placed.item.closed);
    let numbers: Vec<u32> =
        closed().filter_map(|placed| placed.item.number).map(|(number, _)| number).collect();
    let titles: Vec<&str> = closed()
        .filter_map(|placed| placed.item.title.map(|title| &document.text()[title + placed.start]))
        .collect();
    let names = people(document);
    if numbers.is_empty() && names.is_empty() {
        return Vec::new();
    }
    let heads = |line: &str| titles.iter().any(|title| line.contains(title)) || line.contains("Lukket punkt");
    let speaks = |line: &&str| {
        let lower = line.to_lowercase();
        names.iter().any(|name| line.contains(name.as_str()))
            || (names_item(&lower, &numbers) && !heads(line))
    };
    copy.lines().filter(speaks).map(|line| range_of(copy, line)).collect()
}

/// The people that titles taken out name.
pub(super) fn people(document: &Document) -> Vec<String> {
    let closed = document.minutes().items().filter(|placed| placed.item.closed);
    let titles =
        closed.filter_map(|placed| placed.item.title.map(|title| &document.text()[title + placed.start]));
    titles.filter(|title| is_telling(title)).flat_map(names_in).map(str::to_owned).collect()
}

/// "punkt 2", "pkt. 2", "bilag til sag 2", in small letters.
fn names_item(lower: &str, numbers: &[u32]) -> bool {
    let names = |word: &str| {
        let mut behind = lower.match_indices(word).map(|(at, _)| lower[at + word.len()..].trim_start());
        behind.any(|rest| {
            let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            rest[..digits].parse().is_ok_and(|number: u32| numbers.contains(&number))
        })
    };
    ["punkt", "pkt.", "pkt"].into_iter().any(names) || (lower.contains("bilag") && names("sag"))
}

/// The numbers of the closed items, and of those whose titles stand in the copy.
pub(super) fn numbers(document: &Document, withheld: &[Withheld]) -> (Vec<String>, Vec<String>) {
    let (mut closed, mut kept) = (Vec::new(), Vec::new());
    for placed in document.minutes().items().filter(|placed| placed.item.closed) {
        let digits = placed.item.number.map(|(_, digits)| document.text()[digits + placed.start].to_owned());
        let line = || (document.lines().line_of(placed.start + placed.item.heading.start()) + 1).to_string();
        let number = digits.unwrap_or_else(line);
        let title = placed.item.title.map(|title| title + placed.start);
        let gone = |title: TextRange| withheld.iter().any(|one| one.edit.range().start() == title.start());
        if title.is_some_and(|title| !gone(title)) {
            kept.push(number.clone());
        }
        closed.push(number);
    }
    (closed, kept)
}
