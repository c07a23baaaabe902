//! The house keeps its order: who may import whom, names that exist, keys that are documented.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use rules::catalog::RULES;
use serde_json::Value;

/// The rooms of the library's own crate from the ground up: each may import those below it and none of its own floor.
/// Those that are crates, below all of these, are kept in order by the compiler.
const LIBRARY: &[&[&str]] = &[&["compare", "publish", "manual", "lessons"], &["folder"]];

/// Those of the program.
const PROGRAM: &[&[&str]] = &[&["complaints"], &["args"], &["cli", "dropped"]];

/// The crates whose sources name rules, below the project.
const NAMING_RULES: &[&str] = &[
    "rules/lint/src",
    "server/src",
    "server/files/src",
    "server/lsp/src",
    "server/lsp/answers/src",
    "server/lsp/snapshot/src",
    "server/workbench/src",
    "server/workbench/reports/src",
];

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the project").to_owned()
}

/// The sources below `folder`, without what is built only for tests.
fn sources(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in
            fs::read_dir(&folder).expect("a folder of the project").map(|entry| entry.expect("a file"))
        {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() && name != "tests" {
                folders.push(path);
            } else if name.ends_with(".rs") && !name.contains("test") {
                let text = fs::read_to_string(&path).expect("text");
                let shipped = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
                found.insert(path, shipped.to_owned());
            }
        }
    }
    found
}

/// The rooms that `source` names by their path in the crate.
fn imported(source: &str) -> BTreeSet<&str> {
    let mut rooms = BTreeSet::new();
    for (at, _) in source.match_indices("crate::") {
        let rest = &source[at + "crate::".len()..];
        match rest.strip_prefix('{').and_then(|list| list.split(';').next()) {
            Some(list) => rooms.extend(list.split([',', '{', '}']).map(word)),
            None => _ = rooms.insert(word(rest)),
        }
    }
    rooms
}

fn word(text: &str) -> &str {
    let text = text.trim_start();
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(text.len());
    &text[..end]
}

/// Arrows of the sources in `folder` that do not lead down over `floors`, and rooms that stand on none.
fn astray(folder: &Path, floors: &[&[&str]]) -> Vec<String> {
    let floor = |room: &str| floors.iter().position(|rooms| rooms.contains(&room));
    let mut astray = Vec::new();
    for (path, source) in sources(folder) {
        let below = path.strip_prefix(folder).expect("below the folder");
        let first = below.components().next().expect("a name").as_os_str().to_string_lossy().into_owned();
        let room = first.trim_end_matches(".rs");
        if ["lib", "main"].contains(&room) {
            continue;
        }
        let Some(at) = floor(room) else {
            astray.push(format!("{room} stands on no floor"));
            continue;
        };
        let arrows = imported(&source).into_iter().filter(|&to| to != room);
        astray.extend(
            arrows
                .filter(|to| floor(to).is_some_and(|to| to >= at))
                .map(|to| format!("{} imports {to}", below.display())),
        );
    }
    astray
}

#[test]
fn rooms_import_downwards_only() {
    let project = project();
    assert_eq!(astray(&project.join("rules/src"), LIBRARY), Vec::<String>::new());
    assert_eq!(astray(&project.join("server/src"), PROGRAM), Vec::<String>::new());
}

/// The crates of the library and of the program, by their folders below the project.
fn crates() -> Vec<String> {
    let mut found = Vec::new();
    let mut folders: Vec<String> = ["rules", "server"].map(str::to_owned).into();
    while let Some(folder) = folders.pop() {
        let at = project().join(&folder);
        let parts = fs::read_dir(&at).expect("a folder of the project").map(|entry| entry.expect("a file"));
        let names = parts.filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name());
        folders.extend(names.filter(|name| name != "src").map(|name| format!("{folder}/{}", name.display())));
        if at.join("Cargo.toml").exists() && at.join("src").exists() {
            found.push(folder);
        }
    }
    found
}

/// The files of a crate, by their paths in it without ending, each with those that it imports. A module and its parts belong
/// together: that a part names its module is no arrow.
fn files_of(name: &str) -> BTreeMap<String, BTreeSet<String>> {
    let folder = project().join(name).join("src");
    let read = sources(&folder);
    let name = |path: &Path| {
        let below = path.strip_prefix(&folder).expect("below the folder");
        below.with_extension("").to_string_lossy().replace('\\', "/")
    };
    let names: BTreeSet<String> = read.keys().map(|path| name(path)).collect();
    let imports = |(path, source): (&PathBuf, &String)| {
        let own = name(path);
        let found = paths(source).into_iter().filter_map(|path| target(&own, &path, &names));
        let found = found.filter(|to| *to != own && !own.starts_with(&format!("{to}/"))).collect();
        (own, found)
    };
    read.iter().map(imports).collect()
}

/// The paths that `source` names: those of its imports, one by one, and those in its code that lead to another file.
fn paths(source: &str) -> Vec<String> {
    let lines = source.lines().map(|line| line.split("//").next().unwrap_or_default());
    let mut found = Vec::new();
    let mut code = String::new();
    let mut open = String::new();
    for line in lines {
        let is_import = !open.is_empty() || IMPORTS.iter().any(|begin| line.trim_start().starts_with(begin));
        if !is_import {
            code.push_str(line);
            code.push('\n');
            continue;
        }
        open.push_str(line);
        if let Some((_, path)) = open.split_once("use ").filter(|_| line.contains(';')) {
            expand("", path.split(';').next().unwrap_or_default(), &mut found);
            open.clear();
        }
    }
    for start in ["super::", "crate::"] {
        found.extend(code.match_indices(start).map(|(at, _)| path_in(&code[at..]).to_owned()));
    }
    found
}

/// How an import begins.
const IMPORTS: &[&str] = &["use ", "pub use ", "pub(super) use ", "pub(crate) use "];

/// "a::{b, c::{d, e}}" is "a::b", "a::c::d" and "a::c::e".
fn expand(before: &str, path: &str, found: &mut Vec<String>) {
    let path = path.trim();
    let Some((first, list)) = path.split_once('{') else {
        found.push(format!("{before}{path}"));
        return;
    };
    let list = list.strip_suffix('}').unwrap_or(list);
    let (mut depth, mut from) = (0, 0);
    for (at, sign) in list.char_indices().chain([(list.len(), ',')]) {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                expand(&format!("{before}{first}"), &list[from..at], found);
                from = at + 1;
            }
            _ => {}
        }
    }
}

fn path_in(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_ascii_alphanumeric() && !"_:".contains(c)).unwrap_or(text.len())]
}

/// The file among `names` that `path` in the file `own` leads to: the deepest one.
fn target(own: &str, path: &str, names: &BTreeSet<String>) -> Option<String> {
    let mut at: Vec<&str> = own.split('/').filter(|part| *part != "lib" && *part != "main").collect();
    let mut rest = path;
    if let Some(from_top) = rest.strip_prefix("crate::") {
        at.clear();
        rest = from_top;
    }
    while let Some(above) = rest.strip_prefix("super::") {
        at.pop()?;
        rest = above;
    }
    let mut found = None;
    for part in rest.split("::").map(word) {
        at.push(part);
        let name = at.join("/");
        if !names.contains(&name) {
            break;
        }
        found = Some(name);
    }
    found
}

/// The files that are in a circle, or import one that is.
fn in_circles(mut files: BTreeMap<String, BTreeSet<String>>) -> BTreeMap<String, BTreeSet<String>> {
    // What imports nothing that is left is in no circle.
    loop {
        let free: Vec<String> =
            files.iter().filter(|(_, to)| to.is_empty()).map(|(name, _)| name.clone()).collect();
        if free.is_empty() {
            return files;
        }
        files.retain(|name, _| !free.contains(name));
        files.values_mut().for_each(|to| to.retain(|to| !free.contains(to)));
    }
}

#[test]
fn no_file_imports_another_in_a_circle() {
    assert!(files_of("rules/lint")["gate"].contains("rule"), "imports are seen");
    let all = crates();
    assert!(all.iter().any(|name| name == "server/documents/pdf"), "{all:?}");
    for name in all {
        let circles = in_circles(files_of(&name));
        assert!(circles.is_empty(), "{name}: {circles:#?}");
    }
}

#[test]
fn an_import_leads_to_the_deepest_file() {
    let names: BTreeSet<String> =
        ["custom", "custom/pattern", "rule"].into_iter().map(str::to_owned).collect();
    let to = |own, path| target(own, path, &names);
    assert_eq!(to("rule", "super::custom::pattern::Custom").as_deref(), Some("custom/pattern"));
    assert_eq!(to("custom/pattern", "super::super::rule::Rule").as_deref(), Some("rule"));
    assert_eq!(to("custom/pattern", "crate::rule::Rule").as_deref(), Some("rule"));
    assert_eq!(to("custom", "pattern::Custom").as_deref(), Some("custom/pattern"));
    assert_eq!(to("rule", "text::TextRange"), None);
}

#[test]
fn every_import_of_a_list_is_seen() {
    let code = "use super::{rule::{Fix, Rule},\n    gate};\nfn f() { super::view::read(x) } // super::no\n";
    let found = ["super::rule::Fix", "super::rule::Rule", "super::gate", "super::view::read"];
    assert_eq!(paths(code), found);
}

#[test]
fn two_files_that_import_each_other_are_a_circle() {
    let of = |to: &[&str]| to.iter().map(|to| (*to).to_owned()).collect::<BTreeSet<_>>();
    let files = [("a", of(&["b"])), ("b", of(&["a", "c"])), ("c", of(&[]))];
    let left = in_circles(files.into_iter().map(|(name, to)| (name.to_owned(), to)).collect());
    assert_eq!(left.keys().collect::<Vec<_>>(), ["a", "b"]);
}

#[test]
fn an_arrow_upwards_is_seen() {
    assert!(imported("use crate::{lint::{Rule, Text}, text};").is_superset(&["lint", "text"].into()));
    assert!(imported("fn f() { crate::catalog::rule(x) }").contains("catalog"));
}

#[test]
fn the_workbench_is_as_pure_as_the_library() {
    let forbidden = |of: &str| fs::read_to_string(project().join(of)).expect("what clippy forbids");
    assert_eq!(forbidden("server/workbench/clippy.toml"), forbidden("rules/clippy.toml"));
}

#[test]
fn names_of_rules_in_the_code_exist() {
    let names: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
    let groups: BTreeSet<&str> = RULES.iter().map(|rule| rule.group()).collect();
    let mut unknown = Vec::new();
    for (path, source) in NAMING_RULES.iter().flat_map(|folder| sources(&project().join(folder))) {
        for (n, text) in source.split('"').enumerate() {
            let group = text.split_once('/').map_or("", |(group, _)| group);
            let is_name = text.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'-' | b'/'));
            if n % 2 == 1 && is_name && groups.contains(group) && !names.contains(text) {
                unknown.push(format!("{}: {text}", path.display()));
            }
        }
    }
    assert_eq!(unknown, Vec::<String>::new());
}

/// What can be written at `node` of `schema`, by name: its keys, and the words that it may be.
fn written(node: &Value) -> impl Iterator<Item = &str> {
    let keys = node["properties"].as_object().into_iter().flatten().map(|(key, _)| key.as_str());
    let one_of = node["oneOf"].as_array().into_iter().flatten().filter_map(|one| one["const"].as_str());
    let words = node["enum"].as_array().into_iter().flatten().filter_map(Value::as_str);
    keys.chain(one_of).chain(words)
}

#[test]
fn every_key_of_a_house_style_is_documented() {
    let page = fs::read_to_string(project().join("rules/HOUSES.md")).expect("the page of house styles");
    let words: BTreeSet<&str> =
        page.split(|c: char| !c.is_ascii_alphanumeric() && !"_-".contains(c)).collect();
    let schema =
        fs::read_to_string(project().join("server/workbench/referent.schema.json")).expect("the schema");
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    let parts = schema["$defs"].as_object().expect("definitions");
    let of_house = |name: &str| {
        let named =
            ["HouseFile", "Required", "SectionKind", "CaseNumberForm", "Part", "Title"].contains(&name);
        named || name.starts_with("Written")
    };
    let keys: Vec<&str> =
        parts.iter().filter(|(name, _)| of_house(name)).flat_map(|(_, node)| written(node)).collect();
    assert!(keys.contains(&"anywhere") && keys.contains(&"kle"), "the schema names them: {keys:?}");
    let missing: Vec<&&str> = keys.iter().filter(|key| !words.contains(**key)).collect();
    assert!(missing.is_empty(), "not in HOUSES.md: {missing:?}");
}
