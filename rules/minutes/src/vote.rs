//! Votes: who was for, who against, who abstained, and how many.

mod alone;
mod counted;
mod entries;
mod led;
mod wording;

pub(super) use alone::{alone, divided, scored};
pub(super) use counted::{abstained, counted};
pub(super) use led::{led, named};
pub(super) use wording::wording;

use references::Outcome;
use text::{TextRange, TextSize, edit, is_space, range};

/// One side of a vote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// The number of votes, as written, and its value.
    pub count: Option<(u32, TextRange)>,
    /// Party letters, each as written: "V", "Ø".
    pub parties: Vec<TextRange>,
    /// Names of people or parties, without the letter after a name.
    pub names: Vec<TextRange>,
    /// How many of the names have a party letter after them, and so are people.
    pub people: u32,
    /// Do the words say more than a list of who they are: "Ø med undtagelse af to medlemmer"?
    pub unsure: bool,
}

/// A vote: its sides as far as the text names them. Offsets are those of the item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vote {
    /// "For stemte …".
    pub aye: Option<Side>,
    /// "Imod stemte …".
    pub nay: Option<Side>,
    /// "Undlod at stemme: …".
    pub abstain: Option<Side>,
    /// What the minutes say came of it: "Dermed blev forslaget vedtaget".
    pub result: Option<(Outcome, TextRange)>,
}

impl Vote {
    /// The same after an edit of the item that replaced `range` by `inserted` bytes and changed nothing of it.
    pub fn moved(self, range: TextRange, inserted: TextSize) -> Self {
        self.placed(&|at| edit::moved(at, range, inserted))
    }
}

/// Which side a line of a vote is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    Aye,
    Nay,
    Abstain,
}

/// "Stemmer for: 9 (V, C)", "Imod: 0", "For stemte: A, B og F.", "Undlod: 1 (A)", "Imod stemte (Ø) og (F).": the side,
/// and the byte where its list begins.
pub(super) fn side_line(line: &str) -> Option<(Which, usize)> {
    if let Some(colon) = line.find(':').filter(|at| *at <= 60) {
        let head = line[..colon].trim_end_matches(is_space);
        let known = wording().heads().find(|(words, _)| head.eq_ignore_ascii_case(words));
        if let Some((_, which)) = known {
            return Some((which, colon + 1));
        }
        // "For administrationens indstilling stemte: …".
        if head.ends_with(" stemte") && head.len() <= 60 {
            let which = match head.split(is_space).next() {
                Some("For") => Some(Which::Aye),
                Some("Imod" | "Mod") => Some(Which::Nay),
                _ => None,
            };
            return which.map(|which| (which, colon + 1));
        }
    }
    let stemte = |(words, _): &(&str, Which)| {
        words.ends_with(" stemte") && line.strip_prefix(words).is_some_and(|rest| rest.starts_with(is_space))
    };
    wording().heads().find(stemte).map(|(words, which)| (which, words.len()))
}

/// Reads "9 (V, C, Ø, F, B)", "A, B og F.", "Gruppe A og Liste H": count, letters and names, in bytes of `text`.
pub(super) fn side(text: &str) -> Side {
    let mut side = Side::default();
    let trimmed = text.trim_start_matches(is_space);
    let start = text.len() - trimmed.len();
    let counted = number(trimmed);
    let mut at = start;
    if let Some((count, len)) = counted {
        side.count = Some((count, range(start, start + len)));
        at += len;
        // "For stemte 6: A, F og Ø."
        let rest = text[at..].trim_start_matches(is_space);
        at = rest.strip_prefix(':').map_or(at, |list| text.len() - list.len());
    }
    entries::read(text, at, &mut side);
    side
}

/// A number in digits or in a word at the start of `text`, and its bytes.
fn number(text: &str) -> Option<(u32, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=3).contains(&digits) {
        return Some((text[..digits].parse().ok()?, digits));
    }
    let word: String = text.chars().take_while(|c| c.is_alphabetic()).collect();
    let lower = word.to_lowercase();
    let n = wording()
        .numbers
        .iter()
        .position(|name| *name == lower)
        .or((lower == "én" || lower == "ét").then_some(1))?;
    Some((n as u32, word.len()))
}

/// "med 31 stemmer imod 14", "med stemmerne 11 for og 9 imod": a vote of two counts.
pub(super) fn tally(text: &str) -> Option<Vote> {
    let at =
        text.find("stemmer").or_else(|| text.find("stemme mod ")).or_else(|| text.find("stemme imod "))?;
    let count = |at: usize| number(&text[at..]).map(|(n, len)| (n, range(at, at + len)));
    let after = &text[at..];
    let (aye, rest) = if let Some(rest) = after.strip_prefix("stemmerne ") {
        let aye = text.len() - rest.len();
        (aye, rest.get(number(rest)?.1..)?)
    } else {
        let before = text[..at].trim_end_matches(is_space);
        let rest = after.strip_prefix("stemmer").or_else(|| after.strip_prefix("stemme"))?;
        (before.rfind(is_space).map_or(0, |space| space + 1), rest)
    };
    // "med 13 stemmer (A, F, V) mod 6 (C, O, Ø)".
    let rest = bracket(text, text.len() - rest.len()).map_or(rest, |(_, close)| &text[close..]);
    let nay = wording().against.iter().find_map(|words| rest.strip_prefix(&**words))?;
    let side = |at: usize| {
        let mut side = Side { count: Some(count(at)?), ..Side::default() };
        let after = usize::from(side.count?.1.end());
        if let Some((open, close)) = bracket(text, after) {
            entries::read(&text[..close], open, &mut side);
        }
        Some(side)
    };
    let sides = (side(aye)?, side(text.len() - nay.len())?);
    Some(Vote { aye: Some(sides.0), nay: Some(sides.1), ..Vote::default() })
}

/// The bytes of the brackets that stand at byte `from` of `text`, perhaps behind "stemmer".
fn bracket(text: &str, from: usize) -> Option<(usize, usize)> {
    let rest = text[from..].trim_start_matches(is_space);
    let rest = rest.strip_prefix("stemmer").unwrap_or(rest).trim_start_matches(is_space);
    let open = text.len() - rest.len();
    let mut depth = 0;
    for (at, c) in rest.char_indices() {
        depth += i32::from(c == '(') - i32::from(c == ')');
        if depth == 0 {
            // Members may have the letters of their party: "(Ida Lund (A), Bo Holm (V))".
            return (at > 0).then_some((open, open + at + 1));
        }
    }
    None
}

impl Vote {
    /// Where its first side is told.
    pub(super) fn place(&self) -> Option<TextRange> {
        self.places().min_by_key(|at| at.start())
    }

    /// Where its last side is told.
    pub(super) fn last_place(&self) -> Option<TextRange> {
        self.places().max_by_key(|at| at.start())
    }

    fn places(&self) -> impl Iterator<Item = TextRange> {
        let sides = [&self.aye, &self.nay, &self.abstain].into_iter().flatten();
        sides.filter_map(|side| {
            side.count.map(|(_, at)| at).or(side.parties.first().or(side.names.first()).copied())
        })
    }

    /// The side `which`, made when it is not there.
    pub(super) fn side_mut(&mut self, which: Which) -> &mut Option<Side> {
        match which {
            Which::Aye => &mut self.aye,
            Which::Nay => &mut self.nay,
            Which::Abstain => &mut self.abstain,
        }
    }

    /// Adds what a line says of one side; `false` when that side has been told already.
    pub(super) fn add(&mut self, which: Which, new: Side) -> bool {
        match self.side_mut(which) {
            None => *self.side_mut(which) = Some(new),
            // "godkendt med 31 stemmer imod 14. For stemte: A, B og F."
            Some(old) if old.is_bare() && new.count.is_none() => {
                let count = old.count;
                *old = Side { count, ..new };
            }
            Some(_) => return false,
        }
        true
    }

    /// The same vote, each part of it at its `place`.
    pub(super) fn placed(mut self, place: &dyn Fn(TextRange) -> TextRange) -> Self {
        for side in [&mut self.aye, &mut self.nay, &mut self.abstain].into_iter().flatten() {
            side.count.iter_mut().for_each(|(_, at)| *at = place(*at));
            side.names.iter_mut().chain(&mut side.parties).for_each(|at| *at = place(*at));
        }
        self.result.iter_mut().for_each(|(_, at)| *at = place(*at));
        self
    }

    /// The same vote with its offsets moved by `by`.
    pub(super) fn shifted(mut self, by: TextSize) -> Self {
        for side in [&mut self.aye, &mut self.nay, &mut self.abstain].into_iter().flatten() {
            *side = std::mem::take(side).shifted(by);
        }
        self
    }
}

impl Side {
    /// Is a number all there is?
    fn is_bare(&self) -> bool {
        self.parties.is_empty() && self.names.is_empty()
    }

    /// Adds the people named on a line of their own.
    pub(super) fn extend(&mut self, more: Side) {
        self.parties.extend(more.parties);
        self.names.extend(more.names);
        self.people += more.people;
        self.unsure |= more.unsure;
    }

    /// The same side with its offsets moved by `by`.
    pub(super) fn shifted(mut self, by: TextSize) -> Self {
        if let Some((_, range)) = &mut self.count {
            *range += by;
        }
        for range in self.parties.iter_mut().chain(&mut self.names) {
            *range += by;
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::{Side, Which, side, side_line, tally};

    fn read(text: &str) -> (Side, Vec<&str>, Vec<&str>) {
        let side = side(text);
        let words = |ranges: &[text::TextRange]| ranges.iter().map(|&r| &text[r]).collect();
        let (parties, names) = (words(&side.parties), words(&side.names));
        (side, parties, names)
    }

    #[test]
    fn counts_letters_and_names_are_told_apart() {
        let (side, parties, _) = read(" 9 (V, C og Ø)");
        assert_eq!(side.count.map(|(n, _)| n), Some(9));
        assert_eq!(parties, ["V", "C", "Ø"]);
        let (_, parties, names) = read("Gruppe A, Liste H og Radikale Venstre.");
        assert_eq!((parties, names), (vec!["A", "H"], vec!["Radikale Venstre"]));
        let (_, parties, names) = read(" (V), (A) og Lise Bruun (UP).");
        assert_eq!((parties, names), (vec!["V", "A"], vec!["Lise Bruun"]));
        let (side, parties, _) = read(" 12 medlemmer (A, C og V).");
        assert_eq!((side.count.map(|(n, _)| n), parties), (Some(12), vec!["A", "C", "V"]));
        let (side, parties, _) = read(" 6: A, F og Ø.");
        assert_eq!((side.count.map(|(n, _)| n), side.unsure, parties), (Some(6), false, vec!["A", "F", "Ø"]));
    }

    #[test]
    fn people_are_counted_by_the_letter_after_their_names() {
        let (side, parties, names) =
            read(" 3 (Lise Bruun (A), Tom B. Holm (V), Ida de Lund (Frie Liberale))");
        assert_eq!((side.people, parties, names.len()), (3, vec![], 3));
    }

    #[test]
    fn reasons_and_exceptions_are_no_names() {
        let (side, parties, names) = read(" (C) og (F) med bemærkning om, at Byrådet ønskede mere.");
        assert_eq!((side.unsure, parties, names), (false, vec!["C", "F"], vec![]));
        assert!(read("Ø med undtagelse af 2 medlemmer (Ida Lund og Tom Holm)").0.unsure);
        assert!(read("et medlem af V (Ida Lund)").0.unsure);
    }

    #[test]
    fn lines_of_a_vote_are_known_by_their_head() {
        assert_eq!(side_line("Stemmer for: 9 (V)"), Some((Which::Aye, 12)));
        assert_eq!(side_line("Undlod: 1 (A)"), Some((Which::Abstain, 7)));
        assert_eq!(side_line("Imod stemte (Ø) og (F)."), Some((Which::Nay, 11)));
        assert_eq!(side_line("For forslaget stemte: A og B."), Some((Which::Aye, 21)));
        assert_eq!(side_line("For udvalget gælder: ro"), None);
    }

    #[test]
    fn two_counts_are_a_vote() {
        for text in [
            "blev godkendt med 31 stemmer imod 14. 6 undlod.",
            "Med stemmerne 31 for og 14 imod godkendte Byrådet",
        ] {
            let vote = tally(text).expect("a vote");
            let count = |side: Option<Side>| side.and_then(|side| side.count).map(|(n, r)| (n, &text[r]));
            assert_eq!((count(vote.aye), count(vote.nay)), (Some((31, "31")), Some((14, "14"))), "{text}");
        }
        assert_eq!(tally("Alle stemmer blev talt."), None);
        let text = "Vedtaget med 13 stemmer (A, F) mod 6 (C, Ø).";
        let vote = tally(text).expect("a vote");
        let parties = |side: &Option<Side>| -> Vec<&str> {
            side.iter().flat_map(|side| &side.parties).map(|range| &text[*range]).collect()
        };
        assert_eq!((parties(&vote.aye), parties(&vote.nay)), (vec!["A", "F"], vec!["C", "Ø"]));
    }
}
