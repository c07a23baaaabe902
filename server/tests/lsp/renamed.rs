//! Names and letters under a new name: as they are typed, all of them, and nothing where nothing changes.

use serde_json::json;

use crate::client::vscode;
use crate::renumbered::{rename, renamed};

const URI: &str = "file:///ws/a.referat";

/// The title names the body with its municipality, the text without.
#[test]
fn a_body_is_followed_from_the_title_and_from_the_text() {
    let text = "# Referat: Kulturudvalget i Fjordby Kommune\n\n7. april 2026 kl. 17.00\n\n## 1. Bus\n\nKulturudvalget drøftede \
                bussen. Kulturudvalgets formand talte.\n\n## 2. Sti\n\nKULTURUDVALGET vil se tal.\n";
    let mut client = vscode();
    let after =
        text.replace("Kulturudvalget", "Fritidsudvalget").replace("KULTURUDVALGET", "FRITIDSUDVALGET");
    for words in ["Kulturudvalget i", "Kulturudvalget drøftede"] {
        assert_eq!(renamed(&mut client, text, words, "Fritidsudvalget"), after, "{words}");
    }
    client.finish();
}

#[test]
fn an_abbreviation_is_written_as_it_is_typed() {
    let text = "Kulturudvalget\nReferat\n7. april 2026 kl. 17.00\n\n1. Bus\n\nTeknik- og Miljøudvalget (TMU) har drøftet \
                sagen. TMU støtter den.\n";
    let mut client = vscode();
    for new in ["Teknik", "TeMi", "TM"] {
        assert_eq!(renamed(&mut client, text, "TMU støtter", new), text.replace("TMU", new), "{new}");
    }
    client.finish();
}

#[test]
fn the_same_number_changes_nothing() {
    let text =
        "Kulturudvalget\nReferat\n7. april 2026 kl. 17.00\n\n1. Bus\n\nSe punkt 2.\n\n2. Sti\n\nTekst.\n";
    let mut client = vscode();
    let answer = rename(&mut client, text, "2. Sti", "2");
    assert!(answer["error"].is_null(), "{answer:#}");
    assert!(!answer.to_string().contains("newText"), "{answer:#}");
    client.finish();
}

/// Letters are typed over letters: a pattern of digits would end the typing at the first key.
#[test]
fn letters_are_typed_together() {
    let text = "Kulturudvalget\nReferat\n7. april 2026 kl. 17.00\n\n1. Bus\n\nIndstilling\n\nDirektionen indstiller,\n\n\
                a) at bussen købes\nb) at der søges\n\nBeslutning\n\nAd a) Godkendt.\nAd b) Udsat.\n";
    let mut client = vscode();
    client.open(URI, text);
    client.pushed_or_pulled(URI);
    let linked = client.at("textDocument/linkedEditingRange", URI, client.of(text, "b) at"));
    assert_eq!(linked["ranges"].as_array().map(Vec::len), Some(2), "{linked:#}");
    assert_eq!(linked["wordPattern"], json!("[A-Za-z]+"));
    client.finish();
}
