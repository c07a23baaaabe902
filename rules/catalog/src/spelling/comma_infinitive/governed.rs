//! A comma before an infinitive that the verb or adjective right before it governs: "viser, at det er svært, at give".

use super::clauses::{OPENS_CLAUSE, clause_start};
use danish::clauses::Sentence;
use danish::lexicon::Readings;
use danish::tokens::Classes;

/// "så det er muligt, at give", "viser, at det er svært, at give": in a clause that cannot be put in between.
pub(super) fn is_governed(sentence: &Sentence<'_>, comma: usize) -> bool {
    const OPENING: &[&str] = &[
        "at", "så", "da", "fordi", "hvorfor", "om", "hvis", "selvom", "hvor", "mens", "og", "men", "for",
        "hvilket", "idet", "eftersom", "førend", "indtil",
    ];
    if !sentence.is(comma - 1, Classes::GOVERNING) {
        return false;
    }
    let begin = clause_start(sentence, comma);
    let first = sentence.word(begin).to_lowercase();
    let leading = begin == 0 && sentence.is(0, OPENS_CLAUSE);
    // "hvor politiet beslutter, at give", "som anslås, at være": a verb that lacks its object without what follows.
    let found = sentence.readings(comma - 1);
    let subject = matches!(first.as_str(), "hvor" | "der") || first == "som" && begin + 2 == comma;
    let verb = found.any(Readings::PRESENT | Readings::PAST) && subject
        || found.any(Readings::PASSIVE) && matches!(first.as_str(), "hvor" | "som" | "der");
    // "Det er bedre, hvis muligt, at vente", "Rådet vælger, når det er nødvendigt, at lukke": what is put in, and has two commas.
    let put_in = matches!(first.as_str(), "hvis" | "om" | "når" | "mens" | "da" | "hvor" | "selvom")
        && begin > 1
        && !is_told_before(sentence, begin - 1)
        && !sentence.is(begin - 2, Classes::ASKING);
    if wants_object(sentence, begin, comma) {
        return true;
    }
    let complement = begin > 1
        && !put_in
        && (OPENING.contains(&first.as_str()) || verb)
        && (first == "at" && sentence.word(begin + 1) == "det"
            || !sentence.is(begin - 2, Classes::GOVERNING.or(Classes::PREPOSITION).or(Classes::AUXILIARY)));
    let infinitive = sentence.is(begin, Classes::AT) && sentence.is_infinitive(begin + 1);
    let nested = (begin + 1..comma).any(|i| {
        sentence.is(i, Classes::LEADING) || matches!(sentence.word(i), "som" | "mens" | "hvor" | "uanset")
    });
    (leading || complement) && !infinitive && !nested
}

/// "anbefaler, at udvalget beslutter, at bygge", "og ønsker, at bygge", "og derfor kan rådet vælge, at bygge": does the verb before the
/// comma lack its object without the infinitive, in a clause that begins at `begin` and has no gap for it, as that of "som" has?
fn wants_object(sentence: &Sentence<'_>, begin: usize, comma: usize) -> bool {
    let verb = comma - 1;
    let found = sentence.readings(verb);
    let bent = found.any(Readings::PRESENT | Readings::PAST) && !found.any(Readings::PASSIVE);
    let subject = sentence.readings_of_compound(comma - 2).any(Readings::DEFINITE | Readings::PLURAL);
    // "Rådet vil, hvis kommunen ønsker, at bygge": what is put in may leave its object out.
    let full =
        matches!(sentence.word(begin), "at" | "hvor" | "da" | "fordi" | "idet" | "hvorfor" | "eftersom");
    let formal = found.any(Readings::PASSIVE) && sentence.word(comma - 2) == "det";
    let told = full && begin + 2 < comma && (bent && subject || formal);
    let again = bent && begin + 1 < comma && matches!(sentence.word(comma - 2), "og" | "men");
    let governed = found.any(Readings::INFINITIVE)
        && !sentence.any(begin, comma, Classes::SUBORDINATOR.or(Classes::AT))
        && sentence.any(begin, comma, Classes::MODAL);
    told || again || governed
}

/// "Planen blev behandlet i rådet, hvor det blev besluttet, at": does nothing before the comma wait for an infinitive?
fn is_told_before(sentence: &Sentence<'_>, comma: usize) -> bool {
    let waits = Classes::GOVERNING
        .or(Classes::ASKING)
        .or(Classes::BEFORE_BARE_AT)
        .or(Classes::BEGINNING)
        .or(Classes::GIVING)
        .or(Classes::WILLING);
    let copula = (0..comma).any(|at| matches!(sentence.word(at), "er" | "var" | "være" | "bliver" | "blive"));
    !copula
        && !sentence.any(0, comma, waits)
        && sentence.any(0, comma, Classes::AUXILIARY.or(Classes::FINITE))
}
