//! First parts that are no nouns: "aktiv centret", "vores hjemme side", "Vaske kælderen".

use super::is_noun;
use super::last::readings_of_last;
use super::pair::is_object;
use danish::clauses::Sentence;
use danish::compounds::compounds;
use danish::letters::fold;
use danish::lexicon::{Readings, begins_compound, readings};
use danish::tokens::Classes;

/// Must the words at `i` and behind it be `right`, though the first is no noun?
pub(super) fn is_part(sentence: &Sentence<'_>, i: usize, right: &str) -> bool {
    let first = fold(sentence.word(i));
    if compounds().is_adverb_part(&first) {
        return is_described(sentence, i) && is_noun(readings(&fold(right)));
    }
    if !readings_of_last(sentence, i).only(Readings::DEFINITE) {
        return false;
    }
    let found = sentence.readings(i);
    let noun = Readings::COMMON | Readings::NEUTER;
    let adjective = found.any(Readings::ADJECTIVE_COMMON)
        && found.only(Readings::ADJECTIVE | noun)
        && compounds().is_adjective_part(&first);
    // "Vaske kælderen males": no infinitive begins a sentence that has its verb behind the noun.
    let verb = i == 0
        && found.any(Readings::INFINITIVE)
        && found.only(Readings::INFINITIVE | Readings::IMPERATIVE | Readings::PLURAL);
    let other = found.only(Readings::OTHER) && i == 0;
    adjective && begins_part(sentence, i) || (verb || other) && opens(sentence) && begins_compound(&first)
}

/// "vores hjemme side", "en ny hjemme side": no adverb stands between these and a noun.
pub(super) fn is_described(sentence: &Sentence<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    let article = Classes::ONE_COMMON.or(Classes::ONE_NEUTER).or(Classes::POSSESSIVE);
    let found = sentence.readings_of_compound(before).without(Readings::OTHER);
    let adjective = found.only(Readings::ADJECTIVE) && found.any(Readings::ADJECTIVE_COMMON);
    let owner = found.only(Readings::GENITIVE) && sentence.is(before, Classes::ENDS_AS_OWNER);
    sentence.is(before, article)
        || matches!(sentence.word(before), "ny" | "nye" | "egen" | "eget")
        || adjective
        || owner
}

/// "på Ældre området", "i Service niveauet": a first part that the writer gave a capital, before a definite noun. No name stands there, for
/// the two are listed as one word, or each begins or ends many.
pub(super) fn is_with_capital(sentence: &Sentence<'_>, i: usize) -> bool {
    let (first, second) = (fold(sentence.word(i)), sentence.word(i + 1));
    let led = sentence.is(i - 1, Classes::PREPOSITION) && !sentence.is(i - 1, Classes::COMPARING)
        || is_object(sentence, i - 1);
    led && sentence.readings(i + 1).any(Readings::DEFINITE)
        && (compounds().is_first(&first) && compounds().is_head(second)
            || readings(&[&*first, second].concat()).any(Readings::DEFINITE))
}

/// Does one part of the sentence begin at `i`, so that the noun behind `i` is its noun?
fn begins_part(sentence: &Sentence<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return opens(sentence) };
    let led = sentence.is(before, Classes::PREPOSITION) && !sentence.is(before, Classes::COMPARING);
    led || is_object(sentence, before)
}

/// Has the sentence its verb right behind its first two words, which are then one part of it? Behind a clause of condition the
/// other clause would begin with its verb.
fn opens(sentence: &Sentence<'_>) -> bool {
    let comma = sentence.places(Classes::COMMA).next();
    let condition = comma.is_some_and(|comma| sentence.may_stand_finite(comma + 1));
    // "Vaske kælderen kan vi alle".
    let modal = sentence.is(2, Classes::MODAL) && sentence.is_infinitive(3);
    let full = sentence.may_stand_finite(2) && !sentence.is(2, Classes::MODAL);
    (full || modal) && !condition
}

#[cfg(test)]
mod tests {
    use crate::spelling::compound::split::fixture::{silent, told};

    #[test]
    fn flags_adjectives_without_ending_before_a_definite_noun() {
        told("Vi har talt med aktiv centret om lån af salen.", "aktiv centret");
        told("Aktiv centret har fået nye lokaler.", "Aktiv centret");
        told("Der er møde i frivillig centret på torsdag.", "frivillig centret");
        silent("Det aktive center og den frivillige er i byen, og han var aktiv, da centret lukkede.");
        silent("Så længe han er aktiv, er centret åbent, og i social sammenhæng møder vi borgerne.");
        silent("Vi gjorde det med privat støtte, og centret betalte.");
    }

    #[test]
    fn flags_adverbs_between_an_article_and_a_noun() {
        told("Vi har fået ny hjemme side i år.", "hjemme side");
        told("Vi spiller på vores egen hjemme bane i år.", "hjemme bane");
        silent("Vi var hjemme side om side, og han har været hjemme siden maj.");
        silent("Hun er ude fredag, og de bor hjemme hele året.");
    }

    #[test]
    fn flags_first_parts_with_a_capital() {
        told("Forvaltningen ser på Service niveauet i byen.", "Service niveauet");
        told("Der er uro på Ældre området i år.", "Ældre området");
        silent("Vi er i Skive kommunen rundt, og hos Lund bestyrelsen mødes.");
        silent("Brevet er fra Holm foreningen har valgt.");
    }

    #[test]
    fn flags_short_first_parts() {
        told("Graveren ønsker en el trillebør til gården.", "el trillebør");
        told("Vi køber et it system til skolen.", "it system");
        silent("Vi har en el. lign. løsning, og de har en eller to.");
        silent("The cat saw a mouse and it ran away from it system and all.");
    }

    #[test]
    fn flags_infinitives_that_begin_a_sentence_with_its_verb_behind() {
        told("Vaske kælderen males i uge 12.", "Vaske kælderen");
        told("Ældre rådet er hørt om sagen.", "Ældre rådet");
        silent("Husk mødet er flyttet til maj. Bemærk fristen er overskredet.");
        silent("Vaske kælderen kan vi alle. Se planen for året.");
    }

    #[test]
    fn flags_nouns_that_look_like_participles() {
        told("Turen går til fugle tårnet ved søen.", "fugle tårnet");
        told("Vej bidraget stiger med 200 kr.", "Vej bidraget");
        told("Udvalget behandlede høring svaret fra rådet.", "høring svaret");
        silent("Kommunen har i brev svaret, at sagen er slut.");
        silent("Vi har fået midler bidraget af borgere, og der er i går svaret på brevet.");
    }
}
