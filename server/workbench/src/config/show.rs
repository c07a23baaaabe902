//! Every setting that holds for a document, with where it comes from.

use std::path::Path;

use rules::lint::{Rule, RuleOption, Severity};

use super::Located;
use super::checked::Config;
use super::layers::Layer;
use crate::lang::Lang;

/// What is said where nothing is.
const DEFAULT: &str = "default";

/// What is said of flags, and of an editor's settings.
const ASKED: &str = "command line";

/// What stands for the value of a setting that has none.
const NONE: &str = "none";

/// The settings that hold for the document `located`: one a line, as TOML with the origin as a comment.
pub fn show(located: &Located, only_changed: bool, lang: Lang) -> String {
    let shown = Shown { config: &located.config, holding: located.config.holding(&located.name) };
    let mut lines: Vec<(String, String, String)> = Vec::new();
    for key in ["extends", "language", "stage", "style"] {
        lines.push(shown.plain(key, lang));
    }
    for key in [
        "files.include",
        "files.exclude",
        "files.extensions",
        "files.documents",
        "documents.memory",
        "documents.seconds",
    ] {
        lines.push(shown.plain(key, lang));
    }
    for key in ["select", "ignore", "fail-on", "max-warnings"] {
        lines.push(shown.lint(key));
    }
    for rule in &located.config.rules {
        lines.push(shown.rule(rule, &located.name));
    }
    for rule in &located.config.rules {
        lines.extend(rule.options.iter().map(|option| shown.option(rule, option)));
    }
    for table in ["folder", "names", "vocabulary", "style"] {
        lines.extend(shown.table(table));
    }
    for list in ["overrides", "custom", "suppress"] {
        lines.extend(shown.table(list));
    }
    lines.retain(|(_, _, origin)| !only_changed || origin != DEFAULT);
    let said = |words: &mut String| {
        let danish = [(DEFAULT, "standard"), (ASKED, "kommandolinjen"), (NONE, "ingen")];
        if let Some((_, da)) = danish.iter().find(|(en, _)| words == en).filter(|_| lang == Lang::Da) {
            (*da).clone_into(words);
        }
    };
    for (_, value, origin) in &mut lines {
        said(value);
        said(origin);
    }
    let width = |line: &(String, String, String)| line.0.chars().count() + 3 + line.1.chars().count();
    let column = lines.iter().map(width).filter(|width| *width < 70).max().unwrap_or_default();
    let line = |(key, value, origin): &(String, String, String)| {
        let setting = format!("{key} = {value}");
        format!("{setting:column$}  # {origin}\n")
    };
    lines.iter().map(line).collect()
}

struct Shown<'a> {
    config: &'a Config,
    holding: Vec<usize>,
}

impl Shown<'_> {
    /// A setting that is a key of the file, and may stand in an override or be asked for.
    fn plain(&self, key: &str, lang: Lang) -> (String, String, String) {
        let overlay = &self.config.overlay;
        let asked = match key {
            "style" => overlay.style.as_ref().map(|style| quoted(style)),
            "stage" => overlay.stage.map(|stage| quoted(&format!("{stage:?}").to_lowercase())),
            _ => None,
        };
        let found = asked.map(|value| (value, ASKED.to_owned())).or_else(|| {
            let overriding = self.overridden(key);
            // Of a style that is written out, the name is enough here; the rest follows below.
            let whole = |layer| value(layer, &format!("{key}.name")).or_else(|| value(layer, key));
            overriding.or_else(|| self.layers().find_map(whole))
        });
        let (value, origin) = found.unwrap_or_else(|| (self.default(key, lang), DEFAULT.to_owned()));
        (key.to_owned(), value, origin)
    }

    fn default(&self, key: &str, lang: Lang) -> String {
        match key {
            "language" => quoted(lang.pick("da", "en")),
            "files.extensions" => {
                let endings: Vec<String> = self.config.files.extensions.iter().map(|e| quoted(e)).collect();
                format!("[{}]", endings.join(", "))
            }
            "documents.memory" => self.config.limits.memory.to_string(),
            "documents.seconds" => self.config.limits.seconds.to_string(),
            "files.documents" => self.config.files.documents.to_string(),
            "files.exclude" | "lint.ignore" => "[]".to_owned(),
            _ => NONE.to_owned(),
        }
    }

    fn lint(&self, key: &str) -> (String, String, String) {
        let name = format!("lint.{key}");
        let asked = match key {
            "select" => &self.config.overlay.select,
            _ => &self.config.overlay.ignore,
        };
        if matches!(key, "select" | "ignore") && !asked.is_empty() {
            let names: Vec<String> = asked.iter().map(|name| quoted(name)).collect();
            return (name, format!("[{}]", names.join(", ")), ASKED.to_owned());
        }
        let (value, origin) = self.said(key).unwrap_or_else(|| {
            let value = match key {
                "select" | "ignore" => "[]",
                "fail-on" => "\"error\"",
                _ => NONE,
            };
            (value.to_owned(), DEFAULT.to_owned())
        });
        (name, value, origin)
    }

    fn rule(&self, rule: &Rule, name: &Path) -> (String, String, String) {
        let engine = self.config.engine(name);
        let running = engine.settings.rules.iter().find(|(running, _)| running.name == rule.name);
        let level = running.map_or("off", |(_, severity)| word(*severity));
        let origin = self.rule_origin(rule, running.is_some()).unwrap_or_else(|| DEFAULT.to_owned());
        (format!("lint.severity.\"{}\"", rule.name), quoted(level), origin)
    }

    fn option(&self, rule: &Rule, option: &RuleOption) -> (String, String, String) {
        let key = format!("rules.{}.{}", rule.name, option.name);
        let set = self.layers().find_map(|layer| value(layer, &key));
        let default = || (option.default().unwrap_or_else(|| NONE.to_owned()), DEFAULT.to_owned());
        let (value, origin) = set.unwrap_or_else(default);
        (format!("rules.\"{}\".{}", rule.name, option.name), value, origin)
    }

    /// Why `rule` is as severe as it is, or does not run.
    fn rule_origin(&self, rule: &Rule, runs: bool) -> Option<String> {
        let overlay = &self.config.overlay;
        let names = [rule.name, rule.group(), "all"];
        let named = |list: &[String]| list.iter().any(|name| names.contains(&name.as_str()));
        let beside = overlay.severity.iter().any(|(name, _)| names.contains(&name.as_str()));
        if beside
            || (!runs && (named(&overlay.ignore) || !(overlay.select.is_empty() || named(&overlay.select))))
        {
            return Some(ASKED.to_owned());
        }
        if !runs {
            let listed = |place: &(&Layer, String)| {
                let list = (0..).map_while(|i| value(place.0, &format!("{}.ignore[{i}]", place.1)));
                list.into_iter().find(|(name, _)| names.iter().any(|known| *name == quoted(known)))
            };
            if let Some((_, origin)) = self.places().iter().find_map(listed) {
                return Some(format!("lint.ignore, {origin}"));
            }
        }
        let severity =
            names.iter().find_map(|name| self.said(&format!("severity.{name}"))).map(|(_, origin)| origin);
        severity.or_else(|| {
            let select = self.said("select").filter(|_| !runs)?;
            Some(format!("lint.select, {}", select.1))
        })
    }

    /// The latest that is said of `key` of `[lint]`, in overrides, profile and files.
    fn said(&self, key: &str) -> Option<(String, String)> {
        self.places().iter().find_map(|(layer, prefix)| value(layer, &format!("{prefix}.{key}")))
    }

    /// Where something is said about rules, the latest first.
    fn places(&self) -> Vec<(&Layer, String)> {
        let mut places: Vec<(&Layer, String)> = Vec::new();
        for &n in self.holding.iter().rev() {
            let (layer, entry) = self.config.overrides[n].place;
            places.push((&self.config.layers[layer], format!("overrides[{entry}].lint")));
        }
        if let Some(profile) = &self.config.overlay.profile {
            places.extend(self.layers().map(|layer| (layer, format!("profile.{profile}"))));
        }
        places.extend(self.layers().map(|layer| (layer, "lint".to_owned())));
        places
    }

    fn overridden(&self, key: &str) -> Option<(String, String)> {
        self.holding.iter().rev().find_map(|&n| {
            let (layer, entry) = self.config.overrides[n].place;
            value(&self.config.layers[layer], &format!("overrides[{entry}].{key}"))
        })
    }

    /// The keys of `table` that some file has, as each file has them.
    fn table(&self, table: &str) -> Vec<(String, String, String)> {
        let mut lines = Vec::new();
        for layer in &self.config.layers {
            for key in layer.source.keys_below(table) {
                lines.extend(value(layer, &key).map(|(value, origin)| (key, value, origin)));
            }
        }
        lines
    }

    fn layers(&self) -> impl Iterator<Item = &Layer> {
        self.config.layers.iter().rev()
    }
}

/// The value of `key` as it is written, on one line, and where.
fn value(layer: &Layer, key: &str) -> Option<(String, String)> {
    let (line, value) = layer.source.value(key)?;
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    Some((value, format!("{}:{line}", layer.source.name)))
}

fn quoted(word: &str) -> String {
    format!("\"{word}\"")
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
        Severity::Hint => "hint",
    }
}
