//! One finding on the page: what is wrong, where it stands, what to write and why.

use std::fmt::Write;

use rules::document::Document;
use rules::lint::{Applicability, Diagnostic, Fix};
use rules::privacy::{Mask, Quoted, shown};
use rules::text::{TextRange, TextSize};
use workbench::lang::Lang;

use super::parts::{badge, danish, look, tick};
use super::sentence::sentence;
use crate::markup::{escaped, escaped_word};
use crate::{Checked, source};

/// At most this many other places are shown with a finding.
const MOST_RELATED: usize = 4;

/// A finding and what it is shown with.
#[derive(Clone, Copy)]
pub(super) struct Card<'a> {
    /// The document it is found in.
    pub(super) document: &'a Document,
    /// Where findings stand in the document that the text was taken out of.
    pub(super) checked: &'a Checked<'a>,
    /// What must not be shown of it.
    pub(super) mask: &'a Mask<'a>,
    /// The finding.
    pub(super) finding: &'a Diagnostic,
    /// The language.
    pub(super) lang: Lang,
}

impl Card<'_> {
    /// The finding as an entry of a list.
    pub(super) fn text(&self) -> String {
        let finding = self.finding;
        let quoted = self.mask.about(finding);
        let words = |words: &str| escaped(&quoted.shown(words));
        let (class, _) = look(finding.severity);
        let mut card = format!(
            "<li class=\"finding {class}\">\n<p class=\"what\">{} {} {} <span class=\"place\">{}</span></p>\n\
             <p class=\"message\">{}</p>\n<blockquote{}><p>{}</p></blockquote>\n",
            tick(self.lang),
            badge(finding.severity, self.lang),
            escaped_word(self.lang.text(finding.rule.summary)),
            self.line(finding.range),
            words(self.lang.note(&finding.note)),
            danish(self.lang),
            self.excerpt(finding.range),
        );
        card.push_str(&self.related(&quoted));
        if let Some(fix) = finding.fixes.first() {
            card.push_str(&self.advice(fix, &quoted));
        }
        card + &self.reason() + "</li>\n"
    }

    fn line(&self, range: TextRange) -> String {
        if let Some(place) = source::place(self.checked, range.start()) {
            return escaped(&shown(&source::words(&place, self.lang)));
        }
        let line = self.document.lines().line_of(range.start()) + 1;
        format!("{} {line}", self.lang.pick("linje", "line"))
    }

    /// The sentence with the finding marked.
    fn excerpt(&self, range: TextRange) -> String {
        let sentence = sentence(self.document, range);
        let words = |range| escaped(&self.mask.excerpt(range));
        let cut = |cut: bool| if cut { "…" } else { "" };
        let class = if sentence.found.len() == TextSize::new(0) { " class=\"gap\"" } else { "" };
        format!(
            "{}{}<mark{class}>{}</mark>{}{}",
            cut(sentence.cut_before),
            words(sentence.before),
            words(sentence.found),
            words(sentence.after),
            cut(sentence.cut_after)
        )
    }

    /// The other places that explain the finding.
    fn related(&self, quoted: &Quoted) -> String {
        let danish = danish(self.lang);
        let mut list = String::new();
        for related in self.finding.related.iter().take(MOST_RELATED) {
            let note = escaped(&quoted.shown(self.lang.note(&related.note)));
            let (line, excerpt) = (self.line(related.range), self.excerpt(related.range));
            let _ = writeln!(
                list,
                "<li>{note} <span class=\"place\">{line}</span><blockquote{danish}><p>{excerpt}</p></blockquote></li>"
            );
        }
        if list.is_empty() { list } else { format!("<ul class=\"related\">\n{list}</ul>\n") }
    }

    /// What the first fix does.
    fn advice(&self, fix: &Fix, quoted: &Quoted) -> String {
        let (word, safety) = match fix.applicability {
            Applicability::Safe => self.lang.pick(("Ret", "sikker rettelse"), ("Fix", "safe")),
            Applicability::Unsafe => {
                self.lang.pick(("Forslag", "skal ses efter"), ("Suggestion", "must be looked at"))
            }
        };
        let title = escaped(&quoted.shown(self.lang.note(&fix.title)));
        format!("<p class=\"fix\"><b>{word}</b> {title} <span class=\"safety\">({safety})</span></p>\n")
    }

    /// Why the rule is one.
    fn reason(&self) -> String {
        let rule = self.finding.rule;
        let (why, name) = (self.lang.pick("Hvorfor?", "Why?"), escaped_word(rule.name));
        let id = format!("<p class=\"id\"><code>{name}</code></p>");
        let source = match rule.source {
            "" => String::new(),
            source => {
                format!(
                    "<p class=\"source\">{}: {}</p>",
                    self.lang.pick("Kilde", "Source"),
                    escaped_word(source)
                )
            }
        };
        format!(
            "<details><summary>{why}</summary>\n<p>{}</p>{source}</details>\n{id}\n",
            escaped_word(self.lang.text(rule.why))
        )
    }
}
