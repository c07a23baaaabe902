//! What a rule is: one entry of the catalog, from which help, documentation, settings and tests derive.

use super::custom::Custom;
use super::diagnostic::Severity;
use super::findings::Findings;
use super::options::RuleOption;
use super::view::{ItemView, MinutesView, NamesView, PartView};
use crate::text::needle::Needle;
use crate::zones::ZoneSet;

/// Words in both languages, fixed when the program is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// Danish.
    pub da: &'static str,
    /// English.
    pub en: &'static str,
}

/// A fault and its remedy, as documents that are really checked.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// The house style that both documents are in.
    pub house: &'static str,
    /// Raises this rule and no other of the catalog's default rules.
    pub before: &'static str,
    /// Raises nothing.
    pub after: &'static str,
}

/// Which fixes a rule offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fixes {
    /// None: only the writer knows.
    None,
    /// Some findings have a fix that cannot change the meaning.
    Safe,
    /// Some findings have a fix that a person must look at.
    Unsafe,
}

/// What a rule looks at, and so what makes it run again.
#[derive(Clone, Copy)]
pub enum Check {
    /// One item: runs again when the item changes.
    Item(fn(&ItemView<'_>, &mut Findings)),
    /// The text of the head or of one item: runs again when that text changes.
    Part(fn(&PartView<'_>, &mut Findings)),
    /// The names and long words of the head or of one item: runs again when that text changes, and when the document
    /// changes its mind about one of them.
    Names(fn(&NamesView<'_>, &mut Findings)),
    /// The text of the head or of one item, against what a municipality wrote in its configuration.
    Custom(&'static Custom),
    /// Nothing: the program finds it outside the text, such as in how the file is stored.
    Outside,
    /// The outline of the whole meeting: its head, and of the items headings, numbers, what sections there are and when
    /// which body decided. Runs again when any of these change; an edit of running text only moves what it found, so
    /// it must not read that.
    Outline(fn(&MinutesView<'_>, &mut Findings)),
    /// The whole meeting and its text: runs when the outline changes, and when what it reads of running text does.
    Minutes(fn(&MinutesView<'_>, &mut Findings), Reads),
}

/// What a rule of the whole meeting reads of running text, beside the outline.
#[derive(Clone, Copy, Debug)]
pub struct Reads {
    /// Who was there, and who acted.
    pub register: bool,
    /// The votes of decisions.
    pub votes: bool,
    /// The abbreviations in capitals, and the line they stand in.
    pub abbreviations: bool,
    /// The points of recommendations.
    pub points: bool,
    /// The lines that hold one of these words.
    pub words: &'static [Needle],
}

impl Reads {
    /// Nothing but the outline.
    pub const OUTLINE: Self =
        Self { register: false, votes: false, abbreviations: false, points: false, words: &[] };
    /// Who was there, and who acted.
    pub const REGISTER: Self = Self { register: true, ..Self::OUTLINE };
}

/// One rule.
pub struct Rule {
    /// "group/fault", the public name.
    pub name: &'static str,
    /// What it flags, in one line.
    pub summary: Text,
    /// Why it matters to those who write and read minutes, and what to write instead.
    pub why: Text,
    /// Where the norm comes from: a law, Retskrivningsordbogen, a decision of an authority. Empty for good custom.
    pub source: &'static str,
    /// How severe a finding is unless the configuration says otherwise.
    pub severity: Severity,
    /// Does it run unless it is switched off?
    pub on: bool,
    /// The fixes it offers.
    pub fixes: Fixes,
    /// Where it speaks and writes besides prose and headings; the engine holds it to that.
    pub zones: ZoneSet,
    /// What a house may set for itself.
    pub options: &'static [&'static RuleOption],
    /// A fault and its remedy.
    pub example: Example,
    /// What it looks at.
    pub check: Check,
}

/// What must be finished before a rule can judge it: while that is being written, the next letter may end the finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waits {
    /// The word.
    Word,
    /// The line.
    Line,
    /// The head, or the item: the finding is about what is missing there, or holds one line against another.
    Part,
}

/// Rules that judge one word and nothing beside it.
const OF_ONE_WORD: &[&str] =
    &["typography/abbreviation", "spelling/known-error", "spelling/unknown-word", "language/plain-words"];

/// Rules whose words are better not there at all.
const SUPERFLUOUS: &[&str] =
    &["typography/trailing-whitespace", "typography/repeated-word", "suppressions/unused"];

/// Rules about commas, of which a text has dozens where its writer sets them otherwise.
const OF_COMMAS: &[&str] = &[
    "spelling/comma-clause",
    "spelling/comma-infinitive",
    "spelling/comma-main-clause",
    "spelling/comma-same-subject",
    "spelling/comma-verb",
];

impl Rule {
    /// What must be finished before its findings are true.
    pub fn waits(&self) -> Waits {
        match (&self.check, self.group()) {
            (Check::Item(_) | Check::Outline(_) | Check::Minutes(..), _) | (_, "references") => Waits::Part,
            (Check::Names(_) | Check::Custom(_) | Check::Outside, _) | (_, "privacy") => Waits::Word,
            _ if OF_ONE_WORD.contains(&self.name) => Waits::Word,
            _ => Waits::Line,
        }
    }

    /// Are the words that it flags better not there at all? Editors show such words faded.
    pub fn flags_the_superfluous(&self) -> bool {
        SUPERFLUOUS.contains(&self.name)
    }

    /// Is it about a comma? A report counts those that are worth knowing of, and no more: they would hide the rest.
    pub fn is_about_commas(&self) -> bool {
        OF_COMMAS.contains(&self.name)
    }

    /// "dates" in "dates/weekday".
    pub fn group(&self) -> &'static str {
        // Asked so often, of so short a name, that looking at its bytes is quicker than a search.
        self.name.bytes().position(|byte| byte == b'/').map_or(self.name, |end| &self.name[..end])
    }
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Rule {}
