//! What a run writes takes the place of nothing that it reads, and of nothing that the program did not write itself.

use std::path::Path;

use files::settings::Resolver;
use files::{Named, Origin};
use workbench::findings::sidecar_of;
use workbench::problem::Problem;

/// Checks that `path`, which `flag` names, is none of the `files`, which it would take the place of, and no document at all.
pub(in crate::cli) fn apart(flag: &str, path: &Path, files: &[Named]) -> Result<(), Problem> {
    let name = files::name(path);
    let is_it = |file: &&Named| match &file.origin {
        Origin::File(other) | Origin::Found(other) => files::are_same(other, path),
        Origin::Stdin => path.is_file() && files::are_same(Path::new("/dev/stdin"), path),
    };
    if files.iter().any(|file| is_it(&file)) {
        return Err(Problem::new(
            format!(
                "{flag} {name} er et dokument, der gennemgås; giv filen et andet navn, eller udelad den med --exclude"
            ),
            format!(
                "{flag} {name} is a document that is checked; give the file another name, or leave it out by --exclude"
            ),
        ));
    }
    if files::is_document(path) {
        return Err(Problem::new(
            format!("{flag} {name} er et dokument; giv filen et andet navn"),
            format!("{flag} {name} is a document; give the file another name"),
        ));
    }
    Ok(())
}

/// Checks that what lies at `path`, which `flag` names, may be written over: it is `ours`, or nothing, or the user said so by
/// `force`.
pub(in crate::cli) fn replaceable(
    flag: &str,
    path: &Path,
    force: bool,
    ours: impl FnOnce(&str) -> bool,
) -> Result<(), Problem> {
    // A pipe or a device keeps nothing that could be lost; a link to nowhere would be one no more.
    let is_loose = path.is_symlink() && !path.exists();
    if force || !is_loose && (!path.is_file() || ours(&files::head(path))) {
        return Ok(());
    }
    let name = files::name(path);
    Err(Problem::new(
        format!(
            "{flag} {name} findes allerede og er ikke skrevet af dette program; giv filen et andet navn, eller skriv over den \
             med --force"
        ),
        format!(
            "{flag} {name} exists already and was not written by this program; give the file another name, or write over it \
             with --force"
        ),
    ))
}

/// Checks that `path`, which `flag` names, is none of the files that say how `files` are checked: settings and what they
/// name, what lies beside a document, and the `lists` named on the command line.
pub(in crate::cli) fn apart_from_settings(
    flag: &str,
    path: &Path,
    files: &[Named],
    resolver: &Resolver,
    lists: &[Option<&Path>],
) -> Result<(), Problem> {
    let documents = files.iter().map(|file| match &file.origin {
        Origin::File(document) | Origin::Found(document) => document.as_path(),
        Origin::Stdin => Path::new(&file.name),
    });
    for document in documents.clone() {
        // Settings are known when they have been looked for; broken ones are told of where the document is checked.
        let _ = resolver.locate(document);
    }
    let is_read = documents.map(sidecar_of).any(|beside| files::are_same(&beside, path))
        || lists.iter().flatten().any(|list| files::are_same(list, path))
        || resolver.has_read(path);
    if !is_read {
        return Ok(());
    }
    let name = files::name(path);
    Err(Problem::new(
        format!(
            "{flag} {name} er en fil, som gennemgangen selv læser, og den ville gå tabt; giv filen et andet navn"
        ),
        format!(
            "{flag} {name} is a file that the check itself reads, and it would be lost; give the file another name"
        ),
    ))
}
