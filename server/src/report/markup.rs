//! Text inside XML and HTML.

/// `text` as it may stand in an element and in a quoted attribute.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c if is_forbidden(c) => escaped.push(char::REPLACEMENT_CHARACTER),
            c => escaped.push(c),
        }
    }
    escaped
}

/// Neither XML nor HTML may hold these, not even by number.
fn is_forbidden(c: char) -> bool {
    let noncharacter = matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe;
    noncharacter || (c.is_control() && !matches!(c, '\t' | '\n'))
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn marks_of_the_language_are_escaped() {
        assert_eq!(escaped(r#"<a b="c" d='e'> & ø"#), "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt; &amp; ø");
    }

    #[test]
    fn what_may_not_stand_there_is_replaced() {
        assert_eq!(
            escaped("a\u{0}\u{1b}\u{85}\u{ffff}\u{1fffe}\u{fdd0}\tb"),
            "a\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\tb"
        );
    }
}
