//! Commands that read whole minutes and say what they decide.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};

use super::LangArgs;

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
