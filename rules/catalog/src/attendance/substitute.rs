//! `attendance/substitute`: a substitute for somebody who is there, or one who is a member already.

use facts::register::{Register, Substitute};
use lint::{Check, Example, Findings, Fixes, MinutesView, Note, Reads, Rule, Severity, Text};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "attendance/substitute",
    summary: Text { da: "Stedfortræder for en, der er til stede", en: "A substitute for somebody present" },
    why: Text {
        da: "En stedfortræder træder ind, når et medlem er fraværende. Er medlemmet ikke nævnt blandt de fraværende, mangler \
             afbuddet, eller også er det et andet medlem.",
        en: "A substitute comes when a member is away. When the member is not among those absent, the absence is missing, \
             or it is another member.",
    },
    source: "kommunestyrelsesloven § 15",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\nMedlemmer: Anne Holm (A), Tom Bruun (V), Ida Lund (C)\nAfbud: Tom Bruun \
                 (V)\nStedfortræder: Per Ravn (C) deltog i stedet for Ida Lund (C)\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\nMedlemmer: Anne Holm (A), Tom Bruun (V), Ida Lund (C)\nAfbud: Tom Bruun \
                (V)\nStedfortræder: Per Ravn (V) deltog i stedet for Tom Bruun (V)\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Minutes(check, Reads::REGISTER),
};

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    let register = view.register();
    for who in &register.doubled {
        let name = &who.name;
        let note = Note::new(
            format!("{name} er selv medlem og kan ikke være stedfortræder for et andet medlem"),
            format!("{name} is a member and cannot stand in for another member"),
        );
        findings.report(who.range, note);
    }
    for substitute in &register.substitutes {
        let name = &substitute.instead_of.name;
        // Who is told to be absent, and acts, is another rule's.
        if let Some(act) = register.acts_of(name).find(|act| {
            substitute.item.is_none_or(|item| item == act.item) && register.absent(name, act.item).is_none()
        }) {
            findings
                .report(
                    substitute.instead_of.range,
                    Note::new(
                        format!("{name} har en stedfortræder, men stemmer eller foreslår selv"),
                        format!("{name} has a substitute, but votes or proposes"),
                    ),
                )
                .related(act.who.range, Text { da: "Her", en: "Here" });
        } else if is_there(register, substitute) {
            findings.report(
                substitute.instead_of.range,
                Note::new(
                    format!("{name} har en stedfortræder, men er ikke nævnt blandt de fraværende"),
                    format!("{name} has a substitute, but is not among those absent"),
                ),
            );
        }
    }
}

/// Does the head list the member, and others as absent but not this one?
fn is_there(register: &Register, substitute: &Substitute) -> bool {
    let name = &substitute.instead_of.name;
    let others = !register.absences.is_empty();
    substitute.item.is_none()
        && register.lists_absent
        && others
        && register.is_member(name)
        && !register.is_moved(name)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::check;

    fn meeting(head: &str, decision: &str) -> String {
        format!(
            "Kulturudvalget\n10. marts 2026\nMedlemmer: Anne Krogh (A), Bo Lindt (V), Carl Mørk (C)\n{head}\n\n1. Bro\n\nBeslutning\n\n{decision}\n"
        )
    }

    #[test]
    fn flags_a_substitute_for_somebody_there() {
        check(
            &RULE,
            &meeting(
                "Afbud: Bo Lindt (V)\nStedfortræder: Ida Juul (C) deltog i stedet for Carl Mørk (C)\n                                                ^^^^^^^^^ Carl Mørk har en stedfortræder, men er ikke",
                "Godkendt.",
            ),
        );
        check(
            &RULE,
            &meeting(
                "Stedfortræder: Ida Juul (C) deltog i stedet for Carl Mørk\n                                                ^^^^^^^^^ Carl Mørk har en stedfortræder, men stemmer",
                "Carl Mørk stemte imod.",
            ),
        );
    }

    #[test]
    fn flags_a_member_who_stands_in_for_another() {
        for line in [
            "Stedfortræder: Bo Lindt (V) deltog i stedet for Anne Krogh (A)\n               ^^^^^^^^ Bo Lindt er selv medlem",
            "Stedfortrædere: Bo Lindt (V) for Anne Krogh (A)\n                ^^^^^^^^ Bo Lindt er selv medlem",
        ] {
            check(&RULE, &meeting(&format!("Afbud: Anne Krogh (A)\n{line}"), "Godkendt."));
        }
        let came = |list: &str| {
            meeting("Afbud: Anne Krogh (A)\nStedfortræder: Bo Lindt (V) for Anne Krogh (A)", "Godkendt.")
                .replace("Medlemmer: Anne Krogh (A), Bo Lindt (V), Carl Mørk (C)", list)
        };
        for list in [
            "Medlemmer: Bo Lindt (V), Carl Mørk (C)",
            "Deltagere: Anne Krogh (A), Bo Lindt (V), Carl Mørk (C)",
            "Til stede: Bo Lindt (V), Carl Mørk (C)",
            "Medlemmer: Anne Krogh (A), Carl Mørk (C)",
        ] {
            check(&RULE, &came(list));
        }
    }

    #[test]
    fn ignores_a_substitute_for_somebody_away() {
        check(
            &RULE,
            &meeting(
                "Afbud: Bo Lindt (V)\nStedfortræder: Ida Juul (V) deltog i stedet for Bo Lindt (V)",
                "Ida Juul stemte imod.",
            ),
        );
        check(&RULE, &meeting("Stedfortræder: Ida Juul (V) deltog i stedet for Bo Lindt (V)", "Godkendt."));
    }
}
