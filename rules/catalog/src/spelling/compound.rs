//! `spelling/compound`: compounds written apart, where the words cannot stand side by side otherwise.
//!
//! "Byrådet vedtog i 2021 planen for havnen" and "derefter orienterede KL udvalget" are right, so the word before
//! must rule such a reading out. Whole bodies in capitals are left to the rules on names.

mod according;
mod apart;
mod place;
mod shared_part;
mod split;
mod title;

use danish::clauses::Sentence;
use lint::lexicon::Kind;
use lint::{Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use text::TextRange;
use text::edit::Edit;
use zones::{Zone, ZoneSet};

use place::Place;
use split::{Written, split_at};

pub(crate) static RULE: Rule = Rule {
    name: "spelling/compound",
    summary: Text {
        da: "Sammensatte ord, der er skrevet hver for sig eller mangler en bindestreg",
        en: "Compounds that are written apart or lack a hyphen",
    },
    why: Text {
        da: "Et sammensat ord skrives i ét ord, og med bindestreg efter en forkortelse eller et tal: \"BR-sekretariatet\", \
             \"3-årige\", \"2021-planen\". Deler to ord deres sidste del, står der bindestreg for den: \"social- og \
             sundhedsområdet\".",
        en: "A compound is one word, with a hyphen after an abbreviation or a number: \"BR-sekretariatet\", \"3-årige\", \
             \"2021-planen\". Where two words share their last part, a hyphen stands for it: \"social- og \
             sundhedsområdet\".",
    },
    source: "Retskrivningsordbogen § 18 og 57",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::Unsafe,
    zones: ZoneSet::of(&[Zone::Table]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nDe 3 årige er med i evalueringen af \
                 2021 planen på børne og familieområdet.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nDe 3-årige er med i evalueringen af \
                2021-planen på børne- og familieområdet.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    for found in view.wrong_words().iter().filter(|word| word.wrong.kind == Kind::Compound) {
        report(view, found.range, found.rights(view.text).swap_remove(0), findings);
    }
    let written = Written::new(view.text, view.runs());
    if let Some((found, right)) = title::found(view, &written) {
        tell(view, found, right, findings);
    }
    let bytes = view.text.as_bytes();
    for (at, run) in view.runs().iter().enumerate() {
        let first = bytes[usize::from(run.start())];
        if LENGTHS[usize::from(first)] >> u32::from(run.len()).min(31) & 1 != 0 {
            check_place(&Place::new(view, at), first, findings);
        }
    }
    for sentence in view.sentences() {
        let places = 0..sentence.len().saturating_sub(1);
        for (found, right) in places.filter_map(|i| part_at(sentence, i, &written)) {
            // What is wrong only where no noun follows ("en projekt") is right to be told here, where one does.
            let listed = view
                .wrong_words()
                .iter()
                .any(|word| !word.wrong.alone && word.range.intersect(found).is_some());
            if !listed {
                report(view, found, right, findings);
            }
        }
    }
}

/// Two words that are one at `i`.
fn part_at(sentence: &Sentence<'_>, i: usize, written: &Written<'_>) -> Option<Found> {
    split_at(sentence, i, written).or_else(|| according::split_at(sentence, i))
}

/// For each first byte of a run that may be part of a finding, one bit for each length that it may have.
const LENGTHS: [u32; 256] = {
    let mut lengths = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        lengths[byte] = match byte as u8 {
            // Numbers to 9999, and "3årig" to "100årige".
            b'0'..=b'9' => 0b11_1101_1110,
            b'A'..=b'Z' => 0b1_1111_1100,
            // "mødet" and "møderne".
            b'm' => 1 << 6 | 1 << 8,
            b'o' => 1 << "og".len(),
            b'e' => 1 << "eller".len(),
            b's' => 1 << "samt".len(),
            _ => 0,
        };
        byte += 1;
    }
    lengths
};

fn check_place(place: &Place<'_, '_>, first: u8, findings: &mut Findings) {
    let found = match first {
        b'0'..=b'9' => apart::after_number(place),
        b'A'..=b'Z' => apart::after_abbreviation(place).or_else(|| apart::after_brand(place)),
        b'm' => apart::after_month(place),
        _ => return shared_part::check(place, findings),
    };
    if let Some((range, right)) = found
        && place.is_free(range)
    {
        report(place.view, range, right, findings);
    }
}

/// What belongs together, and how it is written.
type Found = (TextRange, String);

fn report(view: &PartView<'_>, found: TextRange, right: String, findings: &mut Findings) {
    // "the color for line type": English has its nouns apart.
    let written = &view.text[found];
    // Ages stand in tables as often as in sentences; other words in cells may be parts of different ones.
    let cell = || apart::ends_in_age(written) && view.is_cell(found);
    if (view.is_prose(found) || cell()) && !view.is_foreign(found) {
        tell(view, found, right, findings);
    }
}

fn tell(view: &PartView<'_>, found: TextRange, right: String, findings: &mut Findings) {
    let written = &view.text[found];
    findings
        .report(
            found,
            Note::new(
                format!("\"{written}\" hører sammen og skrives \"{right}\""),
                format!("\"{written}\" belongs together and is written \"{right}\""),
            ),
        )
        .unsafe_fix(
            Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\"")),
            Edit::replace(found, right),
        );
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_fix};

    fn silent(line: &str) {
        check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n"));
    }

    #[test]
    fn an_age_is_one_word_in_a_table_too() {
        for row in ["Hold\tAlder\nA\t12 årige", "| Hold | Alder |\n|---|---|\n| A | 3 årige |"] {
            let text = format!("1. Skoler\n\nSagsfremstilling\n\n{row}\n");
            let found = document::fixture::document("generel", &RULE, &text).diagnostics();
            assert_eq!(found.len(), 1, "{row}");
        }
        silent("Hold\tAlder\nA\t12-årige\nB\t3 år\nBR\tsekretariatet");
    }

    #[test]
    fn flags_words_after_numbers() {
        check(
            &RULE,
            "
1. Skoler

De 3 årige og 0-2 årige er med i 225 timers reglen og evalueringen af 2021 planen, indregnet i 2022 budgettet.
   ^^^^^^^ \"3 årige\" hører sammen og skrives \"3-årige\"
              ^^^^^^^^^
                                 ^^^^^^^^^^^^^^^^^ \"225 timers reglen\" hører sammen og skrives \"225-timersreglen\"
                                                                      ^^^^^^^^^^^
                                                                                               ^^^^^^^^^^^^^^
",
        );
    }

    #[test]
    fn flags_words_after_abbreviations_and_months() {
        check(
            &RULE,
            "
1. Skoler

Sendt til BR sekretariatet om CO2 udledningen efter oplæg fra februar mødet og 2 procent point.
          ^^^^^^^^^^^^^^^^ \"BR sekretariatet\" hører sammen og skrives \"BR-sekretariatet\"
                              ^^^^^^^^^^^^^^^
                                                              ^^^^^^^^^^^^^
                                                                                 ^^^^^^^^^^^^^
",
        );
    }

    #[test]
    fn flags_a_missing_hyphen_for_a_shared_part() {
        check(
            &RULE,
            "
1. Skoler

Et børne og familieudvalg, i social og familieudvalget, sundheds-, social eller familieområdet.
   ^^^^^ Her mangler den bindestreg, der står for \"udvalg\"
                             ^^^^^^
                                                                   ^^^^^^
",
        );
        check(&RULE, "1. Skoler\n\nMøde for center- område og afdelingschefer.\n                 ^^^^^^\n");
    }

    #[test]
    fn ignores_years_and_months_that_stand_alone() {
        check(
            &RULE,
            "1. Skoler\n\nDe 3årige og HR afdelingen. HR afdelingen er ny.\n   ^^^^^^\n                            ^^^^^^^^^^^^^\n",
        );
        check(&RULE, "1. Skoler\n\nDet er slut. 2021 planen er ny.\n             ^^^^^^^^^^^\n");
        silent(
            "Byrådet vedtog i 2021 planen for havnen, og i februar mødet de os. Fra 2018 til 2021 planen.",
        );
        silent("I 2021 var planen ny, 2021-planen, 14 dages varsel, 5 års jubilæum, 3 år, 3-årige.");
    }

    #[test]
    fn ignores_abbreviations_that_stand_alone() {
        silent(
            "Derefter orienterede KL udvalget. BR-sekretariatet, i KL er planen god, til II udvalget, A/S gruppen.",
        );
        silent("MED UDVALGET I BYRÅDET");
    }

    #[test]
    fn ignores_words_that_are_joined_as_they_should_be() {
        silent(
            "Sundheds- og omsorgsområdet, kultur og fritidsområdet, børn og familieudvalget, Teknik og Miljøforvaltningen.",
        );
        silent("Det koster kr. 500,-, moms og forsendelsesgebyr.\n\n- område og afdelingschefer");
        silent(
            "Der er skole og dagtilbud, udvalg og forvaltning, øre-, næse- og halslæge, ude- og indemiljø.",
        );
        silent("”Sendt til BR sekretariatet og et børne og familieudvalg”");
        silent(
            "Arealet er til bolig-, offentlige og rekreative formål, bolig-, offentlige og erhvervsområder og rette, \
             friforms-, kurvede og mangekantede stier.",
        );
    }

    #[test]
    fn flags_two_nouns_that_are_one_word() {
        check(
            &RULE,
            "
1. Skoler

Der bygges en børne institution efter et dialog møde med et avis abonnement.
              ^^^^^^^^^^^^^^^^^ \"børne institution\" hører sammen og skrives \"børneinstitution\"
                                         ^^^^^^^^^^^
                                                            ^^^^^^^^^^^^^^^
",
        );
    }

    #[test]
    fn ignores_what_is_measured_and_what_is_no_part() {
        silent(
            "Vi bestilte en kubikmeter beton, en stor balle halm, en bøtte maling, en termokande kaffe og en skive ost.",
        );
        silent(
            "Det er en sæson fodbold og en omgang sodavand, en flybillet retur, et besøg værd og en skole børn elsker.",
        );
        silent("PK møder op i dag. Loftet koster en krone stykket, og en knivspids peber er nok.");
        check(
            &RULE,
            "
1. Skoler

SFO lederen er mødt.
^^^^^^^^^^^ \"SFO lederen\" hører sammen og skrives \"SFO-lederen\"
",
        );
    }

    #[test]
    fn flags_a_genitive_or_bare_noun_before_a_definite_noun() {
        check(
            &RULE,
            "
1. Skoler

Affalds ordningen er dyr, og der er skrevet om sygehus bygningen i den kommende kommune plan.
^^^^^^^^^^^^^^^^^ \"Affalds ordningen\" hører sammen og skrives \"Affaldsordningen\"
                                               ^^^^^^^^^^^^^^^^^
                                                                                ^^^^^^^^^^^^
",
        );
        silent("Det gælder for eksempel skolerne, og huse kommunen ejer, er med undtagelse hallen solgt.");
        silent("I samråd med naboerne er der givet tilladelse til borger og klub.");
    }

    #[test]
    fn flags_a_genitive_of_one_where_many_are_counted() {
        check(
            &RULE,
            "
1. Skoler

Alle bestyrelses medlemmer og 5 bestyrelses medlemmer mødte op. Der er lavet en VVM redegørelse for vejen.
     ^^^^^^^^^^^^^^^^^^^^^ \"bestyrelses medlemmer\" hører sammen
                                ^^^^^^^^^^^^^^^^^^^^^
                                                                                ^^^^^^^^^^^^^^^
",
        );
        silent("Det er en bestyrelses medlemmer, der svarer, og II udvalg er mødt.");
    }

    #[test]
    fn ignores_nouns_that_something_else_holds_together() {
        silent("Der er brug for 3 liter vand, et glas vand, en række borgere og en gruppe elever.");
        silent("Det er et anlægs budget, kommunens plan, børns trivsel, elevernes møde og et barns skole.");
        silent("I dag møder borgeren kommunen, og i går fik skolen planen tilbage.");
    }

    #[test]
    fn flags_two_nouns_that_no_list_knows() {
        check(
            &RULE,
            "
1. Skoler

Vi tager på en shelter tur med vores bølgebryder projekt til provsti udvalget. Der er et klatre arrangement.
               ^^^^^^^^^^^ \"shelter tur\" hører sammen og skrives \"sheltertur\"
                                     ^^^^^^^^^^^^^^^^^^^
                                                             ^^^^^^^^^^^^^^^^
                                                                                         ^^^^^^^^^^^^^^^^^^
",
        );
        check(
            &RULE,
            "
1. Skoler

Efter et bestyrelse møde kom der styr på børne attester og et biodiversitets område. Næste HB møde er i maj.
         ^^^^^^^^^^^^^^^ \"bestyrelse møde\" hører sammen og skrives \"bestyrelsesmøde\"
                                         ^^^^^^^^^^^^^^
                                                              ^^^^^^^^^^^^^^^^^^^^^
                                                                                           ^^^^^^^
",
        );
        check(
            &RULE,
            "
1. Skoler

Idræts og svømmehallen er reserveret, og nye medlemmer har underskrevet tavshedspligt erklæring.
^^^^^^ Her mangler den bindestreg, der står for den fælles del
                                                                        ^^^^^^^^^^^^^^^^^^^^^^^
",
        );
    }

    #[test]
    fn ignores_nouns_that_are_two_parts_of_a_sentence() {
        silent("Der fremsættes i denne sag forslag til en plan, og der er ikke i dag klarhed over prisen.");
        silent(
            "Det er det udredningsarbejde tilbuddet laver, og den udgift kommunen har, på det areal kommunen ejer.",
        );
        silent(
            "Loven giver en myndighed mulighed for at svare, og bestyrelsen fik opbakning til at give foreningen tilsagn.",
        );
        silent(
            "Referat fra bestyrelsesmøde onsdag den 9. november, generalforsamling lørdag og havnen vest for byen.",
        );
        silent("Et teknisk service årsværk koster penge. Generelt kræver tilbud visitation og bevilling.");
        silent("Vi måler nitrit afgang vandværk, og der er truffet afgørelse om plads til en gruppe børn.");
        silent("Kommunen underskrev en erklæring bilag 2, og græsslåning fællesgrunden er aftalt.");
    }

    #[test]
    fn writes_them_together() {
        check_fix(
            &RULE,
            "1. Skoler\n\nTil MED aftalen på sundheds og omsorgsområdet for center- område og afdelingschefer.\n",
            "1. Skoler\n\nTil MED-aftalen på sundheds- og omsorgsområdet for center-, område- og afdelingschefer.\n",
        );
    }
}
