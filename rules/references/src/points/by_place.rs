//! The points that a text names by where they stand in their list: "sidste at-punkt", "de to første at-punkter".

use super::leads::{WORDS, cardinal};
use super::{Naming, PointReference, begins_outcome};
use text::needle::Needle;
use text::{is_space, range};

/// The points that `text` names by their places in a list of `n_points`; what "første at-punkt" names is read as a number.
pub fn place_references(text: &str, n_points: u32) -> Vec<PointReference> {
    static LAST: Needle = Needle::new("idste");
    static FIRST: Needle = Needle::new("ørste");
    let places = LAST.find_iter(text).chain(FIRST.find_iter(text));
    let mut found: Vec<PointReference> = places.filter_map(|at| at_word(text, at, n_points)).collect();
    found.sort_by_key(|reference| reference.range.start());
    found
}

/// The reference by the word that byte `at` lies in.
fn at_word(text: &str, at: usize, n_points: u32) -> Option<PointReference> {
    let begins =
        |from: usize| text[..from].rfind(|c: char| !c.is_alphabetic()).map_or(0, |sign| behind(text, sign));
    let ends = |from: usize| {
        text[from..]
            .find(|c: char| !c.is_alphabetic() && !matches!(c, '-' | '\u{2011}'))
            .map_or(text.len(), |len| from + len)
    };
    let (mut start, end) = (begins(at), ends(at));
    let place = text[start..end].to_lowercase();
    let spaced = text[..start].trim_end_matches(is_space);
    let before = begins(spaced.len());
    // "De to sidste", "de sidste to".
    let mut count = cardinal(&text[before..spaced.len()]).filter(|_| spaced.len() < start);
    if count.is_some() {
        start = before;
    }
    let mut noun = next_word(text, end)?;
    if count.is_none()
        && let Some(number) = cardinal(&text[noun..ends(noun)])
    {
        count = Some(number);
        noun = next_word(text, ends(noun))?;
    }
    let last = ends(noun);
    let several = count.filter(|count| *count > 1);
    let points: Vec<u32> = match WORDS.places_from_end.iter().position(|word| *word == place) {
        Some(0) => (n_points.checked_sub(several.unwrap_or(1))? + 1..=n_points).collect(),
        Some(from_end) if several.is_none() => vec![n_points.checked_sub(u32::try_from(from_end).ok()?)?],
        Some(_) => return None,
        None if place == "første" => (1..=several.filter(|several| *several <= n_points)?).collect(),
        None => return None,
    };
    let is_named = names_point(&text[noun..last], &text[last..]) && !points.contains(&0);
    is_named.then(|| PointReference { points, range: range(start, last), naming: Naming::AtPoint })
}

/// Does `noun` name a point, given what stands `after` it: "at-punkt", "at: Godkendt"?
fn names_point(noun: &str, after: &str) -> bool {
    let noun = noun.to_lowercase().replace('\u{2011}', "-");
    let answered = || {
        let after = after.trim_start_matches(is_space);
        after.starts_with([':', '.', ',', ';', ')']) || begins_outcome(after)
    };
    WORDS.point_nouns.contains(&noun) || noun == "at" && answered()
}

/// Where the word begins that stands behind byte `end` and a space.
fn next_word(text: &str, end: usize) -> Option<usize> {
    let rest = &text[end..];
    let word = rest.trim_start_matches(is_space);
    (word.len() < rest.len()).then(|| text.len() - word.len())
}

fn behind(text: &str, at: usize) -> usize {
    at + text[at..].chars().next().map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::place_references;

    fn named(text: &str, n_points: u32) -> Vec<(Vec<u32>, &str)> {
        place_references(text, n_points).into_iter().map(|r| (r.points, &text[r.range])).collect()
    }

    #[test]
    fn points_are_named_by_their_places() {
        for (text, points, words) in [
            ("Sidste at-punkt blev udsat.", vec![4], "Sidste at-punkt"),
            ("Det næstsidste at-punkt blev udsat.", vec![3], "næstsidste at-punkt"),
            ("Udvalget drøftede de to sidste at-punkter.", vec![3, 4], "to sidste at-punkter"),
            ("De sidste tre indstillingspunkter udgår.", vec![2, 3, 4], "sidste tre indstillingspunkter"),
            ("De to første at-punkter blev godkendt.", vec![1, 2], "to første at-punkter"),
            ("Sidste at\u{2011}punkt: Afvist.", vec![4], "Sidste at\u{2011}punkt"),
            ("Sidste at: Drøftet.", vec![4], "Sidste at"),
            ("Sidste at godkendt.", vec![4], "Sidste at"),
        ] {
            assert_eq!(named(text, 4), [(points, words)], "{text}");
        }
    }

    #[test]
    fn what_is_last_of_something_else_names_no_point() {
        for text in [
            "Det sidste at gøre er at vente.",
            "På sidste møde blev at-punktet godkendt.",
            "De sidste to år er gået.",
            "Første at-punkt blev godkendt.",
            "Sidste punkt på dagsordenen blev udsat.",
            "De fem sidste at-punkter.",
            "De to næstsidste at-punkter.",
            "De ni første at-punkter.",
            "Bidste at-punkt.",
            "sidste",
            "sidste ",
        ] {
            assert_eq!(named(text, 4), [], "{text}");
        }
        assert_eq!(named("Næstsidste at-punkt blev udsat.", 1), []);
    }
}
