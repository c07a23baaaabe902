//! Lines of a label and what stands behind it in a column of its own: "Sted:⇥Rådhuset", "Beslutning⇥Godkendt.".
//!
//! The text behind a label goes on below itself and not below the label, so the two are lines of their own; a label with its
//! colon and its value are one line. Other lines with tabs are rows of tables.

use std::ops::Range;

use super::line::{Line, PageLines, TableCell, TableRow};
use super::points::is_marked;
use flow::{Says, is_like_label, is_sentence, is_text, may_decide, says};

/// At least this many labels without a colon show that a page lists them.
const FEWEST_LABELS: usize = 2;

/// Words that begin this near each other begin at the same place, in points.
const SAME: f64 = 3.0;

/// A line that stands so many of its sizes below another begins something new.
const APART: f64 = 1.6;

/// At least this many sections whose labels, and what stands behind them, begin at the same places show a column of labels; what
/// stands in it is a label too.
const FEWEST_PLACED: usize = 2;

/// No label that is known has more lines: "Beslutning i / Kommunalbestyrelsen / den 25. marts / 2027".
const MOST_LINES: usize = 5;

/// What the labelled lines of a document are.
struct Seen {
    has_deciding: bool,
    n_labels: usize,
    /// Does a decision stand behind one of these?
    has_deciding_column: bool,
    /// Does text stand behind each label of a section, and are there some?
    are_sections: bool,
    /// The labels of sections that text stands behind.
    places: Vec<Place>,
}

/// Where a label begins, and the text behind it.
struct Place {
    says: Says,
    label: f64,
    value: f64,
}

impl Place {
    /// That of the label of `line`, if text stands behind it and nothing else.
    fn of(line: &Line) -> Option<Self> {
        let (label, value, at) = match &line.row {
            None => {
                let (label, value) = line.words.split_once('\t').filter(|_| line.cells.len() == 1)?;
                (label.to_owned(), value.to_owned(), (line.x, line.cells[0]))
            }
            Some(row) => {
                let (label, rest) = row.cells.split_first()?;
                let mut said = rest.iter().filter(|cell| !cell.lines.is_empty());
                let (value, None) = (said.next()?, said.next()) else { return None };
                let at = (label.lines.first()?.x, value.lines[0].x);
                (words(label), words(value), at)
            }
        };
        let says = says(&label);
        is_text(&value).then_some(Self { says, label: at.0, value: at.1 })
    }
}

impl Place {
    /// That of the label that the first of two lines is, if the second is the text to its right.
    fn below(pair: &[Line]) -> Option<Self> {
        let [label, value] = pair else { return None };
        let says = says(&label.words);
        let is_label = matches!(says, Says::Section | Says::Deciding | Says::Report) && label.row.is_none();
        let is_right = value.x > label.x + WIDE * label.size && value.y - label.y < NEAR * label.size;
        (is_label && is_right && is_text(&value.words)).then_some(Self {
            says,
            label: label.x,
            value: value.x,
        })
    }
}

/// Does a sentence stand behind the label of a section in `line`, and no figure?
fn is_said(line: &Line) -> bool {
    let parts = line.words.split_once('\t');
    parts.is_some_and(|(label, value)| says(label) == Says::Section && is_sentence(value))
}

/// What stands beside a label begins so many sizes to its right, and not so many below.
const WIDE: f64 = 4.0;
const NEAR: f64 = 1.7;

/// The words of a cell.
fn words(cell: &TableCell) -> String {
    cell.lines.iter().map(|line| line.words.as_str()).collect::<Vec<_>>().join(" ")
}

/// Sets labels and what they say apart, or together, on `pages`.
pub(super) fn unfold(pages: &mut [PageLines]) {
    let lines = || pages.iter().flat_map(|page| &page.lines);
    let first = |line: &Line| line.words.split_once('\t').map(|(first, _)| says(first));
    let found: Vec<Says> = lines().filter(|line| line.cells.len() == 1).filter_map(first).collect();
    let n = |wanted: Says| found.iter().filter(|says| **says == wanted).count();
    let n_said = lines().filter(|line| line.cells.len() == 1).filter(|line| is_said(line)).count();
    let below = || pages.iter().flat_map(|page| page.lines.windows(2)).filter_map(Place::below);
    let places = || lines().filter_map(Place::of).chain(below());
    let seen = Seen {
        has_deciding: n(Says::Deciding) > 0,
        n_labels: n(Says::Label),
        are_sections: n(Says::Section) >= FEWEST_LABELS && n_said == n(Says::Section),
        has_deciding_column: places().any(|place| matches!(place.says, Says::Deciding | Says::Report)),
        places: places()
            .filter(|place| matches!(place.says, Says::Section | Says::Deciding | Says::Report))
            .collect(),
    };
    for page in pages {
        let old = std::mem::take(&mut page.lines);
        let mut at = 0;
        let mut inner = None;
        while let Some(line) = old.get(at) {
            at += 1;
            if let Some(lines) = lists(line, &old[at..]) {
                page.lines.extend(lines);
                at += 1;
                continue;
            }
            if let Some(lines) = seen.rows_apart(line, &mut inner) {
                page.lines.extend(lines);
                continue;
            }
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
        let is_placed = |value: &str| is_text(value) || is_marked(value) || label != Says::Words;
        if let [first, value] = cells[..]
            && is_placed(value)
            // A list is set in.
            && self.is_in_column(first, line.x, Some(line.cells[0]).filter(|_| !is_marked(value)))
        {
            return Some(vec![part(line, 0..1, first), part(line, 1..2, value)]);
        }
        if cells.len() > 2
            && cells.len() == line.cells.len() + 1
            && label == Says::Section
            && self.is_in_column(cells[0], line.x, None)
        {
            let (x, inner) = (line.cells[0], line.cells[1..].to_vec());
            let rest = Line { x, hanging: x, cells: inner, words: cells[1..].join("\t"), ..line.clone() };
            return Some(vec![part(line, 0..1, cells[0]), rest]);
        }
        let is_known = !matches!(label, Says::Words | Says::Number | Says::Colon);
        if !is_known || cells.len() != line.cells.len() + 1 {
            return None;
        }
        if cells[0].ends_with(':') {
            return together(line, &cells);
        }
        let [_, second] = cells[..] else { return None };
        let is_list = match label {
            Says::Deciding | Says::Report => may_decide(label, second),
            Says::Section => self.has_deciding || self.are_sections,
            _ => self.n_labels >= FEWEST_LABELS,
        };
        let is_text =
            matches!(says(second), Says::Words | Says::Colon) && second.contains(char::is_alphanumeric);
        let goes_on = next.is_none_or(|next| goes_on(line, next));
        (is_list && is_text && goes_on).then(|| vec![part(line, 0..1, cells[0]), part(line, 1..2, second)])
    }
}

impl Seen {
    /// Does `label`, which begins at `x`, stand in a column of the labels of sections, and what stands behind it at `value`, if
    /// anything does, behind those?
    fn is_in_column(&self, label: &str, x: f64, value: Option<f64>) -> bool {
        let is_same = |place: &&Place| {
            (place.label - x).abs() < SAME && value.is_none_or(|value| (place.value - value).abs() < SAME)
        };
        let is_known = matches!(says(label), Says::Section | Says::Deciding | Says::Report);
        (is_known || is_like_label(label) && says(label) != Says::Label)
            && self.has_deciding_column
            && self.places.iter().filter(is_same).count() >= FEWEST_PLACED
    }

    /// The lines of `line`, a row that a label begins; `inner` is the number of the table that the text behind a label turned out to
    /// be, whose rows follow without one.
    fn rows_apart(&self, line: &Line, inner: &mut Option<usize>) -> Option<Vec<Line>> {
        let row = line.row.as_ref()?;
        let (label, rest) = row.cells.split_first()?;
        let rest_of = |cells: &[TableCell]| {
            let words = cells.iter().map(words).collect::<Vec<_>>().join("\t").trim_end().to_owned();
            Line { words, row: Some(TableRow { cells: cells.to_vec(), ..row.clone() }), ..line.clone() }
        };
        let Some(first) = label.lines.first() else {
            return (*inner == Some(row.table)).then(|| vec![rest_of(rest)]);
        };
        *inner = None;
        let said: Vec<&TableCell> = rest.iter().filter(|cell| !cell.lines.is_empty()).collect();
        let name = words(label);
        let is_known = matches!(says(&name), Says::Section | Says::Deciding | Says::Report);
        // A table of its own is set in, and so is a list.
        let is_set_in = |cell: &TableCell| is_marked(&cell.lines[0].words);
        let value = said.first().filter(|cell| (said.len() == 1 || !is_known) && !is_set_in(cell));
        let value = value.map(|cell| cell.lines[0].x);
        let is_placed = is_known || said.len() == 1 && is_text(&words(said[0]));
        let most = if is_known { MOST_LINES } else { 2 };
        if !is_placed || label.lines.len() > most || !self.is_in_column(&name, first.x, value) {
            return None;
        }
        let plain = |of: &Line| Line { row: None, ..of.clone() };
        let mut lines = vec![Line { words: name.clone(), ..plain(first) }];
        if let [value] = said[..] {
            let edge = value.right;
            lines.extend(value.lines.iter().map(|line| Line { edge, ..plain(line) }));
        } else if !said.is_empty() {
            *inner = Some(row.table);
            lines.push(rest_of(rest));
        }
        Some(lines)
    }
}

/// The lists under labels that `line`, the first row of a table, and the only one in `below` are: "Til stede" and "Afbud" above
/// the names of each.
fn lists(line: &Line, below: &[Line]) -> Option<Vec<Line>> {
    let (labels, next) = (line.row.as_ref()?, below.first()?.row.as_ref()?);
    let is_last = below.get(1).and_then(|line| line.row.as_ref()).is_none_or(|row| row.table != next.table);
    let are_labels = labels.cells.iter().all(|cell| says(&words(cell)) == Says::Label);
    let is_list = next.cells.iter().any(|cell| cell.lines.len() > 1);
    let is_one = next.table == labels.table && next.cells.len() == labels.cells.len();
    if !is_last || !are_labels || !is_list || !is_one || labels.cells.len() < 2 {
        return None;
    }
    let columns = labels.cells.iter().zip(&next.cells);
    let lines = columns.flat_map(|(label, list)| label.lines.iter().chain(&list.lines));
    Some(lines.map(|line| Line { row: None, ..line.clone() }).collect())
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
        let mut pages = [PageLines { number: 1, height: 800.0, width: 600.0, lines, head_end: 0.0 }];
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
