//! Titles behind a label that says that they are titles: "Emne: Byfest", "Tema: Havnen", "PUNKT: Dagsorden".

use rustc_hash::FxHashMap;

use super::kinds::is_section;
use super::shaped::Shape;
use syntax::block::{Block, Class, Flag};
use syntax::title;
use syntax::vocabulary::Label;

/// So many titles have the same label at least, and so many where no blank line stands before each.
const FEWEST: usize = 2;
const FEWEST_CLOSE: usize = 3;

/// The titles of the label that most have, where no section stands above the first.
pub(super) fn titles(shape: &Shape<'_>) -> Option<Vec<usize>> {
    let blocks = shape.blocks;
    let mut places: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for at in (0..blocks.len()).filter(|&at| is_labelled(&blocks[at])) {
        let words = shape.words(at);
        let label = words[..title::shared_label_len(words)].trim_end().to_lowercase();
        places.entry(label).or_default().push(at);
    }
    let whole = |titles: &Vec<usize>| {
        let apart = titles.iter().filter(|at| stands_apart(blocks, **at)).count();
        let enough = if apart == titles.len() { FEWEST } else { FEWEST_CLOSE };
        titles.len() >= enough && (apart == titles.len() || apart == 0 || are_told(blocks, titles))
    };
    let most = places
        .into_values()
        .filter(whole)
        .max_by_key(|titles| (titles.len(), std::cmp::Reverse(titles[0])))?;
    (!blocks[..most[0]].iter().any(is_section)).then_some(most)
}

fn is_labelled(block: &Block) -> bool {
    block.is(Flag::Labelled) && block.numbering.is_none()
}

/// Does a blank line stand before the title, or the number of its case: "Sagsnr.: 26/1042"?
fn stands_apart(blocks: &[Block], at: usize) -> bool {
    let parted = |at: usize| at.checked_sub(1).is_none_or(|above| blocks[above].is(Flag::BlankAfter));
    let case = |above: usize| matches!(blocks[above].class, Class::Label(Label::CaseNumber)) && parted(above);
    parted(at) || at.checked_sub(1).is_some_and(case)
}

/// Does a line stand below each of `titles` but the last, before the next?
fn are_told(blocks: &[Block], titles: &[usize]) -> bool {
    titles.windows(2).all(|pair| pair[1] > pair[0] + 1 && !is_labelled(&blocks[pair[0] + 1]))
}
