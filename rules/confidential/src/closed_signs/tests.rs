//! Lines that speak of closed matter, and lines that do not.

use super::{Strength, is_possible, strength};
use data::closed::closed;

fn seen(line: &str) -> Option<Strength> {
    strength(line)
}

#[test]
fn marks_are_seen_in_any_dress() {
    for line in [
        "2. Køb af grund (Lukket).",
        "2. Køb af grund ( Lukket )",
        "2. Køb af grund (lukket)(B)",
        "2. Køb af grund (Lukket, jf. styrelseslovens § 10)",
        "## 2. Køb af grund [Lukket] {#grund}",
        "## 2. Køb af grund {.lukket}",
        "Køb af grund (fortroligt)",
        "Køb af grund (behandles for lukkede døre)",
        "2. Køb af grund, lukket",
        "Punkt 2 - lukket - Køb af grund",
        "Lukket punkt 2: Køb af grund",
        "Lukket 2 Køb af grund",
        "(Lukket) 2. Køb af grund",
        "Punkter for lukkede døre",
        "*Lukkede emner*",
        "LUKKET",
        "Åbent/lukket: Lukket",
        "Sagen behandles som lukket punkt.",
        "Punktet blev behandlet for lukkede døre, jf. styrelseslovens § 10.",
        "Bilag til lukket punkt 2",
        "Lukket punkt, jf. styrelseslovens § 10.",
        "Punktet er fortroligt.",
        "Punktet er ikke offentligt.",
        "Punktet er omfattet af tavshedspligt.",
        "2. Køb af grund (ej offentlig)",
    ] {
        assert_eq!(seen(line), Some(Strength::Mark), "{line}");
    }
}

#[test]
fn what_may_mean_something_else_is_doubtful() {
    for line in
        ["2. Køb af grund Lukket", "Sagsnr.: 12-34 Lukket", "🔒 2. Køb af grund", "Fortrolig orientering"]
    {
        assert_eq!(seen(line), Some(Strength::Doubtful), "{line}");
    }
}

#[test]
fn other_talk_of_what_is_closed_is_none() {
    for line in [
        "2. Skolen lukkes",
        "Svømmehallen holder lukket i juli, og derfor flyttes stævnet.",
        "Spørgsmål om lukket bebyggelse på Engvej",
        "SVØMMEHALLEN ER LUKKET",
        "Bilag 3: Notat (fortroligt)",
        "Lukket bilag: Lejekontrakt.pdf",
        "Ida Holm deltog ikke i de lukkede punkter",
        "Lukkede punkter: Ingen",
        "Åbent/lukket: Åbent",
        "Offentlig høring",
        "Ansatte har fortrolighed om det, de hører i lukkede punkter, sagde hun.",
    ] {
        assert_eq!(seen(line), None, "{line}");
    }
}

#[test]
fn a_count_of_closed_items_is_doubtful() {
    for line in [
        "Referatet indeholder ét lukket punkt.",
        "Mødet havde to lukkede punkter.",
        "Der var 3 lukkede sager.",
    ] {
        assert_eq!(seen(line), Some(Strength::Doubtful), "{line}");
    }
    for line in ["Mødet fortsatte som lukket møde.", "Der er lukkede døre."] {
        assert_eq!(seen(line), Some(Strength::Mark), "{line}");
    }
}

#[test]
fn what_closes_an_item_for_the_outline_is_a_sign_to_the_guard() {
    let headings = &closed().headings;
    let brackets = headings.brackets.iter().map(|mark| format!("2. Køb af grund ({mark})"));
    let behind = headings.behind.iter().map(|mark| format!("2. Køb af grund {mark}"));
    let before = headings.before.iter().map(|mark| format!("2. {mark}: Køb af grund"));
    let lines = headings.lines.iter().chain(&headings.parts).map(ToString::to_string);
    let unseen: Vec<String> =
        brackets.chain(behind).chain(before).chain(lines).filter(|line| !is_possible(line)).collect();
    assert_eq!(unseen, [""; 0]);
}
