//! Legends: "* = lukket punkt", "(F) betyder fortroligt", "Punkter mærket med # er lukkede", and the headings that bear the sign.

use super::Reading;
use super::known::Question;
use super::lines::Line;
use crate::closed_signs::{is_of_closed, is_possible, legend as legend_of_letter};
use text::is_space;

/// A sign is no longer, in bytes.
const LONGEST: usize = 4;

/// A line that explains a sign.
struct Legend<'l> {
    sign: &'l str,
    /// What the sign means.
    meaning: &'l str,
}

/// The signs that `lines` say are those of closed items.
pub(super) fn closed_signs<'l>(
    document: Reading<'l>,
    lines: &'l [Line<'_>],
) -> impl Iterator<Item = &'l str> {
    lines.iter().filter_map(move |line| closed_sign(document, line))
}

/// The sign that `line` says is that of closed items.
pub(super) fn closed_sign<'d>(document: Reading<'d>, line: &Line<'_>) -> Option<&'d str> {
    // A word for what is closed stands in it, and few lines hold one.
    if !line.written.may_be {
        return None;
    }
    let legend = legend(document, line)?;
    is_of_closed(legend.meaning).then_some(legend.sign)
}

/// The letter that `line`, which heads no item, says is the sign of closed items: "L: Lukket sag". No item is read as closed by a
/// letter, which titles may have for other reasons.
pub fn closed_letter<'d>(document: Reading<'d>, line: &Line<'_>) -> Option<&'d str> {
    let written = || document.text()[line.block.line() + line.start].trim_matches(is_space);
    let may_be = line.heads.is_none() && line.written.may_be;
    let is_legend = may_be && line.asked(Question::IsLegend, |_| legend_of_letter(written()).is_some());
    if !is_legend {
        return None;
    }
    legend_of_letter(written()).map(|(letter, _)| letter)
}

/// Does `heading` bear `letter` as a word of its own?
pub(super) fn bears_letter(heading: &str, letter: &str) -> bool {
    let behind_digits = |word: &str| word.trim_start_matches(|c: char| c.is_ascii_digit()) == letter;
    heading.split(|c: char| !c.is_alphanumeric()).any(|word| word == letter || behind_digits(word))
}

/// Does one of `lines` say that a star means something that is not closed?
pub(super) fn has_other_star(document: Reading<'_>, lines: &[Line<'_>]) -> bool {
    let starred = lines.iter().filter(|line| document.text()[line.block.line() + line.start].contains('*'));
    let mut legends = starred.filter_map(|line| legend(document, line));
    legends.any(|legend| legend.sign == "*" && !is_of_closed(legend.meaning))
}

/// "*ekskl. moms": is `line` a note at a star, which is no point of a list and no emphasis?
pub(super) fn is_note(document: Reading<'_>, line: &Line<'_>) -> bool {
    let written = document.text()[line.block.line() + line.start].trim_matches(is_space);
    let Some(note) = written.strip_prefix('*') else { return false };
    let note = note.strip_prefix(')').map_or(note, |note| note.trim_start_matches(is_space));
    note.starts_with(char::is_alphanumeric) && !note.contains('*') && !is_possible(note)
}

/// Does `heading` bear `sign`, at an end or behind its number?
pub(super) fn bears(heading: &str, sign: &str) -> bool {
    let heading = heading.trim_matches(|c: char| is_space(c) || matches!(c, '.' | ':'));
    let behind_number =
        heading.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' ' | ')'));
    let once = sign != "*" || heading.matches('*').count() == 1;
    let apart = !sign.starts_with('*') || !heading.starts_with("* ");
    let end = if sign.starts_with('(') { heading } else { heading.trim_end_matches(')') };
    once && apart && (end.ends_with(sign) || heading.starts_with(sign) || behind_number.starts_with(sign))
}

fn legend<'d>(document: Reading<'d>, line: &Line<'_>) -> Option<Legend<'d>> {
    let written = document.text()[line.block.line() + line.start].trim_matches(is_space);
    explained(written).or_else(|| marked_with(written))
}

/// "* = lukket punkt": the line begins with its sign, and so with no letter, as nearly all others do.
fn explained(written: &str) -> Option<Legend<'_>> {
    if written.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let first = written.split(is_space).next()?;
    let sign = first.trim_end_matches(['=', ':']);
    let sign = if sign.starts_with('(') { sign } else { sign.trim_end_matches(')') };
    let rest = written[sign.len()..].trim_start_matches(is_space);
    let meaning = ["=", ":", ")", "–", "- ", "betyder "].iter().find_map(|join| rest.strip_prefix(join))?;
    is_sign(sign).then_some(Legend { sign, meaning })
}

/// "Punkter mærket med # er lukkede": the sign is named among the first words.
fn marked_with(written: &str) -> Option<Legend<'_>> {
    let begin = begin(written);
    if !begin.contains("mærk") && !begin.contains("marker") && !begin.contains("med ") {
        return None;
    }
    let (before, behind) =
        ["mærket med ", "markeret med ", "mærkede med ", "mærket ", "markeret ", "med tegnet ", "med "]
            .iter()
            .find_map(|word| begin.find(word).map(|at| (&written[..at], &written[at + word.len()..])))?;
    let sign = behind.split(is_space).next()?.trim_matches(['"', '”', ',', '.']);
    let meaning = behind[behind.find(sign)? + sign.len()..].trim_start_matches(['"', '”', ',', ' ']);
    (is_sign(sign) && before.split(is_space).count() <= 3).then_some(Legend { sign, meaning })
}

/// The first words of `written`, in which a legend names its sign.
fn begin(written: &str) -> &str {
    const MOST_SPACES: usize = 5;
    let mut spaces = written.bytes().enumerate().filter(|(_, byte)| *byte == b' ');
    &written[..spaces.nth(MOST_SPACES).map_or(written.len(), |(at, _)| at)]
}

/// "*", "#", "(F)", `[x]`, "🔒".
fn is_sign(sign: &str) -> bool {
    let bracketed = sign.starts_with(['(', '[']) && sign.ends_with([')', ']']);
    !sign.is_empty()
        && sign.len() <= LONGEST
        && (bracketed
            || !sign.contains(char::is_alphanumeric) && !sign.starts_with(['-', '–', '|', '(', '[']))
}

#[cfg(test)]
mod tests {
    use super::{bears, is_sign};

    #[test]
    fn a_heading_bears_a_sign_at_its_ends_and_behind_its_number() {
        for heading in ["2. Køb *", "2. Køb *)", "2. Køb*", "*2. Køb", "2. * Køb"] {
            assert!(bears(heading, "*"), "{heading}");
        }
        assert!(bears("2. Køb (F)", "(F)") && !bears("2. Køb (Fremsat)", "(F)"));
        assert!(!bears("* Køb", "*") && !bears("**2. Køb**", "*"));
    }

    #[test]
    fn a_word_and_a_dash_are_no_signs() {
        assert!(is_sign("*") && is_sign("(F)") && !is_sign("-") && !is_sign("Ole"));
    }
}
