//! The sentences of a part that may be proofread: the secretary's own prose, and no headings, tables, lists of
//! attachments or remarks, which are somebody else's words.

use super::view::PartView;
use crate::danish::clauses::Sentence;
use crate::danish::sentences::sentences;
use crate::syntax::{Block, Class};
use crate::text::{TextRange, TextSize};
use crate::zones::ZoneSet;

/// Longer sentences, in tokens, are lists that lost their lines.
const LONGEST: usize = 80;

/// Shorter ones say nothing that can be read.
const SHORTEST: usize = 3;

/// A part with more bytes is no minutes, and its sentences would take more memory than its text.
const LONGEST_PART: usize = 1 << 20;

impl<'a> PartView<'a> {
    /// The sentences that may be proofread; found once for all rules.
    pub fn sentences(&self) -> &[Sentence<'a>] {
        self.sentences.get_or_init(|| {
            if self.text.len() > LONGEST_PART {
                return Vec::new();
            }
            let lines = self.placed_blocks().filter(|(_, block)| is_text(block));
            let lines = lines.map(|(start, block)| block.words() + start);
            lines
                .filter(|line| self.may_be_proofread(*line))
                .flat_map(|line| self.sentences_of(line))
                .collect()
        })
    }

    fn sentences_of(&self, line: TextRange) -> impl Iterator<Item = Sentence<'a>> + use<'a> {
        let text = self.text;
        let all = sentences(&text[line]).map(move |part| Sentence::new(text, part + line.start()));
        all.filter(|sentence| (SHORTEST..=LONGEST).contains(&sentence.len()))
    }

    /// Is `line` running text from its first letter on? Zones inside it are for the engine to keep rules out of.
    fn may_be_proofread(&self, line: TextRange) -> bool {
        let start = TextRange::at(line.start(), line.len().min(TextSize::new(1)));
        let cells = memchr::memchr2(b'\t', b'|', self.text[line].as_bytes()).is_some();
        !cells && !self.is_heading(line) && self.zones_at(start).lies_in(ZoneSet::NONE)
    }
}

fn is_text(block: &Block) -> bool {
    matches!(block.class, Class::Text | Class::At | Class::Label(_)) && block.mark.heading == 0
}
