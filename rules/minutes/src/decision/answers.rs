//! Which outcome a paragraph of a decision says of which at-point.

use std::borrow::Cow;

use super::Answer;
use references::outcome::{self, Outcome};
use references::{PointReference, decision_references};
use text::{TextRange, TextSize, is_space};

/// An outcome and its words, in bytes of the item.
type Said = (Outcome, TextRange);

/// The points that the paragraph `text` names with what is said of them, and what is said of no point in particular.
/// `start` is the paragraph's place in the item.
pub(super) fn said(text: &str, start: TextSize) -> (Vec<Answer>, Vec<Said>) {
    let line = unquoted(text);
    let points = decision_references(&line);
    let outcomes = outcome::decided(&line);
    let mut answers: Vec<Answer> =
        points.iter().map(|points| Answer { points: points.clone(), outcomes: Vec::new() }).collect();
    let mut general = Vec::new();
    for &(outcome, place) in &outcomes {
        let said = (outcome, place + start);
        match owner(&line, &points, &answers, place) {
            Some(at) => answers[at].outcomes.push(said),
            None => general.push(said),
        }
    }
    share(&line, &mut answers);
    for answer in &mut answers {
        answer.points.range += start;
    }
    (answers, general)
}

/// The reference that an outcome at `place` is about: the one before it in the sentence, or the one it governs.
fn owner(line: &str, points: &[PointReference], answers: &[Answer], place: TextRange) -> Option<usize> {
    let before = points.iter().rposition(|points| points.range.start() <= place.start()).filter(|&at| {
        let gap = &line[TextRange::new(points[at].range.end().min(place.start()), place.start())];
        points[at].range.start() == leading_space(line) || !ends_sentence(gap)
    });
    let after = points
        .iter()
        .position(|points| points.range.start() >= place.end())
        .filter(|&at| governs(&line[TextRange::new(place.end(), points[at].range.start())]));
    match (before, after) {
        (Some(before), Some(after)) if !answers[before].outcomes.is_empty() => Some(after),
        (before, after) => before.or(after),
    }
}

fn leading_space(line: &str) -> TextSize {
    let rest = line.trim_start_matches(|c| is_space(c) || matches!(c, '-' | '•' | '*'));
    TextSize::of(&line[..line.len() - rest.len()])
}

/// Does a sentence end in `gap`? The stop of "1." does not end one.
fn ends_sentence(gap: &str) -> bool {
    gap.match_indices(". ").any(|(at, stop)| {
        gap[at + stop.len()..].starts_with(char::is_uppercase)
            && !gap[..at].ends_with(|c: char| c.is_ascii_digit())
            && at > 0
    })
}

/// "godkendte administrationens indstillingspunkt 1": nothing but the object stands between verb and point. What
/// follows a comma or "idet" qualifies a decision on all points.
fn governs(gap: &str) -> bool {
    const TURNS: &[&str] =
        &[" idet ", " dog ", " undtagen ", " bortset ", " mens ", " men ", " med ", " samt ", " under "];
    let gap = gap.replace(", at ", " at ");
    gap.len() <= 90
        && !gap.contains([',', ';', ':'])
        && !gap.starts_with('.')
        && !ends_sentence(&gap)
        && !gap.trim_end().ends_with(". I")
        && !TURNS.iter().any(|turn| gap.contains(turn))
}

/// "Udvalget drøftede 1. at-punkt og 2. at-punkt": what is said of the one is said of the next.
fn share(line: &str, answers: &mut [Answer]) {
    for at in 1..answers.len() {
        let gap = TextRange::new(answers[at - 1].points.range.end(), answers[at].points.range.start());
        let joined =
            matches!(line[gap].trim_matches(|c| is_space(c) || c == '.'), "og" | "," | ", og" | "samt");
        if joined && answers[at].outcomes.is_empty() {
            answers[at].outcomes = answers[at - 1].outcomes.clone();
        } else if joined && answers[at - 1].outcomes.is_empty() {
            answers[at - 1].outcomes = answers[at].outcomes.clone();
        }
    }
}

/// `line` with quoted words blanked out, every byte in its place.
fn unquoted(line: &str) -> Cow<'_, str> {
    // The first bytes of the marks.
    if memchr::memchr3(b'"', 0xE2, 0xC2, line.as_bytes()).is_none() {
        return Cow::Borrowed(line);
    }
    let mut out = String::with_capacity(line.len());
    let mut open = false;
    for c in line.chars() {
        if matches!(c, '”' | '“' | '„' | '"' | '»' | '«') {
            open = !open;
        }
        if open {
            out.extend(std::iter::repeat_n(' ', c.len_utf8()));
        } else {
            out.push(c);
        }
    }
    if open { Cow::Borrowed(line) } else { Cow::Owned(out) }
}

#[cfg(test)]
mod tests {
    use super::said;
    use crate::Outcome::{self, Adopted, Approved, Discussed, Noted, Recommended};

    /// The points named, with what is said of them.
    type Read = Vec<(Vec<u32>, Vec<Outcome>)>;

    fn read(text: &str) -> (Read, Vec<Outcome>) {
        let (answers, general) = said(text, 0.into());
        let outcomes = |said: Vec<(Outcome, _)>| said.into_iter().map(|(outcome, _)| outcome).collect();
        let answers = answers.into_iter().map(|a| (a.points.points, outcomes(a.outcomes))).collect();
        (answers, outcomes(general))
    }

    #[test]
    fn each_point_has_what_is_said_of_it() {
        assert_eq!(
            read("Indstillingens 1. at-punkt blev godkendt, mens 2. at-punkt blev drøftet."),
            (vec![(vec![1], vec![Approved]), (vec![2], vec![Discussed])], vec![])
        );
        assert_eq!(
            read("Udvalget godkendte 1. at-punkt og drøftede 2. at-punkt."),
            (vec![(vec![1], vec![Approved]), (vec![2], vec![Discussed])], vec![])
        );
        assert_eq!(
            read("1. Godkendt. 2. Taget til efterretning."),
            (vec![(vec![1], vec![Approved]), (vec![2], vec![Noted])], vec![])
        );
        assert_eq!(
            read("Byrådet godkendte administrationens indstillingspunkt 1."),
            (vec![(vec![1], vec![Approved])], vec![])
        );
        assert_eq!(
            read("1. at-punkt og 2. at-punkt blev godkendt."),
            (vec![(vec![1], vec![Approved]), (vec![2], vec![Approved])], vec![])
        );
    }

    #[test]
    fn a_decision_on_all_points_may_name_one() {
        assert_eq!(read("Godkendt, idet 2. at-punkt ændres."), (vec![(vec![2], vec![])], vec![Approved]));
        assert_eq!(read("Godkendt. O stemte imod punkt 2."), (vec![(vec![2], vec![])], vec![Approved]));
        assert_eq!(
            read("Tiltrådt. Vedr. punkt 2 bemærker udvalget, at lånet er dyrt."),
            (vec![(vec![2], vec![])], vec![Adopted])
        );
        assert_eq!(
            read("Indstillingens 1. at-punkt blev godkendt. Udvalget tog orienteringen til efterretning."),
            (vec![(vec![1], vec![Approved])], vec![Noted])
        );
        assert_eq!(
            read("Udvalget anbefaler, at indstillingspunkt 2 og 3 vedtages."),
            (vec![(vec![2, 3], vec![Recommended])], vec![])
        );
    }

    #[test]
    fn quoted_words_decide_nothing() {
        assert_eq!(read("Ø ønskede ”1. at-punkt forkastet” og stemte imod."), (vec![], vec![]));
    }
}
