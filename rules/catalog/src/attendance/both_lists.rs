//! `attendance/both-lists`: somebody who stands among those who are absent and among those who are there.

use facts::register::{Named, Scope};
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
    for there in register.present.iter().chain(one_of_several_absent(view)) {
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

/// "Deltagere" may be all who are called. Where several are absent and the list has only one of them, it is of those who came.
fn one_of_several_absent<'v>(view: &'v MinutesView<'_>) -> Option<&'v Named> {
    /// With fewer the list may be of all who are called, and the others guests.
    const FEWEST_OTHERS: usize = 2;
    let register = view.register();
    let head = view.head().len;
    let away: Vec<&str> = (register.absences.iter())
        .filter(|absence| absence.from == Scope::Meeting && absence.who.range.end() <= head)
        .map(|absence| absence.who.name.as_str())
        .collect();
    let mut both = register.members.iter().filter(|member| away.contains(&member.name.as_str()));
    let one = both.next().filter(|one| takes_part(view.text, one))?;
    let told = register.present.iter().any(|there| there.name == one.name);
    (both.next().is_none() && !told && away.len() > FEWEST_OTHERS).then_some(one)
}

/// Does the line of this name begin with the label of those who take part?
fn takes_part(text: &str, name: &Named) -> bool {
    let before = &text[..name.range.start().into()];
    let line = before.rsplit(['\n', '\r']).next().unwrap_or_default();
    let label = line.split(':').next().unwrap_or_default().trim();
    matches!(label, "Deltagere" | "Mødedeltagere" | "Deltagende") && label.len() < line.trim_end().len()
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
            "Deltagere: Anne Krogh, Bo Lindt, Ida Ravn\nAfbud: Carl Mørk, Bo Lindt, Eva Dam\n                  ^^^^^^^^ Bo Lindt står som fraværende",
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
            "Deltagere: Anne Krogh, Bo Lindt, Carl Mørk\nAfbud: Carl Mørk, Bo Lindt, Eva Dam",
            "Deltagere: Anne Krogh, Bo Lindt, Ida Ravn\nAfbud: Bo Lindt, Eva Dam",
            "Medlemmer: Anne Krogh, Bo Lindt, Ida Ravn\nAfbud: Carl Mørk, Bo Lindt, Eva Dam",
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
