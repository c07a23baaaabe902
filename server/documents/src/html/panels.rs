//! Which elements of a page unfold when something is pressed: what they hold is the page's text, folded or not.

use std::collections::HashSet;

use html5ever::tokenizer::Tag;

use super::list::attribute;

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

/// A title that says of itself that it unfolds something, without a name for that: what is folded right behind it is that.
#[derive(Debug, Default)]
pub(super) struct Unfolding(Option<usize>);

impl Unfolding {
    /// Takes `tag`, which begins in so many elements, one of which is a `heading`.
    pub(super) fn take(&mut self, tag: &Tag, depth: usize, heading: Option<usize>) {
        if attribute(tag, "aria-expanded").is_some() {
            self.0 = Some(heading.unwrap_or(depth));
        } else if self.0.is_some_and(|title| depth <= title) {
            self.0 = None;
        }
    }

    /// Does the title unfold the element that begins in so many others?
    pub(super) fn unfolds(&self, depth: usize) -> bool {
        self.0 == Some(depth)
    }
}

/// The page that `tag` shows in a frame, unless it is that of another place: maps and films are none of the text.
pub(super) fn frame(tag: &Tag) -> Option<String> {
    let is_elsewhere = |to: &str| to.is_empty() || to.contains(':') || to.starts_with("//");
    attribute(tag, "src").filter(|to| &*tag.name == "iframe" && !is_elsewhere(to))
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
