//! `referent init`: a first `referent.toml`, made from the documents that are there.

mod learn;
mod seen;

use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

use files::environment;
use files::find::{self, Wanted};
use files::settings::{Asked, Resolver};
use rules::document::{Document, Engine};
use rules::privacy::shown;
use workbench::config::{NAME, Overlay};
use workbench::guard::guarded;
use workbench::lang::Lang;
use workbench::limits::Limits;
use workbench::problem::Problem;

use seen::Seen;

use super::Exit;
use crate::args::InitArgs;
use crate::complaints::complain;

/// Writes the settings for the folder that `args` name.
pub(super) fn run(args: &InitArgs, lang: Lang) -> anyhow::Result<Exit> {
    is_folder(&args.folder)?;
    if let Some(folder) = &args.learn {
        is_folder(folder)?;
        return learn::run(args, folder, lang);
    }
    let target = args.folder.join(NAME);
    let name = files::name(&target);
    is_free(&target, args.force)?;
    let mut seen = Seen::default();
    each_document(&args.folder, lang, |document| seen.add(document))?;
    let told = args.texts.lang.is_some() || environment::is_told() || super::language_here().is_some();
    files::put(&target, &settings(&seen, lang, Spoken(told)))?;
    let n = seen.n_files;
    let documents = match n {
        1 => lang.pick("dokument", "document"),
        _ => lang.pick("dokumenter", "documents"),
    };
    eprintln!("{} {} {n} {documents}", shown(&name), lang.pick("er skrevet efter", "is written from"));
    Ok(Exit::Clean)
}

fn is_folder(folder: &Path) -> Result<(), Problem> {
    if folder.is_dir() {
        return Ok(());
    }
    let name = files::name(folder);
    Err(Problem::new(
        format!("der er ingen mappe {name}; nævn den, dokumenterne ligger i"),
        format!("there is no folder {name}; name the one the documents lie in"),
    ))
}

/// Is `target` not there yet, or may it be written over?
fn is_free(target: &Path, force: bool) -> Result<(), Problem> {
    if force || !target.exists() {
        return Ok(());
    }
    let name = files::name(target);
    Err(Problem::new(
        format!("{name} findes allerede; --force skriver den om"),
        format!("{name} exists already; --force writes it anew"),
    ))
}

/// Looks at the documents in `folder`; it may well hold none yet.
fn each_document(folder: &Path, lang: Lang, mut look: impl FnMut(&Document)) -> Result<(), Problem> {
    let resolver = Arc::new(Resolver::new(Asked::Nothing, Overlay::default()));
    let found = find::find(&[folder.to_owned()], Wanted::new(&[], &[], resolver)?);
    let engine = Arc::new(Engine { settings: rules::lint::Settings::new(Vec::new()), ..Engine::default() });
    if let Some(note) = found.unread() {
        complain(note.text(lang));
    }
    for file in &found.files {
        match files::read_named(file, Limits::default()) {
            Ok(source) => {
                // A document that cannot be understood is no reason not to look at the others.
                let ranks = source.ranks();
                if let Ok(document) = guarded(|| Document::with_ranks(engine.clone(), source.text, ranks)) {
                    look(&document);
                }
            }
            Err(problem) => complain(problem.text(lang)),
        }
    }
    Ok(())
}

/// Has anybody said which language is spoken here? All who use the folder would have the one that is written down.
#[derive(Clone, Copy)]
struct Spoken(bool);

/// The text of `referent.toml`.
fn settings(seen: &Seen, lang: Lang, spoken: Spoken) -> String {
    let say = |da: &'static str, en: &'static str| lang.pick(da, en);
    let mut text = String::new();
    let mut line = |words: &str| {
        let _ = writeln!(text, "{words}");
    };
    line(say(
        "# Indstillinger for referent i denne mappe og dem under den. Alle nøgler: referent config schema",
        "# Settings of referent for this folder and those below it. All keys: referent config schema",
    ));
    line("");
    match spoken {
        Spoken(true) => line(&format!("language = \"{}\"", say("da", "en"))),
        Spoken(false) => line("# language = \"da\"  # without this line each machine has its own language"),
    }
    line(say(
        "# Husstil: generel, en kommunes (\"odense\") eller din egen .toml-fil, som referent init --learn kan skrive.",
        "# House style: generel, that of a municipality (\"odense\") or a .toml file of your own: referent init --learn.",
    ));
    match seen.style() {
        Some((style, n)) => line(&format!(
            "style = {}  # {n} {} {} {}",
            quoted(style),
            say("af", "of"),
            seen.n_files,
            say("dokumenter", "documents")
        )),
        None => line(say(
            "# style = \"generel\"  # uden denne linje findes stilen for hvert dokument",
            "# style = \"generel\"  # without this line the style of each document is found",
        )),
    }
    line("\n[lint]");
    line(say(
        "# Hvad der får \"referent check\" til at sige nej: error, warning, info eller never.",
        "# What makes \"referent check\" say no: error, warning, info or never.",
    ));
    line("fail-on = \"error\"");
    line(say("# ignore = [\"typography/percent\"]", "# ignore = [\"typography/percent\"]"));
    line("\n[lint.severity]");
    line("# \"dates/weekday\" = \"warning\"");
    line("\n[names]");
    line("# municipality = \"Fjordby Kommune\"");
    line(&list("committees", seen.committees().into_iter().map(quoted)));
    line(say(
        "# Medlemmer, som dokumenterne nævner med deres parti; ret listen til.",
        "# Members whom the documents name with their party; mend the list.",
    ));
    let member =
        |(name, party): (&str, &str)| format!("{{ name = {}, party = {} }}", quoted(name), quoted(party));
    line(&list("members", seen.members().map(member)));
    line("\n[vocabulary]");
    line(say("# Ord, der er rigtige her.", "# Words that are right here."));
    line("words = []");
    line(say(
        "\n# Før offentliggørelse: referent check --profile publish",
        "\n# Before publishing: referent check --profile publish",
    ));
    line("[profile.publish]\nfail-on = \"warning\"");
    text
}

/// A list with each of `values`, written, on a line of its own.
fn list(key: &str, values: impl Iterator<Item = String>) -> String {
    let lines: Vec<String> = values.map(|value| format!("    {value},\n")).collect();
    let open = if lines.is_empty() { "" } else { "\n" };
    format!("{key} = [{open}{}]", lines.concat())
}

/// `words` as TOML writes them.
fn quoted(words: &str) -> String {
    toml::Value::String(words.to_owned()).to_string()
}

#[cfg(test)]
mod tests {
    use super::{Seen, Spoken, settings};
    use rules::document::Document;
    use workbench::lang::Lang;

    #[test]
    fn what_is_written_can_be_read() {
        let mut seen = Seen::default();
        for text in [
            "",
            "Byrådet \"Nord\"\n\nMedlemmer\nBo Berg (A), formand\nIda Lund (V)\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n",
        ] {
            seen.add(&Document::new(Default::default(), text.to_owned()));
        }
        for lang in [Lang::Da, Lang::En] {
            let text = settings(&seen, lang, Spoken(true));
            workbench::config::can_be_read(&text).unwrap_or_else(|error| panic!("{error:?} in {text}"));
        }
    }
}
