//! `spelling/verb-form`: a verb in a form that cannot stand where it stands ("at håndterer", "Forvaltningen vurdere").
//!
//! Only a form that is nothing else is told: "ansøger" after "at" may be the noun, "håndterer" cannot be.

use crate::danish::clauses::Sentence;
use crate::danish::inflection::{infinitive_of_participle, infinitive_of_present, participle, present};
use crate::danish::lexicon::Readings;
use crate::danish::tokens::Classes;
use crate::lint::{Applicability, Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use crate::text::edit::Edit;
use crate::zones::ZoneSet;

pub(in crate::catalog) static RULE: Rule = Rule {
    name: "spelling/verb-form",
    summary: Text {
        da: "Et udsagnsord i en form, der ikke kan stå der",
        en: "A verb in a form that cannot stand there",
    },
    why: Text {
        da: "Efter \"at\", \"skal\" og \"kan\" står navnemåde (\"at håndtere\"), efter \"har\" og \"blev\" kort tillægsform \
             (\"har udarbejdet\"), og efter grundleddet nutid med \"-r\" (\"forvaltningen vurderer\"). Formerne lyder ofte \
             ens, så fejlen ses kun på skrift.",
        en: "After \"at\", \"skal\" and \"kan\" comes the infinitive (\"at håndtere\"), after \"har\" and \"blev\" the past \
             participle (\"har udarbejdet\"), and after the subject the present with \"-r\" (\"forvaltningen vurderer\"). The \
             forms often sound alike, so the slip shows only in writing.",
    },
    source: "Retskrivningsordbogen, bøjningen ved det enkelte ord",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::Safe,
    zones: ZoneSet::NONE,
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nSkolen overvejer at prioriterer det nye \
                 tag.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nSkolen overvejer at prioritere det nye \
                tag.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

const INFINITIVE: Text = Text { da: "navnemåde", en: "the infinitive" };

/// What should stand there.
#[derive(Clone, Copy)]
enum Wanted {
    Infinitive,
    /// As well, but where "blive" may have dropped out: "kan importeret".
    InfinitiveForParticiple,
    Participle,
    Present,
}

/// A verb in the wrong form: the word that demands another, the verb, and what it should be.
struct Slip {
    leader: usize,
    verb: usize,
    wanted: Wanted,
}

fn check(view: &PartView<'_>, findings: &mut Findings) {
    for sentence in view.sentences() {
        for i in 0..sentence.len() {
            if let Some(slip) = slip_at(sentence, i) {
                report(view, sentence, &slip, findings);
            }
        }
    }
}

fn slip_at(sentence: &Sentence<'_>, i: usize) -> Option<Slip> {
    let found = |verb, wanted| Some(Slip { leader: i, verb, wanted });
    // "at har bestemt" has lost its subject instead, and "at kommer man" is a condition.
    let auxiliary = Classes::AUXILIARY.or(Classes::MODAL);
    let inverted = sentence.is(i + 2, Classes::PRONOUN);
    if sentence.is(i, Classes::AT)
        && sentence.is_present(i + 1)
        && !sentence.is(i + 1, auxiliary)
        && !inverted
    {
        return found(i + 1, Wanted::Infinitive);
    }
    if sentence.is(i, Classes::AT) && !inverted && is_only_verb(sentence, i + 1) {
        return found(i + 1, Wanted::Infinitive);
    }
    if sentence.is(i, Classes::MODAL) {
        let verb = after_modal(sentence, i)?;
        let participle = sentence.is_participle(verb);
        return found(verb, if participle { Wanted::InfinitiveForParticiple } else { Wanted::Infinitive });
    }
    let perfect = Classes::HAVE.or(Classes::BECOME);
    if sentence.is(i, perfect) && sentence.is_infinitive(i + 1) {
        return found(i + 1, Wanted::Participle);
    }
    if sentence.is(i, Classes::RELATIVE) && is_bare_relative(sentence, i) {
        return found(i + 1, Wanted::Present);
    }
    if sentence.is_infinitive(i + 1) && is_subject(sentence, i) {
        return found(i + 1, Wanted::Present);
    }
    None
}

/// "for at følger op på sagen": what may be a noun is the verb if no other word up to the end of the sentence can be.
fn is_only_verb(sentence: &Sentence<'_>, i: usize) -> bool {
    let end = sentence.len();
    let verb =
        sentence.is_small(i) && sentence.word(i).ends_with('r') && !sentence.is(i, Classes::NOT_PRESENT);
    let closed = matches!(sentence.word(end - 1), "." | "!" | "?");
    verb && closed
        && i + 2 < end
        && i > 1
        && sentence.is(i - 2, Classes::PREPOSITION)
        && sentence.readings(i).any(Readings::PRESENT)
        && !sentence.readings(i).any(Readings::OTHER | Readings::ADJECTIVE)
        && !(i + 1..end - 1)
            .any(|at| sentence.is_sign(at) || sentence.may_be_finite(at) || sentence.is(at, Classes::MODAL))
}

/// The verb after a modal one and the adverbs behind it, if it is no infinitive.
fn after_modal(sentence: &Sentence<'_>, modal: usize) -> Option<usize> {
    let mut verb = modal + 1;
    while sentence.is(verb, Classes::ADVERB) {
        verb += 1;
    }
    let auxiliary = sentence.is(verb, Classes::MODAL.or(Classes::AUXILIARY));
    if auxiliary || !sentence.is_small(verb) {
        return None;
    }
    let agent = verb == modal + 1 && sentence.is(verb, Classes::AGENT);
    let noun_follows = sentence.readings(verb + 1).any(Readings::NOUN | Readings::ADJECTIVE);
    let participle = sentence.is_participle(verb) && !noun_follows;
    (agent || sentence.is_present(verb) || participle).then_some(verb)
}

/// "der indeholde": a relative word with an infinitive, and nothing before that could govern it.
fn is_bare_relative(sentence: &Sentence<'_>, i: usize) -> bool {
    const REACH: usize = 9;
    let governs = Classes::MODAL.or(Classes::AT).or(Classes::BEFORE_INFINITIVE);
    i > 0 && sentence.is_infinitive(i + 1) && !sentence.any(i.saturating_sub(REACH), i, governs)
}

/// A definite noun that begins the sentence or follows "at".
fn is_subject(sentence: &Sentence<'_>, i: usize) -> bool {
    (i == 0 || sentence.is(i - 1, Classes::AT)) && sentence.is_definite_noun(i)
}

fn report(view: &PartView<'_>, sentence: &Sentence<'_>, slip: &Slip, findings: &mut Findings) {
    let whole = sentence.range(slip.leader, slip.verb);
    // "Afdelingernes handle- og årsplaner": the first part of a compound.
    let hangs = view.char_after(whole.end().into()).is_some_and(|c| matches!(c, '-' | '‑'));
    if hangs || !view.is_prose(whole) {
        return;
    }
    let (leader, verb) = (sentence.word(slip.leader), sentence.word(slip.verb));
    let (right, form) = match slip.wanted {
        Wanted::Infinitive => (infinitive_of_present(verb), INFINITIVE),
        Wanted::InfinitiveForParticiple => (infinitive_of_participle(verb), INFINITIVE),
        Wanted::Participle => (participle(verb), Text { da: "kort tillægsform", en: "the past participle" }),
        Wanted::Present => (present(verb), Text { da: "nutid", en: "the present" }),
    };
    // A form that nobody can name is no certain fault.
    let Some(right) = right else { return };
    let note = Note::new(
        format!("Efter \"{leader}\" står {}: {right}", form.da),
        format!("After \"{leader}\" comes {}: \"{right}\"", form.en),
    );
    let at = sentence.range(slip.verb, slip.verb);
    let title = Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\""));
    let applicability = match slip.wanted {
        Wanted::InfinitiveForParticiple => Applicability::Unsafe,
        _ => Applicability::Safe,
    };
    findings.report(whole, note).fix(title, applicability, vec![Edit::replace(at, right)]);
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::fixture::{check, check_fix};

    fn silent(line: &str) {
        check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n"));
    }

    #[test]
    fn flags_a_present_after_at_and_modal_verbs() {
        check(
            &RULE,
            "
1. Skoler

Det er vigtigt at inddrager eleverne, og vi skal også håndterer det.
               ^^^^^^^^^^^^ Efter \"at\" står navnemåde: inddrage
                                            ^^^^^^^^^^^^^^^^^^^ Efter \"skal\" står navnemåde: håndtere
",
        );
        check(
            &RULE,
            "1. Skoler\n\nRådet kan udarbejdet en plan.\n      ^^^^^^^^^^^^^^ Efter \"kan\" står navnemåde\n",
        );
    }

    #[test]
    fn flags_an_infinitive_where_a_bent_form_is_due() {
        check(
            &RULE,
            "
1. Skoler

Forvaltningen vurdere, hvad skolen har udarbejde. Skolen får en plan, der indeholde et mål.
^^^^^^^^^^^^^^^^^^^^^ Efter \"Forvaltningen\" står nutid: vurderer
                                   ^^^^^^^^^^^^^ Efter \"har\" står kort tillægsform: udarbejdet
                                                                      ^^^^^^^^^^^^^ Efter \"der\" står nutid: indeholder
",
        );
    }

    #[test]
    fn ignores_words_that_may_be_something_else() {
        silent("Kontakten til ansøger sker, at ansøger får svar, og borger kan ansøger vise vej.");
        silent("Det er aftalt, at har man et kort, så kan det bruges, og at når tiden er inde, åbnes der.");
        silent("Skolen vil forvaltningen gerne besøge, og det kan også planlagt vedligehold vise.");
        silent("Forvaltningen møde og forvaltningens vurdering er sendt.");
    }

    #[test]
    fn ignores_quotations_and_remarks() {
        silent("Formanden sagde: ”Vi skal udarbejder en plan.”");
    }

    #[test]
    fn writes_the_right_form() {
        check_fix(
            &RULE,
            "1. Skoler\n\nBestyrelsen skal håndterer sagen og har sende den.\n",
            "1. Skoler\n\nBestyrelsen skal håndtere sagen og har sendt den.\n",
        );
    }
}
