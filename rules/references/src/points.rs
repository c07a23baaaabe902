//! References to at-points in the text of a decision: "1. at-punkt", "Ad 2", "1.-3. Anbefales", "indstillingspunkt 3".

mod by_place;
mod leads;
mod letters;
mod named;
mod unread;

pub use by_place::place_references;
pub use leads::cardinal;
pub use letters::{LetterReference, letter_references, lettered_lines};
pub use unread::{Named, unread};

use super::numbers::numbers;
use super::outcome;
use named::{by_number, by_word};
use text::{TextRange, ends_in_words, is_space, range};

/// The at-points that a decision names in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointReference {
    /// The points, in the order named: "1. og 3." is `[1, 3]`, "1.-3." is `[1, 2, 3]`.
    pub points: Vec<u32>,
    /// Where they are named, in bytes of the text given.
    pub range: TextRange,
    /// By which words, and so with what certainty.
    pub naming: Naming,
}

/// How at-points are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// "1. at-punkt", "indstillingspunkt 2", "Ad 1": the words can mean nothing else.
    AtPoint,
    /// "1.-3. Anbefales": numbers at the start of a paragraph, or of a sentence after such a paragraph.
    Leading,
    /// "punkt 2", "3)", "Byrådets indstillingspunkt 2": an item of the agenda or a line of a table may be meant.
    Perhaps,
}

/// "1, 2 og 4": points as a sentence names them, with `and` before the last.
pub fn enumerate(points: &[u32], and: &str) -> String {
    let words: Vec<String> = points.iter().map(u32::to_string).collect();
    match &words[..] {
        [rest @ .., last] if !rest.is_empty() => format!("{} {and} {last}", rest.join(", ")),
        words => words.concat(),
    }
}

/// The references in one paragraph of a decision, in the order of the text.
pub fn decision_references(paragraph: &str) -> Vec<PointReference> {
    let mut found = Vec::new();
    let mut from = 0;
    if let Some(reference) = leading(paragraph) {
        from = reference.range.end().into();
        let listed = reference.naming != Naming::Perhaps;
        found.push(reference);
        if listed {
            further(paragraph, from, &mut found);
        }
    }
    ads(paragraph, &mut found);
    by_word(paragraph, from, &mut found);
    by_number(paragraph, from, &mut found);
    parenthesised(paragraph, from, &mut found);
    found.sort_by_key(|reference| (reference.range.start(), reference.naming as u8));
    let mut end = 0.into();
    found.retain(|reference| {
        let apart = reference.range.start() >= end;
        let compared = end > 0.into() && is_compared(&paragraph[..reference.range.start().into()]);
        end = end.max(reference.range.end());
        apart && !compared
    });
    found
}

/// "Ad 2. Godkendt, jf. 1. at-punkt": is the point behind `before` only referred to?
fn is_compared(before: &str) -> bool {
    let before = before.trim_end_matches(is_space);
    let begin = before.floor_char_boundary(before.len().saturating_sub(LONGEST_COMPARING));
    let before = before[begin..].to_lowercase();
    leads::WORDS.comparing.iter().any(|words| ends_in_words(&before, words))
}

/// What compares a point is no longer, in bytes.
const LONGEST_COMPARING: usize = 30;

/// The at-points that running text names in words that can mean nothing else: "2. at-punkt", "indstillingens punkt 3".
pub fn point_references(text: &str) -> Vec<PointReference> {
    let mut found = Vec::new();
    by_word(text, 0, &mut found);
    if by_number(text, 0, &mut found) {
        found.sort_by_key(|reference| reference.range.start());
    }
    found.retain(|reference| {
        let after = text[reference.range.end().into()..].trim_start_matches(is_space);
        reference.naming == Naming::AtPoint || after.starts_with("i indstillingen")
    });
    found
}

/// "1. Godkendt", "1.-3. Anbefales", "Ad 1.", "At 2:", "At-punkt 1", "Pkt. 2" at the start of a paragraph.
fn leading(paragraph: &str) -> Option<PointReference> {
    let trimmed = paragraph.trim_start_matches(|c| is_space(c) || matches!(c, '-' | '•' | '*'));
    at_start(trimmed, paragraph.len() - trimmed.len())
}

/// The reference at the start of `text`, which begins at byte `start` of the paragraph.
fn at_start(text: &str, start: usize) -> Option<PointReference> {
    let (word, naming) = introduction(text);
    let list = numbers(&text[word..])?;
    let end = word + list.end;
    let after = &text[end..];
    let rest = after.trim_start_matches(|c| is_space(c) || matches!(c, '.' | ':' | ')' | ','));
    if let Some(named) = at_named(rest).filter(|_| list.stopped || after.starts_with('.')) {
        let end = text.len() - rest.len() + named;
        let range = range(start, start + end);
        return Some(PointReference { points: list.points, range, naming: Naming::AtPoint });
    }
    // "1. at-punkt" is read by its word; "8. marts" and "2 mio. kr." count something else.
    let ordinal =
        ["at-punkt", "at\u{2011}punkt", "indstillingspunkt"].iter().any(|word| rest.starts_with(word));
    let decides = begins_outcome(rest);
    let marked = after.starts_with(['.', ':', ')']) || list.stopped || rest.is_empty() || decides;
    let lead = text[..word].trim_end_matches(is_space);
    let bare = lead.is_empty() || lead.eq_ignore_ascii_case("at");
    let counted = bare && rest.starts_with(|c: char| c.is_lowercase()) && !decides;
    (!ordinal && !counted && (marked || !bare)).then(|| PointReference {
        points: list.points,
        range: range(start, start + end),
        naming,
    })
}

/// The bytes of the word "at" behind the number of "1. at: Godkendt", where nothing but an answer can follow it.
fn at_named(rest: &str) -> Option<usize> {
    let behind = rest.strip_prefix("at")?.trim_start_matches(is_space);
    // "2. at blev godkendt" tells of a point, "2. at godkende planen" is one.
    let told =
        ["blev ", "er ", "bliver "].iter().any(|verb| behind.starts_with(verb)) && begins_outcome(behind);
    let signed =
        behind.strip_prefix([':', '.', '–', '-']).is_some_and(|rest| rest.starts_with(char::is_whitespace));
    (told || signed).then_some("at".len())
}

/// The bytes of a word that introduces numbers, and what it says of them.
fn introduction(text: &str) -> (usize, Naming) {
    leads::before_number(text).unwrap_or((0, Naming::Leading))
}

/// Does a decision begin here: "anbefales", "Taget til efterretning", "drøftet"?
fn begins_outcome(rest: &str) -> bool {
    const LEADS: &[&str] = &["", "blev ", "er ", "tages ", "taget ", "kan ", "kunne ", "ikke "];
    let begin: String = rest.chars().take(60).collect();
    outcome::decided(&begin).first().is_some_and(|(_, place)| {
        let before = begin[..usize::from(place.start())].to_lowercase();
        LEADS.contains(&&*before)
    })
}

/// "1. Godkendt. 2. Drøftet", "Ad 1: Godkendt; ad 2: Udsat": sentences that go on enumerating.
fn further(paragraph: &str, from: usize, found: &mut Vec<PointReference>) {
    for (at, _) in paragraph[from..].match_indices(['.', ';', ',', ':']) {
        let after = &paragraph[from + at + 1..];
        let rest = after.trim_start_matches(is_space);
        let spaced = rest.len() < after.len();
        if !spaced || !rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'A' | 'a')) {
            continue;
        }
        let start = paragraph.len() - rest.len();
        if let Some(reference) = at_start(rest, start)
            && reference.naming != Naming::Perhaps
            && answers(&paragraph[usize::from(reference.range.end())..])
        {
            found.push(reference);
        }
    }
}

/// "Godkendt – ad 2 udsat", "Ad 1. Godkendt. Ad 2. Udvalget ønsker tal": wherever the word stands it leads to a point.
fn ads(paragraph: &str, found: &mut Vec<PointReference>) {
    for (at, _) in paragraph.match_indices([' ', '\u{a0}', '(', '*']) {
        let rest = &paragraph[at + paragraph[at..].chars().next().map_or(1, char::len_utf8)..];
        if !leads::is_ad(rest) {
            continue;
        }
        let start = paragraph.len() - rest.len();
        let Some(reference) = at_start(rest, start).filter(|r| r.naming != Naming::Perhaps) else { continue };
        let after = &paragraph[usize::from(reference.range.end())..];
        let words = after.trim_start_matches(|c| is_space(c) || matches!(c, '.' | ':' | ')' | ',' | '*'));
        let marked = after.starts_with(['.', ':', ')']);
        if answers(after) || marked && (words.is_empty() || words.starts_with(char::is_uppercase)) {
            found.push(reference);
        }
    }
}

/// Is what follows a number an answer: ": Godkendt", ". Drøftet"?
fn answers(after: &str) -> bool {
    begins_outcome(after.trim_start_matches(|c| is_space(c) || matches!(c, '.' | ':' | ')' | ',' | '*')))
}

/// "(Ø) stemmer imod 3) og 4)": numbers that are closed by a parenthesis nobody opened.
fn parenthesised(paragraph: &str, from: usize, found: &mut Vec<PointReference>) {
    let mut at = from;
    while let Some(close) = paragraph[at..].find(')').map(|i| at + i) {
        let digits = paragraph[..close].bytes().rev().take_while(u8::is_ascii_digit).count();
        let start = close - digits;
        let before = paragraph[..start].chars().next_back();
        at = close + 1;
        if !(1..=2).contains(&digits) || !before.is_none_or(is_space) || start < from {
            continue;
        }
        // "(V, C og 2)" opens what it closes.
        let opened = paragraph[..start].rfind('(').is_some_and(|open| !paragraph[open..start].contains(')'));
        if let Ok(n) = paragraph[start..close].parse::<u32>()
            && !opened
            && n > 0
        {
            let range = range(start, close + 1);
            found.push(PointReference { points: vec![n], range, naming: Naming::Perhaps });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Naming, decision_references as references};

    fn named(text: &str) -> Vec<(Vec<u32>, &str)> {
        references(text).into_iter().map(|r| (r.points, &text[r.range])).collect()
    }

    #[test]
    fn at_points_are_named_by_ordinal_or_number() {
        assert_eq!(
            named("Indstillingens 1. at-punkt blev godkendt, mens 2. at-punkt blev drøftet."),
            [(vec![1], "1. at-punkt"), (vec![2], "2. at-punkt")]
        );
        assert_eq!(
            named("Indstillingens 1. og 2. at-punkt blev godkendt."),
            [(vec![1, 2], "1. og 2. at-punkt")]
        );
        assert_eq!(named("2. at\u{2011}punkt blev godkendt."), [(vec![2], "2. at\u{2011}punkt")]);
        assert_eq!(named("Indstillingens tilrettede 3. at-punkt blev godkendt"), [(vec![3], "3. at-punkt")]);
        assert_eq!(named("Udvalget godkendte at-punkterne 1-3."), [(vec![1, 2, 3], "at-punkterne 1-3")]);
        assert_eq!(named("Første at-punkt blev godkendt."), [(vec![1], "Første at-punkt")]);
        assert_eq!(
            named("Det første og andet at-punkt blev drøftet."),
            [(vec![1, 2], "første og andet at-punkt")]
        );
    }

    #[test]
    fn a_point_that_is_only_referred_to_is_not_answered() {
        assert_eq!(named("Ad 2. Godkendt, jf. 1. at-punkt."), [(vec![2], "Ad 2")]);
        assert_eq!(named("Ad 3. Drøftet, jævnfør at-punkt 1."), [(vec![3], "Ad 3")]);
        assert_eq!(named("2. at-punkt blev godkendt, se 1. at-punkt."), [(vec![2], "2. at-punkt")]);
        // Where it is all that is named, the decision is on it.
        assert_eq!(named("Godkendt, jf. 1. at-punkt."), [(vec![1], "1. at-punkt")]);
    }

    #[test]
    fn a_point_has_other_names() {
        assert_eq!(
            named("Byrådet godkendte administrationens indstillingspunkter 1, 2 og 4."),
            [(vec![1, 2, 4], "indstillingspunkter 1, 2 og 4")]
        );
        assert_eq!(named("Punkterne 1.-10. anbefales."), [((1..=10).collect(), "Punkterne 1.-10")]);
        assert_eq!(named("Punkterne 1 - 2 godkendt."), [(vec![1, 2], "Punkterne 1 - 2")]);
        assert_eq!(named("Udvalget drøftede punkt 1) og punkt 2)."), [(vec![1, 2], "punkt 1) og punkt 2")]);
        assert_eq!(
            references("Til indstillingens punkt 3 bemærkes").first().map(|r| r.naming),
            Some(Naming::AtPoint)
        );
        assert_eq!(
            references("Udvalget godkendte punkt 1.").first().map(|r| r.naming),
            Some(Naming::Perhaps)
        );
        let other = references("Byrådet godkendte Økonomiudvalgets indstillingspunkt 1.");
        assert_eq!(other.first().map(|r| r.naming), Some(Naming::Perhaps));
    }

    #[test]
    fn numbers_that_lead_a_line_answer_points() {
        for (text, points) in [
            ("1. Godkendt", vec![1]),
            ("1.-3. Anbefales.", vec![1, 2, 3]),
            ("1. - 3. anbefales.", vec![1, 2, 3]),
            ("1-2 Anbefales", vec![1, 2]),
            ("1-4 anbefales", vec![1, 2, 3, 4]),
            ("3.Godkendes", vec![3]),
            ("1. og 2. Anbefales", vec![1, 2]),
            ("Ad 2. Drøftet", vec![2]),
            ("At 1: Godkendt.", vec![1]),
            ("2a. Anbefales", vec![2]),
            ("Ad\u{a0}2. Drøftet", vec![2]),
            ("Ad nr. 2. Drøftet", vec![2]),
            ("Ad (2) Drøftet", vec![2]),
            ("Ad2. Drøftet", vec![2]),
            ("Ad 1.+3. Drøftet", vec![1, 3]),
            ("1. Anbefales ikke, idet sagen genoptages.", vec![1]),
        ] {
            assert_eq!(references(text).first().map(|r| r.points.clone()), Some(points), "{text}");
        }
    }

    #[test]
    fn sentences_may_go_on_enumerating() {
        assert_eq!(named("1. Godkendt. 2. Taget til efterretning."), [(vec![1], "1"), (vec![2], "2")]);
        assert_eq!(
            named("Ad 1 og 2: Godkendt. Ad 3: Drøftet."),
            [(vec![1, 2], "Ad 1 og 2"), (vec![3], "Ad 3")]
        );
        assert_eq!(named("1. Godkendt, dog 2. kvartal udsat."), [(vec![1], "1")]);
        assert_eq!(named("Ad 1 godkendt – ad 2 udsat"), [(vec![1], "Ad 1"), (vec![2], "ad 2")]);
        assert_eq!(
            named("Ad 1. Godkendt, ad 2. godkendt og ad 3. ikke godkendt."),
            [(vec![1], "Ad 1"), (vec![2], "ad 2"), (vec![3], "ad 3")]
        );
        assert_eq!(
            named("Ad 1. Godkendt. Ad 2. Udvalget ønsker tal."),
            [(vec![1], "Ad 1"), (vec![2], "Ad 2")]
        );
    }

    #[test]
    fn other_numbers_are_no_points() {
        for text in [
            "8. marts 2021 mødes udvalget.",
            "20 borgere deltog.",
            "20 borgere fik godkendt deres ansøgning.",
            "Godkendt med 13 stemmer (V, C og 2).",
            "4,5 mio. kr. bevilges.",
            "14.09.2020 godkendt",
            "At 1. kvartal afventes.",
            "Udvalget anbefaler som punkt 10 at udvalget drøfter niveauet.",
            "Dagsordenspunkt 4 blev udsat.",
            "Mødet den 16. marts holdes kl. 16-19.",
        ] {
            assert_eq!(named(text), [], "{text}");
        }
    }

    #[test]
    fn running_text_names_points_in_words_that_can_mean_nothing_else() {
        let named = |text: &'static str| -> Vec<Vec<u32>> {
            super::point_references(text).into_iter().map(|reference| reference.points).collect()
        };
        assert_eq!(named("2. at-punkt bortfalder, hvis at-punkt 1 vedtages."), [[2], [1]]);
        assert_eq!(named("jf. pkt. 3 i indstillingen og punkt 2"), [[3]]);
        assert_eq!(named("jf. at-pkt. 3"), [[3]]);
        assert_eq!(named("Sagen er ny.\n\nIndstillingens at-punkt 1 er uændret."), [[1]]);
        assert_eq!(named("**Sagsfremstilling**\nIndstillingens pkt. 2 er nyt."), [[2]]);
        assert_eq!(named("Det er nyt.\r\nForvaltningens indstillingspunkt 3"), [[3]]);
        assert_eq!(named("indstillingens 2. punkt og indstillingens andet punkt"), [[2], [2]]);
        assert_eq!(
            named("Se 2. at punkt. Se indstillingens nr. 3 og nr. 1 i indstillingen"),
            [[2], [3], [1]]
        );
        assert!(named("2. at punkt 3 udgår").is_empty());
        assert!(named("nr. 12, som er i indstillingen").is_empty());
        assert!(named("punkt 3 i sagen").is_empty());
    }

    #[test]
    fn a_word_glued_to_a_number_is_no_second_reference() {
        assert_eq!(named("Punkt 8Punkt 4: udsat"), [(vec![8], "Punkt 8")]);
    }

    #[test]
    fn a_closing_parenthesis_marks_a_point() {
        let points: Vec<_> = references("(Ø) stemmer imod 3) og 4).").into_iter().map(|r| r.points).collect();
        assert_eq!(points, [[3], [4]]);
    }
}
