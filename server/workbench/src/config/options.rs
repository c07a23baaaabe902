//! `[rules."group/fault"]`: options of single rules, held against what the rules declare.

use std::path::PathBuf;

use rules::lint::{Allowed, OptionError, Options, Rule, RuleOption, UnknownName, Value, known};

use super::layers::Layer;
use super::selection::unknown_rule;
use super::source::{ConfigError, Source};
use crate::paths::folder_of;
use crate::problem::Problem;

/// What the files set for single rules; what a later one sets stands in the place of what an earlier one did.
pub(super) fn options(layers: &[Layer], rules: &[&'static Rule]) -> Result<Options, ConfigError> {
    let mut all = Options::default();
    for Layer { source, written } in layers {
        for (name, table) in &written.rules.0 {
            let key = format!("rules.{name}");
            let rule = rule(name, rules).map_err(|problem| source.key_error(&key, problem))?;
            for (name, value) in table {
                let key = format!("{key}.{name}");
                let option = option(rule, name).map_err(|problem| source.key_error(&key, problem))?;
                let set = all.set(rule.name, option, given(value, option, source));
                set.map_err(|OptionError(note)| source.error(&key, Problem::new(note.da, note.en)))?;
            }
        }
    }
    Ok(all)
}

fn rule(name: &str, rules: &[&'static Rule]) -> Result<&'static Rule, Problem> {
    if let Some(rule) = rules.iter().find(|rule| rule.name == name) {
        return Ok(rule);
    }
    match known(name, rules) {
        Err(error @ UnknownName { .. }) => Err(unknown_rule(&error)),
        Ok(()) => Err(Problem::new(
            format!("\"{name}\" er en gruppe; valg sættes for én regel"),
            format!("\"{name}\" is a group; options are set for one rule"),
        )),
    }
}

fn option(rule: &'static Rule, name: &str) -> Result<&'static RuleOption, Problem> {
    let found = rule.options.iter().copied().find(|option| option.name == name);
    let known: Vec<String> = rule.options.iter().map(|option| format!("\"{}\"", option.name)).collect();
    let rule = rule.name;
    found.ok_or_else(|| match known.as_slice() {
        [] => Problem::new(format!("{rule} har ingen valg"), format!("{rule} has no options")),
        known => {
            let known = known.join(", ");
            Problem::new(
                format!("{rule} har intet valg \"{name}\"; der er {known}"),
                format!("{rule} has no option \"{name}\"; there is {known}"),
            )
        }
    })
}

/// The value as it is written; a file is found from the folder of the settings.
fn given(value: &toml::Value, option: &RuleOption, source: &Source) -> Value {
    match (value, &option.allowed) {
        (toml::Value::Integer(number), _) => Value::Number(*number),
        (toml::Value::Boolean(flag), _) => Value::Flag(*flag),
        (toml::Value::String(file), Allowed::File) if !file.is_empty() => {
            let path: PathBuf = folder_of(&source.path).join(file);
            Value::Word(path.display().to_string())
        }
        (toml::Value::String(word), _) => Value::Word(word.clone()),
        // No option takes lists, tables, days or numbers with a comma, nor an empty word.
        _ => Value::Word(String::new()),
    }
}

/// What rules there are and what they take, for editors.
#[cfg(test)]
mod schema {
    use rules::catalog::RULES;
    use rules::lint::{Allowed, RuleOption};
    use serde_json::{Map, Value, json};

    use crate::config::written::RuleOptions;

    impl schemars::JsonSchema for RuleOptions {
        fn schema_name() -> std::borrow::Cow<'static, str> {
            "RuleOptions".into()
        }

        fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
            let with_options = RULES.iter().filter(|rule| !rule.options.is_empty());
            let tables = with_options.map(|rule| {
                let options = rule.options.iter().map(|option| (option.name.to_owned(), values(option)));
                let table = json!({
                    "type": "object",
                    "description": format!("Options of `{}`. {}.", rule.name, rule.summary.en),
                    "properties": options.collect::<Map<String, Value>>(),
                    "additionalProperties": false,
                });
                (rule.name.to_owned(), table)
            });
            schemars::json_schema!({
                "type": "object",
                "description": "Options of single rules.",
                "properties": tables.collect::<Map<String, Value>>(),
                "additionalProperties": false,
            })
        }
    }

    fn values(option: &RuleOption) -> Value {
        let mut values = match &option.allowed {
            Allowed::Number { default, range } => json!({
                "type": "integer", "minimum": range.start(), "maximum": range.end(), "default": default
            }),
            Allowed::Choice(choices) => {
                let words: Vec<&str> = choices.iter().map(|choice| choice.word).collect();
                json!({ "enum": words, "default": words.first() })
            }
            Allowed::Flag => json!({ "type": "boolean", "default": false }),
            Allowed::File => json!({ "type": "string" }),
        };
        values["description"] = format!("{}.", option.about.en).into();
        values
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::options;
    use crate::config::layers::Layer;
    use crate::config::source::Source;
    use crate::outside::all_rules;
    use crate::problem::Problem;
    use rules::lint::Options;

    fn read(text: &str) -> Result<Options, String> {
        let source = Source::read(Path::new("/x/referent.toml"), "referent.toml", text.to_owned());
        let layers = source.map(|(source, written)| [Layer { source, written }]);
        let options = layers.and_then(|layers| options(&layers, &all_rules()));
        options.map_err(|error| Problem::from(error).to_string())
    }

    #[test]
    fn the_option_of_a_rule_is_set() {
        let options = read("[rules.\"language/long-sentence\"]\nmax-words = 25\n").expect("settings");
        let rule = crate::outside::rule("language/long-sentence").expect("a rule");
        assert_eq!(options.number(rule.name, rule.options[0]), 25);
    }

    #[test]
    fn a_wrong_option_is_told_where_it_stands() {
        let said = |text| read(text).expect_err("a fault");
        assert_eq!(
            said("[rules.\"language/long-sentence\"]\nmax-words = 2\n"),
            "referent.toml:2:13: \"max-words\" must be a whole number from 10 to 200"
        );
        assert_eq!(
            said("[rules.\"language/long-sentence\"]\nmax-word = 20\n"),
            "referent.toml:2:1: language/long-sentence has no option \"max-word\"; there is \"max-words\""
        );
        assert_eq!(
            said("[rules.\"typography/percent\"]\nspace = [\"never\"]\n"),
            "referent.toml:2:9: \"space\" must be \"alike\" or \"always\" or \"never\""
        );
        assert_eq!(
            said("[rules.\"dates/weekday\"]\nx = 1\n"),
            "referent.toml:2:1: dates/weekday has no options"
        );
        assert_eq!(
            said("[rules.\"dates/wekday\"]\nx = 1\n"),
            "referent.toml:1:8: no rule or group is called \"dates/wekday\"; did you mean \"dates/weekday\"?"
        );
        assert!(said("[rules.dates]\nx = 1\n").ends_with("is a group; options are set for one rule"));
    }
}
