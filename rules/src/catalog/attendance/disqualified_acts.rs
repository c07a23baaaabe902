//! `attendance/disqualified-acts`: somebody declared "inhabil" in an item votes or proposes in it.

use crate::lint::{Check, Example, Findings, Fixes, MinutesView, Note, Reads, Rule, Severity, Text};
use crate::zones::{Zone, ZoneSet};

pub(in crate::catalog) static RULE: Rule = Rule {
    name: "attendance/disqualified-acts",
    summary: Text { da: "En inhabil stemmer eller foreslår", en: "Somebody disqualified votes or proposes" },
    why: Text {
        da: "Den, der er inhabil i en sag, må ikke deltage i forhandlingen eller stemme. Gør medlemmet det alligevel, kan \
             beslutningen være ugyldig.",
        en: "Who is disqualified in a case must not take part in the debate or vote. A decision in which they did may be \
             void.",
    },
    source: "kommunestyrelsesloven § 14",
    severity: Severity::Error,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Salg af grund\n\nBeslutning\n\nGodkendt.\n\nTom Bruun (V) erklærede sig \
                 inhabil og deltog ikke i sagens behandling.\n\nTom Bruun (V) stemte imod.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Salg af grund\n\nBeslutning\n\nGodkendt.\n\nTom Bruun (V) erklærede sig \
                inhabil og deltog ikke i sagens behandling.\n\nIda Lund (C) stemte imod.\n",
    },
    check: Check::Minutes(check, Reads::REGISTER),
};

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    let register = view.register();
    for act in &register.acts {
        let name = &act.who.name;
        let found = register.disqualified_in(name, act.item);
        let found =
            found.filter(|found| !found.by_decision || found.who.range.start() < act.who.range.start());
        if let Some(place) = found.map(|found| found.who.range) {
            findings
                .report(
                    act.who.range,
                    Note::new(
                        format!("{name} er inhabil i punktet og må ikke stemme eller foreslå noget"),
                        format!("{name} is disqualified in the item and must not vote or propose"),
                    ),
                )
                .related(
                    place,
                    Text { da: "Her står, at medlemmet er inhabilt", en: "Here the member is disqualified" },
                );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::fixture::check;

    fn decision(lines: &str) -> String {
        format!(
            "Kulturudvalget\n10. marts 2026\n\n1. Bro\n\nBeslutning\n\n{lines}\n\n2. Sti\n\nBeslutning\n\nBo Lindt stemte imod.\n"
        )
    }

    #[test]
    fn flags_who_acts_in_the_item() {
        check(
            &RULE,
            &decision(
                "Bo Lindt erklærede sig inhabil.\n\nBo Lindt foreslog, at sagen udsættes.\n^^^^^^^^ Bo Lindt er inhabil",
            ),
        );
        check(
            &RULE,
            &decision(
                "Udvalget erklærede Bo Lindt (V) for inhabil.\n\nImod stemte: Ida Juul (A) og Bo Lindt (V)\n                             ^^^^^^^^ Bo Lindt er inhabil",
            ),
        );
        check(
            &RULE,
            &decision(
                "Bo Lindt (V) deltog ikke på grund af inhabilitet.\n\nBo Lindt ønskede ført til protokol, at sagen haster.\n^^^^^^^^ Bo Lindt er inhabil",
            ),
        );
    }

    #[test]
    fn flags_the_chair_by_the_office() {
        check(
            &RULE,
            &decision(
                "Formanden erklærede sig inhabil.\n\nFormanden stemte imod.\n^^^^^^^^^ Formanden er inhabil",
            ),
        );
        check(&RULE, &decision("Formanden erklærede sig inhabil.\n\nNæstformanden stemte imod."));
    }

    #[test]
    fn ignores_who_may_act() {
        for lines in [
            "Bo Lindt spurgte, om Bo Lindt er inhabil.\n\nBo Lindt stemte imod.",
            "Udvalget besluttede, at Bo Lindt ikke er inhabil.\n\nBo Lindt stemte imod.",
            "Bo Lindt erklærede sig inhabil.\n\nIda Juul stemte imod.",
            "Bo Lindt spurgte, om Bo Lindt er inhabil.\n\nFor stemte: Bo Lindt (V) og Ida Juul (A)\n\nUdvalget erklærede Bo Lindt (V) for inhabil.",
            "Bo Lindt var inhabil i behandlingen af ansøgning nr. 3.\n\nBo Lindt stemte imod.",
            "Bo Lindt erklærede sig inhabil.\n\nBo Lindt stemte ikke.",
            "Bo Lindt var inhabil.\n\nBo Lindt stemte hverken for eller imod.",
            "Ida Juul foreslog, at Bo Lindt er inhabil.\n\nBo Lindt stemte imod.",
            "Bo Lindt var inhabil og deltog ikke i behandlingen af ad 1.\n\nBo Lindt stemte imod.",
            "Bo Lindt var inhabil i sag 2.\n\nBo Lindt stemte imod.",
            "Bo Lindt var inhabil i punkt 2.\n\nBo Lindt stemte imod.",
            "Bo Lindt er inhabil i næste sag. Bo Lindt stemte imod.",
            "Bo Lindt erklærede sig inhabil i den følgende sag. Bo Lindt stemte imod.",
            "Bo Lindt var inhabil på det forrige møde. Bo Lindt stemte imod.",
            "Bo Lindt erklærede sig inhabil i punkt 7. Bo Lindt stemte imod.",
            "Bo Lindt var inhabil den 3. februar 2026. Bo Lindt stemte imod.",
        ] {
            let text = decision(lines);
            let text = text.replace(
                "2. Sti\n\nBeslutning\n\nBo Lindt stemte imod.",
                "2. Sti\n\nBeslutning\n\nGodkendt.",
            );
            check(&RULE, &text);
        }
    }
}
