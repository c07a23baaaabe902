//! A sentence as words with their readings, and the parts of its clauses as far as rules need them.
//!
//! There is no tagger behind this: of verbs that look ambiguous one guesses wrong too often. A word is what all its
//! readings say, with the few exceptions that the neighbours decide, and where that is not certain the answer is no.

use std::cell::Cell;

use text::TextRange;

use super::lexicon::{Readings, readings, readings_of_compound, readings_of_noun};
use super::tokens::{Classes, Kind, Token, tokens};

/// A sentence of a text.
#[derive(Clone, Debug)]
pub struct Sentence<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    /// What was looked up so far.
    readings: Vec<Cell<Option<Readings>>>,
    classes: Classes,
    is_cut_before: bool,
    is_cut_behind: bool,
}

/// Words that a noun follows sooner than a verb.
const LEADS_TO_NOUN: Classes = Classes::PREPOSITION.or(Classes::BEFORE_NOUN);

/// Verb forms that are finite for certain.
const CERTAIN: Classes = Classes::AUXILIARY.or(Classes::FINITE);

impl<'t> Sentence<'t> {
    /// The sentence that stands at `part` of `text`.
    pub fn new(text: &'t str, part: TextRange) -> Self {
        let tokens = tokens(text, part);
        let readings = vec![Cell::new(None); tokens.len()];
        let classes = tokens.iter().fold(Classes::NONE, |all, token| all.or(token.classes));
        Self { text, tokens, readings, classes, is_cut_before: false, is_cut_behind: false }
    }

    /// The same, where more of the sentence may stand before its first word or behind its last: a line end cut it, and nothing
    /// tells whether it goes on there.
    pub fn cut(self, before: bool, behind: bool) -> Self {
        Self { is_cut_before: before, is_cut_behind: behind, ..self }
    }

    /// May more of the sentence stand before its first word?
    pub fn is_cut_before(&self) -> bool {
        self.is_cut_before
    }

    /// May more of the sentence stand behind its last word?
    pub fn is_cut_behind(&self) -> bool {
        self.is_cut_behind
    }

    /// Is everything of the sentence here?
    pub fn is_whole(&self) -> bool {
        !self.is_cut_before && !self.is_cut_behind
    }

    /// Is the sentence known for `n` words around those from `from` to `to`?
    pub fn is_known_around(&self, from: usize, to: usize, n: usize) -> bool {
        (from >= n || !self.is_cut_before) && (to + n < self.len() || !self.is_cut_behind)
    }

    /// How many tokens it has.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Has it no token?
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Does any word belong to one of these classes?
    pub fn has(&self, classes: Classes) -> bool {
        self.classes.any(classes)
    }

    /// The token at `i`.
    pub fn token(&self, i: usize) -> Option<&Token> {
        self.tokens.get(i)
    }

    /// The token at `i` as it is written; empty past the end.
    pub fn word(&self, i: usize) -> &'t str {
        self.tokens.get(i).map_or("", |token| &self.text[token.range()])
    }

    /// From token `from` to token `to`, both included.
    pub fn range(&self, from: usize, to: usize) -> TextRange {
        let at = |i: usize| self.tokens.get(i).map_or(TextRange::default(), Token::range);
        at(from).cover(at(to))
    }

    /// Does the word at `i` belong to one of `classes`?
    pub fn is(&self, i: usize, classes: Classes) -> bool {
        self.tokens.get(i).is_some_and(|token| token.classes.any(classes))
    }

    /// Does any word from `from` up to `to` belong to one of `classes`?
    pub fn any(&self, from: usize, to: usize, classes: Classes) -> bool {
        self.has(classes) && (from..to.min(self.len())).any(|i| self.is(i, classes))
    }

    /// The tokens that belong to one of `classes`, in order: where a rule wakes.
    pub fn places(&self, classes: Classes) -> impl Iterator<Item = usize> + '_ {
        let tokens = if self.has(classes) { &self.tokens[..] } else { &[] };
        tokens.iter().enumerate().filter(move |(_, token)| token.classes.any(classes)).map(|(i, _)| i)
    }

    /// Does the word at `i` begin a clause sooner than a phrase: "at", "hvis", and not "om", "efter"?
    pub fn begins_clause(&self, i: usize) -> bool {
        self.is(i, Classes::SUBORDINATOR) && !self.is(i, Classes::WEAK_SUBORDINATOR)
    }

    /// Is the token at `i` a word?
    pub fn is_word(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|token| token.kind == Kind::Word)
    }

    /// Is the token at `i` a comma?
    pub fn is_comma(&self, i: usize) -> bool {
        self.is(i, Classes::COMMA)
    }

    /// Is the token at `i` a sign?
    pub fn is_sign(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|token| token.kind == Kind::Sign)
    }

    /// Is there a word in small letters, and nothing but letters, at `i`?
    pub fn is_small(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|token| token.is_small() && token.is_plain())
    }

    /// Is there a word at `i` that begins with a capital?
    pub fn is_capital(&self, i: usize) -> bool {
        self.word(i).starts_with(char::is_uppercase)
    }

    /// The last sign before `i`, if there is one.
    pub fn sign_before(&self, i: usize) -> Option<usize> {
        (0..i.min(self.len())).rev().find(|&at| self.is_sign(at))
    }

    /// Everything that the word at `i` may be, as far as it is listed.
    pub fn readings(&self, i: usize) -> Readings {
        let Some(cell) = self.readings.get(i) else { return Readings::NONE };
        cell.get().unwrap_or_else(|| {
            let found =
                if self.tokens[i].kind == Kind::Word { readings(self.word(i)) } else { Readings::NONE };
            cell.set(Some(found));
            found
        })
    }

    /// The same without readings that are of no class.
    pub fn plain_readings(&self, i: usize) -> Readings {
        self.readings(i).without(Readings::OTHER)
    }

    /// As [`readings`](Self::readings); a compound that is not listed is what its last part may be.
    pub fn readings_of_compound(&self, i: usize) -> Readings {
        let listed = self.readings(i);
        let plain = self.tokens.get(i).is_some_and(Token::is_plain);
        if listed.is_none() && plain { readings_of_compound(self.word(i)) } else { listed }
    }

    /// Everything that the word at `i` may be, and what its last part may be as well.
    pub fn readings_of_noun(&self, i: usize) -> Readings {
        let plain = self.tokens.get(i).is_some_and(Token::is_plain);
        if plain { readings_of_noun(self.word(i)) } else { Readings::NONE }
    }

    /// Is the word at `i` a verb in the present and nothing else?
    pub fn is_present(&self, i: usize) -> bool {
        if !self.word(i).ends_with('r') || self.is(i, Classes::NOT_PRESENT.without(Classes::CERTAIN_PRESENT))
        {
            return self.is(i, Classes::CERTAIN_PRESENT);
        }
        self.is(i, Classes::CERTAIN_PRESENT) || self.plain_readings(i) == Readings::PRESENT
    }

    /// Is the word at `i` a verb in the present or, at most, the noun of the one who does it: "foretager", "ejer"?
    pub fn is_present_or_agent(&self, i: usize) -> bool {
        let found = self.plain_readings(i);
        self.is_small(i)
            && self.word(i).ends_with('r')
            && found.any(Readings::PRESENT)
            && found.only(Readings::PRESENT | Readings::COMMON)
            && !self.is(i, Classes::NOT_PRESENT.or(Classes::AUXILIARY).or(Classes::MODAL).or(LEADS_TO_NOUN))
    }

    /// Is the word at `i` a present, for a reader who knows that a bare noun stands there only if it is a usual role?
    pub fn is_likely_present(&self, i: usize) -> bool {
        self.is_present(i)
            || self.is(i, Classes::AGENT)
            || self.is_present_or_agent(i) && !self.is(i, Classes::ROLE)
    }

    /// Where the clause that `i` belongs to ends: at the next sign, or at the end.
    pub fn clause_end(&self, i: usize) -> usize {
        (i..self.len()).find(|&at| self.is_sign(at)).unwrap_or(self.len())
    }

    /// Is the clause that `i` belongs to seen up to its end?
    pub fn is_clause_known(&self, i: usize) -> bool {
        !self.is_cut_behind || self.clause_end(i) < self.len()
    }

    /// Is the word at `i` an infinitive and nothing else?
    pub fn is_infinitive(&self, i: usize) -> bool {
        self.is_small(i)
            && !self.is(i, Classes::NOT_INFINITIVE)
            && self.plain_readings(i).any(Readings::INFINITIVE)
            && self.plain_readings(i).only(Readings::INFINITIVE | Readings::IMPERATIVE)
    }

    /// Is the word at `i` a participle and nothing else?
    pub fn is_participle(&self, i: usize) -> bool {
        !self.is(i, Classes::NOT_PARTICIPLE) && self.plain_readings(i) == Readings::PARTICIPLE
    }

    /// Is the word at `i` a finite verb, whatever stands around it?
    pub fn is_finite(&self, i: usize) -> bool {
        if self.is(i, CERTAIN) {
            return true;
        }
        // Short pasts in "-e" are known one by one; "længere" only looks like one.
        let found = if self.word(i).ends_with('e') { self.readings(i) } else { self.plain_readings(i) };
        (found == Readings::PRESENT || found == Readings::PAST)
            && !self.is(i, Classes::NOT_PRESENT)
            && !is_like_participle(self.word(i))
    }

    /// May the word at `i` be a finite verb somewhere?
    pub fn may_be_finite(&self, i: usize) -> bool {
        let found = self.readings(i);
        self.is(i, CERTAIN)
            || found.any(Readings::PRESENT | Readings::PAST)
            || self.word(i).ends_with('s') && found.any(Readings::PASSIVE)
    }

    /// May the word at `i` be a finite verb where it stands? What is a noun too is the noun right behind a preposition,
    /// a determiner, an adjective or a genitive: "af kampe, er …".
    pub fn may_stand_finite(&self, i: usize) -> bool {
        if self.is(i, LEADS_TO_NOUN) || !self.may_be_finite(i) {
            return false;
        }
        let led = i > 0 && (self.leads_to_noun(i - 1) || self.describes_noun(i - 1));
        let word = self.word(i);
        // "en længere drøftelse".
        let comparative =
            self.readings(i).any(Readings::OTHER) && word.ends_with('e') && !self.is(i, CERTAIN);
        if led && (comparative || word.ends_with("ede") || word.ends_with("te")) {
            return false;
        }
        let unclear = self.readings(i).any(Readings::NOUN) || word.ends_with('s');
        let after_number = i > 0 && self.word(i - 1).starts_with(|c: char| c.is_ascii_digit());
        self.is(i, CERTAIN) || !(unclear && (led || after_number))
    }

    fn leads_to_noun(&self, i: usize) -> bool {
        self.is(i, LEADS_TO_NOUN) || self.word(i).ends_with('s') || self.readings(i).any(Readings::ADJECTIVE)
    }

    /// "de overførte midler", "i givet fald": what is made of a verb stands before its noun, behind what leads to that.
    fn describes_noun(&self, i: usize) -> bool {
        let made = Readings::PARTICIPLE | Readings::PAST;
        let leads = |at: usize| self.is(at, LEADS_TO_NOUN) && !self.is(at, Classes::CONJUNCTION);
        i > 0 && leads(i - 1) && self.readings(i).any(made)
    }

    /// Is the word at `i` a definite noun and nothing else?
    pub fn is_definite_noun(&self, i: usize) -> bool {
        const SHORTEST: usize = 5;
        let found = self.readings_of_compound(i).without(Readings::OTHER);
        found.only(Readings::DEFINITE) && self.word(i).len() >= SHORTEST
    }

    /// "bygningens skal", "en hård skal": is what looks like a modal verb the noun that a genitive, an owner or an adjective has behind it?
    pub fn is_shell(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1).filter(|_| self.word(i).eq_ignore_ascii_case("skal")) else {
            return false;
        };
        let described =
            |at: usize| self.readings_of_compound(at).any(Readings::ADJECTIVE) && self.is_small(at);
        let one = |at: usize| {
            self.is(at, Classes::ONE_COMMON.or(Classes::THE_COMMON).or(Classes::POSSESSIVE))
                || self.is_owner(at)
        };
        self.is_owner(before)
            || self.is(before, Classes::POSSESSIVE.or(Classes::ONE_COMMON))
            || described(before) && before > 0 && one(before - 1)
    }

    /// Is the word at `i` a genitive and nothing else?
    fn is_owner(&self, i: usize) -> bool {
        self.word(i).ends_with('s')
            && self.readings_of_compound(i).any(Readings::GENITIVE)
            && !self.is(i, Classes::ANY)
    }

    /// "Det værste naboerne har oplevet", "Den hal vi lejer": may a clause without its "som" begin at `i`, because a subject stands
    /// there right behind a noun or an adjective?
    pub fn begins_bare_relative(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1).filter(|&before| self.is_word(before)) else { return false };
        let led = LEADS_TO_NOUN.or(Classes::CONJUNCTION).or(Classes::MODAL).or(CERTAIN);
        let found = self.readings_of_compound(before);
        let head = found.any(Readings::NOUN.without(Readings::GENITIVE) | Readings::ADJECTIVE);
        let subject = self.is(i, Classes::PRONOUN) || self.is_definite_noun(i);
        subject && head && !self.is(before, led) && !self.is_owner(before) && !found.only(Readings::VERB)
    }

    /// Is the word at `i` an adjective, and of one of these forms in every reading?
    pub fn is_adjective(&self, i: usize, forms: Readings) -> bool {
        self.is_small(i) && self.readings_of_compound(i).only(forms) && !is_odd_adjective(self.word(i))
    }
}

/// Pasts that look like a participle: "vurderede", "valgte".
fn is_like_participle(word: &str) -> bool {
    word.ends_with("te") || word.ends_with("ede") || word.ends_with("sat") || {
        let mut last = word.chars().rev();
        last.next() == Some('t') && last.next().is_some_and(|before| "bdfgklnprsv".contains(before))
    }
}

/// Words that bend as no adjective does, or that are often something else.
pub fn is_odd_adjective(word: &str) -> bool {
    const ENDS: &[&str] = &[
        "fri",
        "vis",
        "ens",
        "lidt",
        "fjern",
        "anden",
        "andet",
        "samme",
        "egen",
        "eget",
        "lilla",
        "tro",
        "ægte",
        "følgende",
        "drevet",
        "bundet",
        "betinget",
        "tredjesidste",
        "blå",
        "grå",
    ];
    ENDS.iter().any(|end| word.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::Sentence;
    use crate::tokens::Classes;
    use text::range;

    fn sentence(text: &str) -> Sentence<'_> {
        Sentence::new(text, range(0, text.len()))
    }

    #[test]
    fn a_verb_counts_only_if_it_is_nothing_else() {
        let all = sentence("at håndterer ansøger håndtere møde udarbejdet");
        assert!(all.is_present(1));
        assert!(!all.is_present(2));
        assert!(all.is_infinitive(3));
        assert!(!all.is_infinitive(4));
        assert!(all.is_participle(5));
    }

    #[test]
    fn what_is_a_noun_too_is_the_noun_behind_a_preposition() {
        let all = sentence("En række kampe er spillet");
        assert!(!all.may_stand_finite(1));
        let all = sentence("Byen kæmper for flere tilbud");
        assert!(all.may_stand_finite(1));
        assert!(!all.may_stand_finite(4));
    }

    #[test]
    fn words_past_the_end_are_nothing() {
        let all = sentence("Ja");
        assert_eq!(all.word(7), "");
        assert!(!all.is(7, Classes::AT) && !all.is_finite(7) && !all.is_definite_noun(7));
    }

    #[test]
    fn definite_nouns_may_be_compounds() {
        let all = sentence("Forvaltningen havneudvidelsesplanen plan ikke");
        assert_eq!((0..4).filter(|&i| all.is_definite_noun(i)).collect::<Vec<_>>(), [0, 1]);
    }
}
