//! The JSON Schema of `referent.toml`, for editors; derived from the types that read it.

/// As `referent config schema` prints it.
pub(crate) const SCHEMA: &str = include_str!("../../referent.schema.json");

#[cfg(test)]
mod tests {
    use crate::config::written::Written;

    #[test]
    fn the_schema_is_that_of_the_types() {
        let mut schema = schemars::schema_for!(Written);
        schema.insert("title".to_owned(), "referent.toml".into());
        let text = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
        expect_test::expect_file!["../../referent.schema.json"].assert_eq(&text);
    }
}
