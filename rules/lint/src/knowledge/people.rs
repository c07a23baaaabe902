//! Names of people in running text, and which of them is another one written wrongly.
//!
//! Two to four words with capitals in a row may be anything: a square, a firm, a sentence's first word and a town. So
//! such a name means nothing by itself; it is compared with people the document knows: members of the configuration,
//! participants of the head, names that carry a party letter.

use text::near::is_near;
use text::{TextRange, is_space, range};

/// A name found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Does a party letter follow, or an office stand before?
    pub(super) marked: bool,
}

impl Name {
    pub(super) fn range(&self) -> TextRange {
        range(self.start, self.end)
    }
}

/// A row of more words with capitals is a title.
const MOST_WORDS: usize = 6;
/// A longer word is no name.
const LONGEST_WORD: usize = 40;

/// What may stand before a name and is not part of it.
const TITLES: &[&str] = &[
    "Formand",
    "Formanden",
    "Næstformand",
    "Næstformanden",
    "Borgmester",
    "Borgmesteren",
    "Viceborgmester",
    "Rådmand",
    "Udvalgsformand",
    "Udvalgsmedlem",
    "Medlem",
    "Byrådsmedlem",
    "Direktør",
    "Kommunaldirektør",
    "Centerchef",
    "Chef",
    "Afdelingschef",
    "Kontorchef",
    "Sekretariatschef",
    "Konsulent",
    "Projektleder",
    "Suppleant",
    "Stedfortræder",
];

/// The row of two or more words with capitals that begins at `start`, without a title.
pub(super) fn name_at(text: &str, start: usize) -> Option<Name> {
    let mut start = start;
    let mut end = word_end(text, start)?;
    let mut titled = false;
    if TITLES.contains(&&text[start..end])
        && let Some(next) = next_word(text, end)
    {
        start = next;
        end = word_end(text, start)?;
        titled = true;
    }
    let mut words = 1;
    while let Some(next) = next_word(text, end) {
        let Some(next_end) = word_end(text, next) else { break };
        end = next_end;
        words += 1;
        if words > MOST_WORDS {
            return None;
        }
    }
    (words > 1).then(|| Name { start, end, marked: titled || party_letter(&text[end..]).is_some() })
}

/// The names of people in `text`, as far as capitals tell them.
pub fn people_in(text: &str) -> impl Iterator<Item = TextRange> + use<'_> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = text.get(at..)?;
            let start = at + rest.find(char::is_uppercase)?;
            let inside = text[..start].ends_with(|c: char| c.is_alphanumeric() || c == '-');
            let name = if inside { None } else { name_at(text, start) };
            let first = text[start..].chars().next().map_or(1, char::len_utf8);
            at = name.map_or(start + first, |name| name.end);
            if let Some(name) = name {
                return Some(name.range());
            }
        }
    })
}

/// Where the word begins that one space parts from `end`; the next column holds another name.
fn next_word(text: &str, end: usize) -> Option<usize> {
    let space = text[end..].chars().next().filter(|c| is_space(*c) && *c != '\t')?;
    Some(end + space.len_utf8())
}

/// Where the word of a name ends that begins at `start`: "Toftgaard", "Lars-Ole", "T.".
fn word_end(text: &str, start: usize) -> Option<usize> {
    let mut chars = text[start..].char_indices().peekable();
    let (_, first) = chars.next()?;
    if !first.is_uppercase() {
        return None;
    }
    let mut end = start + first.len_utf8();
    let mut small = false;
    while let Some((at, c)) = chars.next() {
        if at > LONGEST_WORD {
            return None;
        }
        let in_word = c.is_alphabetic()
            || c == '\u{30a}'
            || (matches!(c, '-' | '\'' | '’') && chars.peek().is_some_and(|(_, next)| next.is_alphabetic()));
        if !in_word {
            break;
        }
        small |= c.is_lowercase();
        end = start + at + c.len_utf8();
    }
    if small {
        return Some(end);
    }
    // "T." is a middle name; a word in capitals is none.
    (end == start + first.len_utf8() && text[end..].starts_with('.')).then_some(end + 1)
}

/// The party letter in " (A)" at the start of `text`.
pub(super) fn party_letter(text: &str) -> Option<TextRange> {
    let inner = text.trim_start_matches(is_space).strip_prefix('(')?;
    let close = inner.find(')').filter(|at| (1..=3).contains(at))?;
    let start = text.len() - inner.len();
    inner[..close].chars().all(char::is_uppercase).then(|| range(start, start + close))
}

/// What tells that a name and a known one mean the same person.
#[derive(Clone, Copy, Default)]
pub(super) struct Evidence {
    /// The name carries a party or an office, and the known one stands among the members.
    pub(super) certain: bool,
    /// The known one stands among the members, or in the configuration.
    pub(super) listed: bool,
    /// Both carry a party or an office, and nobody is listed.
    pub(super) of_office: bool,
}

/// A stretch of a name that is a known name, written wrongly: bytes of the name.
pub(super) fn slip_in(name: &str, known: &str, evidence: Evidence) -> Option<std::ops::Range<usize>> {
    let words: Vec<(usize, &str)> = parts(name).collect();
    let right: Vec<&str> = parts(known).map(|(_, word)| word).collect();
    if right.len() < 2 || words.len() < right.len() {
        return None;
    }
    words.windows(right.len()).find_map(|window| {
        let found: Vec<&str> = window.iter().map(|(_, word)| *word).collect();
        let (first, last) = (window[0], window[window.len() - 1]);
        is_slip(&found, &right, evidence).then(|| first.0..last.0 + last.1.len())
    })
}

/// The words of a name with their places; those joined by a hyphen count apart.
pub(super) fn parts(name: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    name.split(|c| is_space(c) || c == '-').map(move |part| {
        let start = from;
        from += part.len() + name[from + part.len()..].chars().next().map_or(0, char::len_utf8);
        (start, part)
    })
}

/// Do the words differ in one of them, and that by a slip?
fn is_slip(found: &[&str], right: &[&str], evidence: Evidence) -> bool {
    let mut differing = found.iter().zip(right).enumerate().filter(|(_, (found, right))| found != right);
    let Some((place, (found_word, right_word))) = differing.next() else { return false };
    if differing.next().is_some() {
        return false;
    }
    let surname = place + 1 == right.len();
    if surname {
        is_surname_slip(found_word, right_word, evidence.certain || right.len() > 2)
    } else if right.len() > 2 {
        is_first_name_slip(found_word, right_word)
    } else {
        is_only_first_name_slip(found_word, right_word, evidence)
    }
}

/// The first name of two words is told by the other one alone, so it must sound the same ("Christopher", "Christoffer"), or two
/// letters inside it have changed places ("Brigit", "Birgit"), or of two people of office one is written with a double letter.
fn is_only_first_name_slip(found: &str, right: &str, evidence: Evidence) -> bool {
    let sounds = is_variant(found, right);
    let doubled =
        || found.chars().count().min(right.chars().count()) >= 5 && squeezed(found) == squeezed(right);
    evidence.listed && (sounds || is_swapped_inside(found, right))
        || evidence.of_office && (sounds || is_swapped_inside(found, right) || doubled())
}

/// Have two letters beside each other changed places, neither of them the last? "Kristian" and "Kristina" are two people.
fn is_swapped_inside(found: &str, right: &str) -> bool {
    let (found, right): (Vec<char>, Vec<char>) = (found.chars().collect(), right.chars().collect());
    if found.len() != right.len() || found.len() < 5 {
        return false;
    }
    let differing: Vec<usize> = (0..found.len()).filter(|&at| found[at] != right[at]).collect();
    let [first, second] = differing[..] else { return false };
    second == first + 1
        && first > 0
        && second + 1 < found.len()
        && found[first] == right[second]
        && found[second] == right[first]
}

/// "Toftegaard" for "Toftgaard". "Jensen", "Jansen" and "Hanson" are people of their own, unless it is `certain` that
/// one and the same is meant.
fn is_surname_slip(found: &str, right: &str, certain: bool) -> bool {
    let common = |word: &str| ["sen", "sens", "son", "sons"].iter().any(|end| word.ends_with(end));
    if common(found) && common(right) && !certain {
        return false;
    }
    // "Jens Brun (V)" for "Jens Bruun".
    let doubled = certain && squeezed(found) == squeezed(right);
    (near(found, right, 5, 9) || is_variant(found, right) || doubled) && !is_genitive(found, right)
}

/// A name with each double letter once.
fn squeezed(name: &str) -> String {
    let mut letters: Vec<char> = name.to_lowercase().chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

/// "Kjærgaard" and "Kjærgård", "Joachim" and "Joakim", "Sofie" and "Sophie": the spellings of one sound.
fn is_variant(found: &str, right: &str) -> bool {
    let folded = |word: &str| {
        let lower = word.to_lowercase();
        lower
            .replace("aa", "å")
            .replace("ch", "k")
            .replace("ph", "f")
            .replace("ff", "f")
            .replace("th", "t")
            .replace("ck", "k")
            .replace('c', "k")
    };
    // "Åse" and "Aase" are short and can be nothing else.
    let long = found.chars().count().min(right.chars().count()) >= 4 || folded(right).starts_with('å');
    found != right && long && folded(found) == folded(right)
}

/// First names that differ are mostly those of other people: brothers, "Hanne" and "Janne", "Henrik" and "Henrike".
/// A long one in a name of three words is told by the other two.
fn is_first_name_slip(found: &str, right: &str) -> bool {
    if is_variant(found, right) {
        return true;
    }
    let same = found.chars().zip(right.chars()).take_while(|(a, b)| a == b).count();
    let left = right.chars().count().saturating_sub(same);
    near(found, right, 6, 12) && (2..right.chars().count()).contains(&left)
}

/// One letter apart, or two for long words, and alike at the beginning.
fn near(found: &str, right: &str, one: usize, two: usize) -> bool {
    let letters = found.chars().count().min(right.chars().count());
    let most = if letters >= two { 2 } else { usize::from(letters >= one) };
    let alike = found.chars().next() == right.chars().next();
    alike && is_near(found, right, most)
}

fn is_genitive(found: &str, right: &str) -> bool {
    let bare = |word: &str| word.trim_end_matches(['s', '\'', '’']).to_owned();
    bare(found) == bare(right)
}

#[cfg(test)]
mod tests {
    use super::{Evidence, name_at, party_letter};

    fn name(text: &str) -> Option<(&str, bool)> {
        name_at(text, 0).map(|name| (&text[name.range()], name.marked))
    }

    fn slip_in(name: &str, known: &str, certain: bool) -> Option<std::ops::Range<usize>> {
        super::slip_in(name, known, Evidence { certain, ..Evidence::default() })
    }

    #[test]
    fn a_first_name_beside_a_listed_surname() {
        let listed = Evidence { listed: true, ..Evidence::default() };
        let office = Evidence { of_office: true, ..Evidence::default() };
        for (found, known) in [
            ("Christopher Lund", "Christoffer Lund"),
            ("Karsten Holm", "Carsten Holm"),
            ("Filip Storm", "Philip Storm"),
            ("Kåre Toft", "Kaare Toft"),
            ("Aase Møller", "Åse Møller"),
            ("Åge Lund", "Aage Lund"),
            ("Brigit Holm", "Birgit Holm"),
        ] {
            assert_eq!(super::slip_in(found, known, listed), Some(0..found.len()), "{found}");
            assert_eq!(slip_in(found, known, false), None, "{found}");
        }
        for (found, known) in [
            ("Kristina Holm", "Kristian Holm"),
            ("Karin Holm", "Karen Holm"),
            ("Ane Holm", "Anne Holm"),
            ("Åse Holm", "Åge Holm"),
            ("Henrike Holm", "Henrik Holm"),
            ("Mariane Holm", "Marianne Holm"),
            ("Hanne Holm", "Janne Holm"),
        ] {
            assert_eq!(super::slip_in(found, known, listed), None, "{found}");
        }
        assert_eq!(super::slip_in("Birgite Falk", "Birgitte Falk", office), Some(0..12));
        assert_eq!(super::slip_in("Birgitta Falk", "Birgitte Falk", office), None);
    }

    #[test]
    fn a_name_is_a_row_of_capitals() {
        assert_eq!(name("Marianne Toftgaard (A) har"), Some(("Marianne Toftgaard", true)));
        assert_eq!(name("Lars-Ole Brødsgaard, Nadia"), Some(("Lars-Ole Brødsgaard", false)));
        assert_eq!(name("John T. Olsen gik"), Some(("John T. Olsen", false)));
        assert_eq!(name("Formand Nadia Haddad gik"), Some(("Nadia Haddad", true)));
        assert_eq!(name("Byrådet\nGreve"), None);
        assert_eq!(name("Udvalget tog"), None);
        assert_eq!(name("KL Danmark"), None);
    }

    #[test]
    fn a_party_letter_stands_in_brackets() {
        assert!(party_letter(" (A)").is_some() && party_letter(" (UP)").is_some());
        assert!(party_letter(" (formand)").is_none() && party_letter(", A").is_none());
    }

    #[test]
    fn a_slip_is_found_in_the_row() {
        assert_eq!(slip_in("Marianne Toftegaard", "Marianne Toftgaard", false), Some(0..19));
        assert_eq!(slip_in("Når Torben Hoffman", "Torben Hoffmann", false), Some(5..19));
        assert_eq!(slip_in("Heidi Serni Jacobsen", "Heidi Serny Jacobsen", false), None);
        assert_eq!(slip_in("Brigitta Klintskov Jerkel", "Brigitte Klintskov Jerkel", false), None);
        assert_eq!(slip_in("Brigite Klintskov Jerkel", "Brigitte Klintskov Jerkel", false), Some(0..24));
    }

    #[test]
    fn one_sound_has_several_spellings() {
        assert_eq!(slip_in("Mette Kjærgård", "Mette Kjærgaard", false), Some(0..16));
        assert_eq!(slip_in("Joakim Lund-Berg", "Joachim Lund-Berg", false), Some(0..16));
        assert_eq!(slip_in("Nikolaj Holm Lund", "Nicolaj Holm Lund", false), Some(0..17));
        assert_eq!(slip_in("Sofie Holm", "Sophie Holm", false), None);
    }

    #[test]
    fn other_people_and_inflection_are_no_slips() {
        assert_eq!(slip_in("Marianne Toftgaards", "Marianne Toftgaard", true), None);
        assert_eq!(slip_in("Mikkel Toftgaard", "Mikkeline Toftgaard", true), None);
        assert_eq!(slip_in("Peter Jansen", "Peter Jensen", false), None);
        assert_eq!(slip_in("Peter Jansen", "Peter Jensen", true), Some(0..12));
        assert_eq!(slip_in("Jens Hanson", "Jens Hansen", false), None);
        assert_eq!(slip_in("Karen Lund", "Karin Lund", true), None);
        assert_eq!(slip_in("Greve Kommune", "Greve Nord", true), None);
    }
}
