//! `decisions/outcome`: the outcome cannot answer what was recommended.
//!
//! "Godkendt" and "tiltrådt" answer anything, and amended, rejected, postponed and forwarded points are no faults. What
//! remains is approval that was asked for and not given, one point with two outcomes, and, in a house that answers each
//! point with its own verb, another verb.

use rustc_hash::FxHashMap;

use super::phrases::phrases;
use lint::{Check, Example, Findings, Fixes, ItemView, Note, Rule, Severity, Text};
use minutes::{Answer, Decision, Naming, Outcome, Point, Recommendation, RemarkKind, Statement};
use text::TextRange;
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "decisions/outcome",
    summary: Text {
        da: "Udfaldet svarer ikke på det, der blev indstillet",
        en: "The outcome does not answer what was recommended",
    },
    why: Text {
        da: "Beder et punkt om godkendelse, og er det kun drøftet eller taget til efterretning, er der ikke givet lov til \
             noget. Skriv udfaldet, så det svarer på det, punktet beder om.",
        en: "When a point asks for approval and is only discussed or noted, nothing has been permitted. Write the outcome so \
             that it answers what the point asks for.",
    },
    source: "kommunestyrelsesloven § 13",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::ListMark, Zone::Table]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n1. at planen \
                 drøftes.\n2. at budgettet godkendes.\n\nBeslutning\n\nAd 1. Drøftet.\n\nAd 2. Taget til efterretning.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n1. at planen \
                drøftes.\n2. at budgettet godkendes.\n\nBeslutning\n\nAd 1. Drøftet.\n\nAd 2. Godkendt.\n",
    },
    check: Check::Item(check),
};

fn check(view: &ItemView<'_>, findings: &mut Findings) {
    let mut recommendations = view.item.recommendations();
    let (Some(recommendation), None) = (recommendations.next(), recommendations.next()) else { return };
    for (_, decision) in view.item.decisions() {
        if recommendation.is_clean() || recommendation.is_numbered() {
            let said = said_of(decision);
            let decided = Decided { said: &said, voted: !decision.votes.is_empty() };
            for answer in decision.decided().flat_map(|statement| &statement.answers) {
                check_answer(view, recommendation, &decided, answer, findings);
            }
            check_twice(decision, findings);
        }
        check_general(view, recommendation, decision, findings);
    }
}

/// What a decision says as a whole.
struct Decided<'s> {
    /// The outcomes of each point.
    said: &'s FxHashMap<u32, Vec<Outcome>>,
    /// Was there a vote?
    voted: bool,
}

/// What is said of named points.
fn check_answer(
    view: &ItemView<'_>,
    recommendation: &Recommendation,
    decision: &Decided<'_>,
    answer: &Answer,
    findings: &mut Findings,
) {
    let Some(&(_, place)) = answer.outcomes.first() else { return };
    if answer.points.naming == Naming::Perhaps {
        return;
    }
    for &n in &answer.points.points {
        let Some(point) = recommendation.points.get(n as usize - 1) else { continue };
        let &[asks] = &point.asks[..] else { continue };
        // A point may be discussed first and approved a line later.
        let said = decision.said.get(&n).map_or(&[][..], |said| said);
        if asks == Outcome::Approved && said.iter().all(|said| is_weak(*said)) {
            weak(place, point, answer.outcomes[0].0, findings);
        } else if view.context.house.decisions.per_point && !decision.voted && !answers(asks, said) {
            other_verb(place, point, asks, findings);
        }
    }
}

/// All that a decision says of each point.
fn said_of(decision: &Decision) -> FxHashMap<u32, Vec<Outcome>> {
    let mut said: FxHashMap<u32, Vec<Outcome>> = FxHashMap::default();
    for answer in decision.decided().flat_map(|statement| &statement.answers) {
        for &point in &answer.points.points {
            said.entry(point).or_default().extend(answer.outcomes.iter().map(|&(outcome, _)| outcome));
        }
    }
    // What is said a thousand times is said once.
    said.values_mut().for_each(|outcomes| {
        outcomes.sort_unstable();
        outcomes.dedup();
    });
    said
}

/// Outcomes that permit nothing.
fn is_weak(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Noted | Outcome::Discussed)
}

/// Does one of the outcomes fit what is asked, or say that it was decided otherwise?
fn answers(asks: Outcome, said: &[Outcome]) -> bool {
    use Outcome::{Adopted, Approved, Discussed, Noted, Recommended};
    let positive = |outcome| matches!(outcome, Approved | Adopted | Recommended);
    said.iter().any(|&said| {
        said == asks
            || positive(said) && positive(asks)
            || !matches!(said, Approved | Adopted | Noted | Discussed)
    })
}

fn weak(place: TextRange, point: &Point, said: Outcome, findings: &mut Findings) {
    let (da, en) =
        if said == Outcome::Noted { ("taget til efterretning", "noted") } else { ("drøftet", "discussed") };
    findings
        .report(
            place,
            Note::new(
                format!("Punkt {} beder om godkendelse og er kun {da}", point.index),
                format!("Point {} asks for approval and is only {en}", point.index),
            ),
        )
        .related(point.text, Text { da: "Det, der blev indstillet", en: "What was recommended" });
}

fn other_verb(place: TextRange, point: &Point, asks: Outcome, findings: &mut Findings) {
    let (da, en) = match asks {
        Outcome::Noted => ("taget til efterretning", "noted"),
        Outcome::Discussed => ("drøftet", "discussed"),
        _ => ("godkendt", "approved"),
    };
    findings
        .report(
            place,
            Note::new(
                format!("Punkt {} skulle være {da}; brug at-punktets eget udsagnsord", point.index),
                format!("Point {} was to be {en}; use the verb of the point itself", point.index),
            ),
        )
        .related(point.text, Text { da: "Det, der blev indstillet", en: "What was recommended" });
}

/// "Taget til efterretning." and nothing else, where all points ask for approval, or one does and others to be noted.
fn check_general(
    view: &ItemView<'_>,
    recommendation: &Recommendation,
    decision: &Decision,
    findings: &mut Findings,
) {
    let mut decided = decision.decided();
    let (Some(statement), None) = (decided.next(), decided.next()) else { return };
    let words = view.words(statement.range);
    let plain = words.len() <= 60 && statement.answers.is_empty() && recommendation.more_lead_ins.is_empty();
    let [(said, place)] = statement.outcomes[..] else { return };
    let asks = |point: &&Point, outcome| point.asks[..] == [outcome];
    // What is said may answer the points that ask for it; those that ask for approval have no answer.
    let approval = recommendation.points.iter().find(|point| asks(point, Outcome::Approved));
    let own =
        |point: &Point| asks(&point, Outcome::Approved) || asks(&point, said) && has_subject(view, statement);
    let fits = || recommendation.points.iter().all(own) && !is_agreed(words, statement);
    if let Some(point) = approval.filter(|_| plain && is_weak(said) && fits()) {
        weak(place, point, said, findings);
    }
}

/// Do the words beside the outcome say that those who met agreed to something?
fn is_agreed(words: &str, statement: &Statement) -> bool {
    let Some((_, place)) = statement.outcomes.first() else { return false };
    let at = place.start() - statement.range.start();
    let (before, rest) = words.split_at(at.into());
    let after = &rest[usize::from(place.len())..];
    [before, after].iter().any(|part| {
        let part = part.to_lowercase();
        phrases().agreed.iter().any(|word| part.contains(&**word))
    })
}

/// "Orienteringen blev taget til efterretning" is about one of the points; without its subject it may be about all.
fn has_subject(view: &ItemView<'_>, statement: &Statement) -> bool {
    let first = view.words(statement.range).split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    let of_all = ["indstilling", "sag", "punkt"].iter().any(|word| first.to_lowercase().starts_with(word));
    first.ends_with(['n', 't']) && first.len() > "Taget".len() && first != "Drøftet" && !of_all
}

/// One point with two outcomes that cannot both be true.
fn check_twice(decision: &Decision, findings: &mut Findings) {
    let amended = decision.remarks.iter().any(|remark| remark.kind == RemarkKind::Amendment);
    if amended || !decision.votes.is_empty() {
        return;
    }
    let answers: Vec<(u32, Outcome, TextRange)> = decision
        .decided()
        .flat_map(|statement| &statement.answers)
        .filter(|answer| answer.points.naming == Naming::AtPoint)
        .filter_map(|answer| match (&answer.points.points[..], &answer.outcomes[..]) {
            (&[n], &[(said, place)]) => Some((n, said, place)),
            _ => None,
        })
        .collect();
    // Of each point the outcomes so far, each where it was said first.
    let mut former: FxHashMap<u32, Vec<(Outcome, TextRange)>> = FxHashMap::default();
    for (n, said, place) in answers {
        let before = former.entry(n).or_default();
        let contradicted = before.iter().find(|(before, _)| contradict(*before, said)).copied();
        if before.iter().all(|(other, _)| *other != said) {
            before.push((said, place));
        }
        if let Some((_, before)) = contradicted {
            findings
                .report(
                    place,
                    Note::new(
                        format!("Punkt {n} er afgjort to gange med hver sit udfald"),
                        format!("Point {n} is decided twice with different outcomes"),
                    ),
                )
                .related(before, Text { da: "Det første udfald", en: "The first outcome" });
        }
    }
}

/// A point may be discussed and then decided; it is not both approved and noted, or both approved and postponed.
fn contradict(one: Outcome, other: Outcome) -> bool {
    use Outcome::{Adopted, Approved, Discussed, Forwarded, Recommended};
    let group = |outcome| match outcome {
        Adopted | Recommended => Approved,
        outcome => outcome,
    };
    let open = |outcome| matches!(outcome, Discussed | Forwarded | Outcome::Other);
    !open(one) && !open(other) && group(one) != group(other)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_in, item};

    const TWO: &str = "1. at orienteringen tages til efterretning.\n2. at planen godkendes.\n";

    #[test]
    fn flags_approval_that_was_not_given() {
        check(
            &RULE,
            &item(
                TWO,
                "Ad 1. Taget til efterretning.\n\nAd 2. Drøftet.\n      ^^^^^^^ Punkt 2 beder om godkendelse og er kun drøftet\n",
            ),
        );
        check(
            &RULE,
            &item(
                "1. at planen godkendes.\n",
                "Taget til efterretning.\n      ^^^^^^^^^^^^^^^^ Punkt 1 beder om godkendelse\n",
            ),
        );
    }

    #[test]
    fn flags_two_outcomes_of_one_point() {
        check(
            &RULE,
            &item(TWO, "Ad 2. Godkendt.\n\nAd 2. Udsat.\n      ^^^^^ Punkt 2 er afgjort to gange\n"),
        );
    }

    #[test]
    fn a_house_may_answer_each_point_with_its_verb() {
        check_in(
            "kobenhavn",
            &RULE,
            &item(
                TWO,
                "Indstillingens 1. at-punkt blev godkendt, mens 2. at-punkt blev tiltrådt.\n                                ^^^^^^^^ Punkt 1 skulle være taget til efterretning\n",
            ),
        );
        check_in("kobenhavn", &RULE, &item(TWO, "Indstillingen blev godkendt.\n"));
        check_in(
            "kobenhavn",
            &RULE,
            &item(TWO, "1. at-punkt blev drøftet og taget til efterretning, 2. at-punkt blev udsat.\n"),
        );
    }

    #[test]
    fn approval_answers_anything_elsewhere() {
        for decision in [
            "Godkendt.\n",
            "1.-2. Godkendt.\n",
            "1. Tiltrådt.\n2. Anbefales.\n",
            "1. Godkendt.\n2. Ikke godkendt.\n",
            "1. Drøftet.\n2. Udsat.\n",
            "Ad 2. Drøftet.\n\nAd 2. Godkendt.\n",
            "1. Taget til efterretning.\n2. Drøftet og godkendt.\n",
            "Taget til efterretning.\n",
        ] {
            check(&RULE, &item(TWO, decision));
        }
        for decision in [
            "Drøftet med enighed om at følge indstillingen.",
            "Drøftet. Der var opbakning til planen.",
            "Drøftet. Udvalget ønsker model B.",
            "Drøftet. Alle var enige i forslaget.",
            "Udvalget drøftede planen og tilsluttede sig den.",
        ] {
            check(&RULE, &item("1. at planen godkendes.\n", &format!("{decision}\n")));
        }
    }

    #[test]
    fn flags_one_outcome_for_a_mixed_list() {
        check(
            &RULE,
            &item(
                "- At budgetproceduren tages til efterretning.\n- At forslag til udvalgets egen proces godkendes.\n",
                "Orienteringen blev taget til efterretning.\n                         ^^^^^^^^^^^^^^^^ Punkt 2 beder om godkendelse\n",
            ),
        );
        for decision in
            ["Godkendt.", "Indstillingen blev godkendt.", "Taget til efterretning. Processen blev godkendt."]
        {
            check(
                &RULE,
                &item(
                    "- at planen tages til efterretning\n- at kortet godkendes\n",
                    &format!("{decision}\n"),
                ),
            );
        }
    }
}
