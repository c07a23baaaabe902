//! A line without what only HTML and Markdown read: tags, and words that are struck out.
//!
//! "<u>Lukket</u>: Køb" and "~~Åbent~~ Lukket: Køb" are read as a reader of the page does. A tag may say by itself that what it
//! holds is closed: `<div class="lukket">`.

use super::named::names_closed;
use std::borrow::Cow;

/// A longer tag is none, in bytes.
const LONGEST_TAG: usize = 300;
const STRUCK: &str = "~~";

/// `line` without tags and without what is struck out.
pub(super) fn without_markup(line: &str) -> Cow<'_, str> {
    let bare = without_tags(line);
    match without_struck(&bare) {
        Some(left) => Cow::Owned(left),
        None => bare,
    }
}

/// `line` with the words that are struck out in it, as others; `None` where none are.
pub(super) fn with_struck(line: &str) -> Option<String> {
    without_struck(line).map(|_| line.replace(STRUCK, " "))
}

/// Does the class or the like of a tag in `line` say that what it holds is closed?
pub(super) fn has_closed_tag(line: &str) -> bool {
    let closes = |tag: Tag<'_>| tag.values().flat_map(str::split_whitespace).any(names_closed);
    line.contains('<') && tags(line).any(closes)
}

/// A tag of HTML in a line.
struct Tag<'l> {
    start: usize,
    end: usize,
    /// What stands behind its name.
    rest: &'l str,
    name: &'l str,
}

impl<'l> Tag<'l> {
    /// What stands in quotation marks in it.
    fn values(&self) -> impl Iterator<Item = &'l str> + use<'l> {
        self.rest.split(['"', '\'']).skip(1).step_by(2)
    }

    /// Does it part what stands before it from what follows, as a cell does?
    fn parts(&self) -> bool {
        matches!(&*self.name.to_ascii_lowercase(), "td" | "th" | "br" | "li" | "p" | "div" | "tr")
    }
}

/// The tags of `line`. `<lukket>` is a mark and no tag, and `<https://fjordby.dk>` is an address.
fn tags(line: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(start) = line[at..].find('<').map(|start| at + start) {
            at = start + 1;
            let inside = &line[at..];
            let Some(len) = inside.find(['<', '>']).filter(|len| *len <= LONGEST_TAG) else { continue };
            let closed = inside[len..].starts_with('>');
            let words = inside[..len].trim_start_matches('/');
            let name = &words[..words.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(words.len())];
            let rest = &words[name.len()..];
            let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic()) && !names_closed(name);
            if closed && is_name && (rest.is_empty() || rest.starts_with([' ', '/', '\t'])) {
                at += len + 1;
                return Some(Tag { start, end: at, rest, name });
            }
        }
        None
    })
}

fn without_tags(line: &str) -> Cow<'_, str> {
    if memchr::memchr(b'<', line.as_bytes()).is_none() {
        return Cow::Borrowed(line);
    }
    let (mut left, mut from) = (String::new(), 0);
    for tag in tags(line) {
        left.push_str(&line[from..tag.start]);
        left.push_str(if tag.parts() { "  " } else { "" });
        from = tag.end;
    }
    left.push_str(&line[from..]);
    Cow::Owned(left)
}

/// What stands outside of the pairs of "~~".
fn without_struck(line: &str) -> Option<String> {
    memchr::memchr(b'~', line.as_bytes())?;
    let n = line.matches(STRUCK).count();
    (n > 0 && n.is_multiple_of(2)).then(|| line.split(STRUCK).step_by(2).collect())
}

#[cfg(test)]
mod tests {
    use super::{has_closed_tag, with_struck, without_markup};

    #[test]
    fn a_line_is_read_as_the_page_shows_it() {
        for (written, read) in [
            ("<u>Lukket</u>: Køb", "Lukket: Køb"),
            ("<span style=\"color:red\">LUKKET</span> Køb", "LUKKET Køb"),
            ("2. ~~Åbent~~ Lukket: Køb", "2.  Lukket: Køb"),
            ("<lukket>", "<lukket>"),
            ("5 < 7 og 9 > 3", "5 < 7 og 9 > 3"),
            ("<https://fjordby.dk/a>", "<https://fjordby.dk/a>"),
            ("fra 2 ~ 3", "fra 2 ~ 3"),
        ] {
            assert_eq!(without_markup(written), read, "{written}");
        }
        assert_eq!(with_struck("~~Lukket~~ Køb").as_deref(), Some(" Lukket  Køb"));
    }

    #[test]
    fn a_tag_may_be_a_mark() {
        assert!(has_closed_tag("<div class=\"lukket\">") && has_closed_tag("<p class='boks fortrolig'>"));
        for line in ["<div class=\"lukket-menu\">", "<b>lukket</b>", "a < b = \"lukket\"", "<div>"] {
            assert!(!has_closed_tag(line), "{line}");
        }
    }
}
