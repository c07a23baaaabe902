//! Nothing of what minutes say reaches a log: standard error stays empty (every test holds that), and so does the
//! client's log of their words.

use serde_json::{Value, json};

use crate::client::{Client, NEOVIM};

const URI: &str = "file:///ws/a.referat";
const TEXT: &str =
    "Kvistbjerg Kommune\n4. april 2022\n\n1. Sag om Ask Hvidtjørn\n\nBeslutning\n\nCPR 010203-1234 At at.\n";

#[test]
fn what_the_server_complains_of_is_told_without_words_of_the_minutes() {
    let mut client = Client::start(NEOVIM, json!({"trace": "verbose"}), Value::Null);
    client.notify("$/setTrace", json!({"value": "verbose"}));
    client.open(URI, TEXT);
    client.pushed(URI, 1);
    let mut logged = Vec::new();
    client.change("file:///ws/unknown.referat", 2, json!([{"text": TEXT}]));
    logged.push(client.notification("window/logMessage"));
    client.change(URI, 1, json!([{"text": TEXT}]));
    logged.push(client.notification("window/logMessage"));
    client.notify("textDocument/didChange", json!({"textDocument": {"uri": URI}, "contentChanges": TEXT}));
    let place = json!({"textDocument": {"uri": URI}, "position": TEXT, "newName": TEXT});
    for method in ["textDocument/hover", "textDocument/rename", "textDocument/completion", "referent/unknown"]
    {
        logged.push(client.refused(method, place.clone()));
    }
    client.raw(b"Content-Length: 20\r\n\r\n{\"Kvistbjerg\": \"Ask\"");
    logged.push(client.claim(|message| message["error"].is_object()));
    for words in ["Kvistbjerg", "Hvidtj", "010203"] {
        assert!(TEXT.contains(words));
        assert!(logged.iter().all(|said| !said.to_string().contains(words)), "{words} in {logged:#?}");
    }
    client.ignore_rest();
    client.finish();
}
