//! `attendance/disqualified-acts`: somebody declared "inhabil" in an item votes or proposes in it.

use facts::register::{InItem, Register};
use lint::{Check, Example, Findings, Fixes, MinutesView, Note, Reads, Report, Rule, Severity, Text};
use text::TextRange;
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
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
        if let Some((place, in_case)) = disqualified(register, act, false) {
            let name = &act.who.name;
            let note = Note::new(
                format!("{name} er inhabil i punktet og må ikke stemme eller foreslå noget"),
                format!("{name} is disqualified in the item and must not vote or propose"),
            );
            let report = tell(act.who.range, place, note, findings);
            if in_case {
                report.at_most(Severity::Warning);
            }
        }
    }
    // Until it was said, the member may have told why.
    for spoke in &register.spoke {
        if let Some((place, _)) = disqualified(register, spoke, true).filter(|(_, in_case)| !in_case) {
            let name = &spoke.who.name;
            let note = Note::new(
                format!("{name} er inhabil i punktet og må ikke deltage i forhandlingen"),
                format!("{name} is disqualified in the item and must not take part in the debate"),
            );
            tell(spoke.who.range, place, note, findings).at_most(Severity::Warning);
        }
    }
}

/// Where it stands that who does `act` may not take part in the item, and has not come back since: before the act, where
/// that is `needed` or the body decided so; and whether it stands in the text of the case.
fn disqualified(register: &Register, act: &InItem, needed: bool) -> Option<(TextRange, bool)> {
    let name = &act.who.name;
    let found = register.disqualified_in(name, act.item)?;
    let (place, at) = (found.who.range, act.who.range.start());
    let before = place.start() < at;
    let back = before && register.may_return_between(name, act.item, place.end(), at);
    (!back && (before || !needed && !found.by_decision)).then_some((place, found.in_case))
}

fn tell<'f>(at: TextRange, place: TextRange, note: Note, findings: &'f mut Findings) -> Report<'f> {
    let there = Text { da: "Her står, at medlemmet er inhabilt", en: "Here the member is disqualified" };
    findings.report(at, note).related(place, there)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::check;

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

    #[test]
    fn flags_who_is_named_in_the_head_or_in_the_case() {
        let meeting = |head: &str, case: &str, decision: &str| {
            format!(
                "Kulturudvalget\n10. marts 2026\nMedlemmer: Bo Lindt (V), Ida Juul (A)\n{head}\n\n1. Bro\n\nSagsfremstilling\n\nBroen er gammel.\n{case}\n\nBeslutning\n\n{decision}\n\n2. Sti\n\nBeslutning\n\nGodkendt.\n"
            )
        };
        let acts = "Bo Lindt (V) stemte imod.\n^^^^^^^^ Bo Lindt er inhabil";
        for (head, case) in [
            ("Inhabil: Bo Lindt (V) i sag 1", ""),
            ("Inhabil: Bo Lindt (V) i punkt 1 og 2", ""),
            ("Bo Lindt (V) var inhabil i punkt 1.", ""),
            ("Afbud: ingen", "Bo Lindt (V) erklærede sig inhabil."),
            ("Afbud: ingen", "Bo Lindt (V) erklærede sig inhabil og forlod lokalet."),
        ] {
            check(&RULE, &meeting(head, case, acts));
        }
        for (head, case) in [
            ("Inhabil: Bo Lindt (V) i sag 2", ""),
            ("Inhabil: Bo Lindt (V) i sag 1/2026", ""),
            ("Inhabil: Bo Lindt (V)", ""),
            ("Inhabil: ingen", ""),
            ("Afbud: ingen", "Teknikudvalget behandlede sagen i maj. Bo Lindt (V) erklærede sig inhabil."),
            ("Afbud: ingen", "Teknikudvalgets beslutning:\nBo Lindt (V) erklærede sig inhabil."),
            ("Afbud: ingen", "På mødet i marts blev planen drøftet.\nBo Lindt (V) erklærede sig inhabil."),
            ("Afbud: ingen", "Bo Lindt (V) var inhabil. Ida Juul (A) ejer grunden."),
        ] {
            check(&RULE, &meeting(head, case, "Bo Lindt (V) stemte imod."));
        }
    }

    #[test]
    fn flags_who_takes_part_in_the_debate() {
        for line in [
            "Bo Lindt deltog i debatten.\n^^^^^^^^ Bo Lindt er inhabil",
            "Bo Lindt mente, at prisen er lav.\n^^^^^^^^ Bo Lindt er inhabil",
            "Bo Lindt gennemgik sagen.\n^^^^^^^^ Bo Lindt er inhabil",
        ] {
            check(&RULE, &decision(&format!("Bo Lindt erklærede sig inhabil.\n\n{line}\n\nGodkendt.")));
        }
        for lines in [
            "Bo Lindt oplyste, at broen ligger ved huset. Bo Lindt erklærede sig inhabil.",
            "Bo Lindt erklærede sig inhabil. Bo Lindt oplyste, at han ejer grunden.",
            "Bo Lindt erklærede sig inhabil. Ida Juul mente, at prisen er lav.",
            "Bo Lindt erklærede sig inhabil og deltog ikke i debatten.",
        ] {
            check(&RULE, &decision(lines));
        }
    }

    #[test]
    fn ignores_who_is_disqualified_in_a_part_or_came_back() {
        for lines in [
            "Bo Lindt var inhabil ved behandlingen af posten til havnen.\n\nBo Lindt foreslog derefter en bro.",
            "Bo Lindt erklærede sig inhabil i forhold til roklubben.\n\nBo Lindt stemte imod.",
            "Bo Lindt erklærede sig inhabil for så vidt angår punkt a.\n\nBo Lindt stemte imod punkt b.",
            "Bo Lindt var inhabil og gik. Bo Lindt kom tilbage.\n\nBo Lindt foreslog en pause.",
        ] {
            check(&RULE, &decision(lines));
        }
        for lead in ["ved behandlingen af sagen", "under punktets behandling", "vedrørende dette punkt"] {
            let line = "Bo Lindt stemte imod.\n^^^^^^^^ Bo Lindt er inhabil";
            check(&RULE, &decision(&format!("Bo Lindt var inhabil {lead}.\n\n{line}")));
        }
    }
}
