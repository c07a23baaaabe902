//! What was found in all documents: numbers, and a bar for each rule.

use std::cmp::Reverse;
use std::fmt::Write;

use workbench::lang::Lang;
use workbench::outside;

use crate::markup::{escaped, escaped_word};
use crate::tally::Listed;
use crate::{HeldBack, Tally};

use super::parts::counts;

/// The overview.
pub(super) fn aside(tally: &Tally, lang: Lang) -> String {
    let heading = lang.pick("Overblik", "Overview");
    format!(
        "<aside class=\"overview\" id=\"overview\" tabindex=\"0\" aria-label=\"{heading}\">\n\
         <h2>{heading}</h2>\n{}{}{}{}</aside>\n",
        not_read(tally, lang),
        numbers(tally, lang),
        documents(tally, lang),
        chart(tally, lang)
    )
}

/// What nobody has read, before all numbers: they say nothing of it.
fn not_read(tally: &Tally, lang: Lang) -> String {
    if tally.not_read.is_empty() {
        return String::new();
    }
    let heading = lang.pick("Ikke gennemgået", "Not checked");
    let mut list = format!("<div class=\"verdict stop\"><strong>{heading}</strong>\n<ul>\n");
    for unread in &tally.not_read {
        let _ = writeln!(list, "<li>{}</li>", escaped(&unread.why));
    }
    list + "</ul></div>\n"
}

fn numbers(tally: &Tally, lang: Lang) -> String {
    let files = match tally.files {
        1 => lang.pick("dokument gennemgået", "document checked"),
        _ => lang.pick("dokumenter gennemgået", "documents checked"),
    };
    let mut numbers = vec![(tally.files, files)];
    numbers.extend(tally.counted(lang));
    if numbers.len() == 1 {
        numbers.push((0, lang.pick("fund", "findings")));
    }
    if tally.fixable > 0 {
        numbers.push((tally.fixable, lang.pick("kan rettes automatisk (--fix)", "with a safe fix")));
    }
    let HeldBack { baseline, suppressed } = tally.held_back;
    let held_back = [
        (baseline, lang.pick("kendt i baseline", "known in the baseline")),
        (suppressed, lang.pick("undtaget", "suppressed")),
    ];
    numbers.extend(held_back.into_iter().filter(|(n, _)| *n > 0));
    let mut list = String::from("<ul class=\"numbers\">\n");
    for (n, word) in numbers {
        let _ = writeln!(list, "<li><b>{n}</b> {word}</li>");
    }
    list + "</ul>\n"
}

/// The documents in their order, with what was found in each; nothing when there is only one.
fn documents(tally: &Tally, lang: Lang) -> String {
    if tally.documents.len() < 2 {
        return String::new();
    }
    let heading = lang.pick("Dokumenter", "Documents");
    let mut list = format!("<h3>{heading}</h3>\n<ol class=\"documents\">\n");
    for Listed { path, anchor, found } in &tally.documents {
        let class = if found.counted(lang).is_empty() { "clean" } else { "found" };
        let (path, verdict) = (escaped(path), counts(found, lang));
        let _ = writeln!(
            list,
            "<li class=\"{class}\"><a href=\"#{anchor}\">{path}</a> <span>{verdict}</span></li>"
        );
    }
    list + "</ol>\n"
}

/// A bar for each rule, those that do most harm first.
fn chart(tally: &Tally, lang: Lang) -> String {
    let mut rules: Vec<(&'static str, usize)> = tally.rules.iter().map(|(rule, n)| (*rule, *n)).collect();
    let severity = |name: &str| {
        let rule = outside::all_rules().into_iter().find(|rule| rule.name == name);
        rule.map(|rule| (rule.group() == "privacy", rule.severity))
    };
    rules.sort_by_cached_key(|&(rule, n)| (Reverse(severity(rule)), Reverse(n), rule));
    let Some(most) = rules.iter().map(|(_, n)| *n).max() else { return String::new() };
    let heading = lang.pick("Fund efter regel", "Findings by rule");
    let mut chart = format!("<h3>{heading}</h3>\n<ol class=\"chart\">\n");
    for (rule, n) in rules {
        let width = (n * 100).div_ceil(most);
        let summary = summary(rule, lang).map(escaped_word).unwrap_or_default();
        let _ = writeln!(
            chart,
            "<li><span>{summary} <span class=\"rule\">{}</span></span> <b>{n}</b>\
             <svg viewBox=\"0 0 100 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\
             <rect width=\"{width}\" height=\"1\"/></svg></li>",
            escaped_word(rule)
        );
    }
    chart + "</ol>\n"
}

/// What the rule called `name` flags, in words; a house's own rule has its name alone.
fn summary(name: &str, lang: Lang) -> Option<&'static str> {
    let rule = outside::all_rules().into_iter().find(|rule| rule.name == name)?;
    Some(lang.text(rule.summary))
}
