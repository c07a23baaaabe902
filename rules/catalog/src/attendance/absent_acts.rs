//! `attendance/absent-acts`: somebody who is absent votes, proposes, or has something entered in the minutes.

use facts::people::is_office;
use facts::register::{Absent, Register};
use lint::{Check, Example, Findings, Fixes, MinutesView, Note, Reads, Report, Rule, Severity, Text};
use text::TextRange;
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "attendance/absent-acts",
    summary: Text { da: "En fraværende stemmer eller foreslår", en: "Somebody absent votes or proposes" },
    why: Text {
        da: "Kun den, der er til stede, kan stemme, stille forslag og få noget ført til protokol. Enten var medlemmet der, eller \
             også var det et andet medlem.",
        en: "Only who is present can vote, propose and have something entered in the minutes. Either the member was there, \
             or it was another member.",
    },
    source: "kommunestyrelsesloven §§ 11 og 13",
    severity: Severity::Error,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\nMedlemmer: Anne Holm (A), Tom Bruun (V), Ida Lund (C)\nAfbud: Tom Bruun (V)\n\n1. \
                 Budget\n\nBeslutning\n\nGodkendt.\n\nTom Bruun (V) stemte imod.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\nMedlemmer: Anne Holm (A), Tom Bruun (V), Ida Lund (C)\nAfbud: Tom Bruun (V)\n\n1. \
                Budget\n\nBeslutning\n\nGodkendt.\n\nIda Lund (C) stemte imod.\n",
    },
    check: Check::Minutes(check, Reads::REGISTER),
};

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    let register = view.register();
    for act in &register.acts {
        let name = &act.who.name;
        if register.disqualified_in(name, act.item).is_some() {
            continue;
        }
        if let Some(absent) = register.absent(name, act.item) {
            let report = tell(name, act.who.range, absent, findings);
            // Whoever leads the meeting instead may be called so as well.
            if is_office(name) {
                report.at_most(Severity::Hint);
            }
        } else if let Some((chair, place)) = absent_chair(register, name) {
            tell(chair, act.who.range, Absent::Away(place), findings).at_most(Severity::Hint);
        } else if let Some(place) = register.left_before(name, act.item, act.who.range.start()) {
            // Who came and went is sometimes noted before all else in an item.
            tell(name, act.who.range, Absent::Left(place), findings).at_most(Severity::Hint);
        }
    }
    check_speakers(register, findings);
}

/// The chair, where `name` is nothing but the office, and where it stands that they are absent from the meeting.
fn absent_chair<'r>(register: &'r Register, name: &str) -> Option<(&'r str, TextRange)> {
    let chair = register.chair.as_ref().filter(|_| is_office(name))?;
    Some((&chair.name, register.away(&chair.name)?))
}

/// Who is absent and asks or presents something: perhaps somebody else, perhaps in writing.
fn check_speakers(register: &Register, findings: &mut Findings) {
    for spoke in &register.spoke {
        let name = &spoke.who.name;
        if let Some(Absent::Away(place)) = register.absent(name, spoke.item) {
            findings
                .report(
                    spoke.who.range,
                    Note::new(
                        format!("{name} er fraværende og kan ikke have sagt noget på mødet"),
                        format!("{name} is absent and cannot have said anything at the meeting"),
                    ),
                )
                .related(
                    place,
                    Text { da: "Her står, at medlemmet er fraværende", en: "Here the member is absent" },
                )
                .at_most(Severity::Warning);
        }
    }
}

fn tell<'f>(name: &str, range: TextRange, absent: Absent, findings: &'f mut Findings) -> Report<'f> {
    let cannot = "kan ikke stemme, foreslå eller få noget ført til protokol";
    let cannot_en = "cannot vote, propose or have anything entered in the minutes";
    let (place, da, en, there) = match absent {
        Absent::Away(place) => (
            place,
            "er fraværende",
            "is absent",
            Text { da: "Her står, at medlemmet er fraværende", en: "Here the member is absent" },
        ),
        Absent::Left(place) => (
            place,
            "havde forladt mødet",
            "had left the meeting",
            Text { da: "Her gik medlemmet", en: "Here the member left" },
        ),
        Absent::NotYet(place) => (
            place,
            "var ikke kommet endnu",
            "had not arrived yet",
            Text { da: "Her kom medlemmet", en: "Here the member arrived" },
        ),
    };
    let note = Note::new(format!("{name} {da} og {cannot}"), format!("{name} {en} and {cannot_en}"));
    findings.report(range, note).related(place, there)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::check;

    const HEAD: &str =
        "Kulturudvalget\n10. marts 2026 kl. 15.30\nMedlemmer: Anne Krogh (A), Bo Lindt (V), Carl Mørk (C)\n";

    fn meeting(first: &str, second: &str) -> String {
        format!("{HEAD}\n1. Bro\n\nBeslutning\n\n{first}\n\n2. Sti\n\nBeslutning\n\n{second}\n")
    }

    #[test]
    fn flags_who_is_away_from_the_meeting() {
        check(
            &RULE,
            &meeting(
                "Godkendt.\n\nUdvalgsmedlem Bo Lindt deltog ikke i mødet.",
                "Godkendt.\n\nUdvalgsmedlem Bo Lindt stemte imod.\n              ^^^^^^^^ Bo Lindt er fraværende",
            ),
        );
        check(
            &RULE,
            "Kulturudvalget\n10. marts 2026\nFraværende: Uffe Hede (C)\n\n1. Bro\n\nBeslutning\n\nGodkendt.\n\nUffe Hede (C) ønskede ført til protokol: ”Nej.”\n^^^^^^^^^ Uffe Hede er fraværende\n",
        );
        check(
            &RULE,
            "Kulturudvalget\n10. marts 2026\nAfbud: Uffe Hede (C)\n\n1. Bro\n\nBeslutning\n\nGodkendt.\n\nImod stemte: Ida Juul (V) og Uffe Hede (C)\n                             ^^^^^^^^^ Uffe Hede er fraværende\n",
        );
    }

    #[test]
    fn flags_who_had_left_or_not_come() {
        check(
            &RULE,
            &meeting(
                "Bo Lindt forlod mødet kl. 16.15.",
                "Herefter foreslog Bo Lindt, at sagen udsættes.\n                  ^^^^^^^^ Bo Lindt havde forladt mødet",
            ),
        );
        check(
            &RULE,
            &meeting(
                "Bo Lindt stemte imod.\n^^^^^^^^ Bo Lindt var ikke kommet endnu",
                "Bo Lindt ankom kl. 16.15.\n\nGodkendt.",
            ),
        );
    }

    #[test]
    fn flags_who_left_above_or_speaks_while_absent() {
        check(
            &RULE,
            &meeting(
                "Bo Lindt gik kl. 16.15.\n\nGodkendt.\n\nBo Lindt stemte imod.\n^^^^^^^^ Bo Lindt havde forladt",
                "Godkendt.",
            ),
        );
        check(
            &RULE,
            "Kulturudvalget\n10. marts 2026\nAfbud: Uffe Hede\n\n1. Bro\n\nUffe Hede spurgte til prisen.\n^^^^^^^^^ Uffe Hede er fraværende\n",
        );
        check(
            &RULE,
            "Kulturudvalget\n10. marts 2026\nAfbud: Uffe Hede\n\n1. Bro\n\nUffe Hede spurgte i en mail til prisen.\n",
        );
        check(
            &RULE,
            "Kulturudvalget\n10. marts 2026\nAfbud: Uffe Hede\n\n1. Bro\n\nUffe Hede fortalte om budgettet.\n^^^^^^^^^ Uffe Hede er fraværende\n",
        );
        // What is proposed may have been sent in; under the heading of the decision it was said.
        check(
            &RULE,
            "Kulturudvalget\n10. marts 2026\nAfbud: Uffe Hede\n\n1. Bro\n\nUffe Hede foreslår en studietur.\n",
        );
        check(
            &RULE,
            "Kulturudvalget\n10. marts 2026\nAfbud: Uffe Hede\n\n1. Bro\n\nBeslutning\n\nUffe Hede foreslår en studietur.\n^^^^^^^^^ Uffe Hede er fraværende\n\nGodkendt.\n",
        );
    }

    #[test]
    fn ignores_those_under_another_label() {
        let meeting = |lines: &str| {
            format!(
                "Bestyrelsesmøde\n10. marts 2026\nTil stede: Anne Krogh, Bo Lindt\nAfbud: Uffe Hede\n{lines}\n\n1. Bro\n\n\
                 Beslutning\n\nBo Lindt stemte imod.\n"
            )
        };
        for lines in [
            "Mødeleder: Anne Krogh\nReferent: Bo Lindt",
            "Dirigent og ordstyrer: Bo Lindt",
            "**Gæster:** Bo Lindt",
            "\nProtokolfører: Bo Lindt",
        ] {
            check(&RULE, &meeting(lines));
        }
        check(&RULE, &meeting("").replace("Uffe Hede", "Uffe Hede. Formand Bo Lindt ledede mødet."));
        check(&RULE, &meeting("").replace("Uffe Hede", "Uffe Hede, Referent: Bo Lindt"));
    }

    #[test]
    fn ignores_who_was_there() {
        for (first, second) in [
            ("Bo Lindt forlod mødet kl. 17.20 og kom tilbage kl. 17.40.", "Bo Lindt stemte imod."),
            ("Bo Lindt forlod mødet kl. 17.20-17.40.", "Bo Lindt stemte imod."),
            ("Bo Lindt forlod mødet i 10 minutter.", "Bo Lindt stemte imod."),
            ("Bo Lindt gik kl. 17.20 ned efter kaffe.", "Bo Lindt stemte imod."),
            (
                "Bo Lindt forlod mødet kl. 17.20.",
                "Herefter vendte Bo Lindt tilbage.\n\nBo Lindt stemte imod.",
            ),
            ("Bo Lindt forlod mødet kl. 17.20.", "Bo Lindt indtrådte igen i mødet.\n\nBo Lindt stemte imod."),
            ("Bo Lindt forlod mødet kl. 17.20.", "Bo Lindt er tilbage kl. 17.40. Bo Lindt stemte imod."),
            ("Bo Lindt deltog ikke i mødet.", "Bo Lindt stemte ikke, da han var fraværende."),
            ("Bo Lindt deltog ikke i mødet.", "Ida Juul oplyste, at Bo Lindt stemte imod på sidste møde."),
            (
                "Bo Lindt deltog ikke i mødet.",
                "Bo Lindt stillede på mødet den 7. marts 2022 forslag om lukning.",
            ),
            ("Bo Lindt deltog ikke i mødet.", "På vegne af Bo Lindt foreslog Ida Juul at lukke hallen."),
            ("Bo Lindt deltog ikke i behandlingen af dette punkt.", "Bo Lindt stemte imod."),
            ("Fraværende: Bo Lindt", "Bo Lindt stemte imod."),
            ("Bo Lindt forlod mødet kl. 16. Bo Lindt vendte tilbage kl. 16.20.", "Bo Lindt stemte imod."),
            ("Bo Lindt stemte imod.", "Bo Lindt forlod mødet kl. 16.15."),
            ("Bo Lindt forlod lokalet under behandlingen.", "Bo Lindt stemte imod."),
            ("Bo Lindt deltog ikke i mødet.", "Bo Lindholm stemte imod."),
            ("Bo Lindt deltog ikke i punkt 1.", "Bo Lindt stemte imod."),
            ("Bo Lindt deltog ikke i mødet.", "Anne Krogh oplyste, at ”Bo Lindt stemte imod”."),
            (
                "Bo Lindt deltog ikke i mødet, men ankom kl. 17.",
                "Bo Lindt ankom kl. 17.\n\nBo Lindt stemte imod.",
            ),
        ] {
            check(&RULE, &meeting(first, second));
        }
    }

    #[test]
    fn ignores_what_is_only_told_or_was_another_day() {
        for told in [
            "Udvalget mindede om, at Bo Lindt stemte imod den 14. april.",
            "Bo Lindt stemte imod i marts.",
            "Bo Lindt foreslog i 2024 en bro.",
            "Bo Lindt foreslog på budgetseminaret en bro.",
            "Det er ikke rigtigt, at Bo Lindt stemte imod.",
            "Da Bo Lindt stemte imod i byrådet, faldt planen.",
            "Bo Lindt ønskede inden mødet tilført protokollen, at han er imod.",
            "Bo Lindt foreslog pr. mail en anden plads.",
            "Planen bygger på det, som Bo Lindt foreslog.",
            "Ifølge Anne Krogh stemte Bo Lindt imod.",
            "Bo Lindt spurgte ved besigtigelsen til prisen.",
        ] {
            check(&RULE, &meeting("Bo Lindt deltog ikke i mødet.", told));
        }
        for told in [
            "Bo Lindt foreslog, at sagen udsættes til den 1. juni 2026.\n^^^^^^^^ Bo Lindt er fraværende",
            "Godkendt, idet Bo Lindt stemte imod.\n               ^^^^^^^^ Bo Lindt er fraværende",
            "Bo Lindt stillede forslag om en bro i maj.\n^^^^^^^^ Bo Lindt er fraværende",
        ] {
            check(
                &RULE,
                &meeting("Bo Lindt deltog ikke i mødet.\n\nGodkendt.", "Godkendt.")
                    .replace("2. Sti\n\nBeslutning\n\nGodkendt.", &format!("2. Sti\n\nBeslutning\n\n{told}")),
            );
        }
    }

    #[test]
    fn flags_the_chair_by_the_office() {
        let meeting = |head: &str, line: &str| {
            format!("Kulturudvalget\n10. marts 2026\n{head}\n\n1. Bro\n\nBeslutning\n\n{line}\n")
        };
        for head in [
            "Medlemmer: Anne Krogh (A), Lis Dahl (O), formand\nAfbud: Lis Dahl (O)",
            "Afbud: Lis Dahl (formand)",
            "Formand: Lis Dahl\nAfbud: Lis Dahl",
        ] {
            check(&RULE, &meeting(head, "Formanden stemte imod.\n^^^^^^^^^ Lis Dahl er fraværende"));
            check(&RULE, &meeting(head, "Formanden for roklubben foreslog en anden dag."));
        }
        check(&RULE, &meeting("Afbud: Lis Dahl (næstformand)", "Formanden stemte imod."));
        check(&RULE, &meeting("Formand: Anne Krogh\nAfbud: Lis Dahl", "Formanden stemte imod."));
    }

    #[test]
    fn flags_who_comes_and_goes_as_the_head_tells() {
        let meeting = |line: &str, first: &str, second: &str| {
            format!(
                "Kulturudvalget\n10. marts 2026\nMedlemmer: Anne Krogh (A), Bo Lindt (V), Carl Mørk (C)\n{line}\n\n1. Bro\n\nBeslutning\n\n{first}\n\n2. Sti\n\n\
                 Beslutning\n\n{second}\n"
            )
        };
        let marked = |mark: &str| format!("Bo Lindt (V) stemte imod.\n^^^^^^^^ Bo Lindt {mark}");
        for line in ["Bo Lindt (V) ankom under punkt 2.", "Bo Lindt (V) deltog fra punkt 2."] {
            check(&RULE, &meeting(line, &marked("var ikke kommet"), "Godkendt."));
            check(&RULE, &meeting(line, "Godkendt.", "Bo Lindt (V) stemte imod."));
        }
        for line in
            ["Bo Lindt (V) forlod mødet efter punkt 1.", "Bo Lindt forlod mødet kl. 16.20 under punkt 1."]
        {
            check(&RULE, &meeting(line, "Godkendt.", &marked("havde forladt")));
            check(&RULE, &meeting(line, "Bo Lindt (V) stemte imod.", "Godkendt."));
        }
        for line in [
            "Fraværende under punkt 2: Bo Lindt (V)",
            "Bo Lindt (V) deltog ikke i punkt 2.",
            "Afbud: Bo Lindt (V) (punkt 2)",
            "Fraværende: Bo Lindt (V) under punkt 2",
        ] {
            check(&RULE, &meeting(line, "Godkendt.", &marked("er fraværende")));
            check(&RULE, &meeting(line, "Bo Lindt (V) stemte imod.", "Godkendt."));
        }
        for line in [
            "Afbud: Bo Lindt (V) til kl. 17.00",
            "Fraværende under punkt 7: Bo Lindt (V)",
            "Bo Lindt (V) deltog i punkt 1.",
            "Bo Lindt (V) var forsinket.",
        ] {
            check(&RULE, &meeting(line, "Godkendt.", "Bo Lindt (V) stemte imod."));
        }
    }

    #[test]
    fn ignores_who_comes_late_as_the_head_tells() {
        for line in [
            "Uffe Hede (C) kom til stede under punkt 1.",
            "Uffe Hede (C) deltager fra kl. 16.15",
            "Uffe Hede mødte først under punkt 1.",
            "Uffe Hede (C) deltog via Teams.",
        ] {
            check(
                &RULE,
                &format!(
                    "Kulturudvalget\n10. marts 2026\nAfbud: Uffe Hede (C)\n{line}\n\n1. Bro\n\nBeslutning\n\nImod stemte Uffe Hede (C).\n"
                ),
            );
        }
        for (there, away) in [("Mødt", "Meldt afbud"), ("Fremmødte", "Forfald"), ("Deltog", "Ikke mødt")] {
            check(
                &RULE,
                &format!(
                    "Kulturudvalget\n10. marts 2026\n{there}: Ida Juul (V)\n{away}: Uffe Hede (C)\n\n1. Bro\n\nBeslutning\n\nUffe Hede stemte imod.\n^^^^^^^^^ Uffe Hede er fraværende\n"
                ),
            );
        }
        check(
            &RULE,
            "Kulturudvalget\n10. marts 2026\n\n| Til stede | Ida Juul |\n|---|---|\n| Afbud | Uffe Hede |\n\n1. Bro\n\nBeslutning\n\nUffe Hede stemte imod.\n^^^^^^^^^ Uffe Hede er fraværende\n",
        );
    }

    #[test]
    fn ignores_what_another_body_decided() {
        check(
            &RULE,
            "Kulturudvalget\n10. marts 2026\nAfbud: Bo Lindt (V)\n\n1. Bro\n\nBeslutning i Økonomiudvalget den 02-03-2026\n\nBo Lindt (V) stemte imod.\n\nBeslutning i Kulturudvalget den 10-03-2026\n\nGodkendt.\n",
        );
    }
}
