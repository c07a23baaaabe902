//! `names/committee`: a committee, department or municipality a letter or a hyphen away from one that is known.
//!
//! Known are the bodies of the configuration, of the head, of the headings of decisions, and those that the document
//! names again and again. Two bodies of different periods may have names that are near each other, so the known one
//! must be named clearly more often. Headings of decisions are left to `decisions/body`.

use lint::{Check, Example, Findings, Fixes, NamesView, Note, Rule, Severity, Text};
use text::TextRange;
use text::edit::Edit;
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "names/committee",
    summary: Text {
        da: "Navnet på et udvalg, en forvaltning eller en kommune er skrevet forkert",
        en: "The name of a committee, a department or a municipality is written wrongly",
    },
    why: Text {
        da: "Et referat skal kunne findes ved at søge på udvalgets navn, og et forkert navn ser ud som et andet udvalg. \
             Skriv navnet, som det står i mødets hoved og i resten af dokumentet. Et forkortet led har sin bindestreg \
             lige efter sig: \"Social- og Sundhedsudvalget\".",
        en: "Minutes must be found by a search for the committee's name, and a wrong name looks like another committee. \
             Write the name as it stands in the head and in the rest of the document. A shortened part has its hyphen \
             right after it: \"Social- og Sundhedsudvalget\".",
    },
    source: "Retskrivningsordbogen § 12 og § 57",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::Safe,
    zones: ZoneSet::of(&[Zone::Table]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Miljø- og Energiudvalget\n4. april 2022 kl. 17.00\n\n1. Varmeplan\n\nIndstilling\n\nDirektionen \
                 indstiller, at Miljø- og Energiudvalget godkender planen.\n\nBeslutning\n\nMiljø- og Enegiudvalget \
                 godkendte planen.\n",
        after: "Miljø- og Energiudvalget\n4. april 2022 kl. 17.00\n\n1. Varmeplan\n\nIndstilling\n\nDirektionen \
                indstiller, at Miljø- og Energiudvalget godkender planen.\n\nBeslutning\n\nMiljø- og Energiudvalget \
                godkendte planen.\n",
    },
    check: Check::Names(check),
};

fn check(view: &NamesView<'_>, findings: &mut Findings) {
    for slip in view.slips.bodies() {
        let range = slip.range;
        if view.part.is_quoted(range) || view.part.is_opaque(range) || heads_a_decision(view, range) {
            continue;
        }
        let right = &slip.right;
        findings
            .report(
                range,
                Note::new(
                    format!("Navnet skrives ellers \"{right}\""),
                    format!("The name is otherwise written \"{right}\""),
                ),
            )
            .safe_fix(
                Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\"")),
                Edit::respell(view.part.text, range, right),
            );
    }
}

fn heads_a_decision(view: &NamesView<'_>, range: TextRange) -> bool {
    let mut decisions = view.part.item.iter().flat_map(|item| item.decisions());
    decisions.any(|(section, _)| section.heading.contains_range(range))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use std::sync::Arc;

    use document::Document;
    use document::fixture::{check, check_fix};

    #[test]
    fn flags_a_letter_too_few() {
        check(
            &RULE,
            "
Beskæftigelses- og Integrationsudvalget
4. april 2022

1. Budget

Sagen afgøres i

Beskæftigelse- og Integrationsudvalget.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Navnet skrives ellers \"Beskæftigelses- og Integrationsudvalget\"

Beslutning

Beskæftigelses- og Integrationsudvalget godkendte det.
",
        );
    }

    #[test]
    fn flags_wrong_joints() {
        check(
            &RULE,
            "
Social- og Omsorgsudvalget
4. april 2022

1. Budget

Sagen blev drøftet i Social – og Omsorgsudvalgets møde den 2. marts 2022 og i Social og Omsorgsudvalget.
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^

Beslutning

Social- og Omsorgsudvalget godkendte det. Social- og Omsorgsudvalget og Social- og Omsorgsudvalgets formand deltog.
",
        );
    }

    #[test]
    fn flags_a_joint_that_the_head_has_otherwise() {
        check(
            &RULE,
            "
Børne- og Skoleudvalget
4. april 2022

1. Budget

Børne og Skoleudvalget behandlede sagen.
^^^^^^^^^^^^^^^^^^^^^^ Navnet skrives ellers \"Børne- og Skoleudvalget\"
",
        );
    }

    #[test]
    fn flags_a_municipality_that_does_not_exist() {
        let known = "Sandvig Kommune har sagt ja. ".repeat(10);
        check(
            &RULE,
            &format!("\n1. Budget\n\nSandwig Kommune\n^^^^^^^ Navnet skrives ellers \"Sandvig\"\n{known}\n"),
        );
        check(&RULE, &format!("\n1. Budget\n\nSandby Kommune, Sandvigs Kommune\n{known}\n"));
    }

    #[test]
    fn ignores_inflection_capitals_and_other_bodies() {
        check(
            &RULE,
            "
Social- og Sundhedsudvalget
4. april 2022

1. Budget

Sagsfremstilling

Social- og Sundhedsudvalgets formand, Social- og sundhedsudvalget, et Social- og Sundhedsudvalg og Social- og
Sundhedsudvalget talte. Socialudvalget, Sundhedsudvalget, Økonomiudvalget og Byrådet, Social & Sundhedsudvalget.

Beslutning

Social- og Sundhedsudvalget sagde ja. Social- og Sundhedsudvalget sagde nej. Social- og Sundhedsudvalget gik.
",
        );
    }

    #[test]
    fn ignores_two_names_that_stand_equally_often() {
        check(
            &RULE,
            "
1. Budget

Teknik- og Miljøudvalget talte. Teknik- og Miljøudvalget gik. Teknik- og Miljøudvalget sov.
Tekniks- og Miljøudvalget talte. Tekniks- og Miljøudvalget gik.
",
        );
    }

    #[test]
    fn ignores_quotations_and_headings_of_decisions() {
        check(
            &RULE,
            "
Social- og Omsorgsudvalget
4. april 2022

1. Budget

Indstilling

Direktionen indstiller til Social- og Omsorgsudvalget og til Social- og Omsorgsudvalget, at planen godkendes.
”Social- og Omsogsudvalget skal vide det.”

Beslutning i Social- og Omsogsudvalget den 4. april 2022

Godkendt.
",
        );
    }

    #[test]
    fn writes_the_known_name() {
        check_fix(
            &RULE,
            "\nSocial- og Omsorgsudvalget\n4. april 2022\n\n1. Budget\n\nSocial- og Omsorgsudvalget og Social – og\u{a0}Omsorgsudvalgets formand\n",
            "\nSocial- og Omsorgsudvalget\n4. april 2022\n\n1. Budget\n\nSocial- og Omsorgsudvalget og Social- og\u{a0}Omsorgsudvalgets formand\n",
        );
    }

    #[test]
    fn a_name_with_a_wrong_hyphen_is_told_once() {
        let text = "Social- og Omsorgsudvalget\n4. april 2022 kl. 17.00\n\n1. Plan\n\nIndstilling\n\nDirektionen indstiller, at \
             Social-og Omsorgsudvalget godkender planen.\n\nBeslutning i Social- og Omsorgsudvalget den \
             04-04-2022\n\nGodkendt.\n";
        let document = Document::new(Arc::default(), text.to_owned());
        let rules: Vec<&str> = document.diagnostics().iter().map(|found| found.rule.name).collect();
        assert_eq!(rules, ["names/committee"]);
    }
}
