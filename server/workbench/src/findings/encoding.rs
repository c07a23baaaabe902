//! Characters that are stored wrongly: a file that is not UTF-8, and letters that were encoded twice on their way.

use std::sync::LazyLock;

use documents::windows_1252;
use rules::lint::{Diagnostic, Note, Related, Severity};
use rules::text::{TextRange, range};

use crate::outside;

/// What the bytes of a file stood for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// As it should be.
    Utf8,
    /// Old files of Windows programs.
    Windows1252,
}

/// Letters and signs of Danish minutes beyond ASCII.
const LETTERS: &str = "æøåÆØÅéÉüöäÖÄ–—’“”…";

/// What each of them looks like when its bytes were taken for Windows-1252, or for Latin-1, and encoded again.
static TWICE: LazyLock<Vec<(String, char)>> = LazyLock::new(|| {
    let bytes = |letter: char| letter.to_string().into_bytes();
    let latin = |letter: char| bytes(letter).into_iter().map(char::from).collect::<String>();
    LETTERS
        .chars()
        .flat_map(|letter| [(windows_1252::text(&bytes(letter)), letter), (latin(letter), letter)])
        .chain(MAC.iter().map(|&(seen, letter)| (seen.to_owned(), letter)))
        .collect()
});

/// What the letters look like when their bytes were taken for Mac OS Roman.
const MAC: &[(&str, char)] =
    &[("√¶", 'æ'), ("√∏", 'ø'), ("√•", 'å'), ("√Ü", 'Æ'), ("√ò", 'Ø'), ("√Ö", 'Å'), ("√©", 'é')];

/// With which each of them begins.
const ROOT: &str = "√";

/// At most this many other places are named with a finding.
const MOST_RELATED: usize = 100;

/// What is wrong with the characters of `text`, which was stored in `encoding`.
pub(super) fn finding(text: &str, encoding: Encoding, severity: Severity) -> Option<Diagnostic> {
    match encoding {
        Encoding::Windows1252 => {
            let (at, c) = text.char_indices().find(|(_, c)| !c.is_ascii())?;
            let note = Note::new(
                "Filen er ikke UTF-8 og er læst som Windows-1252; gem den som UTF-8",
                "The file is not UTF-8 and was read as Windows-1252; save it as UTF-8",
            );
            Some(super::finding(&outside::ENCODING, severity, range(at, at + c.len_utf8()), note))
        }
        Encoding::Utf8 => twice(text, severity),
    }
}

/// Letters that were encoded twice: "bÃ¸rn".
fn twice(text: &str, severity: Severity) -> Option<Diagnostic> {
    let mut places = suspects(text).filter_map(|at| {
        let (seen, meant) = TWICE.iter().find(|(seen, _)| text[at..].starts_with(seen.as_str()))?;
        Some((range(at, at + seen.len()), *meant))
    });
    let (first, meant) = places.next()?;
    let seen = text[first].replace(char::is_control, "?");
    let note = Note::new(
        format!(
            "\"{seen}\" er et \"{meant}\", der er gemt to gange på vejen hertil; skriv det igen, eller hent teksten på ny"
        ),
        format!(
            "\"{seen}\" is a \"{meant}\" that was encoded twice on its way here; write it again, or fetch the text anew"
        ),
    );
    let mut found = super::finding(&outside::ENCODING, severity, first, note);
    let also = |place: TextRange| Related { range: place, note: Note::new("Også her", "Here too") };
    found.related.extend(places.take(MOST_RELATED).map(|(place, _)| also(place)));
    Some(found)
}

/// Where "Ã", "â", "Â" and "√" stand, with which such letters begin. Their second bytes are rare in Danish, so that a long text is
/// looked through at every letter that is typed.
fn suspects(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let seconds = memchr::memchr3_iter(0x83, 0xa2, 0x82, bytes);
    let first = seconds.filter_map(|at| at.checked_sub(1)).filter(|&at| bytes[at] == 0xc3);
    first.chain(memchr::memmem::find_iter(bytes, ROOT))
}

#[cfg(test)]
mod tests {
    use super::twice;
    use rules::lint::Severity;

    #[test]
    fn letters_that_were_encoded_twice_are_named_by_what_they_were() {
        for (text, meant, n) in [
            ("Flere bÃ¸rn pÃ¥ Ã†rÃ¸", "ø", 3),
            ("MÃ¸de â€“ referat", "ø", 1),
            ("Kl. 16â€“17", "–", 0),
            ("\u{c3}\u{98}lgod", "Ø", 0),
            ("Dr√łftelse p√• skolen i S√∏by", "å", 1),
        ] {
            let found = twice(text, Severity::Warning).expect("a finding");
            assert!(found.note.da.contains(&format!("er et \"{meant}\"")), "{}", found.note.da);
            assert_eq!(found.related.len(), n, "{text}");
        }
    }

    #[test]
    fn other_letters_with_marks_are_letters() {
        for text in [
            "Børn på Ærø",
            "São Paulo",
            "Château",
            "SÃO PAULO",
            "Âge",
            "Crème brûlée",
            "50 €",
            "Â§",
            "√2",
            "√ Godkendt",
        ] {
            assert_eq!(twice(text, Severity::Warning), None, "{text}");
        }
    }
}
