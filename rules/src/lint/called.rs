//! What a rule or a group is called by who knows what it is about and not its name: "datoer", "ugedag".

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::Rule;
use super::settings::known;

/// `groups.toml`: the names of the groups in Danish.
static GROUPS: LazyLock<BTreeMap<String, Vec<String>>> = LazyLock::new(|| data::read("groups"));

/// The name of the rule or group that `word` is, or is about; `None` where it is no word of theirs, or of several.
pub fn called<'r>(word: &'r str, rules: &[&'static Rule]) -> Option<&'r str> {
    if known(word, rules).is_ok() {
        return Some(word);
    }
    let lower = word.to_lowercase();
    let group = GROUPS.iter().find(|(_, names)| names.contains(&lower)).map(|(group, _)| group.as_str());
    group.or_else(|| match about(&lower, rules)[..] {
        [rule] => Some(rule.name),
        _ => None,
    })
}

/// The rules whose summary has the word.
pub fn about(word: &str, rules: &[&'static Rule]) -> Vec<&'static Rule> {
    let lower = word.to_lowercase();
    if lower.chars().count() < 3 || lower.contains('/') {
        return Vec::new();
    }
    let has = |rule: &&&'static Rule| {
        [rule.summary.da, rule.summary.en].iter().any(|summary| summary.to_lowercase().contains(&lower))
    };
    rules.iter().filter(has).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::{GROUPS, called};
    use crate::catalog::RULES;
    use crate::lint::known;

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
        for rule in RULES.iter() {
            assert!(GROUPS.contains_key(rule.group()), "{}", rule.name);
        }
        let outside = ["all", "files", "suppressions"];
        for group in GROUPS.keys().filter(|group| !outside.contains(&group.as_str())) {
            assert!(known(group, &RULES).is_ok(), "{group}");
        }
    }
}
