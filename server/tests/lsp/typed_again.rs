//! What Enter has put in and is typed all the same stands once.

use serde_json::json;

use crate::client::{Client, vscode};

const URI: &str = "file:///ws/a.referat";
const HEAD: &str = "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n1. at budgettet \
                    godkendes,\n2. at planen godkendes.\n\nBeslutning\n\n";

/// The line of the caret after a space was typed at the end of `text`.
fn spaced(client: &mut Client, text: &str, behind: &str) -> String {
    let whole = format!("{text}{behind}");
    client.open(URI, &whole);
    let (line, last) = (text.matches('\n').count(), text.rsplit('\n').next().unwrap_or_default());
    let params = json!({
        "textDocument": {"uri": URI}, "position": {"line": line, "character": last.encode_utf16().count()}, "ch": " ",
        "options": {"tabSize": 2, "insertSpaces": true}
    });
    let edits = client.request("textDocument/onTypeFormatting", params);
    let edited = client.edited(&whole, &edits);
    client.close(URI);
    edited.split('\n').nth(line).unwrap_or_default().to_owned()
}

#[test]
fn a_mark_that_is_typed_again_stands_once() {
    let mut client = vscode();
    let more = &client.capabilities["documentOnTypeFormattingProvider"]["moreTriggerCharacter"];
    assert_eq!(*more, json!([" "]));
    for (lines, left) in [
        ("Tre ting:\n\n1. Skolen\n2. 2. ", "2. "),
        ("Tre ting:\n\na) Skolen\nb) b) ", "b) "),
        ("Tre ting:\n\n- skolen\n- - ", "- "),
        ("Tre ting:\n\n  - skolen\n  - - ", "  - "),
        ("Ad 1. Godkendt.\nAd 2. Ad 2. ", "Ad 2. "),
        ("Bilag\n\nBilag 1 - Kort\nBilag 2 - Bilag 2 - ", "Bilag 2 - "),
    ] {
        assert_eq!(spaced(&mut client, &format!("{HEAD}{lines}"), ""), left, "{lines}");
    }
    client.finish();
}

#[test]
fn what_is_no_mark_put_in_by_enter_stays() {
    let mut client = vscode();
    for (lines, behind) in [
        ("Tre ting:\n\n2. 2. ", ""),
        ("Tre ting:\n\n- - ", ""),
        ("Tre ting:\n\n1. Skolen\n2. 3. ", ""),
        ("Tre ting:\n\n1. Skolen\n2. 2. ", "klasse"),
        ("Tre ting:\n\n1. Skolen\n3. 3. ", ""),
        ("Ja.\nNej. Nej. ", ""),
        ("Ad 1. Godkendt.\nBilag Bilag ", ""),
        ("  ", ""),
        (" ", ""),
    ] {
        let line = format!("{}{behind}", lines.rsplit('\n').next().unwrap_or_default());
        assert_eq!(spaced(&mut client, &format!("{HEAD}{lines}"), behind), line, "{lines}");
    }
    client.finish();
}
