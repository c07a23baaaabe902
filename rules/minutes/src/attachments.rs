//! The list of attachments under "Bilag".

use references::{Mark, attachment_label};
use syntax::{Block, Class};
use text::{TextRange, TextSize};

/// One line of the list of attachments; offsets are those of the item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// "2" in "Bilag 2: Tidsplan", or of its line in a list; `None` for a bare title.
    pub number: Option<u32>,
    /// What it is called by: "2", "B" in "Bilag B: Tidsplan", "2.1".
    pub mark: Option<Mark>,
    /// The line without its list mark.
    pub range: TextRange,
}

/// The attachments in the blocks of a section, the first of which begins at `start`.
pub(super) fn list(text: &str, blocks: &[Block], start: TextSize) -> Vec<Attachment> {
    let mut at = start;
    let mut list = Vec::new();
    for block in blocks {
        let words = block.words() + at;
        at += block.len;
        let line = &text[words];
        let none =
            line.trim_end_matches('.').eq_ignore_ascii_case("ingen") || line.starts_with("Ingen bilag");
        if matches!(block.class, Class::Text | Class::At) && !none && !line.is_empty() {
            let listed = block.mark.kind.is_number().then_some(block.mark.number);
            let label = attachment_label(line);
            let number = match label {
                Some(Mark::Number(number)) => Some(number),
                _ => listed,
            };
            let mark = label.or(listed.map(Mark::Number));
            list.push(Attachment { number, mark, range: words });
        }
    }
    list
}
