//! A decision that names no point, but an object that only one of them has.

use super::report;
use super::scope::{body, is_conditional};
use facts::deciding::{covers, tokens};
use lint::{Findings, ItemView};
use minutes::{Decision, Outcome, Point, Recommendation};
use text::{TextRange, is_space};

/// No point is named, but the decision has one object, and that of one point only.
pub(super) fn check(
    view: &ItemView<'_>,
    recommendation: &Recommendation,
    decision: &Decision,
    findings: &mut Findings,
) {
    let mut decided = decision.decided();
    let (Some(statement), None) = (decided.next(), decided.next()) else { return };
    let words = view.words(statement.range);
    let all = covers(words) || has_word(words, "indstilling") || has_word(words, "anbefaling");
    let Some(outcome) = only(&statement.outcomes).filter(|_| !all) else { return };
    let said: Vec<String> = objects(words);
    if said.is_empty() {
        return bare(view, recommendation, (statement.range, outcome), findings);
    }
    let names = |point: &Point| said.iter().any(|stem| has_word(view.words(point.text), stem));
    let fits: Vec<&Point> = recommendation.points.iter().filter(|point| names(point)).collect();
    let others: Vec<&Point> =
        recommendation.points.iter().filter(|point| !names(point) && differs(point, outcome)).collect();
    let one_thing = !fits.is_empty() && fits.iter().all(|point| point.asks[..] == [outcome]);
    // "Udvalget drøftede målene, og processen fortsætter i april" says more than its first clause.
    let one_clause = !trim_stop(words).contains(['.', ':', ';', ',']) && !has_word(words, "og");
    let plain = one_clause
        && others.iter().all(|point| {
            !is_conditional(view.words(point.text))
                && body(view.words(point.text)).is_none_or(|own| {
                    fits.iter().any(|fit| body(view.words(fit.text)).is_none_or(|body| body == own))
                })
        });
    if one_thing && plain && !others.is_empty() {
        report(statement.range, &others, findings);
    }
}

/// "Taget til efterretning." and no more, where one point asks for that and another for approval: the first has its answer, and the
/// other none.
fn bare(
    view: &ItemView<'_>,
    recommendation: &Recommendation,
    (place, outcome): (TextRange, Outcome),
    findings: &mut Findings,
) {
    const LONGEST: usize = 40;
    let weak = matches!(outcome, Outcome::Noted | Outcome::Discussed);
    let asks = |point: &Point, outcome| point.asks[..] == [outcome];
    let points = &recommendation.points;
    let others: Vec<&Point> = points.iter().filter(|point| asks(point, Outcome::Approved)).collect();
    let rest = points.iter().filter(|point| !asks(point, Outcome::Approved));
    let answered = rest.clone().next().is_some() && rest.clone().all(|point| asks(point, outcome));
    let open = others
        .iter()
        .any(|point| is_conditional(view.words(point.text)) || body(view.words(point.text)).is_some());
    if weak && answered && !open && !others.is_empty() && view.words(place).len() <= LONGEST {
        report(place, &others, findings);
    }
}

/// The outcome of a decision that names one, and of those only that can have an object of their own.
fn only(outcomes: &[(Outcome, TextRange)]) -> Option<Outcome> {
    let [(outcome, _)] = outcomes else { return None };
    matches!(outcome, Outcome::Approved | Outcome::Noted | Outcome::Discussed).then_some(*outcome)
}

/// Does a point ask for something else, and for one thing only?
fn differs(point: &Point, outcome: Outcome) -> bool {
    let asks = match point.asks[..] {
        [asks] => asks,
        _ => return false,
    };
    let alike = |outcome| matches!(outcome, Outcome::Approved | Outcome::Adopted | Outcome::Recommended);
    asks != outcome && !(alike(asks) && alike(outcome))
}

/// The stems of the words that a decision may be about: not its verbs, nor the bodies.
fn objects(words: &str) -> Vec<String> {
    const OTHERS: &[&str] = &[
        "efterretning",
        "taget",
        "tager",
        "tages",
        "blev",
        "bliver",
        "godkendt",
        "godkender",
        "godkendte",
        "godkendes",
        "drøftet",
        "drøfter",
        "drøftede",
        "drøftes",
        "enstemmigt",
        "orientering",
    ];
    tokens(words)
        .map(str::to_lowercase)
        .filter(|word| word.chars().count() >= 5 && !OTHERS.contains(&&**word))
        .filter(|word| {
            !["udvalget", "udvalg", "byrådet", "bestyrelsen", "rådet"].iter().any(|body| word.ends_with(body))
        })
        .map(|word| word.chars().take(7).collect())
        .collect()
}

fn has_word(words: &str, stem: &str) -> bool {
    tokens(words).any(|word| word.to_lowercase().starts_with(stem))
}

fn trim_stop(words: &str) -> &str {
    words.trim_end_matches(|c: char| is_space(c) || c == '.')
}
