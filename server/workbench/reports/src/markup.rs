//! Text inside XML and HTML.

use rules::privacy::{Shown, printable};
use workbench::lang::Lang;

use super::Tally;

/// `text` as it may stand in an element and in a quoted attribute.
pub fn escaped(text: &Shown) -> String {
    escape(text)
}

/// Words of the program itself, which hold nothing of a document.
pub(super) fn escaped_word(word: &'static str) -> String {
    escape(word)
}

/// The name of a file as programs need it; a sign that turns the direction of a line is written by its number.
pub(super) fn escaped_path(path: &str) -> String {
    let turns = |c: char| !c.is_control() && printable(c) != c;
    let escaped = escape(path);
    if !escaped.contains(turns) {
        return escaped;
    }
    escaped
        .chars()
        .map(|c| if turns(c) { format!("&#x{:X};", u32::from(c)) } else { c.to_string() })
        .collect()
}

/// The end of a report in XML; what is held back stands before it, in a comment.
pub(super) fn closing(tally: &Tally, end: &str, lang: Lang) -> String {
    let words = tally.held_back.words(lang);
    words.map_or(end.to_owned(), |words| format!("<!-- {words} -->\n{end}"))
}

fn escape(text: &str) -> String {
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
    use super::{escape, escaped_path};

    #[test]
    fn marks_of_the_language_are_escaped() {
        assert_eq!(escape(r#"<a b="c" d='e'> & ø"#), "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt; &amp; ø");
    }

    #[test]
    fn what_may_not_stand_there_is_replaced() {
        assert_eq!(
            escape("a\u{0}\u{1b}\u{85}\u{ffff}\u{1fffe}\u{fdd0}\tb"),
            "a\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\tb"
        );
    }

    #[test]
    fn a_path_keeps_its_signs() {
        assert_eq!(escaped_path("a\u{202e}b&c"), "a&#x202E;b&amp;c");
    }
}
