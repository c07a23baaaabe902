//! What the style sheets in a page hide: ".skjult { display: none }".
//!
//! Only what hides for certain counts. A rule for one element by its class or name, in a sheet for the screen; no other rule
//! shows what it hides, no script in the page names it or shows what is hidden, and none is fetched from elsewhere: panels that
//! are pressed open are text. What they set in bold letters is told too, whatever scripts do.

use std::collections::HashSet;

use html5ever::tokenizer::Tag;

use super::list::attribute;

/// What a page hides, and what it sets in bold letters, by class and by name: ".skjult", "#skjult".
#[derive(Debug, Default)]
pub(super) struct Sheet {
    hidden: HashSet<String>,
    bold: HashSet<String>,
}

impl Sheet {
    /// The sheets of the page whose source is `text`.
    pub(super) fn in_page(text: &str) -> Self {
        let mut new = Self::default();
        if !["<style", "<STYLE"].iter().any(|tag| text.contains(tag)) {
            return new;
        }
        let mut shown = HashSet::new();
        let (mut scripts, mut has_other) = (String::new(), false);
        for (tag, content) in raw(text) {
            let is_script = tag[1..].to_ascii_lowercase().starts_with("script");
            match is_script {
                false => new.read(&without_comments(content), &mut shown),
                true => {
                    has_other |= tag.contains("src=");
                    scripts.push_str(content);
                }
            }
        }
        let shows = ["display", "toggle(", ".show(", "fadeIn", "removeAttr", "visibility"];
        if has_other || shows.iter().any(|way| scripts.contains(way)) {
            new.hidden.clear();
        }
        new.hidden.retain(|one| !shown.contains(one) && !scripts.contains(&one[1..]));
        new
    }

    /// Does it hide the element that `tag` begins, which has `style` of its own?
    pub(super) fn hides(&self, tag: &Tag, style: &str) -> bool {
        !style.contains("display:") && !style.contains("visibility:") && names_one(&self.hidden, tag)
    }

    /// Does it set the element that `tag` begins, which has `style` of its own, in bold letters?
    pub(super) fn sets_bold(&self, tag: &Tag, style: &str) -> bool {
        let own = style.split(';').rev().find_map(|said| said.strip_prefix("font-weight:"));
        own.map_or_else(|| names_one(&self.bold, tag), is_bold)
    }

    /// Takes the rules of `sheet`; what others make visible goes to `shown`.
    fn read(&mut self, sheet: &str, shown: &mut HashSet<String>) {
        let mut rest = sheet;
        while let Some((before, behind)) = rest.split_once('{') {
            let selectors = before.rsplit(';').next().unwrap_or_default();
            let is_at = selectors.trim_start().starts_with('@');
            let (body, after) = behind.split_at(end_of_block(behind));
            rest = after.strip_prefix('}').unwrap_or_default();
            let style = body.replace(char::is_whitespace, "").to_lowercase();
            let says = |name: &str, hidden: &str| {
                let said = style.split(';').rev().find_map(|said| said.strip_prefix(name));
                said.map(|how| how.starts_with(hidden))
            };
            let hides = says("display:", "none").or(says("visibility:", "hidden"));
            let weight = style.split(';').rev().find_map(|said| said.strip_prefix("font-weight:"));
            if !is_at && weight.is_some_and(is_bold) {
                self.bold.extend(selectors.split(',').filter_map(|one| alone(one.trim())).map(str::to_owned));
            }
            for selector in selectors.split(',').map(str::trim) {
                match hides {
                    Some(true) if !is_at => self.hidden.extend(alone(selector).map(str::to_owned)),
                    // What is inside another rule, as for narrow windows, may show it too.
                    Some(false) if !is_at => shown.extend(names(selector)),
                    _ if is_at && !selector.starts_with("@media print") => shown.extend(names(body)),
                    _ => {}
                }
            }
        }
    }
}

/// Is a class or the name of `tag` one of `all`?
fn names_one(all: &HashSet<String>, tag: &Tag) -> bool {
    if all.is_empty() {
        return false;
    }
    let classes = attribute(tag, "class").unwrap_or_default();
    let id = attribute(tag, "id");
    classes.split_whitespace().any(|class| all.contains(&format!(".{class}")))
        || id.is_some_and(|id| all.contains(&format!("#{id}")))
}

/// "bold", "700".
fn is_bold(weight: &str) -> bool {
    weight.starts_with("bold") || matches!(weight.get(..3), Some("600" | "700" | "800" | "900"))
}

/// The class or name that is all there is of `selector`.
fn alone(selector: &str) -> Option<&str> {
    let name = selector.strip_prefix(['.', '#'])?;
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    (!name.is_empty() && name.chars().all(is_part)).then_some(selector)
}

/// The classes and names in `selectors`, each with its sign.
fn names(selectors: &str) -> impl Iterator<Item = String> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    selectors.match_indices(['.', '#']).map(move |(at, sign)| {
        let name: String = selectors[at + 1..].chars().take_while(|c| is_part(*c)).collect();
        format!("{sign}{name}")
    })
}

/// Where the block ends that `text` stands in: before its "}", those of blocks inside left out.
fn end_of_block(text: &str) -> usize {
    let mut depth = 0;
    for (at, c) in text.bytes().enumerate() {
        match c {
            b'{' => depth += 1,
            b'}' if depth == 0 => return at,
            b'}' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

fn without_comments(sheet: &str) -> String {
    let mut parts = sheet.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |whole, part| whole + part.split_once("*/").map_or("", |(_, rest)| rest))
}

/// The style sheets and scripts in `text`, each with the tag before it; what lies in comments, in what is shown without scripts
/// and in sheets for other than the screen is left out.
fn raw(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            rest = &rest[rest.find('<')?..];
            if let Some(comment) = rest.strip_prefix("<!--") {
                rest = comment.split_once("-->").map_or("", |(_, after)| after);
                continue;
            }
            let name = ["style", "script", "noscript"].into_iter().find(|name| {
                rest.get(1..=name.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(name))
                    && rest[1 + name.len()..].starts_with(|c: char| !c.is_alphanumeric())
            });
            let Some(name) = name else {
                rest = &rest[1..];
                continue;
            };
            let (tag, content) = rest.split_once('>')?;
            let end = content.match_indices("</").find(|(at, _)| {
                let behind = content.get(at + 2..at + 2 + name.len());
                behind.is_some_and(|tag| tag.eq_ignore_ascii_case(name))
            });
            let (content, after) = content.split_at(end.map_or(content.len(), |(at, _)| at));
            rest = after;
            let media = tag.split_once("media=").map(|(_, media)| media.trim_start_matches(['"', '\'']));
            let is_for_screen =
                media.is_none_or(|media| media.starts_with("all") || media.starts_with("screen"));
            if name != "noscript" && is_for_screen {
                return Some((tag, content));
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::Sheet;

    fn hidden(page: &str) -> Vec<String> {
        let mut all: Vec<String> = Sheet::in_page(page).hidden.into_iter().collect();
        all.sort();
        all
    }

    #[test]
    fn what_is_always_hidden_is_known() {
        let page = "<style>/* .a{ */ .skjult, .b c { display: none !important; } #x{color:red;VISIBILITY:hidden}\n\
                    p { display: none } .vis{display:block}</style>";
        assert_eq!(hidden(page), ["#x", ".skjult"]);
        assert_eq!(hidden("<STYLE media='screen'>@import 'a.css'; .a{display:none}</STYLE>"), [".a"]);
    }

    #[test]
    fn what_may_be_shown_is_not() {
        for page in [
            "<style>.a{display:none} .open .a{display:block}</style>",
            "<style>.a{display:none} .a.open{display:inline}</style>",
            "<style>.a{display:none} @media (min-width: 40em) { .a { display: block } }</style>",
            "<style>@media print { .a{display:none} }</style>",
            "<style media=\"print\">.a{display:none}</style>",
            "<noscript><style>.a{display:none}</style></noscript>",
            "<!-- <style>.a{display:none}</style> -->",
            "<style>.a{display:none}</style><script src=\"a.js\"></script>",
            "<style>.a{display:none}</style><script>find('.a')</script>",
            "<style>.a{display:none}</style><script>next.style.display = 'block'</script>",
            "<style>.a:not(.open){display:none} .a>p{display:none} input:checked~.a{display:none}</style>",
            "<style>.a{display:none; display:block}</style>",
            "<style>.a{display:none",
        ] {
            assert!(hidden(page).is_empty() || page.ends_with("none"), "{page}: {:?}", hidden(page));
        }
    }
}
