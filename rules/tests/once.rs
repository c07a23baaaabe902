//! One fault is told once, and a habit at its first place.

use std::sync::Arc;

use rules::document::{Document, Engine};
use rules::lint::gather;

fn found(text: &str) -> Vec<(String, String)> {
    let document = Document::new(Arc::new(Engine::default()), text.to_owned());
    let found = document.diagnostics().into_iter();
    found.map(|found| (found.rule.name.to_owned(), text[found.range].to_owned())).collect()
}

/// A sentence in an item that has nothing else to find.
fn sentence(text: &str) -> String {
    format!(
        "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nSagsfremstilling\n\n{text}\n\nBeslutning\n\nGodkendt.\n"
    )
}

#[test]
fn a_missing_space_in_a_reference_is_told_once() {
    let rules = found(&sentence("Sagen behandles efter lovens § 4, stk.2, og den sendes i høring."));
    assert_eq!(rules.len(), 1, "{rules:?}");
}

#[test]
fn a_date_without_its_space_is_told_once() {
    for text in
        ["Aftalen gælder fra den 1.okt. 2021 og fem år frem.", "Aftalen gælder pr. 1.jan. 2021 for alle."]
    {
        assert!(found(&sentence(text)).len() <= 1, "{:?}", found(&sentence(text)));
    }
}

#[test]
fn two_faults_beside_each_other_are_two() {
    let rules = found(&sentence("Planen er sat igang med de 50 pct af beløbet, som byrådet gav."));
    assert_eq!(rules.len(), 2, "{rules:?}");
}

#[test]
fn a_habit_is_told_at_its_first_place() {
    let text = sentence("Skolen er ny. \n\nTaget er nyt.  \n\nGården er ny. ");
    let mut found = Document::new(Arc::new(Engine::default()), text.clone()).diagnostics();
    assert_eq!(found.len(), 3);
    gather(&mut found);
    let [finding] = &found[..] else { panic!("one finding, not {found:#?}") };
    assert_eq!(finding.note.da, "Der står mellemrum sidst på 3 linjer");
    assert_eq!((finding.related.len(), finding.fixes[0].edits.len()), (2, 3));
}

#[test]
fn one_slip_is_no_habit() {
    let mut found = Document::new(Arc::new(Engine::default()), sentence("Skolen er ny. ")).diagnostics();
    gather(&mut found);
    assert_eq!(found[0].note.da, "Der står mellemrum sidst på linjen");
}

#[test]
fn two_rules_on_decisions_tell_of_one_point_once() {
    let item = |decision: &str| {
        format!(
            "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nIndstilling\n\nForvaltningen indstiller,\n\n1. at orienteringen tages \
             til efterretning.\n2. at planen godkendes.\n\nBeslutning\n\n{decision}\n"
        )
    };
    for decision in ["Orienteringen blev taget til efterretning.", "Taget til efterretning."] {
        let rules = found(&item(decision));
        assert_eq!(rules.len(), 1, "{decision} {rules:?}");
    }
}
