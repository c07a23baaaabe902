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
