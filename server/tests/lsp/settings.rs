//! Settings: given at the start, asked for, changed, and wrong.

use serde_json::{Value, json};

use crate::client::{Client, HELIX, NEOVIM, VSCODE};

const URI: &str = "file:///ws/a.referat";
const TEXT: &str = "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nIndstilling\n\nDirektionen indstiller,\n\n\
                    1. at budgettet godkendes,\n2. At planen godkendes.\n\nBeslutning\n\nGodkendt.\n";

fn n_lead_word(findings: &[Value]) -> usize {
    findings.iter().filter(|finding| finding["code"] == "at-points/lead-word").count()
}

#[test]
fn settings_at_the_start_count_when_the_client_has_no_others() {
    let options = json!({"initializationOptions": {"ignore": ["at-points"]}});
    let mut client = Client::start(NEOVIM, options, Value::Null);
    client.open(URI, TEXT);
    assert_eq!(n_lead_word(&client.pushed(URI, 1)), 0);
    client.finish();
}

#[test]
fn changed_settings_are_asked_for_and_lint_again() {
    let mut client = Client::start(HELIX, json!({}), json!({}));
    client.open(URI, TEXT);
    assert_eq!(n_lead_word(&client.findings(URI, 1)), 1);
    client.settings = json!({"severity": {"at-points/lead-word": "off"}});
    client.notify("workspace/didChangeConfiguration", json!({"settings": null}));
    assert_eq!(n_lead_word(&client.pushed(URI, 1)), 0);
    client.finish();
}

#[test]
fn a_wrong_setting_is_named_and_the_rest_counts() {
    let options = json!({"initializationOptions": {"style": "fredercia", "ignore": ["at-points"]}});
    let mut client = Client::start(HELIX, options, Value::Null);
    client.open(URI, TEXT);
    let shown = client.notification("window/showMessage");
    assert!(
        shown["message"].as_str().is_some_and(|m| m.contains("referent.style") && m.contains("fredericia"))
    );
    assert_eq!(n_lead_word(&client.pushed(URI, 1)), 0);
    client.finish();
}

#[test]
fn the_user_decides_whether_findings_are_pushed() {
    let options = json!({"initializationOptions": {"diagnostics": {"mode": "push"}}});
    let mut client = Client::start(VSCODE, options, Value::Null);
    assert!(client.capabilities["diagnosticProvider"].is_null());
    client.open(URI, TEXT);
    assert_eq!(n_lead_word(&client.pushed(URI, 1)), 1);
    client.close(URI);
    client.finish();
}

#[test]
fn a_client_that_counts_bytes_can_say_so_at_the_start() {
    let options = json!({"positionEncoding": "utf-8", "severity": []});
    let params = json!({"capabilities": {}, "initializationOptions": options});
    let mut client = Client::start("{}", params, Value::Null);
    assert_eq!(client.capabilities["positionEncoding"], "utf-8");
    client.open(URI, TEXT);
    assert_eq!(n_lead_word(&client.pushed(URI, 1)), 1);
    client.finish();
}

/// What was said at the start and is said again is no news; a fault that was mended and is made again is.
#[test]
fn a_wrong_setting_is_named_once() {
    let wrong = json!({"hints": "many"});
    let profile = NEOVIM.replace("\"configuration\": true", "\"configuration\": false");
    let mut client = Client::start(&profile, json!({"initializationOptions": wrong}), Value::Null);
    for (settings, told) in
        [(&wrong, 1), (&wrong, 0), (&json!({}), 0), (&wrong, 1), (&json!({"hints": "all"}), 0)]
    {
        client.notify("workspace/didChangeConfiguration", json!({"settings": settings}));
        client.open(URI, TEXT);
        client.pushed(URI, 1);
        let said = client.unclaimed();
        let named = said.iter().filter(|message| message["method"] == "window/showMessage");
        assert_eq!(named.count(), told, "{settings} {said:#?}");
        client.close(URI);
    }
    client.finish();
}
