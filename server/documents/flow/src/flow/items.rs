//! Tables whose rows are items: "Punkt | Emne | Beslutning" above "2 | Havnebus | Godkendt."
//!
//! Such a table is all of the minutes, each row an item and each column a section of it, and it is told as it would be written
//! without the table. Inside an item a table like it lists what was decided elsewhere, and stays one.

use rules::syntax::{Vocabulary, scan};

use super::cells::bare_number;
use super::{Block, Flow, Kind, Says, says};

/// What a column of such a table says of the items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Number,
    Title,
    /// A title that may have no number.
    BareTitle,
    /// What stands under this heading.
    Section(String),
    /// What stands behind this label.
    Other(String),
}

/// What the columns of numbers and of titles are called, in small letters; the first may hold both.
const NUMBERS: &[&str] = &["", "punkt", "pkt", "punkt nr", "pkt nr", "nr", "no", "#", "dagsordenspunkt"];
const TITLES: &[&str] = &[
    "emne",
    "titel",
    "overskrift",
    "punkt",
    "sag",
    "dagsorden",
    "dagsordenspunkt",
    "indhold",
    "tekst",
    "tema",
    "hvad",
];

/// What columns are called beside the titles of sections that say what came of an item.
const OUTCOMES: &[&str] =
    &["referat", "konklusion", "resultat", "aftale", "beslutning/referat", "referat/beslutning"];

/// What the columns are called by `cells`, the first row, if each row below may be an item.
pub(super) fn columns(cells: &[Flow]) -> Option<Vec<Column>> {
    let names: Option<Vec<String>> =
        cells.iter().map(|cell| cell.cell().filter(|_| cell.columns < 2)).collect();
    let names: Vec<String> = names?.iter().map(|name| name.trim().trim_end_matches(':').to_owned()).collect();
    let is_any = |at: usize, of: &[&str]| {
        let name = names.get(at).map(|name| name.trim_end_matches('.').replace(". ", " ").to_lowercase());
        name.is_some_and(|name| of.contains(&name.as_str()))
    };
    let n_first = match () {
        () if is_any(0, NUMBERS) && is_any(1, TITLES) => 2,
        () if !names.first()?.is_empty() && (is_any(0, NUMBERS) || is_any(0, TITLES)) => 1,
        () => return None,
    };
    let is_one =
        |name: &str| says(name) == Says::Deciding || OUTCOMES.contains(&name.to_lowercase().as_str());
    // "Drøftelse/beslutning", "Referat og konklusion".
    let parts = |at: usize| names[at].split('/').flat_map(|name| name.split(" og ")).map(str::trim);
    let is_outcome = |at: usize| is_one(&names[at]) || parts(at).any(|part| is_one(&capitalised(part)));
    let first = (n_first..names.len()).find(|at| is_outcome(*at))?;
    // "Nr. | Ansvarlig | Emne | Beslutning": another column may stand between the number and the title.
    let title = match n_first {
        1 if is_any(0, NUMBERS) => (2..first).find(|at| is_any(*at, TITLES)).unwrap_or(0),
        _ => n_first - 1,
    };
    let named = |(at, name): (usize, &String)| match says(name) {
        _ if at == title => Column::Title,
        _ if at == 0 => Column::Number,
        Says::Deciding | Says::Section => Column::Section(name.clone()),
        _ if is_outcome(at) => Column::Section(name.clone()),
        _ => Column::Other(name.clone()),
    };
    Some(names.iter().enumerate().map(named).collect())
}

/// `words` as a name of their own.
fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Does `block` look like the heading of an item, or a row of such a table?
pub(super) fn begins_item(block: &Block) -> bool {
    let may_begin = matches!(block.kind, Kind::Heading(_) | Kind::Paragraph);
    may_begin && scan::block(&block.words, 0, Vocabulary::common()).numbering.is_some()
}

/// Are the rows of a table below `blocks` all there is of the meeting, so that they may be items without a number?
pub(super) fn may_be_all(blocks: &[Block]) -> bool {
    let headings = blocks.iter().filter(|block| matches!(block.kind, Kind::Heading(_)));
    headings.take(2).count() < 2 && !blocks.iter().any(|block| says(&block.words) == Says::Deciding)
}

/// What a title without a number becomes.
const HEADING: Kind = Kind::Heading(2);
/// A title without a number is no longer, in bytes.
const LONGEST_TITLE: usize = 100;

/// Does `cell` hold a title alone, with text in one of the `others`?
fn is_bare_title(cell: &Flow, others: &[Flow]) -> bool {
    let [Block { words, kind: Kind::Paragraph | Kind::Heading(_), .. }] = cell.blocks.as_slice() else {
        return false;
    };
    words.len() <= LONGEST_TITLE
        && words.starts_with(char::is_uppercase)
        && !words.ends_with(['.', ':'])
        && says(words) != Says::Deciding
        && others.iter().any(|other| !other.blocks.is_empty())
}

/// `cells`, a row below `columns`, as the lines of an item; `None` where it is none.
pub(super) fn item(columns: &[Column], mut cells: Vec<Flow>) -> Result<Vec<Flow>, Vec<Flow>> {
    if columns.len() != cells.len() {
        return Err(cells);
    }
    let title = columns.iter().position(|column| *column == Column::Title);
    let mut columns: Vec<&Column> = columns.iter().collect();
    // What stands between the number and the title belongs to the item.
    if let Some(title) = title.filter(|title| *title > 1) {
        columns[1..=title].rotate_right(1);
        cells[1..=title].rotate_right(1);
    }
    let is_item = match cells.as_mut_slice() {
        [number, title, ..] if *columns[0] == Column::Number => number_title(number, title),
        [title, ..] if title.blocks.first().is_some_and(begins_item) => true,
        [title, others @ ..] if *columns[0] == Column::BareTitle && is_bare_title(title, others) => {
            title.blocks[0].kind = HEADING;
            true
        }
        [_, ..] => false,
        [] => false,
    };
    if !is_item {
        if let Some(title) = title.filter(|title| *title > 1) {
            cells[1..=title].rotate_left(1);
        }
        return Err(cells);
    }
    for (column, cell) in columns.into_iter().zip(&mut cells) {
        match column {
            Column::Number | Column::Title | Column::BareTitle => {}
            Column::Section(name) => cell.put_under(name),
            Column::Other(name) if cell.blocks.len() == 1 && !name.is_empty() => {
                cell.blocks[0].put_before(&format!("{name}: "));
            }
            Column::Other(name) => cell.put_under(name),
        }
    }
    Ok(cells)
}

/// Puts the number in one cell before the title in the next.
fn number_title(number: &mut Flow, title: &mut Flow) -> bool {
    let ([own], [first, ..]) = (number.blocks.as_slice(), title.blocks.as_mut_slice()) else { return false };
    let digits = own.words.trim();
    let is_title = matches!(first.kind, Kind::Paragraph | Kind::Heading(_));
    let Some(bare) = bare_number(digits).filter(|_| is_title) else { return false };
    let sign = if bare.len() == digits.len() { ". " } else { " " };
    first.put_before(&format!("{digits}{sign}"));
    let lead = own.words.len() - own.words.trim_start().len();
    let shown = own.pieces.iter().filter(|piece| piece.at >= lead);
    let pieces: Vec<_> = shown.map(|piece| super::Piece { at: piece.at - lead, ..*piece }).collect();
    first.pieces.splice(0..0, pieces);
    number.blocks.clear();
    true
}

impl Flow {
    /// Puts a line with `name` above what is told, if that is anything.
    fn put_under(&mut self, name: &str) {
        let Some(first) = self.blocks.first().filter(|_| !name.is_empty()) else { return };
        let line = Block {
            kind: Kind::Paragraph,
            words: name.to_owned(),
            pieces: Vec::new(),
            turns: Vec::new(),
            ..first.clone()
        };
        self.blocks.insert(0, line);
        self.asides.iter_mut().for_each(|(_, _, at)| *at += 1);
    }
}

impl Block {
    fn put_before(&mut self, words: &str) {
        self.words.insert_str(0, words);
        self.pieces.iter_mut().for_each(|piece| piece.at += words.len());
        self.turns.iter_mut().for_each(|turn| turn.at += words.len());
    }
}

#[cfg(test)]
mod tests {
    use crate::Format;
    use crate::flow::{Flow, Kind};
    use crate::place::Cell;

    fn text(before: &str, rows: &[&[&str]]) -> String {
        let mut flow = Flow::default();
        flow.paragraph(Kind::Paragraph, before);
        let number = flow.table();
        flow.gap();
        for (n, row) in rows.iter().enumerate() {
            flow.row = Some(Cell { number, row: n as u32 + 1 });
            let cell = |words: &&str| {
                let mut cell = flow.inner();
                words.split('/').for_each(|words| cell.paragraph(Kind::Paragraph, words));
                cell
            };
            let cells = row.iter().map(cell).collect();
            flow.cells(cells);
        }
        flow.finish(Format::Docx).expect("words").text
    }

    #[test]
    fn a_row_is_an_item_with_its_sections() {
        let rows: &[&[&str]] = &[
            &["Punkt", "Emne", "Beslutning", "Ansvarlig"],
            &["1", "Dagsorden", "Godkendt.", ""],
            &["2.", "Havnebus/Bestyrelsen indstiller, at bussen købes.", "Ad 1: Godkendt./Bo skriver.", "Bo"],
            &["", "", "Mødet sluttede kl. 20.", ""],
        ];
        let expected = "Referat\n\nPunkt\tEmne\tBeslutning\tAnsvarlig\n\n1. Dagsorden\n\nBeslutning\nGodkendt.\n\n2. Havnebus\n\
                        Bestyrelsen indstiller, at bussen købes.\n\nBeslutning\nAd 1: Godkendt.\nBo skriver.\n\nAnsvarlig: Bo\n\n\
                        \t\tMødet sluttede kl. 20.\n";
        assert_eq!(text("Referat", rows), expected);
        let rows: &[&[&str]] = &[
            &["Nr.", "Ansvarlig", "Emne", "Beslutning"],
            &["1", "Bo", "Havnebus", "Udsat."],
            &["", "Eva", "Kran", ""],
        ];
        let expected = "\n1. Havnebus\n\nAnsvarlig: Bo\n\nBeslutning\nUdsat.\n\n\tEva\tKran\n";
        assert!(text("Referat", rows).ends_with(expected), "{}", text("Referat", rows));
        let rows: &[&[&str]] = &[&["Dagsordenspunkt", "Referat"], &["1. Valg af dirigent", "Bo blev valgt."]];
        assert!(text("Referat", rows).ends_with("\n1. Valg af dirigent\n\nReferat\nBo blev valgt.\n"));
    }

    #[test]
    fn rows_that_are_all_of_the_meeting_need_no_number() {
        let rows: &[&[&str]] = &[
            &["Emne", "Drøftelse og beslutning", "Ansvarlig"],
            &["Dagsorden", "Godkendt.", ""],
            &["Havnebus", "Prisen er kendt./Bussen købes.", "Bo"],
            &["Eventuelt", "", ""],
        ];
        let expected = "Referat\n\nEmne\tDrøftelse og beslutning\tAnsvarlig\n\nDagsorden\n\nDrøftelse og beslutning\nGodkendt.\n\n\
                        Havnebus\n\nDrøftelse og beslutning\nPrisen er kendt.\nBussen købes.\n\nAnsvarlig: Bo\n\nEventuelt\n";
        assert_eq!(text("Referat", rows), expected);
        // Below a decision it lists what was decided elsewhere.
        assert!(text("Beslutning", rows).contains("Dagsorden\tGodkendt.\n"));
        let names: &[&[&str]] = &[&["Emne", "Beslutning"], &["Der købes en bus.", "Bo"], &["bænke", "Eva"]];
        assert!(text("Referat", names).contains("Der købes en bus.\tBo\nbænke\tEva\n"));
    }

    #[test]
    fn a_list_of_what_was_decided_stays_a_table() {
        let decided: &[&[&str]] = &[&["Nr.", "Sag", "Beslutning"], &["1", "Havnebus", "Godkendt."]];
        assert!(text("3. Opfølgning", decided).contains("1\tHavnebus\tGodkendt.\n"));
        let prices: &[&[&str]] = &[&["Nr.", "Emne", "Pris"], &["1", "Havnebus", "100 kr."]];
        assert!(text("Referat", prices).contains("1\tHavnebus\t100 kr.\n"));
    }
}
