//! A comparison of an agenda with its minutes for people to read: on the command line and in the editor.

use std::fmt::Write;

use rules::compare::{Change, Comparison, Line};

use crate::lang::Lang;

/// What is compared with what.
pub struct Compared<'a> {
    /// What the agenda is called.
    pub agenda: &'a str,
    /// What the minutes are called.
    pub minutes: &'a str,
    /// What became of each item.
    pub comparison: &'a Comparison,
}

/// The comparison as plain text.
pub fn text(compared: &Compared<'_>, lang: Lang) -> String {
    let mut text = format!("{} → {}\n", compared.agenda, compared.minutes);
    if !compared.comparison.head.is_empty() {
        let _ = writeln!(text, "\n{}", lang.pick("Mødet", "The meeting"));
    }
    for change in &compared.comparison.head {
        let _ = writeln!(text, "  {}", lang.text(change.kind.told()));
        side(&mut text, '-', change.agenda.as_ref());
        side(&mut text, '+', change.minutes.as_ref());
    }
    for pair in compared.comparison.items.iter().filter(|pair| pair.differs()) {
        let _ = writeln!(text, "\n{}", pair.name());
        if let Some(words) = pair.whole() {
            let _ = writeln!(text, "  {}", lang.text(words));
        }
        for changes in pair.together() {
            let _ = writeln!(text, "  {}", told(changes, lang));
            side(&mut text, '-', changes[0].agenda.as_ref());
            side(&mut text, '+', changes[0].minutes.as_ref());
        }
    }
    text.push_str(&format!("\n{}\n", lang.text(compared.comparison.verdict())));
    text
}

/// What changed in the same lines.
pub fn told(changes: &[Change], lang: Lang) -> String {
    let told: Vec<&str> = changes.iter().map(|change| lang.text(change.kind.told())).collect();
    told.join(" · ")
}

fn side(text: &mut String, sign: char, line: Option<&Line>) {
    if let Some(line) = line {
        let _ = writeln!(text, "    {sign} {:>4}  {}", line.line, line.text);
    }
}
