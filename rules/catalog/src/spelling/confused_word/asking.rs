//! "vis" and "vist" for "hvis", and "nogle" for "nogen".

use super::Confusion;
use danish::clauses::Sentence;
use danish::compounds::compounds;
use danish::lexicon::{Readings, readings};
use danish::tokens::Classes;
use lint::{Severity, Text};

/// "Vis forslaget vedtages, skal …", "…, vis det ønskes": a clause with its subject and verb follows, so it is no imperative.
pub(super) fn whether(sentence: &Sentence<'_>, i: usize) -> Option<Confusion> {
    let begins = i == 0 && !sentence.is_cut_before();
    if !(begins || i > 0 && sentence.is_comma(i - 1)) {
        return None;
    }
    let subject = i + 1;
    let light = sentence.is(subject, Classes::LIGHT_SUBJECT.or(Classes::PRONOUN));
    let named = sentence.is_definite_noun(subject)
        || sentence.readings_of_compound(subject).any(Readings::DEFINITE)
            && sentence.is(subject + 1, Classes::AUXILIARY);
    // "Boligerne, vis tage er utætte".
    let owned =
        !begins && sentence.readings_of_compound(subject).any(Readings::PLURAL) && sentence.is_small(subject);
    let verb = subject + 1 + usize::from(sentence.is(subject + 1, Classes::ADVERB));
    let finite = sentence.is_finite(verb)
        || sentence.is(verb, Classes::AUXILIARY.or(Classes::MODAL))
        || sentence.word(verb).ends_with('s') && sentence.readings(verb).any(Readings::PASSIVE);
    let clause = finite && (light || named || owned && sentence.is(verb, Classes::AUXILIARY));
    // "Vist er det dyrt": the verb comes first there. A main clause follows a leading one.
    let main = || {
        let comma = (verb..sentence.len()).find(|&at| sentence.is_comma(at));
        comma.is_some_and(|at| sentence.may_be_finite(at + 1) || sentence.is(at + 1, Classes::MODAL))
    };
    (clause && (!begins || main())).then_some(Confusion {
        shown: (i, verb),
        at: i,
        right: "hvis",
        why: Text { da: "En betingelse begynder med", en: "A condition begins with" },
        severity: Severity::Warning,
    })
}

/// "nogle beslutning", "ikke nogle bemærkninger".
pub(super) fn any(sentence: &Sentence<'_>, i: usize) -> Option<Confusion> {
    if is_one(sentence, i + 1) {
        let why = Text {
            da: "Foran et navneord i ental hedder det",
            en: "Before a noun in the singular one writes",
        };
        let shown = (i, i + 1);
        return Some(Confusion { shown, at: i, right: "nogen", why, severity: Severity::Warning });
    }
    let denied = i > 0 && matches!(sentence.word(i - 1), "ikke" | "uden" | "aldrig");
    let many = |at: usize| sentence.is_small(at) && sentence.readings_of_compound(at).any(Readings::PLURAL);
    let noun = many(i + 1) || sentence.is_adjective(i + 1, Readings::ADJECTIVE_E) && many(i + 2);
    // "ikke nogle borgere, men alle".
    let contrast = (i..sentence.len()).any(|at| sentence.word(at) == "men");
    (denied && noun && !contrast && sentence.is_clause_known(i)).then(|| Confusion {
        shown: (i - 1, i),
        at: i,
        right: "nogen",
        why: Text { da: "Efter en nægtelse hedder det", en: "Behind a negation one writes" },
        severity: Severity::Hint,
    })
}

/// Is the noun at `i` one thing that counts, and nothing else? Of neuters the plural is often alike, and not always listed.
fn is_one(sentence: &Sentence<'_>, i: usize) -> bool {
    let word = sentence.word(i);
    let next = i + 1;
    let goes_on = sentence.is_small(next)
        && !sentence.is(next, Classes::ANY)
        && sentence.readings_of_compound(next).any(Readings::NOUN | Readings::ADJECTIVE);
    let bent = || ["er", "r", "e"].iter().any(|end| readings(&format!("{word}{end}")).any(Readings::PLURAL));
    sentence.is_small(i)
        && !sentence.is(i, Classes::NOT_NOUN)
        && sentence.readings_of_noun(i).without(Readings::OTHER | Readings::IMPERATIVE) == Readings::COMMON
        && !compounds().stands_apart(word)
        && !goes_on
        && sentence.is_known_around(i, i, 1)
        && sentence.word(next) != "-"
        && bent()
}
