//! `names/committee`: a committee, department or municipality a letter or a hyphen away from one that is known.
//!
//! Known are the bodies of the configuration, of the head, of the headings of decisions, and those that the document
//! names again and again. Two bodies of different periods may have names that are near each other, so the known one
//! must be named clearly more often. Headings of decisions are left to `decisions/body`. A body with a place beside it is
//! that of the place: "Skoludvalget i Malmö"; and where the letter makes another word, only a person can tell: "Klima- og
//! Bygudvalget" beside "Klima- og Byudvalget".

use danish::letters::small;
use danish::lexicon::readings;
use lint::{Check, Example, Findings, Fixes, NamesView, Note, Rule, Severity, Text};
use text::TextRange;
use text::edit::Edit;
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "names/committee",
    summary: Text {
        da: "Navnet på et udvalg, en forvaltning eller en kommune er skrevet forkert",
        en: "The name of a committee, a department or a municipality is written wrongly",
    },
    why: Text {
        da: "Et referat skal kunne findes ved at søge på udvalgets navn, og et forkert navn ser ud som et andet udvalg. \
             Skriv navnet, som det står i mødets hoved og i resten af dokumentet. Et forkortet led har sin bindestreg \
             lige efter sig: \"Social- og Sundhedsudvalget\".",
        en: "Minutes must be found by a search for the committee's name, and a wrong name looks like another committee. \
             Write the name as it stands in the head and in the rest of the document. A shortened part has its hyphen \
             right after it: \"Social- og Sundhedsudvalget\".",
    },
    source: "Retskrivningsordbogen § 12 og § 57",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::Safe,
    zones: ZoneSet::of(&[Zone::Table]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Miljø- og Energiudvalget\n4. april 2022 kl. 17.00\n\n1. Varmeplan\n\nIndstilling\n\nDirektionen \
                 indstiller, at Miljø- og Energiudvalget godkender planen.\n\nBeslutning\n\nMiljø- og Enegiudvalget \
                 godkendte planen.\n",
        after: "Miljø- og Energiudvalget\n4. april 2022 kl. 17.00\n\n1. Varmeplan\n\nIndstilling\n\nDirektionen \
                indstiller, at Miljø- og Energiudvalget godkender planen.\n\nBeslutning\n\nMiljø- og Energiudvalget \
                godkendte planen.\n",
    },
    check: Check::Names(check),
};

fn check(view: &NamesView<'_>, findings: &mut Findings) {
    for slip in view.slips.bodies() {
        let range = slip.range;
        let text = view.part.text;
        let is_passed = view.part.is_quoted(range) || view.part.is_opaque(range);
        let is_anothers = is_of_a_place(text, range) || is_told_as_name(text, range);
        if is_passed || heads_a_decision(view, range) || is_anothers {
            continue;
        }
        let right = &slip.right;
        let note = Note::new(
            format!("Navnet skrives ellers \"{right}\""),
            format!("The name is otherwise written \"{right}\""),
        );
        let title = Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\""));
        let edit = Edit::respell(text, range, right);
        let finding = findings.report(range, note);
        match is_another_word(&text[range], right) {
            true => finding.at_most(Severity::Hint).unsafe_fix(title, edit),
            false => finding.safe_fix(title, edit),
        };
    }
}

/// "Skoludvalget i Malmö", "Malmøs Skoludvalg": does a name beside the body say whose it is?
fn is_of_a_place(text: &str, range: TextRange) -> bool {
    let behind = &text[usize::from(range.end())..];
    let behind = behind.strip_prefix('s').unwrap_or(behind);
    let is_name = |word: &str| word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase);
    let behind =
        [" i ", " på ", " ved "].iter().find_map(|lead| behind.strip_prefix(lead)).is_some_and(is_name);
    let before = text[..usize::from(range.start())].strip_suffix(' ').unwrap_or_default();
    let owner = &before[before.trim_end_matches(char::is_alphabetic).len()..];
    let is_inside = before[..before.len() - owner.len()].ends_with([' ', '(', ',']);
    behind || is_inside && is_name(owner) && owner.ends_with('s')
}

/// "Teknik og Miljøudvalget var navnet i 1990", "det daværende Teknik og Miljøudvalg": does the sentence tell what a body is or was
/// called, so that the name stands as it was?
fn is_told_as_name(text: &str, range: TextRange) -> bool {
    const NAMING: &[&str] = &[
        "navnet",
        "navn",
        "hed",
        "hedder",
        "hedde",
        "kaldt",
        "kaldes",
        "kaldtes",
        "dengang",
        "daværende",
        "tidligere",
        "oprindelig",
        "oprindeligt",
        "omdøbt",
        "stavet",
        "staves",
        "skrevet",
    ];
    let is_end = |c: char| matches!(c, '\n' | '!' | '?' | ';');
    let before = &text[..usize::from(range.start())];
    let behind = &text[usize::from(range.end())..];
    let start = before.rfind(". ").max(before.rfind(is_end)).map_or(0, |at| at + 1);
    let end = behind.find(". ").unwrap_or(behind.len()).min(behind.find(is_end).unwrap_or(behind.len()));
    let mut words = before[start..]
        .split(|c: char| !c.is_alphanumeric())
        .chain(behind[..end].split(|c: char| !c.is_alphanumeric()));
    words.any(|word| {
        NAMING.contains(&&*small(word))
            || word.len() == 4 && word.starts_with("19") && word.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Does the part of `found` that differs from that of `right` make a word by itself: "Bygudvalget" and "Byudvalget"? The
/// letter that joins two words is no such difference.
fn is_another_word(found: &str, right: &str) -> bool {
    /// In letters.
    const SHORTEST: usize = 3;
    const ENDS: &[&str] = &["udvalget", "udvalg", "forvaltningen", "rådet", "nævnet"];
    let parts = |name: &str| -> Vec<String> {
        let words = name.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(small);
        words
            .map(|word| ENDS.iter().find_map(|end| word.strip_suffix(end)).unwrap_or(&word).to_owned())
            .collect()
    };
    let (found, right) = (parts(found), parts(right));
    let bare = |part: &str| part.trim_end_matches(['s', 'e']).to_owned();
    let is_word = |part: &str| part.chars().count() >= SHORTEST && !readings(part).is_none();
    found.len() == right.len()
        && found.iter().zip(&right).any(|(own, other)| bare(own) != bare(other) && is_word(own))
}

fn heads_a_decision(view: &NamesView<'_>, range: TextRange) -> bool {
    let mut decisions = view.part.item.iter().flat_map(|item| item.decisions());
    decisions.any(|(section, _)| section.heading.contains_range(range))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use lint::Severity;
    use std::sync::Arc;

    use document::Document;
    use document::fixture::{check, check_fix};

    #[test]
    fn flags_a_letter_too_few() {
        check(
            &RULE,
            "
Beskæftigelses- og Integrationsudvalget
4. april 2022

1. Budget

Sagen afgøres i

Beskæftigelse- og Integrationsudvalget.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Navnet skrives ellers \"Beskæftigelses- og Integrationsudvalget\"

Beslutning

Beskæftigelses- og Integrationsudvalget godkendte det.
",
        );
    }

    #[test]
    fn flags_wrong_joints() {
        check(
            &RULE,
            "
Social- og Omsorgsudvalget
4. april 2022

1. Budget

Sagen blev drøftet i Social – og Omsorgsudvalgets møde den 2. marts 2022 og i Social og Omsorgsudvalget.
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^

Beslutning

Social- og Omsorgsudvalget godkendte det. Social- og Omsorgsudvalget og Social- og Omsorgsudvalgets formand deltog.
",
        );
    }

    #[test]
    fn a_body_of_another_place_is_another_body() {
        for (other, told) in [
            ("Skoludvalget i Malmö", 0),
            ("Skoludvalgets møde på Åland", 1),
            ("Skoludvalget på Åland", 0),
            ("Her talte Malmøs Skoludvalg, og Malmøs Skoludvalget", 0),
            ("Her stod ”ro Skoludvalget", 0),
            ("Skoludvalget i maj", 1),
        ] {
            let text = format!(
                "\nSkoleudvalget\n4. april 2022\n\n1. Budget\n\nSkoleudvalget og Skoleudvalget. {other} kom.\n"
            );
            let document = document::fixture::document("generel", &RULE, &text);
            assert_eq!(document.diagnostics().len(), told, "{other}");
        }
    }

    #[test]
    fn a_name_that_is_told_as_one_stands_as_it_was() {
        for (said, told) in [
            ("Skoludvalget var navnet i begyndelsen", 0),
            ("Udvalget hed Skoludvalget", 0),
            ("Sagen begyndte i det daværende Skoludvalget", 0),
            ("Skoludvalget blev nedsat i 1990", 0),
            ("Det var Skoludvalget i maj 2022", 1),
            ("Udvalget hed noget andet. Skoludvalget", 1),
        ] {
            let text = format!(
                "\nSkoleudvalget\n4. april 2022\n\n1. Budget\n\nSkoleudvalget og Skoleudvalget. {said}.\n"
            );
            let document = document::fixture::document("generel", &RULE, &text);
            assert_eq!(document.diagnostics().len(), told, "{said}");
        }
    }

    #[test]
    fn a_letter_that_makes_another_word_is_never_changed_by_itself() {
        for (own, other, is_safe) in [
            ("Klima- og Byudvalget", "Klima- og Bygudvalget", false),
            ("Havne- og Turismeudvalget", "Have- og Turismeudvalget", false),
            ("Natur- og Landudvalget", "Natur- og Sandudvalget", false),
            ("Miljø- og Energiudvalget", "Miljø- og Enegiudvalget", true),
            ("Børne- og Ungdomsudvalget", "Børn- og Ungdomsudvalget", true),
        ] {
            let text = format!("\n{own}\n4. april 2022\n\n1. Budget\n\n{own} og {own}. {other} kom.\n");
            let document = document::fixture::document("generel", &RULE, &text);
            let found = document.diagnostics();
            let severities: Vec<Severity> = found.iter().map(|found| found.severity).collect();
            let expected = if is_safe { Severity::Warning } else { Severity::Hint };
            assert_eq!(severities, [expected], "{other}");
        }
    }

    #[test]
    fn flags_a_joint_that_the_head_has_otherwise() {
        check(
            &RULE,
            "
Børne- og Skoleudvalget
4. april 2022

1. Budget

Børne og Skoleudvalget behandlede sagen.
^^^^^^^^^^^^^^^^^^^^^^ Navnet skrives ellers \"Børne- og Skoleudvalget\"
",
        );
    }

    #[test]
    fn flags_a_municipality_that_does_not_exist() {
        let known = "Sandvig Kommune har sagt ja. ".repeat(10);
        check(
            &RULE,
            &format!("\n1. Budget\n\nSandwig Kommune\n^^^^^^^ Navnet skrives ellers \"Sandvig\"\n{known}\n"),
        );
        check(&RULE, &format!("\n1. Budget\n\nSandby Kommune, Sandvigs Kommune\n{known}\n"));
    }

    #[test]
    fn ignores_inflection_capitals_and_other_bodies() {
        check(
            &RULE,
            "
Social- og Sundhedsudvalget
4. april 2022

1. Budget

Sagsfremstilling

Social- og Sundhedsudvalgets formand, Social- og sundhedsudvalget, et Social- og Sundhedsudvalg og Social- og
Sundhedsudvalget talte. Socialudvalget, Sundhedsudvalget, Økonomiudvalget og Byrådet, Social & Sundhedsudvalget.

Beslutning

Social- og Sundhedsudvalget sagde ja. Social- og Sundhedsudvalget sagde nej. Social- og Sundhedsudvalget gik.
",
        );
    }

    #[test]
    fn flags_a_slip_in_the_word_for_the_body() {
        for (known, slip) in [
            ("Kulturudvalget", "Kulturudvaglet"),
            ("Plan-, Klima- og Teknikudvalget", "Plan-, Klima- og Teknikudvaget"),
            ("Beskæftigelses- og Integrationsforvaltningen", "Beskæftigelses- og Integrationsforvaltingen"),
        ] {
            for text in [
                format!(
                    "{known}\n4. april 2022\n\n1. Plan\n\nIndstilling\n\nCentret indstiller,\n\n1. at {slip} drøfter sagen.\n"
                ),
                format!("1. Plan\n\n{known} kom. {known} gik. {known} sov. Her kom {slip} ind.\n"),
            ] {
                let found = document::fixture::document("generel", &RULE, &text).diagnostics();
                let places: Vec<(&str, Severity)> =
                    found.iter().map(|found| (&text[found.range], found.severity)).collect();
                let told = known == "Kulturudvalget" || !text.starts_with("Besk");
                if told {
                    assert_eq!(places, [(slip, Severity::Warning)], "{text}");
                }
            }
        }
        check(&RULE, "Kulturudvalget\n4. april 2022\n\n1. Plan\n\nBørneudvaglet og Kulturudvalg kom.\n");
    }

    #[test]
    fn letters_that_changed_places_make_no_other_body() {
        for (head, slip, n) in [
            ("Kultur- og Fritidsudvalget", "Kutlur- og Fritidsudvalget", 1),
            ("Fritidsudvalget", "Fritdisudvalget", 1),
            ("Børne- og Skoleudvalget", "Børne- og Skoleudalget", 1),
            ("Fritidsudvalget", "Fritidsudvalgtet", 1),
            ("Natur- og Landudvalget", "Natur- og Sandudvalget", 0),
            ("Fritidsudvalget", "Fritidsudvalgte", 0),
            ("Fritidsudvalget", "Fritidsordvalget", 0),
        ] {
            let text = format!("\n{head}\n4. april 2022\n\n1. Budget\n\nSagen er sendt til {slip} i maj.\n");
            let found = document::fixture::document("generel", &RULE, &text).diagnostics();
            assert_eq!(found.len(), n, "{slip}");
        }
    }

    #[test]
    fn ignores_two_names_that_stand_equally_often() {
        check(
            &RULE,
            "
1. Budget

Teknik- og Miljøudvalget talte. Teknik- og Miljøudvalget gik. Teknik- og Miljøudvalget sov.
Tekniks- og Miljøudvalget talte. Tekniks- og Miljøudvalget gik.
",
        );
    }

    #[test]
    fn ignores_quotations_and_headings_of_decisions() {
        check(
            &RULE,
            "
Social- og Omsorgsudvalget
4. april 2022

1. Budget

Indstilling

Direktionen indstiller til Social- og Omsorgsudvalget og til Social- og Omsorgsudvalget, at planen godkendes.
”Social- og Omsogsudvalget skal vide det.”

Beslutning i Social- og Omsogsudvalget den 4. april 2022

Godkendt.
",
        );
    }

    #[test]
    fn writes_the_known_name() {
        check_fix(
            &RULE,
            "\nSocial- og Omsorgsudvalget\n4. april 2022\n\n1. Budget\n\nSocial- og Omsorgsudvalget og Social – og\u{a0}Omsorgsudvalgets formand\n",
            "\nSocial- og Omsorgsudvalget\n4. april 2022\n\n1. Budget\n\nSocial- og Omsorgsudvalget og Social- og\u{a0}Omsorgsudvalgets formand\n",
        );
    }

    #[test]
    fn a_name_with_a_wrong_hyphen_is_told_once() {
        let text = "Social- og Omsorgsudvalget\n4. april 2022 kl. 17.00\n\n1. Plan\n\nIndstilling\n\nDirektionen indstiller, at \
             Social-og Omsorgsudvalget godkender planen.\n\nBeslutning i Social- og Omsorgsudvalget den \
             04-04-2022\n\nGodkendt.\n";
        let document = Document::new(Arc::default(), text.to_owned());
        let rules: Vec<&str> = document.diagnostics().iter().map(|found| found.rule.name).collect();
        assert_eq!(rules, ["names/committee"]);
    }
}
