//! What the heading of a closed item tells on its own line, and marks that are written wrongly there: the copy takes out what
//! `privacy/closed-item` and `privacy/closed-mark` tell of.

use std::sync::Arc;

use rules::document::{Document, Engine};
use rules::lint::Severity;
use rules::publish::{Allowed, Publication};
use rules::syntax::Ranks;

const HEAD: &str =
    "Havnelauget\nReferat af møde den 4. marts 2026 kl. 19.00\n\n1. Kajen\nKajen er malet.\n\n";
const TAIL: &str = "\n\n3. Eventuelt\nIntet.\n";

fn minutes(item: &str) -> String {
    format!("{HEAD}{item}{TAIL}")
}

/// How surely something of closed matter is told in minutes with `item`.
fn told(item: &str) -> Option<Severity> {
    let document = Document::new(Arc::new(Engine::default()), minutes(item));
    let own = |name: &str| name.starts_with("privacy/closed");
    document.diagnostics().iter().filter(|found| own(found.rule.name)).map(|found| found.severity).max()
}

/// What a copy of such minutes shows of the item; `None` where none is written.
fn shown(item: &str) -> Option<String> {
    let copy = Publication::new(&Engine::default(), &minutes(item), Ranks::default(), &Allowed::Nothing);
    let own = copy.text.strip_prefix(HEAD).and_then(|rest| rest.strip_suffix("3. Eventuelt\nIntet.\n"));
    copy.refusals.is_empty().then(|| own.unwrap_or(&copy.text).trim_end().to_owned())
}

#[test]
fn text_on_the_line_of_the_heading_is_told_and_taken_out() {
    for (item, stays) in [
        ("2. Sag om kasserer (Lukket). Hun har ikke svaret på brevet.", "2. Sag om kasserer (Lukket)"),
        ("2. Lukket punkt: Klage over lodsen. Han kommer for sent hver dag.", "2. Lukket punkt"),
        ("2. Lukket punkt: Ny havnefoged. Besluttet at tilbyde Ole stillingen.", "2. Lukket punkt"),
        ("2. Personale 🔒: Fogeden er sygemeldt.", "2. Personale 🔒:"),
        ("2. Personale/lukket: Fogeden er sygemeldt.", "2. Personale/lukket:"),
        ("2. Nabostrid – lukket: Bådejerne på bro 3 er uvenner.", "2. Nabostrid – lukket:"),
        ("**2. Lukket punkt:** Fogeden har fået en påtale.", "**2. Lukket punkt:**"),
    ] {
        assert_eq!(shown(item).as_deref(), Some(stays), "{item}");
        assert!(told(item) >= Some(Severity::Warning), "{item}");
    }
}

#[test]
fn an_outcome_or_nothing_on_the_line_is_as_it_should_be() {
    for item in [
        "2. Køb af grund (Lukket). Godkendt.",
        "2. Lukket punkt: Godkendt",
        "2. Lukket punkt. Intet at referere.",
        "2. Lukket punkt - der var intet til dette punkt",
        "2. Lukket punkt: Lønninger\nDrøftet.",
    ] {
        assert_eq!(told(item), None, "{item}");
    }
}

#[test]
fn a_title_that_says_whose_case_it_is_is_told() {
    for item in [
        "2. (Lukket) Opsigelse af Anne Holm\nDrøftet.",
        "2. Kirsten Nørbys ansættelsesforhold (lukket)\nGodkendt.",
        "2. Lukket: Skriftlig advarsel til Mads Ejlersen\nGodkendt.",
    ] {
        assert_eq!(told(item), Some(Severity::Warning), "{item}");
    }
    // A name may be that of a firm.
    for item in [
        "2. Lukket: Aftale med Global Bådservice\nGodkendt.",
        "2. Klage fra Henrik Sandager (lukket)\nDrøftet.",
    ] {
        assert!(told(item) <= Some(Severity::Hint), "{item}");
    }
    for item in [
        "2. Opsigelse af lejemål v/Anne Holm (lukket)\nDrøftet.",
        "2. Lukket: Salg af Strandhuset\nGodkendt.",
    ] {
        assert!(told(item) <= Some(Severity::Hint), "{item}");
    }
}

#[test]
fn a_mark_with_a_slip_or_written_in_one_closes_its_item() {
    for heading in [
        "2. Lukketpunkt",
        "2. Lukketsag: Klage",
        "2. Lukketdrøftelse",
        "2. Fortroligtpunkt",
        "2. lukket-punkt",
        "2. luket punkt",
        "2. Fortrolligt: Erstatning",
        "2. Personale – Lukkket",
        "2. Personale (lukketpunkt)",
        "2. Fortroligt punkt",
        "2. Tavshedsbelagt",
        "2. Afskedigelse (bag lukkede døre)",
    ] {
        let item = format!("{heading}\nFogeden er syg.");
        assert_eq!(shown(&item).as_deref(), Some(heading), "{heading}");
        assert!(told(&item).is_some(), "{heading}");
    }
    assert_eq!(shown("2. Personale\nluket punkt\nFogeden er syg.").as_deref(), Some("2. Personale"));
}

#[test]
fn a_closed_part_may_be_headed_as_an_agenda() {
    for part in ["B-DAGSORDEN (LUKKET)", "Dagsorden (lukket)", "B-dagsorden – lukket"] {
        let item = format!("{part}\n\n2. Personale\nFogeden er syg.");
        assert_eq!(shown(&item), Some(format!("{part}\n\n2. Personale")), "{part}");
        assert!(told(&item).is_some(), "{part}");
    }
}

#[test]
fn a_case_of_somebody_without_a_mark_is_looked_at_first() {
    for item in ["2. Personalesag: Anne Holm opsiges", "2. Elevsag: Oskar flytter skole efter mobning"] {
        assert_eq!((shown(item), told(item)), (None, Some(Severity::Hint)), "{item}");
    }
}

#[test]
fn open_text_stays_whole() {
    for item in [
        "2. Godkendelse af referat af 2. (lukket) møde\nGodkendt.",
        "2. Lokalplan\n(L) kunne ikke tiltræde.",
        "2. Åbenhed\nLukkede punkter skal begrundes bedre.",
        "2. Nyt fra lauget\nLukket Facebookgruppe",
        "2. Koncert på kajen\nDørene lukkes kl. 19.",
        "2. Stien\nEt nyt lukket afsnit af stien åbnes i maj.",
        "2. Regler for lukkede punkter\nLauget vedtog, at lukkede punkter føres i særskilt protokol.",
        "2. Tavshedspligt\nErik mindede om, at alle har tavshedspligt.",
        "2. Lukketid: Lågen lukkes kl. 22.",
        "2. Lukkepunktet i kontrakten\nDrøftet.",
        "2. Lukkende bemærkninger\nAlle takkede.",
        "2. Slukket lys på molen\nDrøftet.",
        "2. Elevsager: Antallet er faldet til fire om året.\nDrøftet.",
    ] {
        assert_eq!(shown(item).as_deref(), Some(item), "{item}");
        assert_eq!(told(item), None, "{item}");
    }
}

#[test]
fn what_means_the_item_closes_it_under_such_titles_too() {
    for item in
        ["2. Tavshedspligt\nPunktet er lukket.\nErik er syg.", "2. Koncert\nDørene lukkes.\n\nErik er syg."]
    {
        assert_ne!(shown(item).as_deref(), Some(item), "{item}");
    }
}

#[test]
fn question_time_and_a_repeated_heading_open_again() {
    let closed = "2. Salg (lukket)\n\nRESUME\n\nEjeren vil af med huset.\n\n";
    let open = "3. Spørgetid\n\nRESUME\n\nDer blev spurgt til broen.\n";
    let text = format!("{HEAD}{closed}{open}");
    let copy = Publication::new(&Engine::default(), &text, Ranks::default(), &Allowed::Nothing);
    assert_eq!(copy.text, format!("{HEAD}2. Salg (lukket)\n\n{open}"));
    assert!(copy.refusals.is_empty());
}

/// How surely something of closed matter is told in a text that calls itself an agenda, with `head`, `first` under its first item and
/// `last` under its last one.
fn told_in_agenda(head: &str, first: &str, last: &str) -> Option<Severity> {
    let text = format!(
        "Dagsorden for Havnelauget\n4. marts 2026 kl. 19.00\n{head}\n1. Kajen\n{first}\n\n2. Eksklusion (lukket)\n\
         Et medlem var beruset på vagten.\n\n3. Eventuelt\n{last}\n"
    );
    let document = Document::new(Arc::new(Engine::default()), text);
    let own = |name: &str| name.starts_with("privacy/closed");
    document.diagnostics().iter().filter(|found| own(found.rule.name)).map(|found| found.severity).max()
}

#[test]
fn minutes_written_into_an_agenda_are_told_of() {
    for (head, first, last) in [
        ("Til stede: Ida Krog, Bo Lind\n", "Kajen er utæt.", ""),
        ("", "Ida fortalte om kajen. Bo foreslog at male den.", "Ida takkede for kaffen."),
        ("", "Beslutning: Kajen sættes til salg.", "Beslutning: Bo køber ind."),
        ("", "Kajen er utæt.", "\nMødet sluttede kl. 21."),
    ] {
        assert_eq!(told_in_agenda(head, first, last), Some(Severity::Warning), "{head} {first} {last}");
    }
}

#[test]
fn an_agenda_for_the_members_holds_closed_items_rightly() {
    for (head, first, last) in [
        ("", "Kajen er utæt. Skal den sælges?", ""),
        ("Afbud: Ida Krog\n", "Kajen er utæt.", ""),
        ("Ordstyrer: Bo Lind\nReferent: Ida Krog\n", "Kajen er utæt.", ""),
        ("", "Sidst besluttede vi at male kajen. Ida orienterer.", ""),
        ("Til stede:\n", "Kajen er utæt.", ""),
    ] {
        assert_eq!(told_in_agenda(head, first, last), None, "{head} {first} {last}");
    }
}
