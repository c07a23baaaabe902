//! `decisions/remark`: a protocol remark or an amendment is announced, and its words or its author are missing.

use lint::{Check, Example, Findings, Fixes, ItemView, Rule, Severity, Text};
use minutes::{Decision, Remark, RemarkKind, Statement, StatementKind};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "decisions/remark",
    summary: Text {
        da: "En protokolbemærkning eller et ændringsforslag mangler tekst eller afsender",
        en: "A protocol remark or an amendment lacks its words or its author",
    },
    why: Text {
        da: "Et medlem har ret til at få sin mening skrevet kort ind i protokollen. Varsles en bemærkning uden ordene selv eller \
             uden navn på den, der kom med den, er retten ikke opfyldt.",
        en: "A member has the right to have a deviating opinion briefly entered in the minutes. Announced without its words, \
             or without the name of its author, that right is not fulfilled.",
    },
    source: "kommunestyrelsesloven § 13, stk. 2",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::ListMark, Zone::Table]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n\nVenstre fremsatte følgende \
                 protokolbemærkning:\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n\nVenstre fremsatte følgende \
                protokolbemærkning:\n\n”Vi ønsker en plan for støj.”\n",
    },
    check: Check::Item(check),
};

/// Words that say that the text stands elsewhere.
const ELSEWHERE: &[&str] = &["bilag", "vedlagt", "vedlægges", "vedhæftet", "nedenfor", "ovenfor"];

/// Announcements in which nobody acts.
const PASSIVE: &[&str] = &[
    "Der blev fremsat ",
    "Der blev afgivet ",
    "Der blev stillet ",
    "Der blev fremsendt ",
    "Der fremsættes ",
    "Der afgives ",
    "Der stilles ",
];

fn check(view: &ItemView<'_>, findings: &mut Findings) {
    for (_, decision) in view.item.decisions() {
        for remark in &decision.remarks {
            check_remark(view, decision, remark, findings);
        }
    }
}

fn check_remark(view: &ItemView<'_>, decision: &Decision, remark: &Remark, findings: &mut Findings) {
    let words = view.words(remark.announcement);
    if remark.text.is_none()
        && is_missing(decision, remark)
        && !ELSEWHERE.iter().any(|word| words.contains(word))
    {
        let note = match remark.kind {
            RemarkKind::Remark => Text {
                da: "Her varsles en protokolbemærkning, men dens ord følger ikke",
                en: "A protocol remark is announced here, but its words do not follow",
            },
            RemarkKind::Amendment => Text {
                da: "Her varsles et ændringsforslag, men dets ord følger ikke",
                en: "An amendment is announced here, but its words do not follow",
            },
        };
        findings.report(remark.announcement, note);
    } else if is_nobodys(words) {
        findings.report(
            remark.announcement,
            Text {
                da: "Skriv, hvem der kom med det, der varsles her",
                en: "Say who made what is announced here",
            },
        );
    }
}

/// Does nothing follow that could be the words? A paragraph without quotation marks could.
fn is_missing(decision: &Decision, remark: &Remark) -> bool {
    let after =
        decision.statements.iter().find(|statement| statement.range.start() > remark.announcement.start());
    // "Godkendt." alone is the decision and nobody's words.
    const SHORT: u32 = 25;
    let decides = |statement: &Statement| {
        statement.kind == StatementKind::Decided
            && !statement.outcomes.is_empty()
            && u32::from(statement.range.len()) <= SHORT
    };
    after.is_none_or(|statement| {
        let other = matches!(
            statement.kind,
            StatementKind::Announcement | StatementKind::Attendance | StatementKind::Vote
        );
        other || decides(statement)
    })
}

/// "Der blev fremsat følgende protokolbemærkning:", and no name or letter in the rest of the line.
fn is_nobodys(words: &str) -> bool {
    let Some(rest) = PASSIVE.iter().find_map(|begin| words.strip_prefix(begin)) else { return false };
    let named = rest.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(char::is_uppercase));
    !named && ![" af ", " fra "].iter().any(|word| rest.contains(word))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::check;

    fn item(decision: &str) -> String {
        format!("1. Plan\n\nBeslutning\n\nIndstillingen blev godkendt.\n\n{decision}")
    }

    #[test]
    fn flags_an_announcement_without_words() {
        check(
            &RULE,
            &item(
                "V fremsatte følgende protokolbemærkning:\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Her varsles en protokolbemærkning\n\nKontorchef Inge Ravn fra staben deltog under punktets behandling.\n",
            ),
        );
        check(
            &RULE,
            &item(
                "Ø stillede følgende ændringsforslag:\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Her varsles et ændringsforslag\n\nImod stemte: V.\n",
            ),
        );
    }

    #[test]
    fn flags_a_remark_of_nobody() {
        check(
            &RULE,
            &item(
                "Der blev fremsat følgende protokolbemærkning:\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Skriv, hvem\n\n”Vi er imod.”\n",
            ),
        );
    }

    #[test]
    fn ignores_words_in_any_form() {
        for decision in [
            "V fremsatte følgende protokolbemærkning:\n\n”Vi er imod planen.”\n",
            "V fremsatte følgende protokolbemærkning:\n\nVenstre er imod planen, fordi den er dyr.\n",
            "V fremsatte følgende protokolbemærkning: ”Vi er imod.”\n",
            "Ø stillede følgende ændringsforslag:\n\nat støjen måles hvert år.\n",
            "V fremsatte en protokolbemærkning, som er vedlagt:\n",
            "Der blev fremsat følgende protokolbemærkning af V:\n\n”Vi er imod.”\n",
            "Der blev fremsat følgende protokolbemærkning fra Liste N:\n\n”Vi er imod.”\n",
            "Der var ingen protokolbemærkninger.\n",
        ] {
            check(&RULE, &item(decision));
        }
    }
}
