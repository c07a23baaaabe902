//! What a rule is, one entry of the catalog, from which help, documentation, settings and tests derive; and what it finds.
//!
//! A rule is run with findings to leave what it finds in, and each of these names its rule: so the two are told together.

use super::custom::pattern::Custom;
use super::fix::{Applicability, Fix, Habit};
use super::options::RuleOption;
use super::severity::Severity;
use super::view::{ItemView, MinutesView, NamesView, PartView};
use super::words::{Note, Text};
use text::edit::{Edit, moved};
use text::needle::Needle;
use text::{TextRange, TextSize};
use zones::ZoneSet;

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
    /// The lines of which this holds.
    pub lines: Option<fn(&str) -> bool>,
}

impl Reads {
    /// Nothing but the outline.
    pub const OUTLINE: Self =
        Self { register: false, votes: false, abbreviations: false, points: false, words: &[], lines: None };
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

/// Rules that say of a line that it does not end as it should: nobody who rests at its end has ended it.
const OF_LINE_ENDS: &[&str] =
    &["typography/trailing-whitespace", "typography/sentence-end", "typography/quotes", "structure/cut-off"];

/// Rules that say of an item that it lacks something: nobody who rests at the end of a line there has ended it.
const OF_PART_ENDS: &[&str] =
    &["structure/required-section", "structure/empty-section", "decisions/undecided-at-point"];

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

    /// Does it judge how a line or an item ends, so that what it finds there is no fault as long as the caret stays at the end?
    pub fn judges_end(&self) -> Option<Waits> {
        let line = OF_LINE_ENDS.contains(&self.name).then_some(Waits::Line);
        line.or_else(|| OF_PART_ENDS.contains(&self.name).then_some(Waits::Part))
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

/// Another place that explains a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Where, counted as the finding is.
    pub range: TextRange,
    /// What stands there.
    pub note: Note,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// How much it matters here.
    pub severity: Severity,
    /// The words it is about.
    pub range: TextRange,
    /// One sentence on what is wrong here and why, without a final stop.
    pub note: Note,
    /// Other places that explain it.
    pub related: Vec<Related>,
    /// What may be done, the best first.
    pub fixes: Vec<Fix>,
    /// What is said once of all findings like it, where it is a habit of the whole file.
    pub habit: Option<Habit>,
    /// The sections of the house that it says are missing, by their places in the house.
    pub sections: Vec<usize>,
}

impl AsRef<Self> for Diagnostic {
    fn as_ref(&self) -> &Self {
        self
    }
}

impl AsMut<Self> for Diagnostic {
    fn as_mut(&mut self) -> &mut Self {
        self
    }
}

impl Diagnostic {
    /// A finding of `rule` at `range`, with nothing to explain it and nothing to be done.
    pub fn new(rule: &'static Rule, severity: Severity, range: TextRange, note: Note) -> Self {
        let (related, fixes, habit, sections) = Default::default();
        Self { rule, severity, range, note, related, fixes, habit, sections }
    }

    /// The same finding counted from `offset` bytes earlier.
    pub fn shifted(mut self, offset: TextSize) -> Self {
        self.shift(TextSize::new(0), offset);
        self
    }

    /// Moves the finding of a part that began at `from` and begins at `to` now.
    pub fn shift(&mut self, from: TextSize, to: TextSize) {
        let moved = |range: TextRange| range - from + to;
        self.range = moved(self.range);
        for related in &mut self.related {
            related.range = moved(related.range);
        }
        for edit in self.fixes.iter_mut().flat_map(|fix| &mut fix.edits) {
            edit.shift(from, to);
        }
    }

    /// Moves the finding along with an edit outside its places, which replaced `range` by `inserted` bytes.
    pub fn follow(&mut self, range: TextRange, inserted: TextSize) {
        self.range = moved(self.range, range, inserted);
        for related in &mut self.related {
            related.range = moved(related.range, range, inserted);
        }
        for edit in self.fixes.iter_mut().flat_map(|fix| &mut fix.edits) {
            edit.moved(range, inserted);
        }
    }
}

/// The findings of one run over one part; every finding gets the rule and severity of the rule that runs.
#[derive(Debug)]
pub struct Findings {
    rule: &'static Rule,
    severity: Severity,
    found: Vec<Diagnostic>,
}

impl Findings {
    /// None yet, of `rule`.
    pub fn new(rule: &'static Rule, severity: Severity) -> Self {
        Self { rule, severity, found: Vec::new() }
    }

    /// Is there none?
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// What was found, in the order in which it was.
    pub fn take(self) -> Vec<Diagnostic> {
        self.found
    }

    /// Reports the words at `range`; what is returned takes fixes and related places.
    pub fn report(&mut self, range: TextRange, note: impl Into<Note>) -> Report<'_> {
        let at = self.found.len();
        self.found.push(Diagnostic::new(self.rule, self.severity, range, note.into()));
        Report { diagnostic: &mut self.found[at] }
    }

    /// Reports that the words `written` at `range` are written `right`, with the safe fix that writes them so.
    pub fn report_spelling(&mut self, range: TextRange, written: &str, right: String) {
        self.report_form(range, written, right, Applicability::Safe);
    }

    /// As [`report_spelling`](Self::report_spelling), with a fix that is as safe as that.
    pub fn report_form(&mut self, range: TextRange, written: &str, right: String, safe: Applicability) {
        let note = Note::new(
            format!("\"{written}\" skrives \"{right}\""),
            format!("\"{written}\" is written \"{right}\""),
        );
        let title = Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\""));
        self.report(range, note).fix(title, safe, vec![Edit::replace(range, right)]);
    }
}

/// A finding that is being reported.
#[derive(Debug)]
pub struct Report<'f> {
    diagnostic: &'f mut Diagnostic,
}

impl Report<'_> {
    /// This one matters less than the rule's findings usually do; a rule set lower still stays there.
    pub fn at_most(self, severity: Severity) -> Self {
        self.diagnostic.severity = self.diagnostic.severity.min(severity);
        self
    }

    /// What is done like this throughout a file is told once, in these words.
    pub fn habit(self, habit: Habit) -> Self {
        self.diagnostic.habit = Some(habit);
        self
    }

    /// The sections of the house that are missing, by their places in it.
    pub fn sections(self, missing: &[usize]) -> Self {
        self.diagnostic.sections = missing.to_vec();
        self
    }

    /// Names another place that explains the finding.
    pub fn related(self, range: TextRange, note: impl Into<Note>) -> Self {
        self.diagnostic.related.push(Related { range, note: note.into() });
        self
    }

    /// Offers a fix that cannot change what the minutes say.
    pub fn safe_fix(self, title: impl Into<Note>, edit: Edit) -> Self {
        self.fix(title, Applicability::Safe, vec![edit])
    }

    /// Offers a fix that a person must look at.
    pub fn unsafe_fix(self, title: impl Into<Note>, edit: Edit) -> Self {
        self.fix(title, Applicability::Unsafe, vec![edit])
    }

    /// Offers a fix of several edits, which must be disjoint.
    pub fn fix(self, title: impl Into<Note>, applicability: Applicability, mut edits: Vec<Edit>) -> Self {
        edits.sort();
        self.diagnostic.fixes.push(Fix { title: title.into(), applicability, edits });
        self
    }
}
