//! The headings of items in layouts of many bodies: what is found is the number and the title of each.

use std::sync::Arc;

use rules::document::{Document, Engine};
use rules::outline::Outline;

/// The items of `text`, each as "number title".
fn items(text: &str) -> Vec<String> {
    let document = Document::new(Arc::new(Engine::default()), text.to_owned());
    let items = Outline::new(&document).items;
    let number = |number: Option<&str>| number.unwrap_or("-").to_owned();
    let title = |title: Option<&str>| title.unwrap_or("-").to_owned();
    items.iter().map(|item| number(item.number.as_deref()) + " " + &title(item.title.as_deref())).collect()
}

#[test]
fn a_colon_at_the_end_costs_no_item() {
    let text = "Generalforsamling i bådelauget\n\n1) Valg af dirigent\n   Som dirigent blev valgt Pia Lund.\n\n\
                2) Fastsættelse af kontingent:\n   Det er uændret.\n\n3) Eventuelt\n   - Broen males.\n";
    assert_eq!(items(text), ["1 Valg af dirigent", "2 Fastsættelse af kontingent", "3 Eventuelt"]);
}

#[test]
fn the_items_are_those_behind_the_agenda() {
    let text = "Dagsorden:\n1. Valg af dirigent\n2. Beretning\n3. Eventuelt\n\nReferat:\n\n1. Valg af dirigent\nPia Lund \
                blev valgt.\n\n2. Beretning\nBeretningen blev godkendt.\n\n3. Eventuelt\nIntet.\n";
    assert_eq!(items(text), ["1 Valg af dirigent", "2 Beretning", "3 Eventuelt"]);
}

#[test]
fn one_decision_does_not_outvote_a_series() {
    let text = "Bestyrelsen\n5. oktober 2011 kl. 16.30\n\nPunkt 1: Elevtal\nTallet er 40.\n\nPunkt 2: Budget\nDet er \
                stramt.\n\nBeslutning\nFormanden taler med banken.\n\nPunkt 3: Eventuelt\nIntet.\n";
    assert_eq!(items(text), ["1 Elevtal", "2 Budget", "3 Eventuelt"]);
}

#[test]
fn a_list_in_an_item_takes_none_of_the_next() {
    let text = "Byrådet\n\n1. Godkendelse af dagsorden\n\nBeslutning\n\nGodkendt.\n\n2. Havnebus\n\nSagsfremstilling\n\n\
                Forsøget har to dele:\n\n1. Bussen sejler.\n2. Toget kører.\n\n3. Ny skole i Fjordby\n\nBeslutning\n\n\
                Godkendt.\n\n4. Eventuelt\n";
    let found = ["1 Godkendelse af dagsorden", "2 Havnebus", "3 Ny skole i Fjordby", "4 Eventuelt"];
    assert_eq!(items(text), found);
}

#[test]
fn marks_and_words_around_the_number_are_no_part_of_the_title() {
    for heading in [
        "Ad N) T:",
        "Sag nr. N T",
        "(N) T",
        "N - T",
        "§ N. T",
        "### Ad N: T",
        "N (Åben) T",
        "**N. T**",
        "0N T",
    ] {
        let item = |n: &str, title: &str| {
            format!("{}\n\nBeslutning\n\nGodkendt.\n\n", heading.replace('N', n).replace('T', title))
        };
        let text =
            format!("Byrådet\n\n{}{}{}", item("1", "Budget"), item("2", "Havnebus"), item("3", "Skolen"));
        let found: Vec<String> =
            items(&text).iter().map(|item| item.trim_start_matches('0').to_owned()).collect();
        assert_eq!(found, ["1 Budget", "2 Havnebus", "3 Skolen"], "{heading}");
    }
}

#[test]
fn titles_that_stand_alone_are_items_where_some_are_known() {
    let text = "Havneservice Nordby A/S\nBestyrelsesmøde den 21. januar 2025\n\nTil stede: Peter Friis og Lone Dahl\n\n\
                Godkendelse af referat\nReferatet blev godkendt.\n\nPlan for tre år\nBestyrelsen drøftede to veje.\n\n\
                Eventuelt\nIntet.\n";
    assert_eq!(items(text), ["- Godkendelse af referat", "- Plan for tre år", "- Eventuelt"]);
    let capitals = "FJORDBY FORSYNING A/S\nBESTYRELSESMØDE 26. FEBRUAR 2025\n\nBERETNING\nVinteren var mild.\n\nTAKSTER\n\
                    De ændres ikke.\n\nEVENTUELT\nIntet.\n";
    assert_eq!(items(capitals), ["- BERETNING", "- TAKSTER", "- EVENTUELT"]);
    let letter = "Kære Ida\n\nTak for brevet\nDet var godt.\n\nHaven\nDen er grøn.\n\nHilsen Bo\n";
    assert_eq!(items(letter), Vec::<String>::new());
}

#[test]
fn letters_and_decimals_number_items_where_nothing_else_does() {
    let text = "Nordby Idrætsforening\nMøde 9/1-2025\n\nA. Siden sidst\nHallen er malet.\n\nB. Økonomi\nAlt er betalt.\n\n\
                C. Sommerfest\nDen holdes i juni.\n";
    assert_eq!(items(text), ["A Siden sidst", "B Økonomi", "C Sommerfest"]);
    assert_eq!(
        items(&text.replace("A. ", "7.1 ").replace("B. ", "7.2 ").replace("C. ", "7.3 ")),
        ["7.1 Siden sidst", "7.2 Økonomi", "7.3 Sommerfest"]
    );
    let parts = "Rådet\nMøde 9/1-2025\n\n1. Arbejdsmiljø\n1.1. Støj i salen\n1.2. Varme på kontoret\n1.3. Lys i gangen\n\n\
                 2. Forslag\nA. Et hegn sættes op\nB. En port males\nC. En bænk flyttes\n\n3. Eventuelt\nIntet.\n";
    assert_eq!(items(parts), ["1 Arbejdsmiljø", "2 Forslag", "3 Eventuelt"]);
}

#[test]
fn another_meeting_in_the_same_text_begins_at_one_again() {
    let meeting = |day: &str, first: &str| {
        format!(
            "Forsamlingshuset\nReferat af mødet den {day} 2025\n\n1. {first}\nDet går godt.\n\n2. Eventuelt\nIntet.\n\n\n"
        )
    };
    let text = meeting("7. januar", "Nytårsfest") + &meeting("4. februar", "Nyt køkken");
    assert_eq!(items(&text), ["1 Nytårsfest", "2 Eventuelt", "1 Nyt køkken", "2 Eventuelt"]);
    let mut document = Document::new(Arc::new(Engine::default()), text.clone());
    let day = text.find("4. februar").expect("the second day");
    let range = |len: usize| rules::text::range(day, day + len);
    for (len, words) in [("4. februar".len(), "7. januar"), ("7. januar".len(), "4. februar")] {
        document.edit(&rules::text::edit::Edit::replace(range(len), words)).expect("it is in the text");
        let read = Document::new(Arc::new(Engine::default()), document.text().to_owned());
        assert_eq!(document.minutes(), read.minutes());
    }
}

#[test]
fn a_number_may_stand_on_a_line_of_its_own() {
    let text = "Lokaludvalget\nMøde 21. januar 2025\n\n1.\nGodkendelse af dagsorden\n\nGodkendt.\n\n2.\nSkolevej\n\n\
                Forslaget sendes.\n\n3.\nEventuelt\n\nIntet.\n";
    assert_eq!(items(text), ["1 Godkendelse af dagsorden", "2 Skolevej", "3 Eventuelt"]);
}

#[test]
fn a_dense_list_takes_no_number_from_the_item_it_stands_in() {
    let text = "Sportsrådet, møde 4. juni 2025\n1. Dagsorden\nGodkendt.\n2. Haltider\nDe er sendt ud.\n3. Puljen\nDer er \
                søgt om 90.000 kr. i alt.\n1. Padel: 40.000 kr.\n2. Dart: 15.000 kr.\n3. Klatring: 35.000 kr.\n4. Eventuelt\nIntet.\n";
    assert_eq!(items(text), ["1 Dagsorden", "2 Haltider", "3 Puljen", "4 Eventuelt"]);
}

/// What is read of the first item of `text`: at-points with their lettered parts, and lines of decisions.
fn first(text: &str) -> (Vec<String>, Vec<u32>) {
    let document = Document::new(Arc::new(Engine::default()), text.to_owned());
    let outline = Outline::new(&document);
    let item = outline.items.first().expect("an item");
    let sub = |point: &rules::outline::OutlinePoint| {
        point.sub.iter().map(|sub| sub.label.clone()).collect::<Vec<_>>().join(" ")
    };
    let points =
        item.at_points.iter().map(|point| format!("{} {}", point.line, sub(point)).trim_end().to_owned());
    (points.collect(), item.decisions.iter().map(|decision| decision.line).collect())
}

#[test]
fn points_are_read_behind_breaks_and_with_their_parts() {
    let item =
        |points: &str| format!("Byrådet\n\n1. Budget\n\nIndstilling\n\nCentret indstiller,\n\n{points}\n");
    let lettered = item(
        "1. at der arbejdes videre med:\n\na) en model\nb) at borgerne betaler\n2. at planen godkendes.",
    );
    assert_eq!(first(&lettered).0, ["9 1a 1b", "13"]);
    let indented = item("1. at linje 2 nedlægges\neller\n\n\u{a0}   \u{a0}2.\u{a0}at linje 3 nedlægges");
    assert_eq!(first(&indented).0, ["9", "12"]);
    let again = item(
        "1. at sagen besluttes.\nVed godkendelse vælges en af to modeller:\n\n1. hvor klubben betaler\n2. hvor byen betaler",
    );
    assert_eq!(first(&again).0, ["9", "12", "13"]);
    let told = "Byrådet\n\n1. Nyt\n\nIndstilling\n\nCentret indstiller, at orienteringen tages til efterretning.\n\n- Nyt om havnen.\n";
    assert_eq!(first(told).0, ["7"]);
    let capitals = "Byrådet\n\n1. Nyt\n\nINDSTILLING\n\nCENTRET INDSTILLER, AT SAGEN GODKENDES.\n";
    assert_eq!(first(capitals).0, ["7"]);
}

#[test]
fn decisions_may_stand_in_a_column() {
    let text =
        "Rådet\n\nNr.\tEmne\tBeslutning\n1\tBudget\tGodkendt.\n2\tSkole\tUdsat.\n3\tEventuelt\tIntet.\n";
    assert_eq!(first(text).1, [4]);
}

#[test]
fn sections_behind_the_decision_stay_with_it() {
    let item = |n: u8| {
        format!(
            "Sagsfremstilling\n\nSag {n}.\n\nIndstilling\n\nVi indstiller, at {n} vedtages.\n\nBeslutning\n\nGodkendt.\n\n\
                 Beslutningskompetence\n\nByrådet\n\n"
        )
    };
    let text = format!("Byrådet\n\n{}{}{}", item(1), item(2), item(3));
    assert_eq!(items(&text).len(), 3);
}

#[test]
fn numbers_of_the_year_parts_and_letters_are_numbers() {
    for form in [
        "Sag N/2025: T",
        "N/2025 T",
        "Sagsnr. 25/N T",
        "Punkt 2025-N: T",
        "N.0 T",
        "N.a T",
        "[N] T",
        "N-T",
        "#N T",
    ] {
        let item = |n: u8, title: &str| {
            format!("{}\nDer blev talt om sagen.\n\n", form.replace('N', &n.to_string()).replace('T', title))
        };
        let text = format!(
            "Havnerådet\nReferat 4. juni 2025\n\n{}{}{}{}",
            item(1, "Godkendelse af dagsorden"),
            item(2, "Ny bro"),
            item(3, "Takster"),
            item(4, "Eventuelt")
        );
        let titles: Vec<String> =
            items(&text).into_iter().filter_map(|item| Some(item.split_once(' ')?.1.to_owned())).collect();
        assert_eq!(titles, ["Godkendelse af dagsorden", "Ny bro", "Takster", "Eventuelt"], "{form}");
    }
}

#[test]
fn words_and_times_may_stand_around_the_number() {
    for form in [
        "Ad dagsordenens punkt N: T",
        "Vedr. punkt N: T",
        "N. punkt: T",
        "nr. N | T",
        "Punkt N / T",
        "kl. 14.1N  N. T",
        "14.1N-14.2N N. T",
        "Punkt: N\nEmne: T",
        "N\nT",
        "- N. T",
        "*N. T*",
        "Punkt N (Åben): T",
    ] {
        let item = |n: &str, title: &str| {
            format!("{}\nDer blev talt om sagen.\n\n", form.replace('N', n).replace('T', title))
        };
        let text = format!(
            "Brorådet\nReferat 4. juni 2025\n\n{}{}{}",
            item("1", "Godkendelse af dagsorden"),
            item("2", "Bænke"),
            item("3", "Eventuelt")
        );
        assert_eq!(items(&text), ["1 Godkendelse af dagsorden", "2 Bænke", "3 Eventuelt"], "{form}");
    }
}

#[test]
fn case_numbers_and_bullets_may_begin_items() {
    let cased = "Byrådet\nReferat 4. juni 2025\n\nSagsnr. 25/1042 Budget\nDrøftet.\n\nSagsnr. 25/1077 Skole\nUdsat.\n\n\
                 Sagsnr. 25/1103 Eventuelt\nIntet.\n";
    assert_eq!(items(cased), ["- Budget", "- Skole", "- Eventuelt"]);
    let bullets = "Ungerådet\nDagsorden 4. juni 2025\n\n- Godkendelse af dagsorden\n- Fest i hallen\n  - Musik\n- Eventuelt\n";
    assert_eq!(items(bullets), ["- Godkendelse af dagsorden", "- Fest i hallen", "- Eventuelt"]);
    let list = "Ungerådet\nReferat 4. juni 2025\n\nVi købte:\n\n- æbler og pærer\n- budgetmapper\n- stole\n\nVi gik hjem.\n";
    assert_eq!(items(list), Vec::<String>::new());
}

#[test]
fn a_number_that_stands_twice_costs_no_item() {
    let text = "Byrådet\n\n1. Godkendelse af dagsorden\nGodkendt.\n\n2. Skole\nTaget er tæt.\n\n3. Bro\nDen males.\n\n\
                3. Havn\nDen uddybes.\n\n4. Eventuelt\nIntet.\n";
    let found = ["1 Godkendelse af dagsorden", "2 Skole", "3 Bro", "3 Havn", "4 Eventuelt"];
    assert_eq!(items(text), found);
}

#[test]
fn the_rows_of_a_quoted_agenda_are_no_items() {
    let text = "Skoleudvalget\nReferat 4. marts 2025\n\n1) Godkendelse af dagsorden\nGodkendt.\n\n2) Ny hal\nHallen er rød.\n\n\
                3) Møde i maj\nDagsordenen bliver:\n1) Valg\n2) Beretning\n3) Forslag\n4) Eventuelt\n\n4) Eventuelt\nBo spurgte.\n";
    assert_eq!(items(text), ["1 Godkendelse af dagsorden", "2 Ny hal", "3 Møde i maj", "4 Eventuelt"]);
    let closed = "Byrådet\n\n1. Dagsorden\nGodkendt.\nLukkede punkter:\n3. Grund\n\n2. Skole\nBygges.\n\nLukkede punkter\n\n3. Grund\nKøbt.\n";
    let document = Document::new(Arc::new(Engine::default()), closed.to_owned());
    let marks: Vec<bool> = Outline::new(&document).items.iter().map(|item| item.closed).collect();
    assert_eq!(marks, [false, false, true]);
}

#[test]
fn what_a_new_page_repeats_is_no_item_and_no_decision() {
    let text = "Skoleudvalget\nReferat 4. marts 2025\n\nPunkt 1 - Dagsorden\n\nBeslutning\nGodkendt.\n\nPunkt 2 - Ny hal\n\n\
                Indstilling\nCentret indstiller,\n1. at hallen males,\n\nSkoleudvalget, 4. marts 2025\nPunkt 2 - Ny hal (fortsat)\n2\n\n\
                2. at taget lappes.\n\nBeslutning\nUdsat.\n\nPunkt 3 - Eventuelt\nIntet.\n";
    assert_eq!(items(text), ["1 Dagsorden", "2 Ny hal", "3 Eventuelt"]);
    let document = Document::new(Arc::new(Engine::default()), text.to_owned());
    let outline = Outline::new(&document);
    assert_eq!((outline.items[1].at_points.len(), outline.items[1].decisions.len()), (2, 1));
}

#[test]
fn labels_with_their_text_are_sections() {
    let text = "Rådet\n\n1. Budget\nSagsfremstilling: Tallene er nye.\n**Indstilling:** Centret indstiller, at budgettet godkendes.\n\
                **Beslutning:** Godkendt.\n\n2. Høst\nReferat: Ida binder kranse.\n\n3. Eventuelt\nReferat: Drøftet.\n";
    let document = Document::new(Arc::new(Engine::default()), text.to_owned());
    let outline = Outline::new(&document);
    let sections: Vec<usize> = outline.items.iter().map(|item| item.sections.len()).collect();
    let decisions: Vec<usize> = outline.items.iter().map(|item| item.decisions.len()).collect();
    assert_eq!((sections, decisions), (vec![3, 0, 1], vec![1, 0, 1]));
}

#[test]
fn a_house_style_names_a_form_of_headings() {
    let mut houses = (*rules::house::Houses::standard()).clone();
    let style =
        |pattern: &str| format!("name = \"fjordby\"\nextends = \"generel\"\nitem_heading = \"{pattern}\"\n");
    let text = "Fjordråd\n\nTema 1 ¤ Havnen\nDen males.\n\nTema 2 ¤ Broen\n1. Maling\n2. Lim\n\nTema 3 ¤ Skolen\nIntet.\n";
    let read = |houses: &rules::house::Houses, text: &str| {
        let minutes = rules::minutes::Minutes::new(text, houses.vocabulary());
        let title =
            |placed: rules::minutes::Placed<'_>| text[placed.item.title? + placed.start].to_owned().into();
        minutes.items().filter_map(title).collect::<Vec<String>>()
    };
    assert_ne!(read(&houses, text), ["Havnen", "Broen", "Skolen"]);
    houses.add("fjordby.toml", &style("Tema {number} ¤ {title}")).expect("a style");
    assert_eq!(read(&houses, text), ["Havnen", "Broen", "Skolen"]);
    houses.add("fjordby.toml", &style("» {title}")).expect("a style");
    let plain = text.replace("Tema 1 ¤", "»").replace("Tema 2 ¤", "»").replace("Tema 3 ¤", "»");
    assert_eq!(read(&houses, &plain), ["Havnen", "Broen", "Skolen"]);
    let error = houses.add("x.toml", &style("Punkt {nummer} - {title}")).expect_err("an unknown blank");
    assert!(error.message.contains("{nummer}") && error.message.contains("{number}"), "{error}");
}

#[test]
fn the_head_of_another_meeting_is_no_part_of_the_last_item() {
    let meeting = |day: &str, first: &str| {
        format!(
            "Husforeningen\nReferat af mødet den {day} 2025\nTil stede: Ida, Bo\n\n1. {first}\nDet går godt.\n\n2. Eventuelt\nGodkendt.\n\n"
        )
    };
    let text = meeting("7. januar", "Nytårsfest") + &meeting("4. februar", "Nyt køkken");
    let document = Document::new(Arc::new(Engine::default()), text);
    let lines: Vec<(u32, u32)> =
        Outline::new(&document).items.iter().map(|item| (item.line, item.end_line)).collect();
    assert_eq!(lines, [(5, 7), (8, 10), (15, 17), (18, 20)]);
}
