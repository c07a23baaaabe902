//! What `undecided_at_point` must and must not say.

use super::RULE;
use document::fixture::{check, item};

const THREE: &str = "1. at planen godkendes.\n2. at støjen drøftes.\n3. at kortet godkendes.\n";

#[test]
fn ignores_a_point_that_is_answered_in_its_own_words() {
    let points = "1. at planen godkendes.\n2. at kortet godkendes.\n3. at udvalget udpeger et medlem.\n";
    check(&RULE, &item(points, "Punkt 1 og 2 blev godkendt. Som medlem blev udpeget Ida Lund.\n"));
}

#[test]
fn flags_silence_where_others_are_named() {
    for decision in [
        "Ad 1. Godkendt.\n\nAd 2. Drøftet. Udvalget ønsker mere ro.\n^^^^ Beslutningen siger intet om punkt 3",
        "1.-2. Godkendt.\n^^^^ Beslutningen siger intet om punkt 3",
        "Indstillingens 1. at-punkt blev godkendt.\n               ^^^^^^^^^^^ Beslutningen siger intet om punkt 2 og 3",
        "1. Godkendt.\n2. Drøftet.\n^ Beslutningen siger intet om punkt 3\n\nØ stemte imod.",
        "Ad. 1\n\n5 medlemmer (A+V) anbefaler forslaget.\n\nAd. 2\n^^^^^ Beslutningen siger intet om punkt 3\n\nAnbefales.",
    ] {
        check(&RULE, &item(THREE, &format!("{decision}\n")));
    }
}

#[test]
fn flags_a_number_with_no_words_behind() {
    for decision in [
        "Ad 1. Godkendt.\nAd 2. Drøftet.\nAd 3.\n^^^^ Beslutningen siger intet om punkt 3",
        "Ad 1. Godkendt.\n\nAd 2:\n^^^^ Beslutningen siger intet om punkt 2\n\nAd 3. Godkendt.",
        "Ad 1.\n^^^^ Beslutningen siger intet om punkt 1, 2 og 3\nAd 2.\nAd 3.",
        "1. at-punkt blev godkendt.\n2. at-punkt blev drøftet.\n3. at-punkt blev\n^^^^^^^^^^^ Beslutningen siger intet om punkt 3",
        "1. Godkendt.\n2. Drøftet.\n3. …\n^ Beslutningen siger intet om punkt 3",
    ] {
        check(&RULE, &item(THREE, &format!("{decision}\n")));
    }
}

#[test]
fn ignores_an_answer_below_its_number_or_for_all() {
    for decision in [
        "Ad 1.\n\nGodkendt.\n\nAd 2.\n\nUdvalget ønsker mere ro.\n\nAd 3.\n\nGodkendt.",
        "1.\n2.\n3.\n\nGodkendt.\n\nGodkendt.\n\nGodkendt.",
        "Indstillingen blev godkendt.\n\nAd 2.",
        "Ad 1.\nGodkendt.\nAd 2.\nStøjen måles igen.\nAd 3.\nKortet bruges fra maj.",
    ] {
        check(&RULE, &item(THREE, &format!("{decision}\n")));
    }
}

#[test]
fn ignores_a_point_that_is_excepted_from_the_rest() {
    for decision in [
        "Godkendt uden punkt 2.",
        "Indstillingen blev godkendt bortset fra punkt 2.",
        "Godkendt med undtagelse af 2. at-punkt.",
    ] {
        check(&RULE, &item(THREE, &format!("{decision}\n")));
    }
}

#[test]
fn flags_a_decision_with_the_object_of_one_point() {
    check(
        &RULE,
        &item(
            "1. at orienteringen om jobcentret tages til efterretning\n2. at udmøntningen drøftes\n",
            "Udvalget tager orienteringen til efterretning.\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Beslutningen siger intet om punkt 2\n",
        ),
    );
}

#[test]
fn one_of_several_alternatives_is_enough() {
    for (points, decision) in [
        (
            "1. at politikken ændres\n\neller\n\n2. at politikken ikke ændres og\n\n3. at forslaget er færdigbehandlet.\n",
            "2-3, godkendt\n",
        ),
        (
            "1. om analyserne skal laves.\n\neller\n\n2. om planen skal laves\n3. at sagen drøftes.\n",
            "1. Godkendt.\n\n3. Godkendt.\n",
        ),
        ("1. at vejen lukkes, eller\n2. at vejen ensrettes.\n", "1. Godkendt.\n"),
        (
            "1. at der etableres bump, alternativt\n2. at der etableres en chikane,\n3. at der afsættes 200.000 kr.\n",
            "Ad 1 og 3. Godkendt.\n",
        ),
        ("1. at vejen lukkes.\n2. alternativt at vejen ensrettes.\n", "Ad 2. Godkendt.\n"),
        ("1. at enten vejen lukkes\n2. at eller den ensrettes.\n", "Ad 2. Godkendt.\n"),
        ("1. enten at vejen lukkes\n2. eller at den ensrettes.\n", "Ad 2. Godkendt.\n"),
    ] {
        check(&RULE, &item(points, decision));
    }
    let choice = |lead: &str| {
        format!(
            "1. Vej\n\nIndstilling\n\n{lead}\n\n1. at vejen lukkes\n2. at vejen ensrettes\n\nBeslutning\n\nAd 2. Godkendt.\n"
        )
    };
    check(&RULE, &choice("Centret indstiller, at udvalget vælger en af følgende modeller:"));
    check(&RULE, &choice("Centret indstiller, at udvalget vælger mellem"));
    let told = choice("Centret indstiller følgende:")
        .replace("Godkendt.\n", "Godkendt.\n^^^^ Beslutningen siger intet om punkt 1");
    check(&RULE, &told);
}

#[test]
fn a_general_decision_covers_all_points() {
    for decision in [
        "Godkendt.",
        "Indstillingen blev godkendt.",
        "Udvalget godkendte indstillingen.",
        "Byrådet godkendte Planudvalgets indstilling.",
        "Godkendt, idet 2. at-punkt ændres.",
        "Anbefales.",
        "1. Godkendt med ændringer. Indstillingen i øvrigt godkendt.",
        "Taget til efterretning.",
        "Sagen blev udsat.",
        "1.-3. Godkendt.",
        "1. Godkendt.\n1. Drøftet.\n1. Godkendt.",
        "1. Godkendt.\n2. Drøftet.\n3. Godkendt.",
        "Ad. 1\n\n5 medlemmer (A+V) anbefaler forslaget.\n\nAd. 2 og 3\n\nAnbefales.",
        "1. Godkendt. 2. Drøftet. 3. Godkendt.",
        "Godkendt. O stemte imod punkt 2.",
        "Godkendt (punkt 2 med 4 stemmer mod 1).",
        "Godkendt. Vedr. punkt 2 bemærker udvalget, at støjen er høj.",
        "Godkendt. For så vidt angår punkt 3 ønsker udvalget en status i maj.",
        "Godkendt. Punkt 2 oversendes til Byrådet.",
        "Tiltrådt. Udvalget lagde ved punkt 1 vægt på naturen.",
        "Godkendt. Bo Lindt stemte imod at-punkt 3.",
        "Vedtaget. Til punkt 2 blev det oplyst, at målingen er lavet.",
    ] {
        check(&RULE, &item(THREE, &format!("{decision}\n")));
    }
}

#[test]
fn more_than_one_clause_may_answer_more_than_one_point() {
    let points = "1. at orienteringen om jobcentret tages til efterretning\n2. at udmøntningen drøftes\n";
    for decision in [
        "Udvalget tager orienteringen til efterretning, og processen fortsætter i april.",
        "Udvalget tager orienteringen til efterretning og ser på resten i april.",
    ] {
        check(&RULE, &item(points, &format!("{decision}\n")));
    }
}

#[test]
fn ignores_points_that_fall_with_another_or_are_not_this_bodys() {
    check(&RULE, &item(THREE, "1. Anbefales ikke.\n"));
    check(&RULE, &item(THREE, "1. Udsat til næste møde.\n"));
    check(
        &RULE,
        &item("1. at planen godkendes.\n2. at kortet godkendes, hvis planen vedtages.\n", "1. Godkendt.\n"),
    );
    check(
        &RULE,
        &item(
            "1. at planen godkendes.\n\nCentret indstiller til Kulturudvalget,\n\n2. at sagen tages til efterretning.\n",
            "1. Godkendt.\n",
        ),
    );
    check(
        &RULE,
        &item(
            "1. at Planudvalget godkender planen.\n2. at Kulturudvalget godkender kortet.\n",
            "1. Godkendt.\n",
        ),
    );
}

#[test]
fn a_lead_in_says_whose_points_they_are() {
    let text = |decision: &str| {
        format!(
            "Planudvalget\n4. april 2022\n\n1. Plan\n\nIndstilling\n\nCentret indstiller til Planudvalget,\n\n1. at \
                 planen godkendes\n2. at kortet godkendes\n\nCentret indstiller til Kulturudvalget,\n\n3. at sagen \
                 drøftes\n\nBeslutning\n\n{decision}"
        )
    };
    check(&RULE, &text("1. Godkendt.\n^ Beslutningen siger intet om punkt 2 i\n"));
    check(&RULE, &text("1.-2. Godkendt.\n"));
}

#[test]
fn each_body_may_answer_its_points() {
    check(
        &RULE,
        "1. Plan\n\nIndstilling\n\nCentret indstiller,\n\n1. at planen godkendes\n2. at kortet godkendes\n\nBeslutning i \
             Planudvalget den 04-04-2022\n\n1. Godkendt.\n\nBeslutning i Byrådet den 11-04-2022\n\n2. Godkendt.\n",
    );
}

#[test]
fn a_bare_outcome_that_only_some_points_ask_for_leaves_the_others() {
    let grant = "1. at orienteringen tages til efterretning.\n2. at der bevilges 2 mio. kr.\n";
    let talk = "1. at støjen drøftes.\n2. at planen godkendes.\n";
    check(
        &RULE,
        &item(
            grant,
            "Taget til efterretning.\n^^^^^^^^^^^^^^^^^^^^^^^ Beslutningen siger intet om punkt 2\n",
        ),
    );
    check(&RULE, &item(talk, "Drøftet.\n^^^^^^^^ Beslutningen siger intet om punkt 2\n"));
    for decision in [
        "Godkendt.",
        "Indstillingen blev taget til efterretning.",
        "Taget til efterretning og godkendt.",
        "Drøftet. Sagen genoptages i maj.",
        "Udsat.",
    ] {
        check(&RULE, &item(grant, &format!("{decision}\n")));
    }
    // What is noted in the committee is for the council to approve.
    check(
        &RULE,
        &item(
            "1. at udvalget tager orienteringen til efterretning.\n2. at Byrådet godkender planen.\n",
            "Taget til efterretning.\n",
        ),
    );
}
