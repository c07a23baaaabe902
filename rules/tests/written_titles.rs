//! How titles are written: in bold before their text, with times, over several lines, with a year in the number.

mod outlined;

use outlined::items;

const HEAD: &str = "Havnelauget\nReferat af møde den 4. marts 2026 kl. 19.00\n\n";

const TITLES: [&str; 4] = ["Godkendelse af referat", "Kajen", "Sommerfest", "Eventuelt"];
const TOLD: [&str; 4] = ["Godkendt.", "Bo skifter brædder.", "Taget til efterretning.", "Intet."];

/// Items in `form`, in which N is the number, T the title and X what is told.
fn written(form: &str) -> Vec<String> {
    let item = |at: usize| {
        form.replace("NN", &(21 + at).to_string())
            .replace('N', &(at + 1).to_string())
            .replace('T', TITLES[at])
            .replace('X', TOLD[at])
    };
    items(&format!("{HEAD}{}", (0..4).map(item).collect::<String>()))
}

/// The items with these numbers and titles, in which N and T stand for them.
fn expected(form: &str) -> Vec<String> {
    let item = |at: usize| {
        form.replace("NN", &(21 + at).to_string())
            .replace('N', &(at + 1).to_string())
            .replace('T', TITLES[at])
    };
    (0..4).map(item).collect()
}

#[test]
fn bold_may_hold_number_and_title_before_the_text() {
    for form in [
        "**N. T:** X\n\n",
        "**N. T** X\n\n",
        "**N. T**: X\n\n",
        "**N. T.** X\n\n",
        "**N) T:** X\n\n",
        "__N. T:__ X\n\n",
        "**Punkt N: T.** X\n\n",
        "**Ad N. T:** X\n\n",
        "- **N. T:** X\n",
        "**Punkt N – T** · X\n\n",
        "**N. T:** X\n\nBeslutning: Godkendt.\n\n",
    ] {
        assert_eq!(written(form), expected("N T"), "{form}");
    }
}

#[test]
fn bold_in_an_item_begins_no_other() {
    for part in [
        "**3. maj 2026:** Vi mødes ved kajen.",
        "**2 nye brædder** er købt.",
        "**Pris:** 3. Bo betaler.",
        "**1. at** kajen males, **2. at** broen males.",
    ] {
        let text = format!("{HEAD}1. Velkomst\nGodkendt.\n\n2. Kajen\n{part}\n\n3. Evt.\nIntet.\n");
        assert_eq!(items(&text), ["1 Velkomst", "2 Kajen", "3 Evt."], "{part}");
    }
}

#[test]
fn times_are_part_of_a_title_as_it_is_printed() {
    for form in [
        "N. T (5 min.)\nX\n\n",
        "N. T [kl. 19.10]\nX\n\n",
        "N. Kl. 19.N5 T\nX\n\n",
        "N. 19.05-19.N5 T\nX\n\n",
        "N. N0 min. T\nX\n\n",
    ] {
        let title = form.lines().next().unwrap_or("").replacen(". ", " ", 1);
        assert_eq!(written(form), expected(&title), "{form}");
    }
    for form in ["Punkt N (kl. 9.15): T\nX\n\n", "Punkt N (10 min.) - T\nX\n\n"] {
        assert_eq!(written(form), expected("N T"), "{form}");
    }
}

#[test]
fn rows_with_times_are_no_items() {
    for rows in
        ["1. kl. 9.15 til broen\n2. kl. 9.30 til kajen\n3. kl. 10.00 hjem\n", "9.15 Afgang\n9.30 Ankomst\n"]
    {
        let text = format!("{HEAD}1. Velkomst\nGodkendt.\n\n2. Turen\nProgram:\n{rows}\n3. Evt.\nIntet.\n");
        assert_eq!(items(&text), ["1 Velkomst", "2 Turen", "3 Evt."], "{rows}");
    }
}

#[test]
fn a_number_may_be_one_of_a_year_without_a_word() {
    for (form, title) in [
        ("NN/25 T\nX\n\n", "NN/25 T"),
        ("NN/24. T\nX\n\n", "NN/24 T"),
        ("N/26 T\nX\n\n", "N/26 T"),
        ("N/26: T\nX\n\nBeslutning: Godkendt.\n\n", "N/26 T"),
        ("26/N T\nX\n\n", "26/N T"),
        ("Pkt. N-26 T\nX\n\n", "N-26 T"),
    ] {
        assert_eq!(written(form), expected(title), "{form}");
    }
    let days = format!(
        "{HEAD}1. Velkomst\nGodkendt.\n\n2. Vagter\n\n14/12 Bo\n15/12 Ib\n16/12 Else\n\n3. Evt.\nIntet.\n"
    );
    assert_eq!(items(&days), ["1 Velkomst", "2 Vagter", "3 Evt."]);
    let pages = format!(
        "{HEAD}1/24\n\n1. Velkomst\nGodkendt.\n\n2/24\n\n2. Vagter\nUdsat.\n\n3/24\n\n3. Evt.\nIntet.\n"
    );
    assert_eq!(items(&pages), ["1 Velkomst", "2 Vagter", "3 Evt."]);
}

/// The second of three items, whose heading and text are `second`.
fn second(second: &str) -> String {
    let text = format!("{HEAD}1. Velkomst\nGodkendt.\n\n{second}\n\n3. Evt.\nIntet.\n");
    let items = items(&text);
    assert_eq!((items.len(), items[0].as_str(), items[2].as_str()), (3, "1 Velkomst", "3 Evt."), "{second}");
    items[1].clone()
}

#[test]
fn a_title_may_take_several_lines() {
    for (written, title) in [
        (
            "2. Regulativ for Kærbækken på\nstrækningen fra Hede til udløbet i\nNørresø, endelig vedtagelse\n\nBeslutning\nGodkendt.",
            "2 Regulativ for Kærbækken på strækningen fra Hede til udløbet i Nørresø, endelig vedtagelse",
        ),
        (
            "2. Plan for varmeforsyningen i\nområderne omkring Hedegårde, Vester\nNørresø og Kærby samt tilhørende\nlånegaranti til \
             værket\n\nBeslutning\nGodkendt.",
            "2 Plan for varmeforsyningen i områderne omkring Hedegårde, Vester Nørresø og Kærby samt tilhørende lånegaranti til \
             værket",
        ),
        (
            "2. Kloakering i det åbne land ved Tulstrup,\n    Hessel og Nørremark\nSagsid: 06.01.05-G01-17-20\nBaggrund\nTekst.",
            "2 Kloakering i det åbne land ved Tulstrup, Hessel og Nørremark",
        ),
        (
            "2. Godkendelse af referat fra mødet den\n5. oktober 2015\nGodkendt.",
            "2 Godkendelse af referat fra mødet den 5. oktober 2015",
        ),
        (
            "2. Kloakering i det åbne land ved Tulstrup og\n    Nørremark\n\nSagen er god.",
            "2 Kloakering i det åbne land ved Tulstrup og Nørremark",
        ),
    ] {
        assert_eq!(second(written), title, "{written}");
    }
}

#[test]
fn text_below_a_title_is_no_part_of_it() {
    for written in [
        "2. Godkendelse af brædder til\n5. oktober skal kajen være færdig.",
        "2. Kajen og broen\nBo fortalte om de nye brædder og\nElse viste billeder",
        "2. Kajen ved den gamle havn på Nordkysten\nBo fortalte om de nye brædder som\nElse har købt.",
        "2. Kajen ved den gamle havn på Nordkysten\nbrædder er skiftet. Else viste\nbilleder fra mødet\n\nBeslutning\nGodkendt.",
    ] {
        let title = written.lines().next().unwrap_or("").replacen(". ", " ", 1);
        assert_eq!(second(written), title, "{written}");
    }
}

#[test]
fn a_second_column_may_go_on_below_itself() {
    let gap = " ".repeat(20);
    for told in ["19. januar, 20. april,", "Bestyrelsen mødes igen"] {
        let written = format!("2. Møder{gap}{told}\n{gap}        14. september");
        assert_eq!(second(&written), "2 Møder", "{written}");
    }
    assert_eq!(second("2. Budget 2027    2. behandling\nTekst her."), "2 Budget 2027 2. behandling");
}

#[test]
fn titles_in_capitals_need_no_section() {
    let text = |last: &str| {
        format!(
            "Handicaprådet\n4. marts 2026 kl. 14.00\n\nGODKENDELSE AF DAGSORDEN\n\nBeslutning:\nGodkendt.\n\nKØRSEL\n\nSagsfremstilling:\n\
             Ordningen udbydes.\n\nBeslutning:\nDrøftet.\n\n{last}"
        )
    };
    for (last, titles) in [
        ("KOMMENDE MØDER\n\nRådet mødes den 3. maj.\n", &["KOMMENDE MØDER"][..]),
        ("NÆSTE MØDE\n\nRådet mødes den 3. maj.\n\nEVENTUELT\n\nIntet.\n", &["NÆSTE MØDE", "EVENTUELT"]),
        (
            "RAMPEN VED HAVNEN\n\nRampen er ny.\n\nSTIEN\n\nBeslutning:\nUdsat.\n",
            &["RAMPEN VED HAVNEN", "STIEN"],
        ),
        ("Rampen ved havnen\n\nRampen er ny.\n", &[]),
        ("RAMPEN ER NY.\n\nDen er flot.\n", &[]),
    ] {
        let mut expected = vec!["- GODKENDELSE AF DAGSORDEN".to_owned(), "- KØRSEL".to_owned()];
        expected.extend(titles.iter().map(|title| format!("- {title}")));
        assert_eq!(items(&text(last)), expected, "{last}");
    }
}
