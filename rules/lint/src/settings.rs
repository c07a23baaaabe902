//! Which rules run, and how severe they are.

use rustc_hash::FxHashMap;

use super::rule::Rule;
use super::severity::Severity;
use text::near::nearest;

/// Rules by name, group ("dates") or "all".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Only these run, when any are named; rules that are off by default run when they, their group or "all" is named.
    pub select: Vec<String>,
    /// These do not run.
    pub ignore: Vec<String>,
    /// Severities that differ from the default; `None` is off. By rule or group.
    pub severity: Vec<(String, Option<Severity>)>,
}

/// A name that is neither a rule nor a group.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no rule or group is called \"{name}\"{}", nearest.map(|n| format!("; did you mean \"{n}\"?")).unwrap_or_default())]
pub struct UnknownName {
    /// As it was written.
    pub name: String,
    /// The name that is nearest to it.
    pub nearest: Option<&'static str>,
}

/// The rules that run, with their severities, in the order of the catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Rules that run.
    pub rules: Vec<(&'static Rule, Severity)>,
    /// Those among them whose severity somebody has set: all their findings have it, also those that are milder by themselves.
    set: Vec<&'static str>,
}

impl Settings {
    /// Exactly `rules`, each as severe as it says, and milder where a finding is less certain.
    pub fn new(rules: Vec<(&'static Rule, Severity)>) -> Self {
        Self { rules, set: Vec::new() }
    }

    /// How severe all findings of `rule` are, where somebody has set it.
    pub fn set(&self, rule: &Rule) -> Option<Severity> {
        if !self.set.contains(&rule.name) {
            return None;
        }
        self.rules.iter().find(|(own, _)| own.name == rule.name).map(|(_, severity)| *severity)
    }

    /// Those of `rules` that `selection` asks for.
    ///
    /// # Errors
    /// A name that is neither a rule nor a group.
    pub fn among(rules: &[&'static Rule], selection: &Selection) -> Result<Self, UnknownName> {
        let names = selection
            .select
            .iter()
            .chain(&selection.ignore)
            .chain(selection.severity.iter().map(|(name, _)| name));
        for name in names {
            known(name, rules)?;
        }
        let mut severities: FxHashMap<&str, Option<Severity>> = FxHashMap::default();
        for (name, severity) in &selection.severity {
            for rule in rules.iter().filter(|rule| matches(rule, name)) {
                severities.insert(rule.name, *severity);
            }
        }
        let (mut chosen, mut firm) = (Vec::new(), Vec::new());
        for &rule in rules {
            let set = severities.get(rule.name).copied();
            let named = selection.select.iter().any(|name| matches(rule, name));
            let on = if selection.select.is_empty() { rule.on || set.flatten().is_some() } else { named };
            let off = set == Some(None) || selection.ignore.iter().any(|name| matches(rule, name));
            if on && !off {
                firm.extend(set.flatten().map(|_| rule.name));
                chosen.push((rule, set.flatten().unwrap_or(rule.severity)));
            }
        }
        Ok(Self { rules: chosen, set: firm })
    }
}

fn matches(rule: &Rule, name: &str) -> bool {
    name == "all" || name == rule.name || name == rule.group()
}

/// Is `name` that of a rule, of a group or "all"?
///
/// # Errors
/// It is none of them; the nearest of the names is told.
pub fn known(name: &str, rules: &[&'static Rule]) -> Result<(), UnknownName> {
    if name == "all" || rules.iter().any(|rule| matches(rule, name)) {
        return Ok(());
    }
    let names = rules.iter().flat_map(|rule| [rule.name, rule.group()]);
    let nearest =
        nearest(name, names).filter(|(distance, known)| *distance * 2 <= known.len()).map(|(_, known)| known);
    Err(UnknownName { name: name.to_owned(), nearest })
}
