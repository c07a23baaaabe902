//! `decisions/unknown-at-point`: the decision names an at-point that the recommendation does not have.
//!
//! An error, so both sides must be certain: one recommendation with its points in one list, 1, 2, 3 …, and a reference
//! that can mean nothing else. "3. Udvalget ønsker en status" after two points adds something; "3. Godkendt" does not.
//! A recommendation may go on where it is not looked for, in a supplement to the case or after "eller", so the whole item
//! is searched for the point before anything is said.

mod lettered;

use super::phrases::phrases;
use danish::letters::small;
use lint::{Check, Example, Findings, Fixes, ItemView, Note, Rule, Severity, Text};
use minutes::{Answer, Decision, Naming, Recommendation, RemarkKind, Statement, enumerate};
use std::cell::LazyCell;

use syntax::SectionKind;
use text::{TextSize, is_space};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "decisions/unknown-at-point",
    summary: Text {
        da: "Beslutningen nævner et at-punkt, som indstillingen ikke har",
        en: "The decision names a point that the recommendation does not have",
    },
    why: Text {
        da: "Svarer beslutningen på punkt 4, når der kun er tre, er nummeret forkert, eller også mangler der et punkt i \
             indstillingen. Uanset hvad ved ingen, hvad der blev besluttet. Ret nummeret, eller skriv punktet ind.",
        en: "When the decision answers point 4 of three, the number is wrong or a point is missing in the recommendation. \
             Either way nobody knows what was decided. Correct the number, or add the point.",
    },
    source: "kommunestyrelsesloven § 13",
    severity: Severity::Error,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::ListMark, Zone::Table]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n1. at budgettet \
                 godkendes.\n2. at planen godkendes.\n\nBeslutning\n\n1.-3. Godkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n1. at budgettet \
                godkendes.\n2. at planen godkendes.\n\nBeslutning\n\n1.-2. Godkendt.\n",
    },
    check: Check::Item(check),
};

/// Words that add a point instead of answering one.
const ADDITIONS: &[&str] =
    &["nyt ", "nye ", "tilføj", "supplerende", "yderligere", "ekstra", "desuden", "derudover"];

fn check(view: &ItemView<'_>, findings: &mut Findings) {
    let Some(recommendation) = certain(view) else { return };
    // What one body has added, the next decides.
    if view.item.decisions().any(|(_, decision)| adds_points(view, decision)) {
        return;
    }
    // A supplement may go on with the numbers or begin anew: then a number is unknown only beyond all points together.
    let count = recommendation.points.len() as u32;
    let most = LazyCell::new(|| count.max(if recommends_more(view) { n_listed(view) } else { 0 }));
    for (_, decision) in view.item.decisions() {
        lettered::check(view, recommendation, decision, findings);
        for statement in decision.decided() {
            for answer in &statement.answers {
                if answer.points.points.iter().any(|n| *n > count) {
                    check_answer(view, (recommendation, *most), (decision, statement), answer, findings);
                }
            }
        }
    }
}

/// The recommendation of the item, if it is the only one and its points are certain.
fn certain<'v>(view: &ItemView<'v>) -> Option<&'v Recommendation> {
    let item = view.item;
    let recommendation = item.recommendations().next()?;
    let only = item.sections_of(SectionKind::Recommendation).count() == 1;
    let certain = recommendation.is_clean() || recommendation.is_numbered() || is_one(view, recommendation);
    let more = recommends_more(view);
    // A supplement may stand in the same section, behind the points.
    ((only || more)
        && (certain || more && !recommendation.points.is_empty())
        && (more || !recommendation.other_text))
        .then_some(recommendation)
}

/// "Direktionen indstiller, at planen godkendes.": one sentence with one point.
fn is_one(view: &ItemView<'_>, recommendation: &Recommendation) -> bool {
    let [point] = &recommendation.points[..] else { return false };
    let section = view.item.sections_of(SectionKind::Recommendation).next();
    let body = section.map_or("", |section| view.words(section.body));
    let words = body.split(|c: char| !c.is_alphanumeric()).filter(|word| matches!(*word, "at" | "om"));
    let ends = view.words(point.text).trim_end_matches(is_space).ends_with('.');
    words.count() == 1 && ends && body.trim().lines().count() == 1 && !body.contains(['1', '2'])
}

/// An amendment may add a point, and so may a decision that says so: "Ad 3 (nyt)", "Udvalget tilføjede".
fn adds_points(view: &ItemView<'_>, decision: &Decision) -> bool {
    decision.remarks.iter().any(|remark| remark.kind == RemarkKind::Amendment)
        || decision.statements.iter().any(|statement| adds(&small(view.words(statement.range))))
}

/// Do `words`, in small letters, add a point to those that there are?
fn adds(words: &str) -> bool {
    let words = words.replace('\u{ad}', "");
    if phrases().adding.iter().any(|part| words.contains(&**part)) {
        return true;
    }
    phrases().new.iter().any(|new| {
        let whole = |at: &usize| !words[..*at].ends_with(char::is_alphanumeric);
        words.match_indices(&**new).map(|(at, _)| at).filter(whole).any(|at| {
            let behind = &words[at + new.len()..];
            let bracketed = words[..at].ends_with(['(', '[']);
            let next = behind.trim_start_matches(is_space);
            let word = next.split(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or(next);
            let numbered = next.starts_with(|c: char| c.is_ascii_digit()) && next.len() < behind.len();
            !behind.starts_with(char::is_alphanumeric)
                && (bracketed
                    || behind.starts_with([')', ':', ']'])
                    || numbered
                    || phrases().points.iter().any(|point| point == word))
        })
    })
}

fn check_answer(
    view: &ItemView<'_>,
    (recommendation, most): (&Recommendation, u32),
    (decision, statement): (&Decision, &Statement),
    answer: &Answer,
    findings: &mut Findings,
) {
    let count = recommendation.points.len() as u32;
    let named = &answer.points.points;
    let unknown: Vec<u32> = named.iter().copied().filter(|n| *n > most && !stands(view, *n)).collect();
    if unknown.is_empty() || !is_certain(view, count, (decision, statement), answer) {
        return;
    }
    let (da, en) = (enumerate(&unknown, "og"), enumerate(&unknown, "and"));
    let note = match count {
        _ if most > count => Note::new(
            format!("Beslutningen svarer på punkt {da}, men indstillingerne har så mange punkter ikke"),
            format!("The decision answers point {en}, but the recommendations have not so many points"),
        ),
        1 => Note::new(
            format!("Beslutningen svarer på punkt {da}, men indstillingen har kun ét punkt"),
            format!("The decision answers point {en}, but the recommendation has only one point"),
        ),
        _ => Note::new(
            format!("Beslutningen svarer på punkt {da}, men indstillingen har kun {count} punkter"),
            format!("The decision answers point {en}, but the recommendation has only {count} points"),
        ),
    };
    let last = &recommendation.points[recommendation.points.len() - 1];
    findings.report(answer.points.range, note).related(
        last.text,
        Text { da: "Indstillingens sidste punkt", en: "The last point of the recommendation" },
    );
}

/// Does a line outside the decisions begin with the number `n` and recommend something: "3. at rapporten drøftes"?
fn stands(view: &ItemView<'_>, n: u32) -> bool {
    let decided = |at: TextSize| view.item.decisions().any(|(section, _)| section.body.contains(at));
    let number = n.to_string();
    let mut from = TextSize::new(0);
    view.text.split_inclusive('\n').any(|line| {
        let start = from;
        from += TextSize::of(line);
        let after = line.trim_start_matches(is_space).strip_prefix(&*number);
        let words = after
            .and_then(|rest| rest.strip_prefix(['.', ')', ':']))
            .map(|rest| rest.trim_start_matches(is_space));
        (words.is_some_and(|words| begins_point(view, start, words)) || stands_within(line, &number))
            && !decided(start)
    })
}

/// "Udvalget foreslog yderligere: 3) at sagen sendes i høring", in the middle of a line.
fn stands_within(line: &str, number: &str) -> bool {
    line.match_indices(number).any(|(at, _)| {
        let apart = line[..at].ends_with(|c: char| is_space(c) || c == '(');
        let behind = line[at + number.len()..].strip_prefix([')', '.', ':']).unwrap_or_default();
        apart && behind.trim_start_matches(is_space).starts_with("at ")
    })
}

/// "at rapporten drøftes"; under a supplementary recommendation any words.
fn begins_point(view: &ItemView<'_>, at: TextSize, words: &str) -> bool {
    let first = words.split(|c: char| !c.is_alphabetic()).next().unwrap_or(words);
    let recommended =
        || view.item.sections_of(SectionKind::Recommendation).any(|section| section.body.contains(at));
    matches!(first, "at" | "At" | "om" | "Om") || !words.trim().is_empty() && recommended()
}

/// Does the item recommend more somewhere else: "Supplerende indstilling"?
fn recommends_more(view: &ItemView<'_>) -> bool {
    let lower = small(view.text);
    phrases().more_recommended.iter().any(|words| lower.contains(&**words))
}

/// How many points the recommendations of the item can have at most: lines outside the decisions that may be one, and each "at"
/// behind a comma in them.
fn n_listed(view: &ItemView<'_>) -> u32 {
    let decided = |at: TextSize| view.item.decisions().any(|(section, _)| section.body.contains(at));
    let mut from = TextSize::new(0);
    let mut count = 0;
    for line in view.text.split_inclusive('\n') {
        let start = from;
        from += TextSize::of(line);
        let words = line.trim_start_matches(is_space);
        let marked = words.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '–' | '•' | '*'));
        let point = words.starts_with("at ") || words.starts_with("At ");
        if !decided(start) {
            let inside = line.matches(", at ").count() + line.matches(" og at ").count();
            count += u32::from(marked || point) + inside as u32;
        }
    }
    count
}

fn is_certain(
    view: &ItemView<'_>,
    count: u32,
    (decision, statement): (&Decision, &Statement),
    answer: &Answer,
) -> bool {
    let after = view.words(statement.range);
    let after = &after[usize::from(answer.points.range.end() - statement.range.start())..];
    let gap = after.len() - after.trim_start_matches(|c| is_space(c) || matches!(c, '.' | ':' | ')')).len();
    // "3. Godkendt", "Ad 3: Taget til efterretning": the outcome is the first that is said.
    let answers_at_once = answer.outcomes.first().is_some_and(|(_, place)| {
        let before = usize::from(place.start() - answer.points.range.end().min(place.start()));
        before <= gap + "Taget ".len()
    });
    let begins_inside = answer.points.points.first().is_some_and(|n| *n <= count);
    let lower = view.words(statement.range).to_lowercase();
    let adds = ADDITIONS.iter().any(|word| lower.contains(word));
    match answer.points.naming {
        Naming::AtPoint => answers_at_once || !adds,
        Naming::Leading if begins_inside => !answer.outcomes.is_empty() && count > 1,
        Naming::Leading => answers_at_once && count > 1 && all_answered(decision, count),
        Naming::Perhaps => begins_inside && !answer.outcomes.is_empty() && count > 1 && !adds,
    }
}

/// Does an enumeration answer all points that there are, so that its next number is one too many?
fn all_answered(decision: &Decision, count: u32) -> bool {
    let named = decision.named_points();
    // "1. Godkendt. 3. Godkendt.": each line decides one.
    let decides = |answer: &Answer| answer.points.naming == Naming::Leading && !answer.outcomes.is_empty();
    (1..=count).all(|n| named.contains(&n)) || named.contains(&1) && decision.answers().all(decides)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, item};

    #[test]
    fn flags_a_point_that_does_not_exist() {
        let two = "1. at planen godkendes.\n2. at planen drøftes.\n";
        for decision in [
            "Ad 3. Godkendt, idet udvalget ønsker en ny status.\n^^^^ Beslutningen svarer på punkt 3, men",
            "1.-4. Anbefales.\n^^^^ Beslutningen svarer på punkt 3 og 4, men indstillingen har kun 2",
            "Indstillingens 3. at-punkt blev drøftet.\n               ^^^^^^^^^^^ Beslutningen",
            "Udvalget godkendte indstillingspunkt 2 og 4.\n                   ^^^^^^^^^^^^^^^^^^^^^^^^ Beslutningen",
            "1. Godkendt.\n2. Drøftet.\n3. Godkendt.\n^ Beslutningen svarer på punkt 3",
            "Punkterne 1-3 anbefales.\n^^^^^^^^^^^^^ Beslutningen svarer på punkt 3",
        ] {
            check(&RULE, &item(two, &format!("{decision}\n")));
        }
        check(&RULE, &item(two, "1. Godkendt.\n3. Godkendt.\n^ Beslutningen svarer på punkt 3\n"));
        for (decision, place) in [("Ad 2. Godkendt.", "^^^^"), ("Ad 1-2: Godkendt.", "^^^^^^")] {
            check(
                &RULE,
                &format!(
                    "1. Plan\n\nIndstilling\n\nDirektionen indstiller, at planen godkendes.\n\nBeslutning\n\n{decision}\n{place} Beslutningen svarer på punkt 2, men indstillingen har kun ét\n"
                ),
            );
        }
        check(
            &RULE,
            "1. Plan\n\nIndstilling\n\nDirektionen indstiller, at planen godkendes, og at kortet drøftes.\n\nBeslutning\n\nAd 2. Godkendt.\n",
        );
        check(
            &RULE,
            &item(
                "- at planen godkendes\n",
                "Indstillingens 2. at-punkt blev godkendt.\n               ^^^^^^^^^^^ Beslutningen svarer på punkt 2, men indstillingen har kun ét\n",
            ),
        );
    }

    #[test]
    fn flags_a_point_beyond_all_that_are_recommended() {
        let points = "1. at planen godkendes.\n2. at kortet godkendes.\n\nSupplerende indstilling\n\nCentret indstiller,\n\n1. at \
                      støjen måles.\n2. at vejen lukkes.\n3. at stien åbnes.\n\n";
        check(&RULE, &item(points, "Ad 9. Godkendt.\n^^^^ Beslutningen svarer på punkt 9\n"));
        check(&RULE, &item(points, "1.-3. Godkendt.\n"));
        check(&RULE, &item(points, "Ad 5. Godkendt.\n"));
        check(
            &RULE,
            &item(
                "1. at planen godkendes.\n2. at kortet drøftes.\n",
                "Ad 3. Godkendt, idet udvalget ønsker et nyt notat.\n^^^^ Beslutningen svarer på punkt 3\n",
            ),
        );
    }

    #[test]
    fn flags_a_letter_that_does_not_exist() {
        let two = "a. at planen godkendes.\nb. at kortet godkendes.\n";
        for decision in [
            "Ad a: Godkendt.\nAd c: Godkendt.\n^^^^ Beslutningen svarer på punkt c",
            "Ad a) Godkendt.\n\nAd d) Udsat.\n^^^^ Beslutningen svarer på punkt d",
            "Punkt c: Godkendt.\n^^^^^^^ Beslutningen svarer på punkt c",
        ] {
            check(&RULE, &item(two, &format!("{decision}\n")));
        }
        for decision in ["Ad a: Godkendt.\nAd b: Udsat.", "Ad hoc-udvalget ser på kortet.", "Godkendt."] {
            check(&RULE, &item(two, &format!("{decision}\n")));
        }
    }

    #[test]
    fn ignores_numbers_that_mean_something_else() {
        let two = "1. at planen godkendes.\n2. at planen drøftes.\n";
        for decision in [
            "1. Godkendt.\n2. Drøftet.\n3. Udvalget ønsker en status i maj.\n",
            "Godkendt. Punkt 12 blev udsat.\n",
            "Pkt. 3 blev flyttet frem.\n",
            "Godkendt, idet der tilføjes et nyt 3. at-punkt om støj.\n",
            "Byrådet godkendte Økonomiudvalgets indstillingspunkt 4.\n",
            "1. og 2. Godkendt.\n",
            "Ad 1-2: Godkendt.\nAd 3 (nyt): Der følges op til efteråret.\n",
            "Udvalget besluttede et nyt punkt 3, at der følges op.\n\nAd 3: Vedtaget.\n",
            "Udvalget tilføjede: 3. at der følges op.\n\n1. Godkendt.\n2. Godkendt.\n3. Godkendt.\n",
            "1.-2. Godkendt.\n3. Nyt: Godkendt.\n",
            "Indstillingen blev suppleret med et punkt om støj.\n\n1.-3. Godkendt.\n",
            "Ø fremsatte følgende ændringsforslag til et nyt 3. at-punkt:\n\n”at støjen måles”\n\n3. at-punkt blev godkendt.\n",
        ] {
            check(&RULE, &item(two, decision));
        }
    }

    #[test]
    fn a_point_that_stands_elsewhere_in_the_item_is_known() {
        for more in [
            "Supplerende sagsfremstilling\n\nTaget er utæt.\n\nAdministrationen indstiller:\n\n3. at rapporten tages til \
             efterretning.\n\n",
            "Supplerende indstilling\n\n3. at rapporten drøftes.\n\n",
            "eller\n\n\u{a0}\u{a0}\u{a0}3. at planen udgår.\n\n",
        ] {
            let points = format!("1. at planen godkendes.\n2. at kortet godkendes.\n\n{more}");
            check(&RULE, &item(&points, "1.-3. Godkendt.\n"));
        }
    }

    #[test]
    fn ignores_recommendations_that_may_be_broken() {
        let decision = "1.-3. Anbefales.\n";
        for points in [
            "1. at A sker.\n2. at B sker.\n\nEt nyt afsnit om sagen.\n\n",
            "1. at A sker.\n\nCentret indstiller til Byrådet,\n\n1. at B sker.\n",
            "1. at A sker.\n3. at B sker.\n",
            "",
        ] {
            check(&RULE, &item(points, decision));
        }
        check(
            &RULE,
            "1. Plan\n\nIndstilling\n\nCentret indstiller, at A sker.\n\nBeslutning\n\n1.-3. Anbefales.\n",
        );
    }
}
