//! The manual of the rules: what `referent explain` prints and `RULES.md` holds, from the one list of rules.

use std::fmt::Write;

use crate::catalog::RULES;
use crate::lint::{Allowed, Fixes, Rule, RuleOption, Severity, Text};

pub use crate::lint::Language;

/// What there is to know about `rule`, as Markdown without a heading.
pub fn page(rule: &Rule, language: Language) -> String {
    let say = |da, en| Text { da, en }.get(language);
    let mut page = String::new();
    let on = if rule.on { "" } else { say(", slået fra, til den vælges", ", off unless it is selected") };
    let _ = writeln!(page, "{}.", rule.summary.get(language));
    let _ = writeln!(page);
    let _ = writeln!(
        page,
        "*{}{on} · {}*",
        severity(rule.severity).get(language),
        fixes(rule.fixes).get(language)
    );
    let _ = writeln!(page);
    let _ = writeln!(page, "{}", rule.why.get(language));
    if !rule.source.is_empty() {
        let _ = writeln!(page);
        let _ = writeln!(page, "{}: {}.", say("Kilde", "Source"), rule.source);
    }
    if !rule.example.before.is_empty() {
        let _ = writeln!(page);
        let _ = write!(page, "{}", example(rule, language));
    }
    if !rule.options.is_empty() {
        let _ = write!(page, "\n{}", options(rule, language));
    }
    page
}

/// The options of `rule`, with the lines that set them to their defaults.
fn options(rule: &Rule, language: Language) -> String {
    let say = |da, en| Text { da, en }.get(language);
    let mut text = format!("{}:\n\n```toml\n[rules.\"{}\"]\n", say("Valg", "Options"), rule.name);
    for option in rule.options {
        let _ = writeln!(text, "{}", set_line(option));
    }
    text.push_str("```\n\n");
    for option in rule.options {
        let _ = writeln!(text, "- `{}`: {}", option.name, about(option, language));
    }
    text
}

/// The line that sets `option` to its default, or to an example of what it takes.
pub fn set_line(option: &RuleOption) -> String {
    let value = option.default().unwrap_or_else(|| "\"da_DK.dic\"".to_owned());
    format!("{} = {value}", option.name)
}

/// What `option` decides, the values it takes, and the default.
pub fn about(option: &RuleOption, language: Language) -> String {
    let say = |da, en| Text { da, en }.get(language);
    let about = option.about.get(language);
    match &option.allowed {
        Allowed::Choice(choices) => {
            let choices: Vec<String> = choices
                .iter()
                .map(|choice| format!("\"{}\" ({})", choice.word, choice.about.get(language)))
                .collect();
            format!("{about}: {}.", choices.join(", "))
        }
        allowed => {
            let note = allowed.describe();
            let kind = if language == Language::Danish { note.da } else { note.en };
            let default = option.default();
            let default = default.map(|value| format!("; {} {value}", say("ellers", "otherwise")));
            format!("{about} ({kind}{}).", default.unwrap_or_default())
        }
    }
}

/// The lines of the example that differ, with a few around them.
fn example(rule: &Rule, language: Language) -> String {
    let say = |da, en| Text { da, en }.get(language);
    let (before, after) =
        (excerpt(rule.example.before, rule.example.after), excerpt(rule.example.after, rule.example.before));
    format!(
        "{}:\n\n```text\n{before}```\n\n{}:\n\n```text\n{after}```\n",
        say("Før", "Before"),
        say("Efter", "After")
    )
}

/// This many lines stand around those that differ.
const AROUND: usize = 3;

fn excerpt(text: &str, other: &str) -> String {
    let (lines, others): (Vec<&str>, Vec<&str>) = (text.lines().collect(), other.lines().collect());
    let same = |pairs: &mut dyn Iterator<Item = (&&str, &&str)>| pairs.take_while(|(a, b)| a == b).count();
    let head = same(&mut lines.iter().zip(&others));
    let tail = same(&mut lines.iter().rev().zip(others.iter().rev()))
        .min(lines.len().min(others.len()) - head.min(others.len()));
    let from = head.saturating_sub(AROUND);
    let to = (lines.len() - tail + AROUND).min(lines.len());
    let mut shown: Vec<&str> = lines[from..to.max(from)].to_vec();
    while shown.first().is_some_and(|line| line.is_empty()) {
        shown.remove(0);
    }
    while shown.last().is_some_and(|line| line.is_empty()) {
        shown.pop();
    }
    shown.iter().map(|line| format!("{line}\n")).collect()
}

/// The name of a severity.
pub fn severity(severity: Severity) -> Text {
    match severity {
        Severity::Error => Text { da: "Fejl", en: "Error" },
        Severity::Warning => Text { da: "Advarsel", en: "Warning" },
        Severity::Info => Text { da: "Bemærkning", en: "Information" },
        Severity::Hint => Text { da: "Vink", en: "Hint" },
    }
}

fn fixes(fixes: Fixes) -> Text {
    match fixes {
        Fixes::None => Text { da: "rettes i hånden", en: "mended by hand" },
        Fixes::Safe => Text { da: "rettes af `--fix`", en: "mended by `--fix`" },
        Fixes::Unsafe => Text {
            da: "rettelsen skal ses efter (`--unsafe-fixes`)",
            en: "the fix must be looked at (`--unsafe-fixes`)",
        },
    }
}

/// The whole manual: `RULES.md`.
pub fn book() -> String {
    let mut book = String::from(INTRODUCTION);
    for rule in RULES.iter() {
        let anchor = anchor(rule.name);
        let summary = rule.summary.da;
        let level = severity(rule.severity).da;
        let off = if rule.on { "" } else { " (fra)" };
        let _ = writeln!(book, "| [`{}`](#{anchor}) | {level}{off} | {summary} |", rule.name);
    }
    for rule in RULES.iter() {
        let _ = writeln!(book, "\n## {}\n", rule.name);
        let _ = writeln!(book, "{}", page(rule, Language::Danish));
        let _ = writeln!(book, "<details><summary>In English</summary>\n");
        let _ = writeln!(book, "{}", page(rule, Language::English));
        let _ = writeln!(book, "</details>");
    }
    book
}

/// The anchor of a rule's heading, as Markdown renderers make it: "dates/weekday" is "datesweekday".
pub fn anchor(name: &str) -> String {
    name.replace('/', "")
}

const INTRODUCTION: &str = "\
# Reglerne · The rules

Denne side skrives ud fra reglerne selv; ret den ikke i hånden (`UPDATE_EXPECT=1 cargo test -p referent-rules`).
Hver regel kan sættes til `error`, `warning`, `info`, `hint` eller `off` i `referent.toml`, og så gælder det alle dens fund. Ellers er
alvoren den, reglen højst har: et fund, der er mindre sikkert, er mildere. En rettelse, som `--fix` laver, kan ikke ændre, hvad
referatet siger.

This page is written from the rules themselves; do not edit it by hand. Each rule can be set to `error`, `warning`, `info`,
`hint` or `off` in `referent.toml`, which then holds for all its findings. Otherwise the severity is the most a finding of the rule
has: one that is less certain is milder. A fix that `--fix` makes cannot change what the minutes say.

| Regel | Alvor | Hvad den finder |
|---|---|---|
";

#[cfg(test)]
mod tests {
    use super::{Language, excerpt, page};
    use crate::catalog::rule;

    #[test]
    fn an_excerpt_shows_what_differs_and_a_little_around_it() {
        assert_eq!(
            excerpt("1\n2\n3\n4\n5\nA\n7\n8\n9\n10\n11\n", "1\n2\n3\n4\n5\nB\n7\n8\n9\n10\n11\n"),
            "3\n4\n5\nA\n7\n8\n9\n"
        );
    }

    #[test]
    fn a_page_says_what_why_and_how() {
        let page = page(rule("at-points/lead-word").expect("a rule"), Language::Danish);
        assert!(
            page.contains("Advarsel") && page.contains("Før:") && page.contains("- at B")
                || page.contains("2. At planen")
        );
    }
}
