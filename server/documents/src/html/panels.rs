//! Which elements of a page unfold when something is pressed: what they hold is the page's text, folded or not.

use std::collections::HashSet;

/// What names the element that a button unfolds, by its id or by "#" and its id.
const NAMING: &[&str] = &["aria-controls", "data-target", "data-bs-target"];

/// The ids of the elements of `page` that some button unfolds.
pub(super) fn unfolding(page: &str) -> HashSet<String> {
    let mut ids = HashSet::new();
    for name in NAMING {
        for (at, _) in page.match_indices(name) {
            let rest = page[at + name.len()..].trim_start();
            let Some(value) = rest.strip_prefix('=').map(str::trim_start) else { continue };
            let value = match value.chars().next() {
                Some(quote @ ('"' | '\'')) => value[1..].split(quote).next(),
                _ => value.split([' ', '>', '\n', '\t']).next(),
            };
            let named = value.unwrap_or_default().split_whitespace();
            ids.extend(named.map(|id| id.trim_start_matches('#').to_owned()));
        }
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::unfolding;

    #[test]
    fn panels_are_named_in_any_quotes() {
        let page = "<button aria-controls=\"p1 p2\"><a data-bs-target='#p3'><a data-target=#p4>";
        let ids = unfolding(page);
        assert!(["p1", "p2", "p3", "p4"].into_iter().all(|id| ids.contains(id)), "{ids:?}");
    }
}
