//! References to at-points in the text of a decision: "1. at-punkt", "Ad 2", "1.-3. Anbefales", "3) og 4)".

use crate::text::{TextRange, is_space, range};

/// The at-points that a decision names in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointReference {
    /// The points, in the order named: "1. og 3." is `[1, 3]`, "1.-3." is `[1, 2, 3]`.
    pub points: Vec<u32>,
    /// Where they are named, in bytes of the text given.
    pub range: TextRange,
    /// Does the text call them at-points, or could the numbers mean something else?
    pub certain: bool,
}

/// The most points that a range of numbers may span; "1.-250." is not about at-points.
const MOST_POINTS: u32 = 60;

/// The references in one paragraph of a decision, in the order of the text.
pub(super) fn references(paragraph: &str) -> Vec<PointReference> {
    let mut found = Vec::new();
    let from = match leading(paragraph) {
        Some(reference) => {
            let end = usize::from(reference.range.end());
            found.push(reference);
            end
        }
        None => 0,
    };
    for (at, _) in paragraph[from..].match_indices("at-punkt") {
        let at = from + at;
        if let Some(reference) = around_word(paragraph, at) {
            found.push(reference);
        }
    }
    found.extend(parenthesised(paragraph, from));
    found.sort_by_key(|reference| reference.range.start());
    found.dedup_by_key(|reference| reference.range.start());
    found
}

/// "1. Godkendt", "1.-3. Anbefales", "Ad 1.", "At 2:", "At-punkt 1", "Pkt. 2" at the start of a paragraph.
fn leading(paragraph: &str) -> Option<PointReference> {
    let trimmed = paragraph.trim_start_matches(|c| is_space(c) || matches!(c, '-' | '•' | '*'));
    let start = paragraph.len() - trimmed.len();
    let (word, certain) = introduction(trimmed);
    let list = numbers(&trimmed[word..])?;
    let end = word + list.end;
    let after = &trimmed[end..];
    // "1. at-punkt" is read by its word; "8. marts" and "2 mio. kr." count something else.
    let rest = after.trim_start_matches(|c| is_space(c) || matches!(c, '.' | ':' | ')' | ','));
    let ordinal = rest.starts_with("at-punkt");
    let marked = after.starts_with(['.', ':', ')', ',']) || list.stopped || rest.is_empty();
    let counted = word == 0 && rest.starts_with(|c: char| c.is_lowercase()) && !begins_outcome(rest);
    (!ordinal && !counted && (marked || word > 0)).then(|| PointReference {
        points: list.points,
        range: range(start, start + end),
        certain,
    })
}

/// The bytes of a word that introduces numbers, and whether it can only mean at-points.
fn introduction(text: &str) -> (usize, bool) {
    const WORDS: &[(&str, bool)] = &[
        ("Ad at-punkt ", true),
        ("Ad at ", true),
        ("Ad punkt ", false),
        ("Ad pkt. ", false),
        ("Ad. ", true),
        ("Ad ", true),
        ("At-punkterne ", true),
        ("At-punkt ", true),
        ("At ", true),
        ("Punkt ", false),
        ("Pkt. ", false),
    ];
    let found =
        WORDS.iter().find(|(word, _)| text.get(..word.len()).is_some_and(|s| s.eq_ignore_ascii_case(word)));
    found.map_or((0, false), |&(word, certain)| (word.len(), certain))
}

/// Words that a decision's line begins with after its number: "1. anbefales".
fn begins_outcome(rest: &str) -> bool {
    !super::outcome::decided(rest.split(['.', ',']).next().unwrap_or(rest)).is_empty()
}

struct Numbers {
    points: Vec<u32>,
    end: usize,
    /// Does a stop or a parenthesis follow each number?
    stopped: bool,
}

/// "1", "1.-3", "1. - 2", "1 og 2", "1, 2 og 4", "2a" at the start of `text`.
fn numbers(text: &str) -> Option<Numbers> {
    let (first, mut end) = number(text)?;
    let mut points = vec![first];
    let mut stopped = text[end..].starts_with(['.', ')']);
    while let Some((joint, to)) = joint(&text[end..])
        && let Some((next, taken)) = number(&text[end + to..])
    {
        let after = &text[end + to + taken..];
        if joint == Joint::To
            && next > points[points.len() - 1]
            && next - points[points.len() - 1] < MOST_POINTS
        {
            points.extend(points[points.len() - 1] + 1..=next);
        } else if joint == Joint::And {
            points.push(next);
        } else {
            break;
        }
        end += to + taken;
        stopped &= after.starts_with(['.', ')']);
    }
    Some(Numbers { points, end, stopped })
}

#[derive(PartialEq, Eq)]
enum Joint {
    And,
    To,
}

/// What joins two numbers: "-", ".-", " - ", " og ", ", ", "., ", ". og ".
fn joint(text: &str) -> Option<(Joint, usize)> {
    let rest = text.strip_prefix(['.', ')']).unwrap_or(text);
    let spaced = rest.trim_start_matches(is_space);
    let (joint, word) = ["-", "–", "til ", "og ", "samt ", ","].iter().find_map(|word| {
        let rest = spaced.strip_prefix(word)?;
        let joint = if matches!(*word, "-" | "–" | "til ") { Joint::To } else { Joint::And };
        Some((joint, rest))
    })?;
    let word = word.trim_start_matches(is_space);
    Some((joint, text.len() - word.len()))
}

/// A number of one or two digits, with the letter of a part of a point: "2", "2a".
fn number(text: &str) -> Option<(u32, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&digits) {
        return None;
    }
    let after = &text[digits..];
    let letter = after.chars().next().filter(|c| c.is_ascii_lowercase());
    let alone = letter.is_some() && after[1..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    if letter.is_some() && !alone {
        return None;
    }
    // "14.09.2020", "4,5" and "5 %" are no numbers of points.
    let mut next = after.chars();
    let (a, b) = (next.next(), next.next());
    if matches!(a, Some('.' | ',' | '/')) && b.is_some_and(|c| c.is_ascii_digit()) {
        return None;
    }
    let n = text[..digits].parse().ok().filter(|n| *n > 0)?;
    Some((n, digits + usize::from(alone)))
}

/// The numbers before or after the word "at-punkt" at byte `at`.
fn around_word(paragraph: &str, at: usize) -> Option<PointReference> {
    let before = &paragraph[..at];
    if before.chars().next_back().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let word_end = at + paragraph[at..].find(|c: char| !(c.is_alphabetic() || c == '-'))?.max(8);
    if let Some((points, start)) = numbers_before(before) {
        return Some(PointReference {
            points,
            range: range(start, word_end.min(paragraph.len())),
            certain: true,
        });
    }
    let rest = &paragraph[word_end.min(paragraph.len())..];
    let spaces = rest.len() - rest.trim_start_matches(is_space).len();
    let list = numbers(&rest[spaces..]).filter(|_| spaces > 0)?;
    Some(PointReference {
        points: list.points,
        range: range(at, word_end + spaces + list.end),
        certain: true,
    })
}

/// The ordinals that end `before`: "1. ", "1. og 2. ", "første ". An adjective may stand between: "tilrettede 3. ".
fn numbers_before(before: &str) -> Option<(Vec<u32>, usize)> {
    let trimmed = before.trim_end_matches(is_space);
    if let Some(word) = trimmed.rsplit(is_space).next()
        && let Some(n) = ordinal(word)
    {
        return Some((vec![n], trimmed.len() - word.len()));
    }
    if !trimmed.ends_with('.') {
        return None;
    }
    let starts = trimmed.char_indices().rev().take(40).filter(|&(at, c)| {
        c.is_ascii_digit() && !trimmed[..at].ends_with(|c: char| c.is_alphanumeric() || c == '.' || c == ',')
    });
    let mut best = None;
    for (at, _) in starts {
        if let Some(list) = numbers(&trimmed[at..])
            && list.stopped
            && at + list.end + 1 == trimmed.len()
        {
            best = Some((list.points, at));
        }
    }
    best
}

fn ordinal(word: &str) -> Option<u32> {
    const ORDINALS: &[&str] =
        &["første", "andet", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende"];
    let word = word.to_lowercase();
    ORDINALS.iter().position(|ordinal| *ordinal == word).map(|at| at as u32 + 1)
}

/// "(Ø) stemmer imod 3) og 4)": numbers that are closed by a parenthesis nobody opened.
fn parenthesised(paragraph: &str, from: usize) -> Vec<PointReference> {
    let mut found = Vec::new();
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
            found.push(PointReference { points: vec![n], range: range(start, close + 1), certain: false });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::references;

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
        assert_eq!(named("Indstillingens tilrettede 3. at-punkt blev godkendt"), [(vec![3], "3. at-punkt")]);
        assert_eq!(named("Udvalget godkendte at-punkterne 1-3."), [(vec![1, 2, 3], "at-punkterne 1-3")]);
        assert_eq!(named("Første at-punkt blev godkendt."), [(vec![1], "Første at-punkt")]);
    }

    #[test]
    fn numbers_that_lead_a_line_answer_points() {
        for (text, points) in [
            ("1. Godkendt", vec![1]),
            ("1.-3. Anbefales.", vec![1, 2, 3]),
            ("1. - 3. anbefales.", vec![1, 2, 3]),
            ("3.Godkendes", vec![3]),
            ("1. og 2. Anbefales", vec![1, 2]),
            ("Ad 2. Drøftet", vec![2]),
            ("At 1: Godkendt.", vec![1]),
            ("2a. Anbefales", vec![2]),
            ("1. Anbefales ikke, idet sagen genoptages.", vec![1]),
        ] {
            assert_eq!(references(text).first().map(|r| r.points.clone()), Some(points), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_no_points() {
        for text in [
            "8. marts 2021 mødes udvalget.",
            "20 borgere deltog.",
            "Godkendt med 13 stemmer (V, C og 2).",
            "4,5 mio. kr. bevilges.",
            "14.09.2020 godkendt",
        ] {
            assert_eq!(named(text), [], "{text}");
        }
    }

    #[test]
    fn a_closing_parenthesis_marks_a_point() {
        let points: Vec<_> = references("(Ø) stemmer imod 3) og 4).").into_iter().map(|r| r.points).collect();
        assert_eq!(points, [[3], [4]]);
    }
}
