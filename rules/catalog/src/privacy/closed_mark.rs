//! `privacy/closed-mark`: a line marks something as closed, and no item was read as closed there.
//!
//! The item is open then to every rule, and `publish` would let it out. Only marks that are nearly always meant so are
//! told; what calls itself an agenda for the members holds closed items rightly.

use confidential::closed_signs::{leading_number, may_speak};
use lint::{Check, Example, Findings, Fixes, Matter, MinutesView, Reads, Rule, Severity, Text};
use minutes::Stage;
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
    check: Check::Minutes(check, Reads { lines: Some(may_bear), ..Reads::OUTLINE }),
};

/// May `line` change what is told: does it speak of closed matter, or bear a number that another line may name?
fn may_bear(line: &str) -> bool {
    may_speak(line) || leading_number(line).is_some()
}

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    if view.context.stage == Stage::Agenda && view.context.is_named {
        return;
    }
    for told in view.told_of_closed() {
        let note = match told.matter {
            Matter::Line => LINE,
            Matter::Item => ITEM,
            Matter::Passage => PASSAGE,
            Matter::Heading => HEADING,
        };
        let severity = if told.is_sure { Severity::Warning } else { Severity::Hint };
        findings.report(told.place, note).at_most(severity);
    }
}

const LINE: Text = Text {
    da: "Her står, at noget er lukket, men intet punkt er læst som lukket; skriv \"(Lukket)\" efter punktets titel",
    en: "This says that something is closed but no item was read as closed; write \"(Lukket)\" behind the item's title",
};

const ITEM: Text = Text {
    da: "Efter en anden linje er punktet lukket, men her står dets tekst; skriv \"(Lukket)\" efter titlen, og offentliggør \
         ikke teksten",
    en: "By another line the item is closed, but its text stands here; write \"(Lukket)\" behind the title and do not publish \
         the text",
};

const PASSAGE: Text = Text {
    da: "Stykket er mærket som lukket og må ikke offentliggøres",
    en: "The passage is marked closed and must not be published",
};

const HEADING: Text = Text {
    da: "Det kan være et nyt punkt eller høre til det lukkede ovenover; skriv \"(Lukket)\" eller \"(Åben)\" sidst i overskriften",
    en: "This may be a new item or belong to the closed one above; write \"(Lukket)\" or \"(Åben)\" at the end of the heading",
};

#[cfg(test)]
mod tests {
    use super::RULE;
    use lint::Severity;

    /// What is found in minutes with `head`, an item with `first` and one with `second` as headings and `text` under it.
    fn severities(head: &str, second: &str, text: &str) -> Vec<Severity> {
        let text = format!(
            "Byrådet\n\nReferat\n\n{head}\n\nPunkt 1: Budget\n\nBeslutning\n\nGodkendt.\n\n{second}\n\n{text}\n"
        );
        let document = document::fixture::document("generel", &RULE, &text);
        document.diagnostics().iter().map(|diagnostic| diagnostic.severity).collect()
    }

    #[test]
    fn an_item_that_another_line_closes_is_told() {
        for (head, second, text) in [
            ("Punkt 2 behandles for lukkede døre", "Punkt 2: Køb", "Ejeren forlanger for meget."),
            ("", "Punkt 2: Restancer - må ikke offentliggøres", "Ejeren forlanger for meget."),
            ("* = lukket punkt", "Punkt 2: Køb *", "Ejeren forlanger for meget."),
            ("", "Punkt 2: Køb", "Punkttype: Lukket beslutningspunkt\n\nEjeren forlanger for meget."),
        ] {
            assert_eq!(severities(head, second, text), [Severity::Warning], "{head} {second} {text}");
        }
    }

    #[test]
    fn what_keeps_a_copy_back_is_told() {
        for (head, second, text, severity) in [
            (
                "Sager mærket * er lukkede.",
                "Punkt 2: Køb *",
                "Ejeren forlanger for meget.",
                Severity::Warning,
            ),
            (
                "Punkter mærket # er fortrolige.",
                "Punkt 2: Køb #",
                "Ejeren forlanger for meget.",
                Severity::Warning,
            ),
            ("", "Punkt 2: Køb *", "Ejeren forlanger for meget.", Severity::Hint),
            ("", "Punkt 2: 🔒 Køb", "Ejeren forlanger for meget.", Severity::Warning),
            ("", "Punkt 2: Køb (lukekt punkt)", "Ejeren forlanger for meget.", Severity::Warning),
            ("", "Punkt 2: Køb - L", "Ejeren forlanger for meget.", Severity::Hint),
            ("", "Punkt 2: Køb", "§ 27 a\n\nEjeren forlanger for meget.", Severity::Hint),
            ("", "Punkt 2: Køb", "Lukket for beboere.\n\nEjeren forlanger for meget.", Severity::Hint),
            (
                "",
                "Punkt 2: Køb",
                "Sagsfremstilling\n\nEt køb.\n\nLukket del:\nEjeren er syg.",
                Severity::Warning,
            ),
            ("Lukkede punkter: 2", "Punkt 2: Køb", "Ejeren forlanger for meget.", Severity::Warning),
        ] {
            assert_eq!(severities(head, second, text), [severity], "{head} {second} {text}");
        }
    }

    #[test]
    fn points_of_a_closed_item_are_told_where_they_tell_of_the_case() {
        let of_points = |points: &str| {
            let text = format!(
                "Skovby Byråd\n\nReferat\n\n4. maj 2026 kl. 17.00\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n\n\
                 2. Personalesager (Lukket)\n\n{points}\n\n3. Eventuelt\n\nIntet.\n"
            );
            let document = document::fixture::document("generel", &RULE, &text);
            document.diagnostics().iter().map(|diagnostic| diagnostic.severity).collect::<Vec<_>>()
        };
        for points in [
            "2.1. Rektor\n\nRektor Toft er sygemeldt og fratræder.\n\n2.2. Pedel\n\nGodkendt.",
            "a) Pedel\n\nPedellen får en advarsel.\n\nb) Rengøring\n\nGodkendt.",
        ] {
            assert_eq!(of_points(points), [Severity::Warning], "{points}");
        }
        assert_eq!(of_points("2.1. Rektor\n\nGodkendt.\n\n2.2. Pedel\n\nGodkendt."), []);
    }

    #[test]
    fn a_closed_passage_of_an_open_item_is_told() {
        for text in [
            "Budgettet er lagt.\n\nKøbet blev drøftet (fortroligt: ejeren er syg), og det blev godkendt.",
            "Budgettet er lagt.\n\nLukket start\nEjeren er syg.\nLukket slut\n\nGodkendt.",
        ] {
            assert_eq!(severities("", "Punkt 2: Køb", text), [Severity::Warning], "{text}");
        }
    }

    #[test]
    fn what_may_be_meant_otherwise_is_a_hint() {
        assert_eq!(
            severities("", "Punkt 2: Køb", "Budgettet er lagt.\n\nKøbet af Engvej 4 (luket)"),
            [Severity::Hint]
        );
        for text in ["Aktion 14: Hegn sat op. Lukket.", "Byrådet solgte grunden for lukkede døre i 2019."] {
            assert_eq!(
                severities("", "Punkt 2: Køb", &format!("Budgettet er lagt.\n\n{text}")),
                [Severity::Hint],
                "{text}"
            );
        }
    }

    #[test]
    fn doors_roads_rules_and_open_items_are_no_closed_matter() {
        for (second, text) in [
            ("Punkt 2: Veje", "De ikke-offentlige veje overtages ikke."),
            ("Punkt 2: Adgang", "Dørene er lukkede efter kl. 22."),
            ("Punkt 2: Vaskeri", "Lukket for beboere fra kl. 22 til kl. 7."),
            ("Punkt 2: Regler", "Møder er offentlige, jf. styrelseslovens § 10."),
            ("Punkt 2: Møder", "Skolebestyrelsens møder er lukkede, men referaterne er offentlige."),
            ("Punkt 2: Referater", "Lukkede punkter udelades af de referater, der lægges på nettet."),
            ("Punkt 2: Salg", "Sagen har tidligere været behandlet som lukket punkt og er nu åben."),
            ("Punkt 2: Vedtægter", "§ 10\n\nBestyrelsen har fem medlemmer.\n\n§ 27\n\nForeningen opløses."),
            ("Punkt 2: Takster*", "Taksten er 40 kr.\n\n*ekskl. moms"),
            ("Punkt 2: Valg", "Valgt blev Ulla Dam (L), Bo Lind (A) og Eva Krog (V)."),
            ("Punkt 2: Valg af Ulla Dam (L)", "Ulla Dam (L) takkede, og Bo Lind (A) stemte imod."),
            ("Punkt 2: Risici", "| Risiko | Lukket |\n|---|---|\n| Regn | Nej |"),
            ("Punkt 2: Opgaver", "| Opgave | Status |\n|---|---|\n| Nyt hegn | Lukket |"),
            (
                "Punkt 2: Lukkede punkter",
                "Sagsfremstilling\n\nDer var ingen lukkede punkter.\n\nBeslutning\n\nGodkendt.",
            ),
            ("Punkt 2: Bibliotek", "Døren lukkes op med sundhedskort. Om natten er biblioteket lukket."),
            ("Punkt 2: Hjemmepleje", "Er døren lukket, ringer hjælperen."),
            ("Punkt 2: Personlig runde. Refereres ikke.", "Alle fortalte om deres forår."),
            ("Punkt 2: Plan", "Arealet er klausuleret som drikkevandsområde."),
            (
                "Punkt 2: Regler",
                "Der er et kursus.\n\nMedlemmerne har tavshedspligt efter forvaltningslovens § 27.",
            ),
            ("Punkt 2: Klage", "Sagen er lukket, og der gøres ikke mere."),
            ("Punkt 2: Åben sag om lukkede døre på plejehjem", "Personalet vil have flere nøgler."),
            (
                "Punkt 2: Ændring af forretningsorden",
                "\"Byrådet kan bestemme, at en sag behandles for lukkede døre.\"",
            ),
        ] {
            assert_eq!(severities("", second, text), [], "{second} {text}");
        }
    }
}
