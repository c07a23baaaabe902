//! What the words and attributes of a page say of themselves.

use html5ever::tokenizer::Tag;

use super::elements::heading;
use super::list::attribute;

/// Could a number that names a person stand in `text`?
pub(super) fn holds_number(text: &str) -> bool {
    text.bytes().filter(u8::is_ascii_digit).nth(5).is_some()
}

/// "1. Godkendelse af dagsorden" on a button is a title; "Vis mere" is not.
pub(super) fn is_title(words: &str) -> bool {
    let first = words.split(' ').next().unwrap_or_default();
    let number = first.trim_end_matches(['.', ')', ':']);
    let is_numbered =
        !number.is_empty() && number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit());
    (is_numbered || first == "Punkt") && words.contains(' ')
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
            '\u{ad}' => {}
            _ => words.push(c),
        }
    }
}
