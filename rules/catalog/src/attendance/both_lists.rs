//! `attendance/both-lists`: somebody who stands among those who are absent and among those who are there.

use lint::{Check, Example, Findings, Fixes, MinutesView, Note, Reads, Rule, Severity, Text};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "attendance/both-lists",
    summary: Text {
        da: "Samme person er både til stede og fraværende",
        en: "The same person is both present and absent",
    },
    why: Text {
        da: "Referatet skal vise, hvem der har deltaget. Står et medlem både som fraværende og som til stede, mødeleder eller referent, \
             ved ingen, om medlemmet var der og kunne stemme.",
        en: "Minutes should show who took part. When a member stands both as absent and as present, in the chair or taking the minutes, \
             nobody knows whether they were there and could vote.",
    },
    source: "kommunestyrelsesloven § 13",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\nTil stede: Anne Holm (A), Tom Bruun (V), Ida Lund (C)\nAfbud: Tom Bruun (V)\n\n1. \
                 Budget\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\nTil stede: Anne Holm (A), Ida Lund (C)\nAfbud: Tom Bruun (V)\n\n1. \
                Budget\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Minutes(check, Reads::REGISTER),
};

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    let register = view.register();
    for there in &register.present {
        let Some(place) = register.away(&there.name) else { continue };
        let name = &there.name;
        findings
            .report(
                place,
                Note::new(
                    format!("{name} står som fraværende, men også blandt dem, der var der"),
                    format!("{name} stands as absent, but also among those who were there"),
                ),
            )
            .related(there.range, Text { da: "Her er medlemmet der", en: "Here the member is there" });
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::check;

    fn meeting(lines: &str) -> String {
        format!("Kulturudvalget\n10. marts 2026\n{lines}\n\n1. Bro\n\nBeslutning\n\nGodkendt.\n")
    }

    #[test]
    fn flags_who_stands_in_both_lists() {
        for lines in [
            "Til stede: Anne Krogh (A), Bo Lindt (V)\nAfbud: Bo Lindt (V)\n       ^^^^^^^^ Bo Lindt står som fraværende",
            "Fremmødte: Anne Krogh, Bo Lindt\nFraværende: Bo Lindt\n            ^^^^^^^^ Bo Lindt står som fraværende",
            "Medlemmer: Anne Krogh (A), Bo Lindt (V)\nMødeleder: Bo Lindt\nAfbud: Bo Lindt (V)\n       ^^^^^^^^ Bo Lindt står som fraværende",
        ] {
            check(&RULE, &meeting(lines));
        }
    }

    #[test]
    fn ignores_lists_of_members_and_who_was_there_in_part() {
        for lines in [
            "Medlemmer: Anne Krogh (A), Bo Lindt (V)\nAfbud: Bo Lindt (V)",
            "Deltagere: Anne Krogh (A), Bo Lindt (V)\nAfbud: Bo Lindt (V)",
            "Til stede: Anne Krogh (A), Bo Lindt (V)\nAfbud: Bo Lindt (V) til kl. 17.00",
            "Til stede: Anne Krogh (A), Bo Lindt (V)\nAfbud: Bo Lindt (V)\nBo Lindt (V) ankom under punkt 1.",
            "Til stede: Alle undtagen Bo Lindt\nAfbud: Bo Lindt",
            "Til stede: Anne Krogh (A), Bo Lindt (V). Afbud: Carl Mørk (C)",
            "Til stede: Bo Lindholm (A)\nAfbud: Bo Lindt (V)",
        ] {
            check(&RULE, &meeting(lines));
        }
    }
}
