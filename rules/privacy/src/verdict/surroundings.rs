//! The signs around ten digits: whether they are part of something longer, or of an address.

use super::label::{WORDS, is_of_paper_word, is_person};
use crate::number::Joint;
use danish::lexicon::readings;
use text::{TextRange, is_space};

/// What stands before and after a number.
pub(super) struct Surroundings<'t> {
    before: &'t str,
    after: &'t str,
    /// Does another number that can be personal stand right before, and right after?
    beside: [bool; 2],
}

impl<'t> Surroundings<'t> {
    /// Those of the number at `at`, which stands between the numbers `beside`.
    pub(super) fn new(text: &'t str, at: TextRange, beside: [Option<TextRange>; 2]) -> Self {
        /// In bytes: a longer address is cut.
        const REACH: usize = 300;
        let (start, end) = (usize::from(at.start()), usize::from(at.end()));
        // "010203-1234/020304-1234"
        let touch = |from: usize, to: usize| from <= to && !text[from..to].contains(char::is_alphanumeric);
        let [former, next] = beside;
        Self {
            before: &text[text.floor_char_boundary(start.saturating_sub(REACH))..start],
            after: &text[end..text.floor_char_boundary((end + REACH).min(text.len()))],
            beside: [
                former.is_some_and(|former| touch(former.end().into(), start)),
                next.is_some_and(|next| touch(end, next.start().into())),
            ],
        }
    }

    /// Is it a part of a longer number, a code, an amount or a row of figures?
    pub(super) fn is_part_of_more(&self, joint: Joint) -> bool {
        let bare = matches!(joint, Joint::None | Joint::Space);
        let [former, next] = self.beside;
        (!former && self.goes_before(bare)) || (!next && self.goes_on(bare)) || self.is_lettered(bare)
    }

    fn goes_before(&self, bare: bool) -> bool {
        let mut signs = self.before.chars().rev();
        let last = signs.next();
        let digit_before = |glue: fn(char) -> bool| {
            let rest = self.before.trim_end_matches(glue);
            rest.len() < self.before.len() && rest.ends_with(|c: char| c.is_ascii_digit())
        };
        let glued = last.is_some_and(is_glue)
            && signs.next().is_some_and(|c| c.is_ascii_digit())
            && !self.follows_count(&[':']);
        let figures = bare && digit_before(is_space) && !self.follows_year();
        let sign = match last {
            Some('+') => true,
            Some('#' | '$' | '€' | '%') => bare,
            _ => false,
        };
        glued || figures || sign || token(self.before.chars().rev()).contains(|c: char| c.is_ascii_digit())
    }

    /// "Barn 1:": do a word or the beginning of the line, one or two digits and one of `signs` stand right before?
    pub(super) fn follows_count(&self, signs: &[char]) -> bool {
        let Some(rest) = self.before.strip_suffix(signs) else { return false };
        let word = rest.trim_end_matches(|c: char| c.is_ascii_digit());
        let is_count = (1..=2).contains(&(rest.len() - word.len()));
        let bare = word.trim_end_matches([' ', '\u{a0}']);
        let is_label = bare.len() < word.len() && bare.ends_with(|c: char| c.is_alphabetic() || c == '.');
        is_count && (bare.is_empty() || bare.ends_with('\n') || is_label)
    }

    /// Does nothing but a count and a sign stand before it on its line: "12/010203-1234"?
    pub(super) fn is_counted_line(&self) -> bool {
        let line = self.before.rsplit('\n').next().unwrap_or_default().trim_start();
        self.follows_count(&['/']) && line.chars().all(|c| c.is_ascii_digit() || c == '/')
    }

    fn goes_on(&self, bare: bool) -> bool {
        let mut signs = self.after.chars();
        let glued = signs.next().is_some_and(is_glue) && signs.next().is_some_and(|c| c.is_ascii_digit());
        let rest = self.after.trim_start_matches(is_space);
        let figures = bare && rest.len() < self.after.len() && rest.starts_with(|c: char| c.is_ascii_digit());
        glued || figures || token(self.after.chars()).contains(|c: char| c.is_ascii_digit())
    }

    /// "A0102031234", "010203-1234K": letters make it a code, unless a word is glued to it: to ten bare digits only one for a
    /// person, "Borger0102031234", or one behind that is no capital and no single letter, "0102031234har".
    fn is_lettered(&self, bare: bool) -> bool {
        let before = letters(self.before.chars().rev());
        let after = letters(self.after.chars());
        let single = |n: usize| n == 1;
        if !bare {
            // "A010203-1234B"
            return (single(before) && after < 2) || (before == 0 && single(after) && !self.is_genitive());
        }
        let word = |n: usize| self.before[self.before.len() - n..].to_lowercase();
        let bytes = self.before.len() - self.before.trim_end_matches(char::is_alphabetic).len();
        let glued_before = before > 0 && !is_person(&word(bytes)) && !is_of_paper_word(&word(bytes));
        let glued_after = after > 0 && !self.is_genitive() && !self.is_word_behind();
        glued_before || glued_after
    }

    /// "x010203-1234": one small letter too many. Codes have capitals.
    pub(super) fn is_mistyped(&self) -> bool {
        let mut before = self.before.chars().rev();
        let small = before.next().is_some_and(|c| c.is_alphabetic() && c.is_lowercase());
        small
            && !before.next().is_some_and(char::is_alphanumeric)
            && !self.after.starts_with(char::is_alphanumeric)
    }

    /// "0102031234har søgt"
    fn is_word_behind(&self) -> bool {
        let rest = self.after.trim_start_matches(char::is_alphabetic);
        let word = &self.after[..self.after.len() - rest.len()];
        let ends = !rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '_'));
        word.len() > 1 && ends && word.chars().all(char::is_lowercase) && !readings(word).is_none()
    }

    /// "010203-1234s sag"
    fn is_genitive(&self) -> bool {
        self.after.strip_prefix('s').is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    }

    /// "i februar 2021 010203 1234"
    fn follows_year(&self) -> bool {
        let mut words = self.before.split_whitespace().rev();
        let year = words
            .next()
            .is_some_and(|word| word.len() == 4 && (word.starts_with("19") || word.starts_with("20")));
        year && words.next().is_some_and(|word| word.chars().all(char::is_alphabetic))
    }

    /// Does a sentence, a line or what stands in brackets begin with it?
    pub(super) fn begins_sentence(&self) -> bool {
        let before = self.before.trim_end_matches(is_space);
        before.is_empty() || before.ends_with(['\n', '.', '!', '?', '(', ';'])
    }

    /// "Ansøgning0102031234"
    pub(super) fn is_glued_to_paper(&self) -> bool {
        let word = &self.before[self.before.trim_end_matches(char::is_alphabetic).len()..];
        !word.is_empty() && is_of_paper_word(&word.to_lowercase())
    }

    /// Do letters stand right before or right after?
    pub(super) fn glued(&self) -> bool {
        letters(self.before.chars().rev()) + letters(self.after.chars()) > 0
    }

    /// Does a sign join it to a name: "bilag_010203_1234"?
    pub(super) fn is_joined(&self) -> bool {
        self.glued() || self.before.ends_with(['_', '/']) || self.after.starts_with(['_', '/'])
    }

    /// "XA-010203-1234"
    pub(super) fn is_code(&self) -> bool {
        let Some(rest) = self.before.strip_suffix('-') else { return false };
        let word = &rest[rest.trim_end_matches(char::is_alphanumeric).len()..];
        !word.is_empty() && word.len() <= 6 && word.chars().all(char::is_uppercase)
    }

    /// Is it the name of a file in an address, or one that a camera or scanner gave?
    pub(super) fn is_named_file(&self) -> bool {
        let name = self.after.split(char::is_whitespace).next().unwrap_or("");
        let has_ending = name.rsplit_once('.').is_some_and(|(_, end)| (2..=5).contains(&end.len()));
        (self.in_address() && (has_ending || self.before.ends_with('='))) || self.is_scanned()
    }

    /// "0102031234@borger.fjordby.dk"
    pub(super) fn is_mailbox(&self) -> bool {
        self.after.strip_prefix('@').is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
    }

    /// "scan_0102031234.pdf"
    pub(super) fn is_scanned(&self) -> bool {
        let word = self.before.trim_end_matches(['_', '-', ' ']);
        let word = word[word.trim_end_matches(char::is_alphabetic).len()..].to_lowercase();
        WORDS.scanners.contains(&word)
    }

    /// Does it stand in an address of the web?
    pub(super) fn in_address(&self) -> bool {
        let word = self.before.rsplit(char::is_whitespace).next().unwrap_or("");
        word.contains("://") || word.contains("www.")
    }

    /// "fjordby.dk/artikel-010203-1234": a word in front that names no person and no paper about one.
    pub(super) fn is_page(&self) -> bool {
        let Some(rest) = self.before.strip_suffix('-') else { return false };
        let word = rest[rest.trim_end_matches(char::is_alphabetic).len()..].to_lowercase();
        let lists = [&WORDS.papers, &WORDS.personal_papers, &WORDS.letters, &WORDS.own_cases];
        let about = lists.into_iter().flatten().any(|begin| word.starts_with(&**begin));
        self.in_address() && word.chars().count() > 2 && !about && !is_person(&word)
    }

    /// Does a unit follow: "010203 1234 kr."?
    pub(super) fn is_counted(&self) -> bool {
        let after = self.after.trim_start_matches(is_space);
        let unit = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("").to_lowercase();
        after.starts_with('%') || WORDS.units.contains(&unit)
    }

    /// "logget 150422 1430": does a word stand right before that a day and an hour follow?
    pub(super) fn follows_clock(&self) -> bool {
        self.follows(&WORDS.clocks)
    }

    /// "den 070326-1400": does a word stand right before that a day follows?
    pub(super) fn follows_day(&self) -> bool {
        self.follows(&WORDS.days)
    }

    fn follows(&self, words: &[String]) -> bool {
        let before = self.before.trim_end_matches(|c: char| is_space(c) || matches!(c, ':' | '.'));
        let word = before[before.trim_end_matches(char::is_alphabetic).len()..].to_lowercase();
        words.contains(&word)
    }

    /// Do the lines before and after hold words, as those of a paragraph do?
    pub(super) fn runs_on(&self) -> bool {
        let letters = |line: &str| line.contains(char::is_alphabetic);
        let before = self.before.rsplit('\n').next().unwrap_or("");
        let after = self.after.split('\n').next().unwrap_or("");
        letters(before) && (after.is_empty() || letters(after) || after.starts_with('.'))
    }
}

fn is_glue(c: char) -> bool {
    matches!(c, '.' | ',' | '-' | '–' | '/' | ':')
}

/// The letters, digits and hyphens up to the next other sign.
fn token(signs: impl Iterator<Item = char>) -> String {
    signs.take_while(|c| c.is_alphanumeric() || *c == '-').take(40).collect()
}

fn letters(signs: impl Iterator<Item = char>) -> usize {
    signs.take_while(|c| c.is_alphabetic()).count()
}
