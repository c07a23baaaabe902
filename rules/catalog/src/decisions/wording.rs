//! `decisions/wording`: the decision is not in the form of words of the house.
//!
//! Only a style that lists what it avoids is checked, and only a decision that answers a recommendation: "Godkendt." under
//! the approval of the agenda is about the agenda.

use lint::{Check, Example, Findings, Fixes, ItemView, Note, Rule, Severity, Text};
use minutes::{Decision, Outcome, Statement};
use text::edit::Edit;
use text::trim;
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "decisions/wording",
    summary: Text {
        da: "Beslutningen er ikke skrevet i stilens faste form",
        en: "The decision is not in the form of words of the style",
    },
    why: Text {
        da: "Når samme udfald altid står med samme ord, kan beslutninger findes og tælles, og ingen leder efter en forskel, der \
             ikke er ment.",
        en: "When the same outcome always stands in the same words, decisions can be found and counted, and nobody looks for a \
             difference that was not meant.",
    },
    source: "",
    severity: Severity::Info,
    on: true,
    fixes: Fixes::Unsafe,
    zones: ZoneSet::of(&[Zone::ListMark, Zone::Table]),
    options: &[],
    example: Example {
        house: "svendborg",
        before: "Havneudvalget\nReferat • 8. marts 2021 kl. 15.30\nBeslutningstema\nTakster for \
                 2022.\nIndstilling\nDirektionen indstiller,\n- at takstbladet godkendes\nSagsfremstilling\nTaksterne følger \
                 prisudviklingen.\nØkonomiske og erhvervsmæssige konsekvenser\nIngen.\nCO2-Konsekvensvurdering\nIngen.\nSagen \
                 afgøres i\nHavneudvalget.\nBeslutning i Havneudvalget den 08-03-2021\nGodkendt.\n",
        after: "Havneudvalget\nReferat • 8. marts 2021 kl. 15.30\nBeslutningstema\nTakster for \
                2022.\nIndstilling\nDirektionen indstiller,\n- at takstbladet godkendes\nSagsfremstilling\nTaksterne følger \
                prisudviklingen.\nØkonomiske og erhvervsmæssige konsekvenser\nIngen.\nCO2-Konsekvensvurdering\nIngen.\nSagen \
                afgøres i\nHavneudvalget.\nBeslutning i Havneudvalget den 08-03-2021\nIndstillingen blev godkendt.\n",
    },
    check: Check::Item(check),
};

fn check(view: &ItemView<'_>, findings: &mut Findings) {
    let style = &view.context.house.decisions;
    if style.avoid.is_empty() || view.item.points().next().is_none() {
        return;
    }
    for (_, decision) in view.item.decisions() {
        let Some((statement, outcome)) = avoided(view, decision) else { continue };
        let wording =
            style.wording.iter().find(|(of, _)| *of == outcome).map(|(_, wording)| wording.as_str());
        if let Some(wording) = wording.filter(|_| outcome != Outcome::Noted || is_about_orientation(view)) {
            report(view, statement, wording, findings);
        }
    }
}

/// The only paragraph of the decision, if it is one that the house avoids, and the outcome it stands for.
fn avoided<'d>(view: &ItemView<'_>, decision: &'d Decision) -> Option<(&'d Statement, Outcome)> {
    let mut decided = decision.decided();
    let (statement, None) = (decided.next()?, decided.next()) else { return None };
    let words = trim(view.words(statement.range));
    let avoid = &view.context.house.decisions.avoid;
    avoid.iter().find(|(avoided, _)| avoided == words).map(|&(_, outcome)| (statement, outcome))
}

/// "Orienteringen blev taget til efterretning" fits only where an orientation was given.
fn is_about_orientation(view: &ItemView<'_>) -> bool {
    view.item.points().all(|point| view.words(point.text).to_lowercase().contains("orientering"))
}

fn report(view: &ItemView<'_>, statement: &Statement, wording: &str, findings: &mut Findings) {
    findings
        .report(
            statement.range,
            Note::new(
                format!("{} skriver \"{wording}\"", view.context.house.title),
                format!("{} writes \"{wording}\"", view.context.house.title),
            ),
        )
        .unsafe_fix(
            Note::new(format!("Skriv \"{wording}\""), format!("Write \"{wording}\"")),
            Edit::replace(statement.range, wording),
        );
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_fix_in, check_in};

    fn item(point: &str, decision: &str) -> String {
        format!(
            "Beslutningstema\nTakster.\nIndstilling\nDirektionen indstiller,\n- {point}\nBeslutning i Havneudvalget den \
             08-03-2021\n{decision}\n"
        )
    }

    #[test]
    fn flags_words_that_the_house_avoids() {
        check_in(
            "svendborg",
            &RULE,
            &item(
                "at taksterne godkendes",
                "Godkendt.\n^^^^^^^^^ Svendborg Kommune skriver \"Indstillingen blev godkendt.\"",
            ),
        );
        check_fix_in(
            "svendborg",
            &RULE,
            &item("at orienteringen tages til efterretning", "Taget til efterretning."),
            &item("at orienteringen tages til efterretning", "Orienteringen blev taget til efterretning."),
        );
    }

    #[test]
    fn ignores_other_words_and_other_houses() {
        for decision in [
            "Indstillingen blev godkendt.",
            "Taksterne blev godkendt.",
            "Godkendt med den ændring, at taksten sættes ned.",
            "Indstillingen anbefales godkendt.",
            "Taget til efterretning.",
        ] {
            check_in("svendborg", &RULE, &item("at taksterne godkendes", decision));
        }
        check_in("svendborg", &RULE, "Beslutning i Havneudvalget den 08-03-2021\nGodkendt.\n");
        check(&RULE, &item("at taksterne godkendes", "Godkendt."));
    }
}
