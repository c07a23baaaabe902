//! Passages inside open items: cut where their bounds are certain, and no copy where they are not.

use std::sync::Arc;

use super::super::{Allowed, HeldBack, Kind};
use super::kinds::{END, HEAD, cuts, publication};
use crate::document::{Document, Engine};
use crate::syntax::Ranks;

/// An open item with `passage` in its case, and with `after` below.
fn item(passage: &str, after: &str) -> String {
    format!(
        "{HEAD}2. Grundsalg\n\nSagsfremstilling\nGrunden er udbudt.\n\n{passage}{after}\nBeslutning\nGodkendt.\n\n{END}"
    )
}

#[test]
fn a_passage_with_certain_bounds_is_cut() {
    for (passage, left) in [
        ("(Fortroligt: Krag byder højest.)\n", ""),
        ("Grunden sælges (fortroligt: Krag byder højest) nu.\n", "Grunden sælges nu.\n"),
        ("Grunden sælges. [Lukket: Krag (A) byder højest.]\n", "Grunden sælges.\n"),
        (
            "Vejen er god. (Lukket:\nKrag byder højest.\n)\nTræer plantes.\n",
            "Vejen er god.\nTræer plantes.\n",
        ),
        (
            "Vejen er god [fortroligt: Krag\nbyder højest], og træer plantes.\n",
            "Vejen er god, og træer plantes.\n",
        ),
        (
            "Vejen er god (lukket\nbemærkning: Krag byder højest).\nTræer plantes.\n",
            "Vejen er god.\nTræer plantes.\n",
        ),
        ("- Pris\n- (Lukket) Krag byder højest.\n- Vej\n", "- Pris\n- Vej\n"),
        ("- Pris\n- Fortroligt: Krag byder\n  højest.\n  - Også i år.\n- Vej\n", "- Pris\n- Vej\n"),
        ("- Krag byder højest. (fortroligt)\n- Vej\n", "- Vej\n"),
        (
            "| Bud | Status |\n|---|---|\n| Krag | Fortroligt |\n| Ingen | Åbent |\n",
            "| Bud | Status |\n|---|---|\n| Ingen | Åbent |\n",
        ),
        ("Fortroligt: Krag byder højest.\n", ""),
        ("Krag byder højest. (fortroligt)\n\nVejen er god.\n", "Vejen er god.\n"),
        (
            "<!-- lukket start -->\nKrag byder højest.\n\nHan vil bygge.\n<!-- lukket slut -->\n\nVejen er god.\n",
            "Vejen er god.\n",
        ),
        ("Lukket start\nKrag byder højest.\nLukket slut\n\nVejen er god.\n", "Vejen er god.\n"),
        ("1. Pris\n2. Krag byder højest. (fortroligt)\n3. Vej\n", "1. Pris\n3. Vej\n"),
        ("1. Vej\n2. Grundsalget giver Krag 3 mio. kr. (ikke offentligt)\n", "1. Vej\n"),
        ("Tre ting:\n1) Krag byder højest (fortroligt)\n2) Vej\n", "Tre ting:\n2) Vej\n"),
        ("1. Pris\n2. Vej\n3. Krag byder 3 mio. kr. [lukket]\n", "1. Pris\n2. Vej\n"),
        ("1. Kort.pdf\n2. Bud fra Krag.pdf (lukket bilag)\n3. Plan.pdf\n", "1. Kort.pdf\n3. Plan.pdf\n"),
        ("Kort.pdf\nFortroligt bilag 2: Bud fra Krag.pdf\n", "Kort.pdf\n"),
        ("a) Pris\nb) Lukket: Krag byder højest.\nc) Vej\n", "a) Pris\nc) Vej\n"),
        (">>> LUKKET\nKrag byder højest.\n<<< LUKKET SLUT\n\nVejen er god.\n", "Vejen er god.\n"),
        ("Kun til udvalget: Krag byder højest.\n", ""),
        ("Bilag 1: Kort.pdf (lukket)\nBilag 2: Bud fra Krag.pdf (lukket)\n", "Bilag 1: Kort.pdf (lukket)\n"),
        ("[lukket]\nKrag byder højest.\n[/lukket]\n\nVejen er god.\n", "Vejen er god.\n"),
        ("::: lukket\nKrag byder højest.\n:::\n\nVejen er god.\n", "Vejen er god.\n"),
    ] {
        let text = item(passage, "");
        let copy = cuts(&text, "Krag");
        let words =
            |text: &str| text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(words(&copy), words(&item(left, "")), "{passage}");
        let kinds: Vec<Kind> =
            publication(&text, &Allowed::Nothing).withheld.iter().map(|one| one.kind).collect();
        assert_eq!(kinds, [Kind::ClosedPassage], "{passage}");
    }
}

#[test]
fn a_passage_without_certain_bounds_keeps_the_copy_back() {
    for passage in [
        "Fortroligt: Krag byder højest.\n\nHan vil bygge.\n",
        "(Lukket) Krag byder højest.\n\nHan vil bygge.\n",
        "<b>Fortroligt:</b> Krag byder højest.\n\nHan vil bygge.\n",
        "<details>\n<summary>Lukket</summary>\nKrag byder højest.\n</details>\n",
        "<div class=\"lukket\">\nKrag byder højest.\n</div>\n",
        "```\nFortroligt: Krag byder højest.\n```\n",
        "~~~\nFORTROLIGT\nKrag byder højest.\n~~~\n",
        "FORTROLIGT START Krag byder højest. FORTROLIGT SLUT Vejen er god.\n",
        "Lukkede bilag\nBud fra Krag.pdf\n",
        "Krag byder højest. Han vil bygge. (fortroligt)\n",
        "(Fortroligt: Krag byder højest.\nHan vil bygge.\n",
        "Herfra lukket:\nKrag byder højest.\n",
        "<!-- lukket start -->\nKrag byder højest.\n",
        "- (Lukket) Krag byder højest.\nHan vil bygge.\n",
    ] {
        let new = publication(&item(passage, ""), &Allowed::Nothing);
        assert_ne!(new.refusals, [], "{passage}\n{}", new.text);
    }
}

#[test]
fn what_a_passage_says_is_not_said_again() {
    let new = publication(
        &item("(Fortroligt: Torben Krag byder højest.)\n", "\nKrag har henvendt sig.\n"),
        &Allowed::Nothing,
    );
    assert_eq!(new.refusals.len(), 1, "{}", new.text);
}

#[test]
fn what_is_no_passage_stays() {
    for open in [
        "- Svømmehallen: lukket i juli\n- Biblioteket (lukket den 3. maj)\n",
        "- Elmehuset (lukket)\n- Lunden (åbent)\n",
        "- Åbent: Granhuset\n- Lukket: Elmehuset og Lunden\n",
        "- Internt: Nyhedsbrev\n- Eksternt: Opslag\n",
        "Hallen lukket fra mandag\nHallen lukket til fredag\n",
        "Rådgivningen er gratis (fortrolig: nej).\n",
        "| Hal | Juli |\n|---|---|\n| Nord | Lukket |\n| Syd | Åben |\n",
    ] {
        let new = publication(&item(open, ""), &Allowed::Doubtful);
        assert!(new.text.contains(open), "{}", new.text);
    }
}

#[test]
fn an_item_with_a_closed_passage_is_held_back_from_lists() {
    let text = item("(Fortroligt: Krag byder højest.)\n", "");
    let document = Document::new(Arc::new(Engine::default()), text);
    assert_eq!(HeldBack::of(&document, &Ranks::default()).items, [false, true, false]);
}

#[test]
fn a_mark_behind_a_tag_or_struck_words_closes_its_item() {
    for heading in [
        "<u>Lukket</u>: Grundsalg",
        "~~Åbent~~ Lukket: Grundsalg",
        "<b>Lukket</b> – Grundsalg",
        "<span style=\"color:red\">LUKKET</span>: Grundsalg",
    ] {
        let text = item("Krag byder højest.\n", "").replace("2. Grundsalg", &format!("2. {heading}"));
        assert!(!cuts(&text, "Krag").contains("Krag"), "{heading}");
    }
}

#[test]
fn words_of_a_program_and_names_in_quotation_marks_close_nothing() {
    for passage in [
        "```\nventil = lukket\nport: lukket\n```\n",
        "Forestillingen »Bag lukkede døre« vises i maj.\n",
        "Udvalget behandlede i april to lukkede punkter.\n",
        "Ida Holm foreslog, at punktet blev behandlet for lukkede døre. Forslaget faldt.\n",
        "<b>Broen</b> er lukket i uge 30.\n",
    ] {
        let text = item(passage, "");
        let new = publication(&text, &Allowed::Nothing);
        assert_eq!((new.text.as_str(), new.refusals), (text.as_str(), Vec::new()), "{passage}");
    }
}
