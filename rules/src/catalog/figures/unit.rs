//! `figures/unit`: one amount in two units that disagree: "2,5 mio. kr. (250.000 kr.)".

use crate::facts::amounts::Amount;
use crate::facts::quantity::{is_digit_slip, written};
use crate::lint::{Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use crate::zones::{Zone, ZoneSet};

pub(in crate::catalog) static RULE: Rule = Rule {
    name: "figures/unit",
    summary: Text {
        da: "Samme beløb i to enheder, der ikke passer",
        en: "One amount in two units that disagree",
    },
    why: Text {
        da: "Når et beløb gentages i en parentes, skal de to tal være ens. Ellers ved ingen, hvad der blev bevilget.",
        en: "When an amount is repeated in brackets, the two must be equal. Otherwise nobody knows what was granted.",
    },
    source: "",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Cykelsti\n\nSagsfremstilling\n\nCykelstien koster 2,5 mio. kr. (250.000 \
                 kr.) og er 800 meter lang.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Cykelsti\n\nSagsfremstilling\n\nCykelstien koster 2,5 mio. kr. (2.500.000 \
                kr.) og er 800 meter lang.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

/// What stands between an amount and the same in another unit.
const BETWEEN: &[&str] = &["(", "(dvs.", "(svarende til", "=", ", dvs.", "dvs.", ", altså", "/"];

fn check(view: &PartView<'_>, findings: &mut Findings) {
    for pair in view.amounts().windows(2) {
        let [first, second] = pair else { continue };
        if first.unit != second.unit
            && repeats(view.text, first, second)
            && differ(first, second)
            && !view.is_quoted(first.range)
        {
            let (one, other) = (written(first.kroner.value), written(second.kroner.value));
            findings
                .report(
                    second.range,
                    Note::new(
                        format!("Beløbene skulle være ens, men er {one} kr. og {other} kr."),
                        format!("The amounts should be equal, but are {one} and {other} kroner"),
                    ),
                )
                .related(first.range, Text { da: "Det første beløb", en: "The first amount" });
        }
    }
}

/// Does `second` say `first` again? A bracket must hold nothing else.
fn repeats(text: &str, first: &Amount, second: &Amount) -> bool {
    let between = text[usize::from(first.range.end())..usize::from(second.range.start())].trim();
    let after = text[usize::from(second.range.end())..].trim_start();
    BETWEEN.contains(&between) && (!between.starts_with('(') || after.starts_with(')'))
}

/// Is the difference a slip: a factor of ten, or a digit? Other amounts are two of different things.
fn differ(first: &Amount, second: &Amount) -> bool {
    let (a, b) = (first.kroner, second.kroner);
    if a.agrees_with(b) {
        return false;
    }
    let shift = |big: i64, small: i64| {
        let mut small = small;
        for _ in 0..6 {
            small = small.saturating_mul(10);
            if (big - small).abs() <= a.step.max(b.step) / 2 {
                return true;
            }
        }
        false
    };
    shift(a.value.max(b.value), a.value.min(b.value)) || is_digit_slip(a.value, b.value, a.step.max(b.step))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::fixture::check;

    fn item(line: &str) -> String {
        format!("1. Bro\n\nSagsfremstilling\n\n{line}\n")
    }

    #[test]
    fn flags_a_wrong_repetition() {
        check(
            &RULE,
            &item(
                "Broen koster 2,5 mio. kr. (250.000 kr.) i alt.\n                           ^^^^^^^^^^^ Beløbene skulle være ens",
            ),
        );
        check(
            &RULE,
            &item(
                "Broen koster 1,2 mio. kr. (svarende til 1.300.000 kr.).\n                                        ^^^^^^^^^^^^^ Beløbene skulle være ens",
            ),
        );
        check(
            &RULE,
            &item(
                "Der søges om 450 t.kr., dvs. 540.000 kr., til broen.\n                             ^^^^^^^^^^^ Beløbene skulle være ens",
            ),
        );
    }

    #[test]
    fn ignores_roundings_and_other_amounts() {
        for line in [
            "Broen koster 2,5 mio. kr. (2.500.000 kr.).",
            "Broen koster 2,5 mio. kr. (2.487.500 kr.).",
            "Broen koster 2,5 mio. kr. (250.000 kr. om året).",
            "Broen koster 2,5 mio. kr. (heraf 500.000 kr. til lys).",
            "Broen koster 2,5 mio. kr. og stien 250.000 kr.",
        ] {
            check(&RULE, &item(line));
        }
    }
}
