//! Which documents are agendas or minutes: by what the editor calls them, by their names, and by what they say.

use std::path::Path;

use rules::document::Document;
use rules::minutes::{Content, Placed};
use tower_lsp::ls_types::Uri;

use super::uri;

/// Does the file say by its name that it is an agenda or minutes?
pub fn is_named(path: &Path) -> bool {
    let name = files::name(path).to_lowercase();
    ["referat", "dagsorden"].iter().any(|word| name.contains(word))
}

/// Must the document at `path` read like minutes to be told of? It must where neither its name nor the editor, which calls
/// it `language`, says that it is some: a README is sent because it is Markdown, and a file of a folder is sent by nobody.
pub fn goes_by_content(language: &str, path: Option<&Path>) -> bool {
    is_any_text(language) && !path.is_some_and(is_named)
}

/// Does the editor call the document something else than our editors call minutes: a text, a letter, a program?
fn is_any_text(language: &str) -> bool {
    !["referat", "dagsorden"].iter().any(|name| language.eq_ignore_ascii_case(name))
}

/// Is the file at `path` one that tells of a folder or a program, as its name says: a README is no minutes, whatever stands
/// in it as an example?
pub fn tells_of_files(language: &str, path: &Path) -> bool {
    const NAMES: [&str; 6] = ["readme", "contributing", "changelog", "license", "security", "authors"];
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().to_lowercase()).unwrap_or_default();
    is_any_text(language) && NAMES.contains(&&*stem)
}

/// Does the text read like an agenda or minutes: does it tell who meets, when and what it is, or divide what is decided into
/// items? Notes, a letter or a README do not.
pub fn reads_like_minutes(document: &Document) -> bool {
    let head = document.minutes().head();
    let items: Vec<Placed<'_>> = document.minutes().items().collect();
    let decides = |placed: &&Placed<'_>| {
        let mut sections = placed.item.sections.iter();
        sections.any(|section| matches!(section.content, Content::Recommendation(_) | Content::Decision(_)))
    };
    let of_meeting = [
        head.committee.is_some(),
        head.date.is_some(),
        !head.participants.is_empty() || !head.absent.is_empty(),
    ];
    let signs = [head.stage.is_some(), items.len() > 1, items.iter().any(|item| decides(&item))];
    // A guide to writing agendas speaks of all they have, and of no meeting.
    of_meeting.contains(&true) && of_meeting.into_iter().chain(signs).filter(|sign| *sign).count() >= 3
}

/// Schemes of what only shows a document; the extension of VS Code knows the same, where no server runs.
const SHOWN: [&str; 11] = [
    "chat-editing-text-model",
    "comment",
    "git",
    "gitfs",
    "gitlens",
    "hg",
    "merge-conflict.conflict-diff",
    "output",
    "pr",
    "review",
    "svn",
];
/// Of those that VS Code has itself, the ones with files.
const FILES: [&str; 4] = ["vscode-remote", "vscode-test-web", "vscode-userdata", "vscode-vfs"];

/// Does an editor show at `uri` what is a document elsewhere: the preview of an edit, an earlier version beside the text? Nobody writes
/// in it, and what is found in the document would be told twice.
pub fn is_view(uri: &Uri) -> bool {
    let scheme = uri.scheme().as_str().to_ascii_lowercase();
    SHOWN.contains(&&*scheme) || scheme.starts_with("vscode-") && !FILES.contains(&&*scheme)
}

/// Is the document at `uri` a file of settings, and no minutes?
pub fn is_settings(uri: &Uri) -> bool {
    uri::path(uri).is_some_and(|path| names_settings(&path))
}

/// Is the file at `path` called as files of settings and house styles are?
pub fn names_settings(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "toml")
}

#[cfg(test)]
mod tests {
    use super::{FILES, SHOWN, is_view};

    #[test]
    fn the_extension_knows_the_same_schemes() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../editors/vscode/src/minutes.ts");
        let source = std::fs::read_to_string(file).expect("the extension's list");
        for (name, known) in [("SHOWN", &SHOWN[..]), ("FILES", &FILES[..])] {
            let list = source.split_once(&format!("const {name} = [")).map_or("", |(_, rest)| rest);
            let list = list.split(']').next().unwrap_or_default();
            let told: Vec<&str> = list.split('\'').skip(1).step_by(2).collect();
            assert_eq!(told, known, "{name}");
        }
    }

    #[test]
    fn what_an_editor_only_shows_is_no_document() {
        let is_view = |uri: &str| is_view(&uri.parse().expect("an address"));
        for uri in [
            "vscode-bulkeditpreview-editor:/ws/a.referat",
            "git:/ws/a.referat",
            "vscode-local-history:/a.referat",
            "vscode-notebook-cell:/ws/a.ipynb",
            "comment://1/a.referat",
        ] {
            assert!(is_view(uri), "{uri}");
        }
        for uri in
            ["file:///ws/a.referat", "untitled:Untitled-1", "vscode-vfs://github/a/b.referat", "buffer:3"]
        {
            assert!(!is_view(uri), "{uri}");
        }
    }
}
