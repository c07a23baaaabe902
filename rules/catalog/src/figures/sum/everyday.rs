//! Tests of sums as they are said and set every day.

use super::RULE;
use document::fixture::check;

fn item(lines: &str) -> String {
    format!("1. Bro\n\nØkonomi\n\n{lines}\n")
}

#[test]
fn flags_sums_in_everyday_words() {
    for line in [
        "Skolen har 480 elever, fordelt på 210 i indskolingen, 150 på mellemtrinnet og 130 i udskolingen.\n           ^^^ Delene giver 490",
        "Huslejen stiger fra 800 kr. til 824 kr. pr. m², en stigning på 34 kr.\n                                                               ^^ Det giver 24",
        "Prisen er 375.000 kr. Staten giver 250.000 kr., og vi betaler de resterende 152.000 kr.\n                                                                            ^^^^^^^ Der bliver 125.000 tilbage",
        "Elevatoren koster 1,2 mio. kr. og rampen 800.000 kr., i alt 3 mio. kr.\n                                                            ^ Delene giver 2",
        "Bevillingen er på 650.000 kr. Af beløbet afsættes 500.000 kr. til redskaber og 250.000 kr. til sand.\n                  ^^^^^^^ Det giver 750.000",
        "Puljen på 650.000 kr. fordeles med 500.000 kr. til redskaber og 250.000 kr. til sand.\n          ^^^^^^^ Det giver 750.000",
        "Udgiften på 620.000 kr. består af 400.000 kr. til veje og 200.000 kr. til stier.\n            ^^^^^^^ Det giver 600.000",
        "Skolen har 480 elever, fordelt på 210 i nord, 150 i syd og 130 i vest.\n           ^^^ Delene giver 490",
    ] {
        check(&RULE, &item(line));
    }
}

#[test]
fn ignores_sums_in_everyday_words_that_agree() {
    for line in [
        "Huslejen stiger fra 800 kr. til 824 kr. pr. m², en stigning på 24 kr.",
        "Prisen er 375.000 kr. Staten giver 250.000 kr., og vi betaler de resterende 125.000 kr.",
        "Elevatoren koster 1,2 mio. kr. og rampen 800.000 kr., i alt 2 mio. kr.",
        "Broen koster 2 mio. kr. og rampen 800.000 kr., i alt 3 mio. kr.",
        "Bevillingen er på 650.000 kr. Af beløbet afsættes 500.000 kr. til redskaber og 50.000 kr. til sand.",
        "Af puljen på 650.000 kr. afsættes 500.000 kr. til redskaber og 150.000 kr. til sand.",
        "Skolen har 480 elever, fordelt på 210 i nord, 150 i syd og 120 i vest.",
        "Der kommer 14 børn, 12 voksne og 2 hunde, i alt 26 deltagere.",
    ] {
        check(&RULE, &item(line));
    }
}

#[test]
fn a_row_may_be_taken_off_and_a_total_stand_apart() {
    for table in [
        "Post\tKr.\nVeje\t400.000\nBroer\t100.000\nSkilte\t50.000\nStatstilskud\t-150.000\nI alt\t430.000\n      ^^^^^^^ Delene giver 400.000",
        "Post\tKr.\nVeje\t400.000\nStier\t100.000\nBroer\t100.000\n\nI alt\t620.000\n      ^^^^^^^ Delene giver 600.000",
        "Post\tKr.\nVeje\t400.000\nBroer\t100.000\nSkilte\t50.000\nStatstilskud\t-150.000\nI alt\t400.000",
        "Post\tKr.\nVeje\t400.000\nStier\t100.000\nBroer\t100.000\n\nI alt\t600.000",
        "Post\tKr.\nUdgifter\t400.000\nTilskud\t-150.000\nI alt\t550.000",
        "Post\tKr.\nVeje\t400.000\nStier\t100.000\nBroer\t100.000\n\nAndet\tKr.\nI alt\t620.000",
    ] {
        check(&RULE, &item(table));
    }
}
