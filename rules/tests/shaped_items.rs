//! Items that the shape of a document tells where numbers are seldom ones or none, and what looks like them and is none.

mod outlined;

use outlined::{document, items};
use rules::outline::Outline;

fn outline(text: &str) -> Outline {
    Outline::new(&document(text))
}

const HEAD: &str = "Havnelauget\nReferat af møde den 4. marts 2026 kl. 19.00\n\n";

fn below_head(body: &str) -> Vec<String> {
    items(&format!("{HEAD}{body}"))
}

#[test]
fn few_words_that_a_stop_ends_are_titles_above_their_text() {
    for (one, last) in
        [("Bankospil.", "Eventuelt."), ("Ny boring.", "Næste møde."), ("Kranen.", "Kontingent.")]
    {
        let body = format!(
            "{one}\nVi holder den igen til maj.\n\nBroen.\nDer er råd i tre pæle.\n\nØkonomi.\nDer er penge i kassen.\n\n{last}\nDen 4. juni hos Bo.\n"
        );
        let right = [one, "Broen.", "Økonomi.", last].map(|title| format!("- {title}"));
        assert_eq!(below_head(&body), right);
    }
}

#[test]
fn a_number_alone_may_stand_above_a_title_with_a_stop() {
    for numbers in [["1.", "2.", "3."], ["1)", "2)", "3)"], ["7.", "8.", "9."]] {
        let [one, two, three] = numbers;
        let body = format!(
            "{one}\nSidste referat.\nGodkendt.\n\n{two}\nNye sejl.\nBo får to tilbud hjem.\n\n{three}\nEventuelt.\nIntet.\n"
        );
        let number = |sign: &str| sign.trim_end_matches(['.', ')']).to_owned();
        let title = |sign: &str, title: &str| format!("{} {title}", number(sign));
        let right = [title(one, "Sidste referat."), title(two, "Nye sejl."), title(three, "Eventuelt.")];
        assert_eq!(below_head(&body), right);
    }
}

#[test]
fn numbers_of_seldom_kinds_count_items() {
    for numbers in [
        ["Sag 25-041", "Sag 25-042", "Sag 25-043"],
        ["25-041", "25-042", "25-043"],
        ["3/1", "3/2", "3/3"],
        ["12/1", "12/2", "12/3"],
        ["i.", "ii.", "iii."],
        ["i)", "ii)", "iii)"],
        ["A  ", "B  ", "C  "],
        ["Pkt. 5.1 –", "Pkt. 5.2 –", "Pkt. 5.3 –"],
        ["Re. 1:", "Re. 2:", "Re. 3:"],
    ] {
        let item = |number: &str, title: &str| format!("{number} {title}\nBo tog sig af det.\n\n");
        let body = item(numbers[0], "Kajen") + &item(numbers[1], "Broen") + &item(numbers[2], "Eventuelt");
        let bare = |number: &str| {
            let bare =
                number.trim_start_matches("Sag ").trim_start_matches("Pkt. ").trim_start_matches("Re. ");
            bare.trim_end_matches(['.', ')', ' ', '–', ':']).to_owned()
        };
        let right = ["Kajen", "Broen", "Eventuelt"].iter().zip(numbers);
        let right: Vec<String> = right.map(|(title, number)| format!("{} {title}", bare(number))).collect();
        assert_eq!(below_head(&body), right, "{body}");
    }
}

#[test]
fn of_four_is_told_from_of_the_fourth_meeting() {
    let body = "1/3 Kajen\nMalet.\n\n2/3 Broen\nMalet.\n\n3/3 Eventuelt\nIntet.\n";
    assert_eq!(below_head(body), ["1 Kajen", "2 Broen", "3 Eventuelt"]);
    let rows: String = (1..=5).map(|n| format!("4/{n} Emne nummer {n}\nBo tog sig af det.\n\n")).collect();
    let numbers: Vec<String> =
        below_head(&rows).iter().map(|item| item.split(' ').next().unwrap_or("").to_owned()).collect();
    assert_eq!(numbers, ["4/1", "4/2", "4/3", "4/4", "4/5"]);
}

#[test]
fn the_ninth_letter_is_no_roman_number() {
    let rows: String =
        ('a'..='k').map(|letter| format!("{letter}) Emne om {letter}x\nBo ser på det.\n\n")).collect();
    assert_eq!(below_head(&rows).len(), 11);
}

#[test]
fn numbers_begin_again_below_the_parts_of_an_agenda() {
    for [one, two] in [
        ["DEL I – FORMALIA", "DEL II – VALG"],
        ["Afsnit 1: Indledning", "Afsnit 2: Valg"],
        ["Blok A", "Blok B"],
    ] {
        let body = format!(
            "{one}\n\n1. Valg af dirigent\nBo blev valgt.\n\n2. Indvarsling\nDen var rettidig.\n\n{two}\n\n1. Formand\nEva fortsætter.\n\n2. Kasserer\nIb fortsætter.\n"
        );
        assert_eq!(below_head(&body), ["1 Valg af dirigent", "2 Indvarsling", "1 Formand", "2 Kasserer"]);
    }
}

const AGENDA: &str = "Havnelauget\nDagsorden til møde den 4. marts 2026\n\n";

#[test]
fn all_lines_below_the_word_may_be_the_agenda() {
    for (before, between) in [("", "\n"), ("", "\n\n"), ("o ", "\n"), ("* ", "\n")] {
        let rows = ["Velkomst", "Økonomi", "Ny bro", "Eventuelt"].map(|title| format!("{before}{title}"));
        let text = format!("{AGENDA}{}\n", rows.join(between));
        assert_eq!(items(&text), ["- Velkomst", "- Økonomi", "- Ny bro", "- Eventuelt"], "{text}");
    }
    let small = format!("{AGENDA}- nyt fra formanden\n- fest\n- eventuelt\n");
    assert_eq!(items(&small), ["- nyt fra formanden", "- fest", "- eventuelt"]);
    let greeting = "Havnelauget\nMøde 4. marts 2026\n\nDagsorden:\nVelkomst\nNy bro\nEventuelt\n\nVel mødt\n";
    assert_eq!(items(greeting), ["- Velkomst", "- Ny bro", "- Eventuelt"]);
}

#[test]
fn a_table_of_contents_has_no_items() {
    for leaders in [".............. ", " . . . . . . . ", "____________ "] {
        let row = |number: u8, title: &str| format!("{number}. {title}{leaders}{number}\n");
        let rows = row(4, "Godkendelse af dagsorden") + &row(5, "Ny bro") + &row(6, "Eventuelt");
        assert_eq!(
            items(&format!("{AGENDA}Indholdsfortegnelse\n\n{rows}")),
            Vec::<String>::new(),
            "{leaders}"
        );
        let told = "4. Godkendelse af dagsorden\nIntet.\n\n5. Ny bro\nMalet.\n\n6. Eventuelt\nIntet.\n";
        let read = document(&format!("{AGENDA}{rows}\n{told}"));
        assert_eq!(Outline::new(&read).items.iter().map(|item| item.line).collect::<Vec<_>>(), [8, 11, 14]);
    }
}

#[test]
fn small_bullets_with_text_below_are_items() {
    let body = "- økonomi\nDer er 12.000 kr. i kassen.\n\n- turnering\nVi melder to hold til.\n\n- eventuelt\nNy lås.\n";
    assert_eq!(below_head(body), ["- økonomi", "- turnering", "- eventuelt"]);
    let words = "1. Økonomi\nDer er tre ting:\n- budget\n- regnskab\n- gæld\n\n2. Eventuelt\nIntet.\n";
    assert_eq!(below_head(words), ["1 Økonomi", "2 Eventuelt"]);
}

#[test]
fn each_paragraph_may_begin_with_its_title() {
    let body = "Cykelskur\nSkuret er fyldt. Vi rydder op.\n\nVaskekælder\nMaskine 2 er i stykker.\n\nNabohjælp\nSkilte er sat op.\n";
    assert_eq!(below_head(body), ["- Cykelskur", "- Vaskekælder", "- Nabohjælp"]);
    let long = format!("{body}Det gik hurtigt.\n\nVi takker Bo for hjælpen.\n\nMed venlig hilsen\nBo Dal\n");
    assert_eq!(below_head(&long), ["- Cykelskur", "- Vaskekælder", "- Nabohjælp"]);
    let run_in = "Vedr. stenene: Ove spørger provsten.\nVedr. hækken mod vest: klippes i uge 36.\nVedr. skuret: taget er utæt.\n";
    assert_eq!(below_head(run_in), ["- Vedr. stenene", "- Vedr. hækken mod vest", "- Vedr. skuret"]);
}

#[test]
fn a_letter_and_a_list_of_posts_have_no_items() {
    let letter = "Kære Bo\nTak for sidst.\n\nTaget\nDet er tæt igen.\n\nSkuret\nDet er malet.\n\nHaven\nDen er slået.\n";
    assert_eq!(items(letter), Vec::<String>::new());
    let posts = "Formand: Bo Dal\nKasserer: Eva Lund\nSuppleant: Ib Friis\n";
    assert_eq!(below_head(posts), Vec::<String>::new());
}

#[test]
fn times_stand_before_titles_with_and_without_a_word() {
    for body in [
        "17.00 Velkomst\n17.15 Regnskab\n17.40 Kostpolitik\n18.50 Eventuelt\n",
        "- 17.00 Velkomst\n- 17.15 Regnskab\n- 17.40 Kostpolitik\n- 18.50 Eventuelt\n",
        "- **17.00** Velkomst\n- **17.15** Regnskab\n- **17.40** Kostpolitik\n- **18.50** Eventuelt\n",
    ] {
        let right = ["- Velkomst", "- Regnskab", "- Kostpolitik", "- Eventuelt"];
        assert_eq!(items(&format!("{AGENDA}{body}")), right, "{body}");
    }
    let parts = "4.10 Velkomst\nBo kom.\n\n4.11 Broen\nMalet.\n\n4.12 Eventuelt\nIntet.\n";
    assert_eq!(below_head(parts), ["4.10 Velkomst", "4.11 Broen", "4.12 Eventuelt"]);
}

#[test]
fn columns_beside_a_title_are_no_part_of_it() {
    for column in ["kl. 16.00", "16.00-16.15", "20 min   O", "-", "Formanden"] {
        let row = |n: u8, title: &str| format!("{n}.   {title}                 {column}\n");
        let body = row(1, "Velkomst") + &row(2, "Ny bro") + &row(3, "Eventuelt");
        assert_eq!(items(&format!("{AGENDA}{body}")), ["1 Velkomst", "2 Ny bro", "3 Eventuelt"], "{column}");
    }
    let timed = "1     16.00   Velkomst\n2     16.10   Ny bro\n3     16.40   Eventuelt\n";
    assert_eq!(items(&format!("{AGENDA}{timed}")), ["1 Velkomst", "2 Ny bro", "3 Eventuelt"]);
    let hours = "| kl. 12 | 1 | Velkomst |\n| kl. 12.15 | 2 | Ny bro |\n| kl. 13 | 3 | Eventuelt |\n";
    assert_eq!(items(&format!("{AGENDA}{hours}")), ["1 Velkomst", "2 Ny bro", "3 Eventuelt"]);
}

#[test]
fn a_mark_with_its_sign_is_no_part_of_a_title() {
    let body =
        "1 - Åben - Broen\nMalet.\n\n2 - Lukket - Køb af grund\nDrøftet.\n\n3. Lukket: Løn\nDrøftet.\n";
    let read = outline(&format!("{HEAD}{}", body.replace("3. ", "3 - ")));
    let titles: Vec<&str> = read.items.iter().filter_map(|item| item.title.as_deref()).collect();
    assert_eq!(titles, ["Broen", "Køb af grund", "Løn"]);
    assert_eq!(read.items.iter().map(|item| item.closed).collect::<Vec<_>>(), [false, true, true]);
    assert_eq!(
        below_head("1. Åben skole\nIntet.\n\n2. Lukket vej: nye tider\nIntet.\n"),
        ["1 Åben skole", "2 Lukket vej: nye tider"]
    );
}

#[test]
fn an_item_that_came_later_may_have_no_number() {
    for label in ["Ekstra punkt: ", "Nyt punkt – ", "Tilføjet punkt: "] {
        let body = format!(
            "Punkt 1. Økonomi\nKassen er fin.\n\n{label}Nøgler\nAlle får en.\n\nPunkt 2. Fest\nDen 4. juni.\n"
        );
        assert_eq!(below_head(&body), ["1 Økonomi", "- Nøgler", "2 Fest"], "{label}");
    }
}

#[test]
fn the_title_of_the_document_is_no_item() {
    for title in [
        "# Dagsorden til bestyrelsesmøde den 6. oktober 2026",
        "## Dagsorden, bestyrelsesmøde 6. oktober 2026",
        "**Dagsorden til bestyrelsesmøde den 6. oktober 2026**",
    ] {
        let text = format!("{title}\n\n- Velkomst\n- Kostpolitik\n- Eventuelt\n");
        assert_eq!(items(&text), ["- Velkomst", "- Kostpolitik", "- Eventuelt"], "{title}");
    }
    let bold = "**Lokalrådet for Rude – møde 2. september 2025**\n\n**Byfesten**\n\nGav et overskud.\n\n**Eventuelt**\n\nIntet.\n";
    assert_eq!(items(bold), ["- Byfesten", "- Eventuelt"]);
    let lines = "__Bro__\nDer er råd i tre pæle.\n\n__Kran__\nKranen er synet.\n\n__Fest__\nDen 4. juni.\n";
    assert_eq!(below_head(lines), ["- Bro", "- Kran", "- Fest"]);
}

#[test]
fn what_belongs_to_an_item_does_not_go_on_with_its_title() {
    for below in ["Bilag 1", "Bilag: Brev"] {
        let body = format!(
            "Sag nr. 1   Godkendelse af referat fra bestyrelsesmøde nr. 3/2026\n            {below}\n\nSag nr. 2   Regnskab\n            Bo gennemgår tallene.\n"
        );
        assert_eq!(
            items(&format!("{AGENDA}{body}")),
            ["1 Godkendelse af referat fra bestyrelsesmøde nr. 3/2026", "2 Regnskab"]
        );
    }
}

#[test]
fn days_of_a_calendar_are_no_items() {
    for days in
        ["12/1 Nytårskur\n12/2 Fastelavn\n12/3 Havnefest\n", "3/4 Havnefest\n3/5 Sejltur\n3/6 Grillaften\n"]
    {
        assert_eq!(
            below_head(&format!("1. Årets fester\n{days}\n2. Eventuelt\nIntet.\n")),
            ["1 Årets fester", "2 Eventuelt"]
        );
    }
    assert_eq!(
        below_head("Vi mødes sådan:\n3/4 Havnefest\n3/5 Sejltur\n3/6 Grillaften\n"),
        Vec::<String>::new()
    );
}

#[test]
fn cases_for_a_closed_meeting_head_a_closed_part() {
    for part in [
        "Sager til behandling i lukket møde:",
        "Punkter på lukket møde",
        "Sager til behandling for lukkede døre",
    ] {
        let text = format!(
            "Byrådet\nDagsorden den 27. januar 2026\n\n1. Godkendelse af dagsorden\n2. Valg\n\n{part}\n\n3. Ejendomssalg\nBroen udbydes.\n"
        );
        let closed: Vec<bool> = outline(&text).items.iter().map(|item| item.closed).collect();
        assert_eq!(closed, [false, false, true], "{part}");
    }
}
