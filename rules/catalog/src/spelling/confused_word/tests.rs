//! What `confused-word` must and must not say.

use super::RULE;
use document::fixture::{check, check_fix};
use lint::Severity;

fn silent(line: &str) {
    check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n"));
}

#[test]
fn flags_what_is_compared_without_its_end() {
    check(
        &RULE,
        "
1. Skoler

Udgiften er højere en forventet. Prisen er lavere en i andre byer, og det koster mere en 2 mio. kr.
            ^^^^^^^^^^^^^^^^^^^ Når noget sammenlignes, hedder det \"end\", ikke \"en\"
                                           ^^^^^^^^^^^
                                                                                 ^^^^^^^^^
",
    );
    silent("Jo højere en forventet pris er, desto større en del betales af flere en tid.");
    silent("Det er bedre en gang for alle, og der er mere en 5. klasse kan få, og større en 3 km lang sti.");
    silent("Der blev tidligere en sag rejst om det, og jo flere en klub har, jo bedre.");
}

#[test]
fn flags_a_condition_without_its_h() {
    check(
        &RULE,
        "
1. Skoler

Vis forslaget vedtages, skal der findes penge. Sagen kan udsættes, vis det ønskes. Huse, vis tage er utætte, mendes.
^^^^^^^^^^^^^^^^^^^^^^ En betingelse begynder med \"Hvis\", ikke \"Vis\"
                                                                   ^^^^^^^^^^^^^^
                                                                                         ^^^^^^^^^^^
",
    );
    silent("Vis forslaget på skærmen. Vis hensyn, og kør langsomt. Det er dyrt, vist nok, og en vis fare.");
    silent("Vist er det dyrt, men han kommer, vist uden hund. Har du et kort, vis det ved indgangen.");
}

#[test]
fn flags_og_where_at_is_due() {
    check(
        &RULE,
        "
1. Skoler

Mange har svært ved og finde vej. Udvalget er begyndt og drøfte budgettet. Det er vigtigt og inddrage alle.
                ^^^^^^^^^^^^ Foran navnemåden hedder det her \"at\", ikke \"og\"
                                              ^^^^^^^^^^^^^^^^^
                                                                                  ^^^^^^^^^^^^^^^^^^^
",
    );
    silent("Vi skal høre, hvad der er vigtigt og inddrage det. Rådet vil prøve og evaluere to modeller.");
    silent("Fordele ved og ulemper ved planen er beskrevet, og han er vant til og glad for støj.");
    silent(
        "Opgaven er at finde, hvad de har svært ved og drøfte det, og hvad skolen begyndte og ophørte med.",
    );
}

#[test]
fn flags_nogle_and_nogen_for_each_other() {
    check(
        &RULE,
        "
1. Skoler

Der træffes ikke nogle beslutning i dag. Der er kommet nogen få klager, og der er ikke nogle bemærkninger.
                 ^^^^^^^^^^^^^^^^ Foran et navneord i ental hedder det \"nogen\", ikke \"nogle\"
                                                       ^^^^^^^^^^^^^^^ Om et antal hedder det \"nogle\", ikke \"nogen\"
                                                                                  ^^^^^^^^^^ Efter en nægtelse hedder det \"nogen\"
",
    );
    let found =
        document::fixture::document("generel", &RULE, "1. Skoler\n\nDer er ikke nogle bemærkninger.\n")
            .diagnostics();
    assert_eq!(found[0].severity, Severity::Hint);
    silent(
        "Der er nogle forslag, nogle få klager og nogle projekt ledere. Nogle har svaret, og nogle procent mangler.",
    );
    silent("Nogle elever fik nye bøger, og andre ventede.");
    silent(
        "Det gælder ikke nogle borgere, men alle. Kan nogen få svar? Nogle sag- og dokumenttyper mangler.",
    );
}

#[test]
fn flags_hver_and_dem_where_nothing_else_can_be_meant() {
    check(
        &RULE,
        "
1. Skoler

Det kan hver svært at finde vej. Dem nye regler gælder fra maj.
    ^^^^^^^^ Efter udsagnsordet står navnemåden \"være\", ikke \"hver\"
                                 ^^^^^^^^^^^^^^ Foran navneordet hedder det \"De\", ikke \"Dem\"
",
    );
    check(
        &RULE,
        "1. Skoler\n\nDer har hvert afholdt to møder.\n    ^^^^^^^^^ Efter \"har\" står kort tillægsform \"været\"\n",
    );
    silent(
        "Det kan hver især afgøre, og det kan hver skole beslutte. Børn, der har hvert sit værelse, sover godt.",
    );
    silent("Dem nye regler rammer, er få. De har hvert afholdt to møder.");
}

#[test]
fn writes_the_word_that_is_due() {
    check_fix(
        &RULE,
        "1. Skoler\n\nPrisen er højere en ventet.\n",
        "1. Skoler\n\nPrisen er højere end ventet.\n",
    );
    check_fix(
        &RULE,
        "1. Skoler\n\nVis planen vedtages, begynder arbejdet.\n",
        "1. Skoler\n\nHvis planen vedtages, begynder arbejdet.\n",
    );
}

#[test]
fn flags_de_as_an_object_at_the_end() {
    check(
        &RULE,
        "
1. Skoler

Rådet vil hjælpe de. Der er plads til de. Vi skal også høre de.
          ^^^^^^^^^ Som genstand hedder det \"dem\", ikke \"de\"
                                  ^^^^^^
                                                       ^^^^^^^
",
    );
    silent(
        "Det gør de. Det er de. Rådet ved, hvad de vil, og det siger de. Vi venter, for de, der kommer, er mange.",
    );
}
