//! A row to a line: where its letters stand apart, words do, and where words do, columns.

use rules::danish::spelling;

use super::character::Character;
use super::letters::{composed, plain, with_hyphens};
use super::row::{Row, rows};
use flow::{Says, says};

/// A gap of so many times the size of the letters is a space.
pub(super) const SPACE: f64 = 0.15;

/// Where a space is painted, a gap this large shows that it is meant.
const PAINTED_SPACE: f64 = 0.03;

/// A gap of so many times the size of the letters is that of columns.
const COLUMN: f64 = 1.8;

/// Behind a label, a smaller gap is that of columns too; a label has few words.
const BEHIND_LABEL: f64 = 0.8;
const MOST_IN_LABEL: usize = 3;

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
    /// Where the words behind each tab begin.
    pub(super) cells: Vec<f64>,
    /// Where the lines of its column end, on a page of columns.
    pub(super) edge: f64,
    pub(super) y: f64,
    pub(super) size: f64,
    /// The row of a ruled table that stands here, whose words these are.
    pub(super) row: Option<TableRow>,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub(super) struct TableRow {
    /// Which table of the page.
    pub(super) table: usize,
    pub(super) cells: Vec<TableCell>,
    /// Does its table begin on a page before this one?
    pub(super) is_continued: bool,
}

/// A cell of a row.
#[derive(Clone, Debug, Default)]
pub(super) struct TableCell {
    pub(super) lines: Vec<Line>,
    /// How many columns it takes.
    pub(super) columns: usize,
    /// Where its words may go on to.
    pub(super) right: f64,
}

/// The lines of one page.
#[derive(Clone, Debug)]
pub(super) struct PageLines {
    pub(super) number: u32,
    pub(super) height: f64,
    pub(super) width: f64,
    pub(super) lines: Vec<Line>,
    /// Where the head of a single page ended, in points: lines of text reach as far. 0 if none was taken out.
    pub(super) head_end: f64,
}

/// The words of `characters` that are no text of the page, one line after the other.
pub(super) fn words(characters: Vec<Character>) -> String {
    let lines = rows(characters).into_iter().filter_map(|row| line(&row)).map(|line| line.words);
    lines.collect::<Vec<_>>().join("\n")
}

/// The line that `row` is, unless it holds no letters.
pub(super) fn line(row: &Row) -> Option<Line> {
    let first = row.characters.iter().find(|character| !is_space(character))?;
    let size = row.size;
    let (x, mut end, mut furthest) = (first.x, first.x, first.x);
    let mut words = String::new();
    let mut gaps: Vec<(f64, f64)> = Vec::new();
    let mut cells = Vec::new();
    let (mut run, mut was_space, mut is_set) = (first.run, false, false);
    let mut is_drawn = false;
    let (spread, is_justified) = (spread(row), is_justified(row));
    for character in &row.characters {
        if is_space(character) {
            was_space = true;
            is_set |= character.text == "\t";
            // Words that were struck through stood here.
            if character.text.is_empty() {
                end = end.max(character.end);
            }
            continue;
        }
        let gap = character.x - end - spread;
        // A piece that begins inside the one before it says that the widths are not to be trusted; its spaces are.
        let is_woven = character.run != run && gap < -0.5 * size;
        let is_gap = gap > SPACE * size || was_space && (is_woven || gap > PAINTED_SPACE * size);
        let after_marker = character.run != run && gap > 0.0 && ends_marker(&words, &character.text);
        if !words.is_empty() && !words.ends_with('\u{a0}') && (is_gap || after_marker || is_set) {
            let is_column = is_set
                || gap > COLUMN * size && !is_marker(&words) && !is_justified
                || gap > BEHIND_LABEL * size && gaps.len() < MOST_IN_LABEL && is_label(&words);
            words.push(if is_column { '\t' } else { ' ' });
            cells.extend(is_column.then_some(character.x));
            gaps.push((end, character.x));
        }
        is_drawn |= character.text == "\u{ad}" && character.end - character.x > SPACE * size;
        words.extend(character.text.chars().flat_map(plain));
        (run, was_space, is_set, end) = (character.run, false, false, character.end);
        furthest = furthest.max(end);
    }
    let words = composed(&together(words.trim()));
    let words = if is_drawn { with_hyphens(&words) } else { words };
    let marked = words.split_once([' ', '\t']).is_some_and(|(first, _)| is_marker(first));
    let after_marker = gaps.first().filter(|_| marked);
    let hanging = after_marker.map_or(x, |gap| gap.1);
    let marker_gap = after_marker.map_or(0.0, |gap| gap.1 - gap.0);
    let first_word = gaps.first().map_or(furthest, |gap| gap.0) - x;
    let edge = f64::INFINITY;
    // A bullet may be larger than the words behind it.
    let behind = row.characters.iter().filter(|c| marked && !is_space(c) && c.x >= hanging - 0.01);
    let size = behind.map(|c| c.size).reduce(f64::max).unwrap_or(size);
    Some(Line {
        words,
        x,
        end: furthest,
        hanging,
        marker_gap,
        first_word,
        cells,
        edge,
        y: row.y,
        size,
        row: None,
    })
}

/// "R e s u m é", a short word whose letters are set apart, as one: too few gaps show that these are none between words.
fn together(words: &str) -> String {
    let is_apart = words.len() > 2 * FEWEST_APART
        && words
            .split([' ', '\t'])
            .all(|letter| letter.chars().all(char::is_alphabetic) && letter.chars().nth(1).is_none());
    if !is_apart {
        return words.to_owned();
    }
    let whole = words.split([' ', '\t']).collect::<String>();
    let is_word = says(&whole) != Says::Words || spelling::is_known(&whole.to_lowercase());
    if is_word { whole } else { words.to_owned() }
}

/// At least this many letters apart make a word.
const FEWEST_APART: usize = 4;

/// How far the letters of a row are set apart by intention, as in some headings; 0 in others.
fn spread(row: &Row) -> f64 {
    let letters: Vec<&Character> = row.characters.iter().filter(|character| !is_space(character)).collect();
    let mut gaps: Vec<f64> = letters.windows(2).map(|pair| pair[1].x - pair[0].end).collect();
    gaps.sort_by(f64::total_cmp);
    let [least, usual] = [8, 2].map(|part| gaps.get(gaps.len() / part).copied().unwrap_or(0.0));
    let is_even = least > 0.75 * usual && (SPACE * row.size..0.7 * row.size).contains(&usual);
    if gaps.len() >= FEWEST_SPREAD && is_even { usual } else { 0.0 }
}

/// Are the words of a row set to both edges, with as much between any two of them? Cells of a table begin where their columns do,
/// so that as much as their words are long is left between them.
fn is_justified(row: &Row) -> bool {
    let letters: Vec<&Character> = row.characters.iter().filter(|character| !is_space(character)).collect();
    let gaps = letters.windows(2).map(|pair| pair[1].x - pair[0].end).filter(|gap| *gap > SPACE * row.size);
    let (mut n, mut least, mut most) = (0, f64::INFINITY, 0.0_f64);
    gaps.for_each(|gap| (n, least, most) = (n + 1, least.min(gap), most.max(gap)));
    n >= 2 && most - least < EVEN
}

/// Gaps that differ no more are alike, in points.
const EVEN: f64 = 0.3;

/// At least this many letters show that they are set apart.
const FEWEST_SPREAD: usize = 6;

/// A space that does not break holds words together, as letters do.
fn is_space(character: &Character) -> bool {
    character.text.chars().all(|c| c.is_whitespace() && c != '\u{a0}')
}

/// Is "1." followed by "Valg", painted in a piece of its own?
fn ends_marker(words: &str, next: &str) -> bool {
    words.ends_with(['.', ')']) && is_marker(words) && next.starts_with(char::is_uppercase)
}

fn is_label(words: &str) -> bool {
    words.starts_with(char::is_uppercase)
        && matches!(says(words), Says::Label | Says::Section | Says::Deciding | Says::Colon)
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

#[cfg(test)]
mod tests {
    use super::{Character, Row, line};
    use crate::row::ordered;

    /// Pieces that begin at these places, with letters of this width.
    fn read(pieces: &[(f64, &str)], width: f64) -> String {
        let mut characters = Vec::new();
        for (run, (at, text)) in pieces.iter().enumerate() {
            for (n, c) in text.chars().enumerate() {
                let x = at + n as f64 * width;
                let text = c.to_string();
                characters.push(Character { x, end: x + width, y: 0.0, size: 10.0, run: run as u32, text });
            }
        }
        let row = Row { y: 0.0, size: 10.0, characters: ordered(characters, 10.0) };
        line(&row).expect("words").words
    }

    #[test]
    fn a_hyphen_in_the_middle_of_a_line_is_one() {
        assert_eq!(
            read(&[(0.0, "10\u{ad}18 og pris\u{ad} og løn\u{ad}")], 5.0),
            "10-18 og pris- og løn\u{ad}"
        );
        // Nothing is drawn.
        assert_eq!(read(&[(0.0, "kommu\u{ad}nen")], 1.0), "kommu\u{ad}nen");
    }

    #[test]
    fn letters_are_not_woven_where_widths_are_wrong() {
        assert_eq!(read(&[(0.0, "indstiller, "), (60.0, "at planen")], 5.0), "indstiller, at planen");
        assert_eq!(read(&[(0.0, "indstiller, "), (60.0, "at planen")], 9.0), "indstiller, at planen");
        assert_eq!(read(&[(0.0, "Beslut"), (30.0, "ning")], 9.0), "Beslutning");
    }

    #[test]
    fn what_is_painted_twice_to_look_bold_counts_once() {
        assert_eq!(read(&[(0.0, "Beslutning"), (0.4, "Beslutning")], 5.0), "Beslutning");
        assert_eq!(read(&[(0.0, "l"), (2.0, "l")], 2.0), "ll");
    }

    #[test]
    fn letters_that_are_set_apart_are_one_word() {
        let letters = |word: &str, from: f64| -> Vec<(f64, String)> {
            word.chars().enumerate().map(|(n, c)| (from + 8.0 * n as f64, c.to_string())).collect()
        };
        let all = [letters("NY", 0.0), letters("HAVNEBUS", 22.0)].concat();
        let pieces: Vec<(f64, &str)> = all.iter().map(|(at, text)| (*at, text.as_str())).collect();
        assert_eq!(read(&pieces, 5.0), "NY HAVNEBUS");
        assert_eq!(read(&[(0.0, "R\u{2da}adhus")], 5.0), "Rådhus");
    }

    #[test]
    fn words_set_to_both_edges_have_no_tabs_between_them() {
        assert_eq!(read(&[(0.0, "Referat"), (57.0, "af"), (89.0, "møde")], 5.0), "Referat af møde");
        assert_eq!(read(&[(0.0, "Drift"), (60.0, "100"), (100.0, "200")], 5.0), "Drift\t100\t200");
    }

    #[test]
    fn a_number_stands_apart_from_its_title() {
        assert_eq!(read(&[(0.0, "1."), (10.5, "Valg af dirigent")], 5.0), "1. Valg af dirigent");
        assert_eq!(read(&[(0.0, "Kl"), (10.0, ".17")], 5.0), "Kl.17");
    }
}
