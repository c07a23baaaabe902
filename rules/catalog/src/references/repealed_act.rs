//! `references/repealed-act`: an act by a name that was repealed before the meeting.

use danish::sentences::sentences;
use facts::acts::{is_of_the_past, repealed};
use lint::{Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "references/repealed-act",
    summary: Text { da: "Loven er ophævet", en: "The act is repealed" },
    why: Text {
        da: "En beslutning med hjemmel i en ophævet lov kan være ugyldig. Henvis til den lov, der gælder nu, eller skriv, at der \
             er tale om den dagældende lov.",
        en: "A decision under a repealed act may be void. Cite the act that holds now, or say that the former act is meant.",
    },
    source: "retsinformation.dk",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Kameraer\n\nSagsfremstilling\n\nOptagelserne slettes efter persondataloven \
                 senest efter 30 dage.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Kameraer\n\nSagsfremstilling\n\nOptagelserne slettes efter databeskyttelsesloven \
                senest efter 30 dage.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    for (place, act) in repealed(view.text) {
        let Some(meeting) = view.context.date() else { return };
        let line = view.line_at(place);
        let near = view.near(line, place);
        let sentence = sentences(&view.text[near]).map(|sentence| sentence + near.start());
        let sentence = sentence.into_iter().find(|sentence| sentence.contains_range(place)).unwrap_or(near);
        let words = view.text[sentence].to_lowercase();
        let past = is_of_the_past(&words, act);
        let history = view.section_at(place).is_some_and(|section| section.history);
        if meeting < act.repealed || past || history || view.is_quoted(place) || view.lists_attachments(place)
        {
            continue;
        }
        let day = act.repealed;
        let (number, year) = (&act.number, day.year());
        findings.report(
            place,
            Note::new(
                format!("Loven ({number}) gælder ikke siden {year}; nu gælder {}", act.now_da),
                format!("The act ({number}) does not hold since {year}; now see {}", act.now_en),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::check;

    fn item(day: &str, line: &str) -> String {
        format!("Udvalget\n{day}\n\n1. Plan\n\nSagsfremstilling\n\n{line}\n")
    }

    #[test]
    fn flags_an_act_that_no_longer_holds() {
        check(
            &RULE,
            &item(
                "10. marts 2026",
                "Oplysningerne behandles efter persondatalovens § 5.\n                              ^^^^^^^^^^^^^^^ Loven (LOV nr. 429",
            ),
        );
        check(
            &RULE,
            &item(
                "10. marts 2026",
                "Støtten gives efter bistandsloven.\n                    ^^^^^^^^^^^^^ Loven (LOV nr. 333",
            ),
        );
        check(
            &RULE,
            &item(
                "10. marts 2026",
                "Støtten gives efter bistandsloven. Satsen blev sat op i år.\n                    ^^^^^^^^^^^^^ Loven (LOV nr. 333",
            ),
        );
    }

    #[test]
    fn ignores_acts_that_held_or_are_of_the_past() {
        check(&RULE, &item("10. marts 2016", "Oplysningerne behandles efter persondatalovens § 5."));
        for line in [
            "Aftalen er indgået efter den dagældende persondatalov.",
            "Sagen blev behandlet efter persondataloven.",
            "”Vi følger persondataloven”, skriver klageren.",
            "Persondatalovgivningen overholdes.",
            "Persondataloven gælder ikke længere.",
            "Henvisningen til persondataloven slettes i vedtægten.",
            "Afgørelsen er fra 1995 og efter bistandslovens § 50.",
            "Ordene \"efter bistandsloven\" udgår af vedtægten.",
            "Tilladelsen af 3. marts 2012 efter persondataloven er stadig i kraft.",
        ] {
            check(&RULE, &item("10. marts 2026", line));
        }
    }
}
