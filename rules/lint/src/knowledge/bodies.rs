//! Names of committees, councils and departments in running text, and which of them is another one written wrongly.
//!
//! A name is found from its last word ("…udvalget") and read to the left: "Klima-, Teknik- og Miljøudvalget". The
//! signs between its parts may be wrong; a part without its hyphen may also belong to the sentence, so such a longer
//! name is *loose* and counts only if the document knows it in its right form.

use std::borrow::Cow;
use std::sync::LazyLock;

use danish::lexicon::readings;
use text::near::is_near;
use text::{TextRange, is_space, range};

/// A name found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) range: TextRange,
    pub(super) loose: bool,
}

/// How the last word of a name ends; the "s" of the genitive may follow.
const ENDINGS: &[&str] = &["udvalget", "udvalg", "forvaltningen", "rådet", "nævnet"];
/// The words for a body in which slips are known, and slips that are more than one letter doubled, left out or put before its neighbour.
const LONG_ENDINGS: [&str; 2] = ["udvalget", "forvaltningen"];
const OTHER_SLIPS: [&str; 4] = ["udvagelt", "udvalgtet", "forvalntingen", "forvaltnngen"];

/// Slips in writing those, which are no words: a name that ends so is meant to be one of these.
static MISSPELT: LazyLock<Vec<Box<str>>> = LazyLock::new(|| {
    let mut slips: Vec<Box<str>> = OTHER_SLIPS.iter().map(|slip| (*slip).into()).collect();
    slips.extend(LONG_ENDINGS.iter().flat_map(|ending| slips_of(ending)));
    slips.sort_unstable();
    slips.dedup();
    slips
});

/// "forvaltninegn", "forvaltninen", "forvaltniingen": `word` with one slip behind its second letter, for before it "ordvalget" and
/// "menuvalget" are words, and not in the last two, where "udvalgte" is one.
fn slips_of(word: &str) -> Vec<Box<str>> {
    let letters: Vec<char> = word.chars().collect();
    let spelt = |letters: &[char]| letters.iter().collect::<String>().into_boxed_str();
    let mut slips = Vec::new();
    for at in 1..letters.len() - 2 {
        let mut swapped = letters.clone();
        swapped.swap(at, at + 1);
        let mut doubled = letters.clone();
        doubled.insert(at, letters[at]);
        slips.extend([spelt(&swapped), spelt(&doubled)]);
        if at > 1 {
            let mut shortened = letters.clone();
            shortened.remove(at);
            slips.push(spelt(&shortened));
        }
    }
    slips.retain(|slip| !slip.ends_with(word) && readings(slip).is_none());
    slips
}

/// Does `word` end in no word but in a slip in the word for a body? Nearly all of them have a "v", and few words have one.
fn ends_in_slip(word: &[u8]) -> bool {
    const LONGEST: usize = 15;
    let end = &word[word.len().saturating_sub(LONGEST)..];
    (end.contains(&b'v') || end.ends_with(b"udalget"))
        && MISSPELT.iter().any(|slip| end.ends_with(slip.as_bytes()))
}

/// A name has at most so many parts.
const MOST_PARTS: usize = 6;
/// Names with fewer letters are too near each other.
const FEWEST_LETTERS: usize = 12;
/// At least this many letters bear two slips; fewer bear one.
const MANY_LETTERS: usize = 24;

/// Can `word` be the last of a body's name?
pub(super) fn ends_a_name(word: &[u8]) -> bool {
    // Most words go no further than this.
    let [.., b'l' | b'e' | b't' | b'n', b'g' | b't' | b'n' | b's'] = word else { return false };
    let word = word.strip_suffix(b"s").unwrap_or(word);
    ENDINGS.iter().any(|ending| word.ends_with(ending.as_bytes())) || ends_in_slip(word)
}

/// Does `letters` end in no word at all where the word for a body is meant: "kulturudvaglet"?
pub(super) fn is_misspelt(letters: &str) -> bool {
    ends_in_slip(letters.as_bytes())
}

/// The names that end in the word from `start` to `end`: the one that is certain, then loose ones, longer and longer.
pub(super) fn names_before(text: &str, start: usize, end: usize) -> Vec<Name> {
    let word = &text[start..end];
    let end = if word.ends_with("ets") || word.ends_with("ens") { end - 1 } else { end };
    let mut names = Vec::new();
    let whole = glued_start(text, start);
    let bare = || {
        let word = &text[start..end];
        let is = |ending: &str| ending.eq_ignore_ascii_case(word);
        ENDINGS.iter().any(|ending| is(ending)) || MISSPELT.iter().any(|ending| is(ending))
    };
    if whole == start && bare() {
        return names;
    }
    let mut start = whole;
    let mut sure = start;
    let mut loose = false;
    for part in 0..MOST_PARTS {
        let Some(joined) = part_before(text, start, part == 0) else { break };
        if joined.bare && ends_a_name(&text.as_bytes()[joined.start..joined.end]) {
            break;
        }
        loose |= joined.bare;
        start = joined.start;
        if loose {
            names.extend(capital(text, start, end, true));
        } else {
            sure = start;
        }
    }
    names.extend(capital(text, sure, end, false));
    names.reverse();
    names
}

fn capital(text: &str, start: usize, end: usize, loose: bool) -> Option<Name> {
    let name = &text[start..end];
    name.starts_with(char::is_uppercase).then(|| Name { range: range(start, end), loose })
}

/// A part of a name before the parts already read.
struct Part {
    start: usize,
    /// Of its letters.
    end: usize,
    /// Does it lack the hyphen of a shortened word?
    bare: bool,
}

/// The part before `start`: before "og" for the `last` but one, else before a comma or after a hyphen.
fn part_before(text: &str, start: usize, last: bool) -> Option<Part> {
    let before = text[..start].trim_end_matches(is_space);
    if before.len() == start {
        return None;
    }
    let before = if last {
        let rest = ["og", "samt", "&"].iter().find_map(|word| before.strip_suffix(word))?;
        rest.ends_with(|c: char| is_space(c) || is_dash(c)).then_some(rest)?
    } else {
        before.strip_suffix(',').unwrap_or(before)
    };
    let comma_or_and = last || text[..start].trim_end_matches(is_space).ends_with(',');
    let undashed = before.trim_end_matches(is_space);
    let word = undashed.strip_suffix(is_dash);
    let bare = word.is_none();
    if bare && !comma_or_and {
        return None;
    }
    let letters = word.unwrap_or(undashed).trim_end_matches(is_space);
    let from = letters.trim_end_matches(char::is_alphanumeric).len();
    let part = &letters[from..];
    let named = part.chars().count() > 1 && part.chars().all(char::is_alphabetic);
    let capital = part.starts_with(char::is_uppercase);
    (named && (capital || !bare)).then_some(Part { start: from, end: letters.len(), bare })
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '\u{2011}')
}

/// Where the word begins whose last run of letters begins at `start`: "IT-udvalget".
fn glued_start(text: &str, start: usize) -> usize {
    let Some(before) = text[..start].strip_suffix(is_dash) else { return start };
    let from = before.trim_end_matches(char::is_alphanumeric).len();
    if from < before.len() { from } else { start }
}

/// Are the parts of `name` joined as they should be: "Klima-, Teknik- og Miljøudvalget"?
pub(super) fn is_well_joined(name: &str) -> bool {
    let Some((parts, last)) = name.rsplit_once(' ') else { return true };
    let Some(parts) = parts.strip_suffix(" og").or_else(|| parts.strip_suffix(" samt")) else { return false };
    let part = |part: &str| {
        part.strip_suffix('-').is_some_and(|word| !word.is_empty() && word.chars().all(char::is_alphabetic))
    };
    last.chars().all(|c| c.is_alphabetic() || c == '-') && parts.split(", ").all(part)
}

/// The letters of `name`, small, without the signs between them; "&" is "og".
pub(super) fn skeleton(name: &str) -> String {
    let mut letters = String::with_capacity(name.len());
    for c in danish::letters::fold(name).chars() {
        match c {
            '&' => letters.push_str("og"),
            c if c.is_alphanumeric() => letters.push(c),
            _ => {}
        }
    }
    letters
}

/// How `found` differs from the name `known`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Difference {
    /// In the signs between the parts.
    Joints,
    /// In a letter or two.
    Letters,
}

/// Is `found` the name `known`, written wrongly? Both with the skeletons of their letters.
pub(super) fn difference(found: (&str, &str), known: (&str, &str)) -> Option<Difference> {
    let (name, letters) = found;
    let (known, right) = known;
    if letters == right {
        let wrong = is_well_joined(known) && !is_well_joined(name) && !name.contains('&');
        return wrong.then_some(Difference::Joints);
    }
    // No slip is in the beginning, where "Nordrådet" and "Fjordrådet" differ; most pairs of names part here.
    if letters.as_bytes().get(..2) != right.as_bytes().get(..2) {
        return None;
    }
    let (n, m) = (letters.chars().count(), right.chars().count());
    let most = if m >= MANY_LETTERS { 2 } else { 1 };
    if m < FEWEST_LETTERS || n.abs_diff(m) > most || !is_well_joined(known) {
        return None;
    }
    let near = (is_misspelt(letters) || !differs_in_ending(letters, right)) && is_near(letters, right, most);
    near.then_some(Difference::Letters)
}

/// Have two letters beside each other in the one changed places in the other: "kutlur" and "kultur"?
pub(super) fn is_swapped(found: &str, known: &str) -> bool {
    let (found, known): (Vec<char>, Vec<char>) = (found.chars().collect(), known.chars().collect());
    let Some(at) = found.iter().zip(&known).position(|(a, b)| a != b) else { return false };
    let mut swapped = found.clone();
    at + 1 < swapped.len() && {
        swapped.swap(at, at + 1);
        swapped == known
    }
}

/// "Kulturudvalg" and "Kulturudvalget", "Kulturrådet" and "Kulturråd" are one name.
fn differs_in_ending(a: &str, b: &str) -> bool {
    let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let left = a.chars().count().min(b.chars().count()) - same;
    left < 4
}

/// `name` with single spaces.
pub(super) fn spaced(name: &str) -> Cow<'_, str> {
    let plain = !name.contains(|c: char| c.is_whitespace() && c != ' ') && !name.contains("  ");
    if plain { name.into() } else { name.split_whitespace().collect::<Vec<_>>().join(" ").into() }
}

#[cfg(test)]
mod tests {
    use super::{Difference, difference, ends_a_name, is_well_joined, names_before, skeleton};

    fn names(text: &str) -> Vec<(&str, bool)> {
        let start = text.rfind([' ', '-']).map_or(0, |at| at + 1);
        names_before(text, start, text.len()).iter().map(|name| (&text[name.range], name.loose)).collect()
    }

    fn between(found: &str, known: &str) -> Option<Difference> {
        difference((found, &skeleton(found)), (known, &skeleton(known)))
    }

    #[test]
    fn the_last_word_tells() {
        assert!(ends_a_name("Økonomiudvalgets".as_bytes()) && ends_a_name(b"Fagudvalg"));
        assert!(!ends_a_name("Udvalgte".as_bytes()) && !ends_a_name(b"s") && !ends_a_name(b""));
    }

    #[test]
    fn a_name_is_read_to_the_left() {
        assert_eq!(names("i Social- og Sundhedsudvalget"), [("Social- og Sundhedsudvalget", false)]);
        assert_eq!(names("Klima-, Teknik- og Miljørådets"), [("Klima-, Teknik- og Miljørådet", false)]);
        assert_eq!(names("og Social – og Omsorgsudvalget"), [("Social – og Omsorgsudvalget", false)]);
        assert_eq!(names("Social-og omsorgsudvalget"), [("Social-og omsorgsudvalget", false)]);
        assert_eq!(names("IT-udvalget"), [("IT-udvalget", false)]);
    }

    #[test]
    fn a_part_without_a_hyphen_is_loose() {
        assert_eq!(
            names("fra Skole, Børne- og Ungeudvalget"),
            [("Børne- og Ungeudvalget", false), ("Skole, Børne- og Ungeudvalget", true)]
        );
        assert_eq!(names("Økonomiudvalget og Byrådet"), [("Byrådet", false)]);
    }

    #[test]
    fn words_of_the_kind_are_no_names() {
        assert_eq!(names("Udvalget"), []);
        assert_eq!(names("de to fagudvalg"), []);
        assert_eq!(names("social- og sundhedsudvalget"), []);
    }

    #[test]
    fn joints_are_right_or_wrong() {
        assert!(is_well_joined("Klima-, Teknik- og Miljøudvalget"));
        assert!(is_well_joined("Økonomiudvalget"));
        for wrong in
            ["Social – og Omsorgsudvalget", "Social-og Omsorgsudvalget", "Klima- Teknik- og Miljøudvalget"]
        {
            assert!(!is_well_joined(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_name_written_wrongly_is_told_from_another_name() {
        let known = "Beskæftigelses- og Integrationsudvalget";
        assert_eq!(between("Beskæftigelse- og Integrationsudvalget", known), Some(Difference::Letters));
        assert_eq!(between("Beskæftigelses og Integrationsudvalget", known), Some(Difference::Joints));
        assert_eq!(between("Beskæftigelses- og Integrationsudvalg", known), None);
        assert_eq!(between("beskæftigelses- og integrationsudvalget", known), None);
        assert_eq!(between("Miljø- og Enegiudvalget", "Miljø- og Energiudvalget"), Some(Difference::Letters));
        assert_eq!(between("Kulturudvaglet", "Kulturudvalget"), Some(Difference::Letters));
        assert_eq!(between("Kulturudvaget", "Kulturudvalget"), Some(Difference::Letters));
        assert_eq!(between("Naturrådet", "Kulturrådet"), None);
        assert_eq!(between("Børne & Ungeudvalget", "Børne- og Ungeudvalget"), None);
        assert_eq!(between("Social- og Sundhedsudvalget", "Social – og Sundhedsudvalget"), None);
    }
}
