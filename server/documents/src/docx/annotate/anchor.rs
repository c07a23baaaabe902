//! Where passages of the text stand in the source of the body.

use std::collections::HashMap;

use roxmltree::{Document, Node};

use super::holders::{self, Fields};
use super::outermost_run;
use flow::Extracted;
use flow::xml::{name, own_text};

/// A place in the source.
pub(super) enum Spot {
    /// In a text: where its run begins, where it begins, and how many bytes of its words lie before.
    Within(usize, usize, usize),
    /// Between two elements.
    Between(usize),
}

/// From where to where a remark is.
pub(super) struct Passage {
    pub(super) from: Spot,
    pub(super) to: Spot,
    /// Where the mark of the comment goes, unless it is behind the passage.
    pub(super) mark: Option<usize>,
}

/// What a change does.
pub(super) struct Change {
    /// Words that go: run, text, from and to.
    pub(super) gone: Vec<(usize, usize, usize, usize)>,
    /// Where words come: run, text, and how many bytes lie before.
    pub(super) at: Option<(usize, usize, usize)>,
    pub(super) words: String,
}

/// A text of the body, and what it says in the text that was extracted.
struct Piece<'a, 'i> {
    at: usize,
    len: usize,
    /// Behind so many bytes of the text.
    from: usize,
    node: Node<'a, 'i>,
    /// The outermost run around it, and the paragraph of that run.
    run: Node<'a, 'i>,
    paragraph: Option<Node<'a, 'i>>,
    /// May its words be changed where they stand?
    is_open: bool,
}

/// All texts of a body, in the order of the text.
pub(super) struct Anchors<'a, 'i> {
    text: &'a str,
    pieces: Vec<Piece<'a, 'i>>,
    fields: Fields,
}

impl<'a, 'i> Anchors<'a, 'i> {
    /// For the body `document`, which `extracted` was read from.
    pub(super) fn new(document: &'a Document<'i>, extracted: &'a Extracted) -> Self {
        let texts = document.descendants().filter(|node| node.is_element() && name(*node) == "t");
        let texts: HashMap<usize, Node<'a, 'i>> = texts.map(|node| (node.range().start, node)).collect();
        let fields = holders::fields(document);
        let pieces = extracted.pieces().filter_map(|(at, piece)| {
            let node = *texts.get(&piece.source)?;
            let run = outermost_run(node)?;
            let paragraph = holders::paragraph(run);
            let is_open = !holders::is_given(run, &fields);
            Some(Piece { at, len: piece.len, from: piece.from, node, run, paragraph, is_open })
        });
        let mut pieces: Vec<Piece<'a, 'i>> = pieces.filter(|piece| piece.len > 0).collect();
        pieces.sort_by_key(|piece| piece.at);
        Self { text: &extracted.text, pieces, fields }
    }

    /// The passage from `start` to `end`, as far as it lies in one paragraph. What stands nowhere in the source, the number of
    /// a point, is at the words beside it.
    pub(super) fn passage(&self, start: usize, end: usize) -> Option<Passage> {
        let after = self.pieces.partition_point(|piece| piece.at + piece.len <= start);
        let first = self.pieces.get(after).or(self.pieces.last())?;
        let is_inside = (first.at..first.at + first.len).contains(&start);
        let from = if is_inside { start } else { first.at };
        let end = if end > from { end } else { from + first.word(from - first.at) };
        let same = |piece: &&Piece<'_, '_>| piece.at < end && piece.paragraph == first.paragraph;
        let last =
            self.pieces[after.min(self.pieces.len() - 1)..].iter().take_while(same).last().unwrap_or(first);
        let mark = holders::mark_place(last.run, &self.fields);
        Some(Passage { from: first.spot(from, true), to: last.spot(end, false), mark })
    }

    /// The change of the words from `from` to `to` into `words`, unless it cannot be made where they stand. Of what lies partly in
    /// a field, only what differs need be changed, and of two spaces either may go.
    pub(super) fn change(&self, from: usize, to: usize, words: &str) -> Option<Change> {
        let as_said = self.change_in_place(from, to, words);
        as_said.or_else(|| {
            let (from, to, words) = differing(self.text, (from, to), words);
            let here = self.change_in_place(from, to, words);
            here.or_else(|| {
                beside(self.text, (from, to), words).find_map(|(f, t)| self.change_in_place(f, t, words))
            })
        })
    }

    fn change_in_place(&self, from: usize, to: usize, words: &str) -> Option<Change> {
        if words.contains(['\n', '\t', '\r']) {
            return None;
        }
        let touched = self.pieces.iter().filter(|piece| piece.at < to && piece.at + piece.len > from);
        let touched: Vec<&Piece<'_, '_>> = touched.collect();
        let covered: usize =
            touched.iter().map(|piece| to.min(piece.at + piece.len) - from.max(piece.at)).sum();
        // Words that are put in may stand behind what is before them, or before what is behind them.
        let mut beside = self.pieces.iter().filter(|piece| (piece.at..=piece.at + piece.len).contains(&from));
        let at = touched.last().copied().or_else(|| beside.find(|piece| piece.takes_changes()))?;
        let is_whole = covered == to - from && touched.iter().all(|piece| piece.paragraph == at.paragraph);
        if !is_whole || !at.takes_changes() || !touched.iter().all(|piece| piece.takes_changes()) {
            return None;
        }
        if !touched.is_empty() && touched.iter().all(|piece| piece.is_gap_of_change(from, to)) {
            return None;
        }
        let gone = touched.iter().map(|piece| {
            let within = |offset: usize| piece.within(offset);
            (piece.run.range().start, piece.node.range().start, within(from), within(to))
        });
        let spot = (at.run.range().start, at.node.range().start, at.within(to));
        Some(Change {
            gone: gone.collect(),
            at: (!words.is_empty()).then_some(spot),
            words: words.to_owned(),
        })
    }
}

/// What of a change of `text` from and to these bytes into `words` differs from what is there.
fn differing<'w>(text: &str, (from, to): (usize, usize), words: &'w str) -> (usize, usize, &'w str) {
    let old = text.get(from..to).unwrap_or_default();
    let same = |(a, b): &(char, char)| a == b;
    let before: usize = old.chars().zip(words.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let (old, words) = (&old[before..], &words[before..]);
    let behind = old.chars().rev().zip(words.chars().rev()).take_while(same);
    let behind: usize = behind.map(|(c, _)| c.len_utf8()).sum();
    (from + before, to - behind, &words[..words.len() - behind])
}

/// Where else the bytes of `text` from and to these may be taken out with the same result: of two spaces, the other one.
fn beside<'t>(
    text: &'t str,
    (from, to): (usize, usize),
    words: &str,
) -> impl Iterator<Item = (usize, usize)> + use<'t> {
    let gone = text.get(from..to).filter(|gone| !gone.is_empty() && words.is_empty());
    let same =
        move |range: (usize, usize)| text.get(range.0..range.1).is_some_and(|other| Some(other) == gone);
    let len = to - from;
    [(from.saturating_sub(len), from), (to, to + len)].into_iter().filter(move |range| same(*range))
}

/// Does `node` hold words, and is no mark between them?
fn is_of_text(node: &Node<'_, '_>) -> bool {
    let is_mark = |name: &str| name.ends_with("Start") || name.ends_with("End") || name == "proofErr";
    node.is_element() && !is_mark(name(*node))
}

impl Piece<'_, '_> {
    fn is_boxed(&self) -> bool {
        self.node.parent() != Some(self.run)
    }

    /// Byte `offset` of the extracted text, or what of the piece is nearest to it, in bytes of the text in the source.
    fn within(&self, offset: usize) -> usize {
        offset.clamp(self.at, self.at + self.len) - self.at + self.from
    }

    /// Is what lies between `from` and `to` of it blank, beside words that somebody has taken out? Two spaces are one too many
    /// only when that is accepted.
    fn is_gap_of_change(&self, from: usize, to: usize) -> bool {
        let range = self.within(from)..self.within(to);
        let is_blank = || own_text(self.node).get(range).is_some_and(|gap| gap.trim().is_empty());
        let is_taken_out = |beside: Option<Node<'_, '_>>| {
            beside.is_some_and(|beside| matches!(name(beside), "del" | "moveFrom"))
        };
        let before = || self.run.prev_siblings().skip(1).find(is_of_text);
        let after = || self.run.next_siblings().skip(1).find(is_of_text);
        is_blank()
            && (from <= self.at && is_taken_out(before())
                || to >= self.at + self.len && is_taken_out(after()))
    }

    /// Where a comment begins, or ends, that does so at byte `offset` of the extracted text.
    fn spot(&self, offset: usize, is_begin: bool) -> Spot {
        let whole = holders::plain_control(self.run).or(self.is_boxed().then_some(self.run));
        match whole.map(|node| node.range()) {
            Some(range) => Spot::Between(if is_begin { range.start } else { range.end }),
            None => Spot::Within(self.run.range().start, self.node.range().start, self.within(offset)),
        }
    }

    /// How long the word is that begins behind `from` bytes of its words.
    fn word(&self, from: usize) -> usize {
        let words = own_text(self.node);
        let words = words.get(self.from + from..).unwrap_or_default();
        let end = words.char_indices().find(|(at, c)| *at > 0 && c.is_whitespace()).map(|(at, _)| at);
        end.unwrap_or(words.len()).max(1).min(self.len.saturating_sub(from).max(1))
    }

    /// Can a change be recorded here? Not in text boxes, results of fields, controls that are filled from elsewhere, and
    /// passages that were moved.
    fn takes_changes(&self) -> bool {
        let mut outer = self.run.ancestors().skip(1).map(name).take_while(|name| *name != "p");
        let is_plain = outer.next().is_none_or(|parent| {
            matches!(parent, "ins" | "hyperlink" | "smartTag" | "sdtContent" | "customXml")
        });
        let nested = outer.all(|name| !matches!(name, "ins" | "del" | "moveTo" | "moveFrom" | "fldSimple"));
        self.is_open && !self.is_boxed() && is_plain && nested
    }
}
