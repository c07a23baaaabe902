//! The signs of a PDF as they are typed.

/// `words` with hyphens for those that may be left out, which are drawn in the middle of a line only where they may not.
pub(super) fn with_hyphens(words: &str) -> String {
    let inner = words.strip_suffix('\u{ad}').unwrap_or(words);
    inner.replace('\u{ad}', "-") + &words[inner.len()..]
}

/// Ligatures and the bullets of symbol fonts, as they are typed.
pub(super) fn plain(c: char) -> impl Iterator<Item = char> {
    let text: &[char] = match c {
        'ﬀ' => &['f', 'f'],
        'ﬁ' => &['f', 'i'],
        'ﬂ' => &['f', 'l'],
        'ﬃ' => &['f', 'f', 'i'],
        'ﬄ' => &['f', 'f', 'l'],
        'ﬅ' | 'ﬆ' => &['s', 't'],
        '\u{e000}'..='\u{f8ff}' | '\u{25cf}' => &['•'],
        _ => &[],
    };
    let own = text.is_empty().then_some(c);
    text.iter().copied().chain(own).filter(|c| !c.is_control())
}

/// Danish letters that are printed as a letter and its mark.
pub(super) fn composed(words: &str) -> String {
    if !words.contains(['\u{30a}', '\u{308}', '\u{301}', '\u{2da}']) {
        return words.to_owned();
    }
    let pairs = [
        ("a\u{30a}", "å"),
        ("A\u{30a}", "Å"),
        ("o\u{308}", "ö"),
        ("u\u{308}", "ü"),
        ("a\u{308}", "ä"),
        ("e\u{301}", "é"),
        // The oldest fonts of LaTeX paint the ring first.
        ("\u{2da}a", "å"),
        ("\u{2da}A", "Å"),
    ];
    pairs.iter().fold(words.to_owned(), |words, (apart, one)| words.replace(apart, one))
}
