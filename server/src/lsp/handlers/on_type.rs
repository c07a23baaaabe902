//! Enter in a list: the next entry gets its mark and number, an empty one ends the list. After "Ad 1. Godkendt." goes
//! "Ad 2. ", while there is such a point.

use rules::minutes::{Content, Section};
use rules::text::edit::Edit;
use rules::text::{TextRange, TextSize, is_space, trim};
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
    let Some(mark) = mark(&text[before]).filter(|mark| in_list(snapshot, line - 1, mark)) else {
        return text_edits(snapshot, &answer(snapshot, before, line_at(snapshot, line)).unwrap_or_default());
    };
    let here = line_at(snapshot, line);
    let words = text[here].trim_start_matches(is_space);
    if mark.words.is_empty() && !words.is_empty() {
        // The words stood behind the caret: the entry is not empty, and a blank line before it is all that was asked for.
        return Vec::new();
    }
    if mark.words.is_empty() {
        let mut edits = vec![Edit::delete(before)];
        if let Some(number) = mark.number {
            edits.extend(following(snapshot, line + 1, number + 1, |number| number - 1));
        }
        return text_edits(snapshot, &edits);
    }
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

/// Does `line` belong to a list? In prose a lone number may be a date or an ordinal, and a lone dash stand for nothing.
fn in_list(snapshot: &Snapshot, line: u32, mark: &Mark<'_>) -> bool {
    if mark.words.starts_with("at ") {
        return true;
    }
    let at = line_at(snapshot, line).start();
    let Some((_, placed)) = occurrences::item_at(&snapshot.document, at) else { return false };
    let inside = at - placed.start;
    let holds = |section: &&Section| {
        section.body.contains_inclusive(inside) && !section.heading.contains_inclusive(inside)
    };
    let Some(section) = placed.item.sections.iter().rfind(holds) else { return false };
    if let Content::Recommendation(recommendation) = &section.content {
        let first = recommendation.points.first().map(|point| &snapshot.text()[point.text + placed.start]);
        return !(ends_list(snapshot, line, mark) && first.is_some_and(|words| words.starts_with("at ")));
    }
    let above = line.checked_sub(1).map(|line| &snapshot.text()[line_at(snapshot, line)]);
    if above.and_then(self::mark).is_some_and(|above| mark.follows(&above)) {
        return true;
    }
    let begins =
        mark.words.starts_with(char::is_uppercase) || matches!(section.content, Content::Attachments(_));
    match mark.number {
        Some(number) => number == 1 && begins && !mark.words.is_empty(),
        None => mark.sign != "–" && !mark.words.is_empty(),
    }
}

/// Does `line` look like the heading of the next item, where the points begin with "at": no "at", a capital, and a blank line
/// above it?
fn ends_list(snapshot: &Snapshot, line: u32, mark: &Mark<'_>) -> bool {
    let above = line.checked_sub(1).map(|line| &snapshot.text()[line_at(snapshot, line)]);
    let stands_alone = above.is_some_and(|above| trim(above).is_empty());
    stands_alone
        && mark.number.is_some()
        && mark.words.starts_with(char::is_uppercase)
        && !mark.words.starts_with("At ")
}

impl Mark<'_> {
    /// Is this the entry after `above`?
    fn follows(&self, above: &Mark<'_>) -> bool {
        let next = self.number == above.number.map(|number| number + 1);
        next && self.sign == above.sign && self.indent == above.indent && !above.words.is_empty()
    }
}

/// What stands before the number of the point that a line answers. "Ad hoc-udvalg 1" answers none.
const AD: [&str; 6] = ["ad", "ad.", "ad punkt", "ad pkt.", "ad nr.", "ad at-punkt"];

/// What goes on after the line `before`, if that answers an at-point: the next one, unless it is answered.
fn answer(snapshot: &Snapshot, before: TextRange, here: TextRange) -> Option<Vec<Edit>> {
    let text = snapshot.text();
    let line = &text[before];
    let (head, rest) = line.split_at(line.find(|c: char| c.is_ascii_digit())?);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let number: u32 = rest[..digits].parse().ok()?;
    let sign = rest[digits..].chars().next().filter(|sign| ['.', ':', ')'].contains(sign))?;
    let words = &rest[digits + sign.len_utf8()..];
    let names = trim(head).to_lowercase();
    if !AD.contains(&names.as_str()) || !(words.is_empty() || words.starts_with(is_space)) {
        return None;
    }
    let (_, placed) = occurrences::item_at(&snapshot.document, before.start())?;
    let inside = before.start() - placed.start;
    let decided =
        placed.item.decisions().filter(|(section, _)| section.body.contains_inclusive(inside)).last()?;
    if trim(words).is_empty() {
        return Some(vec![Edit::delete(before)]);
    }
    let (next, n) = (number + 1, placed.item.points().count() as u32);
    let is_due = next <= n && !decided.1.named_points().contains(&next) && trim(&text[here]).is_empty();
    is_due.then(|| vec![Edit::replace(here, format!("{head}{next}{sign} "))])
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
