//! `referent config`: the settings of a document with where they come from, and the JSON Schema.

use std::path::Path;

use rules::privacy::shown;
use workbench::config::{schema, show};
use workbench::lang::Lang;
use workbench::problem::Problem;

use super::sink::Sink;
use super::{Exit, settings};
use crate::args::ConfigCommand;

/// Does what `command` asks for.
pub(super) fn run(command: &ConfigCommand, lang: Lang) -> anyhow::Result<Exit> {
    let text = match command {
        ConfigCommand::Schema => schema(lang),
        ConfigCommand::Show(args) => {
            let resolver = settings::resolver(&args.config, &args.selection, &args.document);
            is_there(&args.path)?;
            // Of a folder, the settings are those of the documents in it.
            let path = if args.path.is_dir() { args.path.join("*") } else { args.path.clone() };
            let located = resolver.locate(&path).map_err(Problem::from)?;
            show(&located, args.changed, settings::lang(&args.document, &located.config, lang))
        }
    };
    let mut sink = Sink::stdout(false);
    sink.write(&shown(&text))?;
    sink.close()?;
    Ok(Exit::Clean)
}

/// Is anything at `path`, whose settings are asked for? Standard input always is.
fn is_there(path: &Path) -> Result<(), Problem> {
    if path == Path::new("-") || path.exists() {
        return Ok(());
    }
    let name = files::name(path);
    Err(Problem::new(
        format!("{name} findes ikke; se efter, om stien er rigtig"),
        format!("{name} does not exist; check the path"),
    ))
}
