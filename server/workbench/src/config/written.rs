//! `referent.toml` as it is written. Parser, JSON Schema and documentation all come from these types.

mod folder;
mod reading;

use std::collections::BTreeMap;

use jiff::civil::Date;
use rules::house::HouseFile;
use rules::lint::Severity;
use rules::minutes::Stage;
use rules::syntax::SectionKind;
use serde::Deserialize;

use crate::lang::Lang;

pub(crate) use folder::Folder;

/// The settings of referent for the folder that the file lies in, and all below it.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(crate) struct RawConfig {
    /// Another file whose settings hold where this one says nothing.
    pub(crate) extends: Option<String>,
    /// The language of the messages: "da" or "en".
    pub(crate) language: Option<Lang>,
    /// What the documents are, where the text does not decide: "agenda" or "minutes".
    pub(crate) stage: Option<Stage>,
    /// The house style: its name, a .toml file, or the style itself.
    pub(crate) style: Option<Style>,
    /// Which files are minutes.
    pub(crate) files: Files,
    /// What reading a document (Word, ODT, HTML, PDF) may cost.
    pub(crate) documents: Documents,
    /// Which rules run, and what makes a check fail.
    pub(crate) lint: Lint,
    /// What the files of a folder are compared for.
    pub(crate) folder: Folder,
    /// Options of single rules.
    pub(crate) rules: RuleOptions,
    /// Who and what there is in the municipality.
    pub(crate) names: Names,
    /// Words, titles and lines of the house.
    pub(crate) vocabulary: Vocabulary,
    /// Settings for some of the files; the last that holds for a file wins.
    pub(crate) overrides: Vec<Override>,
    /// Rules of the house's own.
    pub(crate) custom: Vec<Custom>,
    /// Settings that hold when a profile is chosen: `--profile publish`.
    pub(crate) profile: BTreeMap<String, Lint>,
    /// Findings that are not to be reported.
    pub(crate) suppress: Vec<Suppress>,
}

/// Which files are minutes; patterns as in `.gitignore`, counted from the folder of the settings.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Files {
    /// In folders, check files like these instead of those with a known ending.
    pub(crate) include: Option<Vec<String>>,
    /// Leave out files and folders like these, named files too.
    pub(crate) exclude: Option<Vec<String>>,
    /// The endings of minutes, without a dot.
    pub(crate) extensions: Option<Vec<String>>,
    /// Are documents in folders minutes too: Word, ODT, HTML and PDF?
    pub(crate) documents: Option<bool>,
}

/// What reading a document (Word, ODT, HTML, PDF) may cost; one that asks for more is named and not read.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Documents {
    /// Memory, in MiB: 1024 unless it is said.
    pub(crate) memory: Option<u64>,
    /// Seconds: 20 unless it is said.
    pub(crate) seconds: Option<u64>,
}

/// Which rules run, and what makes a check fail.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(crate) struct Lint {
    /// Only these rules: names ("dates/weekday"), groups ("dates") or "all".
    pub(crate) select: Option<Vec<String>>,
    /// Not these rules.
    pub(crate) ignore: Option<Vec<String>>,
    /// The severity from which findings make the exit status 1.
    pub(crate) fail_on: Option<FailOn>,
    /// More warnings than this make the exit status 1.
    pub(crate) max_warnings: Option<usize>,
    /// Severities by rule or group.
    pub(crate) severity: BTreeMap<String, Level>,
}

/// Which rules run in some of the files.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub(crate) struct OverrideLint {
    /// Only these rules.
    pub(crate) select: Option<Vec<String>>,
    /// Not these rules either.
    pub(crate) ignore: Option<Vec<String>>,
    /// Severities by rule or group.
    pub(crate) severity: BTreeMap<String, Level>,
}

/// Settings for some of the files.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Override {
    /// Patterns as in `.gitignore`, counted from the folder of the settings.
    pub(crate) files: Vec<String>,
    /// The house style: its name, or a .toml file.
    pub(crate) style: Option<String>,
    /// Agenda or minutes.
    pub(crate) stage: Option<Stage>,
    /// Which rules run.
    #[serde(default)]
    pub(crate) lint: OverrideLint,
}

/// The severity from which findings make the exit status 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum FailOn {
    /// Errors
    Error,
    /// Warnings and errors
    Warning,
    /// All but hints
    Info,
    /// Everything
    Hint,
    /// Nothing
    Never,
}

/// How much the findings of a rule matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub(crate) enum Level {
    /// Wrong.
    Error,
    /// Probably wrong.
    Warning,
    /// Worth knowing.
    Info,
    /// May be right as it is.
    Hint,
    /// The rule does not run.
    Off,
}

impl Level {
    /// The severity; `None` is off.
    pub(crate) fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Info => Some(Severity::Info),
            Self::Hint => Some(Severity::Hint),
            Self::Off => None,
        }
    }
}

/// Options of single rules, by rule and name; the rules declare what there is.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct RuleOptions(pub(crate) BTreeMap<String, BTreeMap<String, toml::Value>>);

/// Who and what there is in the municipality. Nothing is concluded from what is left out.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Names {
    /// "Nørrelund Kommune".
    pub(crate) municipality: Option<String>,
    /// Committees, councils and boards.
    pub(crate) committees: Vec<String>,
    /// Departments and centres.
    pub(crate) departments: Vec<String>,
    /// Members of the council and of its committees.
    pub(crate) members: Vec<Member>,
    /// The lists that the council was elected from; when there are any, no others are known.
    pub(crate) parties: Vec<Party>,
    /// The municipality's own mail domains.
    pub(crate) domains: Vec<String>,
    /// The municipality's own telephone numbers.
    pub(crate) phones: Vec<String>,
}

/// A member.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Member {
    /// The full name.
    pub(crate) name: String,
    /// The letter of the list that the member sits for.
    pub(crate) party: Option<String>,
}

/// A list that stood at the election.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Party {
    /// "A", or a short name.
    pub(crate) letter: String,
    /// "Socialdemokratiet".
    pub(crate) name: String,
}

/// Words, titles and lines of the house.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Vocabulary {
    /// Words that are right here.
    pub(crate) words: Vec<String>,
    /// Lines that are titles of sections.
    pub(crate) titles: Vec<Title>,
    /// Lines that are no part of the minutes, such as what is printed on each page.
    pub(crate) furniture: Vec<String>,
}

/// A line that is the title of a section.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Title {
    /// The line.
    pub(crate) title: String,
    /// What the section is about.
    pub(crate) kind: SectionKind,
}

/// A rule of the house's own, called "custom/NAME".
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Custom {
    /// Small letters, digits and hyphens.
    pub(crate) name: String,
    /// What to look for: a regular expression.
    pub(crate) pattern: Option<String>,
    /// What to look for: whole words, in capitals or not.
    pub(crate) words: Option<Vec<String>>,
    /// What is wrong: one sentence, or one in each language.
    pub(crate) message: Message,
    /// What to write instead; "$1" is the first group of the pattern.
    pub(crate) replacement: Option<String>,
    /// May `--fix` write it? "unsafe" unless it is said.
    pub(crate) fix: Option<Safety>,
    /// How much it matters; "warning" unless it is said.
    pub(crate) severity: Option<Level>,
    /// Where to look: "head", "titles" or kinds of sections; everywhere unless it is said.
    #[serde(default)]
    pub(crate) scope: Vec<Scope>,
    /// Texts that must not be found.
    #[serde(default)]
    pub(crate) ok: Vec<String>,
    /// Texts that must be found.
    #[serde(default)]
    pub(crate) bad: Vec<String>,
}

/// Who may apply a fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub(crate) enum Safety {
    /// Anybody: what the minutes say cannot change.
    Safe,
    /// A person must look.
    Unsafe,
}

/// A finding that is not to be reported.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Suppress {
    /// The rule or group.
    pub(crate) rule: String,
    /// The files; a pattern as in `.gitignore`.
    pub(crate) file: Option<String>,
    /// The one finding with this fingerprint, which `--format json` tells.
    pub(crate) fingerprint: Option<String>,
    /// The number of the item it lies in.
    pub(crate) item: Option<String>,
    /// Why.
    pub(crate) reason: String,
    /// The last day it holds.
    pub(crate) until: Option<Until>,
}

/// What lies beside one document, in `<name>.referent-ignore.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sidecar {
    /// Findings that are not to be reported; a file that is begun has none yet.
    #[serde(default)]
    pub(crate) suppress: Vec<Suppress>,
}

/// The house style.
#[derive(Clone, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(untagged))]
pub(crate) enum Style {
    /// Its name, or a .toml file.
    Named(String),
    /// The style itself.
    House(Box<HouseFile>),
}

/// What a custom rule says.
#[derive(Clone, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(untagged))]
pub(crate) enum Message {
    /// The same in both languages.
    One(String),
    /// In each language.
    Both(InBoth),
}

/// Words in both languages.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct InBoth {
    /// Danish.
    pub(crate) da: String,
    /// English.
    pub(crate) en: String,
}

/// A part of the minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(untagged))]
pub(crate) enum Scope {
    /// The head or the titles.
    Part(Part),
    /// A kind of section.
    Section(SectionKind),
}

/// A part of the minutes that is no section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub(crate) enum Part {
    /// Before the first item.
    Head,
    /// The titles of items.
    Titles,
}

/// A day: 2026-12-31, with or without quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Until(pub(crate) Date);

#[cfg(test)]
impl schemars::JsonSchema for Until {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Until".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date", "description": "A day: 2026-12-31." })
    }
}
