//! `privacy/closed-mark`: a line marks something as closed, and no item was read as closed there.
//!
//! The item is open then to every rule, and `publish` would let it out. Only marks that are nearly always meant so are
//! told; an agenda for the members holds closed items rightly.

use lint::{Check, Example, Findings, Fixes, MinutesView, Reads, Rule, Severity, Text};
use minutes::Stage;
use privacy::closed_signs::{Strength, unexplained};
use text::needle::Needle;
use zones::ZoneSet;

pub(crate) static RULE: Rule = Rule {
    name: "privacy/closed-mark",
    summary: Text {
        da: "Et mærke om lukket behandling hører ikke til noget punkt, der er læst som lukket",
        en: "A mark of closed treatment belongs to no item that was read as closed",
    },
    why: Text {
        da: "Et punkt er lukket, når dets overskrift siger det med et mærke, der kendes. Læses mærket ikke, regnes punktet \
             for åbent, og dets tekst bliver offentliggjort. Skriv \"(Lukket)\" sidst i punktets overskrift, eller sæt \
             \"Lukkede punkter\" over dem.",
        en: "An item is closed when its heading says so with a mark that is known. Where the mark is not read, the item \
             counts as open and its text is published. Write \"(Lukket)\" at the end of the item's heading, or \"Lukkede \
             punkter\" above them.",
    },
    source: "kommunestyrelsesloven § 8 og § 10",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::ALL,
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\nReferat\n4. april 2022 kl. 17.00\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n\nLukket punkt efter mødet\n\n2. Køb af \
                 ejendom\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\nReferat\n4. april 2022 kl. 17.00\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n\n2. Køb af ejendom \
                (Lukket)\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Minutes(check, Reads { words: &HELD, ..Reads::OUTLINE }),
};

/// Every such mark holds one of these: the stems of `rules/data/lists/closed.toml` without their first letter.
static HELD: [Needle; 10] = [
    Needle::new("ukke"),
    Needle::new("UKKE"),
    Needle::new("ortrolig"),
    Needle::new("ORTROLIG"),
    Needle::new("ffentlig"),
    Needle::new("FFENTLIG"),
    Needle::new("ersonfølsom"),
    Needle::new("ERSONFØLSOM"),
    Needle::new("avshedspligt"),
    Needle::new("AVSHEDSPLIGT"),
];

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    if view.context.stage != Stage::Minutes {
        return;
    }
    for (place, strength) in unexplained(view.text, view.minutes) {
        if strength == Strength::Mark {
            findings.report(place, NOTE);
        }
    }
}

const NOTE: Text = Text {
    da: "Her står, at noget er lukket, men intet punkt er læst som lukket; skriv \"(Lukket)\" efter punktets titel",
    en: "This says that something is closed but no item was read as closed; write \"(Lukket)\" behind the item's title",
};

#[cfg(test)]
mod tests {
    use super::HELD;
    use data::closed::closed;

    #[test]
    fn an_edit_of_any_stem_is_seen() {
        for stem in closed().signs.stems.iter().filter(|stem| stem.starts_with(char::is_alphabetic)) {
            for written in [stem.clone(), stem.to_uppercase()] {
                assert!(HELD.iter().any(|held| held.is_in(&written)), "{written}");
            }
        }
    }
}
