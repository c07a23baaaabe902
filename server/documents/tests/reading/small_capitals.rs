//! Letters of a PDF that are painted in another way than they are meant: small capitals, and words set apart.

use super::pages::{Page, text};

/// A page that paints these pieces one after the other, each with what it is said to stand for.
fn page(pieces: &[(&str, Option<&str>)]) -> Page {
    let mut page = Page::new(&[]);
    page.painted.push_str("BT /F 10 Tf 60 780 Td\n");
    for (painted, said) in pieces {
        match said {
            Some(said) => {
                page.painted.push_str(&format!("/Span <</ActualText ({said})>> BDC ({painted}) Tj EMC\n"));
            }
            None => page.painted.push_str(&format!("({painted}) Tj\n")),
        }
    }
    page.painted.push_str("ET\n");
    page
}

#[test]
fn small_capitals_are_small_letters() {
    let pieces = [("1. G", None), ("ODKENDELSE", Some("odkendelse")), (" ", None), ("AF", Some("af"))];
    assert_eq!(text(&[page(&pieces)]), "1. Godkendelse af\n");
    assert_eq!(text(&[page(&[("B", Some("b")), ("us", None)])]), "bus\n");
    // Marks lie in each other.
    let mut nested = page(&[]);
    nested.painted =
        "BT /F 10 Tf 60 780 Td /P BMC (N) Tj /Span <</ActualText (yt)>> BDC (YT) Tj EMC ( BUS) Tj EMC ET"
            .to_owned();
    assert_eq!(text(&[nested]), "Nyt BUS\n");
}

#[test]
fn what_is_painted_stands_where_other_words_are_said() {
    assert_eq!(text(&[page(&[("Afvist", Some("Godkendt"))])]), "Afvist\n");
    assert_eq!(text(&[page(&[("Linje 3", Some("Linje 8"))])]), "Linje 3\n");
}

#[test]
fn a_short_word_whose_letters_are_set_apart_is_one() {
    let letters = |word: &str, y: i32| -> String {
        let letter = |(n, c): (usize, char)| format!("BT /F 10 Tf {} {y} Td ({c}) Tj ET\n", 60 + 12 * n);
        word.chars().enumerate().map(letter).collect()
    };
    for (word, below) in [("Resumé", "Sagen er ny."), ("REFERAT", "af møde i rådet"), ("Økonomi", "Ingen.")]
    {
        let mut page = Page::new(&[(60, 700, below)]);
        page.painted.push_str(&letters(word, 740));
        let read = text(&[page]);
        assert_eq!(read.lines().next(), Some(word), "{read}");
    }
    let mut page = Page::new(&[(60, 700, "Bo valgte A og C.")]);
    page.painted.push_str(&letters("ABDC", 740));
    assert!(text(&[page]).starts_with("A B D C"), "letters alone are no word");
}
