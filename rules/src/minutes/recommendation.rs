//! A recommendation: who recommends, and the at-points, in the many forms in which they are written.
//!
//! "at" is no safe sign of a point: lists in the case text begin with it too, and some houses write their points
//! without it. So points are looked for only under a recommendation's heading, and there every list is one.

use serde::Serialize;

use super::outcome::{self, Outcome};
use crate::syntax::{Block, Class, Flag, MarkKind};
use crate::text::{TextRange, TextSize, is_space, range_of, trim};

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
    /// The number or letter as written, with its place.
    pub number: Option<(u32, TextRange)>,
    /// The words, without the marker and spaces around.
    pub text: TextRange,
    /// What it asks for, as far as its words say.
    pub asks: Vec<Outcome>,
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
}

/// Verbs that a sender recommends with.
const VERBS: &[&str] = &["indstiller", "foreslår", "anbefaler", "indstilles", "foreslås", "anmoder om"];

/// Reads the recommendation in `blocks`, the first of which begins at `start` of the item's `text`.
pub(super) fn read(text: &str, blocks: &[Block], start: TextSize) -> Recommendation {
    let lines = lines(blocks, start);
    let mut new = Recommendation::default();
    let base = lines.iter().position(|line| line.block.mark.kind.is_list() || is_bare_at(line.block));
    match base {
        Some(base) => {
            let lead =
                lines[..base].iter().rev().find(|line| matches!(line.block.class, Class::Text | Class::At));
            new.set_lead_in(text, lead.map(|line| line.words));
            listed(text, &lines[base..], &mut new);
        }
        None => unlisted(text, &lines, &mut new),
    }
    new
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
        if !matches!(block.class, Class::Furniture | Class::Comment | Class::Blank) {
            lines.push(Line { block, words: block.words() + at, start: at });
        }
        at += block.len;
    }
    lines
}

fn is_bare_at(block: &Block) -> bool {
    block.class == Class::At && block.mark.kind == MarkKind::None && !block.is(Flag::Colon)
}

fn listed(text: &str, lines: &[Line<'_>], new: &mut Recommendation) {
    let base = lines[0].block.mark.indent;
    let mut ended = false;
    for (i, line) in lines.iter().enumerate() {
        let kind = line.block.mark.kind;
        let indented = line.block.mark.indent > base.saturating_add(1) && !ended;
        let parts =
            matches!(kind, MarkKind::Letter | MarkKind::Bullet) && lines[0].block.mark.kind.is_number();
        if i > 0 && (kind.is_list() && indented || parts && !begins_at(text, line)) {
            extend(new, line.words);
            continue;
        }
        if kind.is_list() || (is_bare_at(line.block) && !ended) {
            let next = new.points.last().and_then(|p| p.number).map(|(n, _)| n + 1);
            // A list that goes on after a paragraph continues its numbers; any other list is not of points.
            if ended && !(kind.is_number() && next == Some(line.block.mark.number)) && !begins_at(text, line)
            {
                continue;
            }
            ended = false;
            push(text, line, new);
        } else if line.block.class == Class::Text && !ended {
            let wrapped = i > 0 && !lines[i - 1].block.is(Flag::BlankAfter) && !line.block.is(Flag::Capital);
            if wrapped {
                extend(new, line.words);
            } else {
                ended = true;
            }
        }
    }
}

fn begins_at(text: &str, line: &Line<'_>) -> bool {
    line.block.class == Class::At && text[line.words].len() > 3
}

fn extend(new: &mut Recommendation, words: TextRange) {
    if let Some(point) = new.points.last_mut() {
        point.text = point.text.cover(words);
    }
}

fn push(text: &str, line: &Line<'_>, new: &mut Recommendation) {
    let mark = &line.block.mark;
    let marker = match mark.kind {
        MarkKind::Bullet => Marker::Bullet,
        MarkKind::Letter => Marker::Letter,
        MarkKind::None => Marker::None,
        _ => Marker::Number,
    };
    let mark_range = TextRange::new(line.start + TextSize::from(u32::from(0_u8)), line.words.start());
    let written = trim(&text[mark_range]);
    let number = (mark.number > 0).then(|| (mark.number, range_of(text, written)));
    let asks = asks(&text[line.words]);
    new.points.push(Point { index: new.points.len() as u32 + 1, marker, number, text: line.words, asks });
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
                push(text, line, new);
            }
            return;
        }
        if let Some(clauses) = inline(words) {
            new.set_lead_in(text, Some(line.words));
            for clause in clauses {
                let asks = asks(clause);
                let text = range_of(text, clause);
                new.points.push(Point {
                    index: new.points.len() as u32 + 1,
                    marker: Marker::Inline,
                    number: None,
                    text,
                    asks,
                });
            }
        }
    }
}

/// The clauses of "Direktionen indstiller, at planen godkendes, og at udvalget drøfter den."
fn inline(words: &str) -> Option<Vec<&str>> {
    let (at, verb) = verb(words)?;
    let after = &words[at + verb.len()..];
    let begin = clause_start(after, 0)?;
    // "indstiller til Byrådet, at": the receiver may stand between, but no other sentence.
    if after[..begin].contains(['.', '!', '?']) {
        return None;
    }
    let mut clauses = Vec::new();
    let mut from = begin;
    let mut search = begin + 2;
    while let Some(next) = clause_start(after, search) {
        let before = &after[from..next];
        if is_complete(before) {
            clauses.push(close(before));
            from = next;
        }
        search = next + 2;
    }
    clauses.push(close(&after[from..]));
    Some(clauses)
}

/// Where the next "at" that begins a clause stands: after a comma, or first.
fn clause_start(text: &str, from: usize) -> Option<usize> {
    let mut search = from;
    while let Some(at) = text[search..].find("at").map(|at| search + at) {
        search = at + 2;
        let before = text[..at].trim_end_matches(is_space);
        let spaced = before.len() < at;
        let word_ends = text[at + 2..].starts_with(is_space);
        let joined = before.ends_with([',', ';', ':'])
            || before.is_empty()
            || ["og", "samt"]
                .iter()
                .any(|w| before.strip_suffix(w).is_some_and(|rest| rest.ends_with(is_space)));
        let first = from == 0 && spaced;
        if word_ends && spaced && (joined || first) {
            return Some(at);
        }
    }
    None
}

/// Is a clause whole, so that the next "at" begins another point and not its object?
fn is_complete(clause: &str) -> bool {
    let words = clause.trim_end_matches(|c: char| is_space(c) || matches!(c, ',' | ';' | ':'));
    let words = ["og", "samt"].iter().find_map(|w| words.strip_suffix(w)).unwrap_or(words);
    let words = words.trim_end_matches(|c: char| is_space(c) || matches!(c, ',' | ';'));
    let last = words.rsplit(is_space).next().unwrap_or("");
    let passive = last.len() > 4 && last.ends_with("es") && last.chars().all(char::is_lowercase);
    passive || words.ends_with("til efterretning") || words.ends_with("til orientering")
}

/// A clause without the comma and the "og" that lead to the next.
fn close(clause: &str) -> &str {
    let words = clause.trim_end_matches(is_space);
    let words = [" og", " samt"].iter().find_map(|w| words.strip_suffix(w)).unwrap_or(words);
    words.trim_end_matches(|c: char| is_space(c) || matches!(c, ',' | ';'))
}

/// The first verb of recommending in `words`, and its place.
fn verb(words: &str) -> Option<(usize, &'static str)> {
    VERBS
        .iter()
        .filter_map(|verb| {
            let at = words.find(verb)?;
            let alone = !words[at + verb.len()..].starts_with(char::is_alphabetic);
            let begins = !words[..at].ends_with(char::is_alphabetic);
            (alone && begins).then_some((at, *verb))
        })
        .min()
}

/// Does a lead-in end in the word "at"?
fn ends_in_at(words: &str) -> bool {
    let words = words.trim_end_matches(|c: char| is_space(c) || matches!(c, ':' | ',' | ';' | '…' | '.'));
    words.strip_suffix("at").is_some_and(|rest| rest.ends_with(|c: char| is_space(c) || c == ','))
}

impl Recommendation {
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
mod tests {
    use super::{Marker, read};
    use crate::syntax::{Vocabulary, scan};
    use crate::text::size;

    fn points(text: &str) -> Vec<(Marker, &str)> {
        let mut blocks = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let block = scan::block(text, at, Vocabulary::common());
            at += usize::from(block.len);
            blocks.push(block);
        }
        read(text, &blocks, size("")).points.into_iter().map(|p| (p.marker, &text[p.text])).collect()
    }

    #[test]
    fn lists_of_every_kind_are_points() {
        assert_eq!(
            points("Direktionen indstiller,\n\n1. at planen godkendes,\n2. at den drøftes.\n"),
            [(Marker::Number, "at planen godkendes,"), (Marker::Number, "at den drøftes.")]
        );
        assert_eq!(points("Direktionen indstiller\nat planen godkendes, og\nat den drøftes.\n").len(), 2);
        assert_eq!(points("Direktionen indstiller, at\n\nplanen godkendes\n\nden drøftes\n").len(), 2);
    }

    #[test]
    fn points_inside_a_sentence_are_told_apart() {
        assert_eq!(
            points("Direktionen indstiller, at planen godkendes, og at udvalget drøfter den.\n"),
            [(Marker::Inline, "at planen godkendes"), (Marker::Inline, "at udvalget drøfter den.")]
        );
        assert_eq!(
            points("Direktionen indstiller, at udvalget godkender, at planen sendes i høring.\n").len(),
            1
        );
        assert_eq!(points("Centret indstiller til Byrådet at planen godkendes.\n").len(), 1);
    }

    #[test]
    fn a_word_alone_is_no_point() {
        assert_eq!(points("Ingen.\n"), []);
        assert_eq!(points("Til orientering.\n"), []);
    }

    #[test]
    fn what_follows_the_list_is_no_point() {
        assert_eq!(
            points(
                "Direktionen indstiller,\n- at planen godkendes\n\nSagen afgøres af Byrådet.\n\n- Notat\n"
            )
            .len(),
            1
        );
    }
}
