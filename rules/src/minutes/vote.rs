//! Votes: who was for, who against, who abstained, and how many.

use crate::text::{TextRange, is_space, range};

/// One side of a vote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// The number of votes, as written.
    pub count: Option<(u32, TextRange)>,
    /// Party letters, each as written: "V", "Ø".
    pub parties: Vec<TextRange>,
    /// Names of people or parties.
    pub names: Vec<TextRange>,
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
}

/// Which side a line of a vote is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    Aye,
    Nay,
    Abstain,
}

/// "Stemmer for: 9 (V, C)", "Imod: 0", "For stemte: A, B og F.", "Undlod: 1 (A)": the side and what follows the colon.
pub(super) fn side_line(line: &str) -> Option<(Which, usize)> {
    const HEADS: &[(&str, Which)] = &[
        ("Stemmer for", Which::Aye),
        ("For stemte", Which::Aye),
        ("For forslaget stemte", Which::Aye),
        ("For", Which::Aye),
        ("Stemmer imod", Which::Nay),
        ("Imod stemte", Which::Nay),
        ("Imod forslaget stemte", Which::Nay),
        ("Imod", Which::Nay),
        ("Undlod at stemme", Which::Abstain),
        ("Hverken for eller imod", Which::Abstain),
        ("Undlod", Which::Abstain),
        ("Følgende undlod at stemme", Which::Abstain),
        ("Blankt", Which::Abstain),
    ];
    let colon = line.find(':').filter(|at| *at <= 40)?;
    let head = line[..colon].trim_end_matches(is_space);
    HEADS.iter().find(|(words, _)| head.eq_ignore_ascii_case(words)).map(|&(_, which)| (which, colon + 1))
}

/// Reads "9 (V, C, Ø, F, B)", "A, B og F.", "Gruppe A og Liste H": count, letters and names, in bytes of `text`.
pub(super) fn side(text: &str) -> Side {
    let mut side = Side::default();
    let trimmed = text.trim_start_matches(is_space);
    let start = text.len() - trimmed.len();
    let digits = trimmed.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=3).contains(&digits)
        && let Ok(count) = trimmed[..digits].parse()
    {
        side.count = Some((count, range(start, start + digits)));
    }
    let mut at = start + digits;
    for part in text[at..].split([',', '(', ')', ';']) {
        let from = at;
        at += part.len() + 1;
        for (offset, name) in split_and(part) {
            add(&mut side, name, from + offset);
        }
    }
    side
}

/// The parts of "B og F" with their offsets.
fn split_and(part: &str) -> Vec<(usize, &str)> {
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, word) in part.match_indices(" og ") {
        parts.push((from, &part[from..at]));
        from = at + word.len();
    }
    parts.push((from, &part[from..]));
    parts
}

fn add(side: &mut Side, name: &str, offset: usize) {
    let lead = name.len() - name.trim_start_matches(is_space).len();
    let name = name.trim_matches(|c| is_space(c) || c == '.');
    let mut from = offset + lead;
    let mut words = name;
    for word in ["Gruppe ", "Liste "] {
        if let Some(rest) = words.strip_prefix(word) {
            from += word.len();
            words = rest;
        }
    }
    let mut chars = words.chars();
    match (chars.next(), chars.next()) {
        (Some(letter), None) if letter.is_uppercase() => side.parties.push(range(from, from + words.len())),
        (Some(letter), Some(_)) if letter.is_uppercase() => side.names.push(range(from, from + words.len())),
        _ => {}
    }
}

impl Vote {
    /// The side `which`, made when it is not there.
    pub(super) fn side_mut(&mut self, which: Which) -> &mut Option<Side> {
        match which {
            Which::Aye => &mut self.aye,
            Which::Nay => &mut self.nay,
            Which::Abstain => &mut self.abstain,
        }
    }
}

impl Side {
    /// The same side with its offsets moved by `by`.
    pub(super) fn shifted(mut self, by: crate::text::TextSize) -> Self {
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
    use super::{Which, side, side_line};

    #[test]
    fn counts_letters_and_names_are_told_apart() {
        let text = " 9 (V, C og Ø)";
        let read = side(text);
        assert_eq!(read.count.map(|(n, _)| n), Some(9));
        assert_eq!(read.parties.iter().map(|&r| &text[r]).collect::<Vec<_>>(), ["V", "C", "Ø"]);
        let text = "Gruppe A, Liste H og Radikale Venstre.";
        let read = side(text);
        assert_eq!(read.parties.iter().map(|&r| &text[r]).collect::<Vec<_>>(), ["A", "H"]);
        assert_eq!(read.names.iter().map(|&r| &text[r]).collect::<Vec<_>>(), ["Radikale Venstre"]);
    }

    #[test]
    fn lines_of_a_vote_are_known_by_their_head() {
        assert_eq!(side_line("Stemmer for: 9 (V)"), Some((Which::Aye, 12)));
        assert_eq!(side_line("Undlod: 1 (A)"), Some((Which::Abstain, 7)));
        assert_eq!(side_line("For udvalget gælder: ro"), None);
    }
}
