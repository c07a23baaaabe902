//! `figures/unit`: one amount in two units that disagree: "2,5 mio. kr. (250.000 kr.)".

use facts::amounts::{Amount, is_precise};
use facts::quantity::{Quantity, is_digit_slip, is_one_digit, is_swap, written};
use facts::tables::{Value, tables};
use lint::{Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use text::needle::Needle;
use text::{TextRange, range};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
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
    check_mixed(view, findings);
    check_scale(view, findings);
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

/// "lån på 4,2 mio. kr." and "lån på 4,2 t.kr." in one item: a number so precise is the same amount, in the wrong unit.
fn check_mixed(view: &PartView<'_>, findings: &mut Findings) {
    let large = |amount: &&Amount| amount.unit >= 1_000 && is_precise(&view.text[amount.number]);
    let amounts: Vec<&Amount> = view.amounts().iter().filter(large).collect();
    for (at, odd) in amounts.iter().enumerate() {
        let alike = |other: &&&Amount| view.text[other.number] == view.text[odd.number];
        let like: Vec<&&Amount> = amounts.iter().filter(alike).collect();
        let own = like.iter().filter(|other| other.unit == odd.unit).count();
        let first = amounts[..at].iter().find(|other| alike(other) && other.unit != odd.unit);
        let other =
            first.or_else(|| amounts[at + 1..].iter().find(|other| alike(other) && other.unit != odd.unit));
        let Some(other) = other.filter(|_| own == 1 && (like.len() > 2 || first.is_some())) else { continue };
        if view.is_quoted(odd.range) || !view.is_prose(odd.range) || !view.is_prose(other.range) {
            continue;
        }
        let (one, twin) = (&view.text[odd.range], &view.text[other.range]);
        let report = findings
            .report(
                odd.range,
                Note::new(
                    format!("Her står {one}, men {twin} et andet sted i punktet; kontrollér enheden"),
                    format!("It says {one} here, but {twin} elsewhere in the item; check the unit"),
                ),
            )
            .related(other.range, Text { da: "Det andet beløb", en: "The other amount" });
        if odd.unit.max(other.unit) > 1_000_000 {
            report.at_most(Severity::Hint);
        }
        return;
    }
}

/// "Alle beløb er i mio. kr." above a table of hundreds of thousands: no municipality has so much.
fn check_scale(view: &PartView<'_>, findings: &mut Findings) {
    static MILLIONS: Needle = Needle::new(" i mio. kr.");
    let Some(at) = MILLIONS.find_iter(view.text).find(|&at| says_amounts(view, at)) else { return };
    let most = Quantity::whole(100_000).value;
    let cells =
        tables(view.text, view.blocks).into_iter().flat_map(|table| table.rows).flat_map(|row| row.cells);
    let large = cells.filter(|cell| {
        usize::from(cell.range.start()) > at
            && matches!(cell.value, Value::Number(number) if number.value >= most && view.text[cell.range].contains('.'))
    });
    let large: Vec<TextRange> = large.map(|cell| cell.range).collect();
    if let [first, _, ..] = large[..] {
        let unit = range(at + " i ".len(), at + " i mio. kr.".len());
        findings
            .report(
                unit,
                Note::new(
                    format!(
                        "Med beløb i mio. kr. er {} over 100 mia. kr.; kontrollér enheden",
                        &view.text[first]
                    ),
                    format!(
                        "In millions {} is more than 100 billion kroner; check the unit",
                        &view.text[first]
                    ),
                ),
            )
            .related(first, Text { da: "Et af tallene", en: "One of the figures" });
    }
}

/// "Alle beløb er i mio. kr.": does the sentence speak of the figures of a table?
fn says_amounts(view: &PartView<'_>, at: usize) -> bool {
    let line = view.line_at(range(at, at));
    let before = view.text[usize::from(line.start())..at].to_lowercase();
    ["beløb er", "beløbene er", "tal er", "tallene er", "alle beløb", "alle tal", "beløb"]
        .iter()
        .any(|words| before.ends_with(words))
}

/// "289.000 kr. ekskl. moms, dvs. 361.250 kr. inkl. moms": a quarter more, wherever there is VAT.
fn check_vat(view: &PartView<'_>, first: &Amount, second: &Amount, findings: &mut Findings) {
    let between = &view.text[usize::from(first.range.end())..usize::from(second.range.start())];
    let after = &view.text[usize::from(second.range.end())..];
    let Some((other, rest)) = vat(after) else { return };
    // "48.000 kr. (38.400 kr. uden moms)": what stands before the bracket is the other one.
    let alone = (between.trim() == "(" && rest.starts_with(')')).then_some((!other, "("));
    let Some((one, link)) = vat(between).or(alone) else { return };
    let linked = LINKS.contains(&link.trim());
    let ended = rest.is_empty() || rest.starts_with(['.', ',', ';', ')', '\n', '\r']);
    if one == other || !linked || !ended || view.is_quoted(first.range) || !view.is_prose(first.range) {
        return;
    }
    let (with, without) = if one { (first, second) } else { (second, first) };
    let right = without.kroner.value + without.kroner.value / 4;
    let step = with.kroner.step.max(without.kroner.step + without.kroner.step / 4);
    let like = |one: i64, other: i64| is_one_digit(one, other) || is_swap(one, other);
    let near = (right - with.kroner.value).abs() <= right / 20;
    let carried = near && is_digit_slip(right, with.kroner.value, Quantity::ONE);
    let slip =
        carried || like(right, with.kroner.value) || like(with.kroner.value / 5 * 4, without.kroner.value);
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

/// What stands between the two where they are one price.
const LINKS: [&str; 14] = [
    "(",
    ", dvs.",
    "dvs.",
    ", svarende til",
    "svarende til",
    "eller",
    ", eller",
    "/",
    "og",
    "=",
    ", altså",
    "altså",
    ", det vil sige",
    "det vil sige",
];

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
    // The stop of "kr." may end the sentence as well.
    let stops = || {
        let ends = after.is_empty() || after.starts_with(char::is_uppercase);
        text[second.range].ends_with('.') && ends
    };
    // "300.000 kr., svarende til 3,0 mio. kr. over ti år" is another amount.
    let ends = match between {
        ", svarende til" => after.starts_with(['.', ',', ';']) || stops(),
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
    use document::fixture::check;

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
        for line in [
            "Udgiften er 1.450 t.kr., svarende til 14,5 mio. kr.\n                                      ^^^^^^^^^^^^^ Beløbene skulle være ens",
            "Udgiften er 1.450.000 kr., svarende til 14,5 mio. kr. Den afholdes i 2026.\n                                        ^^^^^^^^^^^^^ Beløbene skulle være ens",
            "Udgiften er 1.450 t.kr., svarende til 1,45 mio. kr.",
            "Udgiften er 1.450 t.kr., svarende til 14,5 mio. kr. over ti år.",
            "Udgiften er 1.450 t.kr., svarende til 14,5 mio. kr.\nover ti år.",
            "Udgiften er 1.450 t.kr. om året, svarende til 14,5 mio. kr.",
        ] {
            check(&RULE, &item(line));
        }
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
    fn flags_one_number_in_two_units() {
        check(
            &RULE,
            "1. Hal\n\nSagsfremstilling\n\nHallen søger om et lån på 4,2 mio. kr.\n\nIndstilling\n\nCentret indstiller,\n1. at lånet på \
             4,2 t.kr. godkendes.\n               ^^^^^^^^^ Her står 4,2 t.kr., men 4,2 mio. kr.\n",
        );
        check(
            &RULE,
            "1. Hal\n\nSagsfremstilling\n\nAlle beløb er i mio. kr.\n                ^^^^^^^^ Med beløb i mio. kr. er 212.400\n\n| Post | \
             Budget |\n|---|---|\n| Løn | 212.400 |\n| Drift | 97.300 |\n| Leje | 310.000 |\n",
        );
        check(
            &RULE,
            &item(
                "Tilbuddet er på 2.400.000 kr. ekskl. moms og 2.900.000 kr. inkl. moms.\n                                             ^^^^^^^^^^^^^ Med 25 % moms er det 3.000.000 kr.",
            ),
        );
        check(
            &RULE,
            &item(
                "Vi valgte et tilbud på 48.000 kr. (34.800 kr. uden moms).\n                                   ^^^^^^^^^^ Med 25 % moms er det 43.500 kr.",
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
            "Broen koster 2 mio. kr. og stien 2 t.kr.",
            "Vi valgte et tilbud på 48.000 kr. (38.400 kr. uden moms).",
            "Alle beløb er i mio. kr.\n\n| Post | Budget |\n|---|---|\n| Løn | 212,4 |\n| Drift | 1.097,3 |",
            "Broen koster 250.000 kr., svarende til 2,5 mio. kr. over ti år.",
        ] {
            check(&RULE, &item(line));
        }
    }
}
