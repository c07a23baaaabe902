//! Lines that are a known title but for a letter or two: "Indstiling".
//!
//! The titles lie by their length, so most lines are ruled out by their own. Other forms of the same word and words
//! that are themselves something else ("Udstilling", "Problemer") are never near.

use super::kind::TitleId;
use danish::letters::fold;
use text::is_space;
use text::near::slips;

/// The titles of a vocabulary, to be asked what a line is near.
#[derive(Clone, Debug, Default)]
pub(super) struct NearTitles {
    by_length: Vec<Vec<Known>>,
}

#[derive(Clone, Debug)]
struct Known {
    id: TitleId,
    name: Box<str>,
    folded: Box<[char]>,
}

/// Shorter titles are too near to too many words.
const SHORTEST: usize = 5;
/// Titles of so many letters may differ in two.
const LONG: usize = 14;
/// Two letters take so many bytes at most.
const MOST_BYTES: usize = 4;

/// Real words that are one or two letters from a title.
const WORDS: &[&str] = &[
    "læsning",
    "lønning",
    "udstilling",
    "bestilling",
    "omstilling",
    "forestilling",
    "historie",
    "historisk",
    "præstation",
    "team",
    "bidrag",
    "forhandling",
    "ledning",
    "effektiv",
    "økonom",
    "kompetent",
    "personlig",
    "vandring",
];

/// Endings that make another form of the same word.
const ENDINGS: &[&str] =
    &["s", "e", "r", "n", "t", "en", "er", "et", "ne", "es", "ens", "ets", "ers", "rne", "erne", "ernes"];

impl NearTitles {
    pub(super) fn push(&mut self, id: TitleId, name: &str) {
        let name = name.trim_end_matches(|c| c == ':' || is_space(c));
        let folded: Box<[char]> = bare(name).into();
        if folded.len() < SHORTEST {
            return;
        }
        // "Resumé" takes the place of "Resume", as in the vocabulary itself.
        if let Some(known) = self.by_length.iter_mut().flatten().find(|known| known.folded == folded) {
            known.id = id;
            return;
        }
        self.by_length.resize_with(self.by_length.len().max(name.len() + 1), Vec::new);
        self.by_length[name.len()].push(Known { id, name: name.into(), folded });
    }

    /// The titles that `line` is near, each with the number of letters that differ: 1 or 2.
    pub(super) fn find(&self, line: &str) -> Vec<(TitleId, u8)> {
        let first = line.len().saturating_sub(MOST_BYTES).min(self.by_length.len());
        let last = (line.len() + MOST_BYTES + 1).min(self.by_length.len());
        let mut like =
            self.by_length[first..last].iter().flatten().filter(|known| known.shares_an_end(line)).peekable();
        if like.peek().is_none() {
            return Vec::new();
        }
        let folded = bare(line);
        like.filter_map(|known| Some((known.id, known.distance(&folded)?))).collect()
    }
}

/// The letters of a title as titles are compared: small, and without an accent on "é".
fn bare(words: &str) -> Vec<char> {
    fold(words).chars().map(|c| if c == 'é' { 'e' } else { c }).collect()
}

impl Known {
    /// Does `line` begin or end as the title does? A slip or two leave one of the ends alone.
    fn shares_an_end(&self, line: &str) -> bool {
        let (a, b) = (line.as_bytes(), self.name.as_bytes());
        let same = |a: Option<&[u8]>, b: Option<&[u8]>| match (a, b) {
            (Some(a), Some(b)) => a.eq_ignore_ascii_case(b),
            _ => false,
        };
        let tail = |bytes: &'_ [u8]| bytes.len().saturating_sub(3);
        same(a.get(..2), b.get(..2)) || same(a.get(tail(a)..), b.get(tail(b)..))
    }

    /// How many letters of `line` differ, when they are few enough for a slip.
    fn distance(&self, line: &[char]) -> Option<u8> {
        let (n, m) = (line.len(), self.folded.len());
        let most = if m >= LONG { 2 } else { 1 };
        // A slip leaves most of both ends alone; two letters may lie apart, but one end is long.
        let start = line.iter().zip(&self.folded).take_while(|(a, b)| a == b).count();
        let end = line.iter().rev().zip(self.folded.iter().rev()).take_while(|(a, b)| a == b).count();
        let alike = if most == 1 { start + end + 2 >= n.max(m) } else { 3 * (start + end) >= n.max(m) };
        if n.abs_diff(m) > most || !alike || is_form(line, &self.folded) || is_word(line) {
            return None;
        }
        let (a, b): (String, String) = (line.iter().collect(), self.folded.iter().collect());
        match slips(&a, &b) {
            1 => Some(1),
            2 if most == 2 && line.first() == self.folded.first() => Some(2),
            _ => None,
        }
    }
}

/// Is one of the two the other with an ending?
fn is_form(a: &[char], b: &[char]) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let Some(rest) = long.strip_prefix(short) else { return false };
    let rest: String = rest.iter().collect();
    ENDINGS.contains(&rest.as_str())
}

fn is_word(line: &[char]) -> bool {
    let line: String = line.iter().collect();
    WORDS.iter().any(|word| line == **word || line.strip_suffix('s') == Some(word))
}

#[cfg(test)]
mod tests {
    use super::NearTitles;
    use crate::TitleId;

    fn near(line: &str, title: &str) -> bool {
        let mut titles = NearTitles::default();
        titles.push(TitleId(0), title);
        !titles.find(line).is_empty()
    }

    #[test]
    fn a_slip_of_a_letter_is_near() {
        for line in [
            "Indstiling",
            "Indstillling",
            "Indstlling",
            "Idnstilling",
            "Indstillin",
            "Imdstilling",
            "INDSTILING",
        ] {
            assert!(near(line, "Indstilling"), "{line}");
        }
        assert!(near("Sagsfremstiling", "Sagsfremstilling"));
        assert!(near("Økonomske konsekevnser", "Økonomiske konsekvenser"));
    }

    #[test]
    fn other_forms_and_other_words_are_not() {
        for (line, title) in [
            ("Indstilling", "Indstilling"),
            ("Indstillinger", "Indstilling"),
            ("Udstilling", "Indstilling"),
            ("Problemer", "Problem"),
            ("Læsning", "Løsning"),
            ("Historie", "Historik"),
            ("Tidligere beslutning", "Tidligere beslutninger"),
            ("Bidrag", "Bilag"),
            ("Præstation", "Præsentation"),
            ("Tema", "Temo"),
        ] {
            assert!(!near(line, title), "{line}");
        }
    }
}
