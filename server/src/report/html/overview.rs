//! What was found in all documents: numbers, and a bar for each rule.

use std::cmp::Reverse;
use std::fmt::Write;

use crate::lang::Lang;
use crate::report::Tally;
use crate::report::markup::escaped;

/// The overview.
pub(super) fn aside(tally: &Tally, lang: Lang) -> String {
    let heading = lang.pick("Overblik", "Overview");
    format!(
        "<aside class=\"overview\" id=\"overview\" tabindex=\"0\" aria-label=\"{heading}\">\n\
         <h2>{heading}</h2>\n{}{}</aside>\n",
        numbers(tally, lang),
        chart(tally, lang)
    )
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
        numbers.push((tally.fixable, lang.pick("kan rettes sikkert", "with a safe fix")));
    }
    let mut list = String::from("<ul class=\"numbers\">\n");
    for (n, word) in numbers {
        let _ = writeln!(list, "<li><b>{n}</b> {word}</li>");
    }
    list + "</ul>\n"
}

/// A bar for each rule, the longest first.
fn chart(tally: &Tally, lang: Lang) -> String {
    let mut rules: Vec<(&str, usize)> = tally.rules.iter().map(|(rule, n)| (*rule, *n)).collect();
    rules.sort_by_key(|&(rule, n)| (Reverse(n), rule));
    let Some(&(_, most)) = rules.first() else { return String::new() };
    let heading = lang.pick("Fund efter regel", "Findings by rule");
    let mut chart = format!("<h3>{heading}</h3>\n<ol class=\"chart\">\n");
    for (rule, n) in rules {
        let width = (n * 100).div_ceil(most);
        let _ = writeln!(
            chart,
            "<li><span class=\"rule\">{}</span> <b>{n}</b>\
             <svg viewBox=\"0 0 100 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\
             <rect width=\"{width}\" height=\"1\"/></svg></li>",
            escaped(rule)
        );
    }
    chart + "</ol>\n"
}
