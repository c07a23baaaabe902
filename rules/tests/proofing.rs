//! Grammar, commas and compounds are told in the secretary's own sentences, and nowhere else.

use std::sync::Arc;

use rules::document::{Document, Engine};

/// Sentences with one fault each, and the rule that tells it.
const FAULTY: &[(&str, &str)] = &[
    ("spelling/verb-form", "Skolen har besluttet at foretager en måling af støjen."),
    ("spelling/verb-form", "Forvaltningen vurdere, at støjen er for stor."),
    ("spelling/agreement", "Planen gælder for den kommunal boliganvisning i byen."),
    ("spelling/agreement", "Udvalget ønsker et strategi for de grønne områder."),
    ("spelling/bare-genitive", "Udgiften er optaget i kommunes budget for de næste år."),
    ("spelling/comma-infinitive", "Det er vigtigt, at give børnene ro i timerne."),
    ("spelling/comma-verb", "På grund af det dårlige vejr, blev mødet flyttet til maj."),
    ("spelling/comma-clause", "Når planen er vedtaget i udvalget skal den sendes til byrådet."),
    ("spelling/comma-main-clause", "Skolen fik et nyt tag i maj og der er lagt fliser i gården."),
    ("spelling/compound", "Foreningen har fået et dialog møde med skolens leder."),
    ("spelling/unknown-word", "Der oprettes et fjervarmeselskab ved den gamle havn."),
];

/// The rules of `FAULTY` that find something in `body`, which stands in the case of an item.
fn told(body: &str) -> Vec<&'static str> {
    let text = format!(
        "# Byrådet\n\n4. april 2022 kl. 17.00\n\n## 1. Skoler\n\n### Sagsfremstilling\n\nSagen er ny.\n\n{body}\n\nDet er \
         sådan.\n\n### Beslutning\n\nGodkendt.\n"
    );
    let found = Document::new(Arc::new(Engine::default()), text).diagnostics();
    let mut names: Vec<_> = found.iter().map(|finding| finding.rule.name).collect();
    names.retain(|name| FAULTY.iter().any(|(rule, _)| rule == name));
    names
}

#[test]
fn each_fault_is_told_once_in_a_sentence() {
    for (rule, sentence) in FAULTY {
        assert_eq!(told(sentence), [*rule], "{sentence}");
        assert_eq!(told(&format!("Sagen er ny. {sentence} Det er godt.")), [*rule], "{sentence}");
    }
}

#[test]
fn nothing_is_told_where_the_words_are_not_the_secretarys() {
    let places = [
        ("a quotation", "Formanden skrev: ”*” Det var alt."),
        ("a quotation in other signs", "Formanden skrev: »*« Det var alt."),
        ("a quoted line", "> *"),
        ("what is said after a dash", "Ole Madsen sagde: - *"),
        ("a motion", "BESLUTNINGSFORSLAG FRA LISTE Ø\n\n*\n\n*"),
        ("a row of a table", "Skolen\t*\nHallen\t*"),
        ("a table of Markdown", "| Sted | Note |\n|---|---|\n| Skolen | * |"),
        ("columns", "Skolen     *"),
        ("code", "```\n*\n```"),
        ("code in a line", "Skriv `*` i feltet."),
        ("a comment", "<!-- * -->"),
        ("a heading", "### *"),
    ];
    for (place, around) in places {
        for (_, sentence) in FAULTY {
            let text = around.replace('*', sentence);
            assert_eq!(told(&text), [""; 0], "{place}: {text}");
        }
    }
}

#[test]
fn nothing_is_told_in_addresses_and_names_of_files() {
    for text in [
        "Se www.norby.dk/fjervarmeselskab/dialog-møde og skriv til fjervarmeselskab@norby.dk.",
        "Se G:\\Møder\\dialog møde\\fjervarmeselskab.docx i mappen.",
        "- fjervarmeselskab og dialog møde.pdf",
    ] {
        assert_eq!(told(text), [""; 0], "{text}");
    }
}

#[test]
fn nothing_is_told_in_a_list_of_attachments() {
    for (_, sentence) in FAULTY.iter().filter(|(rule, _)| *rule != "spelling/unknown-word") {
        let body = format!("### Bilag\n\n- {sentence}\n- Notat om skolen");
        assert_eq!(told(&body), [""; 0], "{body}");
    }
}
