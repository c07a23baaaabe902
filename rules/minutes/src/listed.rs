//! The titles that only the agenda above the minutes has: the items themselves say "Ad 1", or "Ad 1 Kassereren orienterede."

use crate::{Item, Minutes, Placed};
use syntax::{Block, Vocabulary, run_on, title};
use text::{TextRange, TextSize, is_space, range};

/// A list of items to come: their numbers, and where their titles stand.
type Agenda = Vec<(u32, TextRange)>;

/// For each item of `minutes` the title that the list above has, where the item has none, or a sentence in its place.
pub fn listed_titles(text: &str, minutes: &Minutes, vocabulary: &Vocabulary) -> Vec<Option<TextRange>> {
    let items: Vec<Placed<'_>> = minutes.items().collect();
    let mut titles = vec![None; items.len()];
    let untitled = |placed: &&Placed<'_>| lacks_title(text, placed);
    if items.iter().filter(untitled).count() * 2 < items.len() || items.is_empty() {
        return titles;
    }
    let mut agendas = agendas(text, minutes.head_blocks(), vocabulary);
    if agendas.is_empty() {
        agendas.extend(unnumbered(minutes, items.len()));
    }
    let runs = runs(&items);
    for (at, run) in runs.iter().enumerate() {
        let agenda = match agendas.len() == runs.len() {
            true => agendas.get(at),
            false if runs.len() == 1 => agendas.iter().max_by_key(|agenda| agenda.len()),
            false => None,
        };
        let fits = |agenda: &&Agenda| {
            agree(agenda, &items[run.clone()]) && !strays(text, agenda, &items[run.clone()])
        };
        let Some(agenda) = agenda.filter(fits) else { continue };
        for place in run.clone() {
            let number = items[place].item.number.map(|(number, _)| number);
            let row = agenda.iter().find(|(own, _)| Some(*own) == number).map(|(_, title)| *title);
            titles[place] =
                row.filter(|row| lacks_title(text, &items[place]) && !repeats(text, &items[place], *row));
        }
    }
    titles
}

/// Has an item no title, or a sentence where it should stand?
fn lacks_title(text: &str, placed: &Placed<'_>) -> bool {
    let line = &text[placed.item.heading + placed.start];
    let broken = |title: TextRange| {
        let title = &text[title + placed.start];
        title::holds_sentences(title) || title::is_sentence(title)
    };
    placed.item.title.is_none_or(broken) || line.ends_with(['.', '!', '…'])
}

/// Is what stands in the place of the title that of the list, and no sentence that begins so: "Beretningen blev godkendt."?
fn repeats(text: &str, placed: &Placed<'_>, row: TextRange) -> bool {
    const MORE: usize = 6;
    let own = placed.item.title.map_or(0, |title| usize::from(title.len()));
    own <= usize::from(row.len()) + MORE && begins(text, placed, row)
}

/// Does the item begin with the title of the list?
fn begins(text: &str, placed: &Placed<'_>, row: TextRange) -> bool {
    const LETTERS: usize = 8;
    fn letters(words: &str) -> impl Iterator<Item = char> {
        words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).take(LETTERS)
    }
    let Some(own) = placed.item.title.map(|title| &text[title + placed.start]) else { return false };
    letters(own).eq(letters(&text[row]))
}

/// Has an item the title that the list gives another number?
fn strays(text: &str, agenda: &Agenda, items: &[Placed<'_>]) -> bool {
    items.iter().any(|placed| {
        let number = placed.item.number.map(|(number, _)| number);
        agenda.iter().any(|(own, title)| Some(*own) != number && begins(text, placed, *title))
    })
}

/// Are most numbers of `items` in the list, and none far behind it?
fn agree(agenda: &Agenda, items: &[Placed<'_>]) -> bool {
    let number = |placed: &Placed<'_>| placed.item.number.map_or(0, |(number, _)| number);
    let last = agenda.iter().map(|(number, _)| *number).max().unwrap_or(0);
    let listed = items.iter().filter(|placed| agenda.iter().any(|(own, _)| *own == number(placed))).count();
    listed * 2 > items.len() && items.iter().all(|placed| number(placed) <= last + 1)
}

/// The items of each meeting: where a number runs back another begins.
fn runs(items: &[Placed<'_>]) -> Vec<std::ops::Range<usize>> {
    let number = |item: &Item| item.number.map_or(u32::MAX, |(number, _)| number);
    let breaks = (1..items.len()).filter(|&at| number(items[at].item) < number(items[at - 1].item));
    let starts: Vec<usize> = std::iter::once(0).chain(breaks).collect();
    let ends = starts.iter().skip(1).copied().chain(std::iter::once(items.len()));
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// A list without numbers has one title for each item.
fn unnumbered(minutes: &Minutes, n: usize) -> Option<Agenda> {
    let entries = &minutes.head().contents;
    let fits = entries.len() == n && entries.iter().all(|entry| entry.number.is_none());
    fits.then(|| (1..).zip(entries.iter().map(|entry| entry.title)).collect())
}

/// The lists of items to come in the head.
fn agendas(text: &str, blocks: &[Block], vocabulary: &Vocabulary) -> Vec<Agenda> {
    let mut agendas: Vec<Agenda> = Vec::new();
    let mut start = TextSize::new(0);
    for block in blocks {
        let place = block.line() + start;
        let line = &text[place];
        start += block.len;
        let in_line = run_on(line);
        if !in_line.is_empty() {
            let row = |(number, title): (u32, std::ops::Range<usize>)| {
                (number, range(title.start, title.end) + place.start())
            };
            agendas.push(in_line.into_iter().map(row).collect());
            continue;
        }
        let indent = line.len() - line.trim_start_matches(is_space).len();
        let Some(found) = block.numbering.and_then(|_| vocabulary.numbered(line, indent)) else { continue };
        let number = u32::from(found.numbering.value);
        let title = title::read(&line[found.title.clone()]).range;
        let title = range(title.start, title.end) + place.start() + TextSize::of(&line[..found.title.start]);
        match agendas.last_mut() {
            Some(list) if list.last().is_some_and(|(last, _)| *last < number) => list.push((number, title)),
            _ => agendas.push(vec![(number, title)]),
        }
    }
    agendas.retain(|list| list.len() > 1);
    agendas
}
