//! What readers tell, and how it becomes lines: one paragraph a line, a number before each point of a list.

use serde::{Deserialize, Serialize};

use crate::place::{Cell, Place};
use crate::{Fault, Format};

/// What a paragraph is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A heading of this level, from 1.
    Heading(u8),
    /// Words.
    Paragraph,
    /// A point of a list: what stands before it ("1.", "b)", "•"), and how far in it lies, from 0.
    Entry {
        /// "1.", "b)", "•".
        marker: String,
        /// From 0.
        level: u8,
    },
    /// A row of a table, by cells.
    Row(Vec<String>),
}

/// One paragraph, point or row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// Its words, with a line feed where the source breaks the line; empty for a row.
    pub words: String,
    /// Does it stand apart from what comes before?
    pub apart: bool,
    /// Where its line begins in the text, in bytes.
    pub start: usize,
    /// Where its words begin in the text, after what stands before a point.
    words_at: usize,
    /// Where it stands.
    page: Option<u32>,
    turns: Vec<Turn>,
    #[serde(skip)]
    pieces: Vec<Piece>,
    paragraph: Option<u32>,
    table: Option<Cell>,
    element: Option<String>,
    line: Option<u32>,
    heading: Option<usize>,
}

/// A page that begins inside a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Turn {
    /// Behind so many bytes of its words.
    pub(crate) at: usize,
    /// The page before.
    pub(crate) before: u32,
    /// The page that begins.
    pub(crate) after: u32,
}

/// Words of a paragraph, and where they stand in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Behind so many bytes of the paragraph's words.
    pub(crate) at: usize,
    /// How long they are.
    pub(crate) len: usize,
    /// Behind so many bytes of what the element holds.
    pub(crate) from: usize,
    /// Where the element that holds them begins in the source.
    pub(crate) source: usize,
}

/// What a document holds and nobody has read. Pages count from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unread {
    /// Pages that are pictures.
    Pictures(Vec<u32>),
    /// Pages that are broken.
    Broken(Vec<u32>),
    /// Pages with letters that the document does not name: they are drawn and nothing more.
    Nameless(Vec<u32>),
    /// Another document inside this one, by its name.
    Part(String),
}

/// What stands beside the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Beside {
    /// A note at the foot of a page or at the end.
    Note,
    /// What is printed above or below each page, or around the text of a web page.
    Margin,
    /// A comment in the margin.
    Comment,
    /// Words that are not shown.
    Hidden,
    /// Words that were taken out, with the change still on record.
    Deleted,
    /// Words that were put in, with the change still on record.
    Inserted,
    /// The name of a person who wrote or changed the document.
    Author,
    /// Another property of the document.
    Property,
    /// The address or name of a link, an attachment or a picture.
    Link,
    /// Letters that stand on end.
    Turned,
    /// What was filled in, or is named, in a field of a form.
    Field,
    /// What belongs to how the document is made: names of bookmarks, data behind a page, what a chart is drawn from.
    Data,
}

/// How many kinds of [`Beside`] there are.
const KINDS: usize = Beside::Data as usize + 1;

/// Something beside the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aside {
    /// What it is.
    pub beside: Beside,
    /// Its words.
    pub words: String,
    /// Where in the text it belongs, in bytes.
    pub at: usize,
    /// Which of its kind it is, from 1.
    pub number: u32,
}

/// A document, read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extracted {
    /// What it was.
    pub format: Format,
    /// Its text: lines that end in a line feed.
    pub text: String,
    /// What the text is made of.
    pub blocks: Vec<Block>,
    /// What stands beside the text, in the order of the source.
    pub asides: Vec<Aside>,
    /// What it holds and nobody has read.
    pub unread: Vec<Unread>,
    headings: Vec<Heading>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Heading {
    words: String,
    level: u8,
    above: Option<usize>,
}

impl Extracted {
    /// The words that stand in the source as they are, with where they stand in the text.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = (usize, Piece)> {
        let of = |block: &Block| block.words_at;
        self.blocks
            .iter()
            .flat_map(move |block| block.pieces.iter().map(move |piece| (of(block) + piece.at, *piece)))
    }

    /// Where the line at byte `offset` of the text stands in the source.
    pub fn place(&self, offset: usize) -> Option<Place> {
        let after = self.blocks.partition_point(|block| block.start <= offset);
        let block = self.blocks.get(after.saturating_sub(1))?;
        let mut headings = Vec::new();
        let mut above = block.heading;
        while let Some(heading) = above.map(|n| &self.headings[n]) {
            headings.insert(0, heading.words.clone());
            above = heading.above;
        }
        let within = offset.saturating_sub(block.words_at);
        let turned = block.turns.iter().rev().find(|turn| turn.at <= within).map(|turn| turn.after);
        Some(Place {
            page: turned.or(block.page),
            headings,
            paragraph: block.paragraph,
            table: block.table,
            element: block.element.clone(),
            line: block.line,
        })
    }
}

/// Gathers what a reader tells.
#[derive(Debug, Default)]
pub(crate) struct Flow {
    /// The page that is being read.
    pub(crate) page: Option<u32>,
    /// The pages that begin in the paragraph that comes next.
    pub(crate) turns: Vec<Turn>,
    /// The words of the paragraph that comes next, where a reader tells.
    pub(crate) pieces: Vec<Piece>,
    /// What nobody reads.
    pub(crate) unread: Vec<Unread>,
    /// The row that is being read.
    pub(crate) row: Option<Cell>,
    /// The element that is being read.
    pub(crate) element: Option<String>,
    /// The line that is being read.
    pub(crate) line: Option<u32>,
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

impl Flow {
    /// A paragraph, point or heading; one without words sets apart what follows.
    pub(crate) fn paragraph(&mut self, kind: Kind, words: &str) {
        let words = words.trim_end_matches('\n');
        let is_marked = matches!(&kind, Kind::Entry { marker, .. } if !marker.is_empty());
        if words.trim().is_empty() && !is_marked {
            self.turns.clear();
            self.pieces.clear();
            self.gap();
            return;
        }
        if let Kind::Heading(level) = kind {
            self.heading(level, words);
        }
        self.push(kind, words.to_owned());
    }

    /// The cells of one row: a row where each holds a few words, else one cell after the other.
    pub(crate) fn cells(&mut self, mut cells: Vec<Self>) {
        number_before_heading(&mut cells);
        let row: Option<Vec<String>> = cells.iter().map(Self::cell).collect();
        let row = row.filter(|row| row.len() > 1);
        let keeps = if row.is_some() { Keeps::Asides } else { Keeps::All };
        if let Some(row) = row {
            self.pieces = pieces_of(&cells);
            self.row(row);
        }
        for cell in cells {
            self.take(cell, keeps);
        }
    }

    /// A row of a table.
    fn row(&mut self, cells: Vec<String>) {
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            let cells = cells.iter().map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" "));
            let cells = cells.collect();
            self.push(Kind::Row(cells), String::new());
        }
        self.pieces.clear();
    }

    /// What follows stands apart.
    pub(crate) fn gap(&mut self) {
        self.apart = true;
    }

    /// The number of a table that begins.
    pub(crate) fn table(&mut self) -> u32 {
        self.n_tables += 1;
        self.n_tables
    }

    /// The next page begins behind `at` bytes of the paragraph that is being read.
    pub(crate) fn turn(&mut self, at: usize) {
        if let Some(page) = self.page {
            self.turns.push(Turn { at, before: page, after: page + 1 });
            self.page = Some(page + 1);
        }
    }

    /// Something beside the paragraph that comes next.
    pub(crate) fn aside(&mut self, beside: Beside, words: impl Into<String>) {
        self.asides.push((beside, words.into(), self.blocks.len()));
    }

    /// A flow for what lies in a cell, which may turn out to be a row.
    pub(crate) fn inner(&self) -> Self {
        self.inner_counted(self.n_paragraphs)
    }

    /// A flow for the cell after this one.
    pub(crate) fn inner_after(&self) -> Self {
        self.inner_counted(self.n_paragraphs)
    }

    fn inner_counted(&self, n_paragraphs: u32) -> Self {
        let Self { page, row, n_tables, .. } = *self;
        Self { page, row, n_paragraphs, n_tables, ..Self::default() }
    }

    /// The words of a flow that is no more than one cell of a row holds; `None` for one that is more.
    fn cell(&self) -> Option<String> {
        match self.blocks.as_slice() {
            [] => Some(String::new()),
            [Block { kind: Kind::Paragraph, words, .. }] if words.len() <= LONGEST_CELL => {
                Some(words.clone())
            }
            [..] => None,
        }
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
            let Block { page, turns, pieces, paragraph, table, element, line, .. } = block;
            self.push(block.kind, block.words);
            if let Some(last) = self.blocks.last_mut() {
                (last.page, last.paragraph, last.table, last.element, last.line) =
                    (page, paragraph, table, element, line);
                (last.turns, last.pieces) = (turns, pieces);
            }
        }
        self.n_paragraphs = inner.n_paragraphs;
        self.gap();
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

    /// The document.
    ///
    /// # Errors
    /// It holds no words.
    pub(crate) fn finish(mut self, format: Format) -> Result<Extracted, Fault> {
        if self.blocks.is_empty() {
            return Err(Fault::Empty);
        }
        let mut text = String::new();
        let mut before: Option<&Kind> = None;
        for block in &mut self.blocks {
            if before.is_some_and(|before| block.apart || stands_apart(before, &block.kind)) {
                text.push('\n');
                block.apart = true;
            }
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
            let block = self.blocks.get(n).or(self.blocks.last());
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

/// "5" in a cell of its own before a cell that begins with a heading is the number of that heading.
fn number_before_heading(cells: &mut [Flow]) {
    let [number, heading, ..] = cells else { return };
    let ([Block { words, kind: Kind::Paragraph, .. }], [first, ..]) =
        (number.blocks.as_slice(), heading.blocks.as_mut_slice())
    else {
        return;
    };
    let digits = words.trim().trim_end_matches(['.', ')', ':']);
    let is_number = (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_number && matches!(first.kind, Kind::Heading(_)) {
        first.words = format!("{digits}. {}", first.words);
        number.blocks.clear();
    }
}

/// The words of cells, counted from where their row begins.
fn pieces_of(cells: &[Flow]) -> Vec<Piece> {
    let (mut pieces, mut from) = (Vec::new(), 0);
    for cell in cells {
        if let Some(block) = cell.blocks.first() {
            from += spaced(block, from, &mut pieces);
        }
        from += 1;
    }
    pieces
}

/// Adds the words of `block` as they stand in a row, one space between two of them, `from` bytes behind its start; how many
/// bytes they take.
fn spaced(block: &Block, from: usize, pieces: &mut Vec<Piece>) -> usize {
    let mut len = 0;
    for word in block.words.split_whitespace() {
        len += usize::from(len > 0);
        let start = word.as_ptr() as usize - block.words.as_ptr() as usize;
        let end = start + word.len();
        for piece in block.pieces.iter().filter(|piece| piece.at < end && start < piece.at + piece.len) {
            let (first, last) = (piece.at.max(start), (piece.at + piece.len).min(end));
            let at = from + len + first - start;
            let new = Piece { at, len: last - first, from: piece.from + first - piece.at, ..*piece };
            match pieces.last_mut() {
                // Words of one text with the one space between them that it has.
                Some(before)
                    if before.source == new.source
                        && before.from + before.len + 1 == new.from
                        && before.at + before.len + 1 == new.at =>
                {
                    before.len += 1 + new.len;
                }
                _ => pieces.push(new),
            }
        }
        len += word.len();
    }
    len
}

/// What a cell may hold and still be one of a row, in bytes: longer ones are text that was laid out in a table.
const LONGEST_CELL: usize = 200;

/// What is kept of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keeps {
    /// Everything.
    All,
    /// What stands beside its words, which became a row.
    Asides,
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
        Kind::Row(cells) => text.push_str(cells.join("\t").trim_end()),
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

/// Stands between a title and its page in a table of contents.
const LEADERS: &str = ".....";

/// "1⇥Godkendelse af dagsorden⇥3" as it looks on the page: "1 Godkendelse af dagsorden.....⇥3".
pub(crate) fn contents_line(line: &str) -> String {
    let Some((title, page)) = line.rsplit_once('\t') else { return line.to_owned() };
    let leaders = if page.trim().parse::<u32>().is_ok() { LEADERS } else { "" };
    format!("{}{leaders}\t{page}", title.replace('\t', " "))
}

/// The `pieces` of `line`, as they stand in what [`contents_line`] makes of it.
pub(crate) fn contents_pieces(line: &str, pieces: &mut [Piece]) {
    let Some(page) = line.rfind('\t') else { return };
    let moved = contents_line(line).len() - line.len();
    pieces.iter_mut().filter(|piece| piece.at > page).for_each(|piece| piece.at += moved);
}
