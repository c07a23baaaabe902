//! The table of output formats: flags, help, manual, tests and the report itself derive from it.

use std::path::Path;

use workbench::lang::Lang;

use super::{
    Checked, Tally, checkstyle, concise, full, github, gitlab, html, json, jsonl, junit, markup, rdjson,
    sarif,
};

/// One of [`FORMATS`].
pub type Format = &'static OutputFormat;

/// How findings are written: an opening, a part for each file, a closing.
#[derive(Debug)]
pub struct OutputFormat {
    /// As it is asked for: "json".
    pub name: &'static str,
    /// For whom it is, as help has it; in Danish in `danish.txt`.
    pub about: &'static str,
    /// Is it read by people, and by no program that could act on it?
    pub is_for_people: bool,
    /// Is it filed as the control before publishing, and so tells when and with what was checked?
    pub is_filed: bool,
    /// What is done with the name of a file.
    pub(super) names_files: NamesFiles,
    /// What stands before the first file.
    pub(super) opening: fn(Lang) -> &'static str,
    /// What stands between two files.
    pub(super) between: &'static str,
    /// The part of one file; with colours?
    pub(super) file: fn(&Checked<'_>, Lang, bool) -> String,
    /// What stands in the place of a file that could not be read, where it is not named at the end.
    pub(super) unread: fn(&Checked<'_>, Lang) -> String,
    /// What stands after the last file.
    pub(super) closing: fn(&Tally, Lang) -> String,
}

/// How a format writes the name of a file. A program must find the file by it; a person must not read a number in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NamesFiles {
    /// Private numbers are hidden, and no sign breaks the line.
    Masked,
    /// No sign breaks the line.
    Unbroken,
    /// As it is: the format escapes it.
    Escaped,
}

/// What nearly all have in common.
const PLAIN: OutputFormat = OutputFormat {
    name: "",
    about: "",
    is_for_people: false,
    is_filed: false,
    names_files: NamesFiles::Escaped,
    opening: |_| "",
    between: "",
    file: |_, _, _| String::new(),
    unread: |_, _| String::new(),
    // What is held back is told in the summary on standard error.
    closing: |_, _| String::new(),
};

/// Every format, in the order of help.
pub static FORMATS: [Format; 11] = [
    &OutputFormat {
        name: "full",
        about: "For people: the source line, what is wrong and what to write",
        is_for_people: true,
        names_files: NamesFiles::Masked,
        file: full::file,
        ..PLAIN
    },
    &OutputFormat {
        name: "concise",
        about: "One line each, with path, line and column",
        is_for_people: true,
        names_files: NamesFiles::Masked,
        file: |checked, lang, _| concise::file(checked, lang),
        ..PLAIN
    },
    &OutputFormat {
        name: "json",
        about: "For programs: one document with everything",
        opening: |_| json::OPENING,
        between: json::BETWEEN,
        file: |checked, lang, _| json::file(checked, lang),
        closing: |tally, _| json::closing(tally),
        ..PLAIN
    },
    &OutputFormat {
        name: "jsonl",
        about: "For programs: one finding a line, as it comes",
        file: |checked, lang, _| jsonl::file(checked, lang),
        unread: jsonl::file,
        ..PLAIN
    },
    &OutputFormat {
        name: "sarif",
        about: "For code scanning services: SARIF 2.1.0",
        opening: |_| sarif::OPENING,
        between: sarif::BETWEEN,
        file: |checked, lang, _| sarif::file(checked, lang),
        closing: sarif::closing,
        ..PLAIN
    },
    &OutputFormat {
        name: "github",
        about: "For GitHub Actions: notes in the margin of a pull request",
        names_files: NamesFiles::Unbroken,
        file: |checked, lang, _| github::file(checked, lang),
        unread: github::file,
        closing: github::closing,
        ..PLAIN
    },
    &OutputFormat {
        name: "gitlab",
        about: "For GitLab: a Code Quality report",
        opening: |_| gitlab::OPENING,
        between: gitlab::BETWEEN,
        file: |checked, lang, _| gitlab::file(checked, lang),
        unread: gitlab::file,
        closing: |_, _| gitlab::CLOSING.to_owned(),
        ..PLAIN
    },
    &OutputFormat {
        name: "junit",
        about: "For services that show test results",
        names_files: NamesFiles::Unbroken,
        opening: |_| junit::OPENING,
        file: |checked, lang, _| junit::file(checked, lang),
        unread: junit::unread,
        closing: |tally, lang| markup::closing(tally, junit::CLOSING, lang),
        ..PLAIN
    },
    &OutputFormat {
        name: "checkstyle",
        about: "For tools that read the XML of Checkstyle",
        names_files: NamesFiles::Unbroken,
        opening: |_| checkstyle::OPENING,
        file: |checked, lang, _| checkstyle::file(checked, lang),
        unread: checkstyle::file,
        closing: |tally, lang| markup::closing(tally, checkstyle::CLOSING, lang),
        ..PLAIN
    },
    &OutputFormat {
        name: "rdjson",
        about: "For reviewdog",
        opening: |_| rdjson::OPENING,
        between: rdjson::BETWEEN,
        file: |checked, lang, _| rdjson::file(checked, lang),
        unread: rdjson::file,
        closing: |_, _| rdjson::CLOSING.to_owned(),
        ..PLAIN
    },
    &OutputFormat {
        name: "html",
        about: "For people who would rather look than read: a page for the browser",
        is_for_people: true,
        is_filed: true,
        names_files: NamesFiles::Masked,
        opening: html::opening,
        file: |checked, lang, _| html::file(checked, lang),
        closing: html::closing,
        ..PLAIN
    },
];

/// The format of a report that goes to `output`: a page where its name says so and no other was asked for.
pub fn format_of(asked: Format, output: Option<&Path>) -> Format {
    let is_page = output
        .and_then(Path::extension)
        .is_some_and(|end| ["html", "htm"].iter().any(|page| end.eq_ignore_ascii_case(page)));
    let page = FORMATS.iter().find(|format| format.name == "html");
    page.copied().filter(|_| is_page && asked.name == "full").unwrap_or(asked)
}

impl PartialEq for OutputFormat {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for OutputFormat {}
