//! What `agreement` must and must not say.

use super::RULE;
use document::fixture::{check, check_fix};

fn silent(line: &str) {
    check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n"));
}

#[test]
fn flags_an_article_of_the_other_gender() {
    check(
        &RULE,
        "
1. Skoler

Der er lavet et strategi for skolen med et klart mål.
             ^^^^^^^^^^^ Det hedder \"en strategi\", ikke \"et strategi\"
",
    );
}

#[test]
fn flags_the_other_article_before_an_adjective() {
    check(
        &RULE,
        "
1. Skoler

Arbejdet følger den oprindelige budget for skolen.
                ^^^^^^^^^^^^^^^^^^^^^^ Det hedder \"det oprindelige budget\", ikke \"den oprindelige budget\"
",
    );
    silent("Det sociale støtter vi, og den alle tal gælder er ny.");
}

#[test]
fn flags_adjectives_in_the_wrong_form() {
    check(
        &RULE,
        "
1. Skoler

Det er en treårige tidshorisont for den kommunal boliganvisning og et kommunal tilbud.
       ^^^^^^^^^^^^^^^^^^^^^^^^ Mellem \"en\" og \"tidshorisont\" hedder det \"treårig\", ikke \"treårige\"
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ Mellem \"den\" og \"boliganvisning\" hedder det \"kommunale\"
                                                                   ^^^^^^^^^^^^^^^^^^ Mellem \"et\" og \"tilbud\" hedder det \"kommunalt\"
",
    );
}

#[test]
fn flags_adjectives_and_participles_without_their_ending() {
    check(
        &RULE,
        "
1. Skoler

Efter den planlagt tidsplan er det fossil brændsel væk, og den samlet ramme for det endelig resultat er ny.
      ^^^^^^^^^^^^^^^^^^^^^ Mellem \"den\" og \"tidsplan\" hedder det \"planlagte\"
                               ^^^^^^^^^^^^^^^^^^^
                                                           ^^^^^^^^^^^^^^^^
                                                                                ^^^^^^^^^^^^^^^^^^^^
",
    );
    silent("Så giver det endelig mening, og er det politisk vilje, gør det økonomisk forskel.");
    silent(
        "Arkivet har et håndskrift fra byen, en pæn håndskrift, et udskrift af bogen og en udskrift fra retten.",
    );
    silent("Den såkaldt lange gang er den økonomisk trængte skoles.");
}

#[test]
fn flags_adjectives_of_many_and_behind_owners_and_a_single_one_of_all() {
    check(
        &RULE,
        "
1. Skoler

Vi plantede to stor træer. Skolens samlet budget er sendt til alle afdeling. Det er et rigtig god samarbejde.
            ^^^^^^^^^^^^^ Mellem \"to\" og \"træer\" hedder det \"store\"
                           ^^^^^^^^^^^^^^^^^^^^^ Mellem \"Skolens\" og \"budget\" hedder det \"samlede\"
                                                              ^^^^^^^^^^^^^ Efter \"alle\" står navneordet i flertal: afdelinger
                                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^ Mellem \"et\" og \"samarbejde\" hedder det \"godt\"
",
    );
    check(
        &RULE,
        "
1. Skoler

Vi er glade for den store fremmøde og for en fælles tilskud.
                ^^^^^^^^^^^^^^^^^^ Det hedder \"det store fremmøde\"
                                          ^^^^^^^^^^^^^^^^^ Det hedder \"et fælles tilskud\"
",
    );
    silent(
        "Alle slags hold er med. Det har alle betydning for alle tilskud. Skolens fortsat gode drift, byens offentlig ansatte og lederens løn.",
    );
    silent("Kan den ansvarlige arbejde hjemme? De ny vedtægter, alle huse og to hvide heste.");
}

#[test]
fn flags_a_double_definite() {
    check(
        &RULE,
        "
1. Skoler

Udvalget drøftede den grønne trepartsaftalen i maj.
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ Efter \"den\" og et tillægsord står navneordet uden endelse: trepartsaftale
",
    );
}

#[test]
fn flags_endings_that_an_article_or_number_forbids() {
    check(
        &RULE,
        "
1. Skoler

Vi får en ny svømmehallen. Denne ordningen vælges mellem to forslagene. Der er flere mulighed.
       ^^^^^^^^^^^^^^^^^^ Efter \"en\" står navneordet uden endelse: svømmehal
                           ^^^^^^^^^^^^^^^ Efter \"Denne\" står navneordet uden endelse: ordning
                                                         ^^^^^^^^^^^^^ Efter \"to\" står navneordet uden endelse: forslag
                                                                               ^^^^^^^^^^^^^^ Efter \"flere\" står navneordet i flertal: muligheder
",
    );
    silent(
        "Disse har alle betydning for de to skoler, ti procent af tre praksis, to mand og flere dagtilbud.",
    );
    silent("Hun er en god ven formanden kender, og med dette er det planen at få flere handicap pladser.");
}

#[test]
fn flags_a_predicate_of_the_other_gender_or_number() {
    check(
        &RULE,
        "
1. Skoler

Rapporten er færdigt. Kontoret er rød. Prøverne var fin. Det er vigtig at alle svarer.
^^^^^^^^^^^^^^^^^^^^ Til \"Rapporten\" hører \"færdig\", ikke \"færdigt\"
                      ^^^^^^^^^^^^^^^ Til \"Kontoret\" hører \"rødt\"
                                       ^^^^^^^^^^^^^^^^ Til \"Prøverne\" hører \"fine\"
                                                         ^^^^^^^^^^^^^ Til \"Det\" hører \"vigtigt\"
",
    );
    silent(
        "Døren i huset er rød. Alle er enig. Borgerne er enig. Skolen er normalt lukket. Rapporten er færdig.",
    );
    silent(
        "Skolen er ansvarlig, huset er rødt, prøverne var fine, og det er vigtigt, at alle svarer. Planen er klar.",
    );
}

#[test]
fn flags_a_definite_noun_behind_a_genitive() {
    check(
        &RULE,
        "
1. Skoler

Udvalget drøftede kommunens bygningerne på byrådets mødet i maj.
                  ^^^^^^^^^^^^^^^^^^^^^ Efter ejefaldet \"kommunens\" står navneordet uden endelse: bygninger
                                           ^^^^^^^^^^^^^^ Efter ejefaldet \"byrådets\" står navneordet uden endelse: møde
",
    );
    silent("Det sker, mens byggeriet pågår, efter lovens regler, dagens møde og personalets ageren.");
}

#[test]
fn ignores_what_fits_or_may_fit() {
    silent("En treårig plan, et treårigt forløb, den treårige plan, det sidste møde, et eneste barn.");
    silent("En stor fond og et stort fond, et minimum, en væsentlig forbedret plan, et særligt stort behov.");
    silent("De mener, at det strategi og planer kan, og at den ansvarlig for planen er.");
    silent("Den er god til skolen, og det kommunale planlægger vi.");
}

#[test]
fn ignores_clauses_without_their_som_and_superlatives() {
    silent("Det værste naboerne har oplevet, er støjen. Det nye forvaltningen foreslår, er en pulje.");
    silent("Der er en nederste etage, en midterste fløj og et stort overlap.");
}

#[test]
fn flags_one_noun_behind_de_and_an_adjective() {
    check(
        &RULE,
        "
1. Skoler

Brevet er sendt til de berørte lodsejer og til de samme medarbejdergruppe.
                    ^^^^^^^^^^^^^^^^^^^ Efter \"de\" står navneordet i flertal: lodsejere
                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^
",
    );
    silent("Til de berørte kommer der brev, for de unge vinder vi, og med de ansatte leder han arbejdet.");
}

#[test]
fn flags_a_bare_adjective_behind_de_and_behind_an_owner() {
    check(
        &RULE,
        "
1. Skoler

De økonomisk konsekvenser er små. Kommunens økonomisk situation er god.
^^^^^^^^^^^^^^^^^^^^^^^^^ Mellem \"De\" og \"konsekvenser\" hedder det \"økonomiske\"
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Mellem \"Kommunens\" og \"situation\" hedder det \"økonomiske\"
",
    );
    silent(
        "De økonomisk svage lejere får hjælp. De dansk talende elever, de teknisk ansatte og de ny vedtægter.",
    );
}

#[test]
fn bends_the_adjective_with_the_article() {
    check_fix(
        &RULE,
        "1. Skoler\n\nDer står en rektangulær bord inden for den afsat ramme.\n",
        "1. Skoler\n\nDer står et rektangulært bord inden for den afsatte ramme.\n",
    );
    check_fix(
        &RULE,
        "1. Skoler\n\nDenne fejlsandsynligheden er lille.\n",
        "1. Skoler\n\nDenne fejlsandsynlighed er lille.\n",
    );
}

#[test]
fn leaves_split_compounds_to_another_rule() {
    silent("Der holdes et dialog møde om planen.");
}

#[test]
fn writes_the_form_that_fits() {
    check_fix(
        &RULE,
        "1. Skoler\n\nDet er en kommunalt opgave efter den kommunal boliganvisning.\n",
        "1. Skoler\n\nDet er en kommunal opgave efter den kommunale boliganvisning.\n",
    );
}

#[test]
fn flags_adjectives_among_many_and_behind_owners() {
    check(
        &RULE,
        "
1. Skoler

Alle kommunal bygninger er små. Der er mange stor projekter og flere relevant spørgsmål. Kommunens samlet udgifter er steget.
^^^^^^^^^^^^^^^^^^^^^^^ Mellem \"Alle\" og \"bygninger\" hedder det \"kommunale\"
                                       ^^^^^^^^^^^^^^^^^^^^ Mellem \"mange\" og \"projekter\" hedder det \"store\"
                                                               ^^^^^^^^^^^^^^^^^^^^^^^^ Mellem \"flere\" og \"spørgsmål\" hedder det \"relevante\"
                                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^ Mellem \"Kommunens\" og \"udgifter\" hedder det \"samlede\"
",
    );
    silent(
        "Alle kommunale bygninger er små. Alle tilgængelig hjælp søger. Vi fik flere relevant nok. Planens samlet set gode mål.",
    );
}

#[test]
fn flags_stray_endings_and_a_lost_d() {
    check(
        &RULE,
        "
1. Skoler

Disse reglerne gælder. De mange borgerne fik svar. Vi har haft en løbene dialog i et velfungerene samarbejde. Den endelig plan er klar.
^^^^^^^^^^^^^^ Efter \"Disse\" står navneordet uden endelse: regler
                       ^^^^^^^^^^^^^^^^^ Efter \"De\" står navneordet uden endelse: borgere
                                                               ^^^^^^^^^^^^^^^^ Mellem \"en\" og \"dialog\" hedder det \"løbende\"
                                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ Mellem \"et\" og \"samarbejde\" hedder det \"velfungerende\"
                                                                                                              ^^^^^^^^^^^^^^^^ Mellem \"Den\" og \"plan\" hedder det \"endelige\"
",
    );
    silent(
        "Disse reglerne bygger på, er gamle. De mange borgerne møder, er glade. De løbene, der holdes, er åbne. Den gren er endelig væk.",
    );
    check(
        &RULE,
        "
1. Skoler

Der blev lavet en ny udvalg i maj.
               ^^^^^^^^^^^^ Det hedder \"et nyt udvalg\", ikke \"en ny udvalg\"
",
    );
}

#[test]
fn flags_many_that_go_on_behind_a_preposition() {
    told("Udgifterne til vejen er høj.", "Udgifterne til vejen er høj");
    told("Priserne er høj i år.", "Priserne er høj");
    told("Resultaterne er rigtig god.", "Resultaterne er rigtig god");
    silent(
        "Udgiften til vejene er høj. Rammerne er lov i landet. Et par arknavne er lange, og et arknavne mangler.",
    );
}

#[test]
fn ignores_another_language_a_lost_letter_and_what_describes_the_noun() {
    silent("Choose whether you want to export the library as one file.");
    silent("She said that the two plan the work of the town.");
    silent("Her står et procentegn, og der er rejst et proviantelt ved et bustop.");
    silent("Det nye plan materiale er klar.");
    silent("Skriv et fuldbredde, dobbeltbredde tegn i feltet.");
}

fn told(line: &str, words: &str) {
    let before = line.find(words).expect("the words stand in the line");
    let marks = [" ".repeat(line[..before].chars().count()), "^".repeat(words.chars().count())].concat();
    check(&RULE, &format!("\n1. Skoler\n\n{line}\n{marks}\n"));
}
