//! What the attributes of a tag hold beside the text: links, descriptions of pictures, what is said about the page, and
//! whatever else holds a number.

use html5ever::tokenizer::Tag;
use rules::publish::names_closed;

use super::list::attribute;
use super::words::holds_number;
use flow::Beside;

/// What `tag` holds.
pub(super) fn told(tag: &Tag) -> impl Iterator<Item = (Beside, &str)> {
    tag.attrs.iter().filter_map(|said| {
        let (name, value): (&str, &str) = (&said.name.local, &said.value);
        Some((beside(tag, name, value)?, without_letter(name, value)))
    })
}

/// "p150379-2347" is called so because no name may begin with a digit.
fn without_letter<'v>(name: &str, value: &'v str) -> &'v str {
    let rest = value.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let is_number = rest.len() < value.len() && rest.as_bytes().get(6) == Some(&b'-');
    if is_number && matches!(name, "class" | "id" | "name" | "for" | "headers") { rest } else { value }
}

/// "010203-1234", perhaps behind letters.
fn is_joined_number(word: &str) -> bool {
    let rest = word.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let [first, second] = [rest.get(..6), rest.get(7..)].map(Option::unwrap_or_default);
    let is_digits = |part: &str, n: usize| part.len() == n && part.bytes().all(|byte| byte.is_ascii_digit());
    is_digits(first, 6) && is_digits(second, 4) && rest.as_bytes().get(6) == Some(&b'-')
}

/// What stands around names and values in a style.
fn is_sign_of_style(c: char) -> bool {
    c.is_ascii_whitespace() || matches!(c, '\'' | '"' | ':' | ';' | '(' | ')' | '/' | '.' | ',' | '_')
}

fn beside(tag: &Tag, name: &str, value: &str) -> Option<Beside> {
    let about = || attribute(tag, "name").unwrap_or_default().to_lowercase();
    Some(match name {
        "content" if &*tag.name == "meta" && about() == "author" => Beside::Author,
        "content" if &*tag.name == "meta" => Beside::Property,
        "href" | "src" | "srcset" | "alt" | "title" | "data" | "poster" | "action"
            if value.len() > 5 && !value.starts_with("data:") =>
        {
            Beside::Link
        }
        // "lukket" closes what stands in the tag, and no reader of the page sees it.
        "class" if value.split_ascii_whitespace().any(names_closed) => Beside::Data,
        "id" | "aria-label" if names_closed(value) => Beside::Data,
        _ if name.starts_with("data-") && names_closed(value) => Beside::Data,
        "class" if value.split_ascii_whitespace().any(is_joined_number) => Beside::Data,
        "style" if value.split(is_sign_of_style).any(is_joined_number) => Beside::Data,
        "class" | "style" | "d" | "points" | "viewbox" | "integrity" | "nonce" => return None,
        "value" | "placeholder" if holds_number(value) => Beside::Field,
        _ if holds_number(value) => Beside::Data,
        _ => return None,
    })
}
