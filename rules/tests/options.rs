//! What rules are called and which options they have, over the whole catalog.

use std::collections::BTreeMap;

use rules::catalog::{RULES, rule};
use rules::lint::{Options, Value, called, known};

#[test]
fn an_option_has_its_default_until_it_is_set() {
    let rule = rule("language/long-sentence").expect("a rule");
    let mut options = Options::default();
    assert_eq!(options.number(rule.name, rule.options[0]), 35);
    options.set(rule.name, rule.options[0], Value::Number(25)).expect("a number");
    options.set(rule.name, rule.options[0], Value::Number(20)).expect("a number");
    assert_eq!(options.number(rule.name, rule.options[0]), 20);
}

#[test]
fn a_value_out_of_range_or_of_another_kind_is_refused() {
    let rule = rule("language/long-sentence").expect("a rule");
    let mut options = Options::default();
    for value in [Value::Number(-1), Value::Number(3), Value::Number(1 << 40), Value::Flag(true)] {
        let error = options.set(rule.name, rule.options[0], value).expect_err("a refusal");
        assert_eq!(error.0.en, "\"max-words\" must be a whole number from 10 to 200");
    }
    assert_eq!(options, Options::default());
}

#[test]
fn names_of_options_are_words_with_hyphens_and_texts_stand_in_both_languages() {
    for option in RULES.iter().flat_map(|rule| rule.options) {
        assert!(option.name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{}", option.name);
        assert!(option.about.da != option.about.en && !option.about.da.ends_with('.'), "{}", option.name);
    }
}

#[test]
fn groups_and_rules_are_known_by_danish_words() {
    assert_eq!(called("Datoer", &RULES), Some("dates"));
    assert_eq!(called("stavning", &RULES), Some("spelling"));
    assert_eq!(called("ugedag", &RULES), Some("dates/weekday"));
    assert_eq!(called("dates/time", &RULES), Some("dates/time"));
    assert_eq!(called("dates/tid", &RULES), None);
}

#[test]
fn each_group_of_the_catalogue_has_a_danish_name() {
    let groups: BTreeMap<String, Vec<String>> = data::read("groups");
    for rule in RULES.iter() {
        assert!(groups.contains_key(rule.group()), "{}", rule.name);
    }
    let outside = ["all", "files", "suppressions"];
    for group in groups.keys().filter(|group| !outside.contains(&group.as_str())) {
        assert!(known(group, &RULES).is_ok(), "{group}");
    }
}
