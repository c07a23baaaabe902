//! `spelling/agreement`: article, adjective and noun that do not fit together ("en treårige tidshorisont").
//!
//! The noun must be one in every reading and of one gender; nouns with two genders are a list. Where the article fits the
//! noun behind, the two are a compound written apart, which is another rule's to tell.

mod phrase;
mod predicate;
mod stray_ending;

use crate::danish::clauses::Sentence;
use crate::danish::inflection::{common, neuter};
use crate::danish::lexicon::Readings;
use crate::lint::{Applicability, Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use crate::text::edit::Edit;
use crate::zones::ZoneSet;

use phrase::{Fault, fault_at};

pub(in crate::catalog) static RULE: Rule = Rule {
    name: "spelling/agreement",
    summary: Text {
        da: "Kendeord, tillægsord og navneord, der ikke passer sammen",
        en: "Article, adjective and noun that do not fit together",
    },
    why: Text {
        da: "Kendeord og tillægsord retter sig efter navneordet: \"en treårig plan\", \"et treårigt forløb\", \"den treårige \
             plan\". Efter \"den\" og \"det\" med tillægsord står navneordet uden endelse: \"den grønne aftale\".",
        en: "Article and adjective follow the noun: \"en treårig plan\", \"et treårigt forløb\", \"den treårige plan\". After \
             \"den\" or \"det\" with an adjective the noun has no ending: \"den grønne aftale\".",
    },
    source: "Retskrivningsordbogen, køn og bøjning ved det enkelte ord",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::Unsafe,
    zones: ZoneSet::NONE,
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nTaget lægges efter en treårige tidsplan.\
                 \n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nTaget lægges efter en treårig tidsplan.\
                \n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

/// So many words around a phrase decide what it is.
const NEIGHBOURS: usize = 2;

fn check(view: &PartView<'_>, findings: &mut Findings) {
    for sentence in view.sentences() {
        for i in sentence.places(phrase::BEGINS.or(stray_ending::BEGINS)) {
            let fault = fault_at(sentence, i).or_else(|| stray_ending::fault_at(sentence, i));
            if let Some((fault, last)) = fault
                && sentence.is_known_around(i, last, NEIGHBOURS)
                && view.is_prose(sentence.range(i, last))
            {
                report(sentence, i, last, fault, findings);
            }
        }
        // What looks like the subject may stand in the middle of one that began on the line before.
        if sentence.is_whole() {
            predicate::check(view, sentence, findings);
        }
    }
}

fn report(sentence: &Sentence<'_>, first: usize, last: usize, fault: Fault, findings: &mut Findings) {
    let whole = sentence.range(first, last);
    let (article, noun) = (sentence.word(first), sentence.word(last));
    let rest: Vec<&str> = (first + 1..=last).map(|i| sentence.word(i)).collect();
    let rest = rest.join(" ");
    let (wrong, right, note) = match fault {
        Fault::Article(right) if bent(sentence, first, last, right).is_some() => {
            return report_whole(sentence, first, last, right, findings);
        }
        Fault::Article(right) => {
            let note = Note::new(
                format!("Det hedder \"{right} {rest}\", ikke \"{article} {rest}\""),
                format!("It is \"{right} {rest}\", not \"{article} {rest}\""),
            );
            (first, right.to_owned(), note)
        }
        Fault::Adjective(at, right) => {
            let written = sentence.word(at);
            let note = Note::new(
                format!("Mellem \"{article}\" og \"{noun}\" hedder det \"{right}\", ikke \"{written}\""),
                format!("Between \"{article}\" and \"{noun}\" it is \"{right}\", not \"{written}\""),
            );
            (at, right, note)
        }
        Fault::Plural(right) => {
            let note = Note::new(
                format!("Efter \"{article}\" står navneordet i flertal: {right}"),
                format!("After \"{article}\" the noun stands in the plural: \"{right}\""),
            );
            (last, right, note)
        }
        Fault::Stray(right) => {
            let note = Note::new(
                format!("Efter \"{article}\" står navneordet uden endelse: {right}"),
                format!("After \"{article}\" the noun has no ending: \"{right}\""),
            );
            (last, right, note)
        }
        Fault::Owned(right) => {
            let note = Note::new(
                format!("Efter ejefaldet \"{article}\" står navneordet uden endelse: {right}"),
                format!("After the genitive \"{article}\" the noun has no ending: \"{right}\""),
            );
            (last, right, note)
        }
        // "den nye vedtægterne": the article is wrong as well.
        Fault::Definite(right) if word_is_one(article) && noun.ends_with("ne") => {
            let many = if article.starts_with('D') { "De" } else { "de" };
            let rest = [&rest[..rest.len() - noun.len()], &right].concat();
            let note = Note::new(
                format!("Det hedder \"{many} {rest}\" om flere"),
                format!("Of several it is \"{many} {rest}\""),
            );
            let edits = vec![
                Edit::replace(sentence.range(first, first), many),
                Edit::replace(sentence.range(last, last), &*right),
            ];
            let title = Note::new(format!("Skriv \"{many} {rest}\""), format!("Write \"{many} {rest}\""));
            findings.report(whole, note).fix(title, Applicability::Unsafe, edits);
            return;
        }
        Fault::Definite(right) => {
            let note = Note::new(
                format!("Efter \"{article}\" og et tillægsord står navneordet uden endelse: {right}"),
                format!("After \"{article}\" and an adjective the noun has no ending: \"{right}\""),
            );
            (last, right, note)
        }
    };
    let title = Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\""));
    findings.report(whole, note).unsafe_fix(title, Edit::replace(sentence.range(wrong, wrong), right));
}

/// "en rektangulær objekt" → "rektangulært": the adjective before the noun as it is behind the other article, if it bends.
fn bent(sentence: &Sentence<'_>, first: usize, last: usize, article: &str) -> Option<String> {
    let adjective = last.checked_sub(1).filter(|at| *at > first)?;
    let word = sentence.word(adjective);
    match article {
        "et" | "Et" if sentence.is_adjective(adjective, Readings::ADJECTIVE_COMMON) => neuter(word),
        "en" | "En" if sentence.is_adjective(adjective, Readings::ADJECTIVE_NEUTER) => common(word),
        _ => None,
    }
    .filter(|form| form != word)
}

/// Article and adjective both follow the noun.
fn report_whole(sentence: &Sentence<'_>, first: usize, last: usize, right: &str, findings: &mut Findings) {
    let Some(adjective) = bent(sentence, first, last, right) else { return };
    let mut words: Vec<&str> = (first..=last).map(|i| sentence.word(i)).collect();
    let written = words.join(" ");
    (words[0], words[last - 1 - first]) = (right, &adjective);
    let words = words.join(" ");
    let note = Note::new(
        format!("Det hedder \"{words}\", ikke \"{written}\""),
        format!("It is \"{words}\", not \"{written}\""),
    );
    let edits = vec![
        Edit::replace(sentence.range(first, first), right),
        Edit::replace(sentence.range(last - 1, last - 1), &*adjective),
    ];
    let title = Note::new(format!("Skriv \"{words}\""), format!("Write \"{words}\""));
    findings.report(sentence.range(first, last), note).fix(title, Applicability::Unsafe, edits);
}

fn word_is_one(article: &str) -> bool {
    matches!(article, "den" | "det" | "Den" | "Det")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::fixture::{check, check_fix};

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
        silent(
            "Hun er en god ven formanden kender, og med dette er det planen at få flere handicap pladser.",
        );
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
        silent(
            "En stor fond og et stort fond, et minimum, en væsentlig forbedret plan, et særligt stort behov.",
        );
        silent("De mener, at det strategi og planer kan, og at den ansvarlig for planen er.");
        silent("Den er god til skolen, og det kommunale planlægger vi.");
    }

    #[test]
    fn ignores_clauses_without_their_som_and_superlatives() {
        silent("Det værste naboerne har oplevet, er støjen. Det nye forvaltningen foreslår, er en pulje.");
        silent("Der er en nederste etage, en midterste fløj og et stort overlap.");
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
}
