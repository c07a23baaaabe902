//! A paragraph is one text, in however many lines it is written.
//!
//! Dates, times, known errors and sentences are read in a text in which line ends that a sentence goes on over are spaces. It is as
//! long as the text, and no other byte of it differs, so that a place in the one is the same place in the other.

use danish::sentences::{begins_entry, goes_on};
use minutes::Item;
use syntax::{Block, Class, Flag, MarkKind};
use text::{TextRange, TextSize};

/// A line of running text.
struct Line<'t> {
    /// In bytes from the start of the part, with indentation.
    range: TextRange,
    words: &'t str,
    /// How many characters they are.
    width: usize,
    block: &'t Block,
}

/// In bytes: a carriage return and a line feed.
const LONGEST_LINE_END: u32 = 2;

/// Lines that a program wrapped are so wide at least, in characters.
const NARROWEST: usize = 60;

/// The `text` of `item` or of a head with a space for each line end inside a sentence; `None` where there is none.
pub(super) fn unwrapped(text: &str, item: Option<&Item>, blocks: &[Block]) -> Option<String> {
    let paragraphs = paragraphs(text, item, blocks);
    let width = paragraphs.iter().filter_map(|lines| width_of(lines)).max();
    let mut ends = Vec::new();
    for lines in &paragraphs {
        let is_wrapped = width.is_some_and(|width| are_wrapped(lines, width));
        let inside = lines.windows(2).filter(|pair| pair[1].continues(&pair[0], is_wrapped));
        ends.extend(inside.map(|pair| TextRange::new(pair[0].range.end(), pair[1].range.start())));
    }
    (!ends.is_empty()).then(|| joined(text, &ends))
}

/// The lines of running text, as far as nothing but a line end stands between them; those that stand alone are left out.
fn paragraphs<'t>(text: &'t str, item: Option<&Item>, blocks: &'t [Block]) -> Vec<Vec<Line<'t>>> {
    let mut all: Vec<Vec<Line<'t>>> = Vec::new();
    let mut at = TextSize::new(0);
    let mut is_open = false;
    for (i, block) in blocks.iter().enumerate() {
        let goes_on = !block.is(Flag::BlankAfter) && i + 1 < blocks.len();
        let line = (is_open || goes_on).then(|| Line::read(text, item, block, at)).flatten();
        at += block.len;
        match (all.last_mut().filter(|_| is_open), line) {
            (Some(lines), Some(line)) if line.follows(lines.last()) => lines.push(line),
            (_, Some(line)) => all.push(vec![line]),
            (_, None) => {
                is_open = false;
                continue;
            }
        }
        is_open = goes_on;
    }
    all
}

/// How wide a program made `lines`, in characters, if they tell: each is as long as the first word of the next lets it be.
fn width_of(lines: &[Line<'_>]) -> Option<usize> {
    let width = lines.iter().map(|line| line.width).max()?;
    (lines.len() > 2 && width >= NARROWEST && are_wrapped(lines, width)).then_some(width)
}

/// Did a program break `lines` to be no wider than `width`? Either the first word of each would have made the line above it
/// wider, or they are nearly as long as each other and several begin in the middle of a sentence.
fn are_wrapped(lines: &[Line<'_>], width: usize) -> bool {
    let first = |line: &Line<'_>| line.words.split(' ').next().unwrap_or_default().chars().count();
    let full = |pair: &[Line<'_>]| pair[0].width <= width && pair[0].width + 1 + first(&pair[1]) > width;
    let even = |pair: &[Line<'_>]| pair[0].width <= width && pair[0].width * 4 >= width * 3;
    let small = lines[1..].iter().filter(|line| line.words.starts_with(char::is_lowercase)).count();
    lines.windows(2).all(full) || lines.windows(2).all(even) && small * 3 >= lines.len()
}

impl<'t> Line<'t> {
    /// The line of `block`, which begins at `at`, if it is one of running text and no heading.
    fn read(text: &'t str, item: Option<&Item>, block: &'t Block, at: TextSize) -> Option<Self> {
        let range = TextRange::new(at, at + block.words().end());
        let is_text = matches!(block.class, Class::Text | Class::At | Class::Label(_));
        let heads = || {
            item.is_some_and(|item| {
                item.heading.intersect(range).is_some_and(|shared| !shared.is_empty())
                    || item.section_at(at).is_some_and(|own| own.heading.contains_range(range))
            })
        };
        let words = &text[range];
        let cells = || memchr::memchr2(b'\t', b'|', words.as_bytes()).is_some();
        let is_line = is_text && block.mark.heading == 0 && !cells() && !heads();
        is_line.then(|| Self { range, words, width: words.chars().count(), block })
    }

    /// Does nothing but a line end stand between this line and `before`?
    fn follows(&self, before: Option<&Self>) -> bool {
        before.is_some_and(|before| {
            u32::from(self.range.start()) - u32::from(before.range.end()) <= LONGEST_LINE_END
                && before.range.end() != self.range.start()
        })
    }

    /// Does the sentence that `before` ends in go on here? `wrapped` are lines that a program made.
    fn continues(&self, before: &Self, wrapped: bool) -> bool {
        let kind = self.block.mark.kind;
        let is_free = kind == MarkKind::None || kind == MarkKind::Stop && !begins_entry(self.words);
        is_free && self.block.mark.indent == 0 && (wrapped || goes_on(before.words, self.words))
    }
}

/// A line end of two bytes becomes one no-break space, which is as long.
fn joined(text: &str, ends: &[TextRange]) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut at = TextSize::new(0);
    for end in ends {
        joined.push_str(&text[TextRange::new(at, end.start())]);
        joined.push(if end.len() == TextSize::new(1) { ' ' } else { '\u{a0}' });
        at = end.end();
    }
    joined.push_str(&text[usize::from(at)..]);
    joined
}

#[cfg(test)]
mod tests {
    use super::unwrapped;
    use syntax::{Vocabulary, scan};

    fn read(text: &str) -> String {
        let mut blocks = Vec::new();
        let mut at = 0;
        while at < text.len() {
            blocks.push(scan::block(text, at, Vocabulary::common()));
            at += usize::from(blocks[blocks.len() - 1].len);
        }
        unwrapped(text, None, &blocks).unwrap_or_else(|| text.to_owned())
    }

    #[test]
    fn a_sentence_is_one_however_many_lines_it_has() {
        assert_eq!(read("Mødet er mandag\nden 4. maj i salen.\n"), "Mødet er mandag den 4. maj i salen.\n");
        assert_eq!(read("Mødet er mandag den\n4. maj i salen.\n"), "Mødet er mandag den 4. maj i salen.\n");
        assert_eq!(read("Mødet er mandag\r\nden 4. maj.\r\n"), "Mødet er mandag\u{a0}den 4. maj.\r\n");
    }

    #[test]
    fn a_paragraph_that_a_program_broke_is_one_whatever_its_lines_begin_with() {
        let text = "Foreningen har i flere år haft en aftale med kommunen om lån af hallen og\n\
            Region Sjælland har nu skrevet, at den ønsker at bruge lokalerne i samme\n\
            tidsrum. Formanden svarer.\n";
        assert_eq!(read(text), text.trim_end().replace('\n', " ") + "\n");
    }

    #[test]
    fn lists_headings_tables_and_what_is_set_in_keep_their_lines() {
        for text in [
            "borde\nstole\nlamper\n",
            "Ole Dahl\nPer Krog\nIda Lund\n",
            "Der købes\n- borde\n- stole\n",
            "Punkt 1: Hal og\n\nden gamle skole\n",
            "| Mødet er mandag |\n| den 4. maj |\n",
            "Mødet er mandag\n    den 4. maj\n",
            "Mødet er slut.\n12 deltog.\n",
        ] {
            assert_eq!(read(text), text);
        }
    }
}
