//! Lines that only minutes have, at their end: "Mødet hævet kl. 21.15", "Underskrifter:".

use crate::Minutes;
use syntax::{Class, says_over};
use text::TextSize;

impl Minutes {
    /// Does one of the last lines of `text` say that the meeting is over, as is known afterwards?
    pub fn is_closed_by_words(&self, text: &str) -> bool {
        const LAST: usize = 8;
        const LONGEST: usize = 120;
        let mut end = TextSize::of(text);
        // "Referent: Ida Krog" above the items of a short agenda says nothing of its end.
        let first = self.items().next().map_or(TextSize::new(0), |placed| placed.start);
        self.blocks().iter().rev().take(LAST).any(|block| {
            end -= block.len;
            if end < first {
                return false;
            }
            let words = &text[block.words() + end];
            let plain = block.numbering.is_none() && matches!(block.class, Class::Text | Class::Label(_));
            plain && words.len() <= LONGEST && says_over(words)
        })
    }
}
