//! The command line: one subcommand per file of this folder.

mod baseline;
mod check;
mod compare;
mod config;
mod examine;
mod explain;
mod headed;
mod import;
mod in_order;
mod init;
mod new;
mod outline;
mod private;
mod progress;
mod publish;
mod register;
mod rules;
mod settings;
mod sink;

use std::process::ExitCode;

use workbench::lang::Lang;

pub(crate) use progress::clear as clear_progress;
pub(crate) use settings::language_here;
use sink::Sink;

use crate::args::{Args, Command};

/// What a run comes to; the greater beats the less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// Nothing at or above what fails.
    Clean = 0,
    /// Findings at or above it.
    Findings = 1,
    /// Something could not be done.
    Failed = 2,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Does what `args` ask for.
pub(crate) fn run(args: &Args, lang: Lang) -> anyhow::Result<Exit> {
    // Commands that read settings of their own follow those.
    let spoken = || args.lang().or_else(settings::language_here).unwrap_or(lang);
    match &args.command {
        Command::Check(args) => check::run(args, lang),
        Command::Outline(args) => outline::run(args, lang),
        Command::Explain(args) => explain::run(args, lang),
        Command::Rules(args) => rules::run(args, lang),
        // The language server is no command of this folder: `main` starts it.
        Command::Lsp(_) => Ok(Exit::Clean),
        Command::Config(command) => config::run(command, lang),
        Command::Baseline(command) => baseline::run(command, spoken()),
        Command::New(args) => new::run(args, if args.isolated { lang } else { spoken() }),
        Command::Import(args) => import::run(args, spoken()),
        Command::Init(args) => init::run(args, spoken()),
        Command::Register(args) => register::run(args, lang),
        Command::Compare(args) => compare::run(args, lang),
        Command::Publish(args) => publish::run(args, lang),
        Command::Completions(args) => {
            let mut script = Vec::new();
            clap_complete::generate(args.shell, &mut Args::described(lang), "referent", &mut script);
            let mut sink = Sink::stdout(false);
            sink.write_bytes(&script)?;
            sink.close()?;
            Ok(Exit::Clean)
        }
    }
}
