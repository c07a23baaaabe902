//! The sentence that a finding stands in, cut to what the eye takes in.

use rules::danish::sentences::sentences;
use rules::document::Document;
use rules::text::lines::floor_boundary;
use rules::text::{TextRange, range};

/// Bytes that are shown on each side of a finding.
const AROUND: usize = 240;

/// A line of no more bytes is shown whole: its sentences are few, or it is a heading.
const SHORT_LINE: usize = 120;

/// Bytes of a finding that are shown.
const LONGEST: usize = 400;

/// The words before a finding, the finding and the words after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sentence {
    /// Before it.
    pub(super) before: TextRange,
    /// What was found.
    pub(super) found: TextRange,
    /// After it.
    pub(super) after: TextRange,
    /// Is something of the sentence left out before these words?
    pub(super) cut_before: bool,
    /// And after them?
    pub(super) cut_after: bool,
}

/// The sentence around `finding`, of its first line.
pub(super) fn sentence(document: &Document, finding: TextRange) -> Sentence {
    let text = document.text();
    let (whole, window) = window(document, finding);
    let start = usize::from(finding.start()).clamp(window.0, window.1);
    let end = usize::from(finding.end()).clamp(start, window.1);
    let found_in = sentences(&text[window.0..window.1])
        .map(|found| (window.0 + usize::from(found.start()), window.0 + usize::from(found.end())))
        .find(|found| found.0 <= start && start <= found.1);
    let is_short = whole.1 - whole.0 <= SHORT_LINE;
    let (from, to) = found_in.filter(|_| !is_short).unwrap_or(window);
    // A finding may be of several sentences.
    let to = to.max(end);
    let at_border = |at: usize, border: usize, of_line: usize| at == border && border != of_line;
    Sentence {
        before: range(from, start),
        found: range(start, end),
        after: range(end, to),
        cut_before: at_border(from, window.0, whole.0),
        cut_after: at_border(to, window.1, whole.1) || usize::from(finding.end()) > end.max(whole.1),
    }
}

/// The first line of `finding`, and the part of it that is looked at.
fn window(document: &Document, finding: TextRange) -> ((usize, usize), (usize, usize)) {
    let text = document.text();
    let line = document.lines().range_of(document.lines().line_of(finding.start()));
    let words = text[line].trim_end();
    let start = usize::from(line.start()) + words.len() - words.trim_start().len();
    let end = start + words.trim_start().len();
    let at = usize::from(finding.start()).clamp(start, end);
    let until = usize::from(finding.end()).clamp(at, end).min(at + LONGEST);
    let from = floor_boundary(text, at.saturating_sub(AROUND)).max(start);
    let to = floor_boundary(text, until + AROUND).min(end).max(floor_boundary(text, until));
    ((start, end), (word_after(text, from, start), to))
}

/// Where the first whole word from `at` on begins, unless the line begins there.
fn word_after(text: &str, at: usize, line_start: usize) -> usize {
    if at == line_start {
        return at;
    }
    let space = text[at..].find(char::is_whitespace).filter(|length| *length < AROUND / 4);
    space.map_or(at, |length| {
        let rest = &text[at + length..];
        at + length + rest.len() - rest.trim_start().len()
    })
}

#[cfg(test)]
mod tests {
    use super::{Sentence, sentence};
    use rules::document::Document;
    use rules::text::{TextSize, range};

    fn shown(text: &str, words: &str) -> String {
        let document = Document::new(Default::default(), text.to_owned());
        let start = text.find(words).expect("the words stand in the text");
        let Sentence { before, found, after, cut_before, cut_after } =
            sentence(&document, range(start, start + words.len()));
        let cut = |cut: bool| if cut { "…" } else { "" };
        let text = document.text();
        format!("{}{}[{}]{}{}", cut(cut_before), &text[before], &text[found], &text[after], cut(cut_after))
    }

    #[test]
    fn the_other_sentences_are_left_out() {
        let first = "Det første punkt handler om alt det, som kommer før.";
        let last = "Det sidste punkt handler om det, som kommer efter i denne lange linje.";
        let text = format!("Intro.\n\n  {first} Her er galt nok. {last}\n");
        assert_eq!(shown(&text, "galt"), "Her er [galt] nok.");
        assert_eq!(shown(&text, "nok. Det"), "Her er galt [nok. Det]");
        assert_eq!(shown(&text, "første"), "Det [første] punkt handler om alt det, som kommer før.");
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        assert_eq!(shown("Intro.\n## 3. Besøg. Nyt.\n", "3"), "## [3]. Besøg. Nyt.");
    }

    #[test]
    fn a_long_sentence_is_cut_at_words() {
        let text = format!("{}galt{}\n", "æble ".repeat(200), " æble".repeat(200));
        let shown = shown(&text, "galt");
        assert!(
            shown.starts_with("…æble æble") && shown.contains("[galt]") && shown.ends_with('…'),
            "{shown}"
        );
        assert!(shown.len() < 600, "{shown}");
    }

    #[test]
    fn a_finding_of_several_lines_shows_the_first() {
        assert_eq!(shown("Galt her\nog her.\n", "Galt her\nog"), "[Galt her]…");
    }

    #[test]
    fn any_range_has_a_sentence() {
        let text = " æ. Ø å \r\n\r\n\u{a0}Ærø. \n";
        let document = Document::new(Default::default(), text.to_owned());
        for start in 0..=text.len() {
            for end in start..=text.len() {
                if text.is_char_boundary(start) && text.is_char_boundary(end) {
                    let sentence = sentence(&document, range(start, end));
                    assert!(sentence.after.end() <= TextSize::of(text));
                }
            }
        }
    }
}
