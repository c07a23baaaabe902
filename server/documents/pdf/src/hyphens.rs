//! Words that are divided at the end of a line.
//!
//! A hyphen at the end of a line is the printer's or the word's own. The document itself is asked first: a word that stands
//! elsewhere with its hyphen has one, a word that stands elsewhere in one piece has none.

use std::collections::HashSet;

use rules::danish::spelling;

use super::line::PageLines;

/// The words of a document, for telling how one of them is written.
pub(super) struct Hyphens {
    hyphened: HashSet<String>,
    whole: HashSet<String>,
    /// Does the printer divide words at all? A hyphen at the end of one line in a hundred is a word's own.
    divides: bool,
}

/// A printer that divides words does so at the end of one line in so many.
const FEWEST_DIVIDED: usize = 100;

/// First parts that are words of their own and take a hyphen: "at-punkt", "it-system", "e-mail".
const OWN_HYPHEN: &[&str] =
    &["at", "cd", "co", "co2", "eu", "ex", "it", "pc", "pr", "sms", "tv", "web", "wc"];

/// Words that a shortened word is followed by: "social- og sundhedsudvalget".
const AFTER_SHORTENED: &[&str] = &["og", "eller", "samt", "til", "/", "hhv.", "som", "såvel"];

impl Hyphens {
    /// The words inside the lines of `pages`.
    pub(super) fn of(pages: &[PageLines]) -> Self {
        let mut new = Self { hyphened: HashSet::new(), whole: HashSet::new(), divides: false };
        let (mut n_lines, mut n_divided) = (0_usize, 0_usize);
        for lines in pages.iter().flat_map(|page| page.lines.windows(2)) {
            n_lines += 1;
            let first = divided(&lines[0].words, &lines[1].words);
            n_divided += usize::from(first.is_some_and(|first| is_small(first, first_word(&lines[1].words))));
        }
        new.divides = n_divided * FEWEST_DIVIDED >= n_lines;
        if n_divided > 0 {
            let lines = pages.iter().flat_map(|page| &page.lines);
            for word in lines.flat_map(|line| line.words.split_whitespace()).map(bare) {
                let words = if word.contains('-') { &mut new.hyphened } else { &mut new.whole };
                words.insert(word.to_lowercase());
            }
        }
        new
    }

    /// Appends the `next` line to `words`.
    pub(super) fn join(&self, words: &mut String, next: &str) {
        if words.ends_with('\u{ad}') {
            words.pop();
            // Some programs have one sign for every hyphen: "2024-" and "2026", "pris-" and "og".
            let first = words.rsplit([' ', '\t', '(', '/', '"', '”']).next().unwrap_or_default();
            if AFTER_SHORTENED.contains(&next.split([' ', '\t']).next().unwrap_or_default()) {
                words.push_str("- ");
            } else if first.ends_with(|c: char| c.is_ascii_digit()) || self.is_own(first, first_word(next)) {
                words.push('-');
            }
        } else if let Some(first) = divided(words, next) {
            let second = first_word(next);
            // Nobody types this one; programs that divide words print it.
            let is_printers =
                words.ends_with('\u{2010}') && is_small(first, second) && !self.is_own(first, second);
            if is_printers || self.is_printed(first, second) {
                words.pop();
            }
        } else {
            words.push(' ');
        }
        words.push_str(next);
    }

    /// Is the hyphen between `first` and `second` the word's own, wherever it stands?
    fn is_own(&self, first: &str, second: &str) -> bool {
        let small = first.to_lowercase();
        OWN_HYPHEN.contains(&small.as_str()) || self.hyphened.contains(&format!("{small}-{second}"))
    }

    /// Is the hyphen between `first` and `second` the printer's?
    fn is_printed(&self, first: &str, second: &str) -> bool {
        let small = first.to_lowercase();
        // "skole-hjem-" and "samarbejdet": where the word has hyphens of its own, the document must know what it divides.
        let last = small.rsplit('-').next().unwrap_or(&small);
        let is_known = || self.divides && last == small || self.whole.contains(&format!("{last}{second}"));
        is_small(first, second) && !self.is_own(first, second) && is_known()
    }
}

/// Is the word that ends `words`, the first words of a narrow cell, cut at the edge, and does `next` begin with the rest? Programs cut
/// a word without a hyphen where it is longer than its line: "kirkegårdsudval" and "g". The whole is a word, and one of its parts is
/// none.
pub(super) fn is_cut(words: &str, next: &str) -> bool {
    let first = words.rsplit([' ', '\n', '(', '/', '"', '”']).next().unwrap_or_default();
    let second = first_word(next);
    let is_whole_word = next.starts_with(second) && is_small(first, second);
    let is_part = |part: &str| part.chars().nth(1).is_none() || !spelling::is_known(part);
    is_whole_word
        && (is_part(first) || is_part(second))
        && !matches!(second, "i" | "å")
        && spelling::is_known(&format!("{first}{second}"))
}

/// Does the printer divide a word between the lines `before` and `next`, as far as can be seen of these alone?
pub(super) fn is_divided(before: &str, next: &str) -> bool {
    let small = next.starts_with(char::is_lowercase);
    small
        && (before.ends_with('\u{ad}')
            || divided(before, next).is_some_and(|first| is_small(first, first_word(next))))
}

/// Could these be the parts of a divided word: letters, small ones where it is divided?
fn is_small(first: &str, second: &str) -> bool {
    // "skole-hjem-samarbej-" and "det": what is divided is the last of its words.
    let first = first.rsplit('-').next().unwrap_or(first);
    let letters = first.chars().all(char::is_alphabetic) && first.ends_with(char::is_lowercase);
    letters && first.chars().nth(1).is_some() && !second.is_empty() && second.chars().all(char::is_lowercase)
}

/// The first word of a line, without the signs around it.
fn first_word(line: &str) -> &str {
    bare(line.split([' ', '\t']).next().unwrap_or_default())
}

/// The first part of the word that is divided between `before` and `next`, if one is.
fn divided<'b>(before: &'b str, next: &str) -> Option<&'b str> {
    let first = before.rsplit([' ', '\t', '(', '/', '"', '”']).next()?.strip_suffix(['-', '\u{2010}'])?;
    let after = next.split([' ', '\t']).next().unwrap_or_default();
    (first.ends_with(char::is_alphanumeric) && !AFTER_SHORTENED.contains(&after)).then_some(first)
}

/// `word` without the signs around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{Hyphens, is_cut};

    fn joined(hyphened: &[&str], before: &str, next: &str) -> String {
        put(hyphened, true, before, next)
    }

    fn put(hyphened: &[&str], divides: bool, before: &str, next: &str) -> String {
        let hyphened = hyphened.iter().map(|word| (*word).to_owned()).collect();
        let hyphens = Hyphens { hyphened, whole: HashSet::from(["ordret".to_owned()]), divides };
        let mut words = before.to_owned();
        hyphens.join(&mut words, next);
        words
    }

    #[test]
    fn a_word_that_the_printer_divided_is_one() {
        assert_eq!(joined(&[], "en kommu-", "nikationsstrategi, som"), "en kommunikationsstrategi, som");
        assert_eq!(joined(&[], "(god-", "kendelse)"), "(godkendelse)");
        assert_eq!(joined(&[], "en gengivet-ord-", "ret"), "en gengivet-ordret");
        assert_eq!(joined(&[], "skole-hjem-", "samarbejdet"), "skole-hjem-samarbejdet");
        assert_eq!(joined(&[], "Byrådet mang\u{ad}", "lende"), "Byrådet manglende");
        for (before, next, whole) in
            [("Til ste\u{2010}", "de", "Til stede"), ("næstfor\u{2010}", "mand", "næstformand")]
        {
            assert_eq!(put(&[], false, before, next), whole);
        }
        assert_eq!(put(&["it-chefen"], false, "it\u{2010}", "chefen"), "it\u{2010}chefen");
        // One sign for all hyphens.
        assert_eq!(joined(&[], "planen for 2024\u{ad}", "2026"), "planen for 2024-2026");
        assert_eq!(joined(&[], "efter pris\u{ad}", "og lønudviklingen"), "efter pris- og lønudviklingen");
        assert_eq!(joined(&[], "et nyt it\u{ad}", "system"), "et nyt it-system");
    }

    #[test]
    fn a_word_that_is_longer_than_its_line_is_cut() {
        for (before, next) in [
            ("det fælles kirkegårdsudval", "g"),
            ("Kørselsordninge", "n bruges af"),
            ("formiddagstimer", "ne."),
            ("Sundhedsplejers", "ken anbefaler"),
        ] {
            assert!(is_cut(before, next), "{before} {next}");
        }
        for (before, next) in [
            ("Sundhedsplejersken", "anbefaler"),
            ("Havnebussen", "i bugten"),
            ("Forældre", "rådet"),
            ("Bestyrelsen", "så på det"),
            ("Åvænget", "er lukket"),
            ("Vedtaget", "med 3 stemmer"),
            ("Havnebus", "Sted"),
        ] {
            assert!(!is_cut(before, next), "{before} {next}");
        }
    }

    #[test]
    fn a_hyphen_of_the_word_stays() {
        assert_eq!(joined(&[], "indstillingens at-", "punkt"), "indstillingens at-punkt");
        assert_eq!(joined(&["step-up"], "et step-", "up"), "et step-up");
        assert_eq!(joined(&[], "Børne-", "Ungeudvalget"), "Børne-Ungeudvalget");
        assert_eq!(joined(&[], "sag 2022-", "0012"), "sag 2022-0012");
    }

    #[test]
    fn where_words_are_not_divided_a_hyphen_is_their_own() {
        assert_eq!(put(&[], false, "en tæt-", "lav bebyggelse"), "en tæt-lav bebyggelse");
        assert_eq!(put(&[], false, "det er ord-", "ret gengivet"), "det er ordret gengivet");
    }

    #[test]
    fn a_shortened_word_stands_alone() {
        assert_eq!(joined(&[], "Social-", "og Sundhedsudvalget"), "Social- og Sundhedsudvalget");
        assert_eq!(joined(&[], "sagen -", "som er"), "sagen - som er");
    }
}
