//! What sounds like closed matter and is none: nothing is told of it, and no copy is kept back for it.

use std::sync::Arc;

use rules::document::{Document, Engine};
use rules::outline::Outline;

/// What is told of closed matter in minutes with `body`: the rule and the words.
fn told(body: &str) -> Vec<String> {
    let text = format!("Havnelauget\nReferat af møde den 4. marts 2026 kl. 19.00\n\n{body}");
    let document = Document::new(Arc::new(Engine::default()), text);
    let found = document.diagnostics();
    let own = found.iter().filter(|found| found.rule.name.starts_with("privacy/closed"));
    own.map(|found| format!("{} {}", found.rule.name, &document.text()[found.range])).collect()
}

/// Is something of it told, or is an item read as closed, or as one that may be?
fn is_kept_back(body: &str) -> bool {
    let text = format!("Havnelauget\nReferat af møde den 4. marts 2026 kl. 19.00\n\n{body}");
    let outline = Outline::new(&Document::new(Arc::new(Engine::default()), text));
    !told(body).is_empty() || outline.items.iter().any(|item| item.closed || item.may_be_closed)
}

const NOTHING: [&str; 0] = [];

#[test]
fn a_verb_may_go_on_to_mean_something_else() {
    for sentence in [
        "Det besluttes, at der ikke lægges op til flere møder.",
        "Planen er, at der ikke lægges op til en ny kran i år.",
        "Kassereren sagde, at der ikke lægges ud for benzin.",
    ] {
        assert!(!is_kept_back(&format!("1. Kajen\n\n{sentence}\n")), "{sentence}");
    }
    for sentence in [
        "Punktet må ikke lægges op på hjemmesiden.",
        "Det må ikke lægges op, og der ikke lægges op til flere møder.",
        "Referatet skal ikke lægges ud.",
    ] {
        assert!(is_kept_back(&format!("1. Kajen\n\n{sentence}\n")), "{sentence}");
    }
}

#[test]
fn a_thing_may_not_have_been_handed_out_yet() {
    for sentence in [
        "De brochurer, der ikke er omdelt, ligger i skabet.",
        "Nøglerne, som ikke er omdelt, hænger i skuret.",
        "De skemaer, der ikke blev omdelt, kan hentes hos Bo Holm.",
    ] {
        assert!(!is_kept_back(&format!("1. Kajen\n\n{sentence}\n")), "{sentence}");
    }
    for sentence in
        ["Notatet, der ikke er omdelt, er fortroligt.", "Punktet, der ikke omdeles, er fortroligt."]
    {
        assert!(is_kept_back(&format!("1. Kajen\n\n{sentence}\n")), "{sentence}");
    }
}

#[test]
fn a_star_in_the_agenda_of_a_general_meeting_says_that_papers_are_enclosed() {
    let agenda = "Dagsorden\n1. Valg af dirigent\n2. Regnskab 2025*\n3. Budget 2026*\n4. Eventuelt\n";
    assert!(!is_kept_back(agenda));
    assert!(!is_kept_back(&agenda.replace('*', " *")));
    // Elsewhere nobody knows what it says.
    assert_eq!(told(&agenda.replace("Valg af dirigent", "Godkendelse af dagsorden")).len(), 2);
    // Its legend is what counts.
    assert_ne!(
        told(&format!("{agenda}\n* = lukket punkt\n\n2. Regnskab 2025*\n\nBo Holm skylder 400 kr.\n")),
        NOTHING
    );
}

#[test]
fn titles_of_parts_of_a_closed_item_stand_in_the_agenda() {
    let agenda = |part: &str| {
        format!(
            "Dagsorden:\n 1. Valg\n 2. Økonomi (lukket punkt)\n  2.A. {part}\n  2.B. Rapport\n 3. Aftaler\n  3.A. Status\n 4. Eventuelt\n"
        )
    };
    for part in ["Møde med revisor", "Samtale med repræsentanter fra Havnerådet", "Overslag for næste år"]
    {
        assert_eq!(told(&agenda(part)), NOTHING, "{part}");
    }
    for part in ["Opsigelse af Bo Holm", "Gæld på 400.000 kr."] {
        assert_eq!(told(&agenda(part)).len(), 1, "{part}");
    }
}

#[test]
fn an_empty_part_of_the_contents_closes_nothing() {
    let body = "1. Godkendelse af dagsorden\n\nGodkendt.\n\n2. Kran\n\nDen købes.\n";
    for head in ["Deltagere:\n\nIda Krog\nBo Holm\n", "Mødested: Klubhuset\n\nDeltagere: Ida Krog\n"] {
        let text = format!("Indholdsfortegnelse\n\nLukkede punkter\n\n{head}\n{body}");
        assert_eq!(told(&text), NOTHING, "{head}");
        let outline = Outline::new(&Document::new(Arc::new(Engine::default()), text));
        assert!(outline.items.iter().all(|item| !item.closed && !item.may_be_closed), "{head}");
    }
    // Right above the items it is their heading.
    let text = format!("Lukkede punkter\n\n{body}");
    let outline = Outline::new(&Document::new(Arc::new(Engine::default()), text));
    assert!(outline.items.iter().all(|item| item.closed));
}
