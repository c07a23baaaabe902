//! `figures/amount`: one grant with two amounts in one item: 450.000 in the recommendation, 540.000 in the finances.
//!
//! An item holds many amounts that resemble each other by chance. Two are taken for one only where two neighbouring
//! digits changed places, the wrong one stands once and the right one again and again, and both are said of the same
//! thing: a word near the one stands near the other too.

use rustc_hash::FxHashMap;

use crate::danish::letters::fold;
use crate::facts::amounts::Amount;
use crate::facts::quantity::{is_swap, written};
use crate::lint::{Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use crate::zones::{Zone, ZoneSet};

pub(in crate::catalog) static RULE: Rule = Rule {
    name: "figures/amount",
    summary: Text { da: "Samme bevilling med to beløb", en: "One grant with two amounts" },
    why: Text {
        da: "Står der ét beløb i indstillingen og et andet i økonomiafsnittet, ved ingen, hvad der blev bevilget. To cifre har \
             formentlig byttet plads.",
        en: "When the recommendation has one amount and the finances another, nobody knows what was granted. Two digits \
             have probably changed places.",
    },
    source: "",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Hal\n\nSagsfremstilling\n\nHallen har søgt om et tilskud på 450.000 \
                 kr.\n\nØkonomi\n\nTilskuddet på 540.000 kr. dækkes af puljen.\n\nIndstilling\n\nCentret indstiller, at et tilskud på \
                 450.000 kr. godkendes.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Hal\n\nSagsfremstilling\n\nHallen har søgt om et tilskud på 450.000 \
                kr.\n\nØkonomi\n\nTilskuddet på 450.000 kr. dækkes af puljen.\n\nIndstilling\n\nCentret indstiller, at et tilskud på \
                450.000 kr. godkendes.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

/// More amounts than these make an item of accounts, where many resemble each other.
const MOST: usize = 40;

fn check(view: &PartView<'_>, findings: &mut Findings) {
    if view.item.is_none() {
        return;
    }
    let amounts: Vec<Amount> =
        view.amounts().iter().copied().filter(|amount| view.is_prose(amount.range)).collect();
    if amounts.len() < 2 || amounts.len() > MOST {
        return;
    }
    let mut by_value: FxHashMap<i64, Vec<&Amount>> = FxHashMap::default();
    for amount in &amounts {
        by_value.entry(amount.kroner.value).or_default().push(amount);
    }
    for odd in &amounts {
        if by_value[&odd.kroner.value].len() > 1 {
            continue;
        }
        let twins = by_value.iter().filter(|(value, _)| is_swap(**value, odd.kroner.value));
        let mut twins: Vec<&Vec<&Amount>> = twins.map(|(_, twins)| twins).collect();
        twins.sort_by_key(|twins| twins[0].range.start());
        if let [twins] = twins[..] {
            tell(view, odd, twins, &amounts, findings);
        }
    }
}

fn tell(view: &PartView<'_>, odd: &Amount, twins: &[&Amount], all: &[Amount], findings: &mut Findings) {
    // Of two that stand once each, the later one is told.
    if twins.len() == 1 && twins[0].range.start() > odd.range.start() {
        return;
    }
    let line = |amount: &Amount| view.line_at(amount.range);
    let beside = twins.iter().any(|twin| line(twin) == line(odd));
    let shared = twins.iter().any(|twin| shares_word(view, odd, twin));
    if beside || !shared || is_reckoned(odd, all) || twins.iter().any(|twin| is_reckoned(twin, all)) {
        return;
    }
    let (one, other) = (written(odd.kroner.value), written(twins[0].kroner.value));
    let report = findings
        .report(
            odd.range,
            Note::new(
                format!("Her står {one} kr., men {other} kr. andre steder i punktet"),
                format!("It says {one} kroner here, but {other} kroner elsewhere in the item"),
            ),
        )
        .related(twins[0].range, Text { da: "Det andet beløb", en: "The other amount" });
    if twins.len() == 1 {
        report.at_most(Severity::Hint);
    }
}

/// Is the amount the sum or the difference of two others, and so right as it is?
fn is_reckoned(amount: &Amount, all: &[Amount]) -> bool {
    let value = amount.kroner.value;
    let is = |sought: i64| all.iter().any(|other| other.kroner.value == sought);
    all.iter().any(|other| {
        let other = other.kroner.value;
        other != value && (is(value - other) && value - other != other || is(value + other))
    })
}

/// Does a long word stand near both: "tilskud", "tilskuddet"?
fn shares_word(view: &PartView<'_>, one: &Amount, other: &Amount) -> bool {
    let near = |amount: &Amount| {
        let line = view.near(view.line_at(amount.range), amount.range);
        let words =
            view.text[line].split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= 6);
        words.map(|word| fold(word).chars().take(6).collect::<String>()).collect::<Vec<_>>()
    };
    let words = near(one);
    near(other).iter().any(|word| !COMMON.contains(&&**word) && words.contains(word))
}

/// The beginnings of words that stand near any amount.
const COMMON: &[&str] = &[
    "udvalg", "byråde", "forval", "center", "admini", "indsti", "godken", "kommun", "million", "millio",
    "kroner", "direkt", "økonom", "budget", "finans", "samlet", "samled", "udgift", "årlige", "afsætt",
    "afsæt", "beløbe",
];

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::fixture::check;

    #[test]
    fn flags_the_one_with_digits_exchanged() {
        check(
            &RULE,
            "
1. Hal

Sagsfremstilling

Hallen søger om et tilskud på 3.450.000 kr. til et nyt gulv.

Økonomi

Tilskuddet på 3,54 mio. kr. dækkes af puljen til haller.
              ^^^^^^^^^^^^^ Her står 3.540.000 kr., men 3.450.000 kr.

Indstilling

Centret indstiller, at et tilskud på 3.450.000 kr. til hallen godkendes.
",
        );
    }

    #[test]
    fn ignores_amounts_of_different_things() {
        for economy in [
            "Leje af areal koster 540.000 kr.",
            "Tilskuddet på 450.000 kr. er lavere end sidste års tilskud på 540.000 kr.",
            "Tilskuddet på 550.000 kr. dækkes af puljen.",
            "Tilskuddet bliver 540.000 kr., når de 90.000 kr. til moms regnes med.",
        ] {
            check(
                &RULE,
                &format!(
                    "1. Hal\n\nSagsfremstilling\n\nHallen søger om et tilskud på 450.000 kr.\n\nØkonomi\n\n{economy}\n\nIndstilling\n\nCentret \
                     indstiller, at et tilskud på 450.000 kr. godkendes.\n"
                ),
            );
        }
    }
}
