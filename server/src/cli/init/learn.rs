//! `referent init --learn`: a house style, read off a municipality's own minutes.

use std::path::Path;

use rules::house::Houses;
use rules::lessons::Lessons;
use rules::privacy::shown;
use workbench::lang::Lang;
use workbench::problem::Problem;

use super::{each_document, is_free};
use crate::args::InitArgs;
use crate::cli::Exit;
use crate::complaints::complain;

/// What the style is called as a file, unless another name is given.
const FILE: &str = "house.toml";

/// From fewer cases nothing can be learned, and from fewer documents little.
const FEWEST: usize = 5;

/// Learns from the documents in `from` and writes the style to the folder that `args` name.
pub(super) fn run(args: &InitArgs, from: &Path, lang: Lang) -> anyhow::Result<Exit> {
    let name = style_name(from);
    let target = args.output.clone().unwrap_or_else(|| args.folder.join(FILE));
    is_free(&target, args.force)?;
    let mut lessons = Lessons::default();
    each_document(from, lang, |document| lessons.add(document))?;
    let (documents, cases) = (lessons.documents(), lessons.cases());
    if cases < FEWEST {
        let from = files::name(from);
        let [items_da, items_en] = if cases == 1 { ["punkt", "item"] } else { ["punkter", "items"] };
        let [files_da, files_en] =
            if documents == 1 { ["dokument", "document"] } else { ["dokumenter", "documents"] };
        return Err(Problem::new(
            format!("{from} har kun {cases} {items_da} med afsnit i {documents} {files_da}; læg mindst fem referater med afsnit i mappen"),
            format!("{from} has only {cases} {items_en} with sections in {documents} {files_en}; put at least five minutes with sections there"),
        )
        .into());
    }
    if documents < FEWEST {
        complain(lang.pick(
            &*format!(
                "kun {documents} dokumenter; læg helst fem eller flere i mappen, så stilen ikke er tilfældig"
            ),
            &*format!("only {documents} documents; five or more are better, lest the style be chance"),
        ));
    }
    let learned = lessons.style(&name, lang == Lang::Da);
    let style: String = learned.lines().map(|line| format!("{}\n", shown(line))).collect();
    (*Houses::standard()).clone().add(&name, &style)?;
    files::put(&target, &style)?;
    let file = files::name(&target);
    let file = shown(&file);
    eprintln!(
        "{file} {} {documents} {}",
        lang.pick("er lært af", "is learned from"),
        lang.pick("dokumenter", "documents")
    );
    // Settings name a style from the folder that they lie in.
    let beside = files::name(target.strip_prefix(&args.folder).unwrap_or(&target));
    let beside = shown(&beside);
    eprintln!(
        "{}",
        lang.pick(
            format!("Læs den igennem, og skriv så i referent.toml: style = \"{beside}\""),
            format!("Read it through, then write in referent.toml: style = \"{beside}\""),
        )
    );
    Ok(Exit::Clean)
}

/// The name of the folder as that of a style: small letters, digits and hyphens.
fn style_name(folder: &Path) -> String {
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let name = whole.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let name: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let name = name.trim_matches('-').to_owned();
    if name.is_empty() || Houses::standard().get(&name).is_some() { format!("{name}-egen") } else { name }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::style_name;

    #[test]
    fn a_style_is_named_by_its_folder() {
        assert_eq!(style_name(Path::new("/x/Ny By 2024")), "ny-by-2024");
        assert_eq!(style_name(Path::new("/x/odense")), "odense-egen");
    }
}
