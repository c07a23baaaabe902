//! The answers of a decision follow their points, or the points keep their numbers: never half.

use serde_json::json;

use crate::client::{Client, vscode};
use crate::renumbered::{enter, rename, renamed};

const HEAD: &str = "Kulturudvalget\nReferat af møde den 7. april 2026 kl. 17.00\n\n1. Havnebus\n\nIndstilling\n\nDirektionen \
                    indstiller,\n\n";

const NUMBERED: &str = "1. at bussen købes\n2. at ruten søges\n3. at prisen hæves\n";

const LETTERED: &str = "a) at bussen købes\nb) at ruten søges\nc) at prisen hæves\n";

fn minutes(points: &str, decision: &str) -> String {
    format!("{HEAD}{points}\nBeslutning\n\n{decision}\n\n2. Sti\n\nBeslutning\n\nGodkendt.\n")
}

/// The decision of the first item.
fn decision(text: &str) -> &str {
    let rest = text.split_once("Beslutning\n\n").map_or("", |(_, rest)| rest);
    rest.split_once("\n\n2. Sti").map_or(rest, |(decision, _)| decision)
}

#[test]
fn an_answer_follows_its_number_however_it_is_written() {
    let mut client = vscode();
    for (answers, expected) in [
        ("Ad\u{a0}1. Godkendt.\nAd\u{a0}2. Udsat.", "Ad\u{a0}2. Godkendt.\nAd\u{a0}1. Udsat."),
        ("Ad nr. 1. Godkendt. Ad nr. 2. Udsat.", "Ad nr. 2. Godkendt. Ad nr. 1. Udsat."),
        ("Ad (1) Godkendt. Ad (2) Udsat.", "Ad (2) Godkendt. Ad (1) Udsat."),
        ("1. at: Godkendt. 2. at: Udsat.", "2. at: Godkendt. 1. at: Udsat."),
        ("Ad1. Godkendt.\nAd2. Udsat.", "Ad2. Godkendt.\nAd1. Udsat."),
        ("Ad 1.+3. Godkendt. Ad 2. Udsat.", "Ad 2.+3. Godkendt. Ad 1. Udsat."),
        ("Ad 1 godkendt – ad 2 udsat", "Ad 2 godkendt – ad 1 udsat"),
        ("Ad 1. Godkendt. Ad 2. Udvalget ønsker tal.", "Ad 2. Godkendt. Ad 1. Udvalget ønsker tal."),
        ("Godkendt med 2 stemmer imod.", "Godkendt med 2 stemmer imod."),
    ] {
        let text = minutes(NUMBERED, answers);
        assert_eq!(decision(&renamed(&mut client, &text, "1. at", "2")), expected);
    }
    for (answers, expected) in [
        ("Ad a) Godkendt. Ad b) og c) udsat.", "Ad b) Godkendt. Ad a) og c) udsat."),
        ("Ad a: Godkendt. Ad b: Udsat.", "Ad b: Godkendt. Ad a: Udsat."),
        ("Ad a og b) Godkendt. Ad c) Udsat.", "Ad b og a) Godkendt. Ad c) Udsat."),
        ("Litra a godkendt. Litra b og c udsat.", "Litra b godkendt. Litra a og c udsat."),
        ("a) Godkendt.\nb) Udsat.\nc) Afvist.", "b) Godkendt.\na) Udsat.\nc) Afvist."),
        ("At-punkt a blev godkendt, at-punkt b udsat.", "At-punkt b blev godkendt, at-punkt a udsat."),
    ] {
        let text = minutes(LETTERED, answers);
        assert_eq!(decision(&renamed(&mut client, &text, "a) at", "b")), expected);
    }
    client.finish();
}

#[test]
fn what_is_not_understood_keeps_the_numbers_of_the_points() {
    let mut client = vscode();
    for answers in [
        "#1 godkendt, #2 udsat.",
        "Ad 1/3: Godkendt. Ad 2: Udsat.",
        "Vedr. 1: Godkendt. Vedr. 2: Udsat.",
        "Pind 1 godkendt, pind 2 udsat.",
        "Punkt et godkendt, punkt to udsat.",
        "| 1 | Godkendt |\n| 2 | Udsat |",
        "De to første at-punkter blev godkendt. Det sidste udsat.",
        "Ad 2-3. Godkendt.",
    ] {
        let text = minutes(NUMBERED, answers);
        let answer = rename(&mut client, &text, "1. at", "2");
        assert!(
            answer["error"]["message"].as_str().is_some_and(|why| why.contains("linje")),
            "{answers}: {answer}"
        );
        assert_eq!(
            enter(&mut client, &opened(&text, "1. at bussen købes\n"), 9 + 1),
            opened(&text, "1. at bussen købes\n")
        );
    }
    for answers in ["Ad b-c) Godkendt.\nAd a) Udsat.", "Pind a godkendt, pind b udsat."] {
        let text = minutes(LETTERED, answers);
        assert!(rename(&mut client, &text, "a) at", "b")["error"].is_object(), "{answers}");
    }
    client.finish();
}

/// `text` with a new line behind `line`.
fn opened(text: &str, line: &str) -> String {
    text.replacen(line, &format!("{line}\n"), 1)
}

#[test]
fn enter_among_answers_leaves_their_numbers() {
    let mut client = vscode();
    for answers in [
        "1. Godkendt.\n\n2. Udsat.\n3. Afvist.",
        "1) Godkendt.\n\n2) Udsat.",
        "Ad 1. Godkendt.\n\nAd 2. Udsat.",
    ] {
        let text = minutes(NUMBERED, answers);
        let line = text.lines().position(|line| line.ends_with("Godkendt.")).unwrap_or_default();
        assert_eq!(enter(&mut client, &text, line + 1), text, "{answers}");
    }
    // An empty answer goes, and those after it answer what they did.
    let text = minutes(NUMBERED, "1. Godkendt.\n2. \n\n3. Afvist.");
    let line = text.lines().position(|line| line == "2. ").unwrap_or_default();
    assert_eq!(enter(&mut client, &text, line + 1), text.replace("\n2. \n", "\n\n"));
    let text = minutes(NUMBERED, "1. Godkendt.\n");
    let line = text.lines().position(|line| line == "1. Godkendt.").unwrap_or_default();
    assert_eq!(enter(&mut client, &text, line + 1), text.replace("1. Godkendt.\n", "1. Godkendt.\n2. "));
    client.finish();
}

fn hover(client: &mut Client, text: &str, words: &str) -> String {
    const URI: &str = "file:///ws/a.referat";
    client.open(URI, text);
    let at = client.of(text, words);
    let found = client.request("textDocument/hover", json!({"textDocument": {"uri": URI}, "position": at}));
    client.close(URI);
    found["contents"]["value"].as_str().map(str::to_owned).unwrap_or_default()
}

#[test]
fn beside_a_point_stands_what_decides_it() {
    let mut client = vscode();
    for answers in [
        "Godkendt, dog ikke punkt 2.",
        "Godkendt med undtagelse af punkt 2.",
        "Godkendt.\n\nBent Holm (V) kunne ikke godkende punkt 2.",
        "Tiltrådt, idet punkt 3 udgår.",
    ] {
        let first = answers.lines().next().unwrap_or_default();
        let text = minutes(NUMBERED, answers);
        assert!(hover(&mut client, &text, "1. at bussen").contains(first), "{answers}");
    }
    let text = minutes(LETTERED, "Ad a) Godkendt.\nAd b) Udsat.");
    assert!(hover(&mut client, &text, "b) at ruten").contains("Ad b) Udsat."));
    assert!(hover(&mut client, &text, "c) at prisen").contains("Ikke afgjort"));
    client.finish();
}

#[test]
fn what_holds_the_place_of_a_decision_decides_nothing() {
    const URI: &str = "file:///ws/a.referat";
    let mut client = vscode();
    for (answers, decided) in [
        ("TBD", 0),
        ("Beslutning følger.", 0),
        ("Godkendes det?", 0),
        ("Skal godkendes på næste møde.", 0),
        ("Ad 1. Godkendt.\nAd 2. Afventer.\nAd 3. Udsat.", 2),
        ("Ad 1-2. Godkendt. Resten udsat.", 3),
        ("Punkt 2 udgik. I øvrigt godkendt.", 3),
        ("Punkt 1 blev godkendt. De øvrige punkter blev ikke behandlet.", 1),
        ("Ad 1. Godkendt, ad 2. godkendt og ad 3. ikke godkendt.", 3),
        ("Godkendt.", 3),
    ] {
        client.open(URI, &minutes(NUMBERED, answers));
        let about = json!({"command": "referent.status", "arguments": [{"uri": URI}]});
        let status = client.request("workspace/executeCommand", about);
        client.close(URI);
        assert_eq!(status["decided"], decided, "{answers}: {status}");
    }
    client.finish();
}

/// A bullet before an answer is not what goes on, the number is.
#[test]
fn an_answer_behind_a_bullet_goes_on_with_the_next_point() {
    let mut client = vscode();
    for (line, next) in
        [("- Ad 1. Godkendt.", "- Ad 2. "), ("• ad 1: Godkendt.", "• ad 2: "), ("- Adam var der.", "- ")]
    {
        let text = opened(&minutes(NUMBERED, line), line);
        let at = text.lines().position(|other| other == line).unwrap_or_default();
        let after = text.replace(&format!("{line}\n"), &format!("{line}\n{next}"));
        assert_eq!(enter(&mut client, &text, at + 1), after, "{line}");
    }
    client.finish();
}

#[test]
fn enter_leaves_what_is_no_entry_of_a_list() {
    let mut client = vscode();
    let lead = "Indstilling\n\nForvaltningen indstiller,\n";
    for line in ["15. maj 2026 mødes vi", "3. marts var der møde", "2026. Det var året", "i) at noget"] {
        let text = format!(
            "Kulturudvalget\nReferat af møde den 7. april 2026\n\n1. Bus\n\n{lead}{line}\n\nii) at andet\n"
        );
        let at = text.lines().position(|other| other == line).unwrap_or_default();
        assert_eq!(enter(&mut client, &text, at + 1), text, "{line}");
    }
    let text = minutes("1. at bussen købes\n\n2. at ruten søges\n\n\n3. at prisen hæves\n", "Godkendt.");
    let at = text.lines().position(|line| line.starts_with("2. at")).unwrap_or_default();
    let after = text.replace("søges\n\n\n3. at", "søges\n3. \n\n4. at");
    assert_eq!(enter(&mut client, &text, at + 1), after);
    // "Ad 1." alone on its line is answered on the next.
    let text = minutes(NUMBERED, "Ad 1.\n");
    let at = text.lines().position(|line| line == "Ad 1.").unwrap_or_default();
    assert_eq!(enter(&mut client, &text, at + 1), text);
    client.finish();
}
