//! `attendance/party`: one person with two party letters in one document.

use rustc_hash::FxHashMap;

use facts::people::{is_same, likeness};
use facts::register::Named;
use lint::{Check, Example, Findings, Fixes, MinutesView, Note, Reads, Rule, Severity, Text};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "attendance/party",
    summary: Text { da: "Samme person med to partier", en: "One person with two parties" },
    why: Text {
        da: "Et medlem er valgt på én liste. Står der to bogstaver ved samme navn, er det ene forkert, eller også er det to \
             personer.",
        en: "A member is elected on one list. When one name has two letters, one of them is wrong, or there are two people.",
    },
    source: "",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\nMedlemmer: Anne Holm (A), Tom Bruun (V), Ida Lund (C)\n\n1. Budget\n\nBeslutning\n\n\
                 Godkendt.\n\nTom Bruun (A) stemte imod.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\nMedlemmer: Anne Holm (A), Tom Bruun (V), Ida Lund (C)\n\n1. Budget\n\nBeslutning\n\n\
                Godkendt.\n\nTom Bruun (V) stemte imod.\n",
    },
    check: Check::Minutes(check, Reads::REGISTER),
};

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    let mut first: FxHashMap<String, Vec<&Named>> = FxHashMap::default();
    for named in &view.register().parties {
        let alike = first.entry(likeness(&named.name)).or_default();
        let Some(known) = alike.iter().find(|known| is_same(&known.name, &named.name)) else {
            alike.push(named);
            continue;
        };
        let (Some(one), Some(other)) = (&known.party, &named.party) else { continue };
        // "(S)" and "(A)", "(F)" and "(SF)": a letter and a short name of one party are two ways to write it.
        let comparable = one.chars().count() == 1 && other.chars().count() == 1 && one != "S" && other != "S";
        if comparable && one != other && is_as_long(&known.name, &named.name) {
            findings
                .report(
                    named.range,
                    Note::new(
                        format!("{} står her som ({other}) og et andet sted som ({one})", named.name),
                        format!("{} is ({other}) here and ({one}) elsewhere", named.name),
                    ),
                )
                .related(known.range, Text { da: "Det andet sted", en: "The other place" });
        }
    }
}

/// Have both names as many parts? "Carsten Bo Nielsen (V)" may sit beside "Carsten Nielsen (A)".
fn is_as_long(one: &str, other: &str) -> bool {
    one.split_whitespace().count() == other.split_whitespace().count()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::check;

    fn decision(line: &str) -> String {
        format!(
            "Kulturudvalget\n10. marts 2026\nMedlemmer: Anne Krogh (A), Bo Lindt (V), Carl Mørk (C)\n\n1. Bro\n\nBeslutning\n\n{line}\n"
        )
    }

    #[test]
    fn flags_another_letter() {
        check(&RULE, &decision("Bo Lindt (C) stemte imod.\n^^^^^^^^ Bo Lindt står her som (C)"));
        check(
            &RULE,
            &decision(
                "Imod stemte: Bo Lindt (V) og Anne Krogh (F)\n                             ^^^^^^^^^^ Anne Krogh står her som (F)",
            ),
        );
    }

    #[test]
    fn ignores_the_same_letter_and_other_people() {
        for line in [
            "Bo Lindt (V) stemte imod.",
            "Bo Lindholm (C) stemte imod.",
            "Bo Lindt (formand) stemte imod.",
            "”Bo Lindt (C) stemte imod.”",
            "Anne Krogh (S) stemte imod.",
            "Bo Emil Lindt (C) stemte imod.",
        ] {
            check(&RULE, &decision(line));
        }
    }
}
