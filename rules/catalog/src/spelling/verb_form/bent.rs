//! A past where the participle is due, and the other way round: "har vurderede sagen", "Udvalget godkendt planen".

use danish::clauses::Sentence;
use danish::lexicon::Readings;
use danish::tokens::Classes;

/// "har vurderede sagen", "har besluttede at", "Sagen blev behandlede i maj": behind "har" and "blev" a past that no noun
/// explains as an adjective, as one does in "har udvalgte emner" and "har ansatte i alle huse".
pub(super) fn is_past_for_participle(sentence: &Sentence<'_>, leader: usize) -> bool {
    let (verb, next) = (leader + 1, leader + 2);
    let word = sentence.word(verb);
    let past = sentence.is_small(verb)
        && (word.ends_with("ede") || word.ends_with("te"))
        && sentence.readings(verb).any(Readings::PAST)
        && !sentence.readings(verb).any(Readings::PRESENT | Readings::INFINITIVE | Readings::NOUN)
        && !sentence.is(verb, Classes::FIXED_ADJECTIVE.or(Classes::BEFORE_NOUN).or(Classes::AUXILIARY));
    if !past || leader == 0 {
        return false;
    }
    let subject = leader - 1;
    if sentence.is(leader, Classes::HAVE) {
        let article = Classes::ONE_COMMON.or(Classes::ONE_NEUTER).or(Classes::POSSESSIVE).or(Classes::AT);
        let known = sentence.is_definite_noun(subject) || sentence.is(subject, Classes::PRONOUN);
        return known && (sentence.is_definite_noun(next) || sentence.is(next, article));
    }
    // Of many "blev behandlede" is an old way to say it.
    let one = Readings::DEFINITE_COMMON | Readings::DEFINITE_NEUTER;
    let closed = sentence.is(next, Classes::STOP) || matches!(sentence.word(next), "i" | "på" | "af" | "den");
    subject == 0
        && matches!(sentence.word(leader), "blev" | "bliver")
        && sentence.is_definite_noun(0)
        && sentence.readings_of_compound(0).without(Readings::OTHER).only(one)
        && word.ends_with("ede")
        && closed
}

/// "Udvalget godkendt planen", "Byrådet besluttet at udsætte sagen": a body that begins the sentence and acts on something, where no
/// other verb stands. "Udvalget orienteret." is short for more.
pub(super) fn is_participle_for_past(sentence: &Sentence<'_>, subject: usize) -> bool {
    const BODIES: [&str; 8] = [
        "udvalget",
        "rådet",
        "nævnet",
        "forvaltningen",
        "administrationen",
        "bestyrelsen",
        "kommunen",
        "direktionen",
    ];
    if subject != 0 || !sentence.is_whole() || !sentence.readings(1).any(Readings::PARTICIPLE) {
        return false;
    }
    let name = sentence.word(0).to_lowercase();
    let body = BODIES.iter().any(|end| name.ends_with(end));
    let participle = sentence.is_small(1)
        && sentence.readings(1).without(Readings::OTHER).only(Readings::PARTICIPLE | Readings::ADJECTIVE)
        && !sentence.word(1).ends_with("ende");
    let object = sentence.is_definite_noun(2)
        || sentence.word(2) == "at" && sentence.readings(3).any(Readings::INFINITIVE);
    let end = sentence.clause_end(1);
    let closed = matches!(sentence.word(end), "." | "");
    body && participle
        && object
        && closed
        && !(2..end).any(|at| sentence.may_stand_finite(at) || sentence.is(at, Classes::MODAL))
}
