//! `at-points/numbering`: the numbers of the points do not run 1, 2, 3 …
//!
//! Numbers may begin anew, where a list has been cut in two or a second body has its own points; and a list whose
//! marks are all "1." is Markdown's. Only a number that is skipped, written twice or smaller than the one before it,
//! with nothing between the two points, is certainly wrong.

use lint::{Applicability, Check, Example, Findings, Fixes, ItemView, Note, Rule, Severity, Text};
use minutes::{Marker, Point, Recommendation};
use text::edit::Edit;
use text::{TextRange, range};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "at-points/numbering",
    summary: Text {
        da: "At-punkternes numre springer, gentages eller går tilbage",
        en: "The numbers of the points skip, repeat or run backwards",
    },
    why: Text {
        da: "Beslutningen henviser til punkterne med deres numre. Mangler et nummer, eller står det to gange, kan ingen bagefter \
             se, hvad der blev besluttet om hvilket punkt.",
        en: "The decision refers to the points by their numbers. When one is missing or stands twice, nobody can tell \
             afterwards what was decided on which point.",
    },
    source: "",
    severity: Severity::Error,
    on: true,
    fixes: Fixes::Unsafe,
    zones: ZoneSet::of(&[Zone::ListMark]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n1. at budgettet \
                 godkendes,\n3. at planen godkendes.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n1. at budgettet \
                godkendes,\n2. at planen godkendes.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Item(check),
};

/// A leap of more numbers is something else than a slip.
const LONGEST_LEAP: u32 = 3;

fn check(view: &ItemView<'_>, findings: &mut Findings) {
    for recommendation in view.item.recommendations() {
        if let Some(wrong) = first_wrong(recommendation) {
            report(view, &recommendation.points, wrong, findings);
        }
    }
}

/// The first point whose number does not follow the one before it.
fn first_wrong(recommendation: &Recommendation) -> Option<usize> {
    let points = &recommendation.points;
    let all = |marker| points.iter().all(|point| point.marker == marker);
    let numbered = all(Marker::Number) || all(Marker::Letter);
    if !numbered || points.iter().all(|point| number(point) == 1) {
        return None;
    }
    (1..points.len()).find(|&at| {
        let (former, this) = (number(&points[at - 1]), number(&points[at]));
        // "1, 1, 3": the second 1 should be 2. A list that begins at 1 again may be another.
        let repeated = this == 1 && former == 1 && points.get(at + 1).is_some_and(|next| number(next) == 3);
        let wrong = this != former + 1 && (this != 1 || repeated) && this <= former + LONGEST_LEAP;
        wrong && !points[at].after_break && !points[at - 1].parts
    })
}

fn number(point: &Point) -> u32 {
    point.number.map_or(0, |(n, _)| n)
}

fn report(view: &ItemView<'_>, points: &[Point], wrong: usize, findings: &mut Findings) {
    let (former, this) = (number(&points[wrong - 1]), number(&points[wrong]));
    let sign = view.words(sign(view, &points[wrong]));
    let right = written(former + 1, sign);
    let before = view.words(points[wrong - 1].mark).trim_matches(|c: char| !c.is_alphanumeric());
    let note = match this {
        _ if this == former => Note::new(
            format!("\"{sign}\" står to gange i indstillingen; her skulle stå {right}"),
            format!("\"{sign}\" stands twice in the recommendation; it ought to be {right}"),
        ),
        _ => Note::new(
            format!("Punkt {sign} følger efter punkt {before}; her skulle stå {right}"),
            format!("Point {sign} follows point {before}; it ought to be {right}"),
        ),
    };
    let renumbered = points[wrong..].iter().take_while(|point| !point.after_break).zip(former + 1..);
    let edits: Vec<Edit> = renumbered
        .filter(|(point, n)| number(point) != *n)
        .map(|(point, n)| Edit::replace(self::sign(view, point), written(n, sign)))
        .collect();
    findings
        .report(points[wrong].mark, note)
        .related(points[wrong - 1].mark, Text { da: "Punktet før", en: "The point before" })
        .fix(
            Text { da: "Nummerér punkterne fortløbende", en: "Number the points in order" },
            Applicability::Unsafe,
            edits,
        );
}

/// The number `n` as `like` is written: a number, or a letter of its size.
fn written(n: u32, like: &str) -> String {
    let letter =
        |first: u8| u8::try_from(n - 1).ok().filter(|n| *n < 26).map(|n| char::from(first + n).to_string());
    let lettered = match like.as_bytes().first() {
        Some(first) if first.is_ascii_lowercase() => letter(b'a'),
        Some(first) if first.is_ascii_uppercase() => letter(b'A'),
        _ => None,
    };
    lettered.unwrap_or_else(|| n.to_string())
}

/// The digits or the letter of a marker, without its stop or parenthesis.
fn sign(view: &ItemView<'_>, point: &Point) -> TextRange {
    let len = view.words(point.mark).bytes().take_while(u8::is_ascii_alphanumeric).count();
    let start = usize::from(point.mark.start());
    range(start, start + len)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_fix};

    #[test]
    fn flags_the_first_number_that_does_not_follow() {
        check(
            &RULE,
            "
1. Salg

Indstilling

Administrationen indstiller,

1. at grunden sælges.
2. at indtægten går i kassen.
4. at skødet underskrives.
^^ Punkt 4 følger efter punkt 2; her skulle stå 3
5. at sagen afsluttes.
",
        );
        check(
            &RULE,
            "
1. Salg

Indstilling

Administrationen indstiller,

1) at grunden sælges.
2) at indtægten går i kassen.
2) at skødet underskrives.
^^ \"2\" står to gange
",
        );
    }

    #[test]
    fn letters_follow_each_other_as_numbers_do() {
        let text = |points: &str| format!("1. Salg\n\nIndstilling\n\nVi indstiller,\n\n{points}");
        check(
            &RULE,
            &text(
                "a) at A sker\nb) at B sker\nb) at C sker\n^^ \"b\" står to gange i indstillingen; her skulle stå c\n",
            ),
        );
        check_fix(
            &RULE,
            &text("a) at grunden sælges\nc) at vejen lukkes\nd) at sagen sendes i høring\n"),
            &text("a) at grunden sælges\nb) at vejen lukkes\nc) at sagen sendes i høring\n"),
        );
    }

    #[test]
    fn ignores_lists_that_begin_anew_or_go_on() {
        for points in [
            "1. at A godkendes\n2. at B godkendes\n1. at C drøftes\n2. at D drøftes\n",
            "1. at A godkendes\n1. at B godkendes\n1. at C drøftes\n",
            "3. at A godkendes\n4. at B godkendes\n",
            "1. at A godkendes\n\nCentret indstiller til Byrådet,\n\n3. at B godkendes\n",
            "1. at A godkendes, herunder\n a. at B godkendes\n2. at C drøftes\n",
            "1. at A godkendes\n12. at B godkendes\n",
            "- at A godkendes\n- at B godkendes\n",
            "a) at A godkendes\nb) at B godkendes\na) at C godkendes\n",
            "a) at A godkendes\nb) at B godkendes\nx) at C godkendes\n",
        ] {
            check(&RULE, &format!("1. Salg\n\nIndstilling\n\nCentret indstiller,\n\n{points}"));
        }
    }

    #[test]
    fn numbers_all_points_after_the_slip() {
        check_fix(
            &RULE,
            "1. Salg\n\nIndstilling\n\nVi indstiller,\n\n1. at A sker\n3. at B sker\n4. at C sker\n",
            "1. Salg\n\nIndstilling\n\nVi indstiller,\n\n1. at A sker\n2. at B sker\n3. at C sker\n",
        );
        check_fix(
            &RULE,
            "1. Salg\n\nIndstilling\n\nVi indstiller,\n\n1) at A sker\n2) at B sker\n2) at C sker\n",
            "1. Salg\n\nIndstilling\n\nVi indstiller,\n\n1) at A sker\n2) at B sker\n3) at C sker\n",
        );
    }
}
