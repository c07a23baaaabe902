//! The JSON Schema of `referent.toml`, for editors; derived from the types that read it.

use crate::lang::Lang;

/// The schema with its descriptions in English.
pub(super) const SCHEMA: &str = include_str!("../../referent.schema.json");

/// A description in English and under it the Danish; a blank line between two.
const DANISH: &str = include_str!("../../referent.schema.danish.txt");

/// The schema as `referent config schema` prints it, its descriptions in `lang`.
pub fn schema(lang: Lang) -> String {
    match lang {
        Lang::En => SCHEMA.to_owned(),
        Lang::Da => SCHEMA.lines().flat_map(|line| [danish(line), "\n".to_owned()]).collect(),
    }
}

/// A line of the schema, with its description in Danish if it is one that the list has.
fn danish(line: &str) -> String {
    const KEY: &str = "\"description\": ";
    let described = line.split_once(KEY).and_then(|(indent, value)| {
        let english: String = serde_json::from_str(value.trim_end_matches(',')).ok()?;
        let (_, danish) = pairs().find(|(known, _)| *known == english)?;
        let comma = if value.ends_with(',') { "," } else { "" };
        Some(format!("{indent}{KEY}{}{comma}", serde_json::Value::from(danish)))
    });
    described.unwrap_or_else(|| line.to_owned())
}

fn pairs() -> impl Iterator<Item = (&'static str, &'static str)> {
    DANISH.split("\n\n").filter_map(|pair| pair.trim_end().split_once('\n'))
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "a test reads the sessions from disk")]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use serde_json::Value;

    use crate::config::written::RawConfig;
    use crate::lang::Lang;

    #[test]
    fn the_schema_is_that_of_the_types() {
        let mut schema = schemars::schema_for!(RawConfig);
        schema.insert("title".to_owned(), "referent.toml".into());
        let text = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
        expect_test::expect_file!["../../referent.schema.json"].assert_eq(&text);
    }

    /// The descriptions in `node` and below, but those that are Danish words between quotation marks.
    fn descriptions(node: &Value, all: &mut BTreeSet<String>) {
        let own = node["description"].as_str().filter(|text| !is_quoted(text));
        all.extend(own.map(str::to_owned));
        let below = node.as_object().into_iter().flat_map(|object| object.values());
        below.chain(node.as_array().into_iter().flatten()).for_each(|node| descriptions(node, all));
    }

    fn is_quoted(text: &str) -> bool {
        text.split(", ").all(|word| {
            word.trim_end_matches('.').starts_with('"') && word.trim_end_matches('.').ends_with('"')
        })
    }

    #[test]
    fn every_description_is_in_danish_too() {
        let schema: Value = serde_json::from_str(super::SCHEMA).expect("a schema is JSON");
        let (mut all, known) =
            (BTreeSet::new(), super::pairs().map(|(english, _)| english.to_owned()).collect());
        descriptions(&schema, &mut all);
        assert_eq!(all, known);
        let danish: Value = serde_json::from_str(&super::schema(Lang::Da)).expect("a schema is JSON");
        let mut spoken = BTreeSet::new();
        descriptions(&danish, &mut spoken);
        assert_eq!(spoken, super::pairs().map(|(_, danish)| danish.to_owned()).collect());
    }

    #[test]
    fn only_the_descriptions_are_translated() {
        fn bare(mut node: Value) -> Value {
            if let Some(object) = node.as_object_mut() {
                object.remove("description");
                object.values_mut().for_each(|value| *value = bare(value.take()));
            } else if let Some(list) = node.as_array_mut() {
                list.iter_mut().for_each(|value| *value = bare(value.take()));
            }
            node
        }
        let [danish, english] =
            [Lang::Da, Lang::En].map(|lang| serde_json::from_str(&super::schema(lang)).expect("JSON"));
        assert_eq!(bare(danish), bare(english));
    }

    /// Every key has a file of settings in the sessions where it stands.
    #[test]
    fn every_key_has_a_session() {
        let schema: Value = serde_json::from_str(super::SCHEMA).expect("a schema is JSON");
        let mut known = BTreeSet::new();
        keys(&schema, &schema, "", &mut known);
        let mut written = BTreeSet::new();
        add_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cli/input"), &mut written);
        written.insert("rules".to_owned());
        let bare: Vec<&String> = known.difference(&written).collect();
        assert!(bare.is_empty(), "no settings in tests/cli/input have {bare:#?}");
    }

    /// Adds the keys below `node`: "lint.fail-on", "custom.words". House styles and options of rules have their own tests.
    fn keys(schema: &Value, node: &Value, path: &str, known: &mut BTreeSet<String>) {
        if matches!(path, "style" | "rules") {
            return;
        }
        if let Some(name) = node["$ref"].as_str() {
            let node = &schema["$defs"][name.trim_start_matches("#/$defs/")];
            return keys(schema, node, path, known);
        }
        for choice in ["anyOf", "oneOf"].into_iter().filter_map(|key| node[key].as_array()) {
            choice.iter().for_each(|node| keys(schema, node, path, known));
        }
        keys_if_any(schema, &node["items"], path, known);
        // What the writer names is a key for each profile, and a rule for each severity.
        keys_if_any(schema, &node["additionalProperties"], path, known);
        for (key, node) in node["properties"].as_object().into_iter().flatten() {
            let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            keys(schema, node, &path, known);
            known.insert(path);
        }
    }

    fn keys_if_any(schema: &Value, node: &Value, path: &str, known: &mut BTreeSet<String>) {
        if node.is_object() {
            keys(schema, node, path, known);
        }
    }

    fn add_files(folder: &Path, written: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).expect("the input is part of the repository") {
            let path = entry.expect("a readable folder").path();
            if path.is_dir() {
                add_files(&path, written);
            } else if path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(".toml"))
                && let Ok(table) = fs::read_to_string(&path).expect("a readable file").parse::<toml::Table>()
            {
                add_table(&table, "", written);
            }
        }
    }

    fn add_table(table: &toml::Table, path: &str, written: &mut BTreeSet<String>) {
        for (key, value) in table {
            let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            // Profiles are named by their writer.
            let below = if path.starts_with("profile.") && path.matches('.').count() == 1 {
                "profile"
            } else {
                &path
            };
            written.insert(path.clone());
            let lists = value.as_array().into_iter().flatten();
            for table in lists.chain([value]).filter_map(toml::Value::as_table) {
                add_table(table, below, written);
            }
        }
    }
}
