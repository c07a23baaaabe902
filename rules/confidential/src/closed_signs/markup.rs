//! A line without what only HTML and Markdown read: tags, and words that are struck out.
//!
//! "<u>Lukket</u>: Køb" and "~~Åbent~~ Lukket: Køb" are read as a reader of the page does. A tag may say by itself that what it
//! holds is closed: `<div class="lukket">`.

use std::borrow::Cow;

use super::WORDS;
use super::named::names_closed;
use danish::letters::small;
use text::is_space;

/// A longer tag is none, in bytes.
const LONGEST_TAG: usize = 300;
const STRUCK: &str = "~~";

/// `line` without tags and without what is struck out.
pub(super) fn without_markup(line: &str) -> Cow<'_, str> {
    let bare = without_tags(line);
    let bare = without_struck(&bare).map_or(bare, Cow::Owned);
    match undressed(&bare) {
        Some(left) => Cow::Owned(left),
        None => bare,
    }
}

/// "Køb _lukket_", "Køb ==lukket==", "Køb ^L^": `line` with the marks that the signs of Markdown set off in brackets; `None` where there
/// are none.
fn undressed(line: &str) -> Option<String> {
    const SIGNS: [&str; 5] = ["==", "~", "^", "_", "`"];
    memchr::memchr3(b'=', b'~', b'^', line.as_bytes())
        .or_else(|| memchr::memchr2(b'_', b'`', line.as_bytes()))?;
    let mut left: Option<String> = None;
    for sign in SIGNS {
        let now = left.as_deref().unwrap_or(line);
        if let Some((open, end)) = dressed(now, sign) {
            let inner = &now[open + sign.len()..end];
            left = Some(format!("{}({inner}){}", &now[..open], &now[end + sign.len()..]));
        }
    }
    left
}

/// Where a pair of `sign` stands in `line` with a mark and nothing else between: the places of the two.
fn dressed(line: &str, sign: &str) -> Option<(usize, usize)> {
    let mut at = 0;
    while let Some(open) = line[at..].find(sign).map(|open| at + open) {
        let inside = open + sign.len();
        let end = line[inside..].find(sign).map(|end| inside + end)?;
        let is_apart = !line[..open].ends_with(char::is_alphanumeric)
            && !line[end + sign.len()..].starts_with(char::is_alphanumeric);
        if is_apart && is_mark(&line[inside..end]) {
            return Some((open, end));
        }
        at = end;
    }
    None
}

/// "lukket", "L": would `inner` be a mark in brackets?
fn is_mark(inner: &str) -> bool {
    const LONGEST: usize = 40;
    let inner = inner.trim_matches(|c: char| is_space(c) || matches!(c, '(' | ')' | '.'));
    inner == "L" || inner.len() <= LONGEST && WORDS.bracketed.contains(&small(inner))
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
        let shown = &line[from..tag.start];
        // "Køb <sup>L</sup>": it stands apart as in brackets.
        let is_set_off = from > 0 && line[tag.start..].starts_with("</");
        if is_set_off && left.contains(char::is_alphabetic) && is_mark(shown) {
            left.push_str(&format!(" ({})", shown.trim_matches(is_space)));
        } else {
            left.push_str(shown);
        }
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
            ("2. Køb <sup>L</sup>", "2. Køb  (L)"),
            ("2. Køb _lukket_", "2. Køb (lukket)"),
            ("2. Køb ==Lukket==", "2. Køb (Lukket)"),
            ("2. Køb ~lukket~ ^L^", "2. Køb (lukket) (L)"),
            ("referat_lukket_2026.pdf", "referat_lukket_2026.pdf"),
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
