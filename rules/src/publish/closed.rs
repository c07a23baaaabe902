//! A closed item: what of it stays.

use super::{Apart, Kind};
use crate::confidential::closed::{may_be_published, tells_only_names};
use crate::confidential::closed_signs::reopens;
use crate::confidential::closure::{HeadingLine, Line, Place};
use crate::document::Document;
use crate::house::ClosedDecision;
use crate::minutes::{Content, Placed, Section};
use crate::syntax::{Block, Class, Label};
use crate::text::edit::Edit;
use crate::text::{TextRange, TextSize, range};

/// Stands for a title that tells whom the case is about.
const TITLE: &str = "Lukket punkt";

/// Withholds what may not be published of the closed matter at `place`.
pub(super) fn withhold(document: &Document, place: &Place, withheld: &mut Apart) {
    let Some(item) = place.item.map(|item| document.minutes().item(item)) else {
        withheld.add(document, Edit::delete(between_blanks(document.text(), place.under)), Kind::ClosedText);
        return;
    };
    let item = ClosedItem { document, placed: item, end: place.under.end() };
    if let Some(title) = item.title().filter(|_| item.must_lose_title()) {
        for place in item.places_of(title) {
            withheld.add(document, Edit::replace(place, TITLE), Kind::ClosedTitle);
            if let Some(anchor) = item.anchor_behind(place) {
                withheld.add(document, Edit::delete(anchor), Kind::ClosedTitle);
            }
        }
    }
    if let Some(told) = item.behind_mark() {
        withheld.add(document, Edit::delete(told), Kind::ClosedText);
    }
    for cell in item.cells() {
        withheld.add(document, Edit::delete(cell), Kind::ClosedText);
    }
    for (gone, kind) in item.gone() {
        withheld.add(document, Edit::delete(gone), kind);
    }
    // What is read as other items, and belongs to this one.
    let own = item.placed.range().end();
    if own < place.under.end() {
        let rest = TextRange::new(own, place.under.end());
        withheld.add(document, Edit::delete(between_blanks(document.text(), rest)), Kind::ClosedText);
    }
}

/// The title of the closed item at `place`, where it stays.
pub(super) fn title_left(document: &Document, place: &Place) -> Option<TextRange> {
    let item = ClosedItem { document, placed: document.minutes().item(place.item?), end: place.under.end() };
    item.title().filter(|_| !item.must_lose_title())
}

/// Withholds the title in `line`, which has the number of a closed item and words of its own.
pub(super) fn withhold_entry(document: &Document, line: &Line<'_>, withheld: &mut Apart) {
    let text = document.text();
    let written = &text[line.block.line() + line.start];
    let Some(found) = document.engine().houses.vocabulary().numbered(written, 0) else { return };
    let title = range(found.title.start, found.title.end) + line.start;
    withheld.add(document, Edit::replace(title, TITLE), Kind::ClosedTitle);
}

/// A closed item of a document.
struct ClosedItem<'d> {
    document: &'d Document,
    placed: Placed<'d>,
    /// Where what it closes ends.
    end: TextSize,
}

impl ClosedItem<'_> {
    /// The line of its heading.
    fn line(&self) -> Option<HeadingLine<'_>> {
        HeadingLine::of(&self.document.text()[self.placed.range()], self.placed.item)
    }

    /// Where the title stands, without a mark like "(Lukket)".
    fn title(&self) -> Option<TextRange> {
        Some(self.line()?.title() + self.placed.start)
    }

    /// Does the title tell of the case? Where nothing stands under the heading, what follows a colon is all there is of it.
    fn must_lose_title(&self) -> bool {
        let is_all = self.blocks().iter().all(|(start, block)| self.words(*start, block).is_empty());
        self.line().is_some_and(|line| line.tells_in_title(is_all))
    }

    /// What the heading says behind its mark on the same line.
    fn behind_mark(&self) -> Option<TextRange> {
        Some(self.line()?.behind_mark()? + self.placed.start)
    }

    /// The title, and the lines elsewhere that repeat it: those of a table of contents, and of what is approved.
    fn places_of(&self, title: TextRange) -> Vec<TextRange> {
        let text = self.document.text();
        let words = &text[title];
        let mut places = vec![title];
        let others = text.match_indices(words).map(|(at, _)| range(at, at + words.len()));
        places.extend(others.filter(|place| place.start() != title.start()));
        places
    }

    /// What stands on the line behind the title and may not be published: the text behind a colon, the other cells of a row.
    fn cells(&self) -> Vec<TextRange> {
        let behind = self.line().into_iter().flat_map(HeadingLine::behind_title);
        behind
            .filter(|(_, words)| !self.allows_words(words))
            .map(|(place, _)| place + self.placed.start)
            .collect()
    }

    /// What a link in Markdown with the title at `place` leads to in the text: "kob-af-grund" in "[Køb af grund](#kob-af-grund)".
    fn anchor_behind(&self, place: TextRange) -> Option<TextRange> {
        let text = self.document.text();
        let end = usize::from(place.end());
        let line = text[end..].split('\n').next()?;
        let start = line.find("](#")? + "](#".len();
        let len = line[start..].find(')')?;
        (len > 0).then(|| range(end + start, end + start + len))
    }

    /// The blocks under the heading, with where they begin in the item, up to what opens again.
    fn blocks(&self) -> Vec<(TextSize, &Block)> {
        let item = self.placed.item;
        let heading = item.title.map_or(item.heading.end(), |title| title.end().max(item.heading.end()));
        let mut at = TextSize::new(0);
        let blocks = self.placed.blocks.iter().map(|block| {
            let start = at;
            at += block.len;
            (start, block)
        });
        let under = blocks.skip_while(|(start, _)| *start < heading);
        under.take_while(|(start, _)| *start + self.placed.start < self.end).collect()
    }

    fn words(&self, start: TextSize, block: &Block) -> &str {
        &self.document.text()[block.words() + start + self.placed.start]
    }

    /// What goes, each run of blocks by itself.
    fn gone(&self) -> Vec<(TextRange, Kind)> {
        let blocks = self.blocks();
        let item = self.placed.item;
        // "### " stands before the words of a heading.
        let section = |start: TextSize, block: &Block| item.section_at(start + block.words().start());
        let intro: Vec<_> = blocks.iter().filter(|(start, block)| section(*start, block).is_none()).collect();
        let keeps_intro = self.allows(intro.iter().filter(|(_, block)| is_said(block)).map(|pair| **pair));
        let mut gone: Vec<(TextRange, Kind)> = Vec::new();
        for &(start, block) in &blocks {
            let stays = match section(start, block) {
                Some(section) => {
                    is_decision(section)
                        && self.allows(of(section, &blocks))
                        && self.allows_words(self.behind_label(section, &blocks))
                }
                None => stays_in_intro(block, self.words(start, block), keeps_intro),
            };
            // "Dørene åbnes kl. 19.40" is said of what follows.
            if stays || reopens(self.words(start, block)) {
                continue;
            }
            let kind = match section(start, block) {
                Some(section) if is_decision(section) => Kind::ClosedDecision,
                _ => Kind::ClosedText,
            };
            let range = TextRange::at(start + self.placed.start, block.len);
            match gone.last_mut() {
                Some((last, same)) if last.end() == range.start() && *same == kind => {
                    *last = last.cover(range)
                }
                _ => gone.push((range, kind)),
            }
        }
        gone.into_iter().map(|(range, kind)| (between_blanks(self.document.text(), range), kind)).collect()
    }

    /// The words behind the heading of `section` on its own line: "Beslutning: Maren opsiges."
    fn behind_label(&self, section: &Section, blocks: &[(TextSize, &Block)]) -> &str {
        let head = section.heading;
        let own =
            blocks.iter().find(|(start, block)| TextRange::at(*start, block.len).contains(head.start()));
        let Some((start, block)) = own.filter(|(start, block)| head.end() < block.words().end() + *start)
        else {
            return "";
        };
        let behind = TextRange::new(head.end(), block.words().end() + *start) + self.placed.start;
        self.document.text()[behind].trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '*' | '_'))
    }

    /// May all of these lines be published, by the style of the house?
    fn allows<'b>(&self, mut blocks: impl Iterator<Item = (TextSize, &'b Block)>) -> bool {
        blocks.all(|(start, block)| {
            let words = self.words(start, block);
            let is_harmless = words.is_empty() || is_label(block) && tells_only_names(words);
            self.allows_words(if is_harmless { "" } else { words })
        })
    }

    fn allows_words(&self, words: &str) -> bool {
        // A note at the end of the text belongs to it.
        if words.contains("[^") {
            return false;
        }
        match self.document.context().house.decisions.closed {
            ClosedDecision::All => true,
            ClosedDecision::None => false,
            ClosedDecision::Usual => may_be_published(words),
        }
    }
}

/// `range` of `text` without the blank lines at its end, where none stand before it.
pub(super) fn between_blanks(text: &str, range: TextRange) -> TextRange {
    let before = text[..usize::from(range.start())].trim_end_matches([' ', '\t', '\r']);
    let is_apart = before.is_empty() || before.trim_end_matches(['\n', '\r']).len() + 1 < before.len();
    let words = &text[range];
    let said = words.trim_end();
    if is_apart && !said.is_empty() {
        return range;
    }
    let end = said.len() + words[said.len()..].find('\n').map_or(words.len() - said.len(), |at| at + 1);
    let end = if said.is_empty() { 0 } else { end };
    TextRange::at(range.start(), TextSize::try_from(end).unwrap_or(range.len()))
}

fn is_decision(section: &Section) -> bool {
    matches!(section.content, Content::Decision(_))
}

/// The blocks under the heading of `section`, or with their words behind it.
fn of<'b>(
    section: &'b Section,
    blocks: &'b [(TextSize, &'b Block)],
) -> impl Iterator<Item = (TextSize, &'b Block)> + 'b {
    let inside = section.heading.end()..section.body.end();
    blocks.iter().copied().filter(move |(start, block)| inside.contains(&(*start + block.words().start())))
}

/// Does a line before the first section say what was decided?
fn is_said(block: &Block) -> bool {
    !matches!(
        block.class,
        Class::CaseNumber | Class::LineMark(_) | Class::Label(_) | Class::Comment | Class::Furniture
    )
}

fn is_label(block: &Block) -> bool {
    matches!(
        block.class,
        Class::Label(Label::Absent | Label::Participants) | Class::Furniture | Class::Comment
    )
}

fn stays_in_intro(block: &Block, words: &str, keeps_intro: bool) -> bool {
    match block.class {
        Class::LineMark(_) => true,
        Class::Label(Label::Absent) => tells_only_names(words),
        _ => keeps_intro && is_said(block),
    }
}
