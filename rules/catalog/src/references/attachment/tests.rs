//! What `attachment` must and must not say.

use super::RULE;
use document::fixture::check;
use lint::Severity;

#[test]
fn flags_a_number_that_the_list_lacks() {
    check(
        &RULE,
        "
Punkt 1: Varmeplan

Sagsfremstilling

Planen er vedlagt som bilag 1. Seks landsbyer kobles på, jf. bilag 2. Tidsplanen følger, jf. bilag 2-4.
                                                                                             ^^^^^^^^^ Punktet har intet bilag 3: listen har 2 bilag

Bilag

Bilag 1: Varmeplan
Bilag 2: Kort over bilag 9
",
    );
}

#[test]
fn a_gap_in_the_list_is_told_where_the_text_names_it() {
    check(
        &RULE,
        "
Punkt 1: Varmeplan

Sagsfremstilling

Planen er vedlagt som bilag 1, og kortet som bilag 2.
                                             ^^^^^^^ Punktet har intet bilag 2: listen har 2 bilag

Bilag

Bilag 1: Varmeplan
Bilag 3: Tidsplan
",
    );
}

#[test]
fn a_number_that_the_list_passes_over_is_told() {
    let list = |numbers: &[u32], more: &str| {
        let lines: String = numbers.iter().map(|n| format!("Bilag {n}: Kort {n}\n")).collect();
        format!("Punkt 1: Varmeplan\n\nSagsfremstilling\n\nPlanen er klar.{more}\n\nBilag\n\n{lines}")
    };
    let told = |text: &str| {
        let found = document::fixture::document("generel", &RULE, text).diagnostics();
        found.iter().map(|found| (text[found.range].to_owned(), found.severity)).collect::<Vec<_>>()
    };
    let ten: Vec<u32> = (1..=10).chain([12]).collect();
    for (numbers, place) in [(&[1, 2, 4][..], "4"), (&[1, 3, 4, 5], "3"), (&ten, "12")] {
        let found = told(&list(numbers, ""));
        assert_eq!(found.len(), 1, "{numbers:?}");
        assert!(found[0].0.contains(place) && found[0].1 == Severity::Info, "{found:?}");
    }
    for (numbers, more) in [
        (&[1, 2, 3][..], ""),
        (&[1, 3], ""),
        (&[2, 4, 5], ""),
        (&[1, 2, 5], ""),
        (&[1, 3, 5], ""),
        (&[1, 2, 4], " Bilag 3 er lukket."),
    ] {
        assert!(told(&list(numbers, more)).iter().all(|found| found.1 != Severity::Info), "{numbers:?}");
    }
}

#[test]
fn ignores_an_attachment_that_nobody_mentions() {
    check(
        &RULE,
        "Punkt 1: Varmeplan\n\nSagsfremstilling\n\nPlanen er vedlagt som bilag 1.\n\nBilag\n\nBilag 1: Varmeplan\nBilag 2: \
             Kort\n",
    );
}

/// How severe it is that these words name an attachment that a list of two has not.
fn severities(text: &str) -> Vec<Severity> {
    let text =
        format!("Punkt 1: Varme\n\nSagsfremstilling\n\n{text}\n\nBilag\n\nBilag 1: Varme\nBilag 2: Kort\n");
    let document = document::fixture::document("generel", &RULE, &text);
    document.diagnostics().iter().map(|found| found.severity).collect()
}

#[test]
fn a_closed_attachment_is_rightly_missing() {
    for text in [
        "Se bilag 1. Notatet kan læses i bilag 4. Bilaget er lukket for offentligheden.",
        "Tilbuddet fremgår af bilag 3.",
        "Tilbuddet fremgår af bilag 4. Punktet har også et fortroligt bilag.",
    ] {
        assert_eq!(severities(text), [Severity::Hint], "{text}");
    }
    assert_eq!(severities("Tilbuddet fremgår af bilag 4."), [Severity::Warning]);
    // It may be the map's own.
    assert_eq!(severities("Tilbuddet fra i går fremgår af kortet, bilag 4."), []);
}

#[test]
fn ignores_what_belongs_to_another_document_or_meeting() {
    for text in [
        "I økonomiregulativet ændres navnet på bilag 4: \"Gaver\".",
        "Det følger af kommunens økonomiregulativ af 12. december 2022, bilag 4, der gælder fra nytår.",
        "§ 7.6 Udhuse må kun opføres som vist på bilag 4 og 5.",
        "Byrådet fik notatet den 19. juni (pkt. 12, bilag 4).",
        "Gaver er nævnt i bilag 23, og rejser er nævnt i bilag 24.",
        "Se rapporten, bilag 4.",
        "Målingerne står i miljørapporten, bilag 4.",
        "Priserne følger af aftalen om drift, bilag 4.",
        "Jf. strategien for havnen, bilag 4 og 5.",
        "I deklarationen fra 1979, bilag 4, er hegn beskrevet.",
        "Det fremgår af skrivelsen af 4. maj 2021, bilag 4.",
        "Se skødet, bilag 4.",
    ] {
        assert_eq!(severities(text), [], "{text}");
    }
}

#[test]
fn an_attachment_is_named_in_many_ways() {
    for text in [
        "Tilbuddet fremgår af 4. bilag.",
        "Tilbuddet fremgår af fjerde bilag.",
        "Tilbuddet fremgår, jf. bil. 4.",
        "Tilbuddet fremgår af bilag 1-5.",
        "Tilbuddet fremgår af bilag 4 til punkt 1.",
    ] {
        assert_eq!(severities(text), [Severity::Warning], "{text}");
    }
    for text in [
        "Se rapporten, bilag 4.",
        "Der er et andet bilag til sagen.",
        "Tilbuddet fremgår af bilag 4 til punkt 7.",
        "Tilbuddet fremgår af 2. bilag.",
        "Han solgte sin bil. 4 personer så det.",
    ] {
        assert_eq!(severities(text), [], "{text}");
    }
}

#[test]
fn ignores_items_without_a_numbered_list() {
    check(&RULE, "Punkt 1: Varmeplan\n\nSagsfremstilling\n\nJf. bilag 4.\n");
    check(
        &RULE,
        "Punkt 1: Varmeplan\n\nSagsfremstilling\n\nJf. bilag 4.\n\nBilag\n\nVarmeplan.pdf\nKort.pdf\n",
    );
    check(
        &RULE,
        "Punkt 1: Varmeplan\n\nSagsfremstilling\n\nJf. bilag 1 og 3.\n\nBilag\n\nBilag 1: Varmeplan\nKort.pdf\n",
    );
    check(&RULE, "Punkt 1: Varmeplan\n\nSagsfremstilling\n\nJf. bilag 4.\n\nBilag\n\nIngen bilag.\n");
}

#[test]
fn ignores_attachments_of_other_documents() {
    check(
        &RULE,
        "
Punkt 1: Plan

Sagsfremstilling

Planen er vist i bilag 1 og er omfattet af miljøvurderingslovens bilag 2, pkt. 13.
Se også bilag 3 til aftalen og bekendtgørelsen om støj, bilag 4.
Hun henviste til ”bilag 7”, og priserne står i bilag 2 (lukket bilag).

Sagens forløb

Byrådet godkendte bilag 8.

Bilag

Bilag 1: Plan
",
    );
}
