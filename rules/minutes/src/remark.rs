//! Protocol remarks and amendments: who made them, and the quoted words that follow.

use std::sync::LazyLock;

use serde::Deserialize;

use text::needles::Needles;
use text::{TextRange, is_space, range};

/// What somebody had entered in the minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemarkKind {
    /// "Protokolbemærkning".
    Remark,
    /// "Ændringsforslag".
    Amendment,
}

/// A remark or an amendment; offsets are those of the item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Remark or amendment.
    pub kind: RemarkKind,
    /// The line that announces it.
    pub announcement: TextRange,
    /// Who made it, as written before the verb.
    pub author: Option<TextRange>,
    /// The words themselves: the paragraphs after the announcement.
    pub text: Option<TextRange>,
}

/// `rules/data/lists/remarks.toml`.
#[derive(Deserialize)]
struct Words {
    remark: Vec<Box<str>>,
    amendment: Vec<Box<str>>,
    making: Vec<Box<str>>,
    other: Vec<Box<str>>,
    verbs: Vec<Box<str>>,
    verb_first: Vec<Box<str>>,
    behind: Vec<Box<str>>,
    attendance: Vec<Box<str>>,
    again: Vec<Box<str>>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| data::read("remarks"));

/// "Ø fremsatte følgende protokolbemærkning:": the kind, and the bytes of the author.
pub(super) fn announcement(line: &str) -> Option<(RemarkKind, Option<TextRange>)> {
    if !line.trim_end_matches(is_space).ends_with(':') {
        return None;
    }
    let lower = line.to_lowercase();
    let holds = |words: &[Box<str>]| words.iter().any(|word| lower.contains(&**word));
    // "Ændringsforslaget blev sat til afstemning:" announces a vote.
    if holds(&WORDS.other) || !holds(&WORDS.making) {
        return None;
    }
    let kind = match () {
        () if holds(&WORDS.remark) => RemarkKind::Remark,
        () if holds(&WORDS.amendment) => RemarkKind::Amendment,
        () => return None,
    };
    Some((kind, author(line)))
}

/// The words before the verb that announces, or, as in "Derefter afgav Enhedslisten en protokolbemærkning", behind it.
fn author(line: &str) -> Option<TextRange> {
    let first = |words: &[Box<str>], text: &str| words.iter().filter_map(|word| text.find(&**word)).min();
    let verb_first = WORDS
        .verb_first
        .iter()
        .find(|words| line.get(..words.len()).is_some_and(|begin| begin.to_lowercase() == ***words));
    if let Some(words) = verb_first {
        let (start, end) = (words.len(), first(&WORDS.behind, &line[words.len()..])?);
        return (end > 0).then(|| range(start, start + end));
    }
    let verb = first(&WORDS.verbs, line)?;
    (verb > 0).then(|| range(0, verb))
}

/// Does `line` speak of a motion, or of what came of it, and is it so none of its words: "Ændringsforslaget blev forkastet."?
pub(super) fn speaks_of_motion(line: &str) -> bool {
    let lower = line.to_lowercase();
    WORDS.again.iter().any(|word| lower.starts_with(&**word))
}

/// Does `line` tell who was absent, came, left or took part: "Ole Hansen forlod mødet"?
pub(super) fn tells_of_attendance(line: &str) -> bool {
    static PHRASES: LazyLock<Needles> = LazyLock::new(|| Needles::new(&WORDS.attendance));
    PHRASES.are_in(line)
}

/// Does a paragraph begin with a quotation mark?
pub(super) fn begins_quote(paragraph: &str) -> bool {
    paragraph.trim_start_matches(is_space).starts_with(['”', '“', '„', '"', '»', '«', '’', '‘'])
}

#[cfg(test)]
mod tests {
    use super::{RemarkKind, announcement};

    fn read(line: &str) -> Option<(RemarkKind, Option<&str>)> {
        announcement(line).map(|(kind, author)| (kind, author.map(|r| &line[r])))
    }

    #[test]
    fn the_author_stands_before_the_verb() {
        assert_eq!(read("Ø fremsatte følgende protokolbemærkning:"), Some((RemarkKind::Remark, Some("Ø"))));
        assert_eq!(
            read("Venstre og Liste B stillede følgende ændringsforslag:"),
            Some((RemarkKind::Amendment, Some("Venstre og Liste B")))
        );
        assert_eq!(
            read("Derefter afgav Liste B en protokolbemærkning, som Venstre tilsluttede sig:"),
            Some((RemarkKind::Remark, Some("Liste B")))
        );
    }

    #[test]
    fn a_sentence_about_remarks_announces_none() {
        assert_eq!(read("Der blev ikke afgivet protokolbemærkninger."), None);
        assert_eq!(read("Ændringsforslaget blev sat til afstemning:"), None);
    }
}
