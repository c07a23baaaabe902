//! The list of those who voted alike: letters, names, and what is no name.

use super::{Side, wording};
use text::{is_space, range};

/// Adds the letters and names of `text` from byte `from` on.
pub(super) fn read(text: &str, from: usize, side: &mut Side) {
    let end = wording()
        .reasons
        .iter()
        .filter_map(|words| text[from..].find(&**words))
        .min()
        .map_or(text.len(), |at| from + at);
    let lower = format!(" {} ", text[from..end].to_lowercase());
    side.unsure = wording().unsure.iter().any(|words| lower.contains(&**words));
    let mut start = from;
    // "12 medlemmer (A, C og V)": the list stands in the parenthesis.
    for word in ["medlemmer", "medlem", "stemmer", "stemme"] {
        let rest = text[start..end].trim_start_matches(is_space);
        if let Some(after) = rest.strip_prefix(word) {
            start = end - after.len();
            break;
        }
    }
    let (start, end) = inside(text, start, end);
    for (at, entry) in split(&text[start..end]) {
        add(side, entry, start + at);
    }
}

/// The bytes inside a parenthesis that holds all of the list, or all bytes.
fn inside(text: &str, start: usize, end: usize) -> (usize, usize) {
    let list = text[start..end].trim_end_matches(|c| is_space(c) || c == '.');
    let lead = list.len() - list.trim_start_matches(|c| is_space(c) || c == ':').len();
    let Some(inner) = list[lead..].strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) else {
        return (start, start + list.len());
    };
    let mut depth = 0;
    for c in inner.chars() {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return (start, start + list.len()),
            ')' => depth -= 1,
            _ => {}
        }
    }
    (start + lead + 1, start + list.len() - 1)
}

/// The entries of a list with their offsets; commas and "og" inside parentheses do not divide.
fn split(list: &str) -> Vec<(usize, &str)> {
    let mut entries = Vec::new();
    let (mut from, mut depth) = (0, 0);
    for (at, c) in list.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' | ';' if depth == 0 => {
                entries.push((from, &list[from..at]));
                from = at + 1;
            }
            ' ' | '\u{a0}' if depth == 0 && at >= from => {
                let rest = &list[at..];
                if let Some(word) = [" og ", " samt ", " & "].iter().find(|word| rest.starts_with(*word)) {
                    entries.push((from, &list[from..at]));
                    from = at + word.len();
                }
            }
            _ => {}
        }
    }
    entries.push((from, &list[from.min(list.len())..]));
    entries
}

fn add(side: &mut Side, entry: &str, offset: usize) {
    let lead = entry.len() - entry.trim_start_matches(is_space).len();
    let words = entry.trim_matches(|c| is_space(c) || c == '.');
    let mut from = offset + lead;
    let mut name = words;
    for word in &wording().groups {
        if let Some(rest) = name.strip_prefix(&**word) {
            from += word.len();
            name = rest;
        }
    }
    if let Some(inner) = name.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        (name, from) = (inner, from + 1);
    }
    let person = name.find(" (");
    let end = person.unwrap_or(name.len());
    let name = &name[..end];
    let mut chars = name.chars();
    match (chars.next(), chars.next()) {
        (None, _) => {}
        (Some(letter), None) if letter.is_uppercase() => {
            side.unsure |= person.is_some();
            side.parties.push(range(from, from + end));
        }
        (Some(letter), _) if letter.is_uppercase() && is_name(name) => {
            side.people += u32::from(person.is_some());
            side.names.push(range(from, from + end));
        }
        _ => side.unsure = true,
    }
}

/// Has a name no signs but hyphens and the stops of initials: "Kim E. Jensen"?
fn is_name(name: &str) -> bool {
    let initials = name.match_indices('.').all(|(at, _)| {
        let mut before = name[..at].chars().rev();
        before.next().is_some_and(char::is_uppercase) && before.next().is_none_or(is_space)
    });
    initials && !name.contains(['(', ')', ':', '?', '!']) && name.split(is_space).count() <= 6
}
