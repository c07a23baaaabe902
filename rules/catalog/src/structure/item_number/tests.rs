//! Numbers that repeat, skip or run backwards, and those that only look so.

use super::RULE;
use document::fixture::{check, check_fix, document};
use lint::Severity;

/// Minutes whose items have these headings.
fn minutes(headings: &[&str]) -> String {
    headings.iter().map(|heading| format!("{heading}\n\nBeslutning\n\nGodkendt.\n\n")).collect()
}

fn found(headings: &[&str]) -> Vec<(Severity, String)> {
    let document = document("generel", &RULE, &minutes(headings));
    document.diagnostics().into_iter().map(|d| (d.severity, d.note.da.into_owned())).collect()
}

#[test]
fn flags_a_number_that_repeats() {
    check(
        &RULE,
        "
## 1. Budget

### Beslutning

Godkendt.

## 1. Regnskab
   ^ Der er allerede et punkt 1

### Beslutning

Godkendt.

## 2. Eventuelt
",
    );
}

#[test]
fn a_skip_is_an_error_where_closed_items_are_listed() {
    let seen = found(&["Punkt 4 A", "Punkt 5 B (Lukket)", "Punkt 7 C"]);
    assert_eq!(seen.len(), 1);
    assert_eq!(seen[0].0, Severity::Error);
    assert!(seen[0].1.starts_with("Punkt 7 følger efter punkt 5"));
}

#[test]
fn a_skip_is_a_hint_where_closed_items_may_have_been_taken_out() {
    let seen = found(&["Punkt 4 A", "Punkt 5 B", "Punkt 7 C"]);
    assert_eq!(seen.iter().map(|(severity, _)| *severity).collect::<Vec<_>>(), [Severity::Hint]);
}

#[test]
fn one_number_out_of_place_is_one_finding() {
    for headings in [
        &["Punkt 11 A", "Punkt 12 B", "Punkt 31 C", "Punkt 14 D"][..],
        &["Punkt 5 A", "Punkt 6 B", "Punkt 3 C", "Punkt 8 D"],
        &["Punkt 5 A", "Punkt 6 B", "Punkt 3 C", "Punkt 7 D"],
    ] {
        let seen = found(headings);
        assert_eq!(
            seen.iter().map(|(severity, _)| *severity).collect::<Vec<_>>(),
            [Severity::Error],
            "{headings:?}"
        );
    }
}

#[test]
fn items_that_were_moved_are_no_slip() {
    for moved in [[1, 2, 5, 3, 4, 6], [4, 1, 2, 3, 5, 6], [1, 3, 4, 5, 2, 6], [1, 2, 3, 6, 4, 5]] {
        for word in ["Punkt ", "Punkt nr. ", "## "] {
            let headings = moved.map(|number| format!("{word}{number}: Sag {number}"));
            assert_eq!(found(&headings.each_ref().map(String::as_str)), [], "{moved:?} {word}");
        }
    }
    let two = found(&["Punkt 5 A", "Punkt 7 B", "Punkt 6 C", "Punkt 8 D"]);
    assert_eq!(two.iter().map(|(severity, _)| *severity).collect::<Vec<_>>(), [Severity::Hint]);
    let missing = found(&["Punkt 1 A", "Punkt 2 B", "Punkt 6 C", "Punkt 3 D", "Punkt 5 E"]);
    assert!(!missing.is_empty());
}

#[test]
fn a_number_that_is_listed_as_closed_is_not_missing() {
    let items = minutes(&["Punkt 4 A", "Punkt 5 B", "Punkt 7 C"]);
    let text = format!("Indholdsfortegnelse\n4. A\n5. B\n6. Lukket: Salg\n7. C\n\n{items}");
    assert!(document("generel", &RULE, &text).diagnostics().is_empty());
}

#[test]
fn ignores_meetings_that_start_anywhere_and_parts_that_start_anew() {
    assert!(found(&["Punkt 66 A", "Punkt 67 B", "Punkt 68 C"]).is_empty());
    assert!(found(&["Punkt 66 A", "Punkt 67 B", "Punkt 1 C (Lukket)", "Punkt 2 D (Lukket)"]).is_empty());
    assert!(found(&["Punkt 1 A", "Punkt 1 B (Lukket)"]).is_empty());
    assert!(found(&["Punkt 1 A", "Punkt 2 B", "Punkt 1 C", "Punkt 2 D"]).is_empty());
    assert!(found(&["Punkt 1 A", "Punkt 2 B", "Punkt 12 C (Lukket)"]).is_empty());
    assert!(found(&["Punkt 1 A", "Punkt 2 B", "Punkt 1 C"]).is_empty());
}

#[test]
fn ignores_the_line_that_an_item_is_folded_under() {
    check(
        &RULE,
        "
Pkt. 15 Budget

Pkt. 15

Budget

Beslutning

Godkendt.

Pkt. 16 Regnskab

Pkt. 16

Regnskab

Beslutning

Godkendt.
",
    );
}

#[test]
fn ignores_the_point_of_a_list_that_looks_like_an_item() {
    check(
        &RULE,
        "
1. Budget

Beslutning

Godkendt.

2. Regnskab

Indstilling

Det indstilles:

1. Regnskabet godkendes

Beslutning

Godkendt.

3. Eventuelt

Beslutning

Intet.
",
    );
}

#[test]
fn numbers_run_on_after_the_fix() {
    check_fix(
        &RULE,
        &minutes(&["Punkt 5 A", "Punkt 7 B", "Punkt 6 C", "Punkt 8 D"]),
        &minutes(&["Punkt 5 A", "Punkt 6 B", "Punkt 7 C", "Punkt 8 D"]),
    );
    check_fix(
        &RULE,
        &minutes(&["Punkt 5 A", "Punkt 5 B", "Punkt 6 C"]),
        &minutes(&["Punkt 5 A", "Punkt 6 B", "Punkt 7 C"]),
    );
    check_fix(
        &RULE,
        &minutes(&["Punkt 3 A", "Punkt 4 B", "Punkt 4 C", "Punkt 6 D", "Punkt 7 E"]),
        &minutes(&["Punkt 3 A", "Punkt 4 B", "Punkt 5 C", "Punkt 6 D", "Punkt 7 E"]),
    );
}

#[test]
fn flags_the_one_number_that_stands_twice_in_a_plain_list() {
    let list = |numbers: &[&str]| {
        let titles = ["Valg", "Regnskab", "Budget", "Eventuelt", "Legeplads"];
        let items = numbers.iter().zip(titles).map(|(number, title)| match number.split_once('!') {
            Some((number, mark)) => format!("{number}. {title}\n^ {mark}\n\nTekst her.\n\n"),
            None => format!("{number}. {title}\n\nTekst her.\n\n"),
        });
        format!("Referat fra Byrådet\n4. marts 2026 kl. 17.00\n\n{}", items.collect::<String>())
    };
    for numbers in [
        ["1", "2", "2!Der er allerede et punkt 2", "3"],
        ["1", "2", "3", "3!Der er allerede et punkt 3"],
        ["1", "2", "2!Der er allerede et punkt 2", "4"],
    ] {
        check(&RULE, &list(&numbers));
    }
    check(&RULE, &list(&["1", "2", "3", "4", "5"]));
    check(&RULE, &list(&["1", "2", "4!Punkt 4 følger efter punkt 2", "5"]));
    check(&RULE, &list(&["1", "3!Punkt 3 følger efter punkt 1", "4", "5", "6"]));
    check(&RULE, &list(&["1", "2", "3", "5!Punkt 5 følger efter punkt 3"]));
    check(&RULE, &list(&["1", "2", "2!Der er allerede et punkt 2", "3", "5!Punkt 5 følger efter punkt 3"]));
    check(&RULE, &list(&["1", "3!Punkt 3 følger efter punkt 1", "4", "4!Der er allerede et punkt 4", "5"]));
    check(&RULE, &list(&["1", "2", "4"]));
    check(&RULE, &list(&["1", "2", "5", "6"]));
    check(&RULE, &list(&["1", "3", "4", "6"]));
    check(&RULE, &list(&["1", "2", "2"]));
    check(&RULE, &list(&["1", "1", "2", "2", "3"]));
}

#[test]
fn ignores_a_heading_that_stands_for_several_items() {
    for headings in [
        ["Punkt 1: Budget", "Punkt 2 og 3: Veje og stier", "Punkt 4: Hal", "Punkt 5: Eventuelt"],
        ["Punkt 1: Budget", "Punkt 2: Regnskab og 3. Takster", "Punkt 4: Hal", "Punkt 5: Eventuelt"],
        ["1. Budget", "2., 3. og 4. Veje, stier og broer", "5. Hal", "6. Eventuelt"],
    ] {
        assert_eq!(found(&headings), []);
    }
}

#[test]
fn several_skips_are_those_of_an_excerpt() {
    let severities = |headings: &[&str]| -> Vec<Severity> {
        found(headings).into_iter().map(|(severity, _)| severity).collect()
    };
    let one = ["Punkt 1: Budget", "Punkt 3: Køb af grund (Lukket)", "Punkt 4: Hal"];
    assert_eq!(severities(&one), [Severity::Error]);
    assert_eq!(severities(&[&one[..], &["Punkt 7: Eventuelt"]].concat()), [Severity::Hint; 2]);
}
