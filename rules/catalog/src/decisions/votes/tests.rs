use super::RULE;
use document::fixture::check;

fn item(decision: &str) -> String {
    format!("1. Plan\n\nBeslutning\n\n{decision}")
}

#[test]
fn flags_who_stands_on_two_sides() {
    check(&RULE, &item("For: 5 (A, B, C og F)\n\nImod: 2 (O og F)\n              ^ F står på to sider\n"));
    check(
        &RULE,
        &item(
            "For stemte (V), (A) og Lise Bruun (UP).\nImod stemte (Ø) og Lise Bruun (UP).\n                   ^^^^^^^^^^ Lise Bruun står på to sider\n",
        ),
    );
}

#[test]
fn flags_numbers_that_do_not_fit_the_names() {
    check(
        &RULE,
        &item("Stemmer for: 3 (V, C, Ø og F)\n             ^ Her står 3 stemmer, men der er nævnt 4\n"),
    );
    check(&RULE, &item("Imod: 0 (A)\n      ^ Her står 0 stemmer\n"));
    check(
        &RULE,
        &item("For: 3 (Lise Bruun (A), Tom Holm (V))\n     ^ Her står 3 stemmer, men kun 2 medlemmer\n"),
    );
}

#[test]
fn flags_an_outcome_against_the_count() {
    check(
        &RULE,
        &item(
            "Indstillingen blev vedtaget med 9 stemmer imod 12.\n                   ^^^^^^^^ Udfaldet passer ikke\n",
        ),
    );
    check(
        &RULE,
        &item(
            "Stemmer for: 9 (V, C)\nImod: 12 (A, F)\nDermed blev forslaget vedtaget.\n                      ^^^^^^^^ Udfaldet\n",
        ),
    );
}

#[test]
fn flags_an_outcome_behind_its_only_vote() {
    for decision in [
        "2 stemte for, 3 stemte imod. Indstillingen blev godkendt.\n                                                ^^^^^^^^ Udfaldet passer ikke\n",
        "For: 2 (A og C)\nImod: 3 (V, F og O)\nGodkendt.\n^^^^^^^^ Udfaldet passer ikke\n",
        "4 stemte for, 1 stemte imod.\n\nIndstillingen blev forkastet.\n                   ^^^^^^^^^ Udfaldet passer ikke\n",
        "For: 2 (A og C). Imod: 3 (V, F og O). Godkendt.\n                                      ^^^^^^^^ Udfaldet passer ikke\n",
    ] {
        check(&RULE, &item(decision));
    }
    for decision in [
        "3 stemte for, 2 stemte imod. Indstillingen blev godkendt.\n",
        "V stillede forslag om at udsætte sagen. For: 2 (V og O). Imod: 3 (A, C og F). Indstillingen blev godkendt.\n",
        "V ønskede sagen udsat.\n\nFor: 2 (V og O)\nImod: 3 (A, C og F)\nGodkendt.\n",
        "Ændringsforslag: For: 1 (O). Imod: 4 (A, V, C og F). Indstilling: For: 4 (A, V, C og F). Imod: 1 (O). Godkendt.\n",
        "For: 4 (A, C, F og V)\nImod: 1 (O)\nAfvist.\n",
        "2 stemte for at udsætte sagen, 3 stemte imod. Indstillingen blev derefter drøftet og godkendt.\n",
    ] {
        check(&RULE, &item(decision));
    }
}

#[test]
fn flags_a_party_twice_on_one_side() {
    check(&RULE, &item("Stemmer for: 9 (V, C, Ø, F, V)\n                            ^ V står to gange\n"));
    check(
        &RULE,
        &item("For stemte: A, B, C og B.\n                       ^ B står to gange\nImod stemte: V.\n"),
    );
}

#[test]
fn flags_what_prose_says_of_a_vote() {
    check(
        &RULE,
        &item(
            "Indstillingen blev enstemmigt godkendt efter afstemning.\n                   ^^^^^^^^^^ Beslutningen kaldes \
             enstemmig\nFor stemte 6: A, F og Ø.\nImod stemte 3: V og C.\n",
        ),
    );
    check(
        &RULE,
        &item(
            "For stemte 6: A, F og Ø.\nImod stemte 3: V, C og Ø.\n                       ^ Ø står på to sider\n",
        ),
    );
    check(
        &RULE,
        &item(
            "V stillede ændringsforslag.\nFor stemte 3: V og C.\nImod stemte 6: A, F og Ø.\nIndstillingen blev derefter \
             enstemmigt godkendt.\n",
        ),
    );
    check(&RULE, &item("Enstemmigt godkendt.\nFor: 9 (V, C)\nImod: 0\n"));
    check(
        &RULE,
        &item(
            "Enstemmigt godkendt.\n\nIda Lund stemte imod.\n         ^^^^^^^^^^^ Beslutningen kaldes enstemmig\n",
        ),
    );
    check(
        &RULE,
        &item("Forslaget faldt med 49 stemmer for og 19 imod.\n^^^^^^^^^^^^^^^ Udfaldet passer ikke\n"),
    );
    check(&RULE, &item("Ad 1. Enstemmigt godkendt.\n\nAd 2. Godkendt. Ida Lund stemte imod.\n"));
    check(
        &RULE,
        &item(
            "Godkendt enstemmigt. Imod stemte Per Lund (C).\n         ^^^^^^^^^^ Beslutningen kaldes enstemmig\n",
        ),
    );
    check(
        &RULE,
        &item(
            "Et enigt udvalg godkendte planen. Ida Lund stemte imod.\n                                           ^^^^^^^^^^^ Beslutningen kaldes enstemmig\n",
        ),
    );
    for decision in [
        "Enstemmigt godkendt. Ingen stemte imod.",
        "Enstemmigt godkendt. Ida Lund stemte imod på sidste møde.",
        "Ida Lund stemte imod, at sagen blev udsat. Planen blev enstemmigt godkendt.",
        "For stemte 3 (A, V, F). Imod stemte 2 (C, A).",
        "Med 3 stemmer for og 4 imod faldt planen. En ny plan blev vedtaget enstemmigt.",
    ] {
        check(&RULE, &item(&format!("{decision}\n")));
    }
}

#[test]
fn ignores_votes_that_agree() {
    for decision in [
        "Stemmer for: 9 (V, C, Ø, F, B)\nImod: 0\nUndlod: 1 (A)\nDermed blev ændringen vedtaget.\n",
        "For stemte: A, B og F.\nImod stemte: Ø med undtagelse af 2 medlemmer.\nUndlod at stemme: Ø.\n",
        "Indstillingen blev godkendt med 31 stemmer imod 14. 6 undlod.\nFor stemte: A, B og F.\nImod stemte: C og V.\n",
        "Med stemmerne 20 for og 1 imod godkendte Byrådet planen.\n(Ø) fremsatte følgende forslag til beslutning:\nByrådet \
         vedtager et mål.\nFor stemte: (Ø)\nImod stemte: (V), (A) og (C)\n",
        "Forslaget krævede 2/3 flertal og blev forkastet med 3 stemmer for og 2 imod.\n",
        "Ændringen kræver fire stemmer. Den blev forkastet med 3 stemmer for og 2 imod.\n",
        "Forslaget blev forkastet med 11 stemmer for og 8 imod, da vedtægten kræver kvalificeret flertal.\n",
        "For: 20 (V, A og C)\nImod: 3 (Lise Bruun (A), Tom Holm (B) og Ida Lund (B))\n",
        "Ad 1. Forkastet. For stemte fem medlemmer (Liste N og Ø). Imod stemte 12 medlemmer (A, C og V).\n",
        "(Ø) stillede følgende ændringsforslag:\n\n”at støjen måles”\n\nFor: 4 (Ø)\nImod: 9 (V)\nDermed blev indstillingen vedtaget.\n",
    ] {
        check(&RULE, &item(decision));
    }
}
