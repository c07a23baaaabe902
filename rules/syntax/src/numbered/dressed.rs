//! Numbers behind the signs of another way of writing: "<u>1. Titel</u>", "> 1. Titel".

use super::{NumberForm, Numbered, numbered, spaces};
use crate::title::begins_title;
use text::is_space;

/// The number and the title without those signs.
pub(super) fn undressed(line: &str, start: usize, end: usize) -> Option<Numbered> {
    let words = &line[start..end];
    match words.as_bytes().first()? {
        b'<' => tagged(line, start, end),
        _ => quoted(line, start, end),
    }
}

/// Tags that only say how words look.
const TAGS: &[&str] =
    &["u", "b", "strong", "em", "i", "h1", "h2", "h3", "h4", "p", "li", "br", "br/", "br /"];

/// `<b>1. Titel</b><br>`.
fn tagged(line: &str, start: usize, end: usize) -> Option<Numbered> {
    let tag = |tag: &str| TAGS.iter().any(|own| tag.eq_ignore_ascii_case(own));
    let (mut from, mut to) = (start, end);
    while let Some(close) = line[from..to].strip_prefix('<').and_then(|rest| rest.find('>')) {
        if !tag(&line[from + 1..from + 1 + close]) {
            return None;
        }
        from += close + 2;
        from += spaces(&line[from..to]);
    }
    while let Some(open) = line[from..to].strip_suffix('>').and_then(|rest| rest.rfind('<')) {
        let name = &line[from + open + 1..to - 1];
        if !tag(name.strip_prefix('/').unwrap_or(name)) {
            break;
        }
        to = from + line[from..from + open].trim_end_matches(is_space).len();
    }
    plain(&line[..to], from)
}

/// "> 1. Titel", in a mail that is answered between its lines.
fn quoted(line: &str, start: usize, end: usize) -> Option<Numbered> {
    let from = start + 1 + spaces(&line[start + 1..end]);
    let mut found = plain(&line[..end], from)?;
    let fits = found.numbering.form.is_plain() && begins_title(&line[found.title.clone()]);
    found.numbering.form = NumberForm::Quoted;
    fits.then_some(found)
}

fn plain(line: &str, from: usize) -> Option<Numbered> {
    let begins = line.get(from..)?.starts_with(|c: char| c.is_alphanumeric() || c == '*');
    begins.then(|| numbered(line, from)).flatten()
}
