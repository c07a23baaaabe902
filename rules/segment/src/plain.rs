//! Items whose headings have no numbers: headings of one Markdown rank, or titles of an agenda that stand again below.

use std::cell::LazyCell;

use rustc_hash::FxHashMap;

use super::groups::heads_group;
use super::kinds::{is_aside, is_item_of_agenda, is_section};
use super::weights::weights;
use syntax::block::{Block, Class, Flag};
use syntax::numbered::{NumberForm, Numbering};
use syntax::sign::Sign;
use syntax::vocabulary::Vocabulary;

/// Headings without numbers, and what they are worth together.
#[derive(Debug, Default)]
pub(super) struct Plain {
    pub(super) blocks: Vec<usize>,
    pub(super) score: f32,
    /// Their Markdown rank; `None` for the titles of an agenda.
    pub(super) rank: Option<u8>,
}

/// Lines in bold are a rank of their own, below the six of Markdown; so are those with the number of a case before them.
const BOLD: u8 = 7;
pub(super) const CASED: u8 = 8;

/// More headings of sections before the first title make no difference.
const ENOUGH: usize = 4;

/// A title by its beginning and its length.
type Title = (u32, u32);

fn title(block: &Block) -> Title {
    (block.key, block.words().len().into())
}

/// The best headings without numbers among `blocks`.
pub(super) fn best(
    blocks: &[Block],
    numbered: impl Iterator<Item = (u32, usize)>,
    entries: &FxHashMap<u32, usize>,
    (ranked, cased): (bool, bool),
    vocabulary: &Vocabulary,
) -> Plain {
    let listed = agenda(blocks, vocabulary);
    let mut first: FxHashMap<u32, usize> = FxHashMap::default();
    for (key, block) in numbered {
        let own = first.entry(key).or_insert(block);
        *own = block.min(*own);
    }
    let numbered = first;
    let search = Search { blocks, listed: &listed, numbered: &numbered, entries, vocabulary };
    let of_ranks = if ranked || cased { by_rank(blocks) } else { Default::default() };
    let sections: Vec<usize> = blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| block.begins_section())
        .map(|(at, _)| at)
        .take(ENOUGH)
        .collect();
    let mut best = Plain::default();
    let ranks = (1..=BOLD).filter(|_| ranked).chain(cased.then_some(CASED));
    for rank in ranks.map(Some).chain([None]) {
        let plain = match rank {
            Some(rank) => search.of_rank(Some(rank), of_ranks[usize::from(rank)].iter().copied(), &sections),
            None => search.of_rank(None, 0..blocks.len(), &sections),
        };
        let enough = plain.blocks.len() > 1 || rank.is_some_and(|rank| rank < CASED);
        if plain.score > best.score && enough {
            best = plain;
        }
    }
    best
}

/// The blocks of each rank.
fn by_rank(blocks: &[Block]) -> [Vec<usize>; CASED as usize + 1] {
    let mut ranks: [Vec<usize>; CASED as usize + 1] = Default::default();
    for (at, block) in blocks.iter().enumerate() {
        if let Some(own) = ranks.get_mut(usize::from(rank(block))) {
            own.push(at);
        }
    }
    ranks
}

/// The titles of an agenda without numbers: three lines or more in a block, two thirds of which stand alone below.
fn agenda(blocks: &[Block], vocabulary: &Vocabulary) -> FxHashMap<Title, usize> {
    // Where each title stands last, once a list may be one.
    let last = LazyCell::new(|| {
        let keyed = blocks.iter().enumerate().filter(|(_, block)| block.key != 0);
        keyed.map(|(at, block)| (title(block), at)).collect::<FxHashMap<Title, usize>>()
    });
    let is_row = |at: &usize| blocks[*at].key != 0 && blocks[*at].numbering.is_none();
    let mut listed = FxHashMap::default();
    let mut start = 0;
    for (at, block) in blocks.iter().enumerate() {
        let topic = matches!(block.class, Class::Section(id) if vocabulary.is_topic(id));
        let heading = is_section(block) && !topic;
        if !heading && !block.is(Flag::BlankAfter) && at + 1 < blocks.len() {
            continue;
        }
        let end = at + usize::from(!heading);
        let is_most = |n: usize| n * 3 >= (end - start) * 2;
        if end > start + 2 && is_most((start..end).filter(is_row).count()) {
            let again = |&at: &usize| last.get(&title(&blocks[at])).is_some_and(|last| *last >= end);
            let again: Vec<usize> = (start..end).filter(is_row).filter(again).collect();
            if is_most(again.len()) {
                listed.extend(again.into_iter().map(|at| (title(&blocks[at]), at)));
            }
        }
        start = at + 1;
    }
    listed
}

struct Search<'b> {
    blocks: &'b [Block],
    listed: &'b FxHashMap<Title, usize>,
    numbered: &'b FxHashMap<u32, usize>,
    entries: &'b FxHashMap<u32, usize>,
    vocabulary: &'b Vocabulary,
}

fn rank(block: &Block) -> u8 {
    match block.mark.heading {
        0 if block.is(Flag::Bold) => BOLD,
        0 if block.is(Flag::Cased) => CASED,
        rank => rank,
    }
}

impl Search<'_> {
    /// The headings of rank `wanted`, which stand at `places`, or the titles of an agenda, which may stand anywhere;
    /// the first headings of sections stand at `sections`.
    fn of_rank(
        &self,
        wanted: Option<u8>,
        places: impl Iterator<Item = usize> + Clone,
        sections: &[usize],
    ) -> Plain {
        let mut plain = Plain { rank: wanted, ..Plain::default() };
        let mixed = wanted.is_some() && self.is_mixed(places.clone());
        for at in places {
            let block = &self.blocks[at];
            let fits = match wanted {
                Some(wanted) => self.is_heading(at, wanted, (mixed, plain.blocks.is_empty())),
                None => self.is_listed(at),
            };
            if fits
                && block.numbering.is_none_or(|own| own.form.is_rare() || wanted == Some(CASED))
                && !self.is_title_of_document(at, wanted, &plain)
            {
                let above = sections.iter().filter(|section| **section < at).count();
                plain.score += self.worth(at, wanted, &plain, above);
                plain.blocks.push(at);
            }
        }
        plain
    }

    /// Are so few of the headings at `places` sections, each once, that "Økonomi" may be an item among others?
    fn is_mixed(&self, places: impl Iterator<Item = usize> + Clone) -> bool {
        let mut sections: Vec<u32> = Vec::new();
        let (mut n, mut topics) = (0, true);
        for block in places.map(|at| &self.blocks[at]) {
            n += 1;
            if block.begins_section() {
                topics &= matches!(block.class, Class::Section(id) if self.vocabulary.is_topic(id));
                sections.push(block.key);
            }
        }
        let few = sections.len();
        sections.sort_unstable();
        sections.dedup();
        few * 3 < n || topics && few == sections.len() && few * 2 < n
    }

    fn is_heading(&self, at: usize, wanted: u8, (mixed, first): (bool, bool)) -> bool {
        let block = &self.blocks[at];
        if wanted == CASED {
            let yearly = |own: Numbering| matches!(own.form, NumberForm::Yearly(_));
            return !block.is(Flag::FullStop) && block.numbering.is_none_or(yearly);
        }
        let words = match block.class {
            Class::Section(id) => mixed && self.vocabulary.is_topic(id),
            Class::Text | Class::At | Class::Furniture => true,
            Class::Label(_) => block.shows(Sign::KnownTitle),
            _ => is_item_of_agenda(self.blocks, at),
        };
        // "Lokaler" among items is one; above them it is of the head.
        let of_head = first && block.shows(Sign::OfHead) && !block.shows(Sign::KnownTitle);
        let leads = block.shows(Sign::LeadIn)
            || heads_group(self.blocks, at)
            || wanted == BOLD && block.is(Flag::Colon);
        words && !of_head && !leads
    }

    fn is_listed(&self, at: usize) -> bool {
        let block = &self.blocks[at];
        let plain = match block.class {
            Class::Text | Class::Label(_) => !block.shows(Sign::ContentsLine),
            Class::Section(id) => self.vocabulary.is_topic(id),
            _ => false,
        };
        if block.key == 0 || !plain || block.is(Flag::FullStop) {
            return false;
        }
        let listed = self.listed.get(&title(block)).or_else(|| self.before(block.key));
        listed.is_some_and(|listed| at > listed + 1)
    }

    fn before(&self, key: u32) -> Option<&usize> {
        self.numbered.get(&key).or_else(|| self.entries.get(&key))
    }

    /// Is it the title of the document, above date and place?
    fn is_title_of_document(&self, at: usize, wanted: Option<u8>, plain: &Plain) -> bool {
        if wanted.is_none() || !plain.blocks.is_empty() {
            return false;
        }
        // "Godkendelse af referat" with "Referatet er godkendt." below it.
        let own = &self.blocks[at];
        if own.shows(Sign::KnownTitle) && !own.shows(Sign::Agenda) && !own.shows(Sign::OfHead) {
            return false;
        }
        // "# Referat fra personalemøde i Spiren", on top of all.
        let first =
            || self.blocks[..at].iter().all(|block| matches!(block.class, Class::Blank | Class::Comment));
        let named = own.is(Flag::Dated)
            || own.shows(Sign::Agenda) && (own.shows(Sign::OfHead) || own.shows(Sign::KnownTitle));
        if named && first() {
            return true;
        }
        let mut down = self.below(at);
        let (first, second) = (down.next(), down.next());
        let of_head = |block: Option<&Block>| {
            let heads = |b: &Block| {
                b.shows(Sign::OfHead)
                    && !b.shows(Sign::LabelsDecision)
                    && !b.shows(Sign::SaysOutcome)
                    && !is_section(b)
            };
            block.is_some_and(|b| heads(b) && Some(rank(b)) != wanted)
        };
        of_head(first) || !first.is_some_and(is_section) && of_head(second)
    }

    fn below(&self, at: usize) -> impl Iterator<Item = &Block> {
        self.blocks[at + 1..].iter().filter(|block| !is_aside(block)).take(3)
    }

    fn worth(&self, at: usize, wanted: Option<u8>, plain: &Plain, sections: usize) -> f32 {
        let (block, weights) = (&self.blocks[at], weights());
        let signs = [
            (true, Sign::Base),
            (block.mark.heading > 0, Sign::MarkdownHeading),
            (block.mark.heading == 0 && block.is(Flag::Bold), Sign::Bold),
            (block.is(Flag::Cased), Sign::CaseNumberFollows),
            (self.below(at).take(2).any(is_section), Sign::SectionFollows),
            (block.shows(Sign::KnownTitle), Sign::KnownTitle),
            (wanted.is_none() || self.listed.contains_key(&title(block)), Sign::ListedBefore),
        ];
        let shown: f32 = signs.iter().filter(|(on, _)| *on).map(|(_, sign)| weights.of(*sign)).sum();
        let place = if plain.blocks.is_empty() {
            weights.start.section_before * sections as f32
        } else {
            weights.choice.plain_pair
        };
        shown + place
    }
}
