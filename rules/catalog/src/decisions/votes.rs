//! `decisions/votes`: a vote that does not agree with itself.
//!
//! Parties may be divided, and a list may say more than names; where its words do ("Ø med undtagelse af to medlemmer"),
//! nothing is compared.

mod told;

use super::phrases::phrases;
use danish::letters::small;
use danish::sentences::sentences;
use lint::{Check, Example, Findings, Fixes, ItemView, Note, Rule, Severity, Text};
use minutes::{Decision, Outcome, Side, Statement, StatementKind, Vote};
use text::{TextRange, TextSize, range};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "decisions/votes",
    summary: Text { da: "Stemmerne passer ikke sammen", en: "The votes do not agree" },
    why: Text {
        da: "Et parti kan ikke stemme både for og imod, og der kan ikke være flere partier end stemmer. Afstemningen er det, der \
             gør beslutningen gyldig, så tal og navne skal passe.",
        en: "A party cannot vote both for and against, and there cannot be more parties than votes. The vote is what makes \
             the decision valid, so numbers and names must agree.",
    },
    source: "kommunestyrelsesloven § 11",
    severity: Severity::Error,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::ListMark, Zone::Table]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nBeslutning\n\nFor: 5 (A, B, C og F)\n\nImod: 2 (O og \
                 F)\n\nIndstillingen blev godkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nBeslutning\n\nFor: 5 (A, B, C og F)\n\nImod: 2 (O og \
                V)\n\nIndstillingen blev godkendt.\n",
    },
    check: Check::Item(check),
};

fn check(view: &ItemView<'_>, findings: &mut Findings) {
    for (_, decision) in view.item.decisions() {
        check_unanimous(view, decision, findings);
        check_opponent(view, decision, findings);
        for vote in &decision.votes {
            check_told(view, vote, findings);
            check_result(view, vote, findings);
            told::check_cast(view, vote, findings);
        }
    }
    told::check(view, findings);
}

/// What the words of a vote say of its sides.
fn check_told(view: &ItemView<'_>, vote: &Vote, findings: &mut Findings) {
    check_sides(view, vote, findings);
    for side in [&vote.aye, &vote.nay, &vote.abstain].into_iter().flatten() {
        check_side(view, side, findings);
        check_count(side, findings);
    }
}

/// A party or a member on two sides.
fn check_sides(view: &ItemView<'_>, vote: &Vote, findings: &mut Findings) {
    let sides: Vec<&Side> = [&vote.aye, &vote.nay, &vote.abstain].into_iter().flatten().collect();
    if sides.iter().any(|side| side.unsure) {
        return;
    }
    for (at, side) in sides.iter().enumerate() {
        for &voter in side.parties.iter().chain(&side.names) {
            let name = view.words(voter);
            let before = sides[..at].iter().flat_map(|side| side.parties.iter().chain(&side.names));
            if let Some(&other) = before.clone().find(|&&other| view.words(other) == name) {
                // A party may be divided, without a word of it; a member cannot be.
                let severity = if is_party(name) { Severity::Warning } else { Severity::Error };
                if is_party(name) && sides.iter().all(|side| stands_for_one_each(side)) {
                    continue;
                }
                findings
                    .report(
                        voter,
                        Note::new(
                            format!("{name} står på to sider i samme afstemning"),
                            format!("{name} stands on two sides of the same vote"),
                        ),
                    )
                    .related(other, Text { da: "Her også", en: "Here too" })
                    .at_most(severity);
            }
        }
    }
}

/// A party's letters, not somebody's name.
fn is_party(name: &str) -> bool {
    name.chars().count() <= 3 && name.chars().all(char::is_uppercase)
}

/// "For stemte 3 (A, V, F)": each letter is one member, and two members of a party may disagree.
fn stands_for_one_each(side: &Side) -> bool {
    side.count.is_some_and(|(count, _)| count as usize == side.parties.len() + side.names.len())
}

/// A party or a member twice on one side.
fn check_side(view: &ItemView<'_>, side: &Side, findings: &mut Findings) {
    let voters: Vec<TextRange> = side.parties.iter().chain(&side.names).copied().collect();
    for (at, &voter) in voters.iter().enumerate().filter(|_| !side.unsure) {
        let name = view.words(voter);
        if let Some(&other) = voters[..at].iter().find(|other| view.words(**other) == name) {
            findings
                .report(
                    voter,
                    Note::new(
                        format!("{name} står to gange på samme side af afstemningen"),
                        format!("{name} stands twice on one side of the vote"),
                    ),
                )
                .related(other, Text { da: "Her også", en: "Here too" });
        }
    }
}

/// "Enstemmigt godkendt", and then votes against. Where an amendment was voted on first, both can be true.
fn check_unanimous(view: &ItemView<'_>, decision: &Decision, findings: &mut Findings) {
    let [Vote { nay: Some(nay), .. }] = &decision.votes[..] else { return };
    let against = nay.count.map_or(!nay.parties.is_empty() || !nay.names.is_empty(), |(count, _)| count > 0);
    let place = nay.count.map(|(_, place)| place).or(nay.parties.first().or(nay.names.first()).copied());
    let mut decided = decision.decided();
    let (Some(statement), None, Some(place)) = (decided.next(), decided.next(), place) else { return };
    let words = view.words(statement.range);
    let other = |statement: &Statement| {
        let lower = small(view.words(statement.range));
        phrases().other_motions.iter().any(|word| lower.contains(&**word))
    };
    let lower = small(words);
    let told = phrases().unanimous.iter().filter_map(|phrase| lower.find(&**phrase)).min();
    // On one line with the votes: "Godkendt enstemmigt. Imod stemte Per Lund (C)."
    let before = |at: &usize| statement.range.start() + TextSize::of(&words[..*at]) < place.start();
    if let Some(at) = told.filter(before).filter(|_| against && !decision.statements.iter().any(other)) {
        let start = usize::from(statement.range.start()) + at;
        let len = view.text[start..].find(|c: char| !c.is_alphabetic()).unwrap_or(0);
        findings
            .report(
                range(start, start + len),
                Text {
                    da: "Beslutningen kaldes enstemmig, men der står stemmer imod",
                    en: "The decision is called unanimous, but there are votes against",
                },
            )
            .related(place, Text { da: "Stemmer imod", en: "Votes against" });
    }
}

/// "Enstemmigt godkendt.", and then "Ida Lund stemte imod."
fn check_opponent(view: &ItemView<'_>, decision: &Decision, findings: &mut Findings) {
    const OPPOSED: &str = " stemte imod";
    let own = |statement: &&Statement| statement.kind != StatementKind::Quoted;
    // Hardly any decision does, and its sentences are read for it alone.
    if !decision.statements.iter().filter(own).any(|one| view.words(one.range).contains(OPPOSED)) {
        return;
    }
    let sentences: Vec<TextRange> = decision
        .statements
        .iter()
        .filter(own)
        .flat_map(|one| sentences(view.words(one.range)).map(|sentence| sentence + one.range.start()))
        .collect();
    let holds = |sentence: &&TextRange, list: &[String]| {
        let words = small(view.words(**sentence));
        list.iter().any(|phrase| words.contains(&**phrase))
    };
    let Some(told) = sentences.iter().find(|sentence| holds(sentence, &phrases().unanimous)) else { return };
    let opposes = |sentence: &&TextRange| {
        sentence.start() > told.start()
            && view.words(**sentence).contains(OPPOSED)
            && !holds(sentence, &phrases().not_opposed)
    };
    let Some(opposed) = sentences.iter().find(opposes) else { return };
    // Points may have been voted on one by one, and amendments first.
    let other = |statement: &Statement| {
        !statement.answers.is_empty() || holds(&&statement.range, &phrases().other_votes)
    };
    let counted = decision.votes.iter().any(|vote| vote.nay.is_some());
    if decision.statements.iter().any(other) || counted {
        return;
    }
    let Some(at) = view.words(*opposed).find(" stemte imod").map(|at| at + 1) else { return };
    let start = usize::from(opposed.start()) + at;
    findings
        .report(
            range(start, start + "stemte imod".len()),
            Text {
                da: "Beslutningen kaldes enstemmig, men her stemmer nogen imod",
                en: "The decision is called unanimous, but here somebody votes against",
            },
        )
        .related(*told, Text { da: "Her kaldes den enstemmig", en: "Here it is called unanimous" });
}

/// More names than votes, or a list of people that is not as long as its number.
fn check_count(side: &Side, findings: &mut Findings) {
    let Some((count, place)) = side.count.filter(|_| !side.unsure) else { return };
    let named = (side.parties.len() + side.names.len()) as u32;
    let people = side.parties.is_empty() && side.people == named && named > 0;
    if named > count {
        let note = match count {
            0 => Note::new(
                "Her står 0 stemmer, men der er nævnt nogen".to_owned(),
                "It says 0 votes, but somebody is named".to_owned(),
            ),
            _ => Note::new(
                format!("Her står {count} stemmer, men der er nævnt {named}"),
                format!("It says {count} votes, but {named} are named"),
            ),
        };
        findings.report(place, note);
    } else if people && named < count {
        findings.report(
            place,
            Note::new(
                format!("Her står {count} stemmer, men kun {named} medlemmer er nævnt"),
                format!("It says {count} votes, but only {named} members are named"),
            ),
        );
    }
}

/// "Vedtaget" with more votes against than for, or the reverse.
fn check_result(view: &ItemView<'_>, vote: &Vote, findings: &mut Findings) {
    let count = |side: &Option<Side>| side.as_ref().and_then(|side| side.count);
    let (Some((outcome, place)), Some((aye, _)), Some((nay, against))) =
        (vote.result, count(&vote.aye), count(&vote.nay))
    else {
        return;
    };
    let wrong = match outcome {
        Outcome::Approved | Outcome::Adopted | Outcome::Recommended => aye < nay,
        Outcome::Rejected => aye > nay && !needs_more_than_half(view),
        _ => false,
    };
    if wrong {
        report_result(place, (aye, nay), against, findings);
    }
    let carried = matches!(outcome, Outcome::Approved | Outcome::Adopted | Outcome::Recommended);
    let broken = || phrases().tie_breaks.iter().any(|words| small(view.text).contains(&**words));
    if carried && aye == nay && aye > 0 && !broken() {
        findings.report(place, TIE).related(against, VOTES_AGAINST).at_most(Severity::Warning);
    }
}

/// Does the item say that a proposal needed more than half of the votes: "krævede 2/3 flertal", "der kræves fire stemmer"?
fn needs_more_than_half(view: &ItemView<'_>) -> bool {
    let words = small(view.text);
    let holds = |words: &str, list: &[String]| list.iter().any(|word| words.contains(&**word));
    let required = |sentence: TextRange| {
        let words = &words[sentence];
        holds(words, &phrases().required) && holds(words, &phrases().required_of)
    };
    holds(&words, &phrases().majorities) || sentences(&words).any(required)
}

fn report_result(place: TextRange, (aye, nay): (u32, u32), against: TextRange, findings: &mut Findings) {
    findings
        .report(
            place,
            Note::new(
                format!("Udfaldet passer ikke med stemmerne: {aye} for og {nay} imod"),
                format!("The outcome does not agree with the votes: {aye} for and {nay} against"),
            ),
        )
        .related(against, VOTES_AGAINST);
}

const VOTES_AGAINST: Text = Text { da: "Stemmer imod", en: "Votes against" };

/// By law a proposal falls then; by the rules of some associations the vote of the chair decides.
const TIE: Text = Text {
    da: "Der er lige mange stemmer for og imod, og så er forslaget faldet; skriv det, hvis formandens stemme afgjorde det",
    en: "There are as many votes for as against, so the proposal has fallen; say so if the vote of the chair decided",
};

#[cfg(test)]
mod tests;
