//! Whether one tag has more attributes than anybody wrote.
//!
//! The tokenizer holds each new attribute against all others of its tag, so their number is looked at first. It is counted
//! as the tokenizer sees a tag: a value in quotation marks may hold anything, and scripts and comments hold no tags.

/// At most this many attributes on one tag; pages of real life have thirty.
const MOST: usize = 10_000;

/// Is there a tag in `text` with too many?
pub(super) fn are_too_many(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(open) = bytes[at..].iter().position(|byte| *byte == b'<').map(|found| at + found) {
        let rest = &text[open..];
        if rest.starts_with("<!--") {
            at = after(bytes, open, b"-->");
            continue;
        }
        let Some(len) = tag(&bytes[open..]) else { return true };
        at = open + len;
        for raw in ["script", "style"] {
            let name = &bytes[(open + 1).min(bytes.len())..(open + 1 + raw.len()).min(bytes.len())];
            if name.eq_ignore_ascii_case(raw.as_bytes()) {
                at = after(bytes, at, b"</");
            }
        }
    }
    false
}

/// The length of the tag that `bytes` begin with; `None` when it has too many attributes.
fn tag(bytes: &[u8]) -> Option<usize> {
    let (mut n, mut quote, mut last) = (0, None, b' ');
    for (at, &byte) in bytes.iter().enumerate().skip(1) {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => continue,
            (None, b'>') => return Some(at + 1),
            // Only what opens a value is a quotation mark.
            (None, b'"' | b'\'') if last == b'=' => quote = Some(byte),
            (None, _) => n += usize::from(separates(last) && !separates(byte) && byte != b'='),
        }
        if n > MOST {
            return None;
        }
        // Space may stand between the sign and the value.
        if !(last == b'=' && byte.is_ascii_whitespace()) {
            last = byte;
        }
    }
    Some(bytes.len())
}

fn separates(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'/' | b'"' | b'\'')
}

/// Where `mark` ends, sought from `from` on.
fn after(bytes: &[u8], from: usize, mark: &[u8]) -> usize {
    let found = bytes[from..].windows(mark.len()).position(|window| window == mark);
    found.map_or(bytes.len(), |found| from + found + mark.len())
}

#[cfg(test)]
mod tests {
    use super::{MOST, are_too_many};

    #[test]
    fn attributes_are_counted_by_tag() {
        let many = |one: &str, n: usize| format!("<p {}>", one.repeat(n));
        for one in ["a ", "a=1 ", "a=\">\"", "a = '<' ", "/a", "a\n"] {
            assert!(are_too_many(&many(one, MOST + 2)), "{one}");
            assert!(!are_too_many(&many(one, MOST / 2).repeat(3)), "{one}");
        }
    }

    #[test]
    fn scripts_comments_and_prose_have_no_attributes() {
        let words = "a ".repeat(MOST + 2);
        for page in [
            format!("<script>if (1 <b) {words}</script>"),
            format!("<!-- <p {words} -->"),
            format!("<p title=\"{words}\">"),
            format!("<p>{words}</p>"),
        ] {
            assert!(!are_too_many(&page), "{}", &page[..20]);
        }
    }
}
