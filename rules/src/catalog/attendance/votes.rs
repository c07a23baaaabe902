//! `attendance/votes`: a vote against the register: more votes than may vote, or than the parties named have members.
//!
//! Only a head that lists members with their parties can tell, and only numbers that are hardly greater than that list: a
//! much greater one shows that the list is not all of the body.

use crate::facts::register::{Named, Register};
use crate::lint::{Check, Example, Findings, Fixes, MinutesView, Note, Reads, Rule, Severity, Text};
use crate::minutes::{Side, Vote};
use crate::text::{TextRange, TextSize};
use crate::zones::{Zone, ZoneSet};

pub(in crate::catalog) static RULE: Rule = Rule {
    name: "attendance/votes",
    summary: Text {
        da: "Stemmerne passer ikke med de fremmødte",
        en: "The votes do not match those present",
    },
    why: Text {
        da: "Fraværende og inhabile kan ikke stemme. Er der flere stemmer end medlemmer, der kan stemme, er enten tallet eller \
             fremmødet forkert.",
        en: "Who is absent or disqualified cannot vote. When there are more votes than members who may vote, either the \
             count or the attendance is wrong.",
    },
    source: "kommunestyrelsesloven §§ 11 og 14",
    severity: Severity::Error,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\nMedlemmer: Anne Holm (A), Per Ravn (A), Tom Bruun (V), Ida Lund (C)\nAfbud: Tom \
                 Bruun (V)\n\n1. Budget\n\nBeslutning\n\nFor: 3 (A og C)\n\nImod: 1 (V)\n\nIndstillingen blev godkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\nMedlemmer: Anne Holm (A), Per Ravn (A), Tom Bruun (V), Ida Lund (C)\nAfbud: Tom \
                Bruun (V)\n\n1. Budget\n\nBeslutning\n\nFor: 2 (A)\n\nImod: 1 (C)\n\nIndstillingen blev godkendt.\n",
    },
    check: Check::Minutes(check, Reads { votes: true, ..Reads::REGISTER }),
};

/// So many votes more than the list has members are a slip; with more, the list is not all of the body.
const MISCOUNT: usize = 2;

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    let register = view.register();
    if register.members.len() < 3 || !register.all_with_party {
        return;
    }
    for (at, placed) in view.minutes.items().enumerate() {
        for (section, decision) in placed.item.decisions() {
            if section.history || decision.votes.is_empty() {
                continue;
            }
            for vote in &decision.votes {
                check_vote(view, register, vote, at, placed.start, findings);
            }
        }
    }
}

fn check_vote(
    view: &MinutesView<'_>,
    register: &Register,
    vote: &Vote,
    at: usize,
    start: TextSize,
    findings: &mut Findings,
) {
    let sides: Vec<&Side> = [&vote.aye, &vote.nay, &vote.abstain].into_iter().flatten().collect();
    let counts: Vec<(u32, TextRange)> = sides.iter().filter_map(|side| side.count).collect();
    let voters = register.voters(at);
    let total: usize = counts.iter().map(|(count, _)| *count as usize).sum();
    if total > register.members.len() + MISCOUNT {
        return;
    }
    if let Some((_, place)) = counts.first().filter(|_| total > voters.len()) {
        let report = findings.report(
            *place + start,
            Note::new(
                format!("Her er {total} stemmer, men kun {} kan stemme i punktet", voters.len()),
                format!("There are {total} votes, but only {} may vote in the item", voters.len()),
            ),
        );
        if let Some(absence) = register.absences.first() {
            report.related(absence.who.range, Text { da: "Fravær", en: "Absence" });
        }
        return;
    }
    for side in sides {
        check_side(view, &voters, side, start, findings);
    }
}

/// More votes than the parties named have members who may vote.
fn check_side(
    view: &MinutesView<'_>,
    voters: &[&Named],
    side: &Side,
    start: TextSize,
    findings: &mut Findings,
) {
    let Some((count, place)) = side.count else { return };
    if side.unsure || !side.names.is_empty() || side.parties.is_empty() {
        return;
    }
    let parties: Vec<&str> = side.parties.iter().map(|&party| &view.text[party + start]).collect();
    let seats = voters
        .iter()
        .filter(|voter| voter.party.as_deref().is_some_and(|party| parties.contains(&party)))
        .count();
    if seats > 0 && (count as usize) > seats {
        findings.report(
            place + start,
            Note::new(
                format!("Her står {count} stemmer, men partierne har kun {seats}, der kan stemme"),
                format!("It says {count} votes, but the parties have only {seats} who may vote"),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::fixture::check;

    fn meeting(decision: &str) -> String {
        format!(
            "Kulturudvalget\n10. marts 2026\nMedlemmer: Anne Krogh (A), Bo Lindt (V), Carl Mørk (C), Dorte Nue (F), Eva Ohm (A), Finn Post (V)\nAfbud: \
             Finn Post (V)\n\n1. Bro\n\nBeslutning\n\n{decision}\n"
        )
    }

    #[test]
    fn flags_more_votes_than_may_vote() {
        check(
            &RULE,
            &meeting(
                "For stemte 4 (A, F og C). Imod stemte 2 (V).\n           ^ Her er 6 stemmer, men kun 5",
            ),
        );
        check(
            &RULE,
            &meeting(
                "Bo Lindt erklærede sig inhabil.\n\nFor: 3 (A og F)\n     ^ Her er 5 stemmer, men kun 4\n\nImod: 2 (C)",
            ),
        );
    }

    #[test]
    fn flags_more_votes_than_a_party_has() {
        check(
            &RULE,
            &meeting("For: 3 (A og F)\n\nImod: 2 (C)\n      ^ Her står 2 stemmer, men partierne har kun 1"),
        );
    }

    #[test]
    fn ignores_votes_that_fit() {
        for decision in [
            "For: 3 (A og F)\n\nImod: 2 (V og C)",
            "For: 2 (A)\n\nImod: 1 (C)\n\nUndlod: 2 (V og F)",
            "Godkendt med 3 stemmer imod 2.",
            "For: 20 (A og F)\n\nImod: 11 (V og C)",
        ] {
            check(&RULE, &meeting(decision));
        }
    }
}
