//! Flags that several commands share.

use std::path::PathBuf;

use clap::ValueEnum;
use workbench::lang::Lang;

use super::values;

/// Which rules run.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Rules")]
pub(crate) struct SelectionArgs {
    /// Only these: rules ("dates/weekday"), groups ("dates") or "all", those too that are off by default
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) select: Vec<String>,
    /// Not these: rules, groups or "all"
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,
}

/// Where settings come from.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Configuration")]
pub(crate) struct ConfigArgs {
    /// Use this file of settings [default: the nearest referent.toml upwards of each file]
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Read no file of settings; what is suppressed beside a document still is
    #[arg(long, conflicts_with = "config")]
    pub(crate) isolated: bool,
    /// Use the settings of [profile.NAME]
    #[arg(long, value_name = "NAME")]
    pub(crate) profile: Option<String>,
}

/// How a document is read.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Document")]
pub(crate) struct DocumentArgs {
    /// House style, by name or as a file [default: found by its signs]
    #[arg(long, value_name = "NAME|FILE")]
    pub(crate) style: Option<String>,
    /// Agenda or minutes [default: found in the text]
    #[arg(long)]
    pub(crate) stage: Option<Stage>,
    #[command(flatten)]
    pub(crate) texts: LangArgs,
}

/// In which language is spoken.
#[derive(Debug, clap::Args)]
pub(crate) struct LangArgs {
    /// Language of the messages [default: that of the settings or the editor, else da if the locale is Danish, else en]
    #[arg(long, value_parser = values::lang())]
    pub(crate) lang: Option<Lang>,
}

/// Which files are read.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Input")]
pub(crate) struct InputArgs {
    /// What to call standard input in the report
    #[arg(long, value_name = "NAME")]
    pub(crate) stdin_filename: Option<String>,
    /// Check the files named in FILE, one a line; "-" is standard input
    #[arg(long, value_name = "FILE|-")]
    pub(crate) files_from: Option<PathBuf>,
    /// In folders, check files like this instead of texts (.txt .md .markdown .referat .dagsorden) and documents
    #[arg(long, value_name = "GLOB")]
    pub(crate) include: Vec<String>,
    /// Leave out files and folders like this, named files too
    #[arg(long, value_name = "GLOB")]
    pub(crate) exclude: Vec<String>,
}

/// Before or after the meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Stage {
    /// Before the meeting
    Agenda,
    /// After the meeting
    Minutes,
}

impl From<Stage> for rules::minutes::Stage {
    fn from(stage: Stage) -> Self {
        match stage {
            Stage::Agenda => Self::Agenda,
            Stage::Minutes => Self::Minutes,
        }
    }
}
