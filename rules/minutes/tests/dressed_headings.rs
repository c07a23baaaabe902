//! Headings that signs, times, marks and seasons dress, and agendas of two levels.

use minutes::{Minutes, Placed};
use syntax::Vocabulary;
use text::TextRange;

/// The items of `text`, each as "number title".
fn items(text: &str) -> Vec<String> {
    let words = |placed: &Placed<'_>, range: Option<TextRange>| {
        range
            .map_or("-", |range| &text[range + placed.start])
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let minutes = Minutes::new(text, Vocabulary::common());
    let shown = |placed: Placed<'_>| {
        words(&placed, placed.item.number.map(|(_, digits)| digits))
            + " "
            + &words(&placed, placed.item.title)
    };
    minutes.items().map(shown).collect()
}

/// The items of minutes whose headings are `headings`.
fn below_head(headings: &[&str]) -> Vec<String> {
    let said = ["Godkendt.", "Havnefogeden orienterede.", "Drøftet.", "Intet."];
    let body = headings.iter().zip(said).map(|(heading, said)| format!("{heading}\n{said}\n\n"));
    items(&format!("Havneudvalget\nReferat af møde den 4. april 2022\n\n{}", body.collect::<String>()))
}

const TITLES: [&str; 4] = ["Godkendelse af dagsorden", "Ny mole", "Takster", "Eventuelt"];

/// The headings that `form` makes of "1" and "@".
fn dressed(form: &str) -> Vec<String> {
    let one = |(n, title): (usize, &&str)| form.replace('1', &n.to_string()).replace('@', title);
    TITLES.iter().enumerate().map(|(n, title)| one((n + 3, title))).collect()
}

#[test]
fn signs_around_a_number_or_a_heading_are_no_part_of_it() {
    for form in [
        "<1> @",
        ">> 1 << @",
        "== 1 == @",
        "-1- @",
        "(1.) @",
        "* 1 * @",
        "---- 1. @ ----",
        "=== 1. @ ===",
        "++ 1) @ ++",
        "_1. @_",
        "*1. @*",
        "- **1. @**",
        "* **1.** @",
        "Løbenr. 1: @",
        "(L) 1. @",
        "(Å) 1. @",
        "## Åben: 1 @",
        "Lukket: 1 @",
    ] {
        let headings = dressed(form);
        let expected: Vec<String> =
            TITLES.iter().enumerate().map(|(n, title)| format!("{} {title}", n + 3)).collect();
        assert_eq!(below_head(&headings.iter().map(String::as_str).collect::<Vec<_>>()), expected, "{form}");
    }
}

#[test]
fn signs_around_a_title_make_it_a_heading() {
    for form in ["--- @ ---", "== @ ==", ">> @ <<", "::: @ :::"] {
        let headings = dressed(form);
        let expected: Vec<String> = TITLES.iter().map(|title| format!("- {title}")).collect();
        assert_eq!(below_head(&headings.iter().map(String::as_str).collect::<Vec<_>>()), expected, "{form}");
    }
    let rule = "Havneudvalget\nReferat 4. april 2022\n\n1. Mole\nGodkendt.\n\n--- Side 2 ---\n\n2. Takster\nUdsat.\n\n3. Eventuelt\n\
                Intet.\n\n--- slut ---\n";
    assert_eq!(items(rule), ["1 Mole", "2 Takster", "3 Eventuelt"]);
}

#[test]
fn the_time_before_a_number_is_none_of_two_parts() {
    for stamps in [
        ["09.00", "09.40", "10.30", "11.20"],
        ["9.05", "9.15", "9.30", "10.45"],
        ["13:00", "13:10", "13:45", "14:50"],
    ] {
        for form in ["% Pkt. 1 @", "%  Punkt 1: @", "% 1. @", "[%] Pkt. 1. @", "(%) 1. @"] {
            let headings: Vec<String> = dressed(form)
                .iter()
                .zip(stamps)
                .map(|(heading, stamp)| heading.replace('%', stamp))
                .collect();
            let expected: Vec<String> =
                TITLES.iter().enumerate().map(|(n, title)| format!("{} {title}", n + 3)).collect();
            assert_eq!(
                below_head(&headings.iter().map(String::as_str).collect::<Vec<_>>()),
                expected,
                "{form}"
            );
        }
    }
    assert_eq!(
        below_head(&["3.10 Godkendelse af dagsorden", "3.11 Ny mole", "3.12 Takster", "3.13 Eventuelt"]),
        ["3.10 Godkendelse af dagsorden", "3.11 Ny mole", "3.12 Takster", "3.13 Eventuelt"]
    );
}

#[test]
fn a_season_is_a_year() {
    for form in ["Punkt nr. 1/24-25 @", "Sag 1/2024-25: @", "1/2024-25: @", "Pkt. 1/2024-2025 @"] {
        let season =
            form.split(['/', ' ', ':']).find(|part| part.starts_with("24-") || part.starts_with("2024-"));
        let headings: Vec<String> = (1..)
            .zip(TITLES)
            .map(|(n, title)| form.replacen("1/", &format!("{n}/"), 1).replace('@', title))
            .collect();
        let expected: Vec<String> = (1..)
            .zip(TITLES)
            .map(|(n, title)| format!("{n}/{} {title}", season.unwrap_or_default()))
            .collect();
        assert_eq!(below_head(&headings.iter().map(String::as_str).collect::<Vec<_>>()), expected, "{form}");
    }
}

#[test]
fn the_heads_above_decimal_numbers_are_items() {
    let head = "Byggeudvalget\nReferat nr. 8 den 4. juni 2024\n\n";
    let whole = "1. Formalia\n\n1.1 Godkendelse af dagsorden\nGodkendt.\n\n1.2 Referat nr. 7\nGodkendt.\n\n2. Økonomi\n\n2.1 Forbrug\n\
                 Taget til efterretning.\n\n2.2 Ekstraarbejder\nUdsat.\n\n";
    let own = [
        "1 Formalia",
        "1.1 Godkendelse af dagsorden",
        "1.2 Referat nr. 7",
        "2 Økonomi",
        "2.1 Forbrug",
        "2.2 Ekstraarbejder",
    ];
    assert_eq!(items(&format!("{head}{whole}")), own);
    let last = items(&format!("{head}{whole}3. Eventuelt\nIntet.\n"));
    assert_eq!(last, [&own[..], &["3 Eventuelt"]].concat());
}

#[test]
fn letters_with_text_and_decisions_of_their_own_are_items() {
    let text = "Idrætsrådet\nReferat af møde den 4. juni 2024\n\n1. Meddelelser\n   a. Fra formanden\n      Der er kommet to klubber.\n   \
                b. Fra kommunen\n      Hallen lukker i juli. Taget til efterretning.\n\n2. Ansøgninger\n   a. Skakklubben\n      Søger \
                4.000 kr. Godkendt.\n   b. Roklubben\n      Søger en bro. Afslag.\n\n3. Eventuelt\n   Intet.\n";
    assert_eq!(
        items(text),
        [
            "1 Meddelelser",
            "a Fra formanden",
            "b Fra kommunen",
            "2 Ansøgninger",
            "a Skakklubben",
            "b Roklubben",
            "3 Eventuelt"
        ]
    );
    let list = "Idrætsrådet\nReferat af møde den 4. juni 2024\n\n1. Meddelelser\n   a. Hallen\n   b. Banen\n   Taget til efterretning.\n\n2. \
                Takster\n   a. Børn\n   b. Voksne\n   Godkendt.\n\n3. Eventuelt\n   Intet.\n";
    assert_eq!(items(list), ["1 Meddelelser", "2 Takster", "3 Eventuelt"]);
}

#[test]
fn the_parts_of_a_case_are_no_second_level() {
    let text = "Planudvalget\nReferat 3. maj 2024\n\n1. Dagsorden\nGodkendt.\n\n2. Planer\nSagsfremstilling\n\n2.1 Baggrund\nDen er \
                gammel.\n\n2.2 Pris\nDer er 3 mio. kr.\n\nBeslutning\nUdsat.\n\n3. Lokalplan\nSagsfremstilling\n\n3.1 Baggrund\nDen er \
                ny.\n\n3.2 Pris\nDer er 4 mio. kr.\n\nBeslutning\nDrøftet.\n";
    assert_eq!(items(text), ["1 Dagsorden", "2 Planer", "3 Lokalplan"]);
    let far = "Havneudvalget\nReferat fra 7. bestyrelsesmøde 3. maj 2024\n\n7. Bestyrelsesmøde\n\nTil stede var Bo og Ida.\n\n7.1 \
               Dagsorden\nGodkendt.\n\n7.2 Mole\nUdsat.\n\n7.3 Eventuelt\nIntet.\n";
    assert_eq!(items(far), ["7.1 Dagsorden", "7.2 Mole", "7.3 Eventuelt"]);
}

#[test]
fn numbers_alone_count_on_above_titles_with_sections() {
    let text = "Børneudvalget\nReferat 2. april 2024\n\n1\nTilsyn i dagplejen\nSagsnr. 24/221\nBeslutning\nUdsat.\n\n2\nNy takst\nSagsnr. \
                24/310\nBeslutning\nGodkendt.\n\n3\nLukkedage\nSagsnr. 24/311\nBeslutning\nDrøftet.\n";
    assert_eq!(items(text), ["1 Tilsyn i dagplejen", "2 Ny takst", "3 Lukkedage"]);
}

#[test]
fn titles_that_meetings_do_not_have_are_known_by_what_was_decided_below_them() {
    let text = "Forældrerådet i Myretuen\nReferat 12. marts 2024\n\nLegepladsen\n\nDer er købt en sandkasse.\nBeslutning: \
                Godkendt.\n\nMadordningen\n\nPrisen stiger.\nBeslutning: Udsat.\n\nSommerfest\n\nFesten er i juni.\nBeslutning: \
                Drøftet.\n";
    assert_eq!(items(text), ["- Legepladsen", "- Madordningen", "- Sommerfest"]);
    let sections = "Kulturudvalget\nReferat af mødet den 8. maj 2023\n\nGODKENDELSE AF DAGSORDEN\nBeslutning\nGodkendt.\n\nTILSKUD TIL \
                    KORET\nSagsfremstilling\nKoret søger.\nBeslutning\nTiltrådt.\n\nNYT TAG\nSagsfremstilling\nDet er utæt.\nBeslutning\n\
                    Udsat.\n";
    assert_eq!(items(sections), ["- GODKENDELSE AF DAGSORDEN", "- TILSKUD TIL KORET", "- NYT TAG"]);
    let letter = "Kære alle\n\nVi ses i maj\n\nHusk madpakke.\n\nBussen kører\n\nVi mødes ved hallen.\n\nHilsen\n\nBo\n";
    assert_eq!(items(letter), Vec::<String>::new());
}

#[test]
fn a_short_first_line_goes_on_in_small_letters() {
    let text = "Planudvalget\nReferat 3. september 2024\n\n1. Ansøgning om\ndispensation ved Strandvejen\nSagsfremstilling\nEjeren vil \
                bygge.\nBeslutning\nAfslag.\n\n2. Orientering\nom ny affaldsordning\nSagsfremstilling\nDer kommer spande.\nBeslutning\n\
                Taget til efterretning.\n\n3. Tilsyn med\n   dagplejen\n\nSagsfremstilling\nDer er ført tilsyn.\nBeslutning\nDrøftet.\n";
    assert_eq!(
        items(text),
        [
            "1 Ansøgning om dispensation ved Strandvejen",
            "2 Orientering om ny affaldsordning",
            "3 Tilsyn med dagplejen"
        ]
    );
}
