//! Sentences that speak of how something is written: they correct, quote or replace words, or are copied from an old book.
//!
//! "I § 5 erstattes ordet bestyrrelse af ordet bestyrelse": whoever mends the first makes nonsense of the sentence. It is asked
//! of what was found alone, and what says so is data.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::letters::range;
use super::sentences::sentences;
use text::TextRange;
use text::lines::floor_boundary;

/// `rules/data/lists/wording.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wording {
    phrases: Vec<String>,
    beginnings: Vec<String>,
    labels: Vec<String>,
    floor: FxHashSet<String>,
    floor_behind: FxHashSet<String>,
    old: FxHashSet<String>,
    change: Vec<Change>,
    contrast: Contrast,
}

/// "rettes … til": verbs that change words, and what stands before the new ones.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    verbs: Vec<String>,
    into: Vec<String>,
}

/// ", ikke": what sets the right words against the wrong ones.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Contrast {
    words: Vec<String>,
    but: FxHashSet<String>,
}

static WORDING: LazyLock<Wording> = LazyLock::new(|| data::read("wording"));

/// The phrases by their first words, each with the space behind it.
static PHRASES: LazyLock<FxHashMap<&str, Vec<String>>> = LazyLock::new(|| {
    let mut by_first: FxHashMap<&str, Vec<String>> = FxHashMap::default();
    for phrase in &WORDING.phrases {
        let first = phrase.split(' ').next().unwrap_or_default();
        by_first.entry(first).or_default().push(format!("{phrase} "));
    }
    by_first
});

/// Does the sentence of `text` around `found` speak of a wording, so that a slip in it may be what it is about?
pub fn speaks_of_wording(text: &str, found: TextRange) -> bool {
    let (near, at) = paragraph(text, found);
    // A sentence may go on over the end of any line, however short that is.
    let joined = near.replace(['\n', '\r'], " ");
    let whole = sentences(&joined).find(|part| part.end() > at.start()).unwrap_or(at);
    let line = near[..at.start().into()].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let from = usize::from(at.start().max(whole.start()) - whole.start());
    let to = from + usize::from(at.len());
    let sentence = Sentence::new(&joined[whole], from, to);
    is_labelled(&near[line..])
        || sentence.names_words()
        || sentence.changes_words()
        || sentence.sets_against()
        || sentence.is_old()
}

/// What stands around `found` in its paragraph, as far as a sentence reaches, and where `found` lies in it.
fn paragraph(text: &str, found: TextRange) -> (&str, TextRange) {
    /// In bytes.
    const REACH: usize = 400;
    let (from, to) = (usize::from(found.start()), usize::from(found.end()));
    let near = floor_boundary(text, from.saturating_sub(REACH));
    let start = text[near..from].rfind("\n\n").map_or(near, |blank| near + blank + 2);
    let far = floor_boundary(text, (to + REACH).min(text.len()));
    let end = text[to..far].find("\n\n").map_or(far, |blank| to + blank);
    (&text[start..end], range(from - start, to - start))
}

/// "Rettelse til sidste referat: …", "Nuværende § 7: …".
fn is_labelled(line: &str) -> bool {
    const LONGEST: usize = 60;
    let near = &line[..floor_boundary(line, LONGEST)];
    let Some((label, _)) = near.split_once(':') else { return false };
    let label = label.trim_start_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    WORDING.labels.iter().any(|begin| {
        label.strip_prefix(begin.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    })
}

/// A sentence in small letters.
struct Sentence {
    small: String,
    /// Its words with one space around each, and the words alone.
    plain: String,
    words: Vec<(usize, String)>,
    /// Where what was found stands.
    from: usize,
    to: usize,
}

impl Sentence {
    fn new(text: &str, from: usize, to: usize) -> Self {
        // Of the letters that Danish writes none changes its length.
        let small: String = text
            .chars()
            .map(|c| c.to_lowercase().next().filter(|low| low.len_utf8() == c.len_utf8()).unwrap_or(c))
            .collect();
        let mut words = Vec::new();
        let mut at = 0;
        for piece in small.split(|c: char| !c.is_alphanumeric()) {
            if !piece.is_empty() {
                words.push((at, piece.to_owned()));
            }
            at += piece.len() + small[at + piece.len()..].chars().next().map_or(0, char::len_utf8);
        }
        let mut plain = String::from(" ");
        for (_, word) in &words {
            plain.push_str(word);
            plain.push(' ');
        }
        Self { small, plain, words, from, to }
    }

    fn word(&self, i: usize) -> &str {
        self.words.get(i).map_or("", |(_, word)| word)
    }

    /// "Trykfejl", "skal der stå", "erstattes ordet".
    fn names_words(&self) -> bool {
        let begins = |phrase: &String| {
            self.plain[1..].strip_prefix(phrase.as_str()).is_some_and(|rest| rest.starts_with(' '))
        };
        let floor = |i: usize| {
            WORDING.floor_behind.contains(self.word(i + 1))
                || i > 0 && WORDING.floor.contains(self.word(i - 1))
        };
        let word = (0..self.words.len()).any(|i| self.word(i) == "ordet" && !floor(i));
        word || self.holds_phrase() || WORDING.beginnings.iter().filter(|begin| *begin != "ordet").any(begins)
    }

    fn holds_phrase(&self) -> bool {
        let mut rest = &self.plain[1..];
        while let Some((word, behind)) = rest.split_once(' ') {
            if PHRASES.get(word).is_some_and(|all| all.iter().any(|phrase| rest.starts_with(phrase))) {
                return true;
            }
            rest = behind;
        }
        false
    }

    /// "rettes kl 17 til kl. 18": does what was found stand before the new words?
    fn changes_words(&self) -> bool {
        /// In bytes.
        const REACH: usize = 24;
        // "Rådet forslår, at højden ændres til 4 m": what stands further off is not what is changed.
        let near = |verb: usize| {
            verb < self.to || verb - self.to <= REACH && !self.small[self.to..verb].contains(',')
        };
        WORDING.change.iter().any(|change| {
            let is_verb = |(at, word): &&(usize, String)| change.verbs.contains(word) && near(*at);
            let into = |verb: usize| {
                self.words.iter().any(|(at, word)| *at > verb && *at >= self.to && change.into.contains(word))
            };
            self.words.iter().filter(is_verb).any(|(verb, _)| into(*verb))
        })
    }

    /// "i dag, ikke idag": does what was found stand beside words that set it against others?
    fn sets_against(&self) -> bool {
        /// In bytes.
        const REACH: usize = 40;
        WORDING.contrast.words.iter().any(|words| {
            self.small.match_indices(words.as_str()).any(|(at, words)| {
                let behind = at + words.len();
                let next =
                    self.small[behind..].split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
                let near = self.from + REACH >= behind && self.from <= behind + REACH
                    || self.to <= at + 1 && self.to + REACH >= at;
                near && !WORDING.contrast.but.contains(next)
            })
        })
    }

    /// "Aar 1921 den 4. Maj afholdtes Generalforsamling paa Gaarden": is it written as nobody writes now?
    fn is_old(&self) -> bool {
        const FEWEST: usize = 2;
        let old: FxHashSet<&str> = self
            .words
            .iter()
            .map(|(_, word)| word.as_str())
            .filter(|word| WORDING.old.contains(*word))
            .collect();
        old.len() >= FEWEST
    }
}

#[cfg(test)]
mod tests {
    use super::speaks_of_wording;
    use crate::letters::range;

    fn of(text: &str, words: &str) -> bool {
        let at = text.find(words).expect("words of the text");
        speaks_of_wording(text, range(at, at + words.len()))
    }

    #[test]
    fn a_sentence_that_corrects_or_replaces_words_speaks_of_them() {
        assert!(of("I § 9 erstattes ordet komitte af ordet komité.", "komitte"));
        assert!(of("I punkt 2 rettes kl 9 til kl. 10.", "kl 9"));
        assert!(of("Den 2 maj ændres til den 2. juni.", "2 maj"));
        assert!(of("Gebyret er ændret fra 5% til 6 %.", "5%"));
        assert!(of("Slåfejl i bilaget: Der stod 2.5 mio. kr.", "2.5 mio. kr"));
        assert!(of("Nuværende § 3: Mødet holdes kl 9. Alle kan møde.", "kl 9"));
        assert!(of("Man skriver i gang. Det hedder i orden, ikke iorden.", "iorden"));
        assert!(of("Der skrives ca. og ikke ca uden tegn.", "ca uden"));
        assert!(of("Der skrives ca. og\nikke ca uden\ntegn.", "ca uden"));
    }

    #[test]
    fn what_is_changed_to_and_who_has_the_floor_says_nothing_of_words() {
        assert!(!of("Mødet ændres til den 2 maj.", "2 maj"));
        assert!(!of("Bo forslår, at højden ændres til 4 m.", "forslår"));
        assert!(!of("Formanden gav ordet til Bo kl 9.", "kl 9"));
        assert!(!of("Spørgsmål rettes til Bo senest kl 9.", "kl 9"));
        assert!(!of("Det er dyrt, ikke mindst pga regnen.", "pga"));
        assert!(!of("Trykfejl er rettet.\n\nMødet er kl 9.", "kl 9"));
        assert!(!of("Det hedder i gang. Mødet er kl 9.", "kl 9"));
    }

    #[test]
    fn an_old_book_is_known_by_its_spelling() {
        assert!(of("Aar 1903 den 6. Maj holdtes Møde paa Kroen.", "Maj"));
        assert!(!of("Mødet den 6. Maj var paa Kroen.", "Maj"));
    }
}
