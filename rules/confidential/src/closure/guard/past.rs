//! What is told of the past: a case that is done with, a meeting on another day, one of another body.

use super::Guard;
use super::Line;
use crate::closed_signs::{is_of_meetings, is_possible};
use danish::date::dates;
use danish::letters::small;
use danish::sentences::sentences;
use data::closed::closed;
use syntax::Flag;
use text::TextRange;

impl Guard<'_, '_> {
    /// "Sagen er lukket." under the heading of a section, or below what was done in it: it is finished. Right below the title the
    /// same words are a mark.
    pub(super) fn is_done_with(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let is_said = || {
            let above = self.lines[..at].iter().rfind(|line| !line.is_silent() && !super::is_label(line));
            above.is_some_and(|above| above.heads.is_none())
        };
        // By itself above the heading of an item it may be a mark of that.
        let is_apart = at > 0 && self.lines[at - 1].block.is(Flag::BlankAfter);
        let next = || self.lines[at + 1..].iter().find(|line| !line.is_silent());
        let may_head = || is_apart && next().is_some_and(|next| next.heads.is_some());
        let in_item = || self.lines[..at].iter().any(|line| line.heads.is_some());
        line.heads.is_none()
            && line.phrase().is_some_and(|phrase| phrase.is_done && phrase.numbers.is_empty())
            && in_item()
            && is_said()
            && !may_head()
    }

    /// "Udvalget drøftede sagen for lukkede døre den 4. juni", "Retten mødtes for lukkede døre den 8. april": does each sentence that speaks
    /// of closed matter tell what was done on a day on which this meeting was not, or what another body did?
    pub(super) fn is_of_another_day(&self, line: &Line<'_>) -> bool {
        let tells = |place: TextRange| {
            let sentence = &line.words[place];
            !is_possible(sentence) || tells_of_past(sentence) && self.names_other_day(sentence)
        };
        line.heads.is_none()
            && line.says.is_possible
            && !line.words.contains(['(', '[', '|', '\t', ':'])
            && sentences(line.words).all(tells)
    }

    /// Does `sentence` name a day, and none of those that the head names? Where that names none, nobody knows.
    fn names_other_day(&self, sentence: &str) -> bool {
        let named: Vec<(u8, u8)> = dates(sentence).map(|date| (date.day, date.month)).collect();
        if named.is_empty() {
            return false;
        }
        if is_of_another_body(sentence) {
            return true;
        }
        let head = self.document.minutes().head();
        let is_own = |day: &(u8, u8)| {
            head.dates.iter().any(|(_, own)| (own.day(), own.month()) == (day.0 as i8, day.1 as i8))
        };
        head.date.is_some_and(|(_, date)| date.is_some()) && !named.iter().any(is_own)
    }
}

/// Does `sentence` say what somebody did: "behandlede", "mødtes"? One about the item that it stands in may be a mark.
fn tells_of_past(sentence: &str) -> bool {
    let lower = small(sentence);
    let past = &closed().past;
    let words = || lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words().any(|word| past.verbs.contains(word)) && !words().any(|word| past.of_item.contains(word))
}

/// "Retten behandlede sagen", "Bestyrelsen i havneselskabet mødtes": is who did it no body that has minutes such as these, or one of
/// something that is named?
fn is_of_another_body(sentence: &str) -> bool {
    let lower = small(sentence);
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let past = &closed().past;
    let is_body = |word: &str| {
        is_of_meetings(word) || closed().items.body_ends.iter().any(|end| word.ends_with(end.as_str()))
    };
    let is_definite = |word: &str| ["en", "et", "ne", "s"].iter().any(|end| word.ends_with(end));
    match words.as_slice() {
        [body, "i" | "for" | "af" | "hos", other, verb, ..]
            if is_body(body) && past.verbs.contains(*verb) =>
        {
            !is_body(other)
        }
        [subject, verb, ..] if past.verbs.contains(*verb) => {
            is_definite(subject) && !is_body(subject) && !past.own_subjects.contains(*subject)
        }
        _ => false,
    }
}
