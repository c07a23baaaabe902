//! The lines of the table of contents, or of a list of items to come.

use super::{ContentsEntry, Reader};
use syntax::{Block, Flag, contents_entry};
use text::{TextRange, TextSize, is_space, range_of};

impl Reader<'_> {
    pub(super) fn contents_entry(&mut self, block: &Block, words: TextRange, start: TextSize) {
        let Some(entry) = contents_entry(&self.text[words]) else { return };
        let title = range_of(self.text, entry.title);
        let number = number(block, title, self.text);
        self.head.contents.push(ContentsEntry {
            line: TextRange::new(start, words.end()),
            number: number.map(|(n, _)| n),
            title: number.map_or(title, |(_, rest)| rest),
            leaders: entry.leaders,
        });
    }

    /// A line of a table of contents without leaders.
    pub(super) fn contents_line(&mut self, block: &Block, words: TextRange, start: TextSize) {
        // "### Noter" behind the rows of a list.
        let row = block.mark.kind.is_list() || block.mark.kind.is_number();
        let behind = self.rows && self.parted && !row && !self.head.contents.is_empty();
        if words.is_empty() || block.is(Flag::Long) || behind {
            return;
        }
        self.rows = row && (self.rows || self.head.contents.is_empty());
        let number = number(block, words, self.text);
        self.head.contents.push(ContentsEntry {
            line: TextRange::new(start, words.end()),
            number: number.map(|(n, _)| n),
            title: number.map_or(words, |(_, rest)| rest),
            leaders: true,
        });
    }
}

/// The number of a contents line and the title after it: "12. Titel", "Punkt 12: Titel".
fn number(block: &Block, title: TextRange, text: &str) -> Option<(u32, TextRange)> {
    if block.mark.kind.is_number() {
        return Some((block.mark.number, title));
    }
    let words = text[title].strip_prefix("Punkt ").or_else(|| text[title].strip_prefix("Pkt. "))?;
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let n = words.get(..digits)?.parse().ok()?;
    let rest = words[digits..].trim_start_matches(|c| is_space(c) || matches!(c, '.' | ':' | '-' | '–'));
    Some((n, range_of(text, rest)))
}
