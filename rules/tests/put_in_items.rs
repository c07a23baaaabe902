//! Items that were put in between others, and items that run together on a line.

mod outlined;

use rules::minutes::Stage;
use rules::outline::{Outline, candidates};

use outlined::{document, items};

/// The messages of `structure/no-items` on `text`.
fn hints(text: &str) -> Vec<String> {
    let own =
        document(text).diagnostics().into_iter().filter(|found| found.rule.name == "structure/no-items");
    own.map(|found| found.note.da.into_owned()).collect()
}

#[test]
fn a_letter_behind_a_number_is_an_item_among_others_like_it() {
    for number in ["2a.", "2.a", "2a)", "2 a.", "2.a."] {
        let text = format!(
            "Handicaprådet\nReferat 4. maj 2021\n\n1. Velkomst\nAlle var der.\n\n2. Høringer\nDer var to.\n\n{number} Ramper\nDer \
             mangler en.\n\n3. Eventuelt\nIntet.\n"
        );
        let put_in = number.trim_end_matches(['.', ')']).to_owned() + " Ramper";
        assert_eq!(items(&text), ["1 Velkomst", "2 Høringer", &put_in, "3 Eventuelt"], "{number}");
    }
    let text = "Kulturudvalget\nReferat 4. maj 2021\n\nPunkt 8: Havnen\nBeslutning\nGodkendt.\n\nPunkt 8a: Lån af \
                hal\nBeslutning\nAfslået.\n\nPunkt 8b Broen\nBeslutning\nUdsat.\n\nPunkt 9: Eventuelt\nBeslutning\nIntet.\n";
    assert_eq!(items(text), ["8 Havnen", "8a Lån af hal", "8b Broen", "9 Eventuelt"]);
}

#[test]
fn the_parts_of_an_item_are_none() {
    for parts in [
        "2a. vi maler skuret.\n2b. vi køber grus.\n",
        "2.a Maling af skuret\n2.b Grus\n2.c Lys\n",
        "Vi har to ting:\n2a. Maling\n2b. Grus\n",
        "\n2b. Grus\nDer mangler grus.\n",
        "Se pkt. 2a.\n",
        "\nPunkt 2a blev udsat.\n",
    ] {
        let text = format!(
            "Havnelauget\nReferat 4. maj 2021\n\n1. Velkomst\nAlle var der.\n\n2. Skuret\n{parts}\n3. Eventuelt\nIntet.\n"
        );
        assert_eq!(items(&text), ["1 Velkomst", "2 Skuret", "3 Eventuelt"], "{parts}");
    }
}

#[test]
fn a_number_that_stands_twice_is_found_without_blank_lines() {
    let text = "Socialudvalget\nReferat 8. juni 2016\n\n1. Velkomst\nBeslutning\nGodkendt.\n2. Værestedet\nBeslutning\nGodkendt.\n3. \
                Herberg\nBeslutning\nUdsat.\n3. Boliger\nBeslutning\nGodkendt.\n4. Eventuelt\nBeslutning\nIntet.\n";
    assert_eq!(items(text), ["1 Velkomst", "2 Værestedet", "3 Herberg", "3 Boliger", "4 Eventuelt"]);
}

/// "1. at huset males." ends a list by its full stop; what counts on with a title and sections of its own is the next item,
/// while it is the last one too.
#[test]
fn an_item_follows_a_list_of_one_point() {
    let head = "Havnelauget\nDagsorden 4. maj 2021\n\n1. Hus\n\nIndstilling\n\nFormanden indstiller,\n\n";
    for (list, title) in [
        ("1. at huset males.", "Mur"),
        ("1. at der købes en ny båd til lauget.", "Nye lamper på kajen"),
        ("1. at lauget tager orienteringen til efterretning.", "Eftersyn"),
    ] {
        let text = format!("{head}{list}\n\n2. {title}\n\nSagsfremstilling\n\nDet er slidt.\n");
        assert_eq!(items(&text), ["1 Hus".to_owned(), format!("2 {title}")], "{text}");
    }
    for list in [
        "1. at huset males,\n\n2. muren repareres.",
        "1. at huset males.\n\n2. at muren repareres.",
        "1. at huset males.\n\n2. Muren repareres af lauget.",
        "1. at huset males,\n\n2. Ny mur",
    ] {
        let text = format!("{head}{list}\n\nSagsfremstilling\n\nDet er slidt.\n");
        assert_eq!(items(&text), ["1 Hus"], "{text}");
    }
}

#[test]
fn the_last_item_may_stand_behind_a_gap() {
    let text = |last: &str| {
        format!(
            "Socialrådet\nReferat 8. juni 2016\n\n1. Velkomst\nDrøftet.\n\n2. Herberg\nDrøftet.\n\n{last}\nTekst her.\n"
        )
    };
    assert_eq!(items(&text("4. Frivillige")), ["1 Velkomst", "2 Herberg", "4 Frivillige"]);
    for other in ["4. maj mødes vi igen.", "4. Vi mødes igen ved havnen.", "4. november", "6. Frivillige"] {
        assert_eq!(items(&text(other)), ["1 Velkomst", "2 Herberg"], "{other}");
    }
}

#[test]
fn bold_lines_of_the_head_are_no_items() {
    let text = "**Brugerrådet på Solsikken**\n**Referat fra den 08.02.2022**\n\n**1. Velkomst**\nBirte bød velkommen.\n\n**2. \
                Mad**\nDer var ros.\n\n**3. Evt.**\nIntet.\n";
    assert_eq!(items(text), ["1 Velkomst", "2 Mad", "3 Evt."]);
}

#[test]
fn arrows_list_items_as_other_bullets_do() {
    let agenda = |mark: &str| {
        format!(
            "Dagsorden 4. maj 2021\n\nDagsorden:\n{mark} Velkomst\n{mark} Økonomi\n{mark} Lejrskole\n{mark} Evt.\n"
        )
    };
    for mark in ["→", "•", "–", "➤", "✓"] {
        assert_eq!(items(&agenda(mark)), ["- Velkomst", "- Økonomi", "- Lejrskole", "- Evt."], "{mark}");
    }
}

#[test]
fn items_that_run_together_are_told_of() {
    for (text, numbers) in [
        (
            "Vejlauget Lærken. Referat af bestyrelsesmøde d. 4. maj 2021. 1. Dagsorden Godkendt. 2. Økonomi Der er penge. 3. Veje Der er huller.",
            "1-3",
        ),
        (
            "Dagsorden til møde i Havnelauget\n4. maj 2021 kl. 19\n1. Godkendelse af dagsorden 2. Økonomi\n3. Broen 4. Evt.",
            "2",
        ),
        (
            "Referat fra Havnelauget 4. maj 2021\nPunkt 1: Broen Beslutning: Godkendt. Punkt 2: Skuret Beslutning: Udsat. Punkt 3: Evt.",
            "2-3",
        ),
        ("Lokalrådet\nIndkaldelse til møde 4. maj 2021\n1. Velkomst   2. Broen\n3. Skuret   4. Evt.", "2"),
        (
            "Referat af møde i lokalrådet 4. maj 2021\nDagsorden: 1 valg af ordstyrer 2 siden sidst 3 broen 4 skuret 5 lyset 6 evt",
            "2-6",
        ),
    ] {
        let found = hints(text);
        assert!(matches!(&found[..], [one] if one.contains(&format!("{numbers} med"))), "{text}: {found:?}");
        let told = candidates(&document(text));
        assert!(
            told.iter().any(|own| own.why.iter().any(|why| why.sign == "several-on-one-line"))
                || numbers == "2",
            "{text}"
        );
    }
}

#[test]
fn numbers_in_running_text_are_not_told_of() {
    for text in [
        "Referat af møde i Havnelauget 4. maj 2021\n\n1. Broen\nBo kom på 1. plads, Ib på 2. plads og Eva på 3. plads.\n\n2. Evt.\nIntet.\n",
        "Referat af møde i Havnelauget 4. maj 2021\n\n1. Regnskab og 2. Budget\nBegge blev godkendt.\n\n3. Evt.\nIntet.\n",
        "Referat af møde i Havnelauget 4. maj 2021\n\n1. Lokalplan 2. Etape er udsat\nIntet.\n\n2. Evt.\nIntet.\n",
    ] {
        assert_eq!(hints(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn what_is_told_of_several_items_makes_minutes() {
    let stage = |text: &str| document(text).context().stage;
    let told = "Bestyrelsen, 4. maj 2021\n\n1. Broen\nFormanden orienterede om broen.\n\n2. Skuret\nBo Dal fortalte om tilbud.\n\n3. \
                Lys\nVi ses i juni.\n";
    assert_eq!(stage(told), Stage::Minutes);
    let asked = "Bestyrelsen, 4. maj 2021\n\n1. Broen\nFormanden orienterede i april om broen.\n\n2. Skuret\nSkal det males?\n\n3. \
                 Lys\nBo foreslår nye lamper.\n\n4. Evt.\n";
    assert_eq!(stage(asked), Stage::Agenda);
    let case = "Byrådet, 4. maj 2021\n\n1. Broen\n\nSagsfremstilling\n\nByrådet drøftede broen i april.\n\n2. Skuret\n\nSagsfremstilling\n\n\
                Udvalget besluttede i marts at vente.\n";
    assert_eq!(stage(case), Stage::Agenda);
}

#[test]
fn an_outcome_may_stand_right_behind_a_known_title() {
    let text = "Referat af møde 4. maj 2021\n\n1. Godkendelse af dagsorden Godkendt\n2. Godkendelse af referat Udskudt.\n3. Broen\nDen \
                skal males. Aftalt: Bo køber maling.\n";
    assert_eq!(items(text), ["1 Godkendelse af dagsorden", "2 Godkendelse af referat", "3 Broen"]);
    let outline = Outline::new(&document(text));
    let lines: Vec<u32> = outline.items.iter().flat_map(|item| &item.decisions).map(|own| own.line).collect();
    assert_eq!(lines, [3, 4, 6]);
}
