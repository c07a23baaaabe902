//! Which lines are the page's and not the text's: what stands at the same place on most pages, and page numbers.
//!
//! A line is the page's only when everything between it and the edge is. What names an item, a section or a decision is never
//! dropped, however often it stands at the top of a page: three pages that begin with "Beslutning" hold three decisions.

use std::collections::HashMap;

use rules::syntax::{Class, Vocabulary, scan};

use super::lines::{Line, PageLines};

/// So much of a page's height at each end may be a header or a footer.
const MARGIN: f64 = 0.12;

/// Lines at the same height differ no more, in points.
const SAME_HEIGHT: f64 = 2.0;

/// The ways in which two lines are the same.
type Key = (String, i64);

/// What is seen on the pages together.
struct Seen {
    /// On how many pages.
    keys: HashMap<Key, usize>,
    /// A number alone on a line, less that of its page: on how many pages.
    offsets: HashMap<i64, usize>,
    n_pages: usize,
}

/// Takes what is printed around the text out of `pages`, and gives it once each.
pub(super) fn taken_out(pages: &mut [PageLines]) -> Vec<String> {
    let seen = Seen::on(pages);
    let mut margins: Vec<String> = Vec::new();
    for page in pages {
        let n = page.lines.len();
        let is_margin = |line: &Line| page.is_at_edge(line) && seen.is_margin(line, page.number);
        let above = page.lines.iter().take_while(|line| is_margin(line)).count();
        let below = page.lines.iter().rev().take(n - above).take_while(|line| is_margin(line)).count();
        let below: Vec<Line> = page.lines.drain(n - below..).collect();
        for line in page.lines.drain(..above).chain(below) {
            if !margins.contains(&line.words) {
                margins.push(line.words);
            }
        }
    }
    margins
}

impl Seen {
    fn on(pages: &[PageLines]) -> Self {
        let mut new = Self { keys: HashMap::new(), offsets: HashMap::new(), n_pages: pages.len() };
        for page in pages {
            let mut keys: Vec<Key> = Vec::new();
            for line in page.lines.iter().filter(|line| page.is_at_edge(line)) {
                keys.extend(new_keys(line, page.number));
                if let Ok(number) = line.words.parse::<u32>() {
                    *new.offsets.entry(i64::from(number) - i64::from(page.number)).or_default() += 1;
                }
            }
            keys.sort();
            keys.dedup();
            for key in keys {
                *new.keys.entry(key).or_default() += 1;
            }
        }
        new
    }

    fn is_margin(&self, line: &Line, page: u32) -> bool {
        if is_of_the_text(&line.words) {
            return false;
        }
        let seen = keys(line, page).into_iter().filter_map(|key| self.keys.get(&key)).max();
        let n = seen.copied().unwrap_or(0);
        self.is_page_number(line, page) || (n >= 2 && n * 5 >= self.n_pages * 3)
    }

    /// "3", where the numbers at the edges count up with the pages, and "Side 3 af 5".
    fn is_page_number(&self, line: &Line, page: u32) -> bool {
        let named = line.words.strip_prefix("Side ").filter(|rest| rest.len() < 11);
        if named.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
            return true;
        }
        let Ok(number) = line.words.parse::<u32>() else { return false };
        let offset = i64::from(number) - i64::from(page);
        let n = self.offsets.get(&offset).copied().unwrap_or(0);
        offset == 0 || n >= 2 && self.offsets.values().all(|other| *other <= n)
    }
}

/// The keys of `line` that are heights apart, so that a border between heights divides nothing.
fn new_keys(line: &Line, page: u32) -> Vec<Key> {
    let mut keys = keys(line, page);
    let below: Vec<Key> = keys.iter().map(|(words, height)| (words.clone(), height + 1)).collect();
    let above: Vec<Key> = keys.iter().map(|(words, height)| (words.clone(), height - 1)).collect();
    keys.extend(below);
    keys.extend(above);
    keys
}

/// What makes two lines on two pages the same: their words and their height. The first number, or the last, may count up
/// with the pages where other words stand beside it.
fn keys(line: &Line, page: u32) -> Vec<Key> {
    let height = (line.y / SAME_HEIGHT).round() as i64;
    let mut keys = vec![(line.words.clone(), height)];
    if line.words.chars().filter(|c| c.is_alphabetic()).count() >= 2 {
        let first = line.words.find(|c: char| c.is_ascii_digit());
        let last = line.words.rfind(|c: char| c.is_ascii_digit());
        let counted = first.into_iter().chain(last).filter_map(|at| counting(&line.words, at, page));
        keys.extend(counted.map(|words| (words, height)));
    }
    keys
}

/// `words` with the number at byte `at` as what it is more than `page`.
fn counting(words: &str, at: usize, page: u32) -> Option<String> {
    let is_digit = |c: char| c.is_ascii_digit();
    let from = words[..at]
        .rfind(|c| !is_digit(c))
        .map_or(0, |before| before + words[before..].chars().next().map_or(1, char::len_utf8));
    let to = words[at..].find(|c| !is_digit(c)).map_or(words.len(), |length| at + length);
    let number: i64 = words[from..to].parse().ok()?;
    Some(format!("{}\u{1}{}\u{1}{}", &words[..from], number - i64::from(page), &words[to..]))
}

/// Does the line name an item, a section or a decision, or the outcome of one?
fn is_of_the_text(words: &str) -> bool {
    let block = scan::block(words, 0, Vocabulary::common());
    let of_the_text = matches!(
        block.class,
        Class::Section(_)
            | Class::Decision
            | Class::BodyDate
            | Class::ItemBelow(_)
            | Class::CaseNumber
            | Class::Part { .. }
            | Class::At
    );
    of_the_text || block.has_item_word()
}

impl PageLines {
    fn is_at_edge(&self, line: &Line) -> bool {
        line.y < self.height * MARGIN || line.y > self.height * (1.0 - MARGIN)
    }
}
