//! What `comma-clause` must and must not say.

use super::RULE;
use document::fixture::{check, check_fix, document};

fn silent(line: &str) {
    check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n"));
}

#[test]
fn flags_a_past_and_a_verb_behind_a_participle() {
    check(
        &RULE,
        "
1. Skoler

Da formanden var syg ledte næstformanden mødet. De beboere, der ikke har betalt får en rykker.
                 ^^^^^^^^^ Ledsætningen slutter ved \"syg\"
                                                                         ^^^^^^^^^^
",
    );
    silent("Da formanden mente kassereren var syg, blev mødet aflyst.");
    silent("Da den dreng vi kendte boede på skolen, var der ro.");
    silent("De frivillige, der har lovet at komme, får kaffe.");
}

#[test]
fn flags_a_comma_inside_the_subject_of_a_question() {
    check(
        &RULE,
        "
1. Skoler

Der er tvivl om hvem, der kører først, og om hvad der er aftalt.
                ^^^^^^^^^ \"hvem der\" hører sammen
",
    );
    silent("Det gælder dem, der kører, og hvem som helst, der kører. Hvem, der kører, er uklart.");
}

#[test]
fn flags_leading_clauses_before_passives_and_light_subjects() {
    check(
        &RULE,
        "
1. Skoler

Når regnskabet er godkendt sendes det videre. Hvis alle huse bevares mangler der penge. Da tiderne er få må alle vente.
                  ^^^^^^^^^^^^^^^ Ledsætningen slutter ved \"godkendt\"
                                                             ^^^^^^^^^^^^^^^ Ledsætningen slutter ved \"bevares\"
                                                                                                      ^^^^^ Ledsætningen
",
    );
    silent("Når medlemmer, der skylder penge ikke nødvendigvis bliver hørt, er det urimeligt.");
}

#[test]
fn flags_a_clause_that_is_not_closed() {
    check(
        &RULE,
        "
1. Skoler

Når taget er lagt i maj skal gården have fliser.
                    ^^^^^^^^ Ledsætningen slutter ved \"maj\", så der mangler et komma foran \"skal\"
",
    );
    check(
        &RULE,
        "
1. Skoler

Den elev, der går i den store klasse skal have en ny plads.
                              ^^^^^^^^^^^ Ledsætningen slutter ved \"klasse\"
",
    );
}

#[test]
fn flags_other_subjects_behind_the_verb() {
    for (line, at, n) in [
        ("Hvis planen godkendes vil skolens elever få en ny gård.", 12, 13),
        ("Såfremt rådet vil leje salen kan klubben få den.", 23, 9),
        ("Når arbejdet er afsluttet flytter eleverne ind.", 16, 17),
    ] {
        let marks = format!("{}{}", " ".repeat(at), "^".repeat(n));
        check(&RULE, &format!("\n1. Skoler\n\n{line}\n{marks}\n"));
    }
    silent("Når skolen og klubben kan blive enige, vil de dele hallen.");
    silent("Hvis skolen skal kunne nå det, skal planen laves om.");
    silent("Da det er det, som rådet vil, skal planen laves om.");
}

#[test]
fn ignores_clauses_that_are_closed_or_unclear() {
    silent("Når taget er lagt i maj, skal gården have fliser.");
    silent("Da skolen er ny og har plads kan den bruges.");
    silent("Den elev, der går i den store klasse, skal have en ny plads.");
    silent("Der er en plan, der viser hvad skolen skal bruge.");
}

#[test]
fn inserts_the_comma() {
    check_fix(
        &RULE,
        "1. Skoler\n\nHvis skolen får et nyt tag vil det koste penge.\n",
        "1. Skoler\n\nHvis skolen får et nyt tag, vil det koste penge.\n",
    );
}

#[test]
fn flags_it_behind_a_number_and_a_verb_that_may_be_a_noun() {
    check(
        &RULE,
        "
1. Skoler

Hvis udvalget vælger model 2 skal planen i høring.
                           ^^^^^^ Ledsætningen slutter ved \"2\"
",
    );
    check(&RULE, "1. Skoler\n\nVi fik besked hvis muligt, hvilket gør det let (hvis de har et hus).\n");
}

fn told(line: &str, words: &str) {
    let before = line.find(words).expect("the words stand in the line");
    let marks = [" ".repeat(line[..before].chars().count()), "^".repeat(words.chars().count())].concat();
    check(&RULE, &format!("\n1. Skoler\n\n{line}\n{marks}\n"));
}

#[test]
fn flags_a_second_verb_that_must_be_the_main_one() {
    told("Når den valgte plan er vedtaget bliver alle borgere hørt.", "vedtaget bliver");
    told("Hvis et eller flere hold står udenfor kan disse hold søge igen.", "udenfor kan");
    told("Hvis du vil kan du komme på mandag.", "vil kan");
    told("Når taget er lagt benyttes pladsen til leg.", "lagt benyttes");
    told("Når et medlem stopper i rådet får vedkommende en gave.", "rådet får");
    told("Hvis der sker mere på pladsen vender forvaltningen tilbage.", "pladsen vender");
    told("Hvis hallen drives for kommunale midler er klubben glad.", "midler er");
    told("Hvis skolen har haven som en fast opgave vil den kræve tid.", "opgave vil");
}

#[test]
fn ignores_verbs_of_clauses_inside_the_leading_one() {
    silent("Når skolen lukker for elever og lærere skal flytte, bliver der stille.");
    silent("Hvis du er i Nørby og bunden af kassen er våd, så ring.");
    silent("Hvis udgiften er større end kommunen har råd til, udsættes sagen.");
    silent("Når den plan kommunen har er god, bliver den brugt.");
    silent("Hvis du ser skiltet når porten er åben, bliver du glad.");
    silent("Da vil der være plads til alle. Når de klager vi fik er læst, svarer vi.");
}

#[test]
fn flags_the_end_of_a_clause_that_the_subject_governs() {
    let mut missed = Vec::new();
    for (line, verb) in [
        ("Det, at hallen lukkes i maj betyder, at klubben flytter.", "maj betyder"),
        ("Det, at prisen er steget kan mærkes på budgettet.", "steget kan"),
        ("Forslaget om, at stien skal have lys blev forkastet.", "lys blev"),
        ("Den omstændighed, at taget er utæt gør sagen dyrere.", "utæt gør"),
    ] {
        let text = format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n");
        let found = document("generel", &RULE, &text).diagnostics();
        let places: Vec<_> = found.iter().map(|found| &text[found.range]).collect();
        if places != [verb] {
            missed.push((line, places.join("|")));
        }
    }
    assert!(missed.is_empty(), "{missed:?}");
    for line in [
        "Det, at hallen lukkes i maj, betyder, at klubben flytter.",
        "Det, at det vi gør er godt, betyder noget.",
        "Det, at hallen lukkes og klubben flytter, er dyrt.",
        "Det viser, at hallen er lukket og kan sælges.",
        "Forslaget er, at stien skal have lys.",
        "Udvalget mener, at det barn har ret til plads.",
    ] {
        check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n"));
    }
}
