//! `attendance/votes`: a vote against the register: more votes than may vote, or than the parties named have members.
//!
//! Only a head that lists members with their parties can tell, and only numbers that are hardly greater than that list: a
//! much greater one shows that the list is not all of the body.

use crate::facts::register::{Named, Register};
use crate::lint::{Check, Example, Findings, Fixes, MinutesView, Note, Reads, Rule, Severity, Text};
use crate::minutes::{Side, Vote, told_decision};
use crate::text::needle::Needle;
use crate::text::{TextRange, TextSize, is_space, range};
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
    check: Check::Minutes(check, Reads { votes: true, words: &VOTES, ..Reads::REGISTER }),
};

/// What a line holds that counts votes.
static VOTES: [Needle; 2] = [Needle::new(" stemmer"), Needle::new("stem")];

/// So many votes more than the list has members are a slip; with more, the list is not all of the body.
const MISCOUNT: usize = 2;

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    let register = view.register();
    let most = possible(view);
    let listed = register.members.len() >= 3 && (register.all_with_party || names_all(view, register));
    if !listed && most.is_none() {
        return;
    }
    for (at, placed) in view.minutes.items().enumerate() {
        let decisions = placed.item.decisions().filter(|(section, _)| !section.history);
        let own: Vec<Vote> = decisions.flat_map(|(_, decision)| decision.votes.iter().cloned()).collect();
        let votes = match own.is_empty() {
            true => told_decision(&view.text[TextRange::at(placed.start, placed.item.len)], placed.item)
                .map_or_else(Vec::new, |decision| decision.votes),
            false => own,
        };
        for vote in &votes {
            match most {
                Some((most, place)) => check_possible(vote, most, place, placed.start, findings),
                None => check_vote(view, register, vote, at, placed.start, findings),
            }
        }
    }
}

/// Does the head list those present by name, so that nobody else can have voted? Where some only are named with a party, or the
/// body is an assembly, others were there.
fn names_all(view: &MinutesView<'_>, register: &Register) -> bool {
    let head = &view.text[..usize::from(view.head().len)];
    let lower = head.to_lowercase();
    let bare = register.members.iter().all(|member| member.party.is_none());
    let open = [
        "generalforsamling",
        "afdelingsmøde",
        "borgermøde",
        "årsmøde",
        "repræsentantskab",
        "samt ",
        "m.fl",
        "bl.a.",
        "fuldmagt",
        "medlemmer og",
    ];
    bare && !open.iter().any(|word| lower.contains(word)) && register.members.len() >= 4
}

/// How many votes the minutes say could be given, and where: "Der kunne afgives 68 stemmer", "47 andelshavere med 47 stemmer".
fn possible(view: &MinutesView<'_>) -> Option<(u32, TextRange)> {
    let first = view
        .minutes
        .items()
        .next()
        .map_or(view.text.len(), |placed| usize::from(placed.start + placed.item.len));
    let text = &view.text[..first];
    let mut found = VOTES[0].find_iter(text).filter_map(|at| {
        let before = text[..at].trim_end_matches(is_space);
        let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let count: u32 = before[before.len() - digits..].parse().ok()?;
        let lead = before[..before.len() - digits].trim_end();
        let given = ["afgives", "med", "i alt", "med i alt", "repræsenteret", "repræsenterede"];
        let after = &text[at..];
        let cast = [" for", " imod", " mod"].iter().any(|side| after[" stemmer".len()..].starts_with(side));
        (given.iter().any(|word| lead.ends_with(word)) && !cast)
            .then(|| (count, range(before.len() - digits, before.len())))
    });
    found.next().filter(|_| found.next().is_none())
}

/// More votes than could be given.
fn check_possible(vote: &Vote, most: u32, said: TextRange, start: TextSize, findings: &mut Findings) {
    let sides = [&vote.aye, &vote.nay, &vote.abstain].into_iter().flatten();
    let counts: Vec<(u32, TextRange)> = sides.filter_map(|side| side.count).collect();
    let total: u32 = counts.iter().map(|(count, _)| count).sum();
    if let Some((_, place)) = counts.first().filter(|_| total > most && total < 2 * most) {
        findings
            .report(
                *place + start,
                Note::new(
                    format!("Her er {total} stemmer, men der kunne kun afgives {most}"),
                    format!("There are {total} votes, but only {most} could be cast"),
                ),
            )
            .related(said, Text { da: "Så mange stemmer var der", en: "So many votes there were" });
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
    // "Bo Lindt blev erklæret inhabil med 4 stemmer for og 1 imod": on that they may have voted themselves.
    let judged = |place: TextRange| {
        let line = view.text[..usize::from(place.start())].rfind('\n').map_or(0, |at| at + 1);
        let own = |who: TextRange| usize::from(who.start()) >= line && who.start() < place.start();
        register.disqualified.iter().filter(|one| one.item == at && own(one.who.range)).count()
    };
    if let Some((_, place)) =
        counts.first().filter(|(_, place)| total > voters.len() + judged(*place + start))
    {
        let report = findings.report(
            *place + start,
            Note::new(
                format!("Her er {total} stemmer, men kun {} kan stemme i punktet", voters.len()),
                format!("There are {total} votes, but only {} may vote in the item", voters.len()),
            ),
        );
        // Without parties nobody says that all who are named are all who vote.
        let report = if register.all_with_party { report } else { report.at_most(Severity::Warning) };
        if let Some(absence) = register.absences.first() {
            report.related(absence.who.range, Text { da: "Fravær", en: "Absence" });
        }
        return;
    }
    if register.all_with_party {
        for side in sides {
            check_side(view, &voters, side, start, findings);
        }
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

    fn board(head: &str, lines: &str) -> String {
        format!("{head}\n\n1. Gulv\n\nBeslutningen blev truffet med {lines}.\n\n2. Eventuelt\n\nIntet.\n")
    }

    #[test]
    fn flags_votes_of_a_body_without_parties() {
        let head = "Referat af bestyrelsesmøde i hallen\n10. marts 2026\nTil stede: Kim Sand, Bente Lind, Flemming Ask, Jytte Poulsen\nAfbud: Lars Ulv";
        check(
            &RULE,
            &board(head, "4 stemmer for og 2 imod")
                .replace("imod.", "imod.\n                              ^ Her er 6 stemmer, men kun 4"),
        );
        check(&RULE, &board(head, "3 stemmer for og 1 imod"));
        let head = "Referat af generalforsamling i vandværket\n10. marts 2026\nDer deltog 47 andelshavere med 47 stemmer.";
        check(
            &RULE,
            &board(head, "39 stemmer for og 16 imod").replace(
                "imod.",
                "imod.\n                              ^^ Her er 55 stemmer, men der kunne kun afgives 47",
            ),
        );
        check(&RULE, &board(head, "39 stemmer for og 6 imod"));
    }

    #[test]
    fn ignores_votes_that_fit() {
        for decision in [
            "For: 3 (A og F)\n\nImod: 2 (V og C)",
            "For: 2 (A)\n\nImod: 1 (C)\n\nUndlod: 2 (V og F)",
            "Godkendt med 3 stemmer imod 2.",
            "Carl Mørk (C) blev erklæret inhabil med 4 stemmer for og 1 imod.",
            "For: 20 (A og F)\n\nImod: 11 (V og C)",
        ] {
            check(&RULE, &meeting(decision));
        }
    }
}
