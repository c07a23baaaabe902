//! The word for what the document is, in the line that names it, and the lines that say who came.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::Reader;
use crate::Stage;
use danish::date;
use danish::letters::small;
use syntax::{Block, Class, says_meeting, title};
use text::lines::floor_boundary;
use text::{TextRange, TextSize, ends_with, is_space};

#[derive(Deserialize)]
pub(super) struct RawDocumentWords {
    minutes: Vec<Box<str>>,
    agenda: Vec<Box<str>>,
    before: Vec<Box<str>>,
    links: Vec<Box<str>>,
    meets: Vec<Box<str>>,
    attended: Vec<Box<str>>,
    beforehand: Vec<Box<str>>,
    asked: Vec<Box<str>>,
    others: Vec<Box<str>>,
    pub(super) written: Vec<Box<str>>,
    former: Vec<Box<str>>,
    reported: FxHashSet<Box<str>>,
}

pub(super) static WRITTEN: LazyLock<RawDocumentWords> = LazyLock::new(|| data::read("document_words"));

/// The stage that a title line names, and the line after "Referat til mødet i" and the like.
pub(super) fn document_word(line: &str) -> (Option<Stage>, &str) {
    let lower = line.to_lowercase();
    if lower.len() != line.len() {
        return (inside(&lower), line);
    }
    let Some((stage, len)) = begins(&lower) else {
        return (inside(&lower).or_else(|| apart(line, &lower)), line);
    };
    // "Dagsorden og referat" is either.
    let stage = Some(stage).filter(|_| !names_both(&lower[len..]));
    let rest = line[len..].trim_start_matches(|c| is_space(c) || matches!(c, '-' | '–' | ':' | '•'));
    let linked = |link: &str| {
        let begin = rest
            .get(..link.len())
            .filter(|begin| begin.eq_ignore_ascii_case(link) || small(begin) == link)?;
        Some(&rest[begin.len()..])
    };
    let rest = WRITTEN.links.iter().find_map(|link| linked(link)).unwrap_or(rest);
    (stage, rest)
}

/// Does the word for the other document follow, as in "Dagsorden/referat"?
fn names_both(behind: &str) -> bool {
    const JOINTS: [&str; 5] = ["/", "og ", "& ", "+", "med "];
    let behind = behind.trim_start_matches(is_space);
    let other = JOINTS
        .iter()
        .find_map(|joint| behind.strip_prefix(joint))
        .map(|rest| rest.trim_start_matches(is_space));
    other.is_some_and(|other| begins(other).is_some())
}

/// "Lærkehøj. Referat af møde den 4. maj", "HAVNELAUGET REFERAT 4. MAJ": the word in the middle of a line that names a meeting or
/// a day, where a sign, a capital letter or a number before it says that something begins.
fn apart(line: &str, lower: &str) -> Option<Stage> {
    const LOOKED_AT: usize = 200;
    if title::is_known(line) {
        return None;
    }
    let head = &lower[..floor_boundary(lower, LOOKED_AT)];
    let mut at = 0;
    for word in head.split(|c: char| !c.is_alphabetic()) {
        let start = at;
        at += word.len() + head[at + word.len()..].chars().next().map_or(0, char::len_utf8);
        let Some(stage) = stage_of(word).filter(|_| start > 0) else { continue };
        let before = line[..start].trim_end_matches(is_space);
        let last = before.rsplit(is_space).next().unwrap_or("");
        let sign = before.ends_with(['.', ':', ';', '|', '/', '•', '-', '–', '—']);
        let begins = line[start..].starts_with(char::is_uppercase);
        // In a line all in capitals a word before it says nothing.
        let named = begins && (last.ends_with(|c: char| c.is_ascii_digit()) || is_name(last));
        if (begins && sign || named) && !is_of_former(&head[start + word.len()..]) && says_when(line) {
            return Some(stage);
        }
    }
    None
}

/// Does a line that begins with the agenda go on with the minutes: "… 15 Evt. Referat fra mødet den 6. oktober Til stede: …"?
pub(super) fn goes_on_as_minutes(line: &str) -> bool {
    const WORD: &str = "Referat ";
    const LINKS: [&str; 3] = ["fra ", "af ", "til "];
    line.match_indices(WORD).any(|(at, word)| {
        let before = line[..at].trim_end_matches(is_space);
        let behind = &line[at + word.len()..];
        before.ends_with(['.', ':', '!', '?', '|', '-', '–'])
            && LINKS.iter().any(|link| behind.starts_with(link))
            && !is_of_former(behind)
    })
}

/// Is `word` written as a name is, and none of the small words that a line in capitals has too: "Ældrerådet", "HAVNELAUGET"?
fn is_name(word: &str) -> bool {
    const SHORT: usize = 3;
    word.starts_with(char::is_uppercase) && word.chars().count() > SHORT
}

/// Does a line name a meeting or give a day?
fn says_when(line: &str) -> bool {
    says_meeting(line) || date::dates(line).next().is_some()
}

/// Is it another meeting's document: "referat fra sidst"?
fn is_of_former(behind: &str) -> bool {
    WRITTEN.former.iter().any(|former| behind.trim_start_matches(is_space).starts_with(&**former))
}

/// What follows "Møde i" at the beginning of `line`.
pub(super) fn behind_meeting(line: &str) -> Option<&str> {
    let behind = |words: &str| {
        let begin = line.get(..words.len()).filter(|begin| small(begin) == words)?;
        Some(&line[begin.len()..])
    };
    WRITTEN.meets.iter().find_map(|words| behind(words))
}

/// Does a line of `text`, an item whose heading ends before `after`, begin with somebody who told or did something: "Formanden
/// orienterede om budgettet", "Bo Dal og Eva fortalte"?
pub(crate) fn reports(text: &str, blocks: &[Block], after: (usize, TextSize)) -> bool {
    let mut start = after.1;
    blocks[after.0..].iter().any(|block| {
        let words = &text[block.words() + start];
        start += block.len;
        block.class == Class::Text && tells(words)
    })
}

fn tells(words: &str) -> bool {
    const MOST_BEFORE: usize = 3;
    let mut own = words.split(is_space);
    let somebody = own.next().is_some_and(|word| word.starts_with(char::is_uppercase));
    somebody && own.take(MOST_BEFORE).any(|word| WRITTEN.reported.contains(word))
}

/// Is the line the word and nothing else: "Referat:"?
pub(super) fn is_document_word(line: &str) -> bool {
    let (stage, rest) = document_word(line);
    stage.is_some() && rest.is_empty()
}

/// The stage that a line in small letters begins with, and the bytes of the words that say it.
pub(super) fn begins(lower: &str) -> Option<(Stage, usize)> {
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
    // "Regionsrådet, referat af møde den 24. juni 2026"
    let behind_comma = || {
        let (_, rest) = lower.split_once(", ")?;
        let (stage, len) = begins(rest)?;
        (says_when(rest) && !is_of_former(&rest[len..])).then_some(stage)
    };
    let whole = |word: &str| WRITTEN.minutes.iter().chain(&WRITTEN.agenda).any(|own| **own == *word);
    last.filter(|last| whole(last) || last.ends_with("protokol"))
        .and_then(stage_of)
        .or_else(|| Some(dashed()?.0))
        .or_else(behind_comma)
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

/// "Afbud: Bo Dal", "Referent: Ida Krog": may `line`, which says who came, be written before the meeting?
fn is_known_before(line: &str) -> bool {
    let folded = small(line.trim_matches('*'));
    let begins =
        |word: &str| folded.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    WRITTEN.beforehand.iter().any(|word| begins(word))
}

impl Reader<'_> {
    /// Notes whether `block` says who came.
    pub(super) fn attendance(&mut self, block: &Block, words: TextRange) {
        if self.head.present || !matches!(block.class, Class::Text | Class::Label(_)) {
            self.names_below = false;
            return;
        }
        let line = &self.text[words];
        let told = attendance(line);
        let named = self.names_below && block.class == Class::Text && line.contains(char::is_alphabetic);
        let is_told = named || told == Some(Attendance::Told);
        let is_present = if named { self.present_below } else { !is_known_before(line) };
        self.head.attended |= is_told;
        self.head.present |= is_told && is_present;
        self.names_below = told == Some(Attendance::Below);
        self.present_below = self.names_below && is_present;
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
        assert_eq!(document_word("Dagsorden og referat").0, None);
        assert_eq!(document_word("Dagsorden/referat for mødet i Byrådet").0, None);
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
    fn the_word_may_stand_apart_in_a_long_line() {
        for line in [
            "Vejlauget Lærken. Referat af bestyrelsesmøde d. 4. maj 2021",
            "HAVNELAUGET REFERAT FRA MØDET DEN 4. MAJ 2021",
            "Havnelauget Referat 4. maj 2021 Til stede: Bo",
            "1 Referat af 2. rådsmøde",
        ] {
            assert_eq!(document_word(line).0, Some(Stage::Minutes), "{line}");
        }
        for line in [
            "Godkendelse af dagsorden og af referat af mødet den 4. maj 2021",
            "Opfølgning. Referat fra sidste møde",
            "Der er møde den 4. maj, og referat kommer",
            "GODKENDELSE AF REFERAT FRA MØDET DEN 4. MAJ",
        ] {
            assert_eq!(document_word(line).0, None, "{line}");
        }
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
