//! `spelling/known-error`: words that are wrong in any text, from a maintained list.

use crate::lint::lexicon::{Kind, WrongWord};
use crate::lint::{Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use crate::text::edit::Edit;
use crate::zones::{Zone, ZoneSet};

pub(in crate::catalog) static RULE: Rule = Rule {
    name: "spelling/known-error",
    summary: Text {
        da: "Ord og vendinger, der er forkerte i enhver tekst",
        en: "Words and phrases that are wrong in any text",
    },
    why: Text {
        da: "Listen rummer kun former, der ikke kan stå i en rigtig sætning. Et referat er et offentligt dokument, og en \
             slåfejl flytter læserens øje fra sagen til fejlen.",
        en: "The list holds only forms that cannot stand in a correct sentence. Minutes are a public document, and a \
             slip moves the reader's eye from the case to the slip.",
    },
    source: "Retskrivningsordbogen",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::Safe,
    zones: ZoneSet::of(&[Zone::Table]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nDer bliver fuldt op på sagen i \
                 maj.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nDer bliver fulgt op på sagen i \
                maj.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    for word in view.wrong_words() {
        let own = !matches!(word.wrong.kind, Kind::Abbreviation | Kind::Compound);
        // A line of its own is a misspelt heading, which another rule reports.
        let alone = view.line_of(word.range).is_some_and(|line| {
            view.text[line].trim_end_matches([':', '.']).len() == usize::from(word.range.len())
        });
        if own && !alone && !view.is_opaque(word.range) && !view.is_quoted(word.range) {
            report(view, word, findings);
        }
    }
}

fn report(view: &PartView<'_>, word: &WrongWord, findings: &mut Findings) {
    let rights = word.rights(view.text);
    let mut report = findings.report(word.range, note(&view.text[word.range], &rights, word));
    let certain = rights.len() == 1;
    for right in rights {
        let title = Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\""));
        let edit = Edit::respell(view.text, word.range, &right);
        report = if certain { report.safe_fix(title, edit) } else { report.unsafe_fix(title, edit) };
    }
}

fn note(found: &str, rights: &[String], word: &WrongWord) -> Note {
    let quoted: Vec<String> = rights.iter().map(|right| format!("\"{right}\"")).collect();
    let mut da = format!("\"{found}\" skal være {}", quoted.join(" eller "));
    let mut en = format!("\"{found}\" should be {}", quoted.join(" or "));
    if let Some(why) = &word.wrong.why {
        da = format!("{da}: {}", why.da.trim_end_matches('.'));
        en = format!("{en}: {}", why.en.trim_end_matches('.'));
    }
    Note::new(da, en)
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::RULE;
    use crate::fixture::{check, check_fix, document};
    use crate::lint::lexicon::Kind;

    /// An entry of the list with its examples.
    #[derive(Deserialize)]
    struct Entry {
        wrong: toml::Value,
        right: toml::Value,
        #[serde(default)]
        pairs: bool,
        kind: Kind,
        ok: String,
        bad: String,
    }

    impl Entry {
        fn forms(value: &toml::Value) -> Vec<&str> {
            match value {
                toml::Value::Array(forms) => forms.iter().filter_map(toml::Value::as_str).collect(),
                form => form.as_str().into_iter().collect(),
            }
        }
    }

    fn entries() -> Vec<Entry> {
        #[derive(Deserialize)]
        struct File {
            error: Vec<Entry>,
        }
        let file: File = toml::from_str(include_str!("../../data/known-errors.toml")).expect("a list");
        file.error.into_iter().filter(|entry| entry.kind != Kind::Abbreviation).collect()
    }

    #[test]
    fn every_entry_finds_its_fault_and_nothing_in_what_is_right() {
        for entry in entries() {
            let form = Entry::forms(&entry.wrong)[0];
            let found = document("generel", &RULE, &entry.bad).diagnostics();
            assert_eq!(found.len(), 1, "{form}: {found:#?}");
            let words = &entry.bad[found[0].range];
            assert_eq!(words.to_lowercase(), form.to_lowercase(), "{}", entry.bad);
            let right = Entry::forms(&entry.right);
            assert_eq!(found[0].fixes.len(), if entry.pairs { 1 } else { right.len() }, "{form}");
            assert_eq!(found[0].fixes[0].edits[0].text().to_lowercase(), right[0].to_lowercase());
            let found = document("generel", &RULE, &entry.ok).diagnostics();
            assert!(found.is_empty(), "{}: {found:#?}", entry.ok);
        }
    }

    #[test]
    fn flags_what_is_wrong_and_says_why() {
        check(
            &RULE,
            "
1. Skoler

Sagsfremstilling

Idag bliver der fuldt op på sagen.
^^^^ \"Idag\" skal være \"I dag\"
                ^^^^^^^^^^^ \"fuldt op på\" skal være \"fulgt op på\": Det hedder
",
        );
    }

    #[test]
    fn ignores_quotations_and_addresses() {
        check(&RULE, "1. Skoler\n\nHan sagde ”idag er det standart” og gik.\n");
        check(&RULE, "1. Skoler\n\nSe https://www.idag.dk/idag og post@idag.dk.\n");
    }

    #[test]
    fn leaves_a_misspelt_heading_to_its_own_rule() {
        check(&RULE, "1. Skoler\n\nIndstiling:\n\nDirektionen indstiller, at planen godkendes.\n");
    }

    #[test]
    fn keeps_capitals_and_no_break_spaces() {
        check_fix(
            &RULE,
            "1. Skoler\n\nIdag er der fuldt\u{a0}op\u{a0}på sagen.\n",
            "1. Skoler\n\nI dag er der fulgt\u{a0}op\u{a0}på sagen.\n",
        );
    }

    #[test]
    fn offers_each_of_several_right_forms_to_the_writer() {
        let found =
            document("generel", &RULE, "1. Skoler\n\nMødet er flyttet på grund at vejret.\n").diagnostics();
        let titles: Vec<_> = found[0].fixes.iter().map(|fix| (&*fix.title.da, fix.applicability)).collect();
        let unsafe_ = crate::lint::Applicability::Unsafe;
        assert_eq!(titles, [("Skriv \"på grund af\"", unsafe_), ("Skriv \"på grund af at\"", unsafe_)]);
    }
}
