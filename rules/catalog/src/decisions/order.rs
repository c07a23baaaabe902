//! `decisions/order`: the decisions of several bodies do not stand in the order of their dates.

use jiff::civil::Date;

use lint::{Check, Example, Findings, Fixes, MinutesView, Rule, Severity, Text};
use minutes::Placed;
use text::TextRange;
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "decisions/order",
    summary: Text {
        da: "Beslutningerne følger ikke datoernes rækkefølge",
        en: "The decisions do not follow the order of their dates",
    },
    why: Text {
        da: "Har flere udvalg behandlet sagen, læses beslutningerne som dens vej. Står en senere beslutning før en tidligere, ser \
             det ud, som om den ene byggede på den anden.",
        en: "When several bodies have treated the case, their decisions are read as its way. With a later decision before an \
             earlier one, the one seems to rest on the other.",
    },
    source: "",
    severity: Severity::Info,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::ListMark, Zone::Table]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Kulturudvalget\n4. april 2022 kl. 17.00\n\n1. Budget\n\nBeslutning i Byrådet den 25-04-2022\n\nGodkendt.\n\n\
                 Beslutning i Kulturudvalget den 04-04-2022\n\nAnbefales.\n",
        after: "Kulturudvalget\n4. april 2022 kl. 17.00\n\n1. Budget\n\nBeslutning i Kulturudvalget den 04-04-2022\n\n\
                Anbefales.\n\nBeslutning i Byrådet den 25-04-2022\n\nGodkendt.\n",
    },
    check: Check::Outline(check),
};

/// A decision's heading with its date.
type Dated = (TextRange, Date);

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    let items: Vec<Vec<Dated>> = view.minutes.items().map(dated).collect();
    // A house may put the latest decision first; then every item of several does.
    let latest_first = items.iter().filter(|dates| falls(dates)).count();
    let several = items.iter().filter(|dates| dates.windows(2).any(|pair| pair[0].1 != pair[1].1)).count();
    if latest_first > 1 && latest_first == several {
        return;
    }
    for dates in &items {
        for pair in dates.windows(2) {
            if pair[1].1 < pair[0].1 {
                report(pair[0].0, pair[1].0, findings);
            }
        }
    }
}

fn dated(placed: Placed<'_>) -> Vec<Dated> {
    let dates = placed.item.decisions().filter_map(|(section, decision)| {
        let (_, date) = decision.date?;
        Some((section.heading + placed.start, date?))
    });
    dates.collect()
}

/// Is each date earlier than the one before it?
fn falls(dates: &[Dated]) -> bool {
    dates.len() > 1
        && dates.windows(2).all(|pair| pair[1].1 <= pair[0].1)
        && dates[0].1 != dates[dates.len() - 1].1
}

fn report(later: TextRange, earlier: TextRange, findings: &mut Findings) {
    findings
        .report(
            earlier,
            Text {
                da: "Beslutningen blev truffet før den, der står over den; sæt den tidligste først",
                en: "This decision was made before the one that stands above it; put the earliest first",
            },
        )
        .related(later, Text { da: "Den senere beslutning", en: "The later decision" });
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::check;

    #[test]
    fn flags_the_earlier_decision_that_stands_last() {
        check(
            &RULE,
            "
1. Salg

Beslutning i Byrådet den 27. april 2023

Godkendt.

Beslutning i Økonomiudvalget den 18. april 2023
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Beslutningen blev truffet før

Anbefales.
",
        );
    }

    #[test]
    fn ignores_rising_and_equal_dates() {
        check(
            &RULE,
            "1. Salg\n\nBeslutning i Planudvalget den 18. april 2023\n\nAnbefales.\n\nBeslutning i Økonomiudvalget den 18. april \
             2023\n\nAnbefales.\n\nBeslutning i Byrådet den 27. april 2023\n\nGodkendt.\n",
        );
    }

    #[test]
    fn ignores_a_house_that_puts_the_latest_first() {
        let item = |n: u32| {
            format!(
                "{n}. Salg\n\nBeslutning i Byrådet den 27. april 2023\n\nGodkendt.\n\nBeslutning i Planudvalget den 18. april \
                 2023\n\nAnbefales.\n\n"
            )
        };
        check(&RULE, &format!("{}{}", item(1), item(2)));
    }
}
