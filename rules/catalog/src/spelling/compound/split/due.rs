//! Whether a noun is due where a word stands that may be something else.

use danish::clauses::Sentence;
use danish::lexicon::Readings;
use danish::tokens::Classes;

/// Is the bare word at `i` a noun where it stands? What may be a verb is one where a noun is due.
pub(super) fn is_noun_here(sentence: &Sentence<'_>, i: usize, found: Readings) -> bool {
    let noun = Readings::COMMON | Readings::NEUTER | Readings::PLURAL;
    found.only(noun | Readings::IMPERATIVE)
        || is_noun_due(sentence, i) && !found.any(Readings::ADJECTIVE)
        || is_no_adjective_here(sentence, i, found)
}

/// "ny varme mester": an adjective in "-e" stands before no single noun without a definite article.
fn is_no_adjective_here(sentence: &Sentence<'_>, i: usize, found: Readings) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    let one = sentence.is(before, Classes::ONE_COMMON.or(Classes::ONE_NEUTER))
        || matches!(sentence.word(before), "ny" | "nyt");
    let noun = Readings::COMMON | Readings::NEUTER;
    let second = sentence.readings(i + 1);
    one && found.only(noun | Readings::ADJECTIVE_E | Readings::INFINITIVE | Readings::IMPERATIVE)
        && !sentence.is(i, Classes::FIXED_ADJECTIVE)
        && second.any(noun)
        && !second.any(Readings::PLURAL)
}

/// Does a preposition, a determiner, a genitive or an adjective stand before `i`, which a noun must follow?
pub(super) fn is_noun_due(sentence: &Sentence<'_>, i: usize) -> bool {
    if i == 0 {
        return false;
    }
    let before = i - 1;
    let is_noun = |at: usize| sentence.readings_of_compound(at).only(Readings::NOUN);
    // "forsorgshjem og krise centre", "ældreområdet, skole området"; but "navnet eller bruger navnet".
    if i > 1
        && is_noun(i - 2)
        && !sentence.readings(i).any(Readings::PRESENT)
        && (sentence.is(before, Classes::CONJUNCTION) || sentence.is_comma(before))
    {
        return true;
    }
    // "den afsatte budget ramme".
    if i > 1
        && sentence.is(i - 2, Classes::DETERMINER)
        && sentence.readings(before).any(Readings::PAST | Readings::PARTICIPLE)
    {
        return true;
    }
    // "et digitalt borger møde".
    if i > 1 && sentence.is(i - 2, Classes::DETERMINER) && sentence.readings(before).any(Readings::ADJECTIVE)
    {
        return true;
    }
    // "orienterer skole bestyrelserne", "blev borger mødet": behind a finite verb nothing is one but what a modal verb governs.
    let governs = Classes::MODAL.or(Classes::BEFORE_INFINITIVE);
    let object = sentence.is_finite(before)
        && !sentence.is(before, governs)
        && !sentence.readings(i).any(Readings::PARTICIPLE);
    if sentence.is_infinitive(before) || object {
        return true;
    }
    let conjunction = sentence.is(before, Classes::CONJUNCTION.or(Classes::AT));
    let found = sentence.readings(before).without(Readings::OTHER);
    let other = Readings::NOUN | Readings::PRESENT | Readings::INFINITIVE | Readings::IMPERATIVE;
    let small_word =
        sentence.is(before, Classes::PREPOSITION.or(Classes::DETERMINER).or(Classes::BEFORE_NOUN));
    let adjective =
        found.any(Readings::ADJECTIVE) && !found.any(other) && !sentence.word(before).ends_with('t');
    !conjunction
        && (small_word && sentence.word(before) != "som" || found.only(Readings::GENITIVE) || adjective)
}

/// Is the second word the end of the compound and no verb: where it may be one, the clause has its verb before.
pub(super) fn is_last_part_here(sentence: &Sentence<'_>, i: usize, found: Readings) -> bool {
    let noun = Readings::NOUN | Readings::IMPERATIVE;
    if found.only(noun) || !sentence.is_whole() {
        return found.only(noun);
    }
    let border = |at: &usize| {
        sentence.is_sign(*at) || sentence.is(*at, Classes::CONJUNCTION) || sentence.begins_clause(*at)
    };
    let begin = (0..i).rev().find(border).map_or(0, |at| at + 1);
    let end = (i + 2..sentence.len()).find(border).unwrap_or(sentence.len());
    // "Der holdes personale møde".
    let passive = |at: usize| {
        sentence.word(at).ends_with('s')
            && sentence.plain_readings(at) == Readings::PASSIVE
            && !sentence.any(begin, at, Classes::MODAL)
    };
    let has_verb = |from: usize, to: usize| (from..to).any(|at| sentence.is_finite(at) || passive(at));
    let governed = (begin..i).any(|at| sentence.is(at, Classes::MODAL.or(Classes::AT)));
    let due = is_noun_due(sentence, i);
    if found.any(Readings::PRESENT | Readings::PAST) {
        return has_verb(begin, i) || due && has_verb(i + 2, end);
    }
    if found.any(Readings::INFINITIVE | Readings::PASSIVE) {
        return !governed && (due || has_verb(begin, i));
    }
    let noun_follows =
        sentence.readings_of_noun(i + 2).only(Readings::NOUN) && !sentence.is(i + 2, Classes::PREPOSITION);
    !found.any(Readings::ADJECTIVE) || due && !noun_follows
}
