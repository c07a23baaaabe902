//! Titles that stand alone, without number, rank or agenda: "Godkendelse af referat", a blank line before it and text below.
//!
//! Nothing in such a line says that it is a heading, so the words must: at least two of them are titles that meetings
//! everywhere have, and the lines that look as these do are the others. What comes after the last known title, or
//! before the end of the head, is none.

use super::kinds::{is_item_of_agenda, is_section};
use super::plain::Plain;
use super::weights::weights;
use syntax::block::{Block, Class, Flag, MarkKind};
use syntax::sign::Sign;
use syntax::vocabulary::{SectionKind, Vocabulary};

/// A longer line is a sentence, in bytes.
const LONGEST: usize = 90;
/// A longer line that ends in a colon leads to a list, in bytes.
const LONGEST_LABEL: usize = 40;
/// At least this many titles must be known, and one in so many.
const KNOWN: usize = 2;
const ONE_IN: usize = 4;

/// The titles that stand alone among `blocks`.
pub(super) fn best(blocks: &[Block]) -> Plain {
    // The first paragraph names who meets, and when; where there are no paragraphs the first line does.
    let opening = blocks.iter().position(|block| block.is(Flag::BlankAfter) && block.class != Class::Blank);
    let stands_alone = if is_dense(blocks) { stands_out } else { stands_alone };
    let body = if is_dense(blocks) { 1 } else { opening.map_or(blocks.len(), |at| at + 1) };
    let lone: Vec<usize> = (body..blocks.len()).filter(|&at| stands_alone(blocks, at)).collect();
    // "Fraværende:" tells who was away, and "REFERAT AF BESTYRELSESMØDE" stands above the day.
    let label = |block: &Block| matches!(block.class, Class::Label(_)) && block.is(Flag::Colon);
    let of_head = |at: usize| blocks[at].shows(Sign::OfHead) && blocks.get(at + 1).is_some_and(is_of_head);
    // "Budget" right above a table is what that is called.
    let names_table = |at: usize| blocks.get(at + 1).is_some_and(|below| below.class == Class::Table);
    let known = |at: &usize| {
        let block = &blocks[*at];
        block.shows(Sign::KnownTitle) && !label(block) && !of_head(*at) && !names_table(*at)
    };
    let alike = |a: usize, b: usize| alike(&blocks[a], &blocks[b]);
    let titles: Vec<usize> = lone.iter().copied().filter(known).collect();
    let mut n_of_look = [0; LOOKS];
    titles.iter().for_each(|at| n_of_look[look(&blocks[*at])] += 1);
    let usual = |model: &usize| n_of_look[look(&blocks[*model])];
    let Some(model) = titles.iter().copied().max_by_key(|at| usual(at)).filter(|at| usual(at) >= KNOWN)
    else {
        return Plain::default();
    };
    let like: Vec<usize> = titles.into_iter().filter(|&at| alike(at, model)).collect();
    let (first, last) = (like[0], like[like.len() - 1]);
    let head = (0..first).rev().find(|&at| is_of_head(&blocks[at])).map_or(0, |at| at + 1);
    let mut plain = Plain::default();
    for at in lone.into_iter().filter(|&at| at >= head && at <= last && alike(at, model)) {
        // Two lines in a row with nothing between are no two items; "Beslutning:" is no such line.
        let is_line = |below: &Block| {
            stands_alone(blocks, at + 1) && (!is_section(below) || look(below) == look(&blocks[at]))
        };
        let empty = blocks.get(at + 1).is_none_or(is_line);
        if !(empty && at < last) {
            plain.score += worth(blocks, at, plain.blocks.is_empty());
            plain.blocks.push(at);
        }
    }
    if like.len() * ONE_IN < plain.blocks.len() { Plain::default() } else { plain }
}

/// Titles with their text behind them, a blank line before each: "Siden sidst: Intet.", "Økonomi: Der er penge."
pub(super) fn run_in(blocks: &[Block]) -> Option<Plain> {
    let parted = |at: usize| at.checked_sub(1).is_none_or(|above| blocks[above].is(Flag::BlankAfter));
    let apart: Vec<usize> = (0..blocks.len()).filter(|&at| parted(at) && runs_in(&blocks[at])).collect();
    known_among(blocks, &apart, ONE_IN).or_else(|| run_in_rows(blocks))
}

/// The same without blank lines: then every line is such a title, and a third of them are known, since people speak so too.
fn run_in_rows(blocks: &[Block]) -> Option<Plain> {
    const ONE_IN: usize = 3;
    let rows: Vec<usize> = (0..blocks.len()).filter(|&at| runs_in(&blocks[at])).collect();
    let plain = known_among(blocks, &rows, ONE_IN)?;
    let (first, last) = (plain.blocks[0], plain.blocks[plain.blocks.len() - 1]);
    (last - first + 1 == plain.blocks.len()).then_some(plain)
}

/// Does a line begin with a title and go on with its text?
pub(super) fn runs_in(block: &Block) -> bool {
    block.is(Flag::RunInTitle) && block.numbering.is_none() && !matches!(block.class, Class::Label(_))
}

/// The lines of `titles` from the first to the last that is known, where one in so many of them is.
fn known_among(blocks: &[Block], titles: &[usize], one_in: usize) -> Option<Plain> {
    let known = |at: &usize| blocks[*at].is(Flag::RunInKnown);
    let mut first = titles.iter().position(known)?;
    // Labels of the head hardly end as sentences do.
    let told = |at: usize| blocks[at].is(Flag::FullStop) && !blocks[at].shows(Sign::OfHead);
    while first > 0 && told(titles[first - 1]) {
        first -= 1;
    }
    let last = titles.iter().rposition(known)?;
    let titles = titles[first..=last].to_vec();
    let n_known = titles.iter().filter(|at| known(at)).count();
    let enough = titles.len() >= MANY && n_known >= KNOWN && n_known * one_in >= titles.len();
    enough.then_some(Plain { blocks: titles, score: 0.0, rank: None })
}

/// "Evt." is no longer, in bytes.
const LONGEST_SHORT: u32 = 5;

fn alike(a: &Block, b: &Block) -> bool {
    look(a) == look(b)
}

/// This many looks there are.
const LOOKS: usize = 16;

/// How a line looks, as a number below [`LOOKS`].
fn look(block: &Block) -> usize {
    // The stop of "Evt." is no other look.
    let ends = !block.shows(Sign::TitleLike) && u32::from(block.words().len()) > LONGEST_SHORT;
    let stopped = block.is(Flag::FullStop) && ends;
    let signs = [block.is(Flag::BlankAfter), block.is(Flag::Capitals), block.is(Flag::Colon), stopped];
    signs.into_iter().fold(0, |look, on| look * 2 + usize::from(on))
}

/// A title that is not known is no longer, in bytes, and there are so many at least.
const SHORT: u32 = 42;
const MANY: usize = 3;

/// Short lines with a blank one before them and text below each, where one of them is a title that meetings have, and
/// no other line looks as they do: "Hjertestarter", "Legepladsen", "Evt.".
pub(super) fn few(blocks: &[Block]) -> Option<Plain> {
    let opening =
        blocks.iter().position(|block| block.is(Flag::BlankAfter) && block.class != Class::Blank)?;
    let bulleted = |at: &usize| blocks[*at].mark.kind == MarkKind::Bullet && blocks[*at].mark.heading == 0;
    let is_known = |block: &Block| block.shows(Sign::KnownTitle) && block.is(Flag::Capital);
    let marked = (opening + 1..blocks.len()).any(|at| bulleted(&at) && is_known(&blocks[at]));
    let heads = |at: &usize| {
        let block = &blocks[*at];
        let shaped = match marked {
            true => {
                bulleted(at)
                    && block.is(Flag::Capital)
                    && (!block.is(Flag::Stopped) || block.shows(Sign::KnownTitle))
            }
            false => stands_alone(blocks, *at),
        };
        shaped
            && block.class != Class::At
            && u32::from(block.words().len()) <= SHORT
            && !block.shows(Sign::SaysOutcome)
    };
    let known =
        |at: &usize| blocks[*at].shows(Sign::KnownTitle) && !matches!(blocks[*at].class, Class::Label(_));
    let titles: Vec<usize> = (opening + 1..blocks.len()).filter(heads).collect();
    let model = *titles.iter().find(|at| known(at))?;
    let titles: Vec<usize> = titles.into_iter().filter(|&at| alike(&blocks[at], &blocks[model])).collect();
    let last = *titles.iter().rev().find(|at| known(at))?;
    let told = |at: usize| {
        let below = blocks.get(at + 1);
        below.is_some_and(|below| below.class == Class::Text && !heads(&(at + 1)) && below.is(Flag::Capital))
    };
    let titles: Vec<usize> = titles.into_iter().filter(|at| *at <= last).collect();
    // Names below "Til stede:" stand alone too.
    let from = titles.iter().take(2).rposition(|at| !told(*at)).map_or(0, |at| at + 1);
    let titles = titles[from..].to_vec();
    let whole = titles.iter().all(|at| told(*at)) && sentences(blocks, &titles);
    (titles.len() >= MANY && whole).then_some(Plain { blocks: titles, score: 0.0, rank: None })
}

/// Do most of the lines right below `titles` end as sentences do?
fn sentences(blocks: &[Block], titles: &[usize]) -> bool {
    const IN: usize = 3;
    let ended = titles.iter().filter(|at| blocks[**at + 1].is(Flag::Stopped)).count();
    ended * IN >= titles.len() * 2
}

/// Have so few lines a blank one after them, one in so many, that no title could stand alone?
fn is_dense(blocks: &[Block]) -> bool {
    const ONE_IN: usize = 8;
    let blank = |block: &&Block| block.is(Flag::BlankAfter);
    blocks.iter().filter(blank).count() * ONE_IN < blocks.len()
}

/// A title without a blank line before it: a short line that no stop ends behind one that it ends, with text below.
fn stands_out(blocks: &[Block], at: usize) -> bool {
    let (block, above) = (&blocks[at], &blocks[at - 1]);
    let short = u32::from(block.words().len()) <= SHORT && block.is(Flag::Capital);
    let below = blocks.get(at + 1).is_some_and(|below| below.class == Class::Text && below.is(Flag::Capital));
    let told = below && blocks[at + 1].is(Flag::Stopped) && !block.is(Flag::Stopped);
    let behind = above.is(Flag::FullStop) || is_of_head(above);
    short && below && could_be_title(blocks, at) && (block.shows(Sign::KnownTitle) || told && behind)
}

/// Titles that stand alone and look alike, below each of which something is decided, whatever their words: "Legepladsen" above
/// "Beslutning: Godkendt." One of them may say nothing, as "Eventuelt" does.
pub(super) fn decided(blocks: &[Block], vocabulary: &Vocabulary) -> Option<Plain> {
    let opening =
        blocks.iter().position(|block| block.is(Flag::BlankAfter) && block.class != Class::Blank)?;
    let heads = |at: &usize| {
        let block = &blocks[*at];
        stands_alone(blocks, *at)
            && block.class == Class::Text
            && !block.is(Flag::Stopped)
            && !block.shows(Sign::SaysOutcome)
            && !block.shows(Sign::LabelsDecision)
            && !block.shows(Sign::LabelsRecommendation)
    };
    let titles: Vec<usize> = (opening + 1..blocks.len()).filter(heads).collect();
    let mut n_of_look = [0; LOOKS];
    titles.iter().for_each(|at| n_of_look[look(&blocks[*at])] += 1);
    let usual = (0..LOOKS).max_by_key(|look| n_of_look[*look])?;
    let titles: Vec<usize> = titles.into_iter().filter(|at| look(&blocks[*at]) == usual).collect();
    let decides = |block: &Block| match block.class {
        Class::Decision => true,
        Class::Section(id) => vocabulary.title_of(id).kind == SectionKind::Decision,
        _ => block.shows(Sign::SaysOutcome) || block.shows(Sign::LabelsDecision),
    };
    let ends = titles.iter().skip(1).copied().chain([blocks.len()]);
    let silent =
        titles.iter().zip(ends).filter(|(at, end)| !blocks[*at + 1..*end].iter().any(decides)).count();
    let first = *titles.first()?;
    let whole = titles.len() >= MANY && silent * MANY < titles.len() && silent < 2;
    let outside = blocks[..first].iter().any(|block| decides(block) || is_section(block));
    (whole && !outside).then_some(Plain { blocks: titles, score: 0.0, rank: None })
}

/// Does block `at`, with a blank line above it, have the words of a title?
pub(super) fn stands_alone(blocks: &[Block], at: usize) -> bool {
    let above = at.checked_sub(1).map(|at| &blocks[at]);
    let parted = above.is_none_or(|above| above.is(Flag::BlankAfter) || above.class == Class::Blank);
    parted && could_be_title(blocks, at)
}

/// Has a line the words of a title that stands alone?
fn could_be_title(blocks: &[Block], at: usize) -> bool {
    let block = &blocks[at];
    let known = block.shows(Sign::KnownTitle);
    let above = at.checked_sub(1).map(|at| &blocks[at]);
    // "Økonomi" is an item among others where it is no section of them.
    let text = matches!(block.class, Class::Text | Class::Label(_) | Class::Section(_))
        || is_item_of_agenda(blocks, at);
    // "Kloak:" is a title among "Referat:" and "Eventuelt:".
    let labelled =
        block.is(Flag::Colon) && block.is(Flag::Capital) && usize::from(block.words().len()) <= LONGEST_LABEL;
    let words = text && (known || block.shows(Sign::TitleLike) || labelled || heads_text(blocks, at));
    let plain = block.numbering.is_none() && block.mark.heading == 0 && !block.mark.kind.is_list();
    // Names below "Til stede:".
    let value = above.is_some_and(|above| matches!(above.class, Class::Label(_)) && above.is(Flag::Colon));
    !value
        && words
        && plain
        && (known || !block.shows(Sign::OfHead))
        && !block.shows(Sign::LeadIn)
        && u32::from(block.words().len()) as usize <= LONGEST
}

/// Do few words that a stop ends stand right above a sentence: "Bankospil." above "Vi holder bankospil igen i maj."?
fn heads_text(blocks: &[Block], at: usize) -> bool {
    let block = &blocks[at];
    let told = |below: &Block| {
        below.class == Class::Text
            && below.numbering.is_none()
            && below.is(Flag::Capital)
            && !below.is(Flag::StoppedTitle)
            && !below.mark.kind.is_list()
    };
    block.is(Flag::StoppedTitle)
        && !block.is(Flag::BlankAfter)
        && !block.shows(Sign::SaysOutcome)
        && blocks.get(at + 1).is_some_and(told)
}

fn is_of_head(block: &Block) -> bool {
    !block.shows(Sign::KnownTitle) && (block.shows(Sign::OfHead) || matches!(block.class, Class::Label(_)))
}

fn worth(blocks: &[Block], at: usize, is_first: bool) -> f32 {
    let weights = weights();
    let below = blocks[at + 1..].iter().take(2).any(is_section);
    let signs = [
        (true, Sign::Base),
        (blocks[at].shows(Sign::KnownTitle), Sign::KnownTitle),
        (below, Sign::SectionFollows),
    ];
    let shown: f32 = signs.iter().filter(|(on, _)| *on).map(|(_, sign)| weights.of(*sign)).sum();
    shown + if is_first { 0.0 } else { weights.choice.plain_pair }
}
