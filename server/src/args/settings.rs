//! Commands about settings and about what is known.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use super::{ConfigArgs, DocumentArgs, InputArgs, SelectionArgs};

/// `referent config`.
#[derive(Debug, Subcommand)]
pub(crate) enum ConfigCommand {
    /// Show every setting that holds for a file or folder, and where it comes from
    Show(Box<ConfigShowArgs>),
    /// Print the JSON Schema of referent.toml
    Schema,
}

/// `referent config show`.
#[derive(Debug, Parser)]
pub(crate) struct ConfigShowArgs {
    /// A file or folder
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    /// Only what is not as it is by default
    #[arg(long)]
    pub(crate) changed: bool,
    #[command(flatten)]
    pub(crate) selection: SelectionArgs,
    #[command(flatten)]
    pub(crate) document: DocumentArgs,
    #[command(flatten)]
    pub(crate) config: ConfigArgs,
}

/// `referent baseline`.
#[derive(Debug, Subcommand)]
pub(crate) enum BaselineCommand {
    /// Write down every finding there is now
    Write(Box<BaselineArgs>),
    /// Take out what is no longer found
    Prune(Box<BaselineArgs>),
}

/// `referent baseline write` and `prune`.
#[derive(Debug, Parser)]
pub(crate) struct BaselineArgs {
    /// Files and folders [default: .]
    pub(crate) paths: Vec<PathBuf>,
    /// The file that is written
    #[arg(long, value_name = "FILE", default_value = "referent-baseline.json")]
    pub(crate) baseline: PathBuf,
    /// Write over a file that is there
    #[arg(long)]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) selection: SelectionArgs,
    #[command(flatten)]
    pub(crate) document: DocumentArgs,
    #[command(flatten)]
    pub(crate) config: ConfigArgs,
    #[command(flatten)]
    pub(crate) input: InputArgs,
}
