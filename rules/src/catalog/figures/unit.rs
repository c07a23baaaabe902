//! `figures/unit`: one amount in two units that disagree: "2,5 mio. kr. (250.000 kr.)".

use crate::facts::amounts::Amount;
use crate::facts::quantity::{is_digit_slip, is_one_digit, is_swap, written};
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
const BETWEEN: &[&str] =
    &["(", "(dvs.", "(svarende til", "=", ", dvs.", "dvs.", ", altså", "/", ", svarende til"];

fn check(view: &PartView<'_>, findings: &mut Findings) {
    for pair in view.amounts().windows(2) {
        let [first, second] = pair else { continue };
        check_vat(view, first, second, findings);
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

/// "289.000 kr. ekskl. moms, dvs. 361.250 kr. inkl. moms": a quarter more, wherever there is VAT.
fn check_vat(view: &PartView<'_>, first: &Amount, second: &Amount, findings: &mut Findings) {
    let between = &view.text[usize::from(first.range.end())..usize::from(second.range.start())];
    let after = &view.text[usize::from(second.range.end())..];
    let (Some((one, link)), Some((other, rest))) = (vat(between), vat(after)) else { return };
    let linked = ["(", ", dvs.", "dvs.", ", svarende til", "eller", ", eller", "/"].contains(&link.trim());
    let ended = rest.is_empty() || rest.starts_with(['.', ',', ';', ')', '\n', '\r']);
    if one == other || !linked || !ended || view.is_quoted(first.range) || !view.is_prose(first.range) {
        return;
    }
    let (with, without) = if one { (first, second) } else { (second, first) };
    let right = without.kroner.value + without.kroner.value / 4;
    let step = with.kroner.step.max(without.kroner.step + without.kroner.step / 4);
    let like = |one: i64, other: i64| is_one_digit(one, other) || is_swap(one, other);
    let slip = like(right, with.kroner.value) || like(with.kroner.value / 5 * 4, without.kroner.value);
    if (right - with.kroner.value).abs() > step && slip {
        let (one, other) = (written(right), written(with.kroner.value));
        findings
            .report(
                second.range,
                Note::new(
                    format!("Med 25 % moms er det {one} kr., men her står {other}"),
                    format!("With 25 % VAT it is {one} kroner, but it says {other}"),
                ),
            )
            .related(first.range, Text { da: "Det første beløb", en: "The first amount" });
    }
}

/// " ekskl. moms, dvs. ": is VAT in the amount, and what stands behind the word?
fn vat(words: &str) -> Option<(bool, &str)> {
    const SAID: [(&str, bool); 8] = [
        ("ekskl.", false),
        ("excl.", false),
        ("eksklusive", false),
        ("uden", false),
        ("inkl.", true),
        ("incl.", true),
        ("inklusive", true),
        ("med", true),
    ];
    let words = words.trim_start();
    let (rest, with) = SAID.iter().find_map(|(said, with)| Some((words.strip_prefix(said)?, *with)))?;
    rest.trim_start().strip_prefix("moms").map(|rest| (with, rest))
}

/// Does `second` say `first` again? A bracket must hold nothing else.
fn repeats(text: &str, first: &Amount, second: &Amount) -> bool {
    let between = text[usize::from(first.range.end())..usize::from(second.range.start())].trim();
    let after = text[usize::from(second.range.end())..].trim_start();
    // "300.000 kr., svarende til 3,0 mio. kr. over ti år" is another amount.
    let ends = match between {
        ", svarende til" => after.starts_with(['.', ',', ';']),
        _ => !between.starts_with('(') || after.starts_with(')'),
    };
    BETWEEN.contains(&between) && ends
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
    fn flags_a_sum_with_vat_that_is_no_quarter_more() {
        check(
            &RULE,
            &item(
                "Klipperen koster 289.000 kr. ekskl. moms, dvs. 316.250 kr. inkl. moms.\n                                               ^^^^^^^^^^^ Med 25 % moms er det 361.250 kr.",
            ),
        );
        for line in [
            "Klipperen koster 289.000 kr. ekskl. moms, dvs. 361.250 kr. inkl. moms.",
            "Regningen lød på 18.750 kr. inkl. moms (15.000 kr. ekskl. moms).",
            "Udgiften er 289.000 kr. ekskl. moms, dvs. 300.000 kr. inkl. moms og afgifter.",
            "Rejsen koster 40.000 kr. ekskl. moms (42.000 kr. inkl. moms), da billetterne er fritaget.",
        ] {
            check(&RULE, &item(line));
        }
    }

    #[test]
    fn ignores_roundings_and_other_amounts() {
        for line in [
            "Broen koster 2,5 mio. kr. (2.500.000 kr.).",
            "Broen koster 2,5 mio. kr. (2.487.500 kr.).",
            "Broen koster 2,5 mio. kr. (250.000 kr. om året).",
            "Broen koster 2,5 mio. kr. (heraf 500.000 kr. til lys).",
            "Broen koster 2,5 mio. kr. og stien 250.000 kr.",
            "Broen koster 250.000 kr., svarende til 2,5 mio. kr. over ti år.",
        ] {
            check(&RULE, &item(line));
        }
    }
}
