//! Texts before and after.

mod ends;
mod kinds;
mod marks;
mod openness;
mod passages;
mod reasons;

use super::{Allowed, Kind, Publication};
use crate::document::Engine;
use crate::syntax::Ranks;

fn published(text: &str) -> (String, Vec<Kind>) {
    let new = Publication::new(&Engine::default(), text, Ranks::default(), &Allowed::Nothing);
    (new.text, new.withheld.into_iter().map(|withheld| withheld.kind).collect())
}

const BEFORE: &str = "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nSagsfremstilling\n\nRåd til alt.\n\nBeslutning\n\nGodkendt.\n\n";

#[track_caller]
fn check(closed: &str, stays: &str, kinds: &[Kind]) {
    let after = "3. Eventuelt\n\nBeslutning\n\nIntet.\n";
    let (text, found) = published(&format!("{BEFORE}{closed}{after}"));
    assert_eq!(text, format!("{BEFORE}{stays}{after}"));
    assert_eq!(found, kinds);
}

#[test]
fn a_closed_item_keeps_title_and_usual_decision() {
    check(
        "2. Køb af ejendom (Lukket)\n\nSagsnr.: 21-014448\n\nSagsfremstilling\n\nEjeren kræver 4 mio. kr.\n\n\
         Indstilling\n\nat ejendommen købes.\n\nBeslutning\n\nGodkendt.\n\nAfbud: Ida Holm\n\nBilag\n\nSkøde.pdf\n\n",
        "2. Køb af ejendom (Lukket)\n\nBeslutning\n\nGodkendt.\n\nAfbud: Ida Holm\n\n",
        &[Kind::ClosedText, Kind::ClosedText],
    );
}

#[test]
fn a_decision_that_tells_of_the_case_goes_whole() {
    check(
        "2. Lukket: Ansættelse af skoleleder\n\nBeslutning\n\nGodkendt.\n\nHanne Toft ansættes fra 1. maj.\n\n",
        "2. Lukket: Ansættelse af skoleleder\n\n",
        &[Kind::ClosedDecision],
    );
    check(
        "2. Køb (Lukket)\n\n21-014448\nByrådet godkendte køb af Engvej 4.\n\n",
        "2. Køb (Lukket)\n\n",
        &[Kind::ClosedText],
    );
    check(
        "2. Personalesag (Lukket)\n\nBeslutning: Maren opsiges.\n\n",
        "2. Personalesag (Lukket)\n\n",
        &[Kind::ClosedDecision],
    );
    check(
        "2. Personalesag (Lukket)\n\nBeslutning: Godkendt.\n\n",
        "2. Personalesag (Lukket)\n\nBeslutning: Godkendt.\n\n",
        &[],
    );
    check(
        "2. Køb (Lukket)\n\n21-014448\nGodkendt.\n\n",
        "2. Køb (Lukket)\n\nGodkendt.\n\n",
        &[Kind::ClosedText],
    );
}

#[test]
fn a_title_that_names_somebody_goes_wherever_it_stands() {
    let text = "Byrådet\n4. april 2022 kl. 17.00\n\nIndhold\n\n1. Budget.....2\n2. Ansættelse af Hanne Toft.....3\n\n1. Budget\n\nBeslutning\n\n\
                Godkendt.\n\n2. Ansættelse af Hanne Toft (Lukket)\n\nSagsfremstilling\n\nHun er bedst.\n";
    let (text, kinds) = published(text);
    assert!(!text.contains("Hanne") && !text.contains("bedst"), "{text}");
    assert!(text.contains("2. Lukket punkt.....3") && text.contains("2. Lukket punkt (Lukket)"), "{text}");
    assert_eq!(kinds.iter().filter(|kind| **kind == Kind::ClosedTitle).count(), 2);
}

#[test]
fn what_ends_the_meeting_is_no_part_of_the_last_item() {
    let end = "Mødet slut kl. 18.30\n\nIda Holm\n";
    let (text, _) =
        published(&format!("{BEFORE}2. Køb (Lukket)\n\nSagsfremstilling\n\nFortroligt.\n\n{end}"));
    assert_eq!(text, format!("{BEFORE}2. Køb (Lukket)\n\n{end}"));
}

#[test]
fn open_items_differ_in_private_numbers_alone() {
    let open = "2. Tilskud\n\nSagsfremstilling\n\nAnsøgeren, cpr. 010203-1234, søger. Sag 21-014448, tlf. til rådhuset 87 65 43 21.\n\n";
    let masked = open.replace("010203-1234", "••••••-••••");
    check(open, &masked, &[Kind::PrivateNumber]);
    check(
        "2. Plan\n\nSagsfremstilling\n\nEan 5798001234567.\n\n",
        "2. Plan\n\nSagsfremstilling\n\nEan 5798001234567.\n\n",
        &[],
    );
}

#[test]
fn comments_go_with_their_line() {
    let (text, kinds) = published(
        "# Byrådet\n\n<!-- husk: ring til Bo -->\n\n## 1. Budget\n\nPlan <!-- x --> nu.\n\n```\n<!-- a -->\n```\n",
    );
    assert_eq!(text, "# Byrådet\n\n## 1. Budget\n\nPlan  nu.\n\n```\n<!-- a -->\n```\n");
    assert_eq!(kinds, [Kind::Comment; 2]);
}

#[test]
fn what_is_published_is_published_already() {
    let once = published(&format!(
        "{BEFORE}2. Køb (Lukket)\n\nSagsfremstilling\n\nEjeren (010203-1234) vil sælge.\n\nBeslutning\n\nGodkendt.\n"
    ));
    assert_eq!(published(&once.0), (once.0, Vec::new()));
}

#[test]
fn a_heading_of_markdown_goes_or_stays_with_its_text() {
    let before = "# Byrådet\n\n## 1. Budget\n\n### Beslutning\n\nGodkendt.\n\n";
    let (text, _) = published(&format!(
        "{before}## 2. Køb (Lukket)\n\n### Sagsfremstilling\n\nEjeren vil sælge.\n\n### Beslutning\n\nGodkendt.\n\n\
         ## 3. Salg (Lukket)\n\n### Beslutning\n\nKommunen sælger til en borger.\n"
    ));
    let after = "## 2. Køb (Lukket)\n\n### Beslutning\n\nGodkendt.\n\n## 3. Salg (Lukket)\n\n";
    assert_eq!(text, format!("{before}{after}"));
}

#[test]
fn digits_in_an_address_stay_and_are_told() {
    let text = format!(
        "{BEFORE}2. Plan\n\nSagsfremstilling\n\nSe https://www.fjordby.dk/sag/2001304020 om planen.\n"
    );
    let new = Publication::new(&Engine::default(), &text, Ranks::default(), &Allowed::Nothing);
    assert_eq!(new.text, text);
    assert_eq!(new.suspects.len(), 1);
}

#[test]
fn a_mark_that_no_item_took_is_told() {
    let text =
        format!("{BEFORE}Lukket punkt efter mødet: 7\n\n2. Køb\n\nSagsfremstilling\n\nEjeren vil sælge.\n");
    let new = Publication::new(&Engine::default(), &text, Ranks::default(), &Allowed::Nothing);
    assert_eq!(new.refusals.iter().map(|refusal| refusal.line).collect::<Vec<_>>(), [14]);
}

#[test]
fn what_only_a_closed_item_refers_to_goes_with_it() {
    let (text, _) = published(
        "# Byrådet\n\n## 1. Budget[^a]\n\nGodkendt.\n\n## 2. Køb af grund (Lukket)\n\n### Sagsfremstilling\n\nSe [planen] og \
         noten.[^b]\n\n## 3. Eventuelt\n\nIntet.\n\n[^a]: Af maj.\n[^b]: Ejeren vil\n    sælge.\n[planen]: https://fjordby.dk/plan\n",
    );
    assert!(
        text.contains("Af maj")
            && !text.contains("Ejeren")
            && !text.contains("sælge")
            && !text.contains("fjordby"),
        "{text}"
    );
}

#[test]
fn cells_behind_a_closed_title_are_emptied() {
    let rows = "| Punkt | Emne | Beslutning |\n|---|---|---|\n| 1. | Budget | Rødt |\n";
    let (text, kinds) = published(&format!(
        "Byrådet\n\n{rows}| 2. | Køb af grund (Lukket) | Ejeren får 4 mio. kr. |\n| 3. | Salg af grund (Lukket) | Godkendt |\n\
         | 4. | Eventuelt | Intet |\n"
    ));
    assert!(text.contains("Rødt") && text.contains("| Godkendt |") && !text.contains("Ejeren"), "{text}");
    assert_eq!(kinds, [Kind::ClosedText]);
}

#[test]
fn a_decision_that_stands_again_in_an_overview_goes_there_too() {
    let decision = "Forliget på 1,8 mio. kr. med Bygmester Hald godkendes.";
    let (text, kinds) = published(&format!(
        "{BEFORE}2. Forlig (Lukket)\n\nBeslutning\n\n{decision}\n\n3. Eventuelt\n\nBeslutning\n\nIntet.\n\n\
         Oversigt\n\nPkt. 1: Godkendt.\nPkt. 2: {decision}\n"
    ));
    assert!(!text.contains("Forliget på") && text.contains("Pkt. 1: Godkendt."), "{text}");
    assert_eq!(kinds.len(), 2);
}

#[test]
fn a_line_that_names_a_closed_item_is_told() {
    let text = format!(
        "{BEFORE}2. Afsked af Hanne Toft (Lukket)\n\nSagsfremstilling\n\nHun rejser.\n\n3. Eventuelt\n\nBeslutning\n\n\
         Formanden nævnte Hanne Toft.\nDer var gæster under punkt 2.\nDer var kaffe.\n"
    );
    let new = Publication::new(&Engine::default(), &text, Ranks::default(), &Allowed::Nothing);
    assert_eq!(new.mentions.len(), 1);
    assert_eq!(new.refusals.len(), 1);
    assert_eq!((new.closed_items[0].number.as_deref(), &new.closed_items[0].title), (Some("2"), &None));
}

#[test]
fn a_reason_for_a_vote_is_no_part_of_it() {
    let decision = |line: &str| {
        published(&format!("{BEFORE}2. Afsked (Lukket)\n\nBeslutning\n\nGodkendt.\n{line}\n"))
            .0
            .contains(line)
    };
    assert!(decision("Ida Holm (A) stemte imod."));
    assert!(!decision("Ida Holm (A) stemte imod, idet hun er syg af stress."));
    assert!(!decision("Fraværende: Ida Holm, der er gift med ejeren."));
}

#[test]
fn what_a_mask_hides_stands_in_no_copy() {
    let secrets = |text: &str| crate::privacy::Secrets::of(text).is_empty();
    for said in [
        "Ansøgning fra 06 12 40 - 52 00",
        "Ansøgning 081190:8271.pdf",
        "Der blev spurgt til 101044.3350 for anden gang.",
        "Barn f. 20/9-2010-3344",
        "Borgeren ringede 120524 1015.",
        "(050362) 1234 søger",
    ] {
        let (text, kinds) = published(&format!("{BEFORE}2. Tilskud\n\nBeslutning\n\n{said}\n"));
        assert!(secrets(&text), "{said}");
        assert_eq!(kinds, [Kind::PrivateNumber], "{said}");
    }
    for said in [
        "Sagsnr. 010203-1234-24",
        "Faktura 0102031234",
        "Det kostede 010203 1234 kr.",
        "Aftalen gælder fra den 12. april 2026-2030.",
        "Budget 2026: 101.234, 2027: 112.345.",
        "Regnskab 2025: 110.112; 2024: 100.310",
    ] {
        let before = format!("{BEFORE}2. Tilskud\n\nBeslutning\n\n{said}\n");
        assert_eq!(published(&before), (before, Vec::new()), "{said}");
    }
}

#[test]
fn a_line_that_surely_closes_something_is_offered_to_nobody() {
    let text = format!(
        "Byrådet\n\n| Nr. | Sag | Kategori |\n|---|---|---|\n| 1 | Budget | Åben |\n| 2 | Grunden | Lukket |\n\n{BEFORE}2. \
         Køb\n\nBeslutning\n\nGodkendt.\n"
    );
    let refusals = Publication::new(&Engine::default(), &text, Ranks::default(), &Allowed::Nothing).refusals;
    let told: Vec<_> = refusals.iter().map(|one| (one.may_be_allowed(), one.items.clone())).collect();
    assert_eq!(told, [(false, vec![2])]);
}
