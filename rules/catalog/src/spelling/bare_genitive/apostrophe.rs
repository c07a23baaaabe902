//! "Bestyrelsen's godkendelse": an apostrophe before the "s" of a Danish genitive, as English has it.

use danish::letters::{fold, is_letter};
use danish::lexicon::{Readings, readings_of_compound};
use lint::{Note, PartView};
use text::edit::Edit;
use text::{TextRange, TextSize};

/// The signs that stand for an apostrophe.
const SIGNS: [&str; 3] = ["'", "’", "´"];

pub(super) fn check(view: &PartView<'_>, findings: &mut lint::Findings) {
    // First bytes of the signs, so that no other letter is read.
    for at in memchr::memchr3_iter(b'\'', 0xe2, 0xc2, view.text.as_bytes()) {
        let Some(sign) = SIGNS.into_iter().find(|sign| view.text[at..].starts_with(*sign)) else { continue };
        let Some(owner) = owner(view, at, sign) else { continue };
        let whole =
            TextRange::new(owner.start(), TextSize::of(&view.text[..at + sign.len()]) + TextSize::of("s"));
        if !view.is_prose(whole) || view.is_foreign(whole) {
            continue;
        }
        let (written, right) = (&view.text[whole], format!("{}s", &view.text[owner]));
        let note = Note::new(
            format!("Ejefaldet af \"{}\" har ingen apostrof: {right}", &view.text[owner]),
            format!("The genitive has no apostrophe: \"{right}\", not \"{written}\""),
        );
        let title = Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\""));
        let apostrophe = TextRange::new(owner.end(), whole.end() - TextSize::of("s"));
        findings.report(whole, note).unsafe_fix(title, Edit::delete(apostrophe));
    }
}

/// The owner before the sign at byte `at`, with "s" and a small word behind: a definite noun of the language, or a surname in "-sen",
/// for what else has its apostrophe may be the name of a firm or a foreign word.
fn owner(view: &PartView<'_>, at: usize, sign: &str) -> Option<TextRange> {
    const SHORTEST: usize = 4;
    let rest = view.text[at + sign.len()..].strip_prefix("s ")?;
    if !rest.starts_with(char::is_lowercase) {
        return None;
    }
    let word = &view.text[view.text[..at].trim_end_matches(is_letter).len()..at];
    let before = view.char_before(at - word.len());
    let joined =
        before.is_some_and(|c| matches!(c, '-' | '–' | '/' | '.' | '_' | '&') || c.is_alphanumeric());
    let named = word.starts_with(char::is_uppercase) && word.ends_with("sen");
    let found = || readings_of_compound(&fold(word)).without(Readings::OTHER);
    let sure = !joined && word.chars().count() >= SHORTEST && (named || found().only(Readings::DEFINITE));
    sure.then(|| TextRange::new(TextSize::of(&view.text[..at - word.len()]), TextSize::of(&view.text[..at])))
}

#[cfg(test)]
mod tests {
    use super::super::RULE;
    use document::fixture::check;

    #[test]
    fn flags_an_apostrophe_before_the_s_of_a_danish_word_or_surname() {
        check(
            &RULE,
            "\n1. Hal\n\nDet sker ikke uden Udvalget's godkendelse i år.\n                   ^^^^^^^^^^ Ejefaldet af \"Udvalget\"\n",
        );
        check(
            &RULE,
            "\n1. Hal\n\nVi låner Thomsen’s trailer til turen.\n         ^^^^^^^^^ Ejefaldet af \"Thomsen\"\n",
        );
        check(
            &RULE,
            "\n1. Hal\n\nDet er medlemmerne's eget ønske.\n       ^^^^^^^^^^^^^ Ejefaldet af \"medlemmerne\"\n",
        );
    }

    #[test]
    fn ignores_firms_foreign_words_letters_and_names_in_s() {
        for line in [
            "Vi spiste hos Thomsen's Grill, og McDonald's har åbent.",
            "Det er Jonas' båd og Marx' bog, og pc'en er ny.",
            "Turen går til St. John's og til Levi's butik.",
            "EU's regler og DGI's kurser er nævnt, og tv's udsendelse er set.",
            "The club's members met.",
        ] {
            check(&RULE, &format!("1. Hal\n\n{line}\n"));
        }
    }
}
