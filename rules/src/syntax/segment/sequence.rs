//! Items that begin with a word, "Punkt 12: Titel": which of these lines are headings, and which only mention an item.

use super::{Candidate, Found, continues};
use crate::syntax::block::{Block, Class, Flag};
use crate::text::{TextSize, trim};

impl Found {
    /// Those of the lines "Punkt 3: …" that are items: strong ones dressed as most are, others whose number continues
    /// the sequence, and a bare title that repeats the number before it.
    pub(super) fn in_sequence(&self, text: &str, blocks: &[Block]) -> Vec<Candidate> {
        let candidates = &self.words;
        let dress = usual_dress(candidates, blocks);
        let Some(first) = candidates.iter().position(|c| c.strong) else { return candidates.to_vec() };
        let mut start = first;
        while start > 0
            && continues(&candidates[start - 1], &candidates[start])
            && self.apart(blocks, candidates[start - 1].block)
        {
            start -= 1;
        }
        let mut items: Vec<Candidate> = candidates[start..first].to_vec();
        let mut titles = Titles { text, blocks, at: 0, start: TextSize::new(0), former: None };
        for (i, candidate) in candidates.iter().enumerate().skip(first) {
            let next = items.last().is_some_and(|last| continues(last, candidate));
            let usual = dress_of(blocks, candidate) == dress;
            let apart = || self.apart(blocks, candidate.block);
            let follower = candidates.get(i + 1).map_or(blocks.len(), |follower| follower.block);
            let mut repeats = || {
                follower == candidate.block + 1
                    && items.last().is_some_and(|last| titles.repeats(last, candidate))
            };
            if (candidate.strong && usual)
                || (next && (usual || candidate.strong) && apart())
                || (usual && apart() && repeats())
            {
                items.push(*candidate);
            }
        }
        items
    }
}

/// The words of headings, read in the order of the text: starts of blocks are only known by walking there.
struct Titles<'t> {
    text: &'t str,
    blocks: &'t [Block],
    at: usize,
    start: TextSize,
    /// The title read last of an item, with its block.
    former: Option<(usize, &'t str)>,
}

impl<'t> Titles<'t> {
    /// Has the writer put in an item above `candidate`, under which nothing stands, and left its number? Then its
    /// title is another than that of `last`; the same words, or their beginning, are only the head of a page.
    fn repeats(&mut self, last: &Candidate, candidate: &Candidate) -> bool {
        let block = &self.blocks[candidate.block];
        if last.number != candidate.number || block.is(Flag::Stopped) || block.is(Flag::Long) {
            return false;
        }
        let former = match self.former {
            Some((block, words)) if block == last.block => words,
            _ => self.words(last.block),
        };
        self.former = Some((last.block, former));
        let words = self.words(candidate.block);
        !words.starts_with(former) && !former.starts_with(words)
    }

    /// The words of block `at`, which is none before that of the call before.
    fn words(&mut self, at: usize) -> &'t str {
        self.start += self.blocks[self.at..at].iter().map(|block| block.len).sum::<TextSize>();
        self.at = at;
        trim(&self.text[self.blocks[at].words() + self.start])
    }
}

fn dress_of(blocks: &[Block], candidate: &Candidate) -> u8 {
    match blocks[candidate.block].class {
        Class::ItemWord { dress, .. } => dress,
        _ => 0,
    }
}

/// The word and sign that most strong headings have.
fn usual_dress(candidates: &[Candidate], blocks: &[Block]) -> u8 {
    let mut counts = [0_u32; 256];
    for candidate in candidates.iter().filter(|c| c.strong) {
        counts[usize::from(dress_of(blocks, candidate))] += 1;
    }
    (0..=u8::MAX).rev().max_by_key(|&dress| counts[usize::from(dress)]).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use crate::house::Houses;
    use crate::minutes::Minutes;

    fn items(text: &str) -> Vec<&str> {
        let houses = Houses::standard();
        let minutes = Minutes::new(text, houses.vocabulary());
        minutes.items().map(|placed| &text[placed.item.heading + placed.start]).collect()
    }

    const BUDGET: &str = "Byrådet\n\nPunkt 1: Budget\n\nIndstilling\n\nat budgettet godkendes.\n\n";

    #[test]
    fn a_bare_title_may_repeat_a_number() {
        let text = format!("{BUDGET}Punkt 2: Skolen\n\nPunkt 2: Havnen\n\nPunkt 3: Eventuelt\n");
        let titles = ["Punkt 1: Budget", "Punkt 2: Skolen", "Punkt 2: Havnen", "Punkt 3: Eventuelt"];
        assert_eq!(items(&text), titles);
        let text = format!("{BUDGET}Punkt 1: Eventuelt\n");
        assert_eq!(items(&text), ["Punkt 1: Budget", "Punkt 1: Eventuelt"]);
    }

    #[test]
    fn a_mention_of_an_item_is_no_item() {
        let head_of_page = format!("{BUDGET}Punkt 1: Budget\n");
        assert_eq!(items(&head_of_page), ["Punkt 1: Budget"]);
        let with_text = format!("{BUDGET}Punkt 1: Bilag\n\nSe kortet.\n");
        assert_eq!(items(&with_text), ["Punkt 1: Budget"]);
        let sentence = format!("{BUDGET}Punkt 1: Formanden tog ordet.\n");
        assert_eq!(items(&sentence), ["Punkt 1: Budget"]);
    }
}
