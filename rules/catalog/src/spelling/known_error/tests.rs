//! What `known_error` must and must not say.

use serde::Deserialize;

use super::RULE;
use document::fixture::{check, check_fix, document};
use lint::lexicon::Kind;
use lint::{Applicability, Severity};

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
    let file: File =
        toml::from_str(include_str!("../../../../data/lists/known_errors.toml")).expect("a list");
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
                ^^^^^^^^^^^^^^^^^ \"fuldt op på sagen\" skal være \"fulgt op på sagen\": Det hedder
",
    );
}

#[test]
fn ignores_an_article_whose_noun_goes_on() {
    for pair in [
        "en projekt leder",
        "et ansøgning skema",
        "en regnskab afdeling",
        "et vurdering grundlag",
        "et aftale grundlag",
        "et beslutning forum",
        "en notat samling",
        "en projekt gruppe",
        "en projekt ansat",
        "et række hus",
        "alle medarbejder grupper",
    ] {
        check(&RULE, &format!("1. Skoler\n\nDer er brug for {pair} i 2026.\n"));
    }
}

#[test]
fn the_words_before_it_may_make_it_right() {
    for line in [
        "Forvaltningen følger fuldt op på planen.",
        "I maj følger udvalget konsekvent og fuldt op på aftalen.",
        "Det er vigtigt at følge fuldt op på arbejdet.",
        "De tre ledere er hver opmærksom på fristen.",
        "Bussen skal lige ledes uden om pladsen.",
        "Byrådet vil fri skolerne for papir og fri skolen for gebyr.",
    ] {
        check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n"));
    }
    for line in [
        "Der bliver fuldt op på planen i maj.",
        "Det følger af aftalen, at der er fuldt op på målene.",
        "Vi skal hver opmærksom på fristen.",
        "Planen er lige ledes sendt i høring.",
    ] {
        let found = document("generel", &RULE, &format!("1. Skoler\n\n{line}\n")).diagnostics();
        assert_eq!(found.len(), 1, "{line}");
    }
}

#[test]
fn an_article_that_does_not_fit_is_left_to_the_writer() {
    for line in
        ["Der laves en projekt i 2026.", "Et aftale er indgået.", "Der er et ny plan.", "En notat er sendt."]
    {
        let found = document("generel", &RULE, &format!("1. Skoler\n\n{line}\n")).diagnostics();
        assert_eq!(found.len(), 1, "{line}");
        assert!(found[0].fixes.iter().all(|fix| fix.applicability == Applicability::Unsafe), "{line}");
    }
}

#[test]
fn old_names_are_right_in_their_time() {
    check(&RULE, "1. Skoler\n\nÅrhus Kommune vedtog i 1998 en plan.\n\nÅlborg Kommune fik i 2004 en havn.\n");
    let found =
        document("generel", &RULE, "1. Skoler\n\nÅrhus Kommune har vedtaget en plan.\n").diagnostics();
    assert_eq!((found[0].severity, found[0].fixes[0].applicability), (Severity::Info, Applicability::Unsafe));
}

#[test]
fn ignores_names_that_hold_such_a_word() {
    for line in [
        "Tilskuddet går til foreningen Iøvrigt i Fjordby.",
        "Mødet holdes på Caféen Idag ved havnen.",
        "Idag ApS har søgt om tilskud.",
    ] {
        check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n"));
    }
    let found = document("generel", &RULE, "1. Skoler\n\nIdag Fjordby er lukket.\n").diagnostics();
    assert!(found.iter().all(|found| found.fixes[0].applicability == Applicability::Unsafe));
}

#[test]
fn ignores_shells_capitals_and_files() {
    for line in [
        "Den gamle skal har revner, og muslingens skal bliver til kalk.",
        "IDAG er en funktion uden argumenter.",
        "Se /data/hvadsomhelst.iso og mappen /tmp/idag/ for mere.",
    ] {
        check(&RULE, &format!("1. Skoler\n\n{line}\n"));
    }
    let found = document("generel", &RULE, "1. Skoler\n\nHver enkel løsning er god.\n").diagnostics();
    assert_eq!(found[0].fixes[0].applicability, Applicability::Unsafe);
}

#[test]
fn a_body_is_misspelt_with_its_capital_too() {
    for line in [
        "Sagen blev sendt til Bestyrelen i maj.",
        "Nu har Skovby Kommmune svaret.",
        "Derfor beder vi Kommmunen om hjælp.",
    ] {
        let found = document("generel", &RULE, &format!("1. Skoler\n\n{line}\n")).diagnostics();
        assert_eq!(found.len(), 1, "{line}");
        assert_eq!(found[0].fixes[0].applicability, Applicability::Unsafe, "{line}");
    }
    for line in ["Foreningen Iøvrigt holder møde.", "Vi talte med Standart om det."] {
        check(&RULE, &format!("1. Skoler\n\n{line}\n"));
    }
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
    let unsafe_ = Applicability::Unsafe;
    assert_eq!(titles, [("Skriv \"på grund af\"", unsafe_), ("Skriv \"på grund af at\"", unsafe_)]);
}
