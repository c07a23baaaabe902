//! The words without which no line says in words that something is closed. They are looked for all at once, before any of it is
//! thought about, as few lines hold one.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use data::closed::{Closed, closed};

/// May `line` say in words that something is closed?
pub(super) fn has_word(line: &str) -> bool {
    FINDER.is_match(line)
}

static FINDER: LazyLock<AhoCorasick> = LazyLock::new(|| finder(needed(closed()).iter()));

/// The words and phrases that say it, without those that hold a shorter one.
fn needed(closed: &Closed) -> Vec<String> {
    let (signs, phrases) = (&closed.signs, &closed.phrases);
    let lists = [
        &signs.stems,
        &signs.pictures,
        &signs.bracketed,
        &signs.phrases,
        &signs.said,
        &signs.anywhere,
        &signs.before_text,
        &signs.headings,
        &signs.first,
        &signs.spaced,
    ];
    let sets =
        [&phrases.closed, &phrases.closing, &phrases.access, &phrases.public, &phrases.only, &phrases.open];
    let marks = closed.headings.brackets.iter().chain(&closed.headings.lines).chain(&closed.headings.parts);
    let laws = phrases.laws.iter().flat_map(|law| &law.names);
    let own = lists.into_iter().flatten().chain(sets.into_iter().flatten()).chain(laws);
    let mut words: Vec<String> =
        own.map(|word| word.to_lowercase()).chain(marks.map(|mark| mark.to_lowercase())).collect();
    words.sort_by_key(String::len);
    let mut needed: Vec<String> = Vec::new();
    for word in words {
        if !needed.iter().any(|shorter| word.contains(shorter.as_str())) {
            needed.push(word);
        }
    }
    needed
}

/// Finds any of `words`, which are in small letters, in any letters.
pub(super) fn finder<'w>(words: impl Iterator<Item = &'w String>) -> AhoCorasick {
    // The finder folds ASCII alone.
    let mut forms: Vec<String> =
        words.flat_map(|word| [word.clone(), word.to_uppercase(), with_capital(word)]).collect();
    forms.sort();
    forms.dedup();
    let finder = AhoCorasick::builder().ascii_case_insensitive(true).prefilter(false).build(forms);
    finder.expect("some hundred short words make an automaton")
}

/// "åben" as "Åben".
fn with_capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::has_word;

    #[test]
    fn few_lines_hold_a_word_of_closed_matter() {
        for line in
            ["LUKKET", "Åben: Nej", "ÅBENT: NEJ", "Forvaltningslovens § 27", "L u k k e t", "🔒 2. Køb"]
        {
            assert!(has_word(line), "{line}");
        }
        for line in ["Byrådet godkendte budgettet for 2026.", "", "4. Fastsættelse af takster for dagtilbud"]
        {
            assert!(!has_word(line), "{line}");
        }
    }
}
