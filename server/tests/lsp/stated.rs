//! What the server states beside the text, tried against decisions of many forms: nothing is decided that nobody decided.

use serde_json::{Value, json};

use crate::client::{Client, VSCODE};

const URI: &str = "file:///ws/a.referat";

fn minutes(decision: &str) -> String {
    format!(
        "Referat af møde i Teknikudvalget\n\nDato: Onsdag den 2. december 2026 kl. 16.30\n\
         Til stede: Anne Holm (A), Bo Berg (V), Mette Krog (C)\n\n1. Ny sti\n\nIndstilling\n\nForvaltningen indstiller,\n\n\
         1. at udvalget godkender linjeføring B,\n2. at udvalget anbefaler Byrådet at bevilge 2,4 mio. kr.,\n\
         3. at udvalget sender planen i høring.\n\nBeslutning\n\n{decision}\n\n2. Eventuelt\n\nBeslutning\n\nIntet.\n"
    )
}

fn client() -> Client {
    let settings = json!({"hints": "all", "lenses": "all"});
    Client::start(VSCODE, json!({"initializationOptions": settings}), settings)
}

/// The marks behind the points, in their order.
fn marks(client: &mut Client, text: &str) -> String {
    client.open(URI, text);
    let all = json!({"start": {"line": 0, "character": 0}, "end": {"line": 60, "character": 0}});
    let params = json!({"textDocument": {"uri": URI}, "range": all});
    let hints = client.request("textDocument/inlayHint", params);
    client.pulled(URI);
    client.close(URI);
    let labels = hints.as_array().into_iter().flatten().filter_map(|hint| hint["label"].as_str());
    labels.filter(|label| matches!(*label, "✓" | "?")).collect()
}

#[test]
fn a_point_is_decided_by_what_decides_it() {
    let mut client = client();
    for (decision, expected) in [
        ("Godkendt.", "✓✓✓"),
        ("Ad 1-3. Godkendt.", "✓✓✓"),
        ("Ad 1. Godkendt.\nAd 2. \nAd 3. Godkendt.", "✓?✓"),
        ("Indstillingen tiltrådt, dog ikke punkt 2, som udsættes.", "✓✓✓"),
        ("Godkendt med undtagelse af 3. at-punkt, som blev forkastet.", "✓✓✓"),
        ("Godkendt, idet punkt 3 udgår.", "✓✓✓"),
        ("Indstillingens punkt 1 blev godkendt. De øvrige punkter blev udsat.", "✓✓✓"),
        ("Første og andet at-punkt godkendt.", "✓✓?"),
        ("a. Godkendt.\nb. Godkendt.", "✓✓?"),
        ("Udvalget drøftede sagen.", "???"),
        ("Formanden orienterede om sagen.", "???"),
        ("Mette Krog (C) kan ikke godkende punkt 2.", "???"),
        ("Anne Holm foreslog, at punkt 1 godkendes.", "???"),
        ("Udvalget kunne ikke godkende indstillingen.", "✓✓✓"),
        ("Formanden orienterede om sagen. Godkendt.", "✓✓✓"),
        ("Mette Krog (C) var fraværende.", "???"),
        ("Mette Krog (C) stillede et ændringsforslag, der ikke blev vedtaget.", "???"),
        ("Anne Holm (A) og Bo Berg (V) ønskede sagen belyst.", "???"),
        (
            "Ad 1. Godkendt.\nAd 2. Godkendt.\nMette Krog (C) stillede et ændringsforslag, der ikke blev vedtaget.",
            "✓✓?",
        ),
        (
            "Ad 1. Godkendt.\nAd 2. Godkendt.\nMette Krog (C) foreslog, at sagen udsættes. Forslaget faldt.",
            "✓✓?",
        ),
        ("Ad 1. Godkendt.\nAd 2. Godkendt.\nEt forslag fra C blev forkastet med 2 stemmer mod 1.", "✓✓?"),
        ("Ad 1. Godkendt.\nAd 2. Godkendt.\nUdvalget godkendte samtidig et honorar til arkitekten.", "✓✓?"),
        ("Ad 1. Godkendt.\nAd 2. Godkendt.\nBo Berg (V) gik kl. 16.10.", "✓✓?"),
        ("Ad 1. Godkendt.\nAd 2. Godkendt.\nUdvalget takkede for oplægget.", "✓✓?"),
        (
            "Ad 1. Godkendt.\nEt ændringsforslag fra C blev forkastet. Indstillingen blev herefter godkendt.",
            "✓✓✓",
        ),
    ] {
        assert_eq!(marks(&mut client, &minutes(decision)), expected, "{decision}");
    }
    client.finish();
}

/// The rule and what stands beside the text have one reader.
#[test]
fn the_finding_says_what_the_marks_say() {
    let mut client = client();
    for besides in [
        "Mette Krog (C) stillede et ændringsforslag, der ikke blev vedtaget.",
        "Mette Krog (C) tog forbehold.",
        "Bo Berg (V) gik kl. 16.10.",
        "Udvalget takkede for oplægget.",
    ] {
        let text = minutes(&format!("Ad 1. Godkendt.\nAd 2. Godkendt.\n{besides}"));
        client.open(URI, &text);
        let found = client.pulled(URI);
        client.close(URI);
        let told = found.iter().filter(|found| found["code"] == "decisions/undecided-at-point");
        assert_eq!(told.count(), 1, "{besides}: {found:?}");
    }
    client.finish();
}

/// Where a report was to be taken note of, the report is all there is to say.
#[test]
fn a_report_answers_the_point_that_asks_for_one() {
    let mut client = client();
    let text = minutes("Formanden orienterede om sagen.")
        .replace("at udvalget godkender linjeføring B", "at orienteringen tages til efterretning");
    assert_eq!(marks(&mut client, &text), "✓??");
    client.finish();
}

/// "Ad 3." answers the point that has a 3 before it, whatever its place.
#[test]
fn a_point_is_called_by_its_number() {
    let mut client = client();
    let text = minutes("Ad 2. Godkendt.\nAd 4. Godkendt.")
        .replace("1. at udvalget godkender", "2. at udvalget godkender")
        .replace("2. at udvalget anbefaler Byrådet at bevilge 2,4 mio. kr.,\n", "");
    let text = text.replace("3. at udvalget sender", "4. at udvalget sender");
    assert_eq!(marks(&mut client, &text), "✓✓");
    client.finish();
}

/// A document that the settings leave out, and one that is no minutes, get nothing: no finding, no lens, no action.
#[test]
fn what_is_no_minutes_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().canonicalize().expect("a folder");
    std::fs::write(root.join("referent.toml"), "[files]\nexclude = [\"kladder/\"]\n").expect("a file");
    let uri = |name: &str| format!("file://{}/{name}", root.display());
    let params = json!({"workspaceFolders": [{"uri": uri(""), "name": "arkiv"}]});
    let mut client = Client::start(VSCODE, params, json!({}));
    let faulty = minutes("Drøftet den 4 november 2025.");
    let readme = "# Tool\n\nMeeting at 4/11 2025  in the  hall.\n\n1. Install\n2. Run\n";
    let mut found = |name: &str, language: &str, text: &str| -> Vec<Value> {
        let document = json!({"uri": uri(name), "languageId": language, "version": 1, "text": text});
        client.notify("textDocument/didOpen", json!({"textDocument": document}));
        let found = client.pulled(&uri(name));
        let whole = json!({"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}});
        let params = json!({
            "textDocument": {"uri": uri(name)}, "range": whole, "context": {"diagnostics": []}
        });
        let actions = client.request("textDocument/codeAction", params);
        assert!(!found.is_empty() || actions.as_array().is_none_or(Vec::is_empty), "{name}: {actions:#}");
        found
    };
    assert_ne!(found("a.referat", "referat", &faulty), [] as [Value; 0]);
    assert_eq!(found("kladder/b.referat", "referat", &faulty), [] as [Value; 0]);
    assert_eq!(found("README.md", "markdown", readme), [] as [Value; 0]);
    // A letter and a program are none either, whatever the editor calls them.
    let letter = "Kære Ulla\n\nVi ses ca kl 9  i morgen , tror jeg.\n\n1. Kaffe\n2. Boller\n";
    for (name, language) in
        [("brev.org", "org"), ("a.html", "html"), ("COMMIT_EDITMSG", "gitcommit"), ("m.eml", "mail")]
    {
        assert_eq!(found(name, language, letter), [] as [Value; 0], "{language}");
    }
    assert_ne!(found("2026-12-02 Teknik.org", "org", &faulty), [] as [Value; 0]);
    assert_ne!(found("2026-12-02 Teknik.md", "markdown", &faulty), [] as [Value; 0]);
    assert_ne!(found("2026-12-02 Teknik.txt", "plaintext", &faulty), [] as [Value; 0]);
    client.finish();
}
