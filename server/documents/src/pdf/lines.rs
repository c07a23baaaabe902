//! Characters to lines, and which lines are the page's and not the text's.

use std::collections::HashMap;

use super::characters::{Character, PageCharacters};

/// A gap of so many times the size of the letters is a space.
const SPACE: f64 = 0.15;

/// A gap of so many times the size of the letters is that of columns.
const COLUMN: f64 = 1.8;

/// So much of a page's height at each end may be a header or a footer.
const MARGIN: f64 = 0.12;

/// A line on a page.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) words: String,
    /// Where it begins and ends, in points.
    pub(super) x: f64,
    pub(super) end: f64,
    /// Where the words after a number or a bullet begin.
    pub(super) hanging: f64,
    /// How far they stand from it.
    pub(super) marker_gap: f64,
    /// The width of its first word.
    pub(super) first_word: f64,
    pub(super) y: f64,
    pub(super) size: f64,
}

/// The lines of one page.
#[derive(Clone, Debug)]
pub(super) struct PageLines {
    pub(super) number: u32,
    height: f64,
    pub(super) lines: Vec<Line>,
}

/// The lines of `pages`, without what is printed around the text, which is given once each.
pub(super) fn without_margins(pages: Vec<PageCharacters>) -> (Vec<PageLines>, Vec<String>) {
    let mut pages: Vec<PageLines> = pages.into_iter().map(lines).collect();
    let mut seen: HashMap<(String, i64), usize> = HashMap::new();
    for page in &pages {
        for line in page.lines.iter().filter(|line| page.is_at_edge(line)) {
            *seen.entry(key(line)).or_default() += 1;
        }
    }
    let n_pages = pages.len();
    let mut margins: Vec<String> = Vec::new();
    for page in &mut pages {
        let edge: Vec<bool> = page.lines.iter().map(|line| page.is_at_edge(line)).collect();
        let mut at_edge = edge.into_iter();
        page.lines.retain(|line| {
            let is_margin = at_edge.next() == Some(true) && is_margin(line, &seen, n_pages);
            if is_margin && !margins.contains(&line.words) {
                margins.push(line.words.clone());
            }
            !is_margin
        });
    }
    (pages, margins)
}

fn is_margin(line: &Line, seen: &HashMap<(String, i64), usize>, n_pages: usize) -> bool {
    let n = seen.get(&key(line)).copied().unwrap_or(0);
    let is_page_number =
        line.words.parse::<u32>().is_ok() || line.words.starts_with("Side ") && line.words.len() < 16;
    is_page_number || (n >= 2 && n * 5 >= n_pages * 3)
}

/// What makes two lines on two pages the same: words but for their numbers, and height.
fn key(line: &Line) -> (String, i64) {
    let words = line.words.chars().filter(|c| !c.is_ascii_digit()).collect();
    (words, (line.y / 2.0).round() as i64)
}

impl PageLines {
    fn is_at_edge(&self, line: &Line) -> bool {
        line.y < self.height * MARGIN || line.y > self.height * (1.0 - MARGIN)
    }
}

fn lines(page: PageCharacters) -> PageLines {
    let mut rows: Vec<(f64, f64, Vec<Character>)> = Vec::new();
    for character in page.characters {
        if character.text.is_empty() {
            continue;
        }
        // Characters come line by line, so the last rows are the likely ones.
        let near = |row: &&mut (f64, f64, Vec<Character>)| {
            (row.0 - character.y).abs() < 0.4 * row.1.max(character.size)
        };
        match rows.iter_mut().rev().take(ROWS_BACK).find(near) {
            Some(row) => {
                // A raised figure does not move the line.
                if character.size > row.1 {
                    (row.0, row.1) = (character.y, character.size);
                }
                row.2.push(character);
            }
            None => rows.push((character.y, character.size, vec![character])),
        }
    }
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut lines: Vec<Line> = rows.into_iter().filter_map(line).collect();
    lines.retain(|line| !line.words.is_empty());
    PageLines { number: page.number, height: page.height, lines }
}

/// A row of a table is painted cell by cell, and a cell has no more lines than this.
const ROWS_BACK: usize = 60;

fn line((y, size, mut characters): (f64, f64, Vec<Character>)) -> Option<Line> {
    characters.sort_by(|a, b| a.x.total_cmp(&b.x));
    let first = characters.iter().find(|character| !character.text.trim().is_empty())?;
    let (x, mut end) = (first.x, first.x);
    let mut words = String::new();
    let mut gaps: Vec<(f64, f64)> = Vec::new();
    for character in &characters {
        // A space that does not break holds words together, as letters do.
        let is_space = character.text.chars().all(|c| c.is_whitespace() && c != '\u{a0}');
        if is_space {
            continue;
        }
        let gap = character.x - end;
        if !words.is_empty() && gap > SPACE * size {
            let is_column = gap > COLUMN * size && !is_marker(&words);
            words.push(if is_column { '\t' } else { ' ' });
            gaps.push((end, character.x));
        }
        words.extend(character.text.chars().flat_map(plain));
        end = end.max(character.end);
    }
    let words = composed(&words);
    let marked = words.split_once([' ', '\t']).is_some_and(|(first, _)| is_marker(first));
    let after_marker = gaps.first().filter(|_| marked);
    let hanging = after_marker.map_or(x, |gap| gap.1);
    let marker_gap = after_marker.map_or(0.0, |gap| gap.1 - gap.0);
    let first_word = gaps.first().map_or(end, |gap| gap.0) - x;
    Some(Line { words, x, end, hanging, marker_gap, first_word, y, size })
}

/// "1.", "b)", "•": what stands before a point of a list.
pub(super) fn is_marker(word: &str) -> bool {
    let word = word.trim();
    if matches!(word, "•" | "-" | "–" | "·" | "▪" | "◦" | "o") {
        return true;
    }
    let Some(number) = word.strip_suffix(['.', ')']) else { return false };
    let is_letter = number.len() == 1 && number.bytes().all(|b| b.is_ascii_lowercase());
    is_letter || (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit())
}

/// Ligatures and the bullets of symbol fonts, as they are typed.
fn plain(c: char) -> impl Iterator<Item = char> {
    let text: &[char] = match c {
        'ﬀ' => &['f', 'f'],
        'ﬁ' => &['f', 'i'],
        'ﬂ' => &['f', 'l'],
        'ﬃ' => &['f', 'f', 'i'],
        'ﬄ' => &['f', 'f', 'l'],
        '\u{e000}'..='\u{f8ff}' | '\u{25cf}' => &['•'],
        _ => &[],
    };
    let own = text.is_empty().then_some(c);
    text.iter().copied().chain(own).filter(|c| !c.is_control())
}

/// Danish letters that are printed as a letter and its mark.
fn composed(words: &str) -> String {
    if !words.contains(['\u{30a}', '\u{308}', '\u{301}']) {
        return words.to_owned();
    }
    let pairs = [
        ("a\u{30a}", "å"),
        ("A\u{30a}", "Å"),
        ("o\u{308}", "ö"),
        ("u\u{308}", "ü"),
        ("a\u{308}", "ä"),
        ("e\u{301}", "é"),
    ];
    pairs.iter().fold(words.to_owned(), |words, (apart, one)| words.replace(apart, one))
}
