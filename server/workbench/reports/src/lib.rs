//! The report of `check`: one output format per file of this folder.
//!
//! A report is an opening, one part for each file in the order of their names, and a closing. Each part is made as soon
//! as its file is checked, so no text is kept until the end.

mod checkstyle;
mod concise;
mod control;
mod excerpt;
mod formats;
mod full;
mod github;
mod gitlab;
mod html;
mod json;
mod jsonl;
mod junit;
mod manual;
mod markup;
mod place;
mod rdjson;
mod sarif;
mod source;
mod tally;
#[cfg(test)]
mod tests_of_masks;
mod unread;
mod words;

use documents::Extracted;
use rules::document::Document;
use rules::lint::Diagnostic;
use rules::privacy::shown;
use workbench::lang::Lang;
use workbench::{outside, page};

pub use control::Control;
use formats::NamesFiles;
pub use formats::{FORMATS, Format, format_of};
pub use json::unchanging;
pub use markup::escaped;
pub use tally::{HeldBack, Tally};
pub use unread::Unread;
pub use words::outcome_word;

/// Is `head` what a report begins with, on findings or on none? Minutes may name a rule where they suppress it.
pub fn is_report(head: &str) -> bool {
    let names_rule = || outside::all_rules().iter().any(|rule| head.contains(rule.name));
    let is_page = || head.to_ascii_lowercase().starts_with("<!doctype html>") && head.contains("referent");
    head.trim().is_empty() || !head.contains("referent: ignore") && (names_rule() || is_page())
}

/// Is `head` what a report of this program begins with, and nothing that merely speaks of its rules?
pub fn is_own(head: &str) -> bool {
    /// How reports of a format begin, whatever was found.
    const BEGINS: [&str; 3] = ["{\"version\":1,\"files\":[", "{\"source\":{\"name\":\"referent\"", "[\n\n]"];
    /// How those begin that name their rules or the program further down.
    const MACHINE: [&str; 5] = ["{\"$schema\"", "{\"path\"", "[\n{", "::", "<?xml"];
    const NAMED: [&str; 3] =
        ["<testsuites name=\"referent\"", "<checkstyle version=", "\"name\":\"referent\""];
    let begins = |signs: &[&str]| signs.iter().any(|sign| head.starts_with(sign));
    let named = || NAMED.iter().any(|sign| head.contains(sign)) || is_report(head);
    head.trim().is_empty()
        || page::is_own_page(head)
        || begins(&BEGINS)
        || begins(&MACHINE) && named()
        || is_for_people(head) && is_report(head)
}

/// "april.txt:7:4: warning[dates/time] …", or a message over the place it is about; both perhaps in colours.
fn is_for_people(head: &str) -> bool {
    let first = head.lines().next().unwrap_or("");
    let names = |rule: &str| first.split_once(&format!("[{rule}")).is_some();
    head.contains("┌─ ") || outside::all_rules().iter().any(|rule| names(rule.name))
}

/// How this run's report is written.
#[derive(Clone, Copy, Debug)]
pub struct Report {
    /// The format.
    pub format: Format,
    /// The language of the messages.
    pub lang: Lang,
    /// With colours, where the format has them?
    pub color: bool,
}

/// A file that was checked.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'a> {
    /// What the file is called.
    pub path: &'a str,
    /// Its text, understood.
    pub document: &'a Document,
    /// The document that the text was taken out of, unless the file is the text.
    pub source: Option<&'a Extracted>,
    /// The findings to report, by place and then by rule.
    pub diagnostics: &'a [Diagnostic],
    /// When it was checked, and with what, for the page that is filed.
    pub control: Option<&'a Control>,
    /// Their fingerprints, in the same order; none where the format is for people.
    pub fingerprints: &'a [String],
    /// How many are not reported.
    pub held_back: HeldBack,
}

impl Report {
    /// What stands before the first file.
    pub fn opening(&self) -> &'static str {
        (self.format.opening)(self.lang)
    }

    /// What stands between two files; a file may have no part.
    pub fn between(&self) -> &'static str {
        self.format.between
    }

    /// The part of one file.
    pub fn file(&self, checked: &Checked<'_>) -> String {
        self.file_as(checked, |checked| (self.format.file)(checked, self.lang, self.color))
    }

    fn file_as(&self, checked: &Checked<'_>, write: impl Fn(&Checked<'_>) -> String) -> String {
        // A file may be called anything, but its name must not break a line of the report.
        let unbroken = checked.path.replace(char::is_control, "\u{fffd}");
        let path = match self.format.names_files {
            NamesFiles::Masked => shown(&unbroken).into(),
            NamesFiles::Unbroken => unbroken,
            NamesFiles::Escaped => checked.path.to_owned(),
        };
        write(&Checked { path: &path, ..*checked })
    }

    /// What stands in the place of a file that could not be read; most formats name it at the end alone.
    pub fn unread(&self, unread: &Unread) -> String {
        let (Some(path), true) = (&unread.path, unread.fails) else { return String::new() };
        unread::as_file(path, &unread.why, |checked| {
            self.file_as(checked, |checked| (self.format.unread)(checked, self.lang))
        })
    }

    /// What stands after the last file.
    pub fn closing(&self, tally: &Tally) -> String {
        (self.format.closing)(tally, self.lang)
    }
}

/// `words` about `diagnostic`, one of `diagnostics` in `document`, as people may see them.
pub fn told(document: &Document, diagnostics: &[Diagnostic], diagnostic: &Diagnostic, words: &str) -> String {
    document.mask(diagnostics).about(diagnostic).shown(words).to_string()
}

#[cfg(test)]
mod tests {
    use super::tests_of_masks::finding;
    use super::{Checked, FORMATS, Format, Report};
    use rules::document::Document;
    use rules::lint::{Applicability, Diagnostic, Fix, Note, Related};
    use rules::text::edit::Edit;
    use workbench::lang::Lang;

    fn format(name: &str) -> Format {
        FORMATS.iter().find(|format| format.name == name).expect("a format")
    }

    fn report(format: Format, text: &str, diagnostics: &[Diagnostic]) -> String {
        let document = Document::new(Default::default(), text.to_owned());
        let report = Report { format, lang: Lang::Da, color: false };
        let fingerprints = vec![String::new(); diagnostics.len()];
        let (document, fingerprints) = (&document, &fingerprints);
        let held_back = Default::default();
        report.file(&Checked {
            path: "a.txt",
            document,
            source: None,
            control: None,
            diagnostics,
            fingerprints,
            held_back,
        })
    }

    #[test]
    fn no_format_shows_what_a_privacy_rule_found() {
        let text = "Ring til 87 65 43 21 eller 12 34 56 78 i dag.\nHvis 87 65 43 21 er optaget.\n";
        let mut other = finding(text, "i dag");
        other.related =
            vec![Related { range: finding(text, "eller").range, note: Note::new("87 65 43 21", "") }];
        let edits = vec![Edit::replace(finding(text, "65").range, "87 65 43 21")];
        other.fixes = vec![Fix {
            title: Note::new("Skriv 87 65 43 21", ""),
            applicability: Applicability::Safe,
            edits,
        }];
        let found = [finding(text, "87 65 43 21"), finding(text, "12 34 56 78"), other];
        for format in FORMATS {
            let report = report(format, text, &found);
            for digits in ["87 ", " 65", " 43", "12 ", " 56", "78"] {
                assert!(!report.contains(digits), "{digits} in {report}");
            }
        }
    }

    #[test]
    fn a_long_line_is_shown_near_the_finding() {
        let text = format!("{} galt {}\n", "før ".repeat(300), "efter ".repeat(300));
        let report = report(format("full"), &text, &[finding(&text, "galt")]);
        expect_test::expect![[r#"
            fejl: privacy/invented
              ┌─ a.txt:1:1202
              │
            1 │ …ør før før før før før før før før før  galt efter efter efter efter efter efter efter efter efter e…
              │                                          ^^^^
              │
              = privacy/invented

        "#]]
        .assert_eq(&report);
    }

    #[test]
    fn other_places_are_shown_with_the_finding() {
        let text = "første linje\nanden linje\ntredje linje\nfjerde linje, som er fjern\n";
        let mut diagnostic = finding(text, "tredje linje\nfjerde");
        let related = |words: &str, note: &'static str| Related {
            range: finding(text, words).range,
            note: Note::new(note, ""),
        };
        diagnostic.related = vec![related("første", "her"), related("fjern", "og her")];
        expect_test::expect![[r#"
            fejl: privacy/invented
              ┌─ a.txt:3:1
              │
            1 │ første linje
              │ ------ her
              ·
            3 │ tredje linje
              │ ^^^^^^^^^^^^
            4 │ fjerde linje, som er fjern
              │                      ----- og her
              │
              = privacy/invented

        "#]]
        .assert_eq(&report(format("full"), text, &[diagnostic]));
    }

    #[test]
    fn a_finding_at_a_line_end_or_at_the_end_is_shown() {
        for text in ["galt\r\n", "galt", "galt\n\n"] {
            let mut diagnostic = finding(text, "galt");
            for end in 4..=text.len() {
                diagnostic.range = rules::text::range(end, end);
                let report = report(format("full"), text, std::slice::from_ref(&diagnostic));
                assert!(report.contains("┌─ a.txt:") && report.contains('^'), "{report}");
            }
        }
    }
}
