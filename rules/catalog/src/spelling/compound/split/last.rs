//! The second of two words as the end of a compound.

use danish::clauses::Sentence;
use danish::letters::fold;
use danish::lexicon::{Readings, readings};
use danish::tokens::Classes;

/// Forms that a noun in the neuter shares with a participle: "svaret", "bidraget".
const SHARED: Readings =
    Readings::from_bits(Readings::DEFINITE.bits() | Readings::PARTICIPLE.bits() | Readings::ADJECTIVE.bits());

/// What the word behind `i` may be as the last part of a compound. What may be a participle ("data udtaget fra") is the definite noun
/// where the sentence begins or ends with the two or their joined form is listed, no verb waits for a participle ("har i brev svaret") and no
/// noun stands behind that it could describe.
pub(super) fn readings_of_last(sentence: &Sentence<'_>, i: usize) -> Readings {
    let at = i + 1;
    let found = sentence.readings_of_compound(at).without(Readings::OTHER);
    let shared = found.any(Readings::DEFINITE) && found.any(Readings::PARTICIPLE) && found.only(SHARED);
    if shared
        && (i == 0 || sentence.is(at + 1, Classes::STOP) || is_listed(sentence, i))
        && !waits_for_participle(sentence, at)
        && !describes(sentence, at)
    {
        return found.without(Readings::PARTICIPLE | Readings::ADJECTIVE);
    }
    found
}

/// Are the words at `i` and behind it listed as one, which is definite?
fn is_listed(sentence: &Sentence<'_>, i: usize) -> bool {
    let (first, last) = (fold(sentence.word(i)), sentence.word(i + 1));
    ["", "s"].iter().any(|joint| readings(&[&*first, joint, last].concat()).any(Readings::DEFINITE))
}

fn waits_for_participle(sentence: &Sentence<'_>, at: usize) -> bool {
    const WAITING: Classes =
        Classes::HAVE.or(Classes::BECOME).or(Classes::COPULA).or(Classes::GIVING).or(Classes::MODAL);
    let begin = sentence.sign_before(at).map_or(0, |sign| sign + 1);
    sentence.any(begin, at, WAITING)
        || (begin..at).any(|at| matches!(sentence.word(at), "være" | "været" | "ønskes" | "ønsker"))
        || sentence.word(at + 1) == "af"
}

/// "på kommune støttet projekt": may the word at `at` describe the noun behind it?
fn describes(sentence: &Sentence<'_>, at: usize) -> bool {
    const BARE: Readings = Readings::from_bits(
        Readings::COMMON.bits()
            | Readings::NEUTER.bits()
            | Readings::PLURAL.bits()
            | Readings::GENDERLESS.bits(),
    );
    let next = at + 1;
    sentence.readings_of_compound(next).any(BARE)
        && !sentence.is(next, Classes::ANY)
        && !sentence.may_be_finite(next)
}
