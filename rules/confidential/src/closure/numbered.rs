//! The items of a document by their numbers and titles: which of them a line says once more.

use std::cell::OnceCell;

use rustc_hash::FxHashMap;

use super::Reading;
use super::lines::{Line, letters, title};
use minutes::Placed;

/// The items of a document by their numbers.
pub struct Numbered<'d> {
    document: Reading<'d>,
    items: Vec<Placed<'d>>,
    by_number: FxHashMap<u32, Vec<usize>>,
    /// The titles, read when a line has the number.
    titles: Vec<OnceCell<Title>>,
}

/// A title as it is known again.
struct Title {
    letters: String,
    /// One of a single word is said by itself alone: "Kiosken er dyr" does not say "Kiosk".
    is_one_word: bool,
}

impl<'d> Numbered<'d> {
    /// Those of `document`.
    pub fn of(document: Reading<'d>) -> Self {
        let items: Vec<Placed<'d>> = document.minutes().items().collect();
        let mut by_number: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
        for (item, placed) in items.iter().enumerate() {
            if let Some((number, _)) = placed.item.number {
                by_number.entry(number).or_default().push(item);
            }
        }
        let titles = items.iter().map(|_| OnceCell::new()).collect();
        Self { document, items, by_number, titles }
    }

    /// The items with `number`, counted from 0.
    pub fn with(&self, number: u32) -> &[usize] {
        self.by_number.get(&number).map_or(&[], Vec::as_slice)
    }

    /// The items whose number and title `line` says, of those that may be `meant`.
    pub fn said_by(&self, line: &Line<'_>, meant: impl Fn(usize) -> bool) -> impl Iterator<Item = usize> {
        let own = line.number().map_or(&[][..], |number| self.with(number));
        let said = OnceCell::new();
        own.iter().copied().filter(move |item| {
            meant(*item) && self.is_said(*item, line.words, said.get_or_init(|| letters(line.words)))
        })
    }

    /// Do `words`, of which `said` are the letters, say the title of `item`?
    fn is_said(&self, item: usize, words: &str, said: &str) -> bool {
        let Some(written) = title(self.document, &self.items[item]) else { return false };
        let title = self.titles[item].get_or_init(|| Title::of(written));
        said.contains(&title.letters) && (!title.is_one_word || title.is_alone_in(words))
    }
}

impl Title {
    fn of(written: &str) -> Self {
        Self { letters: letters(written), is_one_word: !written.trim().contains(' ') }
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
    let title = Title::of(title);
    letters(words).contains(&title.letters) && (!title.is_one_word || title.is_alone_in(words))
}
