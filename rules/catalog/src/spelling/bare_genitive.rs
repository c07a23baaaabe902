//! `spelling/bare-genitive`: "i kommunes afdeling", a genitive without the article that it needs.

mod apostrophe;

use danish::clauses::Sentence;
use danish::compounds::compounds;
use danish::lexicon::{Readings, readings};
use danish::tokens::Classes;
use lint::{Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use text::edit::Edit;
use zones::ZoneSet;

pub(crate) static RULE: Rule = Rule {
    name: "spelling/bare-genitive",
    summary: Text {
        da: "Ejefald, der mangler sin bestemte form eller sit s (\"i kommunes afdeling\") eller har en apostrof",
        en: "A genitive that lacks its definite form or its \"s\" (\"i kommunes afdeling\") or has an apostrophe",
    },
    why: Text {
        da: "Den, der ejer, står i bestemt form (\"kommunens\") eller har et navn foran (\"Nørby Kommunes\"). Tit er et navn \
             faldet ud, eller der mangler \"-ns\". Foran det, der ejes, har den bestemte form sit \"-s\" (\"på udvalgets vegne\", \
             \"forvaltningens vurdering er\"), og foran \"af\" står intet ejefald (\"godkendelse af regnskabet\"). Kun efter s, x \
             og z har ejefaldet apostrof (\"Jonas' båd\").",
        en: "An owner stands in the definite form (\"kommunens\") or has a name before it (\"Nørby Kommunes\"). Often a name \
             has dropped out, or the ending. Before what is owned the definite form has its \"-s\" (\"på udvalgets vegne\", \
             \"forvaltningens vurdering er\"), and no genitive stands before \"af\" (\"godkendelse af regnskabet\"). Only after s, \
             x and z the genitive has an apostrophe (\"Jonas' båd\").",
    },
    source: "Retskrivningsordbogen, bøjningen ved det enkelte ord; § 13 (apostrof)",
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
            check_behalf(view, sentence, preposition, findings);
            if is_owned_behind(sentence, preposition + 1) {
                report_owner(view, sentence, preposition + 1, findings);
            }
        }
        check_subject(view, sentence, findings);
    }
    apostrophe::check(view, findings);
}

/// What bodies own, and what is one thing of its kind: without an article it stands only behind its owner.
const OWNED: [&str; 16] = [
    "egen",
    "eget",
    "egne",
    "vurdering",
    "opfattelse",
    "indstilling",
    "beslutning",
    "anbefaling",
    "budget",
    "regnskab",
    "møde",
    "hjemmeside",
    "ramme",
    "ansvarsområde",
    "forslag",
    "ønske",
];

/// "af udvalget egen ramme", "Efter forvaltningen vurdering er der": a body behind a preposition, and what it owns.
fn is_owned_behind(sentence: &Sentence<'_>, i: usize) -> bool {
    let next = i + 1;
    // "Der kom fra udvalget forslag til …", "Skal vi i udvalget møde op": what comes, and what may be a verb.
    let free = sentence.any(0, i, Classes::MODAL.or(Classes::RELATIVE).or(Classes::AT))
        || matches!(sentence.word(i - 1), "fra" | "hos" | "som" | "end" | "jf.");
    OWNED.contains(&sentence.word(next))
        && is_owner(sentence.word(i))
        && sentence.is_definite_noun(i)
        && sentence.token(next).is_some_and(|token| token.is_spaced())
        && !free
        && sentence.is_whole()
        // "drøftede i udvalget møde og budget".
        && !sentence.is(next + 1, Classes::CONJUNCTION)
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
    // "til bestyrelses medlemmerne": no owner has a definite noun behind it, so the two are one word.
    if sentence.is_definite_noun(i + 1) {
        return;
    }
    // "valg af bestyrelses medlem": as likely one word as an owner, so nothing is written for her.
    let noun = sentence.word(i + 1);
    if written.strip_suffix('s').is_some_and(|first| compounds().takes_s(first))
        && sentence.readings(i + 1).any(Readings::COMMON | Readings::NEUTER | Readings::PLURAL)
    {
        let note = Note::new(
            format!("\"{written}\" står alene: skriv \"{right} {noun}\" eller i ét ord \"{written}{noun}\""),
            format!(
                "\"{written}\" stands alone: write \"{right} {noun}\" or, as one word, \"{written}{noun}\""
            ),
        );
        findings.report(whole, note);
        return;
    }
    let note = Note::new(
        format!("\"{written}\" mangler et navn foran eller sin bestemte form: {right}"),
        format!("\"{written}\" lacks a name before it or its definite form: \"{right}\""),
    );
    let title = Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\""));
    findings.report(whole, note).unsafe_fix(title, Edit::replace(sentence.range(i, i), *right));
}

/// "På udvalget vegne": nothing but an owner stands there.
fn check_behalf(view: &PartView<'_>, sentence: &Sentence<'_>, i: usize, findings: &mut Findings) {
    if sentence.word(i).eq_ignore_ascii_case("på")
        && sentence.word(i + 2) == "vegne"
        && sentence.readings_of_compound(i + 1).any(Readings::DEFINITE)
    {
        report_owner(view, sentence, i + 1, findings);
    }
}

/// "Forvaltningen vurdering er positiv": a definite noun that begins the sentence, and a bare one before the verb.
fn check_subject(view: &PartView<'_>, sentence: &Sentence<'_>, findings: &mut Findings) {
    let bare = Readings::COMMON | Readings::NEUTER | Readings::PLURAL | Readings::IMPERATIVE;
    let verb = Classes::AUXILIARY.or(Classes::FINITE);
    let word = sentence.word(1);
    let certain = sentence.is(2, verb)
        && sentence.is_whole()
        && sentence.readings_of_compound(0).any(Readings::DEFINITE)
        && sentence.is_small(1)
        && sentence.readings_of_compound(1).without(Readings::OTHER).only(bare)
        && !sentence.is(1, Classes::NOT_NOUN)
        && !compounds().stands_behind(word)
        && !compounds().stands_free(word)
        && !compounds().stands_apart(word)
        && is_owner(sentence.word(0))
        // "Bogen bestyrelse": what is one word is for another rule to say.
        && !compounds().is_first(&sentence.word(0).to_lowercase());
    if certain {
        report_owner(view, sentence, 0, findings);
    }
}

/// Is it a body or somebody who owns and decides? Other nouns may be told by the one behind: "Parameteren skrifttype er …".
fn is_owner(word: &str) -> bool {
    const ENDS: [&str; 20] = [
        "udvalget",
        "rådet",
        "nævnet",
        "forvaltningen",
        "administrationen",
        "bestyrelsen",
        "kommunen",
        "klubben",
        "foreningen",
        "skolen",
        "institutionen",
        "direktionen",
        "ledelsen",
        "regionen",
        "staten",
        "formanden",
        "lederen",
        "borgeren",
        "børnehaven",
        "afdelingen",
    ];
    let small = word.to_lowercase();
    ENDS.iter().any(|end| small.ends_with(end))
}

fn report_owner(view: &PartView<'_>, sentence: &Sentence<'_>, i: usize, findings: &mut Findings) {
    let whole = sentence.range(i, i + 1);
    if !view.is_prose(whole) {
        return;
    }
    let (written, noun) = (sentence.word(i), sentence.word(i + 1));
    let right = format!("{written}s");
    let note = Note::new(
        format!("Foran \"{noun}\" mangler \"{written}\" sit ejefalds-s: {right}"),
        format!("Before \"{noun}\" the word \"{written}\" lacks the \"s\" of the genitive: \"{right}\""),
    );
    let title = Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\""));
    findings.report(whole, note).unsafe_fix(title, Edit::replace(sentence.range(i, i), right));
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
    use document::fixture::check;

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
    fn flags_a_body_before_what_it_owns() {
        check(
            &RULE,
            "
1. Skoler

Beløbet tages af udvalget egen ramme. Efter forvaltningen vurdering er der plads. Sagen kom op på byrådet møde i maj.
                 ^^^^^^^^^^^^^ Foran \"egen\" mangler \"udvalget\" sit ejefalds-s: udvalgets
                                            ^^^^^^^^^^^^^^^^^^^^^^^ Foran \"vurdering\" mangler \"forvaltningen\" sit ejefalds-s
                                                                                                  ^^^^^^^^^^^^ Foran \"møde\" mangler \"byrådet\" sit ejefalds-s
",
        );
        for line in [
            "Der kom fra udvalget forslag til en ny plan, og der er i byrådet ønske om en ny hal.",
            "Man skal i udvalget møde til tiden. Det drøftes i bestyrelsen møde og plan for møde.",
            "Efter forvaltningens vurdering er der plads inden for udvalgets egen ramme.",
        ] {
            check(&RULE, &format!("1. Skoler\n\n{line}\n"));
        }
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

    #[test]
    fn flags_an_owner_that_begins_the_sentence_or_follows_paa() {
        check(
            &RULE,
            "
1. Skoler

Forvaltningen vurdering er positiv. På udvalget vegne takkede formanden. Klubben medlemmer har svaret.
^^^^^^^^^^^^^^^^^^^^^^^ Foran \"vurdering\" mangler \"Forvaltningen\" sit ejefalds-s: Forvaltningens
                                       ^^^^^^^^^^^^^^ Foran \"vegne\" mangler
                                                                         ^^^^^^^^^^^^^^^^^ Foran \"medlemmer\" mangler
",
        );
        check(
            &RULE,
            "1. Skoler\n\nDagen efter er der ro. Halvdelen børn er syge. Ugen før var vi med. Natten mandag var kold.\n",
        );
        check(&RULE, "1. Skoler\n\nPå egne og andres vegne takker jeg. På klubbens vegne er alle hilst.\n");
    }
}
