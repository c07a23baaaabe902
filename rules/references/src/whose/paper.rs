//! Whether a law or a paper named earlier in a sentence has the number that stands later in it.

use super::{Around, Counted, WORDS, ends_in, has, is_law, possesses};

impl Around {
    /// Does a paper stand before it in its clause, and a comma or nothing between: "rapporten, bilag 2", "aftalen om drift, bilag 2",
    /// "brevet af 4. maj 2021, bilag 2"?
    pub(super) fn stands_beside_paper(&self) -> bool {
        let before = self.before.trim_end();
        let (phrase, is_apposed) = before.strip_suffix(',').map_or((before, false), |phrase| (phrase, true));
        let clause = phrase.rsplit([',', ';', ':', '(']).next().unwrap_or(phrase);
        let clause = clause.rsplit(". ").next().filter(|rest| !rest.is_empty()).unwrap_or(clause);
        let lists = [&WORDS.papers, &WORDS.attached_papers, &WORDS.laws];
        let is_paper = |word: &str| lists.iter().any(|list| ends_in(word, list));
        let mut words = clause.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        if is_apposed {
            words.any(is_paper) || ends_in_year(clause)
        } else {
            words.next_back().is_some_and(is_paper)
        }
    }

    /// Is a law named before, or for an item a paper that is cited, which the number may belong to: "loven gælder, jf. bilag 2"? What
    /// stands in a clause of its own ("loven er ny, og bilag 2 viser følgerne") or beside it ("loven samt bilag 2") does not.
    pub(super) fn names_paper(&self, counted: Counted) -> bool {
        let written: Vec<&str> = self.before.split(' ').filter(|word| !word.is_empty()).collect();
        let outside = |c: char| !c.is_alphanumeric() && c != '§' && c != '.';
        let words: Vec<&str> = written.iter().map(|word| word.trim_matches(outside)).collect();
        let is_section = |word: &str| word == "§" || word == "§§";
        let is_law = |word: &str| is_section(word) || is_law(word, counted);
        // "I borgerens brev er punkt 3 vigtigst".
        let cites = |at: usize| {
            let cited = |lead: &str| has(&WORDS.citing, lead) || possesses(lead);
            counted == Counted::Item && at > 0 && cited(words[at - 1]) && ends_in(words[at], &WORDS.papers)
        };
        let beside = |at: usize| {
            let joined = at + 1 < words.len() && words.last().is_some_and(|word| has(&WORDS.listed, word));
            let is_owner = possesses(words[at]) || words.iter().any(|word| is_section(word));
            joined && !is_owner && !words[at + 1..].iter().any(|word| counts(word))
        };
        let of_paper = (0..words.len()).filter(|&at| is_law(words[at]) || cites(at));
        of_paper.into_iter().any(|at| !beside(at) && !is_apart(&written[at..], &words[at..]))
    }
}

/// Does a clause of its own begin behind the paper that `written` begins with, and nothing of the paper's before that: "loven er ny, og"?
/// `words` are the same without their signs.
fn is_apart(written: &[&str], words: &[&str]) -> bool {
    let begins = |at: &usize| {
        let former = written[at - 1];
        let joins = || words.get(*at).is_some_and(|word| has(&WORDS.clauses, word));
        former.ends_with(';') || former.ends_with(',') && joins()
    };
    let Some(clause) = (1..=written.len()).find(begins) else { return false };
    !words[1..clause].iter().any(|word| counts(word))
}

/// "skrivelsen fra 1979", "brev af 4. maj 2021": a paper told by when it was made is one of its own.
fn ends_in_year(clause: &str) -> bool {
    let words: Vec<&str> = clause.split(' ').filter(|word| !word.is_empty()).collect();
    let from = words.iter().rposition(|word| matches!(*word, "fra" | "af"));
    let (Some(year), Some(from)) = (words.last(), from) else { return false };
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    is_year && (1..=4).contains(&(words.len() - 1 - from)) && from > 0
}

/// Is `word` one that stands before the number of a part: "bilag", "punkt", "kapitel"?
fn counts(word: &str) -> bool {
    has(&WORDS.item_words, word.trim_end_matches('.')) || has(&WORDS.counted, word)
}
