//! Whether a word is spelt as a Danish word can be, and what it may have been meant to be.
//!
//! The lexicon, compounds of its words and genitives are known. What is not known is far more often right than wrong: names,
//! foreign words, the words of a trade. So a slip is only what one change of the hand makes a known word, and no change that
//! Danish makes itself (see [`super::slips`]).

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use super::compounds::compounds;
use super::letters::fold;
use super::lexicon::{Readings, is_compound, one_change_away, prefixes, readings};
use super::memo::{Memo, remembered};
use super::slips::{Change, is_single_or_double, is_slip, one_change};

/// Longer words are codes, or several words that lost their spaces.
const LONGEST: usize = 40;

/// Shorter words differ in one letter from too many others.
const SHORTEST: usize = 8;

/// At least this long is the part of a compound that a slip is looked for in; shorter ones differ in one letter from too many others.
const SHORTEST_PART: usize = 6;

/// At least this long is the other part.
const SHORTEST_REST: usize = 4;

thread_local! {
    static KNOWN: Memo<bool> = const { Memo::new(Vec::new()) };
    static MEANT: RefCell<FxHashMap<Box<str>, Vec<String>>> = RefCell::default();
}

/// Is `word` listed, a compound of listed words, or one of these with a prefix or a genitive "s"?
pub fn is_known(word: &str) -> bool {
    is_listed(word) || is_made(word)
}

/// Is `word`, which nobody lists, made of listed words?
pub fn is_made(word: &str) -> bool {
    remembered(&KNOWN, word, is_made_of_known)
}

fn is_made_of_known(word: &str) -> bool {
    let small = fold(word);
    let bare = small.trim_end_matches('s').trim_end_matches(['\'', '’']);
    let whole = |form: &str| is_listed(form) || is_compound(form);
    let prefixed = |form: &str| prefixes().any(|prefix| form.strip_prefix(prefix).is_some_and(whole));
    [&*small, bare].into_iter().any(|form| whole(form) || prefixed(form))
}

/// Is `form` listed as it stands?
pub fn is_listed(form: &str) -> bool {
    !form.is_empty() && !readings(form).is_none()
}

/// The words that `word` is a slip of the hand for; none if it is long or short. What was meant is listed, or is a compound of two
/// listed words with the slip in one of them.
pub fn meant(word: &str) -> Vec<String> {
    /// A document has few such words, which it says again and again; of many documents the last ones are remembered.
    const MOST: usize = 1000;
    MEANT.with_borrow_mut(|known| {
        if let Some(found) = known.get(word) {
            return found.clone();
        }
        if known.len() >= MOST {
            known.clear();
        }
        let found = find_meant(word);
        known.insert(word.into(), found.clone());
        found
    })
}

fn find_meant(word: &str) -> Vec<String> {
    let small = fold(word);
    let n_letters = small.chars().count();
    if !(SHORTEST..=LONGEST).contains(&n_letters) {
        return Vec::new();
    }
    let mut found = listed_slips(&small);
    if found.is_empty() {
        found.extend(only_neighbour(&small).or_else(|| with_else(&small)));
    }
    for (n, (at, _)) in small.char_indices().enumerate() {
        if n < SHORTEST_REST || n_letters - n < SHORTEST_REST {
            continue;
        }
        let (first, last) = small.split_at(at);
        let bare = first.strip_suffix('s').unwrap_or(first);
        if n_letters - n >= SHORTEST_PART && is_part(first, bare) {
            found.extend(listed_slips(last).into_iter().map(|right| format!("{first}{right}")));
        }
        if n >= SHORTEST_PART && readings(last).any(Readings::NOUN) {
            let link = &first[bare.len()..];
            found.extend(listed_slips(bare).into_iter().map(|right| format!("{right}{link}{last}")));
        }
    }
    found.sort();
    found.dedup();
    found
}

/// Can this stand first in a compound, with or without its linking "s"?
fn is_part(first: &str, bare: &str) -> bool {
    let noun = |word: &str| readings(word).any(Readings::NOUN);
    noun(first) || bare.chars().nth(SHORTEST_REST - 1).is_some() && noun(bare)
}

/// The listed words that one slip makes of `written`: a slip by its letters, or a consonant single for double or double for single.
fn listed_slips(written: &str) -> Vec<String> {
    let Some(rare) = latin(written) else { return Vec::new() };
    let mut found = one_change_away(written);
    found.retain(|right| {
        latin(right).is_some_and(|usual| is_slip(&rare, &usual) || is_single_or_double(&rare, &usual))
    });
    found
}

/// The listed word that one change makes of `written`, if there is but one, and the change is none of the first letter or of
/// the ending. With a single neighbour even letters that tell roots apart elsewhere are a slip: "reperationer".
fn only_neighbour(written: &str) -> Option<String> {
    /// The letters of an ending.
    const ENDING: usize = 3;
    let [right] = <[String; 1]>::try_from(one_change_away(written)).ok()?;
    let (rare, usual) = (latin(written)?, latin(&right)?);
    let (Change::Extra(at) | Change::Missing(at) | Change::Swapped(at) | Change::Replaced(at)) =
        one_change(&rare, &usual)?;
    (at > 0 && at + ENDING <= rare.len()).then_some(right)
}

/// What is meant where "-else" has its letters changed about: "beskæftiglesesudvalget".
fn with_else(word: &str) -> Option<String> {
    let at = word.find("lese")?;
    let right = [&word[..at], "else", &word[at + "lese".len()..]].concat();
    is_known(&right).then_some(right)
}

/// The compound that lacks the "s" which its first part always has: "bestyrelsemøde" → "bestyrelsesmøde". `word` is not listed.
pub fn with_linking_s(word: &str) -> Option<String> {
    let small = fold(word);
    compounds().always_s(&small).into_iter().find_map(|at| {
        let (first, last) = small.split_at_checked(at)?;
        let noun = |part: &str| readings(part).any(Readings::NOUN);
        // "helhedstænkning" has its "s", whatever "stænkning" is.
        let linked = last.strip_prefix('s').is_some_and(is_known);
        let parts = first.len() > SHORTEST_PART && noun(first) && last.len() > 2 && noun(last);
        (parts && !linked && !compounds().is_never_with_s(first)).then(|| format!("{first}s{last}"))
    })
}

/// What is meant where a doubled letter makes a compound with a ring or a gene of a noun in "-ing": "forklarring",
/// "renoverring", "ansøgninggen".
pub fn with_single_letter(word: &str) -> Option<String> {
    /// What the doubled letter stands in, where it begins there, and what may follow.
    const DOUBLED: [(&str, usize, &[&str]); 2] = [
        ("rring", 0, &["", "s", "en", "ens", "er", "erne", "ernes"]),
        ("ingg", 2, &["en", "ens", "er", "erne", "ernes"]),
    ];
    let small = fold(word);
    DOUBLED.into_iter().find_map(|(letters, doubled, ends)| {
        let at = small.rfind(letters)?;
        let end = small.get(at + letters.len()..)?;
        let single = [&small[..at + doubled], &small[at + doubled + 1..]].concat();
        (ends.contains(&end) && at > 1 && is_listed(&single) && !is_listed(&small)).then_some(single)
    })
}

/// What is meant where the definite form or the plural of a noun has lost its vowel, as no Danish word does: "forsamlingn",
/// "ansøgningr", "kommissionn".
pub fn with_lost_vowel(word: &str) -> Option<String> {
    const STEMS: [&str; 4] = ["ing", "ion", "hed", "skab"];
    const ENDS: [(&str, &str); 4] = [("ns", "ens"), ("n", "en"), ("rne", "erne"), ("r", "er")];
    let small = fold(word);
    ENDS.into_iter().find_map(|(lost, whole)| {
        let stem = small.strip_suffix(lost)?;
        let right = [stem, whole].concat();
        let sure = STEMS.iter().any(|end| stem.ends_with(end)) && is_known(stem) && is_known(&right);
        (sure && !is_listed(&small)).then_some(right)
    })
}

/// The letters of `word`, one byte each.
fn latin(word: &str) -> Option<Vec<u8>> {
    word.chars().map(|letter| u8::try_from(u32::from(letter)).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::{is_known, meant, with_linking_s, with_lost_vowel, with_single_letter};

    #[test]
    fn a_letter_doubled_at_ing_is_a_slip() {
        assert_eq!(with_single_letter("ansøgninggen").as_deref(), Some("ansøgningen"));
        assert_eq!(with_single_letter("Indstillingger").as_deref(), Some("indstillinger"));

        assert_eq!(with_single_letter("renoverringen").as_deref(), Some("renoveringen"));
        assert_eq!(with_single_letter("Forklarring").as_deref(), Some("forklaring"));
        for word in ["fingerring", "sparring", "nøglering", "rring", "ansøgningsgen", "bygninggavl"] {
            assert_eq!(with_single_letter(word), None, "{word}");
        }
    }

    #[test]
    fn an_ending_that_lost_its_vowel_is_a_slip() {
        for (written, right) in [
            ("Forsamlingn", "forsamlingen"),
            ("ansøgningr", "ansøgninger"),
            ("muligheds", ""),
            ("kommissionn", "kommissionen"),
            ("mulighedrne", "mulighederne"),
            ("bygningns", "bygningens"),
        ] {
            assert_eq!(with_lost_vowel(written).unwrap_or_default(), right, "{written}");
        }
    }

    #[test]
    fn words_compounds_and_genitives_are_known() {
        for word in ["skole", "Skolens", "havneudvidelsesplanen", "havneudvidelsesplanens", "udvalg"] {
            assert!(is_known(word), "{word}");
        }
        assert!(!is_known("forvaltningne") && !is_known("qwxzb"));
    }

    #[test]
    fn a_slip_is_one_change_from_what_was_meant() {
        assert_eq!(meant("indstilingen"), ["indstillingen"]);
        assert_eq!(meant("forvaltinngen"), ["forvaltningen"]);
        assert!(meant("Kjærsgaard").is_empty() && meant("plan").is_empty());
    }

    #[test]
    fn a_consonant_written_once_for_twice_is_a_slip() {
        for (written, right) in [
            ("forsamlingsforbudet", "forsamlingsforbuddet"),
            ("medelelse", "meddelelse"),
            ("parkerringsplads", "parkeringsplads"),
            ("rekruterede", "rekrutterede"),
        ] {
            assert_eq!(meant(written), [right], "{written}");
        }
    }

    #[test]
    fn a_word_with_one_neighbour_is_a_slip_for_it_except_in_its_ending() {
        assert_eq!(meant("reperationer"), ["reparationer"]);
        assert_eq!(meant("tilbagemeling"), ["tilbagemelding"]);
        assert!(meant("affaldsø").is_empty() && meant("prognoseår").is_empty());
    }

    #[test]
    fn a_first_part_that_lacks_its_s_is_known() {
        assert_eq!(with_linking_s("Bestyrelsemøde").as_deref(), Some("bestyrelsesmøde"));
        assert_eq!(with_linking_s("afdelinglederen").as_deref(), Some("afdelingslederen"));
        for word in ["helhedstænkning", "ledningsejerne", "foreningsåret", "honningkage", "investeringsår"]
        {
            assert_eq!(with_linking_s(word), None, "{word}");
        }
    }
}
