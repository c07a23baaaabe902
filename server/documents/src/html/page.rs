//! The walk over the tags of a page.

mod text;

use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::Rc;

use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};

use super::about;
use super::counts::Counts;
use super::elements::{ends, has_room, is_block, is_void};
use super::list::{List, attribute};
use super::open::Open;
use super::panels::{Unfolding, frame, unfolding};
use super::reversed::Reversed;
use super::rows::{Spanning, span};
use super::series::Series;
use super::sheet::Sheet;
use super::shown::{Around, Shown};
use super::unseen::{gives_ground, may_have_grounds};
use super::words::{is_mark, is_set_left, level, names_title, once, style};
use flow::Cell;
use flow::{Beside, Extracted, Flow, Unread};
use flow::{Fault, Format};

/// More open elements than this are no page that a person reads.
const DEEPEST: usize = 1000;

/// The words of a page, as its tags go by.
pub(super) struct Page {
    walk: RefCell<Walk>,
}

impl Page {
    /// For the page whose source is `text`, with its `sheet`; `only_main` when it says what its text is.
    pub(super) fn new(text: &str, only_main: bool, sheet: Rc<Sheet>) -> Self {
        let unfolding = unfolding(text);
        let (reversed, has_grounds) = (Reversed::in_page(text), may_have_grounds(text));
        let flows = vec![Flow::default()];
        let walk = Walk { only_main, sheet, unfolding, reversed, has_grounds, flows, ..Walk::default() };
        Self { walk: RefCell::new(walk) }
    }

    /// Does far more text stand outside the main part of the page than in it?
    pub(super) fn has_text_outside(&self) -> bool {
        let walk = self.walk.borrow();
        walk.only_main && walk.counts.has_text_outside()
    }

    /// Do the sheets of the page hide much of its text?
    pub(super) fn hides_much(&self) -> bool {
        self.walk.borrow().counts.hides_much()
    }

    /// The document.
    pub(super) fn finish(self) -> Result<Extracted, Fault> {
        let mut walk = self.walk.into_inner();
        while !walk.open.is_empty() {
            walk.close_last();
        }
        walk.flush();
        if walk.is_too_deep {
            return Err(Fault::TooDeep);
        }
        let mut flow = walk.flows.pop().ok_or(Fault::Empty)?;
        if walk.counts.has_folded() {
            flow.unread.push(Unread::Folded);
        }
        flow.finish(Format::Html)
    }
}

impl TokenSink for Page {
    type Handle = ();

    fn process_token(&self, token: Token, line_number: u64) -> TokenSinkResult<()> {
        let mut walk = self.walk.borrow_mut();
        walk.line = u32::try_from(line_number).unwrap_or(u32::MAX);
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => return walk.start(&tag),
            Token::TagToken(tag) => walk.end(&tag.name),
            Token::CharacterTokens(text) => walk.text(&text),
            Token::CommentToken(text) => walk.flow().aside(Beside::Property, text.trim()),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// Is this a point of a list or a cell, whose lines stand together?
fn is_narrow(open: &Open) -> bool {
    matches!(open.name.as_str(), "li" | "td" | "th")
}

#[derive(Debug, Default)]
struct Walk {
    open: Vec<Open>,
    /// That of the page, and those of the cells that are open.
    flows: Vec<Flow>,
    words: String,
    /// What elements behind a title say of the item: "Åben", "Lukket".
    marks: Vec<String>,
    /// Words that are no text, until the element ends.
    aside: String,
    line: u32,
    /// Does the page say what its text is?
    only_main: bool,
    sheet: Rc<Sheet>,
    is_too_deep: bool,
    /// What unfolds when something is pressed.
    unfolding: HashSet<String>,
    /// The title that unfolds what stands behind it.
    title: Unfolding,
    counts: Counts,
    series: Series,
    /// How many points the lists have that count down, those that come next.
    reversed: Reversed,
    /// May grounds be given elsewhere than at the elements?
    has_grounds: bool,
}

impl Walk {
    fn flow(&mut self) -> &mut Flow {
        if self.flows.is_empty() {
            self.flows.push(Flow::default());
        }
        let last = self.flows.len() - 1;
        &mut self.flows[last]
    }

    fn shown(&self) -> Shown {
        let outside = if self.only_main { Shown::Margin } else { Shown::Text };
        self.open.last().map_or(outside, |open| open.shown)
    }

    fn start(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        self.tell_frame(tag);
        about::told(tag).for_each(|(beside, value)| self.flow().aside(beside, value));
        let (ended, within) = ends(name);
        self.close_implied(ended, within);
        if is_block(name) {
            self.flush();
        }
        if has_room(name) && !self.open.iter().any(|open| open.name == "li") {
            self.flow().gap();
        }
        match name {
            "br" => self.words.push('\n'),
            "wbr" | "hr" => {}
            "img" if self.is_in_text() => self.flow().aside(Beside::Picture, ""),
            _ if is_void(name) => {}
            _ if self.open.len() >= DEEPEST => self.is_too_deep = true,
            _ => self.push(tag),
        }
        // How a word is read stands above it.
        if name == "rt" && self.shown() == Shown::Text {
            self.words.push(' ');
        }
        match name {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" | "iframe" | "noscript" => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }

    fn push(&mut self, tag: &Tag) {
        let name = tag.name.to_string();
        let nth = self.open.last_mut().map_or(1, |parent| {
            let count = parent.children.entry(name.clone()).or_default();
            *count += 1;
            *count
        });
        let (id, shown, level) = (attribute(tag, "id"), self.shown_in(tag), level(tag));
        let heading = self.open.iter().position(|open| open.level.is_some());
        self.title.take(tag, self.open.len(), heading);
        let mut new = Open { id, nth, shown, level, words_at: self.words.len(), ..Open::default() };
        new.has_ground = self.has_ground(tag);
        // What is set in bold letters by itself is no further line of what stands above it.
        if name == "div" && self.sheet.sets_bold(tag, &style(tag)) && !self.open.iter().any(is_narrow) {
            self.flow().gap();
        }
        new.is_picture = attribute(tag, "aria-hidden").as_deref() == Some("true");
        new.is_marker = self.words.trim().is_empty() && is_set_left(&name, &style(tag));
        match name.as_str() {
            "ol" | "ul" | "menu" => new.list = Some(List::of(tag, &mut self.reversed)),
            "li" => new.marker = self.marker(tag),
            "table" => new.table = Some(Cell { number: self.flow().table(), row: 0 }),
            "tr" => self.begin_row(),
            "td" | "th" => {
                let before = self.open.last().and_then(|row| row.cells.last());
                let inner = before.map(|before| before.cell.inner());
                let inner = inner.unwrap_or_else(|| self.flow().inner());
                self.flows.push(inner);
                self.flow().columns = span(tag, "colspan");
                new.n_rows = span(tag, "rowspan");
            }
            _ => {}
        }
        new.name = name;
        self.open.push(new);
    }

    fn shown_in(&self, tag: &Tag) -> Shown {
        let unfolds = || attribute(tag, "id").is_some_and(|id| self.unfolding.contains(&id));
        let around = Around {
            outer: self.shown(),
            only_main: self.only_main,
            in_heading: self.in_heading(),
            names_title: names_title(&self.words),
            has_ground: self.has_ground(tag),
            is_hidden: self.sheet.hides(tag, &style(tag)),
            unfolds: self.title.unfolds(self.open.len()) || unfolds(),
        };
        around.shown_in(tag)
    }

    fn has_ground(&self, tag: &Tag) -> bool {
        self.has_grounds || self.open.last().is_some_and(|outer| outer.has_ground) || gives_ground(tag)
    }

    /// Tells of the page that the element of `tag` shows in a frame of this one.
    fn tell_frame(&mut self, tag: &Tag) {
        let Some(part) = frame(tag).filter(|_| self.shown() == Shown::Text).map(Unread::Part) else { return };
        if !self.flow().unread.contains(&part) {
            self.flow().unread.push(part);
        }
    }

    fn is_in_text(&self) -> bool {
        self.shown() == Shown::Text && !self.in_heading()
    }

    fn in_heading(&self) -> bool {
        self.open.iter().any(|open| open.level.is_some())
    }

    fn begin_row(&mut self) {
        let table = self.open.iter_mut().rev().find_map(|open| open.table.as_mut());
        if let Some(table) = table {
            table.row += 1;
            let row = *table;
            self.flow().row = Some(row);
        }
    }

    /// What stands before a point of the innermost list.
    fn marker(&mut self, tag: &Tag) -> Option<String> {
        let list = self.open.iter_mut().rev().find_map(|open| open.list.as_mut())?;
        Some(list.marker(tag))
    }

    fn end(&mut self, name: &str) {
        let Some(at) = self.open.iter().rposition(|open| open.name == name) else {
            if is_block(name) {
                self.flush();
            }
            return;
        };
        // A tag that was forgotten in a cell does not end the table around it.
        let is_inner = !matches!(name, "table" | "tr" | "tbody" | "body" | "html" | "main" | "article");
        if is_inner && self.open[at..].iter().skip(1).any(|open| matches!(open.name.as_str(), "td" | "th")) {
            return;
        }
        while self.open.len() > at {
            self.close_last();
        }
    }

    /// Closes the elements called `ended` that are open inside the innermost of `within`.
    fn close_implied(&mut self, ended: &[&str], within: &[&str]) {
        let inner = self.open.iter().rposition(|open| within.contains(&open.name.as_str()));
        let from = inner.map_or(0, |at| at + 1);
        let first = self.open[from..].iter().position(|open| ended.contains(&open.name.as_str()));
        if let Some(first) = first {
            while self.open.len() > from + first {
                self.close_last();
            }
        }
    }

    fn close_last(&mut self) {
        let Some(name) = self.open.last().map(|open| open.name.clone()) else { return };
        if is_block(&name) {
            self.flush();
        }
        self.put_aside();
        self.set_mark_apart();
        self.take_marker();
        let Some(closed) = self.open.pop() else { return };
        match name.as_str() {
            "td" | "th" if self.flows.len() > 1 => {
                let cell = self.flows.pop().unwrap_or_default();
                match self.open.iter_mut().rev().find(|open| open.name == "tr") {
                    Some(row) => row.cells.push(Spanning { cell, n_rows: closed.n_rows }),
                    None => self.flow().cells(vec![cell]),
                }
            }
            "tr" => {
                let cells = match self.open.iter_mut().rev().find(|open| open.table.is_some()) {
                    Some(table) => table.reaching.row(closed.cells),
                    None => closed.cells.into_iter().map(|spanning| spanning.cell).collect(),
                };
                self.flow().cells(cells);
            }
            "table" => self.flow().row = None,
            _ => {}
        }
        if has_room(&name) && !self.open.iter().any(|open| open.name == "li") {
            self.flow().gap();
        }
    }

    /// "Åben" in an element behind the title in a heading says what kind of item it is.
    fn set_mark_apart(&mut self) {
        let Some(last) = self.open.last().filter(|last| last.level.is_none()) else { return };
        let Some((before, own)) = self.words.split_at_checked(last.words_at) else { return };
        if last.shown == Shown::Text && self.in_heading() && names_title(before) && is_mark(own.trim()) {
            self.marks.push(own.trim().to_owned());
            self.words.truncate(last.words_at);
        }
    }

    /// Takes the number that stands at the left of a point for what stands before it.
    fn take_marker(&mut self) {
        let Some(last) = self.open.last().filter(|last| last.is_marker && last.shown == Shown::Text) else {
            return;
        };
        let Some(own) = self.words.get(last.words_at..) else { return };
        let point = self.open.iter_mut().rev().find(|open| open.name == "li");
        if let Some(marker) = point.and_then(|point| point.marker.as_mut()) {
            let own = own.trim();
            if !own.is_empty() {
                *marker = once(own).to_owned();
            }
            self.words.clear();
        }
    }
}
