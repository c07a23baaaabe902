//! Commands that read whole minutes and say what they decide.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};

use super::{LangArgs, Listing};

/// `referent register`.
#[derive(Debug, Parser)]
pub(crate) struct RegisterArgs {
    /// The folder of the minutes
    #[arg(value_name = "FOLDER")]
    pub(crate) folder: PathBuf,
    /// How the decisions are written
    #[arg(long, default_value = "csv")]
    pub(crate) format: Registering,
    /// Write to this file, which must not exist, and not to standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// House style, by name or as a file [default: found by its signs]
    #[arg(long, value_name = "NAME|FILE")]
    pub(crate) style: Option<String>,
    #[command(flatten)]
    pub(crate) texts: LangArgs,
}

/// How a register is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Registering {
    /// For a spreadsheet, parted by commas, in UTF-8; a Danish Excel takes it by Data, From Text/CSV
    Csv,
    /// For programs
    Json,
    /// Open data on motions and votes: Popolo
    Popolo,
    /// Akoma Ntoso 3.0, as XML
    Akn,
}

/// `referent compare`.
#[derive(Debug, Parser)]
#[command(after_help = "\
Exit status: 0 the recommendation is the same, 1 it was changed, 2 something could not be read.")]
pub(crate) struct CompareArgs {
    /// The agenda: text, Word, LibreOffice, HTML or PDF; "-" is standard input
    #[arg(value_name = "AGENDA|-")]
    pub(crate) agenda: PathBuf,
    /// The minutes of the same meeting
    #[arg(value_name = "MINUTES")]
    pub(crate) minutes: PathBuf,
    /// How the differences are written
    #[arg(long, default_value = "text")]
    pub(crate) format: Comparing,
    /// Write to this file, which must not exist, and not to standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// House style, by name or as a file [default: found by its signs]
    #[arg(long, value_name = "NAME|FILE")]
    pub(crate) style: Option<String>,
    #[command(flatten)]
    pub(crate) texts: LangArgs,
}

/// How a comparison is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Comparing {
    /// For people
    Text,
    /// For programs
    Json,
    /// For the browser
    Html,
}

/// Lines that a person has looked at; none at all stands for all that may mean something else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct AllowedLines(pub(crate) Vec<u32>);

impl std::str::FromStr for AllowedLines {
    type Err = String;

    /// "9,16-18".
    fn from_str(written: &str) -> Result<Self, Self::Err> {
        const MOST: u32 = 1000;
        let mut lines = Vec::new();
        for part in written.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            let (from, to) = part.split_once('-').unwrap_or((part, part));
            let number = |digits: &str| digits.trim().parse::<u32>().ok().filter(|line| *line > 0);
            match (number(from), number(to)) {
                (Some(from), Some(to)) if from <= to && to - from < MOST => lines.extend(from..=to),
                _ => return Err(format!("{part:?} is no line; write numbers like 9,16-18")),
            }
        }
        Ok(Self(lines))
    }
}

/// `referent publish`.
#[derive(Debug, Parser)]
#[command(after_help = "\
Closed items keep their number, their title as far as it names nobody, and their decision as far as the style \
allows; private numbers are hidden; comments, hidden text, tracked changes and properties are gone. All that \
was taken out is listed on standard error. A line that may speak of closed matter, or repeats what was taken \
out, keeps the copy from being written, and is named; write \"(Lukket)\" or \"(Åben)\" at the end of the \
item's heading, or allow the line.

Exit status: 0 the copy is written, 2 it is not.")]
pub(crate) struct PublishArgs {
    /// The minutes or the agenda: text, Markdown or Word; "-" is standard input, for text
    #[arg(value_name = "FILE|-")]
    pub(crate) file: PathBuf,
    /// Where the copy goes; nothing may lie there
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    /// Write it although these lines speak of closed matter: 9,16-18; without numbers, those that may mean something else
    #[arg(long, value_name = "LINES", num_args = 0..=1, require_equals = true, default_missing_value = "")]
    pub(crate) allow_closed: Option<AllowedLines>,
    /// How the list of what was taken out is written; JSON goes to standard output
    #[arg(long, default_value = "text")]
    pub(crate) format: Listing,
    /// House style, by name or as a file [default: found by its signs]
    #[arg(long, value_name = "NAME|FILE")]
    pub(crate) style: Option<String>,
    #[command(flatten)]
    pub(crate) texts: LangArgs,
}
