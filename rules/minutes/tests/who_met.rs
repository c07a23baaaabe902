//! The body that the head names: committees in every dress, and associations whose boards meet.

use minutes::Minutes;
use syntax::Vocabulary;

const ITEMS: &str = "\n\n1. Dagsorden\nGodkendt.\n\n2. Eventuelt\nIntet.\n";

fn committee(head: &str) -> Option<String> {
    let text = format!("{head}{ITEMS}");
    let minutes = Minutes::new(&text, Vocabulary::common());
    minutes.head().committee.map(|name| text[name].to_owned())
}

#[test]
fn associations_whose_boards_meet_are_who_met() {
    for (head, name) in [
        ("Nørby Håndboldklub\nBestyrelsesmøde mandag d. 6. maj 2024, klubhuset", "Nørby Håndboldklub"),
        ("Vester Åby Vandværk a.m.b.a.\n\nBestyrelsesmøde nr. 7/2024", "Vester Åby Vandværk a.m.b.a."),
        ("E/F Bakkehusene\nReferat af generalforsamling den 24. april 2024", "E/F Bakkehusene"),
        (
            "Referat fra bestyrelsesmøde i Haveforeningen Solkrogen\nden 3. oktober 2022",
            "Haveforeningen Solkrogen",
        ),
        ("REFERAT AF BESTYRELSESMØDE I A/B ELMEHUSET\nONSDAG DEN 13. SEPTEMBER 2023", "A/B ELMEHUSET"),
        ("Metal Østkyst\nReferat af afdelingsbestyrelsens møde den 14. september 2023", "Metal Østkyst"),
        ("OK Skovløberne, bestyrelsesmøde 12. januar 2022", "OK Skovløberne"),
        ("SK Delfinen          Bestyrelsesmøde\n20. august 2024", "SK Delfinen"),
        ("Enghavens Rideklub. Referat fra bestyrelsesmøde 30. jan. 2023.", "Enghavens Rideklub"),
    ] {
        assert_eq!(committee(head).as_deref(), Some(name), "{head}");
    }
}

#[test]
fn committees_are_read_in_every_dress() {
    for (head, name) in [
        (
            "Referat af møde i skolebestyrelsen ved Lindeskolen\n12. september 2024",
            "skolebestyrelsen ved Lindeskolen",
        ),
        ("REFERAT FRA ÆLDRERÅDETS MØDE\nONSDAG DEN 11. OKTOBER 2023", "ÆLDRERÅDET"),
        (
            "BEREDSKABSKOMMISSIONEN FOR MIDTØERNE\nReferat 22. februar 2024",
            "BEREDSKABSKOMMISSIONEN FOR MIDTØERNE",
        ),
        ("Klimaudvalget (§ 17, stk. 4)\nReferat 23.05.2023", "Klimaudvalget"),
        ("Byggeudvalget for Hal 3\nReferat 4. juni 2024", "Byggeudvalget for Hal 3"),
        (
            "Det lokale uddannelsesudvalg for tømrere\nREFERAT 19-03-2024",
            "Det lokale uddannelsesudvalg for tømrere",
        ),
        ("Fjordby Kommune - Kulturudvalget - referat - 10. december 2024", "Kulturudvalget"),
        ("Sdr. Bork Lokalråd, møde 14.1.2025", "Sdr. Bork Lokalråd"),
        (
            "EGNENS MUSEUMSBESTYRELSE               J.nr. 0.1.1\nReferat 4. juni 2024",
            "EGNENS MUSEUMSBESTYRELSE",
        ),
        ("REFERAT AF MØDE I UNGDOMSSKOLENS BESTYRELSE\n12. mar. 2024", "UNGDOMSSKOLENS BESTYRELSE"),
        ("Fjordby Skole\nSkolebestyrelsen\nReferat 4. juni 2024", "Skolebestyrelsen"),
    ] {
        assert_eq!(committee(head).as_deref(), Some(name), "{head}");
    }
}

#[test]
fn what_names_nobody_is_no_body() {
    for head in [
        "Fjordby Kommune\nReferat 4. juni 2024",
        "Referat 4. juni 2024\nMødelokale 2, Fjordby Skole",
        "Bo Dal\nReferat 4. juni 2024",
        "Referat fra mødet i bestyrelsen 4. juni 2024",
        "Referat\nForeningen\n4. juni 2024",
    ] {
        let name = committee(head);
        assert_eq!(name, None, "{head}");
    }
}

#[test]
fn the_last_lines_may_say_that_the_meeting_is_over() {
    let is_over = |end: &str| {
        let text = format!(
            "Vejlauget Skrænten\nMandag den 3. oktober 2022\n\n1. Vejen\nDer er huller.\n\n2. Eventuelt\nKage.\n\n{end}\n"
        );
        Minutes::new(&text, Vocabulary::common()).is_closed_by_words(&text)
    };
    for end in ["Mødet hævet kl. 21.15", "Mødet sluttede kl. 21.", "Underskrifter:\nBo Dal"] {
        assert!(is_over(end), "{end}");
    }
    for end in ["Vel mødt!", "Husk at melde afbud til Bo.", "Mødet slutter kl. 21."] {
        assert!(!is_over(end), "{end}");
    }
}

#[test]
fn short_names_places_and_names_in_full_are_read() {
    for (head, name) in [
        ("Hovedudvalget (HMU), Lundby Kommune\nMøde 28. november 2024\nReferat", "Hovedudvalget"),
        ("Arbejdsmiljøudvalget (AMU), Teknisk Skole Midt\nReferat 29. februar 2024", "Arbejdsmiljøudvalget"),
        ("Referat: Klubbestyrelsen i 3F Kystegnen\nDen 3. april 2025", "Klubbestyrelsen i 3F Kystegnen"),
        (
            "Beboerrepræsentationen i Ejendommen Lindegade 4-10\nReferat af møde den 16. april 2024",
            "Beboerrepræsentationen i Ejendommen Lindegade 4-10",
        ),
        (
            "Tårup Idrætsforening\nReferat fra møde i bestyrelsen for Tårup Idrætsforening den 20. marts 2024",
            "bestyrelsen for Tårup Idrætsforening",
        ),
        (
            "A/B Elmehuset\n\nReferat af bestyrelsesmøde i Andelsboligforeningen Elmehuset\nMandag den 6. november 2023",
            "Andelsboligforeningen Elmehuset",
        ),
    ] {
        assert_eq!(committee(head).as_deref(), Some(name), "{head}");
    }
}

#[test]
fn the_day_may_stand_below_the_word_for_the_agenda() {
    for head in [
        "Socialudvalget\nDAGSORDEN\ntil møde tirsdag den 2. december 2025 kl. 15.00 i mødelokale 2",
        "SOCIALUDVALGET\nDAGSORDEN\n\nfor ordinært møde\ntirsdag den 2. december 2025 kl. 8.30",
        "Socialudvalget\nDAGSORDEN\nMøde tirsdag den 2. december 2025",
    ] {
        let text = format!("{head}{ITEMS}");
        let minutes = Minutes::new(&text, Vocabulary::common());
        let day = minutes.head().date.and_then(|(_, day)| day).map(|day| day.to_string());
        assert_eq!(day.as_deref(), Some("2025-12-02"), "{head}");
    }
}

#[test]
fn neither_the_number_of_the_meeting_nor_the_day_of_sending_is_its_day() {
    for head in [
        "Tangø Kommune          Udsendt: 02-12-2025\n\nBYRÅDET\n\nDAGSORDEN\n\nTIRSDAG 9. DECEMBER 2025 KL. 17.00",
        "Tangø Kommune, udsendt den 2. december 2025\n\nByrådet\n\nDagsorden\n\nTirsdag den 9. december 2025 kl. 17.00",
        "Ældrerådet\n\nReferat fra møde nr. 4 - tirsdag den 9. december 2025 kl. 9.30",
        "Ældrerådet\n\nReferat fra møde 8 – den 9. december 2025",
    ] {
        let text = format!("{head}{ITEMS}");
        let minutes = Minutes::new(&text, Vocabulary::common());
        let day = minutes.head().date.and_then(|(_, day)| day).map(|day| day.to_string());
        assert_eq!(day.as_deref(), Some("2025-12-09"), "{head}");
    }
}

#[test]
fn what_the_document_is_may_stand_behind_the_body() {
    for (head, name) in [
        ("Handicaprådet, referat af møde den 19. marts 2025", "Handicaprådet"),
        ("Seniorrådet: Referat 19. marts 2025", "Seniorrådet"),
        ("Direktionen – dagsorden\n3. november 2025", "Direktionen"),
        ("Ledergruppen, dagsorden til møde den 4. marts 2025", "Ledergruppen"),
        (
            "Til medlemmerne af Lokalrådet for Nørreby\n\nReferat af møde 4. marts 2025",
            "Lokalrådet for Nørreby",
        ),
        ("Indkaldelse\ntil møde i Byrådet\ntirsdag den 4. marts 2025", "Byrådet"),
    ] {
        assert_eq!(committee(head).as_deref(), Some(name), "{head}");
    }
    assert_eq!(committee("Kære medlemmer, referatet er her\nMøde 4. marts 2025"), None);
}

#[test]
fn the_day_is_read_in_an_invitation_and_behind_a_sign_of_markdown() {
    for head in [
        "Indkaldelse\ntil møde i Byrådet\ntirsdag den 4. marts 2025 kl. 19",
        "Indkaldelse\ntil møde i\nVejlauget Bakken\ntirsdag den 4. marts 2025 kl. 19",
        "**Byrådet**\n\nReferat af møde den 4\\. marts 2025",
    ] {
        let text = format!("{head}{ITEMS}");
        let minutes = Minutes::new(&text, Vocabulary::common());
        let day = minutes.head().date.and_then(|(_, day)| day).map(|day| day.to_string());
        assert_eq!(day.as_deref(), Some("2025-03-04"), "{head}");
    }
    // Who is asked to come stands below the word.
    let text = format!("Byrådet\n4. marts 2025\n\nIndkaldelse\nBo Dal\nIda Krag{ITEMS}");
    assert_eq!(Minutes::new(&text, Vocabulary::common()).head().participants.len(), 2);
}

#[test]
fn a_name_may_hold_a_row_or_stick_to_its_label() {
    for (head, name) in [
        (
            "Udvalget for børn, unge og familie\n\nMødedato: 14.04.2026",
            Some("Udvalget for børn, unge og familie"),
        ),
        ("Udvalget for trafik, by og land\n\nMødedato: 14.04.2026", Some("Udvalget for trafik, by og land")),
        ("UdvalgÆldreråd\n\nMødedato: 14.04.2026", Some("Ældreråd")),
        ("UdvalgByrådet\n\nMødedato: 14.04.2026", Some("Byrådet")),
        ("UddannelsesUdvalget\n\nMødedato: 14.04.2026", Some("UddannelsesUdvalget")),
        ("Udvalget for børn, som alle kender, mødes\n\nMødedato: 14.04.2026", None),
    ] {
        assert_eq!(committee(head).as_deref(), name, "{head}");
    }
}

#[test]
fn the_place_is_read_in_every_dress_of_markdown() {
    for (line, place) in [
        ("**Sted**: Fælleshuset", Some("Fælleshuset")),
        ("__Sted__: Fælleshuset", Some("Fælleshuset")),
        ("*Sted:* Fælleshuset\\", Some("Fælleshuset")),
        ("- Sted: Fælleshuset", Some("Fælleshuset")),
        ("- **Sted:** Fælleshuset", Some("Fælleshuset")),
        ("- Det sted: Fælleshuset", None),
        ("**Sted** er ikke fundet", None),
    ] {
        let text = format!(
            "# Byrådet\n\nMødedato: 14.04.2026\n\n{line}\n\n## 1. Hal\n\nGodkendt.\n\n## 2. Vej\n\nIntet.\n"
        );
        let minutes = Minutes::new(&text, Vocabulary::common());
        assert_eq!(minutes.head().place.map(|place| &text[place]), place, "{line}");
    }
}
