//! Parts of a text that are not the secretary's prose: quotations, addresses of pages and mail, tables.

use crate::text::needle::Needle;
use crate::text::{TextRange, TextSize, is_space, range};

/// What lies where in the text of a head or an item.
#[derive(Debug, Default)]
pub(super) struct Zones {
    /// From opening to closing mark, both included; sorted and disjoint.
    pub(super) quotes: Vec<TextRange>,
    /// URLs, e-mail addresses and file names; sorted and disjoint.
    pub(super) opaque: Vec<TextRange>,
}

/// A quotation may span so many bytes before it is taken for a mark that was never closed.
const LONGEST_QUOTE: usize = 6000;

impl Zones {
    pub(super) fn new(text: &str) -> Self {
        Self { quotes: quotes(text), opaque: opaque(text) }
    }
}

/// Does `range` touch one of the sorted, disjoint `zones`?
pub(super) fn touches(zones: &[TextRange], range: TextRange) -> bool {
    let first = zones.partition_point(|zone| zone.end() <= range.start());
    zones.get(first).is_some_and(|zone| zone.start() < range.end().max(range.start() + TextSize::new(1)))
}

/// Quotations in the text: the same sign may open and close ("), as is normal in Danish (”…”).
fn quotes(text: &str) -> Vec<TextRange> {
    let mut zones = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in marks(text) {
        let end = at + c.len_utf8();
        match open {
            Some((start, _)) if at - start > LONGEST_QUOTE => open = Some((at, c)),
            Some((start, opening)) if closes(opening, c) => {
                zones.push(range(start, end));
                open = None;
            }
            Some(_) => {}
            None => open = Some((at, c)),
        }
    }
    // A mark that is never closed protects the rest of its line.
    if let Some((start, _)) = open {
        let end = text[start..].find(['\n', '\r']).map_or(text.len(), |at| start + at);
        zones.push(range(start, end));
    }
    zones.extend(quoted_lines(text));
    joined(zones)
}

/// The lines that Markdown marks as quoted: "> Vi er glade."
fn quoted_lines(text: &str) -> impl Iterator<Item = TextRange> + '_ {
    static QUOTED: Needle = Needle::new("\n> ");
    let after_break = QUOTED.find_iter(text).map(|at| at + 1);
    let first = text.starts_with("> ").then_some(0);
    first.into_iter().chain(after_break).map(|start| {
        let end = text[start..].find(['\n', '\r']).map_or(text.len(), |at| start + at);
        range(start, end)
    })
}

/// The zones in order, those that overlap made one.
fn joined(mut zones: Vec<TextRange>) -> Vec<TextRange> {
    zones.sort_by_key(|zone| zone.start());
    zones.dedup_by(|next, kept| {
        let overlaps = next.start() < kept.end();
        if overlaps {
            *kept = kept.cover(*next);
        }
        overlaps
    });
    zones
}

/// The quotation marks of `text`, in order. An inch or foot sign after a digit is none.
fn marks(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(found) = memchr::memchr3(b'"', 0xE2, 0xC2, &text.as_bytes()[at..]) {
            let start = at + found;
            let c = text[start..].chars().next()?;
            at = start + c.len_utf8();
            if matches!(c, '"' | '”' | '“' | '„' | '»' | '«') {
                return Some((start, c));
            }
        }
        None
    })
}

fn closes(opening: char, c: char) -> bool {
    match opening {
        '"' => c == '"',
        '”' | '“' | '„' => matches!(c, '”' | '“'),
        '»' => c == '«',
        '«' => c == '»',
        _ => false,
    }
}

static SIGNS: [Needle; 8] = [
    Needle::new("://"),
    Needle::new("www."),
    Needle::new("@"),
    Needle::new(".dk"),
    Needle::new(".pdf"),
    Needle::new(".doc"),
    Needle::new(".xls"),
    Needle::new(".com"),
];

/// Words that hold "://", "www." or "@", or end in the name of a file type.
fn opaque(text: &str) -> Vec<TextRange> {
    let mut zones: Vec<TextRange> = Vec::new();
    for needle in &SIGNS {
        for at in needle.find_iter(text) {
            zones.push(word_around(text, at));
        }
    }
    joined(zones)
}

/// The run without white space around byte `at`.
fn word_around(text: &str, at: usize) -> TextRange {
    let ends = |c: char| is_space(c) || c == '\n' || c == '\r';
    let start = text[..at].rfind(ends).map_or(0, |i| i + text[i..].chars().next().map_or(1, char::len_utf8));
    let end = text[at..].find(ends).map_or(text.len(), |i| at + i);
    range(start, end)
}

#[cfg(test)]
mod tests {
    use super::Zones;

    fn seen(text: &str) -> (Vec<&str>, Vec<&str>) {
        let zones = Zones::new(text);
        let words = |ranges: &[crate::text::TextRange]| ranges.iter().map(|&r| &text[r]).collect();
        (words(&zones.quotes), words(&zones.opaque))
    }

    #[test]
    fn quotations_may_span_paragraphs() {
        assert_eq!(seen("Ø: ”Vi ønsker ro.\n\nOg fred.” Slut").0, ["”Vi ønsker ro.\n\nOg fred.”"]);
        assert_eq!(seen("den \"gode\" og „den” bedste").0, ["\"gode\"", "„den”"]);
    }

    #[test]
    fn a_mark_that_is_never_closed_protects_its_line() {
        assert_eq!(seen("Han sagde ”ja\nUdvalget").0, ["”ja"]);
    }

    #[test]
    fn quoted_lines_of_markdown_are_quotations() {
        assert_eq!(seen("> Vi er glade.\n> ”Ja”\n\n1 > 0").0, ["> Vi er glade.", "> ”Ja”"]);
    }

    #[test]
    fn addresses_and_file_names_are_opaque() {
        assert_eq!(
            seen("Se https://a.dk/x..y og post@by.dk eller plan  2020.pdf nu").1,
            ["https://a.dk/x..y", "post@by.dk", "2020.pdf"]
        );
    }
}
