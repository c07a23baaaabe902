//! Somebody else's words: between quotation marks, and in lines that Markdown marks as quoted.
//!
//! A mark opens or closes by what stands on its sides: ” after a space and before a letter opens, after a letter and
//! before a space it closes. So a quotation that is never closed takes its own line and nothing more, whatever marks
//! follow, and pairs of two kinds, such as ”…", are pairs.

use super::speech;
use text::needle::Needle;
use text::{TextRange, TextSize, is_space, range, rest_of_line};

/// A quotation may span so many bytes before it is taken for a mark that was never closed.
const LONGEST: usize = 6000;

/// Quotations in `text`, from mark to mark, both included; none reaches over a heading.
pub(super) fn quotations(text: &str, headings: &[TextSize]) -> Vec<TextRange> {
    let mut reader = Reader { text, open: Vec::new(), found: Vec::new() };
    let mut headings = headings.iter().map(|&heading| usize::from(heading)).peekable();
    for (at, mark) in marks(text) {
        while headings.next_if(|&heading| heading <= at).is_some() {
            reader.give_up();
        }
        reader.mark(at, mark);
    }
    reader.give_up();
    let mut found = reader.found;
    found.extend(quoted_lines(text));
    found.extend(single(text));
    found.extend(speech::found(text));
    found
}

/// A quotation between single marks is looked for over so many bytes of its line.
const LONGEST_SINGLE: usize = 400;

/// ’Vi er glade’: between single marks, in one line; an apostrophe stands inside a word or after one.
fn single(text: &str) -> Vec<TextRange> {
    let mut found: Vec<TextRange> = Vec::new();
    let mut done = 0;
    for (at, mark) in single_marks(text) {
        let end = at + mark.len_utf8();
        if at < done || side(text, at, end) != Side::Opens || !text[end..].starts_with(char::is_alphabetic) {
            continue;
        }
        let near = text.floor_char_boundary((end + LONGEST_SINGLE).min(text.len()));
        let line = &text[end..near];
        let line = &line[..memchr::memchr2(b'\n', b'\r', line.as_bytes()).unwrap_or(line.len())];
        let closing = single_marks(line)
            .map(|(at, mark)| (end + at, end + at + mark.len_utf8()))
            .find(|&(at, to)| side(text, at, to) == Side::Closes);
        if let Some((_, to)) = closing {
            done = to;
            found.push(range(at, to));
        }
    }
    found
}

/// The single quotation marks and apostrophes of `text`, in order.
fn single_marks(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    memchr::memchr2_iter(b'\'', 0xE2, text.as_bytes()).filter_map(|at| {
        let mark = text[at..].chars().next()?;
        matches!(mark, '\'' | '’' | '‘').then_some((at, mark))
    })
}

/// What a mark does, as far as its sides tell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    Either,
}

struct Reader<'t> {
    text: &'t str,
    /// The marks that are not closed yet.
    open: Vec<(usize, char)>,
    found: Vec<TextRange>,
}

impl Reader<'_> {
    fn mark(&mut self, at: usize, mark: char) {
        let end = at + mark.len_utf8();
        if self.open.first().is_some_and(|(start, _)| at - start > LONGEST) {
            self.give_up();
        }
        let side = side(self.text, at, end);
        let pair = if side == Side::Opens {
            None
        } else {
            self.open.iter().rposition(|(_, open)| closes(*open, mark))
        };
        match pair {
            Some(pair) => {
                self.found.push(range(self.open[pair].0, end));
                self.protect_lines(pair + 1);
                self.open.truncate(pair);
            }
            // "65\"" is a measure, and a mark that closes nothing protects nothing.
            None if side != Side::Closes && !is_measure(self.text, at, mark) => {
                self.open.push((at, mark));
            }
            None => {}
        }
    }

    /// What is open is never closed: each mark protects the rest of its line.
    fn give_up(&mut self) {
        self.protect_lines(0);
    }

    /// Takes the open marks from number `first` on away; each protects the rest of its line, whose end is looked for once.
    fn protect_lines(&mut self, first: usize) {
        let mut end = 0;
        for (start, _) in self.open.drain(first..) {
            if start >= end {
                end = rest_of_line(self.text, start).end().into();
            }
            self.found.push(range(start, end));
        }
    }
}

/// A digit directly before `"` is a measure, 65" screens, unless a letter follows: bilag 1"Regler".
fn is_measure(text: &str, at: usize, mark: char) -> bool {
    let glued = text[at + mark.len_utf8()..].starts_with(char::is_alphabetic);
    mark == '"' && text[..at].ends_with(|c: char| c.is_ascii_digit()) && !glued
}

fn side(text: &str, at: usize, end: usize) -> Side {
    let before = text[..at].chars().next_back();
    let after = text[end..].chars().next();
    let gap = |c: char| is_space(c) || matches!(c, '\n' | '\r');
    let free_before = before.is_none_or(|c| gap(c) || matches!(c, '(' | '[' | '/' | '–' | '-' | '*' | '_'));
    let free_after = after.is_none_or(|c| {
        gap(c)
            || matches!(c, '.' | ',' | ';' | ':' | '?' | '!' | ')' | ']' | '/' | '–' | '-' | '…' | '*' | '_')
    });
    match (free_before, free_after) {
        (true, false) => Side::Opens,
        (false, true) => Side::Closes,
        _ => Side::Either,
    }
}

fn closes(open: char, mark: char) -> bool {
    match open {
        '"' | '”' | '“' | '„' => matches!(mark, '"' | '”' | '“'),
        '»' => mark == '«',
        '«' => mark == '»',
        _ => false,
    }
}

/// The quotation marks of `text`, in order.
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

/// The lines that Markdown marks as quoted: "> Vi er glade."
fn quoted_lines(text: &str) -> impl Iterator<Item = TextRange> + '_ {
    static QUOTED: Needle = Needle::new("\n>");
    let after_break = QUOTED.find_iter(text).map(|at| at + 1);
    let first = text.starts_with('>').then_some(0);
    let quoted = |start: &usize| text[start + 1..].starts_with([' ', '>']);
    first.into_iter().chain(after_break).filter(quoted).map(|start| rest_of_line(text, start))
}

#[cfg(test)]
mod tests {
    use super::quotations;
    use text::TextSize;

    fn seen(text: &str) -> Vec<&str> {
        let headings: Vec<TextSize> =
            text.find("\nResume").map(|at| TextSize::new(at as u32 + 1)).into_iter().collect();
        let mut found = quotations(text, &headings);
        found.sort_by_key(|zone| zone.start());
        found.into_iter().map(|zone| &text[zone]).collect()
    }

    #[test]
    fn quotations_may_span_paragraphs() {
        assert_eq!(seen("Ø: ”Vi ønsker ro.\n\nOg fred.” Slut"), ["”Vi ønsker ro.\n\nOg fred.”"]);
        assert_eq!(seen("den \"gode\" og „den” »bedste«"), ["\"gode\"", "„den”", "»bedste«"]);
    }

    #[test]
    fn two_kinds_of_mark_make_a_pair() {
        assert_eq!(
            seen("Ø: ”Planen er god.\" Slut. Det kan ”belaste” byen."),
            ["”Planen er god.\"", "”belaste”"]
        );
    }

    #[test]
    fn a_mark_that_is_never_closed_protects_its_line() {
        assert_eq!(seen("Han sagde ”ja\nUdvalget"), ["”ja"]);
        assert_eq!(
            seen("Ø: ”Planen er god.\n\n- Der gives mio\n\nDet kan ”belaste” byen."),
            ["”Planen er god.", "”belaste”"]
        );
    }

    #[test]
    fn a_heading_ends_a_quotation() {
        assert_eq!(seen("Ø: ”Planen er god.\n\nResume\n\nDet kan belaste” byen."), ["”Planen er god."]);
    }

    #[test]
    fn a_quotation_may_hold_another() {
        assert_eq!(seen("Ø: ”Vi vil ”straks” have ro.\n\nOg fred.” Slut").last(), Some(&"”straks”"));
        assert_eq!(
            seen("Ø: ”Vi vil ”straks” have ro.\n\nOg fred.” Slut")[0],
            "”Vi vil ”straks” have ro.\n\nOg fred.”"
        );
    }

    #[test]
    fn single_marks_quote_several_words() {
        assert_eq!(seen("En nabo skrev ’Idag er der larm’ i går."), ["’Idag er der larm’"]);
        assert_eq!(seen("Hun sagde ‘idag’ og 'vi er her'."), ["‘idag’", "'vi er her'"]);
        assert_eq!(seen("Ordet 'ihvertfald' og ’iøvrigt’."), ["'ihvertfald'", "’iøvrigt’"]);
        assert_eq!(seen("Lars’ og Hans’ svar, i ’90erne og Kim's."), [""; 0]);
    }

    #[test]
    fn a_measure_opens_nothing() {
        assert_eq!(seen("Skærme (65\" og 75\" i lokalerne)."), [""; 0]);
    }

    #[test]
    fn quoted_lines_of_markdown_are_quotations() {
        assert_eq!(seen("> Vi er glade.\n>> Ja\n\n1 > 0\n>3"), ["> Vi er glade.", ">> Ja"]);
    }
}
