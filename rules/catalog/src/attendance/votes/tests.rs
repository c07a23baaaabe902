use super::RULE;
use document::fixture::check;

fn meeting(decision: &str) -> String {
    format!(
        "Kulturudvalget\n10. marts 2026\nMedlemmer: Anne Krogh (A), Bo Lindt (V), Carl Mørk (C), Dorte Nue (F), Eva Ohm (A), Finn Post (V)\nAfbud: \
         Finn Post (V)\n\n1. Bro\n\nBeslutning\n\n{decision}\n"
    )
}

#[test]
fn flags_more_votes_than_may_vote() {
    check(
        &RULE,
        &meeting("For stemte 4 (A, F og C). Imod stemte 2 (V).\n           ^ Her er 6 stemmer, men kun 5"),
    );
    check(
        &RULE,
        &meeting(
            "Bo Lindt erklærede sig inhabil.\n\nFor: 3 (A og F)\n     ^ Her er 5 stemmer, men kun 4\n\nImod: 2 (C)",
        ),
    );
}

#[test]
fn flags_more_votes_than_a_party_has() {
    check(
        &RULE,
        &meeting("For: 3 (A og F)\n\nImod: 2 (C)\n      ^ Her står 2 stemmer, men partierne har kun 1"),
    );
}

fn board(head: &str, lines: &str) -> String {
    format!("{head}\n\n1. Gulv\n\nBeslutningen blev truffet med {lines}.\n\n2. Eventuelt\n\nIntet.\n")
}

#[test]
fn flags_votes_of_a_body_without_parties() {
    let head = "Referat af bestyrelsesmøde i hallen\n10. marts 2026\nTil stede: Kim Sand, Bente Lind, Flemming Ask, Jytte Poulsen\nAfbud: Lars Ulv";
    check(
        &RULE,
        &board(head, "4 stemmer for og 2 imod")
            .replace("imod.", "imod.\n                              ^ Her er 6 stemmer, men kun 4"),
    );
    check(&RULE, &board(head, "3 stemmer for og 1 imod"));
    let head = "Referat af generalforsamling i vandværket\n10. marts 2026\nDer deltog 47 andelshavere med 47 stemmer.";
    check(
        &RULE,
        &board(head, "39 stemmer for og 16 imod").replace(
            "imod.",
            "imod.\n                              ^^ Her er 55 stemmer, men der kunne kun afgives 47",
        ),
    );
    check(&RULE, &board(head, "39 stemmer for og 6 imod"));
}

#[test]
fn flags_votes_of_a_party_that_is_away() {
    let head = "Kulturudvalget\n10. marts 2026\nTil stede: Anne Krogh (A), Bo Lindt (V), Carl Mørk (C)\nAfbud: Dorte Nue (F)\n\n1. Bro\n\nBeslutning\n\n";
    for decision in [
        "Imod stemte F. Godkendt.\n            ^ F stemmer, men ingen fra F er til stede\n",
        "For stemte A, V og F.\n                   ^ F stemmer, men ingen fra F er til stede\n",
    ] {
        check(&RULE, &format!("{head}{decision}"));
    }
    for decision in [
        "Imod stemte Ø. Godkendt.\n",
        "Dorte Nue (F) ankom kl. 16.\n\nImod stemte F.\n",
        "Erik Nue (F) deltog i stedet for Dorte Nue (F).\n\nImod stemte F.\n",
    ] {
        check(&RULE, &format!("{head}{decision}"));
    }
}

#[test]
fn flags_one_count_and_scores() {
    for decision in [
        "Enstemmigt godkendt med 7 stemmer.\n                        ^ Her er 7 stemmer, men kun 5\n",
        "Alle 6 medlemmer stemte for.\n     ^ Her er 6 stemmer, men kun 5\n",
        "Godkendt med stemmerne 5-4.\n                       ^ Her er 9 stemmer, men kun 5\n",
        "Godkendt med 5 stemmer mod 4.\n             ^ Her er 9 stemmer, men kun 5\n",
        "Bo Lindt er inhabil. For stemte 5. Godkendt.\n                                ^ Her er 5 stemmer, men kun 4\n",
    ] {
        check(&RULE, &meeting(decision));
    }
    for decision in
        ["Alle 5 medlemmer stemte for.", "Godkendt med stemmerne 3-2.", "Enstemmigt godkendt med 5 stemmer."]
    {
        check(&RULE, &meeting(decision));
    }
}

#[test]
fn another_body_has_other_voters() {
    for decision in [
        "Økonomiudvalget godkendte planen med 5 stemmer mod 4. Godkendt.",
        "Planen blev vedtaget i 2024 med 6 stemmer mod 3. Godkendt.",
    ] {
        check(&RULE, &meeting(decision));
    }
    check(
        &RULE,
        "Kulturudvalget\n10. marts 2026\nMedlemmer: Anne Krogh (A), Bo Lindt (V), Carl Mørk (C)\nAfbud: Carl Mørk (C)\n\n1. Bro\n\nBeslutning i Økonomiudvalget den 02-03-2026\n\nGodkendt med 3 stemmer mod 2.\n\nBeslutning i Kulturudvalget den 10-03-2026\n\nGodkendt.\n",
    );
}

#[test]
fn ignores_votes_that_fit() {
    for decision in [
        "For: 3 (A og F)\n\nImod: 2 (V og C)",
        "For: 2 (A)\n\nImod: 1 (C)\n\nUndlod: 2 (V og F)",
        "Godkendt med 3 stemmer imod 2.",
        "Carl Mørk (C) blev erklæret inhabil med 4 stemmer for og 1 imod.",
        "For: 20 (A og F)\n\nImod: 11 (V og C)",
    ] {
        check(&RULE, &meeting(decision));
    }
}

#[test]
fn a_substitute_in_any_words_may_vote() {
    let meeting = |line: &str, votes: &str| {
        format!(
            "Kulturudvalget\n10. marts 2026\nMedlemmer: Anne Krogh (A), Bo Lindt (V), Carl Mørk (C), Lis Dahl (O)\nAfbud: Lis Dahl (O)\n{line}\n\n1. Bro\n\n\
             Beslutning\n\nGodkendt med {votes}.\n"
        )
    };
    for line in [
        "Stedfortræder: Ole Krog (O)",
        "Suppleanter: Ole Krog (O)",
        "Stedfortræder for Lis Dahl (O): Ole Krog (O)",
        "Ole Krog (O) deltog som stedfortræder.",
        "1. suppleant Ole Krog (O) var indkaldt.",
        "I stedet for Lis Dahl (O) mødte Ole Krog (O).",
        "Suppleant (i stedet for Lis Dahl): Ole Krog (O)",
        "Stedfortrædende medlem: Ole Krog (O)",
        "Deltog: Ole Krog (O) (suppleant)",
        "For Lis Dahl (O) mødte Ole Krog (O).",
        "Desuden til stede: Ole Krog (O)",
        "En stedfortræder for Lis Dahl (O) deltog.",
    ] {
        check(&RULE, &meeting(line, "3 stemmer for og 1 stemme imod"));
    }
    check(
        &RULE,
        &meeting("Stedfortræder: Ole Krog (O)", "4 stemmer for og 1 stemme imod")
            .replace("imod.\n", "imod.\n             ^ Her er 5 stemmer, men kun 4 kan\n"),
    );
}

#[test]
fn flags_votes_before_somebody_came_and_in_other_words() {
    let meeting = |line: &str, decision: &str| {
        format!(
            "Kulturudvalget\n10. marts 2026\nMedlemmer: Anne Krogh (A), Bo Lindt (V), Carl Mørk (C), Lis Dahl (O)\n{line}\n\n1. Bro\n\nBeslutning\n\n{decision}\n\n\
             2. Sti\n\nBeslutning\n\nGodkendt.\n"
        )
    };
    check(
        &RULE,
        &meeting(
            "Lis Dahl (O) ankom under punkt 2.",
            "Godkendt enstemmigt med 4 stemmer.\n                        ^ Her er 4 stemmer, men kun 3",
        ),
    );
    check(&RULE, &meeting("Afbud: ingen", "5 stemte for, ingen imod.\n^ Her er 5 stemmer, men kun 4"));
    check(
        &RULE,
        &meeting("Afbud: ingen", "Fem stemte for, ingen stemte imod.\n^^^ Her er 5 stemmer, men kun 4"),
    );
    check(
        &RULE,
        &meeting("Afbud: ingen", "Godkendt med 5 stemmer.\n             ^ Her er 5 stemmer, men kun 4"),
    );
    check(&RULE, &meeting("Afbud: ingen", "Bo Lindt blev valgt med 5 stemmer."));
    check(&RULE, &meeting("Afbud: ingen", "Godkendt med 4 stemmer."));
}
