//! Sentences that say only that closed items were treated, or stand elsewhere: "Der var to lukkede punkter", "Se det lukkede referat".
//!
//! They tell nothing of a case. Whether what they speak of stands in the text is asked of what is around them.

use super::WORDS;
use super::plain::plain;
use super::speech::is_possible;
use super::vocabulary::{digits_of, said};
use data::closed::closed;
use text::{holds_words, is_space};

/// Does each sentence of `line` that speaks of closed matter say only that there was some, or where it stands?
pub fn tells_of_some(line: &str) -> bool {
    if line.contains([':', ';', '(', '[', '|', '\t']) {
        return false;
    }
    let line = plain(line);
    let spoken: Vec<String> = said(&line).into_iter().filter(|said| is_possible(said)).collect();
    !spoken.is_empty()
        && spoken.iter().all(|said| !speaks_of_own(said) && (stands_elsewhere(said) || count(said).is_some()))
}

/// How many closed items `line` says that there were; where it gives no number, more than any text has.
pub fn count_told(line: &str) -> usize {
    said(&plain(line)).iter().filter_map(|said| count(said)).next().unwrap_or(usize::MAX)
}

/// The number that `line` begins with: "6 Køb", "Punkt 6 - Køb". What only says that there was something closed is weighed by it.
pub fn leading_number(line: &str) -> Option<u32> {
    let bare = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let words = ["Punkt", "Pkt.", "Pkt", "Ad", "Sag"].iter().find_map(|word| bare.strip_prefix(word));
    let bare = words.unwrap_or(bare).trim_start_matches(is_space);
    let digits = bare.len() - bare.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    bare[..digits].parse().ok()
}

fn stands_elsewhere(sentence: &str) -> bool {
    WORDS.elsewhere.iter().any(|phrase| holds_words(sentence, phrase))
}

/// "Der var to lukkede punkter", "Et enkelt punkt blev behandlet for lukkede døre": how many, where a verb tells of them.
fn count(sentence: &str) -> Option<usize> {
    /// So many words stand between the number and the item.
    const NEAR: usize = 2;
    let own = &closed().phrases;
    let words: Vec<&str> =
        sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_item = |word: &&str| own.single.contains(*word) || own.several.contains(*word);
    let number = |word: &str| match digits_of(word) {
        // "flere" is no number.
        None if WORDS.counts.iter().any(|own| own == word) => Some(usize::MAX),
        digits => digits.unwrap_or(word).parse().ok(),
    };
    let counted = |at: &usize| words[at + 1..].iter().take(NEAR + 1).any(&is_item);
    let is_told = words.iter().any(|word| WORDS.told_of.iter().any(|verb| verb == word));
    let at = (0..words.len()).find(|at| number(words[*at]).is_some() && counted(at)).filter(|_| is_told)?;
    number(words[at])
}

/// Does `sentence` speak of the item that it stands in, or of what follows: "punktet", "herefter"?
fn speaks_of_own(sentence: &str) -> bool {
    let own = &closed().phrases;
    let words: Vec<&str> =
        sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_own = |(at, word): (usize, &&str)| {
        // "i dette referat"
        let of_text = matches!(words.get(at + 1), Some(&"referat" | &"møde" | &"dokument"));
        (own.own.contains(*word) || own.following.contains(*word)) && !of_text
    };
    words.iter().enumerate().any(is_own)
}

#[cfg(test)]
mod tests {
    use super::{count_told, tells_of_some};

    #[test]
    fn what_is_counted_or_stands_elsewhere_tells_of_no_case() {
        for (line, n) in [
            ("Referatet indeholder ét lukket punkt.", 1),
            ("Der var to lukkede punkter på mødet.", 2),
            ("Der er 3 lukkede punkter i referatet.", 3),
            ("Et enkelt punkt blev behandlet for lukkede døre.", 1),
            ("Overføres til lukket del", usize::MAX),
            ("Der henvises til det lukkede referat.", usize::MAX),
        ] {
            assert!(tells_of_some(line), "{line}");
            assert_eq!(count_told(line), n, "{line}");
        }
    }

    #[test]
    fn a_mark_and_what_is_told_behind_a_colon_are_more() {
        for line in [
            "Lukket punkt",
            "Dette punkt er lukket.",
            "Der var to lukkede punkter: køb og salg.",
            "Herefter fulgte to lukkede punkter.",
            "Punktet behandles for lukkede døre.",
            "Følgende tre punkter er lukkede.",
        ] {
            assert!(!tells_of_some(line), "{line}");
        }
    }
}
