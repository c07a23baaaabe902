//! The heading of an item: its number, its title, what stands around them.

use crate::syntax::segment::{ItemForm, Segment};
use crate::syntax::{Block, CaseNumberForm, Class, Flag, Label, LineMark, case_number};
use crate::text::{TextRange, TextSize, is_space, range, range_of, trim};

/// What the first lines of an item say; offsets are those of the item.
#[derive(Debug)]
pub(super) struct Heading {
    pub(super) line: TextRange,
    pub(super) number: Option<(u32, TextRange)>,
    pub(super) title: Option<TextRange>,
    pub(super) closed: bool,
    pub(super) case_number: Option<(TextRange, CaseNumberForm)>,
    /// The first block after the heading, and where it begins.
    pub(super) after: (usize, TextSize),
}

/// Reads the heading of the item that `text` and `blocks` are.
pub(super) fn read(text: &str, blocks: &[Block], segment: &Segment, form: ItemForm) -> Heading {
    let mut at = TextSize::new(0);
    for block in &blocks[..usize::from(segment.above)] {
        at += block.len;
    }
    let above = (segment.above > 0).then(|| blocks[0].words());
    let first = usize::from(segment.above);
    let block = &blocks[first];
    let words = block.words() + at;
    let line = TextRange::new(at + leading_space(&text[block.line() + at]), words.end().max(at));
    let mut heading = Heading {
        line,
        number: None,
        title: None,
        closed: segment.closed_part || block.is(Flag::Closed),
        case_number: None,
        after: (first + 1, at + block.len),
    };
    if segment.titled {
        heading.read_title(text, blocks, words, form, first);
    } else {
        heading.line = words;
        heading.after = (first, at);
    }
    heading.read_below(text, blocks);
    if let Some(above) = above {
        heading.case_number =
            heading.case_number.or_else(|| case_number(&text[above]).map(|form| (above, form)));
    }
    heading
}

impl Heading {
    fn read_title(&mut self, text: &str, blocks: &[Block], words: TextRange, form: ItemForm, first: usize) {
        let block = &blocks[first];
        let mut title = words;
        if let Class::ItemWord { number, .. } = block.class {
            let (digits, rest) = after_word(text, words);
            self.number = Some((number, digits));
            title = rest;
        } else if block.mark.kind.is_number() {
            let line = TextRange::new(self.line.start(), words.start());
            self.number = digits(text, line).map(|digits| (block.mark.number, digits));
        }
        if title.is_empty() {
            self.title = self.title_below(text, blocks);
        } else {
            self.title = Some(title);
        }
        if form == ItemForm::Below {
            self.number_below(text, blocks);
        }
    }

    /// "Pkt. 7" stands alone, and the title on the next line.
    fn title_below(&mut self, text: &str, blocks: &[Block]) -> Option<TextRange> {
        let (next, start) = self.after;
        let block = blocks.get(next)?;
        let plain = matches!(block.class, Class::Text) && !block.is(Flag::Long) && !block.mark.kind.is_list();
        if !plain || block.is(Flag::FullStop) {
            return None;
        }
        self.closed |= block.is(Flag::Closed);
        self.after = (next + 1, start + block.len);
        let words = block.words() + start;
        (!text[words].is_empty()).then_some(words)
    }

    /// "Sag nr. 7" stands below the title.
    fn number_below(&mut self, text: &str, blocks: &[Block]) {
        let (next, start) = self.after;
        if let Some(block) = blocks.get(next)
            && let Class::ItemBelow(number) = block.class
        {
            self.number = digits(text, block.words() + start).map(|digits| (number, digits));
            self.after = (next + 1, start + block.len);
        }
    }

    /// Case number and marks between the title and the first section.
    fn read_below(&mut self, text: &str, blocks: &[Block]) {
        let (mut next, mut start) = self.after;
        let mut labelled = false;
        while let Some(block) = blocks.get(next) {
            let words = block.words() + start;
            match block.class {
                Class::CaseNumber if self.case_number.is_none() => {
                    self.case_number = case_number(&text[words]).map(|form| (words, form));
                }
                Class::Label(Label::CaseNumber) if self.case_number.is_none() => {
                    self.case_number = labelled_number(text, words);
                    labelled = self.case_number.is_none();
                }
                Class::LineMark(mark) => self.closed |= mark == LineMark::Closed,
                Class::Furniture | Class::Comment | Class::Code | Class::Label(Label::Officer) => {}
                Class::Text if labelled || self.case_number.is_none() && next < self.after.0 + 2 => {
                    // "Sagsnr.: 20/33839   Dok.nr.: 5" and "BR 366/07": other lines may stand between.
                    if block.is(Flag::Stopped) || text[words].len() > 40 {
                        return;
                    }
                }
                _ => return,
            }
            next += 1;
            start += block.len;
        }
    }
}

/// The case number after a label: "Sagsnr.: 20/33839".
fn labelled_number(text: &str, words: TextRange) -> Option<(TextRange, CaseNumberForm)> {
    text[words]
        .split(|c: char| is_space(c) || c == ':')
        .find_map(|part| case_number(part).map(|form| (range_of(text, part), form)))
}

/// After "Punkt 12: ": the digits, and the title that follows.
fn after_word(text: &str, words: TextRange) -> (TextRange, TextRange) {
    let digits = digits(text, words).unwrap_or(words);
    let rest = &text[TextRange::new(digits.end(), words.end())];
    let rest = rest.trim_start_matches(is_space);
    let rest = rest.trim_start_matches(['.', ':']).trim_start_matches(is_space);
    let title = ["- ", "– "].iter().find_map(|dash| rest.strip_prefix(dash)).unwrap_or(rest);
    let title = trim(title);
    (digits, if title.is_empty() { TextRange::empty(words.end()) } else { range_of(text, title) })
}

/// The first run of digits in `within`.
fn digits(text: &str, within: TextRange) -> Option<TextRange> {
    let line = &text[within];
    let start = line.find(|c: char| c.is_ascii_digit())?;
    let len = line[start..].bytes().take_while(u8::is_ascii_digit).count();
    Some(range(start, start + len) + within.start())
}

fn leading_space(line: &str) -> TextSize {
    TextSize::of(&line[..line.len() - line.trim_start_matches(is_space).len()])
}
