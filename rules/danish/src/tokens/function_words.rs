//! Function words: the few hundred words that hold sentences together, and what each may do.
//!
//! The words are data, `rules/data/lists/function_words.toml`; here the classes have their names.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use text::short_words::{Edges, key};

/// From this bit on the classes are told by the form of a token and not by a list.
const FORMS: u32 = 56;

/// A set of classes: what a word is by the lists, and what a token is by its form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u64);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal $key:literal;)*) => {
        impl Classes {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*

            /// The class with this name in the data.
            fn named(key: &str) -> Option<Self> {
                match key {
                    $($key => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
}

classes! {
    /// "at".
    AT = 0 "at";
    /// "skal", "kunne": an infinitive follows.
    MODAL = 1 "modal";
    /// "ikke", "også": stand between a verb and what belongs to it.
    ADVERB = 2 "adverb";
    /// "har", "havde", "have": a participle follows.
    HAVE = 3 "have";
    /// "blev", "bliver": a participle follows.
    BECOME = 4 "become";
    /// "der", "som".
    RELATIVE = 5 "relative";
    /// "en".
    ONE_COMMON = 6 "one-common";
    /// "et".
    ONE_NEUTER = 7 "one-neuter";
    /// "den".
    THE_COMMON = 8 "the-common";
    /// "det".
    THE_NEUTER = 9 "the-neuter";
    /// "de", "disse".
    THE_PLURAL = 10 "the-plural";
    /// "denne".
    THIS_COMMON = 11 "this-common";
    /// "dette".
    THIS_NEUTER = 12 "this-neuter";
    /// "i", "på".
    PREPOSITION = 13 "preposition";
    /// "min", "alle", "og": like a preposition, a noun follows sooner than a verb.
    BEFORE_NOUN = 14 "before-noun";
    /// "at", "når", "om": may begin a clause that hangs on another.
    SUBORDINATOR = 15 "subordinator";
    /// Of these, the ones that are mostly something else: "om", "efter", "så".
    WEAK_SUBORDINATOR = 16 "weak-subordinator";
    /// "er", "kan", "blev": the commonest finite verbs.
    AUXILIARY = 17 "auxiliary";
    /// Other verb forms that are finite for certain: "fremgår".
    FINITE = 18 "finite";
    /// "oplyser", "viser": may follow what is said, after a comma.
    SAYING = 19 "saying";
    /// "og", "eller", "samt".
    CONJUNCTION = 20 "conjunction";
    /// "der", "det", "vi", "man": subjects that are certain after "og".
    LIGHT_SUBJECT = 21 "light-subject";
    /// "når", "hvis": begin a sentence with a clause.
    LEADING = 22 "leading";
    /// Words that the dictionary knows as nouns too, and that mostly are something else: "men", "over".
    NOT_NOUN = 23 "not-noun";
    /// Infinitives that are something else more often: "mod", "to".
    NOT_INFINITIVE = 24 "not-infinitive";
    /// Present forms that are something else: "når".
    NOT_PRESENT = 25 "not-present";
    /// Participles that are something else: "grundet".
    NOT_PARTICIPLE = 26 "not-participle";
    /// Present forms that are present for certain, though the dictionary has another reading: "får".
    CERTAIN_PRESENT = 27 "certain-present";
    /// After a modal verb these are the present and no nouns: "vurderer".
    AGENT = 28 "agent";
    /// Infinitives that are nouns as well, and that are infinitives after ", at": "støtte".
    NOUNLIKE_INFINITIVE = 29 "nounlike-infinitive";
    /// "jeg", "vi", "han", "man".
    PRONOUN = 30 "pronoun";
    /// Words that keep an "-e" after "en" and "et": "næste", "eneste".
    FIXED_ADJECTIVE = 31 "fixed-adjective";
    /// "lader", "ser", "må": an infinitive without "at" may follow at some distance.
    BEFORE_INFINITIVE = 32 "before-infinitive";
    /// Words that lead to a question: "uklart om", "undersøge om".
    ASKING = 33 "asking";
    /// "hvor", "som", "at" and the like: no second clause may be looked for behind them.
    DEPENDENT = 34 "dependent";
    /// Nouns of those who do something that stand bare in office Danish: "ansøger", "lejer".
    ROLE = 35 "role";
    /// "op", "ud", "videre": the word before is a verb.
    PARTICLE = 36 "particle";
    /// "række", "del": nouns that other rules pass over, and whose gender is certain.
    QUANTITY = 37 "quantity";
    /// Words that "at" and an infinitive belong to: "muligt", "ønsker", "besluttet".
    GOVERNING = 38 "governing";
    /// Adjectives without ending that are adverbs too: "endelig", "daglig".
    ADVERB_ADJECTIVE = 39 "adverb-adjective";
    /// "derfor", "herefter": begin a clause, with the verb behind them.
    OPENER = 40 "opener";
    /// "vores", "sin".
    POSSESSIVE = 41 "possessive";
    /// "som", "end": like a preposition, but what follows is compared and may be anything.
    COMPARING = 42 "comparing";
    /// "giver", "tilbyder": somebody and something follow, side by side.
    GIVING = 43 "giving";
    /// "to", "tolv": a plural follows.
    NUMERAL = 44 "numeral";
    /// "flere", "mange": the same, with no number.
    SEVERAL = 45 "several";
    /// "er", "blev": an adjective may follow that tells something of the subject.
    COPULA = 46 "copula";
    /// "enig", "parat": adjectives that need not bend behind such a verb.
    UNBENT = 47 "unbent";
    /// "alle", "nogle": more than one, though not counted.
    MANY = 48 "many";
    /// "til", "ved": prepositions that "at" and an infinitive follow.
    BEFORE_AT = 49 "before-at";
    /// "dømme": with "at" it may stand for itself: "at dømme efter tallene".
    ABSOLUTE = 50 "absolute";
    /// "lov", "råd", "tid": nouns that "at" and an infinitive may follow without a preposition.
    BEFORE_BARE_AT = 51 "before-bare-at";
    /// "glad", "klar til": adjectives of somebody who does what follows.
    WILLING = 52 "willing";
    /// "en", "vis", "nogle": sound like another small word.
    CONFUSED = 53 "confused";
    /// "højere", "flere": "end" and what is compared follow.
    COMPARATIVE = 54 "comparative";
    /// "begynder", "forsøgt": forms that "at" and an infinitive follow, and that are no infinitive.
    BEGINNING = 55 "beginning";
    /// "orientere", "oplyse": infinitives of what somebody does at the meeting itself.
    TELLING = 56 "telling";
    /// "vurderes", "forventes": passives whose subject does what the infinitive behind them says.
    RAISING = 57 "raising";
}

impl Classes {
    /// No class: a content word.
    pub const NONE: Self = Self(0);

    /// Every class of function words.
    pub const ANY: Self = Self((1 << FORMS) - 1);

    /// Words that point at what is known: "den", "disse", "denne".
    pub const POINTING: Self = Self(
        Self::THE_COMMON.0
            | Self::THE_NEUTER.0
            | Self::THE_PLURAL.0
            | Self::THIS_COMMON.0
            | Self::THIS_NEUTER.0,
    );

    /// Words that determine a noun: these, and "en" and "et".
    pub const DETERMINER: Self = Self(Self::POINTING.0 | Self::ONE_COMMON.0 | Self::ONE_NEUTER.0);

    /// A comma.
    pub const COMMA: Self = Self(1 << FORMS);

    /// A full stop that stands alone.
    pub const STOP: Self = Self(1 << (FORMS + 1));

    /// A word that ends as the genitive of a definite noun does: "kommunens", "rådets", "skolernes".
    pub const ENDS_AS_OWNER: Self = Self(1 << (FORMS + 2));

    /// The classes of `word`, in any case.
    pub(crate) fn of(word: &str) -> Self {
        let words = &*WORDS;
        let form = Self::of_form(word.as_bytes());
        if !words.edges.may_hold(word.as_bytes()) {
            return form;
        }
        words.classes.get(&key(word)).map_or(form, |listed| listed.or(form))
    }

    /// What the last letters of a word tell.
    fn of_form(word: &[u8]) -> Self {
        match word {
            [.., b'e', b'n' | b't', b's'] | [.., b'n', b'e', b's'] => Self::ENDS_AS_OWNER,
            _ => Self::NONE,
        }
    }

    /// The classes of a sign.
    pub(super) fn of_sign(sign: char) -> Self {
        match sign {
            ',' => Self::COMMA,
            '.' => Self::STOP,
            _ => Self::NONE,
        }
    }

    /// Is any class in `others` too?
    pub const fn any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Both sets together.
    pub const fn or(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// The classes but those in `others`.
    pub const fn without(self, others: Self) -> Self {
        Self(self.0 & !others.0)
    }
}

/// The words, and what tells in a few instructions that another word is none of them.
struct Words {
    classes: FxHashMap<u128, Classes>,
    edges: Edges,
}

impl Words {
    fn read() -> Self {
        let lists: BTreeMap<&str, Vec<&str>> = data::read("function_words");
        let n_words = lists.values().map(Vec::len).sum();
        let mut classes: FxHashMap<u128, Classes> =
            FxHashMap::with_capacity_and_hasher(n_words, Default::default());
        for (name, list) in &lists {
            let Some(class) = Classes::named(name) else { continue };
            for word in list {
                let known = classes.entry(key(word)).or_default();
                *known = known.or(class);
            }
        }
        Self { classes, edges: Edges::of(lists.values().flatten().copied()) }
    }
}

static WORDS: LazyLock<Words> = LazyLock::new(Words::read);

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::Classes;
    use text::short_words::LONGEST;

    #[test]
    fn every_list_is_a_class_of_short_words_in_small_letters() {
        let lists: BTreeMap<String, Vec<String>> = data::read("function_words");
        assert!(lists.len() > 30);
        for (key, list) in lists {
            assert!(Classes::named(&key).is_some(), "{key}");
            for word in list {
                assert!(word.len() <= LONGEST && word.to_lowercase() == word, "{key}: {word}");
            }
        }
    }

    #[test]
    fn a_word_may_have_several_classes() {
        assert!(Classes::of("Der").any(Classes::RELATIVE));
        assert!(Classes::of("der").any(Classes::LIGHT_SUBJECT));
        assert_eq!(Classes::of("budget"), Classes::NONE);
        assert_eq!(Classes::of("fordelingsnøglerne"), Classes::NONE);
    }
}
