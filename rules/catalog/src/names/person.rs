//! `names/person`: a person's name a letter or two from a member or participant.
//!
//! People are known from the configuration, from the head, and from the party letters behind their names. Relatives
//! and namesakes are people of their own, so first names hardly ever count, nor do the common names in "-sen".

use lint::{Check, Example, Findings, Fixes, NamesView, Note, Rule, Severity, Text};
use text::edit::Edit;
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "names/person",
    summary: Text {
        da: "En persons navn er skrevet anderledes end blandt medlemmer og deltagere",
        en: "A person's name is written otherwise than among members and participants",
    },
    why: Text {
        da: "Et medlems navn skal skrives ens, så man kan finde alt, hvad medlemmet har sagt og stemt. Ret det sted, der \
             er skrevet forkert; det kan også være listen over deltagere.",
        en: "A member's name must be written in one way, so that all the member said and voted can be found. Mend the \
             place that is wrong; that may also be the list of participants.",
    },
    source: "",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::Unsafe,
    zones: ZoneSet::of(&[Zone::Table]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\nMedlemmer: Marianne Toftgaard (A), Torben Lindeskov (C)\n\n1. \
                 Budget\n\nBeslutning\n\nMarianne Toftegaard (A) stemte imod. Godkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\nMedlemmer: Marianne Toftgaard (A), Torben Lindeskov (C)\n\n1. \
                Budget\n\nBeslutning\n\nMarianne Toftgaard (A) stemte imod. Godkendt.\n",
    },
    check: Check::Names(check),
};

fn check(view: &NamesView<'_>, findings: &mut Findings) {
    for slip in view.slips.people() {
        if view.part.is_quoted(slip.range) || view.part.is_opaque(slip.range) {
            continue;
        }
        let right = slip.right;
        let report = findings
            .report(
                slip.range,
                Note::new(
                    format!("Navnet skrives ellers \"{right}\""),
                    format!("The name is otherwise written \"{right}\""),
                ),
            )
            .unsafe_fix(
                Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\"")),
                Edit::respell(view.part.text, slip.range, &right),
            );
        if comes_from_elsewhere(&view.part.text[slip.range.end().into()..]) {
            report.at_most(Severity::Hint);
        }
    }
}

/// "Marianne Toftegaard i Sønderby", "Christian Möller fra Flensborg": of members nobody says where they live, so it may be another.
fn comes_from_elsewhere(after: &str) -> bool {
    let place = [" fra ", " i "].iter().find_map(|word| after.strip_prefix(word)).unwrap_or_default();
    let word = place.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_fix};
    use lint::Severity;

    #[test]
    fn flags_a_name_near_a_participant() {
        check(
            &RULE,
            "
Byrådet
4. april 2022
Medlemmer: Marianne Toftgaard (A), Lars-Ole Brødsgaard (V), Stine Holm Kjærulff (A)

1. Budget

Beslutning

Marianne Toftegaard har bedt om det. Formand Lars-Ole Brødsgard og Sitne Holm Kjærulff svarer.
^^^^^^^^^^^^^^^^^^^ Navnet skrives ellers \"Marianne Toftgaard\"
                                             ^^^^^^^^^^^^^^^^^^ Navnet skrives ellers \"Lars-Ole Brødsgaard\"
",
        );
    }

    #[test]
    fn flags_a_double_letter_of_a_member_with_a_party() {
        check(
            &RULE,
            "
Byrådet
4. april 2022
Medlemmer: Jens Bruun (V), Karen Holm (A)

1. Budget

Beslutning

Jens Brun (V) var imod. Karen Holm (A) var for.
^^^^^^^^^ Navnet skrives ellers \"Jens Bruun\"
",
        );
        check(
            &RULE,
            "Byrådet\n4. april 2022\nMedlemmer: Jens Bruun (V), Bo Lund (A)\n\n1. Budget\n\nJens Brun kom, og Bo Lind (A) gik.\n",
        );
    }

    #[test]
    fn whose_town_is_told_may_be_another() {
        let text = "Byrådet\n4. april 2022\nMedlemmer: Marianne Toftgaard (A), Bo Lund (V)\n\n1. Budget\n\nMarianne Toftegaard i \
                    Sønderby har skrevet.\n";
        let found = document::fixture::document("generel", &RULE, text).diagnostics();
        assert_eq!(found.iter().map(|found| found.severity).collect::<Vec<_>>(), [Severity::Hint]);
    }

    #[test]
    fn flags_a_name_that_carries_a_party_letter_elsewhere() {
        check(
            &RULE,
            "
1. Budget

Beslutning

Torben Hoffmann (V) sagde ja. Torben Hoffmann (V) gik. Torben Hoffmann kom.

2. Plan

Beslutning

Torben Hoffman (V) sov.
^^^^^^^^^^^^^^ Navnet skrives ellers \"Torben Hoffmann\"
",
        );
    }

    #[test]
    fn flags_a_person_of_office_without_a_list() {
        let item = |n, name| {
            format!("{n}. Plan\n\nBeslutning\n\nGodkendt.\n\nUdvalgsmedlem {name} deltog ikke i mødet.\n\n")
        };
        let text = [item(1, "Joachim Lund-Berg"), item(2, "Joakim Lund-Berg"), item(3, "Joachim Lund-Berg")]
            .concat();
        let found = document::fixture::document("generel", &RULE, &text).diagnostics();
        assert_eq!(found.len(), 1, "{found:#?}");
        let text = [item(1, "Joachim Lund-Berg"), item(2, "Joakim Lund-Berg")].concat();
        assert!(document::fixture::document("generel", &RULE, &text).diagnostics().is_empty());
    }

    #[test]
    fn flags_a_name_of_office_that_no_list_has() {
        let said = |name: &str| format!("{name} gennemgik listen.\n\n");
        for (usual, slip) in [
            ("Udvalgsmedlem Birgitte Falk", "Udvalgsmedlem Birgite Falk"),
            ("Kirkeværge Torben Østergaard", "Kirkeværge Torben Østergård"),
            ("Skoleleder Mogens Kildegaard", "Skoleleder Mogens Kildegård"),
        ] {
            let text = format!("1. Plan\n\nSagsfremstilling\n\n{}{}{}", said(usual), said(slip), said(usual));
            let found = document::fixture::document("generel", &RULE, &text).diagnostics();
            assert_eq!(found.len(), 1, "{slip}");
        }
        let text = format!(
            "1. Plan\n\nSagsfremstilling\n\n{0}{1}{0}",
            said("Udvalgsmedlem Kristian Falk"),
            said("Udvalgsmedlem Kristina Falk")
        );
        assert!(document::fixture::document("generel", &RULE, &text).diagnostics().is_empty());
    }

    #[test]
    fn flags_another_spelling_of_one_sound() {
        check(
            &RULE,
            "
Byrådet
4. april 2022
Medlemmer: Mette Kjærgaard (A), Sofie Thorup Lund (V)

1. Budget

Beslutning

Mette Kjærgård og Sophie Thorup Lund deltog.
^^^^^^^^^^^^^^ Navnet skrives ellers \"Mette Kjærgaard\"
                  ^^^^^^^^^^^^^^^^^^ Navnet skrives ellers \"Sofie Thorup Lund\"
",
        );
    }

    #[test]
    fn ignores_genitive_relatives_and_namesakes() {
        check(
            &RULE,
            "
Byrådet
4. april 2022
Medlemmer: Marianne Toftgaard (A), Peter Jensen (V), Karin Lund (F)

1. Budget

Beslutning

Marianne Toftgaards forslag, Mariane Toftgaard, Peter Jansen, Karen Lund, Karin Lind og Jens Toftgaard.
",
        );
    }

    #[test]
    fn ignores_towns_firms_and_squares() {
        check(
            &RULE,
            "
1. Budget

Beslutning

Sandvig Havn, Sandvig Haven og Sandvig Havn ligger ved Store Strandvej og Store Standvej. Sandvig Havn er stor.
",
        );
    }

    #[test]
    fn writes_the_known_name() {
        check_fix(
            &RULE,
            "Byrådet\n4. april 2022\nDeltagere: Nadia Haddad (F)\n\n1. Budget\n\nBeslutning\n\nDet sagde Nadia Hadad (F).\n",
            "Byrådet\n4. april 2022\nDeltagere: Nadia Haddad (F)\n\n1. Budget\n\nBeslutning\n\nDet sagde Nadia Haddad (F).\n",
        );
    }
}
