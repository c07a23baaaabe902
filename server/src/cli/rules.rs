//! `referent rules`: every rule, the folder's own too, one a line or as JSON.

use std::path::Path;

use rules::lint::{Allowed, Fixes, Rule, RuleOption, Severity};
use serde::Serialize;
use workbench::config::Config;
use workbench::lang::Lang;
use workbench::problem::Problem;

use super::sink::Sink;
use super::{Exit, settings};
use crate::args::{Listing, RulesArgs};

#[derive(Serialize)]
struct List {
    version: u32,
    rules: Vec<Entry>,
}

/// A rule for programs; what is said of it stands there in both languages.
#[derive(Serialize)]
struct Entry {
    name: &'static str,
    group: &'static str,
    severity: Severity,
    /// Does it run unless it is switched off?
    enabled: bool,
    /// How severe it is by the settings of this folder; null is off.
    here: Option<Severity>,
    fixes: &'static str,
    summary: Words,
    why: Words,
    source: Option<&'static str>,
    options: Vec<Setting>,
}

/// What a house may set for a rule.
#[derive(Serialize)]
struct Setting {
    name: &'static str,
    about: Words,
    /// As it is written in referent.toml.
    default: Option<String>,
    /// The words that it may be, when it is one of some.
    words: Option<Vec<&'static str>>,
}

#[derive(Serialize)]
struct Words {
    da: &'static str,
    en: &'static str,
}

impl From<rules::lint::Text> for Words {
    fn from(text: rules::lint::Text) -> Self {
        Self { da: text.da, en: text.en }
    }
}

/// Lists the rules.
pub(super) fn run(args: &RulesArgs, lang: Lang) -> anyhow::Result<Exit> {
    let config = settings::here(&args.config).map_err(Problem::from)?;
    let lang = args.texts.lang.or(config.language).unwrap_or(lang);
    let text = match args.format {
        Listing::Text => lines(&config, lang),
        Listing::Json => {
            let list =
                List { version: 1, rules: config.rules.iter().map(|rule| entry(rule, &config)).collect() };
            serde_json::to_string_pretty(&list)? + "\n"
        }
    };
    let mut sink = Sink::stdout(false);
    sink.write(&text)?;
    sink.close()?;
    Ok(Exit::Clean)
}

/// Name, severity, fixes and what is flagged, in columns.
fn lines(config: &Config, lang: Lang) -> String {
    let rules = &config.rules;
    let width = rules.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    let line = |rule: &&Rule| {
        let (name, severity) = (rule.name, word(set(rule, config), lang));
        let fixes = match rule.fixes {
            Fixes::None => "",
            Fixes::Safe => lang.pick("[ret]", "[fix]"),
            Fixes::Unsafe => lang.pick("[forslag]", "[suggestion]"),
        };
        format!("{name:width$}  {severity:10}  {fixes:12}  {}\n", lang.text(rule.summary))
    };
    rules.iter().map(line).collect()
}

/// How severe a rule is by the settings of the folder; `None` is off.
pub(super) fn set(rule: &Rule, config: &Config) -> Option<Severity> {
    let engine = config.engine(Path::new(""));
    engine.settings.rules.iter().find(|(running, _)| running.name == rule.name).map(|(_, severity)| *severity)
}

/// How severe a rule is, in words.
pub(super) fn word(severity: Option<Severity>, lang: Lang) -> &'static str {
    match severity {
        None => lang.pick("fra", "off"),
        Some(Severity::Error) => lang.pick("fejl", "error"),
        Some(Severity::Warning) => lang.pick("advarsel", "warning"),
        Some(Severity::Info) => lang.pick("bemærkning", "info"),
        Some(Severity::Hint) => lang.pick("vink", "hint"),
    }
}

fn entry(rule: &Rule, config: &Config) -> Entry {
    Entry {
        name: rule.name,
        group: rule.group(),
        severity: rule.severity,
        enabled: rule.on,
        here: set(rule, config),
        fixes: match rule.fixes {
            Fixes::None => "none",
            Fixes::Safe => "safe",
            Fixes::Unsafe => "unsafe",
        },
        summary: rule.summary.into(),
        why: rule.why.into(),
        source: Some(rule.source).filter(|source| !source.is_empty()),
        options: rule.options.iter().map(|option| setting(option)).collect(),
    }
}

fn setting(option: &RuleOption) -> Setting {
    let words = match &option.allowed {
        Allowed::Choice(choices) => Some(choices.iter().map(|choice| choice.word).collect()),
        Allowed::Number { .. } | Allowed::Flag | Allowed::File => None,
    };
    Setting { name: option.name, about: option.about.into(), default: option.default(), words }
}
