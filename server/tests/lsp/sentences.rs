//! References in whole sentences, as they are written in agendas and minutes, and what only looks like them.

use serde_json::{Value, json};

use crate::client::{Client, vscode};

/// Sentences that name item 3 by their last "3", or by its word.
const ITEMS: &[&str] = &[
    "Punktet hænger sammen med punkt 3.",
    "Der henvises til punkt 3 på dagens møde.",
    "Der henvises til dagsordenspunkt 3.",
    "Der henvises til dagsordenpunkt 3.",
    "Se dagsordenens punkt 3.",
    "Se også pkt. 3 nedenfor.",
    "Se også pkt. 3 på dagsordenen.",
    "Se også pkt. 3 i denne dagsorden.",
    "Se sag nr. 3 på dagsordenen.",
    "Se sag 3 på dagsordenen.",
    "Se sag nr. 3.",
    "jf. nr. 3 på dagsordenen",
    "jf. sagen om havnen (punkt 3)",
    "jf. punkt 3 (\"Havn\")",
    "jf. punkt 3 – Havn",
    "jf. punkt 3 om havnen",
    "jf. punkt 3, Havn, på dagsordenen",
    "jf. pkt. nr. 3",
    "jf. PUNKT 3",
    "jf. PKT. 3",
    "jf. Pkt 3",
    "jf. pkt.3",
    "jf. dagens punkt 3",
    "jf. dette mødes punkt 3",
    "Punkt 3 udgår.",
    "Punkt 3: udgår.",
    "Punkt 3 blev behandlet før punkt 1.",
    "Punkt 1 og 3 behandles samlet.",
    "Punkterne 1 og 3 behandles samlet.",
    "Punkt 1+3 behandles samlet.",
    "Punkt 1 & 3 behandles samlet.",
    "Punkt 1 hhv. 3 behandles samlet.",
    "Punkterne 1, 2 og 3 behandles samlet.",
    "Punkterne 1-3 behandles samlet.",
    "Punkt 1 til 3 behandles samlet.",
    "Punkt 1 t.o.m. 3 behandles samlet.",
    "Punkt 1 til og med 3 behandles samlet.",
    "Punkt 1, punkt 2 samt punkt 3 behandles samlet.",
    "Under punkt 3 forlod formanden mødet.",
    "Udvalget gik til punkt 3.",
    "Se det tredje punkt på dagsordenen.",
    "Se 3. punkt på dagsordenen.",
    "Se [punkt 3](#havn).",
    "Se **punkt 3**.",
    "Se punkt **3**.",
    "Se *pkt. 3*.",
];

/// Sentences that name at-point 2 of the item.
const POINTS: &[&str] = &[
    "Se 2. at-punkt.",
    "Se andet at-punkt.",
    "Se det andet at-punkt.",
    "Se at-punkt 2.",
    "Se at-punkt nr. 2.",
    "Se indstillingens 2. at-punkt.",
    "Se indstillingens 2. punkt.",
    "Se indstillingens andet punkt.",
    "Se indstillingens punkt 2.",
    "Se indstillingens pkt. 2.",
    "Se punkt 2 i indstillingen.",
    "Se pkt. 2 i indstillingen ovenfor.",
    "Se 2. at punkt.",
    "Se at-pkt. 2.",
    "Se AT-PUNKT 2.",
    "Se 1. og 2. at-punkt.",
    "Se første og andet at-punkt.",
    "Se at-punkt 1 og 2.",
    "Se at-punkterne 1-2.",
    "Se indstillingspunkt 2.",
    "Se nr. 2 i indstillingen.",
];

/// Sentences that name attachment 2 of the item.
const ATTACHMENTS: &[&str] = &[
    "Se bilag 2.",
    "Se bilag nr. 2.",
    "Se Bilag 2.",
    "Se BILAG 2.",
    "Se bilagene 1 og 2.",
    "Se bilag 1-2.",
    "Se bilag 1 og bilag 2.",
    "Se bilag\n2.",
    "Se bilag\u{a0}2.",
    "Se bil. 2.",
    "Se 2. bilag.",
    "Se det vedlagte bilag 2.",
    "Planen er vedlagt (bilag 2).",
    "Af bilag 2, side 4, fremgår prisen.",
    "Bilag 2 viser planen.",
    "Bilag 2s tal er nye.",
    "Bilag 2's tal er nye.",
    "Se bilag 2 til dette punkt.",
    "Se bilag 2 i sagen.",
    "Se **bilag 2**.",
];

/// Sentences that name nothing of this meeting.
const OTHERS: &[&str] = &[
    "Se lovens punkt 3.",
    "Se pkt. 3 i vedtægterne.",
    "Se byggelovens § 5, stk. 1, pkt. 3.",
    "Se punkt 3 på mødet den 3. marts 2026.",
    "Se punkt 3 i Økonomiudvalgets dagsorden.",
    "Økonomiudvalget behandlede sagen som punkt 3.",
    "Udvalget behandlede sagen den 3. februar 2026 (punkt 3).",
    "Se kontraktens punkt 3.",
    "Klassen fik 3 point.",
    "Indekset faldt 2 punkt 3 gange.",
    "Se tjeklistens punkt 3.",
    "Se \"Plan for punkt 3-skoler\".",
    "Se fanen Økonomi, punkt 3.",
    "Se https://x.dk/punkt/3.",
    "Se `punkt 3`.",
    "Se handleplan, punkt 3.",
    "Se høringssvar nr. 3.",
    "Se sag 3 fra sidste år.",
    "Se sag nr. 3 i klagenævnet.",
    "Se nr. 3 på listen.",
    "Se Vejlovens bilag 3.",
    "Se bilag 3 i lejekontrakten.",
    "Se bilag 2 til mødet den 3. marts 2026.",
    "Se 2. punkt i handleplanen.",
];

/// Sentences that may name item 3: only a person knows.
const PERHAPS: &[&str] =
    &["Punkt tre udgår.", "Se også pkt. 3 i referatet.", "Se 3. punkt.", "Referatets punkt 3 rettes."];

const URI: &str = "file:///ws/a.referat";

fn minutes(sentence: &str) -> String {
    format!(
        "# Kulturudvalget\n\nReferat\n\nTirsdag den 7. april 2026 kl. 17.00\n\n## 1. Budget\n\nIntet.\n\n## 2. Skolen\n\n\
         ### Indstilling\n\nDirektionen indstiller,\n\n1. at planen godkendes,\n2. at den sendes i høring.\n\n\
         ### Sagsfremstilling\n\n{sentence}\n\n### Bilag\n\n1. Kort\n2. Plan\n\n## 3. Havn\n\nIntet.\n"
    )
}

/// The line that what `sentence` names by `number`, or by `word`, leads to.
fn led_to(client: &mut Client, sentence: &str, number: char, word: &str) -> String {
    let text = minutes(sentence);
    client.open(URI, &text);
    let at = sentence.rfind(number).or_else(|| sentence.find(word)).expect("the number");
    let before = &text[..text.find(sentence).expect("the sentence") + at];
    let line = before.matches('\n').count();
    let column = client.encoding.count(before.rsplit('\n').next().unwrap_or_default());
    let found = client.at("textDocument/definition", URI, json!({"line": line, "character": column}));
    client.pushed_or_pulled(URI);
    client.close(URI);
    let line = found[0]["range"]["start"]["line"].as_u64().and_then(|line| usize::try_from(line).ok());
    line.and_then(|line| text.lines().nth(line)).unwrap_or_default().to_owned()
}

#[test]
fn sentences_lead_to_what_they_name() {
    let mut client = vscode();
    let kinds = [
        (ITEMS, '3', "tredje", "## 3. Havn"),
        (POINTS, '2', "andet", "2. at den sendes i høring."),
        (ATTACHMENTS, '2', "", "2. Plan"),
    ];
    for (sentences, number, word, line) in kinds {
        for sentence in sentences {
            assert_eq!(led_to(&mut client, sentence, number, word), line, "{sentence}");
        }
    }
    client.finish();
}

/// The edits that a new number of `words` makes in `sentence`, and whether the user is asked.
fn renamed(client: &mut Client, sentence: &str, words: &str) -> Vec<(String, bool)> {
    let text = minutes(sentence);
    client.open(URI, &text);
    client.pushed_or_pulled(URI);
    let mut at = client.of(&text, words);
    at["character"] = (words.find(|c: char| c.is_ascii_digit()).unwrap_or_default()).into();
    let params = json!({"textDocument": {"uri": URI}, "position": at, "newName": "9"});
    let edit = client.request("textDocument/rename", params);
    client.close(URI);
    let line = text[..text.find(sentence).expect("the sentence")].matches('\n').count();
    let edits = edit["documentChanges"][0]["edits"].as_array().cloned().unwrap_or_default();
    let here = |edit: &&Value| edit["range"]["start"]["line"] == line;
    let said = |edit: &Value| {
        (edit["newText"].as_str().unwrap_or_default().to_owned(), !edit["annotationId"].is_null())
    };
    edits.iter().filter(here).map(said).collect()
}

#[test]
fn nothing_of_another_paper_or_meeting_is_renumbered_unasked() {
    let mut client = vscode();
    for sentence in OTHERS {
        for words in ["## 3. Havn", "2. at den", "2. Plan"] {
            let sure = renamed(&mut client, sentence, words).into_iter().any(|(_, asked)| !asked);
            assert!(!sure, "{sentence} with {words}");
        }
    }
    client.finish();
}

#[test]
fn what_only_a_person_knows_is_asked_about() {
    let mut client = vscode();
    for sentence in PERHAPS {
        assert_eq!(renamed(&mut client, sentence, "## 3. Havn"), [("9".to_owned(), true)], "{sentence}");
    }
    client.finish();
}
