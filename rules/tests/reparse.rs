//! What an edit makes necessary to read and lint again: as little as it touched.
#![allow(
    clippy::disallowed_methods,
    reason = "the samples are read from disk; the core itself reads nothing"
)]

use std::sync::Arc;

use rules::document::{Document, Engine, Redone};
use rules::text::edit::Edit;
use rules::text::range;

/// A meeting of forty items, each with the same sections.
fn meeting() -> String {
    let item = |n: usize| {
        format!(
            "{n}. Plan for område {n}\n\nSagsfremstilling\n\nOmrådet ligger ved havnen.\n\nIndstilling\n\nDirektionen \
             indstiller,\n\n1. at planen godkendes,\n2. at den drøftes.\n\nBeslutning\n\nGodkendt.\n\n"
        )
    };
    let items: String = (1..=40).map(item).collect();
    format!("Byrådet\n4. april 2022 kl. 17.00\n\n{items}")
}

/// Replaces the first `old` after `after` by `new`, and says what was done again; the result must be a fresh one.
#[track_caller]
fn edit(after: &str, old: &str, new: &str) -> Redone {
    let engine = Arc::new(Engine::default());
    let mut document = Document::new(engine.clone(), meeting());
    let from = document.text().find(after).expect("the place");
    let start = from + document.text()[from..].find(old).expect("the words");
    // What was listed before moves along.
    let _ = document.listed();
    let redone = document.edit(&Edit::replace(range(start, start + old.len()), new)).expect("an edit");
    let fresh = Document::new(engine, document.text().to_owned());
    assert_eq!(document.minutes(), fresh.minutes());
    assert_eq!(document.diagnostics(), fresh.diagnostics());
    redone
}

/// Blocks are read again from sixteen before the edit, where a comment may have been opened, to one after it.
const MOST_BLOCKS: usize = 20;

#[test]
fn a_letter_reads_one_item_again() {
    let redone = edit("20. Plan", "ved havnen", "ved havne");
    assert_eq!(redone.reread.items, [19]);
    assert_eq!(redone.items_linted, 1);
    assert!(redone.reread.blocks <= MOST_BLOCKS, "{redone:?}");
}

#[test]
fn letters_that_make_a_line_something_else_are_read_as_such() {
    for (old, new) in [
        ("Området ligger ved havnen.", "---"),
        ("Området ligger", "<!-- Området ligger"),
        ("Området", "- Området"),
        ("Området", "Beslutning: Området"),
        ("ved havnen.", "ved havnen. -->"),
        ("ved havnen.", "\n\nKommunen\r"),
        ("Godkendt.", ""),
    ] {
        edit("20. Plan", old, new);
    }
}

#[test]
fn a_new_heading_splits_one_item() {
    let redone = edit("20. Plan", "Området ligger", "Ja.\n\n21. Ny sag\n\nIndstilling\n\nOmrådet ligger");
    assert_eq!(redone.reread.items, [19, 20]);
    assert!(redone.reread.blocks <= MOST_BLOCKS + 4, "{redone:?}");
}

#[test]
fn a_heading_that_goes_joins_two_items() {
    let redone = edit("20. Plan", "21. Plan for område 21\n\nSagsfremstilling\n", "");
    assert_eq!(redone.reread.items, [19]);
    assert!(redone.reread.blocks <= MOST_BLOCKS, "{redone:?}");
}

#[test]
fn an_edit_in_the_head_reads_no_item_again() {
    let redone = edit("Byrådet", "17.00", "17.30");
    assert!(redone.reread.items.len() <= 1, "{redone:?}");
    assert!(redone.reread.blocks <= MOST_BLOCKS + 4, "{redone:?}");
}

#[test]
fn another_date_of_the_meeting_is_news_for_the_rules_that_asked_for_it() {
    let redone = edit("Byrådet", "4. april", "5. april");
    assert_eq!(redone.items_linted, 0);
}

#[test]
fn a_document_that_leaves_its_rules_is_one_that_never_had_any() {
    let engine = Engine::default();
    let faulty = meeting().replace("godkendes,", "godkendes ,");
    let linted = Document::new(Arc::new(engine.clone()), faulty.clone());
    assert!(!linted.diagnostics().is_empty());
    let mut left = linted.without_rules();
    let mut never = Document::new(Arc::new(engine.without_rules()), faulty);
    for _ in 0..2 {
        assert!(left.diagnostics().is_empty());
        assert_eq!((left.minutes(), left.context()), (never.minutes(), never.context()));
        let typed = Edit::insert(60.into(), "Nyt. ");
        assert_eq!(left.edit(&typed), never.edit(&typed));
    }
}

/// Texts whose items depend on more than their own lines: a letter, the header of a table, a title over two lines, what was said in the
/// place of a title.
const OF_COMPANY: [&str; 4] = [
    "Fjordby Havn\n\nKære lejere\nSådan gør vi nu.\n\n1. Tid\nVi begynder i maj.\n\n2. Plads\nFlyt båden.\n\n3. Strøm\nSluk.\n\nVenlig hilsen\nBo\n",
    "Havneudvalget\n4. maj 2026\n\n| Nr. | Type | Emne | Beslutning |\n| 1 | B | Ny kran | Udsat. |\n| 2 | O | Bom | Godkendt. |\n",
    "Havneudvalget\n4. maj 2026\n\n1. Leje af pladser om vinteren\npå kajen ved den gamle kran\nDer er tre.\n\n2. Bom\nHavneudvalgets beslutning\nUdsat.\n",
    "Havneudvalget\n4. maj 2026\n\nI. Åbne sager\n\nAd 1. Der mangler en nøgle.\n\nII. Lukkede sager\n\nAd 2. Vi køber en kran.\n",
];

#[test]
fn letters_taken_away_and_put_back_leave_what_a_fresh_text_has() {
    const EVERY: usize = 2;
    let engine = Arc::new(Engine::default());
    for text in OF_COMPANY {
        let mut document = Document::new(engine.clone(), text.to_owned());
        for (at, letter) in text.char_indices().step_by(EVERY) {
            let taken = Edit::replace(range(at, at + letter.len_utf8()), "");
            let put_back = Edit::insert(range(at, at).start(), letter.to_string());
            for edit in [taken, put_back] {
                document.edit(&edit).expect("the place is in the text");
                let fresh = Document::new(engine.clone(), document.text().to_owned());
                assert_eq!(document.minutes(), fresh.minutes(), "{}", document.text());
            }
        }
    }
}
