//! Which lines under a closed item say something: no number, mark or absence, and nothing that the page prints.

use confidential::closed::{ends_meeting, is_signature, is_tail};
use confidential::closure::says_little;
use lint::ItemView;
use syntax::cased::case_line;
use syntax::{Block, Class, Flag, Label};
use text::{TextRange, TextSize};

/// The lines that say something: not numbers, marks, absence, nor what the page prints; up to the end of the meeting.
pub(super) fn said<'v>(
    view: &'v ItemView<'_>,
    blocks: impl Iterator<Item = (TextSize, Block)> + 'v,
) -> impl Iterator<Item = TextRange> + 'v {
    let blocks: Vec<(TextSize, Block)> = blocks.collect();
    let end = tail(view, &blocks);
    blocks
        .into_iter()
        .take(end)
        .take_while(|(start, block)| !ends_meeting(block.class, view.words(block.words() + *start)))
        .filter(|(_, block)| !block.words().is_empty())
        .filter(|(start, block)| match block.class {
            Class::Furniture | Class::Comment | Class::Blank | Class::Part { .. } => false,
            Class::CaseNumber | Class::Label(Label::CaseNumber) => {
                tells_more_than_number(view.words(block.words() + *start))
            }
            Class::LineMark(_) | Class::Contents | Class::ContentsEntry => false,
            Class::Label(label) => !HARMLESS.contains(&label),
            // "Sags ID: REG-2025-00502", "EMN-2025-001234".
            Class::Text => {
                let line = view.words(block.words() + *start);
                match case_line(line) {
                    Some(_) => tells_more_than_number(line),
                    None => !is_number_of_case(line),
                }
            }
            _ => true,
        })
        .map(|(start, block)| block.words() + start)
}

/// Where a tail of the minutes begins among `blocks`, or how many they are: "Referent: Lis Olesen" below a blank line, with
/// nothing but names behind.
fn tail(view: &ItemView<'_>, blocks: &[(TextSize, Block)]) -> usize {
    let words = |at: usize| view.words(blocks[at].1.words() + blocks[at].0);
    let signed = (0..blocks.len()).rev().take_while(|at| is_signature(words(*at))).last();
    let is_apart = |at: usize| at == 0 || blocks[at - 1].1.is(Flag::BlankAfter);
    let mut ends = signed.unwrap_or(blocks.len())..blocks.len();
    ends.find(|at| is_apart(*at) && is_tail(words(*at))).unwrap_or(blocks.len())
}

/// "EMN-2025-001234", "S2025-1234": one word of a few capitals and more digits, as no name, no amount and no personal number
/// is written.
fn is_number_of_case(line: &str) -> bool {
    const LONGEST: usize = 30;
    const FEWEST_DIGITS: usize = 4;
    let line = line.trim();
    let capitals = line.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = line.bytes().filter(u8::is_ascii_digit).count();
    let plain = |byte: u8| {
        byte.is_ascii_digit() || byte.is_ascii_uppercase() || matches!(byte, b'-' | b'/' | b'.' | b'_')
    };
    line.len() <= LONGEST
        && (1..=5).contains(&capitals)
        && digits >= FEWEST_DIGITS
        && line.bytes().filter(u8::is_ascii_uppercase).count() < digits
        && line.bytes().all(plain)
}

/// "Sagsnr. 24/3071 om Brombærvej 4": does a line with the number of a case go on with what the case is about?
fn tells_more_than_number(line: &str) -> bool {
    let Some(at) = line.find(|c: char| c.is_ascii_digit()) else { return false };
    let Some((_, behind)) = line[at..].split_once(' ') else { return false };
    // "Dok.nr. 12" is another number.
    let is_word =
        |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() >= 4 && !word.contains("nr");
    !behind.contains(':') && behind.split_whitespace().any(is_word) && !says_little(behind)
}

const HARMLESS: &[Label] = &[Label::Absent, Label::Participants, Label::Officer, Label::EndTime, Label::Time];
