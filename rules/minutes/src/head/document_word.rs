//! The word for what the document is, in the line that names it, and the lines that say who came.

use std::sync::LazyLock;

use serde::Deserialize;

use super::Reader;
use crate::Stage;
use danish::letters::small;
use syntax::{Block, Class};
use text::{TextRange, ends_with, is_space};

#[derive(Deserialize)]
struct RawDocumentWords {
    minutes: Vec<Box<str>>,
    agenda: Vec<Box<str>>,
    before: Vec<Box<str>>,
    links: Vec<Box<str>>,
    meeting: Vec<Box<str>>,
    meets: Vec<Box<str>>,
    attended: Vec<Box<str>>,
    asked: Vec<Box<str>>,
    others: Vec<Box<str>>,
}

static WRITTEN: LazyLock<RawDocumentWords> = LazyLock::new(|| data::read("document_words"));

/// The stage that a title line names, and the line after "Referat til mødet i" and the like.
pub(super) fn document_word(line: &str) -> (Option<Stage>, &str) {
    let lower = line.to_lowercase();
    let begins = begins(&lower).filter(|_| lower.len() == line.len());
    let Some((stage, len)) = begins else { return (inside(&lower), line) };
    let rest = line[len..].trim_start_matches(|c| is_space(c) || matches!(c, '-' | '–' | ':' | '•'));
    let rest = WRITTEN.links.iter().find_map(|link| rest.strip_prefix(&**link)).unwrap_or(rest);
    (Some(stage), rest)
}

/// What follows "Møde i" at the beginning of `line`.
pub(super) fn behind_meeting(line: &str) -> Option<&str> {
    let behind = |words: &str| {
        let begin = line.get(..words.len()).filter(|begin| small(begin) == words)?;
        Some(&line[begin.len()..])
    };
    WRITTEN.meets.iter().find_map(|words| behind(words))
}

/// Is the line the word and nothing else: "Referat:"?
pub(super) fn is_document_word(line: &str) -> bool {
    let (stage, rest) = document_word(line);
    stage.is_some() && rest.is_empty()
}

/// Does `line` name a meeting: "af bestyrelsesmøde den 1. oktober 2012"?
pub fn says_meeting(line: &str) -> bool {
    small(line)
        .split(|c: char| !c.is_alphabetic())
        .any(|word| WRITTEN.meeting.iter().any(|end| word.ends_with(&**end)))
}

/// The stage that a line in small letters begins with, and the bytes of the words that say it.
fn begins(lower: &str) -> Option<(Stage, usize)> {
    let behind = WRITTEN.before.iter().filter_map(|word| lower.strip_prefix(&**word)).map(str::trim_start);
    std::iter::once(lower).chain(behind).find_map(|rest| {
        let word = &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())];
        Some((stage_of(word)?, lower.len() - rest.len() + word.len()))
    })
}

fn stage_of(word: &str) -> Option<Stage> {
    let ends = |words: &[Box<str>]| words.iter().any(|end| ends_with(word, end));
    match () {
        () if ends(&WRITTEN.minutes) => Some(Stage::Minutes),
        () if ends(&WRITTEN.agenda) => Some(Stage::Agenda),
        () => None,
    }
}

/// "Kulturudvalget - Referat", "Havnelauget – referat af mødet".
fn inside(lower: &str) -> Option<Stage> {
    let last =
        lower.rsplit(|c| is_space(c) || c == '-' || c == '–').next().filter(|last| last.len() < lower.len());
    let dashed = || {
        let (_, rest) = lower.split_once(" - ").or_else(|| lower.split_once(" – "))?;
        begins(rest.trim_start())
    };
    let whole = |word: &str| WRITTEN.minutes.iter().chain(&WRITTEN.agenda).any(|own| **own == *word);
    last.filter(|last| whole(last) || last.ends_with("protokol"))
        .and_then(stage_of)
        .or_else(|| Some(dashed()?.0))
}

/// Does a line tell of another meeting: "Næste møde: 21. september kl. 19.15"?
pub(super) fn is_of_another(line: &str) -> bool {
    let line = small(line.trim_start_matches(|c: char| !c.is_alphabetic()));
    WRITTEN.others.iter().any(|other| line.starts_with(&**other))
}

/// What a line of the head says of who came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Attendance {
    /// "Til stede: Bo Dal".
    Told,
    /// "Til stede:", and the names on the next lines.
    Below,
}

/// Does `line` say who came to the meeting?
fn attendance(line: &str) -> Option<Attendance> {
    // Most lines are told apart by their first letter.
    if !line
        .trim_start_matches('*')
        .starts_with(['T', 'M', 'F', 'A', 'D', 'I', 'E', 'R', 't', 'f', 'a', 'm', 'd'])
    {
        return None;
    }
    let folded = small(line.trim_matches('*'));
    let behind =
        |word: &&str| folded.strip_prefix(*word).filter(|rest| !rest.starts_with(char::is_alphanumeric));
    let rest = WRITTEN
        .attended
        .iter()
        .map(|word| &**word)
        .filter_map(|word| behind(&word))
        .min_by_key(|rest| rest.len())?;
    let said = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    let first = said.split(is_space).next().unwrap_or("");
    match () {
        () if said.is_empty() => rest.contains(':').then_some(Attendance::Below),
        () if WRITTEN.asked.iter().any(|word| **word == *first) => None,
        () => Some(Attendance::Told),
    }
}

impl Reader<'_> {
    /// Notes whether `block` says who came.
    pub(super) fn attendance(&mut self, block: &Block, words: TextRange) {
        if self.head.attended || !matches!(block.class, Class::Text | Class::Label(_)) {
            self.names_below = false;
            return;
        }
        let line = &self.text[words];
        let told = attendance(line);
        let named = self.names_below && block.class == Class::Text && line.contains(char::is_alphabetic);
        self.head.attended = named || told == Some(Attendance::Told);
        self.names_below = told == Some(Attendance::Below);
    }

    /// "Dagsorden" alone below those who came heads the list of items, and "Referat" alone below that what was said of them.
    pub(super) fn stage(&mut self, words: TextRange, stage: Stage) {
        let alone = |words: TextRange| is_document_word(&self.text[words]);
        if stage == Stage::Agenda && self.head.attended && alone(words) {
            return;
        }
        let listed = self.head.stage.is_some_and(|(own, former)| former == Stage::Agenda && alone(own));
        if self.head.stage.is_none() || listed && stage == Stage::Minutes && alone(words) {
            self.head.stage = Some((words, stage));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Attendance, Stage, attendance, document_word};

    #[test]
    fn the_word_for_the_document_is_set_aside() {
        assert_eq!(document_word("Referat til mødet i Byrådet"), (Some(Stage::Minutes), "Byrådet"));
        assert_eq!(document_word("REFERAT Kulturudvalget"), (Some(Stage::Minutes), "Kulturudvalget"));
        assert_eq!(document_word("Kulturudvalget - Referat").0, Some(Stage::Minutes));
        assert_eq!(document_word("ÅBEN DAGSORDEN").0, Some(Stage::Agenda));
        assert_eq!(document_word("Referatet blev godkendt").0, None);
    }

    #[test]
    fn the_word_may_be_longer_and_stand_behind_others() {
        for line in [
            "Mødereferat",
            "Beslutningsprotokol",
            "Hermed referat fra bestyrelsesmødet:",
            "Hermed følger referat fra mødet",
            "Vejlauget – referat fra mødet den 5/11-2023",
        ] {
            assert_eq!(document_word(line).0, Some(Stage::Minutes), "{line}");
        }
        assert_eq!(document_word("Bestyrelsen omdeler referater").0, None);
    }

    #[test]
    fn who_came_is_told_afterwards() {
        for line in [
            "Til stede: Bo Dal",
            "Tilstede var Bo og Eva",
            "Afbud fra Ib",
            "Alle mødt op",
            "Referent: Bo Dal",
        ] {
            assert_eq!(attendance(line), Some(Attendance::Told), "{line}");
        }
        assert_eq!(attendance("Tilstede:"), Some(Attendance::Below));
        for line in ["Afbud bedes meddelt til Bo", "Afbud til Bo senest torsdag", "Deltagere: Bo Dal", "Til"]
        {
            assert_eq!(attendance(line), None, "{line}");
        }
    }
}
