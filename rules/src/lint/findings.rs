//! Where rules leave what they find.

use super::diagnostic::{Diagnostic, Note, Related, Severity};
use super::fix::{Applicability, Fix};
use super::once::Habit;
use super::rule::Rule;
use crate::text::TextRange;
use crate::text::edit::Edit;

/// The findings of one run over one part; every finding gets the rule and severity of the rule that runs.
#[derive(Debug)]
pub struct Findings {
    rule: &'static Rule,
    severity: Severity,
    found: Vec<Diagnostic>,
}

impl Findings {
    pub(crate) fn new(rule: &'static Rule, severity: Severity) -> Self {
        Self { rule, severity, found: Vec::new() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    pub(crate) fn take(self) -> Vec<Diagnostic> {
        self.found
    }

    /// Reports the words at `range`; what is returned takes fixes and related places.
    pub fn report(&mut self, range: TextRange, note: impl Into<Note>) -> Report<'_> {
        let diagnostic = Diagnostic {
            rule: self.rule,
            severity: self.severity,
            range,
            note: note.into(),
            related: Vec::new(),
            fixes: Vec::new(),
            habit: None,
        };
        let at = self.found.len();
        self.found.push(diagnostic);
        Report { diagnostic: &mut self.found[at] }
    }

    /// Reports that the words `written` at `range` are written `right`, with the safe fix that writes them so.
    pub fn report_spelling(&mut self, range: TextRange, written: &str, right: String) {
        let note = Note::new(
            format!("\"{written}\" skrives \"{right}\""),
            format!("\"{written}\" is written \"{right}\""),
        );
        let title = Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\""));
        self.report(range, note).safe_fix(title, Edit::replace(range, right));
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
