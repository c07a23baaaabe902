//! The program and its rules, as SARIF describes them.

use rules::lint::Rule;
use rules::manual::{Language, page};
use serde::Serialize;
use workbench::lang::Lang;
use workbench::outside;

use super::{Message, level};
use crate::manual::{HOME, address};

#[derive(Serialize)]
pub(super) struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    version: &'static str,
    information_uri: &'static str,
    language: &'static str,
    rules: Vec<Descriptor>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    short_description: Message<'static>,
    full_description: Message<'static>,
    help: Help,
    #[serde(skip_serializing_if = "Option::is_none")]
    help_uri: Option<String>,
    default_configuration: Configuration,
    properties: Properties,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    enabled: bool,
    level: &'static str,
}

#[derive(Serialize)]
struct Properties {
    tags: [&'static str; 1],
}

/// The program; its help is in both languages, `lang` first.
pub(super) fn tool(lang: Lang) -> Tool {
    Tool {
        driver: Driver {
            name: "referent",
            version: env!("CARGO_PKG_VERSION"),
            information_uri: HOME,
            language: lang.pick("da", "en"),
            rules: outside::all_rules().into_iter().map(|rule| descriptor(rule, lang)).collect(),
        },
    }
}

fn descriptor(rule: &'static Rule, lang: Lang) -> Descriptor {
    Descriptor {
        id: rule.name,
        short_description: Message { text: lang.text(rule.summary) },
        full_description: Message { text: lang.text(rule.why) },
        help: help(rule, lang),
        help_uri: address(rule.name),
        default_configuration: Configuration { enabled: rule.on, level: level(rule.severity) },
        properties: Properties { tags: [rule.group()] },
    }
}

fn help(rule: &Rule, lang: Lang) -> Help {
    let (danish, english) = (page(rule, Language::Danish), page(rule, Language::English));
    Help {
        text: lang.pick(
            format!("{}\n\nIn English: {}", rule.why.da, rule.why.en),
            format!("{}\n\nPå dansk: {}", rule.why.en, rule.why.da),
        ),
        markdown: lang.pick(
            format!("{danish}\n## In English\n\n{english}"),
            format!("{english}\n## På dansk\n\n{danish}"),
        ),
    }
}
