//! Signs that hide what stands behind them in a text, or make a heading, and are words of a document: "```", "<!--", "##".
//!
//! Whoever checks a text takes what follows such a line for code or a comment, as Markdown has it. A document is no Markdown, so
//! a stroke is put before the sign, as it would be typed there. Where a document has no headings of its own, "##" may well be one
//! that somebody pasted.

use rules::zones::verbatim;

use super::{Block, Kind};

/// Elements of HTML in Markdown that end with themselves and not with a blank line.
const OPEN: &[&str] = &["<!", "<?", "<pre", "<script", "<style", "<textarea"];

/// Stands before a sign that is to be read as it is.
const STROKE: char = '\\';

/// What is known of the document and of the place in it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    /// Does the document say what its headings are?
    pub(super) has_headings: bool,
    /// Does the text begin here?
    pub(super) is_first: bool,
}

/// Sets such signs in `block` apart.
pub(super) fn set_apart(block: &mut Block, known: Known) {
    match &mut block.kind {
        Kind::Row(cells) => {
            if let Some(first) = cells.first_mut().filter(|first| opens(first, known)) {
                first.insert(0, STROKE);
                moved(block, 0);
            }
        }
        kind => {
            let is_marked = matches!(kind, Kind::Entry { marker, .. } if !marker.is_empty());
            // From the last, so that the places of the others stay.
            for (n, at) in starts(&block.words).into_iter().enumerate().rev() {
                let here = Known { is_first: known.is_first && n == 0, ..known };
                if (n > 0 || !is_marked) && opens(&block.words[at..], here) {
                    block.words.insert(at, STROKE);
                    moved(block, at);
                }
            }
        }
    }
}

/// Where the lines of `words` begin that could open something.
fn starts(words: &str) -> Vec<usize> {
    let lines = std::iter::once(0).chain(words.match_indices('\n').map(|(at, _)| at + 1));
    lines.collect()
}

fn opens(line: &str, Known { has_headings, is_first }: Known) -> bool {
    let words = line.trim_start();
    if !words.starts_with(['`', '~', '<', '-', '+', '#']) {
        return false;
    }
    let lower = |open: &&str| words.get(..open.len()).is_some_and(|start| start.eq_ignore_ascii_case(open));
    has_headings && words.trim_start_matches('#').starts_with(' ') && words.starts_with('#')
        || is_first && verbatim::may_open_front_matter(words)
        || OPEN.iter().any(lower)
        || words.starts_with(['`', '~']) && verbatim::block(&format!("\n{words}"), 1).is_some()
}

/// Moves what stands behind byte `at` of `block` behind the stroke there.
fn moved(block: &mut Block, at: usize) {
    block.pieces.iter_mut().filter(|piece| piece.at >= at).for_each(|piece| piece.at += STROKE.len_utf8());
    block.turns.iter_mut().filter(|turn| turn.at > at).for_each(|turn| turn.at += STROKE.len_utf8());
}

#[cfg(test)]
mod tests {
    use crate::Format;
    use crate::flow::{Flow, Kind};

    fn text(paragraphs: &[&str]) -> String {
        let mut flow = Flow::default();
        paragraphs.iter().for_each(|words| flow.paragraph(Kind::Paragraph, words));
        flow.finish(Format::Docx).expect("words").text
    }

    #[test]
    fn what_would_hide_the_rest_is_set_apart() {
        for sign in ["```", "~~~", "```tekst", "<!-- husk", "<script>", "<PRE>"] {
            assert_eq!(text(&["Bro", sign, "Sti"]), format!("Bro\n\\{sign}\nSti\n"));
            assert_eq!(text(&[&format!("Bro\n{sign}\nSti")]), format!("Bro\n\\{sign}\nSti\n"));
        }
        let mut flow = Flow::default();
        flow.paragraph(Kind::Heading(2), "2. Bro");
        flow.paragraph(Kind::Paragraph, "## 9. Sti");
        flow.paragraph(Kind::Paragraph, "#2 står tilbage");
        let text_of = flow.finish(Format::Docx).expect("words").text;
        assert_eq!(text_of, "2. Bro\n\n\\## 9. Sti\n#2 står tilbage\n");
        assert_eq!(text(&["---", "dato: 7. april"]), "\\---\ndato: 7. april\n");
    }

    #[test]
    fn other_signs_stay() {
        for sign in ["---", "`kl`", "~ 3 km", "<navn>", "- Bro", "+ 3 pct.", "# Bro", "````````````"] {
            assert_eq!(text(&["Bro", sign]), format!("Bro\n{sign}\n"));
        }
    }
}
