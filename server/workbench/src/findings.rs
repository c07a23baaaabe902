//! The findings of a document that count: those of the rules, without what is suppressed, and what is wrong with the
//! suppressions themselves. Command line and language server both get their findings here.

mod comment;
mod encoding;
mod sidecar;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use documents::Extracted;
use documents::findings::{beside, finding, in_path};
use jiff::civil::Date;
use rules::document::{Document, Engine};
use rules::folder::FolderFinding;
use rules::lint::{Diagnostic, Note, Rule, Severity, gather};
use rules::text::{TextRange, TextSize};

use crate::baseline::{Baseline, Known, is_private_error};
use crate::config::{Located, Suppression};
use crate::named::{Named, named};
use crate::outside;

pub use encoding::Encoding;
pub use sidecar::{beside_name, can_be_read, sidecar_of, suppressions};

/// Rules about how a text is written down, which say nothing of a document that a text was taken out of.
const OF_FILES: &[&str] = &["typography/trailing-whitespace"];

/// Gives findings the names by which some are suppressed.
type Naming<'n> = &'n dyn Fn(&Document, Vec<Arc<Diagnostic>>) -> Vec<Named>;

/// What the findings of one document are held against.
#[derive(Clone, Debug)]
pub struct FindingFilter {
    /// What the document is read and linted with.
    pub engine: Arc<Engine>,
    /// What the settings and the sidecar suppress in this document.
    suppressions: Vec<Suppression>,
    name: PathBuf,
    rules: Vec<&'static Rule>,
    encoding: Encoding,
    /// The findings of this document that are known, and so not told.
    known: Option<Arc<Baseline>>,
    /// What the document is called in that list.
    known_as: String,
    /// The document that the text was taken out of.
    pub extracted: Option<Arc<Extracted>>,
    /// What the document shows together with the others of its folder.
    pub of_folder: Vec<FolderFinding>,
    today: Date,
}

impl FindingFilter {
    /// For the document `located`, whose file was in `encoding`, with what the `sidecar` beside it suppresses `today`.
    pub fn new(located: &Located, encoding: Encoding, sidecar: Vec<Suppression>, today: Date) -> Self {
        let name = &located.name;
        let holds =
            |suppression: &&Suppression| suppression.files.as_ref().is_none_or(|files| files.covers(name));
        let mut suppressions: Vec<Suppression> =
            located.config.suppressions.iter().filter(holds).cloned().collect();
        let here = |beside| Suppression { only: Some(name.clone()), ..beside };
        suppressions.extend(sidecar.into_iter().map(here));
        Self {
            engine: located.config.engine(name),
            suppressions,
            name: located.name.clone(),
            rules: located.config.rules.clone(),
            encoding,
            known: None,
            known_as: String::new(),
            extracted: None,
            of_folder: Vec::new(),
            today,
        }
    }

    /// The same, for a text that was taken out of a document.
    pub fn of_document(self, extracted: Option<Arc<Extracted>>) -> Self {
        Self { extracted, ..self }
    }

    /// The same, for a document whose `known` findings are not told, in which it is called `known_as`.
    pub fn holding_back(self, known: Option<Arc<Baseline>>, known_as: String) -> Self {
        Self { known, known_as, ..self }
    }

    /// The findings in `document`, which is called `name`, that count: by place and then by rule, with fingerprints.
    pub fn count(&self, document: &Document, name: &str) -> Vec<Named> {
        self.counted(document, name, &named).findings
    }

    /// The same, and how many are held back; without fingerprints unless they are asked for or needed.
    pub fn weigh(&self, document: &Document, name: &str, prints: Prints) -> Counted {
        self.counted(document, name, self.naming(prints))
    }

    fn naming(&self, prints: Prints) -> Naming<'static> {
        let by_name =
            |suppression: &Suppression| suppression.fingerprint.is_some() || suppression.item.is_some();
        let asks = prints == Prints::Asked || self.known.is_some() || self.suppressions.iter().any(by_name);
        if asks { &named } else { &nameless }
    }

    /// The same findings without fingerprints, which cost more than all the rest.
    pub fn findings(&self, document: &Document, name: &str) -> Vec<Arc<Diagnostic>> {
        self.gathered(self.each(document, name))
    }

    /// The same, each place of a habit by itself, for [`gathered`](Self::gathered).
    pub fn each(&self, document: &Document, name: &str) -> Vec<Named> {
        self.ungathered(document, name, self.naming(Prints::Spared)).findings
    }

    /// The findings that [`each`](Self::each) gave, or some of them, with every habit told once.
    pub fn gathered(&self, mut each: Vec<Named>) -> Vec<Arc<Diagnostic>> {
        gather(&mut each);
        self.hold_back(&mut each);
        each.into_iter().map(|named| named.diagnostic).collect()
    }

    fn counted(&self, document: &Document, name: &str, named: Naming<'_>) -> Counted {
        let mut counted = self.ungathered(document, name, named);
        gather(&mut counted.findings);
        self.hold_back(&mut counted.findings);
        counted
    }

    /// Takes the findings that are known out of `findings`; an error about privacy is told until it is mended.
    fn hold_back(&self, findings: &mut Vec<Named>) {
        if let Some(known) = &self.known {
            findings.retain(|named| known.knows(&self.known_as, named) != Known::Yes);
        }
    }

    /// What counts, each place of a habit by itself.
    fn ungathered(&self, document: &Document, name: &str, named: Naming<'_>) -> Counted {
        let comments = comment::comments(document, is_markdown(name));
        let mut used_comments = vec![Vec::new(); comments.len()];
        let mut used = vec![false; self.suppressions.len()];
        let mut found = document.listed();
        found.splice(..0, in_path(&self.engine, name).into_iter().map(Arc::new));
        if let Some(severity) = self.severity(&outside::ENCODING) {
            found.extend(encoding::finding(document.text(), self.encoding, severity).map(Arc::new));
        }
        found.extend(self.of_folder.iter().filter_map(|one| {
            Some(Arc::new(finding(one.rule, self.severity(one.rule)?, one.range, one.note.clone())))
        }));
        if let Some(extracted) = &self.extracted {
            found.retain(|found| !OF_FILES.contains(&found.rule.name));
            found.extend(beside(&self.engine, extracted, document).into_iter().map(Arc::new));
            let key = |found: &Diagnostic| (found.range.start(), found.rule.name, found.range.end());
            found.sort_by(|a, b| key(a).cmp(&key(b)));
        }
        let mut findings = named(document, found);
        let n_found = findings.len();
        findings.retain(|finding| {
            let mut hidden = false;
            for (comment, used) in comments.iter().zip(&mut used_comments) {
                if let Some(rule) = comment.suppresses(&finding.diagnostic) {
                    used.push(rule);
                    hidden |= !comment.is_refused(rule, &finding.diagnostic);
                }
            }
            for (suppression, used) in self.suppressions.iter().zip(&mut used) {
                if self.suppresses(suppression, finding) {
                    *used = true;
                    suppression.used.store(true, Ordering::Relaxed);
                    hidden = true;
                }
            }
            !hidden
        });
        let suppressed = n_found - findings.len();
        let mut about: Vec<Diagnostic> = Vec::new();
        for (comment, used) in comments.iter().zip(&used_comments) {
            about.extend(self.unknown(comment));
            about.extend(self.unused(comment, used, document));
            about.extend(self.refused(comment, &findings));
        }
        about.extend(self.mistaken(document, is_markdown(name)));
        for (suppression, used) in self.suppressions.iter().zip(&used) {
            about.extend(self.idle(suppression, *used));
        }
        findings.extend(named(document, about.into_iter().map(Arc::new).collect()));
        findings.sort_by(|a, b| {
            let key = |named: &Named| (named.diagnostic.range.start(), named.diagnostic.rule.name);
            key(a).cmp(&key(b)).then(a.diagnostic.range.end().cmp(&b.diagnostic.range.end()))
        });
        Counted { findings, suppressed }
    }

    /// A suppression for this file only that suppresses nothing.
    fn idle(&self, suppression: &Suppression, used: bool) -> Option<Diagnostic> {
        let severity = self.severity(&outside::UNUSED)?;
        let here = suppression.only.as_ref() == Some(&self.name) && self.runs(&suppression.rule);
        let (rule, place) = (&suppression.rule, &suppression.place);
        let note = match suppression.until.filter(|until| self.today > *until) {
            Some(until) if here => Note::new(
                format!("Undtagelsen af {rule} i {place} udløb den {until}"),
                format!("The suppression of {rule} in {place} ran out on {until}"),
            ),
            None if here && !used => Note::new(
                format!("Undtagelsen af {rule} i {place} undtager intet"),
                format!("The suppression of {rule} in {place} suppresses nothing"),
            ),
            _ => return None,
        };
        Some(finding(&outside::UNUSED, severity, TextRange::empty(TextSize::new(0)), note))
    }

    /// Does some rule of that name run? One that does not could still find something in another check.
    fn runs(&self, name: &str) -> bool {
        self.engine.settings.rules.iter().any(|(rule, _)| covers(name, rule))
    }

    fn suppresses(&self, suppression: &Suppression, finding: &Named) -> bool {
        let rule = finding.diagnostic.rule;
        covers(&suppression.rule, rule)
            && (!is_private_error(&finding.diagnostic) || suppression.rule == rule.name)
            && self.holds(suppression)
            && suppression.fingerprint.as_ref().is_none_or(|print| *print == finding.fingerprint)
            && suppression.item.as_ref().is_none_or(|item| finding.item.as_ref() == Some(item))
    }

    fn holds(&self, suppression: &Suppression) -> bool {
        suppression.until.is_none_or(|until| self.today <= until)
    }

    fn severity(&self, rule: &'static Rule) -> Option<Severity> {
        let running = self.engine.settings.rules.iter().find(|(running, _)| running.name == rule.name);
        running.map(|(_, severity)| *severity)
    }

    /// Names in `comment` that are no rule's.
    fn unknown(&self, comment: &comment::Comment) -> Vec<Diagnostic> {
        let Some(severity) = self.severity(&outside::UNKNOWN) else { return Vec::new() };
        let unknown = comment.rules.iter().filter_map(|(name, at)| {
            let error = rules::lint::known(name, &self.rules).err()?;
            let nearest = rules::lint::called(name, &self.rules).or(error.nearest);
            let (da, en) = match nearest {
                Some(near) => (format!("; mente du \"{near}\"?"), format!("; did you mean \"{near}\"?")),
                None => Default::default(),
            };
            let note = Note::new(
                format!("Ingen regel hedder \"{name}\"{da}"),
                format!("No rule is called \"{name}\"{en}"),
            );
            Some(finding(&outside::UNKNOWN, severity, *at, note))
        });
        unknown.collect()
    }

    /// Comments that are meant to suppress something and cannot.
    fn mistaken(&self, document: &Document, markdown: bool) -> Vec<Diagnostic> {
        let Some(severity) = self.severity(&outside::UNKNOWN) else { return Vec::new() };
        let told = comment::mistaken(document, markdown).into_iter();
        told.map(|one| finding(&outside::UNKNOWN, severity, one.range, one.slip.told())).collect()
    }

    /// Names in `comment` that are meant to suppress an error about privacy and may not: a group, or one without a reason.
    fn refused(&self, comment: &comment::Comment, findings: &[Named]) -> Vec<Diagnostic> {
        let Some(severity) = self.severity(&outside::UNUSED) else { return Vec::new() };
        let refused: BTreeSet<usize> = findings
            .iter()
            .filter_map(|named| {
                let rule = comment.suppresses(&named.diagnostic)?;
                comment.is_refused(rule, &named.diagnostic).then_some(rule)
            })
            .collect();
        let note = || {
            Note::new(
                "En fejl om privatliv undtages kun ved reglens fulde navn og med en grund efter en tankestreg",
                "An error about privacy is suppressed only by the full name of its rule and with a reason after a dash",
            )
        };
        refused.into_iter().map(|n| finding(&outside::UNUSED, severity, comment.rules[n].1, note())).collect()
    }

    /// Names in `comment` that suppress nothing.
    fn unused(&self, comment: &comment::Comment, used: &[usize], document: &Document) -> Vec<Diagnostic> {
        let Some(severity) = self.severity(&outside::UNUSED) else { return Vec::new() };
        let idle: Vec<usize> = (0..comment.rules.len())
            .filter(|n| !used.contains(n) && self.runs(&comment.rules[*n].0))
            .collect();
        let all = !comment.rules.is_empty() && idle.len() == comment.rules.len();
        let report = |n: &usize| {
            let (name, at) = &comment.rules[*n];
            let note = Note::new(
                format!("Her er intet fund af {name}"),
                format!("There is no finding of {name} here"),
            );
            let mut finding = finding(&outside::UNUSED, severity, *at, note);
            finding.fixes.push(comment.without(if all { None } else { Some(*n) }, document.text()));
            finding
        };
        idle.iter().map(report).collect()
    }
}

/// Are fingerprints wanted, which cost more than all the rest?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prints {
    /// They are shown or compared.
    Asked,
    /// Nobody looks at them.
    Spared,
}

/// The findings that count, and how many do not.
#[derive(Debug)]
pub struct Counted {
    /// By place and then by rule.
    pub findings: Vec<Named>,
    /// Findings that are suppressed.
    pub suppressed: usize,
}

/// Findings that nobody asks the names of.
fn nameless(_: &Document, found: Vec<Arc<Diagnostic>>) -> Vec<Named> {
    found.into_iter().map(|diagnostic| Named { diagnostic, fingerprint: String::new(), item: None }).collect()
}

/// Is `name` that of `rule`, of its group, or "all"?
fn covers(name: &str, rule: &Rule) -> bool {
    name == "all" || name == rule.name || name == rule.group()
}

/// Is the document Markdown, where a comment is not seen in what is published?
pub fn is_markdown(name: &str) -> bool {
    let extension = Path::new(name).extension().and_then(|extension| extension.to_str());
    extension
        .is_some_and(|extension| ["md", "markdown"].iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

/// The byte after `range`'s line, its line end included.
fn line_end(text: &str, offset: TextSize) -> usize {
    let from = usize::from(offset);
    let Some(at) = text[from..].find(['\n', '\r']).map(|at| from + at) else { return text.len() };
    at + if text[at..].starts_with("\r\n") { 2 } else { 1 }
}
