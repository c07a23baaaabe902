//! The heading of an item: its number, its title, what stands around them.

use segment::tables::title_cell;
use segment::{ItemForm, Segment};
use syntax::Sign;
use syntax::cased::{case_line, cased};
use syntax::closed::{ends_in_mark, is_of_house};
use syntax::numbered::{LETTERS, in_small, row_with};
use syntax::{
    Block, CaseNumberForm, Class, Flag, Label, LineMark, NumberForm, Vocabulary, case_number, title,
};
use text::{TextRange, TextSize, is_space, range, range_of};

/// What the first lines of an item say; offsets are those of the item.
#[derive(Debug)]
pub(super) struct Heading {
    pub(super) line: TextRange,
    pub(super) number: Option<(u32, TextRange)>,
    pub(super) title: Option<TextRange>,
    /// What was said, where it stands in the place of the title: "Ad 3. Der mangler en nøgle."
    pub(super) told: Option<TextRange>,
    pub(super) closed: bool,
    pub(super) case_number: Option<(TextRange, CaseNumberForm)>,
    /// The first block after the heading, and where it begins.
    pub(super) after: (usize, TextSize),
}

/// A line below a title that says whether it is closed is no longer, in bytes.
const STATUS: usize = 80;

/// Reads the heading of the item that `text` and `blocks` are.
pub(super) fn read(
    text: &str,
    blocks: &[Block],
    segment: &Segment,
    form: ItemForm,
    vocabulary: &Vocabulary,
) -> Heading {
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
        told: None,
        closed: segment.closed_part || block.is(Flag::Closed),
        case_number: None,
        after: (first + 1, at + block.len),
    };
    if segment.titled {
        heading.read_title(text, blocks, (segment, form), first, vocabulary);
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
    fn read_title(
        &mut self,
        text: &str,
        blocks: &[Block],
        (segment, form): (&Segment, ItemForm),
        first: usize,
        vocabulary: &Vocabulary,
    ) {
        let at = self.after.1 - blocks[first].len;
        let line = blocks[first].line() + at;
        // "3 besøg på plejehjemmet" has a number by the lines around it alone.
        let read = || {
            row_with(&text[line], segment.titled_in)
                .or_else(|| vocabulary.numbered(&text[line], behind_marks(&text[line])))
                .or_else(|| in_small(&text[line]))
        };
        let numbered = segment.numbering.and_then(|_| read());
        let start = match &numbered {
            Some(found) => {
                // The lines around it tell whether "3/4" is the third of four or the fourth of the third meeting.
                let own = segment.numbering.unwrap_or(found.numbering);
                let number = found.number_as(own.form);
                let number = range(number.start, number.end) + line.start();
                let value = match own.form {
                    NumberForm::Lettered => own.value / LETTERS,
                    _ => own.value,
                };
                // When an item begins is no number.
                if own.form != NumberForm::Timed {
                    self.number = Some((value.into(), number));
                }
                range(found.title.start, found.title.end) + line.start()
            }
            None => {
                let mut words = blocks[first].words() + at;
                if segment.run_in {
                    let title = title::run_in(&text[words]).unwrap_or(&text[words]);
                    words = range_of(text, title);
                }
                if blocks[first].class == Class::Table {
                    words = title_cell(&text[line]).map_or(words, |cell| range_of(text, cell));
                }
                let len = if segment.labelled { title::shared_label_len } else { title::label_len };
                let label = TextSize::of(&text[words][..len(&text[words])]);
                TextRange::new(words.start() + label, words.end())
            }
        };
        self.set_title(text, start);
        if segment.numbering.is_some() && segment.run_in {
            let title = title::read_run_in(&text[start]);
            self.title = self.title.map(|_| range(title.range.start, title.range.end) + start.start());
        }
        self.pass_case_number(text);
        let remarks = || self.title.is_some_and(|title| is_in_brackets(&text[title]));
        let worded = || blocks[first].numbering.is_some_and(|own| own.form.may_stand_alone());
        // "Pkt. 3 (Malene)" above the title.
        let below = || blocks.get(self.after.0).is_some_and(|next| next.shows(Sign::TitleLike));
        if self.title.is_none() || remarks() && worded() && below() {
            self.title_below(text, blocks, vocabulary);
        }
        for _ in 0..segment.further {
            self.go_on(text, blocks);
        }
        if segment.further == 0 {
            self.pass_repeated(text, blocks);
        }
        if form == ItemForm::Below {
            self.number_below(text, blocks);
        }
        let reports = |title: &TextRange| text[*title].ends_with('.') && title::is_sentence(&text[*title]);
        if segment.numbering.is_some_and(|own| own.form.may_report()) {
            self.told = self.title.take_if(|title| reports(title));
        }
    }

    /// Takes the title in `written`, without a mark and a colon.
    fn set_title(&mut self, text: &str, written: TextRange) {
        let title = title::read(&text[written]);
        // "(Åben)" in the closed part of a meeting.
        self.closed = title.closed.unwrap_or(self.closed);
        let place = range(title.range.start, title.range.end) + written.start();
        self.title = (!place.is_empty()).then_some(place);
    }

    /// "Sagsnr. 25/1042 Ny havnebus": the number is that of the case.
    fn pass_case_number(&mut self, text: &str) {
        let Some((written, found)) = self.title.and_then(|title| Some((title, cased(&text[title])?))) else {
            return;
        };
        self.case_number = Some((range(found.number.start, found.number.end) + written.start(), found.form));
        self.set_title(text, range(found.title.start, found.title.end) + written.start());
    }

    /// The title takes the next line too.
    fn go_on(&mut self, text: &str, blocks: &[Block]) {
        let (next, start) = self.after;
        let (Some(block), Some(first)) = (blocks.get(next), self.title) else { return };
        self.closed |= block.is(Flag::Closed);
        self.after = (next + 1, start + block.len);
        self.set_title(text, first.cover(block.words() + start));
    }

    /// Case systems print the title as link and as heading: the second time it says nothing.
    fn pass_repeated(&mut self, text: &str, blocks: &[Block]) {
        let (next, start) = self.after;
        let (Some(block), Some(title)) = (blocks.get(next), self.title) else { return };
        let words = &text[block.words() + start];
        if block.numbering.is_none() && title::is_same(words, &text[title]) {
            self.after = (next + 1, start + block.len);
        }
    }

    /// "Pkt. 7" stands alone, and the title on the next line.
    fn title_below(&mut self, text: &str, blocks: &[Block], vocabulary: &Vocabulary) {
        let (next, start, closed) = self.below_marks(blocks);
        let Some(block) = blocks.get(next) else { return };
        let class = match block.class {
            // "EMN-2025-00123" is no title, whatever the program that wrote it lost.
            Class::Text | Class::Contents => !block.shows(Sign::CaseNumber),
            // "Økonomi" right below "Punkt 3" is its title.
            Class::Section(id) => vocabulary.may_be_title(id),
            _ => false,
        };
        let plain = class && !block.is(Flag::Long) && !block.mark.kind.is_list();
        let plain_number = || blocks[0].numbering.is_some_and(|own| own.form.is_plain());
        // "Eventuelt: Intet" below "Punkt 4".
        let run_in = block.is(Flag::RunInKnown) && !block.is(Flag::Labelled);
        if plain && run_in {
            let words = block.words() + start;
            let title = title::run_in(&text[words]).map(|title| range_of(text, title));
            self.title = title.or(self.title);
        } else if plain && (!block.is(Flag::FullStop) || plain_number() && block.is_stopped_title()) {
            self.closed |= block.is(Flag::Closed) || closed;
            self.after = (next + 1, start + block.len);
            let words = block.words() + start;
            let label = TextSize::of(&text[words][..title::label_len(&text[words])]);
            self.set_title(text, TextRange::new(words.start() + label, words.end()));
        } else if plain {
            self.title_before_text(text, block.words() + start);
        }
    }

    /// "Valg af dirigent: Bo Dal blev valgt." below "Ad pkt. 1": the title ends before the text, which stays that of the item.
    fn title_before_text(&mut self, text: &str, words: TextRange) {
        let label = title::label_len(&text[words]);
        let line = &text[words][label..];
        let title = title::read(line);
        let own = &line[title.range.clone()];
        if title::is_last(line) || title.text_behind && !title::has_verb(own) {
            self.title = Some(range_of(text, own));
        }
    }

    /// The first block behind the heading that is no mark, where it begins, and whether one says closed: "Lukket sag" may
    /// stand between "Pkt. 7" and its title.
    fn below_marks(&self, blocks: &[Block]) -> (usize, TextSize, bool) {
        let (mut next, mut start) = self.after;
        let mut closed = false;
        while let Some(Block { class: Class::LineMark(mark), len, .. }) = blocks.get(next) {
            closed |= *mark == LineMark::Closed;
            (next, start) = (next + 1, start + *len);
        }
        (next, start, closed)
    }

    /// "Sag nr. 7" stands below the title.
    fn number_below(&mut self, text: &str, blocks: &[Block]) {
        let (next, start) = self.after;
        if let Some(block) = blocks.get(next)
            && let Class::ItemBelow(number) = block.class
        {
            self.number = digits(text, block.words() + start).map(|digits| (number.into(), digits));
            self.after = (next + 1, start + block.len);
        }
    }

    /// Case number and marks between the title and the first section.
    fn read_below(&mut self, text: &str, blocks: &[Block]) {
        let (mut next, mut start) = self.after;
        let (mut labelled, mut apart) = (false, false);
        while let Some(block) = blocks.get(next) {
            let words = block.words() + start;
            // "Status: Lukket", "Sagsnr.: 12/345 Lukket"; below "Etape 1" it is said of that.
            self.closed |= !apart
                && text[words].len() <= STATUS
                && ends_in_mark(&text[words])
                && !is_of_house(&text[words]);
            match block.class {
                Class::CaseNumber if self.case_number.is_none() => {
                    self.case_number = case_number(&text[words]).map(|form| (words, form));
                }
                Class::Label(Label::CaseNumber) if self.case_number.is_none() => {
                    self.case_number = labelled_number(text, words);
                    labelled = self.case_number.is_none();
                }
                Class::LineMark(mark) => self.closed |= mark == LineMark::Closed,
                Class::Furniture
                | Class::Comment
                | Class::Code
                | Class::Label(Label::Officer | Label::ItemType) => {}
                Class::Text if self.case_number.is_none() && case_line(&text[words]).is_some() => {
                    self.case_number = named_number(text, words);
                }
                Class::Text if self.case_number.is_none() && block.shows(Sign::CaseNumber) => {
                    self.case_number = unlabelled_number(text, words);
                }
                Class::Text if labelled || self.case_number.is_none() && next < self.after.0 + 2 => {
                    // "Sagsnr.: 20/33839   Dok.nr.: 5" and "BR 366/07": other lines may stand between.
                    if block.is(Flag::Stopped) || text[words].len() > 40 {
                        return;
                    }
                    apart = true;
                }
                _ => return,
            }
            next += 1;
            start += block.len;
        }
    }
}

/// Is all of `words` in one pair of brackets?
fn is_in_brackets(words: &str) -> bool {
    let inner = words.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    inner.is_some_and(|inner| !inner.contains(['(', ')']))
}

/// The case number after a label, of a known form or any other: "Sagsnr.: 20/33839", "Sagsnr. S2024-12345".
fn labelled_number(text: &str, words: TextRange) -> Option<(TextRange, CaseNumberForm)> {
    let parts = || text[words].split(|c: char| is_space(c) || c == ':');
    let known = parts().find_map(|part| case_number(part).map(|form| (range_of(text, part), form)));
    let written = |c: char| c.is_alphanumeric() || matches!(c, '.' | '/' | '-');
    let digits = |part: &&str| {
        let n = part.bytes().filter(u8::is_ascii_digit).count();
        n >= 4 && part.len() <= 40 && part.chars().all(written)
    };
    let other = || {
        parts()
            .find(digits)
            .filter(|part| !begins_as_kle(part))
            .map(|part| (range_of(text, part), CaseNumberForm::Other))
    };
    known.or_else(other)
}

/// The case number of a line that is nothing but a label and it: "Sag: 18-3304".
fn named_number(text: &str, words: TextRange) -> Option<(TextRange, CaseNumberForm)> {
    let (number, form) = case_line(&text[words])?;
    let place = range(number.start, number.end) + words.start();
    (form != CaseNumberForm::Other || !begins_as_kle(&text[place])).then_some((place, form))
}

/// The case number that a whole line has the shape of.
fn unlabelled_number(text: &str, words: TextRange) -> Option<(TextRange, CaseNumberForm)> {
    let line = &text[words];
    let other = (!begins_as_kle(line)).then_some(CaseNumberForm::Other);
    case_number(line).or(other).map(|form| (words, form))
}

/// Does a number begin as those of KLE, "85.02.02-", and is none of them? Then a digit or a letter of it is a slip.
fn begins_as_kle(words: &str) -> bool {
    let shape = |at: usize, byte: u8| if at % 3 == 2 { byte == b'.' } else { byte.is_ascii_digit() };
    words.as_bytes().get(..8).is_some_and(|start| start.iter().enumerate().all(|(at, byte)| shape(at, *byte)))
}

/// Where the words of a line begin, behind indentation and the signs of a Markdown heading.
fn behind_marks(line: &str) -> usize {
    line.len() - line.trim_start_matches(|c| is_space(c) || c == '#').len()
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
