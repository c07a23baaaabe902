//! `at-points/lead-in`: nobody is named as recommending, where the style asks for it.

use lint::{Check, Example, Findings, Fixes, ItemView, Rule, Severity, Text};
use minutes::{Content, Recommendation, Section};
use text::TextRange;
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "at-points/lead-in",
    summary: Text {
        da: "Indstillingen siger ikke, hvem der indstiller",
        en: "The recommendation does not say whose it is",
    },
    why: Text {
        da: "Udvalget og borgerne skal kunne se, om det er direktionen, en forvaltning eller et andet udvalg, der står bag \
             indstillingen. Skriv afsenderen foran punkterne: \"Direktionen indstiller,\".",
        en: "The committee and the public must be able to see whether the recommendation is that of the executive board, \
             a department or another committee. Name the sender before the points: \"Direktionen indstiller,\".",
    },
    source: "",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::ListMark]),
    options: &[],
    example: Example {
        house: "svendborg",
        before: "Havneudvalget\nReferat • 8. marts 2021 kl. 15.30\nBeslutningstema\nTakster for 2022.\nIndstilling\n- at takstbladet \
                 godkendes\nSagsfremstilling\nTaksterne følger prisudviklingen.\nØkonomiske og erhvervsmæssige \
                 konsekvenser\nIngen.\nCO2-Konsekvensvurdering\nIngen.\nSagen afgøres i\nHavneudvalget.\nBeslutning i \
                 Havneudvalget den 08-03-2021\nIndstillingen blev godkendt.\n",
        after: "Havneudvalget\nReferat • 8. marts 2021 kl. 15.30\nBeslutningstema\nTakster for 2022.\nIndstilling\nDirektionen \
                indstiller,\n- at takstbladet godkendes\nSagsfremstilling\nTaksterne følger prisudviklingen.\nØkonomiske \
                og erhvervsmæssige konsekvenser\nIngen.\nCO2-Konsekvensvurdering\nIngen.\nSagen afgøres \
                i\nHavneudvalget.\nBeslutning i Havneudvalget den 08-03-2021\nIndstillingen blev godkendt.\n",
    },
    check: Check::Item(check),
};

/// Lead-ins that begin so say that something is recommended, and not by whom.
const NOBODY: &[&str] = &[
    "Det indstilles",
    "Der indstilles",
    "Indstilles",
    "Det foreslås",
    "Der foreslås",
    "Det anbefales",
    "Forslag til beslutning",
];

fn check(view: &ItemView<'_>, findings: &mut Findings) {
    if !view.context.house.points.lead_in {
        return;
    }
    for section in &view.item.sections {
        let Content::Recommendation(recommendation) = &section.content else { continue };
        let Some(place) = nobody(view, section, recommendation) else { continue };
        findings.report(
            place,
            Text {
                da: "Skriv, hvem der indstiller, foran punkterne",
                en: "Say who recommends before the points",
            },
        );
    }
}

/// The place where a sender ought to stand.
fn nobody(view: &ItemView<'_>, section: &Section, recommendation: &Recommendation) -> Option<TextRange> {
    if recommendation.points.is_empty() || recommendation.sender.is_some() {
        return None;
    }
    match recommendation.lead_in {
        None => Some(section.heading),
        // Another sentence before the points may name the sender in words that are not known here.
        Some(lead_in) => {
            let words = view.words(lead_in);
            NOBODY.iter().any(|begin| words.starts_with(begin)).then_some(lead_in)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_in};

    #[test]
    fn flags_points_without_a_sender() {
        check_in(
            "svendborg",
            &RULE,
            "
Beslutningstema
Plan
Indstilling
^^^^^^^^^^^ Skriv, hvem der indstiller
- at planen godkendes
",
        );
        check_in(
            "kobenhavn",
            &RULE,
            "
Havnen

Indstilling

Det indstilles,
^^^^^^^^^^^^^^^ Skriv, hvem der indstiller
1. at planen godkendes
",
        );
    }

    #[test]
    fn ignores_a_sender_in_any_words() {
        for lead in [
            "Direktionen indstiller,",
            "Liste N foreslår,",
            "Indstilling om,",
            "Udvalgets formand bringer i forslag,",
        ] {
            check_in(
                "svendborg",
                &RULE,
                &format!("Beslutningstema\nPlan\nIndstilling\n{lead}\n- at planen godkendes\n"),
            );
        }
        check_in("svendborg", &RULE, "Beslutningstema\nPlan\nIndstilling\nIngen.\n");
    }

    #[test]
    fn ignores_houses_that_do_not_ask() {
        check(&RULE, "1. Plan\n\nIndstilling\n\nat planen godkendes\n");
    }
}
