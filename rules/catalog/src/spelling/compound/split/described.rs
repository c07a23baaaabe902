//! Two nouns behind an article and an adjective: "følger den nye politik proces", "det øgede plads behov er stort".
//!
//! Behind such a noun a second one may be another part of the sentence, as in "så har den nye formand ret". It is none where the verb has
//! its one object there, and none before the verb of a main clause, where one part stands alone.

use super::SINGULAR;
use super::last::readings_of_last;
use super::many::may_describe;
use super::pair::is_infinitive_here;
use danish::clauses::Sentence;
use danish::compounds::compounds;
use danish::letters::fold;
use danish::lexicon::Readings;
use danish::tokens::{Classes, Kind};

/// Verbs that have a noun of their own behind their object: "gøre den nye hal plads".
const TAKING_TWO: [&str; 8] = ["gøre", "gør", "gjorde", "gjort", "sige", "siger", "sagde", "sagt"];

/// Must the words at `i` and behind it be one word, since one part of the sentence stands there?
pub(super) fn is_described(sentence: &Sentence<'_>, i: usize) -> bool {
    let Some(article) = article_before(sentence, i) else { return false };
    if !are_two_nouns(sentence, i, article) || sentence.any(0, sentence.len(), Classes::GIVING) {
        return false;
    }
    let object = article + 1 < i && article > 0 && is_one_object(sentence, article - 1);
    object || stands_first(sentence, i)
}

/// Where "den", "det", "denne" or "dette" stands with nothing but adjectives between it and `i`.
fn article_before(sentence: &Sentence<'_>, i: usize) -> Option<usize> {
    const ARTICLE: Classes =
        Classes::THE_COMMON.or(Classes::THE_NEUTER).or(Classes::THIS_COMMON).or(Classes::THIS_NEUTER);
    let adjective = |at: usize| {
        let found = sentence.readings_of_compound(at);
        let fixed = sentence.is(at, Classes::FIXED_ADJECTIVE);
        // "det øgede behov".
        let made = sentence.word(at).ends_with("ede") && found.any(Readings::PAST);
        fixed
            || made
            || may_describe(sentence, at) && found.any(Readings::ADJECTIVE_E | Readings::ADJECTIVE_FIXED)
    };
    let at = (0..i).rev().find(|&at| !adjective(at))?;
    sentence.is(at, ARTICLE).then_some(at)
}

/// Two nouns of one thing, the second of the gender of the article, neither of which measures, dates or numbers the other.
fn are_two_nouns(sentence: &Sentence<'_>, i: usize, article: usize) -> bool {
    let bare = SINGULAR | Readings::IMPERATIVE;
    let first = sentence.readings_of_compound(i).without(Readings::OTHER);
    let second = readings_of_last(sentence, i);
    let fitting = if sentence.is(article, Classes::THE_COMMON.or(Classes::THIS_COMMON)) {
        Readings::COMMON
    } else {
        Readings::NEUTER
    };
    let number = sentence.token(i + 2).is_some_and(|next| next.kind == Kind::Number);
    first.any(SINGULAR)
        && first.only(bare)
        && second.any(fitting)
        && second.only(bare | Readings::PLURAL)
        && !number
        && !sentence.is_capital(i + 2)
        && !sentence.is(i + 2, Classes::CONJUNCTION)
        && !compounds().is_container(&fold(sentence.word(i)))
        && !compounds().is_stuff(sentence.word(i + 1))
        && !compounds().stands_behind(sentence.word(i + 1))
}

/// Does the verb at `verb` have its one object behind it? A finite one has its subject before it, so that none follows.
fn is_one_object(sentence: &Sentence<'_>, verb: usize) -> bool {
    if TAKING_TWO.contains(&sentence.word(verb)) {
        return false;
    }
    if is_infinitive_here(sentence, verb) {
        return verb > 0 && sentence.is(verb - 1, Classes::AT.or(Classes::MODAL));
    }
    let governs = Classes::MODAL.or(Classes::BEFORE_INFINITIVE).or(Classes::AUXILIARY);
    let subject = |at: usize| sentence.is(at, Classes::PRONOUN) || sentence.is_definite_noun(at);
    verb == 1 && sentence.is_finite(verb) && !sentence.is(verb, governs) && subject(0)
}

/// Do the two stand before the one verb of the sentence, where a main clause has one part?
fn stands_first(sentence: &Sentence<'_>, i: usize) -> bool {
    let opens = Classes::SUBORDINATOR.or(Classes::OPENER).without(Classes::PREPOSITION);
    let verb = |at: usize| sentence.may_stand_finite(at) || sentence.is(at, Classes::MODAL);
    let end = sentence.clause_end(0);
    let led = sentence.is(0, Classes::ANY)
        || sentence.readings_of_compound(0).any(Readings::NOUN | Readings::ADJECTIVE);
    !sentence.is_cut_before()
        && sentence.is_clause_known(0)
        && end > i + 2
        && led
        && !sentence.any(0, i, opens)
        && !(0..i).any(verb)
        && (i + 2..end).filter(|&at| verb(at)).count() == 1
        && !(sentence.is_comma(end) && verb(end + 1))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{silent, told};

    #[test]
    fn flags_the_one_object_of_a_verb() {
        told("Udvalget følger den nye politik proces.", "politik proces");
        told("Vi vil godkende det nye budget udkast i maj.", "budget udkast");
        told("Vi ønsker at bygge det nye hjælpemiddel depot ved havnen.", "hjælpemiddel depot");
    }

    #[test]
    fn flags_what_stands_alone_before_the_verb() {
        told("Afhængig af den konkrete ressource belastning flyttes planen til maj.", "ressource belastning");
        told("Det øgede budget behov er stort.", "budget behov");
        told("I den årlige budget regulering indgår et beløb.", "budget regulering");
    }

    #[test]
    fn ignores_what_are_two_parts_of_the_sentence() {
        silent("Så har den nye formand ret, og i går fik den nye hal besøg.");
        silent(
            "Vi oplever i den nye ordning fremgang. I den kommende periode får den enkelte borger mulighed for hjælp.",
        );
        silent("Det nye anlæg kommunen ejer er dyrt, og vi vil gøre den nye hal plads nok.");
        silent(
            "Det mindste antal tegn er ti, og vi kender det angivne antal job og den store mængde affald.",
        );
        silent("Den nye formand kasserer og sekretær mødes. Den nye hal torsdag er lukket.");
    }
}
