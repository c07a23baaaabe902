//! Where the items of a meeting begin: a walk over the row of blocks.
//!
//! Municipalities begin an item in a dozen ways, and "3. Budget" may as well be a point of a list. So each way
//! ("form") gathers its candidates, and the form with the best evidence is chosen for the document. A candidate is
//! *strong* when what follows it can only follow an item's heading: a section, a case number. The walk costs a few
//! nanoseconds a block and is made anew after each edit; it looks at the text only where titles are missing.

mod sequence;
mod untitled;

use super::block::{Block, Class, Flag, MarkKind};
use super::vocabulary::{Label, Vocabulary};

/// How the items of a document begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ItemForm {
    /// "Punkt 12: Titel", "Pkt. 12", "Nr. 12 - Titel".
    Word,
    /// "12. Titel", "12 Titel", "12 : Titel".
    Number,
    /// A Markdown heading of this level.
    Markdown(u8),
    /// A title with "Sag nr. 12" below it.
    Below,
    /// A title without a number, or no title at all: items are told by their sections.
    Untitled,
    /// The document has no items.
    None,
}

/// One item: its first block, and how to read its heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The first block of the item.
    pub first: usize,
    /// Blocks before the one with the title: a case number may stand above it.
    pub above: u8,
    /// Is there a line with a title?
    pub titled: bool,
    /// Does the item lie in the closed part of the meeting?
    pub closed_part: bool,
}

/// The items of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segments {
    /// How the items begin.
    pub form: ItemForm,
    /// In the order of the text; what stands before the first is the head of the meeting.
    pub items: Vec<Segment>,
}

/// A block that may begin an item.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    block: usize,
    number: Option<u32>,
    strong: bool,
}

/// Finds the items in `blocks`, the row of blocks of `text`.
pub fn segment(text: &str, blocks: &[Block], vocabulary: &Vocabulary) -> Segments {
    let found = Found::gather(blocks);
    let (form, mut items) = found.choose(text, blocks);
    if form == ItemForm::None && !found.sections.is_empty() {
        let items = untitled::untitled(text, blocks, &found, vocabulary);
        return Segments { form: ItemForm::Untitled, items: with_parts(items, &found) };
    }
    for item in &mut items {
        let heading = item.first + usize::from(item.above);
        if item.above == 0 && heading > 0 && stands_above(blocks, heading) {
            item.first -= 1;
            item.above = 1;
        }
    }
    Segments { form, items: with_parts(items, &found) }
}

/// Is the block before `heading` a case number that belongs to it, and not to the item before?
fn stands_above(blocks: &[Block], heading: usize) -> bool {
    let own = blocks
        .get(heading + 1)
        .is_some_and(|b| matches!(b.class, Class::CaseNumber | Class::Label(Label::CaseNumber)));
    let of_former =
        heading > 1 && matches!(blocks[heading - 2].class, Class::ItemWord { .. } | Class::LineMark(_));
    blocks[heading - 1].class == Class::CaseNumber
        && !own
        && !of_former
        && heading > 1
        && !blocks[heading - 2].mark.kind.is_number()
        && blocks[heading - 2].mark.heading == 0
}

fn with_parts(mut items: Vec<Segment>, found: &Found) -> Vec<Segment> {
    // A table of contents has the same headings; only one right above the first item is its own.
    let first = items.first().map_or(0, |item| item.first);
    let listed = |at: usize| found.contents.is_some_and(|contents| contents < at) && at + 1 < first;
    let mut parts = found.parts.iter().filter(|(at, _)| !listed(*at)).peekable();
    let mut closed = false;
    for item in &mut items {
        while let Some((_, part)) = parts.next_if(|(at, _)| *at < item.first) {
            closed = *part;
        }
        item.closed_part = closed;
    }
    items
}

/// What the row of blocks holds that may matter for its items.
#[derive(Default)]
struct Found {
    sections: Vec<usize>,
    words: Vec<Candidate>,
    numbers: Vec<Candidate>,
    headings: Vec<Candidate>,
    below: Vec<Candidate>,
    parts: Vec<(usize, bool)>,
    contents: Option<usize>,
}

impl Found {
    fn gather(blocks: &[Block]) -> Self {
        let mut found = Self::default();
        for (at, block) in blocks.iter().enumerate() {
            match block.class {
                Class::Section(_) | Class::Decision => found.sections.push(at),
                Class::Contents => found.contents = found.contents.or(Some(at)),
                Class::Part { closed } => found.parts.push((at, closed)),
                Class::ItemWord { number, .. } if block.mark.kind == MarkKind::None => {
                    let strong = followed(blocks, at, 1) || block.is(Flag::Closed);
                    found.words.push(Candidate { block: at, number: Some(number), strong });
                }
                Class::ItemBelow(number) if at > 0 => {
                    found.below.push(Candidate { block: at - 1, number: Some(number), strong: true });
                }
                Class::Text | Class::At if block.mark.heading > 0 => {
                    let number = block.mark.kind.is_number().then_some(block.mark.number);
                    let strong = followed(blocks, at, 0) || block.is(Flag::Closed);
                    found.headings.push(Candidate { block: at, number, strong });
                }
                Class::Text if may_be_numbered_title(block) => {
                    let strong = followed(blocks, at, 0);
                    // "2." right under "1. at …" is a point that is being written.
                    let bare = block.words().is_empty();
                    let listed =
                        at > 0 && blocks[at - 1].mark.kind.is_list() && !blocks[at - 1].is(Flag::BlankAfter);
                    if !bare || (strong && !listed) {
                        found.numbers.push(Candidate { block: at, number: Some(block.mark.number), strong });
                    }
                }
                _ => {}
            }
        }
        found
    }

    /// The form with the best evidence, and its items.
    fn choose(&self, text: &str, blocks: &[Block]) -> (ItemForm, Vec<Segment>) {
        let level = self.heading_level(blocks);
        let headings: Vec<Candidate> =
            self.headings.iter().copied().filter(|c| Some(blocks[c.block].mark.heading) == level).collect();
        let numbers = self.numbered_items(blocks);
        let strength = |candidates: &[Candidate]| candidates.iter().filter(|c| c.strong).count();
        let (words, marked, counted) = (strength(&self.words), strength(&headings), strength(&numbers));
        let most = marked.max(counted).max(self.below.len());
        if words > 0 && words * 2 >= most || (most == 0 && self.bare_run(&self.words)) {
            return (ItemForm::Word, to_segments(&self.in_sequence(text, blocks)));
        }
        if self.below.len() >= 2 && self.below.len() * 2 >= most || (self.below.len() == 1 && most <= 1) {
            return (ItemForm::Below, to_segments(&self.below));
        }
        if let Some(level) = level.filter(|_| marked > 0 && marked >= counted) {
            return (ItemForm::Markdown(level), to_segments(&marked_items(&headings)));
        }
        if counted > 0 && self.numbers_lead(&numbers) {
            return (ItemForm::Number, to_segments(&numbers));
        }
        if self.sections.is_empty() {
            return self.bare_agenda(&headings, level);
        }
        (ItemForm::None, Vec::new())
    }

    /// The level of the Markdown headings that begin items.
    fn heading_level(&self, blocks: &[Block]) -> Option<u8> {
        let mut strong = [0_usize; 7];
        let mut all = [0_usize; 7];
        for candidate in &self.headings {
            let level = usize::from(blocks[candidate.block].mark.heading);
            strong[level] += usize::from(candidate.strong);
            all[level] += 1;
        }
        let best = (1..7).rev().max_by_key(|&level| (strong[level], all[level]))?;
        (all[best] > 0).then_some(best as u8)
    }

    /// An agenda of bare titles: no sections anywhere, and numbers that run 1, 2, 3.
    fn bare_agenda(&self, headings: &[Candidate], level: Option<u8>) -> (ItemForm, Vec<Segment>) {
        if let Some(level) = level.filter(|_| headings.len() >= 2 && self.bare_run(headings)) {
            return (ItemForm::Markdown(level), to_segments(headings));
        }
        if self.bare_run(&self.numbers) && self.numbers.len() >= 2 {
            return (ItemForm::Number, to_segments(&self.numbers));
        }
        (ItemForm::None, Vec::new())
    }

    fn bare_run(&self, candidates: &[Candidate]) -> bool {
        let rising = candidates
            .windows(2)
            .all(|pair| pair[0].number.is_some() && pair[1].number == pair[0].number.map(|n| n + 1));
        !candidates.is_empty() && self.sections.is_empty() && rising && candidates[0].number.is_some()
    }

    /// Do the numbered titles come before the sections, as titles must?
    fn numbers_lead(&self, numbers: &[Candidate]) -> bool {
        let first = numbers.first().map_or(0, |c| c.block);
        let led = self.sections.first().is_none_or(|&section| section > first);
        let rising =
            numbers.windows(2).filter(|pair| pair[1].number == pair[0].number.map(|n| n + 1)).count();
        led || rising >= 2
    }

    /// Does a blank line or a case number part this block from the text before, or is it marked as a heading?
    fn apart(&self, blocks: &[Block], at: usize) -> bool {
        let Some(above) = at.checked_sub(1).map(|at| &blocks[at]) else { return true };
        above.is(Flag::BlankAfter)
            || blocks[at].mark.heading > 0
            || above.begins_section()
            || matches!(above.class, Class::CaseNumber | Class::Part { .. })
    }

    /// Numbered lines that are titles and not points of a list.
    fn numbered_items(&self, blocks: &[Block]) -> Vec<Candidate> {
        let mut items: Vec<Candidate> = Vec::new();
        for (i, candidate) in self.numbers.iter().enumerate() {
            let former = i.checked_sub(1).map(|i| self.numbers[i]);
            let of_list = former.is_some_and(|former| {
                let near = former.block + 1 == candidate.block || !candidate.strong;
                near && continues(&former, candidate)
                    && items.last().is_none_or(|last| last.block != former.block)
            });
            let closed = blocks[candidate.block].is(Flag::Closed);
            let of_list = of_list || self.goes_on_from_points(candidate, &items, blocks);
            let accepted = !of_list && (candidate.strong || closed || self.weak_title(i, &items, blocks));
            if accepted {
                items.push(*candidate);
            }
        }
        items
    }

    /// Does the number go on from the point of a list right above, "1. at …", and not from the last item? Then it is a
    /// point that lacks its "at", also where a section follows. Where it goes on from both, the blank line that stands
    /// above all other items is missed.
    fn goes_on_from_points(&self, candidate: &Candidate, items: &[Candidate], blocks: &[Block]) -> bool {
        let Some(above) = candidate.block.checked_sub(1).map(|at| &blocks[at]) else { return false };
        let mark = &blocks[candidate.block].mark;
        let of_points =
            above.class == Class::At && above.mark.kind == mark.kind && above.mark.number + 1 == mark.number;
        let next_item = items.last().is_none_or(|last| continues(last, candidate));
        let unlike_items = || {
            !self.apart(blocks, candidate.block)
                && !items.is_empty()
                && items.iter().all(|item| self.apart(blocks, item.block))
        };
        of_points && (!next_item || unlike_items())
    }

    /// A title with nothing under it but prose: believed when the numbers on both sides fit.
    fn weak_title(&self, i: usize, items: &[Candidate], blocks: &[Block]) -> bool {
        let candidate = &self.numbers[i];
        let after_last = items.last().is_some_and(|last| continues(last, candidate));
        let next = self.numbers[i + 1..].iter().find(|c| c.strong);
        let begins = items.is_empty() && candidate.number == Some(1);
        let fits = match next {
            Some(next) => next.number == candidate.number.map(|n| n + 1),
            // Nothing strong follows: "7. Eventuelt" at the end, or the bare titles of a closed part.
            None => after_last && !blocks[candidate.block].is(Flag::Stopped),
        };
        (after_last || begins) && fits && self.apart(blocks, candidate.block)
    }
}

fn continues(former: &Candidate, candidate: &Candidate) -> bool {
    former.number.is_some_and(|n| candidate.number == Some(n + 1))
}

fn may_be_numbered_title(block: &Block) -> bool {
    block.mark.kind.is_number()
        && block.mark.indent == 0
        && block.mark.number < 2000
        // "4." above a section is an item whose title is missing.
        && (block.is(Flag::Capital) || block.words().is_empty())
        && !block.is(Flag::Long)
        && !block.is(Flag::Colon)
}

/// Does something follow block `at` that only follows the heading of an item? `spare` lines of text may stand between.
fn followed(blocks: &[Block], at: usize, spare: usize) -> bool {
    let mut spare = spare;
    for block in blocks[at + 1..].iter().take(6) {
        match block.class {
            Class::Section(_) | Class::Decision | Class::CaseNumber | Class::ItemBelow(_) => return true,
            Class::Label(Label::CaseNumber | Label::Officer) | Class::LineMark(_) => return true,
            Class::Furniture | Class::Comment | Class::Code => {}
            Class::Text if spare > 0 && !block.is(Flag::Stopped) && !block.mark.kind.is_list() => spare -= 1,
            _ => return false,
        }
    }
    false
}

/// Markdown headings of the items' level; where most have a number, one without is an item only if it is strong.
fn marked_items(headings: &[Candidate]) -> Vec<Candidate> {
    let numbered = headings.iter().filter(|c| c.number.is_some()).count() * 2 > headings.len();
    let first = headings.iter().position(|c| c.strong || c.number.is_some()).unwrap_or(0);
    headings[first..].iter().copied().filter(|c| c.strong || !numbered || c.number.is_some()).collect()
}

fn to_segments(candidates: &[Candidate]) -> Vec<Segment> {
    candidates
        .iter()
        .map(|c| Segment { first: c.block, above: 0, titled: true, closed_part: false })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{ItemForm, segment};
    use crate::house::Houses;
    use crate::minutes::Minutes;

    /// The first lines of the items of `text`, which are numbered.
    fn items(text: &str) -> Vec<&str> {
        let houses = Houses::standard();
        let minutes = Minutes::new(text, houses.vocabulary());
        assert_eq!(segment(text, minutes.blocks(), houses.vocabulary()).form, ItemForm::Number, "{text}");
        let lines = minutes.items().map(|placed| &text[placed.item.heading + placed.start]);
        lines.collect()
    }

    #[test]
    fn a_point_without_its_at_is_no_item() {
        let points = "Indstilling\nDirektionen indstiller,\n1. at budgettet godkendes,\n2. Planen drøftes.\n\nBeslutning\nGodkendt.\n";
        let text = format!(
            "Byrådet\n\n1. Budget\n\n{points}\n2. Skolen\n\n{points}\n3. Havnen\n\nBeslutning\nGodkendt.\n"
        );
        assert_eq!(items(&text), ["1. Budget", "2. Skolen", "3. Havnen"]);
    }

    #[test]
    fn an_item_may_follow_the_points_of_the_one_before() {
        let text = "Byrådet\n\n1. Budget\n\nIndstilling\n1. at budgettet godkendes.\n\n2. Skolen\n\nIndstilling\n1. at planen godkendes.\n";
        assert_eq!(items(text), ["1. Budget", "2. Skolen"]);
    }
}
