//! Enter in a list of at-points: the next point gets its mark and number, an empty point ends the list.

use rules::minutes::Content;
use rules::text::edit::Edit;
use rules::text::{TextRange, TextSize, is_space};
use tower_lsp::ls_types::{DocumentOnTypeFormattingParams, Position, TextEdit};

use crate::lsp::document::Snapshot;
use crate::lsp::edits::text_edits;
use crate::lsp::occurrences;

/// What stands before the words of a point.
struct Mark<'t> {
    indent: &'t str,
    number: Option<u32>,
    /// "." or ")" after a number, else the bullet itself.
    sign: &'t str,
    words: &'t str,
}

/// Answers with what Enter brings along; the new line is already there.
pub(crate) fn enter(snapshot: &Snapshot, params: DocumentOnTypeFormattingParams) -> Vec<TextEdit> {
    let line = params.text_document_position.position.line;
    let Some(before) = line.checked_sub(1).map(|line| line_at(snapshot, line)) else { return Vec::new() };
    let text = snapshot.text();
    let Some(mark) = mark(&text[before]).filter(|mark| in_list(snapshot, before.start(), mark)) else {
        return Vec::new();
    };
    if mark.words.is_empty() {
        let mut edits = vec![Edit::delete(before)];
        if let Some(number) = mark.number {
            edits.extend(following(snapshot, line + 1, number + 1, |number| number - 1));
        }
        return text_edits(snapshot, &edits);
    }
    let here = line_at(snapshot, line);
    let words = text[here].trim_start_matches(is_space);
    let blank = text[here].len() - words.len();
    let mut edits = Vec::new();
    let next = match mark.number {
        Some(number) => format!("{}{}{} ", mark.indent, number + 1, mark.sign),
        None => format!("{}{} ", mark.indent, mark.sign),
    };
    // Some editors go on with lists by themselves, or are asked to by two plugins.
    if words.starts_with(next.trim_start_matches(is_space)) {
        return Vec::new();
    }
    edits.push(Edit::replace(
        TextRange::at(here.start(), TextSize::try_from(blank).unwrap_or_default()),
        next,
    ));
    if let Some(number) = mark.number {
        edits.extend(following(snapshot, line + 1, number + 1, |number| number + 1));
    }
    text_edits(snapshot, &edits)
}

/// The numbers from `line` on, while they run on from `first`, each made another.
fn following(snapshot: &Snapshot, line: u32, first: u32, other: fn(u32) -> u32) -> Vec<Edit> {
    let text = snapshot.text();
    let mut edits = Vec::new();
    for (n, line) in (line..).enumerate() {
        let place = line_at(snapshot, line);
        let expected = first + n as u32;
        match mark(&text[place]) {
            Some(Mark { indent, number: Some(number), .. }) if number == expected => {
                let at = place.start() + TextSize::of(indent);
                let digits = TextRange::at(at, TextSize::of(number.to_string().as_str()));
                edits.push(Edit::replace(digits, other(number).to_string()));
            }
            _ => return edits,
        }
    }
    edits
}

/// Does the line belong to a recommendation, or begin with "at" as its points do?
fn in_list(snapshot: &Snapshot, at: TextSize, mark: &Mark<'_>) -> bool {
    if mark.words.starts_with("at ") {
        return true;
    }
    let Some((_, placed)) = occurrences::item_at(&snapshot.document, at) else { return false };
    let inside = at - placed.start;
    placed.item.sections.iter().any(|section| {
        matches!(section.content, Content::Recommendation(_)) && section.body.contains_inclusive(inside)
    })
}

fn mark(line: &str) -> Option<Mark<'_>> {
    let words = line.trim_start_matches(is_space);
    let indent = &line[..line.len() - words.len()];
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = (words[..digits].parse().ok(), &words[digits..]);
    let sign = match (number, rest.chars().next()?) {
        (Some(_), sign @ ('.' | ')')) | (None, sign @ ('-' | '*' | '•' | '–')) => {
            &rest[..sign.len_utf8()]
        }
        _ => return None,
    };
    let after = &rest[sign.len()..];
    let spaced = after.is_empty() || after.starts_with(is_space);
    spaced.then(|| Mark { indent, number, sign, words: after.trim_matches(is_space) })
}

/// The line without its line end.
fn line_at(snapshot: &Snapshot, line: u32) -> TextRange {
    TextRange::new(snapshot.offset(Position::new(line, 0)), snapshot.offset(Position::new(line, u32::MAX)))
}
