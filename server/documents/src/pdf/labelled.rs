//! Lines of a label and what stands behind it in a column of its own: "Sted:⇥Rådhuset", "Beslutning⇥Godkendt.".
//!
//! The text behind a label goes on below itself and not below the label, so the two are lines of their own; a label with its
//! colon and its value are one line. Other lines with tabs are rows of tables.

use std::ops::Range;

use super::lines::{Line, PageLines};
use crate::flow::{Says, says};

/// At least this many labels without a colon show that a page lists them.
const FEWEST_LABELS: usize = 2;

/// Words that begin this near each other begin at the same place, in points.
const SAME: f64 = 3.0;

/// A line that stands so many of its sizes below another begins something new.
const APART: f64 = 1.6;

/// What the labelled lines of a document are.
struct Seen {
    has_deciding: bool,
    n_labels: usize,
}

/// Sets labels and what they say apart, or together, on `pages`.
pub(super) fn unfold(pages: &mut [PageLines]) {
    let first = |line: &Line| line.words.split_once('\t').map(|(first, _)| says(first));
    let says: Vec<Says> = pages
        .iter()
        .flat_map(|page| &page.lines)
        .filter(|line| line.cells.len() == 1)
        .filter_map(first)
        .collect();
    let seen = Seen {
        has_deciding: says.contains(&Says::Deciding),
        n_labels: says.iter().filter(|says| **says == Says::Label).count(),
    };
    for page in pages {
        let old = std::mem::take(&mut page.lines);
        let mut at = 0;
        while let Some(line) = old.get(at) {
            at += 1;
            let Some(mut lines) = seen.apart(line, old.get(at)) else {
                page.lines.push(line.clone());
                continue;
            };
            // The values of several labels may go on in the next line, each below itself.
            while lines.len() > 1
                && old.get(at).is_some_and(|next| next.row.is_none() && go_on(&mut lines, line, next))
            {
                at += 1;
            }
            page.lines.extend(lines);
        }
    }
}

impl Seen {
    fn apart(&self, line: &Line, next: Option<&Line>) -> Option<Vec<Line>> {
        if line.cells.is_empty() {
            return None;
        }
        let cells: Vec<&str> = line.words.split('\t').collect();
        let label = says(cells[0]);
        let is_known = !matches!(label, Says::Words | Says::Number | Says::Colon);
        if !is_known || cells.len() != line.cells.len() + 1 {
            return None;
        }
        if cells[0].ends_with(':') {
            return together(line, &cells);
        }
        let is_list = match label {
            Says::Deciding => true,
            Says::Section => self.has_deciding,
            _ => self.n_labels >= FEWEST_LABELS,
        };
        let [_, second] = cells[..] else { return None };
        let is_text =
            matches!(says(second), Says::Words | Says::Colon) && second.contains(char::is_alphanumeric);
        let goes_on = next.is_none_or(|next| goes_on(line, next));
        (is_list && is_text && goes_on).then(|| vec![part(line, 0..1, cells[0]), part(line, 1..2, second)])
    }
}

/// Does `next` stand below what `line` says behind its label, and not below a row of a table?
fn goes_on(line: &Line, next: &Line) -> bool {
    if let Some((first, _)) = next.words.split_once('\t') {
        return !matches!(says(first), Says::Words | Says::Number);
    }
    let is_below = (next.x - line.cells[0]).abs() < SAME;
    let is_apart = next.y < line.y || next.y - line.y > APART * line.size;
    is_below || is_apart || next.words.starts_with(|c: char| c.is_ascii_digit())
}

/// Adds the words of `next` to `lines`, those of `row`, if all of them stand below a value there.
fn go_on(lines: &mut [Line], row: &Line, next: &Line) -> bool {
    let places: Vec<f64> = std::iter::once(next.x).chain(next.cells.iter().copied()).collect();
    let below = |x: f64| {
        let cell = row.cells.iter().position(|cell| (cell - x).abs() < SAME)?;
        // The last label before that cell.
        lines.iter().rposition(|line| line.x < row.cells[cell] - SAME && line.hanging > line.x)
    };
    let found: Option<Vec<usize>> = places.into_iter().map(below).collect();
    let is_near = next.y > row.y && next.y - lines[0].y < APART * row.size;
    let Some(found) = found.filter(|found| is_near && found.len() == next.words.split('\t').count()) else {
        return false;
    };
    for (at, words) in found.into_iter().zip(next.words.split('\t')) {
        lines[at].words.push(' ');
        lines[at].words.push_str(words);
    }
    lines.iter_mut().for_each(|line| line.y = next.y);
    true
}

/// Each label of `line` with what stands behind it.
fn together(line: &Line, cells: &[&str]) -> Option<Vec<Line>> {
    let groups: Vec<&[&str]> = cells.chunk_by(|_, after| !after.ends_with(':')).collect();
    if groups.iter().any(|group| group.len() == 1) {
        return None;
    }
    let mut at = 0;
    let whole = groups.into_iter().map(|group| {
        let hanging = line.cells[at];
        let new = Line { hanging, ..part(line, at..at + group.len(), &group.join(" ")) };
        at += group.len();
        new
    });
    Some(whole.collect())
}

/// The words of these `cells` of `line`.
fn part(line: &Line, cells: Range<usize>, words: &str) -> Line {
    let x = cells.start.checked_sub(1).map_or(line.x, |before| line.cells[before]);
    let end = line.cells.get(cells.end - 1).map_or(line.end, |next| next.min(line.end));
    Line { words: words.to_owned(), x, end, hanging: x, marker_gap: 0.0, cells: Vec::new(), ..line.clone() }
}

#[cfg(test)]
mod tests {
    use super::{Line, PageLines, unfold};

    /// The words of lines that begin at these places; the right column begins at 100.
    fn read(lines: &[(f64, &str)]) -> Vec<String> {
        let line = |(n, (x, words)): (usize, &(f64, &str))| Line {
            words: (*words).to_owned(),
            x: *x,
            end: 300.0,
            hanging: *x,
            marker_gap: 0.0,
            first_word: 30.0,
            cells: (0..words.matches('\t').count()).map(|n| 100.0 * (n + 1) as f64).collect(),
            edge: f64::INFINITY,
            y: 12.0 * n as f64,
            size: 10.0,
            row: None,
        };
        let lines = lines.iter().enumerate().map(line).collect();
        let mut pages = [PageLines { number: 1, height: 800.0, lines }];
        unfold(&mut pages);
        pages[0].lines.iter().map(|line| format!("{} {}", line.x, line.words)).collect()
    }

    #[test]
    fn what_a_section_says_goes_on_below_itself() {
        let lines = [
            (0.0, "Økonomi\tUdgiften er"),
            (100.0, "100 kr."),
            (0.0, "Beslutning\tGodkendt."),
            (0.0, "2. Bus"),
        ];
        let expected =
            ["0 Økonomi", "100 Udgiften er", "100 100 kr.", "0 Beslutning", "100 Godkendt.", "0 2. Bus"];
        assert_eq!(read(&lines), expected);
    }

    #[test]
    fn a_label_and_its_value_are_one_line() {
        let lines = [(0.0, "Dato:\t7. april 2026\tTid:\tkl. 17"), (0.0, "Sted:\tSkolen")];
        assert_eq!(read(&lines), ["0 Dato: 7. april 2026", "200 Tid: kl. 17", "0 Sted: Skolen"]);
        assert_eq!(read(&[(0.0, "Dato\t7. maj"), (0.0, "Sted\tSkolen")]).len(), 4);
    }

    #[test]
    fn values_go_on_below_themselves() {
        let lines = [(0.0, "Dato:\tTirsdag den 7.\tTid:\tkl. 17"), (100.0, "april 2026"), (0.0, "Referat")];
        assert_eq!(read(&lines), ["0 Dato: Tirsdag den 7. april 2026", "200 Tid: kl. 17", "0 Referat"]);
    }

    #[test]
    fn rows_of_a_table_stay_rows() {
        for lines in [
            [(0.0, "Beslutning\tAnsvarlig"), (0.0, "En ny bus\tBo")],
            [(0.0, "Økonomi\t200"), (0.0, "Drift\t100")],
            [(0.0, "Sted\tAntal"), (0.0, "Skolen\t3")],
            [(0.0, "Pris:\t200"), (0.0, "Moms:\t50")],
        ] {
            assert_eq!(read(&lines).len(), 2, "{lines:?}");
        }
    }
}
