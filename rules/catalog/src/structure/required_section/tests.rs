use super::RULE;
use document::fixture::{check, check_fix, check_fix_in, check_in};

/// An item of Fredericia's style without the section called `without`.
fn item(number: u32, without: &str) -> String {
    let sections = [
        "Sagsresumé",
        "Sagsbeskrivelse:",
        "Økonomiske konsekvenser",
        "Vurdering",
        "Indstillinger",
        "Beslutning i Byrådet den 12-10-2021",
    ];
    let kept = sections.iter().filter(|title| **title != without);
    let sections: String = kept.map(|title| format!("{title}\n\nGodkendt.\n\n")).collect();
    format!("Punkt {number} Plan\n\n{sections}")
}

fn found(text: &str) -> Vec<String> {
    let document = document::fixture::document("fredericia", &RULE, text);
    document.diagnostics().into_iter().map(|d| format!("{:?} {}", d.severity, d.note.da)).collect()
}

#[test]
fn an_open_item_of_minutes_needs_a_decision() {
    check(
        &RULE,
        "
1. Budget

Indstilling

Vi indstiller.

Beslutning

Godkendt.

2. Regnskab
^^^^^^^^^^^ Punktet mangler \"Beslutning\", som der er lagt op til

Indstilling

Vi indstiller.

3. Salg af grund (Lukket)

Indstilling

Vi indstiller.

4. Eventuelt
",
    );
}

#[test]
fn an_agenda_needs_none() {
    check(&RULE, "Dagsorden\n\n1. Budget\n\nIndstilling\n\nVi indstiller.\n\n2. Plan\n\nResume\n\nPlanen.\n");
    check(
        &RULE,
        "
Dagsorden
Byrådet den 7. februar 2024

1. Budget

Indstilling

Vi indstiller.

Beslutning i Økonomiudvalget den 30. januar 2024

Anbefales.

2. Plan

Indstilling

Vi indstiller.
",
    );
}

#[test]
fn a_decision_in_prose_and_one_under_the_recommendation_are_there() {
    check(
        &RULE,
        "
1. Budget

Indstilling og beslutning

Godkendt.

2. Orientering

Formanden orienterede.

3. Plan

Resume

Planen.

Punktet udgik.

4. Skole

Resume

Skolen.

Beslutning: Godkendt.

5. Vej

Beslutning

Godkendt.
",
    );
}

#[test]
fn nothing_is_missed_where_many_items_have_no_decision() {
    check(
        &RULE,
        "
1. Budget

Resume

A.

Beslutning

Godkendt.

2. Plan

Resume

B.

3. Skole

Resume

C.
",
    );
}

#[test]
fn nothing_is_missed_where_a_point_looks_like_an_item() {
    check(
        &RULE,
        "
181. Budget

Indstilling
Direktionen indstiller, at:
1. Udvalget godkender budgettet.

Beslutning

Godkendt.

182. Regnskab

Indstilling

Direktionen indstiller.

Beslutning

Godkendt.
",
    );
}

#[test]
fn nothing_is_missed_where_only_recommendations_are_decided() {
    check(
        &RULE,
        "
1. Budget

Indstilling

Vi indstiller.

Beslutning

Godkendt.

2. Besøg på havnen

Sagsfremstilling

Vi mødes på kajen.
",
    );
}

#[test]
fn a_house_misses_the_section_that_an_item_lacks() {
    assert_eq!(
        found(&(item(1, "") + &item(2, "Vurdering"))),
        ["Error Punktet mangler \"Vurdering\", som stilen kræver"]
    );
    let moved = item(1, "Vurdering").replace("Beslutning i", "Vurdering\n\nGod.\n\nBeslutning i");
    assert_eq!(found(&(moved + &item(2, ""))), [""; 0]);
}

#[test]
fn a_section_of_the_same_kind_and_a_misspelt_one_are_there() {
    let text = item(1, "")
        + &item(2, "").replace("Sagsresumé", "Resume")
        + &item(3, "").replace("Vurdering", "Vurderng");
    assert_eq!(found(&text), [""; 0]);
}

#[test]
fn an_item_of_another_kind_misses_its_decision_at_most() {
    let other = "Punkt 2 Temadrøftelse\n\nSagsresumé\n\nVi drøfter.\n\n";
    assert_eq!(found(&(item(1, "") + other)), ["Error Punktet mangler \"Beslutning\", som stilen kræver"]);
}

#[test]
fn what_most_items_lack_is_a_hint() {
    let text: String = (1..4).map(|n| item(n, "Vurdering")).collect();
    assert!(found(&text).iter().all(|found| found.starts_with("Hint")), "{:?}", found(&text));
}

#[test]
fn exempt_items_and_those_the_style_excuses_are_left_alone() {
    check_in(
        "odense",
        &RULE,
        "
Punkt 1: Godkendelse af dagsorden

Beslutning

Godkendt.

Punkt 2: D-sag: Aktuelle sager

Beslutning

Orientering givet.

Punkt 3: D-sag: Nøgletal

Resume

Tallene.

Beslutning

Orientering givet.

Punkt 4: Plan
^^^^^^^^^^^^^ Punktet mangler \"Indstilling\"

Resume

Planen.

Beslutning

Godkendt.
",
    );
}

#[test]
fn the_heading_goes_to_its_place_in_the_style() {
    check_fix_in(
        "fredericia",
        &RULE,
        &(item(1, "") + &item(2, "Vurdering")),
        &(item(1, "") + &item(2, "").replace("Vurdering\n\nGodkendt.\n\n", "Vurdering\n\n")),
    );
    let dense = "Byrådet\nReferat • 8. februar 2021 kl. 16.00\nBeslutningstema\nPlan\nIndstilling\nVi.\nSagsfremstilling\nA.\nØkonomiske og erhvervsmæssige konsekvenser\nB.\n{}Beslutning i Byrådet den 08-02-2021\nGodkendt.\n";
    check_fix_in(
        "svendborg",
        &RULE,
        &dense.replace("{}", ""),
        &dense.replace("{}", "CO2-Konsekvensvurdering\n"),
    );
}

#[test]
fn a_decision_goes_where_the_others_have_theirs_and_is_written_as_they_are() {
    let before = "Byrådet den 7. februar 2024\r\n\r\n## 1. A\r\n\r\n### Beslutning i Byrådet den 7. februar 2024\r\n\r\nGodkendt.\r\n\r\n### Resume\r\n\r\nA.\r\n\r\n## 2. B\r\n\r\n{}### Indstilling\r\n\r\nB.\r\n";
    check_fix(
        &RULE,
        &before.replace("{}", ""),
        &before.replace("{}", "### Beslutning i Byrådet den 7. februar 2024\r\n\r\n"),
    );
    check_fix(
        &RULE,
        "1. A\n\nResume\n\nA.\n\nBeslutning\n\nGodkendt.\n\nBilag\n\n- A\n\n2. B\n\nIndstilling\n\nB.\n\nBilag\n\n- B",
        "1. A\n\nResume\n\nA.\n\nBeslutning\n\nGodkendt.\n\nBilag\n\n- A\n\n2. B\n\nIndstilling\n\nB.\n\nBeslutning\n\nBilag\n\n- B",
    );
}

#[test]
fn a_heading_that_names_its_item_names_the_right_one() {
    let item = |number: u16, decision: &str| {
        format!("Pkt. {number}\n\nSag {number}\n\nIndstilling\n\nVi.\n\n{decision}")
    };
    let decided = |number: u16| format!("Idrætsudvalget, 03-04-2019, pkt. {number}");
    let text = |last: &str| {
        let said = |number: u16| format!("{}\n\nGodkendt.\n\n", decided(number));
        format!(
            "Referat\n\nMøde den 3. april 2019\n\n{}{}{}",
            item(42, &said(42)),
            item(43, &said(43)),
            item(44, last)
        )
    };
    check_fix(&RULE, &text(""), &text(&format!("{}\n", decided(44))));
}
