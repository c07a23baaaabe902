//! `at-points/doubled-at`: the lead-in ends in "at", and the points begin with it once more.

use danish::lexicon::{Readings, readings};
use facts::asides::ends_in_body;
use lint::{Check, Example, Findings, Fixes, ItemView, Rule, Severity, Text};
use minutes::{Point, Recommendation};
use text::edit::Edit;
use text::{TextRange, is_space, range_of};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "at-points/doubled-at",
    summary: Text {
        da: "\"at\" står både i indledningen og i at-punkterne",
        en: "\"at\" stands both in the lead-in and in the points",
    },
    why: Text {
        da: "Indledningen og hvert punkt læses som én sætning. Står der \"indstiller, at\" og derefter \"at budgettet \
             godkendes\", kommer der to \"at\" efter hinanden. Skriv det ét af stederne.",
        en: "The lead-in and each point are read as one sentence. With \"indstiller, at\" and then \"at budgettet \
             godkendes\" there are two \"at\" in a row. Write it in one of the places.",
    },
    source: "",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::Safe,
    zones: ZoneSet::of(&[Zone::ListMark]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nIndstilling\n\nDirektionen indstiller, at\n\n1. at budgettet \
                 godkendes,\n2. at planen godkendes.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n1. at budgettet \
                godkendes,\n2. at planen godkendes.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Item(check),
};

fn check(view: &ItemView<'_>, findings: &mut Findings) {
    for recommendation in view.item.recommendations().filter(|recommendation| recommendation.is_listed()) {
        let doubled: Vec<&Point> = recommendation
            .points
            .iter()
            .filter(|point| {
                recommendation.follows_at(view.text, point) && begins_with_at(view.words(point.text))
            })
            .collect();
        if doubled.len() == recommendation.points.len() && recommendation.more_lead_ins.is_empty() {
            report(view, recommendation, findings);
        } else {
            let there = Text {
                da: "\"at\" står allerede sidst i indledningen, så der kommer to i træk",
                en: "\"at\" already ends the lead-in, so there are two in a row",
            };
            doubled.iter().for_each(|point| report_point(view, point, there, findings));
        }
        let goes_on = recommendation.points.iter().filter(|point| goes_on(view, recommendation, point));
        let there = Text {
            da: "\"at\" står allerede i indledningen foran den, der skal gøre det",
            en: "\"at\" already stands in the lead-in, before whoever is to do it",
        };
        goes_on.for_each(|point| report_point(view, point, there, findings));
    }
}

/// Some points need the lead-in's "at", so it goes where it is doubled.
fn report_point(view: &ItemView<'_>, point: &Point, there: Text, findings: &mut Findings) {
    let words = view.words(point.text);
    let rest = words[2..].trim_start_matches(is_space);
    let word = TextRange::at(point.text.start(), text::size("at"));
    let gone = TextRange::new(word.start(), range_of(view.text, rest).start());
    findings
        .report(word, there)
        .safe_fix(Text { da: "Slet \"at\" her", en: "Delete \"at\" here" }, Edit::delete(gone));
}

/// "indstiller, at udvalget" with the point "at godkender planen": the lead-in ends in who is to do it, and the point goes on with a verb.
fn goes_on(view: &ItemView<'_>, recommendation: &Recommendation, point: &Point) -> bool {
    let words = view.words(point.text);
    let verb = words.get(2..).unwrap_or_default().split_whitespace().next().unwrap_or_default();
    let lead = recommendation.lead_in_of(point).map_or("", |lead| view.words(lead));
    let lead = lead.trim_end_matches(|c: char| is_space(c) || matches!(c, ':' | ',' | '…'));
    let who = lead.rsplit_once(" at ").map_or("", |(_, who)| who);
    begins_with_at(words)
        && !recommendation.follows_at(view.text, point)
        && who.split(' ').count() <= 6
        && ends_in_body(who)
        && verb.ends_with('r')
        && readings(verb).any(Readings::PRESENT)
        && !readings(verb).any(Readings::PLURAL)
}

fn begins_with_at(words: &str) -> bool {
    words
        .strip_prefix("at")
        .or_else(|| words.strip_prefix("At"))
        .is_some_and(|rest| rest.starts_with(is_space))
}

fn report(view: &ItemView<'_>, recommendation: &Recommendation, findings: &mut Findings) {
    let Some(lead_in) = recommendation.lead_in else { return };
    let words = view.words(lead_in);
    let sentence = words.trim_end_matches(|c: char| is_space(c) || matches!(c, ':' | ',' | ';' | '…' | '.'));
    let Some(before) = sentence.strip_suffix("at") else { return };
    let at = range_of(view.text, &sentence[before.len()..]);
    let kept = range_of(view.text, before.trim_end_matches(is_space));
    let after = words[sentence.len()..].trim_start_matches(is_space);
    // "indstiller, at:" leaves one sign, not two.
    let sign = if before.trim_end_matches(is_space).ends_with(',') && after.starts_with(':') {
        TextRange::new(kept.end() - text::size(","), at.end())
    } else {
        TextRange::new(kept.end(), at.end())
    };
    let first = recommendation.points[0].text;
    findings
        .report(
            at,
            Text {
                da: "Indledningen ender på \"at\", og punkterne begynder med det igen, så der kommer to i træk",
                en: "The lead-in ends in \"at\" and the points begin with it again, so there are two in a row",
            },
        )
        .related(
            TextRange::at(first.start(), text::size("at")),
            Text { da: "Her står \"at\" igen", en: "Here \"at\" stands again" },
        )
        .safe_fix(
            Text { da: "Slet \"at\" i indledningen", en: "Delete \"at\" in the lead-in" },
            Edit::delete(sign),
        );
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_fix, item};

    #[test]
    fn flags_the_word_behind_who_is_to_do_it() {
        let text = |points: &str| {
            item(points, "Godkendt.\n").replace("Centret indstiller,", "Centret indstiller, at udvalget")
        };
        check(
            &RULE,
            &text(
                "1. at godkender projektet\n   ^^ \"at\" står allerede i indledningen foran\n2. at afsætter midler\n   ^^ \"at\" står allerede i indledningen foran\n",
            ),
        );
        check(&RULE, &text("1. godkender projektet\n2. afsætter midler\n"));
        // Here the body in the lead-in may be the one too many.
        check(&RULE, &text("1. at projektet godkendes\n2. at midlerne afsættes\n"));
    }

    #[test]
    fn flags_the_word_in_the_lead_in() {
        check(
            &RULE,
            "
1. Budget

Indstilling

Direktionen indstiller, at:
                        ^^ Indledningen ender på \"at\"
- At budgettet godkendes.
- at planen drøftes.
",
        );
    }

    #[test]
    fn flags_the_points_that_double_it_in_a_mixed_list() {
        check(
            &RULE,
            "
1. Budget

Indstilling

Forvaltningen indstiller, at

1. sagen godkendes
2. at udgiften godkendes
   ^^ \"at\" står allerede sidst i indledningen
3. at planen sendes i høring
   ^^
",
        );
        check_fix(
            &RULE,
            "1. Budget\n\nIndstilling\n\nVi indstiller, at:\n\n- A drøftes\n- at B godkendes\n",
            "1. Budget\n\nIndstilling\n\nVi indstiller, at:\n\n- A drøftes\n- B godkendes\n",
        );
    }

    #[test]
    fn ignores_points_that_need_the_word() {
        check(&RULE, "1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n- at budgettet godkendes\n");
        check(
            &RULE,
            "1. Budget\n\nIndstilling\n\nDirektionen indstiller, at\n\n- budgettet godkendes\n- planen drøftes\n",
        );
        check(
            &RULE,
            "1. Budget\n\nIndstilling\n\nDirektionen indstiller, at udvalget\n\n1. Drøfter planen\n",
        );
        check(&RULE, "1. Budget\n\nIndstilling\n\nDirektionen indstiller, at\n\n- Attesten godkendes\n");
    }

    #[test]
    fn deletes_the_word_with_its_space() {
        check_fix(
            &RULE,
            "1. Budget\n\nIndstilling\n\nDirektionen indstiller, at:\n\n- at A drøftes\n",
            "1. Budget\n\nIndstilling\n\nDirektionen indstiller:\n\n- at A drøftes\n",
        );
        check_fix(
            &RULE,
            "1. Budget\n\nIndstilling\n\nDirektionen indstiller at\n\n- at A drøftes\n",
            "1. Budget\n\nIndstilling\n\nDirektionen indstiller\n\n- at A drøftes\n",
        );
    }
}
