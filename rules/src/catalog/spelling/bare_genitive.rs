//! `spelling/bare-genitive`: "i kommunes afdeling", a genitive without the article that it needs.

use crate::danish::clauses::Sentence;
use crate::danish::compounds::compounds;
use crate::danish::lexicon::{Readings, readings};
use crate::danish::tokens::Classes;
use crate::lint::{Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use crate::text::edit::Edit;
use crate::zones::ZoneSet;

pub(in crate::catalog) static RULE: Rule = Rule {
    name: "spelling/bare-genitive",
    summary: Text {
        da: "Ejefald uden den bestemte form: \"i kommunes afdeling\"",
        en: "A genitive without its definite form: \"i kommunes afdeling\"",
    },
    why: Text {
        da: "Den, der ejer, står i bestemt form (\"kommunens\") eller har et navn foran (\"Nørby Kommunes\"). Tit er et navn \
             faldet ud, eller der mangler \"-ns\".",
        en: "An owner stands in the definite form (\"kommunens\") or has a name before it (\"Nørby Kommunes\"). Often a name \
             has dropped out, or the ending.",
    },
    source: "Retskrivningsordbogen, bøjningen ved det enkelte ord",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::Unsafe,
    zones: ZoneSet::NONE,
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nTaget er lagt af kommunes afdeling for \
                 huse.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nTaget er lagt af kommunens afdeling for \
                huse.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

/// Bodies that are owners, bare and as they should be.
const OWNERS: &[(&str, &str)] = &[
    ("kommunes", "kommunens"),
    ("udvalgs", "udvalgets"),
    ("byråds", "byrådets"),
    ("forvaltnings", "forvaltningens"),
    ("administrations", "administrationens"),
    ("bestyrelses", "bestyrelsens"),
];

fn check(view: &PartView<'_>, findings: &mut Findings) {
    for sentence in view.sentences() {
        for preposition in sentence.places(Classes::PREPOSITION) {
            if let Some(before) = preposition.checked_sub(1) {
                check_unowned(view, sentence, before, findings);
            }
            check_owner(view, sentence, preposition + 1, findings);
        }
    }
}

/// "i kommunes budget": an owner behind a preposition, with neither name nor ending.
fn check_owner(view: &PartView<'_>, sentence: &Sentence<'_>, i: usize, findings: &mut Findings) {
    let Some((_, right)) = OWNERS.iter().find(|(bare, _)| *bare == sentence.word(i)) else { return };
    let whole = sentence.range(i - 1, i);
    let owned = sentence.token(i + 1).is_some_and(|next| next.is_small() && next.is_spaced());
    if !owned || !view.is_prose(whole) {
        return;
    }
    let written = sentence.word(i);
    let note = Note::new(
        format!("\"{written}\" mangler et navn foran eller sin bestemte form: {right}"),
        format!("\"{written}\" lacks a name before it or its definite form: \"{right}\""),
    );
    let title = Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\""));
    findings.report(whole, note).unsafe_fix(title, Edit::replace(sentence.range(i, i), *right));
}

/// "godkendelses af regnskabet": a genitive of what is done owns nothing before "af".
fn check_unowned(view: &PartView<'_>, sentence: &Sentence<'_>, i: usize, findings: &mut Findings) {
    let written = sentence.word(i);
    if sentence.word(i + 1) != "af" || !written.ends_with('s') {
        return;
    }
    let Some(right) = written.strip_suffix('s').filter(|noun| compounds().takes_s(noun)) else { return };
    let place = sentence.range(i, i);
    let single = readings(right).any(Readings::COMMON | Readings::NEUTER);
    if !single || !sentence.readings(i).only(Readings::GENITIVE) || !view.is_prose(place) {
        return;
    }
    let note = Note::new(
        format!("Foran \"af\" står intet ejefald: {right}"),
        format!("No genitive stands before \"af\": \"{right}\""),
    );
    let title = Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\""));
    findings.report(place, note).unsafe_fix(title, Edit::replace(place, right));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::fixture::check;

    #[test]
    fn flags_an_owner_without_name_or_ending() {
        check(
            &RULE,
            "
1. Skoler

Det indgår i kommunes budget og i udvalgs arbejde med planen.
           ^^^^^^^^^^ \"kommunes\" mangler et navn foran eller sin bestemte form: kommunens
                                ^^^^^^^^^
",
        );
    }

    #[test]
    fn flags_a_genitive_that_owns_nothing() {
        check(
            &RULE,
            "
1. Skoler

Fremlæggelse og godkendelses af regnskabet.
                ^^^^^^^^^^^^ Foran \"af\" står intet ejefald: godkendelse
",
        );
        check(&RULE, "1. Skoler\n\nGodkendelse af budgettet efter en godkendelses ordlyd af maj.\n");
    }

    #[test]
    fn ignores_owners_with_a_name_and_first_parts() {
        check(
            &RULE,
            "1. Skoler\n\nDet indgår i Nørby Kommunes budget, i kommunens plan og i byråds- og udvalgsmøder.\n",
        );
        check(&RULE, "1. Skoler\n\nDet gælder i to kommunes fælles havn.\n");
    }
}
