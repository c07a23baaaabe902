//! Sentences: where one ends and the next begins.
//!
//! A stop ends a sentence when white space and something that can open the next one follow. In minutes most stops
//! that do so and still end nothing belong to abbreviations ("jf. Lov om …"), to ordinals ("den 8. Marts"), to
//! initials ("J. Hansen") and to list numbers. A line of minutes is a paragraph, so its end is an end too, unless
//! the words on both sides show that the sentence goes on over it: [`goes_on`] alone decides that.

mod wrapped;

use text::TextRange;

use crate::abbreviations::abbreviations;
use crate::date::month_from;
use crate::letters::{char_before, clip, fold, is_space, is_word_part, range, word_before};
pub use wrapped::{begins_entry, goes_on, may_go_on};

/// In bytes: "10. - 12" is a list number, and nothing much longer is.
const LONGEST_LIST_NUMBER: usize = 16;

/// Words that a single letter names one of, so that its stop is the sentence's: "Se skema A. Derfor …".
const LABELS: &str = "afsnit alternativ bilag blok bygning byggefelt del delområde energimærke etape fase \
    figur forslag gruppe hus indsats kategori klasse kolonne linje liste litra lokale \
    løsning model niveau område parti plan punkt rute scenarie scenarium skema spor type \
    variant zone";

/// Small words that a person's initials follow: "v. J. Hansen".
const BEFORE_NAMES: &str = "advokat af borgmester dr for formand fra fru hr ing med til v ved";

/// The sentences of a text, in order, without the white space around them.
pub fn sentences(text: &str) -> Sentences<'_> {
    Sentences { text: clip(text), offset: 0 }
}

/// Iterator over the sentences of a text, made by [`sentences`].
#[derive(Clone, Debug)]
pub struct Sentences<'t> {
    text: &'t str,
    offset: usize,
}

impl Iterator for Sentences<'_> {
    type Item = TextRange;

    fn next(&mut self) -> Option<TextRange> {
        let rest = &self.text[self.offset..];
        let start = self.text.len() - rest.trim_start().len();
        if start == self.text.len() {
            return None;
        }

        let end = Sentence { text: self.text, start }.end();
        self.offset = end;
        Some(range(start, start + self.text[start..end].trim_end().len()))
    }
}

/// A sentence whose start is known.
#[derive(Clone, Copy)]
struct Sentence<'t> {
    text: &'t str,
    start: usize,
}

impl Sentence<'_> {
    /// Where the sentence ends, perhaps with white space.
    fn end(self) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = self.start;
        while let Some(length) = bytes[at..].iter().position(|byte| MAY_BE_END[usize::from(*byte)]) {
            at += length;
            if is_line_end(bytes[at]) {
                let Some(next) = self.after_wrap(at) else { return at };
                at = next;
                continue;
            }

            let end = after_marks(bytes, at);
            if let Some(closed) = self.ends_with(at, end) {
                return closed;
            }
            // A byte that only looked like the first of "…" is passed alone.
            at = end.max(at + 1);
        }
        bytes.len()
    }

    /// Where a sentence ends that closes with the marks from `mark` to `end`; its quotes and brackets belong to it.
    fn ends_with(self, mark: usize, end: usize) -> Option<usize> {
        if end == mark {
            return None;
        }

        let closed = after_closing(self.text, end);
        let rest = &self.text[closed..];
        let next = rest.trim_start_matches(|char| is_space(char) || char == '\t');
        let apart = next.len() < rest.len();
        match next.chars().next() {
            None => return Some(closed),
            // The line break itself is looked at next.
            Some('\n' | '\r') => return None,
            Some(_) if !apart || !opens_sentence(next) => return None,
            Some(_) => {}
        }
        let single_stop = &self.text[mark..end] == ".";
        (!single_stop || self.stop_ends(mark, next)).then_some(closed)
    }

    /// Does this single stop end the sentence, with `next` after it?
    fn stop_ends(self, stop: usize, next: &str) -> bool {
        if char_before(self.text, stop).is_some_and(|char| char.is_ascii_digit()) {
            return self.number_ends(stop, next);
        }
        if let Some(abbreviation) = abbreviations().before(self.text, stop + 1) {
            let may_end = !abbreviation.mid_sentence || abbreviation.also_word;
            return may_end && !next.starts_with(|char: char| char.is_ascii_digit());
        }
        !self.is_initial(stop)
    }

    /// "… i 2022. Byrådet" ends, "den 8. Marts", "1. 2. og 3. punkt" and a list number do not.
    fn number_ends(self, stop: usize, next: &str) -> bool {
        let before = &self.text[self.start..stop];
        let is_list_number = before.len() <= LONGEST_LIST_NUMBER
            && before.chars().all(|char| char.is_ascii_digit() || ".-–()§ ".contains(char));
        let digits = before.len() - before.trim_end_matches(|char: char| char.is_ascii_digit()).len();
        let is_ordinal =
            digits <= 2 && (next.starts_with(|char: char| char.is_ascii_digit()) || self.has_month(next));
        let word = word_before(self.text, self.text[..stop - digits].trim_end_matches(is_space).len());
        let follows_den = digits <= 2 && matches!(fold(word).as_ref(), "den" | "det" | "de");
        !is_list_number && !is_ordinal && !follows_den
    }

    fn has_month(self, next: &str) -> bool {
        month_from(next.split(|char| !is_word_part(char)).next().unwrap_or_default()).is_some()
    }

    /// "J. Hansen", "H.C. Andersen"; but "Se skema A. Derfor …" and "B og C. Imod stemte …" end a sentence.
    fn is_initial(self, stop: usize) -> bool {
        let letter = word_before(self.text, stop);
        if letter.chars().count() != 1 || !letter.chars().all(char::is_uppercase) {
            return false;
        }
        let before = &self.text[self.start..stop - letter.len()];
        let spaceless = before.trim_end_matches(is_space);
        match spaceless.chars().next_back() {
            None | Some('(' | '"' | '”' | '“' | '„' | '»') => return true,
            Some('.') if spaceless.len() == before.len() => return true,
            _ => {}
        }

        let before = spaceless.trim_end_matches('.');
        let word = word_before(before, before.len());
        let folded = fold(word);
        let is_name = word.chars().count() > 1 && word.starts_with(char::is_uppercase);
        match is_name {
            true => !LABELS.split(' ').any(|label| label == folded),
            false => BEFORE_NAMES.split(' ').any(|small| small == folded),
        }
    }

    /// Where the sentence goes on after the line break at `at`, if the line is only wrapped.
    fn after_wrap(self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        let next = rest.trim_start();
        let gap = &rest[..rest.len() - next.len()];
        let n_breaks = gap.matches(['\n', '\r']).count() - gap.matches("\r\n").count();
        let line_start = self.text[..at].rfind(['\n', '\r']).map_or(0, |index| index + 1);
        let line = self.text[line_start..at].trim_end();
        // A line with a tab is a row of a table.
        let is_wrapped = n_breaks == 1 && !line.contains('\t') && goes_on(line, next);
        is_wrapped.then_some(at + gap.len())
    }
}

/// The first bytes of marks and line ends; "…" is three bytes.
const MAY_BE_END: [bool; 256] = {
    let mut table = [false; 256];
    let bytes = b".!?\n\r\xe2";
    let mut index = 0;
    while index < bytes.len() {
        table[bytes[index] as usize] = true;
        index += 1;
    }
    table
};

fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

fn after_marks(bytes: &[u8], start: usize) -> usize {
    let mut end = start;
    loop {
        end += match bytes[end..] {
            [b'.' | b'!' | b'?', ..] => 1,
            [0xe2, 0x80, 0xa6, ..] => 3,
            _ => return end,
        };
    }
}

fn after_closing(text: &str, start: usize) -> usize {
    let closing = |char: char| matches!(char, ')' | ']' | '"' | '”' | '“' | '’' | '\'' | '»' | '«');
    text.len() - text[start..].trim_start_matches(closing).len()
}

/// Can a sentence open with this: a capital, a digit, a quote or bracket before one, a dash or bullet?
fn opens_sentence(next: &str) -> bool {
    let next = next.trim_start_matches(['"', '”', '“', '„', '»', '«', '\'', '’', '(', '[']);
    next.is_empty()
        || next.starts_with(|char: char| {
            char.is_uppercase() || char.is_ascii_digit() || matches!(char, '-' | '–' | '—' | '•' | '*' | '§')
        })
}

#[cfg(test)]
mod tests;
