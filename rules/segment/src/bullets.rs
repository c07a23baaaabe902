//! Items that are bullets: an agenda of "- Godkendelse af dagsorden", where no line has a number.
//!
//! Bullets list anything, so the words must say that these are titles: two of them at least are titles that meetings
//! everywhere have, and a third of all, or a line above that says what they are. Those farther in are points of an item.

use super::kinds::is_aside;
use super::plain::Plain;
use super::weights::weights;
use syntax::block::{Block, Class, Flag, MarkKind};
use syntax::sign::Sign;

/// At least this many bullets must have known titles, and one in so many.
const KNOWN: usize = 2;
const ONE_IN: usize = 3;

/// The bullets among `blocks` that begin items.
pub(super) fn best(blocks: &[Block]) -> Plain {
    let is_bullet = |block: &Block| block.mark.kind == MarkKind::Bullet && block.mark.heading == 0;
    let known = |block: &&Block| is_bullet(block) && block.shows(Sign::KnownTitle);
    let Some(indent) = blocks.iter().filter(known).map(|block| block.mark.indent).min() else {
        return Plain::default();
    };
    // "· Nyt fra formanden:" above "- Der er købt en ny båd".
    let labelled = blocks.iter().filter(known).all(|block| block.is(Flag::Colon));
    let fits = |block: &Block| {
        is_bullet(block) && block.mark.indent <= indent && (!labelled || block.is(Flag::Colon))
    };
    let bullets: Vec<usize> = (0..blocks.len()).filter(|&at| fits(&blocks[at])).collect();
    let n_known = bullets.iter().filter(|&&at| blocks[at].shows(Sign::KnownTitle)).count();
    let announced = bullets.first().is_some_and(|&first| is_announced(blocks, first));
    // "- økonomi" above "Der er 12.000 kr. i kassen."
    let told = |at: usize| {
        let sentence = |below: &Block| {
            below.class == Class::Text
                && !below.mark.kind.is_list()
                && below.is(Flag::Capital)
                && below.is(Flag::FullStop)
        };
        !blocks[at].is(Flag::BlankAfter) && blocks.get(at + 1).is_some_and(sentence)
    };
    let titles = |at: &&usize| {
        blocks[**at].class != Class::At && (!blocks[**at].shows(Sign::SmallLetter) || told(**at))
    };
    let all_titles = bullets.iter().filter(titles).count() == bullets.len();
    if n_known < KNOWN || n_known * ONE_IN < bullets.len() && !announced || !all_titles {
        return Plain::default();
    }
    let weights = weights();
    let pairs = weights.choice.plain_pair * (bullets.len() - 1) as f32;
    let score =
        weights.of(Sign::KnownTitle) * n_known as f32 + weights.of(Sign::Base) * bullets.len() as f32 + pairs;
    Plain { blocks: bullets, score, rank: None }
}

/// Does the line above `first` say that a list of items follows: "Dagsorden:"?
fn is_announced(blocks: &[Block], first: usize) -> bool {
    let above = blocks[..first].iter().rev().find(|block| !is_aside(block));
    above.is_some_and(|above| above.shows(Sign::Agenda))
}
