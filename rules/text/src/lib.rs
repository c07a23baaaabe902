//! Places in a text: byte offsets and ranges that cannot be mistaken for other numbers.
//!
//! Every offset is in UTF-8 bytes from the start of the text it belongs to. The tree and the findings of an
//! agenda item count from the start of that item, so an edit elsewhere leaves them as they are.

pub mod clock;
pub mod edit;
pub mod lines;
pub mod near;
pub mod needle;
pub mod needles;
pub mod short_words;
pub mod workers;

pub use text_size::{TextRange, TextSize};

/// The length of `text` in bytes. Texts of 4 GiB and more are refused where they are read.
pub fn size(text: &str) -> TextSize {
    TextSize::try_from(text.len()).unwrap_or(TextSize::new(u32::MAX))
}

/// The range from byte `start` to byte `end`.
pub fn range(start: usize, end: usize) -> TextRange {
    let offset = |n: usize| TextSize::try_from(n).unwrap_or(TextSize::new(u32::MAX));
    TextRange::new(offset(start), offset(end.max(start)))
}

/// The part of `text` that `part` covers, as a range; `part` must be a slice of `text`.
pub fn range_of(text: &str, part: &str) -> TextRange {
    let start = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize).min(text.len());
    range(start, (start + part.len()).min(text.len()))
}

/// Is `c` a space that a writer may put between words: space, tab, one of the no-break spaces, or one without width?
pub fn is_space(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '\u{a0}' | '\u{202f}' | '\u{2007}' | '\u{2009}' | '\u{200b}' | '\u{2060}' | '\u{feff}'
    )
}

/// Does `words` begin with `beginning`? For long lists that hardly any words begin with: two bytes are looked at before the
/// rest is compared.
#[inline]
pub fn begins_with(words: &str, beginning: &str) -> bool {
    match (words.as_bytes(), beginning.as_bytes()) {
        ([a, b, ..], [c, d, ..]) if (a, b) != (c, d) => false,
        _ => words.starts_with(beginning),
    }
}

/// Does `words` end in `ending`? As [`begins_with`], from the other side.
#[inline]
pub fn ends_with(words: &str, ending: &str) -> bool {
    match (words.as_bytes(), ending.as_bytes()) {
        ([.., a, b], [.., c, d]) if (a, b) != (c, d) => false,
        _ => words.ends_with(ending),
    }
}

/// Does `words` hold `phrase`? A word of at most four letters counts only as a whole, for short words hide in names ("Rikke",
/// "Udengaard"); a longer one may be a part of a compound ("ændringsforslag").
pub fn holds(words: &str, phrase: &str) -> bool {
    const SHORT: usize = 4;
    let short = phrase.chars().all(char::is_alphabetic) && phrase.chars().count() <= SHORT;
    if short { holds_words(words, phrase) } else { words.contains(phrase) }
}

/// The parts of `text` between signs of ASCII, as `split` has them, each with the byte at which it begins. For words and other short
/// parts: they are read byte by byte, at a quarter of what making ready for a faster search costs.
pub fn parts(text: &str, sign: u8) -> impl Iterator<Item = (usize, &str)> {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let at = next?;
        let rest = &text[at..];
        let len = rest.bytes().position(|byte| byte == sign).unwrap_or(rest.len());
        next = (len < rest.len()).then_some(at + len + 1);
        Some((at, &rest[..len]))
    })
}

/// Does `phrase` stand in `words` as whole words?
pub fn holds_words(words: &str, phrase: &str) -> bool {
    words.match_indices(phrase).any(|(at, _)| {
        !words[..at].ends_with(char::is_alphanumeric)
            && !words[at + phrase.len()..].starts_with(char::is_alphanumeric)
    })
}

/// Do `words` end in the words `ending`, the first of which is no end of a longer one: "Rikke blev" ends in "blev", not in "ikke blev"?
pub fn ends_in_words(words: &str, ending: &str) -> bool {
    ends_with(words, ending) && !words[..words.len() - ending.len()].ends_with(char::is_alphanumeric)
}

/// The first line of `text` without its line end, and its bytes with it.
pub fn first_line(text: &str) -> (&str, usize) {
    match memchr::memchr2(b'\n', b'\r', text.as_bytes()) {
        None => (text, text.len()),
        Some(at) => {
            let pair = text.as_bytes()[at] == b'\r' && text.as_bytes().get(at + 1) == Some(&b'\n');
            (&text[..at], at + 1 + usize::from(pair))
        }
    }
}

/// From byte `start` of `text` to the end of its line, without the line end.
pub fn rest_of_line(text: &str, start: usize) -> TextRange {
    let end = memchr::memchr2(b'\n', b'\r', &text.as_bytes()[start..]).map_or(text.len(), |at| start + at);
    range(start, end)
}

/// `text` without spaces and line ends around it.
pub fn trim(text: &str) -> &str {
    text.trim_matches(|c| is_space(c) || c == '\n' || c == '\r')
}

#[cfg(test)]
mod tests {
    #[test]
    fn beginnings_and_endings_are_those_of_the_text() {
        for words in ["", "a", "ab", "abc", "bca", "ø", "øl", "bø"] {
            for part in ["", "a", "ab", "abc", "abcd", "bc", "c", "ca", "ø", "øl", "bø"] {
                assert_eq!(super::begins_with(words, part), words.starts_with(part), "{words} {part}");
                assert_eq!(super::ends_with(words, part), words.ends_with(part), "{words} {part}");
            }
        }
    }

    #[test]
    fn parts_are_those_of_a_split() {
        for text in ["", " ", "a", "Rådet  besluttede at ", " to ord", "å ø"] {
            let words: Vec<&str> = super::parts(text, b' ').map(|(_, word)| word).collect();
            assert_eq!(words, text.split(' ').collect::<Vec<_>>(), "{text}");
            assert!(super::parts(text, b' ').all(|(at, word)| text[at..].starts_with(word)), "{text}");
        }
    }

    #[test]
    fn short_words_hide_in_no_name() {
        for (words, phrase) in
            [("rikke blev valgt", "ikke"), ("malene udengaard", "uden"), ("palle takkede", "alle")]
        {
            assert!(!holds(words, phrase), "{words}");
        }
        for (words, phrase) in
            [("det blev ikke", "ikke"), ("ikke, men", "ikke"), ("et ændringsforslag", "forslag")]
        {
            assert!(holds(words, phrase), "{words}");
        }
        assert!(ends_in_words("planen ikke blev", "ikke blev") && ends_in_words("ikke blev", "ikke blev"));
        assert!(!ends_in_words("rikke blev", "ikke blev"));
    }

    use super::{ends_in_words, holds, range, range_of, trim};

    #[test]
    fn a_part_knows_where_it_lies() {
        let text = "Sted: Rådhuset";
        assert_eq!(range_of(text, &text[6..]), range(6, 15));
    }

    #[test]
    fn no_break_spaces_are_trimmed() {
        assert_eq!(trim("\u{a0} Resume \r\n"), "Resume");
    }
}
