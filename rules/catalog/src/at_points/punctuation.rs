//! `at-points/punctuation`: some points of a list end in a full stop and some do not.
//!
//! A recommendation may be one sentence, with a comma or nothing between the points and a stop at the end, or a row of
//! sentences. What is wrong is only the mixture: a stop in the middle of the one, a missing stop in the other.

use danish::abbreviations::abbreviations;
use lint::{
    Allowed, Check, Choice, Example, Findings, Fixes, ItemView, Note, Rule, RuleOption, Severity, Text,
};
use minutes::{Point, Recommendation, is_numbered_lead_in};
use text::edit::Edit;
use text::{TextRange, is_space, size};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "at-points/punctuation",
    summary: Text {
        da: "Nogle at-punkter ender med punktum og andre ikke",
        en: "Some points end in a period and some do not",
    },
    why: Text {
        da: "Indstillingen er enten én sætning med punktum til sidst eller en række sætninger med punktum efter hver. Blandes de \
             to, ser det ud, som om noget mangler.",
        en: "The recommendation is either one sentence with a period at its end or a row of sentences with a period after each. \
             Where the two are mixed, something seems to be missing.",
    },
    source: "Retskrivningsordbogen § 41",
    severity: Severity::Info,
    on: true,
    fixes: Fixes::Safe,
    zones: ZoneSet::of(&[Zone::ListMark]),
    options: &[&STOP],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n1. at budgettet \
                 godkendes.\n2. at planen godkendes\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n1. at budgettet \
                godkendes.\n2. at planen godkendes.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Item(check),
};

static STOP: RuleOption = RuleOption {
    name: "stop",
    about: Text { da: "Punktummet efter at-punkter", en: "The period after at-points" },
    allowed: Allowed::Choice(&[
        Choice {
            word: "alike",
            about: Text { da: "ens i indstillingen", en: "alike in one recommendation" },
        },
        Choice { word: "each", about: Text { da: "efter hvert punkt", en: "after each point" } },
        Choice { word: "last", about: Text { da: "kun efter det sidste", en: "only after the last" } },
    ]),
};

/// How a point ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    Stop,
    Nothing,
    Comma,
    /// An abbreviation, a quotation, a list of parts: it cannot be told.
    Unclear,
}

fn check(view: &ItemView<'_>, findings: &mut Findings) {
    for recommendation in view.item.recommendations() {
        let whole = recommendation.more_lead_ins.is_empty() && !recommendation.other_text;
        if recommendation.is_listed() && whole && recommendation.points.len() > 1 {
            check_list(view, recommendation, findings);
        }
    }
}

fn check_list(view: &ItemView<'_>, recommendation: &Recommendation, findings: &mut Findings) {
    let points = &recommendation.points;
    let endings: Vec<Ending> = points.iter().map(|point| ending(view, point)).collect();
    if endings.contains(&Ending::Unclear) {
        return;
    }
    let inner = &endings[..endings.len() - 1];
    let stops = inner.iter().filter(|ending| **ending == Ending::Stop).count();
    let (sentence, settled) = match view.context.options.choice(RULE.name, &STOP) {
        "each" => (false, true),
        "last" => (true, true),
        // One sentence, or no stops at all: nothing to compare.
        _ if stops == 0 => return,
        // The odd stop in a long sentence is the slip; where half of the points or more have one, the others lack it.
        _ => (stops * 2 < inner.len() && inner.len() > 2, false),
    };
    for (at, (point, ending)) in points.iter().zip(&endings).enumerate() {
        let last = at + 1 == points.len();
        let wants_stop = !sentence || (settled && last);
        match ending {
            Ending::Stop if sentence && !last => surplus(view, point, settled, findings),
            Ending::Nothing if wants_stop => missing(view, point, settled, findings),
            Ending::Comma if wants_stop => comma(view, point, settled, findings),
            _ => {}
        }
    }
}

/// What is said of a point where the house has settled how points end.
fn settled_note(index: u32, stop: bool) -> Note {
    if stop {
        return Note::new(
            format!("Punkt {index} skal ende med punktum"),
            format!("Point {index} must end in a full stop"),
        );
    }
    Note::new(
        format!("Punkt {index} skal ikke ende med punktum; det skal kun det sidste"),
        format!("Point {index} must not end in a full stop; only the last does"),
    )
}

fn ending(view: &ItemView<'_>, point: &Point) -> Ending {
    let words = view.words(point.text).trim_end_matches(is_space);
    if point.parts || words.contains(['\n', '\r']) || is_numbered_lead_in(words) {
        return Ending::Unclear;
    }
    let Some(last) = words.chars().next_back() else { return Ending::Unclear };
    match last {
        // "mv." and "kr." may end the sentence or not.
        '.' if abbreviations().before(words, words.len()).is_some() => Ending::Unclear,
        '.' => Ending::Stop,
        ',' | ';' => Ending::Comma,
        c if c.is_alphanumeric() => match words.rsplit(is_space).next() {
            Some("og" | "samt") => Ending::Comma,
            _ => Ending::Nothing,
        },
        _ => Ending::Unclear,
    }
}

fn missing(view: &ItemView<'_>, point: &Point, settled: bool, findings: &mut Findings) {
    let note = Note::new(
        format!("Punkt {} mangler det punktum, som de andre punkter ender med", point.index),
        format!("Point {} lacks the full stop that the other points end in", point.index),
    );
    findings
        .report(last_character(view, point), if settled { settled_note(point.index, true) } else { note })
        .safe_fix(Text { da: "Sæt punktum", en: "Add the period" }, Edit::insert(point.text.end(), "."));
}

fn comma(view: &ItemView<'_>, point: &Point, settled: bool, findings: &mut Findings) {
    let words = view.words(point.text);
    let note = Note::new(
        format!("Punkt {} ender ikke med punktum, som de andre punkter gør", point.index),
        format!("Point {} does not end in a full stop as the others do", point.index),
    );
    let note = if settled { settled_note(point.index, true) } else { note };
    let report = findings.report(last_character(view, point), note);
    // "…, og" leads on to the next point and is the writer's to change.
    if let Some(before) = words.strip_suffix([',', ';']) {
        // The stop of "kr.," ends the sentence as well.
        let stop = if before.ends_with('.') { "" } else { "." };
        report.safe_fix(
            Text { da: "Sæt punktum", en: "Add the period" },
            Edit::replace(last_character(view, point), stop),
        );
    }
}

fn surplus(view: &ItemView<'_>, point: &Point, settled: bool, findings: &mut Findings) {
    let stop = last_character(view, point);
    debug_assert!(view.words(stop) == ".");
    let note = Note::new(
        format!("Punkt {} ender med punktum midt i en sætning, som de andre punkter fortsætter", point.index),
        format!(
            "Point {} ends in a full stop inside a sentence that the other points go on with",
            point.index
        ),
    );
    findings
        .report(stop, if settled { settled_note(point.index, false) } else { note })
        .safe_fix(Text { da: "Slet punktummet", en: "Delete the period" }, Edit::delete(stop));
}

/// The last character of a point.
fn last_character(view: &ItemView<'_>, point: &Point) -> TextRange {
    let words = view.words(point.text);
    let last = words.chars().next_back().map_or(0, char::len_utf8);
    TextRange::new(point.text.start() + size(&words[..words.len() - last]), point.text.end())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_fix, check_fix_with, check_with};
    use lint::Value;

    #[test]
    fn flags_the_points_that_differ() {
        check(
            &RULE,
            "
1. Plan

Indstilling

Centret indstiller,

1. at planen drøftes.
2. at planen godkendes
                     ^ Punkt 2 mangler det punktum
3. at høringen begynder,
                       ^ Punkt 3 ender ikke med punktum
4. at naboerne høres.
5. at borgerne høres.
",
        );
        check(
            &RULE,
            "
1. Plan

Indstilling

Centret indstiller,

1. at planen drøftes
2. at planen godkendes.
                      ^ Punkt 2 ender med punktum midt i en sætning
3. at høringen begynder
4. at borgerne høres
",
        );
    }

    #[test]
    fn ignores_both_right_ways_and_what_cannot_be_told() {
        for points in [
            "1. at planen drøftes,\n2. at planen godkendes, og\n3. at borgerne høres.\n",
            "1. at planen drøftes\n2. at planen godkendes.\n",
            "1. at planen drøftes.\n2. at planen godkendes.\n",
            "1. at planen drøftes\n2. at planen godkendes\n",
            "1. at der gives 5 mio. kr.\n2. at planen godkendes\n",
            "1. at der gives plads til leg mv.\n2. at planen godkendes\n",
            "1. at planen godkendes.\n\nCentret indstiller til Byrådet,\n\n2. at sagen drøftes\n",
            "1. at planen godkendes.\n2. at følgende drøftes:\n- støj\n",
        ] {
            check(&RULE, &format!("1. Plan\n\nIndstilling\n\nCentret indstiller,\n\n{points}"));
        }
    }

    #[test]
    fn a_house_may_settle_where_the_stops_are() {
        let head = "1. Plan\n\nIndstilling\n\nVi indstiller,\n\n";
        let each = format!("{head}- at A sker.\n- at B sker.\n- at C sker.\n");
        let last = format!("{head}- at A sker\n- at B sker\n- at C sker.\n");
        let none = format!("{head}- at A sker\n- at B sker\n- at C sker\n");
        let word = |word: &str| Value::Word(word.into());
        check_fix_with(&RULE, "stop", word("each"), &last, &each);
        check_fix_with(&RULE, "stop", word("last"), &each, &last);
        check_fix_with(&RULE, "stop", word("last"), &none, &last);
        check_with(&RULE, "stop", word("alike"), &none);
    }

    #[test]
    fn puts_the_stop_where_it_is_missing() {
        check_fix(
            &RULE,
            "1. Plan\n\nIndstilling\n\nVi indstiller,\n\n- at A sker.\n- at B sker,\n- at C sker\n",
            "1. Plan\n\nIndstilling\n\nVi indstiller,\n\n- at A sker.\n- at B sker.\n- at C sker.\n",
        );
    }

    #[test]
    fn the_stop_of_an_abbreviation_is_stop_enough() {
        for end in ["der gives 4,5 mio. kr.", "der sættes bænke op m.v.", "mødet begynder kl. 17 e.m."] {
            let text = |end: &str| {
                format!(
                    "1. Plan\n\nIndstilling\n\nVi indstiller,\n\n- at {end}\n- at B sker.\n- at C sker.\n"
                )
            };
            check_fix(&RULE, &text(&format!("{end},")), &text(end));
        }
    }
}
