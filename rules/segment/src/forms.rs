//! What the headings of a document have in common.

use super::candidate::Candidate;
use super::candidates::Found;
use super::kinds::is_section;
use super::{ItemForm, Segment, tables};
use syntax::block::{Block, Class, Flag};
use syntax::numbered::NumberForm;
use syntax::sign::Sign;
use syntax::title;
use text::{TextSize, is_space};

/// The form of the series `lines`.
pub(super) fn of_series(lines: &[usize], candidates: &[Candidate]) -> ItemForm {
    let Some(first) = lines.first().map(|&at| &candidates[at]) else { return ItemForm::None };
    let ranked = lines.iter().filter(|&&at| candidates[at].rank > 0).count() * 2 > lines.len();
    let rank = lines.iter().map(|&at| candidates[at].rank).find(|rank| *rank > 0);
    match rank.filter(|_| ranked) {
        Some(rank) if !first.numbering.form.has_word() => ItemForm::Markdown(rank),
        _ if first.numbering.form.has_word() => ItemForm::Word,
        _ => ItemForm::Number,
    }
}

/// Is the series `lines` a list and nothing else, of which no word says that it is an agenda: prices, a guide, wishes in a letter?
pub(super) fn are_only_list(text: &str, lines: &[usize], candidates: &[Candidate], blocks: &[Block]) -> bool {
    let rows = || lines.iter().map(|&line| &candidates[line]);
    let (Some(first), Some(last)) = (rows().next(), rows().next_back()) else { return false };
    let dense = rows().zip(rows().skip(1)).all(|(row, next)| next.block == row.end + 1);
    let titles =
        [Sign::KnownTitle, Sign::UsualFirstWord, Sign::WordMarker, Sign::MarkdownHeading, Sign::OpenMark];
    let titled = rows().any(|row| titles.iter().any(|sign| row.signs.has(*sign)) || row.bold);
    let of_meeting = |block: &Block| block.shows(Sign::Agenda) || block.shows(Sign::OfHead);
    let decided = |block: &Block| block.shows(Sign::SaysOutcome) || is_section(block);
    let whole =
        last.end + 1 == blocks.len() || lines.len() > 1 && !blocks[last.end + 1..].iter().any(decided);
    let headed = || first.numbering.form == NumberForm::Row && tables::says_items(text, blocks, first.block);
    dense && whole && !titled && !blocks[..first.block].iter().any(of_meeting) && !headed()
}

/// Do the numbers stand below the titles? Where most stand apart right above one, they do not: "Sag nr. 1", "Ny hal".
pub(super) fn are_below(found: &Found, candidates: &[Candidate], lines: &[usize], blocks: &[Block]) -> bool {
    let above = |&&at: &&usize| {
        let (title, number) = (&blocks[at], &blocks[at + 1]);
        let next = blocks.get(at + 2).is_some_and(|next| next.shows(Sign::TitleLike) && !is_section(next));
        let heads = !title.shows(Sign::TitleLike) || is_section(title) || !number.is(Flag::BlankAfter);
        next && title.is(Flag::BlankAfter) && heads
    };
    if found.below.iter().filter(above).count() * 2 > found.below.len() {
        return false;
    }
    let followed = |&&at: &&usize| candidates[at].signs.has(Sign::SectionFollows);
    let strong = lines.iter().filter(followed).count();
    let n = found.below.len();
    n >= 2 && n * 2 >= strong || n == 1 && strong <= 1
}

/// Among headings of one Markdown rank that have numbers, one without is an item where a section stands below it.
pub(super) fn with_unnumbered(mut items: Vec<Segment>, form: ItemForm, blocks: &[Block]) -> Vec<Segment> {
    let (ItemForm::Markdown(rank), Some(first)) = (form, items.first().map(|item| item.first)) else {
        return items;
    };
    let numbered = items.len();
    for (at, block) in blocks.iter().enumerate().skip(first + 1) {
        let alike = block.mark.heading == rank && block.numbering.is_none() && block.class == Class::Text;
        let followed = blocks.get(at + 1).is_some_and(|next| is_section(next) && next.mark.heading != rank);
        if alike && (followed || block.is(Flag::Closed)) {
            items.push(Segment::new(at));
        }
    }
    if items.len() - numbered > numbered {
        items.truncate(numbered);
    }
    items.sort_by_key(|item| item.first);
    items
}

/// At most this long is "Eventuelt:", in bytes.
const LONGEST_LAST: u32 = 14;

/// Behind the last number "Evt." stands without one in many minutes.
pub(super) fn with_last(
    text: &str,
    mut items: Vec<Segment>,
    form: ItemForm,
    blocks: &[Block],
) -> Vec<Segment> {
    let Some(last) =
        items.last().map(|item| item.first).filter(|_| matches!(form, ItemForm::Word | ItemForm::Number))
    else {
        return items;
    };
    // "C. Eventuelt", where "A. Sager til drøftelse" stands right above the first item.
    let above = items[0].first.checked_sub(1).and_then(|above| blocks[above].numbering);
    let letter =
        above.map(|own| own.form).filter(|form| matches!(form, NumberForm::Letter | NumberForm::Roman));
    let stands_alone = |at: &usize| {
        let block = &blocks[*at];
        let parted = blocks[*at - 1].is(Flag::BlankAfter);
        let heads = block.numbering.is_none_or(|own| Some(own.form) == letter);
        let plain = heads && !block.mark.kind.is_list() && block.mark.heading == 0;
        let alone = block.shows(Sign::KnownTitle) && u32::from(block.words().len()) <= LONGEST_LAST;
        parted && plain && (alone || block.is(Flag::RunInKnown))
    };
    // The title of the last may stand below its number.
    let last = last + usize::from(blocks[last].shows(Sign::NoTitle));
    if !(last + 1..blocks.len()).any(|at| stands_alone(&at)) {
        return items;
    }
    let starts = starts(blocks);
    let words = |at: usize| &text[blocks[at].words() + starts[at]];
    let has_own = items.iter().any(|item| {
        let line = words(item.first + usize::from(item.above));
        title::is_last(line.rsplit(is_space).next().unwrap_or(line))
    });
    if has_own {
        return items;
    }
    let mut behind = (last + 1..blocks.len()).filter(stands_alone);
    let own = |at: usize| match blocks[at].numbering {
        Some(_) => words(at).split_once(' ').map_or("", |(_, title)| title),
        None => words(at),
    };
    let named = |at: usize| title::is_last(title::run_in(own(at)).unwrap_or(own(at)));
    let segment = |at: usize| Segment {
        numbering: blocks[at].numbering,
        run_in: blocks[at].is(Flag::RunInKnown),
        ..Segment::new(at)
    };
    items.extend(behind.find(|&at| named(at)).map(segment));
    items
}

/// Among items with numbers one may have none that came later: "Ekstra punkt: Ny kasserer", "Nyt punkt – Nøgler".
pub(super) fn with_added(
    text: &str,
    mut items: Vec<Segment>,
    form: ItemForm,
    blocks: &[Block],
) -> Vec<Segment> {
    let Some(first) = items.first().map(|item| item.first) else { return items };
    let rank = if let ItemForm::Markdown(rank) = form { rank } else { 0 };
    // Most lines are told apart by what stands around them and their first letter.
    let stands = |at: &usize| {
        let block = &blocks[*at];
        let parted = blocks[*at - 1].is(Flag::BlankAfter) || rank > 0;
        parted
            && block.mark.heading == rank
            && block.class == Class::Text
            && block.numbering.is_none()
            && !block.mark.kind.is_list()
            && block.is(Flag::Capital)
    };
    let mut places = (first + 1..blocks.len()).filter(stands).peekable();
    if places.peek().is_none() {
        return items;
    }
    let starts = starts(blocks);
    let added = |at: &usize| title::added_len(&text[blocks[*at].words() + starts[*at]]) > 0;
    let added: Vec<usize> = places.filter(added).collect();
    if !added.is_empty() {
        items.extend(added.into_iter().map(Segment::new));
        items.sort_by_key(|item| item.first);
    }
    items
}

/// What stands behind "Eventuelt: Intet." is no item: "Næste møde: 8. juni".
pub(super) fn without_closing(text: &str, mut items: Vec<usize>, blocks: &[Block]) -> Vec<usize> {
    let starts = starts(blocks);
    let words = |at: usize| &text[blocks[at].words() + starts[at]];
    let is_last = |at: &usize| title::run_in(words(*at)).is_some_and(title::is_last);
    if let Some(last) = items.iter().position(is_last) {
        items.truncate(last + 1);
    }
    items
}

/// Where each of `blocks` begins.
fn starts(blocks: &[Block]) -> Vec<TextSize> {
    let next = |start: &mut TextSize, block: &Block| Some(std::mem::replace(start, *start + block.len));
    blocks.iter().scan(TextSize::new(0), next).collect()
}
