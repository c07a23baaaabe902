//! The JSON Schema of `referent.toml`, for editors; derived from the types that read it.

/// As `referent config schema` prints it.
pub const SCHEMA: &str = include_str!("../../referent.schema.json");

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "a test reads the sessions from disk")]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use serde_json::Value;

    use crate::config::written::RawConfig;

    #[test]
    fn the_schema_is_that_of_the_types() {
        let mut schema = schemars::schema_for!(RawConfig);
        schema.insert("title".to_owned(), "referent.toml".into());
        let text = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
        expect_test::expect_file!["../../referent.schema.json"].assert_eq(&text);
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
