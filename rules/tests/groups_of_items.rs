//! Items in groups whose numbers begin at 1 again, headings of decisions in bodies, and tables that begin with a time.

mod outlined;

use rules::outline::Outline;

use outlined::{document, items};

/// The lines of the decisions in each item of `text`, counted from 1.
fn decided(text: &str) -> Vec<Vec<u32>> {
    let outline = Outline::new(&document(text));
    outline.items.iter().map(|item| item.decisions.iter().map(|decision| decision.line).collect()).collect()
}

/// The rules that tell something of `text`.
fn told(text: &str) -> Vec<&'static str> {
    document(text).diagnostics().iter().map(|found| found.rule.name).collect()
}

const HEAD: &str = "Kulturudvalget\nReferat tirsdag den 4. marts 2025 kl. 17.00\n\n";

#[test]
fn numbers_begin_again_below_the_heading_of_a_group() {
    for (first, second) in [
        ("Beslutningssager", "Orienteringssager"),
        ("A. Beslutningssager", "B. Orienteringssager"),
        ("Til beslutning:", "Til drøftelse:"),
        ("SAGER TIL BESLUTNING", "SAGER TIL ORIENTERING"),
        ("Åbne punkter", "Tillægsdagsorden"),
        ("**Faste punkter**", "**Øvrige punkter**"),
    ] {
        let text = format!(
            "{HEAD}{first}\n\n1. Ny sti ved Søholm\nBeslutning: Godkendt.\n\n2. Gammel bro\nBeslutning: Udsat.\n\n{second}\n\n\
             1. Vejsalt\nDer er brugt 40 ton.\n\n2. Snegle\nDe kommer igen.\n"
        );
        let found = ["1 Ny sti ved Søholm", "2 Gammel bro", "1 Vejsalt", "2 Snegle"];
        assert_eq!(items(&text), found, "{second}");
        assert_eq!(decided(&text), [vec![7], vec![10], vec![], vec![]], "{second}");
        assert!(told(&text).is_empty(), "{second}: {:?}", told(&text));
    }
}

#[test]
fn a_group_may_have_one_item() {
    let text = format!(
        "{HEAD}Sager til beslutning\n\nPunkt 1: Ny sti ved Søholm\n\nBeslutning\n\nGodkendt.\n\nSager til drøftelse\n\nPunkt 1: \
         Vejsalt\n\nBeslutning\n\nUdsat.\n\nSager til orientering\n\nPunkt 1: Snegle\n\nBeslutning\n\nTaget til \
         efterretning.\n\nPunkt 2: Eventuelt\n\nBeslutning\n\nIntet.\n"
    );
    assert_eq!(items(&text), ["1 Ny sti ved Søholm", "1 Vejsalt", "1 Snegle", "2 Eventuelt"]);
    assert!(!told(&text).contains(&"structure/item-number"), "{:?}", told(&text));
}

#[test]
fn markdown_headings_of_groups_are_no_items() {
    for (first, second) in [("Beslutningssager", "Orienteringssager"), ("Til drøftelse", "Til orientering")]
    {
        let text = format!(
            "# Kulturudvalget\n\nReferat tirsdag den 4. marts 2025 kl. 17.00\n\n## {first}\n\n### 1. Ny sti\n\nBeslutning: \
             Godkendt.\n\n### 2. Gammel bro\n\nBeslutning: Udsat.\n\n## {second}\n\n### 1. Vejsalt\n\nDer er brugt 40 \
             ton.\n\n### 2. Snegle\n\nDe kommer igen.\n"
        );
        assert_eq!(items(&text), ["1 Ny sti", "2 Gammel bro", "1 Vejsalt", "2 Snegle"], "{second}");
    }
}

#[test]
fn a_list_in_an_item_is_no_group() {
    let text = format!(
        "{HEAD}1. Valg af ordstyrer\nMona Dal blev valgt.\n\n2. Siden sidst\n\nTil orientering\n\n1. Vejsalt\n2. Snegle\n\n3. \
         Økonomi\nIntet nyt.\n\n4. Eventuelt\nIntet.\n"
    );
    assert_eq!(items(&text), ["1 Valg af ordstyrer", "2 Siden sidst", "3 Økonomi", "4 Eventuelt"]);
    let text = format!(
        "{HEAD}1. Ny sti\nTil beslutning\n\nBeslutning: Godkendt.\n\n2. Vejsalt\nTil orientering\n\nBeslutning: Taget til \
         efterretning.\n\n3. Eventuelt\nIntet.\n"
    );
    assert_eq!(items(&text), ["1 Ny sti", "2 Vejsalt", "3 Eventuelt"]);
}

/// An item with a recommendation of two points, `heading` and what was said of them.
fn under(heading: &str) -> String {
    format!(
        "Byrådet\nReferat tirsdag den 4. marts 2025 kl. 17.00\n\n88. Vej i Fjordby\nIndstilling\nTeknikudvalget indstiller,\n1. \
         at vejen bygges,\n2. at stien droppes.\n{heading}\nAd 1. Godkendt.\nAd 2. Afvist.\n\n89. Sti\nIntet nyt.\n"
    )
}

#[test]
fn a_body_and_a_day_head_a_decision_over_an_outcome() {
    for heading in [
        "Beslutning fra Byrådet, 4. marts 2025, pkt. 88:",
        "Beslutning fra Byrådet",
        "Byrådet, 4. marts 2025",
        "Byrådet den 4. marts 2025:",
        "Økonomiudvalgets beslutning:",
        "Teknik- og Miljøudvalgets beslutning",
        "Vedtagelse",
        "Protokol:",
        "Behandling i Byrådet:",
    ] {
        assert_eq!(decided(&under(heading)), [vec![9], vec![]], "{heading}");
    }
    let text = under(
        "Beslutning fra Økonomiudvalget, 24. februar 2025, pkt. 12:\nAnbefales.\nByrådet, 4. marts 2025",
    );
    assert_eq!(decided(&text), [vec![9, 11], vec![]]);
}

#[test]
fn words_that_tell_of_a_case_head_no_decision() {
    for line in [
        "Vedtagelse\nLokalplanen kan ventes vedtaget til maj.",
        "Protokol\nProtokollen fra februar ligger på kontoret.",
        "Byrådet, 4. marts 2025\nVi ses i salen.",
    ] {
        let text = format!("{HEAD}1. Ny sti\nStien ligger ved åen.\n{line}\n\n2. Eventuelt\nIntet.\n");
        assert_eq!(decided(&text), [vec![], vec![]] as [Vec<u32>; 2], "{line}");
    }
}

#[test]
fn an_address_above_the_agenda_costs_no_item() {
    for place in ["9999 Vestermark", "8888 Nørby Strand", "DK-7777 Lund"] {
        let text = format!(
            "Vestermark Idrætsforening\nIdrætsvej 4\n{place}\n\nKære alle\n\nHermed indkaldes til bestyrelsesmøde torsdag den 3. \
             april 2025 kl. 19.00 i klubhuset med følgende dagsorden:\n\n1. Velkomst ved formanden\n2. Fordeling af poster\n3. \
             Ansøgning om lys på bane 2\n4. Eventuelt\n\nMed venlig hilsen\nRasmus Toft\n"
        );
        let found = [
            "1 Velkomst ved formanden",
            "2 Fordeling af poster",
            "3 Ansøgning om lys på bane 2",
            "4 Eventuelt",
        ];
        assert_eq!(items(&text), found, "{place}");
    }
}

#[test]
fn a_table_may_begin_with_the_time_of_each_item() {
    let head = "# Ungerådet\n\n## Dagsorden mandag den 6. oktober 2025 kl. 17.00\n\n";
    for (columns, rows) in [
        (
            "| Tid | Nr. | Punkt | Ved |\n|---|---|---|---|",
            [
                "| 17.00 | 1 | Runde | Freja |",
                "| 17.20 | 2 | Natbus | Ida |",
                "| 18.15 | 3 | Eventuelt | Alle |",
            ],
        ),
        (
            "| Tid | Punkt |\n|---|---|",
            ["| 17.00 | 1. Runde |", "| 17.20 | 2. Natbus |", "| 18.00 | 3. Eventuelt |"],
        ),
        (
            "| Kl. | Punkt |\n|---|---|",
            ["| 17:00-17:20 | 1. Runde |", "| 17:20-18:00 | 2. Natbus |", "| 18:00 | 3. Eventuelt |"],
        ),
    ] {
        let text = format!("{head}{columns}\n{}\n", rows.join("\n"));
        assert_eq!(items(&text), ["1 Runde", "2 Natbus", "3 Eventuelt"], "{columns}");
    }
    let text = format!(
        "{head}| Tidspunkt | Emne |\n|---|---|\n| 19.00 | Velkommen og kaffe |\n| 19.10 | Natbus |\n| 20.40 | Eventuelt |\n"
    );
    assert_eq!(items(&text), ["- Velkommen og kaffe", "- Natbus", "- Eventuelt"]);
    // When the bus goes, and to where.
    let bus = "| Tid | Linje | Mål |\n|---|---|---|\n| 17.00 | 1 | Fjordby |\n| 17.20 | 2 | Søholm |\n| 17.40 | 1 | Fjordby |\n";
    let text = format!("{HEAD}1. Natbus\n\n{bus}\n2. Økonomi\nIntet nyt.\n\n3. Eventuelt\nIntet.\n");
    assert_eq!(items(&text), ["1 Natbus", "2 Økonomi", "3 Eventuelt"]);
}

#[test]
fn a_section_may_be_the_title_below_a_number() {
    for (number, title) in [("2.", "Tidsplan"), ("2.", "Kommunikation"), ("Dagsordenspunkt 2", "Høring")] {
        let word = number.trim_end_matches(['.', '2']);
        let dot = if word.is_empty() { "." } else { "" };
        let text = format!(
            "{HEAD}{word}1{dot}\nSikkerhed\nHegnet er flyttet.\n\n{number}\n{title}\nTømreren er bagud.\n\n{word}3{dot}\nNæste \
             møde\nI november.\n"
        );
        assert_eq!(items(&text), ["1 Sikkerhed", &format!("2 {title}"), "3 Næste møde"], "{title}");
        assert!(told(&text).is_empty(), "{:?}", told(&text));
    }
    // Here the title was forgotten.
    let text = format!(
        "{HEAD}Punkt 1\nSikkerhed\nHegnet er flyttet.\n\nPunkt 2\nIndstilling\nDet indstilles, at hegnet males.\nBeslutning\n\
         Godkendt.\n\nPunkt 3\nNæste møde\nI november.\n"
    );
    assert_eq!(items(&text), ["1 Sikkerhed", "2 -", "3 Næste møde"]);
}

#[test]
fn a_heading_of_a_higher_rank_begins_the_numbers_again() {
    let between = |first: &str, second: &str| {
        format!(
            "# Referat fra bestyrelsesmøde\n\nDato: 4. marts 2025\n\n## {first}\n\n### 1. Godkendelse af dagsorden\n\nGodkendt.\n\n\
             ### 2. Ny sti\n\nBestyrelsen vedtog at søge kommunen.\n\n## {second}\n\n### 1. Vejsalt\n\nDer er brugt 40 ton.\n\n\
             ### 2. Næste møde\n\nDen 6. maj.\n"
        )
    };
    let found = ["1 Godkendelse af dagsorden", "2 Ny sti", "1 Vejsalt", "2 Næste møde"];
    for (first, second) in [("Økonomi", "Bygninger"), ("Del et", "Del to"), ("I. Økonomi", "II. Bygninger")]
    {
        assert_eq!(items(&between(first, second)), found, "{first}");
    }
}

#[test]
fn numbered_headings_in_the_text_of_items_are_none() {
    let text = "# Referat fra bestyrelsesmøde\n\nDato: 4. marts 2025\n\n## Godkendelse af dagsorden\n\nGodkendt.\n\n## Ny skole\n\n\
                ### 1. Baggrund\n\nSkolen er gammel.\n\n### 2. Proces\n\nArbejdet tager to år.\n\n## Ny hal\n\n### 1. Forløb\n\n\
                Hallen er ny.\n\n### 2. Proces\n\nArbejdet tager et år.\n\n## Eventuelt\n\nIntet.\n";
    assert_eq!(items(text), ["- Godkendelse af dagsorden", "- Ny skole", "- Ny hal", "- Eventuelt"]);
}
