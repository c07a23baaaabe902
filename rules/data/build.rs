//! Makes the word lists and house styles, which are written as TOML, into the form of `src/packed.rs`, which is read twenty times
//! as fast: the program starts in a few milliseconds, and nothing it knows is compiled by hand.
#![allow(clippy::disallowed_methods, reason = "what builds the core may read files; the core reads none")]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo says where it builds"));
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo says where to write"));
    let mut list = String::from("&[\n");
    for folder in ["lists", "houses"] {
        println!("cargo::rerun-if-changed={folder}");
        for path in lists(&root.join(folder)) {
            let name = path.file_stem().expect("a file has a name").to_string_lossy();
            let read = read(&path);
            if name == "known_errors" {
                let (forms, errors) = known_errors(&read);
                fs::write(out.join("known_forms.txt"), forms).expect("the output folder can be written");
                fs::write(out.join("known_errors.txt"), errors).expect("the output folder can be written");
                continue;
            }
            let packed = packed(&read);
            writeln!(list, "    ({name:?}, {packed:?}),").expect("a string takes all");
        }
    }
    list.push_str("]\n");
    fs::write(out.join("data.rs"), list).expect("the output folder can be written");
}

/// The TOML files of `folder`, by name.
fn lists(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is part of the sources");
    let mut lists: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    lists.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    lists.sort();
    lists
}

fn read(path: &Path) -> toml::Value {
    let text = fs::read_to_string(path).expect("a list is text");
    let mut list: toml::Value =
        toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    for error in list.get_mut("error").and_then(toml::Value::as_array_mut).into_iter().flatten() {
        shorten(error.as_table_mut().expect("an error is a table"));
    }
    list
}

/// A known error without its examples, which are for readers and tests; one form becomes a list of one.
fn shorten(error: &mut toml::Table) {
    error.remove("ok");
    error.remove("bad");
    for forms in ["wrong", "right"] {
        let forms = error.get_mut(forms).expect("an error has both");
        if forms.is_str() {
            *forms = toml::Value::Array(vec![forms.clone()]);
        }
    }
}

/// The known errors in two: a line for each with what is looked for, and what is told of them once they are found.
fn known_errors(list: &toml::Value) -> (String, String) {
    let (mut forms, mut errors) = (String::new(), String::new());
    for error in list["error"].as_array().expect("the errors are a list") {
        let words = |key: &str| -> Vec<&str> {
            let words = error[key].as_array().expect("an error has both");
            words.iter().map(|word| word.as_str().expect("a word is text")).collect()
        };
        let (kind, packed) = (error["kind"].as_str().expect("a kind"), packed(error));
        let (from, to) = (errors.len(), errors.len() + packed.len());
        let line = [kind, &from.to_string(), &to.to_string(), words("right")[0], &words("wrong").join("\t")]
            .join("\t");
        writeln!(forms, "{line}").expect("a string takes all");
        errors.push_str(&packed);
    }
    (forms, errors)
}

/// `value` as `src/packed.rs` reads it.
fn packed(value: &toml::Value) -> String {
    let text = |text: &str| format!("{};{text}", text.len());
    match value {
        toml::Value::String(own) => format!("s{}", text(own)),
        toml::Value::Integer(number) => format!("i{number};"),
        toml::Value::Float(number) => format!("f{number};"),
        toml::Value::Boolean(yes) => (if *yes { "t" } else { "n" }).to_owned(),
        toml::Value::Array(values) => {
            values.iter().fold(format!("l{};", values.len()), |all, value| all + &packed(value))
        }
        toml::Value::Table(table) => {
            let pair = |(name, value): (&String, &toml::Value)| text(name) + &packed(value);
            table.iter().fold(format!("m{};", table.len()), |all, own| all + &pair(own))
        }
        toml::Value::Datetime(_) => panic!("no list has dates"),
    }
}
