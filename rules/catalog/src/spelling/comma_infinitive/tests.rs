//! What `comma-infinitive` must and must not say.

use super::RULE;
use document::fixture::{check, check_fix};

#[test]
fn flags_a_comma_before_an_infinitive() {
    check(
        &RULE,
        "
1. Skoler

Det er vigtigt, at give børnene ro.
              ^^^^^^^^^ Der skal ikke være komma foran \"at give\"
",
    );
}

#[test]
fn flags_it_in_clauses_that_cannot_be_put_in_between() {
    for line in [
        "Udvalget mener, at det er svært, at give børnene ro.",
        "Hallen lukkes, så det bliver muligt, at bygge om.",
        "Rådet har brug for penge til, at leje lokaler.",
    ] {
        let before = &line[..line.rfind(", at ").expect("a comma")];
        let marks = format!("{}^^^^", " ".repeat(before.chars().count()));
        let longer = line[before.len() + 5..].split(' ').next().expect("a word").chars().count();
        let marks = format!("{marks}{}", "^".repeat(longer + 1));
        check(&RULE, &format!("\n1. Skoler\n\n{line}\n{marks}\n"));
    }
}

#[test]
fn ignores_infinitives_that_say_what_was_named() {
    for line in [
        "Det er dyrt, at dømme efter regnskabet.",
        "Pengene rækker, at dømme efter tallene, til maj.",
        "Mit råd er enkelt, at købe nu.",
        "Opgaven er klar, at skaffe penge.",
        "Klubbens formål, at udbrede kendskabet til bier, står i § 2.",
        "Den opgave, at finde en ny formand, står tilbage.",
        "Vi har kun ét ønske, at få lov at være i fred.",
        "Dette ene kan vi, at synge.",
        "Målet er at få flere med, at holde prisen nede og at skabe ro.",
    ] {
        check(&RULE, &format!("1. Skoler\n\n{line}\n"));
    }
}

#[test]
fn ignores_one_comma_of_two() {
    for line in [
        "Det er bedre, hvis muligt, at vente.",
        "Klubben foretrækker, om nødvendigt, at åbne i maj.",
        "Rådet vælger, når det er nødvendigt, at lukke skolen.",
        "Vi har kun den ene mulighed, at vente.",
        "Det handler om at være med, at deltage.",
    ] {
        check(&RULE, &format!("1. Skoler\n\n{line}\n"));
    }
}

#[test]
fn ignores_commas_that_close_a_clause() {
    check(&RULE, "1. Skoler\n\nDet er vigtigt, når man bygger, at give børnene ro.\n");
    check(&RULE, "1. Skoler\n\nDet er vigtigt for børn der leger, at give dem ro.\n");
    check(&RULE, "1. Skoler\n\nBørnene skal lære at læse, at give plads og at være sammen.\n");
    check(&RULE, "1. Skoler\n\nHjælpen er til hygiejne, at få tøj på, at give mad og at rede seng.\n");
    check(&RULE, "1. Skoler\n\nForvaltningen foreslår, at skolen lukkes, og at giveren takkes.\n");
    check(&RULE, "1. Skoler\n\nDet kan ske på to måder, at købe grunden eller at leje den.\n");
    check(&RULE, "1. Skoler\n\nRådet har følgende muligheder, at give støtte og at undgå støj.\n");
}

#[test]
fn ignores_a_clause_whose_subject_looks_like_an_infinitive() {
    for line in [
        "Det er en betingelse, at bygge- og anlægsudgifter afholdes af ejeren.",
        "Det er aftalt, at køre- og hviletid overholdes.",
        "Det er klart, at fiske i havnen er forbudt.",
        "Det er sandt, at spare penge er svært.",
        "Det er vigtigt, at give og tage går hånd i hånd.",
        "Det er nødvendigt, at måle og vægte kontrolleres.",
        "Det er muligt, at handle og håndværk kan få plads.",
    ] {
        check(&RULE, &format!("1. Skoler\n\n{line}\n"));
    }
}

#[test]
fn deletes_the_comma() {
    check_fix(
        &RULE,
        "1. Skoler\n\nDet er godt, at undgå støj.\n",
        "1. Skoler\n\nDet er godt at undgå støj.\n",
    );
}

fn told(line: &str, words: &str) {
    let before = line.find(words).expect("the words stand in the line");
    let marks = [" ".repeat(line[..before].chars().count()), "^".repeat(words.chars().count())].concat();
    check(&RULE, &format!("\n1. Skoler\n\n{line}\n{marks}\n"));
}

#[test]
fn flags_it_behind_a_preposition_whatever_follows() {
    told("Formanden har behov for, at udvide deres rolle.", ", at udvide");
    told("For, at styrke klubben gives der støtte.", ", at styrke");
    told("For, at sikre en god drift lukkes hallen.", ", at sikre");
    told("Ved, at bygge en ny hal får klubben plads.", ", at bygge");
    told("Arbejdet med, at planlægge turen tager tid.", ", at planlægge");
    told("Projektet har til formål, at give børnene plads.", ", at give");
}

#[test]
fn flags_it_behind_what_waits_for_an_infinitive() {
    told("Sagen blev behandlet i rådet, hvor det blev besluttet, at sende planen i høring.", ", at sende");
    told("Det kan da blive nødvendigt, at finde et nyt lokale.", ", at finde");
    told("Der gøres meget for at undgå, at lukke skolen.", ", at lukke");
}

#[test]
fn ignores_clauses_behind_a_preposition() {
    for line in [
        "Vi er enige om, at støtte gives til alle, der søger.",
        "Det handler om, at hele området er lukket, og at fire skoler kan flytte.",
        "Rådet er klar over, at bygge- og anlægsudgifter afholdes af ejeren.",
        "Det er det, vi arbejder for, at børnene får ro.",
        "Rådet vælger, hvor det er muligt, at lukke skolen.",
    ] {
        check(&RULE, &format!("1. Skoler\n\n{line}\n"));
    }
}

#[test]
fn flags_it_where_a_phrase_or_clause_stands_in_front() {
    told("For at sænke farten anbefales det, at bygge bump.", ", at bygge");
    told("For at skabe ro har rådet valgt, at lukke vejen.", ", at lukke");
    told("Med henblik på at få ro foreslår direktionen derfor, at flytte mødet.", ", at flytte");
    told("Hvis aftalen forlænges, anbefaler udvalget, at opkræve leje.", ", at opkræve");
    told("Mål: Vi ønsker, at øge støtten til skolerne.", ", at øge");
    told("På landet er det ambitionen, at bygge flere møller.", ", at bygge");
    told("Hvor lang tid det tager, er svært, at vurdere.", ", at vurdere");
}

#[test]
fn flags_it_where_the_sentence_goes_on_behind_another_comma() {
    told("Forpagter ønsker, at forlænge sin aftale, jf. bilag 3.", ", at forlænge");
    told("Det bliver en stor opgave, at bygge hallen, med plads til alle.", ", at bygge");
}

#[test]
fn flags_it_in_clauses_that_say_what_det_is() {
    told("Målet er, at det bliver mere trygt, at flytte ud.", ", at flytte");
    told("Ministeren udsendte en plan, som gør det muligt, at bygge ved vandet.", ", at bygge");
    told("Aftalen indebærer, at kommunen får lov, at bygge ved vandet.", ", at bygge");
    told("I planen er der udlagt to områder, hvor det er muligt, at bygge.", ", at bygge");
    told("Det betyder, at det er nemmere for børn og voksne, at komme frem.", ", at komme");
    told("Planen er ny, og rådet fremhæver, at det vil blive svært, at finde penge.", ", at finde");
    told("Målet er at gøre det muligt for klubben, at bygge i maj.", ", at bygge");
    told("Rådet fastholder planen, som er god, og ønsker derfor, at bygge.", ", at bygge");
    told("Sagen er sendt til rådet, som i højere grad ønsker, at bygge.", ", at bygge");
}

#[test]
fn ignores_clauses_put_in_before_an_infinitive_that_something_waits_for() {
    for line in [
        "Planen er, hvor det er muligt, at bygge om.",
        "Det er bedre, hvis det er muligt, at vente.",
        "Rådet ønsker en plan, som gør det muligt, at vente og at bygge.",
        "For at skabe ro, at få flere med og at spare ændres planen.",
        "Vi kan, når det bliver koldt, at holde varmen bliver dyrt.",
        "Det er det, som udvalget ønsker, at huset bliver.",
        "Med henblik på at få ro, at spare penge og at samle kræfter er planen ny.",
        "Det er svært, hvis det regner, at lege ude.",
        "Vi vil, fordi det er godt for børn, at huset står i maj.",
    ] {
        check(&RULE, &format!("1. Skoler\n\n{line}\n"));
    }
}
