//! `decisions/undecided-at-point`: the decision answers some at-points and is silent on the rest.
//!
//! A general decision ("Godkendt.", "Indstillingen blev godkendt.") covers all points, so silence is a fault only where
//! others are named: by their numbers, or, in a recommendation whose points ask for different things, by the one object
//! that the decision has ("Udvalget tager orienteringen til efterretning"). Points that another body is to decide, that
//! depend on another point, or that lapse when one before them is rejected, are rightly passed over.

mod object;
mod scope;

use super::phrases::phrases;
use scope::{body, is_conditional, is_for_committee};

use danish::letters::small;
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

/// Does "eller" stand between the points, or does what leads to them give a choice? Then one of them is enough.
fn are_alternatives(view: &ItemView<'_>, recommendation: &Recommendation) -> bool {
    let points = &recommendation.points;
    let all = TextRange::new(points[0].text.start(), points[points.len() - 1].text.end());
    let is_or = |word: Option<&str>| {
        word.is_some_and(|word| phrases().alternatives.iter().any(|own| *own == word.to_lowercase()))
    };
    // "2. alternativt at …", "1. at der etableres bump, alternativt", "1. at enten …".
    let gives_choice = |line: &str| {
        let mut words = line.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        let (first, second) = (words.next(), words.next());
        let after_at = first.is_some_and(|word| word.eq_ignore_ascii_case("at")) && is_or(second);
        is_or(first) || after_at || is_or(words.next_back())
    };
    let sections = view.item.sections.iter();
    let own = sections.filter(|section| section.body.contains_range(points[0].text));
    let mut leads = own.map(|section| TextRange::new(section.body.start(), points[0].text.start()));
    view.words(all).lines().any(gives_choice)
        || leads.any(|lead| {
            let lead = small(view.words(lead));
            phrases().choices.iter().any(|words| lead.contains(&**words))
        })
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
mod tests;
