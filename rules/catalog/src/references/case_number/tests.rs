//! What `case_number` must and must not say.

use super::RULE;
use document::fixture::{check, check_in};

#[test]
fn flags_a_facet_that_kle_does_not_have() {
    check(
        &RULE,
        "
Punkt 1: Budget

20.15.04-X00-7-21
^^^^^^^^^^^^^^^^^ \"X\" er ingen KLE-facet

Beslutning

Godkendt.

Punkt 2: Regnskab

Sagsnr.: 00.30.10-O00-4-16
         ^^^^^^^^^^^^^^^^^ Facetten skal være \"Ø\"

Beslutning

Godkendt.

Punkt 3: Bevilling

00.30.10-000-4-16
^^^^^^^^^^^^^^^^^ Facetten skal være \"Ø\"
",
    );
}

#[test]
fn flags_a_year_that_had_not_begun_and_a_hyphen_that_the_others_have() {
    check(
        &RULE,
        "
Byrådet den 4. april 2022

Punkt 1: Budget

00.30.10-S00-4-32
^^^^^^^^^^^^^^^^^ Sagsnummerets år ligger efter mødet

Punkt 2: Budget

00.30.10-S00-5-22

Punkt 3: Budget

00.30.10-S00-6-99

Punkt 4: Budget

00.30.10S00-7-22
^^^^^^^^^^^^^^^^ Sagsnummeret mangler bindestregen
",
    );
}

#[test]
fn a_house_may_require_a_number_in_every_case() {
    check_in(
        "odense",
        &RULE,
        "
Byrådet den 4. april 2022

Punkt 1: Ny skole
^^^^^^^^^^^^^^^^^ Punktet mangler sit sagsnummer

Resume

Skolen bygges.

Punkt 2: Ny vej

21/01960
^^^^^^^^ Sagsnummeret er ikke et KLE-nummer

Resume

Vejen bygges.

Punkt 3: Godkendelse af dagsorden

Beslutning

Godkendt.

Punkt 4: Lukket: Køb
",
    );
}

#[test]
fn flags_a_number_that_is_to_be_filled_in() {
    check(
        &RULE,
        "
Punkt 1: Budget

00.00.00-A00-0-00
^^^^^^^^^^^^^^^^^ Sagsnummeret er ikke udfyldt

Resume

Budgettet er klar.

Punkt 2: Regnskab

00.30.10-S00-4-16
",
    );
    check(
        &RULE,
        "
Punkt 1: Budget

00/00000
^^^^^^^^ Sagsnummeret er ikke udfyldt

Punkt 2: Regnskab

00/00000
^^^^^^^^

Beslutning

Godkendt.
",
    );
}

#[test]
fn a_template_is_to_be_filled_in() {
    for number in ["00.00.00-A00-0-00", "00/00000", "0000-000000"] {
        check(
            &RULE,
            &format!(
                "Byrådet\n\nPunkt 1: Budget\n\n{number}\n\nResume\n\nPunkt 2: Regnskab\n\n{number}\n\nResume\n\nBeslutning\n"
            ),
        );
    }
}

#[test]
fn ignores_the_forms_in_use_and_items_without_a_number() {
    check(
        &RULE,
        "
Byrådet den 4. april 2022

Punkt 1: A

85.02.02-P35-12-22

Punkt 2: B

00.01.00A04

Punkt 3: C

20/33839

Punkt 4: D

Resume

Møde 14.09.20-17 og emnet 00.30.10-X00-4-16 i teksten.

Punkt 5: E

12.03.22 kl. 17
",
    );
}
