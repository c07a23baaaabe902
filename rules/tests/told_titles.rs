//! Titles that only the text below them shows: bullets and lines of any words, numbers and groups known by their company.

mod outlined;

use outlined::items;

const HEAD: &str = "Havnelauget\nBestyrelsesmøde den 4. marts 2026\n\n";

fn below_head(body: &str) -> Vec<String> {
    items(&format!("{HEAD}{body}"))
}

#[test]
fn bullets_above_their_text_are_titles_whatever_their_words() {
    for sign in ["•", "-", "–", "*", "▪"] {
        for (text, next) in [("  Der kom", "  til foråret"), ("Der kom", "til foråret")] {
            let body = format!(
                "{sign} Nye pæle\n{text} to tilbud, og vi venter\n{next}.\n{sign} Tyveri fra skuret\n{text} ingen svar.\n{sign} \
                 Gæstepladser\n{text} tolv både i juli.\n"
            );
            assert_eq!(below_head(&body), ["- Nye pæle", "- Tyveri fra skuret", "- Gæstepladser"], "{body}");
        }
    }
}

#[test]
fn points_of_another_look_lie_in_the_item() {
    let body = "– Nye pæle\n\nDer kom to tilbud.\n- det ene er dyrt\n- det andet er sent\n\n– Tyveri fra skuret\n\nPolitiet kom ikke.\n\n– \
                Gæstepladser\n\nDer var tolv både.\n";
    assert_eq!(below_head(body), ["- Nye pæle", "- Tyveri fra skuret", "- Gæstepladser"]);
}

#[test]
fn bullets_may_have_their_text_behind_a_colon() {
    let body = "- Økonomi: Der er 900 kr. i kassen.\n- Nye pæle: Bo henter et tilbud.\n- Skuret: Låsen er skiftet.\n";
    assert_eq!(below_head(body), ["- Økonomi", "- Nye pæle", "- Skuret"]);
    let tasks = "- Bo: køber maling\n- Ida: ringer til kommunen\n- Per: rydder skuret\n";
    assert!(below_head(tasks).is_empty());
}

#[test]
fn bullets_that_tell_are_no_titles() {
    for body in [
        "- Der kom to tilbud på pæle.\n- Politiet har været her.\n- Skuret er malet.\n",
        "- Bo Dal\n- Ida Krag\n- Per Holm\n\nVi talte om pæle og skure.\n",
        "Til stede:\n- Bo Dal\n- Ida Krag\n- Per Holm\n",
    ] {
        assert!(below_head(body).is_empty(), "{body}");
    }
    let list = "1. Nye pæle\nTilbuddene:\n- Fjord Anlæg\n  Det er dyrt.\n- Bro og Bolværk\n  Det er sent.\n- Havneservice\n  Det er \
                godt.\n\n2. Skuret\nDet er malet.\n";
    assert_eq!(below_head(list), ["1 Nye pæle", "2 Skuret"]);
}

#[test]
fn lines_above_their_paragraphs_are_titles() {
    for gap in ["\n", "\n\n", "\n    "] {
        let body = format!(
            "Nye pæle{gap}Der kom to tilbud, og vi venter\ntil foråret.\n\nTyveri fra skuret{gap}Politiet har ikke svaret.\n\n\
             Gæstepladser{gap}Der var tolv både i juli.\n"
        );
        assert_eq!(below_head(&body), ["- Nye pæle", "- Tyveri fra skuret", "- Gæstepladser"], "{body}");
    }
    let letter =
        "Kære nabo\n\nVi har fået nye pæle ved broen.\n\nGod sommer\n\nHilsen Bo og Ida.\n\nHusk nøglen.\n";
    assert!(items(letter).is_empty());
}

#[test]
fn the_word_for_the_agenda_says_what_is_below_it() {
    for word in ["Dagsorden", "Dagsorden:", "DAGSORDEN", "Forslag til dagsorden:"] {
        for sign in ["", "- ", "• "] {
            let body = format!("{word}\n{sign}Nye pæle\n{sign}Tyveri fra skuret\n{sign}Gæstepladser\n");
            assert_eq!(below_head(&body), ["- Nye pæle", "- Tyveri fra skuret", "- Gæstepladser"], "{body}");
        }
    }
    for word in ["Referat", "Punkter til næste gang", "Oversigt over pladser"] {
        assert!(below_head(&format!("{word}\n- Plads 4\n- Plads 9\n- Plads 12\n")).is_empty(), "{word}");
    }
}

#[test]
fn letters_and_roman_numbers_head_groups_whose_numbers_begin_again() {
    for (one, two) in
        [("I. Formalia", "II. Drift"), ("A. Formalia", "B. Drift"), ("I: Formalia", "II: Drift")]
    {
        let body = format!(
            "{one}\n\n1. Valg af referent\nIda skriver.\n\n2. Sidste referat\nIngen bemærkninger.\n\n{two}\n\n1. Nye pæle\nVi \
             venter.\n\n2. Skuret\nDet males.\n"
        );
        assert_eq!(
            below_head(&body),
            ["1 Valg af referent", "2 Sidste referat", "1 Nye pæle", "2 Skuret"],
            "{one}"
        );
    }
    // These are items with lists in them.
    let body = "A. Nye pæle\nVi hørte tre firmaer:\n1. Fjord Anlæg\n2. Bro og Bolværk\n\nB. Skuret\nDet males af:\n1. Bo\n2. Ida\n\n\
                C. Eventuelt\nIntet.\n";
    assert_eq!(below_head(body), ["A Nye pæle", "B Skuret", "C Eventuelt"]);
}

#[test]
fn where_one_line_heads_a_group_others_like_it_do() {
    let body = "Beslutningspunkter\n\n1. Nye pæle\nVi venter.\n\n2. Skuret\nDet males.\n\nDrøftelse\n\n1. Gæstepladser\nDer er for \
                få.\n\n2. Eventuelt\nIntet.\n";
    assert_eq!(below_head(body), ["1 Nye pæle", "2 Skuret", "1 Gæstepladser", "2 Eventuelt"]);
}

#[test]
fn a_paragraph_sign_may_stand_above_its_title() {
    let body = "§ 33.\nValg af formand\n\nIda blev valgt.\n\n§ 34.\nNye pæle\n\nVi venter.\n\n§ 35.\nNæste møde\n\n1. april.\n";
    assert_eq!(below_head(body), ["33 Valg af formand", "34 Nye pæle", "35 Næste møde"]);
}

#[test]
fn a_short_title_may_stand_behind_a_bold_number() {
    let body = "**1** Pæle\n\nVi venter.\n\n**2** APV\n\nDen er sendt.\n\n**3** Evt.\n\nIntet.\n";
    assert_eq!(below_head(body), ["1 Pæle", "2 APV", "3 Evt."]);
}

#[test]
fn what_stands_behind_the_last_title_is_its_text() {
    let body =
        "1. Økonomi. Der er 900 kr. i kassen.\n2. Pæle. Vi venter til foråret.\n3. Evt. Intet at bemærke.\n";
    assert_eq!(below_head(body), ["1 Økonomi", "2 Pæle", "3 Evt."]);
}

#[test]
fn titles_in_italics_may_have_their_text_behind_them() {
    for [begin, end] in [["*", "*:"], ["_", "_:"], ["*", ":*"]] {
        let row = |title: &str, told: &str| format!("{begin}{title}{end} {told}\n\n");
        let body = row("Siden sidst", "Bo har søgt en pulje.")
            + &row("Pæle", "Vi venter.")
            + &row("Økonomi", "Der er penge.");
        assert_eq!(below_head(&body), ["- Siden sidst", "- Pæle", "- Økonomi"], "{body}");
    }
}

#[test]
fn times_of_an_evening_count_items() {
    let body = "17.15 Velkomst\nIda bød velkommen.\n\n17.30 Regnskab\nTallene blev vist.\n\n18.45 Pæle\nVi venter.\n";
    assert_eq!(below_head(body), ["- Velkomst", "- Regnskab", "- Pæle"]);
    let parts = "17.10 Velkomst\nIda bød velkommen.\n\n17.11 Regnskab\nTallene blev vist.\n\n17.12 Pæle\nVi venter.\n";
    assert_eq!(below_head(parts), ["17.10 Velkomst", "17.11 Regnskab", "17.12 Pæle"]);
}

#[test]
fn text_may_stand_right_behind_the_stop_of_a_known_title() {
    let body = "1.Godkendelse af dagsorden.OK.\n2.Valg af dirigent.Ida blev valgt.\n3.Pæle. Vi venter til maj.\n4.Evt.\n";
    assert_eq!(below_head(body), ["1 Godkendelse af dagsorden", "2 Valg af dirigent", "3 Pæle", "4 Evt."]);
    let body =
        "1. Økonomi\nDer er penge.\n\n2. Medlemmer på Havnenet.Dk\nDer er 40.\n\n3. Eventuelt\nIntet.\n";
    assert_eq!(below_head(body), ["1 Økonomi", "2 Medlemmer på Havnenet.Dk", "3 Eventuelt"]);
}

#[test]
fn small_letters_behind_a_number_are_a_title_where_that_number_is_missing() {
    for (first, last) in [("Siden sidst", "Eventuelt"), ("siden sidst", "eventuelt")] {
        let body = format!(
            "1 {first}\nIda har været til møde.\n\n2 besøg på broen\nDet flyttes.\n\n3 {last}\nIntet.\n"
        );
        assert_eq!(below_head(&body), [&format!("1 {first}"), "2 besøg på broen", &format!("3 {last}")]);
    }
    // What is counted is no title.
    let body =
        "1 Siden sidst\nDer er kommet:\n\n2 nye borde\n\n2 Økonomi\nDer er penge.\n\n3 Eventuelt\nIntet.\n";
    assert_eq!(below_head(body), ["1 Siden sidst", "2 Økonomi", "3 Eventuelt"]);
}

#[test]
fn a_title_in_capitals_may_go_on_in_capitals() {
    for (one, two) in [
        ("1. VEDLIGEHOLDELSE AF STIER OG BROER", "I DEN ØSTLIGE DEL"),
        ("1. OPFØLGNING PÅ HANDLEPLANEN FOR", "PÆLE OG BROER"),
        ("§ 1.\nLÆKAGE PÅ KAJEN OG", "BROEN"),
    ] {
        let next = if one.starts_with('§') { "§ 2.\n" } else { "2. " };
        let body = format!("{one}\n{two}\nVi venter.\n\n{next}EVENTUELT\nIntet.\n");
        let first =
            one.split_once([' ', '\n']).map(|(_, title)| title.trim_start_matches("1.\n")).unwrap_or("");
        assert_eq!(below_head(&body), [format!("1 {first} {two}"), "2 EVENTUELT".to_owned()], "{body}");
    }
    let body = "1. EVENTUELT\nINTET\n\n2. KAJEN\nMALES\n";
    assert_eq!(below_head(body), ["1 EVENTUELT", "2 KAJEN"]);
}

#[test]
fn an_item_that_came_later_may_have_a_letter() {
    let body = "1. Pæle\n\nBeslutning\nGodkendt.\n\n2. Broen\n\nBeslutning\nUdsat.\n\nTillægspunkt C (lukket): Løn\n\nBeslutning\nGodkendt.\n";
    assert_eq!(below_head(body), ["1 Pæle", "2 Broen", "C Løn"]);
}

#[test]
fn two_numbers_of_a_year_count_items_where_each_is_above_its_section() {
    let body =
        "1/26 Godkendelse af dagsorden\n\nBeslutning\nGodkendt.\n\n2/26 Ny bro\n\nBeslutning\nUdsat.\n";
    assert_eq!(below_head(body), ["1/26 Godkendelse af dagsorden", "2/26 Ny bro"]);
}

#[test]
fn a_title_stands_above_the_same_section_once_more() {
    let body = "Nye pæle\n\nSagsfremstilling\nDe gamle er rådne.\n\nIndstilling\nDet indstilles, at de skiftes.\n\nBroens lys\n\n\
                Sagsfremstilling\nDer er mørkt.\n\nIndstilling\nDet indstilles, at lyset tændes.\n";
    assert_eq!(below_head(body), ["- Nye pæle", "- Broens lys"]);
}

#[test]
fn the_day_of_the_week_may_begin_a_title() {
    let body = "Dagsorden:\nCykelkælderen\nFredagsbar\nStøj fra 3. sal\n";
    assert_eq!(below_head(body), ["- Cykelkælderen", "- Fredagsbar", "- Støj fra 3. sal"]);
}

#[test]
fn signs_of_quotation_before_a_blank_are_bullets() {
    for sign in [">>", "»"] {
        let body = format!(
            "{sign} Nye pæle\nVi venter.\n\n{sign} Broens lys\nDet er tændt.\n\n{sign} Eventuelt\nIntet.\n"
        );
        assert_eq!(below_head(&body), ["- Nye pæle", "- Broens lys", "- Eventuelt"]);
    }
}

#[test]
fn titles_may_stand_above_lists_and_end_in_a_colon_or_a_question() {
    for (sign, text) in [
        ("", "- de gamle er rådne\n- nye koster 900 kr."),
        (":", "De gamle er rådne."),
        ("?", "De gamle er rådne."),
    ] {
        let body = format!("Pæle{sign}\n{text}\n\nBroens lys{sign}\n{text}\n\nVagter{sign}\n{text}\n");
        let end = if sign == "?" { sign } else { "" };
        let right = ["Pæle", "Broens lys", "Vagter"].map(|title| format!("- {title}{end}"));
        assert_eq!(below_head(&body), right, "{body}");
    }
}

#[test]
fn bullets_in_bold_may_have_their_text_behind_them() {
    let body = "- **Pæle:** De gamle er rådne.\n- **Lys:** Det er tændt.\n- **Vagter:** Bo skriver listen.\n";
    assert_eq!(below_head(body), ["- Pæle", "- Lys", "- Vagter"]);
}

#[test]
fn bullets_of_an_agenda_come_again_as_items() {
    let body = "Dagsorden\n- Pæle\n- Lys\n- Vagter\n\nReferat\n\n- Pæle\nDe er rådne.\n- Lys\nDet er tændt.\n- Vagter\nBo skriver \
                listen.\n";
    let text = format!("{HEAD}{body}");
    assert_eq!(items(&text), ["- Pæle", "- Lys", "- Vagter"]);
}

#[test]
fn the_title_of_an_agenda_says_what_its_bullets_are() {
    for sign in ["o", "-", "•"] {
        let text = format!(
            "Dagsorden for møde i festudvalget den 4. marts 2026\n\n{sign} Musik\n{sign} Mad\n{sign} Vagter\n"
        );
        assert_eq!(items(&text), ["- Musik", "- Mad", "- Vagter"], "{sign}");
    }
}

#[test]
fn a_section_may_head_a_group_where_others_do() {
    let body = "Orienteringer\n\n1. Nyt fra havnen\nIda fortalte.\n\n2. Status på broen\nDen er færdig.\n\nBeslutninger\n\n1. Nye \
                pæle\nGodkendt.\n\n2. Salg af kran\nUdsat.\n";
    assert_eq!(below_head(body), ["1 Nyt fra havnen", "2 Status på broen", "1 Nye pæle", "2 Salg af kran"]);
    // Here the answers are numbered.
    let body = "Beslutningssager\n\n1. Nye pæle\n\nBeslutning\n\n1. Godkendt.\n\n2. Udsat.\n\n2. Kran\n\nBeslutning\n\n1. Godkendt.\n";
    assert_eq!(below_head(body), ["1 Nye pæle", "2 Kran"]);
}

#[test]
fn the_last_letter_is_that_of_an_item_where_the_others_head_groups() {
    for second in ["1. Nyt fra formanden", "2. Nyt fra formanden"] {
        let body = format!(
            "A. Sager til drøftelse\n\n1. Nye pæle\nVi venter.\n\nB. Sager til orientering\n\n{second}\nIda fortalte.\n\nC. Eventuelt\n\n\
             Intet.\n"
        );
        assert_eq!(
            below_head(&body),
            ["1 Nye pæle", &second.replacen(". ", " ", 1), "C Eventuelt"],
            "{second}"
        );
    }
    let body = "1. Nye pæle\nVi venter.\n\n2. Næste møde\nPå dagsordenen:\n\nA. Lys\n\nB. Eventuelt\n";
    assert_eq!(below_head(body), ["1 Nye pæle", "2 Næste møde"]);
}

#[test]
fn two_numbers_may_stand_alone_above_their_titles() {
    let body = "1\nBump på Åvej\n\nSagsfremstilling\nDer køres stærkt.\n\nBeslutning\nAfslag.\n\n2\nSalt\n\nSagsfremstilling\nDer \
                mangler salt.\n\nBeslutning\nGodkendt.\n";
    assert_eq!(below_head(body), ["1 Bump på Åvej", "2 Salt"]);
}
