//! The comma behind a clause with "at" that belongs to the subject: "Det, at hallen lukkes betyder …".

use super::is_main_passive;
use danish::clauses::Sentence;
use danish::date::is_month;
use danish::lexicon::Readings;
use danish::tokens::Classes;

/// The main verb behind ", at …", when what stands before the comma waits for it and no comma stands before it.
pub(super) fn after_content_clause(sentence: &Sentence<'_>, comma: usize) -> Option<usize> {
    const REACH: usize = 25;
    const LONGEST: usize = 8;
    if comma == 0 || comma > LONGEST || !sentence.is(comma + 1, Classes::AT) || !waits(sentence, comma) {
        return None;
    }
    let end = (comma + REACH).min(sentence.len().saturating_sub(1));
    let finite = |at: usize| sentence.is_finite(at) || sentence.is(at, Classes::MODAL.or(Classes::AUXILIARY));
    let own = (comma + 2..end).find(|at| finite(*at) || is_passive(sentence, *at))?;
    if sentence.is_infinitive(comma + 2) || closes_later(sentence, own) {
        return None;
    }
    for verb in own + 1..end {
        let other = Classes::SUBORDINATOR.or(Classes::CONJUNCTION).or(Classes::RELATIVE);
        if sentence.is_sign(verb) || sentence.is(verb, other) {
            return None;
        }
        let auxiliary = sentence.is(verb, Classes::AUXILIARY) && sentence.may_be_finite(verb);
        let modal = sentence.is(verb, Classes::MODAL) && !sentence.is_shell(verb);
        if sentence.is_finite(verb) || auxiliary || modal || is_main_passive(sentence, own, verb) {
            return (verb >= own + 2 && ends_clause(sentence, verb - 1)).then_some(verb);
        }
    }
    None
}

/// Can the clause end at the word `last`, so that it is no subject and no adverb of the verb behind it?
fn ends_clause(sentence: &Sentence<'_>, last: usize) -> bool {
    let found = sentence.readings(last);
    let adverb = !is_month(sentence.word(last))
        && found.any(Readings::OTHER)
        && !found.any(Readings::NOUN | Readings::PARTICIPLE | Readings::ADJECTIVE);
    let subject = sentence.is(last, Classes::PRONOUN)
        || matches!(sentence.word(last), "de" | "det" | "den" | "I")
        || sentence.is_definite_noun(last) && !sentence.is(last - 1, Classes::PREPOSITION);
    !adverb && !subject && !sentence.is(last, Classes::AUXILIARY.or(Classes::ADVERB))
}

/// "Det", "Den omstændighed", "Forslaget om": is there no verb before the comma, so that the one of the sentence must follow?
fn waits(sentence: &Sentence<'_>, comma: usize) -> bool {
    let other = Classes::MODAL.or(Classes::SUBORDINATOR).or(Classes::CONJUNCTION).or(Classes::AT);
    let subject = comma == 1 && matches!(sentence.word(0), "Det" | "Dette")
        || comma > 1
            && (sentence.is_definite_noun(0) || sentence.is(0, Classes::DETERMINER))
            && (sentence.is(comma - 1, Classes::PREPOSITION)
                || sentence.word(1) == "forhold"
                || sentence.word(1) == "omstændighed");
    subject
        && !(0..comma).any(|at| {
            sentence.is_sign(at) || sentence.may_stand_finite(at) || at + 1 < comma && sentence.is(at, other)
        })
}

fn is_passive(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.word(at).ends_with('s') && sentence.plain_readings(at).any(Readings::PASSIVE)
}

/// "Det, at det vi gør er godt, betyder …": does the main verb stand behind a comma further on?
fn closes_later(sentence: &Sentence<'_>, from: usize) -> bool {
    (from..sentence.len()).any(|at| {
        sentence.is_comma(at)
            && !sentence.is(at + 1, Classes::AT)
            && (sentence.may_be_finite(at + 1) || sentence.is(at + 1, Classes::MODAL))
    })
}
