//! The row of blocks of a whole text.

use std::ops::Range;

use memchr::memmem;

use super::block::Block;
use super::class::Class;
use super::ranks::Ranks;
use super::scan::ranked;
use super::vocabulary::Vocabulary;
use text::is_space;
use text::workers::Workers;

/// Reads all blocks of `text`, which is divided among `workers` when it is long.
pub fn blocks(text: &str, vocabulary: &Vocabulary, ranks: &Ranks, workers: Workers) -> Vec<Block> {
    let pieces = pieces(text);
    let read =
        workers.map(&pieces, ExactSizeIterator::len, |piece| row(text, piece.clone(), vocabulary, ranks));
    let apart = read.iter().zip(&pieces).all(|((_, end), piece)| *end == piece.end);
    let rows = if apart { read } else { vec![row(text, 0..text.len(), vocabulary, ranks)] };
    // A row that grows as it is filled takes twice the room.
    let mut blocks = Vec::with_capacity(rows.iter().map(|(row, _)| row.len()).sum());
    for (row, _) in rows {
        blocks.extend(row);
    }
    blocks
}

/// Do the blocks of `text` show that it is Markdown: a heading with "#", or a fence?
pub fn is_markdown(text: &str, blocks: &[Block]) -> bool {
    let mut start = 0;
    blocks.iter().any(|block| {
        let at = start;
        start += usize::from(block.len);
        block.class == Class::Code
            || block.mark.heading > 0 && text[at..].trim_start_matches(is_space).starts_with('#')
    })
}

/// The blocks that begin in `piece` of `text`, and where the last one ends.
fn row(text: &str, piece: Range<usize>, vocabulary: &Vocabulary, ranks: &Ranks) -> (Vec<Block>, usize) {
    let mut blocks = Vec::new();
    let mut at = piece.start;
    while at < piece.end {
        let block = ranked(text, at, vocabulary, ranks.of((at as u32).into()));
        at += usize::from(block.len);
        blocks.push(block);
    }
    (blocks, at)
}

/// In bytes: so much text is read in one go.
const PIECE: usize = 256 * 1024;

/// `text` in pieces that begin behind a blank line, over which no block reaches.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut pieces = Vec::new();
    let mut start = 0;
    while let Some(rest) = bytes.get(start + PIECE..) {
        let parted = |at: &usize| rest.get(at + 2).is_some_and(u8::is_ascii_alphanumeric);
        let Some(at) = memmem::find_iter(rest, b"\n\n").find(parted) else { break };
        let end = start + PIECE + at + 2;
        pieces.push(start..end);
        start = end;
    }
    pieces.push(start..text.len());
    pieces
}

#[cfg(test)]
mod tests {
    use super::{blocks, pieces};
    use crate::{Ranks, Vocabulary};
    use text::workers::Workers;

    #[test]
    fn a_text_in_pieces_has_the_same_blocks() {
        let text = "Resume\n\nSagen er <!-- ny\n\n## A\n=====\n\n\n- at\n\nx\n".repeat(20_000);
        assert!(pieces(&text).len() > 2);
        let (mut whole, mut at) = (Vec::new(), 0);
        while at < text.len() {
            whole.push(super::ranked(&text, at, Vocabulary::common(), None));
            at += usize::from(whole[whole.len() - 1].len);
        }
        assert_eq!(blocks(&text, Vocabulary::common(), &Ranks::default(), Workers::default()), whole);
    }
}
