//! The words without which no line says in words that something is closed. They are looked for all at once, before any of it is
//! thought about, as few lines hold one.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use data::closed::{Closed, closed};
use text::is_space;

/// May `line` say in words that something is closed?
pub(super) fn has_word(line: &str) -> bool {
    FINDER.is_match(line)
}

static FINDER: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let words = needed(closed());
    // The finder folds ASCII alone.
    let forms = words.iter().flat_map(|word| [word.clone(), word.to_uppercase(), with_capital(word)]);
    let mut forms: Vec<String> = forms.collect();
    forms.sort();
    forms.dedup();
    let finder = AhoCorasick::builder().ascii_case_insensitive(true).prefilter(false).build(forms);
    finder.expect("some hundred short words make an automaton")
});

/// One word of each phrase that says it: the longest, which is the rarest; without those that hold another.
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
    ];
    let sets = [
        &phrases.closed,
        &phrases.closing,
        &phrases.access,
        &phrases.public,
        &phrases.only,
        &phrases.open,
        &closed.leaving.gone,
        &closed.leaving.staying,
        &closed.outlets.outlets,
    ];
    let marks = closed.headings.brackets.iter().chain(&closed.headings.lines).chain(&closed.headings.parts);
    let said = lists.into_iter().flatten().map(String::as_str).chain(marks.map(|mark| &**mark));
    let laws = phrases.laws.iter().flat_map(|law| &law.names);
    // Of "l u k k e t" no letter tells anything by itself.
    let own = sets.into_iter().flatten().chain(laws).chain(&signs.spaced);
    let longest = |phrase: &str| {
        let words = phrase.split(is_space).filter(|word| !word.is_empty());
        words.max_by_key(|word| word.len()).unwrap_or(phrase).to_lowercase()
    };
    let mut words: Vec<String> = said.map(longest).chain(own.map(String::clone)).collect();
    words.sort_by_key(String::len);
    let mut needed: Vec<String> = Vec::new();
    for word in words {
        if !needed.iter().any(|shorter| word.contains(shorter.as_str())) {
            needed.push(word);
        }
    }
    needed
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
