//! Blocks of several lines that are read whole: fenced code, comments, front matter, `<pre>` to its end.
//!
//! They end where CommonMark ends them, or else with the text. So such a block depends on nothing behind its end, and
//! an edit that opens or closes one touches it. Front matter alone may turn out to be none; it is looked for at the
//! start of the text only, and over few lines.

use memchr::memmem;

use text::{first_line, is_space};

/// What kind of block is read whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verbatim {
    /// A fence with its code.
    Code,
    /// A comment, or front matter: no reader sees it.
    Unseen,
}

/// Front matter is looked for over so many lines.
pub const FRONT_MATTER_LINES: usize = 64;

/// A line of more signs than this is an ornament, not a fence.
const LONGEST_FENCE: usize = 8;

/// The verbatim block that `text` begins with at byte `start`, the start of a line, and the bytes it takes without
/// the line end behind it.
pub fn block(text: &str, start: usize) -> Option<(Verbatim, usize)> {
    let rest = &text[start..];
    let line = first_line(rest).0;
    let words = line.trim_start_matches(is_space);
    match words.as_bytes().first()? {
        b'`' | b'~' => Some((Verbatim::Code, fenced(rest, fence(words)?))),
        b'<' if words.starts_with("<!--") => {
            Some((Verbatim::Unseen, comment(rest, line.len() - words.len())))
        }
        b'<' if opens_preformatted(words) => Some((Verbatim::Code, preformatted(rest))),
        b'-' | b'+' if start == 0 => Some((Verbatim::Unseen, front_matter(text)?)),
        _ => None,
    }
}

/// Can `text` begin with front matter, so that any of its first lines matters to the first block?
pub fn may_open_front_matter(text: &str) -> bool {
    let line = first_line(text).0.trim_end_matches(is_space);
    line == "---" || line == "+++"
}

/// The sign and the length of the fence that `words` open.
fn fence(words: &str) -> Option<(u8, usize)> {
    let sign = words.as_bytes()[0];
    let length = words.bytes().take_while(|&byte| byte == sign).count();
    let opens = (3..=LONGEST_FENCE).contains(&length) && (sign == b'~' || !words[length..].contains('`'));
    opens.then_some((sign, length))
}

/// The bytes from the opening fence to the closing one, or to the end.
fn fenced(rest: &str, (sign, length): (u8, usize)) -> usize {
    let mut at = first_line(rest).1;
    while at < rest.len() {
        let (line, taken) = first_line(&rest[at..]);
        let words = line.trim_matches(is_space);
        if words.len() >= length && words.bytes().all(|byte| byte == sign) {
            return at + line.len();
        }
        at += taken;
    }
    rest.trim_end_matches(['\n', '\r']).len()
}

/// The bytes from "<!--", which begins at `open`, to "-->", or to the end.
fn comment(rest: &str, open: usize) -> usize {
    let inside = open + "<!--".len();
    match memmem::find(&rest.as_bytes()[inside..], b"-->") {
        Some(end) => inside + end + "-->".len(),
        None => rest.trim_end_matches(['\n', '\r']).len(),
    }
}

/// `<pre>`, `<PRE class=kode>`: what stands as it is typed up to `</pre>`.
fn opens_preformatted(words: &str) -> bool {
    const TAG: &str = "<pre";
    words.get(..TAG.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(TAG))
        && words[TAG.len()..].starts_with(['>', ' ', '\t'])
}

/// The bytes to the end of the line with `</pre>`, or to the end.
fn preformatted(rest: &str) -> usize {
    const END: &[u8] = b"</pre>";
    let mut at = 0;
    while at < rest.len() {
        let (line, taken) = first_line(&rest[at..]);
        if line.as_bytes().windows(END.len()).any(|part| part.eq_ignore_ascii_case(END)) {
            return at + line.len();
        }
        at += taken;
    }
    rest.trim_end_matches(['\n', '\r']).len()
}

/// The bytes of "---", lines of keys and values, "---" at the start of `text`.
fn front_matter(text: &str) -> Option<usize> {
    if !may_open_front_matter(text) {
        return None;
    }
    let (open, mut at) = first_line(text);
    let open = open.trim_end_matches(is_space);
    for i in 0..FRONT_MATTER_LINES {
        let (line, taken) = first_line(text.get(at..)?);
        let words = line.trim_end_matches(is_space);
        if words == open || words == "..." {
            return (i > 0).then_some(at + line.len());
        }
        if taken == 0 || !is_entry(words, i == 0) {
            return None;
        }
        at += taken;
    }
    None
}

/// Is a line one of front matter: "dato: 2026-03-10", "titel = …", and after the first of them "- a", "# note", a
/// value over several lines?
fn is_entry(words: &str, first: bool) -> bool {
    let inner = words.is_empty() || words.starts_with([' ', '\t', '-', '#', ']', '}']);
    let key = words.split_once([':', '=']).is_some_and(|(key, _)| {
        let key = key.trim_end();
        !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
    });
    key || inner && !first
}

#[cfg(test)]
mod tests {
    use super::{Verbatim, block};

    fn read(text: &str) -> Option<(Verbatim, &str)> {
        block(text, 0).map(|(kind, len)| (kind, &text[..len]))
    }

    #[test]
    fn a_fence_ends_with_a_fence_as_long() {
        assert_eq!(read("```\na\n``\n```\nb"), Some((Verbatim::Code, "```\na\n``\n```")));
        assert_eq!(
            read("  ~~~~ kode\r\n~~~\r\n~~~~ \r\nb"),
            Some((Verbatim::Code, "  ~~~~ kode\r\n~~~\r\n~~~~ "))
        );
        assert_eq!(read("```\na\n\nb\n"), Some((Verbatim::Code, "```\na\n\nb")));
        assert_eq!(read("```a``` er kode\nb"), None);
        assert_eq!(read("~~~~~~~~~~~~~~~~~~~~\nb"), None);
    }

    #[test]
    fn a_comment_may_hold_blank_lines() {
        assert_eq!(read("<!-- a\n\nb --> c\nd"), Some((Verbatim::Unseen, "<!-- a\n\nb -->")));
        assert_eq!(read("<!-- a\n\nb\n"), Some((Verbatim::Unseen, "<!-- a\n\nb")));
    }

    #[test]
    fn what_is_preformatted_ends_with_its_tag() {
        let text = "<pre>\n\n### Beslutning\n\nAfvist.\n</pre>";
        assert_eq!(read(&format!("{text}\n\nJa\n")), Some((Verbatim::Code, text)));
        assert_eq!(read("<PRE class=a>ja</PRE>\nnej"), Some((Verbatim::Code, "<PRE class=a>ja</PRE>")));
        assert_eq!(read("<presse>\nnej"), None);
        assert_eq!(read("<p>\nnej"), None);
    }

    #[test]
    fn front_matter_is_keys_and_values_between_rules() {
        let matter = "---\ntitel: Referat\ntags:\n  - byråd\n---";
        assert_eq!(read(&format!("{matter}\n\n# Plan\n")), Some((Verbatim::Unseen, matter)));
        assert_eq!(read("---\nByrådet mødtes kl. 17: alle var der.\n---\n"), None);
        assert_eq!(read("---\n---\n"), None);
        assert_eq!(read("---\ntitel: Referat\n"), None);
        assert_eq!(block("Ja\n---\na: b\n---\n", 3), None);
    }
}
