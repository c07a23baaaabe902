//! The name of an association, a club, a waterworks whose board meets, where the head names no committee: "Grundejerforeningen Lyngen".

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::Reader;
use super::document_word::document_word;
use super::loose_date::loose_date;
use danish::date;
use danish::letters::small;
use syntax::says_meeting;
use text::{TextRange, is_space, range_of, trim};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNames {
    ends: Vec<Box<str>>,
    first: FxHashSet<Box<str>>,
    last: FxHashSet<Box<str>>,
    small: FxHashSet<Box<str>>,
    never: FxHashSet<Box<str>>,
    boards: Vec<Box<str>>,
    acts: Vec<Box<str>>,
    links: FxHashSet<Box<str>>,
    abbreviations: FxHashSet<Box<str>>,
}

static WRITTEN: LazyLock<RawNames> = LazyLock::new(|| data::read("organisations"));

/// A name that stands alone is in one of so many lines at the top.
const TOP: u8 = 3;
/// A longer name is none, in bytes and in words.
const LONGEST: usize = 80;
const MOST_WORDS: usize = 7;
/// A name of which no word says that it is that of an association has so many words at most.
const MOST_UNKNOWN: usize = 4;

/// The names that the head has so far.
#[derive(Default)]
pub(super) struct Names {
    /// One of which a word says that it is that of an association.
    known: Option<TextRange>,
    /// One that stands alone on top, until the line below says that a board met.
    alone: Option<TextRange>,
    /// The same, once it does.
    met: Option<TextRange>,
    /// A body by its kind alone: "afdelingsbestyrelsen".
    pub(super) by_its_kind: Option<TextRange>,
    /// How many lines were looked at.
    lines: u8,
}

impl Names {
    /// The name of who met.
    pub(super) fn best(&self) -> Option<TextRange> {
        self.known.or(self.met).or(self.by_its_kind)
    }
}

impl Reader<'_> {
    /// Looks for the name of an association in a line of the head.
    pub(super) fn organisation(&mut self, words: TextRange) {
        const LOOKED_AT: usize = 250;
        const LINES: u8 = 12;
        let line = &self.text[words];
        let names = &mut self.names;
        names.lines = names.lines.saturating_add(1);
        let board = names.lines <= LINES && says_board(line);
        if board && names.met.is_none() {
            names.met = names.alone.take();
        }
        if names.lines > LINES || line.len() > LOOKED_AT {
            return;
        }
        if let Some(known) = names.known {
            // "A/B Elmehuset" above "Bestyrelsesmøde i Andelsboligforeningen Elmehuset": the name in full says more.
            let full = pieces(line).filter_map(behind_meeting).map(undated);
            let full = full.filter(|name| spells_out(&self.text[known], name) && is_known(name));
            names.known = full.last().map(|name| range_of(self.text, name)).or(names.known);
            return;
        }
        // "Mødelokale 2, Fjordby Skole" says where: a name stands first, or behind the word for the document.
        let mut top = names.lines <= TOP;
        let found = pieces(line).find_map(|piece| {
            let own = behind_meeting(piece).or(top.then_some(piece));
            top &= document_word(piece).0.is_some();
            own.map(undated).filter(|name| is_known(name))
        });
        names.known = found.map(|name| range_of(self.text, name));
        let first = names.lines == 1 && names.known.is_none();
        // "Referat 7. august Til stede: Ida, Bo & Kaj": behind a label stand people.
        let alone = || {
            let own = pieces(line).take_while(|piece| !piece.contains(": "));
            own.map(undated).find(|piece| is_alone(piece))
        };
        if let Some(name) = first.then(alone).flatten() {
            let place = Some(range_of(self.text, name));
            *(if board { &mut names.met } else { &mut names.alone }) = place;
        } else if names.lines > 1 {
            names.alone = None;
        }
    }
}

/// Is `full` the name that `short` begins with an abbreviation for: "A/B Elmehuset", "Andelsboligforeningen Elmehuset"?
fn spells_out(short: &str, full: &str) -> bool {
    let (Some((kind, own)), Some((spelled, same))) = (short.split_once(' '), full.split_once(' ')) else {
        return false;
    };
    let mut letters = kind.split('/').filter(|part| !part.is_empty());
    let abbreviates = kind.len() <= 4 && kind.contains('/') && letters.all(|part| part.chars().count() == 1);
    abbreviates && small(own) == small(same) && small(spelled).chars().next() == small(kind).chars().next()
}

/// Does a line name the board or the assembly that met?
fn says_board(line: &str) -> bool {
    let folded = small(line);
    WRITTEN.boards.iter().any(|board| folded.contains(&**board))
}

/// The parts of a line that dashes, commas, stops and columns set apart.
fn pieces(line: &str) -> impl Iterator<Item = &str> {
    const SIGNS: [&str; 8] = [" - ", " – ", " — ", " • ", " | ", ", ", "\t", "   "];
    let mut rest = Some(line);
    std::iter::from_fn(move || {
        let own = rest?;
        let sign = SIGNS.iter().filter_map(|sign| Some((own.find(sign)?, sign.len()))).min();
        let cut = sign.into_iter().chain(stop(own).map(|at| (at, 2))).min();
        rest = cut.map(|(at, len)| &own[at + len..]);
        Some(
            cut.map_or(own, |(at, _)| &own[..at])
                .trim_matches(|c| is_space(c) || matches!(c, '*' | '#' | '_')),
        )
    })
}

/// Where the first stop in `words` ends a sentence.
fn stop(words: &str) -> Option<usize> {
    words.match_indices(". ").map(|(at, _)| at).find(|at| {
        let word = words[..*at].rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        word.len() > 1 && !WRITTEN.abbreviations.contains(&*small(word))
    })
}

/// What stands behind "bestyrelsesmøde i" and the like in `words`.
fn behind_meeting(words: &str) -> Option<&str> {
    let mut at = 0;
    let mut meeting = false;
    for word in words.split(' ') {
        at += word.len() + 1;
        if meeting && WRITTEN.links.contains(&*small(word)) {
            return words.get(at..);
        }
        meeting = says_meeting(word);
    }
    None
}

/// `words` up to a day or an hour.
fn undated(words: &str) -> &str {
    let day = date::dates(words).next().map(|found| found.range).or_else(|| Some(loose_date(words)?.0));
    let cut = day.map_or(words.len(), |day| day.start().into());
    let acts = WRITTEN.acts.iter().map(|verb| &**verb);
    let cut = [" kl.", " d.", " den "]
        .into_iter()
        .chain(acts)
        .filter_map(|sign| words.find(sign))
        .fold(cut, usize::min);
    trim(&words[..cut])
}

/// Is `name` that of an association, by one of its words?
fn is_known(name: &str) -> bool {
    let Some(words) = proper(name).filter(|words| words.len() > 1) else { return false };
    let ends = |word: &String| WRITTEN.ends.iter().any(|end| word.ends_with(&**end));
    let first = words.first().is_some_and(|word| WRITTEN.first.contains(&**word));
    let last = words.last().is_some_and(|word| WRITTEN.last.contains(&**word));
    first || last || words.iter().any(ends)
}

/// May `name` be that of an association, if what stands beside it says that its board met?
fn is_alone(name: &str) -> bool {
    proper(name).is_some_and(|words| (2..=MOST_UNKNOWN).contains(&words.len()))
        && !name.contains(|c: char| c.is_ascii_digit())
        && document_word(name).0.is_none()
}

/// The words of `name` in small letters, where each may be in a name.
fn proper(name: &str) -> Option<Vec<String>> {
    let fits = name.len() <= LONGEST && name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    // Haveforeningen "Flittige Lise"
    let quotes = name.matches('"').count() % 2;
    if !fits || quotes > 0 || name.contains([':', ';', '?', '!', '(']) || says_meeting(name) {
        return None;
    }
    let mut words = Vec::new();
    for word in name.split(is_space).filter(|word| !word.is_empty()) {
        let word = word.trim_matches('"');
        let folded = small(word);
        let own = word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || WRITTEN.small.contains(&*folded)
            || WRITTEN.last.contains(&*folded);
        let stopped = word.ends_with('.')
            && !WRITTEN.last.contains(&*folded)
            && !WRITTEN.abbreviations.contains(folded.trim_end_matches('.'));
        if !own || stopped || WRITTEN.never.contains(&*folded) || words.len() == MOST_WORDS {
            return None;
        }
        words.push(folded);
    }
    let last = words.last()?;
    (!WRITTEN.small.contains(&**last)).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::{is_alone, is_known, pieces};

    #[test]
    fn a_word_of_the_name_says_that_it_is_an_association() {
        for name in [
            "Grundejerforeningen Lyngen",
            "Nørby Håndboldklub",
            "A/B Elmehuset",
            "Vester Åby Vandværk a.m.b.a.",
            "Aaby Forsyning A/S",
            "HAVELAUGET BIRKEN",
            "Ejby IF",
            "Haveforeningen \"Flittige Lise\"",
        ] {
            assert!(is_known(name), "{name}");
        }
        for name in [
            "Fjordby Kommune",
            "Foreningen",
            "Mødelokale 2 i Klubben",
            "Vi mødes i klubben",
            "Godkendelse af foreningens regnskab",
            "Bestyrelsesmøde i Havelauget",
            "Bo Dal",
        ] {
            assert!(!is_known(name), "{name}");
        }
    }

    #[test]
    fn a_name_alone_is_of_few_words_with_capitals() {
        assert!(is_alone("Metal Østkyst") && is_alone("SK Delfinen"));
        assert!(!is_alone("Fjordby Kommune") && !is_alone("Referat Kulturudvalget") && !is_alone("Referat"));
    }

    #[test]
    fn a_line_is_parted_by_its_signs() {
        let parts: Vec<&str> = pieces("Sdr. Bork Borgerforening, møde - referat. Til stede   Bo").collect();
        assert_eq!(parts, ["Sdr. Bork Borgerforening", "møde", "referat", "Til stede", "Bo"]);
    }
}
