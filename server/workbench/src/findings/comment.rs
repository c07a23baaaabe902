//! Suppressions in Markdown: `<!-- referent: ignore dates/weekday – the reason -->`.
//!
//! `ignore` holds for the block that follows, `ignore-item` for the rest of the item it stands in, and `ignore-file`
//! for the whole document. What follows a dash between spaces is the reason.

use rules::document::Document;
use rules::lint::{Applicability, Diagnostic, Fix, Note};
use rules::syntax::Class;
use rules::text::edit::Edit;
use rules::text::needle::Needle;
use rules::text::{TextRange, TextSize, range};

use super::{covers, line_end};
use crate::baseline::is_private_error;

/// How a comment begins.
static OPENING: Needle = Needle::new("<!--");

/// A suppression in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Comment {
    /// The names of rules and groups, and where each stands.
    pub(super) rules: Vec<(String, TextRange)>,
    /// The comment itself.
    range: TextRange,
    /// What it holds for.
    reach: TextRange,
    /// Does it say why?
    has_reason: bool,
}

/// A comment that is meant to suppress something and cannot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mistaken {
    /// Where it stands.
    pub(super) range: TextRange,
    /// What is wrong with it.
    pub(super) slip: Slip,
}

/// Why a comment suppresses nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slip {
    /// It orders nothing that there is: "referent: ignroe", "referent ignore".
    Order,
    /// It names no rule.
    NoRule,
    /// The text is not Markdown, so that it is published.
    NoComment,
}

impl Slip {
    /// What is wrong, and what to write instead.
    pub(super) fn told(self) -> Note {
        let (da, en) = match self {
            Self::Order => (
                "Undtagelsen virker ikke; skriv \"referent: ignore\", \"ignore-item\" eller \"ignore-file\" og reglens navn",
                "The suppression has no effect; write \"referent: ignore\", \"ignore-item\" or \"ignore-file\" and the name of the rule",
            ),
            Self::NoRule => (
                "Undtagelsen nævner ingen regel og virker ikke; skriv reglens navn efter ordet",
                "The suppression names no rule and has no effect; write the name of the rule behind the word",
            ),
            Self::NoComment => (
                "Her er ingen Markdown, så undtagelsen virker ikke, og kommentaren bliver offentliggjort; brug [[suppress]] i referent.toml",
                "This is not Markdown, so the suppression has no effect and the comment is published; use [[suppress]] in referent.toml",
            ),
        };
        Note::new(da, en)
    }
}

/// The comments in the document that are meant to suppress something and cannot. "Referent: Anne Holm" is who takes minutes.
pub(super) fn mistaken(document: &Document, markdown: bool) -> Vec<Mistaken> {
    static WORD: Needle = Needle::new("eferent");
    let text = document.text();
    if !OPENING.is_in(text) || !WORD.is_in(text) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (start, _) in text.match_indices("<!--") {
        let Some(len) = text[start..].find("-->") else { break };
        let words = text[start + "<!--".len()..start + len].trim().to_lowercase();
        let Some(rest) = words.strip_prefix("referent") else { continue };
        let order = rest.strip_prefix(':').unwrap_or(rest).trim_start();
        let (order, names) = order.split_once(char::is_whitespace).unwrap_or((order, ""));
        let names = &names[..reason_at(&format!(" {names}")).map_or(names.len(), |at| at.saturating_sub(1))];
        let is_known = ["ignore", "ignore-item", "ignore-file"].contains(&order);
        let slip = match is_known && rest.starts_with(':') {
            true if !markdown => Slip::NoComment,
            true if names.trim().is_empty() => Slip::NoRule,
            true => continue,
            false if is_known || is_nearly_ignore(order) => Slip::Order,
            false => continue,
        };
        found.push(Mistaken { range: range(start, start + len + "-->".len()), slip });
    }
    found
}

/// Is the word "ignore" or one that begins with it, but for a slip?
fn is_nearly_ignore(word: &str) -> bool {
    let word = word.split(['-', ':']).next().unwrap_or_default();
    let mut letters: Vec<char> = word.chars().collect();
    letters.sort_unstable();
    let same = letters.iter().collect::<String>() == "eginor";
    same || word.starts_with("ign") || word.len() > 4 && "ignore".starts_with(word)
}

impl Comment {
    /// The number of the name that suppresses `diagnostic`.
    pub(super) fn suppresses(&self, diagnostic: &Diagnostic) -> Option<usize> {
        let at = diagnostic.range.start();
        let within = self.reach.contains(at) || self.reach == TextRange::empty(at);
        self.rules.iter().position(|(name, _)| within && covers(name, diagnostic.rule))
    }

    /// May name number `n` not suppress `diagnostic`? An error about privacy asks for its full name and a reason.
    pub(super) fn is_refused(&self, n: usize, diagnostic: &Diagnostic) -> bool {
        let named = self.rules.get(n).is_some_and(|(name, _)| name == diagnostic.rule.name);
        is_private_error(diagnostic) && !(named && self.has_reason)
    }

    /// A fix that takes away name number `n`, or all of the comment.
    pub(super) fn without(&self, n: Option<usize>, text: &str) -> Fix {
        let edit = match n {
            None => Edit::delete(TextRange::new(self.range.start(), self.line_after(text))),
            Some(n) if n + 1 < self.rules.len() => {
                Edit::delete(TextRange::new(self.rules[n].1.start(), self.rules[n + 1].1.start()))
            }
            Some(n) => {
                let before = n.checked_sub(1).map_or(self.rules[n].1.start(), |m| self.rules[m].1.end());
                Edit::delete(TextRange::new(before, self.rules[n].1.end()))
            }
        };
        Fix {
            title: Note::new("Fjern undtagelsen", "Remove the suppression"),
            applicability: Applicability::Safe,
            edits: vec![edit],
        }
    }

    /// After the comment's line and one blank line, when nothing else stands on it.
    fn line_after(&self, text: &str) -> TextSize {
        let end = usize::from(self.range.end());
        let line = line_end(text, self.range.end());
        if !text[end..line].trim().is_empty() {
            return self.range.end();
        }
        let next = line_end(text, TextSize::new(line as u32));
        let blank = text[line..next].trim().is_empty();
        TextSize::new(if blank { next } else { line } as u32)
    }
}

/// The suppressions of `document`, when it is Markdown.
pub(super) fn comments(document: &Document, markdown: bool) -> Vec<Comment> {
    static ORDER: Needle = Needle::new("eferent:");
    // "Referent: Anne Holm" is in many documents, and a comment in few.
    if !markdown || !OPENING.is_in(document.text()) || !ORDER.is_in(document.text()) {
        return Vec::new();
    }
    let mut comments = Vec::new();
    let mut blocks = Vec::new();
    let mut at = TextSize::new(0);
    for block in document.minutes().blocks() {
        blocks.push((TextRange::at(at, block.len), block.class));
        at += block.len;
    }
    for (i, (place, class)) in blocks.iter().enumerate() {
        if *class != Class::Comment {
            continue;
        }
        let next = blocks[i + 1..].iter().find(|(_, class)| !matches!(class, Class::Comment | Class::Blank));
        let block = next.map_or(TextRange::empty(place.end()), |(range, _)| *range);
        comments.extend(read(document, *place, block));
    }
    comments
}

/// The suppression in the comment at `place`, if it is one; `block` is what it stands before.
fn read(document: &Document, place: TextRange, block: TextRange) -> Option<Comment> {
    let text = document.text();
    let start = usize::from(place.start()) + text[place].find("<!--")?;
    let end = start + text[start..usize::from(place.end())].find("-->")? + "-->".len();
    let inside = start + "<!--".len();
    let words = &text[inside..end - "-->".len()];
    let words_there = words.trim_start();
    let (called, order) = words_there.split_at_checked("referent:".len())?;
    let order = order.trim_start();
    let (order, names) = order.split_once(char::is_whitespace).unwrap_or((order, ""));
    if !called.eq_ignore_ascii_case("referent:") {
        return None;
    }
    let reach = match order.to_ascii_lowercase().as_str() {
        "ignore" => block,
        "ignore-item" => item_around(document, place.start()),
        "ignore-file" => TextRange::up_to(TextSize::of(text)),
        _ => return None,
    };
    let at = end - "-->".len() - names.len();
    let has_reason = reason_at(names).is_some_and(|at| names[at..].contains(char::is_alphabetic));
    Some(Comment { rules: rules(names, at), range: range(start, end), reach, has_reason })
}

/// The names in `list`, which begins at byte `offset`, up to the reason.
fn rules(list: &str, offset: usize) -> Vec<(String, TextRange)> {
    let list = &list[..reason_at(list).unwrap_or(list.len())];
    let mut rules = Vec::new();
    let mut at = 0;
    for part in list.split(',') {
        let name = part.trim();
        if !name.is_empty() {
            let start = offset + at + (part.len() - part.trim_start().len());
            rules.push((name.to_owned(), range(start, start + name.len())));
        }
        at += part.len() + 1;
    }
    rules
}

/// Where the reason begins.
fn reason_at(list: &str) -> Option<usize> {
    [" – ", " — ", " - ", " -- "].iter().filter_map(|dash| list.find(dash)).min()
}

fn item_around(document: &Document, offset: TextSize) -> TextRange {
    let mut items = document.minutes().items().map(|placed| placed.range());
    let item = items.find(|range| range.contains(offset));
    item.unwrap_or_else(|| TextRange::up_to(document.minutes().head().len))
}

#[cfg(test)]
mod tests {
    use super::{comments, rules};
    use rules::document::Document;

    fn read(text: &str) -> Vec<(Vec<String>, String)> {
        let document = Document::new(Default::default(), text.to_owned());
        let read = comments(&document, true);
        let names = |comment: &super::Comment| comment.rules.iter().map(|(name, _)| name.clone()).collect();
        read.iter().map(|comment| (names(comment), text[comment.reach].to_owned())).collect()
    }

    #[test]
    fn a_comment_holds_for_the_block_after_it() {
        let text = "# 1. Plan\n\n<!-- referent: ignore dates/weekday, names – brevet siger det -->\n\nMandag.\n\nTirsdag.\n";
        assert_eq!(
            read(text),
            [(vec!["dates/weekday".to_owned(), "names".to_owned()], "Mandag.\n\n".to_owned())]
        );
        assert!(read("<!-- en note -->\n\nMandag.\n").is_empty());
    }

    #[test]
    fn a_comment_may_hold_for_the_file() {
        let text = "<!-- referent: ignore-file dates -->\n\nMandag.\n";
        assert_eq!(read(text)[0].1, text);
    }

    #[test]
    fn a_hyphen_in_a_name_begins_no_reason() {
        let names: Vec<String> =
            rules("at-points/lead-word - sådan", 0).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["at-points/lead-word"]);
    }

    /// Old files of the Macintosh end their lines with a sign of their own.
    #[test]
    fn a_line_goes_with_its_own_end() {
        for end in ["\n", "\r\n", "\r"] {
            let lines =
                ["# 1. Plan", "", "<!-- referent: ignore dates -->", "", "Mandag.", "", "Tirsdag.", ""];
            let text = lines.join(end);
            let document = Document::new(Default::default(), text.clone());
            let comment = comments(&document, true).remove(0);
            let fix = comment.without(None, &text);
            let mut left = text.clone();
            left.replace_range(std::ops::Range::<usize>::from(fix.edits[0].range()), "");
            assert_eq!(left, ["# 1. Plan", "", "Mandag.", "", "Tirsdag.", ""].join(end));
        }
    }
}
