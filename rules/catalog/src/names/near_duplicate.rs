//! `names/near-duplicate`: a long word that stands once, beside an almost equal one that stands several times.
//!
//! It needs no dictionary: a document that writes "opfølgningssamtaler" three times and "opfølgningsamtaler" once
//! contradicts itself. What Danish makes of a word (inflection, linking letters, prefixes) is no contradiction; the
//! border is drawn in `danish/slips.rs`. A word that is a line of its own is a heading, and names are left to the
//! rules of names.

use lint::{Check, Example, Findings, Fixes, NamesView, Note, Rule, Severity, Text};
use text::edit::Edit;
use text::{TextRange, is_space};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "names/near-duplicate",
    summary: Text {
        da: "Et langt ord afviger med ét bogstav fra, hvordan dokumentet ellers skriver det",
        en: "A long word differs in one letter from how the document otherwise writes it",
    },
    why: Text {
        da: "Lange sammensatte ord står sjældent i en ordbog, men et dokument bruger dem flere gange. Når ét sted \
             afviger med et bogstav, er det næsten altid en slåfejl, som læseren standser ved, og som søgning ikke \
             finder.",
        en: "Long compounds are seldom in a dictionary, but a document uses them several times. Where one place \
             differs in a letter it is nearly always a slip, which readers stumble over and searches miss.",
    },
    source: "",
    severity: Severity::Info,
    on: true,
    fixes: Fixes::Unsafe,
    zones: ZoneSet::of(&[Zone::Table]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Jobmesser\n\nIndstilling\n\nDirektionen indstiller, at \
                 opfølgningssamtaler fortsætter.\n\nSagsfremstilling\n\nDer er holdt 20 opfølgningsamtaler, og de \
                 ledige er glade for opfølgningssamtaler.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Jobmesser\n\nIndstilling\n\nDirektionen indstiller, at \
                opfølgningssamtaler fortsætter.\n\nSagsfremstilling\n\nDer er holdt 20 opfølgningssamtaler, og de \
                ledige er glade for opfølgningssamtaler.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Names(check),
};

fn check(view: &NamesView<'_>, findings: &mut Findings) {
    for slip in view.slips.words() {
        if is_exempt(view, slip.range) {
            continue;
        }
        let right = as_written(&view.part.text[slip.range], &slip.right);
        findings
            .report(
                slip.range,
                Note::new(
                    format!("Dokumentet skriver ellers \"{right}\""),
                    format!("The document otherwise writes \"{right}\""),
                ),
            )
            .unsafe_fix(
                Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\"")),
                Edit::respell(view.part.text, slip.range, &right),
            );
    }
}

fn is_exempt(view: &NamesView<'_>, word: TextRange) -> bool {
    let part = &view.part;
    part.is_quoted(word) || part.is_opaque(word) || is_line(part.text, word) || heads_a_decision(view, word)
}

/// Is the word a line of its own, but for signs?
fn is_line(text: &str, word: TextRange) -> bool {
    let before = text[..word.start().into()].trim_end_matches(|c| is_space(c) || matches!(c, '#' | '*'));
    let after = text[word.end().into()..].trim_start_matches(|c| is_space(c) || matches!(c, ':' | '*'));
    let line_end = ['\n', '\r'];
    (before.is_empty() || before.ends_with(line_end)) && (after.is_empty() || after.starts_with(line_end))
}

fn heads_a_decision(view: &NamesView<'_>, range: TextRange) -> bool {
    let mut decisions = view.part.item.iter().flat_map(|item| item.decisions());
    decisions.any(|(section, _)| section.heading.contains_range(range))
}

/// `right` with the capitals of `word`.
fn as_written(word: &str, right: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if first.is_uppercase() && letters.all(char::is_uppercase) => right.to_uppercase(),
        Some(first) if first.is_uppercase() => {
            let mut rest = right.chars();
            rest.next().into_iter().flat_map(char::to_uppercase).chain(rest).collect()
        }
        _ => right.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_fix, document};
    use text::edit::Edit;

    #[test]
    fn flags_a_letter_too_few_and_too_many() {
        check(
            &RULE,
            "
1. Budget

Økonomiforvaltningen skriver til Socialforvaltningen, og Økonomiforvaltingen svarer økonomiforvaltningen.
                                                         ^^^^^^^^^^^^^^^^^^^ Dokumentet skriver ellers \"Økonomiforvaltningen\"

2. Plan

Et høringssvar, to hørringssvar og flere høringssvar.
                   ^^^^^^^^^^^^ Dokumentet skriver ellers \"høringssvar\"
",
        );
    }

    #[test]
    fn ignores_inflection_and_other_words() {
        check(
            &RULE,
            "
1. Budget

Forvaltningen og forvaltningen skriver forvaltningens brev. Lokalplanforslaget og lokalplanforslaget er et
lokalplansforslag og lokalplansforslaget. Det er nødvendigt, nødvendigt og unødvendigt. Opgørelsen og opgørelsen
viser opførelsen. Medarbejdere og medarbejdere kender medarbejderne.
",
        );
    }

    #[test]
    fn ignores_a_word_that_stands_twice_in_each_form() {
        check(&RULE, "1. A\n\nDaginstitution, daginsttution, daginsttution og daginstitution.\n");
    }

    #[test]
    fn ignores_quotations_addresses_and_names() {
        check(
            &RULE,
            "
1. Budget

Daginstitutionen, daginstitutionen og ”daginsttutionen”, se https://by.dk/daginsttutionen.

2. Daginsttutionsudvalget

Daginstitutionsudvalget, daginstitutionsudvalget og Peter Daginsttutionen.
",
        );
    }

    #[test]
    fn writes_the_usual_form() {
        check_fix(
            &RULE,
            "1. A\n\nDaginsttutionen, daginstitutionen og daginstitutionen.\n",
            "1. A\n\nDaginstitutionen, daginstitutionen og daginstitutionen.\n",
        );
    }

    #[test]
    fn a_word_far_away_makes_and_unmakes_a_finding() {
        let text = "1. A\n\nEn daginsttution.\n\n2. B\n\nEn daginstitution.\n\n3. C\n\nIngenting.\n";
        let mut document = document("generel", &RULE, text);
        assert!(document.diagnostics().is_empty());
        let end = text::size(text);
        document.edit(&Edit::insert(end, "Daginstitution.\n")).expect("an edit at the end");
        assert_eq!(document.diagnostics().len(), 1);
        document.edit(&Edit::insert(end, "Daginsttution. ")).expect("an edit");
        assert!(document.diagnostics().is_empty());
    }
}
