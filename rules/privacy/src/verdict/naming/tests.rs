//! Things that have numbers, and people.

use super::{is_of_person, is_of_thing};
use crate::recogniser::numbers;

fn of_thing(text: &str) -> bool {
    is_of_thing(text, &numbers(text).last().expect("a number"))
}

fn of_person(text: &str) -> bool {
    is_of_person(text, &numbers(text).last().expect("a number"))
}

#[test]
fn a_noun_before_it_makes_it_the_number_of_a_thing() {
    for text in [
        "Kontrakt 010203-1234 med Vejservice",
        "Rute 12, station 010203-1234",
        "Høringsportalen, bidrag 010203-1234",
        "Konto 010203-1234 til 010203-9999",
        "servitut 010203-1234, 020304-1234 og 030405-1234",
        "KMD Sag 010203-1234",
        "WorkZone 010203-1234",
        "hoeringssvar-010203-1234.docx er vedlagt",
        "Varmemåler 010203-1234 er skiftet",
        "Gade 12, måler 010203-1234",
        "Rendegraver 010203-1234 er solgt",
        "Bolig 010203-1234 er ledig",
        "Rapport om Bro_010203-1234.pdf",
    ] {
        assert!(of_thing(text), "{text}");
    }
}

#[test]
fn a_person_a_verb_or_a_preposition_does_not() {
    for text in [
        "Klageren 010203-1234 gav møde",
        "Skoleelev 010203-1234",
        "Ole Skov 010203-1234 søger",
        "Ansøgning fra 010203-1234",
        "Sagen vedrører 010203-1234",
        "Kontrakten, 010203-1234",
        "ansøgning_010203-1234.pdf",
        "010203-1234",
        "Enke 010203-1234 har klaget",
        "Fraflytter 010203-1234",
        "Ægteparret 010203-1234",
        "Møller 010203-1234 har klaget",
        "Ravn 010203-1234",
        "Fagforening 010203-1234 har klaget",
        "Klage_Dahlstrøm_010203-1234.md",
        "Lund 010203-1234.txt",
    ] {
        assert!(!of_thing(text), "{text}");
    }
}

#[test]
fn a_person_is_named_by_a_word_a_name_or_the_case() {
    for text in [
        "Borger 0102031234",
        "Ole Holm, 0102031234",
        "i sagen om 0102031234",
        "En underretning vedr. 0102031234",
        "Børnene 010203 1234 og 020304 1234",
        "Hans nummer er 0102031234",
    ] {
        assert!(of_person(text), "{text}");
    }
    for text in [
        "Vindertallet blev 0102031234",
        "Fjordby Sparekasse 0102031234",
        "Søndag 010203 1430",
        "Udgiften til 0102031234",
        "Morgen og farve 0102031234",
    ] {
        assert!(!of_person(text), "{text}");
    }
}
