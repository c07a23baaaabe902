//! The server's text is the editor's text, whatever is typed and however columns are counted.

use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_oneof, proptest};
use serde_json::{Value, json};

use crate::client::{Client, HELIX, NEOVIM, VSCODE, everyone, helix, neovim, vscode};
use crate::settled::config;

const URI: &str = "file:///ws/m%C3%B8de.referat";

/// What the server makes of a document: its outline and its findings.
fn seen(client: &mut Client, uri: &str, version: i32) -> (Value, Vec<Value>) {
    let findings = client.findings(uri, version);
    (client.request("textDocument/documentSymbol", json!({"textDocument": {"uri": uri}})), findings)
}

fn replace(client: &Client, text: &mut String, start: usize, end: usize, new: &str) -> Value {
    let range = json!({"start": client.position(text, start), "end": client.position(text, end)});
    text.replace_range(start..end, new);
    json!({"range": range, "text": new})
}

/// Opens `text` as another document, and expects the same of both.
fn same_as_fresh(client: &mut Client, text: &str, version: i32) {
    let fresh = "file:///ws/fresh.referat";
    client.open(fresh, text);
    let typed = seen(client, URI, version);
    let (outline, findings) = seen(client, fresh, 1);
    let respelled = |value: &Value| value.to_string().replace(fresh, URI);
    assert_eq!(typed.0.to_string(), respelled(&outline), "outline of {text:?}");
    assert_eq!(json!(typed.1).to_string(), respelled(&json!(findings)), "findings in {text:?}");
    client.close(fresh);
}

#[test]
fn each_client_gets_the_encoding_it_asked_for() {
    let [vscode, neovim, helix] = everyone();
    assert_eq!(vscode.capabilities["positionEncoding"], "utf-16");
    assert_eq!(neovim.capabilities["positionEncoding"], "utf-8");
    assert_eq!(helix.capabilities["positionEncoding"], "utf-32");
    [vscode, neovim, helix].into_iter().for_each(Client::finish);
}

#[test]
fn several_edits_in_one_notification_are_made_in_order() {
    for mut client in everyone() {
        let mut text = "Byrådet\r\n4. april 2022 kl. 17.00\r\n\r\n1. 🙂 Æble\r\n".to_owned();
        client.open(URI, &text);
        seen(&mut client, URI, 1);
        let at = text.find("Æble").expect("there");
        let changes = json!([
            replace(&client, &mut text, at, at + "Æble".len(), "Pære\u{a0}e\u{301}\u{2028}"),
            replace(&client, &mut text, at, at, "🙂🙂 "),
            replace(&client, &mut text, 0, 0, "\r"),
            replace(&client, &mut text, 1, 1, "\nReferat\r"),
        ]);
        client.change(URI, 2, changes);
        same_as_fresh(&mut client, &text, 2);
        client.finish();
    }
}

#[test]
fn many_edits_in_one_notification_are_one_edit() {
    let mut client = neovim();
    let mut text = include_str!("../../../tests/minutes/fredericia-senior.txt").to_owned();
    client.open(URI, &text);
    client.pushed(URI, 1);
    let places: Vec<usize> = text.rmatch_indices("udvalget").map(|(at, _)| at).take(20).collect();
    let changes: Vec<Value> =
        places.iter().map(|&at| replace(&client, &mut text, at, at + "udvalget".len(), "rådet")).collect();
    client.change(URI, 2, json!(changes));
    same_as_fresh(&mut client, &text, 2);
    client.finish();
}

#[test]
fn places_outside_the_text_are_moved_into_it() {
    let mut client = vscode();
    client.open(URI, "Byrådet\nA 🙂 B\n");
    let range =
        |a, b, c, d| json!({"start": {"line": a, "character": b}, "end": {"line": c, "character": d}});
    client.change(
        URI,
        2,
        json!([
            {"range": range(0, 99, 0, 99), "text": "s"},
            {"range": range(99, 0, 99, 99), "text": "slut"},
            {"range": range(1, 3, 1, 3), "text": "x"},
            {"range": range(2, 4, 2, 0), "text": "SLUT"},
        ]),
    );
    same_as_fresh(&mut client, "Byrådets\nA x🙂 B\nSLUT", 2);
    client.finish();
}

#[test]
fn a_change_without_a_range_replaces_everything() {
    let mut client = helix();
    client.open(URI, "Byrådet\n1. Budget\n");
    client.pushed(URI, 1);
    client.change(URI, 2, json!([{"text": "Byrådet\n\n1. Budget\n2. Skole æ\n"}]));
    same_as_fresh(&mut client, "Byrådet\n\n1. Budget\n2. Skole æ\n", 2);
    client.finish();
}

#[test]
fn addresses_are_echoed_as_the_client_spells_them() {
    let mut client = neovim();
    for uri in ["file:///ws/Referat [udkast] børn og unge.md", "untitled:Untitled-1", "file:///c%3A/ws/a.md"]
    {
        client.open(uri, "Byrådet\n\n1. Budget\n\n2. Skole\n");
        client.pushed(uri, 1);
        let outline = client.request("textDocument/documentSymbol", json!({"textDocument": {"uri": uri}}));
        assert_eq!(outline[0]["children"][0]["name"], "1. Budget");
    }
    client.finish();
}

/// Replaces the characters from one place to another, both in thousandths of the text.
fn edit() -> impl Strategy<Value = (u16, u16, String)> {
    let words = prop_oneof![
        "[a-zæøå🙂 \r\n.0-9]{0,6}",
        Just("\r\n".to_owned()),
        Just("\nIndstilling\n".to_owned()),
        Just("\n3. At sagen drøftes.\n".to_owned()),
        Just("\u{a0}e\u{301}\u{2028}\u{85}\u{c}".to_owned()),
    ];
    (any::<u16>(), 0..30_u16, words)
}

fn place(text: &str, n: u16) -> usize {
    let at = text.len() * usize::from(n) / usize::from(u16::MAX);
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..config() })]
    #[test]
    fn random_typing_ends_in_the_text_of_a_plain_string(script in proptest::collection::vec(edit(), 1..12)) {
        for profile in [VSCODE, NEOVIM, HELIX] {
            let settings = json!({"diagnostics": {"delay": 0}});
            let mut client = Client::start(profile, json!({"initializationOptions": settings}), settings);
            let mut text = include_str!("../../../tests/minutes/kobenhavn-job-faults.txt").replace('\n', "\r\n");
            client.open(URI, &text);
            let mut version = 1;
            for (from, len, new) in &script {
                let start = place(&text, *from);
                let end = text[start..].char_indices().nth(usize::from(*len)).map_or(text.len(), |(at, _)| start + at);
                // A place inside "\r\n" is none that an editor has.
                let inside = |at: usize| text[..at].ends_with('\r') && text[at..].starts_with('\n');
                if inside(start) || inside(end) {
                    continue;
                }
                version += 1;
                let change = replace(&client, &mut text, start, end, new);
                client.change(URI, version, json!([change]));
            }
            same_as_fresh(&mut client, &text, version);
            client.ignore_rest();
        }
    }
}
