//! What the words and attributes of a page say of themselves.

use html5ever::tokenizer::Tag;
use rules::syntax::{Class, Vocabulary, scan};

use super::elements::heading;
use super::list::attribute;

/// Could a number that names a person stand in `text`?
pub(super) fn holds_number(text: &str) -> bool {
    text.bytes().filter(u8::is_ascii_digit).nth(5).is_some()
}

/// The pieces of `text`, a script or a picture, that could hold such a number.
pub(super) fn numbers_in(text: &str) -> impl Iterator<Item = &str> {
    let pieces = text.split(['"', '\'', '<', '>', '\n', ';', '`']);
    pieces.filter(|piece| holds_number(piece)).map(str::trim)
}

/// "1. Godkendelse af dagsorden" on a button is a title; "Vis mere" is not.
pub(super) fn is_title(words: &str) -> bool {
    let first = words.split(' ').next().unwrap_or_default();
    let number = first.trim_end_matches(['.', ')', ':']);
    let is_numbered =
        !number.is_empty() && number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit());
    (is_numbered || first == "Punkt") && words.contains(' ')
}

/// Do `words`, the beginning of a heading, say a title already, and not its number alone?
pub(super) fn names_title(words: &str) -> bool {
    let said = words.split_whitespace().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1);
    said.filter(|word| !["Punkt", "Pkt.", "Sag", "Ad", "Nr."].contains(word)).count() > 0
}

/// Is this a picture that is made of letters, as "+", "▾" and the names of icons are: "expand_more"?
pub(super) fn is_sign(words: &str) -> bool {
    let is_name =
        || words.contains('_') && words.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    !words.contains(char::is_alphanumeric) || is_name()
}

/// Is an element with this `style` set beside the words that follow it, as programs set the number of a point?
pub(super) fn is_set_left(name: &str, style: &str) -> bool {
    name == "span" && style.split(';').any(|said| said == "float:left")
}

/// The sign that `marker` repeats: LibreOffice writes the bullet of a point twice.
pub(super) fn once(marker: &str) -> &str {
    let Some(first) = marker.chars().next().filter(|first| !first.is_alphanumeric()) else { return marker };
    if marker.chars().all(|sign| sign == first) { &marker[..first.len_utf8()] } else { marker }
}

/// Is this all that is said of an item, as "Åben" and "Lukket" are?
pub(super) fn is_mark(words: &str) -> bool {
    matches!(scan::block(words, 0, Vocabulary::common()).class, Class::LineMark(_))
}

/// Does something in a heading say what pressing it does, or nothing? Then it is no part of the title.
pub(super) fn is_control(words: &str) -> bool {
    const OWN: &[&str] = &[
        "Del",
        "Del punkt",
        "Link",
        "Kopier link",
        "Kopiér link",
        "Læs op",
        "Læs mere",
        "Luk",
        "Fold ud",
        "Fold ind",
        "Skjul",
        "Vis",
        "Åbn",
        "Rediger",
        "Bilag",
        "Permalink",
        "Tip en ven",
    ];
    !words.contains(char::is_alphanumeric)
        || OWN.contains(&words)
        || scan::block(words, 0, Vocabulary::common()).class == Class::Furniture
}

/// The level of a heading: by its name, or by the role it is given.
pub(super) fn level(tag: &Tag) -> Option<u8> {
    let role = attribute(tag, "role").filter(|role| role == "heading");
    let said = || attribute(tag, "aria-level").and_then(|level| level.trim().parse().ok()).unwrap_or(2);
    heading(&tag.name).or_else(|| role.map(|_| said()))
}

/// Adds `text` as browsers show it: any white space is one space, and none at the start of a line.
pub(super) fn add_collapsed(words: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            ' ' | '\t' | '\n' | '\r' | '\u{c}' => {
                if !words.is_empty() && !words.ends_with([' ', '\n']) {
                    words.push(' ');
                }
            }
            // LibreOffice leaves signs of its own around fields.
            c if c == '\u{ad}' || c.is_control() => {}
            _ => words.push(c),
        }
    }
}

/// The `style` of an element, in small letters without spaces.
pub(super) fn style(tag: &Tag) -> String {
    attribute(tag, "style").unwrap_or_default().replace(' ', "").to_lowercase()
}
