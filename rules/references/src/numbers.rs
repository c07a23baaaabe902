//! Lists of numbers as decisions write them: "1", "1.-3", "1. - 2", "1 og 2", "1) og punkt 2)", "1, 2 og 4", "2a".

use super::whose::WORDS;
use text::is_space;

/// The most points that a range of numbers may span; "1.-250." is not about at-points.
const MOST_POINTS: u32 = 60;

/// A list of numbers at the start of a text.
#[derive(Debug)]
pub(crate) struct Numbers {
    /// The numbers, those between the ends of a range included.
    pub(crate) points: Vec<u32>,
    /// The bytes that the list takes, without the sign after its last number.
    pub(crate) end: usize,
    /// Does a stop or a parenthesis follow each number?
    pub(crate) stopped: bool,
}

/// The list at the start of `text`.
pub(crate) fn numbers(text: &str) -> Option<Numbers> {
    let (first, mut end) = number(text)?;
    let mut points = vec![first];
    let mut stopped = text[end..].starts_with(['.', ')']);
    while let Some((joint, to)) = joint(&text[end..])
        && let Some((next, taken)) = number(&text[end + to..])
    {
        let after = &text[end + to + taken..];
        let last = points[points.len() - 1];
        match joint {
            Joint::To if next > last && next - last < MOST_POINTS => points.extend(last + 1..=next),
            Joint::And => points.push(next),
            Joint::To => break,
        }
        end += to + taken;
        stopped &= after.starts_with(['.', ')']);
    }
    Some(Numbers { points, end, stopped })
}

enum Joint {
    And,
    To,
}

/// What joins two numbers: "-", ".-", " - ", " og ", ", ", "., ", ". og ", ") og punkt ".
fn joint(text: &str) -> Option<(Joint, usize)> {
    let rest = text.strip_prefix(['.', ')']).unwrap_or(text);
    let spaced = rest.trim_start_matches(is_space);
    let behind = |words: &[String]| words.iter().find_map(|word| spaced.strip_prefix(&**word));
    let ranged = behind(&WORDS.point_range_joints).map(|after| (Joint::To, after));
    let (joint, after) =
        ranged.or_else(|| behind(&WORDS.point_list_joints).map(|after| (Joint::And, after)))?;
    let after = after.trim_start_matches(is_space);
    let after = WORDS.point_words.iter().find_map(|word| after.strip_prefix(&**word)).unwrap_or(after);
    Some((joint, text.len() - after.len()))
}

/// The bytes of what joins two letters: ") og ", "-", ", litra ".
pub(crate) fn letter_joint(text: &str) -> Option<usize> {
    let (_, end) = joint(text)?;
    Some(end).filter(|end| !text[..*end].ends_with(|c: char| c.is_alphanumeric()))
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
    // "14.09.2020", "4,5", "16:30" and "5 %" are no numbers of points.
    let mut next = after.chars();
    let (a, b) = (next.next(), next.next());
    if matches!(a, Some('.' | ',' | '/' | ':')) && b.is_some_and(|c| c.is_ascii_digit()) {
        return None;
    }
    if after.trim_start_matches(is_space).starts_with(['%', '§', '°']) {
        return None;
    }
    let n = text[..digits].parse().ok().filter(|n| *n > 0)?;
    Some((n, digits + usize::from(alone)))
}

/// The list that ends `before`, each number with its stop, and where it begins: "1. og 2. ", "1.-3. ".
pub(crate) fn numbers_before(before: &str) -> Option<(Vec<u32>, usize)> {
    let trimmed = before.trim_end_matches(is_space);
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

/// The ordinals in words that end `before`, and where they begin: "første ", "første og andet ".
pub(crate) fn ordinals_before(before: &str) -> Option<(Vec<u32>, usize)> {
    let mut points = Vec::new();
    let mut start = before.len();
    loop {
        let trimmed = before[..start].trim_end_matches(is_space);
        let word = trimmed.rsplit(is_space).next().unwrap_or("");
        let Some(n) = ordinal(word.trim_end_matches(',')) else { break };
        points.insert(0, n);
        start = trimmed.len() - word.len();
        let joined = before[..start].trim_end_matches(is_space);
        match WORDS.ordinal_joints.iter().find_map(|joint| joined.strip_suffix(&**joint)) {
            Some(rest) if rest.ends_with(is_space) => {
                let more = rest.trim_end_matches(is_space);
                if ordinal(more.rsplit(is_space).next().unwrap_or("").trim_end_matches(',')).is_none() {
                    break;
                }
                start = rest.len();
            }
            _ if joined.ends_with(',') => start = joined.len(),
            _ => break,
        }
    }
    let start = before[..start].trim_end_matches(is_space).len();
    let gap = before[start..].len() - before[start..].trim_start_matches(is_space).len();
    (!points.is_empty()).then_some((points, start + gap))
}

/// "tredje" for 3; nothing for numbers that are mostly written in figures.
pub fn ordinal_word(number: u32) -> Option<&'static str> {
    WORDS.ordinals.get(usize::try_from(number.checked_sub(1)?).ok()?).map(String::as_str)
}

fn ordinal(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    WORDS.ordinals.iter().position(|ordinal| *ordinal == word).map(|at| at as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::{numbers, numbers_before, ordinals_before};

    #[test]
    fn ranges_and_lists_are_spelt_out() {
        for (text, points) in [
            ("1.-3. Anbefales", vec![1, 2, 3]),
            ("1. - 2. anbefales", vec![1, 2]),
            ("1, 2 og 4", vec![1, 2, 4]),
            ("1) og punkt 2) og er", vec![1, 2]),
            ("2a. Anbefales", vec![2]),
            ("1 til 3", vec![1, 2, 3]),
        ] {
            assert_eq!(numbers(text).map(|list| list.points), Some(points), "{text}");
        }
        assert!(numbers("4,5 mio. kr.").is_none());
        assert!(numbers("50 % af").is_none());
    }

    #[test]
    fn ordinals_may_stand_before() {
        assert_eq!(numbers_before("Indstillingens 1. og 2. ").map(|(n, _)| n), Some(vec![1, 2]));
        assert_eq!(ordinals_before("Det første og andet ").map(|(n, _)| n), Some(vec![1, 2]));
        assert_eq!(ordinals_before("Udvalget drøftede andet "), Some((vec![2], 19)));
        assert_eq!(ordinals_before("Udvalget drøftede et "), None);
    }
}
