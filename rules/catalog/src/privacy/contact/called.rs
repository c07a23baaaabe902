//! Telephone numbers behind words for somebody who is spoken of: "Ring til ham på 40 12 34 56".

use std::sync::LazyLock;

use super::{CONTACTS, is_service};
use lint::{PartView, Severity, people_in};
use privacy::eight_digits;
use privacy::streets::is_street;
use text::TextRange;
use text::needles::Needles;

/// Such numbers, and how certain it is that each is private.
pub(super) fn numbers_of_people(view: &PartView<'_>) -> impl Iterator<Item = (TextRange, Option<Severity>)> {
    let numbers = called(view.text).chain(addressed(view.text));
    numbers.map(|number| (number, of_somebody(view, number)))
}

/// The telephone numbers behind the name and the address of somebody: "Per Riis, Ågade 4, 28 45 19 03".
fn addressed(text: &str) -> impl Iterator<Item = TextRange> + use<'_> {
    let commas = memchr::memchr_iter(b',', text.as_bytes());
    let behind = commas.filter_map(|comma| Some((comma, eight_digits(text, comma + 1)?)));
    behind.filter_map(|(comma, number)| follows_address(text, comma).then_some(number))
}

/// Do a name and the address of a house stand before byte `at`?
fn follows_address(text: &str, at: usize) -> bool {
    /// In bytes.
    const NEAR: usize = 120;
    let near = &text[text.floor_char_boundary(at.saturating_sub(NEAR))..at];
    let line = near.rsplit('\n').next().unwrap_or_default();
    let Some((names, address)) = line.rsplit_once(',') else { return false };
    let mut words = address.split_whitespace().rev();
    let house = words.next().unwrap_or_default();
    let numbered = house.starts_with(|c: char| c.is_ascii_digit()) && house.len() <= 4;
    let named = || people_in(names).any(|name| usize::from(name.end()) == names.len());
    numbered && words.next().is_some_and(is_street) && named()
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
            "Klager Gerda Mørk kan træffes på 28451903.",
            "Kontakt til lejer: 28 45 19 03",
            "Kontakt til beboeren: 0045 28 45 19 03",
            "Gerda Mørk (050483-2314), træffes på 2845 1903 efter kl. 16.",
            "Borgeren Per Riis, Ågade 4, 2845 1903, har klaget.",
            "Borgeren har tlf. 0045 28 45 19 03.",
            "| Navn | Cpr-nr. | Mobil |\n|---|---|---|\n| Gerda Mørk | 050483-2314 | 28451903 |",
        ] {
            assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [Severity::Warning], "{text}");
        }
        for text in ["Ring til ham på 40 12 34 56.", "Per Riis, Ågade 4, 2845 1903"] {
            assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [Severity::Hint], "{text}");
        }
        for text in [
            "Formanden svarer; ring til ham på 40 12 34 56.",
            "Ring til hende på 70 12 34 56.",
            "De mødte ham på 40 12",
            "Jobcentret kan træffes på 2845 1903.",
            "Formand Per Riis, Ågade 4, 2845 1903",
            "Budget for Per Riis, afsnit 4, 28451903 kr.",
            "| Konto | Beløb |\n|---|---|\n| Mobil | 28451903 |",
            "| Navn | Mobil |\n|---|---|\n| Kontoret | 28451903 |",
        ] {
            assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [], "{text}");
        }
    }
}
