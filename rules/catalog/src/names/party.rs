//! `names/party`: a party letter that nobody was elected on, or one party twice in the same vote.
//!
//! Letters are local and change from election to election, so the rule runs only with the configured list.

use memchr::memmem;

use lint::{Check, Example, Findings, Fixes, Member, Names, Note, PartView, Rule, Severity, Text};
use minutes::{Side, Vote};
use text::{TextRange, range};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "names/party",
    summary: Text {
        da: "Et partibogstav står ikke på listen, eller et parti står både med bogstav og navn i samme afstemning",
        en: "A party letter is not on the list, or a party stands by letter and by name in one vote",
    },
    why: Text {
        da: "Af en afstemning skal det kunne læses, hvem der stemte hvad. Et bogstav, som intet parti har, eller et parti, \
             der er nævnt to gange, gør stemmetallet uklart. Reglen bruger konfigurationens liste over partier og siger \
             intet uden den.",
        en: "A vote must show who voted for what. A letter that no party has, or a party named twice, makes the count \
             unclear. The rule uses the configured list of parties and is silent without it.",
    },
    source: "",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n\nFor: 2 (A og V)\n\nImod: 1 \
                 (X)\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n\nFor: 2 (A og V)\n\nImod: 1 \
                (Ø)\n",
    },
    check: Check::Part(check),
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    let names = &view.context.names;
    for member in names.members.iter().filter(|member| member.party.is_some()) {
        of_another_party(view, member, names, findings);
    }
    if names.parties.is_empty() {
        return;
    }
    let decisions = view.item.into_iter().flat_map(|item| item.decisions());
    for vote in decisions.flat_map(|(_, decision)| &decision.votes) {
        for &letter in sides(vote).flat_map(|side| &side.parties) {
            if names.party(&view.text[letter]).is_none() {
                unknown(view, letter, findings);
            }
        }
        twice(view, vote, names, findings);
    }
}

/// Reports where `member` stands with the letter of another list: "Kirsten Holm (V)".
fn of_another_party(view: &PartView<'_>, member: &Member, names: &Names, findings: &mut Findings) {
    let Some(own) = member.party.as_deref() else { return };
    for at in memmem::find_iter(view.text.as_bytes(), &member.name) {
        let end = at + member.name.len();
        let Some(rest) = view.text[end..].strip_prefix(" (") else { continue };
        let Some((written, _)) = rest.split_once(')') else { continue };
        let letter = range(end + 2, end + 2 + written.len());
        let listed = names.party(written).is_some_and(|party| party.letter != own && party.name != own);
        if listed && !view.is_quoted(letter) {
            let name = &member.name;
            findings
                .report(
                    letter,
                    Note::new(
                        format!("{name} er opført for {own} på listen over medlemmer"),
                        format!("{name} stands for {own} in the list of members"),
                    ),
                )
                // People do change parties.
                .at_most(Severity::Info);
        }
    }
}

fn sides(vote: &Vote) -> impl Iterator<Item = &Side> {
    [&vote.aye, &vote.nay, &vote.abstain].into_iter().flatten()
}

fn unknown(view: &PartView<'_>, letter: TextRange, findings: &mut Findings) {
    let written = &view.text[letter];
    findings.report(
        letter,
        Note::new(
            format!("Intet parti på listen har bogstavet {written}"),
            format!("No party on the list has the letter {written}"),
        ),
    );
}

/// Reports a party that a vote names by its letter and by its name.
fn twice(view: &PartView<'_>, vote: &Vote, names: &Names, findings: &mut Findings) {
    let letters: Vec<&str> =
        sides(vote).flat_map(|side| &side.parties).map(|&range| &view.text[range]).collect();
    for &name in sides(vote).flat_map(|side| &side.names) {
        let Some(party) = names.party(&view.text[name]) else { continue };
        if party.letter != view.text[name] && letters.contains(&&*party.letter) {
            let (name_of, letter) = (&party.name, &party.letter);
            findings.report(
                name,
                Note::new(
                    format!("{name_of} står også som {letter} i samme afstemning"),
                    format!("{name_of} also stands as {letter} in the same vote"),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::RULE;
    use document::fixture::{check, check_named};
    use document::{Document, Engine};
    use lint::{Names, Settings};

    fn found(votes: &str) -> Vec<String> {
        let names: Names = toml::from_str(
            "parties = [{ letter = \"A\", name = \"Socialdemokratiet\" }, { letter = \"UP\", name = \"Ny By\" }]",
        )
        .expect("names");
        let settings = Settings::new(vec![(&RULE, RULE.severity)]);
        let engine = Engine { settings, names: Arc::new(names), ..Engine::default() };
        let text = format!("Byrådet\n4. april 2022\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n\n{votes}\n");
        let document = Document::new(Arc::new(engine), text);
        document.diagnostics().iter().map(|diagnostic| diagnostic.note.da.to_string()).collect()
    }

    #[test]
    fn flags_a_letter_that_is_not_on_the_list() {
        assert_eq!(found("For: 2 (A)\n\nImod: 1 (Q)"), ["Intet parti på listen har bogstavet Q"]);
        assert_eq!(found("For: 2 (A, UP)\n\nImod: 0"), Vec::<String>::new());
    }

    #[test]
    fn flags_a_party_by_letter_and_by_name() {
        let notes = found("For: 2 (A)\n\nImod: 1 (Socialdemokratiet)");
        assert_eq!(notes, ["Socialdemokratiet står også som A i samme afstemning"]);
    }

    #[test]
    fn a_member_sits_for_the_party_of_the_list() {
        let names = || -> Names {
            let text = "members = [{ name = \"Ane Dahl\", party = \"A\" }, { name = \"Bo Lund\" }]\n\
                        parties = [{ letter = \"A\", name = \"Arken\" }, { letter = \"V\", name = \"Vest\" }]";
            toml::from_str(text).expect("names")
        };
        check_named(
            &RULE,
            names(),
            "
Byrådet
4. april 2022

Deltagere: Ane Dahl (V), Bo Lund (V)
                     ^ Ane Dahl er opført for A på listen over medlemmer

1. Budget

Ane Dahl (A), Ane Dahl (Arken), Ane Dahl (formand) og Ane Dahl, V.
",
        );
    }

    #[test]
    fn says_nothing_without_a_list() {
        check(&RULE, "1. Budget\n\nBeslutning\n\nGodkendt.\n\nFor: 2 (A)\n\nImod: 1 (Q)\n");
    }
}
