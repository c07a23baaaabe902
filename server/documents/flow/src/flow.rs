//! What readers tell, and how it becomes lines: one paragraph a line, a number before each point of a list.

mod cells;
mod contents;
mod counted;
mod extracted;
mod items;
mod labels;
mod signs;

use rules::syntax::{Vocabulary, scan};

use crate::place::Cell;
use crate::{Fault, Format};

pub use contents::{contents_line, contents_pieces};
pub use extracted::{Aside, Beside, Block, Extracted, Kind, Unread};
pub use extracted::{Piece, Turn};
pub use labels::{Says, is_like_label, is_sentence, is_text, may_decide, says};

use cells::{Keeps, number_before_title, number_of, pieces_of, row};
use extracted::{Heading, KINDS};
use items::Column;

/// Gathers what a reader tells.
#[derive(Debug, Default)]
pub struct Flow {
    /// The page that is being read.
    pub page: Option<u32>,
    /// The pages that begin in the paragraph that comes next.
    pub turns: Vec<Turn>,
    /// The words of the paragraph that comes next, where a reader tells.
    pub pieces: Vec<Piece>,
    /// What nobody reads.
    pub unread: Vec<Unread>,
    /// The row that is being read.
    pub row: Option<Cell>,
    /// The element that is being read.
    pub element: Option<String>,
    /// The line that is being read.
    pub line: Option<u32>,
    /// Is the paragraph that comes next what a table or a picture is called?
    pub is_caption: bool,
    /// How many columns the cell takes that is being read; 0 is one.
    pub columns: usize,
    /// The number of the table whose rows are items, and what its columns say of them.
    items: Option<(u32, Vec<Column>)>,
    /// The last number of a row that was more than a row, and that of its table.
    numbered: Option<(u32, u32)>,
    blocks: Vec<Block>,
    /// With the number of the block they stand in.
    asides: Vec<(Beside, String, usize)>,
    headings: Vec<Heading>,
    n_paragraphs: u32,
    apart: bool,
    n_tables: u32,
}

/// The longest heading that is worth showing in a place, in bytes.
const LONGEST_HEADING: usize = 80;

/// What columns are called may stand below a title of the table.
const LAST_HEAD: u32 = 2;

impl Flow {
    /// A paragraph, point or heading; one without words sets apart what follows.
    pub fn paragraph(&mut self, kind: Kind, words: &str) {
        let words = words.trim_end_matches('\n');
        let is_marked = matches!(&kind, Kind::Entry { marker, .. } if !marker.is_empty());
        if words.trim().is_empty() && !is_marked {
            self.turns.clear();
            self.pieces.clear();
            self.gap();
            return;
        }
        let Kind::Heading(level) = kind else { return self.push(kind, words.to_owned()) };
        let words = self.one_line(words);
        self.heading(level, &words);
        self.push(kind, words);
    }

    /// The title of an item as one line, where the source breaks it: "1. Bro over" and "Tangå". A title of the whole document may
    /// say several things.
    fn one_line(&mut self, words: &str) -> String {
        let is_item = |line: &str| scan::block(line, 0, Vocabulary::common()).numbering.is_some();
        let mut lines = words.split('\n');
        if !lines.next().is_some_and(is_item) || lines.any(|line| says(line) != Says::Words || is_item(line))
        {
            return words.to_owned();
        }
        let mut whole = String::with_capacity(words.len());
        for (at, c) in words.char_indices() {
            let is_needed = !whole.ends_with(' ') && !words[at + c.len_utf8()..].starts_with(' ');
            match c {
                '\n' if is_needed => whole.push(' '),
                // One space is there already.
                '\n' => {
                    let end = whole.len();
                    self.pieces.iter_mut().filter(|piece| piece.at > end).for_each(|piece| piece.at -= 1);
                    self.turns.iter_mut().filter(|turn| turn.at > end).for_each(|turn| turn.at -= 1);
                }
                c => whole.push(c),
            }
        }
        whole
    }

    /// The cells of one row: a row where each holds a few words, else one cell after the other.
    pub fn cells(&mut self, cells: Vec<Self>) {
        let Some(mut cells) = self.item(cells) else { return };
        let numbered = number_of(&cells).zip(self.row.map(|cell| cell.number));
        let row = row(&cells).filter(|_| !self.goes_on(&cells));
        if row.is_none() {
            number_before_title(&mut cells);
            self.numbered = numbered;
            self.first_apart(numbered);
        }
        let keeps = if row.is_some() { Keeps::Asides } else { Keeps::All };
        if let Some(row) = row {
            self.pieces = pieces_of(&cells);
            self.row(row);
        }
        for cell in cells {
            self.take(cell, keeps);
        }
    }

    /// The row above one that is an item is one too, though it holds a few words alone: "1.", "Dagsorden", "Godkendt."
    fn first_apart(&mut self, numbered: Option<(u32, u32)>) {
        let Some((number, table)) = numbered else { return };
        let last = self.blocks.last().filter(|last| last.table.is_some_and(|cell| cell.number == table));
        let apart = number.checked_sub(1).and_then(|before| last?.apart(before));
        if let Some(apart) = apart {
            self.blocks.pop();
            self.blocks.extend(apart);
        }
    }

    /// Are `cells` the next item of a table whose rows before held more than words: "6." and "Eventuelt"?
    fn goes_on(&self, cells: &[Self]) -> bool {
        let [_, title, ..] = cells else { return false };
        let next = number_of(cells).zip(self.row.map(|cell| cell.number));
        let is_title = title.blocks.first().is_some_and(|first| first.words.starts_with(char::is_uppercase));
        is_title
            && next.is_some_and(|(number, table)| self.numbered == number.checked_sub(1).zip(Some(table)))
    }

    /// Tells of an item, if `cells` are one; else gives them back.
    fn item(&mut self, cells: Vec<Self>) -> Option<Vec<Self>> {
        let row = self.row.unwrap_or(Cell { number: 0, row: 0 });
        let Some((_, columns)) = self.items.as_ref().filter(|(table, _)| *table == row.number) else {
            let columns = (1..=LAST_HEAD).contains(&row.row).then(|| items::columns(&cells)).flatten();
            let columns = columns.filter(|_| !self.blocks.iter().any(items::begins_item));
            self.items = columns.map(|mut columns| {
                if columns[0] == Column::Title && items::may_be_all(&self.blocks) {
                    columns[0] = Column::BareTitle;
                }
                (row.number, columns)
            });
            return Some(cells);
        };
        match items::item(columns, cells) {
            Ok(cells) => {
                cells.into_iter().for_each(|cell| self.take(cell, Keeps::All));
                None
            }
            Err(cells) => Some(cells),
        }
    }

    /// A row of a table.
    fn row(&mut self, cells: Vec<String>) {
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            self.push(Kind::Row(cells.iter().map(|cell| collapsed(cell)).collect()), String::new());
        }
        self.pieces.clear();
    }

    /// What follows stands apart.
    pub fn gap(&mut self) {
        self.apart = true;
    }

    /// The number of a table that begins.
    pub fn table(&mut self) -> u32 {
        self.n_tables += 1;
        self.n_tables
    }

    /// The next page begins behind `at` bytes of the paragraph that is being read.
    pub fn turn(&mut self, at: usize) {
        if let Some(page) = self.page {
            self.turns.push(Turn { at, before: page, after: page + 1 });
            self.page = Some(page + 1);
        }
    }

    /// Something beside the paragraph that comes next.
    pub fn aside(&mut self, beside: Beside, words: impl Into<String>) {
        self.asides.push((beside, words.into(), self.blocks.len()));
    }

    /// A flow for what lies in a cell, which may turn out to be one of a row, or in the cell after this one.
    pub fn inner(&self) -> Self {
        let Self { page, row, n_paragraphs, n_tables, .. } = *self;
        Self { page, row, n_paragraphs, n_tables, ..Self::default() }
    }

    /// Takes over what `inner` was told, or for a row only what stands beside it.
    fn take(&mut self, inner: Self, keeps: Keeps) {
        let first = self.blocks.len();
        let moved = |(beside, words, n)| (beside, words, if keeps == Keeps::All { first + n } else { first });
        self.asides.extend(inner.asides.into_iter().map(moved));
        self.page = inner.page;
        self.n_tables = inner.n_tables;
        self.unread.extend(inner.unread);
        if keeps == Keeps::Asides {
            return;
        }
        self.gap();
        for block in inner.blocks {
            if let Kind::Heading(level) = block.kind {
                self.heading(level, &block.words);
            }
            self.apart |= block.apart;
            self.put(block);
        }
        self.n_paragraphs = inner.n_paragraphs;
        self.gap();
    }

    /// Takes over `block`, in the place where it stands.
    fn put(&mut self, block: Block) {
        let Block { is_caption, page, turns, pieces, paragraph, table, element, line, .. } = block;
        self.push(block.kind, block.words);
        if let Some(last) = self.blocks.last_mut() {
            (last.page, last.paragraph, last.table, last.element, last.line) =
                (page, paragraph, table, element, line);
            (last.turns, last.pieces, last.is_caption) = (turns, pieces, is_caption);
        }
    }

    fn heading(&mut self, level: u8, words: &str) {
        let mut above = self.headings.len().checked_sub(1);
        while let Some(n) = above.filter(|n| self.headings[*n].level >= level) {
            above = self.headings[n].above;
        }
        let mut words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some((cut, _)) = words.char_indices().find(|(at, _)| *at >= LONGEST_HEADING) {
            words.truncate(cut);
            words.push('…');
        }
        self.headings.push(Heading { words, level, above });
    }

    fn push(&mut self, kind: Kind, words: String) {
        self.n_paragraphs += 1;
        // A heading stands under those above it and not under itself.
        let last = self.headings.len().checked_sub(1);
        let heading = match kind {
            Kind::Heading(_) => last.and_then(|n| self.headings[n].above),
            _ => last,
        };
        let turns = std::mem::take(&mut self.turns);
        let new = Block {
            apart: std::mem::take(&mut self.apart),
            is_caption: std::mem::take(&mut self.is_caption),
            start: 0,
            words_at: 0,
            page: turns.first().map(|turn| turn.before).or(self.page),
            turns,
            pieces: std::mem::take(&mut self.pieces),
            paragraph: Some(self.n_paragraphs),
            table: self.row,
            element: self.element.clone(),
            line: self.line,
            heading,
            kind,
            words,
        };
        self.blocks.push(new);
    }

    /// Why there is no text: what holds words instead.
    fn without_text(&self) -> Fault {
        let hold = |kinds: &[Beside]| {
            self.asides.iter().any(|(beside, words, _)| kinds.contains(beside) && !words.trim().is_empty())
        };
        match () {
            () if hold(&[Beside::Hidden, Beside::Folded, Beside::Deleted, Beside::Struck]) => Fault::Unseen,
            () if hold(&[Beside::Margin, Beside::Note, Beside::Drawn, Beside::Comment, Beside::Field]) => {
                Fault::Empty
            }
            () => Fault::Blank,
        }
    }

    /// The document.
    ///
    /// # Errors
    /// It holds no words.
    pub fn finish(mut self, format: Format) -> Result<Extracted, Fault> {
        if self.blocks.is_empty() {
            return Err(self.without_text());
        }
        let (blocks, mut moved) = labels::unfolded(std::mem::take(&mut self.blocks));
        self.blocks = blocks;
        counted::put_before_titles(&mut self.blocks, &mut moved);
        let mut text = String::new();
        let mut before: Option<&Kind> = None;
        let has_headings = !self.headings.is_empty();
        for block in &mut self.blocks {
            if before.is_some_and(|before| block.apart || stands_apart(before, &block.kind)) {
                text.push('\n');
                block.apart = true;
            }
            signs::set_apart(block, signs::Known { has_headings, is_first: text.is_empty() });
            block.start = text.len();
            write(block, &mut text);
            block.words_at = match block.kind {
                Kind::Row(_) => block.start,
                _ => text.len().saturating_sub(1 + block.words.len()),
            };
            before = Some(&block.kind);
        }
        let mut numbers = [0_u32; KINDS];
        let asides = self.asides.into_iter().map(|(beside, words, n)| {
            numbers[beside as usize] += 1;
            let block = moved.get(n).and_then(|n| self.blocks.get(*n)).or(self.blocks.last());
            Aside {
                beside,
                words,
                at: block.map_or(0, |block| block.start),
                number: numbers[beside as usize],
            }
        });
        let asides = asides.collect();
        Ok(Extracted {
            format,
            text,
            blocks: self.blocks,
            asides,
            unread: self.unread,
            headings: self.headings,
        })
    }
}

/// `cell` with one space between words, and a line feed where the source breaks the line.
fn collapsed(cell: &str) -> String {
    if cells::keeps_spaces(cell) {
        return cell.trim().to_owned();
    }
    let lines = cell.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Does the layout alone set these two apart?
fn stands_apart(before: &Kind, kind: &Kind) -> bool {
    match (before, kind) {
        (Kind::Heading(_), _) | (_, Kind::Heading(_)) => true,
        (Kind::Row(_), Kind::Row(_)) => false,
        (Kind::Row(_), _) | (_, Kind::Row(_)) => true,
        _ => false,
    }
}

fn write(block: &Block, text: &mut String) {
    match &block.kind {
        // A row is one line.
        Kind::Row(cells) => text.push_str(cells.join("\t").replace('\n', " ").trim_end()),
        Kind::Entry { marker, level } => {
            text.push_str(&"  ".repeat(usize::from(*level)));
            text.push_str(marker);
            if !marker.is_empty() && !block.words.is_empty() {
                text.push(' ');
            }
            text.push_str(&block.words);
        }
        Kind::Heading(_) | Kind::Paragraph => text.push_str(&block.words),
    }
    text.push('\n');
}
