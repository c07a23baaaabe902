//! `structure/section-order`: sections stand in another order than the style's.
//!
//! The longest row of sections that are in order is taken for right, so a section that was moved is one finding. Where
//! most items of a document have moved the same section, the document has an order of its own, and nothing is said.

use house::House;
use lint::{Check, Example, Findings, Fixes, MinutesView, Note, Rule, Severity, Text};
use minutes::{Item, Section};
use text::TextRange;
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "structure/section-order",
    summary: Text {
        da: "Afsnittene står i en anden rækkefølge end stilens",
        en: "Sections stand in another order than the style's",
    },
    why: Text {
        da: "Den, der læser mange punkter, finder et afsnit på dets plads. Står det et andet sted, ser det ud til at \
             mangle.",
        en: "Who reads many items finds a section in its place. When it stands elsewhere, it seems to be missing.",
    },
    source: "",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark, Zone::FileName, Zone::Address, Zone::Quotation]),
    options: &[],
    example: Example {
        house: "svendborg",
        before: "Miljøudvalget\nReferat • 8. februar 2021 kl. 16.00\nBeslutningstema\nPlan for åen.\nIndstilling\nDirektionen \
                 indstiller,\n- at planen godkendes\nSagsfremstilling\nPlanen er klar.\nCO2-Konsekvensvurdering\nIngen.\n\
                 Økonomiske og erhvervsmæssige konsekvenser\nIngen.\nSagen afgøres i\nMiljøudvalget.\n\
                 Beslutning i Miljøudvalget den 08-02-2021\nIndstillingen blev godkendt.\n",
        after: "Miljøudvalget\nReferat • 8. februar 2021 kl. 16.00\nBeslutningstema\nPlan for åen.\nIndstilling\nDirektionen \
                indstiller,\n- at planen godkendes\nSagsfremstilling\nPlanen er klar.\nØkonomiske og \
                erhvervsmæssige konsekvenser\nIngen.\nCO2-Konsekvensvurdering\nIngen.\nSagen afgøres i\n\
                Miljøudvalget.\nBeslutning i Miljøudvalget den 08-02-2021\nIndstillingen blev godkendt.\n",
    },
    check: Check::Outline(check),
};

/// A section of an item with its place in the style.
type Ranked<'i> = (usize, &'i Section);

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    let house = &view.context.house;
    if house.sections.len() < 2 {
        return;
    }
    let mut seen = vec![0_usize; house.sections.len()];
    let mut moved = vec![0_usize; house.sections.len()];
    let mut found = Vec::new();
    for placed in view.minutes.items().filter(|placed| !placed.item.closed && !ran_together(placed.item)) {
        let ranked = ranked(house, placed.item);
        for &(rank, _) in &ranked {
            seen[rank] += 1;
        }
        for (at, before) in out_of_order(&ranked) {
            moved[ranked[at].0] += 1;
            found.push((
                ranked[at].0,
                ranked[at].1.heading + placed.start,
                ranked[before].1.heading + placed.start,
            ));
        }
    }
    for (rank, heading, other) in found {
        let usual = seen[rank] >= 3 && moved[rank] * 2 > seen[rank];
        if !usual {
            report(view, heading, other, findings);
        }
    }
}

fn report(view: &MinutesView<'_>, heading: TextRange, other: TextRange, findings: &mut Findings) {
    let name = |range: TextRange| view.text[range].trim_end_matches(':');
    let (here, there) = (name(heading), name(other));
    let relation = if heading.start() > other.start() { ("før", "before") } else { ("efter", "after") };
    findings
        .report(
            heading,
            Note::new(
                format!("\"{here}\" skal efter stilen stå {} \"{there}\"", relation.0),
                format!("By the style \"{here}\" stands {} \"{there}\"", relation.1),
            ),
        )
        .related(other, Text { da: "Her står det andet afsnit", en: "The other section stands here" });
}

/// Do several titles come back, as where the heading between two items is missing?
fn ran_together(item: &Item) -> bool {
    let again = |(i, section): &(usize, &Section)| {
        section.title.is_some() && item.sections[..*i].iter().any(|former| former.title == section.title)
    };
    item.sections.iter().enumerate().filter(again).count() > 1
}

/// The sections of the style in the item, each once; what earlier meetings said is not the item's own.
fn ranked<'i>(house: &House, item: &'i Item) -> Vec<Ranked<'i>> {
    let mut ranked: Vec<Ranked<'i>> = Vec::new();
    for section in item.sections.iter().take_while(|section| !section.history) {
        if let Some((rank, own)) = house.section_of(section)
            && !own.anywhere
            && ranked.iter().all(|(former, _)| *former != rank)
        {
            ranked.push((rank, section));
        }
    }
    ranked
}

/// The sections outside the longest row that is in order, each with one of that row that it stands on the wrong side
/// of. Of two rows of the same length the one that begins first is kept, so of two that changed places the later is
/// named.
fn out_of_order(ranked: &[Ranked<'_>]) -> Vec<(usize, usize)> {
    if ranked.is_sorted_by_key(|(rank, _)| rank) {
        return Vec::new();
    }
    let n = ranked.len();
    let (mut length, mut former) = (vec![1_usize; n], vec![None; n]);
    for i in 0..n {
        for j in 0..i {
            if ranked[j].0 < ranked[i].0 && length[j] + 1 > length[i] {
                length[i] = length[j] + 1;
                former[i] = Some(j);
            }
        }
    }
    let mut row = vec![false; n];
    let mut at = (0..n).rev().max_by_key(|&i| length[i]);
    while let Some(i) = at {
        row[i] = true;
        at = former[i];
    }
    let wrong = |i: usize, j: usize| (i < j) != (ranked[i].0 < ranked[j].0);
    let partner = |i: usize| (0..n).find(|&j| row[j] && wrong(i, j));
    (0..n).filter(|&i| !row[i]).filter_map(|i| Some((i, partner(i)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_in};

    #[test]
    fn a_section_that_was_moved_is_one_finding() {
        check_in(
            "svendborg",
            &RULE,
            "
Beslutningstema
Plan
Indstilling
Direktionen indstiller,
- at planen godkendes
Økonomiske og erhvervsmæssige konsekvenser
Ingen.
Lovgrundlag
Vandløbsloven.
CO2-Konsekvensvurdering
^^^^^^^^^^^^^^^^^^^^^^^ \"CO2-Konsekvensvurdering\" skal efter stilen stå før \"Lovgrundlag\"
Ingen.
Sagen afgøres i
Miljøudvalget.
Beslutning i Miljøudvalget den 08-02-2021
Godkendt.
",
        );
        check_in(
            "fredericia",
            &RULE,
            "
Punkt 1 Plan

Indstillinger
^^^^^^^^^^^^^ \"Indstillinger\" skal efter stilen stå efter \"Sagsresumé\"

Vi indstiller.

Sagsresumé

Planen.

Sagsbeskrivelse:

Planen.

Vurdering

God.
",
        );
    }

    #[test]
    fn sections_that_are_left_out_and_sections_that_float_are_in_order() {
        check_in(
            "odense",
            &RULE,
            "Punkt 1: Plan\n\nResume\n\nA.\n\nBaggrund\n\nB.\n\nBeslutning\n\nGodkendt.\n\nBilag\n\nKort\n",
        );
        check(&RULE, "1. Plan\n\nBeslutning\n\nGodkendt.\n\nBilag\n\nKort\n\nResume\n\nPlanen.\n");
    }

    #[test]
    fn two_items_that_ran_together_are_another_fault() {
        let item = "Sagsresumé\n\nA.\n\nVurdering\n\nB.\n\nIndstillinger\n\nC.\n\n";
        let decided = "Beslutning i Byrådet den 12-10-2021\n\nGodkendt.\n\nØkonomiske konsekvenser\n\nD.\n";
        check_in("fredericia", &RULE, &format!("Punkt 1 A\n\n{item}{item}{decided}"));
    }

    #[test]
    fn a_document_may_have_an_order_of_its_own() {
        let item = |n: u32| {
            format!(
                "Punkt {n} Plan\n\nBeslutning i Byrådet den 12-10-2021\n\nGodkendt.\n\nSagsresumé\n\nA.\n\nVurdering\n\nB.\n\n"
            )
        };
        check_in("fredericia", &RULE, &(1..4).map(item).collect::<String>());
    }
}
