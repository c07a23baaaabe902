//! Protocol remarks and amendments: who made them, and the quoted words that follow.

use crate::text::{TextRange, is_space, range};

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

/// Words that say that a remark or an amendment is made here.
const MAKING: &[&str] = &[
    "følgende",
    "fremsat",
    "fremsæt",
    "afgav",
    "afgiv",
    "stillede",
    "stiller",
    "stillet",
    "ønske",
    "indgav",
    "tilføj",
    "fra ",
    "tilfør",
    "kom med",
    "fik ",
    "har ",
    "protokolbemærkning:",
    "protokoltilførsel:",
    "mindretalsudtalelse:",
];

/// "Ø fremsatte følgende protokolbemærkning:": the kind, and the bytes of the author.
pub(super) fn announcement(line: &str) -> Option<(RemarkKind, Option<TextRange>)> {
    if !line.trim_end_matches(is_space).ends_with(':') {
        return None;
    }
    let lower = line.to_lowercase();
    // "Ændringsforslaget blev sat til afstemning:" announces a vote.
    if lower.contains("afstemning") || !MAKING.iter().any(|words| lower.contains(words)) {
        return None;
    }
    let kind = if [
        "protokolbemærkning",
        "protokoltilførsel",
        "ført til protokol",
        "ført til referat",
        "mindretalsudtalelse",
        "særudtalelse",
        "særstandpunkt",
    ]
    .iter()
    .any(|word| lower.contains(word))
    {
        RemarkKind::Remark
    } else if lower.contains("ændringsforslag") {
        RemarkKind::Amendment
    } else {
        return None;
    };
    Some((kind, author(line)))
}

/// The words before the verb that announces.
fn author(line: &str) -> Option<TextRange> {
    const VERBS: &[&str] = &[
        " fremsatte ",
        " fremsætter ",
        " afgav ",
        " afgiver ",
        " stillede ",
        " stiller ",
        " ønskede ",
        " ønsker ",
        " fik ",
        " har ",
        " kom med ",
        " indgav ",
    ];
    let (start, line) = match line.strip_prefix("Derefter afgav ") {
        Some(rest) => return end_of_author(line, line.len() - rest.len()),
        None => (0, line),
    };
    let verb = VERBS.iter().filter_map(|verb| line.find(verb)).min()?;
    (verb > 0).then(|| range(start, verb))
}

/// "Derefter afgav Enhedslisten en protokolbemærkning": the author stands after the verb.
fn end_of_author(line: &str, start: usize) -> Option<TextRange> {
    let end = [" en protokol", " følgende", " et ændring"]
        .iter()
        .filter_map(|words| line[start..].find(words))
        .min()?;
    (end > 0).then(|| range(start, start + end))
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
