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
