//! `spelling/verb-form`: a verb in a form that cannot stand where it stands ("at håndterer", "Forvaltningen vurdere").
//!
//! Only a form that is nothing else is told: "ansøger" after "at" may be the noun, "håndterer" cannot be.

mod af;
mod after_at;
mod bent;
mod missing;
mod modal;
mod stem;
mod subject;
mod surplus;

use after_at::{is_past_after_at, is_present_after_at};
use bent::{is_participle_for_past, is_past_for_participle};
use danish::clauses::Sentence;
use danish::inflection::{
    infinitive_of_imperative, infinitive_of_participle, infinitive_of_past, infinitive_of_present,
    participle, past, present,
};
use danish::lexicon::{Readings, readings};
use danish::tokens::Classes;
use lint::{Applicability, Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use modal::{after_inverted, after_modal};
use subject::{
    LONGEST_SUBJECT, OPENS_SUBJECT, after_pronoun, has_fronted_subject, has_subject_behind, is_bare_relative,
    is_bare_verb, is_subject, is_told_by_initials, is_verb_of_pronoun,
};
use text::TextRange;
use text::edit::Edit;
use zones::ZoneSet;

pub(crate) static RULE: Rule = Rule {
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
const PARTICIPLE: Text = Text { da: "kort tillægsform", en: "the past participle" };

/// What should stand there.
#[derive(Clone, Copy)]
enum Wanted {
    Infinitive,
    /// As well, but where "blive" may have dropped out: "kan importeret".
    InfinitiveForParticiple,
    Participle,
    /// For an imperative, or for less than a form: "har bestil", "har solg".
    ParticipleForStem,
    /// The participle for a past: "har vurderede sagen".
    ParticipleForPast,
    /// The past for a participle: "Udvalget godkendt planen".
    PastForParticiple,
    Present,
    /// The infinitive for a past, behind "at": "til at bakkede op".
    InfinitiveForPast,
    /// For an imperative, which has lost its last letter: "bør reparer".
    InfinitiveForImperative,
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
            if may_lead(sentence, i)
                && let Some(slip) = slip_at(sentence, i)
            {
                report(view, sentence, &slip, findings);
            }
        }
        for i in sentence.places(Classes::PREPOSITION) {
            af::check(view, sentence, i, findings);
        }
        missing::check(view, sentence, findings);
        surplus::check(view, sentence, findings);
    }
}

/// Can a verb behind the word at `i` be wrong? Only behind a few small words, and behind a subject that begins the sentence.
fn may_lead(sentence: &Sentence<'_>, i: usize) -> bool {
    const LEADS: Classes = Classes::AT
        .or(Classes::MODAL)
        .or(Classes::HAVE)
        .or(Classes::BECOME)
        .or(Classes::RELATIVE)
        .or(Classes::PRONOUN);
    let opens = i == 0 || i <= LONGEST_SUBJECT && sentence.is(0, OPENS_SUBJECT);
    sentence.is(i, LEADS)
        || opens
        || sentence.is(i, Classes::OPENER)
        || i == 1 && sentence.is(1, Classes::COPULA)
        || sentence.is(i - 1, Classes::AT)
}

fn slip_at(sentence: &Sentence<'_>, i: usize) -> Option<Slip> {
    let found = |verb, wanted| Some(Slip { leader: i, verb, wanted });
    if sentence.is_cut_behind() && i + 2 >= sentence.len() {
        return None;
    }
    if sentence.is(i, Classes::AT) && is_present_after_at(sentence, i + 1) {
        return found(i + 1, Wanted::Infinitive);
    }
    // "Der er intet at bemærket.": behind "at" and before a full stop stands no participle.
    let closed = i + 2 >= sentence.len() || matches!(sentence.word(i + 2), "." | ";");
    if sentence.is(i, Classes::AT) && i > 0 && closed && is_bent_infinitive(sentence, i + 1) {
        return found(i + 1, Wanted::InfinitiveForParticiple);
    }
    if sentence.is(i, Classes::AT) && is_past_after_at(sentence, i) {
        return found(i + 1, Wanted::InfinitiveForPast);
    }
    let verb = i + 1 + usize::from(sentence.word(i + 1) == "ikke");
    if sentence.is(i, Classes::AT.or(Classes::MODAL)) && is_short_infinitive(sentence, verb) {
        return found(verb, Wanted::InfinitiveForImperative);
    }
    if sentence.is(i, Classes::MODAL) {
        let verb = after_modal(sentence, i).or_else(|| after_inverted(sentence, i));
        let verb = verb.filter(|_| !sentence.is_shell(i))?;
        let form = sentence.plain_readings(verb);
        let wanted = match () {
            () if sentence.is_participle(verb) => Wanted::InfinitiveForParticiple,
            () if form.any(Readings::PRESENT) => Wanted::Infinitive,
            () if form.any(Readings::IMPERATIVE) => Wanted::InfinitiveForImperative,
            () if form.any(Readings::PAST) => Wanted::InfinitiveForPast,
            () => Wanted::Infinitive,
        };
        return found(verb, wanted);
    }
    let perfect = Classes::HAVE.or(Classes::BECOME);
    if sentence.is(i, perfect) && sentence.is_infinitive(i + 1) && !names_activity(sentence, i) {
        return found(i + 1, Wanted::Participle);
    }
    if sentence.is(i, perfect) && stem::is_for_participle(sentence, i) {
        return found(i + 1, Wanted::ParticipleForStem);
    }
    // "Planen er sende i høring": behind the subject of the sentence, where no other verb could govern it.
    if is_infinitive_for_participle(sentence, i) {
        return found(i + 1, Wanted::Participle);
    }
    if sentence.is(i, perfect) && is_past_for_participle(sentence, i) {
        return found(i + 1, Wanted::ParticipleForPast);
    }
    if is_participle_for_past(sentence, i) {
        return found(i + 1, Wanted::PastForParticiple);
    }
    if sentence.is(i, Classes::RELATIVE) && is_bare_relative(sentence, i) {
        return found(i + 1, Wanted::Present);
    }
    if is_bare_verb(sentence, i + 1) && is_subject(sentence, i) && !is_wish(sentence)
        || has_fronted_subject(sentence, i)
        || has_subject_behind(sentence, i)
        || is_told_by_initials(sentence, i)
    {
        return found(i + 1, Wanted::Present);
    }
    if sentence.is(i, Classes::PRONOUN) && is_verb_of_pronoun(sentence, i + 1) {
        return Some(Slip { leader: i, verb: i + 1, wanted: after_pronoun(sentence, i)? });
    }
    None
}

/// "Planen er sende i høring", "Der er modtage 14 svar".
fn is_infinitive_for_participle(sentence: &Sentence<'_>, i: usize) -> bool {
    let subject = || i == 1 && (sentence.is_definite_noun(0) || sentence.word(0) == "Der");
    matches!(sentence.word(i), "er" | "var")
        && sentence.is_whole()
        && sentence.is_infinitive(i + 1)
        && subject()
        // "Ambulancen er fremme".
        && !sentence.is(i + 1, Classes::NOT_NOUN.or(Classes::ADVERB))
        // "Målet er spare, hvor man kan" lacks its "at" instead.
        && !sentence.is(0, Classes::GOVERNING)
        && !sentence.is(i + 2, Classes::CONJUNCTION)
}

/// Is the word at `i` a participle, perhaps one that is an adjective as well?
fn is_bent_infinitive(sentence: &Sentence<'_>, i: usize) -> bool {
    let found = sentence.plain_readings(i);
    sentence.is_small(i)
        && found.any(Readings::PARTICIPLE)
        && found.only(Readings::PARTICIPLE | Readings::ADJECTIVE)
        && !sentence.is(i, Classes::NOT_PARTICIPLE)
}

/// "Kongen leve!", "Kommunen betale?": what is wished for, or hardly believed.
fn is_wish(sentence: &Sentence<'_>) -> bool {
    matches!(sentence.word(sentence.len() - 1), "!" | "?") || matches!(sentence.word(0), "Herren" | "Fanden")
}

/// "Skolen har bygge som fag", "Emnerne bliver male, tegne og synge": an infinitive that is a name.
fn names_activity(sentence: &Sentence<'_>, i: usize) -> bool {
    let next = i + 2;
    let listed = (sentence.is_comma(next) || sentence.is(next, Classes::CONJUNCTION))
        && (sentence.is_infinitive(next + 1) || sentence.is_cut_behind() && next + 1 >= sentence.len());
    let school = sentence.word(next + 2) == "som" || sentence.is_cut_behind() && next + 2 >= sentence.len();
    sentence.word(next) == "som" || listed && (school || !sentence.is(i, Classes::HAVE))
}

/// "bør reparer taget": an imperative of "-ere", which is nothing else.
fn is_short_infinitive(sentence: &Sentence<'_>, verb: usize) -> bool {
    sentence.is_small(verb)
        && sentence.word(verb).ends_with("er")
        && sentence.readings(verb) == Readings::IMPERATIVE
        && sentence.is_word(verb + 1)
}

/// "skal bager Holm flytte": what somebody is, before a name.
fn names_somebody(sentence: &Sentence<'_>, i: usize) -> bool {
    sentence.is_capital(i + 1) && sentence.readings(i).any(Readings::NOUN)
}

fn write(word: &str) -> Note {
    Note::new(format!("Skriv \"{word}\""), format!("Write \"{word}\""))
}

/// "Afdelingernes handle- og årsplaner", "har læse/skrive-ret": is the last word the first part of a compound?
fn hangs(view: &PartView<'_>, whole: TextRange) -> bool {
    view.char_after(whole.end().into()).is_some_and(|c| matches!(c, '-' | '‑' | '/'))
}

/// "indstiller, at udvalget / 1. at godkender": there the "at" is too much, and the verb is right.
fn is_doubled_at(view: &PartView<'_>, place: TextRange) -> bool {
    view.item.is_some_and(|item| {
        item.recommendations().any(|recommendation| {
            let mut points = recommendation.points.iter();
            points.any(|point| {
                point.text.start() == place.start() && recommendation.needs_no_at(view.text, point)
            })
        })
    })
}

fn report(view: &PartView<'_>, sentence: &Sentence<'_>, slip: &Slip, findings: &mut Findings) {
    let whole = sentence.range(slip.leader, slip.verb);
    if hangs(view, whole) || !view.is_prose(whole) || is_doubled_at(view, whole) {
        return;
    }
    let (leader, verb) = (sentence.word(slip.leader), sentence.word(slip.verb));
    let (right, form) = match slip.wanted {
        Wanted::Infinitive => (infinitive_of_present(verb), INFINITIVE),
        Wanted::InfinitiveForParticiple => (infinitive_of_participle(verb), INFINITIVE),
        Wanted::InfinitiveForPast => (infinitive_of_past(verb), INFINITIVE),
        Wanted::InfinitiveForImperative => (infinitive_of_imperative(verb), INFINITIVE),
        Wanted::Participle => (participle(verb), PARTICIPLE),
        Wanted::ParticipleForStem => (stem::participle(verb), PARTICIPLE),
        Wanted::ParticipleForPast => {
            (infinitive_of_past(verb).and_then(|verb| participle(&verb)), PARTICIPLE)
        }
        Wanted::PastForParticiple => {
            let past = infinitive_of_participle(verb).and_then(|verb| past(&verb));
            (past, Text { da: "nutid eller datid", en: "the present or the past" })
        }
        Wanted::Present => (present(verb), Text { da: "nutid eller datid", en: "the present or the past" }),
    };
    // A form that nobody can name is no certain fault.
    let Some(right) = right else { return };
    let at = sentence.range(slip.verb, slip.verb);
    let applicability = if is_certain(sentence, slip) { Applicability::Safe } else { Applicability::Unsafe };
    let past = past(verb).filter(|_| matches!(slip.wanted, Wanted::Present));
    // "Brevet sende også til naboerne", "kan besvaret af lederen": without an object the passive may be meant.
    let passive = Some(format!("{}s", if past.is_some() { verb } else { &right }))
        .filter(|form| may_be_passive(sentence, slip) && readings(form).any(Readings::PASSIVE));
    let note = note(leader, &right, passive.as_deref().filter(|_| past.is_none()), form);
    let mut report =
        findings.report(whole, note).fix(write(&right), applicability, vec![Edit::replace(at, right)]);
    for other in [past, passive].into_iter().flatten() {
        report = report.fix(write(&other), applicability, vec![Edit::replace(at, other)]);
    }
}

/// What is said of the form behind `leader`. Where the passive may be meant, neither stands first: "donere" and "doneres" say
/// different things of who gives.
fn note(leader: &str, right: &str, passive: Option<&str>, form: Text) -> Note {
    let (da, en) = match passive {
        Some(passive) => (format!("{right} eller {passive}"), format!("\"{right}\" or \"{passive}\"")),
        None => (right.to_owned(), format!("\"{right}\"")),
    };
    Note::new(
        format!("Efter \"{leader}\" står {}: {da}", form.da),
        format!("After \"{leader}\" comes {}: {en}", form.en),
    )
}

/// Does nothing follow the verb that it could do something to?
fn may_be_passive(sentence: &Sentence<'_>, slip: &Slip) -> bool {
    let next = slip.verb + 1;
    let free = matches!(
        sentence.word(next),
        "" | "." | "," | "af" | "til" | "i" | "på" | "også" | "ikke" | "med" | "for"
    );
    match slip.wanted {
        Wanted::Present => free,
        // "skal doneret hvert år", "Der skal doneret 5.000 kr.": what is done has no object behind it, and "der" does nothing.
        Wanted::InfinitiveForParticiple => {
            const OBJECT: Classes = Classes::ONE_COMMON
                .or(Classes::ONE_NEUTER)
                .or(Classes::POSSESSIVE)
                .or(Classes::PRONOUN)
                .or(Classes::THE_PLURAL);
            let there = slip.leader > 0 && sentence.word(slip.leader - 1).eq_ignore_ascii_case("der");
            there || free || !(sentence.is(next, OBJECT) || sentence.is_definite_noun(next))
        }
        _ => false,
    }
}

/// Is there only one form that the writer can have meant? "Udvalget drøfte" may lack "-de" as well as "-r", "skal vinder" may be a
/// noun, and ", at inddrager" may have lost its subject.
fn is_certain(sentence: &Sentence<'_>, slip: &Slip) -> bool {
    let led = slip.leader > 0 && !sentence.is_sign(slip.leader - 1);
    match slip.wanted {
        Wanted::InfinitiveForParticiple
        | Wanted::InfinitiveForPast
        | Wanted::ParticipleForPast
        | Wanted::ParticipleForStem
        | Wanted::PastForParticiple
        | Wanted::Present => false,
        Wanted::InfinitiveForImperative => true,
        Wanted::Infinitive => {
            led && !sentence.readings(slip.verb).any(Readings::NOUN)
                && !may_close_clause(sentence, slip.leader)
        }
        Wanted::Participle => true,
    }
}

/// "De der vil kommer med bussen": a clause without its comma may end at the modal verb.
fn may_close_clause(sentence: &Sentence<'_>, modal: usize) -> bool {
    let subject = Classes::RELATIVE.or(Classes::PRONOUN).or(Classes::THE_PLURAL);
    sentence.is(modal, Classes::MODAL) && modal > 1 && sentence.is(modal - 1, subject)
}

#[cfg(test)]
mod tests;
