use super::RULE;
use document::fixture::{check, check_fix, document};
use lint::Severity;

#[test]
fn flags_a_weekday_that_the_calendar_denies() {
    check(
        &RULE,
        "
Referat
Dato:
Mandag, 12 oktober, 2021 - 16:30
^^^^^^^^^^^^^^^^^^^^^^^^ Datoen falder på en tirsdag, ikke en mandag

Punkt 1: Budget

Der er møde lørdag d. 9. april 2022 og onsdag den 04-05-2022.
Fristen er søndag den 8. april 2022.
           ^^^^^^^^^^^^^^^^^^^^^^^^ Datoen falder på en fredag
",
    );
}

#[test]
fn flags_a_weekday_that_fits_no_year_near_the_meeting() {
    check(
        &RULE,
        "
Byrådet den 4. juni 2021

Punkt 1: Besøg

Næste besøg er onsdag den 23. august kl. 16.
               ^^^^^^^^^^^^^^^^^^^^^ Datoen falder hverken på en onsdag i 2021
",
    );
}

#[test]
fn flags_the_next_meeting_where_only_another_year_fits() {
    for text in [
        "Næste møde er mandag den 9. juni.\n              ^^^^^^^^^^^^^^^^^^ Datoen falder på en tirsdag i 2026",
        "Høringsfrist torsdag den 12. juni.\n             ^^^^^^^^^^^^^^^^^^^^ Datoen falder på en fredag i 2026",
        "Svar sendes senest fredag den 19. september.\n                   ^^^^^^^^^^^^^^^^^^^^^^^^ Datoen falder på en lørdag i 2026",
        "Festen holdes mandag den 9. juni.\n              ^^^^^^^^^^^^^^^^^^ Datoen falder på en tirsdag i 2026",
        "Kurset starter onsdag den 4. juni kl. 10.\n               ^^^^^^^^^^^^^^^^^^ Datoen falder på en torsdag i 2026",
    ] {
        check(&RULE, &format!("Byrådet den 21. maj 2026\n\nPunkt 1: Møder\n\n{text}\n"));
    }
    for text in [
        "Næste møde er tirsdag den 9. juni.",
        "Næste møde var planlagt til mandag den 9. juni.",
        "Mødet mandag den 9. juni gav gode svar.",
        "Fristen mandag den 9. juni blev ikke overholdt.",
        "Festen holdes mandag den 9. august.",
        "Næste møde flyttes fra mandag den 9. juni.",
        "Næste møde er lørdag den 19. december.",
    ] {
        check(&RULE, &format!("Byrådet den 21. maj 2026\n\nPunkt 1: Møder\n\n{text}\n"));
    }
}

#[test]
fn ignores_a_weekday_that_fits_a_neighbouring_year() {
    check(&RULE, "Byrådet den 4. juni 2021\n\nPunkt 1: Besøg\n\nMødet var mandag den 23. august.\n");
    check(&RULE, "Byrådet den 4. december 2021\n\nPunkt 1: Besøg\n\nVi mødes tirsdag den 23. august.\n");
}

#[test]
fn ignores_a_date_whose_year_is_uncertain() {
    check(&RULE, "Punkt 1: Besøg\n\nNæste besøg er onsdag den 23. august.\n");
    check(
        &RULE,
        "Byrådet den 4. juni 2021\n\nPunkt 1: Valg\n\nI 2017 blev der holdt møde onsdag den 23. august.\n",
    );
    check(
        &RULE,
        "Byrådet den 4. juni 2021\n\nPunkt 1: Valg\n\nForløbet i 2017 var sådan:\n\nDer blev holdt møde onsdag den 23. august.\n",
    );
}

#[test]
fn ignores_right_weekdays_lists_and_quotations() {
    check(
        &RULE,
        "Punkt 1: Møder\n\nMandag den 4. april 2022, fredag den 8. april 2022, mandag-fredag den 4.-8. april 2022.\n",
    );
    check(&RULE, "Punkt 1: Møder\n\nHun skrev: ”Kom søndag den 8. april 2022.”\n");
}

#[test]
fn writes_the_new_year_where_the_old_was_written_from_habit() {
    for meeting in ["9. marts 2023", "15. december 2022"] {
        check_fix(
            &RULE,
            &format!("Byrådet den {meeting}\n\n1. Skoler\n\nMødet er mandag den 13. februar 2022.\n"),
            &format!("Byrådet den {meeting}\n\n1. Skoler\n\nMødet er mandag den 13. februar 2023.\n"),
        );
    }
}

#[test]
fn writes_the_weekday_where_nothing_speaks_of_the_next_year() {
    for head in ["Referat", "Byrådet den 4. januar 2022", "Byrådet mandag den 3. januar 2022"] {
        check_fix(
            &RULE,
            &format!("{head}\n\n1. Skoler\n\nMødet er mandag den 13. februar 2022.\n"),
            &format!("{head}\n\n1. Skoler\n\nMødet er søndag den 13. februar 2022.\n"),
        );
    }
    check_fix(
        &RULE,
        "Byrådet, fredag den 14. januar 2027\n\n1. Skoler\n\nDrøftet.\n",
        "Byrådet, torsdag den 14. januar 2027\n\n1. Skoler\n\nDrøftet.\n",
    );
}

#[test]
fn writes_the_right_weekday_as_the_wrong_one_was_written() {
    check_fix(
        &RULE,
        "Punkt 1: Møde\n\nMandag den 5. april 2022 og søndag den 8. april 2022.\n",
        "Punkt 1: Møde\n\nTirsdag den 5. april 2022 og fredag den 8. april 2022.\n",
    );
}

#[test]
fn what_has_been_may_have_been_in_any_year() {
    for (text, severity) in [
        ("Fredag den 24. august var der møde i Fjordby.", Severity::Warning),
        ("Næste besøg er onsdag den 23. august kl. 16.", Severity::Error),
    ] {
        let text = format!("Byrådet den 4. juni 2021\n\nPunkt 1: Besøg\n\n{text}\n");
        let found = document("generel", &RULE, &text).diagnostics();
        assert_eq!(found.iter().map(|one| one.severity).collect::<Vec<_>>(), [severity], "{text}");
    }
}
