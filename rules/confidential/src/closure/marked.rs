//! Lines that bear the mark of closed matter, and the items whose number and title they say.

use super::Reading;
use super::heading::says_little;
use super::known::Question;
use super::legend;
use super::lines::{Line, title};
use super::numbered::Numbered;
use super::passages::Passages;
use super::says_open;
use crate::closed::{is_reopening, may_be_published, tells_of_duty};
use crate::closed_signs::{
    bears_slip, is_about_closed, is_heading_of_several, is_marked, is_marked_row, is_of_meetings,
    is_pictured, is_possible, names_closed, reopens, says_none, speaks_in_general, speaks_of_own,
    tells_of_some,
};
use danish::letters::small;
use data::closed::closed;
use minutes::Placed;
use syntax::closed::{label_says_closed, says_closed};
use syntax::{Class, Flag, Label};
use text::is_space;

/// Longer lines are no headings, in bytes.
const LONGEST: usize = 160;

/// Which of `items` are closed, by their own heading or by another line: a row of the contents, a heading printed once more, a
/// sentence under the heading or at the head that says nothing else.
pub(super) fn items(
    document: Reading<'_>,
    lines: &[Line<'_>],
    (items, numbered): (&[Placed<'_>], &Numbered<'_>),
    passages: &Passages,
) -> Vec<bool> {
    let has_some = |item: usize| {
        let heading = items[item].start + items[item].item.heading.start();
        let behind = lines.partition_point(|line| line.start <= heading);
        behind.checked_sub(1).is_none_or(|at| !says_none_under(lines, at))
    };
    let closed = |item: usize| {
        let heading = heading(document, &items[item]);
        items[item].item.closed && has_some(item) && (!says_open(heading) || is_possible(heading))
    };
    let closed = (0..items.len()).map(closed).collect();
    let mut marks = Marks {
        document,
        items,
        numbered,
        closed,
        part: false,
        shut: false,
        next: false,
        own: None,
        is_right_below: false,
        is_on_top: false,
        is_last: false,
        is_joined: false,
    };
    let before_heading = before_heading(lines);
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| !passages.cut(line.place())) {
        marks.is_last = before_heading[at];
        marks.is_joined = at > 0 && !lines[at - 1].block.is(Flag::BlankAfter);
        marks.read(line);
    }
    let mut closed = marks.closed;
    for sign in legend::closed_signs(document, lines) {
        let bear =
            items.iter().enumerate().filter(|(_, placed)| legend::bears(heading(document, placed), sign));
        bear.for_each(|(item, _)| closed[item] = true);
    }
    closed
}

/// For each line: is the next that says something the heading of an item?
fn before_heading(lines: &[Line<'_>]) -> Vec<bool> {
    let mut before = vec![false; lines.len()];
    let mut follows = false;
    for (before, line) in before.iter_mut().zip(lines).rev() {
        *before = follows;
        if !line.is_silent() {
            follows = line.heads.is_some();
        }
    }
    before
}

/// "2. Lukkede punkter", the heading on line `at`, under which all that stands is "Der var ingen."
pub(super) fn says_none_under(lines: &[Line<'_>], at: usize) -> bool {
    let below = lines[at + 1..].iter().take_while(|line| line.heads.is_none());
    let is_heading = |line: &&Line<'_>| matches!(line.block.class, Class::Section(_) | Class::Decision);
    let mut below = below.filter(|line| !line.is_silent() && !is_heading(line));
    lines[at].heads.is_some()
        && is_heading_of_several(lines[at].words)
        && below.next().is_some_and(|line| says_none(line.words))
        && below.all(|line| may_be_published(line.words))
}

/// "Indholdsfortegnelse", "Lukkede punkter", and then who met: the contents have such a part, and nothing in it.
pub(super) fn is_empty_in_contents(lines: &[Line<'_>], at: usize) -> bool {
    let is_written = |line: &&Line<'_>| !line.words.is_empty();
    let of_head =
        [Label::Participants, Label::Absent, Label::Date, Label::Time, Label::Place].map(Class::Label);
    matches!(lines[at].block.class, Class::Part { .. })
        && lines[..at].iter().rfind(is_written).is_some_and(|line| line.block.class == Class::Contents)
        && lines[at + 1..].iter().find(is_written).is_some_and(|line| of_head.contains(&line.block.class))
}

fn heading<'d>(document: Reading<'d>, placed: &Placed<'_>) -> &'d str {
    &document.text()[placed.item.heading + placed.start]
}

/// What was read of the lines so far.
struct Marks<'m, 'd> {
    document: Reading<'m>,
    items: &'m [Placed<'d>],
    numbered: &'m Numbered<'m>,
    closed: Vec<bool>,
    /// Under the heading of a closed part?
    part: bool,
    /// Were the doors shut?
    shut: bool,
    /// Did a line say that the next item is closed?
    next: bool,
    /// The item that the line stands in.
    own: Option<usize>,
    /// Does nothing but marks and labels stand between its heading and the line?
    is_right_below: bool,
    /// Or the titles of sections? Then a label speaks of the item: "Sagstype: Lukket".
    is_on_top: bool,
    /// Does the heading of another item follow the line? Then it may speak of that one.
    is_last: bool,
    /// Does the line follow the one above at once? Then it speaks of the same item.
    is_joined: bool,
}

impl Marks<'_, '_> {
    fn read(&mut self, line: &Line<'_>) {
        match line.block.class {
            Class::Part { closed } => {
                (self.part, self.shut, self.own) = (closed, false, None);
            }
            Class::Comment => self.read_comment(line),
            Class::Code => {}
            _ if let Some(item) = line.heads => self.read_heading(line, item),
            _ => self.read_line(line),
        }
    }

    fn read_heading(&mut self, line: &Line<'_>, item: usize) {
        self.part = false;
        (self.own, self.is_right_below, self.is_on_top) = (Some(item), true, true);
        self.shut = self.shut
            && !line.asked(Question::SaysOpen, says_open)
            && !title(self.document, &self.items[item]).is_some_and(is_reopening);
        let written = &self.document.text()[line.block.line() + line.start];
        // "Foredrag: "Tavshed og tale"" names a work.
        let bears = |words: &str| {
            (is_marked(words) || label_says_closed(words)) && !is_about_closed(words)
                || is_pictured(words)
                || bears_slip(words)
        };
        let has_mark = (line.says.may_be || line.written.may_be)
            && (bears(line.words) || is_pictured(written))
            || line.block.class == Class::Table && is_marked_row(written);
        self.closed[item] |= self.shut
            || std::mem::take(&mut self.next)
            || has_mark && !line.asked(Question::SaysOpen, says_open);
    }

    fn read_line(&mut self, line: &Line<'_>) {
        if self.part || line.block.is(Flag::Closed) {
            self.numbered.said_by(line, |_| true).for_each(|item| self.closed[item] = true);
        }
        if line.block.is(Flag::Closed) && self.own.is_none() {
            self.close_untitled(line);
        }
        self.shut = self.shut && !(line.says.may_open && reopens(line.words)) || self.heads_closed_part(line);
        if line.is_silent() {
            return;
        }
        let below = self.own.filter(|_| self.is_right_below);
        if legend::closed_letter(self.document, line).is_some() {
            return;
        }
        let phrase = if line.says.may_be { line.phrase() } else { None };
        // "Møder er offentlige, jf. styrelseslovens § 10."
        match phrase
            .filter(|_| line.says.is_possible || !line.asked(Question::SpeaksInGeneral, speaks_in_general))
        {
            None if self.closes_by_slip(line) => self.close(below),
            None => {
                let is_label =
                    matches!(line.block.class, Class::LineMark(_) | Class::Label(_) | Class::CaseNumber);
                self.is_right_below &= is_label;
                self.is_on_top &= is_label || matches!(line.block.class, Class::Section(_));
            }
            // "Formanden har tavshedspligt." tells of a duty; whoever means the item says so.
            Some(_) if tells_of_duty(line.words) && !speaks_of_own(line.words) => {}
            // "Se det lukkede referat": what is closed stands elsewhere.
            Some(phrase) if phrase.numbers.is_empty() && tells_of_some(line.words) => {}
            // "Adgang: begrænset" may be said of a door.
            Some(phrase) if phrase.of_place || phrase.of_several => {}
            // "Sagen er lukket." below what is said of it means that it is finished.
            Some(phrase) if phrase.is_done && (!self.is_right_below || line.number().is_some()) => {}
            Some(phrase) if !phrase.numbers.is_empty() => self.close_numbered(&phrase.numbers),
            Some(phrase) if phrase.of_own => {
                let is_own = self.is_right_below || !self.is_last || self.is_joined;
                self.close(self.own.filter(|_| is_own))
            }
            Some(phrase) => {
                // "Herefter fortroligt:" over the rest of an item speaks of that, and not of the next item.
                let heads_rest = self.own.is_some() && !self.is_last && line.words.ends_with(':');
                self.shut |= phrase.of_rest && !heads_rest;
                self.next |= phrase.of_next && !heads_rest;
                let of_item = !phrase.of_meeting && !phrase.of_next;
                self.close(below.filter(|_| phrase.of_rest || of_item));
                let is_label = line.words.contains([':', '☒', '☑']);
                self.close(self.own.filter(|_| self.is_on_top && of_item && is_label));
            }
        }
    }

    /// "B-dagsorden (lukket)", "Dagsorden – lukket", by itself right above the heading of an item.
    fn heads_closed_part(&self, line: &Line<'_>) -> bool {
        let is_title = line.block.is(Flag::BlankAfter) && line.block.numbering.is_none();
        let names_part = || {
            let lower = small(line.words);
            let mut words = lower.split(|c: char| !c.is_alphanumeric());
            words.any(|word| closed().phrases.parts.contains(word))
        };
        self.is_last
            && is_title
            && !self.is_right_below
            && !self.is_joined
            && (line.block.is(Flag::Closed) || line.says.is_possible)
            && is_of_meetings(line.words)
            && says_closed(line.words)
            && names_part()
    }

    /// A mark with a slip right below the heading: "luket punkt".
    fn closes_by_slip(&self, line: &Line<'_>) -> bool {
        self.is_right_below && line.says.is_possible && bears_slip(line.words)
    }

    /// "<!-- lukket -->" right below the heading.
    fn read_comment(&mut self, line: &Line<'_>) {
        let written = self.document.text()[line.range()].trim();
        let inner = written.strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->"));
        if self.is_right_below && inner.is_some_and(names_closed) {
            self.close(self.own);
        }
    }

    /// A heading that says that its item is open is believed, and the line below it left to the guard.
    fn close(&mut self, item: Option<usize>) {
        let is_settled = |item: &usize| says_open(heading(self.document, &self.items[*item]));
        if let Some(item) = item.filter(|item| !is_settled(item)) {
            self.closed[item] = true;
        }
    }

    /// "2. Økonomi (lukket punkt)" in the agenda above closes "Ad 2", which says no title of its own.
    fn close_untitled(&mut self, line: &Line<'_>) {
        let Some(number) = line.number() else { return };
        for item in self.numbered.with(number) {
            self.closed[*item] |= title(self.document, &self.items[*item]).is_none();
        }
    }

    fn close_numbered(&mut self, numbers: &[u32]) {
        for item in numbers.iter().flat_map(|number| self.numbered.with(*number)) {
            self.closed[*item] = true;
        }
    }
}

/// Does `line`, which bears a mark, stand as a heading: with a number, or with the mark in brackets at its end?
pub fn is_heading(line: &Line<'_>) -> bool {
    let ends_in_mark = line.words.ends_with([')', ']']) && line.words.len() <= LONGEST;
    let listed = line.block.mark.kind.is_list() && line.block.numbering.is_none();
    line.block.numbering.is_some() || ends_in_mark && !listed && !line.words.to_lowercase().contains("bilag")
}

/// Does a row or a heading that bears a mark say more than number, title and page: "2. Køb (Lukket): Ejeren sælger"?
pub fn tells_more(words: &str) -> bool {
    if words.contains(['|', '\t']) {
        let mut cells = words
            .split(['|', '\t'])
            .map(|cell| cell.trim_matches(is_space))
            .filter(|cell| cell.contains(char::is_alphabetic));
        cells.next();
        return !cells.all(says_little);
    }
    let behind = words.rfind([')', ']']).map_or("", |at| &words[at + 1..]);
    !says_little(behind.trim_matches(|c: char| !c.is_alphanumeric()))
}
