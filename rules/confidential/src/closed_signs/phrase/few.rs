//! For whom alone something is: "(kun AB-medlemmer)", "(bestyrelsen alene)", "(uden personale)".

use super::WORDS;
use data::closed::closed;
use text::is_space;

/// Does `inner`, which stands in brackets and is in small letters, say for whom it is alone: "kun AB-medlemmer"?
pub(in crate::closed_signs) fn is_for_few(inner: &str) -> bool {
    const MOST_WORDS: usize = 4;
    let all: Vec<&str> = inner.split(is_space).filter(|word| !word.is_empty()).collect();
    let is_group = |last: &str| {
        let ends = WORDS.group_ends.iter();
        ends.filter_map(|end| last.strip_suffix(end.as_str())).any(|first| !first.is_empty())
    };
    let is_one = |word: &str| WORDS.groups.contains(word) || is_group(word);
    let is_outsider = |word: &str| closed().leaving.outsiders.contains(word);
    all.len() <= MOST_WORDS
        && match all.as_slice() {
            // "(forretningsudvalget for sig selv)"
            [group, "for", "sig", "selv"] => is_one(group),
            ["uden", .., last] => is_outsider(last),
            // "(kreds: bestyrelsen)"
            ["kreds:", .., last] => is_one(last),
            [first, .., last] if WORDS.only.contains(*first) => is_group(last),
            // "(forretningsudvalget alene)"
            [group, only] => is_one(group) && WORDS.only.contains(*only),
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use super::is_for_few;

    #[test]
    fn a_circle_is_named_and_shut() {
        for inner in [
            "kun forretningsudvalget",
            "forretningsudvalget alene",
            "menighedsrådet alene",
            "bestyrelsen for sig selv",
            "uden personale",
            "kreds: bestyrelsen",
            "uden medarbejderrepræsentanter",
        ] {
            assert!(is_for_few(inner), "{inner}");
        }
        for inner in ["kun søndag", "uden bilag", "hver for sig selv", "bestyrelsen", "prøven alene"] {
            assert!(!is_for_few(inner), "{inner}");
        }
    }
}
