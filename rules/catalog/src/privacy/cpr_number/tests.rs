//! Which numbers are told, and how surely.

use super::RULE;
use document::fixture::check;
use lint::Severity;

#[test]
fn the_words_of_other_cells_are_about_those() {
    for row in [
        "Sagen om bolig\tNummer 010203-1234",
        "CPR\tSagsnr.\n010203-1234\t12/345",
        "CPR\tNavn\tKonto\n010203-1234\tBo\t12345",
        "| CPR | Sagsnr. |\n|---|---|\n| 010203-1234 | 12/345 |",
    ] {
        assert_eq!(severities(row), [Severity::Error], "{row}");
    }
    for row in ["Navn\tSagsnr.\nBo\t010203-1234", "Konto\t0102031234"] {
        assert_eq!(severities(row), [], "{row}");
    }
}

fn severities(text: &str) -> Vec<Severity> {
    let document = document::fixture::document("generel", &RULE, text);
    document.diagnostics().iter().map(|diagnostic| diagnostic.severity).collect()
}

#[test]
fn behind_labels_that_anything_may_follow_it_is_worth_a_look() {
    for text in ["Konto: 010203-1234", "Kundenr. 010203-1234 har betalt", "Lånernummer 0102031234"] {
        assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [Severity::Hint], "{text}");
    }
    for text in ["Fuldmagten gælder for 0102031234.", "Lånernr. 010203-1234 mangler"] {
        assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [Severity::Warning], "{text}");
    }
    for text in [
        "Konto 0102031234",
        "Konto: 010126-1430",
        "Dato/løbenr.: 250923-6958",
        "Rekvisitionsnr. 250923-6958",
        "Tilbud nr. 250923-6958",
    ] {
        assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [], "{text}");
    }
}

#[test]
fn flags_a_number_wherever_it_stands() {
    check(
        &RULE,
        "
Byrådet
Afbud: Ole Holm, 010203-1234
                 ^^^^^^^^^^^ Det ligner et CPR-nummer

Punkt 1: Ansøgning fra 311299-4321
                       ^^^^^^^^^^^

En ansøger (010203-1234), en anden 010203–1234 og ”hendes nummer er 290204-0000”.
            ^^^^^^^^^^^
                                   ^^^^^^^^^^^
                                                                    ^^^^^^^^^^^
| Ole | 010203-1234 | Tilskud |
        ^^^^^^^^^^^

Bilag

Bilag 1: ansøgning_010203-1234.pdf
                   ^^^^^^^^^^^
",
    );
}

#[test]
fn a_hyphen_or_a_word_makes_it_certain() {
    assert_eq!(severities("Punkt 1: A\n\n(010203-1234)\n"), [Severity::Error]);
    assert_eq!(
        severities("Punkt 1: A\n\ncpr.nr. 0102031234 og CPR-nummer: 010203 1234\n"),
        [Severity::Error; 2]
    );
    assert_eq!(
        severities("Punkt 1: A\n\nOle Holm 0102031234 og Ida Holm 010203 1234\n"),
        [Severity::Warning; 2]
    );
    assert_eq!(severities("Punkt 1: A\n\n(190107-2022)\n"), [Severity::Warning]);
    for text in [
        "Klage 010203-1234 fra Ida Holm.",
        "Ida Holm, 01.02.03-1234, søger.",
        "1512841234 Ida Holm",
        "Sagen om 15.12.84-1234 er ny.",
        "Ansøgeren (8607271234) søger.",
        "Ida Holm (f. 01.02.1903-1234)",
        "Borger 1412871568s NemKonto",
        "Borgeren 1412871568har klaget",
        "Borger1412871568 har klaget",
        "Mette Holm Sørensen, 0607679071, søger",
    ] {
        assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [Severity::Warning], "{text}");
    }
    for text in [
        "Hun har nummer 010203-1234.",
        "Borgeren med nummer 010203-1234 søger.",
        "Afbud: 010203-1234",
        "CPR-nr. 102031234",
        "Cpr nr er 3010731145",
        "CPR nr. lyder 010203-1234.",
        "Oplyst cpr nr var 010203 1234.",
        "CPR (nr. 010203-1234)",
        "Nr. 010203-1234 (cpr)",
    ] {
        assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [Severity::Error], "{text}");
    }
    for text in ["Sagen om 1512841234 er ny.", "Klage fra 1512841234.", "Kommunens sag vedr. 151284 1234"] {
        assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [Severity::Warning], "{text}");
    }
    for text in [
        "kontrakt 010203-1234",
        "Sagsnr.: 010203-1237",
        "Pnr. 2507511234",
        "Deklaration lyst den 01.02.03 under 010203-1234",
        "Udvalget drøftede 0102031234 i går.",
        "den gamle station 010203-1234",
    ] {
        assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [Severity::Hint], "{text}");
    }
    assert_eq!(severities("Punkt 1: A\n\nenhed 1003041234 og brev 2206071230.pdf\n"), [Severity::Hint]);
}

#[test]
fn a_time_of_day_in_a_name_is_no_number_where_the_digits_fit_nobody() {
    for text in ["Filen 040526-1830 er vedlagt.", "Optagelse: moede_040526-1830.mp3", "040526-1830.pdf"] {
        assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [], "{text}");
    }
    // Somebody born in 1926 may have the first; the others are said of a person.
    for text in ["040526-1812.pdf", "Hans Holm 040526-1830 er flyttet.", "CPR 040526-1830"] {
        assert_ne!(severities(&format!("Punkt 1: A\n\n{text}\n")), [], "{text}");
    }
}

#[test]
fn a_column_of_numbers_beside_days_of_birth_may_hold_the_rest() {
    let told =
        |head: &str, row: &str| severities(&format!("Punkt 1: A\n\n| {head} |\n|---|---|---|\n| {row} |\n"));
    assert_eq!(told("Fødselsdag | Nr. | Navn", "010190 | 1234 | Bo Holm"), [Severity::Hint]);
    assert_eq!(told("Navn | Født | Nummer", "Bo Holm | 010190 | 1203"), [Severity::Error]);
    assert_eq!(told("Navn | CPR | Løbenr.", "Bo Holm | 010190 | 1234"), [Severity::Error]);
    for head in ["Navn | Fødselsdag | Medlemsnr.", "Sag | Dato | Nr.", "Navn | Indmeldt | Kontingent"] {
        assert_eq!(told(head, "Bo Holm | 010190 | 1203"), [], "{head}");
    }
}

#[test]
fn a_day_of_these_years_and_an_hour_or_a_day_is_a_time() {
    for text in [
        "Filen er gemt 010324-1430.",
        "Skolen har fri 010724-3107.",
        "Maskinen (120524-1015) er defekt.",
        "Pkt. 120524-1015",
    ] {
        assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [Severity::Hint], "{text}");
    }
    for text in [
        "Borgeren ringede 120524 1015.",
        "Den 3. maj 24-1430 ringede Ida Holm.",
        "Sagsnr. 101224-2025",
        "Sagsnummer: 010203-1234",
        "Journalnr. 010203-1234",
        "GPS: 5512341234, 1008123456 er brøndens sted.",
        "Ved 010203 - 0337 point sluttede spillet.",
        "Mødet var den 070326-1400.",
        "Kreditnota 190249-3311",
        "Indkøbsordre 010203-1234",
        "Sagsnr. 010203-1234-24",
    ] {
        assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [], "{text}");
    }
    for text in ["Klageren (120524-1015) er hørt.", "Ida Holm, 120524-1015", "CPR 120524-1015"] {
        assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [Severity::Error], "{text}");
    }
}

#[test]
fn a_paper_about_one_person_makes_its_number_a_persons() {
    for text in [
        "Udtalelse-2410942030.pdf",
        "Lægeerklæring 2410942030",
        "2006623126_laegeerklaering.pdf",
        "Udtalelse_2410942030.pdf",
        "Holm_Ole_2410944030.pdf",
        "Personsag 141287-1568 er ny",
        "Bilag: 0102031234_ansøgning.pdf",
        "Bilag 1: 2410942030_Holm_Ole.pdf",
        "Ansøgningen 010203-1208 fra en borger er ny",
        "Klagen 141287-1568, som klageren trak",
        "Bilag: 141287-1568.pdf",
        "Jensen-0101801234.docx",
        "Se Klausen_0101801234.pdf",
    ] {
        assert_eq!(severities(&format!("Punkt 1: A\n\nBilag\n\n{text}\n")), [Severity::Warning], "{text}");
    }
}

#[test]
fn whoever_is_named_makes_a_hyphenated_number_certain() {
    for text in [
        "Enke 050483-2314 har klaget.",
        "Vikar 050483-2314",
        "Tilflyttere: ægteparret 050483-2314",
        "Møller 050483-2314 har klaget.",
        "Sagen om Ravn 050483-2314 er ny.",
        "Fagforening 050483-2314 har klaget.",
        "Klage_Mørk_050483-2314.pdf",
        "Barn 1:050413-5314",
        "Lejlighed 12:050413-5314",
        "erstatningsnummer 711276-2210",
        "(person-\nnummer 171115\n6117)",
        "Hun er anført med 05 04 83 2314 (cpr).",
        "[171190](#note)-1117 og",
    ] {
        assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [Severity::Error], "{text}");
    }
    for text in ["borger 2-050413-5314", "elev 12/050413-5314"] {
        assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [Severity::Warning], "{text}");
    }
    for text in [
        "Ejerlav 050483-2314",
        "Varmemåler 110378-1117 er skiftet.",
        "Gade 12, måler 050483-2314",
        "Bolig 050483-2314 er ledig.",
        "12/050413-5314",
        "Kilde: Danmarks Statistik, CPR, 010125 – 1200 borgere.",
    ] {
        assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [Severity::Hint], "{text}");
    }
    for text in [
        "CPR 31.12.2023 er opgjort.",
        "Kilde: CPR 12/03 2024.",
        "Kilde: CPR 01.01-31.12 2024.",
        "Tegning A050483-2314B er godkendt.",
        "Erstatningssag nr. 711276-2210",
    ] {
        assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [], "{text}");
    }
}

#[test]
fn digits_that_a_reader_sees_are_digits() {
    for text in [
        "⓪①⓪②⓪③-①②③④",
        "⁰¹⁰²⁰³-¹²³⁴",
        "&#48;&#x31;0203-1234",
        "https://fjordby.dk/sag?cpr=%30%31%30%32%30%33%2D%31%32%33%34",
        "\u{202e}4321-302010\u{202c}",
        "PNR 010203-1234",
        "Ole Holm (f. 01.02.03-1234, cpr)",
        "Ole Holm, født den 1. februar 2003, cpr-nr. ender på 1234",
    ] {
        assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [Severity::Error], "{text}");
    }
    for text in
        ["en m² koster 010203 kr. og 1234²", "PNR 1003041234", "Fjordby, 1. februar 2003, CPR-kontoret 1234"]
    {
        assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [], "{text}");
    }
}

#[test]
fn other_signs_between_the_parts_are_a_warning() {
    for number in
        ["01-02-03-1234", "010203/1234", "010203--1234", "010203 -- 1234", "010203_1234", "010203·1234"]
    {
        let text = format!("Punkt 1: A\n\nBorgeren {number} har klaget.\n");
        assert_eq!(severities(&text), [Severity::Warning], "{number}");
        let text = format!("Punkt 1: A\n\nSag {number} er lukket, og faktura fra Holm {number}.\n");
        assert_eq!(severities(&text), [], "{number}");
    }
}

#[test]
fn a_letter_for_a_digit_is_a_digit() {
    for text in ["cpr nr 0l0203-1234", "CPR: O10203-1234", "cpr-nr. 010203-l234"] {
        assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [Severity::Error], "{text}");
    }
    assert_eq!(severities("Punkt 1: A\n\nOle Holm, O10203-1234, søger.\n"), [Severity::Warning]);
    assert_eq!(severities("Punkt 1: A\n\nDet står i 0l0203-1234.\n"), [Severity::Hint]);
    assert_eq!(severities("Punkt 1: A\n\nVarenr. 0l0203-1234\n"), []);
    assert_eq!(severities("Punkt 1: A\n\nSerienr. SN-140762-1239-X er kasseret.\n"), []);
}

#[test]
fn an_amount_or_a_code_is_no_error() {
    let text =
        "Punkt 1: A\n\nProjektnr. XA-0101901234, PSP-element XG-0112750001, profitcenter 0112750001.\n";
    assert_eq!(severities(text), []);
    assert_eq!(severities("Punkt 1: A\n\nDet koster 010190-1234 kr. om året.\n"), [Severity::Hint]);
}

#[test]
fn labels_of_several_words_counts_and_references_name_a_person_or_a_thing() {
    for text in [
        "Fødselsdag og -nr.: 010203-1234",
        "Fødselsdato og nummer: 010203-1234",
        "Fødselsdag/-nr. 010203-1234",
    ] {
        assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [Severity::Error], "{text}");
    }
    for text in ["Barn 2/010203-1234 bor hos mor.", "Elev 14/010203-1234"] {
        assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [Severity::Warning], "{text}");
    }
    for text in ["Ref.: 010203-1234/AB", "Vores ref. 010203-1234"] {
        assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [Severity::Hint], "{text}");
    }
    for text in [
        "Eksp. 010203-1234",
        "Aktid 010203-1234",
        "Akt-id: 010203-1234",
        "Bilag 2/010203-1234",
        "Bilag 310326 (1200 kb)",
        "Logget 150422 1430 af vagten.",
        "Målt: 150422 0915",
        "Beløbene var 150501, 1790 og 3200 kr.",
    ] {
        assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [], "{text}");
    }
}

#[test]
fn the_message_repeats_no_digit() {
    let document = document::fixture::document("generel", &RULE, "Punkt 1: A\n\n(010203-1234)\n");
    for found in document.diagnostics() {
        assert!(!found.note.da.contains(|c: char| c.is_ascii_digit()), "{found:?}");
        assert!(!found.note.en.contains(|c: char| c.is_ascii_digit()), "{found:?}");
    }
}

#[test]
fn ignores_what_is_no_day() {
    check(
        &RULE,
        "Punkt 1: A\n\n320203-1234, 011303-1234, 290203-1234, 010203-123, 010203-12345 og 1010203-1234.\n",
    );
}

#[test]
fn a_label_of_something_else_does_not_hide_it() {
    let text = "Punkt 1: A\n\nOle Holm, telefon 12345678, 010203-1234, sagen om 010203-1234\n";
    assert_eq!(severities(text), [Severity::Error; 2]);
}

#[test]
fn ignores_numbers_of_cases_phones_companies_and_accounts() {
    check(
            &RULE,
            "
Punkt 1: A

Ordrenr.: 010203-1234, sag nr. 0102031234, dok.nr. 0102031234
85.02.02-P35-12-22, 330-2018-3619, 21-014448, 2020-016062, 20/33839
tlf. 4510203040, P-numre 1003041234, 1003041235 og 1103041235, P-nr.: 1003041234, EAN 5790001020304, CVR-nr. 10203040
konto 0102031234, faktura 0102031234, matr.nr. 0102031234
https://www.example.dk/?id=0102031234
",
        );
}

#[test]
fn ignores_parts_of_longer_numbers_and_amounts() {
    check(
        &RULE,
        "
Punkt 1: A

1.010203-1234, 010203-1234-5, 010203-1234.5, 12 010203 1234, 010203 1234 5678, 010203 1234 kr.
0102031234,50 og 0102031234%, A0102031234, 010203-1234K
",
    );
}
