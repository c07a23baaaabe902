//! What `comma-main-clause` must and must not say.

use super::RULE;
use document::fixture::{check, check_fix, document};
use lint::Applicability;

fn silent(line: &str) {
    check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n"));
}

#[test]
fn flags_main_clauses_without_a_comma() {
    check(
        &RULE,
        "
1. Skoler

Skolen fik et nyt tag i maj og der er lagt fliser i gården.
                        ^^^^^^ Foran \"og der\" begynder en ny helsætning
",
    );
    check(
        &RULE,
        "
1. Skoler

Planen sendes i høring og forvaltningen forventer svar i maj.
                ^^^^^^^^^ Foran \"og forvaltningen\"
",
    );
}

#[test]
fn flags_clauses_behind_men_and_with_a_described_subject() {
    check(
        &RULE,
        "
1. Skoler

Firmaet er kontaktet men de skal bruge nogle tal, og prisen er fair og de planlagte møder fortsætter.
           ^^^^^^^^^^^^^ Foran \"men de\" begynder en ny helsætning
                                                               ^^^^^^^
",
    );
    check(
        &RULE,
        "
1. Skoler

Vores økonomi er god og de planlagte møder fortsætter.
                 ^^^^^^ Foran \"og de\" begynder en ny helsætning
",
    );
    check(
        &RULE,
        "
1. Skoler

Signe har booket bussen og Ole laver en pakkeliste.
                 ^^^^^^^^^ Foran \"og Ole\" begynder en ny helsætning
",
    );
    silent("I dag har Signe og Ole bestilt bussen, og Signe Dal og Ole Lund laver lister.");
    silent("Det er ikke rådet men udvalget, der afgør sagen, og det er billigt men godt.");
    silent("Udvalget drøftede planen og de planlagte møder i maj, men de skal holdes.");
}

#[test]
fn flags_clauses_behind_a_clause_and_with_a_word_before_their_verb() {
    check(
        &RULE,
        "
1. Skoler

Når planen er klar, kan den sendes i høring og der skal holdes et møde.
                                     ^^^^^^^^^ Foran \"og der\"
",
    );
    check(
        &RULE,
        "
1. Skoler

Planen blev ændret den 4. maj og derfor er der brug for nye møder.
                          ^^^^^^ Foran \"og derfor\"
",
    );
    silent("I år har skolen i samarbejde med Nørby og politiet igangsat flere forløb.");
    silent("Skolen tilføjer et nyt ord og det valgte forslag til listen.");
}

#[test]
fn ignores_clauses_that_hang_on_another() {
    silent("Det er aftalt, at skolen får et tag og der lægges fliser i gården.");
    silent("Hvis skolen får et nyt tag og der er råd til det, lægges der fliser.");
    silent("Skolen fik et nyt tag i maj, og der er lagt fliser i gården.");
    silent("Selv om vejen er smal og der er mange biler, er der ro.");
    silent("Der er god ro selv om vejen er smal og der er mange biler på den.");
    silent("Inden vejen blev lukket og der kom ro i byen, var der støj.");
}

#[test]
fn flags_a_pronoun_that_is_no_object() {
    check(
        &RULE,
        "
1. Skoler

Skolen har fået en ny leder og hun begynder i august.
                      ^^^^^^^^ Foran \"og hun\"
",
    );
    silent("Det var dengang Bo og hun ejede huset sammen i byen.");
    silent("Formanden takkede en ny kollega og hans hold for hjælpen.");
}

#[test]
fn flags_men_before_a_light_verb() {
    check(
        &RULE,
        "
1. Skoler

Vi håber, at alle kommer men vi ved det ikke endnu.
                  ^^^^^^^^^^ Foran \"men vi\"
",
    );
    silent("Det er ikke målene men nettene, der mangler, og klubben har ikke bolde men net.");
}

#[test]
fn ignores_a_claim_without_at_and_other_clauses_without_a_conjunction() {
    for line in [
        "Naboen mente taget var tæt og kommunen havde sovet i timen.",
        "Udlejeren benægter muren er skæv og der er revner i den.",
        "Vi håber huset holder og taget bliver tæt igen.",
        "Det var dengang Ida var formand og Bo var kasserer.",
        "Det var samme år laden brændte og klubben rykkede op.",
        "Hver gang det blæser og der er højvande, løber kælderen over.",
        "Fra det øjeblik døren åbner og gæsterne kommer ind, spiller musikken.",
        "Nu ferien er slut og skolen er begyndt, mødes vi igen.",
        "Han spurgte om hun var syg og hun havde meldt afbud.",
    ] {
        silent(line);
    }
}

#[test]
fn ignores_participles_of_strong_verbs_and_clauses_without_a_conjunction() {
    for line in [
        "Udvalget gennemgik planerne og kandidaterne valgt af eleverne.",
        "Kortet viser gårdene og husene solgt i fjor.",
        "Vi hilste på lærerne og gæsterne indbudt af klubben.",
        "Vi tror skolen og klubben er enige om planen.",
        "Vi regner med skolen og hallen er klar i maj.",
        "Så snart skolen er lukket og der er ryddet kan vi bygge.",
        "Det år skolen lukkede og der blev stille var hårdt.",
    ] {
        silent(line);
    }
}

#[test]
fn mends_by_itself_only_what_is_plain() {
    let fixes = |line: &str| {
        let found =
            document("generel", &RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n")).diagnostics();
        found.iter().map(|found| found.fixes[0].applicability).collect::<Vec<_>>()
    };
    assert_eq!(fixes("Skolen fik et nyt tag i maj og det er lagt af tegl."), [Applicability::Safe]);
    assert_eq!(fixes("Planen sendes i høring og forvaltningen forventer svar."), [Applicability::Unsafe]);
}

#[test]
fn ignores_what_is_no_new_clause() {
    silent("Skolen drøftede sagen med forældrene og forvaltningen i maj måned.");
    silent("Udvalget drøftede planen og udsatte den til næste møde.");
}

#[test]
fn inserts_the_comma() {
    check_fix(
        &RULE,
        "1. Skoler\n\nSkolen fik et nyt tag og det er lagt af tegl.\n",
        "1. Skoler\n\nSkolen fik et nyt tag, og det er lagt af tegl.\n",
    );
}

fn told(line: &str, words: &str) {
    let before = line.find(words).expect("the words stand in the line");
    let marks = [" ".repeat(line[..before].chars().count()), "^".repeat(words.chars().count())].concat();
    check(&RULE, &format!("\n1. Skoler\n\n{line}\n{marks}\n"));
}

#[test]
fn flags_subjects_with_a_verb_that_is_nothing_else() {
    told("Planen følger budgettet og dette sikrer en god drift.", "budgettet og");
    told("Aftalen ophører til maj og beboerne flyttes til en anden gård.", "maj og");
    told("Sagen kan skulle behandles igen og det vil tage tid.", "igen og");
    told("Pladserne bruges som metode til at skabe ro og der er god plads i gården.", "ro og");
    told("Den nye lov hjemler ikke støtte og der kan ikke gives lån til det.", "støtte og");
    told("Krydset opleves utrygt og det kan have betydning for cyklen.", "utrygt og");
}

#[test]
fn flags_main_clauses_behind_a_relative_clause_or_another_main_clause() {
    told(
        "Opgaven er begrundet i støj, som er til gene for naboerne og Nørby Kommune har set på den sag.",
        "naboerne og",
    );
    told(
        "Kommunerne er forpligtet til at hjælpe familier, der har fået ophold og kommunerne kan opkræve leje for disse.",
        "ophold og",
    );
    told("Beløbene, der udbetales, varierer en del og der skelnes mellem børn og voksne.", "del og");
    told("Planen er dyr, men den er god og der er råd til den.", "god og");
}

#[test]
fn ignores_clauses_that_may_hang_on_another() {
    silent("Formanden mente, at planen er god og at de beskrives godt.");
    silent("Der er elever, som er syge og der mangler bøger.");
    silent("Det oplyses, at huset er solgt og det vil blive revet ned.");
    silent("Skolen kan lukkes og beboerne flyttes til en anden gård.");
}
