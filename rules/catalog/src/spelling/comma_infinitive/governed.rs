//! A comma before an infinitive that the verb or adjective right before it governs: "viser, at det er svært, at give".

use super::clauses::{OPENS_CLAUSE, clause_start, is_formal};
use danish::clauses::Sentence;
use danish::lexicon::Readings;
use danish::tokens::Classes;

/// "så det er muligt, at give", "viser, at det er svært, at give": in a clause that cannot be put in between.
pub(super) fn is_governed(sentence: &Sentence<'_>, comma: usize) -> bool {
    const OPENING: &[&str] = &[
        "at", "så", "da", "fordi", "hvorfor", "om", "hvis", "selvom", "hvor", "mens", "og", "men", "for",
        "hvilket", "idet", "eftersom", "førend", "indtil", "hvornår", "hvordan", "hvorvidt",
    ];
    let begin = clause_start(sentence, comma);
    // "samt at det var ønsket, at bygge".
    let joined = begin > 0
        && matches!(sentence.word(begin), "samt" | "herunder" | "og")
        && sentence.is(begin + 1, Classes::AT);
    let begin = if joined { begin + 1 } else { begin };
    // "og ønsker derfor, at bygge".
    let adverb = sentence.is(comma - 1, Classes::ADVERB.or(Classes::OPENER))
        && sentence.is(comma - 2, Classes::GOVERNING);
    let comma = if adverb { comma - 1 } else { comma };
    if says_of_det(sentence, begin, comma) {
        return true;
    }
    // "at det bliver mere trygt, at flytte", "at kommunen får lov, at bygge".
    let adjective = sentence.readings(comma - 1).any(Readings::ADJECTIVE_NEUTER);
    let formal = adjective && is_formal(sentence, begin, comma);
    let bare = sentence.is(comma - 1, Classes::BEFORE_BARE_AT)
        && matches!(sentence.word(begin), "at" | "så" | "fordi");
    if !sentence.is(comma - 1, Classes::GOVERNING) && !formal && !bare {
        return false;
    }
    let first = sentence.word(begin).to_lowercase();
    let leading = begin == 0 && sentence.is(0, OPENS_CLAUSE);
    // "hvor politiet beslutter, at give", "som anslås, at være": a verb that lacks its object without what follows.
    let found = sentence.readings(comma - 1);
    let subject =
        matches!(first.as_str(), "hvor" | "der") || first == "som" && is_subject(sentence, begin, comma - 1);
    let verb = found.any(Readings::PRESENT | Readings::PAST) && subject
        || found.any(Readings::PASSIVE) && matches!(first.as_str(), "hvor" | "som" | "der");
    // "Det er bedre, hvis muligt, at vente", "Rådet vælger, når det er nødvendigt, at lukke": what is put in, and has two commas.
    let put_in = matches!(first.as_str(), "hvis" | "om" | "når" | "mens" | "da" | "hvor" | "selvom")
        && begin > 1
        && !is_told_before(sentence, begin - 1)
        && !sentence.is(begin - 2, Classes::ASKING);
    // "en lov, som gør det muligt, at bygge": the infinitive is what "det" stands for.
    let made = begin > 1
        && matches!(&*first, "som" | "der" | "hvilket")
        && sentence.word(comma - 2) == "det"
        && matches!(sentence.word(comma - 3), "gør" | "gjorde" | "gøre" | "gjort")
        && is_told_before(sentence, begin - 1);
    if made || wants_object(sentence, begin, comma) {
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

/// "at det er nemmere for børn, at lege": what "det" stands for is told behind those for whom it is so.
fn says_of_det(sentence: &Sentence<'_>, begin: usize, comma: usize) -> bool {
    const CLAUSES: [&str; 4] = ["at", "så", "fordi", "da"];
    if begin < 2 || !CLAUSES.contains(&sentence.word(begin)) || !is_formal(sentence, begin, comma) {
        return false;
    }
    let adjective = |at: usize| {
        sentence.is(at, Classes::GOVERNING.or(Classes::COMPARATIVE))
            || sentence.readings(at).any(Readings::ADJECTIVE_NEUTER | Readings::ADJECTIVE_FIXED)
            || sentence.word(at).ends_with("ere")
    };
    (begin + 2..comma).any(|at| {
        sentence.word(at) == "for"
            && adjective(at - 1)
            && !(at..comma)
                .any(|at| sentence.may_stand_finite(at) || sentence.is(at, Classes::MODAL.or(Classes::AT)))
    })
}

/// "som ønsker", "som i højere grad ønsker": does nothing stand between "som" and its verb that could be a subject instead of it?
fn is_subject(sentence: &Sentence<'_>, relative: usize, verb: usize) -> bool {
    let subject = |at: usize| {
        sentence.is(at, Classes::PRONOUN.or(Classes::LIGHT_SUBJECT).or(Classes::DETERMINER))
            || sentence.is_capital(at)
            || sentence.readings_of_compound(at).any(Readings::DEFINITE | Readings::PLURAL)
    };
    let phrase = Classes::PREPOSITION.or(Classes::ADVERB);
    relative + 1 == verb || sentence.is(relative + 1, phrase) && !(relative + 1..verb).any(subject)
}

/// "anbefaler, at udvalget beslutter, at bygge", "og ønsker, at bygge", "og derfor kan rådet vælge, at bygge": does the verb before the
/// comma lack its object without the infinitive, in a clause that begins at `begin` and has no gap for it, as that of "som" has?
fn wants_object(sentence: &Sentence<'_>, begin: usize, comma: usize) -> bool {
    let verb = comma - 1;
    let found = sentence.readings(verb);
    let bent = found.any(Readings::PRESENT | Readings::PAST) && !found.any(Readings::PASSIVE);
    let subject = sentence.readings_of_compound(comma - 2).any(Readings::DEFINITE | Readings::PLURAL)
        || sentence.is(begin + 1, Classes::PRONOUN);
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
    // "Planen er, hvor det er muligt, at bygge", "Det er bedre, hvis det er muligt, at vente"; but not "Hallen er stor".
    let be = |at: usize| matches!(sentence.word(at), "er" | "var" | "være" | "bliver" | "blive");
    let it = |at: usize| matches!(&*sentence.word(at).to_lowercase(), "det" | "hvad");
    let open = |at: usize| at + 2 >= comma || (0..comma).any(it);
    let copula = (0..comma).any(|at| be(at) && open(at));
    // "Klubben foretrækker, om muligt, at vente": a verb without its object waits for one.
    let spoken = |at: usize| {
        sentence.is(at, Classes::AUXILIARY.or(Classes::FINITE))
            || sentence.may_stand_finite(at) && at + 2 < comma
    };
    !copula && !sentence.any(0, comma, waits) && (0..comma).any(spoken)
}
