//! A name for a finding that stays when the text around it changes: what baselines and code quality services compare.
//!
//! It is made of the rule, the item, the words of the line near the finding, and a count among equal ones. The words
//! further off on the line are left out, since a paragraph is often one line. CPR numbers are no part of it: ten digits
//! could be guessed from their hash.

use std::collections::HashMap;

use rules::document::Document;
use rules::lint::Diagnostic;
use rules::text::lines::{Lines, floor_boundary};
use rules::text::{TextRange, TextSize};

use super::ItemName;

/// This many words on each side of a finding are part of its name.
const WORDS: usize = 5;

/// Words are looked for in so many bytes on each side.
const REACH: usize = 200;

/// Names the findings of one file, which must come in their order.
pub(super) struct Fingerprints<'d> {
    document: &'d Document,
    text: &'d str,
    lines: &'d Lines,
    seen: HashMap<u64, u64>,
}

impl<'d> Fingerprints<'d> {
    /// For the findings of `document`.
    pub(super) fn new(document: &'d Document) -> Self {
        Self { document, text: document.text(), lines: document.lines(), seen: HashMap::new() }
    }

    /// The name of the next finding, which lies in `item`: 16 hexadecimal digits.
    pub(super) fn next(&mut self, diagnostic: &Diagnostic, item: ItemName<'_>) -> String {
        let mut hash = Hash::new();
        hash.add(diagnostic.rule.name);
        hash.add(item.number.or(item.title).unwrap_or_default());
        // Only this finding's own match is hidden: the name must not depend on which other rules are run.
        let mask = self.document.mask(std::slice::from_ref(diagnostic));
        // A line end is a sign like others, as it was when the first names were given.
        let excerpt = |range| mask.excerpt(range).replace(['\n', '\r'], "\u{fffd}");
        let (before, found, after) = self.around(diagnostic.range);
        let before = excerpt(before);
        let mut before: Vec<&str> = before.split_whitespace().rev().take(WORDS).collect();
        before.reverse();
        hash.add(&before.join(" "));
        hash.add(&excerpt(found).split_whitespace().collect::<Vec<_>>().join(" "));
        hash.add(&excerpt(after).split_whitespace().take(WORDS).collect::<Vec<_>>().join(" "));
        let nth = self.seen.entry(hash.0).or_default();
        hash.add(&nth.to_string());
        *nth += 1;
        format!("{:016x}", hash.0)
    }

    /// What stands on the lines of `range` near before it, in it, and near after it.
    fn around(&self, range: TextRange) -> (TextRange, TextRange, TextRange) {
        let cut = |offset: usize| TextSize::new(floor_boundary(self.text, offset) as u32);
        let first = self.lines.start_of(self.lines.line_of(range.start()));
        let last = self.lines.range_of(self.lines.line_of(range.end())).end();
        let start = cut(range.start().into());
        let end = cut(range.end().into()).max(start);
        let from = cut(usize::from(start).saturating_sub(REACH)).max(first);
        let to = cut(usize::from(end) + REACH).min(last).max(end);
        let shown = cut(usize::from(start) + REACH).min(end);
        (TextRange::new(from, start), TextRange::new(start, shown), TextRange::new(end, to))
    }
}

/// A number for `words`, the same on every machine.
pub fn hash(words: &str) -> u64 {
    let mut hash = Hash::new();
    hash.add(words);
    hash.0
}

/// FNV-1a: short, and the same on every machine and in every version.
struct Hash(u64);

impl Hash {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, words: &str) {
        // A byte that no text holds keeps "ab" + "c" from being "a" + "bc".
        for byte in words.bytes().chain([0xff]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Fingerprints, ItemName};
    use crate::outside::rule;
    use rules::document::Document;
    use rules::lint::{Diagnostic, Note, Severity};
    use rules::text::range;

    /// A finding of a privacy rule at `words` of `text`.
    fn finding(text: &str, words: &str) -> Diagnostic {
        let rule = rule("privacy/cpr-number").expect("a rule");
        let start = text.find(words).expect("the words stand in the text");
        Diagnostic::new(rule, Severity::Error, range(start, start + words.len()), Note::new("", ""))
    }

    fn names(text: &str, words: &[&str]) -> Vec<String> {
        let document = Document::new(Default::default(), text.to_owned());
        let mut fingerprints = Fingerprints::new(&document);
        let item = ItemName { number: Some("1"), title: None };
        words.iter().map(|words| fingerprints.next(&finding(text, words), item)).collect()
    }

    #[test]
    fn edits_elsewhere_leave_it() {
        let before = names("Et ord er galt her i dag.\n", &["galt"]);
        assert_eq!(before, names("Ny linje.\n\nEt ord  er galt her i\u{a0}dag.\nSlut.\n", &["galt"]));
        assert_ne!(before, names("Et ord er galt der i dag.\n", &["galt"]));
    }

    #[test]
    fn equal_findings_are_counted() {
        let names = names("galt\n", &["galt", "galt"]);
        assert_ne!(names[0], names[1]);
    }

    #[test]
    fn a_cpr_number_is_no_part_of_it() {
        let of = |number: &str| names(&format!("Ansøger {number} har galt svar.\n"), &[number, "galt"]);
        assert_eq!(of("010203-0000"), of("020304-1111"));
    }
}
