//! Rows that say one thing each, behind a label: "Sted: | Rådhuset" and "Beslutning | Godkendt." are lines and no table.
//!
//! Templates lay such lines out in tables without borders. A table is left as it is where one of its rows begins with
//! anything else: "Beslutning | Ansvarlig" above a list of actions names two columns.

use std::collections::HashMap;

use rules::syntax::decided::is_outcome_alone;
use rules::syntax::{Class, Numbering, SectionKind, Sign, Vocabulary, scan};

use super::{Block, Kind, Piece};

/// No label is longer, in bytes.
const LONGEST_LABEL: usize = 60;

/// At least this many labels without a colon show that a table is a list of them.
const FEWEST_LABELS: usize = 2;

/// What a cell at the left of a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// "Sted", of the meeting.
    Label,
    /// "Sagsfremstilling".
    Section,
    /// "Beslutning", "Indstilling".
    Deciding,
    /// "Referat", of an item or of the whole meeting.
    Report,
    /// "Referent:", which only its colon tells.
    Colon,
    /// "3.", "Punkt 3", of an item.
    Number,
    /// Anything else.
    Words,
}

/// What the rows of one table begin with.
#[derive(Clone, Copy, Debug, Default)]
struct Begins {
    n_rows: usize,
    n_labels: usize,
    /// Rows that begin with the label of a section, and those of them that a sentence stands behind.
    n_sections: usize,
    n_said: usize,
    has_deciding: bool,
    /// Does text stand behind a decision, and not what another column is called?
    has_decision: bool,
    /// Rows that begin with what could be a label that nobody knows, and rows that begin with anything else.
    has_unknown: bool,
    has_other: bool,
}

impl Begins {
    /// Does a row begin with what is no label?
    fn has_rows(self) -> bool {
        self.has_other || self.has_unknown && !self.has_decision
    }

    /// Do the labels of sections head what they say, and no columns? A table of its own is made for one section.
    fn lists_sections(self, value: &str) -> bool {
        let are_said = self.n_sections >= FEWEST_LABELS && self.n_said == self.n_sections;
        self.has_deciding || are_said || self.n_rows == 1 && is_text(value)
    }
}

/// `blocks` with such rows as lines, and for each of the old ones where it begins among the new.
pub(super) fn unfolded(blocks: Vec<Block>) -> (Vec<Block>, Vec<usize>) {
    let tables = tables(&blocks);
    let (mut new, mut moved) = (Vec::with_capacity(blocks.len()), Vec::with_capacity(blocks.len() + 1));
    for block in blocks {
        moved.push(new.len());
        let begins = block.table.and_then(|cell| tables.get(&cell.number)).copied().unwrap_or_default();
        match lines(&block, begins) {
            Some(lines) => new.extend(lines.into_iter().enumerate().map(|(n, line)| line.of(&block, n))),
            None => new.push(block),
        }
    }
    moved.push(new.len());
    (new, moved)
}

fn tables(blocks: &[Block]) -> HashMap<u32, Begins> {
    let mut tables: HashMap<u32, Begins> = HashMap::new();
    for block in blocks {
        let Some(cell) = block.table else { continue };
        let begins = tables.entry(cell.number).or_default();
        match &block.kind {
            Kind::Row(cells) if shown(cells).count() > 1 => {
                begins.n_rows += 1;
                let says = shown(cells).next().map_or(Says::Words, |(_, cell)| says(cell));
                begins.n_labels += usize::from(says == Says::Label);
                let value = shown(cells).nth(1).map_or("", |(_, value)| value);
                begins.has_deciding |= may_decide(says, value);
                begins.n_sections += usize::from(says == Says::Section);
                begins.n_said += usize::from(says == Says::Section && is_sentence(value));
                let is_unknown = says == Says::Words && may_be_label(shown(cells), value);
                begins.has_decision |= may_decide(says, value) && is_text(value);
                begins.has_unknown |= is_unknown;
                begins.has_other |= says == Says::Words && !is_unknown;
            }
            // A cell of several paragraphs is no row any more.
            Kind::Paragraph | Kind::Heading(_) if says(&block.words) == Says::Deciding => {
                (begins.has_deciding, begins.has_decision) = (true, true);
            }
            _ => {}
        }
    }
    tables
}

/// The cells with words, and how many bytes stand before each in its row.
fn shown(cells: &[String]) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    let placed = cells.iter().map(move |cell| {
        let from = at;
        at += cell.len() + 1;
        (from, cell.as_str())
    });
    placed.filter(|(_, cell)| !cell.is_empty())
}

/// A label that nobody knows has no more words.
const MOST_IN_LABEL: usize = 3;

/// Could `words` be a label that no list has: "Orientering", "Nyt fra skolen"?
pub fn is_like_label(words: &str) -> bool {
    let words = words.trim_end_matches(':');
    words.starts_with(char::is_uppercase)
        && words.split(' ').count() <= MOST_IN_LABEL
        && words.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-'))
}

/// Is this what a section says, and not what a column is called?
pub fn is_text(value: &str) -> bool {
    value.ends_with('.') || value.split([' ', '\t']).count() > MOST_IN_LABEL
}

/// Is `value` a sentence, or the beginning of one, and no figure with its unit: "Ingen.", "Broen er fra 1968"?
pub fn is_sentence(value: &str) -> bool {
    value.starts_with(char::is_uppercase) && is_text(value)
}

/// Are `cells` such a label and text behind it?
fn may_be_label<'c>(mut cells: impl Iterator<Item = (usize, &'c str)>, value: &str) -> bool {
    cells.next().is_some_and(|(_, first)| is_like_label(first)) && cells.nth(1).is_none() && is_text(value)
}

/// What `cell` says of the cells behind it.
pub fn says(cell: &str) -> Says {
    let is_number = |words: &str| {
        let digits = words.trim_end_matches(['.', ')']);
        (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_worded = |own: Option<Numbering>| own.is_some_and(|own| own.form.has_word());
    if cell.len() > LONGEST_LABEL || cell.trim_end_matches(':').contains(':') {
        return Says::Words;
    }
    let vocabulary = Vocabulary::common();
    let block = scan::block(cell, 0, vocabulary);
    match block.class {
        Class::Label(_) if is_all(cell) => Says::Label,
        Class::Decision => Says::Deciding,
        Class::Section(id) => match vocabulary.title_of(id).kind {
            SectionKind::Decision | SectionKind::Recommendation => Says::Deciding,
            _ => Says::Section,
        },
        _ if is_number(cell) || block.shows(Sign::NoTitle) && is_worded(block.numbering) => Says::Number,
        _ if is_report(cell) => Says::Report,
        _ if cell.ends_with(':') && cell.starts_with(char::is_uppercase) => Says::Colon,
        _ => Says::Words,
    }
}

/// "Referat", "Konklusion": does it head a decision inside an item, and may be something else?
fn is_report(cell: &str) -> bool {
    let label = cell.trim_end_matches(':');
    is_like_label(label) && scan::block(label, 0, Vocabulary::common()).shows(Sign::LabelsDecision)
}

/// Does `value` say what was decided, behind a label that `says` this? Behind "Referat" may stand a name or a date.
pub fn may_decide(says: Says, value: &str) -> bool {
    match says {
        Says::Deciding => true,
        Says::Report => is_text(value) || is_outcome_alone(value),
        _ => false,
    }
}

/// Is the label all that the cell says? "Mødedato 7. april" has its value with it.
fn is_all(cell: &str) -> bool {
    cell.ends_with(':') || !cell.contains(|c: char| c.is_ascii_digit())
}

/// A line that a row becomes.
struct Line {
    words: String,
    pieces: Vec<Piece>,
}

impl Line {
    /// With `cells` one space apart; `pieces` are those of the row.
    fn new(cells: &[(usize, &str)], pieces: &[Piece]) -> Self {
        let mut line = Self { words: String::new(), pieces: Vec::new() };
        for &(from, cell) in cells {
            if !line.words.is_empty() {
                line.words.push(' ');
            }
            let within = pieces.iter().filter(|piece| (from..from + cell.len()).contains(&piece.at));
            let at = |piece: &Piece| line.words.len() + piece.at - from;
            let moved: Vec<Piece> = within.map(|piece| Piece { at: at(piece), ..*piece }).collect();
            line.pieces.extend(moved);
            line.words.push_str(cell);
        }
        line
    }

    /// As a block in the place of `row`, the `n`th of its lines.
    fn of(self, row: &Block, n: usize) -> Block {
        let apart = row.apart && n == 0;
        let turns = if n == 0 { row.turns.clone() } else { Vec::new() };
        let element = row.element.clone();
        Block { kind: Kind::Paragraph, words: self.words, pieces: self.pieces, apart, turns, element, ..*row }
    }
}

/// The lines that `block` becomes, where it is a row that says one thing behind each label.
fn lines(block: &Block, begins: Begins) -> Option<Vec<Line>> {
    let Kind::Row(cells) = &block.kind else { return None };
    let cells: Vec<(usize, &str)> = shown(cells).collect();
    let [(_, first), (_, second), ..] = cells.as_slice() else { return None };
    let label = says(first);
    let each = || cells.iter().map(|cell| Line::new(&[*cell], &block.pieces)).collect();
    if first.ends_with(':') {
        let is_known = label != Says::Colon && label != Says::Words || begins.n_labels > 0;
        let behind: Vec<&[(usize, &str)]> = groups(&cells).collect();
        return (is_known && label != Says::Words && behind.iter().all(|group| group.len() > 1))
            .then(|| behind.into_iter().map(|group| Line::new(group, &block.pieces)).collect());
    }
    let is_one = cells.len() == 2 && !begins.has_rows() && matches!(says(second), Says::Words | Says::Colon);
    let is_list = match label {
        Says::Deciding | Says::Report => may_decide(label, second),
        Says::Section => begins.lists_sections(second),
        Says::Label => begins.n_labels >= FEWEST_LABELS && begins.n_labels * 2 >= begins.n_rows,
        Says::Words => begins.has_decision,
        Says::Colon | Says::Number => false,
    };
    let says_something = second.contains(char::is_alphanumeric);
    (is_one && is_list && says_something).then(each)
}

/// `cells`, each label with what stands behind it.
fn groups<'c>(cells: &'c [(usize, &'c str)]) -> impl Iterator<Item = &'c [(usize, &'c str)]> {
    cells.chunk_by(|_, (_, after)| !after.ends_with(':'))
}

#[cfg(test)]
mod tests {
    use crate::Format;
    use crate::flow::Flow;
    use crate::place::Cell;

    fn text(rows: &[&[&str]]) -> String {
        let mut flow = Flow::default();
        let number = flow.table();
        for (n, row) in rows.iter().enumerate() {
            flow.row = Some(Cell { number, row: n as u32 + 1 });
            flow.row(row.iter().map(|cell| (*cell).to_owned()).collect());
        }
        flow.finish(Format::Docx).expect("words").text
    }

    #[test]
    fn what_stands_behind_a_label_is_one_line_with_it() {
        let rows: &[&[&str]] = &[
            &["Dato:", "7. april 2026", "Tid:", "kl. 17"],
            &["Sted:", "", "Skolen"],
            &["Referent:", "Bo Berg"],
        ];
        assert_eq!(text(rows), "Dato: 7. april 2026\nTid: kl. 17\nSted: Skolen\nReferent: Bo Berg\n");
        assert_eq!(
            text(&[&["Dato", "7. april 2026"], &["Sted", "Skolen"]]),
            "Dato\n7. april 2026\nSted\nSkolen\n"
        );
    }

    #[test]
    fn a_section_stands_above_what_it_says() {
        let rows: &[&[&str]] = &[&["Økonomi", "Ingen udgifter."], &["Beslutning", "Godkendt."]];
        assert_eq!(text(rows), "Økonomi\nIngen udgifter.\nBeslutning\nGodkendt.\n");
        for [label, said] in [
            ["Økonomi", "Ingen udgifter."],
            ["Sagsfremstilling", "Broen er fra 1968 og er slidt."],
            ["Baggrund", "Kommunen overtog broen i 1968"],
        ] {
            assert_eq!(text(&[&[label, said]]), format!("{label}\n{said}\n"));
        }
        assert_eq!(text(&[&["Økonomi", "200.000"]]), "Økonomi\t200.000\n");
    }

    #[test]
    fn sections_alone_stand_above_what_they_say() {
        for rows in [
            [["Resumé", "Der skal tages stilling til broen."], ["Økonomi", "Ingen."]],
            [["Baggrund", "Broen er fra 1968"], ["Sagsfremstilling", "Den er slidt, og rækværket er løst."]],
            [["Baggrund", "Uændret."], ["Lovgrundlag", "Lov om offentlige veje."]],
        ] {
            let lines: String = rows.iter().flatten().map(|line| format!("{line}\n")).collect();
            assert_eq!(text(&[&rows[0], &rows[1]]), lines);
        }
        for rows in
            [[["Økonomi", "200 kr."], ["Baggrund", "Uændret."]], [["Økonomi", "Drift"], ["Baggrund", "Plan"]]]
        {
            assert_eq!(text(&[&rows[0], &rows[1]]).matches('\t').count(), 2);
        }
    }

    #[test]
    fn a_report_stands_above_what_it_says() {
        for said in ["Godkendt.", "Godkendt", "Udvalget besluttede at købe bussen."] {
            for label in ["Referat", "Konklusion"] {
                assert_eq!(text(&[&[label, said]]), format!("{label}\n{said}\n"));
            }
        }
        let rows: &[&[&str]] = &[&["Sagsfremstilling", "Broen er slidt."], &["Referat", "Udsat."]];
        assert_eq!(text(rows), "Sagsfremstilling\nBroen er slidt.\nReferat\nUdsat.\n");
        for said in ["Bo Berg", "7. april"] {
            assert_eq!(text(&[&["Referat", said]]), format!("Referat\t{said}\n"));
        }
    }

    #[test]
    fn the_number_of_an_item_hides_no_section() {
        let rows: &[&[&str]] =
            &[&["Punkt 3", "Ny bus"], &["Baggrund", "Den er slidt."], &["Beslutning", "Købes."]];
        assert_eq!(text(rows), "Punkt 3\tNy bus\n\nBaggrund\nDen er slidt.\nBeslutning\nKøbes.\n");
    }

    #[test]
    fn a_label_that_nobody_knows_hides_no_decision() {
        let rows: &[&[&str]] = &[&["Orientering", "Bo Berg har talt."], &["Beslutning", "Godkendt."]];
        assert_eq!(text(rows), "Orientering\nBo Berg har talt.\nBeslutning\nGodkendt.\n");
        let rows: &[&[&str]] =
            &[&["Nyt fra skolen", "Der er nye bolde i hallen"], &["Indstilling", "At bolden købes."]];
        assert!(text(rows).starts_with("Nyt fra skolen\nDer er"));
        let rows: &[&[&str]] = &[&["Beslutning", "Ansvarlig"], &["Ny bus", "Bo køber den."]];
        assert_eq!(text(rows), "Beslutning\tAnsvarlig\nNy bus\tBo køber den.\n");
        let rows: &[&[&str]] = &[&["Bo", "17 år."], &["Beslutning", "Godkendt."], &["3 nye", "De kom."]];
        assert_eq!(text(rows).matches('\t').count(), 3);
    }

    #[test]
    fn a_table_is_left_as_it_is() {
        for rows in [
            &[&["Beslutning", "Ansvarlig"][..], &["Der købes en bus", "Bo"]][..],
            &[&["Økonomi", "200 kr."], &["Drift", "100 kr."]],
            &[&["Indstilling", "Beslutning"], &["1.", "Godkendt"]],
            &[&["Navn", "Parti"], &["Bo Berg", "A"]],
            &[&["Pris:", "200 kr."], &["Moms:", "50 kr."]],
            &[&["Sted", "Antal"], &["Skolen", "3"]],
        ] {
            let same: String = rows.iter().map(|row| row.join("\t") + "\n").collect();
            assert_eq!(text(rows), same);
        }
    }
}
