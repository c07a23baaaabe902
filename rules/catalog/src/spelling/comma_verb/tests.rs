//! What `comma-verb` must and must not say.

use super::RULE;
use document::fixture::{check, check_fix, document};
use lint::Applicability;

fn silent(line: &str) {
    check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n"));
}

#[test]
fn flags_it_behind_two_words_and_before_a_past() {
    check(
        &RULE,
        "
1. Skoler

Ifølge vedtægterne, skal indkaldelsen ske i maj. Efter en kort pause, fortsatte mødet.
                  ^^^^^^ Kommaet skiller \"skal\"
                                                                    ^^^^^^^^^^^ Kommaet skiller \"fortsatte\"
",
    );
    silent("Efter pausen, fortsatte han, var der kaffe. Under mødet, siger formanden, var der ro.");
}

#[test]
fn flags_it_behind_one_word_that_begins_the_sentence() {
    check(
        &RULE,
        "
1. Skoler

Desuden, skal skolen have nyt tag. Ligeledes, har rådet drøftet sagen.
       ^^^^^^ Kommaet skiller \"skal\"
                                            ^^^^^ Kommaet skiller \"har\"
",
    );
    silent(
        "Desuden, siger formanden, er taget utæt. Derfor, og kun derfor, er planen udsat. Her, ved havnen, er der ro.",
    );
}

#[test]
fn flags_a_comma_between_a_phrase_and_its_verb() {
    check(
        &RULE,
        "
1. Skoler

På grund af elevernes alder, kræver sagen tid.
                           ^^^^^^^^ Kommaet skiller \"kræver\" fra det led, der står foran
",
    );
    check(
        &RULE,
        "1. Skoler\n\nPlanen for skolen i Nørby, er sendt i høring.\n                         ^^^^\n",
    );
}

#[test]
fn flags_it_behind_purposes_dates_and_shared_parts() {
    for line in [
        "For at spare tid, er mødet flyttet.",
        "På mødet den 4. maj, blev planen vedtaget.",
        "Jf. skolelovens § 7 b, skal rådet høres.",
        "Klima-, Teknik- og Miljøudvalgets plan, er sendt.",
        "Efter aftale med Nørby, sendes planen i høring.",
    ] {
        let at = line.rfind(", ").expect("a comma");
        let verb = line[at + 2..].split(' ').next().expect("a verb").chars().count();
        let marks = format!("{}{}", " ".repeat(line[..at].chars().count()), "^".repeat(verb + 2));
        check(&RULE, &format!("\n1. Skoler\n\n{line}\n{marks}\n"));
    }
    check(
        &RULE,
        "
1. Skoler

Efter skolens svar på vores tilbud om forlig, har rådet afsluttet sagen.
                                            ^^^^^
",
    );
    silent("For at skolen kan åbne, er mødet flyttet.");
    silent("I feltet Navn, gør et af følgende.");
}

#[test]
fn ignores_clauses_sayings_and_what_is_put_in() {
    silent("Når eleverne er klar, kræver sagen tid.");
    silent("Skolens tag er for gammelt, mener skolens bestyrelse nu.");
    silent("Skolens plan om nye fag, som eleverne ønsker, er sendt.");
    silent("Så vidt det gælder skolen, er planen sendt.");
    silent("Kommer tiden med råd, er det godt.");
    for clause in [
        "Inden det åbner",
        "Før de lukker",
        "Efter det lukkede",
        "Til det brænder",
        "Siden den rejser",
        "Inden båden løber",
        "Før suppen koger",
        "Inden de små åbner",
    ] {
        silent(&format!("{clause}, skal der træffes beslutning om badet."));
    }
}

#[test]
fn ignores_clauses_that_look_like_phrases() {
    for line in [
        "Som vi alle ved, er prisen steget.",
        "Det bedste børnene ved, er idræt.",
        "Det eneste rådet ved, er prisen.",
        "Det værste naboerne kender, er støjen.",
        "Stor eller lille, må alle være med.",
    ] {
        silent(line);
    }
}

#[test]
fn leaves_a_phrase_of_its_own_kind_to_the_writer() {
    let fixes = |line: &str| {
        let found =
            document("generel", &RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n")).diagnostics();
        found.iter().map(|found| found.fixes[0].applicability).collect::<Vec<_>>()
    };
    assert_eq!(fixes("Grundet elevernes alder, har sagen tid."), [Applicability::Safe]);
    assert_eq!(fixes("Den nye plan for skolen, er sendt til alle."), [Applicability::Unsafe]);
}

#[test]
fn deletes_the_comma() {
    check_fix(
        &RULE,
        "1. Skoler\n\nGrundet elevernes alder, har sagen tid.\n",
        "1. Skoler\n\nGrundet elevernes alder har sagen tid.\n",
    );
}

fn told(line: &str, words: &str) {
    let before = line.find(words).expect("the words stand in the line");
    let marks = [" ".repeat(line[..before].chars().count()), "^".repeat(words.chars().count())].concat();
    check(&RULE, &format!("\n1. Skoler\n\n{line}\n{marks}\n"));
}

#[test]
fn flags_it_before_passives_and_behind_words_made_of_verbs() {
    told("I givet fald, skal der skrives en ny plan.", ", skal");
    told("De overførte midler, vil gøre det muligt at bygge.", ", vil");
    told("På den baggrund, skitseres to modeller for en ny bane.", ", skitseres");
    told("Den gamle hal, udvides i maj.", ", udvides");
    told("Omfanget af støtten, fremgår af bilaget.", ", fremgår");
    told("De største udgifter, er driften af hallen.", ", er");
}

#[test]
fn ignores_sayings_without_a_verb_and_what_is_put_in() {
    for line in [
        "Flere unge på cykel, viser en undersøgelse.",
        "En flot hal, smiler borgmesteren.",
        "En dyr hal, fremgår det af regnskabet.",
        "Udgifterne til vejen, er formanden enig i, skal deles.",
    ] {
        check(&RULE, &format!("1. Skoler\n\n{line}\n"));
    }
}
