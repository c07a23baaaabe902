//! The body: paragraphs, lists and tables in their order.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use roxmltree::Node;

use super::lists::Counted;
use super::styles::{Given, Styles};
use super::words::{Changes, Line, paragraphs};
use flow::Cell;
use flow::xml::{DEEPEST, attribute, child, children, name};
use flow::{Beside, Flow, Kind, contents_line};

/// Reads the body of one document.
pub(super) struct Body<'s, 'a, 'i> {
    styles: &'s Styles,
    text: Node<'a, 'i>,
    changes: Rc<Changes>,
    /// How far the last list of each style, and each list with a name, is counted.
    counted: HashMap<String, Counted>,
    outline: Counted,
    /// The style of the last paragraph, and what it gives.
    last: Option<(String, Given)>,
    in_contents: bool,
}

/// The list that is being read.
#[derive(Clone)]
struct List<'a> {
    style: &'a str,
    /// From 0.
    level: usize,
}

/// The point that the next paragraph begins.
#[derive(Clone, Copy)]
struct Point {
    start: Option<u32>,
}

impl<'s, 'a, 'i> Body<'s, 'a, 'i> {
    /// For the body `text`.
    pub(super) fn new(styles: &'s Styles, text: Node<'a, 'i>) -> Self {
        Self {
            styles,
            text,
            changes: Rc::new(changes(text)),
            counted: HashMap::new(),
            outline: Counted::default(),
            last: None,
            in_contents: false,
        }
    }

    /// Tells `flow` of what lies in the body.
    pub(super) fn read(mut self, flow: &mut Flow) {
        let has_pages = self.text.descendants().any(|node| name(node) == "soft-page-break");
        flow.page = has_pages.then_some(1);
        self.blocks(self.text, flow, 0);
        if let Some(on_record) = child(self.text, "tracked-changes") {
            self.tell_unnamed(on_record, flow);
        }
    }

    /// Tells `flow` of what the changes `on_record` say beside the text: what somebody noted on them, and the words that were
    /// taken out in a place that nothing names any more. The file keeps them.
    fn tell_unnamed(&self, on_record: Node<'_, '_>, flow: &mut Flow) {
        let notes = on_record.descendants().filter(|node| name(*node) == "change-info").map(paragraphs);
        notes.filter(|note| !note.is_empty()).for_each(|note| flow.aside(Beside::Comment, note));
        let named: HashSet<&str> = self
            .text
            .descendants()
            .filter(|node| matches!(name(*node), "change" | "change-start" | "change-end"))
            .filter_map(|node| attribute(node, "change-id"))
            .collect();
        let mut left: Vec<_> = self
            .changes
            .iter()
            .filter(|(id, deleted)| deleted.is_some() && !named.contains(id.as_str()))
            .collect();
        left.sort();
        left.into_iter().filter_map(|(_, deleted)| deleted.as_deref()).for_each(|deleted| {
            flow.aside(Beside::Deleted, deleted);
        });
    }

    fn blocks(&mut self, parent: Node<'a, 'i>, flow: &mut Flow, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        for node in parent.children().filter(Node::is_element) {
            self.block(node, flow, depth);
        }
    }

    fn block(&mut self, node: Node<'a, 'i>, flow: &mut Flow, depth: usize) {
        match name(node) {
            "p" | "h" => self.paragraph(node, None, flow, depth),
            "list" => self.outer_list(node, flow, depth),
            "table" => self.table(node, flow, depth),
            "soft-page-break" => flow.page = flow.page.map(|page| page + 1),
            "section" if attribute(node, "display") == Some("none") => {
                flow.aside(Beside::Hidden, paragraphs(node));
            }
            "table-of-content" => {
                let outer = std::mem::replace(&mut self.in_contents, true);
                self.blocks(node, flow, depth + 1);
                self.in_contents = outer;
            }
            "table-of-content-source"
            | "tracked-changes"
            | "sequence-decls"
            | "forms"
            | "note"
            | "annotation"
            | "title"
            | "desc" => {}
            _ => self.blocks(node, flow, depth + 1),
        }
    }

    fn outer_list(&mut self, node: Node<'a, 'i>, flow: &mut Flow, depth: usize) {
        let style = attribute(node, "style-name").unwrap_or_default();
        let named = attribute(node, "continue-list").and_then(|id| self.counted.get(&format!("#{id}")));
        let goes_on = attribute(node, "continue-numbering") == Some("true");
        let last = self.counted.get(style).filter(|_| goes_on);
        let mut counted = named.or(last).copied().unwrap_or_default();
        self.list(node, &List { style, level: 0 }, &mut counted, flow, depth);
        self.counted.insert(style.to_owned(), counted);
        if let Some(id) = attribute(node, "id") {
            self.counted.insert(format!("#{id}"), counted);
        }
    }

    fn list(
        &mut self,
        node: Node<'a, 'i>,
        list: &List<'a>,
        counted: &mut Counted,
        flow: &mut Flow,
        depth: usize,
    ) {
        if depth > DEEPEST {
            return;
        }
        for item in node.children().filter(|node| matches!(name(*node), "list-item" | "list-header")) {
            let start = attribute(item, "start-value").and_then(|start| start.parse().ok());
            let mut point = (name(item) == "list-item").then_some(Point { start });
            for node in item.children().filter(Node::is_element) {
                match name(node) {
                    "p" | "h" => {
                        let numbered = point.take().map(|point| self.marker(list, point, counted));
                        let number = numbered.map(|marker| (marker, list.level));
                        self.paragraph(node, number, flow, depth + 1);
                    }
                    "list" => {
                        let style = attribute(node, "style-name").unwrap_or(list.style);
                        let inner = List { style, level: list.level + 1 };
                        self.list(node, &inner, counted, flow, depth + 1);
                    }
                    _ => self.block(node, flow, depth + 1),
                }
            }
        }
    }

    fn marker(&self, list: &List<'_>, point: Point, counted: &mut Counted) -> String {
        let style = self.styles.list(list.style);
        style.map(|style| style.next(counted, list.level, point.start)).unwrap_or_default()
    }

    fn paragraph(
        &mut self,
        node: Node<'a, 'i>,
        number: Option<(String, usize)>,
        flow: &mut Flow,
        depth: usize,
    ) {
        let changes = Rc::clone(&self.changes);
        let line = Line::read(node, self.styles, &changes, flow);
        let style = attribute(node, "style-name").unwrap_or_default();
        if line.words.trim().is_empty() {
            flow.gap();
        } else {
            self.room(style, flow);
            flow.is_caption = self.styles.given(style).is_caption;
            self.put(node, &line.words, number, flow);
        }
        for content in line.boxes {
            flow.gap();
            self.blocks(content, flow, depth + 1);
            flow.gap();
        }
    }

    fn put(&mut self, node: Node<'_, '_>, line: &str, number: Option<(String, usize)>, flow: &mut Flow) {
        let number = number.filter(|(marker, _)| !marker.is_empty());
        if name(node) == "h" {
            let level =
                attribute(node, "outline-level").and_then(|level| level.parse::<u8>().ok()).unwrap_or(1);
            let marker = number.map_or_else(|| self.heading_number(level), |(marker, _)| marker);
            flow.paragraph(Kind::Heading(level.max(1)), format!("{marker} {line}").trim_start());
            return;
        }
        match number {
            Some((marker, level)) => flow.paragraph(Kind::Entry { marker, level: level as u8 }, line),
            None if self.in_contents => flow.paragraph(Kind::Paragraph, &contents_line(line)),
            None => flow.paragraph(Kind::Paragraph, line),
        }
    }

    fn heading_number(&mut self, level: u8) -> String {
        self.styles.outline.next(&mut self.outline, usize::from(level.max(1)) - 1, None)
    }

    /// Says whether the layout sets this paragraph apart from the last one.
    fn room(&mut self, style: &str, flow: &mut Flow) {
        let given = self.styles.given(style);
        if let Some((last, before)) = &self.last {
            let same_style = given.contextual && last == style;
            if !same_style && (before.after || given.before) {
                flow.gap();
            }
        }
        self.last = Some((style.to_owned(), given));
    }

    fn table(&mut self, table: Node<'a, 'i>, flow: &mut Flow, depth: usize) {
        let outer = flow.row;
        let number = flow.table();
        flow.gap();
        for (n, row) in rows(table).into_iter().enumerate() {
            flow.row = Some(Cell { number, row: n as u32 + 1 });
            let mut cells: Vec<Flow> = Vec::new();
            for cell in row.children().filter(Node::is_element) {
                let n_columns = attribute(cell, "number-columns-repeated").and_then(|n| n.parse().ok());
                if name(cell) == "covered-table-cell" {
                    // The cell before it, or above it, reaches over this place.
                    let n_columns = n_columns.unwrap_or(1);
                    match cells.last_mut() {
                        Some(before) => before.columns = before.columns.saturating_add(n_columns),
                        None => {
                            cells.push(flow.inner());
                            cells[0].columns = n_columns;
                        }
                    }
                }
                if name(cell) != "table-cell" {
                    continue;
                }
                let mut inner = cells.last().map_or_else(|| flow.inner(), Flow::inner);
                self.last = None;
                self.blocks(cell, &mut inner, depth + 1);
                inner.columns = n_columns.unwrap_or(1);
                cells.push(inner);
            }
            flow.cells(cells);
        }
        flow.row = outer;
        self.last = None;
        flow.gap();
    }
}

/// The rows of `table`, those of its head and of groups with them.
fn rows<'a, 'i>(table: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
    let mut found = Vec::new();
    for node in table.children().filter(Node::is_element) {
        match name(node) {
            "table-row" => found.push(node),
            "table-header-rows" | "table-rows" | "table-row-group" => found.extend(rows(node)),
            _ => {}
        }
    }
    found
}

/// The changes on record in the body `text`.
fn changes(text: Node<'_, '_>) -> Changes {
    let regions =
        child(text, "tracked-changes").into_iter().flat_map(|node| children(node, "changed-region"));
    let change = |region| {
        let id = attribute(region, "id")?;
        let deletion = child(region, "deletion").map(paragraphs);
        let is_change = deletion.is_some() || child(region, "insertion").is_some();
        is_change.then(|| (id.to_owned(), deletion))
    };
    regions.filter_map(change).collect()
}
