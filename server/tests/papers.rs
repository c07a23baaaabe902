//! The pages that people read first: both languages say the same, and name the version that this is.

use std::fs;
use std::path::Path;

fn page(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the project");
    fs::read_to_string(root.join(name)).expect(name)
}

/// What stands at a prompt, without remarks and without the choice of a language.
fn commands(page: &str) -> Vec<String> {
    let typed = page.lines().filter_map(|line| line.strip_prefix("$ "));
    typed
        .map(|line| line.split("  #").next().unwrap_or(line).replace(" --lang da", "").trim_end().to_owned())
        .collect()
}

#[test]
fn both_front_pages_have_the_same_parts_and_commands() {
    let [english, danish] = ["README.md", "README.da.md"].map(page);
    // A heading, a table's row, a picture, a command: whatever one has, the other has in the same place.
    let shape = |page: &str| {
        let marks = ["# ", "## ", "### ", "| ", "![", "```", "$ "];
        let marked = page.lines().filter_map(|line| marks.into_iter().find(|mark| line.starts_with(mark)));
        marked.collect::<Vec<_>>()
    };
    assert_eq!(shape(&english), shape(&danish));
    assert_eq!(commands(&english), commands(&danish));
}

#[test]
fn what_is_offered_is_of_this_version() {
    let version = env!("CARGO_PKG_VERSION");
    let names = [
        "rev: v",
        "@v",
        "referent-cli==",
        "referent-linux-x64-",
        "referent_",
        "referent/releases/download/v",
    ];
    for name in ["README.md", "README.da.md", "server/README.md", "editors/vscode/README.md"] {
        let page = page(name);
        let named = names
            .iter()
            .flat_map(|before| page.match_indices(before).map(|(at, before)| (at, at + before.len())));
        for (at, end) in named.filter(|(_, end)| page[*end..].starts_with(|c: char| c.is_ascii_digit())) {
            // The actions of others have versions of their own.
            let is_ours = !page[..at].ends_with("actions/checkout");
            let line = page[at..].lines().next().unwrap_or_default();
            assert!(!is_ours || page[end..].starts_with(version), "{name}: {line}");
        }
    }
    assert!(page("CHANGELOG.md").contains(&format!("## {version}")));
    assert!(page("editors/vscode/package.json").contains(&format!("\"version\": \"{version}\"")));
}
