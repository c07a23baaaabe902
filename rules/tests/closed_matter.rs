//! What is closed is read once and kept with a document, and an edit reads again what it touched: the result is that of the text
//! read afresh, with nothing known of its lines.
#![allow(
    clippy::disallowed_methods,
    reason = "the samples are read from disk; the core itself reads nothing"
)]

mod project;
mod random;

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, any, prop_assert_eq, proptest};
use proptest::sample::{Index, select};
use proptest::test_runner::TestCaseError;
use random::{SAMPLES, config};
use rules::confidential::closure::{ClosedMatter, Reading, lines};
use rules::document::{Document, Engine};
use rules::text::edit::Edit;
use rules::text::range;

/// Lines that close, open, mark and tell, and such as do nothing of it.
const LINES: &[&str] = &[
    "\n2. Køb af grund (Lukket)\n",
    "\n3. Nyt hegn\n",
    "\n3. Nyt hegn (Åben)\n",
    "\nLukkede punkter\n\n",
    "\nÅbne punkter\n\n",
    "\nLukket start\nEjeren er syg.\nLukket slut\n\n",
    "\nFortroligt: Ejeren er syg.\n\n",
    "Prisen er 3 mio. kr. (fortroligt: budet var 2).\n",
    "\nPunkt 2 og 3 behandles for lukkede døre.\n\n",
    "\nDørene blev lukket.\n\n",
    "\nDørene åbnes igen.\n\n",
    "\n* = lukket punkt\n\n",
    "\n2. Køb af grund *\n",
    "\nL: Lukket sag\n\n",
    "\n| Punkt | Åben |\n|---|---|\n| 2 Køb af grund | Nej |\n\n",
    "\n<!-- lukket -->\n",
    "\n```\nlukket punkt\n```\n",
    "\n4. Grund - lukekt sag\n",
    "\n- [ ] Lukket\n",
    "\nBilag 2: Aftale Holm.pdf (lukket bilag)\n",
    "\nBeslutning\n\nGodkendt.\n\n",
    "\nMødet hævet kl. 21.\n\nOle Holm\n\n",
    "Området ligger ved havnen. ",
    "\n\n",
    " ",
    "lukket",
];

/// What `document` keeps, against what its text says read afresh.
fn is_as_afresh(document: &Document) -> Result<(), TestCaseError> {
    let fresh = Document::new(document.engine().clone(), document.text().to_owned());
    let reading = Reading::new(fresh.text(), fresh.minutes());
    let afresh = ClosedMatter::of(reading, &lines(reading, &[]));
    prop_assert_eq!(document.closed_matter(), &afresh, "kept in\n{}", document.text());
    prop_assert_eq!(fresh.closed_matter(), &afresh, "read once in\n{}", document.text());
    Ok(())
}

/// Puts `line` at, or in the place of some bytes behind, `at` of `document`.
fn edit(document: &mut Document, at: Index, line: &str, gone: usize) {
    let text = document.text();
    let start = text.floor_char_boundary(at.index(text.len() + 1));
    let end = text.ceil_char_boundary((start + gone).min(text.len()));
    document.edit(&Edit::replace(range(start, end), line)).expect("inside the text");
}

proptest! {
    // Each case reads some ten documents.
    #![proptest_config(ProptestConfig { cases: 40, ..config() })]

    #[test]
    fn what_is_kept_is_what_is_read_afresh(
        lines in vec(select(LINES), 0..14),
        edits in vec((any::<Index>(), select(LINES), 0_usize..40), 1..8),
    ) {
        let text = format!("Byrådet\nReferat\n4. april 2022 kl. 17.00\n\n1. Budget\n\nGodkendt.\n{}", lines.concat());
        let mut document = Document::new(Arc::new(Engine::default()), text);
        for (at, line, gone) in edits {
            edit(&mut document, at, line, gone);
            is_as_afresh(&document)?;
        }
    }

    #[test]
    fn samples_keep_it_through_edits(
        which in any::<Index>(),
        edits in vec((any::<Index>(), select(LINES), 0_usize..200), 1..4),
    ) {
        let mut document = Document::new(Arc::new(Engine::default()), which.get(&SAMPLES).clone());
        for (at, line, gone) in edits {
            edit(&mut document, at, line, gone);
            is_as_afresh(&document)?;
        }
    }
}
