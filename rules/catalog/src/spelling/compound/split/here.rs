//! Two nouns that the item writes as one word elsewhere: "garanti provision" beside "garantiprovisionen".
//!
//! No list holds the words that a case makes for itself, but the writer who joins two words in one sentence means the same word where they
//! stand apart in another.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::due::{is_last_part_here, is_noun_here};
use super::last::readings_of_last;
use super::pair::is_held;
use danish::clauses::Sentence;
use danish::letters::fold;
use danish::lexicon::Readings;
use danish::tokens::Classes;
use text::TextRange;

/// The long words of an item, for looking up how it writes a compound.
pub(in crate::spelling::compound) struct Written<'a> {
    text: &'a str,
    runs: &'a [TextRange],
    words: OnceCell<Vec<Cow<'a, str>>>,
}

impl<'a> Written<'a> {
    /// The words that stand at `runs` of `text`.
    pub(in crate::spelling::compound) fn new(text: &'a str, runs: &'a [TextRange]) -> Self {
        Self { text, runs, words: OnceCell::new() }
    }

    /// In small letters and in order; made when first asked for, as most items ask for none.
    fn words(&self) -> &[Cow<'a, str>] {
        /// Bytes; no shorter word has two parts that count.
        const SHORTEST: u32 = 8;
        self.words.get_or_init(|| {
            let long = self.runs.iter().filter(|run| u32::from(run.len()) >= SHORTEST);
            let mut words: Vec<_> = long.map(|run| fold(&self.text[*run])).collect();
            words.sort_unstable();
            words.dedup();
            words
        })
    }

    /// What joins `first` and `last`, in whatever form, where they are one word: nothing or an "s".
    fn joint(&self, first: &str, last: &str) -> Option<&'static str> {
        let stems = ENDINGS.iter().filter_map(|end| last.strip_suffix(end));
        let long = |stem: &&str| stem.chars().nth(SHORTEST_STEM - 1).is_some();
        let stems: Vec<&str> = stems.filter(long).collect();
        ["", "s"]
            .into_iter()
            .find(|joint| stems.iter().any(|stem| self.has_form_of(&[first, joint, stem].concat())))
    }

    /// Is there a word that is `stem` with an ending: "proces" and "processen"?
    fn has_form_of(&self, stem: &str) -> bool {
        let words = self.words();
        let doubled = stem.chars().next_back().unwrap_or_default();
        words[words.partition_point(|word| **word < *stem)..]
            .iter()
            .map_while(|word| word.strip_prefix(stem))
            .any(|end| {
                ENDINGS.contains(&end) || end.strip_prefix(doubled).is_some_and(|end| ENDINGS.contains(&end))
            })
    }
}

/// Letters; a shorter last part is that of too many words.
const SHORTEST_STEM: usize = 3;

/// The endings of nouns, longest first.
const ENDINGS: [&str; 16] =
    ["ernes", "enes", "erne", "ene", "ens", "ets", "ers", "rne", "en", "et", "er", "e", "n", "r", "s", ""];

/// The words at `i` and behind it as one word, if the item writes them so and nothing else holds them together here.
pub(super) fn joined(sentence: &Sentence<'_>, i: usize, written: &Written<'_>) -> Option<String> {
    const SINGULAR: Readings =
        Readings::from_bits(Readings::COMMON.bits() | Readings::NEUTER.bits() | Readings::GENDERLESS.bits());
    let first = sentence.readings_of_compound(i).without(Readings::OTHER);
    let second = readings_of_last(sentence, i);
    let nouns = first.any(SINGULAR)
        && second.any(Readings::NOUN)
        && is_noun_here(sentence, i, first)
        && is_last_part_here(sentence, i, second);
    if !nouns || is_held(sentence, i) || may_begin_relative(sentence, i, second) || ends(sentence, i, second)
    {
        return None;
    }
    let (word, last) = (fold(sentence.word(i)), sentence.word(i + 1));
    let joint = written.joint(&word, last)?;
    Some([sentence.word(i), joint, last].concat())
}

/// "overtager et kombineret objekt egenskaberne": does the article end its part with the first, since no definite noun follows it?
fn ends(sentence: &Sentence<'_>, i: usize, second: Readings) -> bool {
    let adjective = |at: usize| sentence.readings_of_compound(at).any(Readings::ADJECTIVE);
    let article = (0..i).rev().find(|&at| !adjective(at));
    let one = Classes::ONE_COMMON.or(Classes::ONE_NEUTER).or(Classes::DETERMINER).or(Classes::POSSESSIVE);
    let other = Readings::NOUN.without(Readings::DEFINITE);
    !second.any(other) && article.is_some_and(|at| sentence.is(at, one) || sentence.word(at).ends_with('s'))
}

/// "vi så den hal kommunen ejer": may a clause without its "som" begin at the second, as there is a verb that no other clause needs?
pub(super) fn may_begin_relative(sentence: &Sentence<'_>, i: usize, second: Readings) -> bool {
    if !second.any(Readings::DEFINITE | Readings::PLURAL) {
        return false;
    }
    let verb = |at: &usize| sentence.may_stand_finite(*at) || sentence.is(*at, Classes::MODAL);
    let begin = sentence.sign_before(i).map_or(0, |sign| sign + 1);
    let end = sentence.clause_end(i + 2);
    // "hallen kommunen og klubben ejer" goes on, where "planen i lokalplan området og giver" begins anew.
    let own = (i + 3..end).find(|&at| sentence.is(at, Classes::CONJUNCTION)).unwrap_or(end);
    let spoken = sentence.is_comma(end) && verb(&(end + 1));
    let others = (i + 2..own).filter(verb).count() + usize::from(spoken);
    !sentence.is_clause_known(i) || others > usize::from(!(begin..i).any(|at| verb(&at)))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{silent, told};

    #[test]
    fn flags_what_the_item_writes_as_one_word_elsewhere() {
        told(
            "Der opkræves garanti provision fra værket. Garantiprovisionen betales i maj.",
            "garanti provision",
        );
        told(
            "Planen omfatter terræn regulering på et mindre område. Terrænreguleringer er dyre.",
            "terræn regulering",
        );
        told(
            "Vi valgte en politikproces. Beslutning om inddragelse i politik processen er sendt.",
            "politik processen",
        );
    }

    #[test]
    fn ignores_what_something_else_holds_together() {
        silent("Vi giver borger hjælp til flytning. Borgerhjælpen er ny.");
        silent("Den hal bestyrelsen lejer, er ny, og vi så den hal bestyrelsen ejer. Halbestyrelsen svarer.");
        silent(
            "I denne sag planer vi intet. Sagsplanen er ny, og på plads udvalget har. Pladsudvalget svarer.",
        );
        silent("I år overtager et stort objekt egenskaberne fra det lille. Objektegenskaben er ny.");
        silent("I år har rådets plan målet i sig. Planmålet er nyt.");
        silent("Vi mødes på torsdag møde eller ej. Torsdagsmødet er flyttet.");
    }
}
