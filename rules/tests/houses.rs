//! The styles of municipalities, each on minutes as it writes them, and a style learned from a folder of minutes.
#![allow(
    clippy::disallowed_methods,
    reason = "the samples are read from disk; the core itself reads nothing"
)]

use std::path::Path;
use std::sync::Arc;

use rules::document::{Document, Engine};
use rules::house::Houses;
use rules::lessons::Lessons;

/// The samples with the names of their styles.
fn samples() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/houses");
    let entries = std::fs::read_dir(folder).expect("the folder of samples");
    let read = |entry: std::io::Result<std::fs::DirEntry>| {
        let path = entry.expect("a sample").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        (name, std::fs::read_to_string(path).expect("a text"))
    };
    entries.map(read).collect()
}

fn found(engine: &Arc<Engine>, text: &str) -> Vec<String> {
    let document = Document::new(engine.clone(), text.to_owned());
    document.diagnostics().iter().map(|found| format!("{} {}", found.rule.name, found.note.en)).collect()
}

#[test]
fn each_municipality_is_known_by_its_minutes_and_they_are_in_its_style() {
    let engine = Arc::new(Engine::default());
    let samples = samples();
    assert_eq!(samples.len(), 12);
    for (name, text) in samples {
        let document = Document::new(engine.clone(), text.clone());
        assert_eq!(document.choice().house.name, name);
        assert_eq!(
            document.minutes().items().filter(|placed| placed.item.title.is_some()).count(),
            2,
            "{name}"
        );
        assert_eq!(found(&engine, &text), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn an_item_without_its_decision_is_told_in_each_style() {
    let engine = Arc::new(Engine::default());
    for (name, text) in samples() {
        let at = text.rfind("Beslutning\n").expect("a decision");
        let rest = &text[at..];
        let end = rest.match_indices("\n\n").nth(1).map_or(rest.len(), |(at, _)| at + 2);
        let without = format!("{}{}", &text[..at], &rest[end..]);
        let found = found(&engine, &without);
        assert!(
            found.iter().any(|found| found.starts_with("structure/required-section")),
            "{name} {found:?}"
        );
    }
}

/// Minutes of the invented municipality Ravnsø: `n` items from number `first` on.
fn minutes(first: usize, n: usize) -> String {
    let subjects =
        ["Havnebus", "Ny skole", "Cykelsti", "Svømmehal", "Træer i parken", "Belysning", "Bibliotek"];
    let mut text =
        "Byrådet\nMødedato: tirsdag den 4. marts 2025\nTidspunkt: kl. 17.00\nMødested: Rådhuset\n\n"
            .to_owned();
    for number in first..first + n {
        let subject = subjects[number % subjects.len()];
        let money = if number % 3 == 0 { "" } else { "Økonomi\n\nUdgiften er 2 mio. kr.\n\n" };
        text.push_str(&format!(
            "Sag {number}: {subject}\n\n25-00{number}10\n\nSagens kerne\n\nDet gælder sag {number}.\n\nIndstilling\n\n\
             Direktionen indstiller,\n\n1. at forslaget godkendes.\n2. at borgerne får besked.\n\nSagsbeskrivelse\n\n\
             Forslaget er fra i fjor, og mødet er kl. 16.30.\n\n{money}Beslutning\n\nForslaget er godkendt.\n\n"
        ));
    }
    text
}

/// An engine with the style learned from five documents.
fn learned() -> (Arc<Engine>, String) {
    let mut lessons = Lessons::default();
    for document in 0..5 {
        lessons.add(&Document::new(Arc::default(), minutes(11 + 4 * document, 4)));
    }
    let style = lessons.style("ravnsø", true);
    let mut houses = (*Houses::standard()).clone();
    let house = houses.add("ravnsø", &style).unwrap_or_else(|error| panic!("{error} in {style}"));
    (Arc::new(Engine { houses: Arc::new(houses), house: Some(house), ..Engine::default() }), style)
}

#[test]
fn a_learned_style_says_what_the_minutes_do() {
    let (_, style) = learned();
    for line in [
        "item_heading = \"Sag {number}: {title}\"  # 20 af 20",
        "case_number = { form = \"year-dash\", required = true }  # 20 af 20",
        "time_separator = \".\"  # 20 af 20",
        "marker = \"number\"  # 40 af 40",
        "lead_word = true  # 40 af 40",
        "approved = \"Forslaget er godkendt.\"  # 20 af 20",
        "date = \"Mødedato: {weekday} den {date}\"  # 5 af 5",
        "place = \"Mødested: {place}\"  # 5 af 5",
        "[[section]]  # 13 af 20\ntitle = \"Økonomi\"\nkind = \"finance\"\ntext = true\n",
        "[[section]]  # 20 af 20\ntitle = \"Beslutning\"\nkind = \"decision\"\nrequired = \"minutes\"\ntext = true\n",
    ] {
        assert!(style.contains(line), "{line} in {style}");
    }
}

#[test]
fn a_learned_style_is_strict_on_the_next_minutes_and_silent_where_they_are_as_before() {
    let (engine, _) = learned();
    let next = minutes(31, 4);
    assert_eq!(found(&engine, &next), Vec::<String>::new());
    let case = "Sagens kerne\n\nDet gælder sag 32.\n\n";
    let list = "1. at forslaget godkendes.\n2. at borgerne får besked.\n\nSagsbeskrivelse\n\nForslaget er fra i fjor, og mødet er kl. 16.30.\n\nBes";
    for (from, to, rule) in [
        (case, "", "structure/required-section"),
        ("25-003210\n\n", "", "references/case-number"),
        ("kl. 16.30", "kl. 16:30", "dates/time"),
        ("Mødested: Rådhuset\n", "", "structure/meeting-details"),
        (list, &list.replace("1. ", "- ").replace("2. ", "- "), "at-points/marker"),
        ("Økonomi\n\nUdgiften er 2 mio. kr.\n\n", "Økonomi\n\n", "structure/empty-section"),
    ] {
        let planted = next.replacen(from, to, 1);
        assert_ne!(planted, next, "{from}");
        let found = found(&engine, &planted);
        assert!(found.iter().any(|found| found.starts_with(rule)), "{rule}: {found:?}");
    }
    let moved = next.replacen(case, "", 1).replacen("Sag 33:", &format!("{case}Sag 33:"), 1);
    assert!(found(&engine, &moved).iter().any(|found| found.starts_with("structure/section-order")));
}

/// The head of minutes that show no more of their house.
const HEAD: &str = "Mødedato: 4. april 2022\nMødested: Rådhuset\n\n";

/// The style that `items` under that head are taken to have.
fn house(items: &str) -> String {
    Document::new(Default::default(), format!("{HEAD}{items}")).choice().house.name.clone()
}

#[test]
fn a_draft_with_numbers_is_of_the_house_that_publishes_without() {
    let whole =
        "Havnebus\n\nIndstilling\n\nVi indstiller.\n\nProblemstilling\n\nBussen.\n\nLøsning\n\nEn ny.\n";
    assert_eq!(house(&format!("1. {whole}")), "kobenhavn");
    assert_eq!(house(&format!("Punkt 1: Budget\n\nPunkt 2: {whole}")), "kobenhavn");
}

#[test]
fn items_that_each_lend_a_title_are_of_no_house() {
    let spread = "1. Havnebus\n\nIndstilling\n\nVi indstiller.\n\nVidere proces\n\nTil maj.\n\n\
                  2. Skole\n\nProblemstilling\n\nTaget.\n\nLøsning\n\nEt nyt.\n";
    assert_eq!(house(spread), "generel");
}
