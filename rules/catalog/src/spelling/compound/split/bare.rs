//! A bare noun beside a definite one, where the lexicon lists the two as one word: "af ramme aftalen", "at dag tilbuddet".
//!
//! No sentence has a bare noun right before a definite one but where two parts of it meet, so what stands before the two must show that
//! a single part begins there, and the listed word that this part is one.

use super::last::readings_of_last;
use super::pair::is_infinitive_here;
use super::{SINGULAR, fits_only_last, is_noun, is_slip};
use danish::clauses::Sentence;
use danish::compounds::compounds;
use danish::date::month_from;
use danish::letters::fold;
use danish::lexicon::{Readings, readings, readings_of_compound};
use danish::spelling::is_known;
use danish::tokens::Classes;

/// Must the words at `i` and behind it be `right`, which is listed?
pub(super) fn is_before_definite(sentence: &Sentence<'_>, i: usize, right: &str) -> bool {
    let first = sentence.readings(i);
    let second = readings_of_last(sentence, i);
    // "dag tilbuddets arealer".
    let owner = second.only(Readings::GENITIVE) && sentence.is(i + 1, Classes::ENDS_AS_OWNER);
    first.any(SINGULAR)
        && (second.any(Readings::DEFINITE) || owner)
        && second.only(Readings::DEFINITE | Readings::GENITIVE)
        && is_one_word(sentence, i, right)
        && !compounds().takes_s(sentence.word(i))
        && !compounds().stands_behind(sentence.word(i + 1))
        && begins_part(sentence, i, first)
}

/// Is `right` listed, or made of listed words where a preposition stands before the two and no verb behind? A verb may be that of a
/// clause without its "som": "på hjælp naboerne gav".
fn is_one_word(sentence: &Sentence<'_>, i: usize, right: &str) -> bool {
    const FORMS: Readings = Readings::from_bits(Readings::DEFINITE.bits() | Readings::GENITIVE.bits());
    let led = || i > 0 && sentence.is(i - 1, Classes::PREPOSITION) && is_noun(sentence.readings(i));
    let silent = || {
        (i + 2..sentence.clause_end(i + 2))
            .all(|at| !sentence.may_stand_finite(at) && !sentence.is(at, Classes::MODAL))
    };
    readings(&fold(right)).any(FORMS)
        || (led() && (is_counted(sentence, i) || silent())
            || is_whole(sentence, i)
            || is_joined_subject(sentence, i)
            || is_only_subject(sentence, i)
            || is_subject_of_passive(sentence, i))
            && is_known(right)
            && readings_of_compound(right).any(FORMS)
}

/// "på tema mødet", "at tema mødet bruges": a noun that cannot be without its article, where it tells no theme as in "med tema skolen".
fn is_counted(sentence: &Sentence<'_>, i: usize) -> bool {
    let themes = |at: usize| matches!(sentence.word(at), "med" | "om" | "under" | "uden" | "som");
    i > 0 && compounds().has_article(&fold(sentence.word(i))) && !themes(i - 1)
}

/// "at diæt satsen fastsættes", "hvordan gebyr ordningen virker", "Med økonomi aftalen blev det vedtaget": behind the two stands one verb, so
/// that none is left for a clause without its "som" that might begin at the second.
fn is_only_subject(sentence: &Sentence<'_>, i: usize) -> bool {
    let begins = i > 0 && begins_with_subject(sentence, i - 1)
        || i == 1 && sentence.is(0, Classes::PREPOSITION) && !sentence.is(0, Classes::SUBORDINATOR);
    begins && has_one_verb(sentence, i)
}

/// Does the word at `at` begin a clause whose subject comes next? "hvis" and "hvilken" may have a noun of their own, and "som" one that is
/// compared.
fn begins_with_subject(sentence: &Sentence<'_>, at: usize) -> bool {
    const WITH_NOUN: [&str; 11] =
        ["hvis", "hvilken", "hvilket", "hvilke", "hvad", "hvem", "både", "enten", "hverken", "jo", "desto"];
    let word = sentence.word(at);
    let compares = word == "som" && !(at > 0 && sentence.is_comma(at - 1));
    sentence.is(at, Classes::AT)
        || sentence.begins_clause(at) && !compares && !WITH_NOUN.contains(&word) && sentence.is_small(at)
}

/// Has the clause one verb, behind the words at `i` and behind it, and none that begins the next clause?
pub(super) fn has_one_verb(sentence: &Sentence<'_>, i: usize) -> bool {
    let verb = |at: usize| sentence.may_stand_finite(at) || sentence.is(at, Classes::MODAL);
    let end = sentence.clause_end(i + 2);
    sentence.is_clause_known(i)
        && (i + 2..end).filter(|&at| verb(at)).count() == 1
        && !(sentence.is_comma(end) && verb(end + 1))
}

/// "selve tema mødet", "hele projekt gruppen": the word has a definite noun behind it, which ends there.
fn is_whole(sentence: &Sentence<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    // "det hele møde", "rådets hele kreds".
    let owned = i > 1
        && (sentence.is(i - 2, Classes::DETERMINER.or(Classes::POSSESSIVE))
            || sentence.word(i - 2).ends_with('s'));
    sentence.word(before) == "selve" || sentence.word(before) == "hele" && !owned
}

/// "Dermed blev princip aftalen godkendt": between "blev" and its participle stands the subject alone.
fn is_subject_of_passive(sentence: &Sentence<'_>, i: usize) -> bool {
    let end = sentence.clause_end(i + 2);
    i > 0
        && sentence.is(i - 1, Classes::BECOME)
        && !sentence.may_stand_finite(i + 2)
        && !sentence.any(0, end, Classes::GIVING)
        && !sentence.any(i + 2, end, Classes::CONJUNCTION)
        && (i + 2..end).any(|at| sentence.readings(at).any(Readings::PARTICIPLE))
}

/// Does what stands before `i` show that one part of the sentence begins there?
fn begins_part(sentence: &Sentence<'_>, i: usize, first: Readings) -> bool {
    let verb = Readings::INFINITIVE | Readings::PRESENT | Readings::PAST | Readings::IMPERATIVE;
    let spoken = sentence.may_stand_finite(i + 2) || sentence.is(i + 2, Classes::MODAL);
    let Some(before) = i.checked_sub(1) else {
        // "Tag dækningen af" is an order.
        let order = first.any(Readings::IMPERATIVE | Readings::ADJECTIVE);
        return !order && (spoken || sentence.readings(1).only(Readings::GENITIVE));
    };
    if sentence.is(before, Classes::PREPOSITION) {
        // "med støtte gruppen får": a clause without its "som" may begin there.
        let other = sentence.is(before, Classes::COMPARING) || spoken && first.any(verb);
        return !other && !is_phrase(sentence, i);
    }
    // "Det indebærer, at dag tilbuddets arealer udvides".
    if begins_with_subject(sentence, before) {
        return !first.any(verb.without(Readings::IMPERATIVE));
    }
    let plain = !first.any(verb | Readings::ADJECTIVE);
    // "mellem skolen og dag plejen", where no verb that goes on with both could stand.
    let joined = matches!(sentence.word(before), "og" | "eller" | "samt")
        && i > 1
        && sentence.readings_of_compound(i - 2).only(Readings::NOUN)
        && (!spoken || is_joined_subject(sentence, i));
    let object = is_infinitive_here(sentence, before) && !sentence.is(before, Classes::GIVING);
    // "vi skal male skole bygningen": two infinitives stand side by side only behind few.
    let noun = !first.any(verb.without(Readings::INFINITIVE | Readings::IMPERATIVE) | Readings::ADJECTIVE);
    let governs = Classes::MODAL.or(Classes::BEFORE_INFINITIVE);
    plain && (joined || object || is_whole(sentence, i) || is_subject_of_passive(sentence, i))
        || noun && object && !sentence.is(before, governs)
}

/// "at budgettet og service rammen er presset": nothing but subjects stands between "at" and the verb.
fn is_joined_subject(sentence: &Sentence<'_>, i: usize) -> bool {
    i > 2
        && sentence.is(i - 1, Classes::CONJUNCTION)
        && sentence.is(i - 3, Classes::AT)
        && has_one_verb(sentence, i)
}

/// "i dag institutionen", "på plads møblerne": a set phrase ends at the noun.
fn is_phrase(sentence: &Sentence<'_>, i: usize) -> bool {
    let (before, noun) = (sentence.word(i - 1).to_lowercase(), fold(sentence.word(i)));
    let apart = matches!(&*before, "i" | "på" | "til" | "ad");
    let set = apart || matches!(&*before, "om" | "fra" | "ved");
    let alone = apart && compounds().stands_apart(&noun) && !compounds().has_article(&noun);
    set && compounds().is_of_phrase(&noun) || alone
}

/// The words at `i` and behind it as one, where the first is a noun that another may stand beside: "af dag institutionen", "et side antal".
pub(super) fn joined_of_apart(sentence: &Sentence<'_>, i: usize) -> Option<String> {
    let word = sentence.word(i);
    let right = [word, sentence.word(i + 1)].concat();
    // "ugens første dag".
    let described = sentence.readings(i).any(Readings::ADJECTIVE) || sentence.is(i, Classes::FIXED_ADJECTIVE);
    let free = !described && month_from(word).is_none() && !is_slip(sentence, i);
    let listed = free && is_noun(readings(&fold(&right)));
    // "på tema mødet".
    let known = free && (is_counted(sentence, i) || is_whole(sentence, i)) && is_known(&right);
    if is_all(sentence, i, &right) || known && is_before_definite(sentence, i, &right) {
        return Some(right);
    }
    let fits = || fits_only_last(sentence, i) && sentence.readings(i + 1).any(SINGULAR);
    let owned = || {
        i > 0
            && (sentence.is(i - 1, Classes::POSSESSIVE)
                || sentence.readings_of_compound(i - 1).only(Readings::GENITIVE))
            && sentence.readings(i).only(Readings::NOUN | Readings::IMPERATIVE)
            && sentence.readings(i + 1).only(SINGULAR)
            && !compounds().is_container(&fold(word))
            && !compounds().is_stuff(sentence.word(i + 1))
    };
    (listed && (is_before_definite(sentence, i, &right) || fits() || owned())).then_some(right)
}

/// "alle klasse repræsentanter": what is spoken of are the second, as the first is one.
fn is_all(sentence: &Sentence<'_>, i: usize, right: &str) -> bool {
    i > 0
        && sentence.word(i - 1).eq_ignore_ascii_case("alle")
        && sentence.readings(i).only(SINGULAR)
        && sentence.readings_of_compound(i + 1).only(Readings::PLURAL | Readings::DEFINITE_PLURAL)
        && !compounds().is_container(&fold(sentence.word(i)))
        && is_known(right)
}

#[cfg(test)]
mod tests {
    use crate::spelling::compound::split::fixture::{silent, told};

    #[test]
    fn flags_a_bare_noun_before_a_definite_one() {
        told("Vi har set på ramme aftalen i år.", "ramme aftalen");
        told("Det indebærer, at dag tilbuddets arealer udvides.", "dag tilbuddets");
        told("Det gælder en del af dag institutionens lokaler.", "dag institutionens");
        told("Procent tallet viser det.", "Procent tallet");
        told("Vi skal renovere skole bygningen i år.", "skole bygningen");
        told("Vi skal male skole bygningen i år.", "skole bygningen");
        told("Det er aftalt at male skole bygningen.", "skole bygningen");
        told("I juni blev princip aftalen godkendt af rådet.", "princip aftalen");
        told("På tema mødet gives en status for planen.", "tema mødet");
        told("Rådet foreslog, at tema mødet bruges til planen.", "tema mødet");
        told("Det er indstillet, at diæt satsen i punkt 13 fastsættes nu.", "diæt satsen");
        told("Med økonomi aftalen for 2020 blev det vedtaget.", "økonomi aftalen");
        told("Notatet viser, hvordan gebyr ordningen virker.", "gebyr ordningen");
        told("Det sker, når projekt gruppen mødes.", "projekt gruppen");
        told("Det er klart, at budgettet og service rammen er presset.", "service rammen");
        told("Forud for selve tema mødet er der kaffe.", "tema mødet");
        told("Vi har læst hele projekt beskrivelsen.", "projekt beskrivelsen");
        told("Vi har talt alle parti stemmerne.", "parti stemmerne");
    }

    #[test]
    fn flags_them_behind_an_article_of_the_second_and_behind_what_is_done() {
        told("Det samlede økonomi regulativ er nyt.", "økonomi regulativ");
        told("Udvalget drøfter den besluttede budget udmøntning.", "budget udmøntning");
        told("Fra 2023 opkræves garanti provision af lånet.", "garanti provision");
        told("Det er aftalt, at der etableres pavillon rum ved hallen.", "pavillon rum");
        silent("Der meddeles ansøger tilladelse, og der tildeles borger hjælp til flytning.");
        silent(
            "Det gør det nye lettere, og vi giver den enkelte råd og vejledning. Der afholdes møde onsdag.",
        );
    }

    #[test]
    fn ignores_phrases_orders_and_clauses_without_their_som() {
        silent("I dag institutionen lukker, er vi væk. Den dag institutionen lukker, holder vi fest.");
        silent("Det er ugens første dag, og udvalgets første behandling af sagen.");
        silent("Med støtte gruppen får fra kommunen, går det godt.");
        silent("Tag dækningen af, og lede gruppen kan alle. Vi skal samle og lede gruppen.");
        silent("I juni blev formand og kasserer valgt, og da blev mad børnene kunne lide serveret.");
        silent("Møder med tema sundhed er i maj, og i gruppe arbejder børnene. I år blev musik vejen frem.");
        silent("Det er klart, at mad børnene selv laver er god, og at hjælp naboerne giver, er gratis.");
        silent("Med hjælp naboerne gav blev det muligt, og for støtte rådet gav, takkes der.");
        silent("På plads kommer borgerne, og på grund lovene siger det.");
        silent(
            "Vi ved, hvilket projekt gruppen vælger, og hvis projekt gruppen vælger. Det hele møde udvalget til gavn.",
        );
        silent("Han er valgt som konsulent kommunen bruger, og vi ved, hvor møde er bedst.");
        silent(
            "Det er klart, at vi behandler oplysninger om dig, at vi modtager gaver, og at vi leder børn.",
        );
        silent("The color of the line type is red, and it is the last point.");
    }
}
