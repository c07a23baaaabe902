//! `structure/item-title`: an item with a number and no title.

use lint::{Check, Example, Findings, Fixes, MinutesView, Rule, Severity, Text};
use minutes::Placed;
use syntax::Class;
use text::{TextRange, TextSize};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "structure/item-title",
    summary: Text { da: "Et punkt har et nummer, men ingen titel", en: "An item has a number and no title" },
    why: Text {
        da: "Titlen siger, hvad punktet handler om, og er det eneste, der står i en liste over sager. Uden den kan \
             ingen finde punktet igen.",
        en: "The title says what an item is about, and it is all that a list of cases shows. Without it nobody finds \
             the item again.",
    },
    source: "",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark, Zone::FileName, Zone::Address, Zone::Quotation]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\nPunkt 1: Budget\n\nBeslutning\n\nGodkendt.\n\nPunkt 2:\n\nBeslutning\n\n\
                 Godkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\nPunkt 1: Budget\n\nBeslutning\n\nGodkendt.\n\nPunkt 2: Regnskab\n\n\
                Beslutning\n\nGodkendt.\n",
    },
    check: Check::Outline(check),
};

/// What a web page keeps in folded headers is lost when its text is taken out: where most items have no title, nobody
/// forgot them.
fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    let numbered = || view.minutes.items().filter(|placed| placed.item.number.is_some());
    // "Ad 3. Der mangler en nøgle." says something.
    let bare = |placed: &Placed<'_>| {
        let end = placed.item.number.map_or(placed.item.heading.start(), |(_, number)| number.end());
        let behind = TextRange::new(end.min(placed.item.heading.end()), placed.item.heading.end());
        !view.text[behind + placed.start].contains(char::is_alphabetic)
    };
    let untitled = |placed: &Placed<'_>| placed.item.title.is_none() && !placed.item.closed && bare(placed);
    let n_untitled = numbered().filter(|placed| untitled(placed)).count();
    if n_untitled == 0 || n_untitled * 2 > numbered().count() {
        return;
    }
    for placed in numbered().filter(|placed| untitled(placed) && !has_line_above_sections(placed)) {
        findings.report(
            placed.item.heading + placed.start,
            Text { da: "Punktet har ingen titel", en: "The item has no title" },
        );
    }
}

/// A line under the number may be a title that the parser did not take for one: "Godkendelse af dagsorden."
fn has_line_above_sections(placed: &Placed<'_>) -> bool {
    let mut at = TextSize::new(0);
    placed.blocks.iter().any(|block| {
        let start = at;
        at += block.len;
        let above = start >= placed.item.intro.start() && start < placed.item.intro.end();
        above && matches!(block.class, Class::Text | Class::At | Class::Table)
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::check;

    #[test]
    fn flags_a_number_alone() {
        check(
            &RULE,
            "
Pkt. 1
Godkendelse af dagsorden

Beslutning

Godkendt.

Pkt. 2
^^^^^^ Punktet har ingen titel

Beslutning

Drøftet.

Pkt. 3
Eventuelt

Beslutning

Intet.
",
        );
    }

    #[test]
    fn a_bare_number_above_a_section_is_an_item() {
        check(
            &RULE,
            "
1. Budget

Beslutning

Godkendt.

2.
^^ Punktet har ingen titel

Beslutning

Godkendt.

3. Eventuelt

Beslutning

Intet.
",
        );
    }

    #[test]
    fn ignores_closed_items_and_titles_below_the_number() {
        check(
            &RULE,
            "
Pkt. 1
Budget

Beslutning

Godkendt.

Pkt. 2
Regnskab

Beslutning

Godkendt.

Pkt. 3
Godkendelse af dagsorden.

Beslutning

Godkendt.

Lukkede punkter

Pkt. 4

Pkt. 5
",
        );
    }

    #[test]
    fn ignores_documents_whose_titles_were_lost() {
        check(
            &RULE,
            "
Punkt 1

Beslutning

Godkendt.

Punkt 2

Beslutning

Godkendt.

Punkt 3 Budget

Beslutning

Godkendt.
",
        );
    }
}
