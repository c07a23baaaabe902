//! What is no prose is left alone: nothing is found there, and no fix writes there.

use std::sync::Arc;

use rules::document::{Document, Engine};
use rules::lint::Applicability;
use rules::repair::repair;

/// Faults that are found, and mended, wherever they stand in prose.
const FAULTS: &str = "kl 15.30 og og pågåldende ,x";

/// A meeting with `text` in the case of its second item.
fn meeting(text: &str) -> String {
    format!(
        "# Byrådet\n\n4. april 2022 kl. 17.00\n\n## 1. Havnen\n\n### Beslutning\n\nGodkendt.\n\n## 2. Skolen\n\n### \
         Sagsfremstilling\n\nSagen er ny.\n\n{text}\n\nDet er sådan.\n\n### Beslutning\n\nGodkendt.\n"
    )
}

/// The names of the rules that find something in `text`, and the text after all their fixes.
fn checked(text: &str) -> (Vec<&'static str>, String) {
    let engine = Arc::new(Engine::default());
    let found = Document::new(engine.clone(), text.to_owned()).diagnostics();
    let mended = repair(&engine, text, Applicability::Unsafe, &|_, found| found).expect("fixes that settle");
    (found.iter().map(|finding| finding.rule.name).collect(), mended.text)
}

#[test]
fn prose_is_mended() {
    let (found, mended) = checked(&meeting(FAULTS));
    assert!(found.contains(&"typography/repeated-word"), "{found:?}");
    assert!(mended.contains("kl. 15.30 og pågældende ,x"), "{mended}");
}

#[test]
fn what_is_no_prose_is_left_alone() {
    for text in [
        "```\n*\n```",
        "~~~ text\n*\n\n*\n~~~",
        "```\n## 3. Nej\n\n### Indstilling\n\n*\n```",
        "- Se her:\n\n  ```\n  *\n  ```",
        "    *\n    *",
        "Skriv `*` i feltet.",
        "Se ![](billeder/3.april,kl.16.png) og ![Kort](3.april,kl.16.png).",
        "Se [planen](<3.april ,kl.16 og og.png>) i mappen.",
        "Se [[kl.16]] og [[3.april ,kl 16|mødet]].",
        "Se #kl.16 og #kl.17.",
        "Se <https://by.dk/kl.16,og,og>.",
        "Se https://by.dk/kl.16 og www.by.dk/3.april,kl.16.",
        "Se [planen][p].\n\n[p]: kl.16.html \"*\"",
        "<!-- * -->",
        "<!-- *\n*\n\n* -->",
        "Sagen <!-- * --> er ny.",
        "<div title=\"*\">\n",
        "Se 3.april,kl.16.docx og G:\\Møder\\3.april\\kl.16.",
        "- Notat ,kl 16 og og bilag.pdf",
        "> *",
        "Liste Ø siger: ”*”.",
        "Liste Ø siger: \"*\".",
        "Liste Ø siger: ”*\n\n*.”",
        "BESLUTNINGSFORSLAG FRA LISTE Ø\n\n*\n\n*, Århus Byråd",
    ] {
        let text = meeting(&text.replace('*', FAULTS));
        let (found, mended) = checked(&text);
        assert_eq!(found, [""; 0], "{text}");
        assert_eq!(mended, text);
    }
}

#[test]
fn front_matter_is_left_alone() {
    let text = format!("---\ntitel: {FAULTS}\ntags:\n  - kl.16\n---\n\n{}", meeting("Sagen er god."));
    let (found, mended) = checked(&text);
    assert_eq!(found, [""; 0]);
    assert_eq!(mended, text);
}

#[test]
fn a_private_number_is_found_wherever_it_stands() {
    let text = meeting("```\nF\n```\n\nSe `F` og [[F]] <!-- F -->, ”F”.").replace('F', "010203-1234");
    let (found, _) = checked(&text);
    assert_eq!(found, ["privacy/cpr-number"; 5]);
}

#[test]
fn remarks_motions_and_quotations_are_not_proofread() {
    const SLIPS: &str = "Rådet skal håndterer opgaven, og det gælder den kommunal boliganvisning.";
    let (found, _) = checked(&meeting(SLIPS));
    for rule in ["spelling/verb-form", "spelling/agreement"] {
        assert!(found.contains(&rule), "{rule}: {found:?}");
    }
    for text in [
        format!("BESLUTNINGSFORSLAG FRA LISTE Ø\n\n{SLIPS}"),
        format!("Liste Ø skriver: ”{SLIPS}”"),
        format!("> {SLIPS}"),
        format!("Brevet lyder: {SLIPS}"),
        format!("Fra: Ida Holm\nSendt: 4. april 2022\nEmne: Boliger\n\n{SLIPS}"),
    ] {
        let text = meeting(&text);
        let (found, mended) = checked(&text);
        assert_eq!((&found[..], &mended), (&[""; 0][..], &text));
    }
    let remark = format!("Godkendt.\n\nProtokolbemærkning fra Liste Ø:\n\n{SLIPS}\n");
    let text = format!("{}\n", meeting("Sagen er god.").trim_end().trim_end_matches("Godkendt.")) + &remark;
    assert_eq!(checked(&text).0, [""; 0], "{text}");
}
