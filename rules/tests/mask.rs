//! Tests of what is hidden and what is not.

use rules::document::Document;
use rules::lint::{Check, Diagnostic, Example, Fixes, Note, Rule, Severity, Text};
use rules::text::{range, size};
use rules::zones::ZoneSet;

static RULE: Rule = Rule {
    name: "privacy/invented",
    summary: Text { da: "", en: "" },
    why: Text { da: "", en: "" },
    source: "",
    severity: Severity::Error,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::ALL,
    options: &[],
    example: Example { house: "generel", before: "", after: "" },
    check: Check::Outside,
};

/// A finding of a privacy rule at `words` of `text`.
fn finding(text: &str, words: &str) -> Diagnostic {
    let start = text.find(words).expect("the words stand in the text");
    Diagnostic::new(&RULE, Severity::Error, range(start, start + words.len()), Note::new("", ""))
}

fn document(text: &str) -> Document {
    Document::new(Default::default(), text.to_owned())
}

fn all(text: &str, diagnostics: &[Diagnostic]) -> String {
    let document = document(text);
    document.mask(diagnostics).excerpt(rules::text::TextRange::up_to(size(text))).into()
}

#[test]
fn digits_that_a_privacy_rule_found_are_hidden() {
    let text = "tlf. 12 34 56 78, sag 21-014448";
    assert_eq!(all(text, &[finding(text, "12 34 56 78")]), "tlf. •• •• •• ••, sag 21-014448");
}

#[test]
fn all_of_an_address_is_hidden() {
    let text = "skriv til anna.holm2@mail.dk nu";
    assert_eq!(all(text, &[finding(text, "anna.holm2@mail.dk")]), "skriv til ••••.•••••@••••.•• nu");
}

/// The same of the rule `name`.
fn finding_of(name: &'static str, text: &str, words: &str) -> Diagnostic {
    let start = text.find(words).expect("the words stand in the text");
    let rule = rules::catalog::rule(name).expect("a rule");
    Diagnostic::new(rule, Severity::Warning, range(start, start + words.len()), Note::new("", ""))
}

#[test]
fn the_years_of_what_is_marked_closed_are_no_secret() {
    let text = "9. Regnskab 2015 - Lukket punkt, sag 21-014448";
    for name in ["privacy/closed-mark", "privacy/closed-item"] {
        assert_eq!(all(text, &[finding_of(name, text, text)]), text, "{name}");
    }
    assert_ne!(all(text, &[finding_of("privacy/contact", text, text)]), text);
}

#[test]
fn a_day_in_any_style_is_hidden_with_the_last_four() {
    for text in [
        "20/9-2010-3344",
        "5.3.1962-1234",
        "5/3-62-1234",
        "født 5/3-1962, 1234",
        "1962-03-05-1234",
        "260349 løbenr. 1577",
        "05.03.62/1234",
    ] {
        assert!(!all(text, &[]).contains(|c: char| c.is_ascii_digit()), "{text}");
    }
}

#[test]
fn what_looks_like_a_cpr_number_is_hidden_in_any_case() {
    for text in [
        "010203-0000",
        "0102030000",
        "010203 0000",
        "610203\u{a0}–\u{a0}0000",
        "x010203-0000.",
        "010203\u{2010}0000",
        "110790\u{2009}0000",
        "010203  -  0000",
        "010203\t0000",
        "0\u{200b}10203-0000",
        "**010203**-0000",
        "010203\n0000",
        "01.02.03-0000",
        "６１０２０３-0000",
        "01/02-03 0000",
        "010203-00-00",
        "01 02 03 00 00",
        "0 1 0 2 0 3 0 0 0 0",
        "01.02.03 / 0000",
        "010203 cpr 0000",
    ] {
        assert!(!all(text, &[]).contains(char::is_numeric), "{text}");
    }
}

#[test]
fn a_phone_number_beside_a_cpr_number_is_hidden() {
    assert_eq!(
        all("Holm (cpr. 010203-0000, tlf. 12 34 56 78)", &[]),
        "Holm (cpr. ••••••-••••, tlf. •• •• •• ••)"
    );
    assert_eq!(all("Mobil 12345678, 010203-0000, sag 12", &[]), "Mobil ••••••••, ••••••-••••, sag 12");
}

#[test]
fn other_numbers_are_shown() {
    for text in [
        "401122-0000",
        "011322-0000",
        "01020300000",
        "12.345.678 kr.",
        "14-09-2020",
        "85.02.02-P35-12-22",
        "4. april 2022 kl. 17.00, punkt 12",
        "tlf. 12 34 56 78",
    ] {
        assert_eq!(all(text, &[]), text);
    }
}

#[test]
fn what_words_and_signs_call_something_else_is_shown() {
    for text in [
        "Sagsnr. 070761-7391 er ny.",
        "P-nummer 1003041234, P-nr.: 1103041235",
        "Tlf. 07 07 61 42 85",
        "| Nr. | Sagsnr. |\n|---|---|\n| 1 | 070761-7391 |",
        "Faktura 0102031234 på 010203 1234 kr.",
        "Serienr. SN-010203-1234-X",
    ] {
        assert_eq!(all(text, &[]), text);
    }
    // A telephone is hidden beside a number that is.
    let text = "Sagsnr. 070761-7391, tlf. 12 34 56 78, kom ind i går, og i dag kom der en klage, fra Ida Holm, 010203-1234, tlf. 12 34 56 78";
    assert_eq!(
        all(text, &[]),
        "Sagsnr. 070761-7391, tlf. 12 34 56 78, kom ind i går, og i dag kom der en klage, fra Ida Holm, ••••••-••••, tlf. •• •• •• ••"
    );
}

#[test]
fn a_number_cut_by_the_excerpt_is_hidden_too() {
    let document = document("ansøger 010203-0000 er");
    let mask = document.mask(&[]);
    assert_eq!(&*mask.excerpt(range(13, 23)), "••-•••• er");
}

#[test]
fn messages_do_not_repeat_what_is_hidden() {
    let text = "konto 1234 5678";
    let document = document(text);
    let mask = document.mask(&[finding(text, "1234 5678")]);
    let words = "\"1234 5678\" mangler mellemrum";
    let near = mask.about(&finding(text, "8"));
    assert_eq!(&*near.shown(words), "\"•••• ••••\" mangler mellemrum");
    assert_eq!(&*near.shown("\"1234 og\""), "\"•••• og\"");
    assert_eq!(&*mask.about(&finding(text, "konto")).shown(words), words);
    assert!(near.forbids("1234 5678") && near.forbids("010203-0000") && !near.forbids("\n"));
}

#[test]
fn control_characters_do_not_reach_the_terminal() {
    assert_eq!(all("a\u{1b}[31m\tb", &[]), "a\u{fffd}[31m\tb");
}
