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
    /// House style, by name or as a file [default: found by its signs]
    #[arg(long, value_name = "NAME|FILE")]
    pub(crate) style: Option<String>,
    #[command(flatten)]
    pub(crate) texts: LangArgs,
}

/// How a register is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Registering {
    /// For a spreadsheet
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

/// `referent publish`.
#[derive(Debug, Parser)]
#[command(after_help = "\
Closed items keep their number, their title as far as it names nobody, and their decision as far as the style allows;
private numbers are hidden; comments, hidden text, tracked changes and properties are gone. All that was taken out is
listed on standard error. Exit status: 0 the copy is written, 2 it is not.")]
pub(crate) struct PublishArgs {
    /// The minutes or the agenda: text, Markdown or Word
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Where the copy goes; nothing may lie there
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    /// Write it although a line speaks of closed matter that no closed item explains; you have looked yourself
    #[arg(long)]
    pub(crate) allow_closed: bool,
    /// How the list of what was taken out is written; JSON goes to standard output
    #[arg(long, default_value = "text")]
    pub(crate) format: Listing,
    /// House style, by name or as a file [default: found by its signs]
    #[arg(long, value_name = "NAME|FILE")]
    pub(crate) style: Option<String>,
    #[command(flatten)]
    pub(crate) texts: LangArgs,
}
