//! The small things that several parts of the page are made of.

use std::fmt::Write;

use rules::document::Document;
use rules::lint::Severity;
use rules::privacy::{HIDDEN, shown};
use workbench::lang::Lang;
use workbench::named::hash;

use crate::{Tally, words};

/// The word and the sign of a severity; shape and word say what the colour says.
pub(super) fn badge(severity: Severity, lang: Lang) -> String {
    let (class, sign) = look(severity);
    let word = capital(words::severity(severity, lang));
    format!("<span class=\"badge {class}\"><span aria-hidden=\"true\">{sign}</span> {word}</span>")
}

/// A box to tick when the finding is seen to, on the screen and on paper.
pub(super) fn tick(lang: Lang) -> String {
    let seen_to = lang.pick("Set efter", "Seen to");
    format!("<input type=\"checkbox\" class=\"tick\" aria-label=\"{seen_to}\">")
}

/// The class and the sign of a severity.
pub(super) fn look(severity: Severity) -> (&'static str, &'static str) {
    match severity {
        Severity::Error => ("error", "●"),
        Severity::Warning => ("warning", "▲"),
        Severity::Info => ("info", "■"),
        Severity::Hint => ("hint", "◆"),
    }
}

/// "1 fejl, 2 advarsler", or that there is nothing.
pub(super) fn counts(tally: &Tally, lang: Lang) -> String {
    let counted: Vec<String> =
        tally.counted(lang).into_iter().map(|(n, word)| format!("{n}\u{a0}{word}")).collect();
    match counted.is_empty() {
        true => capital(&tally.nothing(lang)),
        false => {
            let held_back = tally.held_back.words(lang).map_or(String::new(), |words| format!(" ({words})"));
            counted.join(", ") + &held_back
        }
    }
}

/// Marks words of the document, which are Danish on a page that is not.
pub(super) fn danish(lang: Lang) -> &'static str {
    lang.pick("", " lang=\"da\"")
}

/// "godkendt" as "Godkendt".
pub(super) fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// What stands for `path`, the name of `document`, in the names of places on the page: each document has its own. Names
/// may be the same when a number is hidden in them.
pub(crate) fn anchor(path: &str, document: &Document) -> String {
    let shown = shown(path);
    let mut anchor = name_of(&shown);
    if shown.contains(HIDDEN) {
        let _ = write!(anchor, "-{:x}", hash(document.text()));
    }
    anchor
}

fn name_of(path: &str) -> String {
    let mut anchor = String::from("f-");
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => anchor.push(char::from(byte)),
            _ => {
                let _ = write!(anchor, "_{byte:02x}");
            }
        }
    }
    anchor
}

#[cfg(test)]
mod tests {
    use super::{capital, name_of};

    #[test]
    fn a_word_begins_with_a_capital() {
        assert_eq!(capital("ændret"), "Ændret");
        assert_eq!(capital(""), "");
    }

    #[test]
    fn each_path_has_its_own_anchor() {
        assert_eq!(name_of("a/mø_1.txt"), "f-a_2fm_c3_b8_5f1_2etxt");
    }
}
