//! `spelling/comma-clause`: no comma after a clause that begins the sentence, or after a relative clause.
//!
//! The comma *before* a clause is the writer's choice; the one behind it is not.

use super::comma_main_clause::is_inner_sign;
use danish::clauses::Sentence;
use danish::lexicon::Readings;
use danish::tokens::Classes;
use lint::{Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use text::edit::Edit;
use zones::ZoneSet;

pub(crate) static RULE: Rule = Rule {
    name: "spelling/comma-clause",
    summary: Text { da: "Komma mangler efter en ledsætning", en: "No comma after a subordinate clause" },
    why: Text {
        da: "Efter en ledsætning står der komma, uanset om man sætter komma foran den: \"Når planen er vedtaget, sendes den i \
             høring\".",
        en: "A comma stands after a subordinate clause, whether or not one stands before it: \"Når planen er vedtaget, sendes \
             den i høring\".",
    },
    source: "Retskrivningsordbogen § 49",
    severity: Severity::Info,
    on: true,
    fixes: Fixes::Unsafe,
    zones: ZoneSet::NONE,
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nNår taget er lagt i maj skal gården have \
                 fliser.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nNår taget er lagt i maj, skal gården have \
                fliser.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    // Where a clause begins and ends is seen in a whole sentence only.
    for sentence in view.sentences().iter().filter(|sentence| sentence.is_whole()) {
        if let Some(verb) = before_so(sentence).or_else(|| after_leading_clause(sentence)) {
            report(view, sentence, verb, findings);
        }
        for comma in sentence.places(Classes::COMMA) {
            if parts_question(sentence, comma) {
                report_parted(view, sentence, comma, findings);
            }
            if let Some(verb) = after_relative_clause(sentence, comma) {
                report(view, sentence, verb, findings);
            }
        }
    }
}

/// The verb of the main clause behind "Når …", when no comma stands between.
fn after_leading_clause(sentence: &Sentence<'_>) -> Option<usize> {
    const SHORTEST: usize = 3;
    if !sentence.is(0, Classes::LEADING) {
        return None;
    }
    let end = (1..sentence.len().saturating_sub(1))
        .find(|&i| sentence.is_sign(i) && !is_inner_sign(sentence, i))
        .unwrap_or(sentence.len());
    (SHORTEST..end.min(sentence.len().saturating_sub(1))).find(|&verb| {
        let auxiliary = sentence.is(verb, Classes::AUXILIARY.or(Classes::MODAL));
        let passive =
            sentence.word(verb).ends_with('s') && sentence.plain_readings(verb).only(Readings::PASSIVE);
        let light = sentence.is(verb + 1, Classes::LIGHT_SUBJECT);
        if passive && has_new_subject(sentence, verb) || is_behind_participle(sentence, verb) {
            return has_own_verb(sentence, verb) && !(1..verb).any(|i| hinders(sentence, i, verb));
        }
        let present = (sentence.is_present(verb) || passive)
            && (sentence.is_definite_noun(verb + 1) || light || sentence.is_capital(verb + 1))
            || light && sentence.readings(verb).any(Readings::PRESENT) && has_passive(sentence, verb - 1);
        (present || is_past_of_main(sentence, verb) || auxiliary && is_inverted_subject(sentence, verb))
            && !sentence.is_sign(verb - 1)
            && has_own_verb(sentence, verb)
            && !joins(sentence, verb - 1)
            && !(1..verb).any(|i| hinders(sentence, i, verb))
    })
}

/// "Når valget er slut foretages en optælling": nothing before the passive governs it, and what follows is its subject.
fn has_new_subject(sentence: &Sentence<'_>, verb: usize) -> bool {
    let governs = Classes::MODAL.or(Classes::AT).or(Classes::BEFORE_INFINITIVE);
    let before = verb - 1;
    let done = sentence.plain_readings(before).only(Readings::PARTICIPLE | Readings::ADJECTIVE)
        && !sentence.plain_readings(before).is_none();
    let article = sentence.is(verb + 1, Classes::ONE_COMMON.or(Classes::ONE_NEUTER));
    let many = sentence.is_small(verb + 1)
        && sentence.readings_of_compound(verb + 1).only(Readings::PLURAL | Readings::DEFINITE);
    done && (article || many)
        && !sentence.any(1, verb, governs)
        && !joins(sentence, before)
        && !sentence.is_sign(before)
}

/// "Når planen er godkendt iværksætter kommunerne en proces": behind a participle that ends its clause a verb that may be a noun has its
/// subject behind it.
fn is_behind_participle(sentence: &Sentence<'_>, verb: usize) -> bool {
    let before = verb - 1;
    let found = sentence.plain_readings(before);
    sentence.is(before - 1, Classes::COPULA.or(Classes::HAVE))
        && found.any(Readings::PARTICIPLE)
        && found.only(Readings::PARTICIPLE | Readings::ADJECTIVE)
        && sentence.is_present_or_agent(verb)
        && sentence.is_definite_noun(verb + 1)
        && !sentence.any(1, verb, Classes::MODAL)
}

/// "Når en borger klager så gennemgår kommunen sagen": behind "så" the main verb and its subject follow.
fn before_so(sentence: &Sentence<'_>) -> Option<usize> {
    const SHORTEST: usize = 3;
    if !sentence.is(0, Classes::LEADING) {
        return None;
    }
    let so = (SHORTEST..sentence.len()).find(|&at| sentence.word(at) == "så")?;
    let verb = so + 1;
    let spoken = sentence.is(verb, Classes::AUXILIARY.or(Classes::MODAL).or(Classes::FINITE))
        || sentence.is_finite(verb);
    let subject = sentence.is(verb + 1, Classes::LIGHT_SUBJECT) || sentence.is_definite_noun(verb + 1);
    let led = Classes::PRONOUN.or(Classes::AUXILIARY).or(Classes::MODAL).or(Classes::CONJUNCTION);
    let adverb = sentence.is(so - 1, led.or(Classes::ADVERB).or(Classes::LIGHT_SUBJECT));
    let goes_on = (verb..sentence.len()).any(|at| {
        sentence.is_comma(at) && (sentence.may_be_finite(at + 1) || sentence.is(at + 1, Classes::MODAL))
    });
    let begun = (1..so).any(|at| sentence.is_sign(at) && !is_inner_sign(sentence, at));
    (spoken && subject && !adverb && !goes_on && !begun && has_own_verb(sentence, so))
        .then_some(so)
        .filter(|_| !(1..so).any(|i| hinders(sentence, i, so)))
}

/// "Da formanden var syg ledte næstformanden mødet": a past with its subject behind it, and no comma anywhere that could end a clause.
fn is_past_of_main(sentence: &Sentence<'_>, verb: usize) -> bool {
    let subject = sentence.is_definite_noun(verb + 1)
        || sentence.is(verb + 1, Classes::LIGHT_SUBJECT)
        || matches!(sentence.word(verb + 1), "alle" | "ingen");
    let past = sentence.plain_readings(verb) == Readings::PAST || sentence.is(verb, Classes::FINITE);
    past && subject
        && sentence.is_small(verb)
        && !sentence.any(0, verb + 1, Classes::SAYING)
        && !sentence.is_definite_noun(verb - 1)
        && !(0..sentence.len()).any(|at| sentence.is_comma(at))
        && (1..verb).any(|at| sentence.is(at, Classes::AUXILIARY))
}

/// "Hvis alle huse bevares mangler der": does the clause end in a passive, so that no noun follows it?
fn has_passive(sentence: &Sentence<'_>, i: usize) -> bool {
    sentence.word(i).ends_with('s') && sentence.plain_readings(i).only(Readings::PASSIVE)
}

/// Has the clause before `verb` a finite verb of its own, and is `verb` not the infinitive of a modal one ("skal kunne")?
fn has_own_verb(sentence: &Sentence<'_>, verb: usize) -> bool {
    let modal = sentence.is(verb, Classes::MODAL) && !sentence.is(verb, Classes::AUXILIARY);
    let infinitive = modal && sentence.is(verb - 1, Classes::MODAL.or(Classes::ADVERB).or(Classes::AT));
    // "Hvis hallen lukkes vil …".
    let before = verb - 1;
    let passive = sentence.word(before).ends_with('s')
        && sentence.readings(before).any(Readings::PASSIVE)
        && sentence.is_definite_noun(before - 1);
    !infinitive && (passive || (1..verb).any(|i| has_verb(sentence, i)))
}

/// Is the word at `i` the verb of the clause itself: a finite one, or a passive that is no noun?
fn has_verb(sentence: &Sentence<'_>, i: usize) -> bool {
    let passive = sentence.word(i).ends_with('s') && sentence.plain_readings(i).only(Readings::PASSIVE);
    // "Da der kører busser": a verb that may be a noun stands behind "der".
    let subject = (sentence.word(i - 1) == "der" || i == 2 && sentence.is_definite_noun(1))
        && sentence.readings(i).any(Readings::PRESENT);
    sentence.is_finite(i)
        || passive
        || subject
        || sentence.is_likely_present(i) && sentence.may_stand_finite(i)
}

/// Does the subject stand behind the verb, as it does in a main clause that does not begin with it?
fn is_inverted_subject(sentence: &Sentence<'_>, verb: usize) -> bool {
    let next = verb + 1;
    let subject = matches!(
        sentence.word(next),
        "der" | "det" | "vi" | "man" | "dette" | "disse" | "de" | "han" | "hun" | "både" | "alle" | "ingen"
    );
    let article = matches!(sentence.word(next), "denne" | "den" | "en" | "et")
        && !matches!(sentence.word(verb - 1), "for" | "af" | "til");
    subject
        || article
        || sentence.is_definite_noun(next)
        || is_owner(sentence, next)
        || is_bare_subject(sentence, next)
}

/// "vil kommunens bygninger", "skal HOFOR ansøge": a genitive with its noun, or a name.
fn is_owner(sentence: &Sentence<'_>, i: usize) -> bool {
    let genitive = sentence.readings_of_compound(i).only(Readings::GENITIVE)
        && sentence.readings_of_noun(i + 1).any(Readings::NOUN);
    let unlisted = sentence.readings_of_compound(i).without(Readings::OTHER).is_none();
    let name = sentence.is_capital(i) && (unlisted || sentence.is_capital(i + 1));
    genitive || name
}

/// "skal kommunen", "kan långiver rette", "vil folk have": a noun with the infinitive behind it.
fn is_bare_subject(sentence: &Sentence<'_>, i: usize) -> bool {
    let found = sentence.readings_of_compound(i);
    let bare = found.without(Readings::PRESENT).only(Readings::COMMON | Readings::NEUTER | Readings::PLURAL);
    sentence.is_small(i) && (bare || found.any(Readings::DEFINITE)) && sentence.is_infinitive(i + 1)
}

/// Words after which the verb belongs to the clause itself.
fn joins(sentence: &Sentence<'_>, i: usize) -> bool {
    matches!(
        sentence.word(i),
        "og" | "eller" | "som" | "der" | "at" | "hvor" | "ikke" | "hvad" | "så" | "allerede" | "også"
    ) || sentence.is(i, Classes::PRONOUN)
        || sentence.begins_clause(i)
        || sentence.is(i, Classes::POINTING)
}

/// Words that make it unclear where the clause ends before `verb`.
fn hinders(sentence: &Sentence<'_>, i: usize, verb: usize) -> bool {
    match sentence.word(i) {
        "at" => !is_infinitive(sentence, i + 1),
        "og" | "eller" => !pairs(sentence, i, verb),
        // "som anbefalet af udvalget", "mindre end forventet".
        "som" | "end" => !sentence.readings(i + 1).any(Readings::PARTICIPLE) || i + 1 >= verb,
        word => matches!(
            word,
            "hvor" | "hvad" | "om" | "hvilken" | "hvilke" | "hvem" | "hvordan" | "hvornår" | "hvorfor" | "så"
        ),
    }
}

fn is_infinitive(sentence: &Sentence<'_>, i: usize) -> bool {
    let finite_follows = sentence.is(i + 1, Classes::AUXILIARY.or(Classes::MODAL).or(Classes::FINITE));
    sentence.is_infinitive(i) || sentence.readings(i).any(Readings::INFINITIVE) && !finite_follows
}

/// Does "og" at `i` stand between two names, nouns or infinitives, and not between clauses? What is joined may end right before
/// `verb`, because the subject behind that shows that it is no verb of theirs.
fn pairs(sentence: &Sentence<'_>, i: usize, verb: usize) -> bool {
    let name = |at: usize| {
        sentence.is_capital(at)
            || sentence.is_definite_noun(at)
            || sentence.readings_of_compound(at).only(Readings::NOUN)
    };
    let (before, after) = (i - 1, i + 1);
    let infinitive = |at: usize| sentence.is_small(at) && sentence.readings(at).any(Readings::INFINITIVE);
    let verbs = infinitive(before) && infinitive(after) || sentence.is_sign(before);
    let ends = after + 1 == verb && !sentence.is(verb + 1, Classes::ONE_COMMON.or(Classes::ONE_NEUTER));
    verbs || name(before) && name(after) && (!sentence.may_be_finite(after + 1) || ends)
}

/// The main verb behind ", der …" or ", som …", when no comma stands before it.
fn after_relative_clause(sentence: &Sentence<'_>, comma: usize) -> Option<usize> {
    const REACH: usize = 25;
    if !matches!(sentence.word(comma + 1), "der" | "som") {
        return None;
    }
    let mut own = comma + 2;
    while matches!(sentence.word(own), "ikke" | "også" | "fortsat" | "allerede") {
        own += 1;
    }
    // "som udvalget har afsat": the subject stands between.
    let object = sentence.word(comma + 1) == "som"
        && (sentence.is_definite_noun(own) || sentence.is(own, Classes::PRONOUN))
        && sentence.is_finite(own + 1);
    own += usize::from(object);
    let waits = waits_for_verb(sentence, comma);
    if !(sentence.is_finite(own) || waits && sentence.may_be_finite(own)) || object && !waits {
        return None;
    }
    for verb in own + 1..(own + REACH).min(sentence.len().saturating_sub(1)) {
        let ends = sentence.is_sign(verb)
            || sentence.is(verb, Classes::SUBORDINATOR.or(Classes::CONJUNCTION))
            || matches!(sentence.word(verb), "end" | "også" | "selv" | "hidtil");
        if ends {
            return None;
        }
        // "der ikke har betalt får en rykker": behind a participle or a time the second verb is that of the main clause.
        let perfect = sentence.is(own, Classes::HAVE.or(Classes::BECOME))
            && !sentence.is(verb, Classes::SAYING)
            && sentence.is_finite(verb)
            && sentence.readings(verb - 1).without(Readings::OTHER).only(Readings::PARTICIPLE);
        let passive = waits && is_main_passive(sentence, own, verb);
        let begins = perfect || passive || sentence.is(verb, Classes::AUXILIARY);
        if begins && verb >= own + 2 && begins_main(sentence, own, verb) {
            return Some(verb);
        }
    }
    None
}

/// Is what stands before the comma a noun whose verb has not come, so that it is the subject of the one behind the clause?
fn waits_for_verb(sentence: &Sentence<'_>, comma: usize) -> bool {
    let begin = sentence.sign_before(comma).map_or(0, |sign| sign + 1);
    let other = Classes::MODAL.or(Classes::CONJUNCTION).or(Classes::SUBORDINATOR);
    comma > begin
        && sentence.readings_of_compound(comma - 1).any(Readings::NOUN)
        && !(begin..comma).any(|at| sentence.may_stand_finite(at) || sentence.is(at, other))
}

/// "De, der medvirker ved valget tilbydes mad": a passive that nothing in the clause governs.
fn is_main_passive(sentence: &Sentence<'_>, own: usize, verb: usize) -> bool {
    let governs = Classes::MODAL.or(Classes::AT).or(Classes::BEFORE_INFINITIVE);
    sentence.word(verb).ends_with('s')
        && sentence.is_small(verb)
        && sentence.plain_readings(verb) == Readings::PASSIVE
        && !sentence.any(own, verb, governs)
}

fn begins_main(sentence: &Sentence<'_>, own: usize, verb: usize) -> bool {
    let before = verb - 1;
    let pronoun =
        sentence.is(before, Classes::PRONOUN) || matches!(sentence.word(before), "de" | "det" | "den" | "I");
    let led = Classes::PREPOSITION.or(Classes::BEFORE_NOUN);
    let noun = sentence.is_definite_noun(before) && !sentence.is(before - 1, led);
    let time = (own..verb).any(|i| matches!(sentence.word(i), "inden" | "før"));
    // "Medlemmer, der skylder penge ikke nødvendigvis bliver …": an adverb may belong to the verb behind it.
    let adverb =
        sentence.readings(before).any(Readings::OTHER) && !sentence.readings(before).any(Readings::NOUN);
    !sentence.is(before, Classes::AUXILIARY.or(Classes::ADVERB))
        && !adverb
        && !sentence.is_sign(verb + 1)
        // "penge ikke nødvendigvis bliver": the adverbs belong to the verb of the clause around it.
        && !(own + 1..verb).any(|i| sentence.word(i) == "ikke")
        && !pronoun
        && !noun
        && !time
}

/// "tvivl om hvem, der kører": a comma between the two words that are the subject of a question.
fn parts_question(sentence: &Sentence<'_>, comma: usize) -> bool {
    comma > 1
        && matches!(sentence.word(comma - 1), "hvem" | "hvad")
        && !sentence.is_sign(comma - 2)
        && sentence.word(comma + 1) == "der"
        && sentence.may_be_finite(comma + 2)
}

fn report_parted(view: &PartView<'_>, sentence: &Sentence<'_>, comma: usize, findings: &mut Findings) {
    let whole = sentence.range(comma - 1, comma + 1);
    if !view.is_prose(whole) {
        return;
    }
    let word = sentence.word(comma - 1);
    let note = Note::new(
        format!("\"{word} der\" hører sammen, så kommaet mellem dem skal væk"),
        format!("\"{word} der\" belong together, so the comma between them must go"),
    );
    let title = Text { da: "Fjern kommaet", en: "Remove the comma" };
    findings.report(whole, note).unsafe_fix(title, Edit::delete(sentence.range(comma, comma)));
}

fn report(view: &PartView<'_>, sentence: &Sentence<'_>, verb: usize, findings: &mut Findings) {
    let whole = sentence.range(verb - 1, verb);
    if !view.is_prose(whole) {
        return;
    }
    let (last, word) = (sentence.word(verb - 1), sentence.word(verb));
    let note = Note::new(
        format!("Ledsætningen slutter ved \"{last}\", så der mangler et komma foran \"{word}\""),
        format!("The subordinate clause ends at \"{last}\", so a comma is missing before \"{word}\""),
    );
    let at = sentence.range(verb - 1, verb - 1).end();
    let title = Text { da: "Indsæt komma", en: "Insert a comma" };
    findings.report(whole, note).unsafe_fix(title, Edit::insert(at, ","));
}

#[cfg(test)]
mod tests;
