//! What `number` must and must not say.

use super::RULE;
use document::fixture::{check, check_fix, document};
use lint::Applicability;

fn silent(line: &str) {
    check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n"));
}

#[test]
fn flags_points_before_decimals() {
    check(
        &RULE,
        "
1. Skoler

Det er 15.68% og 2.5\u{a0}pct. af 1.3 mio. kr. eller 1250.50 kr. hver.
       ^^^^^ \"15.68\" skrives \"15,68\" på dansk
                 ^^^
                             ^^^
                                                ^^^^^^^
",
    );
}

#[test]
fn an_amount_that_may_lack_a_digit_is_left_to_the_writer() {
    for (before, after) in [
        ("Kommunen får i alt ", " kr. til bøger til fem skoler."),
        ("Til puljen er der afsat kr. ", " i alt."),
        ("Taget koster ", " mio. kr. i 2026."),
    ] {
        let text = format!("1. Skoler\n\nSagsfremstilling\n\n{before}495.00{after}\n");
        let found = document("generel", &RULE, &text).diagnostics();
        assert_eq!(found.len(), 1, "{text}");
        // Offered, and made by nobody but the writer.
        let [fix] = &found[0].fixes[..] else { panic!("{text}") };
        assert_eq!((fix.applicability, &*fix.title.da), (Applicability::Unsafe, "Skriv \"495,00\""));
        assert_eq!(found[0].note.da, "\"495.00\" mangler et ciffer, eller der skal stå \"495,00\"");
    }
}

#[test]
fn flags_commas_between_thousands() {
    check(
        &RULE,
        "
1. Skoler

Det koster 1,283,980 kr., 2,500.75 kr. og kr. 1,200,000.
           ^^^^^^^^^ \"1,283,980\" skrives \"1.283.980\"
                          ^^^^^^^^
                                              ^^^^^^^^^
",
    );
}

#[test]
fn ignores_danish_numbers() {
    silent("Det er 15,68 % af 1.300 mio. kr., 1.283.980 kr., 12,50 kr. og 1.283,5 kr.");
    silent("Det er 1.283 % og 2,500 kr. pr. kWh, 3,125 kr. for hver liter og 0,125 kr.");
}

#[test]
fn ignores_numbers_that_are_no_amounts() {
    silent("En Model 1.5 mio. kr. billigere, Fase 2.5 pct. og scenarie 1.3 mio. kr. dyrere.");
    silent("Afsnit 1.3, bilag 2.10, kl. 12.30, den 12.5, § 4.2, version 3.11 og 1,283,980.");
    silent("Fra kl. 12.30 kr. 50, afsnit 1.3 pct., a1.3 %, 2.1-1.3 mio. kr. og 10.4.22 %");
}

#[test]
fn ignores_quotations_and_tables() {
    silent("Han skrev ”1.3 mio. kr.” til os.\n\nAfsnit 1.3\tmio. kr.\nSkole\tPulje 1.3 mio. kr.\n");
}

#[test]
fn flags_amounts_in_cells() {
    for (row, places) in
        [("Sti\t2.5 mio. kr.", "2.5"), ("Bro\t1,283,980 kr.", "1,283,980"), ("Skole\t12.5 %", "12.5")]
    {
        let text = format!("1. Veje\n\nSagsfremstilling\n\nPost\tBeløb\n{row}\nVej\t400.000 kr.\n");
        let found = document("generel", &RULE, &text).diagnostics();
        assert_eq!(found.iter().map(|found| &text[found.range]).collect::<Vec<_>>(), [places], "{row}");
    }
    silent("Post\tBeløb\nSti\t2.500 mio. kr.\nBro\t3,5 mio. kr.\nKapitel\t1.3\nUge\t12.30\n");
}

#[test]
fn groups_that_no_amount_has_are_left_to_the_writer() {
    for (amount, right) in
        [("1.500.00", "1.500,00"), ("12.500.00", "12.500,00"), ("1.500.000.00", "1.500.000,00")]
    {
        let text = format!("1. Skoler\n\nSagsfremstilling\n\nForeningen søger om {amount} kr. til stole.\n");
        let found = document("generel", &RULE, &text).diagnostics();
        assert_eq!(found.len(), 1, "{amount}");
        let fix = &found[0].fixes[0];
        assert_eq!(
            (fix.applicability, &*fix.title.da),
            (Applicability::Unsafe, &*format!("Skriv \"{right}\""))
        );
    }
    silent("Foreningen søger om 1.500.000 kr. den 12.03.26, og nr. 1.500.00 er sagens.");
}

#[test]
fn writes_the_danish_signs() {
    check_fix(&RULE, "1. Skoler\n\nI alt 1,283,980.50 kr.\n", "1. Skoler\n\nI alt 1.283.980,50 kr.\n");
}

#[test]
fn flags_groups_that_no_amount_has() {
    check(
        &RULE,
        "
1. Skoler

Der er sat 75.0000 kr. af, 1.25.000 kr. til tag og kr. 2.0000.000 til gården.
           ^^^^^^^ \"75.0000\" har et ciffer for meget
                           ^^^^^^^^ \"1.25.000\" mangler et ciffer
                                                       ^^^^^^^^^^
",
    );
    silent("Pr. 1.1.2024 kr. 500, pr. 01.12.2024 kr. 40, konto 12.3456 og 1.250.000,00 kr. samt 3.2.1 kr.");
}

#[test]
fn flags_a_comma_where_kroner_have_a_point() {
    check(
        &RULE,
        "
1. Skoler

Hallen koster 45,000 kr. i alt, kontingentet er 1,200 kroner, og prisen er 12,500 kr.
              ^^^^^^ \"45,000\" har et ciffer for meget, eller der skal stå \"45.000\"
                                                ^^^^^
                                                                           ^^^^^^
",
    );
}

#[test]
fn a_letter_is_no_zero() {
    check(
        &RULE,
        "
1. Tilskud

Vi søger 6.ooo kr. og 12.50O kr. til en båd, og den koster kr. 25o00.
         ^^^^^ \"6.ooo\" er skrevet med bogstavet o
                      ^^^^^^ \"12.50O\" er skrevet med bogstavet o
                                                               ^^^^^ \"25o00\" er skrevet med bogstavet o
Rum 2o, O2 og ooo kr. samt 6.000 kr. og model 4.oo.
",
    );
}
