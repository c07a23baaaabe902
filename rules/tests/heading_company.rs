//! What stands with a number and its title: more numbers, a mark between them, a number of the meeting, times and names.

use std::sync::Arc;

use rules::document::{Document, Engine};
use rules::outline::Outline;

fn outline(text: &str) -> Outline {
    Outline::new(&Document::new(Arc::new(Engine::default()), text.to_owned()))
}

/// The items below a head, each as "number title".
fn items(body: &str) -> Vec<String> {
    let read = outline(&format!("Havnelauget\nReferat af møde den 4. marts 2026 kl. 19.00\n\n{body}"));
    let shown = |item: &rules::outline::OutlineItem| {
        format!("{} {}", item.number.as_deref().unwrap_or("-"), item.title.as_deref().unwrap_or("-"))
    };
    read.items.iter().map(shown).collect()
}

#[test]
fn more_numbers_before_a_title_are_no_part_of_it() {
    for second in ["2. og 3. Broen", "2 og 3: Broen", "2., 3. Broen"] {
        let body = format!("1. Kajen\nDrøftet.\n\n{second}\nDrøftet.\n\n4. Eventuelt\nIntet.\n");
        assert_eq!(items(&body), ["1 Kajen", "2 Broen", "4 Eventuelt"], "{second}");
    }
    let worded =
        "Punkt 1: Kajen\nDrøftet.\n\nPunkt 2, 3 og 4: Broen\nDrøftet.\n\nPunkt 5: Eventuelt\nIntet.\n";
    assert_eq!(items(worded), ["1 Kajen", "2 Broen", "5 Eventuelt"]);
}

#[test]
fn a_mark_may_stand_between_a_number_and_its_title() {
    for (open, closed) in [("Åben sag", "Lukket sag"), ("Åbent punkt", "Lukket punkt"), ("Åbent", "Lukket")]
    {
        let text = format!(
            "Byrådet\nReferat\n4. marts 2026 kl. 19.00\n\nPkt. nr. 1\n{open}\nKajen\nBeslutning\nDrøftet.\n\nPkt. nr. \
             2\n{closed}\nKøb af grund\nBeslutning\nGodkendt.\n"
        );
        let read = outline(&text).items;
        let read: Vec<_> = read.iter().map(|item| (item.title.as_deref(), item.closed)).collect();
        assert_eq!(read, [(Some("Kajen"), false), (Some("Køb af grund"), true)], "{open}");
    }
}

#[test]
fn the_number_of_a_meeting_may_stand_before_that_of_the_item() {
    let [one, two] = ["2/2026-1", "2/2026-2"];
    let body = format!("{one} Kajen\n\nBeslutning\nDrøftet.\n\n{two} Broen\n\nBeslutning\nGodkendt.\n");
    assert_eq!(items(&body), ["2/2026-1 Kajen", "2/2026-2 Broen"]);
    assert_eq!(items(&body.replace("2/2026-", "Sag 2/2026-")), ["2/2026-1 Kajen", "2/2026-2 Broen"]);
    assert_eq!(items(&body.replace("2/2026-", "2026/2-")), ["2026/2-1 Kajen", "2026/2-2 Broen"]);
}

#[test]
fn any_sign_may_part_a_number_from_its_title() {
    for sign in [">", "•", "→", "~"] {
        let body = format!(
            "1 {sign} Kajen\nDrøftet.\n\n2 {sign} Broen\nVi bygger:\n1. Rækværk\n2. Trapper\n\n3 {sign} Eventuelt\nIntet.\n"
        );
        assert_eq!(items(&body), ["1 Kajen", "2 Broen", "3 Eventuelt"], "{sign}");
    }
}

#[test]
fn a_number_may_stand_between_signs() {
    for (open, close) in [("[Punkt ", "]"), ("(pkt. ", ")"), ("-", "-"), ("[Sag nr. ", "]:")] {
        let heading = |number: u8, title: &str| format!("{open}{number}{close} {title}\nDrøftet.\n\n");
        let body = [heading(1, "Kajen"), heading(2, "Broen"), heading(3, "Eventuelt")].concat();
        assert_eq!(items(&body), ["1 Kajen", "2 Broen", "3 Eventuelt"], "{open}");
    }
}

#[test]
fn titles_with_their_text_behind_them_need_no_blank_lines() {
    let body =
        "Velkomst: Ib bød velkommen.\nKajen: Den males i maj.\nØkonomi: Der er penge.\nEventuelt: Intet.\n";
    assert_eq!(items(body), ["- Velkomst", "- Kajen", "- Økonomi", "- Eventuelt"]);
    assert_eq!(items(&body.replace("Kajen", "Broer og kajer")).len(), 4);
    let spoken =
        "Vi talte om kajen.\nBo: Den males i maj.\nIda: Vi har penge.\nEva: Og broen?\nEventuelt: Intet.\n";
    assert_eq!(items(spoken), Vec::<String>::new());
    let parted = body.replace("Økonomi", "Det kan vi godt.\nØkonomi");
    assert_eq!(items(&parted), Vec::<String>::new());
}

#[test]
fn two_words_may_lead_to_a_list() {
    for lead in ["Rådet prioriterer:", "Bo bestiller:", "Ønsker fremad:"] {
        assert!(
            items(&format!("Kajen blev malet.\n{lead}\n1. Trapper\n2. Rækværk\n\nVi ses.\n")).is_empty(),
            "{lead}"
        );
    }
}

#[test]
fn a_day_written_loosely_is_no_time_and_ends_the_name() {
    for day in ["12.03.24", "12.3.24", "12/3-24"] {
        let read = outline(&format!(
            "Skolebestyrelsen\nMødedato: {day}\nTid: 17.00 – 19.00\n\n1. Valg\nBo.\n\n2. Eventuelt\nIntet.\n"
        ));
        assert_eq!(read.time.as_deref(), Some("17:00"), "{day}");
        for meeting in ["Møde i", "Ordinært møde i", "MØDE I"] {
            let read = outline(&format!(
                "{meeting} Forældrerådet i Spiren, {day} kl. 16.30\n\n1. Valg\nBo.\n\n2. Eventuelt\nIntet.\n"
            ));
            assert_eq!(read.committee.as_deref(), Some("Forældrerådet i Spiren"), "{meeting} {day}");
        }
    }
}

#[test]
fn one_line_of_the_head_may_have_several_labels() {
    for head in [
        "Mødedato: 02-05-2024 Mødetid: 17:00 Mødested: Kantinen",
        "Sted: Kantinen   Dato: 2. maj 2024   Tidspunkt: 17.00",
        "**Dato:** 2. maj 2024 kl. 17, **Sted:** Kantinen",
    ] {
        let read = outline(&format!("Kulturudvalget\n{head}\n\n1. Valg\nBo.\n\n2. Eventuelt\nIntet.\n"));
        let told = (read.date.map(|day| day.to_string()), read.time, read.place);
        assert_eq!(told.0.as_deref(), Some("2024-05-02"), "{head}");
        assert_eq!((told.1.as_deref(), told.2.as_deref()), (Some("17:00"), Some("Kantinen")), "{head}");
    }
    let named = outline(
        "Kulturudvalget\nSted: Salen, se skiltet: Dal\nDato: 2. maj 2024\n\n1. Valg\nBo.\n\n2. Eventuelt\nIntet.\n",
    );
    assert_eq!(named.place.as_deref(), Some("Salen, se skiltet: Dal"));
}

#[test]
fn a_body_may_have_its_place_right_behind_its_name() {
    let committee = |head: &str| {
        outline(&format!("{head}\nMøde den 4. maj 2026 kl. 17\n\n1. Valg\nBo.\n\n2. Eventuelt\nIntet.\n"))
            .committee
    };
    for head in [
        "Forældrebestyrelsen Mælkebøtten",
        "Menighedsrådet, Ørum Kirke",
        "Skolebestyrelse Engskolen",
        "LokalMED Dagplejen",
        "Havnelauget Svanen",
    ] {
        assert_eq!(committee(head).as_deref(), Some(head));
    }
    for head in ["Skolebestyrelsen Referat", "Skolebestyrelsen Åbent Møde", "Forældrerådet takker Bo"] {
        assert_ne!(committee(head).as_deref(), Some(head));
    }
}

#[test]
fn who_signs_a_letter_does_not_meet() {
    for closing in ["Med venlig hilsen", "Venlig hilsen", "Mvh."] {
        let letter = format!(
            "Kære medlemmer\n\n1. Husk kontingentet\n2. Vi maler den 4. maj fra kl. 10\n\n{closing}\nBestyrelsen\n"
        );
        let read = outline(&letter);
        assert_eq!((read.committee, read.time), (None, None), "{closing}");
    }
    let invited = outline("Kulturudvalget\nMøde den 4. maj 2026 kl. 10\n\nMed venlig hilsen\nFormanden\n");
    assert_eq!(
        (invited.committee.as_deref(), invited.time.as_deref()),
        (Some("Kulturudvalget"), Some("10:00"))
    );
}
