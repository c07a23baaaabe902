//! Laws that hold for every text and every edit, tried on random ones.
#![allow(
    clippy::disallowed_methods,
    reason = "the samples are read from disk; the core itself reads nothing"
)]

mod places;
mod project;
mod random;

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use rules::document::{Document, Engine};
use rules::publish::{Allowed, Publication};
use rules::syntax::Ranks;
use rules::text::edit::Edit;

use crate::places::place;
use crate::random::{SAMPLES, config};

/// Pieces of text that mean something in minutes, and some that break things.
fn piece() -> impl Strategy<Value = String> {
    let words = vec![
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        " ",
        "\u{a0}",
        "\t",
        "Indstilling",
        "Beslutning\n",
        "Punkt 4: ",
        "3. ",
        "- at ",
        "1. at ",
        "## ",
        "---\n",
        "===\n",
        "<!--",
        "-->",
        "Lukket",
        "(Lukket)",
        "Godkendt.",
        "1. at-punkt",
        "den 8. marts 2021",
        "kl. 25.30",
        "Beslutning i Byrådet den 04-04-2022\n",
        "Sag nr. 3\n",
        "Mødedato: ",
        "Indholdsfortegnelse\n",
        ".....\t3\n",
        "”",
        "\"",
        "æøå",
        "🙂",
        "a\u{30a}",
        "\u{feff}",
        "010203-1234",
        "jf. bilag 4",
        "Økonomiforvaltningen ",
        "Økonomiforvaltingen ",
        "økonomiforvaltningens",
        "Social- og Omsorgsudvalget ",
        "Social – og Omsorgsudvalget ",
        "Social og Omsogsudvalget ",
        "Medlemmer: Marianne Toftgaard (A), Torben Hoffmann (V)\n",
        "Marianne Toftegaard ",
        "Torben Hoffman (V) ",
        "Torben Hoffmann (V) ",
        "Sandvig Kommune ",
        "```\n",
        "~~~\n",
        "`",
        "    kl 15\n",
        "[[kl.16]]",
        "[a](kl.16)",
        "titel: Plan\n",
        "BESLUTNINGSFORSLAG FRA LISTE Ø\n",
        "procent point ",
        "x",
        "",
    ];
    prop_oneof![
        8 => proptest::sample::select(words).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

/// A place as a fraction of the text, how much goes, and what comes instead.
fn edits() -> impl Strategy<Value = Vec<(f64, f64, String)>> {
    vec((0.0..1.0, prop_oneof![3 => Just(0.0), 2 => 0.0..0.01, 1 => 0.0..0.3], piece()), 1..12)
}

fn check_edits(text: &str, edits: &[(f64, f64, String)]) -> Result<(), proptest::test_runner::TestCaseError> {
    let engine = Arc::new(Engine::default());
    let mut edited = Document::new(engine.clone(), text.to_owned());
    let mut typed = edited.clone();
    for (from, share, new) in edits {
        let edit = Edit::replace(place(edited.text(), *from, *share), new.clone());
        edited.edit(&edit).expect("an edit between characters");
        typed.edit_first(&edit).expect("an edit between characters");
        let fresh = Document::new(engine.clone(), edited.text().to_owned());
        prop_assert_eq!(edited.minutes(), fresh.minutes());
        prop_assert_eq!(edited.lines(), fresh.lines());
        prop_assert_eq!(edited.context(), fresh.context());
        prop_assert_eq!(edited.diagnostics(), fresh.diagnostics());
        for diagnostic in fresh.diagnostics() {
            prop_assert!(fresh.text().get(std::ops::Range::<usize>::from(diagnostic.range)).is_some());
        }
        // What waits stands in the text meanwhile, and says at last what it says at once.
        for diagnostic in typed.diagnostics() {
            let edits = diagnostic.fixes.iter().flat_map(|fix| &fix.edits).map(Edit::range);
            let related = diagnostic.related.iter().map(|related| related.range);
            for place in related.chain(edits).chain([diagnostic.range]) {
                prop_assert!(fresh.text().get(std::ops::Range::<usize>::from(place)).is_some());
            }
        }
        let mut settled = typed.clone();
        settled.settle();
        prop_assert_eq!(settled.diagnostics(), fresh.diagnostics());
    }
    Ok(())
}

/// The signs between words may be of two or three bytes: no reader counts them as one.
#[test]
fn words_may_stand_apart_by_any_space() {
    let engine = Engine::default();
    for (text, space) in SAMPLES.iter().flat_map(|text| ["\u{a0}", "\u{2009}"].map(|space| (text, space))) {
        let text = format!("{text}\nDer er to forslag: I dag kører kun den ene.\n").replace(' ', space);
        let document = Document::new(Arc::new(engine.clone()), text.clone());
        rules::outline::Outline::new(&document);
        for place in Publication::new(&engine, &text, Ranks::default(), &Allowed::default()).closed {
            assert!(text.get(std::ops::Range::<usize>::from(place)).is_some(), "{place:?} is in the text");
        }
    }
}

/// Places of votes, points and people that end before what takes their place begins once made the server fail.
#[test]
fn what_a_vote_is_told_with_may_go_letter_by_letter() {
    let head = "Skoleudvalget\n\n1. Plads ved havnen\n\nIndstilling\nForvaltningen indstiller, at forslaget godkendes.\n\nBeslutning\n";
    let votes =
        ["Godkendt.\nFor stemte 7: A, F og Ø. Imod stemte 2: C og V.\n", "Vedtaget med 7 stemmer mod 2.\n"];
    for vote in votes {
        let text = format!("{head}{vote}");
        for (at, _) in vote.char_indices().step_by(2) {
            let share = |bytes: usize| bytes as f64 / text.len() as f64;
            check_edits(&text, &[(share(head.len() + at), share(5), String::new())])
                .expect("the same as afresh");
        }
    }
}

proptest! {
    // `PROPTEST_CASES` sets how many; each case makes up to eleven edits.
    #![proptest_config(config())]

    #[test]
    fn an_edited_sample_is_a_fresh_one(which in any::<proptest::sample::Index>(), edits in edits()) {
        let text: &String = which.get(&SAMPLES);
        check_edits(text, &edits)?;
    }

    #[test]
    fn an_edited_heap_of_pieces_is_a_fresh_one(pieces in vec(piece(), 0..40), edits in edits()) {
        check_edits(&pieces.concat(), &edits)?;
    }

    #[test]
    fn any_bytes_are_a_document(bytes in vec(any::<u8>(), 0..400)) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let document = Document::new(Arc::new(Engine::default()), text);
        rules::outline::Outline::new(&document);
    }
}
