//! Votes of items that have no heading over what was decided, as associations write them, and the number of all votes.

use super::super::phrases::phrases;
use super::{check_result, check_told};
use danish::letters::small;
use lint::{Findings, ItemView, Note, Text};
use minutes::{Vote, told_decisions};
use text::needle::Needle;
use text::{TextRange, TextSize, is_space, range};

/// "Forslaget blev vedtaget med 1 stemme for og 3 imod." in an item that has no heading for it.
pub(super) fn check(view: &ItemView<'_>, findings: &mut Findings) {
    static AGAINST: [Needle; 2] = [Needle::new("mod"), Needle::new("nej-stem")];
    let told = view.item.decisions().next().is_some() || !AGAINST.iter().any(|word| word.is_in(view.text));
    if told {
        return;
    }
    let told = told_decisions(view.text, view.item, None);
    let votes = || told.iter().flat_map(|decision| &decision.votes);
    if votes().next().is_none() {
        return;
    }
    let words = small(view.text);
    let rivals = phrases().rival_motions.iter().any(|word| words.contains(&**word));
    for vote in votes() {
        if !rivals {
            check_result(view, vote, findings);
        }
        check_told(view, vote, findings);
        check_cast(view, vote, findings);
    }
}

/// "Der blev afgivet 50 stemmer, heraf 36 for og 24 imod": more votes on the sides than were given, or a total that is not theirs.
pub(super) fn check_cast(view: &ItemView<'_>, vote: &Vote, findings: &mut Findings) {
    let sides = [&vote.aye, &vote.nay, &vote.abstain].into_iter().flatten();
    let counts: Vec<(u32, TextRange)> = sides.filter_map(|side| side.count).collect();
    let (Some((_, first)), Some((_, last)), 2..) = (counts.first(), counts.last(), counts.len()) else {
        return;
    };
    let from = view.text[..first.start().into()].rfind(['\n', '.']).map_or(0, |at| at + 1);
    let to = usize::from(last.end());
    let to = view.text[to..].find(['\n', '.']).map_or(view.text.len(), |at| to + at);
    if from > to {
        return;
    }
    let Some((cast, place)) = cast(view.text, from, to, &counts) else { return };
    let total: u32 = counts.iter().map(|(count, _)| count).sum();
    // Blank and void ones may not be told; the other way round nothing explains it.
    if total > cast && cast > 0 && total < 2 * cast {
        let note = Note::new(
            format!("Her står {cast} stemmer i alt, men siderne har {total}"),
            format!("It says {cast} votes in all, but the sides have {total}"),
        );
        let there = Text { da: "Stemmer", en: "Votes" };
        findings.report(place, note).related(*first, there);
    }
}

/// How many votes were given in all, where the words from byte `from` to `to` say so beside the sides.
fn cast(text: &str, from: usize, to: usize, sides: &[(u32, TextRange)]) -> Option<(u32, TextRange)> {
    let words = &text[from..to];
    let lower = small(words);
    let mut found = lower.match_indices(|c: char| c.is_ascii_digit()).filter_map(|(at, _)| {
        let before = &lower[..at];
        if before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ',')) {
            return None;
        }
        let digits = lower[at..].bytes().take_while(u8::is_ascii_digit).count();
        let behind = lower[at + digits..].trim_start_matches(is_space);
        let led =
            phrases().cast_leads.iter().any(|lead| before.trim_end_matches(is_space).ends_with(&**lead));
        let votes = phrases().cast_behind.iter().any(|word| behind.starts_with(&**word));
        // "i alt 36 stemmer for" is a side.
        let place = range(at, at + digits) + TextSize::of(&text[..from]);
        let side = sides.iter().any(|(_, side)| *side == place);
        (led && votes && !side).then(|| Some((lower[at..at + digits].parse().ok()?, place))).flatten()
    });
    found.next().filter(|_| found.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::super::RULE;
    use document::fixture::check;

    fn board(line: &str) -> String {
        format!(
            "Referat af bestyrelsesmøde i vandværket\n10. marts 2026\n\n1. Takst\n\n{line}\n\n2. Eventuelt\n\nIntet.\n"
        )
    }

    #[test]
    fn flags_an_outcome_that_no_heading_announces() {
        for line in [
            "For: 13. Imod: 18. Forslaget er vedtaget.\n                                ^^^^^^^^ Udfaldet passer ikke",
            "Bestyrelsen vedtog forslaget med 1 stemme mod 3.\n            ^^^^^^ Udfaldet passer ikke",
            "Forslaget blev vedtaget med 1 stemme for og 3 imod.\n               ^^^^^^^^ Udfaldet passer ikke",
            "1 stemte for, 3 imod. Forslaget er vedtaget.\n                                   ^^^^^^^^ Udfaldet passer ikke",
            "Afstemning: 1 for, 3 imod. Forslaget blev vedtaget.\n                                          ^^^^^^^^ Udfaldet passer ikke",
            "Der blev afgivet 50 stemmer, heraf 36 for og 24 imod.\n                 ^^ Her står 50 stemmer i alt, men siderne har 60",
            "30 stemmer for, 8 imod og 5 blanke, i alt 41 stemmer.\n                                          ^^ Her står 41 stemmer i alt, men siderne har 43",
            "For: 1\nImod: 3\nForslaget blev vedtaget.\n               ^^^^^^^^ Udfaldet passer ikke",
        ] {
            check(&RULE, &board(line));
        }
    }

    #[test]
    fn ignores_outcomes_that_agree_or_are_of_another_motion() {
        for line in [
            "Forslaget blev vedtaget med 3 stemmer for og 1 imod.",
            "3 stemte for, 1 imod. Forslaget er vedtaget.",
            "Forslaget blev forkastet med 1 stemme for og 3 imod.",
            "Et ændringsforslag fik 1 stemme for og 3 imod. Forslaget blev vedtaget.",
            "Forslag A fik 1 stemme for og 3 imod. Forslag B blev vedtaget.",
            "For: 1\nImod: 3\nForslaget faldt.",
            "For: 1\nImod: 3\n\nIb Ask stillede et nyt forslag. Forslaget blev vedtaget.",
            "Forslaget fik 3 stemmer for og 1 imod. Da der krævedes 2/3 flertal, blev forslaget forkastet.",
            "Der blev afgivet 60 stemmer, heraf 36 for og 20 imod.",
            "Der blev afgivet 60 stemmer. 36 stemte for og 24 imod.",
        ] {
            check(&RULE, &board(line));
        }
    }

    #[test]
    fn a_ballot_is_a_vote() {
        let item = |line: &str| format!("1. Plan\n\nBeslutning\n\n{line}\n");
        for line in [
            "Skriftlig afstemning: 2 for, 4 imod. Forslaget blev vedtaget.\n                                                    ^^^^^^^^ Udfaldet passer ikke",
            "Ved hemmelig afstemning blev der afgivet 2 stemmer for og 4 imod. Forslaget blev vedtaget.\n                                                                                 ^^^^^^^^ Udfaldet passer ikke",
            "Skriftlig afstemning: 4 for, 2 imod. Forslaget blev vedtaget.",
            "Skriftlig afstemning om ændringsforslaget: 2 for, 4 imod. Indstillingen blev vedtaget.",
        ] {
            check(&RULE, &item(line));
        }
    }
}
