//! `attendance/votes`: a vote against the register: more votes than may vote, or than the parties named have members.
//!
//! Only a head that lists members with their parties can tell, and only numbers that are hardly greater than that list: a
//! much greater one shows that the list is not all of the body.

mod came;
mod told;

use came::came;
use told::{is_of_another, sentence};

use danish::letters::small;
use facts::people::meeting_words;
use facts::register::{Absent, Named, Register, is_own};
use lint::{Check, Example, Findings, Fixes, MinutesView, Note, Reads, Rule, Severity, Text};
use minutes::{Content, Placed, Side, Vote, told_decisions};
use text::needle::Needle;
use text::{TextRange, TextSize, is_space, range};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
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

/// What a line holds that counts votes, or tells how many came; the first says that it speaks of votes.
static VOTES: [Needle; 12] = [
    Needle::new(" stemme"),
    Needle::new("stem"),
    Needle::new("For:"),
    Needle::new("mod:"),
    Needle::new("ndlod"),
    Needle::new("lank"),
    Needle::new("mødt"),
    Needle::new("stede"),
    Needle::new("deltog"),
    Needle::new("deltager"),
    Needle::new("fuldmagt"),
    Needle::new("ankom"),
];

/// At most this many votes more than the list has members are a slip; with more, the list is not all of the body.
const MISCOUNT: usize = 2;

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    let register = view.register();
    let most = possible(view).map(|(most, place)| (most, place, true)).or_else(|| came(view));
    let listed = register.members.len() >= 3 && (register.all_with_party || names_all(view, register));
    if !listed && most.is_none() {
        return;
    }
    for (at, placed) in view.minutes.items().enumerate() {
        let own: Vec<Vote> = own_votes(view, &placed);
        let votes = match placed.item.decisions().next().is_none() {
            true => {
                let text = &view.text[TextRange::at(placed.start, placed.item.len)];
                told_decisions(text, placed.item, None)
                    .into_iter()
                    .flat_map(|decision| decision.votes)
                    .collect()
            }
            false => own,
        };
        for vote in &votes {
            match most {
                Some(most) => check_possible(vote, most, placed.start, findings),
                None => check_vote(view, register, vote, at, placed.start, findings),
            }
        }
    }
}

/// The votes that this body had in an item: those of other bodies and days had other voters.
fn own_votes(view: &MinutesView<'_>, placed: &Placed<'_>) -> Vec<Vote> {
    let sections = placed.item.sections.iter().enumerate().filter(|(_, section)| !section.history);
    let own = sections.filter(|&(at, _)| is_own(view.text, placed, at, &view.context.meeting));
    let decisions = own.filter_map(|(_, section)| match &section.content {
        Content::Decision(decision) => Some(decision),
        _ => None,
    });
    decisions.flat_map(|decision| decision.votes.iter().cloned()).collect()
}

/// Does the head list those present by name, so that nobody else can have voted? Where some only are named with a party, or the
/// body is an assembly, others were there.
fn names_all(view: &MinutesView<'_>, register: &Register) -> bool {
    let head = &view.text[..usize::from(view.head().len)];
    let lower = head.to_lowercase();
    let bare = register.members.iter().all(|member| member.party.is_none());
    let open = &meeting_words().open_to_others;
    bare && !open.iter().any(|word| lower.contains(&**word)) && register.members.len() >= 4
}

/// How many votes the minutes say could be given, and where: "Der kunne afgives 68 stemmer", "47 andelshavere med 47 stemmer".
fn possible(view: &MinutesView<'_>) -> Option<(u32, TextRange)> {
    let first = view
        .minutes
        .items()
        .next()
        .map_or(view.text.len(), |placed| usize::from(placed.start + placed.item.len));
    let text = &view.text[..first];
    let words = meeting_words();
    let holds = |text: &str, words: &[String]| words.iter().any(|word| text.contains(&**word));
    let mut found = VOTES[0].find_iter(text).filter_map(|at| {
        let before = text[..at].trim_end_matches(is_space);
        let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let count: u32 = before[before.len() - digits..].parse().ok()?;
        let lead = before[..before.len() - digits].trim_end();
        let after = text[at..].trim_start_matches(is_space);
        let line = &after[..after.find('\n').unwrap_or(after.len())];
        // "54 stemmeberettigede til stede": each with one vote.
        let entitled = words.entitled.iter().any(|word| after.starts_with(&**word));
        if entitled && (holds(text, &words.proxies) || !holds(line, &words.here)) {
            return None;
        }
        // "Enstemmigt godkendt med 7 stemmer" tells of votes that were given.
        let from = text[..at].rfind('\n').map_or(0, |line| line + 1);
        let told = small(&text[from..text.len() - after.len() + line.len()]);
        if words.voted.iter().any(|word| told.contains(&**word)) {
            return None;
        }
        let given = || {
            let after = after.strip_prefix("stemmer").map(|rest| rest.trim_start_matches(is_space));
            let cast = after.is_none_or(|rest| words.sides.iter().any(|side| rest.starts_with(&**side)));
            !cast && words.given.iter().any(|word| lead.ends_with(&**word))
        };
        (entitled || given()).then(|| (count, range(before.len() - digits, before.len())))
    });
    found.next().filter(|_| found.next().is_none())
}

/// More votes than could be given, or than there were people: `said` tells how many, and that they are votes.
fn check_possible(
    vote: &Vote,
    (most, said, are_votes): (u32, TextRange, bool),
    start: TextSize,
    findings: &mut Findings,
) {
    let sides = [&vote.aye, &vote.nay, &vote.abstain].into_iter().flatten();
    let counts: Vec<(u32, TextRange)> = sides.filter_map(|side| side.count).collect();
    let total: u32 = counts.iter().map(|(count, _)| count).sum();
    let Some((_, place)) = counts.first().filter(|_| total > most && total < 2 * most) else { return };
    let place = *place + start;
    if are_votes {
        let note = Note::new(
            format!("Her er {total} stemmer, men der kunne kun afgives {most}"),
            format!("There are {total} votes, but only {most} could be cast"),
        );
        let there = Text { da: "Så mange stemmer var der", en: "So many votes there were" };
        findings.report(place, note).related(said, there);
    } else {
        let note = Note::new(
            format!("Her er {total} stemmer, men der var kun {most} til stede"),
            format!("There are {total} votes, but only {most} were present"),
        );
        let there = Text { da: "Så mange var der", en: "So many were there" };
        findings.report(place, note).related(said, there).at_most(Severity::Warning);
    }
}

fn check_vote(
    view: &MinutesView<'_>,
    register: &Register,
    vote: &Vote,
    at_item: usize,
    start: TextSize,
    findings: &mut Findings,
) {
    let sides: Vec<&Side> = [&vote.aye, &vote.nay, &vote.abstain].into_iter().flatten().collect();
    let counts: Vec<(u32, TextRange)> = sides.iter().filter_map(|side| side.count).collect();
    let total: usize = counts.iter().map(|(count, _)| *count as usize).sum();
    // A head that tells who is absent as well lists all of the body.
    let whole = register.all_with_party && register.lists_absent;
    let listed = register.members.len();
    if total > if whole { 2 * listed - 1 } else { listed + MISCOUNT } {
        return;
    }
    let told = counts.first().map(|(_, place)| sentence(view.text, (*place + start).start().into()));
    if told.is_some_and(|told| is_of_another(view, told)) {
        return;
    }
    let voters = register.voters(at_item);
    let most = register.most_of(&voters, at_item);
    // "Bo Lindt blev erklæret inhabil med 4 stemmer for og 1 imod": on that they may have voted themselves.
    let judged = |place: TextRange| {
        let sentence = sentence(view.text, place.start().into());
        let own = |who: TextRange| who.start() >= sentence.start() && who.start() < place.start();
        register.disqualified.iter().filter(|one| one.item == at_item && own(one.who.range)).count()
    };
    if let Some((_, place)) = counts.first().filter(|(_, place)| total > most + judged(*place + start)) {
        let report = findings.report(
            *place + start,
            Note::new(
                format!("Her er {total} stemmer, men kun {most} kan stemme i punktet"),
                format!("There are {total} votes, but only {most} may vote in the item"),
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
            check_away(view, (register, &voters), side, (at_item, start), findings);
        }
    }
}

/// A party of which everybody is away.
fn check_away(
    view: &MinutesView<'_>,
    (register, voters): (&Register, &[&Named]),
    side: &Side,
    (item, start): (usize, TextSize),
    findings: &mut Findings,
) {
    let told = side.parties.first().map(|place| sentence(view.text, (*place + start).start().into()));
    let other = told.is_none_or(|told| is_of_another(view, told));
    if side.unsure || other || voters.iter().any(|voter| voter.party.is_none()) {
        return;
    }
    for &place in &side.parties {
        let party = &view.text[place + start];
        let is = |named: &Named| named.party.as_deref() == Some(party);
        let may_vote = voters.iter().any(|voter| is(voter));
        let away = register.absences.iter().find(|absence| {
            is(&absence.who) && matches!(register.absent(&absence.who.name, item), Some(Absent::Away(_)))
        });
        // Without a list of all who are there, others of the party may be.
        let others =
            register.members.iter().any(|member| is(member) && register.absent(&member.name, item).is_none());
        if let Some(away) = away.filter(|_| !may_vote && !others) {
            findings
                .report(
                    place + start,
                    Note::new(
                        format!("{party} stemmer, men ingen fra {party} er til stede"),
                        format!("{party} votes, but nobody from {party} is present"),
                    ),
                )
                .related(away.who.range, Text { da: "Fravær", en: "Absence" });
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
mod tests;
