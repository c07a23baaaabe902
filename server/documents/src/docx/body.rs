//! The body: paragraphs and tables in their order, with what each paragraph is.

use roxmltree::Node;

use super::beside::{NoteKind, Notes};
use super::changes;
use super::drawn::{choice, drawn};
use super::line::Line;
use super::numbering::Numbering;
use super::pages::Pages;
use super::styles::{Given, Styles, switch};
use super::symbols::symbol;
use super::unseen::is_unseen;
use flow::Cell;
use flow::Fault;
use flow::xml::{DEEPEST, attribute, child, name, own_text, value, words};
use flow::{Beside, Flow, Kind, Piece, contents_line, contents_pieces};

/// Reads the body of one document.
pub(super) struct Body<'s> {
    styles: &'s Styles,
    numbering: Numbering,
    notes: &'s Notes,
    pages: Pages,
    /// The room that the last paragraph asks for, and its style.
    room: (i32, Option<String>),
    /// The words of a paragraph whose end was deleted: it goes on in the next.
    carried: (String, Vec<Piece>),
    /// Points without words: their list, number and level.
    pending: Vec<(u32, String, u8)>,
}

impl<'s> Body<'s> {
    /// For the part whose text is `main`.
    pub(super) fn new(styles: &'s Styles, numbering: Numbering, notes: &'s Notes, main: &str) -> Self {
        Self {
            styles,
            numbering,
            notes,
            pages: Pages::of(main),
            room: (0, None),
            carried: Default::default(),
            pending: Vec::new(),
        }
    }

    /// Tells `flow` of what lies below `root`.
    pub(super) fn read(mut self, root: Node<'_, '_>, flow: &mut Flow) -> Result<(), Fault> {
        flow.page = self.pages.first();
        let body = child(root, "body").ok_or(Fault::Damaged("word/document.xml"))?;
        self.blocks(body, flow, 0);
        let (carried, _) = std::mem::take(&mut self.carried);
        flow.paragraph(Kind::Paragraph, &carried);
        Ok(())
    }

    fn blocks(&mut self, parent: Node<'_, '_>, flow: &mut Flow, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        for node in parent.children().filter(Node::is_element) {
            match name(node) {
                "p" => self.paragraph(node, flow, depth),
                "tbl" => self.table(node, flow, depth),
                "sectPr" if changes::hold(Some(node)) => flow.aside(Beside::Changed, ""),
                "sectPr" | "sdtPr" | "sdtEndPr" | "tcPr" | "del" | "moveFrom" => {}
                "AlternateContent" => {
                    if let Some(choice) = choice(node) {
                        self.blocks(choice, flow, depth + 1);
                    }
                }
                // Content controls, and whatever else only wraps.
                _ => self.blocks(node, flow, depth + 1),
            }
        }
    }

    fn paragraph(&mut self, node: Node<'_, '_>, flow: &mut Flow, depth: usize) {
        let properties = child(node, "pPr");
        let style = properties.and_then(|node| value(node, "pStyle"));
        let given = self.styles.given(style, Given::read(properties, None));
        let mark = properties.and_then(|node| child(node, "rPr"));
        let mut line = Line {
            is_hidden: given.hidden == Some(true),
            is_struck: given.struck == Some(true),
            keeps_struck: given.rank.is_some_and(|rank| rank < 9),
            ..Line::default()
        };
        (line.words, line.pieces) = std::mem::take(&mut self.carried);
        let page = flow.page;
        self.pages.begin(given.breaks == Some(true), flow);
        self.runs(node, &mut line, flow, depth + 1);
        for (beside, words) in [
            (Beside::Hidden, &line.hidden),
            (Beside::Struck, &line.struck),
            (Beside::Deleted, &line.with_deletions()),
            (Beside::Inserted, &line.inserted),
        ] {
            if !words.trim().is_empty() {
                flow.aside(beside, words.as_str());
            }
        }
        if line.is_changed || changes::hold(properties) {
            flow.aside(Beside::Changed, "");
        }
        // A large first letter is a paragraph of its own that the next one goes around.
        let is_drop_cap = properties
            .and_then(|node| child(node, "framePr"))
            .is_some_and(|frame| matches!(attribute(frame, "dropCap"), Some("drop" | "margin")));
        if is_drop_cap || mark.is_some_and(|mark| child(mark, "del").is_some()) {
            self.carried = (line.words, line.pieces);
            return;
        }
        flow.pieces = line.pieces;
        flow.is_caption = style.is_some_and(|style| self.styles.is_caption(style));
        let size = (line.words.len(), given.rank.is_some());
        self.put(line.words, style, &given, flow);
        self.pages.end(size, properties, page, flow);
        for content in line.boxes {
            flow.gap();
            self.blocks(content, flow, depth + 1);
            flow.gap();
        }
    }

    fn put(&mut self, line: String, style: Option<&str>, given: &Given, flow: &mut Flow) {
        if line.trim().is_empty() {
            self.empty(style, given);
            flow.turns.clear();
            flow.pieces.clear();
            flow.gap();
            return;
        }
        let same_style = given.contextual == Some(true) && self.room.1.as_deref() == style;
        if !same_style && self.room.0.max(given.before.unwrap_or(0)) > 0 {
            flow.gap();
        }
        self.room = (given.after.unwrap_or(0), style.map(str::to_owned));
        let marker = self.marker(style, given);
        self.put_empty(given, flow);
        let kind = match (given.rank.filter(|rank| *rank < 9), marker) {
            (Some(rank), None) => Kind::Heading(rank + 1),
            (Some(rank), Some((marker, _))) => {
                let words = format!("{marker} {line}");
                let words = words.trim_start();
                let before = words.len() - line.len().min(words.len());
                flow.pieces.iter_mut().for_each(|piece| piece.at += before);
                flow.paragraph(Kind::Heading(rank + 1), words);
                return;
            }
            (None, Some((marker, level))) => Kind::Entry { marker, level },
            (None, None) if style.is_some_and(|style| self.styles.is_contents(style)) => {
                contents_pieces(&line, &mut flow.pieces);
                flow.paragraph(Kind::Paragraph, &contents_line(&line));
                return;
            }
            (None, None) => Kind::Paragraph,
        };
        flow.paragraph(kind, &line);
    }

    /// Counts a paragraph without words. Word numbers it as any other; those that no further point of the list follows are
    /// what is left of pressing Enter.
    fn empty(&mut self, style: Option<&str>, given: &Given) {
        let Some((marker, level)) = self.marker(style, given) else { return };
        let list = given.list.unwrap_or_default();
        if given.rank.is_none_or(|rank| rank > 8) && marker.contains(char::is_alphanumeric) {
            self.pending.push((list, marker, level));
        }
    }

    /// The empty points before one of the list that `given` says.
    fn put_empty(&mut self, given: &Given, flow: &mut Flow) {
        let of_the_next = (std::mem::take(&mut flow.pieces), std::mem::take(&mut flow.turns));
        for (list, marker, level) in std::mem::take(&mut self.pending) {
            if given.list == Some(list) {
                flow.paragraph(Kind::Entry { marker, level }, "");
            }
        }
        (flow.pieces, flow.turns) = of_the_next;
    }

    fn marker(&mut self, style: Option<&str>, given: &Given) -> Option<(String, u8)> {
        let list = given.list.filter(|list| *list > 0)?;
        let by_style = || style.and_then(|style| self.numbering.level_of_style(list, style));
        let level = given.level.or_else(by_style).unwrap_or(0);
        self.numbering.next(list, level).map(|marker| (marker, level))
    }

    /// Gathers the words in `parent`, and tells `flow` what stands beside them.
    fn runs<'a, 'i>(&self, parent: Node<'a, 'i>, line: &mut Line<'a, 'i>, flow: &mut Flow, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        for node in parent.children().filter(Node::is_element) {
            match name(node) {
                "r" => self.run(node, line, flow, depth + 1),
                "pPr" | "sdtPr" | "sdtEndPr" | "Fallback" => {}
                "del" | "moveFrom" => line.delete(&words(node)),
                "ins" | "moveTo" => {
                    let outer = std::mem::replace(&mut line.is_inserted, true);
                    self.runs(node, line, flow, depth + 1);
                    line.is_inserted = outer;
                }
                // Formulas.
                "t" => line.words.push_str(&words(node)),
                _ => self.runs(node, line, flow, depth + 1),
            }
        }
    }

    fn run<'a, 'i>(&self, run: Node<'a, 'i>, line: &mut Line<'a, 'i>, flow: &mut Flow, depth: usize) {
        let properties = child(run, "rPr");
        let own = properties.and_then(|node| switch(node, "vanish"));
        let style = properties.and_then(|node| value(node, "rStyle"));
        let by_style = style.is_some_and(|style| self.styles.hides(style)) || line.is_hidden;
        line.is_changed |= changes::hold(properties);
        let before = line.words.len();
        self.signs(run, line, flow, depth);
        if own.unwrap_or(by_style) || is_unseen(run, self.styles) {
            let hidden = line.cut(before);
            line.hidden.push_str(&hidden);
        } else if !line.keeps_struck && self.styles.strikes(run, line.is_struck) {
            let struck = line.cut(before);
            line.struck.push_str(&struck);
            line.after_struck = true;
        } else if line.is_inserted {
            line.inserted.push_str(&line.words[before..]);
        }
    }

    fn signs<'a, 'i>(&self, run: Node<'a, 'i>, line: &mut Line<'a, 'i>, flow: &mut Flow, depth: usize) {
        for node in run.children().filter(Node::is_element) {
            match name(node) {
                "t" => line.text(node),
                "tab" | "ptab" => line.words.push('\t'),
                "cr" => line.words.push('\n'),
                "br" if matches!(attribute(node, "type"), None | Some("textWrapping")) => {
                    line.words.push('\n')
                }
                "br" => self.pages.sign(node, line.words.len(), flow),
                "noBreakHyphen" => line.words.push('-'),
                "sym" => line.words.extend(symbol(node)),
                "lastRenderedPageBreak" => flow.turn(line.words.len()),
                "footnoteReference" => self.note(NoteKind::Foot, node, flow),
                "endnoteReference" => self.note(NoteKind::End, node, flow),
                "commentReference" => self.note(NoteKind::Comment, node, flow),
                "delText" => line.delete(&own_text(node)),
                "drawing" | "pict" | "object" => {
                    self.pages.unsure(flow);
                    drawn(node, &mut line.boxes, flow, depth);
                }
                "AlternateContent" => {
                    if let Some(choice) = choice(node) {
                        drawn(choice, &mut line.boxes, flow, depth);
                    }
                }
                "ruby" => line.words.push_str(&reading(node)),
                _ => {}
            }
        }
    }

    fn note(&self, kind: NoteKind, node: Node<'_, '_>, flow: &mut Flow) {
        let Some(words) = attribute(node, "id").and_then(|id| self.notes.words(kind, id)) else { return };
        if kind != NoteKind::Comment {
            self.pages.unsure(flow);
        }
        let beside = if kind == NoteKind::Comment { Beside::Comment } else { Beside::Note };
        flow.aside(beside, words);
    }

    fn table(&mut self, table: Node<'_, '_>, flow: &mut Flow, depth: usize) {
        let outer = flow.row;
        let number = flow.table();
        flow.gap();
        let rows = rows(table).into_iter().enumerate();
        for (n, row) in rows {
            if changes::is_deleted_row(row) {
                flow.aside(Beside::Deleted, words(row));
                continue;
            }
            if changes::hold(child(row, "trPr")) {
                flow.aside(Beside::Changed, "");
            }
            flow.row = Some(Cell { number, row: n as u32 + 1 });
            let mut cells = Vec::new();
            for cell in cells_of(row) {
                if changes::is_deleted_cell(cell) {
                    flow.aside(Beside::Deleted, words(cell));
                    continue;
                }
                if changes::hold(child(cell, "tcPr")) {
                    flow.aside(Beside::Changed, "");
                }
                let mut inner = cells.last().map_or_else(|| flow.inner(), Flow::inner);
                self.room = (0, None);
                self.blocks(cell, &mut inner, depth + 1);
                let span = child(cell, "tcPr").and_then(|properties| value(properties, "gridSpan"));
                inner.columns = span.and_then(|span| span.parse().ok()).unwrap_or(1);
                cells.push(inner);
            }
            flow.cells(cells);
        }
        flow.row = outer;
        self.room = (0, None);
        flow.gap();
    }
}

/// The rows of `table`, those in content controls and those on record as put in with them.
fn rows<'a, 'i>(table: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
    inside(table, "tr")
}

fn cells_of<'a, 'i>(row: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
    inside(row, "tc")
}

/// The elements called `wanted` in `node`, also where content controls, changes or anything else is wrapped around them.
fn inside<'a, 'i>(node: Node<'a, 'i>, wanted: &'static str) -> Vec<Node<'a, 'i>> {
    let mut found = Vec::new();
    gather(node, wanted, &mut found, 0);
    found
}

fn gather<'a, 'i>(node: Node<'a, 'i>, wanted: &str, found: &mut Vec<Node<'a, 'i>>, depth: usize) {
    if depth > DEEPEST {
        return;
    }
    for node in node.children().filter(Node::is_element) {
        match name(node) {
            found_name if found_name == wanted => found.push(node),
            "AlternateContent" => {
                choice(node).into_iter().for_each(|node| gather(node, wanted, found, depth + 1));
            }
            "tblPr" | "tblGrid" | "trPr" | "tcPr" | "sdtPr" | "sdtEndPr" | "del" | "moveFrom" | "tbl"
            | "p" => {}
            _ => gather(node, wanted, found, depth + 1),
        }
    }
}

/// Words with how they are read above them: "ord (læsning)".
fn reading(ruby: Node<'_, '_>) -> String {
    let [base, above] = ["rubyBase", "rt"].map(|part| child(ruby, part).map(words).unwrap_or_default());
    if above.trim().is_empty() { base } else { format!("{base} ({above})") }
}
