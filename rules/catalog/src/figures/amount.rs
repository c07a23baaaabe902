//! `figures/amount`: one grant with two amounts in one item: 450.000 in the recommendation, 540.000 in the finances.
//!
//! An item holds many amounts that resemble each other by chance. Two are taken for one only where two neighbouring
//! digits changed places, the wrong one stands once and the right one again and again, and both are said of the same
//! thing: a word near the one stands near the other too.

mod link;
mod rows;

use rustc_hash::FxHashMap;

use facts::amounts::Amount;
use facts::quantity::{is_one_digit, is_shift, is_swap, written};
use lint::{Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use syntax::SectionKind;
use text::TextRange;
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
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

/// An amount that should probably be another.
struct Odd {
    range: TextRange,
    kroner: i64,
    twin: TextRange,
    twin_kroner: i64,
    sure: bool,
}

fn check(view: &PartView<'_>, findings: &mut Findings) {
    if view.item.is_none() {
        return;
    }
    let amounts: Vec<Amount> =
        view.amounts().iter().copied().filter(|amount| view.is_prose(amount.range)).collect();
    if amounts.is_empty() || amounts.len() > MOST {
        return;
    }
    let mut odd = swapped(view, &amounts);
    let mut add = |found: Vec<Odd>| {
        for found in found {
            if !odd.iter().any(|told| told.range == found.range) {
                odd.push(found);
            }
        }
    };
    add(mistyped(view, &amounts));
    add(rows::unlike_row(view, &amounts));
    for odd in odd {
        tell(&odd, findings);
    }
}

/// Amounts of which two neighbouring digits changed places.
fn swapped(view: &PartView<'_>, amounts: &[Amount]) -> Vec<Odd> {
    let mut by_value: FxHashMap<i64, Vec<&Amount>> = FxHashMap::default();
    for amount in amounts {
        by_value.entry(amount.kroner.value).or_default().push(amount);
    }
    let mut found = Vec::new();
    for odd in amounts {
        if by_value[&odd.kroner.value].len() > 1 {
            continue;
        }
        let twins = by_value.iter().filter(|(value, _)| is_swap(**value, odd.kroner.value));
        let mut twins: Vec<&Vec<&Amount>> = twins.map(|(_, twins)| twins).collect();
        twins.sort_by_key(|twins| twins[0].range.start());
        if let [twins] = twins[..]
            && is_twin(view, odd, twins, amounts)
        {
            found.push(Odd::new(odd, twins[0], twins.len() > 1));
        }
    }
    found
}

fn is_twin(view: &PartView<'_>, odd: &Amount, twins: &[&Amount], all: &[Amount]) -> bool {
    // Of two that stand once each, the later one is told.
    if twins.len() == 1 && twins[0].range.start() > odd.range.start() {
        return false;
    }
    let line = |amount: &Amount| view.line_at(amount.range);
    let beside = twins.iter().any(|twin| line(twin) == line(odd));
    let answer =
        twins.len() > 1 && kind(view, odd) == Some(SectionKind::Decision) && !link::is_changed(view, odd);
    let shared = answer
        || twins
            .iter()
            .any(|twin| link::shares_word(view, odd, twin) || link::shared_words(view, odd, twin) > 0);
    let reckoned =
        link::is_reckoned(odd, all, None) || twins.iter().any(|twin| link::is_reckoned(twin, all, Some(odd)));
    let before = link::is_of_before(view, odd);
    let other_time = twins
        .iter()
        .all(|twin| link::of_other_years(view, odd, twin) || link::is_of_before(view, twin) != before);
    let refused =
        twins.iter().any(|twin| link::gives_less(view, twin, odd) || link::gives_less(view, odd, twin));
    !beside && shared && !reckoned && !other_time && !refused
}

/// Amounts of the recommendation and the decision that stand nowhere else in the item, where one like it, said in the same words,
/// does: a digit or a nought apart.
fn mistyped(view: &PartView<'_>, amounts: &[Amount]) -> Vec<Odd> {
    let settles = |amount: &Amount| {
        matches!(kind(view, amount), Some(SectionKind::Recommendation | SectionKind::Decision))
    };
    let mut found = Vec::new();
    for odd in amounts.iter().filter(|amount| settles(amount)) {
        let again = amounts.iter().filter(|other| other.kroner.agrees_with(odd.kroner)).count() > 1;
        if again || link::is_changed(view, odd) || link::is_reckoned(odd, amounts, None) {
            continue;
        }
        let like = |other: &&Amount| {
            other.range.end() < odd.range.start()
                && kind(view, other) != kind(view, odd)
                && (is_one_digit(other.kroner.value, odd.kroner.value)
                    || is_shift(other.kroner.value, odd.kroner.value))
                // "4,2 mio. kr." and "4,2 t.kr." is told of the unit.
                && !other.is_same_number(view.text, odd)
                && link::shared_words(view, odd, other) >= 2
                && !link::of_other_years(view, odd, other)
                && !link::is_reckoned(other, amounts, Some(odd))
        };
        let twins: Vec<&Amount> = amounts.iter().filter(like).collect();
        let Some(twin) = twins.first().filter(|twin| twins.iter().all(|other| other.kroner == twin.kroner))
        else {
            continue;
        };
        // An amount that the section has as well is another grant.
        let both = amounts
            .iter()
            .any(|other| other.kroner.agrees_with(twin.kroner) && kind(view, other) == kind(view, odd));
        if !both {
            found.push(Odd::new(odd, twin, is_shift(twin.kroner.value, odd.kroner.value)));
        }
    }
    found
}

fn kind(view: &PartView<'_>, amount: &Amount) -> Option<SectionKind> {
    view.section_at(amount.range).map(|section| section.kind)
}

impl Odd {
    fn new(odd: &Amount, twin: &Amount, sure: bool) -> Self {
        Self {
            range: odd.range,
            kroner: odd.kroner.value,
            twin: twin.range,
            twin_kroner: twin.kroner.value,
            sure,
        }
    }
}

fn tell(odd: &Odd, findings: &mut Findings) {
    let (one, other) = (written(odd.kroner), written(odd.twin_kroner));
    let report = findings
        .report(
            odd.range,
            Note::new(
                format!("Her står {one} kr., men {other} kr. andre steder i punktet"),
                format!("It says {one} kroner here, but {other} kroner elsewhere in the item"),
            ),
        )
        .related(odd.twin, Text { da: "Det andet beløb", en: "The other amount" });
    if !odd.sure {
        report.at_most(Severity::Hint);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::check;

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

    fn hall(case: &str, point: &str, decision: &str) -> String {
        format!(
            "1. Hal\n\nSagsfremstilling\n\n{case}\n\nIndstilling\n\nCentret indstiller,\n1. at {point}\n\nBeslutning\n\n{decision}\n"
        )
    }

    #[test]
    fn flags_what_a_row_or_the_recommendation_gives_otherwise() {
        check(
            &RULE,
            &hall(
                "| Ansøger | Søgt | Foreslået |\n|---|---|---|\n| Klintens Gård | 42.000 | 38.000 |\n| Havkajakken | 65.000 | 40.000 |",
                "der gives 83.000 kr. til Klintens Gård\n                ^^^^^^^^^^ Her står 83.000 kr., men 38.000 kr.",
                "Godkendt.",
            ),
        );
        check(
            &RULE,
            &hall(
                "Koret søger om 165.000 kr. til et nyt orgel.",
                "der gives 165.000 kr. til orglet.",
                "Der gives 156.000 kr.\n          ^^^^^^^^^^^ Her står 156.000 kr., men 165.000 kr.",
            ),
        );
        check(
            &RULE,
            &hall(
                "Anlægsbevillingen på 5.000.000 kr. til hallens tag dækkes af puljen.",
                "der gives en anlægsbevilling på 500.000 kr. til hallens tag.\n                                      ^^^^^^^^^^^ Her står 500.000 kr., men 5.000.000 kr.",
                "Godkendt.",
            ),
        );
    }

    #[test]
    fn the_year_of_the_money_is_not_that_of_the_amount() {
        let hall = |economy: &str| {
            hall(
                &format!("Anlægsbevillingen til hallen er på 12,4 mio. kr.\n\nØkonomi\n\n{economy}"),
                "der gives en anlægsbevilling på 12,4 mio. kr. til hallen.",
                "Godkendt.",
            )
        };
        for economy in [
            "Anlægsbevillingen på 14,2 mio. kr. finansieres af det afsatte rådighedsbeløb i 2026.\n                     ^^^^^^^^^^^^^ Her står 14.200.000 kr., men 12.400.000 kr.",
            "Anlægsbevillingen på 14,2 mio. kr. dækkes af puljen til haller i 2026.\n                     ^^^^^^^^^^^^^ Her står 14.200.000 kr., men 12.400.000 kr.",
            "Anlægsbevillingen på 14,2 mio. kr. i 2026 finansieres af puljen.",
            "Anlægsbevillingen på 14,2 mio. kr. fra 2023 er brugt.",
            "Anlægsbevillingen på 12,4 mio. kr. finansieres af det afsatte rådighedsbeløb i 2026.",
        ] {
            check(&RULE, &hall(economy));
        }
    }

    #[test]
    fn an_amount_in_another_unit_is_told_of_the_unit() {
        check(
            &RULE,
            &hall(
                "Anlægsbevillingen på 4,2 mio. kr. til hallens tag dækkes af puljen.",
                "anlægsbevillingen på 4,2 t.kr. til hallens tag godkendes.",
                "Godkendt.",
            ),
        );
    }

    #[test]
    fn flags_another_amount_than_the_table_comes_to() {
        check(
            &RULE,
            &hall(
                "Overførslerne i t.kr.:\n\n| Post | Beløb |\n|---|---|\n| Drift | 4.500 |\n| Anlæg | 3.700 |\n| I alt | 8.200 |",
                "der overføres 2,8 mio. kr.\n                    ^^^^^^^^^^^^ Her står 2.800.000 kr., men 8.200.000 kr.",
                "Godkendt.",
            ),
        );
    }

    #[test]
    fn ignores_what_was_changed_or_is_of_another_year() {
        for text in [
            hall(
                "Tilskuddet var 450.000 kr. i 2021.",
                "der gives et tilskud på 540.000 kr. i 2022.",
                "Godkendt.",
            ),
            hall(
                "Koret søger om 165.000 kr.",
                "der gives 165.000 kr. til koret.",
                "Godkendt, dog med 156.000 kr.",
            ),
            hall(
                "Museet søger om et tilskud på 540.000 kr.",
                "der gives et tilskud på 450.000 kr., og at resten af ansøgningen afslås.",
                "Godkendt.",
            ),
            hall(
                "Anlægssummen på 2.500.000 kr. til hallens tag er fra i år. Anlægssummen til hallens tag var i 2019 anslået til 2.050.000 kr.",
                "anlægssummen på 2.500.000 kr. til hallens tag godkendes.",
                "Godkendt.",
            ),
            hall(
                "Merforbruget på skoler er 3,2 mio. kr. Ved seneste opfølgning var merforbruget på skoler 2,3 mio. kr.",
                "merforbruget på 3,2 mio. kr. på skoler tages til efterretning.",
                "Godkendt.",
            ),
            hall(
                "Merforbruget på skoler er 3,2 mio. kr. Merforbruget på skoler udgjorde i 2024 2,3 mio. kr.",
                "merforbruget på 3,2 mio. kr. på skoler tages til efterretning.",
                "Godkendt.",
            ),
            hall("Kirken søger om 500.000 kr. til orgel.", "der gives 50.000 kr. til koret.", "Godkendt."),
            hall(
                "| Ansøger | Søgt | Foreslået |\n|---|---|---|\n| Klintens Gård | 42.000 | 38.000 |\n| Havkajakken | 65.000 | 40.000 |",
                "der gives 38.000 kr. til Klintens Gård",
                "Godkendt.",
            ),
        ] {
            check(&RULE, &text);
        }
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
