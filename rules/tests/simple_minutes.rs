//! The ordinary minutes of associations, boards and councils: items, decisions, and whether a text is minutes at all.

use std::sync::Arc;

use rules::document::{Document, Engine};
use rules::minutes::Stage;
use rules::outline::Outline;

fn outline(text: &str) -> Outline {
    Outline::new(&Document::new(Arc::new(Engine::default()), text.to_owned()))
}

/// The items of `text`, each as "number title".
fn items(text: &str) -> Vec<String> {
    let shown = |item: &rules::outline::OutlineItem| {
        let number = item.number.as_deref().unwrap_or("-").to_owned();
        number + " " + item.title.as_deref().unwrap_or("-")
    };
    outline(text).items.iter().map(shown).collect()
}

/// The lines that decide in `text`.
fn decided(text: &str) -> Vec<u32> {
    let outline = outline(text);
    let lines = outline.items.iter().flat_map(|item| &item.decisions).map(|decision| decision.line);
    lines.collect()
}

#[test]
fn who_was_away_is_no_item_and_drops_none() {
    let text = "Bestyrelsesmøde den 19.04.2016\n\nFraværende:\nIngen\n\nReferent:\nBo Dal\n\nPunkt 1: Konstituering\nFormand: \
                Anna Berg\n\nPunkt 2: Veje\nDer er huller.\n\nEvt:\nIntet.\n";
    assert_eq!(items(text), ["1 Konstituering", "2 Veje", "- Evt"]);
}

#[test]
fn the_agenda_names_what_the_items_only_number() {
    let head = "Referat 12. marts 2024\n\nDagsorden\n1. Økonomi\n2. Havnebus\n3. Eventuelt\n\n";
    let named = ["1 Økonomi", "2 Havnebus", "3 Eventuelt"];
    for body in [
        "Ad 1\nKassereren orienterede.\n\nAd 2\nBussen sejler.\n\nAd 3\nIntet.\n",
        "ad.1 Intet at tilføje.\n\nad.2 Bussen sejler fra maj. Pia følger op.\n\nad.3 Intet.\n",
        "Referat:\n1. Kassereren orienterede om årets regnskab.\n2. Bussen sejler hver time fra maj.\n3. Der er kage i pausen.\n",
    ] {
        assert_eq!(items(&format!("{head}{body}")), named, "{body}");
    }
}

#[test]
fn a_title_of_its_own_outweighs_the_agenda() {
    let text = "Referat 12. marts 2024\n\nDagsorden\n1. Økonomi\n2. Havnebus\n3. Eventuelt\n\nAd 1 Velkomst.\nFormanden bød \
                velkommen.\n\nAd 2 Økonomi.\nDer er penge.\n\nAd 3 Havnebus.\nBussen sejler.\n";
    assert_eq!(items(text), ["1 Velkomst.", "2 Økonomi.", "3 Havnebus."]);
}

#[test]
fn an_agenda_in_one_line_is_none_of_the_items() {
    let text = "Referat 24. oktober 2023\n\n1. Godkendelse af dagsorden. 2. Rejse. 3. Eventuelt.\n\n1. Godkendelse af dagsorden. \
                Dagsordenen blev godkendt.\n\n2. Rejse. Der er tilmeldt 34 til turen.\n\n3. Eventuelt. Intet.\n";
    assert_eq!(items(text), ["1 Godkendelse af dagsorden", "2 Rejse", "3 Eventuelt"]);
}

#[test]
fn two_meetings_in_one_record_keep_their_items() {
    let text = "Referat af menighedsmøde og menighedsrådsmøde torsdag den 19. maj 2022 kl. 17.30\n\nDagsorden\n\nMenighedsmøde:\n\n\
                1. Orientering\n2. Budget 2023\n\nMenighedsrådsmøde:\n\n1. Forretningsudvalget\n2. Meddelelser\n\nMenighedsmøde:\n\n\
                Ad. 1 Der var ingen tilhørere.\n\nAd. 2 Budgettet blev gennemgået.\n\nMenighedsrådsmøde:\n\nAd. 1 Der arbejdes på \
                en løsning.\n\nAd. 2 Intet.\n";
    assert_eq!(items(text), ["1 Orientering", "2 Budget 2023", "1 Forretningsudvalget", "2 Meddelelser"]);
}

#[test]
fn a_line_that_ends_a_sentence_breaks_no_series() {
    for end in ["lidt flere sange…", "lidt flere sange (tak til Eva)", "flere sange, som Bo sagde: ”Ja”"]
    {
        let text = format!(
            "Referat 8. november 2017\n\n1. Høstfest\nMusikken skal være lidt mere struktureret, {end}\n2. Ny udgave af \
             hjemmesiden\nFlot.\n3. Næste møde\nDen 5. februar.\n"
        );
        assert_eq!(items(&text), ["1 Høstfest", "2 Ny udgave af hjemmesiden", "3 Næste møde"], "{end}");
    }
}

#[test]
fn a_number_without_its_stop_is_one_among_the_others() {
    let text = "Referat 9. marts 2020\n\n1. Økonomi\n\nIntet at tilføje.\n\n2 Kommende arrangementer\n\nSommerfesten holdes i \
                juni.\n\n3. Eventuelt\n\nIntet.\n";
    assert_eq!(items(text), ["1 Økonomi", "2 Kommende arrangementer", "3 Eventuelt"]);
}

#[test]
fn numbers_are_written_in_many_ways() {
    let numbered = |headings: [&str; 3]| {
        let [first, second, third] = headings;
        format!(
            "Bestyrelsesmøde den 3. juni 2024\n\n{first}Velkomst\nVi mødtes.\n\n{second}Veje\nDer er huller.\n\n{third}Eventuelt\n\
             Intet.\n"
        )
    };
    for headings in [
        ["Første punkt: ", "Andet punkt: ", "Tredje punkt: "],
        ["Punkt et: ", "Punkt to: ", "Punkt tre: "],
        ["1° ", "2° ", "3° "],
        ["Add.1   ", "Add.2   ", "Add.3   "],
        ["Punkt 1- ", "Punkt2- ", "Punkt 3- "],
        ["Punkt 1 (10 min.) ", "Punkt 2 (15 min.) ", "Punkt 3 (5 min.) "],
    ] {
        let text = numbered(headings);
        assert_eq!(items(&text), ["1 Velkomst", "2 Veje", "3 Eventuelt"], "{text}");
    }
    let labelled = numbered(["Emne: "; 3]);
    assert_eq!(items(&labelled), ["- Velkomst", "- Veje", "- Eventuelt"]);
}

#[test]
fn a_sentence_behind_the_title_is_text() {
    for heading in [
        "Havnebus – bussen sejler fra maj, og Pia sørger for planen.",
        "Havnebus: Bussen sejler fra maj. Pia sørger for planen, og alle får den pr. mail inden næste møde i udvalget!",
    ] {
        let text = format!("Referat 3. juni 2024\n\n1. Velkomst\n\n2. {heading}\n\n3. Eventuelt\n");
        assert_eq!(items(&text)[1], "2 Havnebus", "{heading}");
    }
    assert_eq!(
        items("Referat\n\n1. Velkomst\n\n2. Havnebus (20 min.)\n\n3. Eventuelt\n")[1],
        "2 Havnebus (20 min.)"
    );
    let title = "Lokalplan 12 – boliger ved havnen";
    assert_eq!(
        items(&format!("Referat\n\n1. Velkomst\n\n2. {title}\n\n3. Eventuelt\n"))[1],
        format!("2 {title}")
    );
}

#[test]
fn titles_without_numbers_are_told_by_their_place_and_one_that_is_known() {
    let text = "Referat 1. juni 2024\n\nTil stede: Marie og Knud\n\nHjertestarter\n\nForeningen genoptager planlægningen.\n\n\
                Legepladsen\n\nKnud indhenter priser.\n\nEvt.\n\nTim kigger på reglerne.\n";
    assert_eq!(items(text), ["- Hjertestarter", "- Legepladsen", "- Evt."]);
    let bulleted = "Referat 1. juni 2024\n\nTil stede: Marie og Knud\n\n* Børnetal\nDer er 31 børn i dag.\n\n* Arbejdsdag\nDen er i \
                    maj.\n\n* Eventuelt\nIntet.\n";
    assert_eq!(items(bulleted), ["- Børnetal", "- Arbejdsdag", "- Eventuelt"]);
    let stopped = "Referat 1. juni 2024\n\nTil stede: Marie og Knud\n\nGodkendelse af referat.\n\nReferatet blev godkendt.\n\n\
                   Økonomi.\n\nDer er ingen ændringer.\n\nEventuelt.\n\nIntet nyt.\n";
    assert_eq!(items(stopped), ["- Godkendelse af referat.", "- Økonomi.", "- Eventuelt."]);
    let names = "Til stede:\n\nMarie, Knud og Tim\n\nHjertestarter\n\nVi planlægger.\n\nForeningens økonomi\n\nDer er penge.\n\n\
                 Evt.\n\nIntet.\n";
    assert_eq!(items(names), ["- Hjertestarter", "- Foreningens økonomi", "- Evt."]);
    let prose = "Referat 1. juni 2024\n\nTil stede: Marie og Knud\n\nHjertestarter\n\nForeningen genoptager planlægningen.\n\n\
                 Legepladsen\n\nKnud indhenter priser.\n";
    assert!(items(prose).is_empty());
}

#[test]
fn a_decision_needs_no_heading_and_no_stop() {
    let decides = |line: &str| {
        let text = format!(
            "Referat 3. juni 2024\n\n1. Velkomst\nVi mødtes.\n\n2. Økonomi\n{line}\n\n3. Eventuelt\nIntet.\n"
        );
        decided(&text) == [7]
    };
    for line in [
        "Godkendt",
        "Taget til efterretning",
        "Afgørelse: Prisen gives til Café Midt.",
        "Besluttet: Entréen er 30 kr.",
        "=> Udsat.",
        "Bestyrelsen besluttede, at gebyret er 200 kr.",
        "Det blev besluttet at skrive til vejlauget.",
        "Drøftet. Sagen tages op på næste møde.",
        "Referat: Bestyrelsen vedtog at købe bussen.",
        "Der var enighed om at købe bussen.",
        "Ansøgningen blev imødekommet.",
    ] {
        assert!(decides(line), "{line}");
    }
    for line in [
        "Kassereren fremlagde regnskabet",
        "Byrådet besluttede, at vejen lukkes.",
        "Bestyrelsen besluttede i 2019, at gebyret er 200 kr.",
        "Referat: Vi talte om gebyret.",
        "Kommunen har godkendt planen.",
    ] {
        assert!(!decides(line), "{line}");
    }
}

#[test]
fn the_line_of_the_heading_may_decide() {
    for heading in [
        "Referat fra sidst: Godkendt",
        "Referat fra sidst – godkendt.",
        "Referat fra sidst. Det blev godkendt.",
    ] {
        let text = format!("Referat 3. juni 2024\n\n1. Velkomst\n\n2. {heading}\n\n3. Eventuelt\n");
        assert_eq!((items(&text)[1].as_str(), decided(&text)), ("2 Referat fra sidst", vec![5]), "{heading}");
    }
    let numbered = "Referat 3. juni 2024\n\nAd 1 Godkendt.\n\nAd 2 Intet at tilføje.\n\nAd 3 Udsat.\n";
    assert_eq!(decided(numbered), [3, 7]);
}

#[test]
fn a_second_column_may_decide() {
    let text = "Provstiudvalget\nReferat 12. juni 2024\n\n1 - Godkendelse af dagsorden\tGodkendt.\n2 - Nyt fyr\tUdvalget bevilger \
                128.400 kr.\n3 - Kvartalsrapport\tTaget til efterretning.\n";
    assert_eq!(items(text), ["1 Godkendelse af dagsorden", "2 Nyt fyr", "3 Kvartalsrapport"]);
    assert_eq!(decided(text), [4, 5, 6]);
}

#[test]
fn a_heading_that_names_the_decision_needs_no_blank_line() {
    let text = "Folkeoplysningsudvalget\nBESLUTNINGSPROTOKOL\nfra ordinært møde tirsdag den 17. maj 2005\n6. Ansøgninger\n\
                Indstilling\nForvaltningen indstiller,\nat udvalget godkender tilskud.\nFolkeoplysningsudvalgets beslutning i mødet \
                den 17. maj 2005\nIndstillingen tiltrådt.\n";
    assert_eq!(decided(text), [8]);
}

#[test]
fn minutes_are_known_by_what_only_minutes_say() {
    let agenda = "Bestyrelsesmøde den 3. juni 2024\nDeltagere: Bo Dal\n\n1. Velkomst\n\n2. Eventuelt\n";
    assert_eq!(outline(agenda).stage, Stage::Agenda);
    let called =
        "Dagsorden for bestyrelsesmøde den 3. juni 2024\nAfbud til Bo Dal\n\n1. Velkomst\n\n2. Eventuelt\n";
    assert_eq!(outline(called).stage, Stage::Agenda);
    for head in [
        "Mødereferat\nÆldrerådet, den 3. juni 2024\n",
        "Hermed referat fra bestyrelsesmødet den 3. juni 2024\n",
        "Bestyrelsesmøde den 3. juni 2024\nTil stede: Bo Dal\nAfbud: Ib Ek\n",
        "Bestyrelsesmøde den 3. juni 2024\n\nReferat:\n",
    ] {
        let text = format!("{head}\n1. Velkomst\nVi mødtes.\n\n2. Eventuelt\nIntet.\n");
        assert_eq!(outline(&text).stage, Stage::Minutes, "{head}");
    }
}

#[test]
fn the_day_is_that_of_the_meeting() {
    let date = |head: &str| {
        outline(&format!("{head}\n\n1. Velkomst\n\n2. Eventuelt\n")).date.map(|day| day.to_string())
    };
    for head in [
        "Referat\nBestyrelsesmøde 28/10 2009",
        "Referat bestyrelsesmøde den 28.10-2009",
        "Hermed referat fra mødet d. 28/10 -09:",
        "Tilskud for perioden 1. maj - 31. december 2005\nUdvalget\nReferat\nfra ordinært møde den 28. oktober 2009",
    ] {
        assert_eq!(date(head).as_deref(), Some("2009-10-28"), "{head}");
    }
    let coming = "Referat\n28. oktober 2009\n\nNæste møde:\n21. september 2010, klokken 19:15";
    assert_eq!(outline(&format!("{coming}\n\n1. Velkomst\n\n2. Eventuelt\n")).time, None);
}

#[test]
fn what_is_told_of_the_items_makes_minutes_and_what_is_asked_an_agenda() {
    let meeting = |items: &str| format!("Vejlauget Skovly\nBestyrelsesmøde 4. maj 2026\n\n{items}");
    for told in [
        "1. Vejen\nVi har bestilt grus.\n\n2. Eventuelt\nIntet.\n",
        "1. Vejen\nBeslutning: Jonas bestiller grus.\n\n2. Hegn\nBeslutning: Bo maler.\n",
        "Økonomi\nDer er penge.\n\nVejen\nDer kommer grus.\n\nEventuelt\nDer var intet.\n\nNæste møde: 8. juni\n",
        "1. Hegn\nBestyrelsen drøftede farven.\n\n2. Vejen\n",
    ] {
        assert_eq!(outline(&meeting(told)).stage, Stage::Minutes, "{told}");
    }
    for asked in [
        "1. Vejen\nBestyrelsen foreslår grus.\n\n2. Eventuelt\n",
        "1. Vejen\nBeslutning: Skal vi bestille grus?\n\n2. Hegn\nBeslutning: Hegnet skal males.\n",
        "1. Valg af dirigent\n\n2. Regnskab\n\n3. Eventuelt\n",
    ] {
        assert_eq!(outline(&meeting(asked)).stage, Stage::Agenda, "{asked}");
    }
}

#[test]
fn what_the_meeting_is_stands_below_its_labels_under_the_word_agenda() {
    let head = "Kulturudvalget\n\nDagsorden\n\nDato\n8. november 2023\n\nTidspunkt\n16:00\n\nSted\nBiblioteket, sal A\n\n";
    let body = "1. Bus\n\nBeslutning\n\nGodkendt.\n\n2. Sted og tid\n\nBeslutning\n\nGodkendt.\n";
    let read = outline(&format!("{head}{body}"));
    assert_eq!((read.time.as_deref(), read.place.as_deref()), (Some("16:00"), Some("Biblioteket, sal A")));
    let listed =
        outline(&format!("Kulturudvalget 8. november 2023\n\nDagsorden\n\nBus\nSted\nValg\n\n{body}"));
    assert_eq!(listed.place, None);
}

#[test]
fn lists_in_items_are_no_items() {
    let head = "Referat af bestyrelsesmøde den 3. marts 2026\n\n";
    let plain = "1. Valg af dirigent\nBo Berg blev valgt.\n2. Formanden orienterer\n  1. Ny hal\n  2. Ny bus\n\
                 3. Kassereren\n  1. Kontingent\n  2. Regnskab\n  3. Tilskud\n4. Eventuelt\n";
    assert_eq!(
        items(&format!("{head}{plain}")),
        ["1 Valg af dirigent", "2 Formanden orienterer", "3 Kassereren", "4 Eventuelt"]
    );
    let deep = "1. Nyt fra udvalgene\n    1. Regnskab\n        1. Budget\n    2. Valg\n2. Næste møde\n3. Eventuelt\n";
    assert_eq!(items(&format!("{head}{deep}")), ["1 Nyt fra udvalgene", "2 Næste møde", "3 Eventuelt"]);
    let told = "1. Havnen\n\n   1. Broen\n   2. Kranen\n\nBegge males.\n\n2. Vejen\n\n   1. Skilte\n\n3. Eventuelt\n";
    assert_eq!(items(&format!("{head}{told}")), ["1 Havnen", "2 Vejen", "3 Eventuelt"]);
}

#[test]
fn a_case_number_is_no_title() {
    for number in ["EMN-2025-00123", "S2026-01234", "26/12345"] {
        let text = format!(
            "Byrådet, tirsdag den 3. marts 2026 kl. 17.00\n\nPunkt 1: Havnebus\n\n{number}\n\nBeslutning\n\nGodkendt.\n\n\
             Punkt 2\n\n{number}\n\nBeslutning\n\nUdsat.\n"
        );
        assert_eq!(items(&text), ["1 Havnebus", "2 -"], "{number}");
        let numbers: Vec<Option<String>> =
            outline(&text).items.iter().map(|item| item.case_number.as_deref().map(str::to_owned)).collect();
        assert_eq!(numbers, [Some(number.to_owned()), Some(number.to_owned())], "{number}");
    }
}
