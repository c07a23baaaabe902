//! Forms of headings that few bodies have: letters for the kind of item, times, tables without numbers, signs of other ways of
//! writing.

use std::sync::Arc;

use rules::document::{Document, Engine};
use rules::outline::Outline;

/// The items of `text`, each as "number title".
fn items(text: &str) -> Vec<String> {
    let outline = Outline::new(&Document::new(Arc::new(Engine::default()), text.to_owned()));
    let shown = |item: &rules::outline::OutlineItem| {
        let number = item.number.as_deref().unwrap_or("-").to_owned();
        number + " " + item.title.as_deref().unwrap_or("-")
    };
    outline.items.iter().map(shown).collect()
}

const HEAD: &str = "Havnelauget\nReferat af møde den 4. marts 2026 kl. 19.00\n\n";

fn below_head(body: &str) -> Vec<String> {
    items(&format!("{HEAD}{body}"))
}

#[test]
fn the_first_heading_is_an_item_though_its_text_speaks_of_the_minutes() {
    for mark in ["## ", "**"] {
        let close = if mark == "**" { "**" } else { "" };
        let heading = |title: &str| format!("{mark}{title}{close}\n\n");
        let text = format!(
            "# Seniorrådet\n\nReferat, onsdag den 14. januar 2026 kl. 10\n\n{}Referatet er godkendt.\n\n{}Asta bestiller bus.\n\n{}Intet.\n",
            heading("Godkendelse af referat"),
            heading("Bustur"),
            heading("Eventuelt")
        );
        assert_eq!(items(&text), ["- Godkendelse af referat", "- Bustur", "- Eventuelt"], "{mark}");
    }
}

#[test]
fn words_before_a_number_may_be_glued() {
    for word in ["Pkt.nr.", "Punktnr.", "PKT.NR."] {
        let item = |number: u8, title: &str| format!("{word} {number}\n{title}\n\nBeslutning\nGodkendt.\n\n");
        let text = ["Budget", "Kajen", "Eventuelt"]
            .iter()
            .zip(11..)
            .map(|(title, n)| item(n, title))
            .collect::<String>();
        assert_eq!(below_head(&text), ["11 Budget", "12 Kajen", "13 Eventuelt"], "{word}");
    }
}

#[test]
fn letters_tell_the_kind_of_item() {
    assert_eq!(
        below_head("1 (O) Siden sidst\nIntet.\n\n2 (B) Kajen\nVedtaget.\n\n3 (O) Eventuelt\nIntet.\n").len(),
        3
    );
    for (one, two, three) in [("B1.", "B2.", "O1."), ("B1", "B2", "O1"), ("B.1", "B.2", "O.1")] {
        let body =
            format!("{one} Kajen\nGodkendt.\n\n{two} Broen\nGodkendt.\n\n{three} Nyt fra kontoret\nIntet.\n");
        let numbers = [one, two, three].map(|number| number.trim_end_matches('.').to_owned());
        let read: Vec<String> =
            below_head(&body).iter().map(|item| item.split(' ').next().unwrap_or("").to_owned()).collect();
        assert_eq!(read, numbers, "{body}");
    }
}

#[test]
fn a_product_code_is_no_item() {
    let body = "1. Indkøb\nVi køber:\nA4 Papir\nA5 Kort\nA6 Breve\n\n2. Eventuelt\nIntet.\n";
    assert_eq!(below_head(body), ["1 Indkøb", "2 Eventuelt"]);
}

#[test]
fn rows_of_a_table_may_lack_numbers_and_words() {
    assert_eq!(
        below_head(
            "| Punkt | Beslutning |\n|---|---|\n| Kajen | Godkendt |\n| Broen | Udsat |\n| Eventuelt | |\n"
        ),
        ["- Kajen", "- Broen", "- Eventuelt"]
    );
    assert_eq!(
        below_head("Dagsorden\tReferat\nVelkomst\tAlle var der.\nKajen\tGodkendt.\n"),
        ["- Velkomst", "- Kajen"]
    );
    assert_eq!(
        below_head(
            "| Punkt | Referat |\n|---|---|\n| 1. Velkomst | Hej. |\n| 2. Kajen | |\n| **3. Eventuelt** (Bo) | Intet. |\n"
        ),
        ["1 Velkomst", "2 Kajen", "3 Eventuelt"]
    );
    assert_eq!(below_head("1. Kajen\nDer er fem slags:\n\n| Emne | Pris |\n|---|---|\n| Tov | 4 |\n| Maling | 7 |\n\n2. Eventuelt\nIntet.\n").len(), 2);
}

#[test]
fn times_that_follow_on_each_other_are_items_with_one_known_title() {
    assert_eq!(
        below_head("19.00-19.20 Velkommen\n19.20-19.50 Maling af kajen\n19.50-20.00 Ny bro\n"),
        ["- Velkommen", "- Maling af kajen", "- Ny bro"]
    );
}

#[test]
fn signs_of_other_ways_of_writing_are_none_of_the_title() {
    let named = ["1 Velkomst", "2 Kajen", "3 Eventuelt"];
    for (open, close) in [("<u>", "</u>"), ("<b>", "</b><br>"), ("== ", " =="), ("> ", "")] {
        let heading = |title: &str| format!("{open}{title}{close}\n\nVi talte om det.\n\n");
        let body = heading("1. Velkomst") + &heading("2. Kajen") + &heading("3. Eventuelt");
        assert_eq!(below_head(&body), named, "{body}");
    }
    let keycaps = "1\u{fe0f}\u{20e3} Velkomst\nHej.\n\n2\u{fe0f}\u{20e3} Kajen\nDen males.\n\n3\u{fe0f}\u{20e3} Eventuelt\nIntet.\n";
    assert_eq!(below_head(keycaps), named);
}

#[test]
fn what_is_quoted_in_an_item_is_none() {
    let body = "1. Brev fra kommunen\n> 1. Velkomst\n> 2. Økonomi\n> 3. Eventuelt\n\n2. Kajen\nDen males.\n";
    assert_eq!(below_head(body), ["1 Brev fra kommunen", "2 Kajen"]);
}

#[test]
fn text_behind_a_title_may_be_broken() {
    let body =
        "1. Havnen. Kommunen betaler\n   halvdelen. Lauget besluttede at male kajen.\n2. Eventuelt. Intet.\n";
    assert_eq!(below_head(body), ["1 Havnen", "2 Eventuelt"]);
}

#[test]
fn an_account_with_blank_lines_is_a_list() {
    let body = "1. Tilskud\nDet fordeles således:\n1. Syd: 41.000 kr.\n\n2. Nord: 38.000 kr.\n\n3. Vest: 12.000 kr.\n\n2. Lokaler\nIntet nyt.\n\n3. \
                Eventuelt\nIntet.\n";
    assert_eq!(below_head(body), ["1 Tilskud", "2 Lokaler", "3 Eventuelt"]);
}

#[test]
fn a_numbered_list_of_people_is_no_agenda() {
    let agenda = "1. Kajen\nDen males i maj.\n\n2. Lys\nDer købes fire lamper.\n\n3. Eventuelt\nIntet.\n";
    let titles = ["1 Kajen", "2 Lys", "3 Eventuelt"];
    for people in [
        "Deltagere:\n\n1. Ida Krog\n2. Bo Holm\n3. Kaj von Toft\n",
        "Til stede:\n1) Ida Krog, formand\n2) Bo Holm, kasserer\n\nFraværende\n\n1) Kaj Toft\n",
        "Afbud:\n 1. Ida Krog (suppleant)\n 2. Bo Holm\n",
    ] {
        assert_eq!(below_head(&format!("{people}\n{agenda}")), titles, "{people}");
        assert_eq!(below_head(people), [] as [&str; 0], "{people}");
    }
    // The list of people is empty, and the agenda follows.
    assert_eq!(below_head(&format!("Deltagere:\n\n{agenda}")), titles);
}

#[test]
fn a_number_may_stand_apart_above_a_title_with_a_stop() {
    let body = "1.\n\nValg af dirigent.\n\nBo Holm blev valgt.\n\n2.\n\nForslag om en ny kran på kajen.\n\nIda Krog fortalte \
                om prisen.\n\n3.\n\nEventuelt.\n\nIntet.\n";
    for mark in [".", ")", ":"] {
        let body = ["1", "2", "3"]
            .iter()
            .fold(body.to_owned(), |body, n| body.replace(&format!("{n}.\n"), &format!("{n}{mark}\n")));
        let titles = ["1 Valg af dirigent.", "2 Forslag om en ny kran på kajen.", "3 Eventuelt."];
        assert_eq!(below_head(&body), titles, "{mark}");
    }
}

#[test]
fn usual_titles_may_begin_with_a_small_letter() {
    let body = "1 godkendelse af referat\n\nGodkendt.\n\n2 siden sidst\n\nIntet.\n\n3 økonomi\n\nDer er penge nok.\n\n4 \
                eventuelt\n\nIntet.\n";
    assert_eq!(below_head(body), ["1 godkendelse af referat", "2 siden sidst", "3 økonomi", "4 eventuelt"]);
    assert_eq!(below_head("1 dag om ugen\n\n2 nye både\n\n3 gamle både\n"), [] as [&str; 0]);
}

#[test]
fn a_number_may_have_two_signs() {
    for (mark, titles) in [
        (").", ["1 Kajen", "2 Lys", "3 Eventuelt"]),
        ("):", ["1 Kajen", "2 Lys", "3 Eventuelt"]),
        (".)", ["1 Kajen", "2 Lys", "3 Eventuelt"]),
    ] {
        let body = format!("1{mark} Kajen\nDen males.\n\n2{mark} Lys\nKøbes.\n\n3{mark} Eventuelt\nIntet.\n");
        assert_eq!(below_head(&body), titles, "{mark}");
    }
}

#[test]
fn parts_of_an_item_leave_its_title_alone() {
    for (first, second) in [("A.", "B."), ("A)", "B)"), ("A:", "B:")] {
        let body = format!(
            "1. Valg\n2. Kajen\n  2.{first} Maling\n  2.{second} Lys\n3. Aftaler\n  3.{first} Vagter\n4. Eventuelt\n"
        );
        assert_eq!(below_head(&body), ["1 Valg", "2 Kajen", "3 Aftaler", "4 Eventuelt"], "{first}");
    }
}

#[test]
fn a_title_ends_at_its_colon_where_sentences_follow() {
    let body = "1. Siden sidst: Bo Holm vil gerne hjælpe på kajen. Der er to\nlamper i stykker.\n2. Kommende ture: Se kalenderen. \
                Ida\nlaver en liste.\n3. Telt: 2 telte blev vist, og det ene købes.\n4. Eventuelt\n";
    assert_eq!(below_head(body), ["1 Siden sidst", "2 Kommende ture", "3 Telt", "4 Eventuelt"]);
    let body = "1. Orientering\n2. Pladsen: Nyt rør ved Skt. Hans Gade\n3. Eventuelt\n";
    assert_eq!(below_head(body)[1], "2 Pladsen: Nyt rør ved Skt. Hans Gade");
}

#[test]
fn the_last_item_may_lack_a_stop_as_the_first_does() {
    let body = "1 Klubbens penge\nDer er nok.\n\n2. Ture\nVi sejler i maj.\n\n3. Præmier\nDe er købt.\n\n4 Billeder\nDe hænges op.\n";
    assert_eq!(below_head(body), ["1 Klubbens penge", "2 Ture", "3 Præmier", "4 Billeder"]);
}

#[test]
fn points_below_titles_with_a_colon_are_none() {
    let body = "· Nyt fra formanden:\n- Der er købt en ny båd\n- Møde med kredsen er holdt\n· Nyt fra kassereren:\n- Overskud i år\n· Eventuelt:\n- Intet\n";
    assert_eq!(below_head(body), ["- Nyt fra formanden", "- Nyt fra kassereren", "- Eventuelt"]);
}

#[test]
fn people_behind_a_label_are_no_body() {
    for people in ["Til stede: Ida, Bo & Kaj", "Deltagere: Ida, Bo & Kaj", "Fremmødte: Bo & Kaj"] {
        let text = format!(
            "Referat bestyrelsesmøde 7. august 2012 {people}\n\n1. Kajen\nDen males.\n\n2. Lys\nKøbes.\n"
        );
        let outline = Outline::new(&Document::new(Arc::new(Engine::default()), text));
        assert_eq!(outline.committee, None, "{people}");
    }
}

#[test]
fn a_sentence_below_ad_takes_no_place_of_the_title_in_the_agenda() {
    let agenda = "Dagsorden\n 1. Valg af dirigent\n 2. Beretning\n 3. Eventuelt\n\n";
    for said in [
        "Ida Krog, Kajvej 17 blev valgt til dirigent",
        "Bo Holm blev foreslået og valgt",
        "Kaj Toft fra Nordby var dirigent",
    ] {
        let body = format!(
            "{agenda}Ad 1\n\n{said}\n\nAd 2\n\nBeretning:\n\nDer er sejlet meget.\n\nBeretningen blev godkendt.\n"
        );
        assert_eq!(below_head(&body), ["1 Valg af dirigent", "2 Beretning"], "{said}");
    }
}

#[test]
fn the_day_may_stand_below_a_list_of_people() {
    for people in [
        "Deltagere:\n\nIda Krog – formand\n\nBo Holm",
        "Afbud:\n\nBo Holm",
        "Til stede:\n\nIda Krog\n\nSuppleanter:\n\nBo Holm",
    ] {
        let text = format!(
            "Bestyrelsesmøde i Kajen\n\n{people}\n\nReferat af bestyrelsesmøde onsdag den 6. maj 2020\n\n1. Kajen\n\nDen males.\n\n2. Lys\n\nKøbes.\n"
        );
        let outline = Outline::new(&Document::new(Arc::new(Engine::default()), text));
        assert_eq!(outline.date.map(|day| day.to_string()).as_deref(), Some("2020-05-06"), "{people}");
    }
}
