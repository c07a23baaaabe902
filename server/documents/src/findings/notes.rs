//! Notes at the foot of a page and at the end: they are printed with the text, and are proofread as it is.
//!
//! A note has no line of its own among those of the text, so what is found in it is told at the line that its mark stands on,
//! with its number and the words it is about.

use std::sync::Arc;

use rules::document::{Document, Engine};
use rules::lint::{Check, Diagnostic, Note};
use rules::privacy::shown;
use rules::text::TextRange;

use super::{finding, line};
use flow::{Aside, Beside, Extracted};

/// Groups of rules that look at words, whatever they stand in.
const GROUPS: &[&str] = &["spelling/", "typography/", "figures/", "dates/", "custom/"];

/// A head of more bytes is none: the document has no items.
const LONGEST_HEAD: usize = 4000;

/// Longer words are not repeated in a message, in bytes.
const LONGEST_QUOTED: usize = 60;

/// The lines above the notes: prose that stands in an item is proofread.
const ABOVE: &str = "\n1. Noter\n\nSagsfremstilling\n";

/// What the rules about words find in the notes of `extracted`, which was read as `document` with `engine`.
pub(super) fn proofread(engine: &Engine, extracted: &Extracted, document: &Document) -> Vec<Diagnostic> {
    let notes: Vec<&Aside> = extracted
        .asides
        .iter()
        .filter(|aside| aside.beside == Beside::Note && aside.words.contains(char::is_alphabetic))
        .collect();
    if notes.is_empty() {
        return Vec::new();
    }
    let mut text = head(document).to_owned();
    text.push_str(ABOVE);
    let mut places: Vec<(usize, usize)> = Vec::with_capacity(notes.len());
    for note in &notes {
        text.push('\n');
        let from = text.len();
        text.push_str(note.words.trim());
        places.push((from, text.len()));
        text.push('\n');
    }
    let read = Document::new(of_words(engine), text);
    let mut found = read.diagnostics();
    found.sort_by_key(|found| found.range.start());
    let told = |found: &Diagnostic| {
        let (start, end) = (usize::from(found.range.start()), usize::from(found.range.end()));
        let n = places.iter().position(|(from, to)| *from <= start && end <= *to)?;
        Some(in_note(found, notes[n], read.text(), line(notes[n], document)))
    };
    found.iter().filter_map(told).collect()
}

/// The lines of the meeting, which say the year that dates are in.
fn head(document: &Document) -> &str {
    let first = document.minutes().items().next().map_or(0, |item| usize::from(item.start));
    if first < LONGEST_HEAD { document.text().get(..first).unwrap_or_default() } else { "" }
}

/// `engine` with the rules about words alone.
fn of_words(engine: &Engine) -> Arc<Engine> {
    let about_words = |name: &str| GROUPS.iter().any(|group| name.starts_with(group));
    let mut settings = engine.settings.clone();
    settings.rules.retain(|(rule, _)| matches!(rule.check, Check::Custom(_)) || about_words(rule.name));
    Arc::new(Engine { settings, ..engine.clone() })
}

/// `found` in the `text` of `note`, told at `range`: nothing of a note is changed, so it has no fix.
fn in_note(found: &Diagnostic, note: &Aside, text: &str, range: TextRange) -> Diagnostic {
    let n = note.number;
    let words = text[found.range].trim();
    let is_quoted = !words.is_empty() && words.len() <= LONGEST_QUOTED && !words.contains(['\n', '@']);
    let quoted = if is_quoted { format!(" (”{}”)", shown(words)) } else { String::new() };
    let said = Note::new(
        format!("I note {n}{quoted}: {}", found.note.da),
        format!("In note {n}{quoted}: {}", found.note.en),
    );
    finding(found.rule, found.severity, range, said)
}
