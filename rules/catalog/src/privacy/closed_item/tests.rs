//! Closed items with more than may be public, and those that are as they should be.

use super::RULE;
use document::fixture::check;
use lint::Severity;

/// Minutes with one open item and the closed one in `text`.
fn severities(text: &str) -> Vec<Severity> {
    let text = format!("Byrådet\n\nReferat\n\nPunkt 1: Budget\n\nBeslutning\n\nGodkendt.\n\n{text}");
    let document = document::fixture::document("generel", &RULE, &text);
    document.diagnostics().iter().map(|diagnostic| diagnostic.severity).collect()
}

#[test]
fn flags_text_and_attachments() {
    check(
        &RULE,
        "
Referat

Punkt 1: Budget

Beslutning

Godkendt.

Punkt 2: Køb af ejendom (Lukket)

Sagsfremstilling
^^^^^^^^^^^^^^^^ Punktet er lukket, men dets tekst eller bilag står her

Ejeren forlanger for meget.

Beslutning

Godkendt.

Punkt 3: Lukket: Personalesag

Bilag
^^^^^ Punktet er lukket, men dets tekst eller bilag

Lønaftale.pdf
",
    );
}

#[test]
fn the_number_of_a_case_shows_nothing() {
    for number in [
        "Sags ID: REG-2025-00502",
        "Sags-ID: LUN-2024-17",
        "Sag nr. 25/11",
        "Sagsnr. 24/3071",
        "EMN-2025-001234",
        "S2025-1234",
        "GEO-2026-00917",
        "Sagsnr. 24/3071 Dok.nr. 12",
    ] {
        let text = format!("Punkt 2: Lukket: Udbud\n{number}\n\nBeslutning\n\nGodkendt.\n");
        assert!(severities(&text).is_empty(), "{number}");
    }
    for told in [
        "Sags ID: REG-2025-00502 om Brombærvej 4",
        "Sagsnr. 24/3071 om Brombærvej 4",
        "Sag nr. 24/3071 Ole Toft mod kommunen",
    ] {
        let text = format!("Punkt 2: Lukket: Udbud\n{told}\n\nBeslutning\n\nGodkendt.\n");
        assert!(!severities(&text).is_empty(), "{told}");
    }
}

#[test]
fn more_than_an_outcome_is_a_warning() {
    for decision in [
        "Beslutning\n\nByrådet køber ejendommen.\n",
        "21-014448\nByrådet godkendte indstillingen om at købe Engvej 4.\n",
        "24-012345\n\nOrienteringen blev taget til efterretning.\n\n- Status på havnen\n",
    ] {
        assert_eq!(
            severities(&format!("Punkt 2: Lukket: Køb\n\n{decision}")),
            [Severity::Warning],
            "{decision}"
        );
    }
}

#[test]
fn a_person_or_an_amount_is_an_error() {
    for decision in [
        "Godkendt. Hanne Toft ansættes fra den 1. maj.\n",
        "Godkendt. Der gives 52.000 kr. om måneden.\n",
        "Formanden orienterede om et møde med en borger.\n",
        "Bestyrelsen drøftede klagen fra en borger.\n",
    ] {
        let text = format!("Punkt 2: Lukket: Ansættelse\n\nBeslutning\n\n{decision}");
        assert_eq!(severities(&text), [Severity::Error], "{decision}");
    }
}

#[test]
fn a_decision_in_usual_words_is_as_it_should_be() {
    for decision in [
        "Beslutning\n\nGodkendt.\n",
        "Beslutning i Byrådet den 5. maj 2022\n\nTaget til efterretning.\n\nAfbud: Ida Holm\n",
        "Beslutning\n\n1.-3. Anbefales.\n\n4. Godkendt\n",
        "21-014448\nByrådet godkendte Økonomiudvalgets indstilling.\n\n(F) stemte imod.\n",
        "24-012345\n\nTemamødet blev holdt.\n",
        "24-012345\n\nTemamøde blev afholdt.\n",
        "24-012345\n\nAfholdt.\n",
        "Åben beslutning\n\nTaget til efterretning.\n",
        "24-012345\n\nDer var ingen henvendelser til formanden.\n",
        "24-012345\n\nByrådet godkendte Økonomiudvalgets indstilling.\n\nIkke tilstede: Ida Holm\n",
        "24-012345\n\nBestyrelsen tog orienteringen til efterretning.\n",
        "24-012345\n\nSkolebestyrelsen tiltrådte indstillingen.\n",
        "24-012345\n\nRepræsentantskabet godkendte indstillingen.\n",
        "24-012345\n\nMenighedsrådets forretningsudvalg har udsat sagen.\n",
        "24-012345\n\nDer var intet at orientere om.\n",
        "24-012345\n\nUdvalget havde intet at drøfte.\n",
        "24-012345\n\nUdvalget anbefaler, at Klima-, Teknik- og Miljøudvalgets indstilling godkendes.\n",
    ] {
        assert_eq!(severities(&format!("Punkt 2: Lukket: Køb\n\n{decision}")), [], "{decision}");
    }
}

#[test]
fn a_story_without_a_heading_is_text() {
    let story = "Borgmesteren oplyste, at der er kommet en klage over en leder på rådhuset.";
    assert_eq!(
        severities(&format!("Punkt 2: Lukket: Orientering\n\n21-014448\n{story}\n")),
        [Severity::Error]
    );
}

#[test]
fn ignores_a_title_with_what_belongs_to_it() {
    for closed in [
        "Punkt 2: Køb (Lukket)\n",
        "Punkt 2: Lukket: Køb\n\n21-014448\nBeslutning ikke frigivet\n",
        "Punkt 2: Lukket: Køb\n\nBeslutning\n\nBeslutningen er ikke offentlig.\n\nFraværende: Ida Holm\n",
        "Punkt 2: Lukket: Køb\n\nSagsnr.: 21/014448\n\nIda Holm deltog ikke i behandlingen af punktet.\n",
        "Punkt 2: Lukket: Orientering\n\nIngen.\n",
        "Punkt 2: Køb - Lukket punkt\n\nSagsgang og sagstype\nØkonomiudvalget\nByrådet\nBeslutningssag\n",
        "Lukkede dagsordenspunkter\n\nPunkt 2: Køb\n\nMødet sluttede kl. 18.30\n\nIda Holm\n",
        "Lukkede dagsordenspunkter\n\nPunkt 2: Underskriftsside\n\nIda Holm\n",
    ] {
        assert_eq!(severities(closed), [], "{closed}");
    }
}

#[test]
fn ignores_open_items_and_agendas() {
    check(&RULE, "Referat\n\nPunkt 1: Skolen lukkes\n\nBeslutning\n\nGodkendt.\n");
    check(&RULE, "Dagsorden\n\nPunkt 1: Lukket: Køb\n\nSagsfremstilling\n\nEjeren forlanger for meget.\n");
}
