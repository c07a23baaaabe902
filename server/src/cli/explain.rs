//! `referent explain RULE`: what a rule flags, why, an example, and what a house may set.

use rules::lint::{Fixes, Rule, Severity, about as rules_about, known};
use rules::manual::{Language, about, set_line};
use rules::privacy::shown;
use similar::{ChangeTag, TextDiff};
use workbench::config::unknown_rule;
use workbench::lang::Lang;
use workbench::outside;
use workbench::problem::Problem;

use super::rules::{set, word};
use super::sink::Sink;
use super::{Exit, settings};
use crate::args::ExplainArgs;

/// Columns of running text.
const WIDTH: usize = 78;

/// Lines of the example that are shown around a change.
const AROUND: usize = 2;

/// Explains the rule that `args` name.
pub(super) fn run(args: &ExplainArgs, lang: Lang) -> anyhow::Result<Exit> {
    let config = settings::here(&args.config);
    let lang = args.texts.lang.or(config.as_ref().ok().and_then(|config| config.language)).unwrap_or(lang);
    // A rule that comes with the program is explained whatever the settings are.
    let (rule, severity) = match (outside::rule(&args.rule), config) {
        (Some(rule), Err(_)) => (rule, Some(rule.severity).filter(|_| rule.on)),
        (rule, config) => {
            let config = config.map_err(Problem::from)?;
            let rule = rule.map_or_else(|| named(&args.rule, &config.rules), Ok)?;
            (rule, set(rule, &config))
        }
    };
    let mut sink = Sink::stdout(false);
    let words = explanation(rule, severity, lang);
    // The numbers of the program's own examples are invented.
    match outside::rule(rule.name).or_else(|| rules::catalog::rule(rule.name)) {
        Some(_) => sink.write(&words)?,
        None => sink.write(&shown(&words))?,
    }
    sink.close()?;
    Ok(Exit::Clean)
}

fn named(name: &str, rules: &[&'static Rule]) -> Result<&'static Rule, Problem> {
    if let Some(rule) = rules.iter().find(|rule| rule.name == name) {
        return Ok(rule);
    }
    if let Err(error) = known(name, rules) {
        return about_word(name, rules).unwrap_or_else(|| Err(unknown_rule(&error)));
    }
    let members = rules.iter().filter(|rule| name == "all" || rule.group() == name);
    let members = members.map(|rule| rule.name).collect::<Vec<_>>().join(", ");
    Err(Problem::new(
        format!("\"{name}\" er en gruppe; nævn en regel af den: {members}"),
        format!("\"{name}\" is a group; name a rule of it: {members}"),
    ))
}

/// The rule whose summary has the word, for who knows what it is about and not what it is called: "ugedag".
fn about_word(word: &str, rules: &[&'static Rule]) -> Option<Result<&'static Rule, Problem>> {
    let found = rules_about(word, rules);
    let names = || found.iter().map(|rule| rule.name).collect::<Vec<_>>().join(", ");
    match found[..] {
        [] => None,
        [rule] => Some(Ok(rule)),
        _ => Some(Err(Problem::new(
            format!("flere regler handler om \"{word}\"; nævn en af dem: {}", names()),
            format!("several rules are about \"{word}\"; name one of them: {}", names()),
        ))),
    }
}

fn explanation(rule: &Rule, severity: Option<Severity>, lang: Lang) -> String {
    let fixes = match rule.fixes {
        Fixes::None => lang.pick("rettes i hånden", "mended by hand"),
        Fixes::Safe => lang.pick("kan rettes automatisk", "has safe fixes"),
        Fixes::Unsafe => lang
            .pick("har forslag til rettelser, som skal ses efter", "suggests fixes that must be looked at"),
    };
    let mut text = format!("{} ({}; {fixes})\n\n", rule.name, word(severity, lang));
    text.push_str(&wrapped(lang.text(rule.summary)));
    // A rule of the house's own has one sentence for both.
    if rule.why != rule.summary {
        text.push('\n');
        text.push_str(&wrapped(lang.text(rule.why)));
    }
    if !rule.example.before.is_empty() {
        text.push_str(&format!("\n{}\n\n{}", lang.pick("Eksempel:", "Example:"), example(rule)));
    }
    if !rule.options.is_empty() {
        text.push_str(&format!("\n{}\n\n", lang.pick("Valg i referent.toml:", "Options in referent.toml:")));
        text.push_str(&options(rule, lang));
    }
    if !rule.source.is_empty() {
        text.push('\n');
        text.push_str(&wrapped(&format!("{} {}", lang.pick("Kilde:", "Source:"), rule.source)));
    }
    text
}

/// What a house may set, as it is written when nothing is.
fn options(rule: &Rule, lang: Lang) -> String {
    let mut text = format!("    [rules.\"{}\"]\n", rule.name);
    for option in rule.options {
        text.push_str(&format!("    {}\n", set_line(option)));
    }
    let language = lang.pick(Language::Danish, Language::English);
    for option in rule.options {
        text.push('\n');
        text.push_str(&wrapped(&format!("{}: {}", option.name, about(option, language))));
    }
    text
}

/// The lines of the example that change, with a few around them.
fn example(rule: &Rule) -> String {
    let diff = TextDiff::from_lines(rule.example.before, rule.example.after);
    let mut text = String::new();
    for (i, group) in diff.grouped_ops(AROUND).iter().enumerate() {
        text.push_str(if i > 0 { "    ...\n" } else { "" });
        let changes = group.iter().flat_map(|op| diff.iter_changes(op));
        for change in
            changes.filter(|change| change.tag() != ChangeTag::Equal || !change.value().trim().is_empty())
        {
            let sign = match change.tag() {
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
                ChangeTag::Equal => ' ',
            };
            let line = format!("  {sign} {}", change.value());
            text.push_str(line.trim_end());
            text.push('\n');
        }
    }
    text
}

/// `text` in lines that fit a terminal.
fn wrapped(text: &str) -> String {
    let mut wrapped = String::new();
    let mut column = 0;
    for word in text.split_whitespace() {
        let width = word.chars().count();
        if column > 0 && column + 1 + width > WIDTH {
            wrapped.push('\n');
            column = 0;
        }
        if column > 0 {
            wrapped.push(' ');
            column += 1;
        }
        wrapped.push_str(word);
        column += width;
    }
    wrapped.push('\n');
    wrapped
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, explanation};
    use rules::catalog::RULES;
    use workbench::lang::Lang;

    #[test]
    fn every_rule_is_explained_in_lines_that_fit() {
        for rule in RULES.iter() {
            for lang in [Lang::Da, Lang::En] {
                let text = explanation(rule, Some(rule.severity), lang);
                let prose =
                    text.lines().filter(|line| !line.starts_with("  ") && !line.starts_with(rule.name));
                assert!(prose.clone().all(|line| line.chars().count() <= WIDTH), "{text}");
                let shown = text.contains("\n  -") || text.contains("\n  +");
                assert!(shown || rule.example.before.is_empty(), "{text}");
            }
        }
    }
}
