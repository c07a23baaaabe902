//! The main verb behind a clause that begins the sentence, when no comma stands between.

use crate::spelling::comma_main_clause::is_inner_sign;
use danish::clauses::Sentence;
use danish::lexicon::Readings;
use danish::tokens::Classes;

/// The verb of the main clause behind "Når …", when no comma stands between.
pub(super) fn after_leading_clause(sentence: &Sentence<'_>) -> Option<usize> {
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
        if is_second_verb(sentence, verb) {
            return true;
        }
        if passive && has_new_subject(sentence, verb) || is_behind_participle(sentence, verb) {
            return has_own_verb(sentence, verb) && !(1..verb).any(|i| hinders(sentence, i, verb));
        }
        let present = (sentence.is_present(verb) || passive)
            && (sentence.is_definite_noun(verb + 1) || light || sentence.is_capital(verb + 1))
            || (sentence.is_likely_present(verb) || passive) && has_new_subject_behind(sentence, verb)
            || light && sentence.readings(verb).any(Readings::PRESENT) && has_passive(sentence, verb - 1);
        (present || is_past_of_main(sentence, verb) || auxiliary && is_inverted_subject(sentence, verb))
            && !sentence.is_sign(verb - 1)
            && has_own_verb(sentence, verb)
            && !joins(sentence, verb - 1)
            && !(1..verb).any(|i| hinders(sentence, i, verb))
    })
}

/// "Når en celle vælges bliver alle rækker slettet": a second verb that is finite for certain is the main one, whatever is its subject,
/// where nothing stands between that joins clauses or nouns, and no clause hangs on a noun.
fn is_second_verb(sentence: &Sentence<'_>, verb: usize) -> bool {
    let before = verb - 1;
    let finite = Classes::AUXILIARY.or(Classes::MODAL).or(Classes::COPULA);
    let asked = sentence.is(verb + 1, Classes::PRONOUN);
    let passive = sentence.word(verb).ends_with('s')
        && sentence.plain_readings(verb) == Readings::PASSIVE
        && !sentence.any(1, verb, Classes::MODAL.or(Classes::AT).or(Classes::BEFORE_INFINITIVE));
    let present = asked && sentence.is_present(verb);
    if !(sentence.is(verb, finite) || passive || present) || !sentence.is_small(verb) {
        return false;
    }
    let infinitive = matches!(sentence.word(verb), "kunne" | "skulle" | "ville" | "måtte" | "burde");
    let small = Classes::PREPOSITION.or(Classes::BEFORE_NOUN);
    let own = (2..verb).find(|&i| has_verb(sentence, i) && !sentence.is(i, small));
    let Some(own) = own.filter(|_| !infinitive) else { return false };
    let ends = !sentence.is_sign(before)
        && !joins(sentence, before)
        && !sentence.is(before, small.or(Classes::ADVERB))
        && (asked || !sentence.is(before, finite));
    ends && verb + 1 < sentence.len()
        && !sentence.is_sign(verb + 1)
        && !sentence.is(1, finite.or(Classes::FINITE))
        && !sentence.is_shell(verb)
        && !goes_on(sentence, verb)
        // Before its pronoun the verb stands in a main clause alone.
        && (asked || !(1..verb).any(|i| is_nested(sentence, i, verb) || is_joined(sentence, i, own)))
}

/// May another clause begin at `i` that `verb` belongs to?
fn is_nested(sentence: &Sentence<'_>, i: usize, verb: usize) -> bool {
    sentence.is(i, Classes::LEADING)
        || hinders(sentence, i, verb + 1)
        || i > 1 && sentence.begins_bare_relative(i)
}

/// "er i Vejle og indholdet af kassen er": what is joined behind the verb of the clause may be the subject of another.
fn is_joined(sentence: &Sentence<'_>, i: usize, own: usize) -> bool {
    i > own
        && sentence.is(i, Classes::CONJUNCTION)
        && !(sentence.is_present(i + 1) || sentence.is_infinitive(i + 1))
}

/// Does the main verb stand behind a comma further on?
fn goes_on(sentence: &Sentence<'_>, from: usize) -> bool {
    (from..sentence.len()).any(|at| {
        sentence.is_comma(at)
            && (sentence.may_be_finite(at + 1)
                || sentence.is(at + 1, Classes::MODAL)
                || sentence.word(at + 1) == "så")
    })
}

/// "Når medlemmet går af får vedkommende", "Hvis der sker mere vender rådet tilbage": is what follows a subject, where no clause hangs on
/// a noun before?
fn has_new_subject_behind(sentence: &Sentence<'_>, verb: usize) -> bool {
    let pronoun = Classes::PRONOUN.or(Classes::LIGHT_SUBJECT);
    let subject =
        matches!(sentence.word(verb + 1), "den" | "de" | "denne" | "dette" | "disse" | "vedkommende")
            || sentence.is(verb + 1, pronoun)
            || sentence.is_definite_noun(verb + 1);
    let governs = Classes::MODAL.or(Classes::AT).or(Classes::BEFORE_INFINITIVE);
    let passive = sentence.word(verb).ends_with('s');
    subject
        && sentence.is_small(verb)
        && sentence.may_stand_finite(verb)
        && !goes_on(sentence, verb)
        && !(1..verb).any(|at| sentence.is(at, Classes::LEADING))
        && !sentence.is(verb - 1, Classes::PREPOSITION.or(Classes::COPULA).or(Classes::BEFORE_NOUN))
        && !(passive && sentence.any(1, verb, governs))
        && !(1..verb).any(|at| sentence.begins_bare_relative(at))
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
pub(super) fn before_so(sentence: &Sentence<'_>) -> Option<usize> {
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
    let begun = (1..so).any(|at| sentence.is_sign(at) && !is_inner_sign(sentence, at));
    (spoken && subject && !adverb && !goes_on(sentence, verb) && !begun && has_own_verb(sentence, so))
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
    let small = sentence.is(i, Classes::PREPOSITION.or(Classes::BEFORE_NOUN));
    let subject = !small
        && (sentence.word(i - 1) == "der"
            || sentence.is(i - 1, Classes::PRONOUN)
            || i == 2 && sentence.is_definite_noun(1))
        && sentence.readings(i).any(Readings::PRESENT);
    // "hallen drives for", "loven trådte i kraft": no noun follows what might be a genitive, nothing makes a participle of the past.
    let led = sentence.is(i + 1, Classes::PREPOSITION.or(Classes::ADVERB));
    let governs = Classes::AUXILIARY.or(Classes::MODAL).or(Classes::HAVE).or(Classes::AT);
    let free = !sentence.any(1, i, governs) && sentence.may_stand_finite(i);
    let driven =
        led && free && sentence.word(i).ends_with('s') && sentence.readings(i).any(Readings::PASSIVE);
    let past = led && free && sentence.plain_readings(i) == Readings::PAST;
    sentence.is_finite(i)
        || passive
        || subject
        || driven
        || past
        || sentence.is_likely_present(i) && sentence.may_stand_finite(i)
}

/// Does the subject stand behind the verb, as it does in a main clause that does not begin with it?
fn is_inverted_subject(sentence: &Sentence<'_>, verb: usize) -> bool {
    let next = verb + 1;
    let subject = matches!(
        sentence.word(next),
        "der"
            | "det"
            | "vi"
            | "man"
            | "dette"
            | "disse"
            | "de"
            | "du"
            | "jeg"
            | "han"
            | "hun"
            | "både"
            | "alle"
            | "ingen"
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
        // "har det som en opgave", "sagen om støtte".
        "som" if is_role(sentence, i, verb) => false,
        "om" if is_topic(sentence, i) => false,
        // "som anbefalet af udvalget", "mindre end forventet".
        "som" | "end" => !sentence.readings(i + 1).any(Readings::PARTICIPLE) || i + 1 >= verb,
        word => matches!(
            word,
            "hvor" | "hvad" | "om" | "hvilken" | "hvilke" | "hvem" | "hvordan" | "hvornår" | "hvorfor" | "så"
        ),
    }
}

/// "har rengøring som en opgave": a noun behind "som", and no verb that could be that of a clause.
fn is_role(sentence: &Sentence<'_>, i: usize, verb: usize) -> bool {
    sentence.is(i + 1, Classes::ONE_COMMON.or(Classes::ONE_NEUTER))
        && (2..verb).all(|at| !sentence.is_comma(at))
        && !(i + 2..verb).any(|at| sentence.may_stand_finite(at) || sentence.is(at, Classes::MODAL))
}

/// "sagen om støtte", "er tale om vand": a noun has "om" and another noun behind it, and nothing is asked.
fn is_topic(sentence: &Sentence<'_>, i: usize) -> bool {
    let noun = |at: usize| sentence.readings_of_compound(at).any(Readings::NOUN);
    let clause = sentence.is_definite_noun(i + 1) || sentence.is(i + 1, Classes::LIGHT_SUBJECT);
    i > 1
        && noun(i - 1)
        && noun(i + 1)
        && !clause
        && !sentence.is(i - 1, Classes::ASKING.or(Classes::ADVERB))
        && !sentence.is(i + 1, Classes::ANY)
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
    // "at forlænge aftalen og opkræve leje".
    if sentence.is_infinitive(after) && sentence.any(1, i, Classes::AT.or(Classes::MODAL)) {
        return true;
    }
    // "Når rådet samles og vedtager planen", "Hvis forvaltningen og rådet er enige".
    let again = sentence.is_present(after)
        && !sentence.is(after, Classes::AUXILIARY)
        && (1..i).any(|at| has_verb(sentence, at));
    let opens =
        name(before) && name(after) && !(1..i).any(|at| sentence.may_stand_finite(at)) && after + 1 < verb;
    // "en eller flere celler", "to til tre og fire".
    let counts = Classes::SEVERAL.or(Classes::NUMERAL);
    let counted = sentence.is(after, counts)
        && sentence.is(before, counts.or(Classes::ONE_COMMON).or(Classes::ONE_NEUTER));
    if again || opens || counted {
        return true;
    }
    let ends = after + 1 == verb && !sentence.is(verb + 1, Classes::ONE_COMMON.or(Classes::ONE_NEUTER));
    verbs || name(before) && name(after) && (!sentence.may_be_finite(after + 1) || ends)
}
