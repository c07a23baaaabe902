//! The items of a document by their numbers and titles: which of them a line says once more.

use std::cell::OnceCell;

use rustc_hash::FxHashMap;

use super::Reading;
use super::lines::{Line, letters, title};

/// The items of a document by their numbers.
pub struct Numbered<'d> {
    document: Reading<'d>,
    by_number: FxHashMap<u32, Alike>,
}

/// The items of one number.
#[derive(Default)]
struct Alike {
    items: Vec<usize>,
    /// Their titles, read when a line has the number; minutes of many meetings have the same ones again and again.
    titles: OnceCell<Vec<(Title, Vec<usize>)>>,
}

/// A title as it is known again.
#[derive(PartialEq, Eq)]
struct Title {
    letters: String,
    /// One of a single word is said by itself alone: "Kiosken er dyr" does not say "Kiosk".
    is_one_word: bool,
}

impl<'d> Numbered<'d> {
    /// Those of `document`.
    pub fn of(document: Reading<'d>) -> Self {
        let mut by_number: FxHashMap<u32, Alike> = FxHashMap::default();
        for (item, placed) in document.minutes().items().enumerate() {
            if let Some((number, _)) = placed.item.number {
                by_number.entry(number).or_default().items.push(item);
            }
        }
        Self { document, by_number }
    }

    /// The items with `number`, counted from 0.
    pub fn with(&self, number: u32) -> &[usize] {
        self.by_number.get(&number).map_or(&[], |alike| &alike.items)
    }

    /// The items whose number and title `line` says, of those that may be `meant`.
    pub fn said_by(&self, line: &Line<'_>, meant: impl Fn(usize) -> bool) -> impl Iterator<Item = usize> {
        let alike = line.number().and_then(|number| self.by_number.get(&number));
        let alike = alike.filter(|alike| alike.items.iter().any(|item| meant(*item)));
        let titles = alike.map_or(&[][..], |alike| self.titles(alike));
        let said = if titles.is_empty() { String::new() } else { letters(line.words) };
        let told = titles.iter().filter(|(title, items)| {
            items.iter().any(|item| meant(*item)) && title.is_said(line.words, &said)
        });
        let items: Vec<usize> =
            told.flat_map(|(_, items)| items).copied().filter(|item| meant(*item)).collect();
        items.into_iter()
    }

    /// The titles of the items that are `alike`, each with those that have it.
    fn titles<'a>(&self, alike: &'a Alike) -> &'a [(Title, Vec<usize>)] {
        alike.titles.get_or_init(|| {
            let mut titles: Vec<(Title, Vec<usize>)> = Vec::new();
            for item in alike.items.iter().copied() {
                let Some(own) = title(self.document, &self.document.minutes().item(item)).map(Title::of)
                else {
                    continue;
                };
                match titles.iter_mut().find(|(title, _)| *title == own) {
                    Some((_, items)) => items.push(item),
                    None => titles.push((own, vec![item])),
                }
            }
            titles
        })
    }
}

impl Title {
    fn of(written: &str) -> Self {
        Self { letters: letters(written), is_one_word: !written.trim().contains(' ') }
    }

    /// Do `words`, of which `said` are the letters, say it?
    fn is_said(&self, words: &str, said: &str) -> bool {
        said.contains(&self.letters) && (!self.is_one_word || self.is_alone_in(words))
    }

    /// "Kiosk ….. 5" has the page behind it, and "Kiosk     Lukket" the cell of another column.
    fn is_alone_in(&self, words: &str) -> bool {
        let is_own = |part: &str| letters(part).trim_matches(|c: char| c.is_ascii_digit()) == self.letters;
        let mut cells = words.split("  ");
        is_own(words)
            || cells.any(is_own)
            || words.split(['(', '[', '|', '\t', ':', '-', '–', '.', ',']).any(is_own)
    }
}

/// Do `words` say `title`?
pub(super) fn says_title(words: &str, title: &str) -> bool {
    Title::of(title).is_said(words, &letters(words))
}
