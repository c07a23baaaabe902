//! "Ad c: Godkendt." to a recommendation of the points a and b.

use super::super::phrases::phrases;
use danish::letters::small;
use danish::sentences::sentences;
use lint::{Findings, ItemView, Note, Text};
use minutes::{Decision, Marker, Recommendation};
use text::{TextRange, range};

/// Looks at the letters with which a decision answers points that have letters.
pub(super) fn check(
    view: &ItemView<'_>,
    recommendation: &Recommendation,
    decision: &Decision,
    findings: &mut Findings,
) {
    if recommendation.points.iter().any(|point| point.marker != Marker::Letter) {
        return;
    }
    let (Some(last), count) = (recommendation.points.last(), recommendation.points.len()) else { return };
    for statement in decision.decided() {
        for sentence in sentences(view.words(statement.range)) {
            let sentence = sentence + statement.range.start();
            let Some((letter, place)) = answered(view.words(sentence), sentence) else { continue };
            if usize::from(letter - b'a') < count {
                continue;
            }
            let (first, letter) = (char::from(b'a' + count as u8 - 1), char::from(letter));
            let note = Note::new(
                format!("Beslutningen svarer på punkt {letter}, men indstillingens sidste punkt er {first}"),
                format!(
                    "The decision answers point {letter}, but the last point of the recommendation is {first}"
                ),
            );
            findings.report(place, note).related(
                last.text,
                Text { da: "Indstillingens sidste punkt", en: "The last point of the recommendation" },
            );
        }
    }
}

/// The letter that a sentence answers first, and where that stands: "Ad c: Godkendt".
fn answered(words: &str, sentence: TextRange) -> Option<(u8, TextRange)> {
    let lower = small(words);
    let lead = phrases().letter_leads.iter().find(|lead| lower.starts_with(&***lead))?;
    let rest = &lower[lead.len()..];
    let letter = rest.bytes().next().filter(u8::is_ascii_lowercase)?;
    let ends = rest[1..].starts_with([')', ':', '.']);
    let start = usize::from(sentence.start());
    ends.then(|| (letter, range(start, start + lead.len() + 1)))
}
