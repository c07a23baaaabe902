//! What `repeated_word` must and must not say.

use super::RULE;
use document::fixture::{check, check_fix, document};
use lint::Applicability;

#[test]
fn flags_a_doubled_word() {
    check(
        &RULE,
        "
1. Skoler

Og og lære er er vigtigt i\u{a0}i skolen.
^^^^^ \"og\" står to gange i træk
           ^^^^^
                         ^^^
Det blev sagt på mødet den den 3. maj.
                       ^^^^^^^
Vi ses onsdag den den 4. maj.
              ^^^^^^^
",
    );
}

#[test]
fn flags_a_doubled_verb_in_a_main_clause_and_a_doubled_preposition_before_its_noun() {
    check(
        &RULE,
        "
1. Skoler

Planen skal skal godkendes. Klubben kan kan søge. Vi går videre med med den plan, som blev lagt.
       ^^^^^^^^^ \"skal\" står to gange i træk
                                    ^^^^^^^
                                                                ^^^^^^^
",
    );
    check(
        &RULE,
        "1. Skoler\n\nDet borgerne kan kan vi også. Når børnene vil vil vi. De klubber, vi talte med med den 3. maj i \
             tankerne, kom.\n",
    );
}

#[test]
fn ignores_doublings_that_are_right() {
    check(
        &RULE,
        "1. Skoler\n\nDet det handler om, er de møder, udvalget deltog i i 2021 og er med i i dag.\n",
    );
    check(&RULE, "1. Skoler\n\nFor for mange er det svært. Det følger af den den 3. maj vedtagne plan.\n");
    check(&RULE, "1. Skoler\n\nDem der der kommer, skal skal med, så så. Det vi har har værdi.\n");
}

#[test]
fn ignores_a_verb_before_its_preposition() {
    check(
        &RULE,
        "1. Skoler\n\nIngen ved ved daggry, hvad det, han bor ved ved åen, koster. I ved ved selvsyn, at det er svært, og ingen ved ved bordet, hvad det koster.\n",
    );
}

#[test]
fn flags_what_no_clause_can_end_at() {
    check(
        &RULE,
        "
1. Skoler

Det er er vigtigt. Der kan kan søges. Skolen blev renoveret i i 1994. Planen er på på 2 mio. kr.
    ^^^^^
                       ^^^^^^^
                                                            ^^^
                                                                                ^^^^^
Mødet er den den 3. maj. Den Den nye skole er stor.
         ^^^^^^^
                         ^^^^^^^
",
    );
    check(&RULE, "1. Skoler\n\nDe møder udvalget deltog i i 2021 var gode.\n");
    check(
        &RULE,
        "1. Skoler\n\nDen vej, de tog tog lang tid. Hvad der sker sker hurtigt. Når det sker sker det om natten.\n",
    );
    check(&RULE, "1. Skoler\n\nDet er noget, som en en gang imellem ser, og hver og en en gang om året.\n");
    check(&RULE, "1. Skoler\n\nDer der kan kan søge. Det følger af den den 3. maj 2021 vedtagne plan.\n");
    check(&RULE, "1. Skoler\n\nDen Den Kommunale Fond er ny, og Den Danske Den Danske Bank er to.\n");
}

#[test]
fn a_heading_right_above_begins_no_sentence() {
    for line in [
        "Det er er vigtigt.",
        "Der er er fejl.",
        "Skolen blev renoveret i i 1994.",
        "Planen kommer i i maj.",
        "Mødet er i i uge 12.",
        "Vi skal skal mødes.",
        "De har har svar.",
    ] {
        let text = format!("1. Skoler\nSagsfremstilling\n{line}\nBeslutning\nGodkendt.\n");
        let found = document("generel", &RULE, &text).diagnostics();
        assert_eq!(found.len(), 1, "{line}");
    }
    for line in [
        "Det vi har har værdi.",
        "De møder udvalget deltog i i 2021 var gode.",
        "Dem vi skal skal nok komme.",
    ] {
        check(&RULE, &format!("1. Skoler\nSagsfremstilling\n{line}\nBeslutning\nGodkendt.\n"));
    }
}

#[test]
fn ignores_words_with_a_sign_between_them() {
    check(&RULE, "1. Skoler\n\nDe, der er, er her. Her er vi, og vi kan, kan vi. Trin for-for.\n");
    check(&RULE, "1. Skoler\n\nDet gælder skolen. skolen er ny.\n");
}

#[test]
fn ignores_names_numbers_and_quotations() {
    check(&RULE, "1. Skoler\n\nDuran Duran spiller 3 3 gange for ”os os”, A A og via den Den Lokale Fond.\n");
}

#[test]
fn ignores_cells_and_lines() {
    check(&RULE, "1. Skoler\n\nAnne Dam Bo Friis Carl Skov deltog deltog deltog Bo Friis gik kl. 18.\n");
    check(&RULE, "1. Skoler\n\nskole\nskole\n\nskole\tskole\nskole   skole skole\n");
}

#[test]
fn ignores_a_word_that_ends_one_phrase_and_begins_another() {
    for line in [
        "Der er taget udgangspunkt i i relation til de nye standarder.",
        "Der skal arbejdes med med henblik på at nå målet.",
        "Sagen er kommet på på grund af et brev.",
        "Vi går ind for for eksempel at lukke vejen.",
        "Det regner man med med tiden at kunne.",
    ] {
        check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n"));
    }
    check(&RULE, "1. Skoler\n\nSupplerende supplerende sagsfremstilling\n\nTaget er nyt.\n");
}

#[test]
fn a_doubling_that_may_hide_another_slip_is_left_to_the_writer() {
    for (line, applicability) in [
        ("Hvor er er en kendt bekymring i byen.", Applicability::Unsafe),
        ("Han vil sætte sig ind ind det faglige.", Applicability::Unsafe),
        ("Desuden ligger er er drænsystem i jorden.", Applicability::Unsafe),
        ("I brevet stod stod med småt.", Applicability::Unsafe),
        ("Udvalget ønsker at at besøge skolen.", Applicability::Unsafe),
        ("Udvalget besøgte skolen og og hallen.", Applicability::Safe),
    ] {
        let text = format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n");
        let found = document("generel", &RULE, &text).diagnostics();
        assert_eq!(found.len(), 1, "{line}");
        assert_eq!(found[0].fixes[0].applicability, applicability, "{line}");
    }
}

#[test]
fn a_paragraph_goes_on_over_the_end_of_its_line() {
    check_fix(
        &RULE,
        "1. Skoler\n\nUdvalget har besøgt skolen ved havnen og drøftet og\r\nog vedtaget en plan for taget.\n",
        "1. Skoler\n\nUdvalget har besøgt skolen ved havnen og drøftet og\r\nvedtaget en plan for taget.\n",
    );
    check(&RULE, "1. Skoler\n\nUdvalget har besøgt skolen ved havnen og drøftet tag\n\ntag\n");
    // A short line goes on too where its last word wants others; entries of a list do not.
    check_fix(
        &RULE,
        "1. Skoler\n\nUdvalget mødes på\npå skolen ved havnen.\n",
        "1. Skoler\n\nUdvalget mødes på\nskolen ved havnen.\n",
    );
    check_fix(
        &RULE,
        "1. Skoler\n\nHallen lejes ud til\ntil foreninger i byen.\n",
        "1. Skoler\n\nHallen lejes ud til\nforeninger i byen.\n",
    );
    check(&RULE, "1. Skoler\n\nNye borde\nborde til gården\n");
}

#[test]
fn deletes_the_second() {
    check_fix(
        &RULE,
        "1. Skoler\n\nVejen er er farlig\u{a0} farlig nu.\n",
        "1. Skoler\n\nVejen er farlig nu.\n",
    );
}

#[test]
fn ignores_people_named_by_what_they_are() {
    for line in
        ["Der er flere ældre ældre end før.", "Mange unge unge flytter, og de fattige fattige bliver."]
    {
        check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n"));
    }
}

#[test]
fn a_place_is_told_once() {
    check(
        &RULE,
        "
1. Skoler

Skolen ligger ved ved skoven. Udvalget mødes ved ved havnen i maj. Boden stod ved ved porten.
              ^^^^^^^ \"ved\" står to gange
                                             ^^^^^^^
                                                                              ^^^^^^^
",
    );
}

#[test]
fn ignores_a_conjunction_before_an_infinitive_that_is_the_subject() {
    for line in [
        "Han ved at at være formand er hårdt.",
        "De unge vil gerne lære at at skelne er svært.",
        "Vi mener at at holde lukket er bedst.",
        "Det er godt at at vente lønner sig.",
        "Rådet mener at at møde kl. 9 er for tidligt.",
        "Rådet fandt at at ikke gøre noget, kan blive dyrt.",
        "Udvalget lærte at at spare på vejene\nog skolerne koster penge.",
    ] {
        check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n"));
    }
}

#[test]
fn flags_a_doubled_mark_of_the_infinitive_that_no_verb_follows() {
    for line in [
        "Udvalget ønsker at at besøge skolen.",
        "Forvaltningen foreslår, at at der ansættes en vejleder, som hjælper de unge.",
        "Det er svært at at finde en læge.",
        "Formanden lovede at at sende brevet i maj.",
    ] {
        let text = format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n");
        let found = document("generel", &RULE, &text).diagnostics();
        assert_eq!(found.len(), 1, "{line}");
        assert_eq!(found[0].fixes[0].applicability, Applicability::Unsafe, "{line}");
    }
}

#[test]
fn an_amount_is_no_time_and_nothing_ends_where_a_sentence_begins() {
    for line in [
        "Der søges om et tilskud på på 40.000 kr. til hallen.",
        "En pris på på 1.250.000 kr. er for høj.",
        "Den den 4. maj er hallen lukket.",
        "Af af hensyn til naboerne lukkes hallen.",
        "På på baggrund af brevet lukkes hallen.",
    ] {
        let text = format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n");
        let found = document("generel", &RULE, &text).diagnostics();
        assert_eq!(found.len(), 1, "{line}");
    }
    for line in [
        "De kampe, der spilles i i weekenden, er flyttet.",
        "Det tilskud, der er søgt om om foråret, er givet.",
        "Den den 4. maj vedtagne plan er ny.",
        "De møder, udvalget deltog i i 2021, var gode.",
        "For for mange er det svært.",
    ] {
        check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n"));
    }
}

#[test]
fn ignores_the_names_of_animals_in_latin() {
    for line in [
        "Vi så en tudse (Bufo bufo) ved åen.",
        "Rovdyr:\n\nLutra lutra er set.",
        "Søen har aborrer. Ved åen: Alcedo alcedo er fuglen.",
    ] {
        check(&RULE, &format!("1. Skoler\n\n{line}\n"));
    }
}
