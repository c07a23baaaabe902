//! Marks with a slip in them: "(lukekt punkt)", "LUKKTE PUNKTER", "(Iukket)" with a capital I.
//!
//! A slip is looked for in the places of marks alone: in brackets, before a colon, behind a sign, in a line of a few words. What
//! is a word of the language is none there, unless it stands in brackets by itself.

use std::sync::LazyLock;

use super::WORDS;
use super::meetings::is_of_meetings;
use danish::letters::small;
use danish::lexicon::{is_compound, readings};
use text::is_space;
use text::near::slips;

/// A longer line is prose, in bytes.
const LONGEST: usize = 160;
/// A mark has no more words.
const FEW_WORDS: usize = 4;
/// A slip in a shorter word behind a mark may be another word, in letters.
const SHORTEST_ITEM: usize = 4;
/// No other word of two parts is near a mark of so many bytes.
const LONG_MARK: usize = 9;
/// A mark is no shorter, and no longer, in bytes.
const LENGTHS: std::ops::RangeInclusive<usize> = 4..=16;

/// "2. Luket: Køb", "Køb, luket", "LUKKTE PUNKTER".
pub(super) fn is_slip(line: &str) -> bool {
    if line.len() > LONGEST || !runs_with_letters(line).flat_map(words).any(may_be) {
        return false;
    }
    has_mark(line) || ends_in_slip(line)
}

/// Is a part of `line`, as colons, commas, dashes and cells part it, a mark with a slip?
fn has_mark(line: &str) -> bool {
    let lower = small(line);
    let mut parts = lower.split([':', ',', '–', '—', '|', '\t']).flat_map(|part| part.split(" - "));
    parts.any(is_mark)
}

/// Is `inner`, which stands in brackets and is in small letters, a mark with a slip: "luket", "lukekt punkt", "lukektpunkt"?
pub(super) fn is_slip_in_bracket(inner: &str) -> bool {
    // "(lukke)" is no sentence, and so a slip.
    let alone = words(inner).count() == 1 && words(inner).any(|word| is_near(word) && word != "lukkes");
    // "(lukke punkt)"
    let rest_is_item = || words(inner).skip(1).all(|word| WORDS.joined.iter().any(|item| item == word));
    let of_item = || words(inner).count() == 2 && words(inner).next().is_some_and(is_near) && rest_is_item();
    alone || of_item() || inner.len() <= LONGEST && words(inner).any(may_be) && is_mark(inner)
}

/// "2. Køb af grund (lukekt punkt)", "2. Lukketpunkt": is there in `heading` a mark with a slip that can mean nothing else: in a
/// bracket at its end, before a colon, behind a dash, or all of it?
pub fn bears_slip(heading: &str) -> bool {
    ends_in_bracket_with_slip(heading)
        || heading.len() <= LONGEST
            && runs_with_letters(heading).flat_map(words).any(may_be)
            && has_mark(heading)
}

fn ends_in_bracket_with_slip(heading: &str) -> bool {
    let bare = heading.trim_end_matches(|c: char| is_space(c) || matches!(c, '.' | '*' | '_' | '#'));
    let Some(open) = bare.strip_suffix([')', ']']).and_then(|bare| bare.rfind(['(', '['])) else {
        return false;
    };
    let inner = small(&bare[open + 1..bare.len() - 1]);
    let mut all = words(&inner);
    let is_slip = all.next().is_some_and(is_misspelt);
    is_slip && all.all(|word| WORDS.joined.iter().any(|item| item == word))
}

/// A few words, one of them with a slip and the others such as stand in marks.
fn is_mark(part: &str) -> bool {
    let all = || words(part).filter(|word| word.contains(char::is_alphabetic));
    let is_own = |word: &str| is_of_meetings(word) || is_misspelt(word);
    all().count() <= FEW_WORDS
        && (all().any(is_misspelt) && all().all(is_own)
            || all().count() == 2
                && all().next().is_some_and(is_marked)
                && all().last().is_some_and(is_item_misspelt))
}

/// "Lukkede pukter": a slip in the word behind the mark.
fn is_item_misspelt(word: &str) -> bool {
    let items = WORDS.joined.iter().filter(|item| item.chars().count() > SHORTEST_ITEM);
    let mut near = items.filter(|item| slips(word, item) == 1);
    near.next().is_some() && !WORDS.joined.iter().any(|item| item == word) && is_unknown(word)
}

/// "2. Køb af grund Luket"
fn ends_in_slip(line: &str) -> bool {
    let last = words(line).filter(|word| word.contains(char::is_alphabetic)).last();
    let is_capital = |word: &&str| word.starts_with(char::is_uppercase) && line.contains(char::is_lowercase);
    last.filter(is_capital).is_some_and(|last| is_misspelt(&small(last)))
}

fn words(part: &str) -> impl Iterator<Item = &str> {
    part.split(|c: char| is_space(c) || !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Is `word` near a mark and no word by itself, or a mark written together with a word like "punkt"?
fn is_misspelt(word: &str) -> bool {
    let parted = || WORDS.joined.iter().find_map(|end| word.strip_suffix(end.as_str()));
    // "Fortrolligt" could be put together of two words; nothing else is so near a long mark.
    let is_no_word = |word: &str| is_unknown(word) || word.len() >= LONG_MARK && readings(word).is_none();
    may_be(word)
        && (is_near(word) && is_no_word(word)
            || parted().is_some_and(|mark| is_marked(mark) || is_near(mark) && is_unknown(mark)))
}

fn is_unknown(word: &str) -> bool {
    readings(word).is_none() && !is_compound(word)
}

/// Is `word` a letter away from a mark, and none itself?
fn is_near(word: &str) -> bool {
    let near = |mark: &String| {
        let (letters, len) = (word.chars().count(), mark.chars().count());
        // "(Lukt)".
        let cut = len == 6 && letters < len && word.starts_with(&mark[..3]) && word.ends_with('t');
        // One letter too many, too few or another, or two that changed places.
        cut || letters.abs_diff(len) <= 1 && slips(word, mark) == 1
    };
    LENGTHS.contains(&word.len()) && WORDS.spelt.iter().any(near) && !is_marked(word)
}

fn is_marked(word: &str) -> bool {
    WORDS.spelt.iter().any(|mark| mark == word)
}

/// The stretches of letters and digits of `line` that hold all but one of the letters of a mark: one word each, unless a sign of
/// its own alphabet stands between some. Few words are left, and the signs of each are looked at once.
fn runs_with_letters(line: &str) -> impl Iterator<Item = &str> {
    let bytes = line.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() {
            let (start, mut own) = (at, 0);
            while let Some(letter) =
                bytes.get(at).map(|byte| OF_BYTES[usize::from(*byte)]).filter(|own| *own != 0)
            {
                own |= letter;
                at += 1;
            }
            if at - start >= *LENGTHS.start() && has_letters(own) {
                return Some(&line[start..at]);
            }
            at += usize::from(at == start);
        }
        None
    })
}

/// The bits of each byte that may stand in a word: those of letters count, that of all others does not.
static OF_BYTES: [u32; 256] = {
    let mut bits = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let letter = byte as u8;
        if letter.is_ascii_alphabetic() {
            bits[byte] = 1 << (letter.to_ascii_lowercase() - b'a');
        } else if letter.is_ascii_digit() || !letter.is_ascii() {
            bits[byte] = 1 << 31;
        }
        byte += 1;
    }
    bits
};

/// Are all but one of the letters of a mark among `own`?
fn has_letters(own: u32) -> bool {
    LETTERS.iter().any(|(mark, _)| lacks_one(*mark, own))
}

/// Is no more than one of the letters of `mark` missing in `own`?
fn lacks_one(mark: u32, own: u32) -> bool {
    let missing = mark & !own;
    missing & missing.wrapping_sub(1) == 0
}

/// Has `word`, in any letters, all but one of the letters of a mark, and is it about as long, or ends as what may stand behind
/// one? It is asked of each word, and costs little.
fn may_be(word: &str) -> bool {
    /// So many letters may be missing, and so many be too many.
    const FEWER: usize = 2;
    const MORE: usize = 1;
    let own = letters(word);
    if !LENGTHS.contains(&word.len()) || !has_letters(own) {
        return false;
    }
    let n_letters = word.chars().count();
    let mut near = LETTERS.iter().filter(|(mark, _)| lacks_one(*mark, own));
    near.any(|(_, len)| (len.saturating_sub(FEWER)..=len + MORE).contains(&n_letters)) || is_joined(word)
}

/// "lukektpunkt"
fn is_joined(word: &str) -> bool {
    let lower = small(word);
    WORDS.joined.iter().any(|end| lower.ends_with(end.as_str()))
}

/// The letters of the marks, and how many they are.
static LETTERS: LazyLock<Vec<(u32, usize)>> = LazyLock::new(|| {
    let mut marks: Vec<_> = WORDS.spelt.iter().map(|mark| (letters(mark), mark.chars().count())).collect();
    marks.sort_unstable();
    marks.dedup();
    marks
});

/// The letters of `word`, each as a bit.
fn letters(word: &str) -> u32 {
    const ALPHABET: u32 = (1 << 26) - 1;
    word.bytes().fold(0, |all, byte| all | OF_BYTES[usize::from(byte)]) & ALPHABET
}

#[cfg(test)]
mod tests {
    use super::{is_slip, is_slip_in_bracket};

    #[test]
    fn a_mark_with_a_slip_is_seen_in_its_places() {
        for inner in [
            "luket",
            "lukekt punkt",
            "lukektpunkt",
            "iukket",
            "lukekt",
            "punktet er lukekt",
            "fortroligr",
            "lukke punkt",
            "fortolig",
        ] {
            assert!(is_slip_in_bracket(inner), "{inner}");
        }
        for line in [
            "LUKKTE PUNKTER",
            "2. Luket: Køb af grund",
            "2. Køb af grund, luket",
            "2. Køb af grund - lukekt sag",
            "2. Køb af grund Luket",
            "Lukkket punkt",
            "Lukketpunkt",
            "2. Fortroligtpunkt: Køb",
            "Lukketsag",
            "2. Fortrolligt: Erstatning",
            "Fortoligt",
            "Lukkede pukter",
        ] {
            assert!(is_slip(line), "{line}");
        }
    }

    #[test]
    fn words_of_the_language_are_no_slips() {
        for line in [
            "Dukket op: tre forslag",
            "2. Trukket sag",
            "Sukket højt, plukket ud",
            "2. Lukker skolen",
            "Punkter: sukket",
            "Lykkedes",
            "2. Ny Lukas",
            "Forslaget: fortroligheden",
            "Lukkede butikker",
            "Lukketid: kl. 22",
            "Lukkedage",
            "Bestyrelsen blev luket af vagten, som kom for sent til mødet",
        ] {
            assert!(!is_slip(line), "{line}");
        }
    }
}
