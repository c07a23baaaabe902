//! Items below others, and headings whose number or title stands in a form of its own.

use minutes::Minutes;
use syntax::Vocabulary;
use text::TextRange;

/// The items below `head`, each as "number title".
fn items(text: &str) -> Vec<String> {
    let text = format!("Havneudvalget\nReferat af møde den 4. marts 2026\n\n{text}");
    let minutes = Minutes::new(&text, Vocabulary::common());
    let words =
        |own: &str, range: Option<TextRange>| range.map_or("-".to_owned(), |range| own[range].to_owned());
    let told = minutes.items().map(|placed| {
        let own = &text[TextRange::at(placed.start, placed.item.len)];
        let number = placed.item.number.map(|(_, range)| range);
        format!("{} {}", words(own, number), words(own, placed.item.title))
    });
    told.collect()
}

#[test]
fn numbers_that_repeat_that_of_their_head_begin_items() {
    let told = items(
        "1.0 Velkomst\nBo bød velkommen.\n\n2.0 Drift\n2.1 Kajen\nKajen er utæt. Udsat.\n2.2 Molen\nMolen blev drøftet.\n\n3.0 Eventuelt\nIntet.\n",
    );
    assert_eq!(told, ["1.0 Velkomst", "2.0 Drift", "2.1 Kajen", "2.2 Molen", "3.0 Eventuelt"]);
    let told = items(
        "1 Sager til beslutning\n1.1 Ny kran\nKranen blev godkendt.\n1.2 Bom ved kajen\nUdsættes til maj.\n2 Sager til orientering\n2.1 5 %-puljen\nTaget til efterretning.\n3 Eventuelt\nIntet.\n",
    );
    assert_eq!(
        told,
        [
            "1 Sager til beslutning",
            "1.1 Ny kran",
            "1.2 Bom ved kajen",
            "2 Sager til orientering",
            "2.1 5 %-puljen",
            "3 Eventuelt"
        ]
    );
    let told = items(
        "A. Til beslutning\nA1. Kajen\nTaget er nyt. Godkendt.\nA2. Molen\nForslaget blev afvist.\nB. Til orientering\nB1. Takster\nTaget til efterretning.\nC. Eventuelt\nIntet.\n",
    );
    assert_eq!(
        told,
        ["A Til beslutning", "A1 Kajen", "A2 Molen", "B Til orientering", "B1 Takster", "C Eventuelt"]
    );
}

#[test]
fn letters_begin_items_where_something_came_of_them_or_they_stand_as_their_heads_do() {
    let told = items(
        "I. Regnskab\n\nGodkendt.\n\nII. Legater\n\na) Sejlerlegatet\nLegatet gives til Bo.\n\nb) Fiskerlegatet\nAnsøgningen blev afvist.\n\nIII. Eventuelt\n\nIntet.\n",
    );
    assert_eq!(told, ["I Regnskab", "II Legater", "a Sejlerlegatet", "b Fiskerlegatet", "III Eventuelt"]);
    let told = items(
        "1. Regnskab\nGodkendt.\n\n2. Forslag\n   a. Bom\n   Godkendt.\n   b. Skur\n   Udsat.\n\n3. Eventuelt\nIntet.\n",
    );
    assert_eq!(told, ["1 Regnskab", "2 Forslag", "a Bom", "b Skur", "3 Eventuelt"]);
}

#[test]
fn parts_of_a_text_are_no_items() {
    for parts in [
        "a) Kajen: der hentes tilbud.\nb) Molen: Bo ser på den.\n",
        "   a) Kajen\n   Kajen er utæt.\n   b) Molen\n   Molen er ny.\n",
        "2.1 Baggrund\nBestyrelsen har set på det.\n2.2 Økonomi\nDet koster 3 mio. kr.\n2.3 Beslutning\nForslaget blev vedtaget.\n",
        "2.1. Kajens regnskab\nGodkendelse (bilag 2.1)\n2.2. Molens regnskab\nGodkendelse (bilag 2.2)\nBegge regnskaber blev godkendt.\n",
        "Forslaget har to dele:\n\na) Kajen\nKajen males.\n\nb) Molen\nMolen males.\n",
    ] {
        let told =
            items(&format!("1. Velkomst\nBo bød velkommen.\n\n2. Havnen\n{parts}\n3. Eventuelt\nIntet.\n"));
        assert_eq!(told, ["1 Velkomst", "2 Havnen", "3 Eventuelt"], "{parts}");
    }
}

#[test]
fn an_agenda_by_letters_yields_to_the_minutes_below_it() {
    let told = items(
        "Dagsorden:\na. Valg\nb. Regnskab\nc. Eventuelt\n\nAd a. Valg\nBo blev valgt.\n\nAd b. Regnskab\nRegnskabet blev godkendt.\n\nAd c. Eventuelt\nIntet.\n",
    );
    assert_eq!(told, ["a Valg", "b Regnskab", "c Eventuelt"]);
    let told = items(
        "Dagsorden:\na) Valg\nb) Takster\nc) Eventuelt\n\nPunkt a) Valg\nBo blev valgt.\n\nPunkt b) Takster\nUdsat.\n\nPunkt c) Eventuelt\nIntet.\n",
    );
    assert_eq!(told, ["a Valg", "b Takster", "c Eventuelt"]);
}

#[test]
fn a_number_may_have_letters_or_a_year_and_stand_above_its_title() {
    let told = items(
        "A Dagsorden\nGodkendt.\n\nB Kajen\nUdvalget tog det til efterretning.\n\nC Eventuelt\nIntet.\n",
    );
    assert_eq!(told, ["A Dagsorden", "B Kajen", "C Eventuelt"]);
    let told = items(
        "HB 26/01 Dagsorden\nGodkendt.\n\nHB 26/02 Kajen\nHB drøftede kajen.\n\nHB 26/03 Eventuelt\nIntet.\n",
    );
    assert_eq!(told, ["26/01 Dagsorden", "26/02 Kajen", "26/03 Eventuelt"]);
    let told = items(
        "Sag nr. 1/2025-26\nNy kran\n\nBeslutning: Godkendt.\n\nSag nr. 2/2025-26\nRegnskab, 2. kvartal\n\nBeslutning: Udsat.\n",
    );
    assert_eq!(told, ["1/2025-26 Ny kran", "2/2025-26 Regnskab, 2. kvartal"]);
    let told = items(
        "## Punkt A\n#### Ny kran\n**Beslutning:** Godkendt.\n\n## Punkt B\n#### Bom ved kajen\n**Beslutning:** Udsat.\n",
    );
    assert_eq!(told, ["A Ny kran", "B Bom ved kajen"]);
}

#[test]
fn titles_end_where_their_words_do() {
    let told = items(
        "1. Lokaler i Gl. Toldbod\nUdsat.\n\n2. Kørsel til St. Havn\nGodkendt.\n\n3. Sti ved Sdr. Mole\nDrøftet.\n\n4. Eventuelt\nIntet.\n",
    );
    assert_eq!(told[..3], ["1 Lokaler i Gl. Toldbod", "2 Kørsel til St. Havn", "3 Sti ved Sdr. Mole"]);
    let told = items(
        "Ad 1 Kajen: Tilbud fra Bo og Søn på 18.000 kr. blev\ngodkendt. De begynder i maj.\n\nAd 2 Molen: Bestyrelsen besluttede at\nmale den.\n\nAd 3 Eventuelt: Intet.\n",
    );
    assert_eq!(told, ["1 Kajen", "2 Molen", "3 Eventuelt"]);
    let told = items(
        "1. Dagsorden\n\n2. Plan for havnen\n   2026-2030\n\nIndstilling\nAt planen godkendes.\n\n3. Takster\n\nIndstilling\nAt de godkendes.\n",
    );
    assert_eq!(told[1], "2 Plan for havnen\n   2026-2030");
    let told = items("1 – kajen\nutæt. udsat til maj\n\n2 – takster\ngodkendt\n\n3 – evt\nnope\n");
    assert_eq!(told, ["1 kajen", "2 takster", "3 evt"]);
    let told = items(
        "SIDEN SIDST\nTaget til efterretning.\n\nKLAGE FRA 3. TV.\nBestyrelsen drøftede klagen.\n\nSKUR VED GL. MOLE\nUdsat.\n\nEVENTUELT\nIntet.\n",
    );
    assert_eq!(told, ["- SIDEN SIDST", "- KLAGE FRA 3. TV.", "- SKUR VED GL. MOLE", "- EVENTUELT"]);
}

#[test]
fn a_title_below_its_number_may_have_its_text_behind_it() {
    let told = items(
        "Ad pkt. 1\nValg af dirigent: Bo Dal blev valgt.\n\nAd pkt. 2\nKajen: Kajen blev malet. Taget til efterretning.\n\nAd pkt. 3\nEvt.\n",
    );
    assert_eq!(told, ["1 Valg af dirigent", "2 Kajen", "3 Evt."]);
    let told = items(
        "Sag 1\nDagsorden\nGodkendt.\n\nSag 2\nKlage over kran. Klagen blev afvist.\n\nSag 3\nFormanden kom for sent. Han gik igen.\n",
    );
    assert_eq!(told[..2], ["1 Dagsorden", "2 Klage over kran"]);
    assert!(told[2].starts_with("3 -"), "{told:?}");
    let told =
        items("Pkt. 1: KAJEN -> Udsat.\nPkt. 2: TAKSTER => Taksten blev godkendt.\nPkt. 3: EVT. → Intet.\n");
    assert_eq!(told, ["1 KAJEN", "2 TAKSTER", "3 EVT."]);
}

#[test]
fn letters_over_coded_numbers_are_heads() {
    let told = items(
        "## A. Havnen\n\n### A.1 Kajen\n\nHMU drøftede kajen.\n\n### A.2 Molen\n\nUdsat.\n\n## B. Kassen\n\n### B.1 Takster\n\nTaget til efterretning.\n\n## C. Eventuelt\n\nIntet.\n",
    );
    assert_eq!(told, ["A Havnen", "A.1 Kajen", "A.2 Molen", "B Kassen", "B.1 Takster", "C Eventuelt"]);
}
