//! How many findings of what kind there are, and the words that say so.

use std::collections::BTreeMap;

use rules::document::Document;
use rules::lint::{Applicability, Diagnostic, Severity};
use rules::privacy::{Shown, shown};
use serde::Serialize;
use workbench::lang::Lang;

use super::Unread;
use super::html::parts::anchor;

/// Findings, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Files that were checked.
    pub(crate) files: usize,
    /// Findings of each severity.
    pub errors: usize,
    /// How many of them are warnings.
    pub warnings: usize,
    /// How many are worth knowing.
    pub infos: usize,
    /// How many are hints.
    pub hints: usize,
    /// Findings with a safe fix.
    pub(crate) fixable: usize,
    /// Findings that were found and are not reported.
    pub held_back: HeldBack,
    /// Files with something in them that nobody read and no finding tells of, or that a rule gave up on.
    #[serde(skip)]
    pub unread: usize,
    /// Files that could not be read, and other things that were not checked.
    #[serde(skip)]
    pub not_read: Vec<Unread>,
    /// Findings of each rule.
    #[serde(skip)]
    pub(crate) rules: BTreeMap<&'static str, usize>,
    /// The findings of each document, for the report that lists them; empty for the others.
    #[serde(skip)]
    pub(super) documents: Vec<Listed>,
}

/// Findings that are not reported, counted by what holds them back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct HeldBack {
    /// They are in the baseline.
    pub baseline: usize,
    /// They are suppressed.
    pub suppressed: usize,
}

impl HeldBack {
    /// "35 known in the baseline, 3 suppressed"; `None` when nothing is held back.
    pub fn words(&self, lang: Lang) -> Option<String> {
        let counted = [
            (
                self.baseline,
                lang.pick(["kendt i baseline", "kendte i baseline"], ["known in the baseline"; 2]),
            ),
            (self.suppressed, lang.pick(["undtaget", "undtaget"], ["suppressed"; 2])),
        ];
        let counted = counted.into_iter().filter(|(n, _)| *n > 0);
        let words: Vec<String> =
            counted.map(|(n, [one, many])| format!("{n} {}", if n == 1 { one } else { many })).collect();
        (!words.is_empty()).then(|| words.join(", "))
    }

    /// "nothing found", or that there is nothing but what is held back.
    fn nothing(&self, lang: Lang) -> String {
        let nothing = match (self.baseline, self.suppressed) {
            (0, 0) => lang.pick("ingen fund", "nothing found"),
            (0, _) => lang.pick("ingen andre fund", "nothing else found"),
            _ => lang.pick("ingen nye fund", "nothing new found"),
        };
        self.words(lang).map_or(nothing.to_owned(), |words| format!("{nothing} ({words})"))
    }
}

/// A document of the list, with what was found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Listed {
    /// What it is called.
    pub(super) path: Shown,
    /// Where it stands on the page.
    pub(super) anchor: String,
    /// What was found.
    pub(super) found: Tally,
}

impl Tally {
    /// The findings of one file.
    pub fn of_file(diagnostics: &[Diagnostic], held_back: HeldBack) -> Self {
        let mut new = Self { files: 1, held_back, ..Self::default() };
        for diagnostic in diagnostics {
            *new.count(diagnostic.severity) += 1;
            *new.rules.entry(diagnostic.rule.name).or_default() += 1;
            let safe = diagnostic.fixes.iter().any(|fix| fix.applicability == Applicability::Safe);
            new.fixable += usize::from(safe);
        }
        new
    }

    /// Says which document the findings are in, so that it is listed.
    pub fn name(&mut self, path: &str, document: &Document) {
        let found = Self { rules: BTreeMap::new(), documents: Vec::new(), not_read: Vec::new(), ..*self };
        let path = path.replace(char::is_control, "\u{fffd}");
        self.documents.push(Listed { path: shown(&path), anchor: anchor(&path, document), found });
    }

    /// Takes in the findings of `other`.
    pub fn add(&mut self, other: &Self) {
        self.files += other.files;
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.infos += other.infos;
        self.hints += other.hints;
        self.fixable += other.fixable;
        self.unread += other.unread;
        self.held_back.baseline += other.held_back.baseline;
        self.held_back.suppressed += other.held_back.suppressed;
        for (rule, n) in &other.rules {
            *self.rules.entry(rule).or_default() += n;
        }
        self.documents.extend(other.documents.iter().cloned());
    }

    /// "2 files checked: 1 error, 3 warnings; 1 with a safe fix".
    pub fn summary(&self, lang: Lang) -> String {
        let not_read = match self.n_not_read() {
            0 => String::new(),
            1 => lang.pick("; 1 fil kunne ikke læses", "; 1 file could not be read").to_owned(),
            n => format!("; {n} {}", lang.pick("filer kunne ikke læses", "files could not be read")),
        };
        let files = match self.files {
            0 => return lang.pick("ingen filer gennemgået", "no files checked").to_owned(),
            1 => lang.pick("1 fil gennemgået", "1 file checked").to_owned(),
            n => format!("{n} {}", lang.pick("filer gennemgået", "files checked")),
        };
        let counted: Vec<String> =
            self.counted(lang).into_iter().map(|(n, word)| format!("{n} {word}")).collect();
        if counted.is_empty() {
            return format!("{files}: {}{not_read}", self.nothing(lang));
        }
        let fixable = match self.fixable {
            0 => String::new(),
            n => format!("; {n} {}", lang.pick("kan rettes automatisk (--fix)", "with a safe fix")),
        };
        let held_back = self.held_back.words(lang).map_or(String::new(), |words| format!(" ({words})"));
        format!("{files}: {}{fixable}{held_back}{not_read}", counted.join(", "))
    }

    /// How many files could not be read, so that the run fails.
    fn n_not_read(&self) -> usize {
        self.not_read.iter().filter(|unread| unread.fails && unread.path.is_some()).count()
    }

    /// "nothing found", as far as that is known.
    pub(super) fn nothing(&self, lang: Lang) -> String {
        let nothing = self.held_back.nothing(lang);
        match self.unread + self.n_not_read() {
            0 => nothing,
            _ => format!("{nothing} {}", lang.pick("i det, der er læst", "in what was read")),
        }
    }

    /// How many findings of each severity there are, with its name; only those that there are.
    pub(super) fn counted(&self, lang: Lang) -> Vec<(usize, &'static str)> {
        let counted = [
            (self.errors, lang.pick(["fejl", "fejl"], ["error", "errors"])),
            (self.warnings, lang.pick(["advarsel", "advarsler"], ["warning", "warnings"])),
            (self.infos, lang.pick(["bemærkning", "bemærkninger"], ["remark", "remarks"])),
            (self.hints, lang.pick(["vink", "vink"], ["hint", "hints"])),
        ];
        let counted = counted.into_iter().filter(|(n, _)| *n > 0);
        counted.map(|(n, [one, many])| (n, if n == 1 { one } else { many })).collect()
    }

    /// One line for each rule that found something, the most frequent first.
    pub fn statistics(&self) -> String {
        let mut rules: Vec<(&str, usize)> = self.rules.iter().map(|(rule, n)| (*rule, *n)).collect();
        rules.sort_by_key(|&(rule, n)| (std::cmp::Reverse(n), rule));
        rules.iter().map(|(rule, n)| format!("{n:7}  {rule}\n")).collect()
    }

    fn count(&mut self, severity: Severity) -> &mut usize {
        match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
            Severity::Info => &mut self.infos,
            Severity::Hint => &mut self.hints,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;
    use workbench::lang::Lang;

    #[test]
    fn the_summary_counts_in_both_languages() {
        let tally = Tally { files: 2, errors: 1, warnings: 3, fixable: 1, ..Tally::default() };
        assert_eq!(tally.summary(Lang::En), "2 files checked: 1 error, 3 warnings; 1 with a safe fix");
        assert_eq!(
            tally.summary(Lang::Da),
            "2 filer gennemgået: 1 fejl, 3 advarsler; 1 kan rettes automatisk (--fix)"
        );
    }

    #[test]
    fn the_most_frequent_rule_stands_first() {
        let rules = [("a/b", 2), ("c/d", 11), ("e/f", 2)].into_iter().collect();
        let tally = Tally { rules, ..Tally::default() };
        assert_eq!(tally.statistics(), "     11  c/d\n      2  a/b\n      2  e/f\n");
    }
}
