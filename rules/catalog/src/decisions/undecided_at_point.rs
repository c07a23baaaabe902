//! `decisions/undecided-at-point`: the decision answers some at-points and is silent on the rest.
//!
//! A general decision ("Godkendt.", "Indstillingen blev godkendt.") covers all points, so silence is a fault only where
//! others are named: by their numbers, or, in a recommendation whose points ask for different things, by the one object
//! that the decision has ("Udvalget tager orienteringen til efterretning"). Points that another body is to decide, that
//! depend on another point, or that lapse when one before them is rejected, are rightly passed over.

mod object;
mod scope;

use scope::{body, is_conditional, is_for_committee};

use danish::sentences::sentences;
use facts::deciding::{Begun, Deciding, asks_plainly, begun, deciding, tokens};
use lint::{Check, Example, Findings, Fixes, ItemView, Note, Report, Rule, Severity, Text};
use minutes::{Answer, Decision, Naming, Outcome, Point, Recommendation, Statement, enumerate};
use text::{TextRange, TextSize};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "decisions/undecided-at-point",
    summary: Text {
        da: "Beslutningen siger intet om et af at-punkterne",
        en: "The decision says nothing of one of the points",
    },
    why: Text {
        da: "Når beslutningen svarer på nogle at-punkter og tier om et andet, kan ingen se, om det blev godkendt, udsat eller \
             glemt. Skriv, hvad der blev besluttet om hvert punkt, eller skriv, at hele indstillingen blev godkendt.",
        en: "When the decision answers some points and is silent on another, nobody can tell whether that was approved, \
             postponed or forgotten. Write what was decided on each point, or that all of the recommendation was approved.",
    },
    source: "kommunestyrelsesloven § 13",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::ListMark, Zone::Table]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n1. at budgettet \
                 godkendes.\n2. at planen godkendes.\n\nBeslutning\n\nAd 1. Godkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n1. at budgettet \
                godkendes.\n2. at planen godkendes.\n\nBeslutning\n\nAd 1. Godkendt.\n\nAd 2. Godkendt.\n",
    },
    check: Check::Item(check),
};

fn check(view: &ItemView<'_>, findings: &mut Findings) {
    let mut recommendations = view.item.recommendations();
    let (Some(recommendation), None) = (recommendations.next(), recommendations.next()) else { return };
    let decisions: Vec<&Decision> = view.item.decisions().map(|(_, decision)| decision).collect();
    if recommendation.points.len() < 2 || decisions.is_empty() || are_alternatives(view, recommendation) {
        return;
    }
    if decisions.iter().any(|decision| decision.answers().next().is_some()) {
        if recommendation.is_clean() || recommendation.is_numbered() {
            check_named(view, recommendation, &decisions, findings);
        }
    } else if let [decision] = decisions[..]
        && recommendation.more_lead_ins.is_empty()
    {
        object::check(view, recommendation, decision, findings);
    }
}

/// Does "eller" stand between the points? Then one of them is enough.
fn are_alternatives(view: &ItemView<'_>, recommendation: &Recommendation) -> bool {
    let points = &recommendation.points;
    let all = TextRange::new(points[0].text.start(), points[points.len() - 1].text.end());
    let is_or = |words: &str| {
        matches!(&*words.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase(), "eller" | "alternativt")
    };
    view.words(all)
        .lines()
        .any(|line| is_or(line) || line.trim_end_matches([' ', ',', ':', '.']).ends_with(" eller"))
}

/// Some points are named by their numbers.
fn check_named(
    view: &ItemView<'_>,
    recommendation: &Recommendation,
    decisions: &[&Decision],
    findings: &mut Findings,
) {
    let begun: Vec<Begun> = decisions.iter().flat_map(|decision| begun(view.text, decision)).collect();
    let told: Vec<u32> = decisions.iter().flat_map(|decision| decision.named_points()).collect();
    let empty = |point: &u32| begun.iter().any(|begun| begun.points.contains(point));
    let named: Vec<u32> = told.iter().copied().filter(|point| !empty(point)).collect();
    let decided: Vec<&Statement> = decisions.iter().flat_map(|decision| decision.decided()).collect();
    let answers: Vec<&Answer> = decided.iter().flat_map(|statement| &statement.answers).collect();
    let count = recommendation.points.len() as u32;
    let known = told.iter().all(|n| *n <= count);
    // A line for each point and no word behind any of them is a form that nobody has filled in.
    let carried = named.is_empty() || answers.iter().any(|answer| !answer.outcomes.is_empty());
    if !known
        || !carried
        || answers.iter().any(|answer| drops(answer) || is_excepted(view, answer))
        || restarts(&answers)
    {
        return;
    }
    let read: Vec<Deciding<'_>> =
        decisions.iter().map(|decision| deciding(view.text, view.item, decision)).collect();
    if read.iter().any(|read| read.of_all().is_some() || read.covers(view.text))
        || decided.iter().any(|statement| answers_all_first(view, statement))
    {
        return;
    }
    let missed: Vec<&Point> = recommendation
        .points
        .iter()
        .filter(|point| !named.contains(&point.index))
        .filter(|point| is_for_committee(view, recommendation, point))
        .filter(|point| {
            empty(&point.index) || is_missed(view, recommendation, point, &named, (&decided, &read))
        })
        .collect();
    let Some(last) = answers.last().filter(|_| !missed.is_empty()) else { return };
    let of_missed = |begun: &&Begun| missed.iter().any(|point| begun.points.contains(&point.index));
    let first = begun.iter().find(of_missed);
    let place = first.map_or(last.points.range, |begun| begun.place);
    let severity = if first.is_some_and(|begun| begun.is_held) { Severity::Hint } else { RULE.severity };
    report(place, &missed, findings).at_most(severity);
}

/// "Godkendt. O stemte imod punkt 2.": the first sentence names no point and answers them all; the next remarks on one.
fn answers_all_first(view: &ItemView<'_>, statement: &Statement) -> bool {
    let Some(first) = sentences(view.words(statement.range)).next() else { return false };
    // "Godkendt (punkt 2 med 4 stemmer mod 1)." remarks on one as well.
    let bracket =
        view.words(statement.range)[first].find('(').map(|at| first.start() + TextSize::from(at as u32));
    let end = statement.range.start() + bracket.unwrap_or(first.end());
    let names = |answer: &Answer| answer.points.range.start() < end;
    let decides = |answer: &Answer| answer.outcomes.iter().any(|(_, place)| place.end() <= end);
    !statement.answers.iter().any(names) && statement.answers.iter().any(decides)
}

/// Do the numbers of an enumeration begin anew? Then they were lost in a copy, and each line answers another point.
fn restarts(answers: &[&Answer]) -> bool {
    let leading: Vec<u32> = answers
        .iter()
        .filter(|answer| answer.points.naming == Naming::Leading)
        .filter_map(|answer| answer.points.points.first().copied())
        .collect();
    leading.windows(2).any(|pair| pair[1] <= pair[0])
}

/// Does a decision on this point leave others to fall with it?
/// "Godkendt uden punkt 2": all points are decided but this one, which is named.
fn is_excepted(view: &ItemView<'_>, answer: &Answer) -> bool {
    const EXCEPT: [&str; 5] = ["uden", "undtagen", "bortset fra", "undtagelse af", "på nær"];
    let range = answer.points.range;
    let line = view.words(TextRange::up_to(range.start()));
    let before = line.rsplit(['\n', '.']).next().unwrap_or_default().trim_end().to_lowercase();
    EXCEPT.iter().any(|word| before.ends_with(word))
}

fn drops(answer: &Answer) -> bool {
    let falls = |(outcome, _): &(Outcome, TextRange)| {
        use Outcome::{Lapsed, Postponed, Rejected, Returned, Withdrawn};
        matches!(outcome, Rejected | Postponed | Returned | Withdrawn | Lapsed)
    };
    answer.outcomes.iter().any(falls)
}

/// Is a point that no number names certainly not decided?
fn is_missed(
    view: &ItemView<'_>,
    recommendation: &Recommendation,
    point: &Point,
    named: &[u32],
    (decided, read): (&[&Statement], &[Deciding<'_>]),
) -> bool {
    let words = view.words(point.text);
    let number = point.index.to_string();
    let mentioned =
        decided.iter().any(|statement| tokens(view.words(statement.range)).any(|word| word == number));
    let own = body(words).is_none_or(|own| {
        recommendation.points.iter().any(|other| {
            named.contains(&other.index) && body(view.words(other.text)).is_none_or(|body| body == own)
        })
    });
    let other = read.iter().any(|read| read.says_more(view.text));
    let told = read.iter().any(|read| read.of_point(view.text, words).is_some());
    !mentioned && own && !is_conditional(words) && (asks_plainly(point) || !other) && !told
}

fn report<'f>(place: TextRange, missed: &[&Point], findings: &'f mut Findings) -> Report<'f> {
    let points: Vec<u32> = missed.iter().map(|point| point.index).collect();
    let (da, en) = (enumerate(&points, "og"), enumerate(&points, "and"));
    let mut report = findings.report(
        place,
        Note::new(
            format!("Beslutningen siger intet om punkt {da} i indstillingen; skriv også, hvad der blev besluttet om det"),
            format!("The decision says nothing of point {en} of the recommendation; write what was decided on that too"),
        ),
    );
    for point in missed {
        report = report.related(
            point.text,
            Note::new(
                format!("Punkt {} er ikke besluttet", point.index),
                format!("Point {} is not decided", point.index),
            ),
        );
    }
    report
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, item};

    const THREE: &str = "1. at planen godkendes.\n2. at støjen drøftes.\n3. at kortet godkendes.\n";

    #[test]
    fn ignores_a_point_that_is_answered_in_its_own_words() {
        let points = "1. at planen godkendes.\n2. at kortet godkendes.\n3. at udvalget udpeger et medlem.\n";
        check(&RULE, &item(points, "Punkt 1 og 2 blev godkendt. Som medlem blev udpeget Ida Lund.\n"));
    }

    #[test]
    fn flags_silence_where_others_are_named() {
        for decision in [
            "Ad 1. Godkendt.\n\nAd 2. Drøftet. Udvalget ønsker mere ro.\n^^^^ Beslutningen siger intet om punkt 3",
            "1.-2. Godkendt.\n^^^^ Beslutningen siger intet om punkt 3",
            "Indstillingens 1. at-punkt blev godkendt.\n               ^^^^^^^^^^^ Beslutningen siger intet om punkt 2 og 3",
            "1. Godkendt.\n2. Drøftet.\n^ Beslutningen siger intet om punkt 3\n\nØ stemte imod.",
            "Ad. 1\n\n5 medlemmer (A+V) anbefaler forslaget.\n\nAd. 2\n^^^^^ Beslutningen siger intet om punkt 3\n\nAnbefales.",
        ] {
            check(&RULE, &item(THREE, &format!("{decision}\n")));
        }
    }

    #[test]
    fn flags_a_number_with_no_words_behind() {
        for decision in [
            "Ad 1. Godkendt.\nAd 2. Drøftet.\nAd 3.\n^^^^ Beslutningen siger intet om punkt 3",
            "Ad 1. Godkendt.\n\nAd 2:\n^^^^ Beslutningen siger intet om punkt 2\n\nAd 3. Godkendt.",
            "Ad 1.\n^^^^ Beslutningen siger intet om punkt 1, 2 og 3\nAd 2.\nAd 3.",
            "1. at-punkt blev godkendt.\n2. at-punkt blev drøftet.\n3. at-punkt blev\n^^^^^^^^^^^ Beslutningen siger intet om punkt 3",
            "1. Godkendt.\n2. Drøftet.\n3. …\n^ Beslutningen siger intet om punkt 3",
        ] {
            check(&RULE, &item(THREE, &format!("{decision}\n")));
        }
    }

    #[test]
    fn ignores_an_answer_below_its_number_or_for_all() {
        for decision in [
            "Ad 1.\n\nGodkendt.\n\nAd 2.\n\nUdvalget ønsker mere ro.\n\nAd 3.\n\nGodkendt.",
            "1.\n2.\n3.\n\nGodkendt.\n\nGodkendt.\n\nGodkendt.",
            "Indstillingen blev godkendt.\n\nAd 2.",
            "Ad 1.\nGodkendt.\nAd 2.\nStøjen måles igen.\nAd 3.\nKortet bruges fra maj.",
        ] {
            check(&RULE, &item(THREE, &format!("{decision}\n")));
        }
    }

    #[test]
    fn ignores_a_point_that_is_excepted_from_the_rest() {
        for decision in [
            "Godkendt uden punkt 2.",
            "Indstillingen blev godkendt bortset fra punkt 2.",
            "Godkendt med undtagelse af 2. at-punkt.",
        ] {
            check(&RULE, &item(THREE, &format!("{decision}\n")));
        }
    }

    #[test]
    fn flags_a_decision_with_the_object_of_one_point() {
        check(
            &RULE,
            &item(
                "1. at orienteringen om jobcentret tages til efterretning\n2. at udmøntningen drøftes\n",
                "Udvalget tager orienteringen til efterretning.\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Beslutningen siger intet om punkt 2\n",
            ),
        );
    }

    #[test]
    fn one_of_several_alternatives_is_enough() {
        for (points, decision) in [
            (
                "1. at politikken ændres\n\neller\n\n2. at politikken ikke ændres og\n\n3. at forslaget er færdigbehandlet.\n",
                "2-3, godkendt\n",
            ),
            (
                "1. om analyserne skal laves.\n\neller\n\n2. om planen skal laves\n3. at sagen drøftes.\n",
                "1. Godkendt.\n\n3. Godkendt.\n",
            ),
            ("1. at vejen lukkes, eller\n2. at vejen ensrettes.\n", "1. Godkendt.\n"),
        ] {
            check(&RULE, &item(points, decision));
        }
    }

    #[test]
    fn a_general_decision_covers_all_points() {
        for decision in [
            "Godkendt.",
            "Indstillingen blev godkendt.",
            "Udvalget godkendte indstillingen.",
            "Byrådet godkendte Planudvalgets indstilling.",
            "Godkendt, idet 2. at-punkt ændres.",
            "Anbefales.",
            "1. Godkendt med ændringer. Indstillingen i øvrigt godkendt.",
            "Taget til efterretning.",
            "Sagen blev udsat.",
            "1.-3. Godkendt.",
            "1. Godkendt.\n1. Drøftet.\n1. Godkendt.",
            "1. Godkendt.\n2. Drøftet.\n3. Godkendt.",
            "Ad. 1\n\n5 medlemmer (A+V) anbefaler forslaget.\n\nAd. 2 og 3\n\nAnbefales.",
            "1. Godkendt. 2. Drøftet. 3. Godkendt.",
            "Godkendt. O stemte imod punkt 2.",
            "Godkendt (punkt 2 med 4 stemmer mod 1).",
            "Godkendt. Vedr. punkt 2 bemærker udvalget, at støjen er høj.",
            "Godkendt. For så vidt angår punkt 3 ønsker udvalget en status i maj.",
            "Godkendt. Punkt 2 oversendes til Byrådet.",
            "Tiltrådt. Udvalget lagde ved punkt 1 vægt på naturen.",
            "Godkendt. Bo Lindt stemte imod at-punkt 3.",
            "Vedtaget. Til punkt 2 blev det oplyst, at målingen er lavet.",
        ] {
            check(&RULE, &item(THREE, &format!("{decision}\n")));
        }
    }

    #[test]
    fn more_than_one_clause_may_answer_more_than_one_point() {
        let points = "1. at orienteringen om jobcentret tages til efterretning\n2. at udmøntningen drøftes\n";
        for decision in [
            "Udvalget tager orienteringen til efterretning, og processen fortsætter i april.",
            "Udvalget tager orienteringen til efterretning og ser på resten i april.",
        ] {
            check(&RULE, &item(points, &format!("{decision}\n")));
        }
    }

    #[test]
    fn ignores_points_that_fall_with_another_or_are_not_this_bodys() {
        check(&RULE, &item(THREE, "1. Anbefales ikke.\n"));
        check(&RULE, &item(THREE, "1. Udsat til næste møde.\n"));
        check(
            &RULE,
            &item(
                "1. at planen godkendes.\n2. at kortet godkendes, hvis planen vedtages.\n",
                "1. Godkendt.\n",
            ),
        );
        check(
            &RULE,
            &item(
                "1. at planen godkendes.\n\nCentret indstiller til Kulturudvalget,\n\n2. at sagen tages til efterretning.\n",
                "1. Godkendt.\n",
            ),
        );
        check(
            &RULE,
            &item(
                "1. at Planudvalget godkender planen.\n2. at Kulturudvalget godkender kortet.\n",
                "1. Godkendt.\n",
            ),
        );
    }

    #[test]
    fn a_lead_in_says_whose_points_they_are() {
        let text = |decision: &str| {
            format!(
                "Planudvalget\n4. april 2022\n\n1. Plan\n\nIndstilling\n\nCentret indstiller til Planudvalget,\n\n1. at \
                 planen godkendes\n2. at kortet godkendes\n\nCentret indstiller til Kulturudvalget,\n\n3. at sagen \
                 drøftes\n\nBeslutning\n\n{decision}"
            )
        };
        check(&RULE, &text("1. Godkendt.\n^ Beslutningen siger intet om punkt 2 i\n"));
        check(&RULE, &text("1.-2. Godkendt.\n"));
    }

    #[test]
    fn each_body_may_answer_its_points() {
        check(
            &RULE,
            "1. Plan\n\nIndstilling\n\nCentret indstiller,\n\n1. at planen godkendes\n2. at kortet godkendes\n\nBeslutning i \
             Planudvalget den 04-04-2022\n\n1. Godkendt.\n\nBeslutning i Byrådet den 11-04-2022\n\n2. Godkendt.\n",
        );
    }
}
