//! Hides what is private in a text, wherever the text is shown: the digits of personal numbers and of what a `privacy/*`
//! rule has found, and all of an e-mail address.
//!
//! What is hidden is the number and never the heading it stands in: who reads a report must find the place.

mod follow;

use std::borrow::Cow;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::card::cards_of;
use super::digits::{Chain, chains};
use super::groups::groups;
use super::misread::stands_for_digit;
use super::number::Number;
use super::phone::phones_beside;
use super::recogniser::in_chain;
use super::shown::Shown;
use super::verdict::{Verdict, in_address, is_surely_another, weighed_days};
use lint::Diagnostic;
use text::edit::Edit;
use text::{TextRange, TextSize};

/// Stands for each character that is hidden.
pub const HIDDEN: char = '•';

/// No message quotes more than this.
const LONGEST_QUOTED: TextSize = TextSize::new(200);

/// Where private numbers stand in a text, whether or not a rule was run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Secrets {
    /// Sorted and apart.
    ranges: Vec<TextRange>,
}

impl Secrets {
    /// Those of `text` by their form alone: what is no document has around a number what says nothing of it, the name of a file, a
    /// row of values, the signs of a list of changes.
    pub fn of(text: &str) -> Self {
        Self::hidden(text, ByForm::of(text))
    }

    /// Those of `text`, which is a document: what has their form, unless the words or the signs around it say surely that it is
    /// something else. So it is all that the rule tells, and more. In an address of the web nothing says so: nobody reads it for
    /// its digits.
    pub fn in_document(text: &str) -> Self {
        let ByForm { numbers, mut groups, cards } = ByForm::of(text);
        let (days, mut numbers): (Vec<Number>, Vec<Number>) =
            numbers.into_iter().partition(|number| number.is_day);
        let mut others = Vec::new();
        let mut told = Vec::new();
        for (number, verdict) in weighed_days(text, days, &|_| false) {
            match verdict {
                Verdict::Another if !in_address(text, number.range) => others.push(number.range),
                _ => told.push(number),
            }
        }
        let others = apart(others);
        let may_be_one = |range: TextRange| {
            let is_other = || is_surely_another(text, range) && !in_address(text, range);
            touching(&others, range).is_empty() && !is_other()
        };
        numbers.retain(|number| may_be_one(number.range));
        numbers.extend(told);
        groups.retain(|range| may_be_one(*range));
        Self::hidden(text, ByForm { numbers, groups, cards })
    }

    /// What is `found` in `text`, and the telephones beside.
    fn hidden(text: &str, found: ByForm) -> Self {
        let beside = found.numbers.iter().flat_map(|number| phones_beside(text, number));
        let numbers = found.numbers.iter().map(|number| number.range).chain(beside);
        Self { ranges: apart(numbers.chain(found.groups).chain(found.cards).collect()) }
    }

    /// Where they stand, in order.
    pub fn ranges(&self) -> Vec<TextRange> {
        self.ranges.clone()
    }

    /// Is there none?
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// Does byte `at` lie in one?
    pub fn hold(&self, at: usize) -> bool {
        around(&self.ranges, at).is_some()
    }

    /// Does `range` touch one?
    pub fn touch(&self, range: TextRange) -> bool {
        !touching(&self.ranges, range).is_empty()
    }
}

/// Where ten digits of `text` have the form of a personal number, in order, whatever stands around them.
pub fn by_form(text: &str) -> Vec<TextRange> {
    let ByForm { numbers, groups, .. } = ByForm::of(text);
    apart(numbers.iter().map(|number| number.range).chain(groups).collect())
}

/// What has the form of a private number.
#[derive(Default)]
struct ByForm {
    /// In order.
    numbers: Vec<Number>,
    /// Ten digits in other groups.
    groups: Vec<TextRange>,
    /// Those of payment cards.
    cards: Vec<TextRange>,
}

impl ByForm {
    fn of(text: &str) -> Self {
        let mut found = Self::default();
        for chain in chains(text).filter(Chain::is_long_enough) {
            found.numbers.extend(in_chain(text, &chain));
            found.groups.extend(groups(text, &chain));
            found.cards.extend(cards_of(text, &chain));
        }
        found
    }
}

/// `text`, which is no part of a document with findings, as it may be shown: the name of a file, a message.
pub fn shown(text: &str) -> Shown {
    let secrets = Secrets::of(text);
    if secrets.is_empty() {
        return Shown::new(text);
    }
    let hides = |at: usize, c: char| (c.is_numeric() || stands_for_digit(text, at, c)) && secrets.hold(at);
    let hide = |(at, c): (usize, char)| if hides(at, c) { HIDDEN } else { c };
    Shown::new(&text.char_indices().map(hide).collect::<String>())
}

/// What must not be shown of one text.
#[derive(Debug)]
pub struct Mask<'t> {
    text: &'t str,
    secrets: &'t Secrets,
    /// What rules found; sorted and apart.
    found: Vec<TextRange>,
}

impl<'t> Mask<'t> {
    /// Hides the personal numbers of `text`, which are its `secrets`, and what the privacy rules among `diagnostics`
    /// found in it.
    pub fn new<'d>(
        text: &'t str,
        secrets: &'t Secrets,
        diagnostics: impl IntoIterator<Item = &'d Diagnostic>,
    ) -> Self {
        let private =
            diagnostics.into_iter().filter(|diagnostic| hides(diagnostic)).map(|diagnostic| diagnostic.range);
        Self { text, secrets, found: apart(private.collect()) }
    }

    /// Hides the personal numbers of `text`, which are its `secrets`.
    pub fn by_form(text: &'t str, secrets: &'t Secrets) -> Self {
        Self { text, secrets, found: Vec::new() }
    }

    /// The text at `range` as it may be shown: one character for each, so that columns stay.
    pub fn excerpt(&self, range: TextRange) -> Shown {
        Shown::new(&self.hidden(range))
    }

    /// What is hidden in words about `diagnostic`; made once for all of them.
    pub fn about(&self, diagnostic: &Diagnostic) -> Quoted {
        let edits = diagnostic.fixes.iter().flat_map(|fix| fix.edits.iter().map(Edit::range));
        let related = diagnostic.related.iter().map(|related| related.range);
        let mut private: Vec<&str> = Vec::new();
        for range in related.chain(edits).chain([diagnostic.range]) {
            for ranges in [&self.secrets.ranges, &self.found] {
                let quoted = touching(ranges, range).iter().filter(|found| found.len() <= LONGEST_QUOTED);
                private.extend(quoted.map(|found| &self.text[*found]));
            }
        }
        Quoted::new(private)
    }

    fn hidden(&self, range: TextRange) -> Cow<'_, str> {
        let (start, words) = (usize::from(range.start()), &self.text[range]);
        if touching(&self.secrets.ranges, range).is_empty() && touching(&self.found, range).is_empty() {
            return Cow::Borrowed(words);
        }
        words.char_indices().map(|(i, c)| if self.hides(start + i, c) { HIDDEN } else { c }).collect()
    }

    fn hides(&self, at: usize, c: char) -> bool {
        let digit = (c.is_numeric() || stands_for_digit(self.text, at, c)) && self.secrets.hold(at);
        digit || around(&self.found, at).is_some_and(|found| hides_sign(&self.text[found], c))
    }
}

/// The private parts of a text that words about one finding may quote.
#[derive(Debug)]
pub struct Quoted {
    private: Option<(AhoCorasick, Vec<String>)>,
}

impl Quoted {
    fn new(private: Vec<&str>) -> Self {
        /// Fewer digits are no secret by themselves.
        const LEAST: usize = 4;
        if private.is_empty() {
            return Self { private: None };
        }
        let mut parts: Vec<(&str, String)> = Vec::new();
        for whole in private {
            let hides = |at: usize, c: char| hides_sign(whole, c) || stands_for_digit(whole, at, c);
            let hide = |(at, c): (usize, char)| if hides(at, c) { HIDDEN } else { c };
            parts.push((whole, whole.char_indices().map(hide).collect()));
            let runs = whole.split(|c: char| !c.is_numeric()).filter(|run| run.chars().count() >= LEAST);
            parts.extend(runs.map(|run| (run, run.chars().map(|_| HIDDEN).collect())));
        }
        parts.sort();
        parts.dedup();
        let (quoted, hidden): (Vec<&str>, Vec<String>) = parts.into_iter().unzip();
        // A few words, looked for once: a quicker automaton would take longer to build than it saves.
        let kind = Some(AhoCorasickKind::NoncontiguousNFA);
        let found = AhoCorasick::builder().kind(kind).match_kind(MatchKind::LeftmostLongest).build(&quoted);
        Self { private: found.ok().map(|found| (found, hidden)) }
    }

    /// `words` as they may be shown.
    pub fn shown(&self, words: &str) -> Shown {
        shown(&self.hidden(words))
    }

    /// Is nothing private in what words about the finding may quote?
    pub fn hides_nothing(&self) -> bool {
        self.private.is_none()
    }

    /// Would `words`, which a fix writes, show what is hidden?
    pub fn forbids(&self, words: &str) -> bool {
        self.private.as_ref().is_some_and(|(found, _)| found.is_match(words))
            || !Secrets::of(words).is_empty()
    }

    fn hidden<'w>(&self, words: &'w str) -> Cow<'w, str> {
        match &self.private {
            Some((found, hidden)) if found.is_match(words) => Cow::Owned(found.replace_all(words, hidden)),
            _ => Cow::Borrowed(words),
        }
    }
}

/// Is what `diagnostic` is about a private number or address? The heading of a closed item is none, nor is the line that
/// marks it: "9. Regnskab 2015 - Lukket punkt".
fn hides(diagnostic: &Diagnostic) -> bool {
    diagnostic.rule.group() == "privacy" && !diagnostic.rule.name.starts_with("privacy/closed-")
}

/// Is `c` hidden in `found`? Of an e-mail address the letters are hidden as well.
fn hides_sign(found: &str, c: char) -> bool {
    let is_address = || found.contains('@') && !found.contains(char::is_whitespace);
    c.is_numeric() || (c.is_alphabetic() && is_address())
}

fn apart(mut ranges: Vec<TextRange>) -> Vec<TextRange> {
    ranges.sort_by_key(|range| (range.start(), range.end()));
    let mut apart: Vec<TextRange> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match apart.last_mut() {
            Some(last) if range.start() < last.end() => *last = last.cover(range),
            _ => apart.push(range),
        }
    }
    apart
}

fn around(ranges: &[TextRange], at: usize) -> Option<TextRange> {
    let after = ranges.partition_point(|range| usize::from(range.start()) <= at);
    let range = *ranges.get(after.checked_sub(1)?)?;
    (at < usize::from(range.end())).then_some(range)
}

fn touching(ranges: &[TextRange], range: TextRange) -> &[TextRange] {
    let from = ranges.partition_point(|found| found.end() <= range.start());
    let to = ranges.partition_point(|found| found.start() < range.end());
    &ranges[from..to.max(from)]
}
