//! A recommendation: who recommends, and the at-points, in the many forms in which they are written.
//!
//! "at" is no safe sign of a point: lists in the case text begin with it too, and some houses write their points
//! without it. So points are looked for only under a recommendation's heading, and there every list is one.

mod inline;
mod list;

use serde::Serialize;

use danish::letters::small;
use references::outcome::{self, Outcome};
use syntax::{Block, Class, Flag, MarkKind};
use text::needle::Needle;
use text::{TextRange, TextSize, is_space, range_of, trim};

/// What stands before a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Marker {
    /// "1." or "1)".
    Number,
    /// "-" or "•".
    Bullet,
    /// "a)".
    Letter,
    /// Nothing: a line that begins with "at", or follows a lead-in that ends in "at".
    None,
    /// Nothing: the point stands in the sentence of the lead-in.
    Inline,
}

/// One thing that is recommended; offsets are those of the item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The place in the recommendation, from 1.
    pub index: u32,
    /// What stands before it.
    pub marker: Marker,
    /// The marker as written: "1.", "-"; empty when there is none.
    pub mark: TextRange,
    /// The number or letter as written, with its place.
    pub number: Option<(u32, TextRange)>,
    /// The words, without the marker and spaces around.
    pub text: TextRange,
    /// What it asks for, as far as its words say.
    pub asks: Vec<Outcome>,
    /// Does another paragraph stand between this point and the one before: a second lead-in, a remark?
    pub after_break: bool,
    /// Has it parts of its own, in a list below it?
    pub parts: bool,
    /// Those of its parts that have letters: "a) …".
    pub lettered: Vec<LetteredPart>,
}

/// A part of a point, under a letter; offsets are those of the item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LetteredPart {
    /// "a".
    pub letter: char,
    /// Its words.
    pub text: TextRange,
}

/// What somebody recommends; offsets are those of the item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recommendation {
    /// The line before the points: "Direktionen indstiller,".
    pub lead_in: Option<TextRange>,
    /// Who recommends, as written before the verb.
    pub sender: Option<TextRange>,
    /// Does the lead-in end in "at", so that the points need none?
    pub lead_ends_in_at: bool,
    /// In the order of the text.
    pub points: Vec<Point>,
    /// Lead-ins after the first: "Direktionen indstiller til Økonomiudvalget," between the points. Then each body
    /// decides its own points only.
    pub more_lead_ins: Vec<TextRange>,
    /// Do other paragraphs stand among or after the points? Then a point may have been taken for a paragraph.
    pub other_text: bool,
}

impl Recommendation {
    /// What decisions call the points: their numbers as written where these grow all the way, else their places.
    pub fn names(&self) -> Vec<u32> {
        let written: Vec<u32> = self.points.iter().filter_map(|point| Some(point.number?.0)).collect();
        let grows = written.windows(2).all(|pair| pair[0] < pair[1]);
        match grows && written.len() == self.points.len() {
            true => written,
            false => self.points.iter().map(|point| point.index).collect(),
        }
    }
}

/// Verbs that a sender recommends with.
static VERBS: [Needle; 6] = [
    Needle::new("indstiller"),
    Needle::new("foreslår"),
    Needle::new("anbefaler"),
    Needle::new("indstilles"),
    Needle::new("foreslås"),
    Needle::new("anmoder om"),
];

/// Reads the recommendation in `blocks`, the first of which begins at `start` of the item's `text`.
pub(super) fn read(text: &str, blocks: &[Block], start: TextSize) -> Recommendation {
    let lines = lines(blocks, start);
    let mut new = Recommendation::default();
    let base = lines.iter().position(|line| line.block.mark.kind.is_list() || is_bare_at(line.block));
    // "Udvalget indstiller, at planen godkendes." says all; a list that comes later and does not begin at 1 is another's.
    let base = base.filter(|&base| begins_list(text, &lines, base));
    match base {
        Some(base) => {
            let lead =
                lines[..base].iter().rev().find(|line| matches!(line.block.class, Class::Text | Class::At));
            new.set_lead_in(text, lead.map(|line| line.words));
            list::read(text, &lines[base..], &mut new);
        }
        None => unlisted(text, &lines, &mut new),
    }
    // Kept for long, like decisions.
    new.points.shrink_to_fit();
    new
}

/// Does the list at `base` hold points? Not when a whole sentence has recommended before it and it goes on counting, or
/// names what was told of: "- Orientering om havnen", "1. Nyt fra formanden". A sentence that announces its list has it.
fn begins_list(text: &str, lines: &[Line<'_>], base: usize) -> bool {
    let whole = |line: &Line<'_>| {
        line.block.class == Class::Text
            && line.block.is(Flag::FullStop)
            && inline::clauses(&text[line.words]).is_some()
            && !(lines[base].block.mark.number == 1 && announces(&text[line.words]))
    };
    let mark = lines[base].block.mark;
    let topic = || lines[base].block.is(Flag::Capital);
    let other = mark.kind == MarkKind::Bullet || mark.kind.is_number() && (mark.number > 1 || topic());
    lines[base].block.class == Class::At || !(other && lines[..base].iter().any(whole))
}

/// "… indstiller, at udvalget godkender følgende.": does a sentence say that a list belongs to it?
fn announces(words: &str) -> bool {
    let folded = small(words);
    let mut words = folded.split(|c: char| !c.is_alphanumeric());
    words.any(|word| matches!(word, "følgende" | "nedenstående" | "nedenfor" | "herunder"))
}

/// A block with the place of its words in the item.
struct Line<'b> {
    block: &'b Block,
    words: TextRange,
    start: TextSize,
}

fn lines(blocks: &[Block], start: TextSize) -> Vec<Line<'_>> {
    let mut at = start;
    let mut lines = Vec::new();
    for block in blocks {
        if !matches!(block.class, Class::Furniture | Class::Comment | Class::Code | Class::Blank) {
            lines.push(Line { block, words: block.words() + at, start: at });
        }
        at += block.len;
    }
    lines
}

fn is_bare_at(block: &Block) -> bool {
    block.class == Class::At && block.mark.kind == MarkKind::None && !block.is(Flag::Colon)
}

fn push(text: &str, line: &Line<'_>, after_break: bool, new: &mut Recommendation) {
    let mark = &line.block.mark;
    let marker = match mark.kind {
        MarkKind::Bullet => Marker::Bullet,
        MarkKind::Letter => Marker::Letter,
        MarkKind::None => Marker::None,
        _ => Marker::Number,
    };
    let mark_range = range_of(text, trim(&text[TextRange::new(line.start, line.words.start())]));
    let number = (mark.number > 0).then_some((mark.number, mark_range));
    let asks = asks(&text[line.words]);
    new.points.push(Point {
        index: new.points.len() as u32 + 1,
        marker,
        mark: mark_range,
        number,
        text: line.words,
        asks,
        after_break,
        parts: false,
        lettered: Vec::new(),
    });
}

fn asks(words: &str) -> Vec<Outcome> {
    let mut asks: Vec<Outcome> = Vec::new();
    for (outcome, _) in outcome::asked(words) {
        if !asks.contains(&outcome) {
            asks.push(outcome);
        }
    }
    asks
}

/// No list: bare lines after a lead-in that ends in "at", or points inside the sentence.
fn unlisted(text: &str, lines: &[Line<'_>], new: &mut Recommendation) {
    for (i, line) in lines.iter().enumerate() {
        if line.block.class != Class::Text {
            continue;
        }
        let words = &text[line.words];
        let opens = ends_in_at(words) || (line.block.is(Flag::Colon) && verb(words).is_some());
        let rest: Vec<&Line<'_>> = lines[i + 1..].iter().filter(|l| l.block.class == Class::Text).collect();
        if opens && !rest.is_empty() {
            new.set_lead_in(text, Some(line.words));
            for line in rest {
                push(text, line, false, new);
            }
            return;
        }
        // "FORVALTNINGEN INDSTILLER, AT SAGEN GODKENDES." says the same.
        let folded = line.block.is(Flag::Capitals).then(|| small(words));
        let folded = folded.as_deref().filter(|folded| folded.len() == words.len()).unwrap_or(words);
        if let Some(clauses) = inline::clauses(folded) {
            new.set_lead_in(text, Some(line.words));
            for clause in clauses {
                let asks = asks(clause);
                let text = range_of(folded, clause) + line.words.start();
                new.points.push(Point {
                    index: new.points.len() as u32 + 1,
                    marker: Marker::Inline,
                    mark: TextRange::empty(text.start()),
                    number: None,
                    text,
                    asks,
                    after_break: false,
                    parts: false,
                    lettered: Vec::new(),
                });
            }
        }
    }
}

/// The first verb of recommending in `words`, and its place.
fn verb(words: &str) -> Option<(usize, &'static str)> {
    VERBS
        .iter()
        .filter_map(|needle| {
            let (at, verb) = (needle.find_iter(words).next()?, needle.words());
            let alone = !words[at + verb.len()..].starts_with(char::is_alphabetic);
            let begins = !words[..at].ends_with(char::is_alphabetic);
            (alone && begins).then_some((at, verb))
        })
        .min()
}

/// Is this a lead-in that has been numbered by mistake: "1. Administrationen indstiller,"?
pub fn is_numbered_lead_in(words: &str) -> bool {
    let ends = words.trim_end_matches(is_space);
    verb(words).is_some() && (ends.ends_with([',', ':']) || ends_in_at(words)) && !words.contains(" at ")
}

/// Does a lead-in end in the word "at"?
fn ends_in_at(words: &str) -> bool {
    let words = words.trim_end_matches(|c: char| is_space(c) || matches!(c, ':' | ',' | ';' | '…' | '.'));
    words.strip_suffix("at").is_some_and(|rest| rest.ends_with(|c: char| is_space(c) || c == ','))
}

impl Recommendation {
    /// Do the points stand on lines of their own?
    pub fn is_listed(&self) -> bool {
        self.points.first().is_some_and(|point| point.marker != Marker::Inline)
    }

    /// Is it certain which point has which number: one lead-in, a list in one piece, and if it has numbers, 1, 2, 3 …?
    pub fn is_clean(&self) -> bool {
        let first = self.points.first().map(|point| point.marker);
        self.is_listed()
            && self.more_lead_ins.is_empty()
            && self.points.iter().all(|point| {
                Some(point.marker) == first
                    && !point.after_break
                    && point.number.is_none_or(|(n, _)| n == point.index)
            })
    }

    /// Do the numbers of the points run 1, 2, 3 …, also across the lead-ins to several bodies?
    pub fn is_numbered(&self) -> bool {
        let runs = |point: &Point| point.number.is_some_and(|(n, _)| n == point.index);
        !self.points.is_empty()
            && self.points.iter().all(|point| point.marker == Marker::Number && runs(point))
    }

    /// The lead-in that a point follows.
    pub fn lead_in_of(&self, point: &Point) -> Option<TextRange> {
        let before = |lead: &&TextRange| lead.start() < point.text.start();
        self.more_lead_ins.iter().rev().find(before).copied().or(self.lead_in)
    }

    /// Does the lead-in that a point follows end in "at", or go on in the point: "indstiller, at udvalget"?
    pub fn needs_no_at(&self, text: &str, point: &Point) -> bool {
        let Some(lead) = self.lead_in_of(point).map(|lead| &text[lead]) else { return false };
        let words = lead.trim_end_matches(|c: char| is_space(c) || matches!(c, ':' | ',' | ';' | '…' | '.'));
        ends_in_at(lead) || verb(lead).is_some_and(|(at, _)| words[at.min(words.len())..].contains(" at "))
    }

    /// Does the lead-in that a point follows end in "at"?
    pub fn follows_at(&self, text: &str, point: &Point) -> bool {
        self.lead_in_of(point).is_some_and(|lead| ends_in_at(&text[lead]))
    }

    fn set_lead_in(&mut self, text: &str, lead: Option<TextRange>) {
        let Some(lead) = lead else { return };
        let words = &text[lead];
        self.lead_in = Some(lead);
        self.lead_ends_in_at = ends_in_at(words);
        self.sender = verb(words).and_then(|(at, _)| {
            let sender = trim(&words[..at]);
            (!sender.is_empty() && sender != "Det" && sender != "Der").then(|| range_of(text, sender))
        });
    }
}

#[cfg(test)]
mod tests;
