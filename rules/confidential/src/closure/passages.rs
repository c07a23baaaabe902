//! Passages inside open items that are marked closed: a bracket, a point of a list, a row of a table, a paragraph, what stands
//! between a beginning and an end.
//!
//! A passage is cut where its bounds are certain. Where they are not, its mark is left to the guard, and no copy is written:
//! "Fortroligt: Hun er syg." may speak of the next paragraph as well.

mod brackets;

use std::borrow::Cow;

use super::Reading;
use super::heading::is_telling;
use super::known::Question;
use super::lines::Line;
use super::numbered::says_title;
use crate::closed::is_file;
use crate::closed_signs::{
    Border, attachment_behind_mark, before_attachment_mark, before_mark, behind_mark, border, is_possible,
    marks_attachment, may_be_shut,
};
use danish::letters::small;
use danish::sentences::sentences;
use syntax::{Class, Flag, MarkKind};
use text::{TextRange, TextSize, is_space};

/// A shorter title is too little to know it by, in bytes.
const SHORTEST_TITLE: usize = 5;

/// The passages of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passages {
    /// Whole lines.
    lines: Vec<TextRange>,
    /// Parts of lines.
    brackets: Vec<TextRange>,
}

impl Passages {
    /// Those of `document`, whose lines are `lines`.
    pub fn of(document: Reading<'_>, lines: &[Line<'_>]) -> Self {
        let mut passages = Self::default();
        let Some(first) = lines.iter().position(|line| line.heads.is_some()) else { return passages };
        let finder = Finder { text: document.text(), lines };
        // Attachments may be listed above the items.
        for at in (0..first).filter(|at| finder.is_telling_attachment(*at)) {
            passages.lines.push(TextRange::new(lines[at].start, finder.start_of(at + 1)));
        }
        let mut at = first + 1;
        while at < lines.len() {
            // Few lines speak of closed matter, and no other begins a passage.
            if !lines[at].says.may_be && !lines[at].written.may_be {
                at += 1;
                continue;
            }
            match finder.lines_from(at) {
                Some(end) => {
                    passages.lines.push(TextRange::new(lines[at].start, finder.start_of(end)));
                    at = end;
                }
                None => {
                    passages.brackets.extend(finder.brackets(at));
                    let long = finder.long_bracket(at);
                    at = long.map_or(at, |(_, last)| last) + 1;
                    passages.brackets.extend(long.map(|(bracket, _)| bracket));
                }
            }
        }
        passages
    }

    /// All of them in order, as they are taken out.
    pub fn all(&self) -> impl Iterator<Item = TextRange> {
        let mut all: Vec<TextRange> = self.lines.iter().chain(&self.brackets).copied().collect();
        all.sort_by_key(|passage| passage.start());
        all.into_iter()
    }

    /// Do whole lines that are taken out hold `place`?
    pub fn hold(&self, place: TextRange) -> bool {
        let behind = self.lines.partition_point(|passage| passage.start() <= place.start());
        behind.checked_sub(1).is_some_and(|at| place.end() <= self.lines[at].end())
    }

    /// Is a part of `place` taken out?
    pub fn cut(&self, place: TextRange) -> bool {
        self.hold(place) || inside(&self.brackets, place).next().is_some()
    }

    /// What is left of the words at `place` of `text`.
    pub fn left<'t>(&self, text: &'t str, place: TextRange) -> Cow<'t, str> {
        without(&self.brackets, text, place)
    }
}

/// Those of `passages`, which are in order and apart, of which a part lies in `place`.
fn inside(passages: &[TextRange], place: TextRange) -> impl Iterator<Item = &TextRange> {
    let first = passages.partition_point(|one| one.end() <= place.start());
    passages[first..].iter().take_while(move |one| one.start() < place.end())
}

/// What stands at `place` of `text` without the `passages`, which are in order and apart.
fn without<'t>(passages: &[TextRange], text: &'t str, place: TextRange) -> Cow<'t, str> {
    let mut gone = inside(passages, place).peekable();
    if gone.peek().is_none() {
        return Cow::Borrowed(&text[place]);
    }
    let (mut left, mut from) = (String::new(), place.start());
    for passage in gone {
        left.push_str(&text[TextRange::new(from, passage.start().max(from))]);
        from = passage.end().min(place.end());
    }
    left.push_str(&text[TextRange::new(from, place.end())]);
    Cow::Owned(left)
}

struct Finder<'f, 'd> {
    text: &'d str,
    lines: &'f [Line<'d>],
}

impl Finder<'_, '_> {
    fn start_of(&self, line: usize) -> TextSize {
        self.lines.get(line).map_or(TextSize::of(self.text), |line| line.start)
    }

    /// The line behind a passage of whole lines that begins at line `at`.
    fn lines_from(&self, at: usize) -> Option<usize> {
        let line = &self.lines[at];
        if line.heads.is_some()
            || line.block.class == Class::Code
            || line.words.is_empty() && !self.is_comment(at)
        {
            return None;
        }
        if self.border(at) == Some(Border::Start) && !self.is_mark_of_item(at) {
            return self.end_of_border(at);
        }
        if self.is_telling_attachment(at) {
            return Some(at + 1);
        }
        if self.is_comment(at) || self.is_title(at) || !line.says.is_possible {
            return None;
        }
        if line.block.class == Class::Table {
            return self.is_closed_row(at).then_some(at + 1);
        }
        let (begins, ends) = (behind_mark(line.words), before_mark(line.words));
        let is_point = line.block.mark.kind.is_list()
            && (line.block.numbering.is_none() || line.block.mark.kind == MarkKind::Letter);
        let is_numbered = || line.block.mark.kind.is_list() && ends.is_some() && self.is_in_list(at);
        if is_point || is_numbered() {
            return (begins.or(ends).is_some()).then(|| self.end_of_point(at)).flatten();
        }
        let end = self.end_of_paragraph(at);
        // "Lukket: kommende forløb" heads what follows.
        let is_said = self.lines[end - 1].words.ends_with(['.', '!', '?']);
        let is_whole = begins.is_some() && is_said && !self.is_first(at) && self.ends_section(end);
        let is_sentence = ends.is_some_and(|told| self.is_one_sentence(at, &line.words[..told]));
        (is_whole || is_sentence && end == at + 1).then_some(end)
    }

    /// The border of a passage that line `at` is.
    fn border(&self, at: usize) -> Option<Border> {
        let read = || border(self.written(at));
        self.lines[at].asked(Question::IsBorder, |_| read().is_some()).then(read).flatten()
    }

    /// Does a mark by itself stand right below the heading of its item? Then it is that of all of it.
    fn is_mark_of_item(&self, at: usize) -> bool {
        matches!(self.lines[at].block.class, Class::LineMark(_)) && self.is_first(at)
    }

    /// "Bilag 2: Bud fra Holm.pdf (lukket)": the names of closed attachments are public, but for those that tell of the case.
    fn is_telling_attachment(&self, at: usize) -> bool {
        let words = self.lines[at].words;
        let marks =
            |words: &str| attachment_behind_mark(words).is_some() || before_attachment_mark(words).is_some();
        if !self.lines[at].asked(Question::MarksAttachment, marks) {
            return false;
        }
        if let Some(name) = attachment_behind_mark(words).map(|told| &words[told..]) {
            return is_telling(without_ending(name));
        }
        let Some(told) = before_attachment_mark(words).map(|told| &words[..told]) else { return false };
        let name = told.split_once(": ").map_or(told, |(_, name)| name);
        let is_named = small(told).starts_with("bilag") || is_file(told) || marks_attachment(words);
        (is_named || self.is_listed_attachment(at)) && is_telling(without_ending(name))
    }

    /// Is the line one of a list below "Bilag"?
    fn is_listed_attachment(&self, at: usize) -> bool {
        const LONGEST_LIST: usize = 40;
        let is_point = |line: &Line<'_>| line.block.mark.kind.is_list() || line.block.numbering.is_some();
        let mut above = self.lines[..at].iter().rev().take(LONGEST_LIST).filter(|line| !line.is_silent());
        is_point(&self.lines[at])
            && above.find(|line| !is_point(line)).is_some_and(|head| heads_list(head.words))
    }

    fn is_comment(&self, at: usize) -> bool {
        self.lines[at].block.class == Class::Comment
    }

    fn written(&self, at: usize) -> &str {
        let line = &self.lines[at];
        self.text[line.block.line() + line.start].trim_matches(is_space)
    }

    /// Is it the title of a section, of a part, or of anything that is set as a heading?
    fn is_title(&self, at: usize) -> bool {
        let block = self.lines[at].block;
        block.mark.heading > 0
            || matches!(
                block.class,
                Class::Section(_)
                    | Class::Decision
                    | Class::Part { .. }
                    | Class::LineMark(_)
                    | Class::Label(_)
                    | Class::Contents
                    | Class::ContentsEntry
            )
    }

    /// Behind the line with the end, before another item begins.
    fn end_of_border(&self, at: usize) -> Option<usize> {
        let below = &self.lines[at + 1..];
        let inside = below.iter().take_while(|line| line.heads.is_none()).count();
        let is_end =
            |next: &usize| self.lines[*next].written.may_be && self.border(*next) == Some(Border::End);
        // A fence of colons ends without a word.
        let fenced = self.written(at).starts_with(":::");
        let is_fence = |next: &usize| fenced && self.written(*next).trim_end_matches(':').is_empty();
        let mut next = at + 1..=at + inside;
        next.find(|next| is_end(next) || is_fence(next)).map(|end| end + 1)
    }

    /// Is it a row below the first that says of itself that it is closed, and may mean no shop or hall?
    fn is_closed_row(&self, at: usize) -> bool {
        let is_row = |at: usize| self.lines.get(at).is_some_and(|line| line.block.class == Class::Table);
        let cells = || self.written(at).split(['|', '\t']).map(|cell| cell.trim_matches(is_space));
        let bare = |cell: &str| small(cell.trim_matches(|c: char| !c.is_alphanumeric()));
        let is_mark = |cell: &str| bare(cell) != "l" && !may_be_shut(cell) && is_possible(cell);
        let is_first = at.checked_sub(1).is_none_or(|above| !is_row(above));
        !is_first && cells().filter(|cell| !cell.is_empty()).count() > 1 && cells().any(is_mark)
    }

    /// Is the numbered line `at` one of a list, as the point before it or behind it stands next to it, and no line that says
    /// once more what an item is called?
    fn is_in_list(&self, at: usize) -> bool {
        let own = &self.lines[at];
        let Some(numbering) = own.block.numbering else { return false };
        let is_beside = |line: &Line<'_>, value: Option<u16>| {
            let other = line.block.numbering;
            line.heads.is_none()
                && other.is_some_and(|other| other.form == numbering.form && Some(other.value) == value)
        };
        let joined = |at: &usize| !self.lines[*at].block.is(Flag::BlankAfter);
        let ends = |at: &usize| self.lines[*at].heads.is_some() || self.is_title(*at);
        let has_number = |at: &usize| self.lines[*at].block.numbering.is_some();
        let mut above = (0..at).rev().take_while(joined).take_while(|at| !ends(at));
        let before = above
            .find(has_number)
            .is_some_and(|above| is_beside(&self.lines[above], numbering.value.checked_sub(1)));
        let mut below = (at + 1..self.lines.len()).take_while(|at| joined(&(at - 1)) && !ends(at));
        let behind = below
            .find(has_number)
            .is_some_and(|below| is_beside(&self.lines[below], numbering.value.checked_add(1)));
        (before || behind) && own.block.mark.heading == 0 && !self.is_agenda(at)
    }

    /// Does the line stand in an item about the agenda, or say the title of an item?
    fn is_agenda(&self, at: usize) -> bool {
        let words = self.lines[at].words;
        let is_said = |line: &Line<'_>| {
            line.heads.is_some() && line.words.len() >= SHORTEST_TITLE && says_title(words, line.words)
        };
        let head = self.lines[..at].iter().rfind(|line| line.heads.is_some());
        head.is_some_and(|head| small(head.words).contains("dagsorden")) || self.lines.iter().any(is_said)
    }

    /// Behind the point of a list that begins at `at`, with what is set in below it.
    fn end_of_point(&self, at: usize) -> Option<usize> {
        let own = self.lines[at].block;
        let mut end = at + 1;
        while let Some(line) = self.lines.get(end) {
            let follows = !self.lines[end - 1].block.is(Flag::BlankAfter);
            let is_inner = line.block.mark.indent > own.mark.indent;
            let is_point = line.block.mark.kind.is_list();
            if line.heads.is_some() || self.is_title(end) || !is_inner && (is_point || !follows) {
                break;
            }
            if !is_inner && self.lines[end - 1].block.is(Flag::FullStop) {
                // Another paragraph, or the rest of the point?
                return None;
            }
            end += 1;
        }
        Some(end)
    }

    /// Behind the paragraph that `at` begins.
    fn end_of_paragraph(&self, at: usize) -> usize {
        let mut end = at;
        while !self.lines[end].block.is(Flag::BlankAfter) {
            end += 1;
            let goes_on = |line: &Line<'_>| {
                line.heads.is_none() && !line.block.mark.kind.is_list() && !self.is_title(end)
            };
            if !self.lines.get(end).is_some_and(goes_on) {
                return end;
            }
        }
        end + 1
    }

    /// Does nothing but headings and labels stand between the line and the heading of its item? Then it may speak of all of it.
    fn is_first(&self, at: usize) -> bool {
        let above = self.lines[..at].iter().rposition(|line| line.heads.is_some()).map_or(0, |head| head + 1);
        (above..at).all(|line| self.lines[line].is_silent() || self.is_title(line))
    }

    /// Does another item, another section or nothing follow?
    fn ends_section(&self, end: usize) -> bool {
        let next = (end..self.lines.len()).find(|next| !self.lines[*next].is_silent());
        next.is_none_or(|next| self.lines[next].heads.is_some() || self.is_title(next))
    }

    /// Is `told` all of its paragraph, and one sentence that says something?
    fn is_one_sentence(&self, at: usize, told: &str) -> bool {
        let follows = at.checked_sub(1).is_some_and(|above| {
            let above = &self.lines[above];
            !above.block.is(Flag::BlankAfter) && above.heads.is_none() && !self.is_title(at - 1)
        });
        !follows && sentences(told).count() == 1 && (is_telling(told) || told.ends_with('.'))
    }
}

/// "Bilag:", "Bilagsoversigt".
fn heads_list(words: &str) -> bool {
    const LONGEST: usize = 30;
    words.len() <= LONGEST && small(words).starts_with("bilag")
}

/// The name of a file without ".pdf".
fn without_ending(name: &str) -> &str {
    name.rsplit_once('.').filter(|_| is_file(name)).map_or(name, |(name, _)| name)
}
