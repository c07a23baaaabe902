//! Points that stand in a list: which lines begin one, belong to one, or end the list.

use super::{LetteredPart, Line, Recommendation, ends_in_at, is_bare_at, push, verb};
use syntax::{Block, Class, Flag, Mark, MarkKind};
use text::{TextRange, is_space};

/// Reads a list, the first line of which begins a point.
pub(super) fn read(text: &str, lines: &[Line<'_>], new: &mut Recommendation) {
    let mut list = List {
        text,
        base: lines[0].block.mark,
        parts: false,
        ended: false,
        leads: false,
        leads_at: false,
        in_parts: false,
        new,
    };
    for (i, line) in lines.iter().enumerate() {
        let kind = line.block.mark.kind;
        if i > 0 && kind.is_list() && list.holds_part(line.block) {
            list.part(line);
        } else if kind.is_list() || (is_bare_at(line.block) && !list.ended) {
            list.point(line);
        } else if line.block.class == Class::Text {
            list.paragraph(line, i.checked_sub(1).map(|former| lines[former].block));
        }
    }
}

/// How far the reading of a list has come.
struct List<'t, 'n> {
    text: &'t str,
    /// The mark of the first point.
    base: Mark,
    /// Did the last point announce parts of its own: "godkendes, herunder"?
    parts: bool,
    /// Has another paragraph ended it?
    ended: bool,
    /// Does that paragraph lead to a list of its own: "Ved godkendelse vælges en af to modeller:"?
    leads: bool,
    /// Is it another sentence that recommends and ends in "at", so that any list below it is of points?
    leads_at: bool,
    /// Was the last line a part of a point?
    in_parts: bool,
    new: &'n mut Recommendation,
}

impl List<'_, '_> {
    /// Does a list line belong to the point before it? Indented lines do, letters under numbers, and bullets under a
    /// number that announces them or that do not begin with "at".
    fn holds_part(&self, block: &Block) -> bool {
        let indented = block.mark.indent > self.base.indent.saturating_add(1);
        let numbered = self.base.kind.is_number();
        match block.mark.kind {
            MarkKind::Letter if numbered => true,
            MarkKind::Bullet if numbered => !self.ended && (self.parts || block.class != Class::At),
            // "3." behind "2." goes on with the list, however far in it stands.
            kind if kind.is_number()
                && numbered
                && !self.in_parts
                && self.next() == Some(block.mark.number) =>
            {
                false
            }
            _ => !self.ended && indented,
        }
    }

    fn part(&mut self, line: &Line<'_>) {
        self.extend(line.words);
        self.in_parts = true;
        let mark = line.block.mark;
        let letter = char::from_digit(mark.number + 9, 36).filter(|_| mark.kind == MarkKind::Letter);
        if let Some(point) = self.new.points.last_mut() {
            point.parts = true;
            point.lettered.extend(letter.map(|letter| LetteredPart { letter, text: line.words }));
        }
    }

    /// The number after that of the last point.
    fn next(&self) -> Option<u32> {
        self.new.points.last().and_then(|point| point.number).map(|(number, _)| number + 1)
    }

    fn point(&mut self, line: &Line<'_>) {
        self.parts = opens_parts(&self.text[line.words]);
        let next = self.next();
        let mark = line.block.mark;
        // A list that goes on after a paragraph continues its numbers; any other list is not of points.
        let next = if self.leads { next.map(|next| if mark.number == 1 { 1 } else { next }) } else { next };
        let goes_on = mark.kind.is_number() && next == Some(mark.number) || self.begins_at(line);
        if !self.ended || goes_on || self.leads_at {
            push(self.text, line, self.ended, self.new);
            (self.ended, self.leads, self.leads_at, self.in_parts) = (false, false, false, false);
            self.base = if line.block.mark.kind.is_list() { mark } else { self.base };
        }
    }

    /// A line without a mark: the rest of a point that was broken over two lines, a second lead-in, or something else.
    fn paragraph(&mut self, line: &Line<'_>, former: Option<&Block>) {
        let words = &self.text[line.words];
        let follows = former.is_some_and(|former| !former.is(Flag::BlankAfter));
        // "i årene\n2026 og 2027 bevilges": a number goes on with a line that no sign ends.
        let number = words.starts_with(|c: char| c.is_ascii_digit())
            && former.is_some_and(|former| !former.is(Flag::Stopped));
        if follows && !self.ended && (number || !line.block.is(Flag::Capital)) && !leads_on(words) {
            self.parts = opens_parts(words);
            self.extend(line.words);
            return;
        }
        self.ended = true;
        self.leads_at = is_lead_in(words) && ends_in_at(words);
        self.leads = self.leads_at || words.trim_end_matches(is_space).ends_with([',', ':', ';']);
        if is_lead_in(words) {
            self.new.more_lead_ins.push(line.words);
        } else {
            self.new.other_text = true;
        }
    }

    fn extend(&mut self, words: TextRange) {
        if let Some(point) = self.new.points.last_mut() {
            point.text = point.text.cover(words);
        }
    }

    fn begins_at(&self, line: &Line<'_>) -> bool {
        line.block.class == Class::At && self.text[line.words].len() > 3
    }
}

/// "at følgende indsatser godkendes:", "godkendes, herunder", "at én af to processer igangsættes, enten".
fn opens_parts(words: &str) -> bool {
    let words = words.trim_end_matches(|c: char| is_space(c) || matches!(c, ',' | '.' | '…'));
    let last = words.rsplit(is_space).next().unwrap_or("");
    words.ends_with(':')
        || matches!(last, "herunder" | "følgende" | "således" | "ved" | "enten" | "bl.a" | "at" | "om")
}

/// "og at udvalget over for Byrådet anbefaler,": the sentence of the points goes on to other points.
fn leads_on(words: &str) -> bool {
    let ends = words.trim_end_matches(is_space);
    ["og ", "samt "].iter().any(|and| words.starts_with(and))
        && verb(words).is_some()
        && (ends.ends_with([',', ':']) || ends_in_at(words))
}

/// "Direktionen indstiller til Økonomiudvalget,": a lead-in among the points.
fn is_lead_in(words: &str) -> bool {
    let ends = words.trim_end_matches(is_space);
    verb(words).is_some()
        && (ends.ends_with([',', ':']) || ends_in_at(words) || !ends.ends_with(['.', '!', '?']))
}
