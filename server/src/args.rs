//! The command line as types.

mod danish;
#[cfg(test)]
mod described;
mod minutes;
mod settings;
mod shared;
mod spoken;
mod usage;
mod values;

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use files::environment;
use jiff::civil::{Date, Time};
use reports::Format;
use workbench::config::FailOn;
use workbench::lang::Lang;

pub(crate) use minutes::{CompareArgs, Comparing, PublishArgs, RegisterArgs, Registering};
pub(crate) use settings::{BaselineArgs, BaselineCommand, ConfigCommand};
pub(crate) use shared::{ConfigArgs, DocumentArgs, InputArgs, LangArgs, SelectionArgs};
pub(crate) use values::{Color, named};

/// Checks the minutes and agendas of Danish municipal committees.
///
/// Exit status: 0 no errors, 1 errors (what counts as one, --fail-on says), 2 something could not be done.
#[derive(Debug, Parser)]
#[command(name = "referent", version, arg_required_else_help = true, max_term_width = 100)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// The language that stands in the call, for commands without such a flag.
    #[arg(skip)]
    spoken: Option<Lang>,
}

/// What is to be done.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check minutes and agendas, and report what is found
    Check(Box<CheckArgs>),
    /// Show the agenda of one document as a tree
    Outline(OutlineArgs),
    /// Explain a rule: what it flags, why, and an example
    Explain(ExplainArgs),
    /// List every rule
    Rules(RulesArgs),
    /// Serve an editor: the Language Server Protocol on standard input and output
    Lsp(LspArgs),
    /// Show the settings of a file, or the JSON Schema of referent.toml
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Write or tidy the list of findings that are known and not reported
    #[command(subcommand)]
    Baseline(BaselineCommand),
    /// Write a skeleton of an agenda or of minutes in a house style
    New(Box<NewArgs>),
    /// Write a draft in Markdown from Word, ODT, HTML or PDF
    Import(ImportArgs),
    /// List every decision of a folder's minutes, as a table or as open data
    Register(RegisterArgs),
    /// Say what the minutes changed in what the agenda recommended
    Compare(CompareArgs),
    /// Write a copy fit to publish, from text, Markdown or Word
    Publish(PublishArgs),
    /// Write a first referent.toml, made from the documents that are there
    Init(InitArgs),
    /// Print what makes a shell complete the names of commands and flags
    Completions(CompletionsArgs),
}

/// `referent new`.
#[derive(Debug, Parser)]
pub(crate) struct NewArgs {
    /// Who meets: "Kultur- og Fritidsudvalget"
    #[arg(long, value_name = "NAME", value_parser = values::words)]
    pub(crate) committee: Option<String>,
    /// The day of the meeting, as 2026-12-31 or 31-12-2026; its weekday is found
    #[arg(long, value_parser = values::day)]
    pub(crate) date: Option<Date>,
    /// When the meeting begins, as 17:30 or 17.30
    #[arg(long, value_parser = values::time)]
    pub(crate) time: Option<Time>,
    /// Where it is held
    #[arg(long)]
    pub(crate) place: Option<String>,
    /// The titles of the items, one a line; "-" is standard input; without it, the usual ones and one to fill in
    #[arg(long, value_name = "FILE|-")]
    pub(crate) items: Option<PathBuf>,
    /// The number of the first item
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = values::ordinal)]
    pub(crate) first: u32,
    /// Turn this agenda into minutes, with a heading for each decision
    #[arg(long, value_name = "AGENDA|-", conflicts_with_all = ["committee", "date", "time", "place", "items", "first", "stage"])]
    pub(crate) from: Option<PathBuf>,
    /// Write to this file, which must not exist, and not to standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Read no file of settings; what is suppressed beside a document still is
    #[arg(long)]
    pub(crate) isolated: bool,
    #[command(flatten)]
    pub(crate) document: DocumentArgs,
}

/// `referent init`.
#[derive(Debug, Parser)]
pub(crate) struct InitArgs {
    /// The folder of the documents
    #[arg(default_value = ".")]
    pub(crate) folder: PathBuf,
    /// Write over a file that is there
    #[arg(long)]
    pub(crate) force: bool,
    /// Learn a house style from the minutes in FOLDER (five or more) and write it to the folder of the documents
    #[arg(long, value_name = "FOLDER")]
    pub(crate) learn: Option<PathBuf>,
    /// The file that the learned style is written to [default: house.toml in the folder of the documents]
    #[arg(short, long, value_name = "FILE", requires = "learn")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) texts: LangArgs,
}

/// `referent import`.
#[derive(Debug, Parser)]
pub(crate) struct ImportArgs {
    /// Word, LibreOffice, HTML or PDF; "-" is standard input
    #[arg(required = true, value_name = "FILE|-")]
    pub(crate) files: Vec<PathBuf>,
    /// The folder of the drafts, or the name (.md) of the only one; without it one draft goes to standard output
    #[arg(short, long, value_name = "DIR")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) texts: LangArgs,
}

/// `referent completions`.
#[derive(Debug, Parser)]
pub(crate) struct CompletionsArgs {
    /// The shell
    pub(crate) shell: clap_complete::Shell,
}

impl Args {
    /// The commands and flags as a shell is told of them, with their help in `lang`.
    pub(crate) fn described(lang: Lang) -> clap::Command {
        match lang {
            Lang::Da => danish::with_spoken_values(danish::in_danish(Self::command())),
            Lang::En => Self::command(),
        }
    }

    /// What the program was called with; help and a wrong call are told in the
    /// writer's language, or in that of the settings `here`, and end the program.
    pub(crate) fn of_the_call(here: impl FnOnce() -> Option<Lang>) -> Self {
        let mut program = Self::command();
        program.build();
        let words = spoken::arranged(std::env::args_os().collect(), &program);
        let spoken = usage::lang(std::env::args_os());
        let parsed = Self::try_parse_from(&words).map(|args| Self { spoken, ..args });
        parsed.unwrap_or_else(|error| match spoken.or_else(here).unwrap_or_else(environment::language) {
            Lang::En => usage::end_in_english(error),
            Lang::Da => {
                let again = danish::in_danish(Self::command()).try_get_matches_from(&words);
                usage::end(&again.err().unwrap_or(error))
            }
        })
    }

    /// The language that was asked for.
    pub(crate) fn lang(&self) -> Option<Lang> {
        match &self.command {
            Command::Check(args) => args.document.texts.lang,
            Command::Outline(args) => args.document.texts.lang,
            Command::Explain(args) => args.texts.lang,
            Command::Rules(args) => args.texts.lang,
            Command::Lsp(args) => args.texts.lang,
            Command::Config(ConfigCommand::Show(args)) => args.document.texts.lang,
            Command::Config(ConfigCommand::Schema) | Command::Completions(_) => self.spoken,
            Command::New(args) => args.document.texts.lang,
            Command::Init(args) => args.texts.lang,
            Command::Import(args) => args.texts.lang,
            Command::Register(args) => args.texts.lang,
            Command::Compare(args) => args.texts.lang,
            Command::Publish(args) => args.texts.lang,
            Command::Baseline(BaselineCommand::Write(args) | BaselineCommand::Prune(args)) => {
                args.document.texts.lang
            }
        }
    }
}

/// `referent lsp`.
#[derive(Debug, Parser)]
pub(crate) struct LspArgs {
    /// What many editors pass; standard input and output are always used
    #[arg(long)]
    stdio: bool,
    #[command(flatten)]
    pub(crate) texts: LangArgs,
}

/// `referent check`.
#[derive(Debug, Parser)]
#[command(after_help = "\
Exit status: 0 nothing at or above --fail-on, 1 findings at or above it or too many warnings, 2 bad \
usage, unreadable input or no file matched, 130 interrupted. Standard output carries the report alone.")]
pub(crate) struct CheckArgs {
    /// Files and folders; "-" is standard input [default: .]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) selection: SelectionArgs,
    #[command(flatten)]
    pub(crate) document: DocumentArgs,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
    #[command(flatten)]
    pub(crate) input: InputArgs,
    #[command(flatten)]
    pub(crate) status: StatusArgs,
    #[command(flatten)]
    pub(crate) fixing: FixArgs,
    #[command(flatten)]
    pub(crate) config: ConfigArgs,
    /// Write a copy of a Word document with the findings as comments and the safe fixes as tracked changes
    #[arg(long, value_name = "FILE|DIR", help_heading = "Fixing", conflicts_with_all = ["fix", "diff", "watch"])]
    pub(crate) annotate: Option<PathBuf>,
    /// Report only what is not in this baseline
    #[arg(long, value_name = "FILE", help_heading = "Run")]
    pub(crate) baseline: Option<PathBuf>,
    /// Check again whenever a file is saved
    #[arg(long, help_heading = "Run", conflicts_with_all = ["fix", "diff", "output"])]
    pub(crate) watch: bool,
    /// Say how long each rule takes, on standard error
    #[arg(long, help_heading = "Run")]
    pub(crate) timings: bool,
    /// Files checked at the same time [default: one for each processor]
    #[arg(long, value_name = "N", help_heading = "Run", value_parser = values::positive)]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// Say of each file which style and stage it is held to, and why
    #[arg(short, long, help_heading = "Run")]
    pub(crate) verbose: bool,
}

/// What is done about findings.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Fixing")]
pub(crate) struct FixArgs {
    /// Make the fixes that cannot change what the minutes say
    #[arg(long)]
    pub(crate) fix: bool,
    /// With --fix or --diff: those too that a person must look at
    #[arg(long)]
    pub(crate) unsafe_fixes: bool,
    /// Show what --fix would change, and write nothing; exit with 1 if there is anything
    #[arg(long, conflicts_with = "fix")]
    pub(crate) diff: bool,
    /// With --diff: repeat private numbers, so that a difference with them can be used as a patch
    #[arg(long, requires = "diff")]
    pub(crate) allow_private: bool,
}

/// What is written, and where.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Output")]
pub(crate) struct OutputArgs {
    /// How findings are written
    #[arg(long, default_value = "full", value_parser = values::format())]
    pub(crate) format: Format,
    /// Write the report to a file and not to standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// With --output: write over a file that is there
    #[arg(long)]
    pub(crate) force: bool,
    /// Count the findings of each rule, on standard error
    #[arg(long)]
    pub(crate) statistics: bool,
    /// No summary, notes or progress on standard error
    #[arg(short, long, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    /// Colours; NO_COLOR is honoured
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,
}

/// What the exit status says.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Exit status")]
pub(crate) struct StatusArgs {
    /// Exit with 1 if there are findings as severe as this [default: error]
    #[arg(long, value_name = "SEVERITY", value_parser = values::fail_on())]
    pub(crate) fail_on: Option<FailOn>,
    /// Exit with 1 if there are more warnings than this
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = values::number::<usize>)]
    pub(crate) max_warnings: Option<usize>,
    /// Exit with 0 whatever is found
    #[arg(long)]
    pub(crate) exit_zero: bool,
}

/// `referent outline`.
#[derive(Debug, Parser)]
pub(crate) struct OutlineArgs {
    /// A file; "-" is standard input
    pub(crate) path: PathBuf,
    /// How the agenda is written
    #[arg(long, default_value = "text")]
    pub(crate) format: Listing,
    /// Tell of each line that could begin an item why it does or does not
    #[arg(long)]
    pub(crate) why: bool,
    /// Write to this file, which must not exist, and not to standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) document: DocumentArgs,
}

/// `referent explain`.
#[derive(Debug, Parser)]
pub(crate) struct ExplainArgs {
    /// A rule: "dates/weekday"
    pub(crate) rule: String,
    #[command(flatten)]
    pub(crate) config: ConfigArgs,
    #[command(flatten)]
    pub(crate) texts: LangArgs,
}

/// `referent rules`.
#[derive(Debug, Parser)]
pub(crate) struct RulesArgs {
    /// How the rules are written
    #[arg(long, default_value = "text")]
    pub(crate) format: Listing,
    #[command(flatten)]
    pub(crate) config: ConfigArgs,
    #[command(flatten)]
    pub(crate) texts: LangArgs,
}

/// For people or for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Listing {
    /// For people
    Text,
    /// For programs
    Json,
}
