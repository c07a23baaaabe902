//! Hides what a `privacy/*` rule has found, wherever the text is shown: the digits, and all of an e-mail address.
//!
//! What looks like a CPR number is hidden whether or not a rule was run that would have found it, since a line may be
//! shown for another reason.

use std::borrow::Cow;
use std::ops::Range;

use rules::lint::Diagnostic;
use rules::text::edit::Edit;
use rules::text::lines::floor_boundary;
use rules::text::{TextRange, TextSize};

/// Stands for each character that is hidden.
const HIDDEN: char = '•';

/// Between date and serial number of a CPR number: "010203-0000", "010203 - 0000".
const MOST_BETWEEN: usize = 3;

/// The digits of a CPR number.
const DIGITS: usize = 10;

/// The longest CPR number in bytes, with room for spaces of three bytes.
const LONGEST: usize = 24;

/// No message quotes more than this.
const LONGEST_QUOTED: TextSize = TextSize::new(200);

/// What must not be shown of one text.
pub(super) struct Mask<'t> {
    text: &'t str,
    /// Sorted and apart.
    found: Vec<TextRange>,
}

impl<'t> Mask<'t> {
    /// Hides what the privacy rules among `diagnostics` found in `text`.
    pub(super) fn new(text: &'t str, diagnostics: &[Diagnostic]) -> Self {
        let private = diagnostics.iter().filter(|diagnostic| diagnostic.rule.group() == "privacy");
        let mut ranges: Vec<TextRange> = private.map(|diagnostic| diagnostic.range).collect();
        ranges.sort_by_key(|range| (range.start(), range.end()));
        let mut found: Vec<TextRange> = Vec::with_capacity(ranges.len());
        for range in ranges {
            match found.last_mut() {
                Some(last) if range.start() < last.end() => *last = last.cover(range),
                _ => found.push(range),
            }
        }
        Self { text, found }
    }

    /// The text at `range` as it may be shown: one character for each, so that columns stay.
    pub(super) fn excerpt(&self, range: TextRange) -> String {
        printed(self.hidden(range))
    }

    /// `words` about `diagnostic` as they may be shown.
    pub(super) fn words(&self, words: &str, diagnostic: &Diagnostic) -> String {
        printed(Cow::Owned(self.hidden_words(words, diagnostic)))
    }

    /// Would `words`, which a fix of `diagnostic` writes, show what is hidden?
    pub(super) fn forbids(&self, words: &str, diagnostic: &Diagnostic) -> bool {
        self.hidden_words(words, diagnostic) != words
    }

    fn hidden(&self, range: TextRange) -> Cow<'_, str> {
        let (start, end) = (usize::from(range.start()), usize::from(range.end()));
        let from = floor_boundary(self.text, start.saturating_sub(LONGEST));
        let to = floor_boundary(self.text, end + LONGEST);
        let n_digits = self.text.as_bytes()[from..to].iter().filter(|byte| byte.is_ascii_digit()).count();
        // Nearly every line: too few digits for a number, and nothing found in it.
        if n_digits < DIGITS && self.touching(range).is_empty() {
            return Cow::Borrowed(&self.text[start..end]);
        }
        let numbers = cpr_like(&self.text[from..to]);
        let is_number = |at: usize| numbers.iter().any(|number| number.contains(&(at - from)));
        let shown = |(i, c): (usize, char)| {
            let at = start + i;
            if self.hides(at, c) || (c.is_ascii_digit() && is_number(at)) { HIDDEN } else { c }
        };
        self.text[start..end].char_indices().map(shown).collect()
    }

    fn hidden_words(&self, words: &str, diagnostic: &Diagnostic) -> String {
        let edits = diagnostic.fixes.iter().flat_map(|fix| fix.edits.iter().map(Edit::range));
        let related = diagnostic.related.iter().map(|related| related.range);
        let mut words = words.to_owned();
        for range in related.chain(edits).chain([diagnostic.range]) {
            for found in self.touching(range).iter().filter(|found| found.len() <= LONGEST_QUOTED) {
                words = words.replace(&self.text[*found], &self.hidden(*found));
            }
        }
        let mask = Mask { text: &words, found: Vec::new() };
        match mask.hidden(TextRange::up_to(TextSize::of(words.as_str()))) {
            Cow::Borrowed(_) => words,
            Cow::Owned(hidden) => hidden,
        }
    }

    fn hides(&self, at: usize, c: char) -> bool {
        let after = self.found.partition_point(|range| usize::from(range.start()) <= at);
        let Some(range) = after.checked_sub(1).map(|i| self.found[i]) else { return false };
        let inside = at < usize::from(range.end());
        inside && (c.is_numeric() || (c.is_alphabetic() && self.is_address(range)))
    }

    fn is_address(&self, range: TextRange) -> bool {
        let words = &self.text[range];
        words.contains('@') && !words.contains(char::is_whitespace)
    }

    fn touching(&self, range: TextRange) -> &[TextRange] {
        let from = self.found.partition_point(|found| found.end() <= range.start());
        let to = self.found.partition_point(|found| found.start() < range.end());
        &self.found[from..to.max(from)]
    }
}

/// `words` without characters that could rewrite the terminal that shows them.
fn printed(words: Cow<'_, str>) -> String {
    // 0xc2 begins the control characters above ASCII.
    let may_control = |byte: u8| byte < b' ' || matches!(byte, 0x7f | 0xc2);
    match words.bytes().any(may_control) {
        true => words.chars().map(printable).collect(),
        false => words.into_owned(),
    }
}

/// A control character in a text could rewrite the terminal that shows it.
fn printable(c: char) -> char {
    if c.is_control() && c != '\t' { char::REPLACEMENT_CHARACTER } else { c }
}

/// Six digits that may be a day and a month, and four more.
fn cpr_like(text: &str) -> Vec<Range<usize>> {
    let mut numbers = Vec::new();
    let mut after_digit = false;
    for (at, c) in text.char_indices() {
        if c.is_ascii_digit() && !after_digit {
            numbers.extend(cpr_end(&text[at..]).map(|len| at..at + len));
        }
        after_digit = c.is_ascii_digit();
    }
    numbers
}

/// The bytes that a CPR number takes at the start of `text`.
fn cpr_end(text: &str) -> Option<usize> {
    let day = text.get(..2)?.parse().ok()?;
    let month = text.get(2..4)?.parse().ok()?;
    // A substitute number has 60 added to its day.
    let date = matches!(day, 1..=31 | 61..=91) && matches!(month, 1..=12);
    let rest = text.get(6..)?;
    let between = rest.find(|c: char| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '-' | '‑' | '–' | '.'))?;
    let serial = &rest[between..];
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let whole =
        digits(&text[..6]) == 6 && digits(serial) == 4 && rest[..between].chars().count() <= MOST_BETWEEN;
    (date && whole).then_some(6 + between + 4)
}

#[cfg(test)]
pub(super) mod tests {
    use super::Mask;
    use rules::lint::{Check, Diagnostic, Example, Fixes, Note, Rule, Severity, Text};
    use rules::text::{TextRange, TextSize, range};
    use rules::zones::ZoneSet;

    static RULE: Rule = Rule {
        name: "privacy/invented",
        summary: Text { da: "", en: "" },
        why: Text { da: "", en: "" },
        source: "",
        severity: Severity::Error,
        on: true,
        fixes: Fixes::None,
        zones: ZoneSet::ALL,
        options: &[],
        example: Example { house: "generel", before: "", after: "" },
        check: Check::Item(|_, _| {}),
    };

    /// A finding of a privacy rule at `words` of `text`.
    pub(in crate::report) fn finding(text: &str, words: &str) -> Diagnostic {
        let start = text.find(words).expect("the words stand in the text");
        Diagnostic {
            rule: &RULE,
            severity: Severity::Error,
            range: range(start, start + words.len()),
            note: Note::new("", ""),
            related: Vec::new(),
            fixes: Vec::new(),
            habit: None,
        }
    }

    fn all(text: &str, diagnostics: &[Diagnostic]) -> String {
        Mask::new(text, diagnostics).excerpt(TextRange::up_to(TextSize::of(text)))
    }

    #[test]
    fn digits_that_a_privacy_rule_found_are_hidden() {
        let text = "tlf. 12 34 56 78, sag 21-014448";
        assert_eq!(all(text, &[finding(text, "12 34 56 78")]), "tlf. •• •• •• ••, sag 21-014448");
    }

    #[test]
    fn all_of_an_address_is_hidden() {
        let text = "skriv til anna.holm2@mail.dk nu";
        assert_eq!(all(text, &[finding(text, "anna.holm2@mail.dk")]), "skriv til ••••.•••••@••••.•• nu");
    }

    #[test]
    fn what_looks_like_a_cpr_number_is_hidden_in_any_case() {
        for text in ["010203-0000", "0102030000", "010203 0000", "610203\u{a0}–\u{a0}0000", "x010203-0000."]
        {
            assert!(!all(text, &[]).contains(|c: char| c.is_ascii_digit()), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_shown() {
        for text in [
            "401122-0000",
            "011322-0000",
            "01020300000",
            "12.345.678 kr.",
            "14-09-2020",
            "85.02.02-P35-12-22",
        ] {
            assert_eq!(all(text, &[]), text);
        }
    }

    #[test]
    fn a_number_cut_by_the_excerpt_is_hidden_too() {
        let text = "ansøger 010203-0000 er";
        let mask = Mask::new(text, &[]);
        assert_eq!(mask.excerpt(range(13, 23)), "••-•••• er");
    }

    #[test]
    fn messages_do_not_repeat_what_is_hidden() {
        let text = "konto 1234 5678";
        let mask = Mask::new(text, &[finding(text, "1234 5678")]);
        let words = "\"1234 5678\" mangler mellemrum";
        assert_eq!(mask.words(words, &finding(text, "8")), "\"•••• ••••\" mangler mellemrum");
        assert_eq!(mask.words(words, &finding(text, "konto")), words);
        assert!(mask.forbids("1234 5678", &finding(text, "8")) && !mask.forbids("\n", &finding(text, "8")));
    }

    #[test]
    fn control_characters_do_not_reach_the_terminal() {
        assert_eq!(all("a\u{1b}[31m\tb", &[]), "a\u{fffd}[31m\tb");
    }
}
