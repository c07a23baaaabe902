//! The words of one paragraph of Word, as they are gathered run by run.

use roxmltree::Node;

use flow::FEWEST_DIGITS;
use flow::Piece;
use flow::xml::own_text;

/// The words of a paragraph, as they are gathered.
#[derive(Default)]
pub(super) struct Line<'a, 'i> {
    pub(super) words: String,
    pub(super) pieces: Vec<Piece>,
    pub(super) hidden: String,
    pub(super) struck: String,
    pub(super) deleted: String,
    /// Where in the words each deletion stood, and what it took.
    pub(super) deletions: Vec<(usize, String)>,
    pub(super) inserted: String,
    /// Was it only the look of some words that was changed?
    pub(super) is_changed: bool,
    /// Text boxes that hang on the paragraph.
    pub(super) boxes: Vec<Node<'a, 'i>>,
    /// Is the paragraph's own style hidden, or struck through?
    pub(super) is_hidden: bool,
    pub(super) is_struck: bool,
    /// Are its words read though they are struck through? A title counts all the same.
    pub(super) keeps_struck: bool,
    /// Were the words before the ones that come next struck through?
    pub(super) after_struck: bool,
    /// Does it lie in a change that is on record?
    pub(super) is_inserted: bool,
}

impl Line<'_, '_> {
    pub(super) fn text(&mut self, node: Node<'_, '_>) {
        let written = own_text(node);
        // Words that are struck through take one of the spaces around them along.
        let is_open = self.after_struck && (self.words.is_empty() || self.words.ends_with(' '));
        let words = if is_open { written.trim_start_matches(' ') } else { &*written };
        self.after_struck &= words.is_empty();
        let from = written.len() - words.len();
        self.pieces.push(Piece { at: self.words.len(), len: words.len(), from, source: node.range().start });
        self.words.push_str(words);
    }

    /// Takes out the words behind the first `before` bytes.
    pub(super) fn cut(&mut self, before: usize) -> String {
        self.pieces.retain(|piece| piece.at < before);
        self.words.split_off(before)
    }

    pub(super) fn delete(&mut self, words: &str) {
        self.deleted.push_str(words);
        self.deletions.push((self.words.len(), words.to_owned()));
    }

    /// What was deleted. Where digits were taken out of a number, it is the paragraph as it was.
    pub(super) fn with_deletions(&self) -> String {
        let took_digits = |(_, words): &(usize, String)| {
            (1..FEWEST_DIGITS).contains(&words.bytes().filter(u8::is_ascii_digit).count())
        };
        if !self.deletions.iter().any(took_digits) {
            return self.deleted.clone();
        }
        let (mut earlier, mut from) = (String::new(), 0);
        for (at, words) in &self.deletions {
            let kept = self.words.get(from..*at).unwrap_or_default();
            (earlier, from) = (earlier + kept + words, *at);
        }
        earlier + self.words.get(from..).unwrap_or_default()
    }
}
