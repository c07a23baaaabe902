//! A date in digits behind a title and no sentence: "4.1. Medlemsmøde 19/9/2019".

use danish::date::DateMention;
use danish::lexicon::{Readings, readings_of_compound};
use danish::tokens::{Classes, tokens};
use lint::PartView;
use text::{TextRange, range};

/// What a sentence has before its date, and a title or a cell has not.
const OF_SENTENCE: Classes = Classes::MODAL
    .or(Classes::AUXILIARY)
    .or(Classes::PREPOSITION)
    .or(Classes::SUBORDINATOR)
    .or(Classes::CONJUNCTION)
    .or(Classes::PRONOUN);

/// Is the date without "den", and behind a few nouns that begin its line?
pub(super) fn is_of_label(view: &PartView<'_>, mention: &DateMention) -> bool {
    const MOST_WORDS: usize = 3;
    if mention.intro.is_some() || mention.weekday.is_some() {
        return false;
    }
    let line = view.line_at(mention.range);
    let before = &view.text[TextRange::new(line.start(), mention.range.start())];
    let words = tokens(before, range(0, before.len()));
    let noun = |word: &str| {
        let found = readings_of_compound(word);
        found.is_none() || found.any(Readings::NOUN | Readings::ADJECTIVE)
    };
    let words: Vec<_> =
        words.into_iter().filter(|word| before[word.range()].starts_with(char::is_alphabetic)).collect();
    words.len() <= MOST_WORDS
        && !before.contains([',', ';'])
        && words.iter().all(|word| !word.classes.any(OF_SENTENCE) && noun(&before[word.range()]))
}
