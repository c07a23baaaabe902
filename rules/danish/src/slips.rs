//! Slips of the hand: a letter too many or too few, or two letters changed about, where no other word can be meant.
//!
//! Two words that differ in one letter are far more often both right than not: inflection ("borgere", "borgerne"),
//! linking letters ("lokalplanforslag", "lokalplansforslag"), another prefix ("nødvendig", "unødvendig") or another
//! root ("opførelse", "opgørelse"). So everything that Danish itself makes of a word is set aside here, by what
//! letters stand around the one that differs; each such set was found by trying all pairs of a Danish dictionary and
//! of real minutes. What is left over are slips. A replaced letter is a slip only where a consonant and a vowel
//! changed places, because roots that differ in one consonant or in one vowel are legion.
//!
//! Words are given in small letters, one byte each, in Latin-1: that holds every letter of Danish and its neighbours.

/// How one word becomes the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The first word has the letter at this place, which the second has not.
    Extra(usize),
    /// The second word has the letter at this place, which the first has not.
    Missing(usize),
    /// The letters at this place and the next have changed places.
    Swapped(usize),
    /// The letters at this place differ.
    Replaced(usize),
}

/// The letters after the one that differs; with fewer, the difference is taken for inflection.
const ENDING: usize = 5;
/// The same where two consonants have changed places.
const SHORT_ENDING: usize = 4;
/// The letters before the one that differs; with fewer, it is taken for another prefix.
const BEGINNING: usize = 2;

const AE: u8 = 0xe6;
const OE: u8 = 0xf8;
const AA: u8 = 0xe5;

/// Endings of a first part after which the linking "s" is never left out.
const WITH_S: &[&[u8]] = &[b"ning", b"tion", b"sion", b"hed", b"tet", b"skab", b"dom"];

/// Pairs of consonants that a Danish root may begin with.
const ONSETS: &[&[u8; 2]] = &[
    b"bl", b"br", b"bj", b"dr", b"dj", b"fl", b"fr", b"fj", b"gl", b"gr", b"gn", b"hj", b"hv", b"kl", b"kr",
    b"kn", b"kv", b"mj", b"nj", b"pl", b"pr", b"pj", b"sk", b"sl", b"sm", b"sn", b"sp", b"st", b"sv", b"sj",
    b"tr", b"tj", b"tv", b"vr", b"vl",
];

/// The one change that makes `a` of `b`, the last possible place of it; `None` when they are equal or further apart.
pub fn one_change(a: &[u8], b: &[u8]) -> Option<Change> {
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    match a.len() as isize - b.len() as isize {
        0 if same == a.len() => None,
        0 if a[same + 1..] == b[same + 1..] => Some(Change::Replaced(same)),
        0 if same + 1 < a.len()
            && (a[same], a[same + 1]) == (b[same + 1], b[same])
            && a[same + 2..] == b[same + 2..] =>
        {
            Some(Change::Swapped(same))
        }
        1 if a[same + 1..] == b[same..] => Some(Change::Extra(same)),
        -1 if a[same..] == b[same + 1..] => Some(Change::Missing(same)),
        _ => None,
    }
}

/// Can `rare` only be a slip in writing `usual`?
pub fn is_slip(rare: &[u8], usual: &[u8]) -> bool {
    let Some(change) = one_change(rare, usual) else { return false };
    let (Change::Extra(at) | Change::Missing(at) | Change::Swapped(at) | Change::Replaced(at)) = change;
    // No ending changes two consonants about: "udvaglet".
    let swapped = matches!(change, Change::Swapped(at) if !is_vowel(rare[at]) && !is_vowel(rare[at + 1]));
    let ending = if swapped { SHORT_ENDING } else { ENDING };
    if at < BEGINNING || rare.len().min(usual.len()) < at + ending {
        return false;
    }
    match change {
        Change::Extra(at) => is_tripled(rare, at) || !may_come_and_go(rare, at, change),
        Change::Missing(at) => !may_come_and_go(usual, at, change),
        Change::Swapped(at) => !may_change_places(rare[at], rare[at + 1]),
        Change::Replaced(at) => jumped(rare[at], usual[at]),
    }
}

/// Is the difference that a consonant between two vowels is written once for twice, or twice for once: "rekrutere", "medelelse"? What a
/// dictionary does not know is hardly ever anything else.
pub fn is_single_or_double(rare: &[u8], usual: &[u8]) -> bool {
    let (longer, at) = match one_change(rare, usual) {
        Some(Change::Extra(at)) => (rare, at),
        Some(Change::Missing(at)) => (usual, at),
        _ => return false,
    };
    // The change is told at its last possible place, which is the second of the two.
    at >= 2
        && at + 1 < longer.len()
        && longer[at] == longer[at - 1]
        && !is_vowel(longer[at])
        && is_vowel(longer[at - 2])
        && is_vowel(longer[at + 1])
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | AE | OE | AA | 0xe9 | 0xe4 | 0xf6 | 0xfc)
}

fn is_tripled(word: &[u8], at: usize) -> bool {
    word[at - 1] == word[at] && word[at - 2] == word[at]
}

/// "er" and "re", "el" and "le" stand for each other in inflection ("centerplan", "centreplan"); "ær" and "ræ" tell
/// roots apart ("forstærkning", "forstrækning").
fn may_change_places(a: u8, b: u8) -> bool {
    let pair = [a, b];
    let with = |letters: &[u8]| letters.iter().any(|letter| pair.contains(letter));
    (pair.contains(&b'e') && with(b"lrnds")) || (pair.contains(&b'r') && is_vowel(a) != is_vowel(b))
}

/// A consonant for a vowel, or the other way round. Linking "e" and "s" stand for each other, "u" is written "v" in
/// names, and "y" and "h" belong to foreign words.
fn jumped(rare: u8, usual: u8) -> bool {
    let spared = |letter: u8| matches!(letter, b'e' | b'u' | b'y' | b's' | b'h');
    // "retningslinier" is an old spelling; "kristjansen" is a name.
    is_vowel(rare) != is_vowel(usual) && !spared(rare) && !spared(usual) && (rare, usual) != (b'j', b'i')
}

/// May Danish itself put the letter at `at` of `word` in or leave it out, making another form or another word?
fn may_come_and_go(word: &[u8], at: usize, change: Change) -> bool {
    let (before, letter, next) = (word[at - 1], word[at], word[at + 1]);
    let head = &word[..at];
    match letter {
        b's' => !lacks_linking_s(head, before, change),
        // Linking "e"; "h" of foreign words ("methyl"); "u" that turns a part into its contrary ("arbejdsudygtig").
        b'e' | b'h' | b'u' => true,
        _ if letter == before => is_vowel(letter) || letter == b'd',
        b'i' => before == b'd',
        _ if is_vowel(letter) => false,
        // "brugerbetaling", "voksenalder", "en" and "et" between parts.
        b'r' | b'n' | b'l' | b't' if before == b'e' => true,
        // "fortløbende", "hurtigtvoksende": a "t" is lost only between vowels.
        b't' => !(is_vowel(before) && is_vowel(next)),
        // "formskærende", "forvarmning", "vejrmelding": another root after a prefix.
        _ if head.ends_with(b"for") || head.ends_with(b"vej") => true,
        b'n' if word[at..].starts_with(b"ning") => matches!(before, b'd' | b'l' | b'r'),
        _ => begins_root(before, letter, next),
    }
}

/// Does the letter change what a root begins with: "forbryder" and "forbyder", "markedsandel" and "markedshandel"?
fn begins_root(before: u8, letter: u8, next: u8) -> bool {
    if is_vowel(next) { !is_vowel(before) } else { ONSETS.contains(&&[letter, next]) }
}

/// Is the "s" at the end of `head` one that can only have been forgotten: "opfølgningsamtaler"?
fn lacks_linking_s(head: &[u8], before: u8, change: Change) -> bool {
    let first = if before == b's' { &head[..head.len() - 1] } else { head };
    matches!(change, Change::Missing(_)) && WITH_S.iter().any(|ending| first.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::{Change, is_slip, one_change};

    fn latin(word: &str) -> Vec<u8> {
        word.chars().map(|c| u8::try_from(u32::from(c)).expect("a letter of Latin-1")).collect()
    }

    fn slip(rare: &str, usual: &str) -> bool {
        is_slip(&latin(rare), &latin(usual))
    }

    #[test]
    fn one_change_is_found_at_its_last_place() {
        let change = |a: &str, b: &str| one_change(&latin(a), &latin(b));
        assert_eq!(change("indstiling", "indstilling"), Some(Change::Missing(7)));
        assert_eq!(change("hørringssvar", "høringssvar"), Some(Change::Extra(3)));
        assert_eq!(change("arbjede", "arbejde"), Some(Change::Swapped(3)));
        assert_eq!(change("planen", "planer"), Some(Change::Replaced(5)));
        assert_eq!(change("planen", "planen"), None);
        assert_eq!(change("planens", "planer"), None);
        assert_eq!(change("", "a"), Some(Change::Missing(0)));
        assert_eq!(change("ab", "ba"), Some(Change::Swapped(0)));
    }

    #[test]
    fn slips_are_known() {
        for (rare, usual) in [
            ("økonomiforvaltingen", "økonomiforvaltningen"),
            ("opfølgningsamtaler", "opfølgningssamtaler"),
            ("fjervarmeselskab", "fjernvarmeselskab"),
            ("daginsttution", "daginstitution"),
            ("fællessskabet", "fællesskabet"),
            ("hørringssvar", "høringssvar"),
            ("arbjedende", "arbejdende"),
            ("tovepladser", "torvepladser"),
            ("beskæftigelsesidnsatsen", "beskæftigelsesindsatsen"),
            ("retningslinierne", "retningslinjerne"),
        ] {
            assert!(slip(rare, usual), "{rare} {usual}");
        }
    }

    #[test]
    fn inflection_is_none() {
        for (rare, usual) in [
            ("forvaltningens", "forvaltningen"),
            ("medarbejderne", "medarbejdere"),
            ("koordinatorer", "koordinatoren"),
            ("udarbejdes", "udarbejdet"),
            ("borgernes", "borgerens"),
            ("virksomhederne", "virksomhedernes"),
        ] {
            assert!(!slip(rare, usual) && !slip(usual, rare), "{rare} {usual}");
        }
    }

    #[test]
    fn linking_letters_and_other_words_are_none() {
        for (rare, usual) in [
            ("lokalplansforslaget", "lokalplanforslaget"),
            ("videnscenteret", "videncenteret"),
            ("havvindemøllepark", "havvindmøllepark"),
            ("unødvendigt", "nødvendigt"),
            ("arbejdsudygtig", "arbejdsdygtig"),
            ("modtagerklasse", "modtageklasse"),
            ("opførelsen", "opgørelsen"),
            ("forrentning", "forventning"),
            ("holdningen", "hældningen"),
            ("forbryderne", "forbyderne"),
            ("markedsandelen", "markedshandelen"),
            ("hurtigtvoksende", "hurtigvoksende"),
            ("forstærkningen", "forstrækningen"),
            ("centerplanen", "centreplanen"),
            ("opfølgningssamtaler", "opfølgningsamtaler"),
        ] {
            assert!(!slip(rare, usual), "{rare} {usual}");
        }
    }
}
