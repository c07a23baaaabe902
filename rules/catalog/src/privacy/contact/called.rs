//! Telephone numbers behind words for somebody who is spoken of: "Ring til ham på 40 12 34 56".

use std::sync::LazyLock;

use super::{CONTACTS, is_service};
use lint::{PartView, Severity};
use privacy::eight_digits;
use text::TextRange;
use text::needles::Needles;

/// Such numbers, and how certain it is that each is private.
pub(super) fn numbers_of_people(view: &PartView<'_>) -> impl Iterator<Item = (TextRange, Severity)> {
    called(view.text).filter_map(|number| Some((number, of_somebody(view, number)?)))
}

/// The words before the number of somebody who is spoken of: "Ring til ham på".
static CALLED: LazyLock<Needles> = LazyLock::new(|| Needles::caseless(&CONTACTS.called));

/// The telephone numbers behind such words.
fn called(text: &str) -> impl Iterator<Item = TextRange> + use<'_> {
    let begins = |at: usize| !text[..at].ends_with(char::is_alphanumeric);
    let found = CALLED.find_iter(text).filter(move |found| begins(found.start));
    found.filter_map(|found| eight_digits(text, found.end))
}

/// How certain it is that `number`, behind such words, is private: what is said of the person may stand a sentence before.
fn of_somebody(view: &PartView<'_>, number: TextRange) -> Option<Severity> {
    let line = view.text[view.line_at(number)].to_lowercase();
    let says = |list: &[String]| list.iter().any(|part| line.contains(part.as_str()));
    match (says(&CONTACTS.private), says(&CONTACTS.public)) {
        _ if is_service(&view.text[number]) => None,
        (true, false) => Some(Severity::Warning),
        (false, true) => None,
        _ => Some(Severity::Hint),
    }
}

#[cfg(test)]
mod tests {
    use lint::Severity;

    fn severities(text: &str) -> Vec<Severity> {
        let document = document::fixture::document("generel", &super::super::RULE, text);
        document.diagnostics().iter().map(|diagnostic| diagnostic.severity).collect()
    }

    #[test]
    fn the_number_of_somebody_who_is_spoken_of_is_his_own() {
        for text in [
            "En borger, Ole Bang, har klaget. Ring til ham på 40 12 34 56.",
            "Klageren vil have svar. Hendes nummer er 40123456.",
            "Naboen er orienteret; ring til hende på nr. 40 12 34 56",
        ] {
            assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [Severity::Warning], "{text}");
        }
        assert_eq!(severities("Punkt 1: A\n\nRing til ham på 40 12 34 56.\n"), [Severity::Hint]);
        for text in [
            "Formanden svarer; ring til ham på 40 12 34 56.",
            "Ring til hende på 70 12 34 56.",
            "De mødte ham på 40 12",
        ] {
            assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [], "{text}");
        }
    }
}
