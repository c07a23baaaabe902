//! What is told of the word before a point, and what is not.

use super::RULE;
use document::fixture::{check, check_fix, check_in};

#[test]
fn flags_each_point_that_differs() {
    check(
        &RULE,
        "
1. Budget

Indstilling

Direktionen indstiller,

- at orienteringen tages til efterretning
- At udvalget drøfter forslaget.
  ^^ \"At\" står midt i en sætning og skrives med lille
- planen godkendes
  ^^^^^^ Punkt 3 mangler \"at\"
",
    );
}

#[test]
fn a_house_that_writes_small_at_wants_it_everywhere() {
    check_in(
        "svendborg",
        &RULE,
        "
Beslutningstema
Plan
Indstilling
Direktionen indstiller,
- At planen godkendes.
  ^^ \"At\" står
",
    );
}

#[test]
fn a_house_that_writes_at_misses_it_where_another_point_has_it() {
    check_in(
        "svendborg",
        &RULE,
        "
Beslutningstema
Plan
Indstilling
Direktionen indstiller,
- at planen godkendes
- udvalget holder møde i maj
  ^^^^^^^^ Punkt 2 mangler \"at\"
",
    );
}

#[test]
fn a_lead_in_without_the_word_demands_it_of_a_single_point() {
    check_in(
        "svendborg",
        &RULE,
        "
Beslutningstema
Plan
Indstilling
Direktionen indstiller,
- udvalget drøfter og tager stilling til den videre proces
  ^^^^^^^^ Punktet mangler \"at\"
",
    );
    check_in(
        "svendborg",
        &RULE,
        "Beslutningstema\nPlan\nIndstilling\nDirektionen indstiller, at\n- planen godkendes\n",
    );
}

#[test]
fn each_point_follows_its_own_lead_in() {
    for text in [
        "Centret indstiller til Planudvalget,\n\n1. at politikken godkendes.\n\nCentret indstiller til Teknikudvalget at,\n\n2. \
         udvalget tager politikken til efterretning.\n",
        "Centret indstiller, at Teknikudvalget og Byrådet\n\n1. beslutter, om hallen skal bygges\n\nCentret indstiller til \
         Skoleudvalget,\n\n2. at hallen tages til efterretning.\n",
        "Centret indstiller til Byrådet,\n\n1. at planen godkendes\n2. at kortet godkendes\n\nCentret indstiller til \
         Skoleudvalget at\n\n3. planen drøftes.\n",
    ] {
        check(&RULE, &format!("1. Plan\n\nIndstilling\n\n{text}"));
    }
}

#[test]
fn a_lead_in_with_a_number_is_told_as_such() {
    check(
        &RULE,
        "
1. Plan

Indstilling

1. Administrationen indstiller,
   ^^^^^^^^^^^^^^^^ Indledningen har fået et nummer
2. at planen godkendes.
3. at kortet godkendes.
",
    );
}

#[test]
fn flags_one_of_two_points_that_lacks_the_word() {
    check(
        &RULE,
        "
1. Plan

Indstilling

Centret indstiller,

1. at planen drøftes.
2. kortet godkendes.
   ^^^^^^ Punkt 2 mangler \"at\"
",
    );
    check(
        &RULE,
        "1. Plan\n\nIndstilling\n\nCentret indstiller,\n\n1. at udvalget drøfter planen\n2. godkender kortet\n",
    );
}

#[test]
fn a_document_that_writes_a_capital_throughout_has_changed_its_manner() {
    check_in(
        "svendborg",
        &RULE,
        "Beslutningstema\nPlan\nIndstilling\nDirektionen indstiller,\n- At planen godkendes.\n- At kortet godkendes.\n",
    );
}

#[test]
fn parts_of_a_point_need_no_word_of_their_own() {
    check(
        &RULE,
        "1. Plan\n\nIndstilling\n\nCentret indstiller,\n\n- at planen godkendes\n- at arbejdet deles således:\n- 1,9 mio. kr. \
         frigives\n- Resten afventer\n- at kortet godkendes\n",
    );
}

#[test]
fn ignores_other_conjunctions() {
    check(
        &RULE,
        "1. Plan\n\nIndstilling\n\nVi indstiller,\n\n1. at det drøftes,\n2. om planen skal ændres\n3. at, hvis ja, sker det\n4. \
         Hvis nej, at den udgår\n",
    );
}

#[test]
fn ignores_points_that_are_all_written_alike() {
    check(
        &RULE,
        "1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n1. At planen godkendes.\n2. At den drøftes.\n",
    );
    check(
        &RULE,
        "1. Budget\n\nIndstilling\n\nDirektionen indstiller, at\n\n- planen godkendes\n- den drøftes\n",
    );
    check(
        &RULE,
        "1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n1. at planen godkendes.\n2. At den drøftes.\n",
    );
}

#[test]
fn a_sign_glued_to_the_word_leaves_it_the_word() {
    for glued in ["at¾", "at2", "at/om"] {
        check(
            &RULE,
            &format!("1. Skoler\n\nIndstilling\n\n1. {glued}\n2. at planen godkendes\n3. at den drøftes\n"),
        );
    }
}

#[test]
fn ignores_longer_words() {
    check(&RULE, "1. Budget\n\nIndstilling\n\nDirektionen indstiller\n\n- Attesten godkendes.\n");
}

#[test]
fn the_name_of_a_firm_keeps_its_capital() {
    for name in ["At Home A/S får opgaven", "At Work ApS, Vejle, får opgaven", "At Ease Holding hører til"]
    {
        let text = format!(
            "\n1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n1. {name}\n2. at planen godkendes.\n"
        );
        check(&RULE, &text);
    }
}

#[test]
fn writes_the_small_word() {
    check_fix(
        &RULE,
        "1. Budget\n\nIndstilling\n\nVi indstiller,\n\n- at A drøftes,\n- At B godkendes.\n",
        "1. Budget\n\nIndstilling\n\nVi indstiller,\n\n- at A drøftes,\n- at B godkendes.\n",
    );
}

#[test]
fn the_other_lists_of_a_meeting_say_where_the_word_stands() {
    let meeting = |points: &str| {
        format!(
            "Byrådet\n\n1. Bus\n\nIndstilling\n\nDirektionen indstiller,\n\n- at planen godkendes\n\n2. Sti\n\nIndstilling\n\nDirektionen indstiller,\n\n{points}\n\nBeslutning\n\nGodkendt.\n"
        )
    };
    for points in [
        "- udvalget drøfter den videre proces\n  ^^^^^^^^ Punktet mangler \"at\"",
        "1. stien anlægges i maj\n   ^^^^^ Punktet mangler \"at\"\n2. prisen nedsættes",
        "- der gives 2 mio. kr. til stien\n  ^^^ Punktet mangler \"at\"",
    ] {
        check(&RULE, &meeting(points));
    }
    check(&RULE, &meeting("- godkendelse af planen\n- udpegning af tre medlemmer"));
    check(&RULE, &meeting("- en bevilling på 2 mio. kr. til stien"));
}
