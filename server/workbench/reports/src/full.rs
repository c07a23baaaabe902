//! The report for people: the line, what is wrong, and what to write instead.

use codespan_reporting::diagnostic as shown;
use codespan_reporting::term::termcolor::{Buffer, WriteColor};
use codespan_reporting::term::{Config, emit_to_write_style};
use rules::lint::{Applicability, Diagnostic, Fix, Severity};
use workbench::lang::Lang;

use super::Checked;
use super::excerpt::{Excerpt, Original};
use super::place::Places;
use super::source;

/// At most this many other places are shown with a finding.
const MOST_RELATED: usize = 4;

/// The findings of one file.
pub(super) fn file(checked: &Checked<'_>, lang: Lang, color: bool) -> String {
    let document = checked.document;
    let mask = document.mask(checked.diagnostics);
    let original =
        Original { path: checked.path, text: document.text(), lines: document.lines(), mask: &mask };
    let mut places = Places::new(document);
    let mut report = String::new();
    let (commas, others): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
        checked.diagnostics.iter().partition(|diagnostic| is_about_commas(diagnostic));
    for diagnostic in others {
        let place = places.place(diagnostic.range.start());
        let related = diagnostic.related.iter().take(MOST_RELATED).map(|related| related.range);
        let ranges: Vec<_> = std::iter::once(diagnostic.range).chain(related).collect();
        let excerpt = Excerpt::new(original, place, &ranges);
        let mut shown = shown(original, diagnostic, &excerpt, lang);
        if let Some(place) = source::place(checked, diagnostic.range.start()) {
            shown.notes.insert(0, format!("{}: {}", lang.pick("sted", "place"), source::words(&place, lang)));
        }
        report.push_str(&rendered(&shown, &excerpt, lang, color));
    }
    if !commas.is_empty() {
        report.push_str(&counted(checked.path, commas.len(), lang));
    }
    report
}

/// Commas that are worth knowing of, and no more, are counted: dozens of them would hide the rest.
fn is_about_commas(diagnostic: &Diagnostic) -> bool {
    diagnostic.rule.is_about_commas() && diagnostic.severity <= Severity::Info
}

fn counted(path: &str, n: usize, lang: Lang) -> String {
    let words = match n {
        1 => lang.pick("1 komma at se efter", "1 comma to look at"),
        _ => lang.pick("kommaer at se efter", "commas to look at"),
    };
    let n = if n == 1 { String::new() } else { format!("{n} ") };
    format!("{path}: {n}{words} (--format concise)\n\n")
}

/// The finding as it is drawn.
fn shown(
    original: Original<'_>,
    diagnostic: &Diagnostic,
    excerpt: &Excerpt<'_>,
    lang: Lang,
) -> shown::Diagnostic<()> {
    let quoted = original.mask.about(diagnostic);
    let words = |words: &str| String::from(quoted.shown(words));
    let message = words(lang.note(&diagnostic.note));
    let mut new =
        shown::Diagnostic::new(drawn_as(diagnostic.severity)).with_message(summary(diagnostic, lang));
    match excerpt.locate(original, diagnostic.range) {
        Some(range) => new.labels.push(shown::Label::primary((), range).with_message(message)),
        None => new.notes.push(message),
    }
    for related in diagnostic.related.iter().take(MOST_RELATED) {
        let note = words(lang.note(&related.note));
        match excerpt.locate(original, related.range) {
            Some(range) => new.labels.push(shown::Label::secondary((), range).with_message(note)),
            None => new.notes.push(note),
        }
    }
    new.notes.extend(diagnostic.fixes.first().map(|fix| advice(fix, &words(lang.note(&fix.title)), lang)));
    // Readers look for what is wrong; its name is for settings.
    new.notes.push(diagnostic.rule.name.to_owned());
    new
}

/// What the rule flags; a house's own rule has its name alone.
fn summary(diagnostic: &Diagnostic, lang: Lang) -> &'static str {
    match lang.text(diagnostic.rule.summary) {
        "" => diagnostic.rule.name,
        summary => summary,
    }
}

/// The first fix: "fix: Write "at"".
fn advice(fix: &Fix, title: &str, lang: Lang) -> String {
    let word = match fix.applicability {
        Applicability::Safe => lang.pick("ret", "fix"),
        Applicability::Unsafe => lang.pick("forslag", "suggestion"),
    };
    format!("{word}: {title}")
}

fn rendered(shown: &shown::Diagnostic<()>, excerpt: &Excerpt<'_>, lang: Lang, color: bool) -> String {
    let mut buffer = if color { Buffer::ansi() } else { Buffer::no_color() };
    if emit_to_write_style(&mut buffer, &Config::default(), excerpt, shown).is_err() {
        // Only a place outside the excerpt could be the cause; the finding is told all the same.
        let _ = buffer.reset();
        return format!("{}\n\n", shown.message);
    }
    // The renderer knows the severities of compilers, and English; the word is the first one of what it wrote.
    let (theirs, ours) = severity_words(shown.severity, lang);
    String::from_utf8_lossy(buffer.as_slice()).replacen(theirs, ours, 1)
}

fn drawn_as(severity: Severity) -> shown::Severity {
    match severity {
        Severity::Error => shown::Severity::Error,
        Severity::Warning => shown::Severity::Warning,
        Severity::Info => shown::Severity::Note,
        Severity::Hint => shown::Severity::Help,
    }
}

/// The renderer's word and ours.
fn severity_words(severity: shown::Severity, lang: Lang) -> (&'static str, &'static str) {
    match severity {
        shown::Severity::Bug => ("bug", "bug"),
        shown::Severity::Error => ("error", lang.pick("fejl", "error")),
        shown::Severity::Warning => ("warning", lang.pick("advarsel", "warning")),
        shown::Severity::Note => ("note", lang.pick("bemærkning", "info")),
        shown::Severity::Help => ("help", lang.pick("vink", "hint")),
    }
}
